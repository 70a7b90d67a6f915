//! What is offered to write about a metric knows which way it gets better, and which metrics decide nothing well.

use ftspec_tests::{findings, over_base};

/// What a rule offers to write about a metric `M`: the lines of its fixes and of its help with these words.
fn offered(rule: &str, method: &str, measures: &str, statements: &str, about: &str) -> Vec<String> {
    let eval = format!(
        "eval {{\n  coverage: full\n  metric M {{ measures: {measures}, method: {method}, judge: human, on: held_out }}\n  \
         metric house_style {{ measures: quality, method: rubric, judge: human, on: held_out }}\n  {statements}\n  \
         review {{ by: \"editors\", samples: 50, question: \"Would you send this?\" }}\n}}\n\
         risk {{ tier: high, domain: \"health\", exposure: direct }}"
    );
    let found = findings(&over_base(&eval));
    let found = found.iter().find(|found| found.rule.name == rule).unwrap_or_else(|| panic!("{rule} speaks"));
    let edits = found.fixes.iter().flat_map(|fix| &fix.edits).map(|edit| edit.text.as_str());
    let lines = edits.chain([found.help.as_str()]).flat_map(str::lines).map(str::trim);
    let lines: Vec<String> = lines.filter(|line| line.contains(about)).map(str::to_string).collect();
    assert!(!lines.is_empty(), "{rule} offers a statement with {about}: {found:?}");
    lines
}

#[test]
fn a_loss_falls_and_a_share_of_right_answers_rises() {
    for (rule, measures, statements, lower, higher) in [
        ("no-guard", "judgement", "require house_style >= 90%", "guard M <= baseline", "guard M >= baseline"),
        ("no-requirement", "judgement", "guard house_style >= 90%", "require M < baseline", "require M > baseline"),
        ("no-risk-probe", "safety", "require house_style >= 90%", "guard M <= baseline", "guard M >= baseline"),
    ] {
        let falls = offered(rule, "violation_rate", measures, statements, " M ");
        assert!(falls.iter().all(|line| line.contains(lower)), "{rule}: {falls:?}");
        let rises = offered(rule, "exact_match", measures, statements, " M ");
        assert!(rises.iter().all(|line| line.contains(higher)), "{rule}: {rises:?}");
    }
}

#[test]
fn nobody_is_told_to_decide_by_what_improves_while_the_answers_do_not() {
    let guard = offered("no-guard", "bleu", "quality", "require house_style >= 90%", "guard ");
    assert!(guard.iter().all(|line| line.contains("guard METRIC >= baseline")), "{guard:?}");
    let require = offered("no-requirement", "loss", "quality", "guard house_style >= 90%", "require ");
    assert!(require.iter().all(|line| line.contains("require house_style > baseline")), "{require:?}");
}
