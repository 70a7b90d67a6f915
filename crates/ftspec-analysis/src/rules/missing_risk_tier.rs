//! No risk tier: nobody has said how bad the worst answer is.

use ftspec_schema::{Enumerated, RISK, Tier};

use super::facts;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::{Lang, say};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;

/// `missing-risk-tier`
pub static RULE: Rule = Rule {
    code: "FT501",
    name: "missing-risk-tier",
    level: Level::Deny,
    route: Some(Route::Harden),
    sources: &[Source::WhenNotToTune, Source::Practice],
    while_young: WhileYoung::Needed,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The spec has no `risk` block, or one without a `tier`.",
            why: "Training shifts the whole distribution of a model's answers, and not all of that shift can be foreseen. \
              Where the work needs steadiness and control, trying whether tuning helps is a risk in itself, and it \
              has to be weighed before it is run: rules, graded processes, a person behind the model may be the \
              better answer. How much is asked of the rest of the plan, from probes to fallbacks, depends on this one \
              word.",
            instead: "Think of the worst plausible answer and of the one person whom it hits, and choose the tier by \
                  that: low for a nuisance, medium where it costs money or trust, high where it can harm someone, \
                  critical where a life or a livelihood is at stake.",
            accept_when: "Never for anything that people will use. A tier takes one word.",
        },
        zh: Page {
            summary: "计划没有 `risk` 块，或者块里没写 `tier`。",
            why: "微调改变的是模型整体的行为分布，变化并不都能预测。业务如果要求稳定、可控，“试试看微调会不会更好”\
                  本身就是一种风险，得先掂量再动手：规则约束、流程分级、人工兜底也许才是更好的答案。从风险探针到兜\
                  底，计划的其余部分要写到什么程度，都取决于这一个词。",
            instead: "设想最坏而又可信的那种回答，想想它落到哪个人头上，再据此定级：添点麻烦是 low，损失金钱或信任\
                      是 medium，会伤到人是 high，关系到性命或生计是 critical。",
            accept_when: "只要有人会用，就没有理由接受。定级只需要写一个词。",
        },
        bad: r#"
risk {
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "a note leaves out a breaking change"
  if_frozen:  "product names change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
}
"#,
        good: r#"
risk {
  tier:       low
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "a note leaves out a breaking change"
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
    let lang = found.lang();
    if spec.lacks(&RISK) {
        let block = "risk {\n  tier:       medium\n  domain:     other\n  benefit:    \"…\"\n  worst_case: \"…\"\n  \
                     if_frozen:  \"…\"\n  rollback:   \"…\"\n}";
        found
            .unsaid(
                spec.header(),
                say!(lang, "nothing says how bad a wrong answer would be", "没写答错了会有多严重"),
            )
            .label(say!(lang, "a plan without a `risk` block", "计划里没有 `risk` 块"))
            .help(say!(
                lang,
                "write `risk {{ tier: …, domain: … }}`: the tier follows from the worst plausible answer, from low (a \
                 nuisance) to critical (a life, a livelihood)",
                "写上 `risk {{ tier: …, domain: … }}`：按最坏而又可信的回答定级，从 low（添点麻烦）到 critical（关系到性命或生计）"
            ))
            .fix(say!(lang, "write a `risk` block", "写一个 `risk` 块"), Applicability::Template, vec![spec.file().insertion(block)]);
        return JUDGED;
    }
    let risk = spec.risk()?;
    if risk.tier().is_broken() {
        return None;
    }
    if risk.tier().is_missing() {
        let domain = risk.domain().given().map(|domain| domain.value);
        let least = domain.map_or(Tier::Low, |domain| domain.least_tier());
        let worst = facts::worst_case(risk.node(), lang);
        let by = match domain {
            Some(domain) if least > Tier::Low => {
                let (field, least) = (domain.word().name, least.word().name);
                say!(lang, "; for `{field}` it is at least {least}", "；`{field}` 领域至少是 {least}")
            }
            _ => String::new(),
        };
        let mut report = found
            .unsaid(risk.keyword(), say!(lang, "nothing says how high the risk is", "没写风险有多高"))
            .label(say!(lang, "no `tier` in here", "缺少 `tier`"))
            .help(say!(
                lang,
                "choose the tier by the worst plausible answer{worst}{by}",
                "按最坏而又可信的回答{worst}定级{by}"
            ));
        for tier in Tier::ALL.iter().filter(|tier| **tier >= least) {
            let word = tier.word();
            let edits = vec![risk.node().insertion(&format!("tier: {}", word.name))];
            let (name, meaning) = (word.name, meaning(*tier, lang));
            let title = say!(lang, "write `tier: {name}`: {meaning}", "写 `tier: {name}`：{meaning}");
            report = report.fix(title, Applicability::Template, edits);
        }
    }
    JUDGED
}

/// What a tier means, as part of a sentence.
fn meaning(tier: Tier, lang: Lang) -> String {
    lower(lang.doc(tier.word()).trim_end_matches(['.', '。']))
}

fn lower(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}
