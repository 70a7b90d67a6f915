//! The vocabularies of `data`.

use crate::word::words;

words! {
    /// What the examples of a data block are for.
    pub enum Role, "role of a data block" / "数据用途" {
        Train "train" ["training", "fit", "sft", "训练", "训练集"] "Examples that teach the behaviour.",
        Replay "replay" ["rehearsal", "general", "mix", "mixin", "回放", "通用数据"] "General examples mixed in, so that the model keeps what it could do before.",
        Validation "validation" ["val", "valid", "dev", "eval", "验证", "验证集"] "Looked at during training, to choose settings. Do not report results on it.",
        Test "test" ["holdout", "held_out", "heldout", "测试", "测试集"] "Kept away from training and from choosing settings; used only to judge.",
        Probe "probe" ["red_team", "stress", "traps", "challenge", "adversarial", "探针", "探针集", "风险探针"] "Hard and dangerous inputs, collected to find out where the model goes wrong.",
    }
}

words! {
    /// How the files of a data block are written.
    pub enum DataFormat, "data format" / "数据格式" {
        Alpaca "alpaca" ["instruction", "stanford_alpaca"] "Records with instruction, input and output.",
        Sharegpt "sharegpt" ["conversations", "chat", "multi_turn", "多轮对话"] "Conversations as lists of turns with a speaker each.",
        Openai "openai" ["messages", "chatml", "chat_completion"] "Lists of messages with role and content.",
        PromptCompletion "prompt_completion" ["completion", "prompt_response", "input_output", "qa", "问答对"] "Pairs of prompt and completion.",
        Preference "preference" ["pairs", "dpo", "chosen_rejected", "ranking", "偏好", "偏好对"] "A prompt with a better and a worse answer; what DPO and its like need.",
        Text "text" ["txt", "plain", "raw", "plaintext", "纯文本", "文本"] "Running text without marked answers.",
        Csv "csv" ["tsv", "table", "excel", "spreadsheet", "表格"] "A table of text; say in a comment what its columns are.",
        Parquet "parquet" ["arrow", "huggingface", "hf"] "A table in the Parquet format.",
    }
}

words! {
    /// How far people have looked at the examples.
    pub enum Quality, "state of review" / "审核状态" {
        Reviewed "reviewed" ["checked", "clean", "cleaned", "curated", "verified", "gold", "high", "已审核", "已复核", "高质量"] "People read them, and mended or removed the bad ones.",
        Mixed "mixed" ["partial", "partly", "sampled", "medium", "部分", "混合"] "Some were read, others taken over as they came.",
        Raw "raw" ["unreviewed", "unchecked", "none", "noisy", "low", "原始", "未审核", "未清洗"] "Nobody has looked yet.",
    }
}

words! {
    /// How the agreement of annotators was computed.
    pub enum AgreementKind, "measure of agreement" / "一致性度量" {
        Kappa "kappa" ["cohen", "cohens_kappa", "fleiss", "fleiss_kappa"] "Cohen's or Fleiss' kappa: agreement beyond chance.",
        Alpha "alpha" ["krippendorff", "krippendorffs_alpha"] "Krippendorff's alpha: beyond chance, also with gaps and with ordered labels.",
        Percent "percent" ["percentage", "accuracy", "raw", "overlap", "match", "百分比"] "The plain share of equal labels. High by chance where one label is common.",
        F1 "f1" ["f_score", "fscore", "span_f1"] "The overlap of marked spans, as for names in a text.",
    }
}

words! {
    /// A way in which examples differ from each other.
    pub enum CoversKind, "kind of variety" / "多样性维度" {
        Length "length" ["lengths", "size", "short_long", "长度"] "Short and long inputs, single turns and many.",
        Style "style" ["tone", "wording", "register", "phrasing", "风格", "文风"] "Polite, angry, clumsy, formal: the ways in which people write.",
        Topic "topic" ["topics", "subject", "domain", "intent", "主题", "话题"] "The subjects that come up, the rare ones too.",
        Language "language" ["languages", "locale", "multilingual", "dialect", "语言", "语种"] "The languages and mixtures of languages that real inputs come in.",
        EdgeCase "edge_case" ["edge_cases", "edge", "boundary", "corner_case", "边界", "边界情况"] "Inputs close to a limit, where a small change turns the right answer.",
        Malformed "malformed" ["broken", "invalid", "noisy", "incomplete", "adversarial", "异常", "残缺", "不规范"] "Broken, incomplete or misleading inputs.",
    }
}

words! {
    /// Who or what wrote the examples.
    pub enum Provenance, "provenance" / "数据出处" {
        Human "human" ["manual", "annotators", "expert", "experts", "handwritten", "人工", "专家"] "Written by people for this purpose.",
        Production "production" ["logs", "real", "traffic", "live", "users", "线上", "日志", "真实"] "Taken from real use. Mind the privacy of the people in it.",
        Public "public" ["open", "open_source", "web", "internet", "huggingface", "公开", "开源"] "A published data set. The base model may have seen it already; mind its licence.",
        Synthetic "synthetic" ["generated", "model", "llm", "distilled", "artificial", "合成", "模型生成"] "Written by a model. Read a good part of it: one mistake of the teacher comes a thousand times.",
    }
}

words! {
    /// How examples were divided between training and test.
    pub enum SplitBy, "way of splitting" / "划分方式" {
        Random "random" ["shuffle", "shuffled", "row", "随机"] "Each example by chance. Near copies land on both sides.",
        Document "document" ["file", "source", "article", "文档"] "All examples of one document on the same side.",
        User "user" ["customer", "person", "author", "account", "patient", "用户", "客户"] "All examples of one person on the same side.",
        Time "time" ["date", "temporal", "chronological", "时间"] "The older ones teach, the newer ones judge: closest to real use.",
        Topic "topic" ["subject", "category", "intent", "product", "主题", "话题"] "Whole topics are kept for the test: shows what carries over to new ones.",
        Schema "schema" ["database", "template", "table", "structure", "模式", "结构"] "Whole schemas or templates are kept for the test, as for queries on unseen databases.",
    }
}

words! {
    /// Whether personal data is in the examples.
    pub enum PersonalData, "state of personal data" / "个人信息状态" {
        None "none" ["no", "never", "absent", "无", "没有"] "There never was any.",
        Removed "removed" ["anonymized", "anonymised", "masked", "redacted", "scrubbed", "pseudonymized", "已脱敏", "脱敏", "匿名"] "It was there and was taken out or masked.",
        Present "present" ["yes", "included", "contains", "some", "有", "存在", "包含"] "It is in the examples. Expect to be asked why, and by which right.",
    }
}
