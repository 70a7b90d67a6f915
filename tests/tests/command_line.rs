//! The command line as scripts and people meet it: exit codes, output, files. Every test has a folder of its own.

use std::fs;
use std::io::Read;
use std::process::Stdio;

use ftspec_tests::BASE;
use ftspec_tests::binary::{Run, command, run, run_with_input};
use ftspec_tests::folder::{folder, without_guard, write};
use serde_json::Value;

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

fn names(report: &Value) -> Vec<&str> {
    report["files"].as_array().expect("files").iter().map(|file| file["path"].as_str().expect("a path")).collect()
}

#[test]
fn exit_codes_of_check() {
    let here = folder(&[("good.ftspec", BASE), ("bad.ftspec", &without_guard())]);
    assert_eq!(run(here.path(), &["check", "good.ftspec"]).code, 0);
    assert_eq!(run(here.path(), &["check", "bad.ftspec"]).code, 1);
    assert_eq!(run(here.path(), &["check"]).code, 1);
    assert_eq!(run(here.path(), &["check", "good.ftspec", "missing.ftspec"]).code, 2);
    assert_eq!(run(here.path(), &["check", "--nonsense"]).code, 2);
    assert_eq!(run(here.path(), &["check", "--format", "xml"]).code, 2);
    let bare = run(here.path(), &[]);
    assert_eq!(bare.code, 2);
    assert!(bare.err.contains("Usage:"), "{bare:?}");
}

#[test]
fn warnings_fail_on_request() {
    let text = BASE.replace("  boundary: 10%\n", "");
    let here = folder(&[("a.ftspec", &text)]);
    let report = json(&run(here.path(), &["check", "--format", "json"]));
    assert_eq!(report["summary"]["deny"], 0, "{report}");
    let warned = report["summary"]["warn"].as_u64().expect("a number") > 0;
    assert_eq!(run(here.path(), &["check"]).code, 0);
    assert_eq!(run(here.path(), &["check", "--deny-warnings"]).code, i32::from(warned));
}

#[test]
fn json_has_the_documented_shape() {
    let text = format!("\u{feff}{}", without_guard().replace('\n', "\r\n"));
    let here = folder(&[("语气.ftspec", &text)]);
    let run = run(here.path(), &["check", "--format", "json", "语气.ftspec"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    let report = json(&run);
    assert_eq!(report["version"], 1);
    assert_eq!(report["summary"]["files"], 1);
    let file = &report["files"][0];
    assert_eq!(file["path"], "语气.ftspec");
    assert_eq!(file["verdict"]["kind"], "not_ready");
    assert_eq!(file["verdict"]["reasons"][0], "FT404");
    assert_eq!(file["verdict"]["routes"][0], "fix_eval");
    let found = file["diagnostics"].as_array().expect("findings").iter().find(|found| found["code"] == "FT404");
    let found = found.expect("no guard");
    let start = text.find("eval {").expect("an eval block");
    assert_eq!(found["name"], "no-guard");
    assert_eq!(found["level"], "deny");
    assert_eq!(found["unsaid"], true);
    assert_eq!(found["route"], "fix_eval");
    assert_eq!(found["span"]["start"], start);
    assert_eq!(found["span"]["end"], start + 4);
    assert_eq!(found["start"]["line"], text[..start].matches('\n').count() + 1);
    assert_eq!((&found["start"]["column"], &found["end"]["column"]), (&Value::from(1), &Value::from(5)));
    assert_eq!(found["labels"][0]["span"], found["span"]);
    assert!(found["labels"][0]["message"].is_string() && found["help"].is_string() && found["message"].is_string());
    let fix = &found["fixes"][0];
    assert_eq!(fix["applicability"], "template");
    assert!(fix["title"].is_string() && fix["edits"][0]["start"].is_u64() && fix["edits"][0]["text"].is_string());
}

#[test]
fn columns_count_characters_and_wrong_findings_are_not_unsaid() {
    let here = folder(&[("a.ftspec", "spec \"语气\" stray\n")]);
    let report = json(&run(here.path(), &["check", "--format", "json"]));
    let found = report["files"][0]["diagnostics"].as_array().expect("findings");
    let syntax = found.iter().find(|found| found["code"] == "FT001").expect("a syntax error");
    assert_eq!(syntax["start"]["column"], 11, "{syntax}");
    assert!(syntax.get("unsaid").is_none(), "{syntax}");
}

#[test]
fn paths_are_sorted_and_checked_once() {
    let here = folder(&[("b.ftspec", BASE), ("a/z.ftspec", BASE), ("a/y.ftspec", BASE), ("c.txt", BASE)]);
    write(here.path(), ".hidden.ftspec", BASE.as_bytes());
    let all = json(&run(here.path(), &["check", "--format", "json"]));
    assert_eq!(names(&all), ["a/y.ftspec", "a/z.ftspec", "b.ftspec"]);
    let twice = run(here.path(), &["check", "--format", "json", "b.ftspec", "./b.ftspec", "a", "a/y.ftspec", "c.txt"]);
    assert_eq!(names(&json(&twice)), ["a/y.ftspec", "a/z.ftspec", "b.ftspec", "c.txt"]);
}

#[test]
fn many_files_stay_in_order_and_clean_ones_are_counted() {
    let here = folder(&[]);
    for number in 0..600 {
        write(here.path(), &format!("{number:03}.ftspec"), BASE.as_bytes());
    }
    write(here.path(), "300.ftspec", without_guard().as_bytes());
    let report = json(&run(here.path(), &["check", "--format", "json"]));
    let names = names(&report);
    assert!(names.len() == 600 && names.is_sorted());
    let human = run(here.path(), &["check"]);
    assert!(human.out.contains("599 more are ready") && human.out.contains("600 specs: 1 deny"), "{}", human.out);
    assert!(!human.out.contains("299.ftspec"), "{}", human.out);
}

#[test]
fn git_ignored_files_are_left_out() {
    let here = folder(&[("kept.ftspec", BASE), ("old/left.ftspec", BASE), (".gitignore", "old/\n")]);
    fs::create_dir(here.path().join(".git")).expect("made");
    assert_eq!(names(&json(&run(here.path(), &["check", "--format", "json"]))), ["kept.ftspec"]);
}

#[test]
fn standard_input_is_checked_under_its_name() {
    let here = folder(&[]);
    let arguments = ["check", "-", "--stdin-path", "plans/refund.ftspec", "--format", "short"];
    let run = run_with_input(here.path(), &arguments, without_guard().as_bytes());
    assert_eq!(run.code, 1);
    assert!(run.out.starts_with("plans/refund.ftspec:"), "{}", run.out);
    assert!(run.out.contains(": deny[FT404] nothing says what must not get worse (no-guard)"), "{}", run.out);
    let unnamed = run_with_input(here.path(), &["check", "-", "--format", "json"], BASE.as_bytes());
    assert_eq!((unnamed.code, names(&json(&unnamed))), (0, vec!["<stdin>"]));
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_checked() {
    let here = folder(&[("bad.ftspec", &without_guard())]);
    write(here.path(), "latin.ftspec", b"spec \"caf\xe9\"\n");
    write(here.path(), "large.ftspec", &vec![b' '; 4 * 1024 * 1024 + 1]);
    write(here.path(), "limit.ftspec", &vec![b' '; 4 * 1024 * 1024]);
    let names = ["bad.ftspec", "latin.ftspec", "large.ftspec", "limit.ftspec", "missing.ftspec"];
    let run = run(here.path(), &[&["check", "--format", "json"], &names[..]].concat());
    assert_eq!(run.code, 2);
    assert!(run.err.contains("missing.ftspec") && run.err.contains("latin.ftspec"), "{}", run.err);
    let report = json(&run);
    let codes = |name: &str| -> Vec<String> {
        let file = report["files"].as_array().unwrap().iter().find(|file| file["path"] == name).unwrap();
        file["diagnostics"].as_array().unwrap().iter().map(|found| found["code"].as_str().unwrap().into()).collect()
    };
    assert!(codes("bad.ftspec").contains(&"FT404".to_string()));
    for unreadable in ["latin.ftspec", "large.ftspec", "missing.ftspec"] {
        assert_eq!(codes(unreadable), ["FT013"], "{unreadable}");
    }
    assert!(!codes("limit.ftspec").contains(&"FT013".to_string()));
    assert!(run.out.contains("offset 9"), "the byte is named: {}", run.out);
}

#[test]
fn a_folder_without_specs_is_no_success() {
    let here = folder(&[("empty/readme.md", "nothing")]);
    let run = run(here.path(), &["check", "empty"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("no spec found in `empty`"), "{}", run.err);
    let json = json(&ftspec_tests::binary::run(here.path(), &["check", "--format", "json", "empty"]));
    assert_eq!(json["summary"]["files"], 0);
}

#[test]
fn a_reader_that_leaves_changes_nothing() {
    let here = folder(&[]);
    for number in 0..400 {
        write(here.path(), &format!("{number:03}.ftspec"), without_guard().as_bytes());
    }
    let mut child =
        command(here.path(), &["check"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("ftspec runs");
    let mut first = [0; 16];
    child.stdout.take().expect("piped").read_exact(&mut first).expect("something is said");
    let run = Run::from(child.wait_with_output().expect("ftspec ends"));
    assert_eq!((run.code, run.err.as_str()), (1, ""));
}

#[test]
fn the_day_is_what_is_asked_for() {
    let expiring = format!(
        "{}\naccept no-guard {{ because: \"one round only\", by: \"legal\", until: 2026-11-30 }}\n",
        without_guard()
    );
    let here = folder(&[("a.ftspec", &expiring)]);
    let on = |day: &str| run(here.path(), &["check", "--format", "short", "--today", day]).out;
    assert!(!on("2026-11-30").contains("FT010"), "{}", on("2026-11-30"));
    assert!(on("2026-12-01").contains("FT010"), "{}", on("2026-12-01"));
    let by_environment =
        command(here.path(), &["check", "--format", "short"]).env("FTSPEC_TODAY", "2026-12-01").output();
    assert!(Run::from(by_environment.expect("ftspec runs")).out.contains("FT010"));
    assert_eq!(run(here.path(), &["check", "--today", "2026-02-30"]).code, 2);
    let nonsense = command(here.path(), &["check"]).env("FTSPEC_TODAY", "soon").output().expect("ftspec runs");
    assert_eq!(Run::from(nonsense).code, 2);
}

#[test]
fn a_draft_counts_what_is_not_said_yet() {
    let draft = "spec \"Commit messages\"\nowner: \"platform@example.com\"\nstatus: draft\n";
    let here = folder(&[("a.ftspec", draft)]);
    let folded = run(here.path(), &["check"]);
    assert!(folded.out.contains("not said yet; `--unsaid`"), "{}", folded.out);
    let listed = run(here.path(), &["check", "--unsaid"]);
    assert!(listed.out.contains("note[FT") && !listed.out.contains("not said yet"), "{}", listed.out);
    let report = json(&run(here.path(), &["check", "--format", "json"]));
    let found = report["files"][0]["diagnostics"].as_array().expect("findings");
    assert!(found.iter().any(|found| found["level"] == "note" && found["unsaid"] == true));
}

#[test]
fn a_report_says_what_where_and_what_to_do() {
    let here = folder(&[("refund.ftspec", &without_guard())]);
    let out = run(here.path(), &["check"]).out;
    let line = without_guard().lines().position(|line| line.starts_with("eval {")).expect("an eval block") + 1;
    for part in [
        "error[FT404]: nothing says what must not get worse\n".to_string(),
        format!("╭─[ refund.ftspec:{line}:1 ]\n"),
        format!(" {line} │ eval {{\n"),
        "│ help: ".to_string(),
        "│ fix (template): ".to_string(),
        "│ more: ftspec explain no-guard\n".to_string(),
        "refund.ftspec: not_ready — ".to_string(),
        "1 spec: 1 deny".to_string(),
    ] {
        assert!(out.contains(&part), "{part:?} is not in\n{out}");
    }
}

#[test]
fn a_spec_cannot_command_the_terminal() {
    let here = folder(&[("a.ftspec", "spec \"a\"\ngoal { kind: \"\x1b[2Jgone\u{202e}\" \x1b }\n")]);
    for format in ["human", "short"] {
        let out = run(here.path(), &["check", "--format", format]).out;
        assert!(!out.contains(['\x1b', '\u{202e}']), "{out:?}");
    }
}

#[test]
fn colours_only_where_they_are_wanted() {
    let here = folder(&[("a.ftspec", &without_guard())]);
    assert!(!run(here.path(), &["check"]).out.contains('\x1b'));
    assert!(run(here.path(), &["check", "--color", "always"]).out.contains('\x1b'));
    assert!(!run(here.path(), &["check", "--color", "never"]).out.contains('\x1b'));
    let forced = command(here.path(), &["check"]).env("CLICOLOR_FORCE", "1").output().expect("ftspec runs");
    assert!(Run::from(forced).out.contains('\x1b'));
    let refused = command(here.path(), &["check"]).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").output();
    assert!(!Run::from(refused.expect("ftspec runs")).out.contains('\x1b'));
}

#[test]
fn odd_files_are_checked() {
    let here = folder(&[("empty.ftspec", ""), ("bom.ftspec", &format!("\u{feff}{BASE}"))]);
    write(here.path(), "crlf.ftspec", BASE.replace('\n', "\r\n").as_bytes());
    assert_eq!(run(here.path(), &["check", "bom.ftspec", "crlf.ftspec"]).code, 0);
    let empty = run(here.path(), &["check", "empty.ftspec"]);
    assert_eq!(empty.code, 1);
    assert!(empty.out.contains("FT102"), "{}", empty.out);
}

const UNTIDY: &str = "spec \"a\"\r\nowner:\"x\"\r\n\r\n\r\n\r\ngoal {\r\nkind: style\r\n}\r\n";
const TIDY: &str = "spec \"a\"\nowner: \"x\"\n\ngoal {\n  kind: style\n}\n";

#[test]
fn fmt_writes_what_is_untidy_and_leaves_the_rest() {
    let here = folder(&[("tidy.ftspec", TIDY), ("untidy.ftspec", UNTIDY)]);
    let old = fs::metadata(here.path().join("tidy.ftspec")).and_then(|about| about.modified()).expect("a time");
    let run_ = run(here.path(), &["fmt"]);
    assert_eq!(run_.code, 0, "{run_:?}");
    assert_eq!(run_.out, "formatted untidy.ftspec\n2 specs: 1 formatted, 1 left as written\n");
    assert_eq!(fs::read_to_string(here.path().join("untidy.ftspec")).expect("text"), TIDY);
    assert_eq!(fs::metadata(here.path().join("tidy.ftspec")).and_then(|about| about.modified()).expect("a time"), old);
    assert_eq!(fs::read_dir(here.path()).expect("a folder").count(), 2, "nothing is left behind");
    assert_eq!(run(here.path(), &["fmt", "--check"]).code, 0);
}

#[test]
fn fmt_looks_without_touching() {
    let here = folder(&[("tidy.ftspec", TIDY), ("untidy.ftspec", UNTIDY)]);
    let check = run(here.path(), &["fmt", "--check"]);
    assert_eq!((check.code, check.out.as_str()), (1, "untidy.ftspec\n"));
    let diff = run(here.path(), &["fmt", "--diff"]);
    assert_eq!(diff.code, 0);
    assert!(diff.out.contains("\n-owner:\"x\"") && diff.out.contains("\n+owner: \"x\"\n"), "{}", diff.out);
    let both = run(here.path(), &["fmt", "--check", "--diff"]);
    assert!(both.code == 1 && both.out.contains("+++ untidy.ftspec"), "{both:?}");
    assert_eq!(fs::read_to_string(here.path().join("untidy.ftspec")).expect("text"), UNTIDY);
}

#[test]
fn fmt_of_standard_input() {
    let here = folder(&[]);
    for text in [TIDY, UNTIDY] {
        let run = run_with_input(here.path(), &["fmt", "-"], text.as_bytes());
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, TIDY, ""));
    }
    assert_eq!(run_with_input(here.path(), &["fmt", "-", "--check"], UNTIDY.as_bytes()).code, 1);
}

#[test]
fn fmt_does_the_others_when_one_cannot_be_read() {
    let here = folder(&[("untidy.ftspec", UNTIDY)]);
    let run_ = run(here.path(), &["fmt", "missing.ftspec", "untidy.ftspec"]);
    assert_eq!(run_.code, 2);
    assert!(run_.err.contains("missing.ftspec: there is no such file"), "{}", run_.err);
    assert_eq!(fs::read_to_string(here.path().join("untidy.ftspec")).expect("text"), TIDY);
}

#[cfg(unix)]
#[test]
fn fmt_keeps_modes_and_links_and_what_is_write_protected() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let here = folder(&[("real/a.ftspec", UNTIDY), ("kept.ftspec", UNTIDY)]);
    let (target, link, kept) =
        (here.path().join("real/a.ftspec"), here.path().join("link.ftspec"), here.path().join("kept.ftspec"));
    fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).expect("set");
    fs::set_permissions(&kept, fs::Permissions::from_mode(0o444)).expect("set");
    symlink("real/a.ftspec", &link).expect("linked");
    assert_eq!(run(here.path(), &["fmt", "link.ftspec"]).code, 0);
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert_eq!(fs::metadata(&target).expect("there").permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_to_string(&target).expect("text"), TIDY);
    assert_eq!(run(here.path(), &["fmt", "kept.ftspec"]).code, 2);
    assert_eq!(fs::read_to_string(&kept).expect("text"), UNTIDY);
}

#[test]
fn explain_knows_rules_words_and_lines() {
    let here = folder(&[("a.ftspec", &without_guard())]);
    let line = without_guard().lines().position(|line| line.starts_with("eval {")).expect("an eval block") + 1;
    let place = format!("a.ftspec:{line}");
    for (what, parts) in [
        ("no-guard", &["FT404 · deny", "Why\n", "Bad\n", "Good\n", "Instead\n", "From\n"][..]),
        ("ft404", &["no-guard"]),
        ("goal", &["at the top level", "Attributes\n", "one of 10 words, expected", "Example\n"]),
        ("metric", &["inside `eval`", "metric NAME"]),
        ("fallback", &["inside `risk`"]),
        ("file", &["owner", "Blocks inside\n"]),
        ("top", &["owner"]),
        ("stop.when", &["when CONDITION then ACTION"]),
        ("goal.kind", &["Words\n", "style ", "If it is missing\n"]),
        ("eval.metric.on", &["metric.on", "the name of a `data` block"]),
        ("goal.kind.style", &["a kind of goal", "Where it stands"]),
        ("top_k", &["retrieval.top_k"]),
        ("kappa", &["labeling.agreement_as"]),
        ("style", &["goal.kind: style", "metric.measures: style"]),
        ("require", &["eval.require", "a statement"]),
        ("usd", &["a unit"]),
        (&place, &["error[FT404]", "help: ", "An evaluation says what must get better"]),
        ("a.ftspec:2:1", &["nothing to say here"]),
    ] {
        let run = run(here.path(), &["explain", what]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{what}");
        for part in parts {
            assert!(run.out.contains(part), "{part:?} is not in the page of {what}:\n{}", run.out);
        }
    }
}

#[test]
fn explain_offers_what_is_near() {
    let here = folder(&[("a.ftspec", BASE)]);
    for (what, near) in [
        ("no-gaurd", "`no-guard`"),
        ("goal.knid", "`goal.kind`"),
        ("风格", "`style`"),
        ("zzzzzz", "nothing is called `zzzzzz`"),
        ("a.ftspec:9999", "there is no line 9999"),
        ("b.ftspec:1", "there is no such file"),
        (".:1", "this is a folder"),
    ] {
        let run = run(here.path(), &["explain", what]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{what}");
        assert!(run.err.contains(near), "{what}: {}", run.err);
    }
}

#[test]
fn the_catalogue_in_three_forms() {
    let here = folder(&[]);
    let count = ftspec_analysis::rules::RULES.len();
    let table = run(here.path(), &["rules"]);
    assert!(table.code == 0 && table.out.contains("FT404  no-guard") && table.out.contains(&format!("{count} rules;")));
    let list = json(&run(here.path(), &["rules", "--format", "json"]));
    assert_eq!(list["rules"].as_array().expect("rules").len(), count);
    assert!(list["rules"].as_array().unwrap().iter().any(|rule| rule["code"] == "FT404" && rule["level"] == "deny"));
    let markdown = run(here.path(), &["rules", "--format", "markdown"]);
    assert_eq!(markdown.out.matches("\n### FT").count(), count);
    assert!(markdown.out.contains("[FT404 no-guard](#ft404-no-guard)"), "{}", markdown.out);
}

#[test]
fn completions_manual_help_and_version() {
    let here = folder(&[]);
    for shell in ["bash", "zsh", "fish"] {
        let run = run(here.path(), &["completions", shell]);
        assert!(run.code == 0 && run.out.contains("ftspec") && run.out.contains("explain"), "{shell}");
    }
    assert_eq!(run(here.path(), &["completions", "cobol"]).code, 2);
    let man = run(here.path(), &["man"]);
    assert!(man.code == 0 && man.out.contains(".TH ftspec 1") && man.out.contains("FTSPEC CHECK"), "{}", man.out);
    for command in ["new", "check", "fmt", "explain", "rules", "completions", "man"] {
        let help = run(here.path(), &[command, "--help"]);
        assert!(help.code == 0 && help.out.contains("Examples:\n  "), "{command}: {}", help.out);
    }
    assert!(run(here.path(), &["--help"]).out.contains("Exit codes:"));
    assert_eq!(run(here.path(), &["--version"]).out, format!("ftspec {}\n", env!("CARGO_PKG_VERSION")));
}

/// A paragraph from a mail is one finding, which says what a plan looks like; nothing is said of the blocks that it lacks.
/// One slip is no paragraph, and a block or two make a plan.
#[test]
fn a_page_of_prose_is_told_so_once() {
    let english = "We want the bot to be calmer. There are 8,200 tickets, and it must never promise a refund.\n";
    let chinese = "我们的客服助手写的回复太啰嗦，客服要改掉三分之一。\n\n去年有 8200 条工单，可以拿来训练。\n";
    let below = format!("spec \"Refund replies\"\nowner: \"a@example.com\"\n\n{english}");
    let found = |text: &str, lang: &str| -> Vec<String> {
        let here = folder(&[("a.ftspec", text)]);
        let told = run(here.path(), &["check", "--format", "json", "--lang", lang]);
        assert_eq!(told.code, 1, "{told:?}");
        let report: Value = serde_json::from_str(&told.out).expect("JSON");
        let file = &report["files"][0];
        assert_eq!(file["verdict"]["kind"], "not_ready", "{file}");
        let found = file["diagnostics"].as_array().expect("a list");
        found.iter().map(|found| format!("{}: {}", found["code"], found["message"]).replace('"', "")).collect()
    };
    for text in [english, chinese, &below] {
        assert_eq!(found(text, "en"), ["FT001: this is prose, not a plan"], "{text}");
        assert_eq!(found(text, "zh"), ["FT001: 这是一段普通文字，还不是计划"], "{text}");
        assert!(found(&format!("{text}goal {{ kind: style }}\n"), "en").len() > 5, "with a block it is a plan");
    }
    let prose = |text: &str| found(text, "en").iter().any(|found| found.contains("prose"));
    for text in
        ["spec Refund replies in the house tone", "wnoer the support team at large", "We want", "// We want it all"]
    {
        assert!(!prose(text), "{text}");
    }
}

#[test]
fn text_pasted_below_blocks_is_told_where_it_belongs() {
    let here = folder(&[("a.ftspec", &format!("{BASE}\nWe also want it to be kinder and to know our products.\n"))]);
    for (lang, help) in [("en", "text belongs in quotes"), ("zh", "文本要加引号")] {
        let told = run(here.path(), &["check", "--lang", lang]);
        assert!(told.code == 1 && told.out.contains(help), "{told:?}");
    }
}
