//! `accept`: a finding that the team knows of and lives with.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};

/// The `accept` block.
pub static ACCEPT: Block = Block {
    name: "accept",
    question: "a finding the team knows of and lives with, and why",
    doc: "Name a rule, by its name or its code, that is right about this plan and that you choose to live with all \
          the same. It is then silent in this file and listed in the plan as an accepted risk, with your reason \
          beside it. Give a day on which to look again.",
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
            doc: "Why this is fine here: a fact that a stranger could check. \"Not relevant\" is no reason.",
            example: "because: \"the 240 traps cover the abuse seen in a year of tickets\"",
            aliases: &["reason", "why", "justification", "rationale", "因为", "原因", "理由"],
        },
        Attribute {
            name: "by",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "Who decided. Somebody who may take this risk.",
            example: "by: \"legal\"",
            aliases: &["who", "owner", "approved_by", "signed_by", "author", "批准人", "谁"],
        },
        Attribute {
            name: "until",
            ty: Type::Date,
            many: false,
            absence: Absence::Optional,
            doc: "The last day on which this counts. After it, the question is asked again.",
            example: "until: 2027-03-31",
            aliases: &["expires", "expiry", "valid_until", "till", "end", "deadline", "有效期", "截止", "到期"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};
