//! Examples that stand in the data more than once.

use super::training;
use super::wording::percent;
use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure};
use crate::spec::{Field, Spec};

/// `duplicates`
pub static RULE: Rule = Rule {
    code: "FT315",
    name: "duplicates",
    level: Level::Warn,
    route: Some(Route::FixData),
    sources: &[Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "More than 5% of a block of training data repeats other examples of it.",
            why: "An example that stands there ten times is learnt ten times as hard, and in the end word for word. \
                  The number of examples looks larger than it is, and so does the result: a copy that falls on the \
                  test side is answered from memory. Lee et al., 2022, Deduplicating Training Data Makes Language \
                  Models Better, found overlap with training in over 4% of the validation sets of standard corpora, \
                  and models that recite less once copies are gone.",
            instead: "Take out copies and near copies before splitting into training and test, and write down how \
                      many are left. Compare after lower-casing and without numbers and names, or templates hide as \
                      different texts.",
            accept_when: "Rare cases were repeated on purpose to weigh more, and the test data holds none of them.",
        },
        zh: Page {
            summary: "某块训练数据里，超过 5% 的样本是重复的。",
            why: "一条样本出现十次，就被用力学十遍，最后一字不差地背下来。样本数看着比实际多，成绩也看着比实际好：落到测试集里的\
                  那份副本，模型是靠记忆答对的。Lee 等（2022，Deduplicating Training Data Makes Language Models Better）发现，\
                  常用语料的验证集有 4% 以上与训练集重叠；去重之后，模型照背原文的情况也少了。",
            instead: "先去掉完全重复和近似重复的样本，再划分训练集和测试集，并写下剩余数量。比较时统一大小写，去掉数字和姓名，否则\
                      同一个模板会被当成不同的文本。",
            accept_when: "罕见情况是有意重复以加大权重的，而且测试集里一条也没有。",
        },
        bad: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  boundary:   10%
  covers:     [length, style, topic]
  duplicates: 12%
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
        good: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 5_300
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  boundary:   10%
  covers:     [length, style, topic]
  duplicates: 0%
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
    },
    options: &[RuleOption {
        name: "maximum",
        default: figure(5, 2),
        vendor: None,
        unit: OptionUnit::Share,
        en: "the share of a train block that repeats other examples",
        zh: "一个训练数据块中重复样本的占比",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let lang = found.lang();
    let maximum = found.option("maximum");
    let mut judged = training::all_read(spec);
    for data in spec.train() {
        let share = match data.node().quantity("duplicates") {
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
                say!(lang, "{written} of `{name}` repeats other examples", "`{name}` 里有 {written} 的样本是重复的"),
            )
            .label(say!(lang, "more than {most}", "超过 {most}"))
            .help(say!(
                lang,
                "take out copies and near copies before the split into training and test, and count what is left",
                "先去掉重复和近似重复的样本，再划分训练集和测试集，然后重新计数"
            ));
    }
    judged
}
