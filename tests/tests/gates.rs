//! What is new: baselines, what a change brings, and the list of what is accepted.

use std::fs;
use std::path::Path;
use std::process::Command;

use ftspec_tests::BASE;
use ftspec_tests::binary::{Run, command, run, run_with_input};
use serde_json::Value;
use tempfile::TempDir;

/// Two findings: an unknown word, and a metric that is required and does not exist.
fn flawed() -> String {
    BASE.replace("kind:   style", "kind:   stile").replace("kind: style", "kind: stile")
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    files.iter().for_each(|(name, text)| write(folder.path(), name, text));
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, text).expect("written");
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

/// The codes of what is shown, file by file.
fn shown(here: &Path, arguments: &[&str]) -> (i32, Vec<String>) {
    let run = run(here, &[&["check", "--format", "json"], arguments].concat());
    let report = json(&run);
    let files = report["files"].as_array().expect("files");
    let found = files.iter().flat_map(|file| file["diagnostics"].as_array().expect("findings"));
    (run.code, found.map(|found| found["code"].as_str().expect("a code").to_string()).collect())
}

#[test]
fn a_baseline_hides_what_it_lists_and_nothing_else() {
    let here = folder(&[("plans/a.ftspec", &flawed()), ("plans/b.ftspec", BASE)]);
    let written = run(here.path(), &["check", "--write-baseline", "known.json"]);
    assert_eq!((written.code, written.err.as_str()), (0, ""), "{written:?}");
    assert!(written.out.ends_with("1 finding written to known.json; `--baseline known.json` hides them from now on\n"));
    let text = fs::read_to_string(here.path().join("known.json")).expect("written");
    assert!(
        text.contains("{\"path\":\"plans/a.ftspec\",\"code\":\"FT002\",\"place\":\"goal/kind\",\"level\":\"deny\""),
        "{text}"
    );

    assert_eq!(shown(here.path(), &["--baseline", "known.json"]), (0, vec![]));
    // Lines move, another file gets the same mistake, from another folder, under another spelling of the path.
    write(here.path(), "plans/a.ftspec", &format!("// one\n\n{}", flawed().replace("\ngoal", "\n\n// two\ngoal")));
    write(here.path(), "plans/b.ftspec", &flawed());
    assert_eq!(shown(here.path(), &["--baseline", "known.json", "./plans/../plans/a.ftspec"]), (0, vec![]));
    assert_eq!(shown(&here.path().join("plans"), &["--baseline", "../known.json", "a.ftspec"]), (0, vec![]));
    assert_eq!(shown(here.path(), &["--baseline", "known.json"]), (1, vec!["FT002".to_string()]));
    let input = run_with_input(
        here.path(),
        &["check", "-", "--stdin-path", "plans/a.ftspec", "--baseline", "known.json"],
        flawed().as_bytes(),
    );
    assert_eq!(input.code, 0, "{input:?}");
    for format in ["human", "short", "github"] {
        let run = run(here.path(), &["check", "--format", format, "--baseline", "known.json"]);
        assert!(run.code == 1 && run.out.contains("1 known finding hidden\n"), "{format}: {}", run.out);
    }
    // A second mistake of the same kind in a known file is new.
    write(here.path(), "plans/b.ftspec", BASE);
    write(here.path(), "plans/a.ftspec", &flawed().replace("measures: ", "measures: x"));
    let (code, found) = shown(here.path(), &["--baseline", "known.json"]);
    assert!(code == 1 && found.iter().all(|code| code == "FT002") && !found.is_empty(), "{found:?}");
}

#[test]
fn what_is_fixed_is_counted_and_dropped() {
    let here = folder(&[("a.ftspec", &flawed()), ("b.ftspec", &flawed()), ("c.ftspec", &flawed())]);
    run(here.path(), &["check", "--write-baseline", "known.json"]);
    let first = fs::read_to_string(here.path().join("known.json")).expect("written");
    write(here.path(), "a.ftspec", BASE);
    fs::remove_file(here.path().join("b.ftspec")).expect("removed");
    let checked = run(here.path(), &["check", "--baseline", "known.json"]);
    assert_eq!(checked.code, 0);
    let said = "1 known finding hidden, 2 fixed since: rewrite with --write-baseline known.json\n";
    assert!(checked.out.ends_with(said), "{}", checked.out);
    let report = json(&run(here.path(), &["check", "--baseline", "known.json", "--format", "json"]));
    assert_eq!(report["hidden"], serde_json::json!({"baseline": 1, "since": 0, "written": 0, "fixed": 2}));
    // A check of one file knows nothing of the others.
    let one = run(here.path(), &["check", "c.ftspec", "--baseline", "known.json"]);
    assert!(one.out.contains("1 known finding hidden, 1 fixed since"), "the one of the removed file: {}", one.out);

    let both = run(here.path(), &["check", "a.ftspec", "--baseline", "known.json", "--write-baseline", "known.json"]);
    assert_eq!(both.code, 0, "{both:?}");
    let second = fs::read_to_string(here.path().join("known.json")).expect("written");
    let lines: Vec<&str> = first.lines().filter(|line| line.contains("c.ftspec")).collect();
    assert!(second.contains(lines[0].trim_end_matches(',')), "what was not checked stays: {second}");
    assert!(!second.contains("a.ftspec") && !second.contains("b.ftspec"), "what is gone is dropped: {second}");
    run(here.path(), &["check", "--write-baseline", "again.json"]);
    assert_eq!(fs::read_to_string(here.path().join("again.json")).expect("written"), second, "the same in one go");
}

#[test]
fn what_weighs_more_than_it_did_is_new() {
    let draft = BASE.replace("  guard facts >= baseline\n", "  watch facts\n");
    let draft = draft
        .replace("  when any guard fails then freeze\n", "")
        .replace("all requirements hold and all guards hold", "all requirements hold");
    let status = |status: &str| {
        let lines = draft.lines().filter(|line| !line.starts_with("status:")).collect::<Vec<_>>().join("\n");
        lines.replacen("owner:", &format!("status: {status}\nowner:"), 1) + "\n"
    };
    let here = folder(&[("a.ftspec", &status("draft"))]);
    assert_eq!(run(here.path(), &["check", "--write-baseline", "known.json"]).code, 0);
    assert_eq!(shown(here.path(), &["--baseline", "known.json"]), (0, vec![]));
    write(here.path(), "a.ftspec", &status("approved"));
    let (code, found) = shown(here.path(), &["--baseline", "known.json"]);
    assert!(code == 1 && found.contains(&"FT404".to_string()), "{found:?}");
}

#[test]
fn a_baseline_that_is_none_is_told_and_the_check_goes_on() {
    let here = folder(&[
        ("a.ftspec", &flawed()),
        ("broken.json", "<<<<<<< ours\n{\"version\": 1, \"findings\": []}\n"),
        ("other.json", "{\"version\": 2, \"findings\": []}"),
        ("list.json", "[]"),
        ("half.json", "{\"version\": 1, \"findings\": [{\"path\": \"a.ftspec\"}]}"),
        (
            "level.json",
            "{\"version\":1,\"findings\":[{\"path\":\"a\",\"code\":\"FT002\",\"place\":\"x\",\"level\":\"loud\",\"fingerprint\":\"\"}]}",
        ),
    ]);
    for (file, told) in [
        ("missing.json", "there is no baseline `missing.json`"),
        ("broken.json", "cannot be read as a baseline"),
        ("other.json", "has version 2, and this ftspec reads version 1"),
        ("list.json", "it has no `version`"),
        ("half.json", "missing field"),
        ("level.json", "`loud` is no level"),
        (".", "cannot be read"),
    ] {
        let run = run(here.path(), &["check", "a.ftspec", "--format", "json", "--baseline", file]);
        assert_eq!(run.code, 2, "{file}");
        assert!(run.err.contains(told), "{file}: {}", run.err);
        let by_hand = file == ".";
        assert!(by_hand || run.err.contains("ftspec check --write-baseline"), "what to do: {}", run.err);
        assert_eq!(json(&run)["summary"]["deny"], 1, "{file}");
    }
    // Writing anew is what helps.
    assert_eq!(run(here.path(), &["check", "--write-baseline", "broken.json"]).code, 0);
    assert_eq!(shown(here.path(), &["--baseline", "broken.json"]), (0, vec![]));
    // Where it cannot be written, nothing is hidden.
    let nowhere = run(here.path(), &["check", "--format", "json", "--write-baseline", "no/known.json"]);
    assert!(nowhere.code == 2 && nowhere.err.contains("mkdir -p no"), "{nowhere:?}");
    assert_eq!(json(&nowhere)["summary"]["deny"], 1);
    let spec = run(here.path(), &["check", "--write-baseline", "a.ftspec"]);
    assert!(spec.code == 2 && spec.err.contains("would replace a spec"), "{spec:?}");
    assert_eq!(fs::read_to_string(here.path().join("a.ftspec")).expect("there"), flawed());
}

#[test]
fn what_cannot_be_read_is_never_known() {
    let here = folder(&[("a.ftspec", &flawed())]);
    fs::write(here.path().join("b.ftspec"), b"caf\xe9").expect("written");
    let written = run(here.path(), &["check", "--write-baseline", "known.json", "--format", "json"]);
    assert_eq!(written.code, 2);
    assert!(!fs::read_to_string(here.path().join("known.json")).expect("written").contains("FT013"));
    assert_eq!(shown(here.path(), &["--baseline", "known.json"]), (2, vec!["FT013".to_string()]));
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.args(["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]);
    git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let run = git.args(arguments).current_dir(folder).output().expect("git runs");
    assert!(run.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
}

/// A checkout: `main` has one flawed plan, the branch `work` begins there.
fn checkout() -> TempDir {
    let here = folder(&[("plans/old.ftspec", &flawed()), ("plans/good.ftspec", BASE)]);
    git(here.path(), &["init", "-q", "-b", "main"]);
    git(here.path(), &["add", "."]);
    git(here.path(), &["commit", "-qm", "Plans"]);
    git(here.path(), &["checkout", "-qb", "work"]);
    here
}

#[test]
fn since_shows_what_a_change_brings() {
    let here = checkout();
    assert_eq!(shown(here.path(), &["--since", "main"]), (0, vec![]));
    let human = run(here.path(), &["check", "--since", "main"]);
    assert!(
        human.code == 0 && human.out.contains("1 finding hidden: they were there before, see `main`"),
        "{}",
        human.out
    );
    // Lines move; a new finding; not committed.
    write(here.path(), "plans/old.ftspec", &format!("// one\n{}", flawed().replace("measures: ", "measures: x")));
    let (code, found) = shown(here.path(), &["--since", "main"]);
    let (_, all) = shown(here.path(), &[]);
    assert!(code == 1 && found.len() + 1 == all.len(), "{found:?} of {all:?}");
    // From a folder below, and one file alone.
    assert_eq!(shown(&here.path().join("plans"), &["--since", "main", "old.ftspec"]).1, found);
    // A file that was not there is new whole.
    write(here.path(), "plans/old.ftspec", &flawed());
    write(here.path(), "plans/new.ftspec", &flawed());
    assert_eq!(shown(here.path(), &["--since", "main"]), (1, vec!["FT002".to_string()]));
    git(here.path(), &["add", "."]);
    git(here.path(), &["commit", "-qm", "More"]);
    assert_eq!(shown(here.path(), &["--since", "main"]).0, 1);
    assert_eq!(shown(here.path(), &["--since", "HEAD"]).0, 0);
    // Standard input stands for the file of its name.
    let arguments = ["check", "-", "--stdin-path", "plans/old.ftspec", "--since", "main"];
    assert_eq!(run_with_input(here.path(), &arguments, flawed().as_bytes()).code, 0);
}

#[test]
fn since_follows_renamed_files_and_looks_where_the_branch_began() {
    let here = checkout();
    git(here.path(), &["mv", "plans/old.ftspec", "plans/moved to 语.ftspec"]);
    write(here.path(), "plans/moved to 语.ftspec", &format!("// moved\n{}", flawed()));
    assert_eq!(shown(here.path(), &["--since", "main"]), (0, vec![]));
    git(here.path(), &["commit", "-qam", "Moved"]);
    // On `main`, somebody mends the plan: that is not held against this branch.
    git(here.path(), &["checkout", "-q", "main"]);
    write(here.path(), "plans/old.ftspec", BASE);
    git(here.path(), &["commit", "-qam", "Mended"]);
    git(here.path(), &["checkout", "-q", "work"]);
    assert_eq!(shown(here.path(), &["--since", "main"]), (0, vec![]));
}

#[test]
fn since_in_a_hook_and_beside_a_baseline() {
    let here = checkout();
    write(here.path(), "plans/new.ftspec", &flawed());
    assert_eq!(shown(here.path(), &["--since", "main"]).0, 1);
    run(here.path(), &["check", "plans/new.ftspec", "--write-baseline", "known.json"]);
    assert_eq!(shown(here.path(), &["--since", "main", "--baseline", "known.json"]), (0, vec![]));
    // A hook of git has these set.
    let hook = command(here.path(), &["check", "--since", "main", "plans/old.ftspec"])
        .env("GIT_DIR", ".git")
        .env("GIT_INDEX_FILE", ".git/index")
        .output();
    assert_eq!(Run::from(hook.expect("ftspec runs")).code, 0);
}

#[test]
fn since_says_what_it_lacks_and_the_check_goes_on() {
    let here = checkout();
    let outside = folder(&[("a.ftspec", &flawed())]);
    for (folder, reference, told) in [
        (here.path(), "origin/main", "git knows no commit `origin/main` here"),
        (here.path(), "--output=x", "name a commit, a branch or a tag"),
        (here.path(), "", "name a commit, a branch or a tag"),
        (outside.path(), "main", "is in no checkout of git"),
    ] {
        let since = format!("--since={reference}");
        let run = run(folder, &["check", "--format", "json", &since]);
        assert_eq!(run.code, 2, "{reference}");
        assert!(run.err.contains(told), "{reference}: {}", run.err);
        assert_eq!(json(&run)["summary"]["deny"], 1, "{reference}");
    }
    let bare = command(here.path(), &["check", "--format", "short", "--since", "main"]).env("PATH", "").output();
    let bare = Run::from(bare.expect("ftspec runs"));
    assert!(bare.code == 2 && bare.err.contains("there is no program `git`"), "{bare:?}");
    assert!(bare.out.contains("FT002"), "{bare:?}");
}

const ACCEPTS: &str = r#"
accept no-adversarial-examples {
  because: "the 240 traps cover the abuse
seen in a year"
}

accept FT309 { because: "写在手册里", by: "法务", until: 2026-03-31 }
accept no-guard { because: "gone", until: 2027-03-31 }
accept syntax { because: "we write so", by: "legal" }
accept no-such-thing { by: "legal" }
"#;

#[test]
fn accepted_findings_are_listed_with_their_state() {
    let accepts = ACCEPTS.replace("abuse\nseen", "abuse seen");
    let text = BASE.replace("role: probe", "role: test").replace("role:     probe", "role:     test") + &accepts;
    let here = folder(&[("a.ftspec", &text), ("b.ftspec", BASE)]);
    let listed = run(here.path(), &["check", "--list-accepted", "--format", "json"]);
    assert_eq!((listed.code, listed.err.as_str()), (0, ""));
    let report = json(&listed);
    let list = report["accepted"].as_array().expect("a list");
    let line = text.lines().position(|line| line.starts_with("accept no-adversarial")).expect("there") + 1;
    assert_eq!((&report["version"], &list[0]["path"], &list[0]["line"]), (&1.into(), &"a.ftspec".into(), &line.into()));
    let said = |at: usize| (list[at]["code"].as_str(), list[at]["name"].as_str(), list[at]["state"].as_str());
    assert_eq!(said(1), (Some("FT309"), Some("no-adversarial-examples"), Some("expired")));
    assert_eq!(said(2), (Some("FT404"), Some("no-guard"), Some("unused")));
    assert_eq!(said(3), (Some("FT001"), Some("syntax"), Some("forbidden")));
    assert_eq!(said(4), (None, Some("no-such-thing"), Some("no_such_rule")));
    assert_eq!((&list[1]["by"], &list[1]["until"]), (&"法务".into(), &"2026-03-31".into()));
    assert_eq!((&list[4]["because"], &list[4]["until"]), (&Value::Null, &Value::Null));

    let table = run(here.path(), &["check", "--list-accepted"]).out;
    for part in [
        "FT309 no-adversarial-examples",
        "expired",
        "until 2026-03-31",
        "法务",
        "写在手册里",
        "no reason given",
        "2 specs: ",
    ] {
        assert!(table.contains(part), "{part} is not in\n{table}");
    }
    let short = run(here.path(), &["check", "--list-accepted", "--format", "short"]).out;
    assert_eq!(short.lines().count(), list.len());
    assert!(short.contains(", until: 2026-03-31, by: 法务, because: 写在手册里\n"), "{short}");
    let in_force = run(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join(".."),
        &["check", "examples", "--list-accepted", "--format", "json"],
    );
    let report = json(&in_force);
    assert!(
        report["accepted"].as_array().is_some_and(|all| all.iter().any(|one| one["state"] == "in_force")),
        "{report}"
    );
    assert_eq!(run(here.path(), &["check", "--list-accepted", "--format", "sarif"]).code, 2);
    assert_eq!(run(here.path(), &["check", "--list-accepted", "--baseline", "x"]).code, 2);
    let missing = run(here.path(), &["check", "--list-accepted", "b.ftspec", "missing.ftspec"]);
    assert!(missing.code == 2 && missing.out == "1 spec: nothing is accepted\n", "{missing:?}");
}
