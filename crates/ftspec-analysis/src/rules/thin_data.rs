//! Enough examples to start a training with, too few to trust it.

use super::{too_few_examples, training};
use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{
    Docs, Findings, JUDGED, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure,
};
use crate::spec::Spec;
use rust_decimal::Decimal;

/// `thin-data`
pub static RULE: Rule = Rule {
    code: "FT303",
    name: "thin-data",
    level: Level::Warn,
    route: Some(Route::CollectData),
    sources: &[Source::DoAndDont, Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "All training data together has 200 examples or more, and fewer than 1 000.",
            why: "A small model that is tuned with adapters asks for examples in the thousands before it holds a habit \
                  on input it has not seen. With a few hundred it holds the habit on inputs that look like those, and \
                  nobody can tell from the training alone which of the two it is. Numbers are not everything: Zhou et \
                  al., 2023, LIMA: Less Is More for Alignment, taught style and format to a model of 65B parameters \
                  with 1 000 examples chosen for their quality and variety, and found that more of the same kind \
                  brought little. So the figure is a floor for good examples, and no licence to fill up with \
                  poor ones.",
            instead: "Collect what people mend in the outputs of today's prompt, and train when there are enough. Look \
                      first for the kinds of input that are missing; more of what is there already adds the least.",
            accept_when: "Every example was written or mended by somebody who knows the task, they are unlike each \
                          other, the base model is large, and held-out results over several seeds show the gain.",
        },
        zh: Page {
            summary: "全部训练数据加起来有 200 条以上，但不到 1000 条样本。",
            why: "用适配器微调一个小模型，通常要千级样本，它才能在没见过的输入上也守住新的行为。只有几百条时，它往往只在相似的\
                  输入上像样，而光看训练过程分不清是学会了还是背下来了。数量当然不是一切：Zhou 等（2023，LIMA: Less Is More \
                  for Alignment）只用 1000 条样本就让 65B 的模型学会了风格和格式，但那 1000 条是按质量和多样性精选出来的；\
                  同类数据再堆上去，收益很小。所以这个数字是对好样本的最低要求，不是拿劣质数据凑数的理由。",
            instead: "把人工改过的线上输出攒起来，够了再训练。先补缺的那几类输入；已有的类型再加，用处最小。",
            accept_when: "每条样本都由懂业务的人写过或改过，彼此差异大，基座模型也够大，而且多个随机种子的留出集结果都显示有提升。",
        },
        bad: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 600
  quality:  reviewed
  labeling { guide: "docs/style.md", annotators: 2, agreement: 0.86 }
  boundary: 10%
  covers:   [length, style, topic]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
        good: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 2_400
  quality:  reviewed
  labeling { guide: "docs/style.md", annotators: 2, agreement: 0.86 }
  boundary: 10%
  covers:   [length, style, topic]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
    },
    options: &[RuleOption {
        name: "minimum",
        default: figure(1_000, 0),
        vendor: Some(figure(50, 0)),
        unit: OptionUnit::Count,
        en: "examples to train on, in all train blocks together",
        zh: "所有训练数据块的样本总数",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let count = training::count(spec)?; // no-training-data or examples-unstated speaks
    let total = Decimal::from(count.total);
    let (floor, minimum) = (found.config().option(&too_few_examples::RULE, "minimum"), found.option("minimum"));
    if total < floor {
        return None; // too-few-examples speaks
    }
    if total >= minimum {
        return JUDGED;
    }
    let lang = found.lang();
    let many = count.total;
    let report = found
        .wrong(
            count.each[0].span,
            say!(lang, "{many} examples are thin ground for a training", "只有 {many} 条样本，训练的底子太薄"),
        )
        .label(match count.each.len() {
            1 => say!(lang, "fewer than {minimum}", "不足 {minimum} 条"),
            _ => say!(lang, "with the others {many}, fewer than {minimum}", "合计 {many} 条，不足 {minimum} 条"),
        })
        .help(say!(
            lang,
            "collect outputs that people have mended until there are {minimum}, first of the kinds that are missing",
            "继续收集人工改过的输出，攒够 {minimum} 条再训练，先补缺的类型"
        ));
    count.show_others(report, |more| say!(lang, "{more} more", "另有 {more} 条"));
    JUDGED
}
