//! Stop conditions that may never come true: nothing ends the project by rounds, money or date.

use ftspec_schema::Action;
use ftspec_syntax::tree::Operator;

use super::no_stop_condition::end_of;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
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
        zh: Page {
            summary: "没有一行停止条件单凭轮数、花费或日期就能让项目结束。",
            why: "只等“成功”或“护栏失守”的停止条件，可能永远等不到：读数上下浮动，什么都没失守，什么也没达到，“再试一版，\
                  成本也没那么高”。一个早就不健康的模型，就是这样越调越确定的。要有一行不看读数、到点就成立的条件，让团队坐下来\
                  做一次决定。`method` 里的 `budget` 只是计划，不是刹车：钱花完了，什么也不会发生。",
            instead: "在最后加一行自带上限的条件：`when rounds >= 5 or spend >= 400usd then drop`。如果最后几轮确实值得继续，\
                      那就由某个人改掉这一行并签字，这本身就是一次决定。",
            accept_when: "这些轮次只是按固定节奏做维护，何时结束由另外的流程决定。",
        },
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
    let lang = found.lang();
    let label = match stop.arms().len() {
        1 => say!(
            lang,
            "this line may never hold: none is a bound on rounds, spend or date alone",
            "这一行可能永远不成立：它不是单独对轮数、花费或日期设的上限"
        ),
        2 => say!(
            lang,
            "both lines may never hold: none is a bound on rounds, spend or date alone",
            "这两行可能永远不成立：没有一行是单独对轮数、花费或日期设的上限"
        ),
        many => say!(
            lang,
            "all {many} lines may never hold: none is a bound on rounds, spend or date alone",
            "这 {many} 行可能永远不成立：没有一行是单独对轮数、花费或日期设的上限"
        ),
    };
    let budget = spec.method().and_then(|method| method.node().quantity("budget").given());
    let report = found
        .unsaid(
            stop.keyword(),
            say!(
                lang,
                "nothing ends the tuning if the figures never settle it",
                "如果读数一直定不下来，就没有什么能让它结束"
            ),
        )
        .label(label)
        .help(say!(
            lang,
            "add a line that comes true by itself, such as\n  when {end} then drop",
            "加一行到点就成立的条件，例如\n  when {end} then drop"
        ));
    let report = match budget {
        Some(budget) => report.also(
            budget.span,
            say!(lang, "a budget, but nothing stops when it is spent", "有预算，可是花完了也不会停"),
        ),
        None => report,
    };
    let arm = format!("when {end} then drop");
    report.fix(
        say!(lang, "add a line that ends it", "加一行让它结束"),
        Applicability::Template,
        vec![stop.node().insertion(&arm)],
    );
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
