//! `method`: how the model is trained.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

/// The `method` block.
pub static METHOD: Block = Block {
    name: "method",
    question: "how it is trained",
    question_zh: "怎样训练",
    doc: "Which model is trained, and how. Start small: a low-cost method with several seeds shows whether the data \
          teaches anything. These settings change how strongly a model takes on its data; they do not change what \
          the data says.",
    doc_zh: "训练哪个模型，怎样训练。从小处开始：成本低的方法加上几个种子，就看得出数据有没有教会什么。这些设置改变的是\
             模型对数据吸收得多强，改变不了数据说的是什么。",
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
            zh: "基座模型",
            doc: "The model that the training starts from, by its full name. It has to be able to do the task at \
                  least now and then: training makes a skill steady, it does not create one.",
            doc_zh: "从哪个模型开始训练，写全名。它至少要能偶尔做对这件事：训练能把本事练稳，练不出本来没有的本事。",
            example: "base_model: \"Qwen2.5-7B-Instruct\"",
            aliases: &["model", "base", "checkpoint", "foundation_model", "基座模型", "基座", "模型"],
        },
        Attribute {
            name: "revision",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "模型版本",
            doc: "The exact version of the base model: a commit, a date or a tag. Names are reused; versions are \
                  not.",
            doc_zh: "基座模型的确切版本：提交号、日期或标签。名称会重复使用，版本不会。",
            example: "revision: \"a09a354\"",
            aliases: &["version", "commit", "tag", "model_revision", "版本"],
        },
        Attribute {
            name: "stage",
            ty: Type::Word(Stage::set),
            many: true,
            absence: Absence::Optional,
            zh: "训练阶段",
            doc: "The kind of training. A list gives several stages in the order in which they run.",
            doc_zh: "训练的类型。写成列表就是几个阶段，按先后执行。",
            example: "stage: [sft, dpo]",
            aliases: &["stages", "phase", "phases", "objective", "algorithm", "阶段", "训练阶段"],
        },
        Attribute {
            name: "tuning",
            ty: Type::Word(Tuning::set),
            many: false,
            absence: Absence::Optional,
            zh: "微调方式",
            doc: "How much of the model is changed. Small adapters are cheap, easy to take off again, and enough for \
                  most behaviour.",
            doc_zh: "改动模型的多少。小的适配器便宜，随时可以卸下，对多数行为也够用。",
            example: "tuning: lora",
            aliases: &["adapter", "peft", "finetuning_type", "technique", "微调方式"],
        },
        Attribute {
            name: "seeds",
            ty: Type::Integer,
            many: true,
            absence: Absence::Optional,
            zh: "随机种子",
            doc: "The random seeds that each round is run with. With a single run nobody can tell progress from \
                  luck; three are a good habit.",
            doc_zh: "每一轮用哪些随机种子来跑。只跑一次，谁也分不清是进步还是运气；跑三个是好习惯。",
            example: "seeds: [11, 12, 13]",
            aliases: &["seed", "random_seed", "random_seeds", "种子", "随机种子"],
        },
        Attribute {
            name: "budget",
            ty: Type::Spend,
            many: false,
            absence: Absence::Optional,
            zh: "预算",
            doc: "What all rounds together may cost. It states an intention; what really ends the work is a line in \
                  `stop`.",
            doc_zh: "所有轮次加起来最多花多少。这里写的只是打算；真正让项目停下来的，是 `stop` 里的一行。",
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
    question_zh: "训练用哪些参数",
    doc: "The settings of the training, each under its usual name. They are kept so that a round can be repeated, \
          and so that a round can say which of them it changed.",
    doc_zh: "训练的各项设置，都用通常的名称。记下来，一轮才能重跑；某一轮改了哪一项，也才说得清。",
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
        Sft "sft" as "supervised fine-tuning" ["supervised", "instruction_tuning", "finetune", "finetuning", "监督微调", "指令微调"]
            "Learns from wanted answers. Where nearly everything begins."
            "监督微调": "从想要的回答里学。几乎所有项目都从这里开始。",
        Dpo "dpo" as "DPO" ["direct_preference", "preference", "ipo", "simpo", "偏好优化", "直接偏好优化"]
            "Learns from pairs of a better and a worse answer."
            "直接偏好优化": "从一好一差的成对回答里学。",
        Kto "kto" as "KTO" ["kahneman_tversky", "binary_feedback"]
            "Learns from single answers marked good or bad."
            "KTO 偏好优化": "从单独标了好坏的回答里学。",
        Orpo "orpo" as "ORPO" ["odds_ratio"]
            "Learns wanted answers and preferences in one step."
            "ORPO 偏好优化": "一步同时学想要的回答和偏好。",
        Rlhf "rlhf" as "RLHF" ["ppo", "reinforcement", "reward_model", "强化学习"]
            "Learns from a reward model that was trained on people's preferences."
            "人类反馈强化学习": "从奖励模型学，而奖励模型是用人的偏好训练出来的。",
        Grpo "grpo" as "GRPO" ["rlvr", "gspo", "verifiable_reward", "rl"]
            "Learns from rewards on groups of its own answers, often computed by a program."
            "GRPO 强化学习": "模型对同一问题给出一组回答，从这组回答的奖励里学，奖励常由程序算出。",
        Distillation "distillation" ["distill", "distil", "teacher_student", "kd", "蒸馏", "知识蒸馏"]
            "Learns from the outputs of a larger model, to be smaller and faster."
            "知识蒸馏": "从更大模型的输出里学，为的是更小更快。",
        ContinuedPretraining "continued_pretraining" ["pretraining", "cpt", "pt", "pretrain", "continual_pretraining", "继续预训练", "增量预训练", "预训练"]
            "Reads large amounts of running text. It shifts language and style; do not count on it for facts."
            "继续预训练": "读大量连续文本。它改变语言和文风，不要指望它记住事实。",
    }
}

words! {
    /// How much of the model is changed.
    pub enum Tuning, "way of tuning" / "微调方式" {
        Lora "lora" as "LoRA" ["adapter", "adapters", "peft", "low_rank", "低秩", "适配器"]
            "Trains small added matrices; the model itself stays as it is. A good default."
            "LoRA": "只训练附加的小矩阵，模型本身不动。适合作为默认选择。",
        Qlora "qlora" as "QLoRA" ["quantized_lora", "lora_4bit", "量化"]
            "LoRA on a model squeezed to few bits: fits on one small graphics card."
            "QLoRA": "在压缩到几比特的模型上做 LoRA：一张小显卡就放得下。",
        Dora "dora" as "DoRA" ["weight_decomposed"]
            "LoRA that learns direction and size apart from each other."
            "DoRA": "把方向和大小分开来学的 LoRA。",
        Full "full" as "full fine-tuning" ["all", "full_finetuning", "full_parameter", "full_parameters", "全量", "全参", "全参数"]
            "Changes every weight. Needs far more data and memory, and forgets more."
            "全参数微调": "每个权重都改。要的数据和显存多得多，忘得也更多。",
        Freeze "freeze" as "partial freezing" ["frozen", "partial", "last_layers", "layers", "冻结"]
            "Changes some layers and leaves the others untouched."
            "冻结部分层": "只改其中几层，其余各层不动。",
    }
}
