//! `round`: what each tuning round was for, and what it showed.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

use super::{Action, READINGS};

/// The `round` block.
pub static ROUND: Block = Block {
    name: "round",
    question: "what each tuning round was for and what it showed",
    doc: "One training round, written down in two steps: before it, what it is meant to change and by what means; \
          after it, what was read. Rounds stand in the order in which they were run. A round whose purpose you \
          cannot write in one sentence is one to leave out.",
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
            doc: "The day on which the round was run.",
            example: "date: 2026-11-02",
            aliases: &["day", "when", "run_at", "started", "日期"],
        },
        Attribute {
            name: "purpose",
            ty: Type::Text,
            many: false,
            absence: Absence::Rule("aimless-round"),
            doc: "Which observed problem this round is to change, and how. If the best you can write is that it \
                  should get a little more stable, stop and look at outputs first.",
            example: "purpose: \"tone drifts after the third turn: teach multi-turn tone\"",
            aliases: &["why", "goal", "aim", "reason", "hypothesis", "目的", "目标"],
        },
        Attribute {
            name: "expects",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "What you expect to read afterwards. A guess written down before is what one can learn from.",
            example: "expects: \"tone adherence near 85%, facts unchanged\"",
            aliases: &["expect", "expected", "expectation", "prediction", "预期", "期望"],
        },
        Attribute {
            name: "after",
            ty: Type::Word(Action::set),
            many: false,
            absence: Absence::Optional,
            doc: "What a stop condition asked for and was carried out before this round. Conditions over several \
                  rounds count anew from here.",
            example: "after: fix_data",
            aliases: &["following", "since", "did", "done_before", "之后", "已执行"],
        },
        Attribute {
            name: "changes",
            ty: Type::Name,
            many: true,
            absence: Absence::Optional,
            doc: "What is different from the round before: names of data blocks, metrics or parameters, or one of \
                  `base_model`, `tuning`, `stage`, `prompt`, `retrieval`, `system`. Change one or two things, or \
                  nobody can say which of them worked.",
            example: "changes: [learning_rate]",
            aliases: &["changed", "change", "diff", "modified", "delta", "改动", "变更"],
        },
        Attribute {
            name: "spend",
            ty: Type::Spend,
            many: false,
            absence: Absence::Optional,
            doc: "What this round cost. `stop` adds it up over all rounds.",
            example: "spend: 60usd",
            aliases: &["cost", "spent", "price", "budget", "花费", "成本"],
        },
        Attribute {
            name: "loss",
            ty: Type::Reading,
            many: true,
            absence: Absence::Optional,
            doc: "The training loss over the round, first to last. A falling loss only says that the data is being \
                  learnt, not that the answers are right.",
            example: "loss: [1.92, 0.81]",
            aliases: &["train_loss", "training_loss", "losses", "损失"],
        },
        Attribute {
            name: "on",
            ty: Type::Ref("data"),
            many: false,
            absence: Absence::Optional,
            doc: "The data block that this round trained on, where it differs from the plan.",
            example: "on: tickets",
            aliases: &["data", "dataset", "trained_on", "train_data", "数据", "训练集"],
        },
        Attribute {
            name: "examples",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            doc: "How many examples it trained on, where that differs from the plan.",
            example: "examples: 6_000",
            aliases: &["count", "samples", "rows", "n", "样本数"],
        },
        Attribute {
            name: "base_model",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "What it started from, where that differs from the plan.",
            example: "base_model: \"Qwen2.5-3B-Instruct\"",
            aliases: &["model", "base", "start_from", "基座模型", "基座"],
        },
        Attribute {
            name: "checkpoint",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "Where the result lies, so that it can be served or taken back.",
            example: "checkpoint: \"runs/r1/final\"",
            aliases: &["output", "weights", "path", "artifact", "saved", "检查点", "权重"],
        },
        Attribute {
            name: "outcome",
            ty: Type::Word(Outcome::set),
            many: false,
            absence: Absence::Optional,
            doc: "What was decided about the result.",
            example: "outcome: keep",
            aliases: &["decision", "verdict", "conclusion", "status", "结论", "决定"],
        },
        Attribute {
            name: "note",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "What somebody reading this in a year should know.",
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
        Keep "keep" ["accept", "kept", "continue", "good", "保留", "采用"] "The next round starts from this result.",
        Revert "revert" ["discard", "rollback", "undo", "rejected", "bad", "回退", "丢弃", "撤销"] "Put aside; the result before it stays the best.",
        Stop "stop" ["halt", "end", "freeze", "drop", "停止", "终止"] "No further round.",
        Ship "ship" ["release", "deploy", "launch", "shipped", "上线", "发布"] "This result goes into use.",
    }
}
