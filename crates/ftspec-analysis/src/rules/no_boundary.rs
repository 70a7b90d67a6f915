//! Behaviours that say what to do and never where to stop.

use crate::diagnostic::{Applicability, Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::{BEHAVIOR, Enumerated, Tier};

/// `no-boundary`
pub static RULE: Rule = Rule {
    code: "FT106",
    name: "no-boundary",
    level: Level::Warn,
    route: Some(Route::Sharpen),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A wrong answer costs something here, and no behaviour says what an output must never contain.",
            why: "The usual picture late in a project is a model that does well on ordinary questions and is dangerous at \
              the edges, and a smaller learning rate only makes the danger sound milder. Nobody had shown it where to \
              stop. What many teams lack is not the ability to answer but the ability not to: answers come too often \
              and too sure. No setting teaches that. A limit that is written down can be put into examples, measured \
              by a metric and enforced by code; one that is not written can be none of these.",
            instead: "Take the worst output you can imagine and write the line that it crosses as `never`. Then give it \
                  examples close to the line, and a guard that counts crossings.",
            accept_when: "The output space is closed, such as one of six labels, so that there is no line to cross.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
behavior one_sentence {
  when: "a release has more than one ticket"
  must: "name the one change that readers notice first"
  example { input: "FT-12 fix login, FT-13 faster search", output: "Search answers twice as fast." }
}

eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, covers: [one_sentence] }
  metric facts { measures: safety, method: exact_match, covers: [one_sentence] }
  require house_style >= 90%
  guard facts >= baseline
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
        good: r#"
behavior one_sentence {
  when:  "a release has more than one ticket"
  must:  "name the one change that readers notice first"
  never: "announce a feature that no ticket names"
  example { input: "FT-12 fix login, FT-13 faster search", output: "Search answers twice as fast." }
}

eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, covers: [one_sentence] }
  metric facts { measures: safety, method: exact_match, covers: [one_sentence] }
  require house_style >= 90%
  guard facts >= baseline
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
    let first = spec.behaviors().next()?;
    if !spec.behaviors().any(|behavior| behavior.says_what()) || !spec.knows_all(&BEHAVIOR) {
        return None; // no-target-behavior speaks, or something broken may be the behaviour with the limit
    }
    if tier.value >= Tier::Medium && !spec.behaviors().any(|behavior| behavior.has_never()) {
        let report = found
            .unsaid(first.place(), "no behaviour says what an output must never contain")
            .label("no `never` here, nor in any other behavior")
            .also(tier.span, format!("risk tier {}", tier.value.word().name))
            .help("write down the line that no output may cross, however the input is put")
            .fix("add a limit", Applicability::Template, vec![first.node().insertion("never: \"…\"")]);
        if let Some(worst) = spec.risk()?.node().text("worst_case").given() {
            report.also(worst.span, "the line that this crosses is the one to write");
        }
    }
    JUDGED
}
