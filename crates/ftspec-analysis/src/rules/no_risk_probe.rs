//! A wrong answer costs something here, and nothing that decides looks for it.

use ftspec_schema::{Better, Enumerated, METRIC, Measures, Role, Tier};

use super::evaluation::deciding;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Metric, Spec};

/// `no-risk-probe`
pub static RULE: Rule = Rule {
    code: "FT409",
    name: "no-risk-probe",
    level: Level::Warn,
    route: Some(Route::FixEval),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::InResearch,
    docs: Docs {
        en: Page {
            summary: "The risk tier is medium or above, and no requirement or guard is about safety.",
            why: "A training can look healthy by everything that is plotted, the loss falls and validation is calm, \
              while the model begins to decline less, to cross limits more often, and to answer the same borderline \
              question now this way and now that. Only a probe shows it: inputs made to tempt the model, read every \
              round. Published work says how little it takes: ten adversarial examples were enough to break a \
              model's guardrails, and harmless data weakened them too (Qi et al., 2024, Fine-tuning Aligned Language \
              Models Compromises Safety). The damage need not lie near the task: tuning on insecure code alone made \
              models misbehave in conversations that had nothing to do with code (Betley et al., 2025, Emergent \
              Misalignment).",
            instead: "Collect the inputs that must not be answered, or only in a certain way, a few dozen from real \
                  traffic and some from outside the task, as `data … { role: probe }`. Measure how often the model \
                  fails on them and guard that figure in every round.",
            accept_when: "No output reaches anyone without a person who reads it, or a program decides what may leave; \
                      and the reason names the one or the other.",
        },
        zh: Page {
            summary: "风险等级是 medium 或更高，却没有一条要求或护栏和安全有关。",
            why: "有一种状态很常见，也很危险：training loss 持续下降，validation loss 也没什么异常，模型却开始拒得更少、越界\
                  更多，同一类边界问题一会儿这样答一会儿那样答。只有探针集看得出来：专门引诱模型犯错的输入，每一轮都读一遍。\
                  公开研究说明这有多容易发生：十条对抗样例就足以破坏模型的护栏，无害的数据也会削弱它（Qi 等，2024，\
                  Fine-tuning Aligned Language Models Compromises Safety）。坏处还不一定出在任务附近：只用不安全的代码微调，\
                  模型在和代码毫不相干的对话里也会变坏（Betley 等，2025，Emergent Misalignment）。",
            instead: "把不该答、或者只能按规定答的输入收集起来：几十条来自真实流量，再加一些任务以外的，写成 \
                      `data … { role: probe }`。测一测模型在上面犯错的比例，每一轮都用护栏守住。",
            accept_when: "每一条输出都先经过人看，或者由程序决定能不能放出去；理由里写明是哪一种。",
        },
        bad: r#"
risk {
  tier:       medium
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "customers plan around a feature that does not exist"
  if_frozen:  "product names change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
}
"#,
        good: r#"
baseline prompt_v4 {
  method:    few_shot
  attempts:  4
  readings { house_style: 62%, facts: 97%, false_promises: 2% }
  shortfall: "falls back to ticket titles on large releases"
}

eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  metric false_promises { method: violation_rate, judge: human, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  guard false_promises <= 1%
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}

risk {
  tier:       medium
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "customers plan around a feature that does not exist"
  if_frozen:  "product names change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let tier = spec.risk()?.tier().given()?;
    let eval = spec.eval()?; // no-eval-plan speaks
    eval.metrics().next()?;
    let is_safety = |metric: &Metric| metric.measures().given() == Some(Measures::Safety);
    if tier.value < Tier::Medium {
        return JUDGED;
    }
    let deciding = deciding(eval)?;
    if deciding.iter().any(|one| is_safety(&one.metric)) {
        return JUDGED;
    }
    if deciding.iter().any(|one| one.metric.measures().given().is_none()) {
        return None; // it may be about safety
    }
    let lang = found.lang();
    let word = tier.value.word().name;
    let report = found
        .unsaid(
            eval.keyword(),
            say!(lang, "nothing that decides looks for unsafe answers", "起决定作用的指标，没有一个盯着有风险的回答"),
        )
        .label(say!(lang, "no requirement or guard measures safety", "要求和护栏里没有一个衡量安全"))
        .level(if tier.value >= Tier::High { Level::Deny } else { Level::Warn })
        .also(tier.span, say!(lang, "risk tier {word}", "风险等级 `{word}`"));
    let title = say!(lang, "guard a safety metric", "给安全指标加护栏");
    if let Some(metric) = eval.metrics().find(is_safety) {
        let name = metric.name();
        let limit = match metric.better() {
            Better::Lower => "<= baseline",
            Better::Higher => ">= baseline",
        };
        let statement = format!("guard {name} {limit}");
        report
            .also(metric.place(), say!(lang, "measures safety, and decides nothing", "衡量安全，却什么也不决定"))
            .help(say!(
                lang,
                "guard what is measured already:\n  {statement}",
                "已经在测的指标，给它加上护栏：\n  {statement}"
            ))
            .fix(title, Applicability::Unsafe, vec![eval.node().insertion(&statement)]);
        return JUDGED;
    }
    let probe = spec.data().find(|data| data.has_role(Role::Probe)).map(|data| data.name());
    let on = probe.map_or(String::new(), |name| format!(", on: {name}"));
    let item = format!(
        "{} UNSAFE {{ measures: safety, method: violation_rate, judge: human{on} }}\nguard UNSAFE <= 1%",
        METRIC.name
    );
    let report = report.fix(title, Applicability::Template, vec![eval.node().insertion(&item)]);
    match probe {
        Some(name) => report.help(say!(
            lang,
            "measure how often the model fails on `{name}`, and guard that figure in every round",
            "测一测模型在 `{name}` 上犯错的比例，每一轮都用护栏守住"
        )),
        None => report.help(say!(
            lang,
            "collect inputs that tempt the model (`data … {{ role: probe }}`), measure how often it fails on them, and \
             guard that figure in every round",
            "收集会引诱模型犯错的输入（`data … {{ role: probe }}`），测它犯错的比例，每一轮都用护栏守住"
        )),
    };
    JUDGED
}
