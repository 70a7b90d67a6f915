//! A stage that learns from comparisons, and nothing to compare.

use super::training;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Data, Field, Spec};
use ftspec_schema::{DataFormat, Enumerated, Stage};

/// `preference-stage-without-pairs`
pub static RULE: Rule = Rule {
    code: "FT605",
    name: "preference-stage-without-pairs",
    level: Level::Deny,
    route: Some(Route::CollectData),
    sources: &[Source::Practice],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A stage is dpo, orpo or rlhf, and no training data has the format `preference`.",
            why: "These stages learn from the difference between a better and a worse answer to the same input; rlhf \
                  trains its reward model on such pairs. Single answers do not tell them anything. A training tool \
                  stops at the first record, or worse, a script makes up the missing half: the model's own first \
                  answer as the bad one, whatever it is like. Then the model learns that its own wording is wrong, \
                  not what is better about the other.",
            instead: "Collect pairs: two answers to one input and which of them people chose. Edits are a good \
                      source, before and after. With single answers alone stay with `sft`; with single answers \
                      marked good or bad take `kto`.",
            accept_when: "The pairs are made during the training, by a judge that the plan names, and so there is no \
                          file of them.",
        },
        zh: Page {
            summary: "训练阶段有 dpo、orpo 或 rlhf，却没有 `preference` 格式的训练数据。",
            why: "这几种训练学的是同一个输入下好答案和坏答案之间的差别；rlhf 的奖励模型也是用这样的偏好对训练的。单个答案对它们毫\
                  无信息。训练工具读到第一条记录就会报错；更糟的是脚本自己补上缺的那一半，把模型原来的回答一律当成坏答案。这样学\
                  到的只是“我原来的措辞不对”，而不是另一个好在哪里。",
            instead: "收集偏好对：同一个输入的两个答案，以及人选了哪一个。人工修改前后的版本就是很好的来源。手上只有单个答案，就用 \
                      `sft`；单个答案带好坏标记，可以用 `kto`。",
            accept_when: "偏好对在训练过程中由计划里写明的裁判生成，所以没有对应的文件。",
        },
        bad: r#"
method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      [sft, dpo]
  tuning:     lora
  seeds:      [1, 2, 3]
}
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

data edits {
  role:     train
  path:     "data/edits.jsonl"
  format:   preference
  examples: 1_500
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  covers: [length, style, topic]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }

method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      [sft, dpo]
  tuning:     lora
  seeds:      [1, 2, 3]
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn needs_pairs(stage: Stage) -> bool {
    matches!(stage, Stage::Dpo | Stage::Orpo | Stage::Rlhf)
}

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let method = spec.method()?;
    if method.node().list("stage").is_broken() {
        return None;
    }
    let stages = method.stages();
    let Some(first) = stages.iter().find(|stage| needs_pairs(stage.value)) else { return JUDGED };
    training::all_known(spec)?; // no-training-data speaks where there is none
    let mut unstated: Vec<Data> = Vec::new();
    for data in spec.train() {
        match data.node().word::<DataFormat>("format") {
            Field::Given(format) if format.value == DataFormat::Preference => return JUDGED,
            Field::Given(_) => {}
            Field::Broken => return None, // it may be the pairs
            Field::Missing => unstated.push(data),
        }
    }
    let lang = found.lang();
    let name = first.value.word().name;
    let blocks = spec.train().count();
    let mut report = found
        .wrong(
            first.span,
            say!(
                lang,
                "`{name}` learns from pairs of answers, and no training data has any",
                "`{name}` 要用偏好对训练，训练数据里却没有"
            ),
        )
        .label(say!(lang, "needs a better and a worse answer", "需要一好一坏两个答案"));
    if blocks <= 5 {
        let names = lang.listed(spec.train().map(|data| data.name()));
        report = report.help(say!(
            lang,
            "collect pairs, such as answers before and after an edit, as a block of `format: preference`; {names} can \
             serve `sft`",
            "收集偏好对（例如人工修改前后的答案），写成 `format: preference` 的数据块；{names} 可以用于 `sft`"
        ));
    } else {
        report = report.help(say!(
            lang,
            "collect pairs, such as answers before and after an edit, as a block of `format: preference`",
            "收集偏好对（例如人工修改前后的答案），写成 `format: preference` 的数据块"
        ));
    }
    for other in stages.iter().filter(|stage| needs_pairs(stage.value)).skip(1) {
        let name = other.value.word().name;
        report = report.also(other.span, say!(lang, "`{name}` needs them too", "`{name}` 也需要"));
    }
    if let [data] = unstated[..] {
        let (name, edit) = (data.name(), data.node().insertion("format: preference"));
        report.fix(
            say!(lang, "say that `{name}` holds pairs", "写明 `{name}` 就是偏好对"),
            Applicability::Template,
            vec![edit],
        );
    }
    JUDGED
}
