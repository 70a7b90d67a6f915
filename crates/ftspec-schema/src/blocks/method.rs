//! `method`: how the model is trained.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

/// The `method` block.
pub static METHOD: Block = Block {
    name: "method",
    question: "how it is trained",
    doc: "Which model is trained, and how. Start small: a low-cost method with several seeds shows whether the data \
          teaches anything. These settings change how strongly a model takes on its data; they do not change what \
          the data says.",
    example: r#"method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [11, 12, 13]
  budget:     400usd
  parameters {
    learning_rate: 1e-4
    epochs:        3
  }
}"#,
    aliases: &["training", "train", "recipe", "finetuning", "finetune", "方法", "训练"],
    count: Count::One,
    label: LabelKind::None,
    attributes: &[
        Attribute {
            name: "base_model",
            ty: Type::Text,
            many: false,
            absence: Absence::Missing,
            doc: "The model that the training starts from, by its full name. It has to be able to do the task at \
                  least now and then: training makes a skill steady, it does not create one.",
            example: "base_model: \"Qwen2.5-7B-Instruct\"",
            aliases: &["model", "base", "checkpoint", "foundation_model", "基座模型", "基座", "模型"],
        },
        Attribute {
            name: "revision",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "The exact version of the base model: a commit, a date or a tag. Names are reused; versions are \
                  not.",
            example: "revision: \"a09a354\"",
            aliases: &["version", "commit", "tag", "model_revision", "版本"],
        },
        Attribute {
            name: "stage",
            ty: Type::Word(Stage::set),
            many: true,
            absence: Absence::Optional,
            doc: "The kind of training. A list gives several stages in the order in which they run.",
            example: "stage: [sft, dpo]",
            aliases: &["stages", "phase", "phases", "objective", "algorithm", "阶段", "训练阶段"],
        },
        Attribute {
            name: "tuning",
            ty: Type::Word(Tuning::set),
            many: false,
            absence: Absence::Optional,
            doc: "How much of the model is changed. Small adapters are cheap, easy to take off again, and enough for \
                  most behaviour.",
            example: "tuning: lora",
            aliases: &["adapter", "peft", "finetuning_type", "technique", "微调方式"],
        },
        Attribute {
            name: "seeds",
            ty: Type::Integer,
            many: true,
            absence: Absence::Optional,
            doc: "The random seeds that each round is run with. With a single run nobody can tell progress from \
                  luck; three are a good habit.",
            example: "seeds: [11, 12, 13]",
            aliases: &["seed", "random_seed", "random_seeds", "种子", "随机种子"],
        },
        Attribute {
            name: "budget",
            ty: Type::Spend,
            many: false,
            absence: Absence::Optional,
            doc: "What all rounds together may cost. It states an intention; what really ends the work is a line in \
                  `stop`.",
            example: "budget: 400usd",
            aliases: &["max_spend", "limit", "funds", "预算"],
        },
    ],
    children: &[&PARAMETERS],
    content: Content::Fixed,
};

/// The `parameters` block.
pub static PARAMETERS: Block = Block {
    name: "parameters",
    question: "which settings the training uses",
    doc: "The settings of the training, each under its usual name. They are kept so that a round can be repeated, \
          and so that a round can say which of them it changed.",
    example: r"parameters {
  learning_rate: 1e-4
  epochs:        3
  lora_rank:     16
}",
    aliases: &["params", "parameter", "hyperparameters", "hyperparams", "config", "settings", "参数", "超参数"],
    count: Count::One,
    label: LabelKind::None,
    attributes: &[],
    children: &[],
    content: Content::Parameters,
};

words! {
    /// The kind of training.
    pub enum Stage, "training stage" / "训练阶段" {
        Sft "sft" ["supervised", "instruction_tuning", "finetune", "finetuning", "监督微调", "指令微调"] "Learns from wanted answers. Where nearly everything begins.",
        Dpo "dpo" ["direct_preference", "preference", "ipo", "simpo", "偏好优化", "直接偏好优化"] "Learns from pairs of a better and a worse answer.",
        Kto "kto" ["kahneman_tversky", "binary_feedback"] "Learns from single answers marked good or bad.",
        Orpo "orpo" ["odds_ratio"] "Learns wanted answers and preferences in one step.",
        Rlhf "rlhf" ["ppo", "reinforcement", "reward_model", "强化学习"] "Learns from a reward model that was trained on people's preferences.",
        Grpo "grpo" ["rlvr", "gspo", "verifiable_reward", "rl"] "Learns from rewards on groups of its own answers, often computed by a program.",
        Distillation "distillation" ["distill", "distil", "teacher_student", "kd", "蒸馏", "知识蒸馏"] "Learns from the outputs of a larger model, to be smaller and faster.",
        ContinuedPretraining "continued_pretraining" ["pretraining", "cpt", "pt", "pretrain", "continual_pretraining", "继续预训练", "增量预训练", "预训练"] "Reads large amounts of running text. It shifts language and style; do not count on it for facts.",
    }
}

words! {
    /// How much of the model is changed.
    pub enum Tuning, "way of tuning" / "微调方式" {
        Lora "lora" ["adapter", "adapters", "peft", "low_rank", "低秩", "适配器"] "Trains small added matrices; the model itself stays as it is. A good default.",
        Qlora "qlora" ["quantized_lora", "lora_4bit", "量化"] "LoRA on a model squeezed to few bits: fits on one small graphics card.",
        Dora "dora" ["weight_decomposed"] "LoRA that learns direction and size apart from each other.",
        Full "full" ["all", "full_finetuning", "full_parameter", "full_parameters", "全量", "全参", "全参数"] "Changes every weight. Needs far more data and memory, and forgets more.",
        Freeze "freeze" ["frozen", "partial", "last_layers", "layers", "冻结"] "Changes some layers and leaves the others untouched.",
    }
}
