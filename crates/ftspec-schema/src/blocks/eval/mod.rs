//! `eval`: how better and worse are told apart.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Statement, Type};
use crate::word::Enumerated;

mod metric;
mod words;

pub use metric::{METRIC, MetricMethod};
pub use words::{Better, Coverage, Judge, Measures};

/// The `eval` block.
pub static EVAL: Block = Block {
    name: "eval",
    question: "how better and worse are told apart",
    doc: "How you will know. Write it before the training, while nobody has a result to defend: the metrics, what \
          must be reached, what must not get worse, and who reads real outputs. Without it a further round only \
          changes the model; nobody can say whether for the better.",
    example: r#"eval {
  against:  prompt_v7
  coverage: full

  metric tone_adherence {
    measures: style
    method:   rubric
    judge:    human
    on:       held_out
  }

  metric order_facts_correct {
    measures: judgement
    method:   exact_match
    on:       held_out
  }

  require tone_adherence >= 90%
  guard order_facts_correct >= baseline

  review {
    by:       "support leads"
    samples:  100
    question: "Would you send this reply as it is?"
  }
}"#,
    aliases: &["evaluation", "evals", "test", "tests", "validation", "评估", "评测", "验收"],
    count: Count::One,
    label: LabelKind::None,
    attributes: &[
        Attribute {
            name: "against",
            ty: Type::Ref("baseline"),
            many: false,
            absence: Absence::Optional,
            doc: "The baseline that results are compared with, and that the word `baseline` means in a statement. \
                  With a single baseline you may leave it out.",
            example: "against: prompt_v7",
            aliases: &["baseline", "compare", "compared_to", "reference", "versus", "对比", "基线"],
        },
        Attribute {
            name: "coverage",
            ty: Type::Word(Coverage::set),
            many: false,
            absence: Absence::Optional,
            doc: "Which part of the data is judged, for every metric that does not say otherwise. Judging everything \
                  leaves nothing to be explained away.",
            example: "coverage: full",
            aliases: &["sampling", "subset", "覆盖", "抽样"],
        },
        Attribute {
            name: "on",
            ty: Type::Ref("data"),
            many: false,
            absence: Absence::Optional,
            doc: "The data that metrics are judged on, for every metric that does not name its own.",
            example: "on: held_out",
            aliases: &["data", "dataset", "test_set", "数据", "测试集"],
        },
        Attribute {
            name: "judge",
            ty: Type::Word(Judge::set),
            many: false,
            absence: Absence::Optional,
            doc: "Who judges, for every metric that does not say otherwise.",
            example: "judge: human",
            aliases: &["judged_by", "grader", "evaluator", "scorer", "裁判", "评判"],
        },
    ],
    children: &[&METRIC, &REVIEW],
    content: Content::Statements(&[
        Statement {
            name: "require",
            compares: true,
            doc: "What must be reached for the project to have succeeded. Pick few, and pick those that the people \
                  who asked for this would name.",
            example: "require tone_adherence >= 90%",
            aliases: &["requires", "requirement", "must", "need", "goal", "target", "必须", "要求", "必须改善"],
        },
        Statement {
            name: "guard",
            compares: true,
            doc: "What must hold in every round, however good the rest becomes. Training that improves one thing \
                  quietly costs another; this is where you notice.",
            example: "guard order_facts_correct >= baseline",
            aliases: &[
                "guards",
                "keep",
                "protect",
                "ensure",
                "assert",
                "guardrail",
                "守住",
                "不能变差",
                "底线",
                "护栏",
            ],
        },
        Statement {
            name: "watch",
            compares: false,
            doc: "Read it in every round, decide nothing by it. For figures that help to explain the others.",
            example: "watch reply_length",
            aliases: &["watches", "observe", "monitor", "track", "report", "观察", "关注", "监测"],
        },
    ]),
};

/// The `review` block.
pub static REVIEW: Block = Block {
    name: "review",
    question: "who looks at outputs",
    doc: "People who know the work read outputs as they are, without the scores. Figures can rise while every expert \
          shakes their head; an afternoon of reading finds that out.",
    example: r#"review {
  by:       "support leads"
  samples:  100
  question: "Would you send this reply as it is?"
}"#,
    aliases: &["reviews", "human_review", "audit", "signoff", "spot_check", "评审", "人工评审", "复核"],
    count: Count::One,
    label: LabelKind::None,
    attributes: &[
        Attribute {
            name: "by",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "Who reads. Best are those who will have to live with the outputs.",
            example: "by: \"support leads\"",
            aliases: &["who", "reviewer", "reviewers", "people", "评审人", "谁"],
        },
        Attribute {
            name: "samples",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            doc: "How many outputs they read, drawn by chance and not picked.",
            example: "samples: 100",
            aliases: &["n", "count", "size", "outputs", "sample_size", "样本数", "数量"],
        },
        Attribute {
            name: "question",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "The one question that they answer for each output with yes or no.",
            example: "question: \"Would you send this reply as it is?\"",
            aliases: &["ask", "asks", "prompt", "criterion", "criteria", "问题"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};
