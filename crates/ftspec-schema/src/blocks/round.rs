//! `round`: what each tuning round was for, and what it showed.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

use super::{Action, READINGS};

/// The `round` block.
pub static ROUND: Block = Block {
    name: "round",
    question: "what each tuning round was for and what it showed",
    question_zh: "每一轮训练为了什么，结果如何",
    doc: "One training round, written down in two steps: before it, what it is meant to change and by what means; \
          after it, what was read. Rounds stand in the order in which they were run. A round whose purpose you \
          cannot write in one sentence is one to leave out.",
    doc_zh: "一轮训练，分两步写：跑之前，写想改变什么、用什么办法；跑之后，写读数。轮次按先后排列。目的用一句话写不出来\
             的，这一轮就不要跑。",
    example: r#"round r1 {
  date:    2026-11-02
  purpose: "tone drifts after the third turn: teach multi-turn tone"
  changes: [learning_rate]
  spend:   60usd
  loss:    [1.92, 0.81]
  readings {
    tone_adherence:      [84%, 85%, 83%]
    order_facts_correct: [97%, 96%, 96%]
  }
  outcome: keep
}"#,
    aliases: &["rounds", "run", "runs", "iteration", "experiment", "trial", "轮", "轮次", "实验"],
    count: Count::Many,
    label: LabelKind::Required,
    attributes: &[
        Attribute {
            name: "date",
            ty: Type::Date,
            many: false,
            absence: Absence::Optional,
            zh: "日期",
            doc: "The day on which the round was run.",
            doc_zh: "这一轮是哪天跑的。",
            example: "date: 2026-11-02",
            aliases: &["day", "when", "run_at", "started", "日期"],
        },
        Attribute {
            name: "purpose",
            ty: Type::Text,
            many: false,
            absence: Absence::Rule("aimless-round"),
            zh: "目的",
            doc: "Which observed problem this round is to change, and how. If the best you can write is that it \
                  should get a little more stable, stop and look at outputs first.",
            doc_zh: "这一轮要改变哪个观察到的问题，怎么改。如果只写得出“再稳一点”，就先停下来去看输出。",
            example: "purpose: \"tone drifts after the third turn: teach multi-turn tone\"",
            aliases: &["why", "goal", "aim", "reason", "hypothesis", "目的", "目标"],
        },
        Attribute {
            name: "expects",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "预期结果",
            doc: "What you expect to read afterwards. A guess written down before is what one can learn from.",
            doc_zh: "你预计跑完会读到什么。事先写下的猜测，才能让人从中学到东西。",
            example: "expects: \"tone adherence near 85%, facts unchanged\"",
            aliases: &["expect", "expected", "expectation", "prediction", "预期", "期望"],
        },
        Attribute {
            name: "after",
            ty: Type::Word(Action::set),
            many: false,
            absence: Absence::Optional,
            zh: "此前动作",
            doc: "What a stop condition asked for and was carried out before this round. Conditions over several \
                  rounds count anew from here.",
            doc_zh: "停止条件要求做、并且在这一轮之前已经做完的事。跨轮的条件从这里重新计数。",
            example: "after: fix_data",
            aliases: &["following", "since", "did", "done_before", "之后", "已执行"],
        },
        Attribute {
            name: "changes",
            ty: Type::Name,
            many: true,
            absence: Absence::Optional,
            zh: "本轮改动",
            doc: "What is different from the round before: names of data blocks, metrics or parameters, or one of \
                  `base_model`, `tuning`, `stage`, `prompt`, `retrieval`, `system`. Change one or two things, or \
                  nobody can say which of them worked.",
            doc_zh: "和上一轮有什么不同：数据块、指标或参数的名称，或者 `base_model`、`tuning`、`stage`、`prompt`、\
                     `retrieval`、`system` 之一。一次只改一两样，否则没人说得清是哪一样起了作用。",
            example: "changes: [learning_rate]",
            aliases: &["changed", "change", "diff", "modified", "delta", "改动", "变更"],
        },
        Attribute {
            name: "spend",
            ty: Type::Spend,
            many: false,
            absence: Absence::Optional,
            zh: "本轮花费",
            doc: "What this round cost. `stop` adds it up over all rounds.",
            doc_zh: "这一轮花了多少。`stop` 会把各轮加起来。",
            example: "spend: 60usd",
            aliases: &["cost", "spent", "price", "budget", "花费", "成本"],
        },
        Attribute {
            name: "loss",
            ty: Type::Reading,
            many: true,
            absence: Absence::Optional,
            zh: "训练损失",
            doc: "The training loss over the round, first to last. A falling loss only says that the data is being \
                  learnt, not that the answers are right.",
            doc_zh: "这一轮的训练 loss，从头到尾。loss 下降只说明数据正在被学进去，不说明答案是对的。",
            example: "loss: [1.92, 0.81]",
            aliases: &["train_loss", "training_loss", "losses", "损失"],
        },
        Attribute {
            name: "on",
            ty: Type::Ref("data"),
            many: false,
            absence: Absence::Optional,
            zh: "训练数据",
            doc: "The data block that this round trained on, where it differs from the plan.",
            doc_zh: "这一轮用哪个数据块训练；和计划不同时才写。",
            example: "on: tickets",
            aliases: &["data", "dataset", "trained_on", "train_data", "数据", "训练集"],
        },
        Attribute {
            name: "examples",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            zh: "训练样本数",
            doc: "How many examples it trained on, where that differs from the plan.",
            doc_zh: "这一轮用了多少条样本；和计划不同时才写。",
            example: "examples: 6_000",
            aliases: &["count", "samples", "rows", "n", "样本数"],
        },
        Attribute {
            name: "base_model",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "起始模型",
            doc: "What it started from, where that differs from the plan.",
            doc_zh: "这一轮从哪个模型开始；和计划不同时才写。",
            example: "base_model: \"Qwen2.5-3B-Instruct\"",
            aliases: &["model", "base", "start_from", "基座模型", "基座"],
        },
        Attribute {
            name: "checkpoint",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "检查点",
            doc: "Where the result lies, so that it can be served or taken back.",
            doc_zh: "结果存在哪里，以便上线或回退。",
            example: "checkpoint: \"runs/r1/final\"",
            aliases: &["output", "weights", "path", "artifact", "saved", "检查点", "权重"],
        },
        Attribute {
            name: "outcome",
            ty: Type::Word(Outcome::set),
            many: false,
            absence: Absence::Optional,
            zh: "轮次结论",
            doc: "What was decided about the result.",
            doc_zh: "对这个结果做了什么决定。",
            example: "outcome: keep",
            aliases: &["decision", "verdict", "conclusion", "status", "结论", "决定"],
        },
        Attribute {
            name: "note",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "备注",
            doc: "What somebody reading this in a year should know.",
            doc_zh: "一年后读到这里的人应该知道的事。",
            example: "note: \"seed 13 was run on another machine\"",
            aliases: &["notes", "comment", "comments", "remark", "learned", "备注", "说明"],
        },
    ],
    children: &[&READINGS],
    content: Content::Fixed,
};

words! {
    /// What was decided about the result of a round.
    pub enum Outcome, "round outcome" / "轮次结果" {
        Keep "keep" ["accept", "kept", "continue", "good", "保留", "采用"]
            "The next round starts from this result."
            "保留": "下一轮从这个结果开始。",
        Revert "revert" ["discard", "rollback", "undo", "rejected", "bad", "回退", "丢弃", "撤销"]
            "Put aside; the result before it stays the best."
            "回退": "放到一边，此前最好的结果仍是那一个。",
        Stop "stop" ["halt", "end", "freeze", "drop", "停止", "终止"]
            "No further round."
            "停止": "不再训下一轮。",
        Ship "ship" ["release", "deploy", "launch", "shipped", "上线", "发布"]
            "This result goes into use."
            "上线": "这个结果投入使用。",
    }
}
