//! Training before prompting was tried.

use crate::diagnostic::{Applicability, Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use crate::suggest::listed;
use ftspec_schema::BASELINE;

/// `prompt-not-tried`
pub static RULE: Rule = Rule {
    code: "FT107",
    name: "prompt-not-tried",
    level: Level::Deny,
    route: Some(Route::Prompt),
    sources: &[Source::WhenNotToTune, Source::DoAndDont, Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Needed,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "No baseline is a prompt: neither an instruction, nor worked examples, nor steps of thought.",
            why: "Whether a model does as it is told depends first of all on how clearly it is told. One more sentence in \
              the prompt, one limit put into words, and the trouble is often gone: it was a problem of instruction, \
              not of behaviour. Who trains before working on the prompt bakes into the weights what a prompt could \
              have done, and loses the freedom to change it tomorrow. A prompt asks for ten to fifty examples and \
              changes within minutes; a training asks for thousands, and for another training each time.",
            instead: "Give the prompt a few honest days: state the rule, show examples, say what not to do. Measure each \
                  version with the metrics of this plan, and write down what the best one still gets wrong.",
            accept_when: "There is no prompt to work on: the model takes no instruction, or a prompt of any length is \
                      ruled out by delay or price.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
baseline untuned {
  method: base_model
  readings {
    house_style: 31%
    facts:       95%
  }
}
"#,
        good: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings {
    house_style: 62%
    facts:       97%
  }
  shortfall: "falls back to ticket titles on large releases"
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let (span, label) = match spec.baselines().next() {
        None if spec.lacks(&BASELINE) => (spec.header(), "no baseline in this plan".to_string()),
        None => return None,
        Some(_) if spec.baselines().any(|baseline| baseline.is_prompting()) => return JUDGED,
        Some(_) if !spec.knows_all(&BASELINE) || spec.baselines().any(|it| it.method().given().is_none()) => {
            return None; // what could not be read may be the prompt
        }
        Some(first) => {
            let names = listed(spec.baselines().map(|baseline| baseline.name()).filter(|name| !name.is_empty()));
            let verb = if spec.baselines().count() == 1 { "is" } else { "are" };
            (first.keyword(), format!("{names} {verb} no prompt").trim_start().to_string())
        }
    };
    let free = (1..).map(|version| format!("prompt_v{version}")).find(|name| spec.baseline(name).is_none());
    let block = format!("baseline {} {{\n  method:    few_shot\n  shortfall: \"…\"\n}}", free.unwrap_or_default());
    found
        .unsaid(span, "no prompt was tried before training")
        .label(label)
        .help(
            "work out a prompt, measure it, and add it as a baseline with method prompt, few_shot or chain_of_thought",
        )
        .fix("add a prompting baseline", Applicability::Template, vec![spec.file().insertion(&block)]);
    JUDGED
}
