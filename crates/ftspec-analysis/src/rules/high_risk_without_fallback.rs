//! High stakes and nothing that catches a failure.

use ftspec_schema::{Enumerated, FALLBACK, Tier};

use crate::diagnostic::{Applicability, Level, Route};
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
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
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
    let (place, said) = match (high, field) {
        (Some(tier), _) => (tier.span, format!("tier {}", tier.value.word().name)),
        (None, Some(domain)) => (domain.span, format!("`{}`, a field of high risk,", domain.value.word().name)),
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
    let worst = risk.node().text("worst_case").given().map_or(String::new(), |text| format!(" (\"{}\")", text.value));
    let block = "fallback person {\n  when:        \"…\"\n  action:      human\n  enforced_by: workflow\n}";
    found
        .unsaid(place, format!("{said} and nothing that catches a failure"))
        .label(if high.is_some() {
            "no `fallback` beside this"
        } else {
            "the least tier here is high, and there is no `fallback`"
        })
        .help(format!(
            "say what takes over before the worst case{worst} reaches anyone, and by which sign code or workflow knows"
        ))
        .fix("write a fallback", Applicability::Template, vec![risk.node().insertion(block)]);
    JUDGED
}
