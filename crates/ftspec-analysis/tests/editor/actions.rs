//! Quick fixes and what goes beyond them.

use ftspec_analysis::editor::{Action, ActionKind, actions, fix_all};
use ftspec_analysis::{Analysis, Applicability, Config, SetLevel, rules};

use super::{applied, between, config};

fn at(marked: &str) -> (String, Vec<Action>) {
    with(marked, &config())
}

fn with(marked: &str, config: &Config) -> (String, Vec<Action>) {
    let (text, span) = between(marked);
    let found = actions(&Analysis::new(&text, config), span);
    (text, found)
}

fn of(actions: &[Action], kind: ActionKind) -> Vec<&Action> {
    actions.iter().filter(|action| action.kind == kind).collect()
}

#[test]
fn a_finding_offers_its_fixes() {
    let (text, found) = at("spec \"x\"\ngoal {\n  kind: ⟨sty⟩l\n}\n");
    let fixes = of(&found, ActionKind::Fix);
    assert_eq!(fixes[0].title, "write `style`");
    assert!(fixes[0].preferred && fixes[0].diagnostic.is_some());
    assert!(applied(&text, &fixes[0].edits).contains("kind: style"));
    assert!(of(&found, ActionKind::Accept).is_empty(), "errors of the language cannot be accepted");
}

#[test]
fn the_same_slip_is_mended_everywhere() {
    let (text, found) = at("spec \"x\"\ngoal {\n  kind⟨：⟩ style\n  cause： behavior\n}\n");
    let all = of(&found, ActionKind::FixKind);
    assert_eq!(all[0].title, "mend all 2 findings of syntax");
    assert!(applied(&text, &all[0].edits).contains("kind: style\n  cause: behavior"));
    assert_eq!(of(&found, ActionKind::FixAll).len(), 1);
    let analysis = Analysis::new(&text, &config());
    assert!(applied(&text, &fix_all(&analysis)).contains("kind: style\n  cause: behavior"));
}

#[test]
fn a_finding_can_be_accepted_with_a_reason() {
    let (text, found) = at("⟨spec \"x\"⟩\nowner: \"y\"\n");
    let accepts = of(&found, ActionKind::Accept);
    let stop = accepts.iter().find(|action| action.title.contains("no-stop-condition")).expect("a rule that speaks");
    let after = applied(&text, &stop.edits);
    assert!(
        after.ends_with("\naccept no-stop-condition {\n  because: \"…\"\n  by:      \"…\"\n  until:   2027-05-21\n}\n")
    );
    assert_eq!(stop.cursor.map(|hole| hole.of(&after)), Some("…"));
    assert_eq!(stop.applicability, Applicability::Template);
    let still = Analysis::new(&after, &config());
    assert!(!still.diagnostics().iter().any(|found| found.rule.name == "no-stop-condition"));
}

#[test]
fn what_the_configuration_forbids_is_not_offered() {
    let mut forbidding = config();
    forbidding.rules.entry(rules::find("no-stop-condition").unwrap()).level = Some(SetLevel::Forbid);
    let (_, found) = with("⟨spec \"x\"⟩\nowner: \"y\"\n", &forbidding);
    assert!(!of(&found, ActionKind::Accept).iter().any(|action| action.title.contains("no-stop-condition")));
}

#[test]
fn missing_blocks_are_written() {
    let (text, found) = at("⟨spec \"x\"⟩\nowner: \"y\"\n");
    let mut written = 0;
    for action in found.iter().filter(|it| it.applicability == Applicability::Template && it.kind != ActionKind::Accept)
    {
        let after = applied(&text, &action.edits);
        assert!(ftspec_syntax::parse(&after).errors.is_empty(), "{}: {after}", action.title);
        written += 1;
    }
    assert!(written >= 6, "{found:#?}");
}

#[test]
fn a_clean_place_offers_nothing() {
    let (_, found) = at("spec \"x\"\ngoal {\n  ⟨kind⟩: style\n}\n");
    assert!(of(&found, ActionKind::Fix).is_empty() && of(&found, ActionKind::Accept).is_empty());
}
