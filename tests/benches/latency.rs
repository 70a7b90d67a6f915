//! How long an editor waits for the language server: `cargo bench --bench latency`. Times are seen from the client, over
//! pipes, and hold for the machine and its load at that moment; the bars are printed beside them.

use std::time::{Duration, Instant};

use ftspec_tests::client::{Client, address, rich};
use ftspec_tests::folder::{folder, write};
use ftspec_tests::generate::{long, sound};
use serde_json::{Value, json};

/// Sorted times.
struct Times(Vec<Duration>);

impl Times {
    fn of(times: usize, mut one: impl FnMut(usize) -> Duration) -> Self {
        let mut all: Vec<Duration> = (0..times).map(&mut one).collect();
        all.sort();
        Self(all)
    }

    fn at(&self, share: f64) -> f64 {
        let at = (self.0.len() as f64 * share) as usize;
        self.0[at.min(self.0.len() - 1)].as_secs_f64() * 1e3
    }

    fn show(&self, what: &str, bar: &str) {
        println!("{what:<46} p50 {:>8.2} ms   p99 {:>8.2} ms   {bar}", self.at(0.5), self.at(0.99));
    }
}

fn main() {
    println!("{}", ftspec_tests::binary::path().display());
    starting();
    for (lines, bar) in [(150, "bar: p99 2 ms"), (5_000, "bar: p99 10 ms")] {
        typing(lines, bar);
    }
    scanning();
}

fn starting() {
    let folder = folder(&[]);
    let times = Times::of(20, |_| {
        let mut client = Client::start(folder.path(), &[]);
        let begun = Instant::now();
        client.request("initialize", json!({ "capabilities": rich() }));
        begun.elapsed()
    });
    times.show("initialize, with the start of the process", "bar: 20 ms");
}

fn typing(lines: usize, bar: &str) {
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let text = long(lines);
    let lines = text.lines().count();
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    client.open(&uri, &text);
    client.diagnostics(&uri, Some(1));
    let mut version = 1;
    let mut edit = |client: &mut Client| {
        version += 1;
        let at = json!({ "line": lines / 2, "character": 0 });
        let end = json!({ "line": lines / 2, "character": usize::from(version % 2 == 1) });
        let letter = if version % 2 == 0 { "x" } else { "" };
        let begun = Instant::now();
        client.change(&uri, version, json!([{ "range": { "start": at, "end": end }, "text": letter }]));
        client.diagnostics(&uri, Some(version));
        begun.elapsed()
    };
    Times::of(300, |_| edit(&mut client)).show(&format!("change to diagnostics, {lines} lines"), bar);
    for (what, method) in [("hover", "textDocument/hover"), ("completion", "textDocument/completion")] {
        let times = Times::of(300, |at| {
            let place = json!({ "line": at * 7 % lines, "character": 4 });
            let begun = Instant::now();
            client.request(method, json!({ "textDocument": { "uri": uri }, "position": place }));
            begun.elapsed()
        });
        times.show(&format!("{what}, {lines} lines"), "bar: p99 5 ms");
    }
    println!(
        "{:<46} {:>12} KiB   bar for a small document: 25600 KiB",
        format!("memory, {lines} lines"),
        client.memory()
    );
}

fn scanning() {
    let folder = folder(&[]);
    for number in 0..2_000 {
        write(folder.path(), &format!("team_{}/plan_{number}.ftspec", number % 40), sound(number).as_bytes());
    }
    let uri = address(&folder.path().join("mine.ftspec"));
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    let begun = Instant::now();
    client.open(&uri, &sound(1));
    client.diagnostics(&uri, Some(1));
    let first = begun.elapsed();
    let mut worst = Duration::ZERO;
    let mut answered = 0;
    // Asking goes on until the scan is over.
    let whole = loop {
        let asked = Instant::now();
        let place = json!({ "line": 3, "character": 2 });
        client.request("textDocument/hover", json!({ "textDocument": { "uri": uri }, "position": place }));
        worst = worst.max(asked.elapsed());
        answered += 1;
        if client.has(|message| message["params"]["value"]["kind"] == "end") {
            break begun.elapsed();
        }
    };
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!("{:<46} {:>12.0} ms    bar: 1000 ms", "2000 specs in the workspace", ms(whole));
    println!("{:<46} {:>12.2} ms", "  first diagnostics meanwhile", ms(first));
    println!("{:<46} {:>12.2} ms    of {answered}", "  slowest hover meanwhile", ms(worst));
    println!("{:<46} {:>12} KiB", "  memory afterwards", client.memory());
}
