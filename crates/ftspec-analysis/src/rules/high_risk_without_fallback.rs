//! High stakes and nothing that catches a failure.

use ftspec_schema::{Enumerated, FALLBACK, Tier};

use super::facts;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;

/// `high-risk-without-fallback`
pub static RULE: Rule = Rule {
    code: "FT502",
    name: "high-risk-without-fallback",
    level: Level::Deny,
    route: Some(Route::Human),
    sources: &[Source::WhenNotToTune, Source::Practice],
    while_young: WhileYoung::Needed,
    softened: Softened::InResearch,
    docs: Docs {
        en: Page {
            summary: "The tier is high or critical, or the field is one where it has to be, and no `fallback` says what \
                  happens when the model should not answer.",
            why: "In medicine, money or law a training run is not a bet to be placed on a hope. Tuning changes how a \
              model behaves in ways that cannot all be foreseen, so the failure that will come must land somewhere: \
              in a rule, in a graded process, with a person, in a refusal whose trigger is known. A team that has \
              none of these has put its last line of defence into the very thing that it is about to change.",
            instead: "Name the sign by which code can tell that the model should not answer (a keyword, an amount, a \
                  missing passage), and what takes over then: a person, a rule, a fixed refusal, the previous model.",
            accept_when: "Nobody can act on an output, as in a study on recorded cases; say so with `exposure: research` \
                      as well.",
        },
        zh: Page {
            summary: "风险等级是 high 或 critical，或者所在领域至少应当是 high，却没有 `fallback` 写明模型不该回答\
                      时怎么办。",
            why: "在医疗、金融、法律这些领域，不能靠微调“赌一把”。微调改变模型行为的方式无法完全预料，失误迟早会来，\
                  总得有什么接住它：规则约束、流程分级、人工兜底，或者触发条件明确的拒答。一样都没有的团队，等于把\
                  最后一道防线交给了正要被改动的那个东西。",
            instead: "写明程序凭什么标志就能看出模型不该回答（关键词、金额、检索为空），以及那时由谁接手：人工、规\
                      则、固定话术的拒答，或者上一版模型。",
            accept_when: "没有人会依据输出采取行动，例如只对历史病例做研究；这时也请写上 `exposure: research`。",
        },
        bad: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings { house_style: 62%, facts: 97%, dose_errors: 3% }
  shortfall: "falls back to ticket titles on large releases"
}

eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  metric dose_errors { measures: safety, method: violation_rate, judge: human, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  guard dose_errors <= 1%
  review { by: "pharmacists", samples: 100, question: "Would you publish this note?" }
}

risk {
  tier:       high
  domain:     medical
  benefit:    "saves editors two hours a release"
  worst_case: "a note of the dosing software states a wrong dose limit"
  if_frozen:  "dose limits change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
}
"#,
        good: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings { house_style: 62%, facts: 97%, dose_errors: 3% }
  shortfall: "falls back to ticket titles on large releases"
}

eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  metric dose_errors { measures: safety, method: violation_rate, judge: human, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  guard dose_errors <= 1%
  review { by: "pharmacists", samples: 100, question: "Would you publish this note?" }
}

risk {
  tier:       high
  domain:     medical
  benefit:    "saves editors two hours a release"
  worst_case: "a note of the dosing software states a wrong dose limit"
  if_frozen:  "dose limits change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
  fallback pharmacist {
    when:        "a ticket is tagged dosing"
    action:      human
    enforced_by: workflow
  }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let risk = spec.risk()?; // missing-risk-tier speaks
    let (tier, domain) = (risk.tier(), risk.domain());
    let high = tier.given().filter(|tier| tier.value >= Tier::High);
    let field = domain.given().filter(|domain| domain.value.least_tier() >= Tier::High);
    let lang = found.lang();
    let (place, said) = match (high, field) {
        (Some(tier), _) => (tier.span, facts::tier(tier.value, lang)),
        (None, Some(domain)) => {
            let name = domain.value.word().name;
            (domain.span, say!(lang, "`{name}`, a field of high risk,", "`{name}` 是高风险领域"))
        }
        // It takes one of the two to judge, and both to find nothing.
        (None, None) if tier.is_broken() || domain.is_broken() || tier.is_missing() && domain.is_missing() => {
            return None;
        }
        (None, None) => return JUDGED,
    };
    if risk.fallbacks().next().is_some() {
        return JUDGED;
    }
    if !risk.node().lacks(&FALLBACK) {
        return None;
    }
    let worst = facts::worst_case(risk.node(), lang);
    let block = "fallback person {\n  when:        \"…\"\n  action:      human\n  enforced_by: workflow\n}";
    found
        .unsaid(place, say!(lang, "{said} and nothing that catches a failure", "{said}，却没有任何兜底"))
        .label(if high.is_some() {
            say!(lang, "no `fallback` beside this", "没有配套的 `fallback`")
        } else {
            say!(
                lang,
                "the least tier here is high, and there is no `fallback`",
                "这个领域至少是 high，却没有 `fallback`"
            )
        })
        .help(say!(
            lang,
            "say what takes over before the worst case{worst} reaches anyone, and by which sign code or workflow knows",
            "写明在最坏情况{worst}影响到任何人之前由谁接手，以及程序或工作流凭什么标志知道"
        ))
        .fix(say!(lang, "write a fallback", "写一个兜底"), Applicability::Template, vec![risk.node().insertion(block)]);
    JUDGED
}
