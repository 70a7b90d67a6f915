//! A tight delay or a heavy load, and nothing that makes the model smaller.

use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};
use ftspec_schema::{BASELINE, BaselineMethod, Deployment, METHOD, Stage};
use rust_decimal::Decimal;

/// A delay this short, in milliseconds, is tight.
const TIGHT: i64 = 200;
/// So many calls a day are a heavy load.
const HEAVY: u64 = 100_000;

/// `latency-unplanned`
pub static RULE: Rule = Rule {
    code: "FT116",
    name: "latency-unplanned",
    level: Level::Warn,
    route: Some(Route::Distil),
    sources: &[Source::DoAndDont],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Answers must come within 200 ms, or 100 000 times a day, the deployment is `api` or not said, and no \
                  smaller model is planned.",
            why: "Training a model does not make it faster, and a tuned model behind an interface usually costs more a \
              call than the plain one. What makes answers quick and cheap is a smaller model, near to its users, that \
              has learnt from the outputs of a larger one. Teams that feel the bill or the wait often tune first and \
              find out at the load test that the tuned model is as slow as before. Where milliseconds and many calls \
              at once are the point, the way leads through distillation and a model that runs in your own house or on \
              the device.",
            instead: "Plan `stage: distillation`, or measure a distilled model as a baseline; or say with `deployment: \
                  private` or `edge` where a small model will run. Over an interface, measure the delay before anything \
                  else.",
            accept_when: "The delay and the price over the interface were measured at this load, and hold.",
        },
        zh: Page {
            summary: "要求 200 毫秒内返回，或每天调用 10 万次以上，部署却走 API 或没有写明，也没有打算用更小的模型。",
            why: "微调不会让模型变快；挂在 API 后面的微调模型，单次调用往往还更贵。真正又快又省的，是离用户近的小模型，它的\
                  本事是从大模型的输出里学来的。很多团队是被账单或延迟逼着去微调的，到压测时才发现，调过的模型和以前一样\
                  慢。要的是毫秒级响应、高并发，就该走蒸馏，再把小模型部署在本地或端侧。",
            instead: "计划里写上 `stage: distillation`，或者把一个蒸馏模型测出来作为基线；或者用 `deployment: private`、\
                      `edge` 写明小模型跑在哪里。一定要走 API，就先把延迟测出来。",
            accept_when: "在这个调用量下，已经实测过 API 的延迟和费用，都承受得住。",
        },
        bad: r#"
task {
  type:       generation
  input:      "merged tickets of one release"
  output:     "one release note of at most 60 words"
  latency:    150ms
  deployment: api
  iterates:   true
}
"#,
        good: r#"
task {
  type:       generation
  input:      "merged tickets of one release"
  output:     "one release note of at most 60 words"
  latency:    150ms
  deployment: edge
  iterates:   true
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let task = spec.task()?;
    let (delay, load) = (task.node().quantity("latency"), task.node().count("calls_per_day"));
    let unread = delay.is_broken() || load.is_broken();
    let latency = delay.given().filter(|delay| delay.value.value <= Decimal::from(TIGHT));
    let calls = load.given().filter(|load| load.value >= HEAVY);
    let Some(place) = latency.map(|it| it.span).or(calls.map(|it| it.span)) else {
        return if unread { None } else { JUDGED };
    };
    let served = match task.deployment() {
        Field::Broken => return None,
        Field::Given(served) if served.value != Deployment::Api => return JUDGED,
        Field::Given(served) => Some(served.span),
        Field::Missing => None,
    };
    if spec.method().is_some_and(|method| method.stages().iter().any(|stage| stage.value == Stage::Distillation))
        || spec
            .baselines()
            .any(|it| it.method().given().is_some_and(|method| method.value == BaselineMethod::DistilledModel))
    {
        return JUDGED;
    }
    if !(spec.knows_all(&METHOD) && spec.knows_all(&BASELINE))
        || spec.method().is_some_and(|method| method.node().list("stage").is_broken())
        || spec.baselines().any(|baseline| baseline.method().given().is_none())
    {
        return None; // what could not be read may be the distillation
    }
    let lang = found.lang();
    let headline = match (latency, calls) {
        (Some(latency), _) => {
            let latency = latency.value;
            say!(
                lang,
                "an answer within {latency}, and no smaller model is planned",
                "要求 {latency} 内返回，却没有打算用更小的模型"
            )
        }
        (None, calls) => {
            let calls = calls.map_or("", |calls| calls.span.of(spec.text()));
            say!(
                lang,
                "{calls} calls a day, and no smaller model is planned",
                "每天调用 {calls} 次，却没有打算用更小的模型"
            )
        }
    };
    let mut report = found
        .wrong(place, headline)
        .label(match latency {
            Some(_) => say!(lang, "training does not make a model faster", "微调不会让模型变快"),
            None => say!(lang, "training does not make a call cheaper", "微调不会让每次调用变便宜"),
        })
        .help(say!(
            lang,
            "plan `stage: distillation` or measure a distilled model as a baseline, or say where a small model runs: \
             `deployment: private` or `edge`",
            "写上 `stage: distillation`，或者把蒸馏模型测出来作为基线；或者写明小模型跑在哪里：`deployment: private` 或 `edge`"
        ));
    if let (Some(_), Some(calls)) = (latency, calls) {
        report = report.also(calls.span, say!(lang, "and a heavy load", "调用量也大"));
    }
    match served {
        Some(span) => report.also(span, say!(lang, "called over an interface", "通过 API 调用")),
        None => report.also(task.keyword(), say!(lang, "`deployment` is not said", "没有写 `deployment`")),
    };
    JUDGED
}
