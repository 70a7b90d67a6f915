//! `ftspec.toml` as teams use it: what it changes, where it is found, and what is said where it is wrong.

use std::path::Path;

use ftspec_tests::BASE;
use ftspec_tests::binary::{Run, run, run_with_input};
use ftspec_tests::folder::{folder, without_guard};
use serde_json::Value;

/// The findings of a run, as `code level`.
fn found(run: &Run) -> Vec<String> {
    let report: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"));
    let files = report["files"].as_array().expect("files");
    let all = files.iter().flat_map(|file| file["diagnostics"].as_array().expect("diagnostics"));
    let text = |value: &Value| value.as_str().expect("text").to_string();
    all.map(|found| format!("{} {}", text(&found["code"]), text(&found["level"]))).collect()
}

fn check(folder: &Path) -> Run {
    run(folder, &["check", "--format", "json"])
}

fn checked(settings: &str, spec: &str) -> Run {
    check(folder(&[("ftspec.toml", settings), ("plan.ftspec", spec)]).path())
}

/// A plan with 50 examples, which the articles find too few.
fn few_examples() -> String {
    BASE.replace("examples: 6_000", "examples: 50")
}

#[test]
fn a_level_counts_as_written() {
    for (level, told, code) in [
        ("allow", vec![], 0),
        ("note", vec!["FT404 note"], 0),
        ("warn", vec!["FT404 warn"], 0),
        ("deny", vec!["FT404 deny"], 1),
        ("forbid", vec!["FT404 deny"], 1),
    ] {
        for key in ["no-guard", "FT404"] {
            let run = checked(&format!("[rules]\n{key} = \"{level}\"\n"), &without_guard());
            assert_eq!((found(&run), run.code), (told.iter().map(|it| it.to_string()).collect(), code), "{level}");
        }
        // In a draft, too: a team that sets a level means it.
        let draft = without_guard().replace("status: proposed", "status: draft");
        let run = checked(&format!("[rules]\nno-guard = {{ level = \"{level}\" }}\n"), &draft);
        assert_eq!(run.code, code, "{level}: {run:?}");
    }
}

#[test]
fn thresholds_move_and_the_vendor_profile_moves_them_together() {
    let told = |settings: &str| found(&checked(settings, &few_examples()));
    assert!(told("").contains(&"FT302 deny".to_string()));
    assert!(!told("[rules]\ntoo-few-examples = { minimum = 40 }").contains(&"FT302 deny".to_string()));
    assert!(!told("profile = \"vendor\"").contains(&"FT302 deny".to_string()));
    // What is set by hand counts more than the profile.
    let both = "profile = \"vendor\"\n[rules]\ntoo-few-examples = { level = \"warn\", minimum = 60 }";
    assert!(told(both).contains(&"FT302 warn".to_string()));
}

#[test]
fn a_least_status_makes_drafts_as_complete_as_others() {
    let draft = without_guard().replace("status: proposed", "status: draft");
    assert_eq!(found(&checked("", &draft)), ["FT404 note"]);
    assert_eq!(found(&checked("least_status = \"approved\"", &draft)), ["FT404 deny"]);
    let dropped = without_guard().replace("status: proposed", "status: dropped");
    assert_eq!(found(&checked("least_status = \"approved\"", &dropped)), ["FT404 note"], "what was dropped stays so");
}

#[test]
fn what_is_forbidden_cannot_be_accepted() {
    let accepting = without_guard() + "accept no-guard {\n  because: \"a throwaway experiment\"\n  by: \"lead\"\n}\n";
    assert_eq!(found(&checked("", &accepting)), Vec::<String>::new());
    let run = checked("[rules]\nno-guard = \"forbid\"", &accepting);
    assert_eq!((found(&run), run.code), (vec!["FT404 deny".to_string(), "FT011 deny".to_string()], 1));
}

#[test]
fn the_nearest_file_wins_whole_and_extends_builds_on_another() {
    let spec = without_guard();
    let here = folder(&[
        ("ftspec.toml", "[rules]\nno-guard = \"warn\"\n"),
        ("a/plan.ftspec", &spec),
        ("b/ftspec.toml", ""),
        ("b/plan.ftspec", &spec),
        ("c/ftspec.toml", "extends = \"../ftspec.toml\"\n"),
        ("c/deep/er/plan.ftspec", &spec),
        ("d/ftspec.toml", "extends = \"../ftspec.toml\"\n[rules]\nno-guard = \"allow\"\n"),
        ("d/plan.ftspec", &spec),
    ]);
    assert_eq!(found(&check(here.path())), ["FT404 warn", "FT404 deny", "FT404 warn"]);
    let named = run(here.path(), &["check", "--format", "json", "--config", "d/ftspec.toml"]);
    assert_eq!(found(&named), Vec::<String>::new());
}

#[test]
fn a_spec_on_standard_input_has_the_configuration_of_its_path() {
    let here = folder(&[("ftspec.toml", ""), ("sub/ftspec.toml", "[rules]\nno-guard = \"warn\"\n")]);
    let piped = |path: &str| {
        let arguments = ["check", "--format", "json", "-", "--stdin-path", path];
        found(&run_with_input(here.path(), &arguments, without_guard().as_bytes()))
    };
    assert_eq!(piped("plan.ftspec"), ["FT404 deny"]);
    assert_eq!(piped("sub/plan.ftspec"), ["FT404 warn"]);
}

#[test]
fn excluded_specs_are_left_out_of_walks_and_not_out_of_names() {
    let bad = without_guard();
    let here = folder(&[
        ("ftspec.toml", "[files]\nexclude = [\"drafts/\", \"*_old.ftspec\"]\n"),
        ("good.ftspec", BASE),
        ("bad_old.ftspec", &bad),
        ("drafts/bad.ftspec", &bad),
        ("team/drafts/bad.ftspec", &bad),
        ("sub/ftspec.toml", "extends = \"../ftspec.toml\"\n[files]\nexclude = \"/here.ftspec\"\n"),
        ("sub/here.ftspec", &bad),
        ("sub/bad_old.ftspec", &bad),
    ]);
    let walked = check(here.path());
    assert_eq!((found(&walked), walked.code), (vec![], 0), "{walked:?}");
    assert_eq!(run(here.path(), &["check", "drafts/bad.ftspec"]).code, 1);
    let formatted = run(here.path(), &["fmt", "--check", "."]);
    assert!(!formatted.out.contains("drafts"), "{formatted:?}");
    let nothing = run(here.path(), &["check", "drafts"]);
    assert!(nothing.code == 2 && nothing.err.contains("excluded"), "{nothing:?}");
}

#[test]
fn every_mistake_in_a_configuration_is_told_with_its_place() {
    for (settings, said) in [
        ("[rules]\nno-gaurd = \"warn\"", "ftspec.toml:2:1|there is no rule `no-gaurd`|did you mean `no-guard`?"),
        ("[rules]\nno-guard = \"wanr\"", "ftspec.toml:2:12|`wanr` is no value|did you mean `warn`?"),
        ("[rules]\nno-guard = 3", "ftspec.toml:2:12|takes one of `allow`"),
        ("[rules]\nFT001 = \"allow\"", "ftspec.toml:2:1|FT001 syntax cannot be set"),
        ("[rules]\ntoo-few-examples = { minimun = 3 }", "ftspec.toml:2:22|did you mean `minimum`?"),
        ("[rules]\ntoo-few-examples = { minimum = -3 }", "ftspec.toml:2:32|whole number"),
        ("[rules]\ntoo-few-examples = { minimum = 99999999999999999999999999999999999 }", "whole number"),
        ("profil = \"vendor\"", "ftspec.toml:1:1|no setting `profil`|did you mean `profile`?"),
        ("profile = \"vendors\"", "ftspec.toml:1:11|did you mean `vendor`?"),
        ("least_status = \"dropped\"", "ftspec.toml:1:16|`dropped` is no value"),
        ("files = 3", "ftspec.toml:1:9|takes a table"),
        ("[files]\nexclude = [\"a\", 3]", "ftspec.toml:2:17|takes text in quotes"),
        ("[files]\nexclude = [\"[z-a]\"]", "ftspec.toml:2:12|this is no glob"),
        ("[lexicon]\nvage = [\"x\"]", "ftspec.toml:2:1|did you mean `vague`?"),
        ("[lexicon]\nvague = [\" \"]", "ftspec.toml:2:10|this phrase is empty"),
        ("x = [", "ftspec.toml:1:6|this is not TOML"),
        ("extends = \"nowhere.toml\"", "ftspec.toml:1:11|cannot be read|there is no such file"),
        ("extends = \"ftspec.toml\"", "ftspec.toml:1:11|goes round in a circle"),
    ] {
        let run = checked(settings, BASE);
        assert_eq!(run.code, 2, "{settings}: {run:?}");
        for part in said.split('|') {
            assert!(run.err.contains(part), "{settings}: no {part:?} in\n{}", run.err);
        }
    }
}

#[test]
fn a_configuration_that_contradicts_itself_is_told_with_both_places() {
    let twice = checked("[rules]\nno-guard = \"warn\"\nFT404 = \"deny\"\n", BASE);
    assert_eq!(twice.code, 2);
    for part in ["FT404 and no-guard are one rule", "ftspec.toml:3:1", "ftspec.toml:2:1"] {
        assert!(twice.err.contains(part), "no {part:?} in\n{}", twice.err);
    }
    let here = folder(&[
        ("ftspec.toml", "[rules]\nno-guard = \"forbid\"\n"),
        ("sub/ftspec.toml", "extends = \"../ftspec.toml\"\n\n[rules]\nno-guard = \"warn\"\n"),
        ("sub/plan.ftspec", BASE),
        ("plan.ftspec", &without_guard()),
    ]);
    let lowered = check(here.path());
    assert_eq!((lowered.code, found(&lowered)), (2, vec!["FT404 deny".to_string()]), "the other spec is still checked");
    for part in ["forbidden further up", "sub/ftspec.toml:4:12", "ftspec.toml:2:12"] {
        assert!(lowered.err.contains(part), "no {part:?} in\n{}", lowered.err);
    }
}

#[test]
fn config_shows_each_value_with_its_origin() {
    let here = folder(&[
        ("ftspec.toml", "profile = \"vendor\"\n[rules]\nno-guard = \"forbid\"\n"),
        ("sub/ftspec.toml", "extends = \"../ftspec.toml\"\nleast_status = \"approved\"\n"),
        ("sub/plan.ftspec", BASE),
    ]);
    let shown = run(here.path(), &["config", "sub/plan.ftspec", "--format", "json"]);
    let shown: Value = serde_json::from_str(&shown.out).expect("JSON");
    assert_eq!(shown["files"], serde_json::json!(["sub/ftspec.toml", "ftspec.toml"]));
    let of = |key: &str| {
        let values = shown["values"].as_array().expect("values");
        let value = values.iter().find(|value| value["key"] == key).unwrap_or_else(|| panic!("no {key}"));
        format!("{} from {}", value["value"].as_str().expect("text"), value["origin"].as_str().expect("text"))
    };
    assert_eq!(of("profile"), "vendor from ftspec.toml:1");
    assert_eq!(of("least_status"), "approved from sub/ftspec.toml:2");
    assert_eq!(of("rules.no-guard.level"), "forbid from ftspec.toml:3");
    assert_eq!(of("rules.no-requirement.level"), "deny from default");
    assert_eq!(of("rules.too-few-examples.minimum"), "10 from profile vendor");
    let table = run(here.path(), &["config", "sub"]);
    assert!(table.code == 0 && table.out.contains("sub/ftspec.toml, which extends ftspec.toml"), "{table:?}");
    assert_eq!(run(here.path(), &["config", "nowhere"]).code, 2);
}

#[test]
fn what_the_reference_shows_can_be_used() {
    let page = include_str!("../../docs/configuration.md");
    let shown: Vec<&str> = page.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap_or("")).collect();
    assert!(!shown.is_empty());
    for toml in shown {
        let here = folder(&[("ftspec.toml", ""), ("team/ftspec.toml", toml), ("team/plan.ftspec", &without_guard())]);
        let run = check(here.path());
        assert_eq!((run.code, found(&run)), (1, vec!["FT404 deny".to_string()]), "{run:?}");
    }
}
