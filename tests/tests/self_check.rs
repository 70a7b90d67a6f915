//! The five questions before another round: which open findings answer which.

use ftspec_analysis::rules::find;
use ftspec_analysis::self_check::{ENOUGH, Question, self_check};
use ftspec_analysis::{Lang, Rule};
use ftspec_schema::Cause;

fn rule(name: &str) -> &'static Rule {
    find(name).unwrap_or_else(|| panic!("a rule called {name}"))
}

/// The questions answered with yes, each with the rules that say so.
fn yes(open: &[&str], cause: Option<Cause>) -> Vec<(&'static str, Vec<&'static str>)> {
    let open: Vec<&'static Rule> = open.iter().map(|name| rule(name)).collect();
    let answers = self_check(&open, cause);
    assert_eq!(answers.each_ref().map(|answer| answer.question), Question::ALL, "all five, in their order");
    let yes = answers.iter().filter(|answer| answer.is_yes());
    yes.map(|answer| (answer.question.name(), answer.because.iter().map(|rule| rule.code).collect())).collect()
}

#[test]
fn open_findings_answer() {
    assert_eq!(yes(&[], None), []);
    assert_eq!(yes(&["no-stop-condition"], None), []);
    assert_eq!(yes(&["no-adversarial-examples"], None), [("data", vec!["FT309"])]);
    assert_eq!(yes(&["too-few-examples"], None), [], "too few is not badly made");
    assert_eq!(
        yes(&["no-guard", "trading-problems", "no-requirement", "no-guard"], None),
        [("evaluation", vec!["FT404", "FT403"]), ("unexplained", vec!["FT711"])],
        "each rule once"
    );
    assert_eq!(yes(&["unstable-results", "no-eval-plan", "idle-metric"], None), [("unexplained", vec!["FT707"])]);
}

#[test]
fn the_questions_stand_in_both_languages() {
    for question in Question::ALL {
        for lang in Lang::ALL {
            let text = question.text(lang);
            assert!(text.ends_with(lang.pick('?', '？')) && !question.word(lang).is_empty(), "{text}");
        }
    }
    assert_eq!(ENOUGH, 2);
}
