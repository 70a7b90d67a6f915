//! `behavior`: what the model must and must never do, and when.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};

/// The `behavior` block.
pub static BEHAVIOR: Block = Block {
    name: "behavior",
    question: "what the model must and must never do, and when",
    question_zh: "模型必须做什么、绝不能做什么，在什么情况下",
    doc: "One thing that you will be able to see in an output, written so that two readers would agree whether it \
          happened. Give each behaviour a name: the metrics say by that name which of them they cover. A handful is \
          plenty; many behaviours in one training blur each other.",
    doc_zh: "一件能在输出里看得见的事，要写到两个人读了都能对“有没有做到”给出一致的判断。给每个行为起个名字：指标靠这\
             个名字说明自己覆盖了哪些行为。有几个就够了；一次训练里行为太多，会互相干扰。",
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
            zh: "适用情形",
            doc: "The situation in which it applies, as far as it can be told from the input. Without this line it \
                  applies to every call.",
            doc_zh: "在什么情况下适用，要能从输入里看出来。不写这一行，就对每次调用都适用。",
            example: "when: \"the customer asks where a refund is\"",
            aliases: &["if", "given", "trigger", "situation", "condition", "context", "何时", "场景", "条件"],
        },
        Attribute {
            name: "must",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            zh: "必须做到",
            doc: "What the output has to do, something visible in a single answer. Limits, amounts and rules are \
                  better kept in code: a trained model follows them most of the time, and most is not enough.",
            doc_zh: "输出必须做到的事，要能在单条回答里看出来。额度、金额和规则最好留在代码里：训练过的模型多数时候会遵\
                     守，而多数时候还不够。",
            example: "must: \"open with the order state, then give one next step\"",
            aliases: &["do", "should", "shall", "always", "expected", "必须", "应该", "应当"],
        },
        Attribute {
            name: "never",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            zh: "绝不能做",
            doc: "What the output must not contain or do. A behaviour without a limit tends to be overdone, and what \
                  was never written down is never tested.",
            doc_zh: "输出里绝不能出现、绝不能做的事。没有界线的行为容易做过头；而从来没写下来的，也从来不会被测到。",
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
    question_zh: "在一次调用里它是什么样子",
    doc: "One input and the answer you want, as real as you can make it. It settles arguments that descriptions \
          leave open, and it can go straight into a prompt. Add the answer you do not want where the difference is \
          fine.",
    doc_zh: "一个输入，和你想要的回答，越真实越好。说明文字平息不了的争论，一个例子就能平息，还可以直接放进提示词。差别\
             细微时，把你不想要的回答也写上。",
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
            zh: "输入",
            doc: "What comes in. Several strings are the turns of one conversation, the first turn first.",
            doc_zh: "进来的内容。写多条时，就是一段对话的各轮，先说的在前。",
            example: "input: [\"Where is my money??\", \"I have been waiting for two weeks!\"]",
            aliases: &["inputs", "in", "user", "prompt", "question", "输入", "用户"],
        },
        Attribute {
            name: "output",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "理想输出",
            doc: "The answer that you would be glad to send.",
            doc_zh: "你会乐意直接发出去的回答。",
            example: "output: \"Your return reached us on Monday and is being checked.\"",
            aliases: &["out", "answer", "response", "good", "assistant", "completion", "输出", "回答", "正例"],
        },
        Attribute {
            name: "not_this",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "反例",
            doc: "An answer that looks plausible and is wrong. It shows where the line runs.",
            doc_zh: "看起来说得过去、其实不对的回答。它让人看清界线在哪里。",
            example: "not_this: \"You will have your 49 EUR by Friday!\"",
            aliases: &["bad", "wrong", "rejected", "instead_of", "counterexample", "negative", "反例", "错误示例"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};
