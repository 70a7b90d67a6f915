//! `data`: what teaches the behaviour and what judges it.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::Enumerated;

mod words;

pub use words::{AgreementKind, CoversKind, DataFormat, PersonalData, Provenance, Quality, Role, SplitBy};

/// The `data` block.
pub static DATA: Block = Block {
    name: "data",
    question: "what teaches it and what judges it",
    doc: "One set of examples with one role. A model learns whatever leans through its data, and learns it more \
          firmly the longer it trains; so say where the examples come from, who looked at them, and how many of them \
          show the hard cases. Keep what teaches and what judges in separate blocks.",
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
            doc: "What the examples are for. The same examples never teach and judge.",
            example: "role: train",
            aliases: &["type", "kind", "split", "purpose", "use", "用途", "角色"],
        },
        Attribute {
            name: "path",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            doc: "Where the files are, as seen from this file; several files or a pattern may stand there. Test \
                  files that are also training files are found by this line.",
            example: "path: \"data/tickets.jsonl\"",
            aliases: &["paths", "file", "files", "location", "url", "路径", "文件"],
        },
        Attribute {
            name: "format",
            ty: Type::Word(DataFormat::set),
            many: false,
            absence: Absence::Optional,
            doc: "How the files are written.",
            example: "format: sharegpt",
            aliases: &["file_format", "template", "layout", "格式", "数据格式"],
        },
        Attribute {
            name: "examples",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            doc: "How many examples there are. A few dozen are better spent in a prompt; a few thousand good ones \
                  are a sound start for training.",
            example: "examples: 8_200",
            aliases: &["count", "size", "rows", "samples", "n", "total", "样本数", "条数", "数量"],
        },
        Attribute {
            name: "sources",
            ty: Type::Text,
            many: true,
            absence: Absence::Optional,
            doc: "Where the examples were collected. Two sources labelled by two habits teach the model to waver \
                  between them.",
            example: "sources: [\"tickets 2025\", \"tickets 2026\"]",
            aliases: &["source", "from", "origin", "collected_from", "来源", "数据来源"],
        },
        Attribute {
            name: "quality",
            ty: Type::Word(Quality::set),
            many: false,
            absence: Absence::Optional,
            doc: "Whether people have looked at the examples. An hour of reading fifty of them tells more than any \
                  statistic.",
            example: "quality: reviewed",
            aliases: &["review", "reviewed", "checked", "cleaned", "质量", "数据质量"],
        },
        Attribute {
            name: "boundary",
            ty: Type::Share,
            many: false,
            absence: Absence::Optional,
            doc: "The share of examples that lie close to a limit: just allowed, or just not any more. Without them \
                  the model learns the answer, but not where to stop.",
            example: "boundary: 12%",
            aliases: &["edge", "edge_cases", "borderline", "boundary_cases", "边界", "边界样本"],
        },
        Attribute {
            name: "adversarial",
            ty: Type::Share,
            many: false,
            absence: Absence::Optional,
            doc: "The share of inputs that are broken, hostile or misleading. Real users send them from the first \
                  day.",
            example: "adversarial: 5%",
            aliases: &["attacks", "attack", "hostile", "red_team", "对抗", "对抗样本"],
        },
        Attribute {
            name: "refusal",
            ty: Type::Share,
            many: false,
            absence: Absence::Optional,
            doc: "The share in which the right answer is to decline or to hand over. Too few, and the model answers \
                  everything; too many, and it declines what it could do.",
            example: "refusal: 8%",
            aliases: &["refusals", "declines", "decline", "rejected", "拒答", "拒答样本"],
        },
        Attribute {
            name: "largest_pattern",
            ty: Type::Share,
            many: false,
            absence: Absence::Optional,
            doc: "The share of the commonest answer pattern, such as one opening sentence. If half the answers begin \
                  alike, the model learns that opening before anything else.",
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
            doc: "The share of examples that repeat another one, word for word or nearly. They count twice in \
                  training and make test results look better than they are.",
            example: "duplicates: 1%",
            aliases: &["duplicate", "dupes", "repeats", "duplication", "重复", "重复率"],
        },
        Attribute {
            name: "covers",
            ty: Type::Word(CoversKind::set),
            many: true,
            absence: Absence::Optional,
            doc: "In what ways the examples differ from each other. A model that has seen one kind of input knows \
                  one kind of input.",
            example: "covers: [length, style, topic, edge_case]",
            aliases: &["coverage", "variety", "diversity", "varies", "覆盖", "多样性"],
        },
        Attribute {
            name: "provenance",
            ty: Type::Word(Provenance::set),
            many: true,
            absence: Absence::Optional,
            doc: "Who or what wrote the examples. It decides what to check: the rights, the privacy, or the habits \
                  of a teacher model.",
            example: "provenance: [human, production]",
            aliases: &["written_by", "made_by", "created_by", "出处", "产生方式"],
        },
        Attribute {
            name: "teacher",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "The model that wrote synthetic examples, with its version. Its habits are in the data, and its \
                  terms of use apply.",
            example: "teacher: \"Qwen2.5-72B-Instruct\"",
            aliases: &["teacher_model", "generator", "generated_by", "教师模型", "教师"],
        },
        Attribute {
            name: "split_by",
            ty: Type::Word(SplitBy::set),
            many: false,
            absence: Absence::Optional,
            doc: "How examples were divided between training and test. Pieces of one document or of one customer on \
                  both sides make a test easier than reality.",
            example: "split_by: user",
            aliases: &["splitting", "split_method", "partition", "划分", "划分方式"],
        },
        Attribute {
            name: "licence",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "Under which terms the examples may be used for training.",
            example: "licence: \"CC BY 4.0\"",
            aliases: &["license", "rights", "terms", "许可", "许可证"],
        },
        Attribute {
            name: "personal_data",
            ty: Type::Word(PersonalData::set),
            many: false,
            absence: Absence::Optional,
            doc: "Whether names, addresses or the like are in the examples. A trained model can repeat them to \
                  strangers, and nothing can be deleted from it afterwards.",
            example: "personal_data: removed",
            aliases: &["pii", "privacy", "personal", "gdpr", "个人信息", "隐私"],
        },
        Attribute {
            name: "sha256",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "The checksum of the file, so that a later reader knows which version was meant.",
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
    doc: "How the wanted answers came about. Where two people following one guide disagree, the model can only learn \
          their average; so measure the agreement before the training, when mending it is cheap.",
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
            doc: "The document that says which answer is right and why, with the awkward cases. For synthetic \
                  examples, the prompt or the program that wrote them.",
            example: "guide: \"docs/labeling.md\"",
            aliases: &["guideline", "guidelines", "instructions", "manual", "rubric", "指南", "标注规范", "规范"],
        },
        Attribute {
            name: "annotators",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            doc: "How many people labelled. With one alone, nobody knows how much is that person's taste.",
            example: "annotators: 3",
            aliases: &["labelers", "labellers", "raters", "people", "标注人数", "标注员"],
        },
        Attribute {
            name: "agreement",
            ty: Type::Agreement,
            many: false,
            absence: Absence::Optional,
            doc: "How far they agree on the same examples, labelled apart from each other. Low agreement is a fault \
                  of the guide far more often than of the people.",
            example: "agreement: 0.82",
            aliases: &["iaa", "consistency", "inter_annotator", "一致性", "标注一致性"],
        },
        Attribute {
            name: "agreement_as",
            ty: Type::Word(AgreementKind::set),
            many: false,
            absence: Absence::Optional,
            doc: "How the agreement was computed. Kappa and alpha take chance into account; plain percentages look \
                  higher.",
            example: "agreement_as: kappa",
            aliases: &["agreement_method", "agreement_metric", "agreement_type", "measured_as", "一致性指标"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};
