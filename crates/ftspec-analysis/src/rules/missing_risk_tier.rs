//! No risk tier: nobody has said how bad the worst answer is.

use ftspec_schema::{Enumerated, RISK, Tier};

use crate::diagnostic::{Applicability, Level, Route};
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
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
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
    if spec.lacks(&RISK) {
        let block = "risk {\n  tier:       medium\n  domain:     other\n  benefit:    \"…\"\n  worst_case: \"…\"\n  \
                     if_frozen:  \"…\"\n  rollback:   \"…\"\n}";
        found
            .unsaid(spec.header(), "nothing says how bad a wrong answer would be")
            .label("a plan without a `risk` block")
            .help(
                "write `risk { tier: …, domain: … }`: the tier follows from the worst plausible answer, from low (a \
                 nuisance) to critical (a life, a livelihood)",
            )
            .fix("write a `risk` block", Applicability::Template, vec![spec.file().insertion(block)]);
        return JUDGED;
    }
    let risk = spec.risk()?;
    if risk.tier().is_broken() {
        return None;
    }
    if risk.tier().is_missing() {
        let domain = risk.domain().given().map(|domain| domain.value);
        let least = domain.map_or(Tier::Low, |domain| domain.least_tier());
        let worst = risk.node().text("worst_case").given().map(|text| format!(" (\"{}\")", text.value));
        let by = match domain {
            Some(domain) if least > Tier::Low => {
                format!("; for `{}` it is at least {}", domain.word().name, least.word().name)
            }
            _ => String::new(),
        };
        let mut report = found
            .unsaid(risk.keyword(), "nothing says how high the risk is")
            .label("no `tier` in here")
            .help(format!("choose the tier by the worst plausible answer{}{by}", worst.unwrap_or_default()));
        for tier in Tier::ALL.iter().filter(|tier| **tier >= least) {
            let word = tier.word();
            let edits = vec![risk.node().insertion(&format!("tier: {}", word.name))];
            let title = format!("write `tier: {}`: {}", word.name, lower(word.doc.trim_end_matches('.')));
            report = report.fix(title, Applicability::Template, edits);
        }
    }
    JUDGED
}

fn lower(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}
