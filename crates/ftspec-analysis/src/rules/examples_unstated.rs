//! Training data that does not say how much of it there is.

use super::training;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};

/// `examples-unstated`
pub static RULE: Rule = Rule {
    code: "FT313",
    name: "examples-unstated",
    level: Level::Warn,
    route: Some(Route::CollectData),
    sources: &[Source::DoAndDont],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A block of training data does not say how many examples it has.",
            why: "Whether tuning is worth it hangs on this number first. With 50 examples a well-written prompt does \
                  more; with 200, a prompt that shows the best of them; from some thousand good ones a small model \
                  can be tuned, and the self-test before any training asks for 5 000. A plan that leaves the number \
                  out cannot be judged in the one respect that costs the most to change later, and nobody can see \
                  from it how long a round takes or whether the training gets to see all of its data.",
            instead: "Count them and write the number down, after duplicates and rejected examples are taken out. \
                      While they are still being collected, write what is there today.",
            accept_when: "Examples are drawn from a stream during training, and the plan bounds the steps instead.",
        },
        zh: Page {
            summary: "有训练数据没有写明样本数量。",
            why: "值不值得微调，首先看的就是这个数。只有 50 条，不如认真写个 prompt；只有 200 条，挑最好的做 few-shot；好样本有了\
                  几千条，才谈得上微调一个小模型，训练前的自测题问的是有没有 5000 条以上高质量任务样本。不写数量，计划里以后最难\
                  补的一项就没法评判；一轮要训多久、数据能不能看全，也都无从算起。",
            instead: "去掉重复和不合格的样本之后数一遍，把数字写下来。还在收集的，就写今天手上有多少。",
            accept_when: "样本在训练时从数据流中实时抽取，计划里限定的是步数。",
        },
        bad: r#"
data notes {
  role:    train
  path:    "data/notes.jsonl"
  quality: reviewed
  labeling { guide: "docs/style.md" }
  boundary: 10%
  covers:   [length, style, topic]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
        good: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  boundary: 10%
  covers:   [length, style, topic]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let lang = found.lang();
    let mut judged = training::all_read(spec);
    for data in spec.train() {
        match data.examples() {
            Field::Given(_) => {}
            Field::Broken => judged = None,
            Field::Missing => {
                let name = data.name();
                found
                    .unsaid(
                        data.place(),
                        say!(lang, "nothing says how many examples `{name}` has", "没有写明 `{name}` 有多少条样本"),
                    )
                    .label(say!(lang, "no `examples`", "没有 `examples`"))
                    .help(say!(
                        lang,
                        "count them without duplicates and rejects; what is there today will do",
                        "去掉重复和不合格的，数一遍；写今天手上的数量就行"
                    ))
                    .fix(
                        say!(lang, "say how many there are", "写明有多少条"),
                        Applicability::Template,
                        vec![data.node().insertion("examples: 5_000")],
                    );
            }
        }
    }
    judged
}
