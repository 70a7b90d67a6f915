//! A training without anything to train on.

use crate::diagnostic::{Applicability, Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::{DATA, Enumerated};

/// `no-training-data`
pub static RULE: Rule = Rule {
    code: "FT301",
    name: "no-training-data",
    level: Level::Deny,
    route: Some(Route::CollectData),
    sources: &[Source::DoAndDont, Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Foundation,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "No block of data has the role `train`.",
            why: "A model learns what its examples show, and nothing beside it. Whether enough good examples exist, or can \
              be made, decides whether a training is possible at all, more than the choice of model or method does. A \
              plan that leaves the data for later has left out the expensive part. If the examples describe the \
              pattern badly, because they are few, alike or wrong, the model learns it badly: what goes in comes out.",
            instead: "Collect examples of the behaviour you want before you plan the training: past outputs that people \
                  have mended are the best source. Until then, work on the prompt.",
            accept_when: "The examples belong to someone else and cannot be named here, and the reason says who knows them.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
data held_out {
  role:     test
  path:     "data/held_out.jsonl"
  examples: 800
  quality:  reviewed
}
"#,
        good: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md", annotators: 2, agreement: 0.86 }
  boundary: 10%
  covers:   [length, style, topic, malformed]
}

data held_out {
  role:     test
  path:     "data/held_out.jsonl"
  examples: 800
  quality:  reviewed
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    if spec.train().next().is_some() {
        return JUDGED;
    }
    if !spec.knows_all(&DATA) || spec.data().any(|data| data.role().given().is_none()) {
        return None; // what could not be read may be the training data
    }
    let free = std::iter::once("train".to_string()).chain((2..).map(|number| format!("train_{number}")));
    let name = free.into_iter().find(|name| spec.data().all(|data| data.name() != name)).unwrap_or_default();
    let block = format!("data {name} {{\n  role: train\n  path: \"…\"\n}}");
    let mut report = found
        .unsaid(spec.header(), "there is nothing to train on")
        .label("no data with role train")
        .help("name the examples that show the behaviour: where they are, how many, and who looked at them")
        .fix("add training data", Applicability::Template, vec![spec.file().insertion(&block)]);
    for data in spec.data() {
        if let Some(role) = data.role().given() {
            report = report.also(role.span, format!("{} only", role.value.word().name));
        }
    }
    JUDGED
}
