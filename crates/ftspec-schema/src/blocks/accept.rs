//! `accept`: a finding that the team knows of and lives with.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};

/// The `accept` block.
pub static ACCEPT: Block = Block {
    name: "accept",
    question: "a finding the team knows of and lives with, and why",
    question_zh: "团队知道并决定接受的问题，以及理由",
    doc: "Name a rule, by its name or its code, that is right about this plan and that you choose to live with all \
          the same. It is then silent in this file and listed in the plan as an accepted risk, with your reason \
          beside it. Give a day on which to look again.",
    doc_zh: "写上一条规则的名称或编号：它说得对，但你仍决定接受。这条规则在本文件里就不再报告，计划文档会把它列为已接受\
             的风险，并附上你的理由。请写明哪一天再看一次。",
    example: r#"accept no-adversarial-examples {
  because: "the 240 traps cover the abuse seen in a year of tickets"
  by:      "legal"
  until:   2027-03-31
}"#,
    aliases: &["accepts", "allow", "ignore", "suppress", "waive", "exception", "exempt", "接受", "豁免", "忽略"],
    count: Count::Many,
    label: LabelKind::Required,
    attributes: &[
        Attribute {
            name: "because",
            ty: Type::Text,
            many: false,
            absence: Absence::Rule("accept-without-reason"),
            zh: "豁免理由",
            doc: "Why this is fine here: a fact that a stranger could check. \"Not relevant\" is no reason.",
            doc_zh: "为什么在这里可以接受：写一个外人也能核实的事实。“不相关”不算理由。",
            example: "because: \"the 240 traps cover the abuse seen in a year of tickets\"",
            aliases: &["reason", "why", "justification", "rationale", "因为", "原因", "理由"],
        },
        Attribute {
            name: "by",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "批准人",
            doc: "Who decided. Somebody who may take this risk.",
            doc_zh: "谁做的决定。应该是有权承担这个风险的人。",
            example: "by: \"legal\"",
            aliases: &["who", "owner", "approved_by", "signed_by", "author", "批准人", "谁"],
        },
        Attribute {
            name: "until",
            ty: Type::Date,
            many: false,
            absence: Absence::Optional,
            zh: "有效期至",
            doc: "The last day on which this counts. After it, the question is asked again.",
            doc_zh: "有效的最后一天。过了这天，原来的问题会再提出来。",
            example: "until: 2027-03-31",
            aliases: &["expires", "expiry", "valid_until", "till", "end", "deadline", "有效期", "截止", "到期"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};
