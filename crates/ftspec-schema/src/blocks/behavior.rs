//! `behavior`: what the model must and must never do, and when.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};

/// The `behavior` block.
pub static BEHAVIOR: Block = Block {
    name: "behavior",
    question: "what the model must and must never do, and when",
    doc: "One thing that you will be able to see in an output, written so that two readers would agree whether it \
          happened. Give each behaviour a name: the metrics say by that name which of them they cover. A handful is \
          plenty; many behaviours in one training blur each other.",
    example: r#"behavior order_first {
  when:  "the customer asks where a refund is"
  must:  "open with the order state, then give exactly one next step"
  never: "promise an amount or a date"
  example {
    input:  "Where is my money??"
    output: "Your return reached us on Monday and is being checked."
  }
}"#,
    aliases: &["behaviour", "behaviors", "behaviours", "expectation", "requirement", "行为", "行为模式"],
    count: Count::Many,
    label: LabelKind::Required,
    attributes: &[
        Attribute {
            name: "when",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "The situation in which it applies, as far as it can be told from the input. Without this line it \
                  applies to every call.",
            example: "when: \"the customer asks where a refund is\"",
            aliases: &["if", "given", "trigger", "situation", "condition", "context", "何时", "场景", "条件"],
        },
        Attribute {
            name: "must",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            doc: "What the output has to do, something visible in a single answer. Limits, amounts and rules are \
                  better kept in code: a trained model follows them most of the time, and most is not enough.",
            example: "must: \"open with the order state, then give one next step\"",
            aliases: &["do", "should", "shall", "always", "expected", "必须", "应该", "应当"],
        },
        Attribute {
            name: "never",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            doc: "What the output must not contain or do. A behaviour without a limit tends to be overdone, and what \
                  was never written down is never tested.",
            example: "never: \"promise an amount or a date\"",
            aliases: &["must_not", "dont", "avoid", "forbidden", "should_not", "not", "不得", "禁止", "绝不", "不能"],
        },
    ],
    children: &[&EXAMPLE],
    content: Content::Fixed,
};

/// The `example` block.
pub static EXAMPLE: Block = Block {
    name: "example",
    question: "what it looks like in one call",
    doc: "One input and the answer you want, as real as you can make it. It settles arguments that descriptions \
          leave open, and it can go straight into a prompt. Add the answer you do not want where the difference is \
          fine.",
    example: r#"example {
  input:    "Where is my money??"
  output:   "Your return reached us on Monday and is being checked."
  not_this: "Don't worry, you will have your 49 EUR by Friday!"
}"#,
    aliases: &["examples", "sample", "demo", "shot", "case", "示例", "例子", "样例"],
    count: Count::Many,
    label: LabelKind::None,
    attributes: &[
        Attribute {
            name: "input",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            doc: "What comes in. Several strings are the turns of one conversation, the first turn first.",
            example: "input: [\"Where is my money??\", \"I have been waiting for two weeks!\"]",
            aliases: &["inputs", "in", "user", "prompt", "question", "输入", "用户"],
        },
        Attribute {
            name: "output",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "The answer that you would be glad to send.",
            example: "output: \"Your return reached us on Monday and is being checked.\"",
            aliases: &["out", "answer", "response", "good", "assistant", "completion", "输出", "回答", "正例"],
        },
        Attribute {
            name: "not_this",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "An answer that looks plausible and is wrong. It shows where the line runs.",
            example: "not_this: \"You will have your 49 EUR by Friday!\"",
            aliases: &["bad", "wrong", "rejected", "instead_of", "counterexample", "negative", "反例", "错误示例"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};
