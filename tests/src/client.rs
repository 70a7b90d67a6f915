//! An editor, as far as `ftspec lsp` can tell: a client over the standard streams of a real process, strict about what
//! every message looks like.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::binary;
use crate::strict::check;

/// Nothing that a test waits for takes longer, even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A session with the server.
pub struct Client {
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    /// Notifications and requests of the server that nobody has looked at.
    waiting: VecDeque<Value>,
    /// What the server asked of this client, and was answered.
    pub asked: Vec<Value>,
    /// What `workspace/configuration` gets.
    pub settings: Value,
    /// The result of `initialize`.
    pub offers: Value,
    said: Arc<Mutex<String>>,
    last: i64,
}

/// The capabilities of an editor that can do everything, and asks for nothing.
pub fn rich() -> Value {
    let markdown = json!(["markdown", "plaintext"]);
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "window": { "workDoneProgress": true, "showDocument": { "support": true } },
        "workspace": {
            "configuration": true,
            "workspaceFolders": true,
            "workspaceEdit": { "documentChanges": true },
            "didChangeConfiguration": { "dynamicRegistration": true },
            "didChangeWatchedFiles": { "dynamicRegistration": true },
            "inlayHint": { "refreshSupport": true },
            "codeLens": { "refreshSupport": true },
        },
        "textDocument": {
            "publishDiagnostics": {
                "relatedInformation": true, "tagSupport": { "valueSet": [1, 2] },
                "codeDescriptionSupport": true, "dataSupport": true, "versionSupport": true,
            },
            "hover": { "contentFormat": markdown },
            "completion": { "completionItem": { "snippetSupport": true, "documentationFormat": markdown } },
            "signatureHelp": { "signatureInformation": {
                "documentationFormat": markdown, "parameterInformation": { "labelOffsetSupport": true } } },
            "definition": { "linkSupport": true },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "rename": { "prepareSupport": true },
            "foldingRange": { "lineFoldingOnly": true },
            "codeAction": {
                "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix", "source"] } },
                "dataSupport": true, "resolveSupport": { "properties": ["edit"] },
            },
        },
    })
}

/// The same, for an editor that asks for diagnostics.
pub fn pulling() -> Value {
    let mut capabilities = rich();
    capabilities["textDocument"]["diagnostic"] = json!({ "dynamicRegistration": false, "relatedInformation": true });
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    capabilities
}

impl Client {
    /// Starts the server in a folder; nothing is said yet.
    ///
    /// # Panics
    ///
    /// As everything here: where the server does what no server may do.
    pub fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = binary::command(folder, &["lsp"]);
        command.args(arguments);
        Self::speak_to(command, check)
    }

    /// Starts a server of any name, for comparison; `look` is shown every message of it.
    ///
    /// # Panics
    ///
    /// Where it does not start.
    pub fn speak_to(mut command: Command, look: fn(&Value)) -> Self {
        let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().expect("the server starts");
        let (send, messages) = channel();
        let output = child.stdout.take().expect("piped");
        std::thread::spawn(move || read_all(output, look, |message| send.send(message).is_ok()));
        let said = Arc::new(Mutex::new(String::new()));
        let (errors, log) = (child.stderr.take().expect("piped"), said.clone());
        std::thread::spawn(move || {
            for line in BufReader::new(errors).lines().map_while(Result::ok) {
                let mut log = log.lock().expect("nobody panics here");
                // Hostile tests make it say a great deal.
                if log.len() < 1 << 20 {
                    log.push_str(&line);
                    log.push('\n');
                }
            }
        });
        Self {
            input: child.stdin.take(),
            child,
            messages,
            waiting: VecDeque::new(),
            asked: Vec::new(),
            settings: Value::Null,
            offers: Value::Null,
            said,
            last: 0,
        }
    }

    /// Starts a session in a folder, which is the workspace.
    pub fn session(folder: &Path, capabilities: Value, options: Value) -> Self {
        let mut client = Self::start(folder, &[]);
        let offers = client.initialize(folder, capabilities, options);
        assert_eq!(offers["serverInfo"]["name"], "ftspec", "{offers}");
        client
    }

    /// `initialize` and `initialized`; gives what the server answers.
    pub fn initialize(&mut self, folder: &Path, capabilities: Value, options: Value) -> Value {
        let uri = address(folder);
        let params = json!({
            "processId": std::process::id(), "rootUri": uri, "capabilities": capabilities,
            "workspaceFolders": [{ "uri": uri, "name": "specs" }], "initializationOptions": options,
        });
        let offers = self.request("initialize", params);
        self.offers = offers["capabilities"].clone();
        self.notify("initialized", json!({}));
        offers
    }

    /// Sends bytes as they are.
    pub fn send_raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("the session goes on");
        input.write_all(bytes).and_then(|()| input.flush()).unwrap_or_else(|error| {
            panic!("the server no longer reads ({error}): {}", self.said.lock().expect("nobody panics here"))
        });
    }

    /// Sends a message.
    pub fn send(&mut self, message: &Value) {
        self.send_raw(&frame(message));
    }

    /// Sends a notification.
    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request and gives its number.
    pub fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.last += 1;
        let id = self.last;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }

    /// The answer to a request: its result, or its error.
    pub fn answer(&mut self, id: i64) -> Result<Value, Value> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let message = self.next(deadline).unwrap_or_else(|| panic!("no answer to request {id}: {}", self.said()));
            if message.get("method").is_some() {
                self.waiting.push_back(message);
            } else if message["id"] == id {
                return match message.get("error") {
                    Some(error) => Err(error.clone()),
                    None => Ok(message["result"].clone()),
                };
            }
        }
    }

    /// The answers to several requests, as messages, in the order in which they come.
    pub fn answers(&mut self, ids: &[i64]) -> Vec<Value> {
        let deadline = Instant::now() + PATIENCE;
        let mut answers = Vec::new();
        while answers.len() < ids.len() {
            let message =
                self.next(deadline).unwrap_or_else(|| panic!("no answer to some of {ids:?}: {}", self.said()));
            if message.get("method").is_some() {
                self.waiting.push_back(message);
            } else if message["id"].as_i64().is_some_and(|id| ids.contains(&id)) {
                answers.push(message);
            }
        }
        answers
    }

    /// Waits for the answer to a request of any name, whatever it is; other answers are passed over.
    pub fn wait_for_answer(&mut self, id: &Value) {
        let deadline = Instant::now() + PATIENCE;
        while self.next(deadline).unwrap_or_else(|| panic!("no answer to {id}: {}", self.said()))["id"] != *id {}
    }

    /// Asks and waits for the result.
    pub fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        self.answer(id).unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Asks and waits for the error.
    pub fn refused(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        self.answer(id).expect_err("the server refuses")
    }

    /// The next message of the server that a test may look at; what it asks of an editor is answered on the way.
    fn next(&mut self, deadline: Instant) -> Option<Value> {
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let message = match self.messages.recv_timeout(left) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => return None,
                Err(RecvTimeoutError::Disconnected) => panic!("the server is gone: {}", self.said()),
            };
            if let (Some(id), Some(method)) = (message.get("id"), message.get("method")) {
                let result = match method.as_str().expect("a method is a text") {
                    "workspace/configuration" => json!([self.settings]),
                    "window/showDocument" => json!({ "success": true }),
                    _ => Value::Null,
                };
                self.send(&json!({ "jsonrpc": "2.0", "id": id, "result": result }));
                self.asked.push(message);
            } else {
                return Some(message);
            }
        }
    }

    /// The first notification that fits; those before it are kept.
    pub fn wait_until(&mut self, what: &str, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.waiting.iter().position(&fits) {
            return self.waiting.remove(at).expect("just found")["params"].clone();
        }
        let deadline = Instant::now() + PATIENCE;
        loop {
            let message = self.next(deadline).unwrap_or_else(|| panic!("{what} does not come: {}", self.said()));
            if fits(&message) {
                return message["params"].clone();
            }
            self.waiting.push_back(message);
        }
    }

    /// Whether a notification that fits has come and waits.
    pub fn has(&self, fits: impl Fn(&Value) -> bool) -> bool {
        self.waiting.iter().any(fits)
    }

    /// Waits until the server has asked something of this client.
    pub fn wait_until_asked(&mut self, method: &str) -> Value {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(asked) = self.asked.iter().find(|asked| asked["method"] == method) {
                return asked.clone();
            }
            assert!(Instant::now() < deadline, "{method} is not asked: {}", self.said());
            if let Some(message) = self.next(Instant::now() + Duration::from_millis(50)) {
                self.waiting.push_back(message);
            }
        }
    }

    /// Notifications that have come and that nobody has looked at, after a question that is answered last.
    pub fn drain(&mut self) -> Vec<Value> {
        self.request("workspace/symbol", json!({ "query": "no such name at all" }));
        self.waiting.drain(..).collect()
    }

    /// Opens a document.
    pub fn open(&mut self, uri: &str, text: &str) {
        self.open_as(uri, "ftspec", text);
    }

    /// Opens a document of any language.
    pub fn open_as(&mut self, uri: &str, language: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Replaces all of a document.
    pub fn replace(&mut self, uri: &str, version: i32, text: &str) {
        self.change(uri, version, json!([{ "text": text }]));
    }

    /// Changes a document.
    pub fn change(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// The diagnostics that are told for a version of a document; without one, those of a file that is not open.
    pub fn diagnostics(&mut self, uri: &str, version: Option<i32>) -> Vec<Value> {
        let told = self.wait_until(&format!("what is found in {uri}"), |message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == uri
                && message["params"].get("version").and_then(Value::as_i64) == version.map(i64::from)
        });
        told["diagnostics"].as_array().expect("a list").clone()
    }

    /// The version of a document that was told of first, where any was told by now.
    pub fn told_of(&mut self, uri: &str) -> Option<i32> {
        while let Some(message) = self.next(Instant::now()) {
            self.waiting.push_back(message);
        }
        let told = self.waiting.iter().filter(|message| message["method"] == "textDocument/publishDiagnostics");
        let version =
            told.filter(|message| message["params"]["uri"] == uri).find_map(|it| it["params"]["version"].as_i64());
        version.map(|version| version as i32)
    }

    /// Says `shutdown` and `exit`, and gives the exit code.
    pub fn end(mut self) -> i32 {
        self.request("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        self.code()
    }

    /// Waits for the process to end, with its input closed, and gives its exit code.
    pub fn code(mut self) -> i32 {
        self.input = None;
        self.code_with_input_open()
    }

    /// Waits for the process to end by itself, and gives its exit code.
    pub fn code_with_input_open(mut self) -> i32 {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("a process can be waited for") {
                return status.code().unwrap_or(-1);
            }
            assert!(Instant::now() < deadline, "the server does not end: {}", self.said());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// What the server wrote on standard error.
    pub fn said(&self) -> String {
        self.said.lock().expect("nobody panics here").clone()
    }

    /// The memory of the process that is its own, in KiB.
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        line.trim().trim_end_matches(" kB").parse().unwrap_or_default()
    }
}

impl Client {
    /// The names of the process's threads.
    pub fn threads(&self) -> Vec<String> {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.child.id())).into_iter().flatten().flatten();
        let names = tasks.filter_map(|task| std::fs::read_to_string(task.path().join("comm")).ok());
        names.map(|name| name.trim_end().to_string()).collect()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A message as it is sent.
pub fn frame(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// The address of a file.
pub fn address(path: &Path) -> String {
    format!("file://{}", path.display())
}

fn read_all(output: impl Read, look: fn(&Value), mut take: impl FnMut(Value) -> bool) {
    let mut output = BufReader::new(output);
    loop {
        let mut header = String::new();
        if output.read_line(&mut header).expect("the header is text") == 0 {
            return;
        }
        let length = header.strip_prefix("Content-Length: ").and_then(|rest| rest.strip_suffix("\r\n"));
        let length = length.unwrap_or_else(|| panic!("not a header: {header:?}"));
        let mut body = vec![0; length.parse().expect("a length")];
        let mut empty = String::new();
        output.read_line(&mut empty).expect("a line");
        assert_eq!(empty, "\r\n", "the header ends");
        output.read_exact(&mut body).expect("as long as it says");
        let message: Value = serde_json::from_slice(&body).expect("JSON");
        look(&message);
        if !take(message) {
            return;
        }
    }
}
