//! So few examples that a prompt makes better use of them.

use super::training;
use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{
    Docs, Findings, JUDGED, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure,
};
use crate::spec::Spec;
use ftspec_schema::BaselineMethod;
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
        zh: Page {
            summary: "全部训练数据加起来不到 200 条样本。",
            why: "只有几十条样本时，训练学到的就是这几十条：在它们身上看到的进步只是过拟合，第一个不寻常的输入就会露馅。同样的样本\
                  放进提示词作用更大，立刻生效，明天还能换。有 200 条左右，prompt + few-shot 仍是更好的办法；微调小模型，要到\
                  千级样本才开始划算。托管微调的厂商要求更低，OpenAI 的指南从 50 条精心编写的样本起步：如果是在大模型上调一个很窄\
                  的习惯，可以设 `profile = \"vendor\"`。",
            instead: "挑最好的几条放进提示词做示例，作为基线测一遍。从现在起把用户改过的输出留下来：那就是以后训练的数据。",
            accept_when: "样本由专家为一个很窄的习惯编写，留出集结果已经显示出提升，而且基座模型够大。",
        },
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
        zh: "所有训练数据块的样本总数",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let first = spec.train().next()?; // no-training-data speaks
    let count = training::count(spec)?; // examples-unstated speaks
    let total = count.total;
    let minimum = found.option("minimum");
    if Decimal::from(total) >= minimum {
        return JUDGED;
    }
    let prompt = spec.baselines().find(|it| it.method().given().is_some_and(|it| it.value == BaselineMethod::FewShot));
    let lang = found.lang();
    let into = match prompt.map(|prompt| prompt.name()) {
        None => say!(lang, "a prompt", "提示词"),
        Some(prompt) => say!(lang, "the prompt of {prompt}", "{prompt} 的提示词"),
    };
    let headline = match total {
        0 => say!(lang, "there are no examples to train on", "一条训练样本也没有"),
        1 => say!(lang, "there is 1 example to train on", "只有 1 条训练样本"),
        many => say!(lang, "there are {many} examples to train on", "只有 {many} 条训练样本"),
    };
    let best = first.name();
    let report = found
        .wrong(count.each[0].span, headline)
        .label(match count.each.len() {
            1 => say!(lang, "fewer than {minimum}", "不足 {minimum} 条"),
            _ => say!(lang, "with the others {total}, fewer than {minimum}", "合计 {total} 条，不足 {minimum} 条"),
        })
        .help(say!(
            lang,
            "put the best of {best} into {into}, and train when there are more",
            "挑 {best} 里最好的放进{into}，样本多了再训练"
        ));
    count.show_others(report, |more| say!(lang, "{more} more", "另有 {more} 条"));
    JUDGED
}
