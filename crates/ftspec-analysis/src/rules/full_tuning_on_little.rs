//! Every weight changed for the sake of a few examples.

use super::training;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{
    Docs, Findings, JUDGED, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure,
};
use crate::spec::Spec;
use ftspec_schema::Tuning;
use ftspec_syntax::Edit;
use rust_decimal::Decimal;

/// `full-tuning-on-little`
pub static RULE: Rule = Rule {
    code: "FT602",
    name: "full-tuning-on-little",
    level: Level::Warn,
    route: Some(Route::CollectData),
    sources: &[Source::DoAndDont],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "All weights of the model are trained, on fewer than 5 000 examples.",
            why: "The more of a model a training may change, the more examples it needs to know which way. Adapters \
                  on a small model get along with some thousand; for the training of a large model as a whole people \
                  reckon with ten thousand and more. With less, the many free weights learn the examples by heart, \
                  and what the model could do before gives way: Luo et al., 2023, An Empirical Study of Catastrophic \
                  Forgetting in LLMs During Continual Fine-tuning, saw it at every size from 1B to 7B. An adapter \
                  learns less and can be taken off again.",
            instead: "Begin with LoRA or QLoRA. Train all weights when adapters have shown that the data teaches the \
                      right thing and that more of it would be taken up.",
            accept_when: "The model is small, under a billion parameters, is used for this one task, and held-out \
                          results show full tuning ahead of an adapter by more than the seeds differ.",
        },
        zh: Page {
            summary: "样本不到 5000 条，却要训练模型的全部参数。",
            why: "能改动的参数越多，就需要越多样本来告诉它往哪儿改。小模型加适配器，千级样本就够；大模型整体训练，要按万级以上来\
                  备数据。数据不够时，多出来的自由度会用来背样本，模型原有的能力则被挤掉：Luo 等（2023，An Empirical Study of \
                  Catastrophic Forgetting in LLMs During Continual Fine-tuning）在 1B 到 7B 的模型上都观察到了遗忘。适配器\
                  学得少一些，但随时可以卸下来。",
            instead: "先用 LoRA 或 QLoRA。等适配器证明数据教的东西是对的，而且还有学下去的余地，再考虑全量训练。",
            accept_when: "模型不到十亿参数，只用于这一个任务，而且留出集结果显示全量训练胜过适配器，差距大于随机种子之间的波动。",
        },
        bad: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 3_000
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  boundary: 10%
  covers:   [length, style, topic]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }

method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     full
  seeds:      [1, 2, 3]
}
"#,
        good: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 3_000
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  boundary: 10%
  covers:   [length, style, topic]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }

method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [1, 2, 3]
}
"#,
    },
    options: &[RuleOption {
        name: "minimum",
        default: figure(5_000, 0),
        vendor: None,
        unit: OptionUnit::Count,
        en: "examples to train on before all weights are trained",
        zh: "全量训练至少需要的训练样本数",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let tuning = spec.method()?.node().word::<Tuning>("tuning").given()?;
    if tuning.value != Tuning::Full {
        return JUDGED;
    }
    let count = training::count(spec)?; // no-training-data or examples-unstated speaks
    let minimum = found.option("minimum");
    if Decimal::from(count.total) >= minimum {
        return JUDGED;
    }
    let (lang, many) = (found.lang(), count.total);
    let report = found
        .wrong(tuning.span, say!(lang, "all weights are trained on {many} examples", "用 {many} 条样本训练全部参数"))
        .label(say!(lang, "needs {minimum} or more", "至少需要 {minimum} 条"))
        .also(
            count.each[0].span,
            match count.each.len() {
                1 => say!(lang, "fewer than {minimum}", "不足 {minimum} 条"),
                _ => say!(lang, "with the others {many}", "合计 {many} 条"),
            },
        )
        .help(say!(
            lang,
            "begin with an adapter such as lora; it needs less data, forgets less and can be taken off again",
            "先用 lora 这样的适配器：要的数据少，忘得少，随时可以卸下"
        ))
        .fix(
            say!(lang, "tune with lora", "改用 lora"),
            Applicability::Unsafe,
            vec![Edit::replace(tuning.span, "lora")],
        );
    count.show_others(report, |more| say!(lang, "{more} more", "另有 {more} 条"));
    JUDGED
}
