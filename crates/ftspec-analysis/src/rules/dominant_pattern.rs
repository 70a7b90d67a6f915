//! Data in which one way of answering outweighs the others.

use super::training;
use super::wording::percent;
use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure};
use crate::spec::{Field, Spec};

/// `dominant-pattern`
pub static RULE: Rule = Rule {
    code: "FT307",
    name: "dominant-pattern",
    level: Level::Warn,
    route: Some(Route::FixData),
    sources: &[Source::WhatParametersSolve, Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The commonest answer pattern makes up more than 40% of a block of training data.",
            why: "A training takes the shortest way to a low loss, and where most answers open alike or follow one \
                  outline, that way is to answer everything so. The pattern is learnt first and most firmly; the rest \
                  is learnt as an exception to it. The loss falls nicely meanwhile. When examples cluster like this, \
                  the model knows one structure by heart and carries little of it over to inputs of another kind. \
                  Turning the settings up or down makes it do so sooner or later, not less.",
            instead: "Thin out the commonest pattern before you add anything: keep the best of it, and fill the place \
                      with answers of other kinds. Count again by opening sentence and by outline.",
            accept_when: "Real inputs ask for that answer as often as that, and the rarer answers have enough examples \
                          of their own and a metric that counts them alone.",
        },
        zh: Page {
            summary: "某块训练数据里，最常见的一种回答模式占了 40% 以上。",
            why: "训练总是走最省力的路把 loss 降下去。多数答案开头相同或套路相同时，最省力的办法就是什么都这么答。高频样本强烈\
                  偏向某种回答风格，它就学得最早也最牢，其他回答只是例外，而 loss 还降得很好看。数据聚成一团，模型就会死记这\
                  一种结构，换一类输入便缺乏泛化能力。参数调大调小，只是让它早一点或晚一点变成这样。",
            instead: "先做减法：把最常见的模式抽稀，只留最好的一部分，空出来的位置换成别的回答方式。再按开头句和结构各数一遍。",
            accept_when: "真实输入里就有这么多该这样回答，较少见的回答也有足够的样本，并有单独统计它们的指标。",
        },
        bad: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  boundary:        10%
  covers:          [length, style, topic]
  largest_pattern: 55%
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
        good: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 4_100
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  boundary:        14%
  covers:          [length, style, topic]
  largest_pattern: 31%
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
    },
    options: &[RuleOption {
        name: "maximum",
        default: figure(4, 1),
        vendor: None,
        unit: OptionUnit::Share,
        en: "the share of the commonest answer pattern in a train block",
        zh: "一个训练数据块中最常见回答模式的占比",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let lang = found.lang();
    let maximum = found.option("maximum");
    let mut judged = training::all_read(spec);
    for data in spec.train() {
        let share = match data.node().quantity("largest_pattern") {
            Field::Given(share) if share.value.value > maximum => share,
            Field::Broken => {
                judged = None;
                continue;
            }
            _ => continue,
        };
        let (name, most) = (data.name(), percent(maximum));
        let written = percent(share.value.value);
        found
            .wrong(
                share.span,
                say!(
                    lang,
                    "{written} of `{name}` answers in one and the same way",
                    "`{name}` 里有 {written} 的答案是同一个模式"
                ),
            )
            .label(say!(lang, "more than {most}", "超过 {most}"))
            .help(say!(
                lang,
                "thin out that pattern and put answers of other kinds in its place, until it is at most {most}",
                "把这种模式抽稀，换成别的回答方式，直到占比不超过 {most}"
            ));
    }
    judged
}
