//! Reports for programs: each is valid by its schema, and all of them tell the same findings.

mod reports;

use std::collections::HashSet;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Stdio;

use ftspec_tests::BASE;
use ftspec_tests::binary::{Run, command, run, run_with_input};
use jsonschema::Validator;
use reports::Row;
use serde_json::Value;
use tempfile::TempDir;

const MACHINE: [&str; 5] = ["json", "sarif", "github", "gitlab", "junit"];

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    folder
}

/// The examples and the fixtures, with what cannot be read, and with what is odd.
fn everything() -> TempDir {
    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).expect("made");
        for path in fs::read_dir(from).expect("a folder").flatten().map(|entry| entry.path()) {
            let copied = to.join(path.file_name().expect("a name"));
            if path.is_dir() { copy(&path, &copied) } else { fs::copy(&path, &copied).map(drop).expect("copied") }
        }
    }
    let here = folder(&[
        ("odd/latin.ftspec", b"spec \"caf\xe9\"\n"),
        ("odd/large.ftspec", &vec![b' '; 4 * 1024 * 1024 + 1]),
        ("odd/empty.ftspec", b""),
        ("odd/bom.ftspec", "\u{feff}spec \"语气\" stray\r\n".as_bytes()),
        ("odd/nul.ftspec", b"spec \"a\0\x1b[2J\"\n\0\0 kind: style\n"),
        ("odd/braces.ftspec", "{".repeat(3_000).as_bytes()),
        ("odd/markup.ftspec", b"spec \"<a href='x'>&amp;]]>\"\ngoal { knid: \"%0A::error::%\", kind: <x> }\n"),
        ("odd/a b%,=[语]#?.ftspec", b"spec \"a\"\ngoal { kind: stile }\n"),
    ]);
    copy(&root().join("examples"), &here.path().join("examples"));
    copy(&root().join("tests/fixtures"), &here.path().join("fixtures"));
    here
}

fn schema(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(root().join(path)).expect("it is there")).expect("it is JSON")
}

/// Our own schema allows additions; here nothing may be there that it does not describe.
fn strict(schema: &mut Value) {
    if let Value::Object(object) = schema {
        if object.contains_key("properties") {
            object.insert("additionalProperties".into(), Value::Bool(false));
        }
        object.values_mut().for_each(strict);
    } else if let Value::Array(list) = schema {
        list.iter_mut().for_each(strict);
    }
}

fn check_schema() -> Validator {
    let mut schema = schema("docs/schema/check.v1.schema.json");
    strict(&mut schema);
    jsonschema::validator_for(&schema).expect("our schema is one")
}

/// The pattern of `language`, which nobody sets here, is no regular expression as it is published.
fn sarif_schema() -> Validator {
    let mut schema = schema("tests/schema/sarif-2.1.0.schema.json");
    for whose in ["run", "toolComponent"] {
        let language = schema.pointer_mut(&format!("/definitions/{whose}/properties/language"));
        assert!(language.and_then(Value::as_object_mut).expect("as published").remove("pattern").is_some());
    }
    jsonschema::validator_for(&schema).expect("a schema")
}

fn assert_valid(by: &Validator, report: &str) -> Value {
    let report: Value = serde_json::from_str(report).unwrap_or_else(|error| panic!("{error}: {report}"));
    let errors: Vec<String> =
        by.iter_errors(&report).take(5).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    report
}

/// Every format of one check, in the order of [`MACHINE`], with the short one behind them.
fn all_formats(here: &Path, arguments: &[&str]) -> (i32, Vec<String>) {
    let mut asked = vec!["check", "--format", "short", "--unsaid"];
    let outputs: Vec<String> = MACHINE.iter().map(|format| format!("{format}=out.{format}")).collect();
    outputs.iter().for_each(|output| asked.extend(["--output", output.as_str()]));
    asked.extend(arguments);
    let run = run(here, &asked);
    let read = |format: &&str| fs::read_to_string(here.join(format!("out.{format}"))).expect("it was written");
    let mut reports: Vec<String> = MACHINE.iter().map(read).collect();
    reports.push(run.out);
    (run.code, reports)
}

#[test]
fn every_report_tells_the_same() {
    let here = everything();
    let (code, reports) = all_formats(here.path(), &["examples", "fixtures", "odd", "missing.ftspec"]);
    assert_eq!(code, 2, "some cannot be read");
    let readers = [reports::json, reports::sarif, reports::github, reports::gitlab, reports::junit, reports::short];
    let sorted = |mut rows: Vec<Row>| {
        rows.sort();
        rows
    };
    let expected = sorted(reports::json(&reports[0]));
    assert!(expected.len() > 200, "{} findings", expected.len());
    for level in ["deny", "warn", "note"] {
        assert!(expected.iter().any(|row| row.level == level), "{level}");
    }
    for (at, read) in readers.iter().enumerate() {
        let found = sorted(read(&reports[at]));
        for (one, other) in expected.iter().zip(&found) {
            assert_eq!(one, other, "in report {at}");
        }
        assert_eq!(expected.len(), found.len(), "in report {at}");
    }
}

#[test]
fn reports_are_valid_by_their_schemas() {
    let here = everything();
    let ours = check_schema();
    let sarif = sarif_schema();
    let everything = ["examples", "fixtures", "odd", "missing.ftspec", "--statistics"];
    let (_, reports) = all_formats(here.path(), &everything);
    let json = assert_valid(&ours, &reports[0]);
    assert!(json["statistics"].as_array().is_some_and(|rows| !rows.is_empty()));
    let log = assert_valid(&sarif, &reports[1]);
    let run_ = &log["runs"][0];
    assert_eq!(run_["invocations"][0]["executionSuccessful"], false);
    let rules = run_["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), ftspec_analysis::rules::RULES.len());
    for found in run_["results"].as_array().expect("results") {
        assert_eq!(rules[found["ruleIndex"].as_u64().expect("an index") as usize]["id"], found["ruleId"]);
    }
    assert_eq!(run_["artifacts"].as_array().map(Vec::len), json["files"].as_array().map(Vec::len));

    // Nothing found, nothing there, standard input, one file.
    fs::write(here.path().join("clean.ftspec"), BASE).expect("written");
    fs::create_dir(here.path().join("nothing")).expect("made");
    for path in ["clean.ftspec", "nothing", "missing.ftspec", "odd/nul.ftspec"] {
        let (_, reports) = all_formats(here.path(), &[path]);
        assert_valid(&ours, &reports[0]);
        assert_valid(&sarif, &reports[1]);
        assert_eq!(reports::gitlab(&reports[3]).len(), reports::json(&reports[0]).len(), "{path}");
        reports::cases(&reports[4]);
    }
    let piped = run_with_input(here.path(), &["check", "-", "--format", "sarif"], b"spec \"a\"\n");
    assert_eq!(piped.code, 1);
    assert_valid(&sarif, &piped.out);
    let (code, reports) = all_formats(here.path(), &["odd", "--write-baseline", "known.json"]);
    assert_eq!(code, 2);
    assert_valid(&ours, &reports[0]);
    let (_, reports) = all_formats(here.path(), &["odd", "--baseline", "known.json"]);
    assert_valid(&ours, &reports[0]);
    assert_valid(&sarif, &reports[1]);
}

#[test]
fn fingerprints_are_unique_and_the_same_everywhere() {
    let here = everything();
    let (_, reports) = all_formats(here.path(), &["examples", "fixtures", "odd"]);
    let json: Value = serde_json::from_str(&reports[0]).expect("JSON");
    let mut ours = HashSet::new();
    let mut places = HashSet::new();
    for file in json["files"].as_array().expect("files") {
        for found in file["diagnostics"].as_array().expect("findings") {
            let print = found["fingerprint"].as_str().expect("a fingerprint").to_string();
            let path = file["path"].as_str().expect("a path");
            assert!(ours.insert((path.to_string(), print)), "twice in {path}: {found}");
            let said = |key: &str| found[key].as_str().expect("a text").to_string();
            let test = format!("{} {}: {}", said("code"), said("name"), said("place"));
            places.insert((path.to_string(), test));
        }
    }
    let gitlab: Value = serde_json::from_str(&reports[3]).expect("JSON");
    let theirs: HashSet<String> =
        gitlab.as_array().expect("a list").iter().map(|found| found["fingerprint"].to_string()).collect();
    assert_eq!(theirs.len(), ours.len(), "unique in the whole report");
    for (path, print) in &ours {
        assert!(theirs.contains(&format!("\"{print}-{path}\"")), "{path} {print}");
    }
    let sarif: Value = serde_json::from_str(&reports[1]).expect("JSON");
    for found in sarif["runs"][0]["results"].as_array().expect("results") {
        let print = found["partialFingerprints"]["ruleAndPlace/v1"].as_str().expect("a fingerprint");
        assert!(ours.iter().any(|(_, other)| other == print), "{print}");
    }
    let mut tests = HashSet::new();
    for case in reports::cases(&reports[4]) {
        assert!(tests.insert((case.suite.clone(), case.name.clone())), "twice: {case:?}");
        let of_a_file = case.name == "can be read";
        assert!(of_a_file || places.contains(&(case.suite, case.name.clone())), "{}", case.name);
    }
}

/// The fingerprints of a text, in the order of their hashes.
fn fingerprints(text: &str) -> Vec<(String, String)> {
    let analysis = ftspec_analysis::Analysis::new(text, &ftspec_tests::config());
    let mut prints: Vec<_> = analysis.fingerprints().into_iter().map(|print| (print.hash, print.place)).collect();
    prints.sort();
    prints
}

#[test]
fn lines_that_move_keep_their_fingerprints() {
    let mut compared = 0;
    for entry in ignore::WalkBuilder::new(root().join("examples")).add(root().join("tests/fixtures")).build().flatten()
    {
        if entry.path().extension().is_none_or(|ending| ending != "ftspec") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).expect("text");
        let before = fingerprints(&text);
        let formatted = ftspec_syntax::format(&text);
        assert_eq!(before, fingerprints(&formatted), "formatted: {}", entry.path().display());
        let moved = format!("// a comment\n\n{}", formatted.replace("\n}\n", "\n\n  // another\n}\n\n// between\n\n"));
        assert_eq!(before, fingerprints(&moved), "moved: {}", entry.path().display());
        compared += before.len();
    }
    assert!(compared > 200, "only {compared} findings");
}

#[test]
fn sarif_carries_fixes_labels_and_help() {
    let text = BASE.replace("kind:   style", "kind:   stile").replace("kind: style", "kind: stile");
    assert_ne!(text, BASE);
    let here = folder(&[("a.ftspec", text.as_bytes())]);
    let report = run(here.path(), &["check", "--format", "sarif", "a.ftspec"]);
    let log: Value = serde_json::from_str(&report.out).expect("JSON");
    let found = &log["runs"][0]["results"][0];
    assert_eq!(found["ruleId"], "FT002");
    assert_eq!(found["locations"][0]["logicalLocations"][0]["fullyQualifiedName"], "goal/kind");
    let change = &found["fixes"][0]["artifactChanges"][0];
    let replacement = &change["replacements"][0];
    assert_eq!(change["artifactLocation"]["uri"], "a.ftspec");
    assert_eq!(replacement["insertedContent"]["text"], "style");
    assert_eq!(replacement["deletedRegion"], found["locations"][0]["physicalLocation"]["region"]);
    assert!(found["fixes"][0]["description"]["text"].is_string());
    assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");

    let twins = run(root(), &["check", "--format", "sarif", "examples/flawed/medical_qa_two_aims.ftspec"]);
    let log: Value = serde_json::from_str(&twins.out).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let rule = |code: &str| {
        log["runs"][0]["tool"]["driver"]["rules"].as_array().and_then(|r| r.iter().find(|r| r["id"] == code))
    };
    assert!(
        rule("FT404").is_some_and(|rule| rule["help"]["markdown"].as_str().is_some_and(|h| h.contains("```ftspec")))
    );
    let verdict = &log["runs"][0]["artifacts"][0]["properties"]["verdict"];
    assert!(verdict["kind"].is_string() && verdict["routes"].is_array(), "{verdict}");
    assert!(results.iter().all(|found| found["properties"]["unsaid"].is_boolean()));
    assert!(results.iter().any(|found| found["properties"]["route"].is_string()));
}

#[test]
fn secondary_labels_are_related_locations() {
    let spec = "spec \"a\"\ndata one { role: train, path: \"x\" }\ndata two { role: test, path: \"x\" }\n";
    let here = folder(&[("a.ftspec", spec.as_bytes())]);
    let report = run(here.path(), &["check", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&report.out).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let found = results.iter().find(|found| found["ruleId"] == "FT312").expect("the same file");
    let related = &found["relatedLocations"][0];
    assert_eq!(found["locations"][0]["physicalLocation"]["region"]["startLine"], 3);
    assert_eq!((&related["physicalLocation"]["region"]["startLine"], &related["id"]), (&2.into(), &1.into()));
    assert!(related["message"]["text"].is_string());
}

#[test]
fn warnings_that_fail_keep_their_level() {
    let text = BASE.replace("  boundary: 10%\n", "");
    let warned = text.replacen("today:", "// today:", 1);
    let here = folder(&[("a.ftspec", warned.as_bytes())]);
    let (code, before) = all_formats(here.path(), &["a.ftspec"]);
    assert_eq!(code, 0, "{}", before[5]);
    assert!(reports::json(&before[0]).iter().any(|row| row.level == "warn"), "{}", before[0]);
    let (code, after) = all_formats(here.path(), &["a.ftspec", "--deny-warnings"]);
    assert_eq!(code, 1);
    assert_eq!(before[..4], after[..4], "levels stay");
    let fails = |report: &str| {
        reports::cases(report).iter().filter(|case| case.inside.as_ref().is_some_and(|i| i.0 == "failure")).count()
    };
    assert_eq!(fails(&before[4]), 0);
    assert!(fails(&after[4]) > 0);
    for format in MACHINE {
        assert_eq!(run(here.path(), &["check", "--format", format]).code, 0, "{format}");
        assert_eq!(run(here.path(), &["check", "--format", format, "--deny-warnings"]).code, 1, "{format}");
    }
}

#[test]
fn the_screen_and_a_file_say_the_same() {
    let here = everything();
    for format in MACHINE.iter().chain(&["short", "human"]) {
        let output = format!("{format}=out.txt");
        let arguments = ["check", "examples", "--format", format, "--output", &output];
        let shown = run(here.path(), &arguments);
        assert_eq!(shown.code, 1, "{format}");
        assert_eq!(shown.out, fs::read_to_string(here.path().join("out.txt")).expect("written"), "{format}");
    }
    let left: Vec<String> = fs::read_dir(here.path())
        .expect("a folder")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".tmp"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn an_output_that_cannot_be_written_is_told_and_the_rest_is_done() {
    let here = folder(&[("a.ftspec", b"spec \"a\"\n"), ("b.ftspec", BASE.as_bytes())]);
    fs::create_dir(here.path().join("folder")).expect("made");
    for (output, told) in [
        ("sarif=no/where/x.sarif", "mkdir -p no/where"),
        ("sarif=folder", "is a folder"),
        ("sarif=b.ftspec", "would replace a spec"),
    ] {
        let run =
            run(here.path(), &["check", "a.ftspec", "--format", "json", "--output", output, "--output", "junit=j.xml"]);
        assert_eq!(run.code, 2, "{output}");
        assert!(run.err.contains(told), "{output}: {}", run.err);
        assert!(!reports::json(&run.out).is_empty(), "{output}");
        assert!(!reports::cases(&fs::read_to_string(here.path().join("j.xml")).expect("written")).is_empty());
    }
    assert_eq!(fs::read_to_string(here.path().join("b.ftspec")).expect("there"), BASE);
    for (output, told) in [
        ("sarif", "FORMAT=FILE"),
        ("xml=a", "there is no format `xml`"),
        ("json=-", "--format"),
        ("json=", "FORMAT=FILE"),
    ] {
        let run = run(here.path(), &["check", "a.ftspec", "--output", output]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{output}");
        assert!(run.err.contains(told), "{output}: {}", run.err);
    }
    let twice = run(here.path(), &["check", "b.ftspec", "--output", "json=x", "--output", "sarif=x"]);
    assert!(twice.code == 2 && twice.err.contains("named twice"), "{twice:?}");
}

#[cfg(unix)]
#[test]
fn outputs_keep_links_and_modes_and_fill_pipes() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let here = folder(&[("a.ftspec", BASE.as_bytes()), ("real.json", b"old")]);
    symlink("real.json", here.path().join("link.json")).expect("linked");
    fs::set_permissions(here.path().join("real.json"), fs::Permissions::from_mode(0o600)).expect("set");
    let arguments =
        ["check", "--output", "json=link.json", "--output", "sarif=/dev/null", "--output", "gitlab=new.json"];
    assert_eq!(run(here.path(), &arguments).code, 0);
    assert!(fs::symlink_metadata(here.path().join("link.json")).expect("there").is_symlink());
    let mode = |name: &str| fs::metadata(here.path().join(name)).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode("real.json"), 0o600);
    assert_ne!(mode("new.json") & 0o044, 0, "others may read a new report");
    assert!(fs::read_to_string(here.path().join("real.json")).expect("text").starts_with("{\"version\":1"));
}

#[test]
fn a_reader_that_leaves_changes_nothing_in_any_format() {
    let here = folder(&[]);
    for number in 0..300 {
        fs::write(here.path().join(format!("{number:03}.ftspec")), "spec \"a\"\n").expect("written");
    }
    for format in MACHINE.iter().chain(&["short", "human"]) {
        let mut child = command(here.path(), &["check", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("ftspec runs");
        let mut first = [0; 8];
        child.stdout.take().expect("piped").read_exact(&mut first).expect("something is said");
        let run = Run::from(child.wait_with_output().expect("ftspec ends"));
        assert_eq!((run.code, run.err.as_str()), (1, ""), "{format}");
    }
}

#[test]
fn statistics_by_rule() {
    let here = everything();
    let report = run(here.path(), &["check", "examples", "--statistics", "--format", "json"]);
    let json: Value = serde_json::from_str(&report.out).expect("JSON");
    let rows = json["statistics"].as_array().expect("statistics");
    let number = |row: &Value| row["number"].as_u64().expect("a number");
    let all: u64 = rows.iter().map(number).sum();
    let summary = &json["summary"];
    let counted: u64 = ["deny", "warn", "note"].iter().map(|level| summary[level].as_u64().expect("a number")).sum();
    assert_eq!(all, counted);
    assert!(rows.windows(2).all(|two| number(&two[0]) >= number(&two[1])), "{rows:?}");
    for format in ["human", "short"] {
        let shown = run(here.path(), &["check", "examples", "--statistics", "--format", format]).out;
        let row = format!("{}  {}  {}", rows[0]["number"], rows[0]["code"], rows[0]["name"]).replace('"', "");
        assert!(shown.contains(&row), "{row} is not in {shown}");
    }
    let slips = run(here.path(), &["check", "fixtures/syntax", "--statistics", "--format", "short"]).out;
    assert!(slips.contains(" with a safe fix"), "{slips}");
}
