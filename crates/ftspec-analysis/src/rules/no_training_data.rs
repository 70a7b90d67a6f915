//! A training without anything to train on.

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
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
        zh: Page {
            summary: "没有任何数据块的用途是 `train`。",
            why: "模型只能学到样本展示的东西，除此之外什么也学不到。有没有、或者能不能攒出足够的好样本，决定了这次训练做不做得成，\
                  比选哪个模型、用什么方法都要紧。计划里说“数据以后再说”，等于把最贵的一项空着。样本太少、长得都一样或者错误百出，\
                  就描述不清要教的模式，模型自然学不稳：垃圾进，垃圾出。",
            instead: "先收集能体现目标行为的样本，再计划训练：人工改过的历史输出是最好的来源。在那之前，先打磨提示词。",
            accept_when: "样本归别人所有，不能写在这里；理由里写明谁了解这些样本。",
        },
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
    let lang = found.lang();
    let mut report = found
        .unsaid(spec.header(), say!(lang, "there is nothing to train on", "没有可用来训练的数据"))
        .label(say!(lang, "no data with role train", "没有用途为 train 的数据"))
        .help(say!(
            lang,
            "name the examples that show the behaviour: where they are, how many, and who looked at them",
            "写明体现目标行为的样本：在哪里，有多少，谁看过"
        ))
        .fix(
            say!(lang, "add training data", "加上训练数据"),
            Applicability::Template,
            vec![spec.file().insertion(&block)],
        );
    for data in spec.data() {
        if let Some(role) = data.role().given() {
            let name = role.value.word().name;
            report = report.also(role.span, say!(lang, "{name} only", "只用作 {name}"));
        }
    }
    JUDGED
}
