//! `goal`: which one behaviour should change.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

/// The `goal` block.
pub static GOAL: Block = Block {
    name: "goal",
    question: "which one behaviour should change",
    doc: "The one thing that this training is for. Say what is observed today and what should be observed instead, \
          so that a stranger could tell the two apart in an output. Two goals are two trainings: a model that is \
          taught both at once learns a blur of both.",
    example: r#"goal {
  kind:   style
  cause:  behavior
  today:  "Agents rewrite 31% of the replies before sending: chatty one day, legalistic the next."
  target: "Every reply is calm, in the second person, with one next step."
}"#,
    aliases: &["goals", "objective", "aim", "purpose", "目标", "目的"],
    count: Count::One,
    label: LabelKind::Optional,
    attributes: &[
        Attribute {
            name: "kind",
            ty: Type::Word(GoalKind::set),
            many: false,
            absence: Absence::Missing,
            doc: "What is wrong today, in one word: the tone, the shape, the decision, the caution, the price or the \
                  place of running. The last three words name what tuning does not solve, so that it can be written down \
                  and be told so.",
            example: "kind: style",
            aliases: &["type", "category", "类型", "种类"],
        },
        Attribute {
            name: "cause",
            ty: Type::Word(Cause::set),
            many: false,
            absence: Absence::Rule("unknown-cause"),
            doc: "The layer in which today's problem was found. Tuning mends the model's behaviour; a problem in the \
                  prompt, the data, the retrieval or the system stays where it is, however long you train.",
            example: "cause: behavior",
            aliases: &["reason", "root_cause", "layer", "原因", "根因"],
        },
        Attribute {
            name: "today",
            ty: Type::Text,
            many: false,
            absence: Absence::Rule("no-observation"),
            doc: "What is observed now, best with a number: how often, on what, who has to mend it. Without it nobody \
                  can say later whether anything changed.",
            example: "today: \"Agents rewrite 31% of the replies before sending.\"",
            aliases: &["now", "current", "problem", "before", "现状", "问题"],
        },
        Attribute {
            name: "target",
            ty: Type::Text,
            many: false,
            absence: Absence::Rule("missing-goal"),
            doc: "What should be observed instead: one definite behaviour that can be seen in a single output. \
                  \"Better\" and \"more stable\" are wishes, not behaviours.",
            example: "target: \"Every reply ends with exactly one next step.\"",
            aliases: &["want", "desired", "after", "expected", "期望", "目标行为"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};

words! {
    /// What is wrong today, seen from the output.
    pub enum GoalKind, "kind of goal" / "目标类型" {
        Style "style" ["tone", "voice", "persona", "风格", "语气", "人设"] "The tone: how the model says what it says. Tuning is good at this.",
        Format "format" ["shape", "structure", "json", "schema", "格式", "结构"] "The shape of the output. Try a few examples in the prompt first: often they are enough.",
        Mapping "mapping" ["classification", "transformation", "task", "映射", "分类"] "The decision or the content: one kind of input to one kind of output.",
        Specialist "specialist" ["domain", "expert", "vertical", "专家", "专科", "垂直领域"] "One narrow task in one field that needs the field's own data. Name the task, not the field.",
        Safety "safety" ["refusal", "guardrail", "安全", "拒答"] "How the model declines or defers. When it must do so is decided outside the model.",
        Efficiency "efficiency" ["cost", "latency", "speed", "效率", "成本", "提速"] "Price or delay: a smaller model that does what a larger one does today.",
        Privacy "privacy" ["on_premise", "compliance", "隐私", "私有化"] "Where the model may run: the data must not leave the house.",
        Knowledge "knowledge" ["facts", "memory", "知识", "事实"] "Facts that the model should know. Tuning does not solve this: look them up.",
        Reasoning "reasoning" ["logic", "math", "capability", "推理", "逻辑", "能力"] "Better thinking. Tuning does not solve this: take a stronger model.",
        General "general" ["chat", "everything", "assistant", "通用", "全面"] "A better model all round. Tuning does not solve this: one training, one aim.",
    }
}

words! {
    /// The layer in which today's problem was found.
    pub enum Cause, "cause" / "问题成因" {
        Behavior "behavior" ["behaviour", "model", "行为"] "The model could, but does not do it steadily. This is what tuning changes.",
        Cost "cost" ["price", "latency", "成本", "费用"] "Price, delay or place of running; with kind efficiency or privacy.",
        Prompt "prompt" ["instruction", "提示词", "提示"] "The instruction was unclear: a better prompt mends it.",
        Knowledge "knowledge" ["facts", "知识"] "Facts were missing: bring them in with the call.",
        Retrieval "retrieval" ["rag", "search", "检索"] "The wrong passages were found, or they were cut badly, or they contradict each other.",
        Data "data" ["dataset", "数据"] "The training data leans the wrong way; more training leans further.",
        Evaluation "evaluation" ["eval", "metrics", "评估", "评测"] "The measure was wrong, not the model: mend the measure.",
        System "system" ["rules", "workflow", "系统", "流程"] "A rule, a limit or a hand-over, which code has to decide.",
        Capability "capability" ["ability", "能力"] "The base model cannot do it at all, not even now and then. Take a stronger one.",
        Unknown "unknown" ["unclear", "未知", "不清楚"] "Not found yet. Read twenty bad outputs and find it before you train.",
    }
}
