//! A metric that is read and never used.

use std::collections::HashSet;

use ftspec_schema::METRIC;

use crate::diagnostic::{Applicability, Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Metric, Spec, Subject};

/// `idle-metric`
pub static RULE: Rule = Rule {
    code: "FT413",
    name: "idle-metric",
    level: Level::Warn,
    route: Some(Route::FixEval),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::AtTierLow,
    docs: Docs {
        en: Page {
            summary: "A metric stands in no `require`, `guard` or `watch`, and in no stop condition.",
            why: "What must improve, what must not get worse, and where to stop is agreed before the first round, or it \
              is argued about after it. A figure that was given no part beforehand gets one when it suits: it is \
              shown when it rises and forgotten when it falls. And each figure that decides nothing is paid for in \
              every round.",
            instead: "Give the metric its part: `require` what must be reached, `guard` what must not get worse, `watch` \
                  what only helps to explain the others. If none of them fits, take it out.",
            accept_when: "The metric is kept for comparison with other projects that decide by it.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings { house_style: 62%, facts: 97%, length: 48words }
  shortfall: "falls back to ticket titles on large releases"
}

eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  metric length { method: tokens, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
        good: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings { house_style: 62%, facts: 97%, length: 48words }
  shortfall: "falls back to ticket titles on large releases"
}

eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  metric length { method: tokens, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  guard length <= 60words
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let eval = spec.eval()?; // no-eval-plan speaks
    let metrics: Vec<Metric> = eval.metrics().filter(|metric| !metric.name().is_empty()).collect();
    let used = used(spec)?;
    // A misspelt name is told where it stands, and may mean the metric that looks idle.
    let known: HashSet<&str> = metrics.iter().map(|metric| metric.name()).collect();
    if metrics.is_empty() || !eval.node().is_sure_of(METRIC.name) || !used.is_subset(&known) {
        return None;
    }
    for metric in metrics.iter().filter(|metric| !used.contains(metric.name())) {
        let name = metric.name();
        found
            .unsaid(metric.place(), format!("nothing is decided by `{name}`"))
            .label("in no `require`, `guard`, `watch` or stop condition")
            .help(format!(
                "say what it is for: require it, guard it, or write `watch {name}` if it only explains others"
            ))
            .fix(
                format!("write `watch {name}`"),
                Applicability::Unsafe,
                vec![eval.node().insertion(&format!("watch {name}"))],
            );
    }
    JUDGED
}

/// The metrics that something is decided by. None where that is not known for sure.
fn used<'s>(spec: &'s Spec) -> Option<HashSet<&'s str>> {
    let eval = spec.eval()?;
    if !["require", "guard", "watch"].iter().all(|statement| eval.node().is_sure_of(statement)) {
        return None;
    }
    let mut used: HashSet<&str> = eval.statements().map(|statement| statement.metric().value).collect();
    let Some(stop) = spec.stop() else { return Some(used) };
    if !stop.node().is_sure_of("when") {
        return None;
    }
    for arm in stop.arms() {
        for atom in arm.condition.as_ref()?.atoms() {
            match &atom.kind {
                Subject::Compare { name, .. } | Subject::Trend { name, .. } | Subject::Varies { name, .. } => {
                    used.insert(name.of(spec.text()));
                }
                Subject::AnyFails(_) | Subject::AllHold(_) => {}
            }
        }
    }
    used.retain(|name| !matches!(*name, "rounds" | "spend" | "date"));
    Some(used)
}
