//! So few examples that a prompt makes better use of them.

use crate::diagnostic::{Level, Route};
use crate::rule::{
    Docs, Findings, JUDGED, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure,
};
use crate::spec::Spec;
use ftspec_schema::{BaselineMethod, DATA};
use rust_decimal::Decimal;

/// `too-few-examples`
pub static RULE: Rule = Rule {
    code: "FT302",
    name: "too-few-examples",
    level: Level::Deny,
    route: Some(Route::FewShot),
    sources: &[Source::DoAndDont],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "All training data together has fewer than 200 examples.",
            why: "With a few dozen examples a training learns those examples: what looks like progress on them is \
              overfitting, and the first unusual input shows it. The same examples do more in a prompt, where they \
              work at once and can be exchanged tomorrow. With about 200, prompting with examples is still the better \
              way; tuning a small model starts to make sense in the thousands. Vendors of hosted tuning ask for less, \
              OpenAI's guidance starts at 50 well-made examples: where large models are tuned on a narrow habit, set \
              `profile = \"vendor\"`.",
            instead: "Put the best of them into the prompt as examples and measure that as a baseline. Keep what users \
                  correct from then on: that is the data for a training later.",
            accept_when: "The examples were written by experts for one narrow habit, held-out results already show the \
                      gain, and the base model is large.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 50
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
    options: &[RuleOption {
        name: "minimum",
        default: figure(200, 0),
        vendor: Some(figure(10, 0)),
        unit: OptionUnit::Count,
        en: "examples to train on, in all train blocks together",
        zh: "所有训练数据块的样例总数",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let first = spec.train().next()?; // no-training-data speaks
    if !spec.knows_all(&DATA) || spec.data().any(|data| data.role().is_broken()) {
        return None;
    }
    let mut counts = Vec::new();
    for data in spec.train() {
        counts.push(data.examples().given()?); // examples-unstated speaks
    }
    let total = counts.iter().fold(0u64, |sum, count| sum.saturating_add(count.value));
    let minimum = found.option("minimum");
    if Decimal::from(total) >= minimum {
        return JUDGED;
    }
    let prompt = spec.baselines().find(|it| it.method().given().is_some_and(|it| it.value == BaselineMethod::FewShot));
    let into = prompt.map_or("a prompt".to_string(), |prompt| format!("the prompt of {}", prompt.name()));
    let headline = match total {
        0 => "there are no examples to train on".to_string(),
        1 => "there is 1 example to train on".to_string(),
        many => format!("there are {many} examples to train on"),
    };
    let mut report = found
        .wrong(counts[0].span, headline)
        .label(match counts.len() {
            1 => format!("fewer than {minimum}"),
            _ => format!("with the others {total}, fewer than {minimum}"),
        })
        .help(format!("put the best of {} into {into}, and train when there are more", first.name()));
    for count in &counts[1..] {
        report = report.also(count.span, format!("{} more", count.value));
    }
    JUDGED
}
