//! Input that nobody means well: each ends within a second, with a diagnostic and an exit code that means something,
//! also with a small stack.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use ftspec_tests::binary::path;

const MEBIBYTE: usize = 1024 * 1024;

/// Inputs by name.
fn inputs() -> Vec<(&'static str, Vec<u8>)> {
    let fill = |piece: &str| piece.repeat(MEBIBYTE / piece.len()).into_bytes();
    let whole = include_str!("../base.ftspec");
    vec![
        ("open braces", fill("{")),
        ("open brackets", fill("[")),
        ("closing braces", fill("}\n")),
        ("quotes", fill("\"")),
        ("three quotes", fill("\"\"\"")),
        ("names", fill("a:")),
        ("blocks", fill("a{")),
        ("lines of blocks", fill("a {\n")),
        ("lists", fill("a: [")),
        ("commas", fill("a: [,")),
        ("words", fill("word ")),
        ("one long word", fill("w")),
        ("digits", fill("9")),
        ("minus", fill("-")),
        ("backslashes", format!("spec \"{}\"", "\\".repeat(MEBIBYTE)).into_bytes()),
        ("arms", format!("stop {{\n{}\n}}", "when (".repeat(100_000)).into_bytes()),
        ("or", format!("stop {{\nwhen rounds >= 1{} then ship\n}}", " or rounds >= 1".repeat(50_000)).into_bytes()),
        (
            "and of ors",
            format!("stop {{\nwhen {} then ship\n}}", vec!["(rounds >= 1 or spend >= 2usd)"; 20_000].join(" and "))
                .into_bytes(),
        ),
        ("full-width", fill("：，｛｝“”（）；")),
        ("goals", fill("goal { kind: style }\n")),
        ("labels", (0..40_000).map(|n| format!("data d{n} {{ role: train }}\n")).collect::<String>().into_bytes()),
        (
            "metrics",
            format!(
                "eval {{\n{}}}",
                (0..20_000).map(|n| format!("metric m{n} {{ method: f1 }}\nrequire m{n} >= 3%\n")).collect::<String>()
            )
            .into_bytes(),
        ),
        (
            "guards",
            format!(
                "eval {{\n{}}}",
                (0..15_000)
                    .map(|n| format!("metric m{n} {{ method: f1 }}\nguard m{n} >= 3%\nrequire m{n} >= 3%\n"))
                    .collect::<String>()
            )
            .into_bytes(),
        ),
        (
            "readings",
            format!(
                "round r {{\nreadings {{\n{}}}\n}}",
                (0..60_000).map(|n| format!("m{n}: 3%\n")).collect::<String>()
            )
            .into_bytes(),
        ),
        ("slips", beside_metrics(|n| format!("changes: qualiti_{n}"))),
        ("unknown readings", beside_metrics(|n| format!("readings {{ kuality_{n}: 3% }}"))),
        ("100 000 levels", [fill_levels("b {\n"), fill_levels("}\n")].concat()),
        ("long names", long_names()),
        ("NUL", b"spec \"a\0b\"\n\0\0\0 kind: style\n".to_vec()),
        ("byte order mark", [b"\xef\xbb\xbf", whole.as_bytes()].concat()),
        ("CRLF", whole.replace('\n', "\r\n").into_bytes()),
        ("not UTF-8", b"spec \"caf\xe9\"\n".to_vec()),
        ("one line", whole.replace('\n', " ").repeat(400).into_bytes()),
        ("empty", Vec::new()),
        ("5 MiB", vec![b'a'; 5 * MEBIBYTE]),
    ]
}

/// Thousands of rounds, each of which says something about a metric that does not exist, beside thousands that do.
fn beside_metrics(said: impl Fn(usize) -> String) -> Vec<u8> {
    let metrics: String = (0..8_000).map(|n| format!("metric quality_{n} {{ method: f1 }}\n")).collect();
    let rounds: String = (0..30_000).map(|n| format!("round r{n} {{ {} }}\n", said(n))).collect();
    format!("eval {{\n{metrics}}}\n{rounds}").into_bytes()
}

/// Names of a kilobyte, nested as deep as they may, around thousands of mistakes.
fn long_names() -> Vec<u8> {
    let name = "n".repeat(1_000);
    let open: String = (0..60).map(|_| format!("{name} {name} {{\n")).collect();
    let inside = "kind: styel\n".repeat(20_000);
    format!("spec \"a\"\n{open}{inside}{}", "}\n".repeat(60)).into_bytes()
}

fn fill_levels(piece: &str) -> Vec<u8> {
    piece.repeat(100_000).into_bytes()
}

/// Runs the binary on a file and gives exit code, output and time.
fn run(arguments: &[&str], file: &Path, small_stack: bool) -> (Option<i32>, String, Duration) {
    let start = Instant::now();
    let mut command = if small_stack {
        let mut shell = Command::new("sh");
        shell.args(["-c", "ulimit -s 1024 && exec \"$@\"", "sh"]).arg(path());
        shell
    } else {
        Command::new(path())
    };
    let output = command.args(arguments).arg(file).stdin(Stdio::null()).output().expect("the binary starts");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.code(), printed, start.elapsed())
}

#[test]
fn every_hostile_input_ends_in_time_with_a_diagnostic() {
    let folder = std::env::temp_dir().join(format!("ftspec-hostile-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let mut wrong = Vec::new();
    for (name, bytes) in inputs() {
        let file = folder.join(format!("{}.ftspec", name.replace(' ', "_")));
        fs::write(&file, &bytes).expect("a file");
        let sound = matches!(name, "byte order mark" | "CRLF");
        for small_stack in [false, true] {
            for arguments in [
                &["check", "--format", "short"][..],
                &["check"],
                &["check", "--format", "json"],
                &["check", "--format", "sarif"],
                &["check", "--format", "junit"],
                &["fmt", "--check"],
            ] {
                let (code, printed, time) = run(arguments, &file, small_stack);
                let told = printed.contains("FT") || arguments[0] == "fmt" || sound;
                // The binary is not optimised like a release; what is quadratic is far beyond this all the same.
                if !matches!(code, Some(0..=2))
                    || !told
                    || time > Duration::from_secs(5)
                    || printed.contains("panicked")
                {
                    let head: String = printed.chars().take(300).collect();
                    wrong.push(format!("{name} {arguments:?}: exit {code:?} after {time:?}\n{head}"));
                }
                if sound && arguments[0] == "check" && code != Some(0) {
                    wrong.push(format!("{name} is sound: exit {code:?}\n{printed}"));
                }
            }
        }
    }
    fs::remove_dir_all(&folder).ok();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
