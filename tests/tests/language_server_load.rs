//! `ftspec lsp` under load: many edits, many hostile messages, and what they leave behind.

use ftspec_analysis::Analysis;
use ftspec_tests::client::{Client, address, frame, rich};
use ftspec_tests::folder::folder;
use ftspec_tests::generate::Seeded;
use ftspec_tests::{BASE, config};
use serde_json::{Value, json};

fn change(uri: &str, version: i32, changes: &Value) -> Vec<u8> {
    let params = json!({ "textDocument": { "uri": uri, "version": version }, "contentChanges": changes });
    frame(&json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": params }))
}

/// The position of a byte, in UTF-16.
fn position(text: &str, offset: usize) -> Value {
    let line = text[..offset].matches('\n').count();
    let column = text[..offset].rsplit('\n').next().unwrap_or("").encode_utf16().count();
    json!({ "line": line, "character": column })
}

#[test]
fn ten_thousand_edits_later_the_findings_are_those_of_a_cold_check() {
    const PIECES: [&str; 16] = [
        "\n",
        "}",
        "{",
        "\"",
        " ",
        "😀",
        "语气",
        "metric m1 {\n",
        "  guard facts >= baseline\n",
        "90%",
        ":",
        "// note\n",
        "\"\"\"",
        "when any guard fails then freeze\n",
        "é",
        "goal {\n  kind: style\n}\n",
    ];
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    client.open(&uri, BASE);
    let mut random = Seeded::new(7);
    let mut text = BASE.to_string();
    let snap = |text: &str, mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let mut bytes = Vec::new();
    for version in 2..10_002 {
        let mut changes = Vec::new();
        for _ in 0..1 + random.below(3) {
            // Now and then the plan is whole again, so that rules have something to judge.
            if random.below(400) == 0 {
                text = BASE.to_string();
                changes.push(json!({ "text": text }));
                continue;
            }
            let from = snap(&text, random.below(text.len() + 1));
            let long = if text.len() > 2 * BASE.len() { 400 } else { 12 };
            let to = snap(&text, (from + random.below(long)).min(text.len()));
            let (from, to) = (from.min(to), from.max(to));
            let piece = PIECES[random.below(PIECES.len())];
            let range = json!({ "start": position(&text, from), "end": position(&text, to) });
            changes.push(json!({ "range": range, "text": piece }));
            text.replace_range(from..to, piece);
        }
        bytes.extend(change(&uri, version, &Value::Array(changes)));
        if version % 500 == 1 {
            client.send_raw(&bytes);
            bytes.clear();
            let told: Vec<(Value, Value)> = client
                .diagnostics(&uri, Some(version))
                .iter()
                .map(|found| (found["code"].clone(), found["range"].clone()))
                .collect();
            let analysis = Analysis::new(&text, &config());
            let cold: Vec<(Value, Value)> = analysis
                .diagnostics()
                .iter()
                .map(|found| {
                    let end = position(&text, found.span.end as usize);
                    let start = position(&text, found.span.start as usize);
                    (json!(found.rule.code), json!({ "start": start, "end": end }))
                })
                .collect();
            assert_eq!(told, cold, "after {version} versions:\n{text}");
        }
    }
    assert_eq!(client.end(), 0);
}

#[test]
fn a_hundred_thousand_hostile_messages_later_it_still_answers() {
    const METHODS: [&str; 12] = [
        "textDocument/hover",
        "textDocument/completion",
        "textDocument/didChange",
        "textDocument/rename",
        "initialize",
        "textDocument/semanticTokens/full/delta",
        "workspace/executeCommand",
        "no/such",
        "$/cancelRequest",
        "$/odd",
        "textDocument/codeAction",
        "codeAction/resolve",
    ];
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    client.open(&uri, BASE);
    let mut random = Seeded::new(3);
    let values = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
        json!("x"),
        json!([]),
        json!({}),
        json!([[[{}]]]),
        json!({ "textDocument": { "uri": uri } }),
        json!({ "textDocument": { "uri": "not an address" } }),
        json!({ "textDocument": { "uri": uri }, "position": { "line": 4_294_967_295_u32, "character": 1 } }),
        json!({ "textDocument": { "uri": uri }, "position": { "line": -1, "character": 0.5 } }),
        json!({ "textDocument": { "uri": uri }, "position": { "line": 3, "character": 3 }, "newName": "\n" }),
        json!({ "textDocument": { "uri": uri, "version": 0 }, "contentChanges": [{ "text": "gone" }] }),
        json!({ "command": "ftspec.explain", "arguments": [[], {}] }),
    ];
    let mut bytes = Vec::new();
    for number in 0..100_000 {
        let method = METHODS[random.below(METHODS.len())];
        let params = &values[random.below(values.len())];
        // Numbers are used again and again, also while they are in use.
        let id = random.below(50);
        match random.below(10) {
            0 => bytes.extend(b"Content-Length: 12\r\n\r\n{\"jsonrpc\": "),
            1 => bytes.extend(frame(&values[random.below(values.len())])),
            2 => bytes.extend(frame(&json!({ "jsonrpc": "2.0", "id": id, "result": params }))),
            3 => bytes.extend(frame(&json!({ "jsonrpc": "2.0", "id": [id], "method": method, "params": params }))),
            4 => bytes.extend(frame(&json!({ "jsonrpc": "2.0", "method": method, "params": params }))),
            5 => bytes.extend(b"Content-Length: x\r\nnonsense\r\n\r\n"),
            _ => bytes.extend(frame(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }))),
        }
        if number % 5_000 == 4_999 {
            client.send_raw(&bytes);
            bytes.clear();
        }
    }
    let id = json!("after all of it");
    let params = json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": 1 } });
    client.send(&json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/hover", "params": params }));
    client.wait_for_answer(&id);
    client.replace(&uri, 2, "");
    assert_eq!(client.diagnostics(&uri, Some(2)).len(), Analysis::new("", &config()).diagnostics().len());
}

/// While changes come faster than they can be judged, something is told all the same.
#[test]
fn who_types_without_a_pause_sees_findings() {
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    // Long enough that the next change is there before it is judged.
    let text = ftspec_tests::generate::long(20_000);
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    client.open(&uri, &text);
    client.diagnostics(&uri, Some(1));
    let start = json!({ "line": 2, "character": 0 });
    let edit = json!([{ "range": { "start": start, "end": start }, "text": " " }]);
    // All at once, so that there is always one more.
    let last = 1_500;
    let bytes: Vec<u8> = (2..=last).flat_map(|version| change(&uri, version, &edit)).collect();
    client.send_raw(&bytes);
    client.diagnostics(&uri, Some(last));
    let told = client.told_of(&uri).expect("something was told on the way");
    assert!((2..last).contains(&told), "{told}");
}

/// A client that writes much before it reads anything is not waited for.
#[test]
fn who_reads_nothing_is_heard_all_the_same() {
    use std::io::{Read, Write};
    use std::process::Stdio;
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut command = ftspec_tests::binary::command(folder.path(), &["lsp"]);
    let mut server =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
    let mut input = server.stdin.take().expect("piped");
    let mut output = server.stdout.take().expect("piped");
    let request = |id: usize, method: &str, params: Value| {
        frame(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }))
    };
    let mut bytes = request(0, "initialize", json!({ "capabilities": rich() }));
    bytes.extend(frame(&json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} })));
    let document = json!({ "uri": uri, "languageId": "ftspec", "version": 1, "text": BASE });
    let open = json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document } });
    bytes.extend(frame(&open));
    // Answers of some hundred KiB, more than a pipe holds, and questions of as much.
    for id in 1..2_000 {
        let params = json!({ "textDocument": { "uri": uri }, "position": { "line": 8, "character": 4 }, "more": "x".repeat(100) });
        bytes.extend(request(id, "textDocument/hover", params));
    }
    bytes.extend(request(2_000, "shutdown", Value::Null));
    let patience = std::time::Duration::from_secs(60);
    let (done, is_done) = std::sync::mpsc::channel();
    let writing = std::thread::spawn(move || {
        input.write_all(&bytes).and_then(|()| input.flush()).expect("the server reads on");
        done.send(()).expect("somebody waits");
        input
    });
    let heard = is_done.recv_timeout(patience);
    if heard.is_err() {
        server.kill().expect("it can be ended");
    }
    assert!(heard.is_ok(), "the server waits for its client");
    // Now the client reads, and says goodbye when all is answered.
    let (done, is_done) = std::sync::mpsc::channel();
    let reading = std::thread::spawn(move || {
        let (mut answers, mut piece) = (Vec::new(), [0; 65_536]);
        let mut all = 0;
        while let Ok(many @ 1..) = output.read(&mut piece) {
            answers.extend_from_slice(&piece[..many]);
            // What comes before the session has begun is answered with an error, as it should be.
            let text = String::from_utf8_lossy(&answers);
            all = text.matches("\"result\":").count() + text.matches("\"error\":{").count();
            if all == 2_001 {
                break;
            }
        }
        done.send(all).expect("somebody waits");
    });
    let answered = is_done.recv_timeout(patience);
    let mut input = writing.join().expect("all was written");
    input.write_all(&frame(&json!({ "jsonrpc": "2.0", "method": "exit" }))).expect("the server reads on");
    drop(input);
    assert_eq!(answered, Ok(2_001), "each was answered");
    reading.join().expect("it read");
    assert_eq!(server.wait().expect("it ends").code(), Some(0));
}

/// A client that reads nothing and goes away is not waited for, either.
#[test]
fn who_went_away_without_reading_is_let_go() {
    use std::io::Write;
    use std::process::Stdio;
    use std::time::{Duration, Instant};
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut command = ftspec_tests::binary::command(folder.path(), &["lsp"]);
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut server = piped.spawn().expect("it starts");
    let mut input = server.stdin.take().expect("piped");
    let mut send = |message: Value| input.write_all(&frame(&message)).expect("the server reads");
    send(json!({ "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": { "capabilities": {} } }));
    std::thread::sleep(Duration::from_millis(500));
    let document = json!({ "uri": uri, "languageId": "ftspec", "version": 1, "text": "" });
    send(json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document } }));
    // Answers of several MiB: more than all that lies between.
    for id in 1..600 {
        let params = json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": 0 } });
        send(json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/completion", "params": params }));
    }
    drop(input);
    let begun = Instant::now();
    while server.try_wait().expect("it can be asked").is_none() {
        let waits = begun.elapsed() < Duration::from_secs(60);
        if !waits {
            server.kill().expect("it can be ended");
        }
        assert!(waits, "the server waits for a client that is gone");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// However many questions wait for the folders to be read, another one is answered at once.
#[test]
fn questions_that_wait_hold_up_no_other() {
    let folder = folder(&[]);
    for number in 0..1_000 {
        let text = ftspec_tests::generate::sound(number);
        ftspec_tests::folder::write(folder.path(), &format!("s{number}.ftspec"), text.as_bytes());
    }
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), ftspec_tests::client::pulling(), Value::Null);
    client.open(&uri, BASE);
    let ask = |client: &mut Client| client.ask("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let waiting: Vec<i64> = (0..20).map(|_| ask(&mut client)).collect();
    let params = json!({ "textDocument": { "uri": uri }, "position": { "line": 6, "character": 1 } });
    assert!(client.request("textDocument/hover", params)["contents"].is_object());
    // What came before would have been passed over.
    for answer in client.answers(&waiting) {
        let items = answer["result"]["items"].as_array().unwrap_or_else(|| panic!("{answer}"));
        assert!(items.len() > 1_000, "only {} files", items.len());
    }
}

/// What was said before the end is still handed over, although the server has nothing else to do.
#[test]
fn the_last_answers_are_not_lost() {
    use std::io::{Read, Write};
    use std::process::Stdio;
    use std::time::Duration;
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut command = ftspec_tests::binary::command(folder.path(), &["lsp"]);
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut server = piped.spawn().expect("it starts");
    let mut input = server.stdin.take().expect("piped");
    let mut send = |message: Value| input.write_all(&frame(&message)).expect("the server reads");
    send(json!({ "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": { "capabilities": {} } }));
    let document = json!({ "uri": uri, "languageId": "ftspec", "version": 1, "text": "" });
    std::thread::sleep(Duration::from_millis(500));
    send(json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document } }));
    for id in 1..40 {
        let params = json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": 0 } });
        send(json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/completion", "params": params }));
    }
    // Time to answer; the pipe is full long before, and what it does not hold waits inside.
    std::thread::sleep(Duration::from_secs(2));
    send(json!({ "jsonrpc": "2.0", "method": "exit" }));
    std::thread::sleep(Duration::from_millis(500));
    let mut answers = Vec::new();
    server.stdout.take().expect("piped").read_to_end(&mut answers).expect("bytes");
    assert!(answers.len() > 150_000, "only {} bytes", answers.len());
    assert_eq!(server.wait().expect("it ends").code(), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn a_hundred_thousand_edits_leave_nothing_behind() {
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    client.open(&uri, BASE);
    let mut version = 1;
    let mut type_for = |client: &mut Client, edits: i32| {
        for _ in 0..edits / 1_000 {
            let mut bytes = Vec::new();
            for _ in 0..1_000 {
                version += 1;
                let at = json!({ "line": version % 60, "character": 2 });
                // A letter comes, and goes with the next change.
                let edit = match version % 2 {
                    0 => json!([{ "range": { "start": at, "end": at }, "text": "x" }]),
                    _ => json!([{ "text": BASE }]),
                };
                bytes.extend(change(&uri, version, &edit));
            }
            client.send_raw(&bytes);
            client.diagnostics(&uri, Some(version));
            client.drain();
        }
        client.memory()
    };
    let early = type_for(&mut client, 1_000);
    let late = type_for(&mut client, 99_000);
    assert!(early > 0 && late <= early + early / 10, "{early} KiB after a thousand edits, {late} KiB in the end");
    assert_eq!(client.end(), 0);
}
