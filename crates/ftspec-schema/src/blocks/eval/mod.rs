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
    question_zh: "怎样分辨变好还是变坏",
    doc: "How you will know. Write it before the training, while nobody has a result to defend: the metrics, what \
          must be reached, what must not get worse, and who reads real outputs. Without it a further round only \
          changes the model; nobody can say whether for the better.",
    doc_zh: "你打算凭什么知道结果。要在训练之前写，那时谁也没有结果要维护：有哪些指标，什么必须达到，什么不能变差，由谁\
             来读真实输出。没有它，再训一轮也只是让模型变了，没人说得清是不是变好了。",
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
            zh: "对比基线",
            doc: "The baseline that results are compared with, and that the word `baseline` means in a statement. \
                  With a single baseline you may leave it out.",
            doc_zh: "结果和哪个基线比；语句里的 `baseline` 指的就是它。只有一个基线时可以不写。",
            example: "against: prompt_v7",
            aliases: &["baseline", "compare", "compared_to", "reference", "versus", "对比", "基线"],
        },
        Attribute {
            name: "coverage",
            ty: Type::Word(Coverage::set),
            many: false,
            absence: Absence::Optional,
            zh: "评测范围",
            doc: "Which part of the data is judged, for every metric that does not say otherwise. Judging everything \
                  leaves nothing to be explained away.",
            doc_zh: "评的是数据的哪一部分，对没有另外写明的每个指标都适用。全部都评，就没有什么要解释的。",
            example: "coverage: full",
            aliases: &["sampling", "subset", "覆盖", "抽样"],
        },
        Attribute {
            name: "on",
            ty: Type::Ref("data"),
            many: false,
            absence: Absence::Optional,
            zh: "评测数据",
            doc: "The data that metrics are judged on, for every metric that does not name its own.",
            doc_zh: "指标在哪些数据上评，对没有自己写明的每个指标都适用。",
            example: "on: held_out",
            aliases: &["data", "dataset", "test_set", "数据", "测试集"],
        },
        Attribute {
            name: "judge",
            ty: Type::Word(Judge::set),
            many: false,
            absence: Absence::Optional,
            zh: "评判者",
            doc: "Who judges, for every metric that does not say otherwise.",
            doc_zh: "由谁来评，对没有另外写明的每个指标都适用。",
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
            doc_zh: "必须达到什么，项目才算成功。少写几条，写那些提出需求的人会说的。",
            example: "require tone_adherence >= 90%",
            aliases: &["requires", "requirement", "must", "need", "goal", "target", "必须", "要求", "必须改善"],
        },
        Statement {
            name: "guard",
            compares: true,
            doc: "What must hold in every round, however good the rest becomes. Training that improves one thing \
                  quietly costs another; this is where you notice.",
            doc_zh: "别的再怎么变好，每一轮都必须守住的。训练改善一处，往往悄悄牺牲另一处；在这里就能发现。",
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
            doc_zh: "每轮都读，但不凭它做决定。留给那些帮助理解其他指标的数。",
            example: "watch reply_length",
            aliases: &["watches", "observe", "monitor", "track", "report", "观察", "关注", "监测"],
        },
    ]),
};

/// The `review` block.
pub static REVIEW: Block = Block {
    name: "review",
    question: "who looks at outputs",
    question_zh: "由谁来看输出",
    doc: "People who know the work read outputs as they are, without the scores. Figures can rise while every expert \
          shakes their head; an afternoon of reading finds that out.",
    doc_zh: "懂业务的人来读原样的输出，不看分数。数字可能在涨，而每个专家都在摇头；花一个下午读一读就知道了。",
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
            zh: "评审人",
            doc: "Who reads. Best are those who will have to live with the outputs.",
            doc_zh: "由谁来读。最好是以后天天要和这些输出打交道的人。",
            example: "by: \"support leads\"",
            aliases: &["who", "reviewer", "reviewers", "people", "评审人", "谁"],
        },
        Attribute {
            name: "samples",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            zh: "抽读条数",
            doc: "How many outputs they read, drawn by chance and not picked.",
            doc_zh: "读多少条输出，要随机抽，不能挑。",
            example: "samples: 100",
            aliases: &["n", "count", "size", "outputs", "sample_size", "样本数", "数量"],
        },
        Attribute {
            name: "question",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "评审问题",
            doc: "The one question that they answer for each output with yes or no.",
            doc_zh: "对每条输出都用“是”或“否”来回答的那一个问题。",
            example: "question: \"Would you send this reply as it is?\"",
            aliases: &["ask", "asks", "prompt", "criterion", "criteria", "问题"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};
