//! Answers that were chosen by no written rule.

use super::training;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::Provenance;

/// `no-labeling-guide`
pub static RULE: Rule = Rule {
    code: "FT304",
    name: "no-labeling-guide",
    level: Level::Warn,
    route: Some(Route::FixData),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::AtTierLow,
    docs: Docs {
        en: Page {
            summary: "A block of training data names no guide by which its answers were written or chosen.",
            why: "Where no page says which answer is right, every annotator follows a rule of their own, and each of \
                  them another one on Friday than on Monday. The model cannot see that two answers come from two \
                  habits; it learns the mean of them and wavers in between. No setting of the training mends that. \
                  Settings decide how fast and how firmly a model takes on what its data says, and where the data \
                  leans, they only make it lean with more confidence.",
            instead: "Write one page: what a right answer looks like, what is wrong with the usual bad ones, and how \
                      the awkward cases are decided. Name it in `labeling { guide: … }`. For synthetic examples the \
                      guide is the prompt or the program that made them.",
            accept_when: "The right answer is a fact that a program can check, so that nobody had to choose it.",
        },
        zh: Page {
            summary: "有训练数据没有写明答案是按什么标注规范写出来或挑出来的。",
            why: "没有一页纸说清什么算对，每个标注员就各有一套标准，同一个人周一和周五的标准也未必一样。模型看不出两种答案\
                  出自两种习惯，只会学成模糊的平均态，在中间摇摆。标注标准不一致，调任何参数都救不回来：参数只能让模型更快、\
                  更坚定地学会数据里的偏差。数据是歪的，参数只会让它歪得更自信。",
            instead: "写一页标注规范：对的答案长什么样，常见的坏答案错在哪里，为难的情况怎么判。然后写进 `labeling { guide: \
                      … }`。合成数据的规范，就是生成它的提示词或程序。",
            accept_when: "正确答案可以由程序核对，不需要人来取舍。",
        },
        bad: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
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
        let node = data.node();
        let guide = training::guide(data);
        if guide.is_broken() || node.list("provenance").is_broken() {
            judged = None;
            continue;
        }
        let provenance = node.words::<Provenance>("provenance");
        // What users did with an answer is a label that nobody had to write.
        let all_from_use = provenance.len() == 1 && provenance[0].value == Provenance::Production;
        if !guide.is_missing() || all_from_use {
            continue;
        }
        let name = data.name();
        let labeling = data.labeling();
        let edit = match labeling {
            Some(labeling) => labeling.insertion("guide: \"…\""),
            None => node.insertion("labeling { guide: \"…\" }"),
        };
        found
            .unsaid(
                data.place(),
                say!(lang, "nothing says how the answers in `{name}` were chosen", "没有写明 `{name}` 的答案按什么规范标注"),
            )
            .label(match labeling {
                Some(_) => say!(lang, "`labeling` without a `guide`", "`labeling` 里没有 `guide`"),
                None => say!(lang, "no labeling guide", "没有标注规范"),
            })
            .help(say!(
                lang,
                "write down on one page which answer is right and how awkward cases are decided, and name it as `guide`",
                "用一页纸写清什么算对、为难的情况怎么判，并在 `guide` 里写上这份文档"
            ))
            .fix(say!(lang, "name the guide", "写上标注规范"), Applicability::Template, vec![edit]);
    }
    judged
}
