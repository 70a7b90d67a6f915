//! The top level of a file: whose plan it is, and how far it has got.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

use super::{ACCEPT, BASELINE, BEHAVIOR, DATA, EVAL, GOAL, KNOWLEDGE, METHOD, RISK, ROUND, STOP, TASK};

/// The top level of a spec: its attributes, and the blocks that may stand there.
pub static FILE: Block = Block {
    name: "",
    question: "whose plan is it",
    question_zh: "这是谁的计划",
    doc: "One file is the plan of one fine-tuning project. It opens with `spec` and a title, says who answers for it \
          and how far it has got, and then goes through the plan block by block. The order of the blocks is yours, \
          except that rounds stand in the order in which they were run.",
    doc_zh: "一个文件就是一个微调项目的计划。开头是 `spec` 和标题，写明由谁负责、进行到哪一步，然后一块一块地写计划。块\
             的顺序由你决定，只有轮次要按训练的先后排列。",
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
            zh: "语言版本",
            doc: "The edition of the language that the file is written in. Leave it out for edition 1; a plan that \
                  is kept for years is worth the line, since later editions may read a word differently.",
            doc_zh: "这个文件用的是哪一版语言。第 1 版可以不写；要保存多年的计划值得写上，因为以后的版本可能对同一个词\
                     有不同的理解。",
            example: "edition: 1",
            aliases: &["version", "lang", "版本"],
        },
        Attribute {
            name: "owner",
            ty: Type::Text,
            many: false,
            absence: Absence::Missing,
            zh: "负责人",
            doc: "Who answers for this plan: a person or a team that can be reached in a year. Somebody has to be \
                  able to say \"stop\", and readers need to know who.",
            doc_zh: "谁对这份计划负责：一年后还联系得上的人或团队。总要有人能喊停，读的人也要知道找谁。",
            example: "owner: \"support-ml@example.com\"",
            aliases: &["author", "team", "contact", "maintainer", "负责人", "作者"],
        },
        Attribute {
            name: "reviewers",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            zh: "评审人",
            doc: "Who reads the plan before training starts. Name the people who live with the outputs, not only \
                  those who train: they see at once when a reply is fluent and wrong.",
            doc_zh: "训练开始前由谁来读这份计划。除了训练的人，还要写上天天和输出打交道的人：一条回复通顺但是错的，他们\
                     一眼就看得出来。",
            example: "reviewers: [\"support leads\", \"legal\"]",
            aliases: &["reviewer", "approvers", "approver", "stakeholders", "评审人", "审核人"],
        },
        Attribute {
            name: "status",
            ty: Type::Word(Status::set),
            many: false,
            absence: Absence::Optional,
            zh: "计划状态",
            doc: "How far the project has got. A draft may leave things unsaid; from approved on, the plan is \
                  expected to be complete. Without this line a spec counts as proposed.",
            doc_zh: "项目进行到哪一步。草稿可以有没写的地方；从批准起，计划就应该是完整的。不写这一行，按待评审处理。",
            example: "status: draft",
            aliases: &["state", "phase", "progress", "状态", "阶段"],
        },
        Attribute {
            name: "created",
            ty: Type::Date,
            many: false,
            absence: Absence::Optional,
            zh: "创建日期",
            doc: "The day on which the plan was begun. It helps to see how old the figures in it are.",
            doc_zh: "开始写这份计划的日期。它让人看得出里面的数字有多旧。",
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
        Draft "draft" ["wip", "idea", "sketch", "草稿", "草案"]
            "Still gathering: what is not said yet is only a reminder."
            "草稿": "还在收集信息：没写到的地方只提醒，不拦下。",
        Proposed "proposed" ["review", "in_review", "submitted", "提议", "待审"]
            "Complete in the eyes of its authors and waiting for review. This is what a spec counts as when it does not say."
            "待评审": "作者认为已经完整，正在等评审。没写状态的计划按这一档处理。",
        Approved "approved" ["accepted", "agreed", "ready", "批准", "已批准"]
            "Reviewed and agreed; training may start."
            "已批准": "评审过，也达成了一致，可以开始训练。",
        Running "running" ["active", "training", "in_progress", "ongoing", "进行中", "训练中"]
            "Rounds are being run."
            "训练中": "正在一轮一轮地训练。",
        Frozen "frozen" ["paused", "hold", "on_hold", "冻结", "暂停"]
            "The parameters stay as they are, for now or for good; work goes on in the data, the evaluation or the system."
            "已冻结": "参数不再动，可能是暂时，也可能是从此不动；接下来的工作转到数据、评测或系统上。",
        Shipped "shipped" ["released", "live", "production", "deployed", "done", "上线", "已上线"]
            "The tuned model serves real calls."
            "已上线": "微调后的模型正在处理真实请求。",
        Dropped "dropped" ["cancelled", "canceled", "abandoned", "rejected", "stopped", "放弃", "取消"]
            "Given up, which is often the right end. Keep the file: it saves the next team the same attempt."
            "已放弃": "项目放弃了，这往往是正确的结局。请留着这个文件，下一个团队就不用再试一遍。",
    }
}

impl Status {
    /// Whether the plan has passed its review and is carried out, so that it has to be complete.
    pub fn at_least_approved(self) -> bool {
        matches!(self, Status::Approved | Status::Running | Status::Frozen | Status::Shipped)
    }
}
