//! The top level of a file: whose plan it is, and how far it has got.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

use super::{ACCEPT, BASELINE, BEHAVIOR, DATA, EVAL, GOAL, KNOWLEDGE, METHOD, RISK, ROUND, STOP, TASK};

/// The top level of a spec: its attributes, and the blocks that may stand there.
pub static FILE: Block = Block {
    name: "",
    question: "whose plan is it",
    doc: "One file is the plan of one fine-tuning project. It opens with `spec` and a title, says who answers for it \
          and how far it has got, and then goes through the plan block by block. The order of the blocks is yours, \
          except that rounds stand in the order in which they were run.",
    example: r#"spec "Refund replies in the house tone"

edition:   1
owner:     "support-ml@example.com"
reviewers: ["support leads", "legal"]
status:    running"#,
    aliases: &[],
    count: Count::One,
    label: LabelKind::None,
    attributes: &[
        Attribute {
            name: "edition",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            doc: "The edition of the language that the file is written in. Leave it out for edition 1; a plan that \
                  is kept for years is worth the line, since later editions may read a word differently.",
            example: "edition: 1",
            aliases: &["version", "lang", "版本"],
        },
        Attribute {
            name: "owner",
            ty: Type::Text,
            many: false,
            absence: Absence::Missing,
            doc: "Who answers for this plan: a person or a team that can be reached in a year. Somebody has to be \
                  able to say \"stop\", and readers need to know who.",
            example: "owner: \"support-ml@example.com\"",
            aliases: &["author", "team", "contact", "maintainer", "负责人", "作者"],
        },
        Attribute {
            name: "reviewers",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            doc: "Who reads the plan before training starts. Name the people who live with the outputs, not only \
                  those who train: they see at once when a reply is fluent and wrong.",
            example: "reviewers: [\"support leads\", \"legal\"]",
            aliases: &["reviewer", "approvers", "approver", "stakeholders", "评审人", "审核人"],
        },
        Attribute {
            name: "status",
            ty: Type::Word(Status::set),
            many: false,
            absence: Absence::Optional,
            doc: "How far the project has got. A draft may leave things unsaid; from approved on, the plan is \
                  expected to be complete. Without this line a spec counts as proposed.",
            example: "status: draft",
            aliases: &["state", "phase", "progress", "状态", "阶段"],
        },
        Attribute {
            name: "created",
            ty: Type::Date,
            many: false,
            absence: Absence::Optional,
            doc: "The day on which the plan was begun. It helps to see how old the figures in it are.",
            example: "created: 2026-09-14",
            aliases: &["date", "created_at", "started", "创建日期", "日期"],
        },
    ],
    children: &[&GOAL, &TASK, &BEHAVIOR, &BASELINE, &KNOWLEDGE, &DATA, &METHOD, &EVAL, &RISK, &STOP, &ROUND, &ACCEPT],
    content: Content::Fixed,
};

words! {
    /// How far the project has got.
    pub enum Status, "status" / "计划状态" {
        Draft "draft" ["wip", "idea", "sketch", "草稿", "草案"] "Still gathering: what is not said yet is only a reminder.",
        Proposed "proposed" ["review", "in_review", "submitted", "提议", "待审"] "Complete in the eyes of its authors and waiting for review. This is what a spec counts as when it does not say.",
        Approved "approved" ["accepted", "agreed", "ready", "批准", "已批准"] "Reviewed and agreed; training may start.",
        Running "running" ["active", "training", "in_progress", "ongoing", "进行中", "训练中"] "Rounds are being run.",
        Frozen "frozen" ["paused", "hold", "on_hold", "冻结", "暂停"] "The parameters stay as they are, for now or for good; work goes on in the data, the evaluation or the system.",
        Shipped "shipped" ["released", "live", "production", "deployed", "done", "上线", "已上线"] "The tuned model serves real calls.",
        Dropped "dropped" ["cancelled", "canceled", "abandoned", "rejected", "stopped", "放弃", "取消"] "Given up, which is often the right end. Keep the file: it saves the next team the same attempt.",
    }
}

impl Status {
    /// Whether the plan has passed its review and is carried out, so that it has to be complete.
    pub fn at_least_approved(self) -> bool {
        matches!(self, Status::Approved | Status::Running | Status::Frozen | Status::Shipped)
    }
}
