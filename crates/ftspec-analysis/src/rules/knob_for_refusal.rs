//! A setting that is to teach the model when to be silent.

use super::knobs::Knobs;
use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};
use ftspec_syntax::Span;

/// `knob-for-refusal`
pub static RULE: Rule = Rule {
    code: "FT603",
    name: "knob-for-refusal",
    level: Level::Warn,
    route: Some(Route::Rules),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A later round is meant to make the model refuse or hold back, and changed settings alone.",
            why: "What goes wrong late in such projects is rarely that the model cannot answer. It answers where it \
                  should not, too much and too surely. Somebody then lowers a temperature or a learning rate or \
                  regularises harder, and the answers do get a little more careful. But the model still does not \
                  know when to be silent, because no setting says when that is. Examples can teach how a refusal \
                  sounds, and even to abstain where the data has it (Zhang et al., 2024, R-Tuning). Whether an input \
                  may be answered at all is a decision for rules, a workflow or a person.",
            instead: "Write the limit down as a `constraint` or a `fallback` that code enforces, so that the model is \
                      told, or not asked. Add examples on both sides of the limit for how it should then answer.",
            accept_when: "The refusals were too many, not too few, a known setting of the round before caused it, and \
                          this round takes that setting back.",
        },
        zh: Page {
            summary: "后续的轮次想让模型学会拒答或收敛，却只调了参数。",
            why: "这类项目到了后期，问题往往不是答不出来，而是不该答的时候答得太多、太确定。于是有人降低 temperature、调小 learning \
                  rate、加强正则，回答确实会保守一点，但模型仍然不知道什么时候该闭嘴，因为没有哪个参数说得清那是什么时候。拒绝的\
                  话怎么说，样本可以教；数据里有弃答的样本，模型甚至能学会弃答（Zhang 等，2024，R-Tuning）。但一个请求到底该不该\
                  答、该不该转人工，是策略、流程和系统设计的事。",
            instead: "把边界写成由代码执行的 `constraint` 或 `fallback`：要么明确告诉模型，要么根本不去问它。再在边界两侧各补一些\
                      样本，教它到时候怎么说。",
            accept_when: "问题是拒得太多而不是太少，原因是上一轮的某个参数，而这一轮正是把它改回去。",
        },
        bad: r#"
method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [1, 2, 3]
  parameters { learning_rate: 1e-4 }
}

round r1 {
  purpose: "notes open with ticket titles: teach one sentence on what changes"
  readings { house_style: 74%, facts: 98% }
}

round r2 {
  purpose: "notes announce security fixes: refuse to write about those tickets"
  changes: [learning_rate]
  readings { house_style: 82%, facts: 99.5% }
}
"#,
        good: r#"
method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [1, 2, 3]
  parameters { learning_rate: 1e-4 }
}

round r1 {
  purpose: "notes open with ticket titles: teach one sentence on what changes"
  readings { house_style: 74%, facts: 98% }
}

round r2 {
  purpose: "notes announce security fixes: refuse to write about those tickets"
  changes: [system]
  readings { house_style: 82%, facts: 99.5% }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    spec.rounds().nth(1)?;
    let lang = found.lang();
    let knobs = Knobs::of(spec);
    let mut judged = JUDGED;
    for round in spec.rounds().skip(1) {
        let purpose = round.node().list("purpose");
        let changes = knobs.alone(round);
        if purpose.is_broken() || changes.is_broken() {
            judged = None;
        }
        let (Field::Given([purpose, ..]), Field::Given(changes)) = (purpose, changes) else { continue };
        let Some((start, prose)) = spec.prose(purpose.span) else { continue };
        let Some(phrase) = found.config().lexicon().speaks_of_refusal(prose) else { continue };
        let place = Span::new(start + phrase.start as u32, start + phrase.end as u32);
        let (name, turned) = (round.name(), lang.listed(changes.iter().map(|change| change.value)));
        let report = found
            .wrong(
                place,
                say!(
                    lang,
                    "round `{name}` turned {turned} to teach the model when not to answer",
                    "`{name}` 这一轮想靠调 {turned} 让模型学会不该答时不答"
                ),
            )
            .label(say!(lang, "no setting says when that is", "没有哪个参数说得清什么时候该闭嘴"))
            .help(say!(
                lang,
                "let code decide which input may be answered (`constraint`, `fallback`), and teach by examples how a \
                 refusal sounds",
                "该不该答交给代码判断（`constraint`、`fallback`），拒绝的话怎么说再用样本去教"
            ));
        if let Some(changed) = round.node().value_span("changes") {
            report.also(changed, say!(lang, "settings alone", "只动了参数"));
        }
    }
    judged
}
