//! `baseline`: what was tried without training, and how far it got. Also `readings`, which rounds share.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

/// The `baseline` block.
pub static BASELINE: Block = Block {
    name: "baseline",
    question: "what was tried without training, and how far it got",
    doc: "A way of doing the job without this training: a worked-out prompt, retrieval, rules, another model. \
          Measure it with the same metrics on the same data. It is what the tuned model has to beat, and sometimes \
          it shows that no training is needed.",
    example: r#"baseline prompt_v7 {
  method:   few_shot
  attempts: 7
  readings {
    tone_adherence:      71%
    order_facts_correct: 96%
  }
  shortfall: "tone drifts after the third turn whatever the examples are"
}"#,
    aliases: &["baselines", "control", "before", "reference", "alternative", "基线", "基准", "对照"],
    count: Count::Many,
    label: LabelKind::Required,
    attributes: &[
        Attribute {
            name: "method",
            ty: Type::Word(BaselineMethod::set),
            many: false,
            absence: Absence::Missing,
            doc: "What was tried. At least one prompting baseline belongs in every plan: it costs days, not weeks, \
                  and often is enough.",
            example: "method: few_shot",
            aliases: &["type", "kind", "approach", "how", "technique", "方法", "方式"],
        },
        Attribute {
            name: "attempts",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            doc: "How many different versions were tried. One attempt says little about what prompting can do; after \
                  several, the shortfall is believable.",
            example: "attempts: 7",
            aliases: &["tries", "versions", "iterations", "trials", "尝试次数", "次数"],
        },
        Attribute {
            name: "on",
            ty: Type::Ref("data"),
            many: false,
            absence: Absence::Optional,
            doc: "The data block that the readings come from. Needed only where it is not the data that the metric \
                  itself names.",
            example: "on: held_out",
            aliases: &["data", "dataset", "test_set", "measured_on", "数据", "测试集"],
        },
        Attribute {
            name: "shortfall",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "What it still gets wrong, and on which inputs. This is the case for training, in one sentence; if \
                  you cannot fill it in, the baseline may do.",
            example: "shortfall: \"tone drifts after the third turn\"",
            aliases: &[
                "gap",
                "weakness",
                "fails",
                "failure",
                "limits",
                "limitation",
                "missing",
                "不足",
                "差距",
                "短板",
            ],
        },
    ],
    children: &[&READINGS],
    content: Content::Fixed,
};

/// The `readings` block, of baselines and of rounds.
pub static READINGS: Block = Block {
    name: "readings",
    question: "what the metrics showed",
    doc: "One line for each metric of `eval`: its name and what was measured. Write rates with a percent sign. In a \
          round, a list holds one value for each seed, so that luck can be told from progress; an error margin may \
          follow the value, as in `71% +- 2%`.",
    example: r"readings {
  tone_adherence:      71%
  order_facts_correct: 96% +- 2%
}",
    aliases: &["reading", "results", "result", "scores", "measurements", "读数", "结果", "测量"],
    count: Count::One,
    label: LabelKind::None,
    attributes: &[],
    children: &[],
    content: Content::Readings,
};

words! {
    /// What was tried without this training.
    pub enum BaselineMethod, "way to do without this training" / "基线方法" {
        Prompt "prompt" ["prompting", "zero_shot", "instruction", "system_prompt", "提示词", "提示"] "An instruction to the model, without examples.",
        FewShot "few_shot" ["fewshot", "examples", "in_context", "icl", "少样本", "示例"] "An instruction with a few worked examples in it.",
        ChainOfThought "chain_of_thought" ["cot", "step_by_step", "thinking", "思维链", "逐步推理"] "An instruction that has the model think in steps before it answers.",
        Retrieval "retrieval" ["rag", "search", "grounding", "检索", "检索增强"] "Passages are looked up and given to the model with each call.",
        Tools "tools" ["tool_use", "function_calling", "agent", "workflow", "工具", "工具调用"] "The model calls programs for what it cannot do well itself.",
        Rules "rules" ["rule", "regex", "template", "templates", "code", "heuristics", "规则", "模板"] "No model at all: code, templates or regular expressions.",
        Classifier "classifier" ["classical", "bert", "small_model", "logistic_regression", "分类器", "小模型"] "A small trained classifier in place of a language model.",
        LargerModel "larger_model" ["bigger_model", "stronger_model", "gpt", "frontier", "大模型", "更大的模型"] "A stronger model with a prompt. It shows what is possible, at its price.",
        DistilledModel "distilled_model" ["distilled", "distillation", "student", "蒸馏", "蒸馏模型"] "A smaller model that learnt from the outputs of a larger one.",
        PreviousModel "previous_model" ["previous", "current_model", "last_version", "production", "上一版", "旧模型", "线上模型"] "The tuned model that serves today.",
        BaseModel "base_model" ["base", "untuned", "vanilla", "raw_model", "基座", "基座模型"] "The model to be tuned, as it is, with the plainest of prompts.",
    }
}

impl BaselineMethod {
    /// Whether this is a way of asking the same model better: a prompt, with or without examples or steps.
    pub fn is_prompting(self) -> bool {
        matches!(self, BaselineMethod::Prompt | BaselineMethod::FewShot | BaselineMethod::ChainOfThought)
    }
}
