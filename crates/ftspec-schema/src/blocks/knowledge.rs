//! `knowledge`: where the facts in an answer come from.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

/// The `knowledge` block.
pub static KNOWLEDGE: Block = Block {
    name: "knowledge",
    question: "where the facts in an answer come from",
    question_zh: "答案里的事实从哪里来",
    doc: "Say for every fact in an answer how it gets there. Training shapes how a model answers, and it is a poor \
          place to store what is true: facts change, and a trained one can be neither corrected nor cited. Facts \
          that come in with the call can.",
    doc_zh: "答案里的每一类事实，都要写明是怎么来的。训练塑造的是模型怎样回答，并不适合用来存放事实：事实会变，训练进去\
             的既改不了，也给不出出处。随调用带进来的事实就可以。",
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
            zh: "事实来源",
            doc: "Where facts come from at the time of the call; a list where they come from several places.",
            doc_zh: "调用时事实从哪里来；来自好几处就写成列表。",
            example: "source: [input, retrieval]",
            aliases: &["sources", "from", "origin", "where", "provider", "来源", "出处"],
        },
        Attribute {
            name: "facts",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "所需事实",
            doc: "Which facts an answer needs: prices, order states, policies, names. Listing them shows quickly \
                  which ones would go stale.",
            doc_zh: "答案需要哪些事实：价格、订单状态、规定、名称。列出来，很快就看得出哪些会过时。",
            example: "facts: \"order state, refund policy\"",
            aliases: &["content", "what", "topics", "contains", "事实", "内容"],
        },
        Attribute {
            name: "changes",
            ty: Type::Word(Changes::set),
            many: false,
            absence: Absence::Optional,
            zh: "更新频率",
            doc: "How often these facts change; where they differ, the fastest of them. What changes by the month is \
                  out of date before the training is paid for.",
            doc_zh: "这些事实多久变一次；快慢不一时，写最快的。按月变化的事实，训练的钱还没花完就已经过时。",
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
    question_zh: "事实怎样查到",
    doc: "How passages are cut, found and handed to the model. When answers are wrong although the facts exist, look \
          here first: a model can only make a good story out of bad passages, and training makes the story smoother.",
    doc_zh: "段落怎样切分、怎样查找、怎样交给模型。事实明明有、答案却错了，先查这里：段落不好，模型只能编出一个合理的故\
             事，训练只会让故事更顺口。",
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
            zh: "检索库",
            doc: "What is searched, and how it is kept up to date.",
            doc_zh: "查的是什么库，怎样保持更新。",
            example: "index: \"policy handbook, rebuilt every night\"",
            aliases: &["store", "vector_store", "database", "corpus", "documents", "索引", "向量库"],
        },
        Attribute {
            name: "chunking",
            ty: Type::Word(Chunking::set),
            many: false,
            absence: Absence::Optional,
            zh: "切分方式",
            doc: "How documents are cut into passages. A cut through the middle of a condition leaves half a rule \
                  that reads like a whole one.",
            doc_zh: "文档怎样切成段落。从一个条件中间切开，剩下的半条规则读起来也像整条。",
            example: "chunking: section",
            aliases: &["chunk", "chunks", "splitting", "splitter", "segmentation", "切分", "分块"],
        },
        Attribute {
            name: "self_contained",
            ty: Type::Bool,
            many: false,
            absence: Absence::Optional,
            zh: "可独立理解",
            doc: "Whether each passage makes sense alone: it says what it is about, which product and which date. \
                  Read ten of them at random to find out.",
            doc_zh: "每一段单独拿出来是否读得懂：讲的是什么，哪个产品，哪个日期。随机读十段就知道了。",
            example: "self_contained: true",
            aliases: &["standalone", "independent", "readable_alone", "独立可读", "自包含"],
        },
        Attribute {
            name: "top_k",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            zh: "召回段数",
            doc: "How many passages go into one call. More is not safer: beyond a few, they begin to contradict each \
                  other.",
            doc_zh: "一次调用放进多少段。多并不更安全：超过几段，就会开始互相矛盾。",
            example: "top_k: 4",
            aliases: &["k", "topk", "limit", "passages", "n_results", "召回数", "返回条数"],
        },
        Attribute {
            name: "rerank",
            ty: Type::Bool,
            many: false,
            absence: Absence::Optional,
            zh: "重排序",
            doc: "Whether a second step sorts the passages found and drops the weak ones.",
            doc_zh: "是否再做一步，给查到的段落排序，去掉不相关的。",
            example: "rerank: true",
            aliases: &["reranker", "reranking", "rerank_model", "重排", "重排序"],
        },
        Attribute {
            name: "on_conflict",
            ty: Type::Word(OnConflict::set),
            many: false,
            absence: Absence::Optional,
            zh: "冲突处理",
            doc: "What happens when two passages disagree. Decide it here, or the model will decide it anew in each \
                  answer.",
            doc_zh: "两段互相矛盾时怎么办。在这里定好，否则模型会在每次回答时自己另定一遍。",
            example: "on_conflict: newest",
            aliases: &["conflict", "conflicts", "contradiction", "contradictions", "冲突", "证据冲突"],
        },
        Attribute {
            name: "on_missing",
            ty: Type::Word(OnMissing::set),
            many: false,
            absence: Absence::Optional,
            zh: "未命中处理",
            doc: "What happens when nothing fitting is found. Left to itself, the model answers anyway.",
            doc_zh: "查不到合适的段落时怎么办。不管的话，模型会照答。",
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
        None "none" ["nothing", "no", "无", "没有"]
            "The answers hold no facts that could be wrong, as in a change of tone."
            "不涉及事实": "答案里没有会出错的事实，例如只改语气。",
        Input "input" ["context", "request", "given", "document", "输入", "上下文"]
            "The facts come with each call: the document, the record, the schema."
            "随输入带来": "事实随每次调用一起给出：文档、记录、表结构。",
        Prompt "prompt" ["system_prompt", "instruction", "提示词", "提示"]
            "They are few and lasting, and stand in the fixed prompt."
            "固定提示词": "事实不多又长期不变，写在固定的提示词里。",
        Retrieval "retrieval" ["rag", "search", "vector_db", "检索", "检索增强"]
            "They are looked up for each call in documents that you keep current."
            "检索": "每次调用时，到持续更新的文档里去查。",
        Tools "tools" ["tool", "api", "database", "function_calling", "工具", "数据库", "接口"]
            "They are fetched from live systems: an order database, a price service."
            "实时系统": "从在线系统里取：订单数据库、价格服务。",
        Weights "weights" ["model", "training", "memory", "parameters", "finetuning", "参数", "权重", "模型记忆"]
            "The model is to remember them from training. It will not do so reliably: look them up."
            "模型权重": "指望模型靠训练记住。它记不牢：应该去查。",
    }
}

words! {
    /// How often facts change, slow to fast: a later word is a faster pace.
    pub enum Changes, "pace of change" / "更新频率" {
        Never "never" ["static", "constant", "fixed", "从不", "不变"]
            "They do not change while the model is in use."
            "从不变化": "模型使用期间不会变。",
        Yearly "yearly" ["year", "annual", "annually", "rarely", "每年", "年"]
            "About once a year, such as tax tables."
            "每年变化": "大约一年变一次，例如税率表。",
        Monthly "monthly" ["month", "每月", "月"]
            "About once a month or once a quarter, such as price lists."
            "每月变化": "大约每月或每季度变一次，例如价目表。",
        Weekly "weekly" ["week", "often", "每周", "周"]
            "About once a week, such as offers and policies under revision."
            "每周变化": "大约每周变一次，例如促销活动和修订中的规定。",
        Daily "daily" ["day", "每天", "每日", "日"]
            "Every day, such as stock and news."
            "每天变化": "每天都变，例如库存和新闻。",
        Hourly "hourly" ["hour", "realtime", "real_time", "live", "constantly", "实时", "每小时"]
            "Within the day, such as the state of an order."
            "随时变化": "一天之内就会变，例如订单状态。",
    }
}

words! {
    /// How documents are cut into passages.
    pub enum Chunking, "way of cutting" / "切分方式" {
        Section "section" ["heading", "headings", "chapter", "structure", "章节", "按标题"]
            "Along the document's own headings. A good first choice."
            "按章节切分": "按文档自己的标题来切。适合作为首选。",
        Paragraph "paragraph" ["paragraphs", "passage", "段落"]
            "One or a few paragraphs each. Check that they say what they are about."
            "按段落切分": "每段由一个或几个自然段组成。要检查每一段是否写清了在讲什么。",
        Fixed "fixed" ["fixed_size", "tokens", "characters", "window", "sliding_window", "固定长度", "定长"]
            "Every so many characters, wherever that falls. Make sure that the pieces can be read alone."
            "按固定长度": "到了固定字数就切，不管切在哪里。要确保每一块都能单独读懂。",
        Semantic "semantic" ["meaning", "embedding", "topic", "语义"]
            "Where the topic changes, as a model sees it."
            "按语义切分": "由模型判断，在话题转换的地方切。",
        Document "document" ["whole", "full", "none", "page", "整篇", "全文", "文档"]
            "Not cut at all: documents short enough to be given whole."
            "不切分": "完全不切：文档够短，可以整篇给模型。",
    }
}

words! {
    /// What happens when two passages disagree.
    pub enum OnConflict, "way to settle a conflict" / "冲突处理方式" {
        Newest "newest" ["latest", "recent", "most_recent", "最新"]
            "The newer one counts; passages carry their dates."
            "以较新为准": "以较新的为准；段落要带上日期。",
        Authoritative "authoritative" ["trusted", "official", "priority", "权威", "优先级"]
            "The source that ranks higher counts; the ranking is written down."
            "以权威为准": "以级别更高的来源为准；级别要事先写明。",
        CiteAll "cite_all" ["cite", "show_both", "show_all", "list_all", "全部引用", "列出"]
            "The answer shows both and says where each is from."
            "全部列出": "答案把两种说法都列出来，并注明各自出处。",
        Abstain "abstain" ["refuse", "decline", "no_answer", "不答", "拒答"]
            "No answer on that point."
            "这点不答": "对这一点不作答。",
        Escalate "escalate" ["human", "handoff", "hand_over", "转人工", "升级"]
            "A person decides."
            "转人工": "由人来决定。",
        Unhandled "unhandled" ["nothing", "ignore", "unknown", "none", "model", "未处理", "不处理"]
            "Nobody has decided this yet: the model picks one as it likes."
            "尚未处理": "还没有人定过：由模型自己随意挑一个。",
    }
}

words! {
    /// What happens when nothing fitting is found.
    pub enum OnMissing, "way to go on without passages" / "检索落空时的做法" {
        Refuse "refuse" ["decline", "abstain", "no_answer", "拒答", "拒绝"]
            "It says that it cannot answer this."
            "拒答": "说明这个问题答不了。",
        Escalate "escalate" ["human", "handoff", "hand_over", "转人工", "升级"]
            "A person takes over."
            "转人工": "由人接手。",
        Ask "ask" ["clarify", "clarification", "question", "追问", "澄清"]
            "It asks back for what is missing."
            "追问": "反过来追问缺少的信息。",
        Answer "answer" ["guess", "continue", "proceed", "ignore", "照答", "继续回答"]
            "It answers without evidence. Choose this only where a wrong answer is harmless."
            "照答": "没有证据也照答。只有答错也无害时才选这个。",
    }
}
