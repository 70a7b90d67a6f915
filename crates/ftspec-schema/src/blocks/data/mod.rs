//! `data`: what teaches the behaviour and what judges it.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::Enumerated;

mod words;

pub use words::{AgreementKind, CoversKind, DataFormat, PersonalData, Provenance, Quality, Role, SplitBy};

/// The `data` block.
pub static DATA: Block = Block {
    name: "data",
    question: "what teaches it and what judges it",
    question_zh: "用什么来教，用什么来评",
    doc: "One set of examples with one role. A model learns whatever leans through its data, and learns it more \
          firmly the longer it trains; so say where the examples come from, who looked at them, and how many of them \
          show the hard cases. Keep what teaches and what judges in separate blocks.",
    doc_zh: "一组样本，只有一种用途。数据往哪边偏，模型就学成哪边，训得越久学得越牢；所以要写明样本从哪里来、谁看过、难\
             的情况有多少条。教的和评的要分在不同的块里。",
    example: r#"data tickets {
  role:     train
  path:     "data/tickets.jsonl"
  format:   sharegpt
  examples: 8_200
  quality:  reviewed
  labeling {
    guide:      "docs/labeling.md"
    annotators: 3
    agreement:  0.82
  }
  boundary:        12%
  largest_pattern: 18%
  covers:          [length, style, topic, edge_case]
}"#,
    aliases: &["dataset", "datasets", "corpus", "training_data", "数据", "数据集", "语料"],
    count: Count::Many,
    label: LabelKind::Required,
    attributes: &[
        Attribute {
            name: "role",
            ty: Type::Word(Role::set),
            many: false,
            absence: Absence::Missing,
            zh: "数据用途",
            doc: "What the examples are for. The same examples never teach and judge.",
            doc_zh: "这些样本用来做什么。同一批样本不能既用来教，又用来评。",
            example: "role: train",
            aliases: &["type", "kind", "split", "purpose", "use", "用途", "角色"],
        },
        Attribute {
            name: "path",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            zh: "文件路径",
            doc: "Where the files are, as seen from this file; several files or a pattern may stand there. Test \
                  files that are also training files are found by this line.",
            doc_zh: "文件在哪里，以本文件所在位置为准；可以写多个文件或通配符。测试文件同时也是训练文件的，靠这一行查出\
                     来。",
            example: "path: \"data/tickets.jsonl\"",
            aliases: &["paths", "file", "files", "location", "url", "路径", "文件"],
        },
        Attribute {
            name: "format",
            ty: Type::Word(DataFormat::set),
            many: false,
            absence: Absence::Optional,
            zh: "数据格式",
            doc: "How the files are written.",
            doc_zh: "文件用什么格式写成。",
            example: "format: sharegpt",
            aliases: &["file_format", "template", "layout", "格式", "数据格式"],
        },
        Attribute {
            name: "examples",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            zh: "样本数量",
            doc: "How many examples there are. A few dozen are better spent in a prompt; a few thousand good ones \
                  are a sound start for training.",
            doc_zh: "一共有多少条样本。只有几十条，不如放进提示词；好样本有几千条，才是训练的可靠起点。",
            example: "examples: 8_200",
            aliases: &["count", "size", "rows", "samples", "n", "total", "样本数", "条数", "数量"],
        },
        Attribute {
            name: "sources",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            zh: "采集来源",
            doc: "Where the examples were collected. Two sources labelled by two habits teach the model to waver \
                  between them.",
            doc_zh: "样本是从哪里收集来的。两处来源按两种习惯标注，模型就会学得摇摆不定。",
            example: "sources: [\"tickets 2025\", \"tickets 2026\"]",
            aliases: &["source", "from", "origin", "collected_from", "来源", "数据来源"],
        },
        Attribute {
            name: "quality",
            ty: Type::Word(Quality::set),
            many: false,
            absence: Absence::Optional,
            zh: "数据质量",
            doc: "Whether people have looked at the examples. An hour of reading fifty of them tells more than any \
                  statistic.",
            doc_zh: "有没有人看过这些样本。花一小时读五十条，比任何统计数字都说明问题。",
            example: "quality: reviewed",
            aliases: &["review", "reviewed", "checked", "cleaned", "质量", "数据质量"],
        },
        Attribute {
            name: "boundary",
            ty: Type::Share,
            many: false,
            absence: Absence::Optional,
            zh: "边界样本占比",
            doc: "The share of examples that lie close to a limit: just allowed, or just not any more. Without them \
                  the model learns the answer, but not where to stop.",
            doc_zh: "贴近界线的样本占多少：刚好允许的，或者刚好不允许的。没有它们，模型学会了回答，却没学会在哪里停下\
                     来。",
            example: "boundary: 12%",
            aliases: &["edge", "edge_cases", "borderline", "boundary_cases", "边界", "边界样本"],
        },
        Attribute {
            name: "adversarial",
            ty: Type::Share,
            many: false,
            absence: Absence::Optional,
            zh: "对抗样本占比",
            doc: "The share of inputs that are broken, hostile or misleading. Real users send them from the first \
                  day.",
            doc_zh: "残缺、恶意或误导人的输入占多少。真实用户从第一天起就会发来这样的输入。",
            example: "adversarial: 5%",
            aliases: &["attacks", "attack", "hostile", "red_team", "对抗", "对抗样本"],
        },
        Attribute {
            name: "refusal",
            ty: Type::Share,
            many: false,
            absence: Absence::Optional,
            zh: "拒答样本占比",
            doc: "The share in which the right answer is to decline or to hand over. Too few, and the model answers \
                  everything; too many, and it declines what it could do.",
            doc_zh: "应该拒绝或转人工的样本占多少。太少，模型什么都答；太多，本来能做的它也拒绝。",
            example: "refusal: 8%",
            aliases: &["refusals", "declines", "decline", "rejected", "拒答", "拒答样本"],
        },
        Attribute {
            name: "largest_pattern",
            ty: Type::Share,
            many: false,
            absence: Absence::Optional,
            zh: "最大模式占比",
            doc: "The share of the commonest answer pattern, such as one opening sentence. If half the answers begin \
                  alike, the model learns that opening before anything else.",
            doc_zh: "最常见的回答模式占多少，例如同一句开场白。如果一半的答案开头都一样，模型最先学会的就是这个开头。",
            example: "largest_pattern: 18%",
            aliases: &[
                "dominant",
                "dominant_pattern",
                "top_pattern",
                "majority",
                "most_common",
                "最大模式",
                "主导模式",
            ],
        },
        Attribute {
            name: "duplicates",
            ty: Type::Share,
            many: false,
            absence: Absence::Optional,
            zh: "重复样本占比",
            doc: "The share of examples that repeat another one, word for word or nearly. They count twice in \
                  training and make test results look better than they are.",
            doc_zh: "和别的样本一字不差或几乎相同的占多少。训练时它们被算了两遍，还会让测试结果显得比实际好。",
            example: "duplicates: 1%",
            aliases: &["duplicate", "dupes", "repeats", "duplication", "重复", "重复率"],
        },
        Attribute {
            name: "covers",
            ty: Type::Word(CoversKind::set),
            many: true,
            absence: Absence::Optional,
            zh: "多样性覆盖",
            doc: "In what ways the examples differ from each other. A model that has seen one kind of input knows \
                  one kind of input.",
            doc_zh: "样本在哪些方面各不相同。只见过一种输入的模型，也就只懂这一种。",
            example: "covers: [length, style, topic, edge_case]",
            aliases: &["coverage", "variety", "diversity", "varies", "覆盖", "多样性"],
        },
        Attribute {
            name: "provenance",
            ty: Type::Word(Provenance::set),
            many: true,
            absence: Absence::Optional,
            zh: "数据出处",
            doc: "Who or what wrote the examples. It decides what to check: the rights, the privacy, or the habits \
                  of a teacher model.",
            doc_zh: "样本是谁或什么写的。它决定该查什么：权利、隐私，还是老师模型的习惯。",
            example: "provenance: [human, production]",
            aliases: &["written_by", "made_by", "created_by", "出处", "产生方式"],
        },
        Attribute {
            name: "teacher",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "老师模型",
            doc: "The model that wrote synthetic examples, with its version. Its habits are in the data, and its \
                  terms of use apply.",
            doc_zh: "写合成样本的模型，连同版本。它的习惯都在数据里，它的使用条款也适用。",
            example: "teacher: \"Qwen2.5-72B-Instruct\"",
            aliases: &["teacher_model", "generator", "generated_by", "教师模型", "教师"],
        },
        Attribute {
            name: "split_by",
            ty: Type::Word(SplitBy::set),
            many: false,
            absence: Absence::Optional,
            zh: "划分方式",
            doc: "How examples were divided between training and test. Pieces of one document or of one customer on \
                  both sides make a test easier than reality.",
            doc_zh: "样本怎样分成训练和测试。同一份文档、同一个客户的样本分在两边，测试就会比现实容易。",
            example: "split_by: user",
            aliases: &["splitting", "split_method", "partition", "划分", "划分方式"],
        },
        Attribute {
            name: "licence",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "许可条款",
            doc: "Under which terms the examples may be used for training.",
            doc_zh: "这些样本按什么条款可以用于训练。",
            example: "licence: \"CC BY 4.0\"",
            aliases: &["license", "rights", "terms", "许可", "许可证"],
        },
        Attribute {
            name: "personal_data",
            ty: Type::Word(PersonalData::set),
            many: false,
            absence: Absence::Optional,
            zh: "个人信息",
            doc: "Whether names, addresses or the like are in the examples. A trained model can repeat them to \
                  strangers, and nothing can be deleted from it afterwards.",
            doc_zh: "样本里有没有姓名、地址之类的信息。训练过的模型可能把它们说给陌生人听，而且事后无法从模型里删除。",
            example: "personal_data: removed",
            aliases: &["pii", "privacy", "personal", "gdpr", "个人信息", "隐私"],
        },
        Attribute {
            name: "sha256",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "文件校验和",
            doc: "The checksum of the file, so that a later reader knows which version was meant.",
            doc_zh: "文件的校验和，让以后读的人知道指的是哪个版本。",
            example: "sha256: \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"",
            aliases: &["hash", "checksum", "digest", "md5", "校验", "哈希"],
        },
    ],
    children: &[&LABELING],
    content: Content::Fixed,
};

/// The `labeling` block.
pub static LABELING: Block = Block {
    name: "labeling",
    question: "how labels were made",
    question_zh: "标注是怎样做的",
    doc: "How the wanted answers came about. Where two people following one guide disagree, the model can only learn \
          their average; so measure the agreement before the training, when mending it is cheap.",
    doc_zh: "想要的答案是怎样得来的。两个人按同一份规范标出来都不一样，模型就只能学到两者的平均；所以要在训练之前测一致\
             性，这时候改还便宜。",
    example: r#"labeling {
  guide:      "docs/labeling.md"
  annotators: 3
  agreement:  0.82
}"#,
    aliases: &["labelling", "labels", "annotation", "annotations", "标注", "打标"],
    count: Count::One,
    label: LabelKind::None,
    attributes: &[
        Attribute {
            name: "guide",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "标注规范",
            doc: "The document that says which answer is right and why, with the awkward cases. For synthetic \
                  examples, the prompt or the program that wrote them.",
            doc_zh: "写明哪个答案对、为什么对的文档，棘手的情况也要写。合成样本则写生成它们的提示词或程序。",
            example: "guide: \"docs/labeling.md\"",
            aliases: &["guideline", "guidelines", "instructions", "manual", "rubric", "指南", "标注规范", "规范"],
        },
        Attribute {
            name: "annotators",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            zh: "标注人数",
            doc: "How many people labelled. With one alone, nobody knows how much is that person's taste.",
            doc_zh: "有多少人参与标注。只有一个人，谁也不知道其中有多少是他个人的偏好。",
            example: "annotators: 3",
            aliases: &["labelers", "labellers", "raters", "people", "标注人数", "标注员"],
        },
        Attribute {
            name: "agreement",
            ty: Type::Agreement,
            many: false,
            absence: Absence::Optional,
            zh: "标注一致性",
            doc: "How far they agree on the same examples, labelled apart from each other. Low agreement is a fault \
                  of the guide far more often than of the people.",
            doc_zh: "各自独立标注同一批样本，一致到什么程度。一致性低，多半是规范的问题，很少是人的问题。",
            example: "agreement: 0.82",
            aliases: &["iaa", "consistency", "inter_annotator", "一致性", "标注一致性"],
        },
        Attribute {
            name: "agreement_as",
            ty: Type::Word(AgreementKind::set),
            many: false,
            absence: Absence::Optional,
            zh: "一致性算法",
            doc: "How the agreement was computed. Kappa and alpha take chance into account; plain percentages look \
                  higher.",
            doc_zh: "一致性是怎么算的。kappa 和 alpha 扣除了碰巧一致；单纯的百分比看上去更高。",
            example: "agreement_as: kappa",
            aliases: &["agreement_method", "agreement_metric", "agreement_type", "measured_as", "一致性指标"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};
