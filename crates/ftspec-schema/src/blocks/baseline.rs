//! `baseline`: what was tried without training, and how far it got. Also `readings`, which rounds share.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

/// The `baseline` block.
pub static BASELINE: Block = Block {
    name: "baseline",
    question: "what was tried without training, and how far it got",
    question_zh: "不训练的办法试过哪些，做到了什么程度",
    doc: "A way of doing the job without this training: a worked-out prompt, retrieval, rules, another model. \
          Measure it with the same metrics on the same data. It is what the tuned model has to beat, and sometimes \
          it shows that no training is needed.",
    doc_zh: "不靠这次训练完成任务的一种办法：打磨过的提示词、检索、规则，或者另一个模型。用同样的指标、同样的数据来测。\
             微调后的模型要超过的就是它；有时它会说明，根本不需要训练。",
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
            zh: "基线方法",
            doc: "What was tried. At least one prompting baseline belongs in every plan: it costs days, not weeks, \
                  and often is enough.",
            doc_zh: "试的是什么办法。每份计划至少要有一个提示词基线：它只花几天，不用几周，而且往往就够了。",
            example: "method: few_shot",
            aliases: &["type", "kind", "approach", "how", "technique", "方法", "方式"],
        },
        Attribute {
            name: "attempts",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            zh: "尝试次数",
            doc: "How many different versions were tried. One attempt says little about what prompting can do; after \
                  several, the shortfall is believable.",
            doc_zh: "一共试过多少个不同的版本。只试一次，说明不了提示词能做到什么；试过好几次，差距才可信。",
            example: "attempts: 7",
            aliases: &["tries", "versions", "iterations", "trials", "尝试次数", "次数"],
        },
        Attribute {
            name: "on",
            ty: Type::Ref("data"),
            many: false,
            absence: Absence::Optional,
            zh: "测量数据",
            doc: "The data block that the readings come from. Needed only where it is not the data that the metric \
                  itself names.",
            doc_zh: "读数来自哪个数据块。只有和指标自己写的数据不同时才需要写。",
            example: "on: held_out",
            aliases: &["data", "dataset", "test_set", "measured_on", "数据", "测试集"],
        },
        Attribute {
            name: "shortfall",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "不足之处",
            doc: "What it still gets wrong, and on which inputs. This is the case for training, in one sentence; if \
                  you cannot fill it in, the baseline may do.",
            doc_zh: "它还会做错什么，在哪些输入上。这一句话就是训练的理由；写不出来，也许这个基线就够用。",
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
    question_zh: "各项指标测得的结果",
    doc: "One line for each metric of `eval`: its name and what was measured. Write rates with a percent sign. In a \
          round, a list holds one value for each seed, so that luck can be told from progress; an error margin may \
          follow the value, as in `71% +- 2%`.",
    doc_zh: "`eval` 里的每个指标占一行：名称和测得的值。比率请带百分号。在轮次里可以写成列表，每个种子一个值，这样才分\
             得清是运气还是进步；值后面还可以跟误差范围，例如 `71% +- 2%`。",
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
        Prompt "prompt" ["prompting", "zero_shot", "instruction", "system_prompt", "提示词", "提示"]
            "An instruction to the model, without examples."
            "提示词": "只写给模型的指令，不带示例。",
        FewShot "few_shot" as "few-shot prompt" ["fewshot", "examples", "in_context", "icl", "少样本", "示例"]
            "An instruction with a few worked examples in it."
            "少样本提示词": "指令里带上几个做好的例子。",
        ChainOfThought "chain_of_thought" ["cot", "step_by_step", "thinking", "思维链", "逐步推理"]
            "An instruction that has the model think in steps before it answers."
            "思维链": "让模型先分步思考，再给出答案的指令。",
        Retrieval "retrieval" ["rag", "search", "grounding", "检索", "检索增强"]
            "Passages are looked up and given to the model with each call."
            "检索增强": "每次调用先查到相关段落，再一起交给模型。",
        Tools "tools" ["tool_use", "function_calling", "agent", "workflow", "工具", "工具调用"]
            "The model calls programs for what it cannot do well itself."
            "工具调用": "模型自己做不好的，交给程序去做。",
        Rules "rules" ["rule", "regex", "template", "templates", "code", "heuristics", "规则", "模板"]
            "No model at all: code, templates or regular expressions."
            "规则与模板": "完全不用模型：代码、模板或正则表达式。",
        Classifier "classifier" ["classical", "bert", "small_model", "logistic_regression", "分类器", "小模型"]
            "A small trained classifier in place of a language model."
            "小型分类器": "不用大语言模型，改用一个训练好的小分类器。",
        LargerModel "larger_model" ["bigger_model", "stronger_model", "gpt", "frontier", "大模型", "更大的模型"]
            "A stronger model with a prompt. It shows what is possible, at its price."
            "更强的模型": "更强的模型加提示词。它说明最好能做到什么程度，代价是多少。",
        DistilledModel "distilled_model" ["distilled", "distillation", "student", "蒸馏", "蒸馏模型"]
            "A smaller model that learnt from the outputs of a larger one."
            "蒸馏模型": "从更大模型的输出里学出来的小模型。",
        PreviousModel "previous_model" ["previous", "current_model", "last_version", "production", "上一版", "旧模型", "线上模型"]
            "The tuned model that serves today."
            "线上旧模型": "目前正在线上服务的那个微调模型。",
        BaseModel "base_model" ["base", "untuned", "vanilla", "raw_model", "基座", "基座模型"]
            "The model to be tuned, as it is, with the plainest of prompts."
            "基座模型": "要微调的那个模型本身，只配最朴素的提示词。",
    }
}

impl BaselineMethod {
    /// Whether this is a way of asking the same model better: a prompt, with or without examples or steps.
    pub fn is_prompting(self) -> bool {
        matches!(self, BaselineMethod::Prompt | BaselineMethod::FewShot | BaselineMethod::ChainOfThought)
    }
}
