//! A metric that is read and never used.

use ftspec_schema::METRIC;

use crate::diagnostic::{Applicability, Level, Route};
use crate::hash::HashSet;
use crate::lang::say;
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
        zh: Page {
            summary: "某个指标没有出现在任何 `require`、`guard`、`watch` 里，也不在停止条件里。",
            why: "哪些指标必须改善，哪些不能变差，到什么程度就停，要么在第一轮之前约定好，要么在事后争论。事先没有派上用场的\
                  数字，会在合适的时候被派上用场：涨了就拿出来展示，跌了就没人提起。而且每一个什么都不决定的数字，每一轮都要\
                  花钱去测。",
            instead: "给它一个位置：必须达到的写 `require`，不能变差的写 `guard`，只是帮助理解其他指标的写 `watch`。都不合适，\
                      就删掉。",
            accept_when: "留着这个指标，是为了和用它做决定的其他项目对比。",
        },
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
    let lang = found.lang();
    for metric in metrics.iter().filter(|metric| !used.contains(metric.name())) {
        let name = metric.name();
        found
            .unsaid(metric.place(), say!(lang, "nothing is decided by `{name}`", "`{name}` 什么也不决定"))
            .label(say!(
                lang,
                "in no `require`, `guard`, `watch` or stop condition",
                "不在任何 `require`、`guard`、`watch` 或停止条件里"
            ))
            .help(say!(
                lang,
                "say what it is for: require it, guard it, or write `watch {name}` if it only explains others",
                "写明它的用处：当要求，当护栏；如果只是帮助理解其他指标，就写 `watch {name}`"
            ))
            .fix(
                say!(lang, "write `watch {name}`", "写上 `watch {name}`"),
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
