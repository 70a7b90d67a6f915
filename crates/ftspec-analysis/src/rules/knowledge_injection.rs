//! Facts that are to be trained in instead of looked up.

use crate::diagnostic::{Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::{Changes, Enumerated, GoalKind, Source as FactSource, Stage};

/// `knowledge-injection`
pub static RULE: Rule = Rule {
    code: "FT201",
    name: "knowledge-injection",
    level: Level::Deny,
    route: Some(Route::Retrieval),
    sources: &[Source::WhenNotToTune, Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Facts are to come out of the weights, so the training is to put them in.",
            why: "Tuning shapes behaviour; it is a poor way to teach facts. Most of what a model fails to answer it need \
              not remember, only find at the right moment. Facts that are trained in are dear to prepare, need another \
              training with every change, come out unreliably, and disturb what the model knew before. Examples with \
              new facts are learnt markedly slower than others, and once they are learnt the model invents more, in \
              step with their number (Gekhman et al., 2024, Does Fine-Tuning LLMs on New Knowledge Encourage \
              Hallucinations?). Retrieval beat unsupervised tuning throughout, for known facts and for new ones \
              (Ovadia et al., 2024, Fine-Tuning or Retrieval?). Two vendors of hosted tuning do say that it can add \
              facts; whoever relies on that should have measured retrieval first.",
            instead: "Bring the facts in with the call, by retrieval, by a tool or in the input, and train only how the \
                  answer is made from them.",
            accept_when: "Retrieval was tried and measured and fell short, the facts hold for as long as the model \
                      serves, and a wrong one does little harm.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
knowledge {
  source:  weights
  facts:   "product names and the versions that introduced them"
  changes: yearly
}
"#,
        good: r#"
knowledge {
  source:  retrieval
  facts:   "product names and the versions that introduced them"
  changes: yearly
  retrieval {
    chunking:       section
    self_contained: true
    top_k:          4
    on_conflict:    newest
    on_missing:     refuse
  }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let knowledge = spec.knowledge().map(|knowledge| knowledge.node());
    if knowledge.is_none() && spec.goal().is_none() && spec.method().is_none() {
        return None;
    }
    let pace = knowledge.and_then(|node| node.word::<Changes>("changes").given());
    let moving = pace.filter(|pace| pace.value != Changes::Never);
    let facts = knowledge.and_then(|node| node.text("facts").given());
    let facts = facts.map(|facts| facts.value.split_whitespace().collect::<Vec<_>>().join(" "));
    let facts = facts.map_or("the facts".to_string(), |facts| format!("\"{facts}\""));
    for goal in spec.goals() {
        for kind in goal.kinds().into_iter().filter(|kind| kind.value == GoalKind::Knowledge) {
            found
                .wrong(kind.span, "the goal is knowledge, which training does not reliably put in")
                .label("facts as the goal of a training")
                .help("look the facts up, and tune only how the model answers from them, if that is still needed then");
        }
    }
    for source in spec.knowledge().into_iter().flat_map(|knowledge| knowledge.sources()) {
        if source.value == FactSource::Weights {
            let report = found
                .wrong(source.span, "facts are to be remembered instead of looked up")
                .label("facts in the weights")
                .help(format!("bring {facts} in with each call: `retrieval`, `tools`, `input` or `prompt`"));
            if let Some(pace) = moving {
                report.also(pace.span, format!("and they change {}", pace.value.word().name));
            }
        }
    }
    let stages = spec.method().map(|method| method.stages()).unwrap_or_default();
    for stage in stages.into_iter().filter(|stage| stage.value == Stage::ContinuedPretraining) {
        if let Some(pace) = moving {
            let changes = pace.value.word().name;
            found
                .wrong(stage.span, format!("continued pretraining on facts that change {changes}"))
                .label("trains facts in, again after every change")
                .also(pace.span, "the facts do not stand still")
                .help(format!(
                    "look up {facts}; continued pretraining suits a language or a field that stays as it is"
                ));
        }
    }
    JUDGED
}
