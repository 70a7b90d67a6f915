//! No requirement: a project that has not said what success is can neither reach it nor miss it.

use ftspec_schema::Better;

use crate::diagnostic::{Applicability, Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Spec, StatementKind};

/// `no-requirement`
pub static RULE: Rule = Rule {
    code: "FT403",
    name: "no-requirement",
    level: Level::Deny,
    route: Some(Route::FixEval),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Needed,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "An evaluation measures, but no `require` says what has to be reached.",
            why: "Teams that know when to stop settle three things before they begin: what must improve, what must not \
              get worse, and how far is far enough. Without the first, every result is a reason to go on: a better \
              one because it is going well, a worse one because it could still get better. A threshold that was \
              agreed beforehand turns the end of the project into a result of the process instead of a mood.",
            instead: "Ask those who wanted the project at which figure they would call it done, and write that down: \
                  `require house_style >= 90%`. One or two requirements are enough.",
            accept_when: "The plan explores: it ends by money or rounds whatever comes out, and nothing is going to be \
                      shipped.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  watch house_style
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
        good: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let eval = spec.eval()?; // no-eval-plan speaks where there is none
    let mut metrics = eval.metrics();
    let first = metrics.next()?; // an eval without metrics is no-eval-plan's too
    if eval.lacks_statement(StatementKind::Require) {
        let decides = |name: &str| eval.guards().any(|guard| guard.metric().value == name);
        let metric = eval.metrics().find(|metric| !decides(metric.name())).unwrap_or(first);
        let name = if metric.name().is_empty() { "METRIC" } else { metric.name() };
        let compare = if metric.better() == Better::Lower { "<" } else { ">" };
        let statement = format!("require {name} {compare} baseline");
        let reading = spec.reference().and_then(|baseline| baseline.readings()?.of(name).map(|reading| reading.mean()));
        let measured = match eval.metrics().count() {
            1 => "one metric is read".to_string(),
            many => format!("{many} metrics are read"),
        };
        found
            .unsaid(eval.keyword(), "nothing says what has to be reached")
            .label(format!("{measured}, and none is required to reach anything"))
            .help(match reading {
                Some(reading) => format!(
                    "`{name}` reads {reading} before tuning; write the figure at which the project is done, at the \
                     very least\n  {statement}"
                ),
                None => format!("write the figure at which the project is done, at the very least\n  {statement}"),
            })
            .fix("require a metric", Applicability::Template, vec![eval.node().insertion(&statement)]);
    } else if eval.requirements().next().is_none() {
        return None; // something broken may be one
    }
    JUDGED
}
