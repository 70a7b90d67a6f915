//! `task`: what goes in, what comes out, at what load.

use crate::Dimension;
use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

/// The `task` block.
pub static TASK: Block = Block {
    name: "task",
    question: "what goes in, what comes out, at what load",
    doc: "The job that the model does in one call. Training teaches by pairs of input and output, so both have to be \
          clear enough that two people would collect the same pairs. Load, delay and place of running decide whether \
          a tuned model pays off at all.",
    example: r#"task {
  type:          generation
  input:         "customer message, order record, policy passages retrieved for it"
  output:        "one reply of at most 120 words"
  calls_per_day: 12_000
  latency:       800ms
  deployment:    private
  iterates:      true
}"#,
    aliases: &["job", "io", "use_case", "usecase", "任务", "用例"],
    count: Count::One,
    label: LabelKind::None,
    attributes: &[
        Attribute {
            name: "type",
            ty: Type::Word(TaskType::set),
            many: false,
            absence: Absence::Missing,
            doc: "The kind of work. Some kinds a good prompt does well already; for those the plan should show that \
                  it was tried.",
            example: "type: generation",
            aliases: &["kind", "category", "task_type", "类型", "任务类型"],
        },
        Attribute {
            name: "input",
            ty: Type::Text,
            many: false,
            absence: Absence::Rule("unclear-mapping"),
            doc: "Everything that the model gets in one call: the message, the record, the passages found for it. If \
                  a fact is not in here, the model has to guess it.",
            example: "input: \"one support ticket with its order record\"",
            aliases: &["inputs", "in", "given", "request", "输入"],
        },
        Attribute {
            name: "output",
            ty: Type::Text,
            many: false,
            absence: Absence::Rule("unclear-mapping"),
            doc: "What one good answer looks like: its shape, its length, what it contains. \"A helpful reply\" is \
                  too loose; \"one reply of at most 120 words\" can be checked.",
            example: "output: \"one reply of at most 120 words\"",
            aliases: &["outputs", "out", "response", "result", "returns", "输出"],
        },
        Attribute {
            name: "calls_per_day",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            doc: "How many calls a day are expected. At a high load a small tuned model may be far cheaper than a \
                  large one; at fifty calls a day it never pays for its upkeep.",
            example: "calls_per_day: 12_000",
            aliases: &["calls", "volume", "load", "traffic", "qps", "requests_per_day", "日调用量", "调用量"],
        },
        Attribute {
            name: "latency",
            ty: Type::Quantity(Dimension::Time),
            many: false,
            absence: Absence::Optional,
            doc: "The delay that the caller can bear. A tight one speaks for distillation into a smaller model \
                  rather than for training the large one.",
            example: "latency: 800ms",
            aliases: &["delay", "response_time", "max_latency", "timeout", "延迟", "时延", "响应时间"],
        },
        Attribute {
            name: "deployment",
            ty: Type::Word(Deployment::set),
            many: false,
            absence: Absence::Optional,
            doc: "Where the model will run. Having to run it in your own house, or on a device, is one of the good \
                  reasons to tune.",
            example: "deployment: private",
            aliases: &["hosting", "runs_on", "environment", "部署", "部署方式"],
        },
        Attribute {
            name: "iterates",
            ty: Type::Bool,
            many: false,
            absence: Absence::Optional,
            doc: "Whether the behaviour will be updated again and again. If so, plan to keep the data, the guide and \
                  the tests: you will train more than once.",
            example: "iterates: true",
            aliases: &["iterative", "ongoing", "repeats", "updates", "迭代", "持续更新"],
        },
        Attribute {
            name: "languages",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            doc: "The languages that real inputs come in. A language without training examples is one the model was \
                  not taught to behave in.",
            example: "languages: [\"en\", \"zh\"]",
            aliases: &["language", "locale", "locales", "lang", "语言", "语种"],
        },
        Attribute {
            name: "out_of_scope",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            doc: "What the model is not for. Write it down early: it tells reviewers which inputs must be kept away \
                  from the model by other means.",
            example: "out_of_scope: [\"legal disputes\", \"orders older than two years\"]",
            aliases: &["not_for", "excluded", "excludes", "exclusions", "non_goals", "不适用", "范围外"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};

words! {
    /// What kind of work the model does in one call.
    pub enum TaskType, "type of task" / "任务类型" {
        Classification "classification" ["classify", "label", "labelling", "routing", "intent", "分类"] "One of a fixed set of labels for each input.",
        Extraction "extraction" ["extract", "ner", "parsing", "information_extraction", "抽取", "信息抽取"] "Named pieces taken out of a given text. Try a prompt with examples first.",
        Transformation "transformation" ["transform", "convert", "conversion", "normalization", "转换", "结构化"] "One structured form turned into another, such as raw logs into events.",
        Summarization "summarization" ["summarisation", "summary", "summarize", "摘要", "总结"] "A shorter text that keeps what matters. Try a prompt first.",
        Translation "translation" ["translate", "mt", "翻译"] "The same text in another language. Try a prompt first.",
        Rewriting "rewriting" ["rewrite", "paraphrase", "edit", "editing", "改写", "润色"] "The same content in other words. Try a prompt first.",
        Generation "generation" ["generate", "writing", "text_generation", "生成", "写作"] "A new text made from the input, such as a reply or a report.",
        Dialogue "dialogue" ["dialog", "conversation", "multi_turn", "对话", "多轮对话"] "Several turns with one definite purpose. Give training and test examples with several turns, too.",
        QuestionAnswering "question_answering" ["qa", "question", "faq", "问答"] "Answers to questions. Where the answers are facts, let them be looked up.",
        OpenChat "open_chat" ["chat", "chatbot", "assistant", "small_talk", "闲聊", "聊天"] "Talk about anything. There is no one behaviour to teach here: prompts and tools serve this better.",
        Code "code" ["coding", "programming", "sql", "code_generation", "代码", "编程"] "Programs, queries or configuration. Judge them by running them.",
        ToolUse "tool_use" ["tools", "function_calling", "agent", "tool_calling", "工具调用", "智能体"] "Calls of tools, with the right names and arguments.",
        Ranking "ranking" ["rank", "rerank", "reranking", "scoring", "排序", "打分"] "An order or a score for the given candidates.",
    }
}

words! {
    /// Where the model will run.
    pub enum Deployment, "place of running" / "部署方式" {
        Api "api" ["hosted", "cloud", "saas", "openai", "云端", "接口"] "Called over a provider's interface; you cannot choose the hardware.",
        Private "private" ["on_premise", "on_prem", "self_hosted", "vpc", "local", "私有", "私有化", "本地"] "On machines or in a cloud account of your own; data stays with you.",
        Edge "edge" ["device", "on_device", "mobile", "embedded", "端侧", "边缘", "设备"] "On the user's device or close to it, with little memory.",
    }
}
