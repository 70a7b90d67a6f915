//! How long an editor waits for the language server, beside `ruff server` from PyPI in the same run:
//! `cargo bench -p ftspec-tests --bench latency`. Times are seen from the client, over pipes; edits of the two servers
//! take turns, so that both have the same machine. Each figure stands beside its bar, and one that is missed fails.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use ftspec_tests::BASE;
use ftspec_tests::client::{Client, address, rich};
use ftspec_tests::folder::{folder, write};
use ftspec_tests::generate::sound;
use serde_json::{Value, json};

const RUFF: &str = "0.17.6";
/// Edits of each server; the first ones, which warm it up, are not counted.
const EDITS: usize = 500;
const WARM: usize = 30;

/// What has missed its bar.
#[derive(Default)]
struct Missed(Vec<String>);

impl Missed {
    fn bar(&mut self, what: &str, figure: f64, bar: f64, unit: &str) {
        let met = figure <= bar;
        println!("{what:<52}{figure:>9.2} {unit:<4} (bar {bar}) {}", if met { "met" } else { "MISSED" });
        if !met {
            self.0.push(what.to_string());
        }
    }
}

/// Sorted times.
struct Times(Vec<Duration>);

impl Times {
    fn new(mut all: Vec<Duration>) -> Self {
        all.sort();
        Self(all)
    }

    fn of(times: usize, one: impl FnMut(usize) -> Duration) -> Self {
        Self::new((0..times).map(one).collect())
    }

    fn at(&self, share: f64) -> f64 {
        let at = (self.0.len() as f64 * share) as usize;
        self.0[at.min(self.0.len() - 1)].as_secs_f64() * 1e3
    }

    fn show(&self, what: &str) {
        println!("{what:<52}{:>9.2} ms   p99 {:.2} ms", self.at(0.5), self.at(0.99));
    }
}

/// The program of ruff, installed below the target folder.
fn ruff() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"), PathBuf::from);
    let home = target.join("ruff");
    let program = home.join("bin/ruff");
    let version = Command::new(&program).arg("--version").output();
    if !version.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).trim() == format!("ruff {RUFF}")) {
        let done = |command: &mut Command| command.status().is_ok_and(|status| status.success());
        assert!(done(Command::new("python3").args(["-m", "venv"]).arg(&home)), "python3 makes {}", home.display());
        let install = ["install", "--quiet", "--disable-pip-version-check", &format!("ruff=={RUFF}")];
        assert!(done(Command::new(home.join("bin/pip")).args(install)), "pip installs ruff {RUFF}");
    }
    program
}

fn main() {
    let ruff = ruff();
    println!("{} beside {} {RUFF}\n", ftspec_tests::binary::path().display(), ruff.display());
    // The slowest of a hundred are the system's, where others work on it: no figure without this one.
    if let Ok(load) = std::fs::read_to_string("/proc/loadavg") {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        println!(
            "load {}, {cores} cores; the bars want a machine at rest\n",
            load.split(' ').next().unwrap_or_default()
        );
    }
    let mut missed = Missed::default();
    starting(&mut missed);
    for (lines, bar) in [(150, 2.0), (5_000, 10.0)] {
        typing(&ruff, lines, bar, &mut missed);
    }
    scanning(&mut missed);
    if !missed.0.is_empty() {
        println!("\nmissed: {}", missed.0.join("; "));
        std::process::exit(1);
    }
}

fn starting(missed: &mut Missed) {
    let folder = folder(&[]);
    let times = Times::of(50, |_| {
        let mut client = Client::start(folder.path(), &[]);
        let begun = Instant::now();
        client.request("initialize", json!({ "capabilities": rich() }));
        begun.elapsed()
    });
    missed.bar("initialize, with the start of the process, p99", times.at(0.99), 20.0, "ms");
}

/// A spec of so many lines, with a misspelt attribute every fifty lines.
fn spec(lines: usize) -> String {
    let block = |number: usize| {
        let examples = if number % 7 == 3 { "exampels" } else { "examples" };
        let path = format!("data/probe_{number}.jsonl");
        format!(
            "data probe_{number} {{\n  role:     probe\n  path:     \"{path}\"\n  {examples}: {number}00\n  quality:  reviewed\n}}\n\n"
        )
    };
    (1..=(lines.saturating_sub(BASE.lines().count())) / 7)
        .fold(format!("{BASE}\n"), |text, number| text + &block(number))
}

/// A program of so many lines, with an import that nothing uses every fifty lines.
fn program(lines: usize) -> String {
    let block = |number: usize| {
        let extra = if number % 7 == 3 { "import json" } else { "role = path" };
        format!(
            "def probe_{number}(path, role=\"probe\"):\n    {extra}\n    examples = {number}00\n    if path:\n        return role, examples\n    return \"data/probe_{number}.jsonl\"\n\n"
        )
    };
    (1..=lines / 7).map(block).collect()
}

/// A document in a session, typed into where the same letter makes findings come and go.
struct Typist {
    client: Client,
    uri: String,
    version: i32,
    line: usize,
    column: usize,
    findings: [usize; 2],
}

impl Typist {
    fn new(mut client: Client, folder: &Path, language: &str, name: &str, text: &str) -> Self {
        let uri = address(&folder.join(name));
        client.open_as(&uri, language, text);
        let open = client.diagnostics(&uri, Some(1)).len();
        let is_place = |line: &str| line.trim_start().starts_with("examples");
        let lines: Vec<&str> = text.lines().collect();
        let line = (lines.len() / 2..).find(|at| is_place(lines[*at])).expect("a line in the second half");
        let column = lines[line].find("examples").unwrap_or_default();
        Self { client, uri, version: 1, line, column, findings: [open, 0] }
    }

    /// Types the letter, or takes it back.
    fn change(&mut self) -> bool {
        self.version += 1;
        let typed = self.version % 2 == 0;
        let at = |column: usize| json!({ "line": self.line, "character": column });
        let range = json!({ "start": at(self.column), "end": at(self.column + usize::from(!typed)) });
        let changes = json!([{ "range": range, "text": if typed { "x" } else { "" } }]);
        self.client.change(&self.uri, self.version, changes);
        typed
    }

    /// An edit, until what is found in it was told.
    fn edit(&mut self) -> Duration {
        let begun = Instant::now();
        let typed = self.change();
        let found = self.client.diagnostics(&self.uri, Some(self.version)).len();
        let time = begun.elapsed();
        if typed {
            self.findings[1] = found;
        } else {
            assert_eq!(found, self.findings[0], "what is taken back leaves nothing");
        }
        time
    }
}

fn typing(ruff: &Path, lines: usize, bar: f64, missed: &mut Missed) {
    let folder = folder(&[]);
    let (spec, program) = (spec(lines), program(lines));
    let session = Client::session(folder.path(), rich(), Value::Null);
    let mut ours = Typist::new(session, folder.path(), "ftspec", "plan.ftspec", &spec);
    let mut command = Command::new(ruff);
    command.arg("server").current_dir(folder.path());
    let mut other = Client::speak_to(command, |_| ());
    other.initialize(folder.path(), rich(), json!({}));
    let mut theirs = Typist::new(other, folder.path(), "python", "plan.py", &program);
    let (mut our_times, mut their_times) = (Vec::new(), Vec::new());
    for number in 0..WARM + EDITS {
        let (one, two) = (ours.edit(), theirs.edit());
        if number >= WARM {
            our_times.push(one);
            their_times.push(two);
        }
    }
    let (our_times, their_times) = (Times::new(our_times), Times::new(their_times));
    println!(
        "\n{} lines of ftspec, {} of Python; findings before and after a letter:",
        spec.lines().count(),
        program.lines().count()
    );
    println!("ftspec {:?}, ruff {:?}", ours.findings, theirs.findings);
    assert!(ours.findings[0] < ours.findings[1] && theirs.findings[0] < theirs.findings[1], "the letter is found");
    our_times.show("  change to diagnostics, ftspec lsp, p50");
    their_times.show("  change to diagnostics, ruff server, p50");
    missed.bar("  change to diagnostics, p99", our_times.at(0.99), bar, "ms");
    missed.bar("  against ruff, p50", our_times.at(0.5) / their_times.at(0.5), 1.5, "×");
    missed.bar("  against ruff, p99", our_times.at(0.99) / their_times.at(0.99), 1.5, "×");
    questions(&mut ours, &spec, missed);
    // What a small document takes; for the long one there is no bar.
    let memory = ours.client.memory() as f64 / 1024.0;
    if lines < 1_000 {
        missed.bar("  memory", memory, 25.0, "MiB");
    } else {
        println!("{:<52}{memory:>9.2} MiB", "  memory");
    }
}

/// Questions at every part of a document: while it rests, and right behind an edit.
fn questions(typist: &mut Typist, text: &str, missed: &mut Missed) {
    let lines = text.lines().count();
    for (what, method) in [("hover", "textDocument/hover"), ("completion", "textDocument/completion")] {
        let ask = |typist: &mut Typist, line: usize| {
            let place = json!({ "line": line, "character": 4 });
            let begun = Instant::now();
            typist.client.request(method, json!({ "textDocument": { "uri": typist.uri }, "position": place }));
            begun.elapsed()
        };
        let times = Times::of(EDITS, |at| ask(typist, at * 7 % lines));
        missed.bar(&format!("  {what}, p99"), times.at(0.99), 5.0, "ms");
        // The first who asks after an edit waits for the analysis, as the diagnostics do.
        let times = Times::of(EDITS / 5, |_| {
            let begun = Instant::now();
            typist.change();
            ask(typist, typist.line);
            let time = begun.elapsed();
            typist.client.diagnostics(&typist.uri, Some(typist.version));
            time
        });
        times.show(&format!("  {what}, with the edit before it, p50"));
    }
}

fn scanning(missed: &mut Missed) {
    let folder = folder(&[]);
    for number in 0..2_000 {
        write(folder.path(), &format!("team_{}/plan_{number}.ftspec", number % 40), sound(number).as_bytes());
    }
    let uri = address(&folder.path().join("mine.ftspec"));
    println!("\n2 000 specs in the workspace:");
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    let begun = Instant::now();
    client.open(&uri, &sound(1));
    client.diagnostics(&uri, Some(1));
    let first = begun.elapsed().as_secs_f64() * 1e3;
    let mut answers = Vec::new();
    // Asking goes on until the scan is over.
    let whole = loop {
        let asked = Instant::now();
        let place = json!({ "line": 3, "character": 2 });
        client.request("textDocument/hover", json!({ "textDocument": { "uri": uri }, "position": place }));
        answers.push(asked.elapsed());
        if client.has(|message| message["params"]["value"]["kind"] == "end") {
            break begun.elapsed();
        }
    };
    missed.bar("  all of them read and judged", whole.as_secs_f64() * 1e3, 1_000.0, "ms");
    println!("{:<52}{first:>9.2} ms", "  first diagnostics meanwhile");
    let answers = Times::new(answers);
    println!("{:<52}{:>9} answers, slowest {:.2} ms", "  hovers meanwhile", answers.0.len(), answers.at(1.0));
    missed.bar("  hover meanwhile, p99", answers.at(0.99), 5.0, "ms");
    println!("{:<52}{:>9.2} MiB", "  memory afterwards", client.memory() as f64 / 1024.0);
}
