//! `task`: what goes in, what comes out, at what load.

use crate::Dimension;
use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

/// The `task` block.
pub static TASK: Block = Block {
    name: "task",
    question: "what goes in, what comes out, at what load",
    question_zh: "输入什么，输出什么，负载多大",
    doc: "The job that the model does in one call. Training teaches by pairs of input and output, so both have to be \
          clear enough that two people would collect the same pairs. Load, delay and place of running decide whether \
          a tuned model pays off at all.",
    doc_zh: "模型在一次调用里要做的事。训练靠成对的输入和输出来教，所以两边都要清楚到两个人会收集出同样的样本。负载、延\
             迟和运行地点，决定微调的模型到底划不划算。",
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
            zh: "任务类型",
            doc: "The kind of work. Some kinds a good prompt does well already; for those the plan should show that \
                  it was tried.",
            doc_zh: "是哪一类工作。有些类型用好提示词就能做好；那样的话，计划里要写明已经试过。",
            example: "type: generation",
            aliases: &["kind", "category", "task_type", "类型", "任务类型"],
        },
        Attribute {
            name: "input",
            ty: Type::Text,
            many: false,
            absence: Absence::Rule("unclear-mapping"),
            zh: "输入",
            doc: "Everything that the model gets in one call: the message, the record, the passages found for it. If \
                  a fact is not in here, the model has to guess it.",
            doc_zh: "模型一次调用拿到的全部内容：消息、记录、查到的段落。不在这里的事实，模型只能猜。",
            example: "input: \"one support ticket with its order record\"",
            aliases: &["inputs", "in", "given", "request", "输入"],
        },
        Attribute {
            name: "output",
            ty: Type::Text,
            many: false,
            absence: Absence::Rule("unclear-mapping"),
            zh: "输出",
            doc: "What one good answer looks like: its shape, its length, what it contains. \"A helpful reply\" is \
                  too loose; \"one reply of at most 120 words\" can be checked.",
            doc_zh: "一条好的回答是什么样子：结构、长度、包含什么。“有帮助的回复”太宽，“一条不超过 120 字的回复”才\
                     能检查。",
            example: "output: \"one reply of at most 120 words\"",
            aliases: &["outputs", "out", "response", "result", "returns", "输出"],
        },
        Attribute {
            name: "calls_per_day",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            zh: "日调用量",
            doc: "How many calls a day are expected. At a high load a small tuned model may be far cheaper than a \
                  large one; at fifty calls a day it never pays for its upkeep.",
            doc_zh: "预计每天调用多少次。负载高时，微调的小模型可能比大模型便宜得多；一天只有五十次，连维护的钱都挣不回\
                     来。",
            example: "calls_per_day: 12_000",
            aliases: &["calls", "volume", "load", "traffic", "qps", "requests_per_day", "日调用量", "调用量"],
        },
        Attribute {
            name: "latency",
            ty: Type::Quantity(Dimension::Time),
            many: false,
            absence: Absence::Optional,
            zh: "延迟上限",
            doc: "The delay that the caller can bear. A tight one speaks for distillation into a smaller model \
                  rather than for training the large one.",
            doc_zh: "调用方能忍受多长的延迟。要求很紧时，应该蒸馏出小模型，而不是训练大模型。",
            example: "latency: 800ms",
            aliases: &["delay", "response_time", "max_latency", "timeout", "延迟", "时延", "响应时间"],
        },
        Attribute {
            name: "deployment",
            ty: Type::Word(Deployment::set),
            many: false,
            absence: Absence::Optional,
            zh: "部署方式",
            doc: "Where the model will run. Having to run it in your own house, or on a device, is one of the good \
                  reasons to tune.",
            doc_zh: "模型将在哪里运行。必须跑在自己机房或设备上，是微调的正当理由之一。",
            example: "deployment: private",
            aliases: &["hosting", "runs_on", "environment", "部署", "部署方式"],
        },
        Attribute {
            name: "iterates",
            ty: Type::Bool,
            many: false,
            absence: Absence::Optional,
            zh: "持续迭代",
            doc: "Whether the behaviour will be updated again and again. If so, plan to keep the data, the guide and \
                  the tests: you will train more than once.",
            doc_zh: "这种行为以后是否要反复更新。如果要，就保存好数据、标注规范和测试：训练不止一次。",
            example: "iterates: true",
            aliases: &["iterative", "ongoing", "repeats", "updates", "迭代", "持续更新"],
        },
        Attribute {
            name: "languages",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            zh: "输入语言",
            doc: "The languages that real inputs come in. A language without training examples is one the model was \
                  not taught to behave in.",
            doc_zh: "真实输入用到哪些语言。没有训练样本的语言，模型就没学过该怎样表现。",
            example: "languages: [\"en\", \"zh\"]",
            aliases: &["language", "locale", "locales", "lang", "语言", "语种"],
        },
        Attribute {
            name: "out_of_scope",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            zh: "适用范围外",
            doc: "What the model is not for. Write it down early: it tells reviewers which inputs must be kept away \
                  from the model by other means.",
            doc_zh: "模型不用来做什么。早点写下来：评审的人由此知道，哪些输入要用别的办法挡在模型之外。",
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
        Classification "classification" ["classify", "label", "labelling", "routing", "intent", "分类"]
            "One of a fixed set of labels for each input."
            "分类": "每条输入归到一组固定标签中的一个。",
        Extraction "extraction" ["extract", "ner", "parsing", "information_extraction", "抽取", "信息抽取"]
            "Named pieces taken out of a given text. Try a prompt with examples first."
            "信息抽取": "从给定文本里取出指定的内容。先试带示例的提示词。",
        Transformation "transformation" ["transform", "convert", "conversion", "normalization", "转换", "结构化"]
            "One structured form turned into another, such as raw logs into events."
            "结构转换": "从一种结构化形式变成另一种，例如把原始日志变成标准事件。",
        Summarization "summarization" as "summarisation" ["summarisation", "summary", "summarize", "摘要", "总结"]
            "A shorter text that keeps what matters. Try a prompt first."
            "摘要": "更短的文本，只留要紧的内容。先试提示词。",
        Translation "translation" ["translate", "mt", "翻译"]
            "The same text in another language. Try a prompt first."
            "翻译": "把同一段文本译成另一种语言。先试提示词。",
        Rewriting "rewriting" ["rewrite", "paraphrase", "edit", "editing", "改写", "润色"]
            "The same content in other words. Try a prompt first."
            "改写": "同样的内容换一种说法。先试提示词。",
        Generation "generation" ["generate", "writing", "text_generation", "生成", "写作"]
            "A new text made from the input, such as a reply or a report."
            "文本生成": "根据输入写出新的文本，例如一条回复或一份报告。",
        Dialogue "dialogue" ["dialog", "conversation", "multi_turn", "对话", "多轮对话"]
            "Several turns with one definite purpose. Give training and test examples with several turns, too."
            "多轮对话": "有明确目的的多轮对话。训练样本和测试样本也要有多轮的。",
        QuestionAnswering "question_answering" ["qa", "question", "faq", "问答"]
            "Answers to questions. Where the answers are facts, let them be looked up."
            "问答": "回答问题。答案要是事实，就让它去查。",
        OpenChat "open_chat" ["chat", "chatbot", "assistant", "small_talk", "闲聊", "聊天"]
            "Talk about anything. There is no one behaviour to teach here: prompts and tools serve this better."
            "开放闲聊": "什么都能聊。这里没有一种明确的行为可教，用提示词和工具更合适。",
        Code "code" ["coding", "programming", "sql", "code_generation", "代码", "编程"]
            "Programs, queries or configuration. Judge them by running them."
            "代码生成": "程序、查询语句或配置。评判的办法是跑一遍。",
        ToolUse "tool_use" ["tools", "function_calling", "agent", "tool_calling", "工具调用", "智能体"]
            "Calls of tools, with the right names and arguments."
            "工具使用": "调用工具，名称和参数都要对。",
        Ranking "ranking" ["rank", "rerank", "reranking", "scoring", "排序", "打分"]
            "An order or a score for the given candidates."
            "排序打分": "给候选项排出顺序，或者打分。",
    }
}

words! {
    /// Where the model will run.
    pub enum Deployment, "place of running" / "部署方式" {
        Api "api" as "API" ["hosted", "cloud", "saas", "openai", "云端", "接口"]
            "Called over a provider's interface; you cannot choose the hardware."
            "云端接口": "调用服务商的接口；硬件由不得你选。",
        Private "private" ["on_premise", "on_prem", "self_hosted", "vpc", "local", "私有", "私有化", "本地"]
            "On machines or in a cloud account of your own; data stays with you."
            "私有部署": "跑在自己的机器或自己的云账号里，数据不出门。",
        Edge "edge" ["device", "on_device", "mobile", "embedded", "端侧", "边缘", "设备"]
            "On the user's device or close to it, with little memory."
            "端侧部署": "跑在用户的设备上或离设备很近的地方，内存很小。",
    }
}
