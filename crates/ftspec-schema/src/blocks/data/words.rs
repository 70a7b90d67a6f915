//! The vocabularies of `data`.

use crate::word::words;

words! {
    /// What the examples of a data block are for.
    pub enum Role, "role of a data block" / "数据用途" {
        Train "train" ["training", "fit", "sft", "训练", "训练集"]
            "Examples that teach the behaviour."
            "训练集": "教会模型这种行为的样本。",
        Replay "replay" ["rehearsal", "general", "mix", "mixin", "回放", "通用数据"]
            "General examples mixed in, so that the model keeps what it could do before."
            "回放集": "掺进来的通用样本，让模型保住原有的能力。",
        Validation "validation" ["val", "valid", "dev", "eval", "验证", "验证集"]
            "Looked at during training, to choose settings. Do not report results on it."
            "验证集": "训练过程中用来选参数的。不要用它报告结果。",
        Test "test" ["holdout", "held_out", "heldout", "测试", "测试集"]
            "Kept away from training and from choosing settings; used only to judge."
            "测试集": "不参与训练，也不用来选参数，只用来评判。",
        Probe "probe" ["red_team", "stress", "traps", "challenge", "adversarial", "探针", "探针集", "风险探针"]
            "Hard and dangerous inputs, collected to find out where the model goes wrong."
            "风险探针集": "专门收集的难题和危险输入，用来找出模型会在哪里出错。",
    }
}

words! {
    /// How the files of a data block are written.
    pub enum DataFormat, "data format" / "数据格式" {
        Alpaca "alpaca" as "Alpaca" ["instruction", "stanford_alpaca"]
            "Records with instruction, input and output."
            "Alpaca 格式": "每条记录有 instruction、input 和 output 三个字段。",
        Sharegpt "sharegpt" as "ShareGPT" ["conversations", "chat", "multi_turn", "多轮对话"]
            "Conversations as lists of turns with a speaker each."
            "ShareGPT 格式": "每条是一段对话，列出各轮和说话的人。",
        Openai "openai" as "OpenAI messages" ["messages", "chatml", "chat_completion"]
            "Lists of messages with role and content."
            "OpenAI 消息格式": "每条是一组消息，各有 role 和 content。",
        PromptCompletion "prompt_completion" as "prompt and completion" ["completion", "prompt_response", "input_output", "qa", "问答对"]
            "Pairs of prompt and completion."
            "问答对": "一条提示词配一条回答。",
        Preference "preference" as "preference pairs" ["pairs", "dpo", "chosen_rejected", "ranking", "偏好", "偏好对"]
            "A prompt with a better and a worse answer; what DPO and its like need."
            "偏好对": "一条提示词配一好一差两个回答；DPO 这类方法需要它。",
        Text "text" as "plain text" ["txt", "plain", "raw", "plaintext", "纯文本", "文本"]
            "Running text without marked answers."
            "纯文本": "连续的文本，没有标出哪些是答案。",
        Csv "csv" as "CSV" ["tsv", "table", "excel", "spreadsheet", "表格"]
            "A table of text; say in a comment what its columns are."
            "CSV 表格": "文本表格；请用注释写明各列是什么。",
        Parquet "parquet" as "Parquet" ["arrow", "huggingface", "hf"]
            "A table in the Parquet format."
            "Parquet 表格": "Parquet 格式的表格。",
    }
}

words! {
    /// How far people have looked at the examples.
    pub enum Quality, "state of review" / "审核状态" {
        Reviewed "reviewed" ["checked", "clean", "cleaned", "curated", "verified", "gold", "high", "已审核", "已复核", "高质量"]
            "People read them, and mended or removed the bad ones."
            "已审核": "有人读过，不好的改了或删了。",
        Mixed "mixed" ["partial", "partly", "sampled", "medium", "部分", "混合"]
            "Some were read, others taken over as they came."
            "部分审核": "一部分有人读过，其余的原样收进来。",
        Raw "raw" ["unreviewed", "unchecked", "none", "noisy", "low", "原始", "未审核", "未清洗"]
            "Nobody has looked yet."
            "未审核": "还没有人看过。",
    }
}

words! {
    /// How the agreement of annotators was computed.
    pub enum AgreementKind, "measure of agreement" / "一致性度量" {
        Kappa "kappa" ["cohen", "cohens_kappa", "fleiss", "fleiss_kappa"]
            "Cohen's or Fleiss' kappa: agreement beyond chance."
            "Kappa 系数": "Cohen 或 Fleiss 的 kappa：扣除碰巧一致之后的一致程度。",
        Alpha "alpha" ["krippendorff", "krippendorffs_alpha"]
            "Krippendorff's alpha: beyond chance, also with gaps and with ordered labels."
            "Alpha 系数": "Krippendorff 的 alpha：同样扣除碰巧一致，有缺漏或标签有顺序时也能用。",
        Percent "percent" as "percentage" ["percentage", "accuracy", "raw", "overlap", "match", "百分比"]
            "The plain share of equal labels. High by chance where one label is common."
            "一致百分比": "标签相同的比例。某个标签特别常见时，碰巧也会很高。",
        F1 "f1" as "F1" ["f_score", "fscore", "span_f1"]
            "The overlap of marked spans, as for names in a text."
            "F1": "标出的片段彼此重合的程度，例如文本里的人名。",
    }
}

words! {
    /// A way in which examples differ from each other.
    pub enum CoversKind, "kind of variety" / "多样性维度" {
        Length "length" ["lengths", "size", "short_long", "长度"]
            "Short and long inputs, single turns and many."
            "长度": "长的短的输入，单轮的和多轮的。",
        Style "style" ["tone", "wording", "register", "phrasing", "风格", "文风"]
            "Polite, angry, clumsy, formal: the ways in which people write."
            "说法": "客气的、生气的、词不达意的、正式的：人们各种各样的写法。",
        Topic "topic" ["topics", "subject", "domain", "intent", "主题", "话题"]
            "The subjects that come up, the rare ones too."
            "主题": "会遇到的各种主题，少见的也算。",
        Language "language" ["languages", "locale", "multilingual", "dialect", "语言", "语种"]
            "The languages and mixtures of languages that real inputs come in."
            "语种": "真实输入用到的各种语言，混着用的也算。",
        EdgeCase "edge_case" as "edge cases" ["edge_cases", "edge", "boundary", "corner_case", "边界", "边界情况"]
            "Inputs close to a limit, where a small change turns the right answer."
            "边界情况": "贴着界线的输入，稍微一变，正确答案就变了。",
        Malformed "malformed" as "malformed inputs" ["broken", "invalid", "noisy", "incomplete", "adversarial", "异常", "残缺", "不规范"]
            "Broken, incomplete or misleading inputs."
            "异常输入": "残缺、不完整或误导人的输入。",
    }
}

words! {
    /// Who or what wrote the examples.
    pub enum Provenance, "provenance" / "数据出处" {
        Human "human" ["manual", "annotators", "expert", "experts", "handwritten", "人工", "专家"]
            "Written by people for this purpose."
            "人工撰写": "由人专门为此撰写。",
        Production "production" ["logs", "real", "traffic", "live", "users", "线上", "日志", "真实"]
            "Taken from real use. Mind the privacy of the people in it."
            "线上真实数据": "取自真实使用。注意其中涉及的个人隐私。",
        Public "public" ["open", "open_source", "web", "internet", "huggingface", "公开", "开源"]
            "A published data set. The base model may have seen it already; mind its licence."
            "公开数据集": "公开发布的数据集。基座模型可能早就见过；注意它的许可条款。",
        Synthetic "synthetic" ["generated", "model", "llm", "distilled", "artificial", "合成", "模型生成"]
            "Written by a model. Read a good part of it: one mistake of the teacher comes a thousand times."
            "模型合成": "由模型写成。要读掉其中相当一部分：老师模型的一个错误会出现上千遍。",
    }
}

words! {
    /// How examples were divided between training and test.
    pub enum SplitBy, "way of splitting" / "划分方式" {
        Random "random" ["shuffle", "shuffled", "row", "随机"]
            "Each example by chance. Near copies land on both sides."
            "随机划分": "每条样本随机分配。相近的副本会同时落在两边。",
        Document "document" ["file", "source", "article", "文档"]
            "All examples of one document on the same side."
            "按文档划分": "同一份文档的样本都放在同一边。",
        User "user" ["customer", "person", "author", "account", "patient", "用户", "客户"]
            "All examples of one person on the same side."
            "按用户划分": "同一个人的样本都放在同一边。",
        Time "time" ["date", "temporal", "chronological", "时间"]
            "The older ones teach, the newer ones judge: closest to real use."
            "按时间划分": "旧的用来教，新的用来评：最接近真实使用。",
        Topic "topic" ["subject", "category", "intent", "product", "主题", "话题"]
            "Whole topics are kept for the test: shows what carries over to new ones."
            "按主题划分": "整个主题留作测试：看学到的东西能否用到新主题上。",
        Schema "schema" ["database", "template", "table", "structure", "模式", "结构"]
            "Whole schemas or templates are kept for the test, as for queries on unseen databases."
            "按结构划分": "整个表结构或模板留作测试，例如在没见过的数据库上写查询。",
    }
}

words! {
    /// Whether personal data is in the examples.
    pub enum PersonalData, "state of personal data" / "个人信息状态" {
        None "none" ["no", "never", "absent", "无", "没有"]
            "There never was any."
            "不含": "从来就没有个人信息。",
        Removed "removed" ["anonymized", "anonymised", "masked", "redacted", "scrubbed", "pseudonymized", "已脱敏", "脱敏", "匿名"]
            "It was there and was taken out or masked."
            "已脱敏": "原来有，已经删掉或遮盖。",
        Present "present" ["yes", "included", "contains", "some", "有", "存在", "包含"]
            "It is in the examples. Expect to be asked why, and by which right."
            "仍包含": "样本里有个人信息。一定会有人问为什么、依据什么。",
    }
}
