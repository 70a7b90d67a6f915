//! No requirement: a project that has not said what success is can neither reach it nor miss it.

use ftspec_schema::Better;

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
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
        zh: Page {
            summary: "评测在测，却没有一条 `require` 写明要达到什么。",
            why: "懂得停下来的团队，启动之前先约定三件事：哪些指标必须改善，哪些不能变差，到什么程度就停。缺了第一件，什么结果\
                  都可以是继续的理由：变好了，说明势头不错；变差了，说明还有空间。事先约定的门槛，能让项目的结束成为流程结果，\
                  而不是情绪判断。",
            instead: "去问提需求的人：做到多少就算成了？把这个数写下来：`require house_style >= 90%`。一两条就够。",
            accept_when: "这份计划只是探索：不管结果如何，钱花完或轮数到了就结束，什么都不上线。",
        },
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
    eval.metrics().next()?; // an eval without metrics is no-eval-plan's too
    if eval.lacks_statement(StatementKind::Require) {
        let decides = |name: &str| eval.guards().any(|guard| guard.metric().value == name);
        // What can improve while the answers do not is no aim.
        let about_answers = || eval.metrics().filter(|metric| !metric.is_proxy() && !metric.name().is_empty());
        let metric = about_answers().find(|metric| !decides(metric.name())).or_else(|| about_answers().next());
        let name = metric.as_ref().map_or("METRIC", |metric| metric.name());
        let compare = if metric.as_ref().is_some_and(|metric| metric.better() == Better::Lower) { "<" } else { ">" };
        let statement = format!("require {name} {compare} baseline");
        let reading = spec.reference().and_then(|baseline| baseline.readings()?.of(name).map(|reading| reading.mean()));
        let lang = found.lang();
        let label = match eval.metrics().count() {
            1 => say!(
                lang,
                "one metric is read, and none is required to reach anything",
                "有 1 个指标，却没有要求它达到什么"
            ),
            many => say!(
                lang,
                "{many} metrics are read, and none is required to reach anything",
                "有 {many} 个指标，却没有一个要求达到什么"
            ),
        };
        found
            .unsaid(eval.keyword(), say!(lang, "nothing says what has to be reached", "没有写明要达到什么"))
            .label(label)
            .help(match reading {
                Some(reading) => say!(
                    lang,
                    "`{name}` reads {reading} before tuning; write the figure at which the project is done, at the \
                     very least\n  {statement}",
                    "训练前 `{name}` 是 {reading}；写下做到多少就算完成，至少要\n  {statement}"
                ),
                None => say!(
                    lang,
                    "write the figure at which the project is done, at the very least\n  {statement}",
                    "写下做到多少就算完成，至少要\n  {statement}"
                ),
            })
            .fix(
                say!(lang, "require a metric", "写一条要求"),
                Applicability::Template,
                vec![eval.node().insertion(&statement)],
            );
    } else if eval.requirements().next().is_none() {
        return None; // something broken may be one
    }
    JUDGED
}
