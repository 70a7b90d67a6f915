//! Stop conditions that may never come true: nothing ends the project by rounds, money or date.

use ftspec_schema::Action;
use ftspec_syntax::tree::Operator;

use super::no_stop_condition::end_of;
use crate::diagnostic::{Applicability, Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Arm, Atom, Spec, Subject};

/// `endless-tuning`
pub static RULE: Rule = Rule {
    code: "FT703",
    name: "endless-tuning",
    level: Level::Warn,
    route: Some(Route::StopTuning),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "No stop line ends the project by a number of rounds, an amount of money or a date alone.",
            why: "Lines that wait for success or for a broken guard may wait for ever: the figures wander, nothing fails, \
              nothing is reached, and one more version never costs much. That is how a model that was unhealthy long \
              ago gets only more certain of itself. One line that comes true by itself, whatever the readings say, \
              makes the team sit down and decide. A `budget` in `method` is a plan, not a brake: nothing follows when \
              it is used up.",
            instead: "Add a last line with a bound of its own: `when rounds >= 5 or spend >= 400usd then drop`. If the \
                  last rounds were worth it, changing the line is a decision that somebody takes and signs.",
            accept_when: "Rounds are run for upkeep, on a fixed schedule, and another process decides about their end.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
}
"#,
        good: r#"
stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
  when rounds >= 5                               then drop
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let stop = spec.stop()?;
    if stop.arms().is_empty() {
        return None; // no-stop-condition speaks
    }
    if stop.arms().iter().any(|arm| ends(spec, arm) == Some(true)) {
        return JUDGED;
    }
    let doubtful = stop.arms().iter().any(|arm| ends(spec, arm).is_none()) || !stop.node().is_sure_of("when");
    if doubtful {
        return None; // the line that ends it may be the one that was not understood
    }
    let end = end_of(spec);
    let lines = match stop.arms().len() {
        1 => "this line".to_string(),
        2 => "both lines".to_string(),
        many => format!("all {many} lines"),
    };
    let budget = spec.method().and_then(|method| method.node().quantity("budget").given());
    let report = found
        .unsaid(stop.keyword(), "nothing ends the tuning if the figures never settle it")
        .label(format!("{lines} may never hold: none is a bound on rounds, spend or date alone"))
        .help(format!("add a line that comes true by itself, such as\n  when {end} then drop"));
    let report = match budget {
        Some(budget) => report.also(budget.span, "a budget, but nothing stops when it is spent"),
        None => report,
    };
    let arm = format!("when {end} then drop");
    report.fix("add a line that ends it", Applicability::Template, vec![stop.node().insertion(&arm)]);
    JUDGED
}

/// Whether an arm ends the rounds by itself one day. None where it was not understood.
fn ends(spec: &Spec, arm: &Arm) -> Option<bool> {
    if arm.action? == Action::Continue {
        return Some(false);
    }
    let alternatives = arm.condition.as_ref()?.alternatives()?;
    Some(alternatives.iter().any(|tests| matches!(tests.as_slice(), [only] if is_upper_bound(spec, only))))
}

fn is_upper_bound(spec: &Spec, atom: &Atom) -> bool {
    let Subject::Compare { name, comparison } = &atom.kind else { return false };
    let grows = matches!(comparison.operator, Operator::GreaterEqual | Operator::Greater);
    match name.of(spec.text()) {
        // Rounds are counted one by one, so that none is jumped over.
        "rounds" => grows || comparison.operator == Operator::Equal,
        "spend" | "date" => grows,
        _ => false,
    }
}
