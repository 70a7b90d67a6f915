//! `knowledge`: where the facts in an answer come from.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

/// The `knowledge` block.
pub static KNOWLEDGE: Block = Block {
    name: "knowledge",
    question: "where the facts in an answer come from",
    doc: "Say for every fact in an answer how it gets there. Training shapes how a model answers, and it is a poor \
          place to store what is true: facts change, and a trained one can be neither corrected nor cited. Facts \
          that come in with the call can.",
    example: r#"knowledge {
  source:  retrieval
  facts:   "order state, refund policy"
  changes: weekly
  retrieval {
    chunking:       section
    self_contained: true
    top_k:          4
    on_conflict:    newest
    on_missing:     escalate
  }
}"#,
    aliases: &["kb", "knowledge_base", "information", "知识", "知识库", "知识来源"],
    count: Count::One,
    label: LabelKind::None,
    attributes: &[
        Attribute {
            name: "source",
            ty: Type::Word(Source::set),
            many: true,
            absence: Absence::Rule("missing-knowledge-source"),
            doc: "Where facts come from at the time of the call; a list where they come from several places.",
            example: "source: [input, retrieval]",
            aliases: &["sources", "from", "origin", "where", "provider", "来源", "出处"],
        },
        Attribute {
            name: "facts",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "Which facts an answer needs: prices, order states, policies, names. Listing them shows quickly \
                  which ones would go stale.",
            example: "facts: \"order state, refund policy\"",
            aliases: &["content", "what", "topics", "contains", "事实", "内容"],
        },
        Attribute {
            name: "changes",
            ty: Type::Word(Changes::set),
            many: false,
            absence: Absence::Optional,
            doc: "How often these facts change; where they differ, the fastest of them. What changes by the month is \
                  out of date before the training is paid for.",
            example: "changes: weekly",
            aliases: &[
                "update_frequency",
                "frequency",
                "updates",
                "updated",
                "refresh",
                "volatility",
                "更新频率",
                "变化频率",
            ],
        },
    ],
    children: &[&RETRIEVAL],
    content: Content::Fixed,
};

/// The `retrieval` block.
pub static RETRIEVAL: Block = Block {
    name: "retrieval",
    question: "how facts are fetched",
    doc: "How passages are cut, found and handed to the model. When answers are wrong although the facts exist, look \
          here first: a model can only make a good story out of bad passages, and training makes the story smoother.",
    example: r#"retrieval {
  index:          "policy handbook, rebuilt every night"
  chunking:       section
  self_contained: true
  top_k:          4
  rerank:         true
  on_conflict:    newest
  on_missing:     escalate
}"#,
    aliases: &["rag", "search", "retriever", "lookup", "检索", "检索增强"],
    count: Count::One,
    label: LabelKind::None,
    attributes: &[
        Attribute {
            name: "index",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "What is searched, and how it is kept up to date.",
            example: "index: \"policy handbook, rebuilt every night\"",
            aliases: &["store", "vector_store", "database", "corpus", "documents", "索引", "向量库"],
        },
        Attribute {
            name: "chunking",
            ty: Type::Word(Chunking::set),
            many: false,
            absence: Absence::Optional,
            doc: "How documents are cut into passages. A cut through the middle of a condition leaves half a rule \
                  that reads like a whole one.",
            example: "chunking: section",
            aliases: &["chunk", "chunks", "splitting", "splitter", "segmentation", "切分", "分块"],
        },
        Attribute {
            name: "self_contained",
            ty: Type::Bool,
            many: false,
            absence: Absence::Optional,
            doc: "Whether each passage makes sense alone: it says what it is about, which product and which date. \
                  Read ten of them at random to find out.",
            example: "self_contained: true",
            aliases: &["standalone", "independent", "readable_alone", "独立可读", "自包含"],
        },
        Attribute {
            name: "top_k",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            doc: "How many passages go into one call. More is not safer: beyond a few, they begin to contradict each \
                  other.",
            example: "top_k: 4",
            aliases: &["k", "topk", "limit", "passages", "n_results", "召回数", "返回条数"],
        },
        Attribute {
            name: "rerank",
            ty: Type::Bool,
            many: false,
            absence: Absence::Optional,
            doc: "Whether a second step sorts the passages found and drops the weak ones.",
            example: "rerank: true",
            aliases: &["reranker", "reranking", "rerank_model", "重排", "重排序"],
        },
        Attribute {
            name: "on_conflict",
            ty: Type::Word(OnConflict::set),
            many: false,
            absence: Absence::Optional,
            doc: "What happens when two passages disagree. Decide it here, or the model will decide it anew in each \
                  answer.",
            example: "on_conflict: newest",
            aliases: &["conflict", "conflicts", "contradiction", "contradictions", "冲突", "证据冲突"],
        },
        Attribute {
            name: "on_missing",
            ty: Type::Word(OnMissing::set),
            many: false,
            absence: Absence::Optional,
            doc: "What happens when nothing fitting is found. Left to itself, the model answers anyway.",
            example: "on_missing: escalate",
            aliases: &["missing", "no_result", "no_results", "not_found", "empty", "无结果", "未命中"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};

words! {
    /// Where the facts in an answer come from.
    pub enum Source, "source of facts" / "事实来源" {
        None "none" ["nothing", "no", "无", "没有"] "The answers hold no facts that could be wrong, as in a change of tone.",
        Input "input" ["context", "request", "given", "document", "输入", "上下文"] "The facts come with each call: the document, the record, the schema.",
        Prompt "prompt" ["system_prompt", "instruction", "提示词", "提示"] "They are few and lasting, and stand in the fixed prompt.",
        Retrieval "retrieval" ["rag", "search", "vector_db", "检索", "检索增强"] "They are looked up for each call in documents that you keep current.",
        Tools "tools" ["tool", "api", "database", "function_calling", "工具", "数据库", "接口"] "They are fetched from live systems: an order database, a price service.",
        Weights "weights" ["model", "training", "memory", "parameters", "finetuning", "参数", "权重", "模型记忆"] "The model is to remember them from training. It will not do so reliably: look them up.",
    }
}

words! {
    /// How often facts change, slow to fast: a later word is a faster pace.
    pub enum Changes, "pace of change" / "更新频率" {
        Never "never" ["static", "constant", "fixed", "从不", "不变"] "They do not change while the model is in use.",
        Yearly "yearly" ["year", "annual", "annually", "rarely", "每年", "年"] "About once a year, such as tax tables.",
        Monthly "monthly" ["month", "每月", "月"] "About once a month or once a quarter, such as price lists.",
        Weekly "weekly" ["week", "often", "每周", "周"] "About once a week, such as offers and policies under revision.",
        Daily "daily" ["day", "每天", "每日", "日"] "Every day, such as stock and news.",
        Hourly "hourly" ["hour", "realtime", "real_time", "live", "constantly", "实时", "每小时"] "Within the day, such as the state of an order.",
    }
}

words! {
    /// How documents are cut into passages.
    pub enum Chunking, "way of cutting" / "切分方式" {
        Section "section" ["heading", "headings", "chapter", "structure", "章节", "按标题"] "Along the document's own headings. A good first choice.",
        Paragraph "paragraph" ["paragraphs", "passage", "段落"] "One or a few paragraphs each. Check that they say what they are about.",
        Fixed "fixed" ["fixed_size", "tokens", "characters", "window", "sliding_window", "固定长度", "定长"] "Every so many characters, wherever that falls. Make sure that the pieces can be read alone.",
        Semantic "semantic" ["meaning", "embedding", "topic", "语义"] "Where the topic changes, as a model sees it.",
        Document "document" ["whole", "full", "none", "page", "整篇", "全文", "文档"] "Not cut at all: documents short enough to be given whole.",
    }
}

words! {
    /// What happens when two passages disagree.
    pub enum OnConflict, "way to settle a conflict" / "冲突处理方式" {
        Newest "newest" ["latest", "recent", "most_recent", "最新"] "The newer one counts; passages carry their dates.",
        Authoritative "authoritative" ["trusted", "official", "priority", "权威", "优先级"] "The source that ranks higher counts; the ranking is written down.",
        CiteAll "cite_all" ["cite", "show_both", "show_all", "list_all", "全部引用", "列出"] "The answer shows both and says where each is from.",
        Abstain "abstain" ["refuse", "decline", "no_answer", "不答", "拒答"] "No answer on that point.",
        Escalate "escalate" ["human", "handoff", "hand_over", "转人工", "升级"] "A person decides.",
        Unhandled "unhandled" ["nothing", "ignore", "unknown", "none", "model", "未处理", "不处理"] "Nobody has decided this yet: the model picks one as it likes.",
    }
}

words! {
    /// What happens when nothing fitting is found.
    pub enum OnMissing, "way to go on without passages" / "检索落空时的做法" {
        Refuse "refuse" ["decline", "abstain", "no_answer", "拒答", "拒绝"] "It says that it cannot answer this.",
        Escalate "escalate" ["human", "handoff", "hand_over", "转人工", "升级"] "A person takes over.",
        Ask "ask" ["clarify", "clarification", "question", "追问", "澄清"] "It asks back for what is missing.",
        Answer "answer" ["guess", "continue", "proceed", "ignore", "照答", "继续回答"] "It answers without evidence. Choose this only where a wrong answer is harmless.",
    }
}
