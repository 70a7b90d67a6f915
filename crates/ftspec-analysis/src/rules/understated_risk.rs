//! A tier below what the field of use gives it.

use ftspec_schema::Enumerated;
use ftspec_syntax::Edit;

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;

/// `understated-risk`
pub static RULE: Rule = Rule {
    code: "FT505",
    name: "understated-risk",
    level: Level::Warn,
    route: Some(Route::Harden),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The `tier` is lower than the least tier of the `domain`.",
            why: "Customers, money and health are where a gamble on tuning goes wrong most dearly, because steadiness is \
              what people there rely on. The least tier of a field is what others have learnt by having been hurt. A \
              tier that is chosen too low does not lower the risk; it only takes away the probes, the reviews and the \
              fallbacks that this spec would otherwise have asked for.",
            instead: "Raise the tier to the least of the field and let the other rules say what that asks for. If the \
                  outputs never leave your own staff, a lower field such as `internal_tooling` may be the true one.",
            accept_when: "The work lies in the field by name alone: the spelling of hospital room signs is not medicine. \
                      Say in the reason what a wrong answer can lead to.",
        },
        zh: Page {
            summary: "`tier` 低于 `domain` 的最低等级。",
            why: "客服、金融、医疗这些场景最怕拿微调去赌，因为那里的人要的就是稳定和可控。一个领域的最低等级，是别\
                  人吃过亏才得出的教训。等级写低了，风险并不会变小，只会让这份计划本该要求的探针、评审和兜底都消失\
                  不见。",
            instead: "把等级提到该领域的最低等级，再看其他规则因此要求补什么。如果输出从不离开自己的团队，也许 \
                      `internal_tooling` 这样等级更低的领域才是实情。",
            accept_when: "工作只是名义上属于这个领域：校对医院门牌上的字并不是医疗。请在理由里写明答错会导致什么。",
        },
        bad: r#"
risk {
  tier:       low
  domain:     customer_service
  benefit:    "saves editors two hours a release"
  worst_case: "a note tells customers that an open fault is mended"
  if_frozen:  "product names change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
}
"#,
        good: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings { house_style: 62%, facts: 97%, false_promises: 3% }
  shortfall: "falls back to ticket titles on large releases"
}

eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  metric false_promises { measures: safety, method: violation_rate, judge: human, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  guard false_promises <= 1%
  review { by: "support leads", samples: 100, question: "Would you publish this note?" }
}

risk {
  tier:       medium
  domain:     customer_service
  benefit:    "saves editors two hours a release"
  worst_case: "a note tells customers that an open fault is mended"
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
    let risk = spec.risk()?;
    let (tier, domain) = (risk.tier().given()?, risk.domain().given()?);
    let least = domain.value.least_tier();
    if tier.value < least {
        let (said, field, least) = (tier.value.word().name, domain.value.word().name, least.word().name);
        let lang = found.lang();
        found
            .wrong(
                tier.span,
                say!(
                    lang,
                    "tier {said} is below the least of `{field}`, which is {least}",
                    "风险等级 {said} 低于 `{field}` 的最低等级 {least}"
                ),
            )
            .label(say!(lang, "expected {least} or higher", "至少应为 {least}"))
            .also(domain.span, say!(lang, "a field of at least {least} risk", "这个领域的风险至少是 {least}"))
            .help(say!(
                lang,
                "write `tier: {least}`, or name the field in which the outputs are really used",
                "写 `tier: {least}`，或者写明输出真正用在哪个领域"
            ))
            .fix(
                say!(lang, "write `{least}`", "写 `{least}`"),
                Applicability::Unsafe,
                vec![Edit::replace(tier.span, least)],
            );
    }
    JUDGED
}
