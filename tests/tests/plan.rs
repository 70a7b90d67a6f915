//! `ftspec plan` at the command line: formats, places to write to, what stops it, what it says of the past.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use ftspec_tests::BASE;
use ftspec_tests::binary::{command, run, run_with_input};
use ftspec_tests::folder::{folder, without_guard, write};
use serde_json::Value;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn git(folder: &Path, arguments: &[&str]) {
    let done = Command::new("git")
        .args(["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .current_dir(folder)
        .stdout(Stdio::null())
        .status();
    assert!(done.expect("git runs").success(), "git {arguments:?}");
}

#[test]
fn a_plan_is_written_in_three_formats() {
    let here = folder(&[("a.ftspec", BASE)]);
    let markdown = run(here.path(), &["plan", "a.ftspec"]);
    assert_eq!((markdown.code, markdown.err.as_str()), (0, ""));
    assert!(markdown.out.starts_with("# "), "{}", markdown.out);
    let html = run(here.path(), &["plan", "a.ftspec", "--format", "html"]);
    assert!(html.code == 0 && html.out.starts_with("<!DOCTYPE html>"), "{html:?}");
    let plan = json(&run(here.path(), &["plan", "a.ftspec", "--format", "json"]).out);
    assert_eq!((plan["version"].as_u64(), plan["verdict"]["kind"].as_str()), (Some(1), Some("ready")));
    // Standard input, and the same in Chinese.
    let piped = run_with_input(here.path(), &["plan", "-", "--format", "json", "--lang", "zh"], BASE.as_bytes());
    assert_eq!((piped.code, json(&piped.out)["lang"].as_str()), (0, Some("zh")));
}

#[test]
fn the_output_says_the_format_and_several_specs_need_a_folder() {
    let here = folder(&[("plans/a.ftspec", BASE), ("plans/b.ftspec", BASE), ("plans/sub/a.ftspec", BASE)]);
    let at = |name: &str| fs::read_to_string(here.path().join(name)).unwrap_or_default();
    let one = run(here.path(), &["plan", "plans/a.ftspec", "-o", "a.html"]);
    assert_eq!((one.code, one.out.as_str(), one.err.as_str()), (0, "", ""));
    assert!(at("a.html").starts_with("<!DOCTYPE html>"));
    run(here.path(), &["plan", "plans/a.ftspec", "-o", "a.json"]);
    assert_eq!(json(&at("a.json"))["source"]["path"], "plans/a.ftspec");

    let both = run(here.path(), &["plan", "plans/a.ftspec", "plans/b.ftspec", "-o", "site/", "--format", "html"]);
    assert_eq!((both.code, both.out.as_str()), (0, "2 plans written to site/\n"));
    assert!(at("site/a.html").starts_with("<!DOCTYPE html>") && at("site/b.html").starts_with("<!DOCTYPE html>"));

    for (arguments, told) in [
        (&["plan", "plans/a.ftspec", "plans/b.ftspec", "--format", "html"][..], "name a folder"),
        (&["plan", "plans/a.ftspec", "plans/b.ftspec", "-o", "both.html"], "as in `-o both.html/`"),
        (&["plan", "plans", "-o", "site/"], "would go into one file"),
        (&["plan", "plans/a.ftspec", "-o", "plans/b.ftspec"], "would replace a spec"),
        (&["plan", "plans/a.ftspec", "-o", "nowhere/a.html"], "mkdir -p nowhere"),
        (&["plan", "none.ftspec"], "none.ftspec"),
        (&["plan", "plans/a.ftspec", "--since", "HEAD"], "git"),
    ] {
        let run = run(here.path(), arguments);
        assert!(run.code == 2 && run.err.contains(told), "{arguments:?}: {run:?}");
    }
    assert!(!here.path().join("both.html").exists());
    assert_eq!(at("plans/b.ftspec"), BASE);
    // Nothing half written lies about.
    let left = fs::read_dir(here.path().join("plans")).expect("a folder").flatten().count();
    assert_eq!(left, 3);
}

#[test]
fn findings_head_the_document_and_errors_of_the_language_stop_it() {
    let here = folder(&[("a.ftspec", &without_guard()), ("b.ftspec", &BASE.replace("spec \"", "spec ‘"))]);
    let flawed = run(here.path(), &["plan", "a.ftspec", "--format", "json"]);
    let plan = json(&flawed.out);
    assert_eq!((flawed.code, plan["verdict"]["kind"].as_str()), (0, Some("not_ready")));
    let step = &plan["verdict"]["steps"][0];
    assert_eq!((step["route"].as_str(), step["findings"][0]["code"].as_str()), (Some("fix_eval"), Some("FT404")));

    let broken = run(here.path(), &["plan", "b.ftspec", "-o", "b.html"]);
    assert_eq!((broken.code, broken.out.as_str()), (1, ""));
    assert!(broken.err.contains("error[FT0") && broken.err.contains("b.ftspec: no plan was written"), "{}", broken.err);
    assert!(!here.path().join("b.html").exists());
    // What can be written is written.
    let both = run(here.path(), &["plan", "a.ftspec", "b.ftspec", "-o", "site/"]);
    assert_eq!((both.code, both.out.as_str()), (1, "1 plan written to site/\n"));
    assert!(here.path().join("site/a.md").exists());
}

#[test]
fn a_required_verdict_sets_the_exit_code() {
    let here = folder(&[("a.ftspec", &without_guard()), ("b.ftspec", BASE)]);
    let flawed = run(here.path(), &["plan", "a.ftspec", "--require", "ready", "-o", "a.md"]);
    assert!(flawed.code == 1 && flawed.err.contains("a.ftspec: the verdict is not what `--require` asks for"));
    assert!(here.path().join("a.md").exists(), "the document is written all the same");
    assert_eq!(run(here.path(), &["plan", "b.ftspec", "--require", "ready"]).code, 0);
    assert_eq!(run(here.path(), &["plan", "b.ftspec", "--require", "ship"]).code, 1);
    assert_eq!(run(here.path(), &["plan", "b.ftspec", "--require", "perfect"]).code, 2);
}

#[test]
fn what_changed_since_a_commit_is_told_requirement_by_requirement() {
    let here = folder(&[("a.ftspec", BASE)]);
    git(here.path(), &["init", "-q", "-b", "main"]);
    git(here.path(), &["add", "."]);
    git(here.path(), &["commit", "-q", "-m", "one"]);
    let log = |arguments: &[&str]| {
        let run = run(here.path(), &[&["plan", "a.ftspec", "--format", "json", "--since", "HEAD"], arguments].concat());
        assert_eq!(run.code, 0, "{run:?}");
        json(&run.out)["change_log"].clone()
    };
    assert_eq!(log(&[])["changes"].as_array().map(Vec::len), Some(0));
    // Layout and comments are no change.
    write(here.path(), "a.ftspec", format!("// one\n{}", BASE.replace(":  ", ": ")).as_bytes());
    assert_eq!(log(&[])["changes"].as_array().map(Vec::len), Some(0));
    let requirement = BASE.lines().find(|line| line.trim_start().starts_with("require ")).expect("a requirement");
    let (head, value) = requirement.rsplit_once(' ').expect("a value");
    let changed = BASE.replace(requirement, &format!("{head} 97%"));
    write(here.path(), "a.ftspec", changed.as_bytes());
    let changes = log(&[]);
    let change = &changes["changes"][0];
    assert!(change["what"].as_str().is_some_and(|what| what.starts_with("requirement on `")), "{changes}");
    assert!(change["before"].as_str().is_some_and(|text| text.ends_with(value)), "{changes}");
    assert!(change["after"].as_str().is_some_and(|text| text.ends_with("97%")), "{changes}");
    assert_eq!(changes["changes"].as_array().map(Vec::len), Some(1), "{changes}");
    // A spec that was not there before is new as a whole.
    write(here.path(), "b.ftspec", BASE.as_bytes());
    let new = run(here.path(), &["plan", "b.ftspec", "--format", "json", "--since", "HEAD"]);
    let changes = json(&new.out)["change_log"]["changes"].clone();
    assert_eq!((changes.as_array().map(Vec::len), changes[0]["place"].as_str()), (Some(1), Some("spec")), "{changes}");
}

/// A plan that is written anew whenever something changes.
struct Watching {
    child: Child,
    document: PathBuf,
}

impl Watching {
    /// Watches a spec from a folder; the document goes there.
    fn start(folder: &Path, spec: &str) -> Self {
        let mut child = command(folder, &["plan", spec, "-o", "a.json", "--watch"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("ftspec runs");
        // It looks from the moment on that it says so.
        let mut said = [0; 16];
        child.stdout.as_mut().expect("piped").read_exact(&mut said).expect("it speaks");
        Self { child, document: folder.join("a.json") }
    }

    fn verdict(&self) -> String {
        let text = fs::read_to_string(&self.document).unwrap_or_default();
        let plan: Value = serde_json::from_str(&text).unwrap_or_default();
        plan["verdict"]["kind"].as_str().unwrap_or_default().to_string()
    }

    fn becomes(&self, wanted: &str) {
        let patience = Instant::now() + Duration::from_secs(60);
        while self.verdict() != wanted {
            assert!(Instant::now() < patience, "still `{}`", self.verdict());
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_watched_plan_follows_its_spec() {
    let here = folder(&[("a.ftspec", BASE)]);
    let watching = Watching::start(here.path(), "a.ftspec");
    watching.becomes("ready");
    write(here.path(), "a.ftspec", without_guard().as_bytes());
    watching.becomes("not_ready");
    // Half a file is told and leaves the old document; the next change mends it.
    write(here.path(), "a.ftspec", b"goal {");
    std::thread::sleep(Duration::from_millis(200));
    assert_eq!(watching.verdict(), "not_ready");
    // As editors save: a new file in the place of the old one.
    write(here.path(), "new", BASE.as_bytes());
    fs::rename(here.path().join("new"), here.path().join("a.ftspec")).expect("renamed");
    watching.becomes("ready");
    // A configuration counts, too.
    write(here.path(), "a.ftspec", without_guard().as_bytes());
    watching.becomes("not_ready");
    write(here.path(), "ftspec.toml", b"[rules]\nno-guard = \"allow\"\n");
    watching.becomes("ready");
}

/// A configuration that comes to stand in a folder above counts from then on, and so does what it builds on.
#[test]
fn a_watched_plan_sees_configurations_that_come_later() {
    let here = folder(&[("team/plans/a.ftspec", &without_guard()), ("common/team.toml", "")]);
    let allow = b"[rules]\nno-guard = \"allow\"\n";
    let watching = Watching::start(here.path(), "team/plans/a.ftspec");
    watching.becomes("not_ready");
    write(here.path(), "team/ftspec.toml", allow);
    watching.becomes("ready");
    write(here.path(), "team/ftspec.toml", b"extends = \"../common/team.toml\"\n");
    watching.becomes("not_ready");
    write(here.path(), "common/team.toml", allow);
    watching.becomes("ready");
    fs::remove_file(here.path().join("team/ftspec.toml")).expect("removed");
    watching.becomes("not_ready");
    write(here.path(), "ftspec.toml", allow);
    watching.becomes("ready");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let here = folder(&[("a.ftspec", BASE)]);
    let mut plan = command(here.path(), &["plan", "a.ftspec", "--format", "html"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("ftspec runs");
    drop(plan.stdout.take());
    let ended = plan.wait_with_output().expect("it ends");
    assert_eq!((ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()), (Some(0), ""));
}
