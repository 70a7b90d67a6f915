//! `metric`: one measure, and the ways of measuring.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

use super::{Better, Coverage, Judge, Measures};

/// The `metric` block.
pub static METRIC: Block = Block {
    name: "metric",
    question: "one measure",
    doc: "One figure that you will read after each round: what it tells about, how it is computed, who judges, and \
          on which data. Give it the name that people will say in meetings. Every metric should decide something, or \
          at least be watched.",
    example: r"metric unsafe_promise_rate {
  measures: safety
  method:   violation_rate
  better:   lower
  judge:    human
  on:       refund_traps
  covers:   [order_first]
}",
    aliases: &["metrics", "measure", "kpi", "indicator", "score", "指标", "度量"],
    count: Count::Many,
    label: LabelKind::Required,
    attributes: &[
        Attribute {
            name: "measures",
            ty: Type::Word(Measures::set),
            many: false,
            absence: Absence::Missing,
            doc: "What the figure tells about. Training moves tone first, so keep apart how things are said and \
                  whether they are right. May be left out where the method says it.",
            example: "measures: style",
            aliases: &["aspect", "dimension", "kind", "type", "category", "about", "维度", "衡量"],
        },
        Attribute {
            name: "method",
            ty: Type::Word(MetricMethod::set),
            many: false,
            absence: Absence::Missing,
            doc: "How the figure is computed.",
            example: "method: rubric",
            aliases: &["how", "formula", "computed_by", "computation", "方法", "计算方式"],
        },
        Attribute {
            name: "better",
            ty: Type::Word(Better::set),
            many: false,
            absence: Absence::Optional,
            doc: "Which direction is good. Known for most methods; say it for your own.",
            example: "better: lower",
            aliases: &["direction", "optimize", "higher_is_better", "方向"],
        },
        Attribute {
            name: "scale",
            ty: Type::Scale,
            many: true,
            absence: Absence::Optional,
            doc: "The lowest and the highest value that the figure can take. Rates run from 0 to 1 without being \
                  told; for points, give both ends.",
            example: "scale: [1, 5]",
            aliases: &["range", "bounds", "limits", "min_max", "量程", "范围"],
        },
        Attribute {
            name: "judge",
            ty: Type::Word(Judge::set),
            many: false,
            absence: Absence::Missing,
            doc: "Who or what decides about each output. Known where the method leaves no choice.",
            example: "judge: human",
            aliases: &["judged_by", "grader", "evaluator", "scorer", "rater", "裁判", "评审"],
        },
        Attribute {
            name: "judge_model",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            doc: "Which model judges, with its version. Models are kind to their own family: take one that is \
                  neither the base model's kin nor that of the teacher.",
            example: "judge_model: \"mistral-large-2407\"",
            aliases: &["llm_judge", "grader_model", "judge_llm", "evaluator_model", "裁判模型"],
        },
        Attribute {
            name: "on",
            ty: Type::Ref("data"),
            many: false,
            absence: Absence::Missing,
            doc: "The data block that is judged: a test or a probe block, never one that teaches. With a single test \
                  block you may leave it out.",
            example: "on: held_out",
            aliases: &["data", "dataset", "test_set", "testset", "数据", "测试集"],
        },
        Attribute {
            name: "samples",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            doc: "How many outputs are judged, where that is not the whole block. Fewer than a hundred cannot tell \
                  90% from 95%.",
            example: "samples: 300",
            aliases: &["n", "count", "size", "sample_size", "examples", "样本数"],
        },
        Attribute {
            name: "coverage",
            ty: Type::Word(Coverage::set),
            many: false,
            absence: Absence::Optional,
            doc: "Which part of the data is judged, where it differs from what `eval` says.",
            example: "coverage: random_sample",
            aliases: &["sampling", "subset", "抽样", "抽样方式"],
        },
        Attribute {
            name: "covers",
            ty: Type::Ref("behavior"),
            many: true,
            absence: Absence::Optional,
            doc: "The behaviours that this figure would notice. One that no metric covers can break without anyone \
                  seeing it.",
            example: "covers: [order_first, calm_under_anger]",
            aliases: &["behavior", "behaviors", "behaviour", "behaviours", "tests", "checks", "覆盖", "行为"],
        },
    ],
    children: &[],
    content: Content::Fixed,
};

words! {
    /// How a metric is computed.
    pub enum MetricMethod, "metric method" / "指标算法" {
        ExactMatch "exact_match" ["em", "exact", "match", "string_match", "equals", "精确匹配", "完全匹配"] "Right when the output, or the field in question, equals the expected one.",
        Accuracy "accuracy" ["acc", "correct", "correctness", "准确率", "正确率"] "The share of items decided rightly.",
        Precision "precision" ["prec", "精确率", "查准率"] "Of what was marked, the share that was right.",
        Recall "recall" ["sensitivity", "召回率", "查全率"] "Of what should have been marked, the share that was.",
        F1 "f1" ["f_score", "fscore", "macro_f1", "micro_f1"] "Precision and recall in one figure. Say in a comment whether it is micro or macro.",
        SchemaValid "schema_valid" ["json_valid", "valid_json", "format_valid", "parse_rate", "schema", "格式正确率", "格式合法"] "The share of outputs that a parser or schema accepts. Valid is not yet right.",
        ExecutionAccuracy "execution_accuracy" ["execution", "ex", "run_accuracy", "执行准确率"] "The share of programs or queries that give the right result when run.",
        UnitTests "unit_tests" ["tests", "test_pass", "pass_at_k", "pass_at_1", "单元测试"] "The share of programs that pass their tests.",
        ToolCallF1 "tool_call_f1" ["tool_f1", "tool_accuracy", "function_call", "工具调用准确率"] "Right tools with the right arguments, in one figure.",
        Faithfulness "faithfulness" ["groundedness", "grounded", "grounding", "attribution", "忠实度", "有据率"] "The share of statements that the given passages support.",
        Rubric "rubric" ["rating", "grade", "likert", "checklist", "score", "评分表", "打分", "评分"] "Points by a written guide that says what each point is for.",
        WinRate "win_rate" ["preference", "pairwise", "arena", "side_by_side", "ab_test", "胜率"] "The share of comparisons in which this output is preferred. Swap the order of the two.",
        HumanRating "human_rating" ["mos", "human_score", "csat", "satisfaction", "人工评分", "满意度"] "People's ratings without a detailed guide.",
        PassRate "pass_rate" ["pass", "passes", "success_rate", "acceptance_rate", "通过率"] "The share of outputs that pass a yes-or-no check.",
        RefusalRate "refusal_rate" ["refusals", "decline_rate", "拒答率"] "The share of requests declined, on inputs that should be declined.",
        OverRefusalRate "over_refusal_rate" ["false_refusal_rate", "overrefusal", "过度拒答率", "误拒率"] "The share of requests declined although they were fine.",
        ViolationRate "violation_rate" ["violations", "unsafe_rate", "harm_rate", "越界率", "违规率"] "The share of outputs that break a limit.",
        HallucinationRate "hallucination_rate" ["hallucination", "hallucinations", "fabrication", "幻觉率"] "The share of outputs with statements that nothing supports.",
        ErrorRate "error_rate" ["errors", "failure_rate", "wer", "cer", "错误率"] "The share of outputs that are wrong.",
        Consistency "consistency" ["stability", "reproducibility", "agreement", "一致性", "稳定性"] "How often the same question gets the same answer.",
        TokenAccuracy "token_accuracy" ["next_token_accuracy", "词元准确率"] "The share of tokens predicted as in the reference. It rises with copying; do not decide by it.",
        Bleu "bleu" ["sacrebleu"] "Word overlap with a reference. Blind to a wrong number in a well-worded sentence.",
        Rouge "rouge" ["rouge_l", "rouge_1", "rouge_2"] "Word overlap with a reference summary. Blind to what matters most in it.",
        Chrf "chrf" ["chr_f"] "Character overlap with a reference; kinder to inflected languages, as blind to sense.",
        Bertscore "bertscore" ["bert_score", "similarity", "cosine", "embedding_similarity", "相似度"] "Nearness in meaning to a reference. Opposites can be near.",
        Perplexity "perplexity" ["ppl", "困惑度"] "How surprised the model is by a text. Says little about its own answers.",
        Loss "loss" ["training_loss", "eval_loss", "validation_loss", "损失"] "What training makes smaller. It can fall while answers get worse.",
        Latency "latency" ["delay", "response_time", "speed", "延迟", "时延"] "The time until the answer is there.",
        Tokens "tokens" ["length", "output_length", "token_count", "词元数", "长度"] "How long the answers are, in tokens or words.",
        Cost "cost" ["price", "spend", "expense", "成本", "费用"] "What a call costs.",
        Custom "custom" ["other", "own", "script", "自定义", "其他"] "A measure of your own. Give its scale, and say what it measures.",
    }
}

impl MetricMethod {
    /// Whether the method measures something near to what matters instead of the thing itself: it can rise while
    /// the outputs get no better.
    pub fn is_proxy(self) -> bool {
        use MetricMethod::*;
        matches!(self, TokenAccuracy | Bleu | Rouge | Chrf | Bertscore | Perplexity | Loss)
    }

    /// The direction in which this method improves, unless the spec says otherwise.
    pub fn default_better(self) -> Better {
        use MetricMethod::*;
        match self {
            Loss | Perplexity | Latency | Tokens | Cost => Better::Lower,
            OverRefusalRate | ViolationRate | HallucinationRate | ErrorRate => Better::Lower,
            _ => Better::Higher,
        }
    }

    /// What the method measures where its name alone says so; a spec has to say it for all others.
    pub fn default_measures(self) -> Option<Measures> {
        use MetricMethod::*;
        match self {
            Latency | Tokens | Cost => Some(Measures::Cost),
            SchemaValid => Some(Measures::Format),
            RefusalRate | OverRefusalRate | ViolationRate | HallucinationRate => Some(Measures::Safety),
            _ => None,
        }
    }

    /// Who judges where the method leaves no choice: a program computes it, or it is a person's rating by name.
    pub fn default_judge(self) -> Option<Judge> {
        use MetricMethod::*;
        match self {
            ExactMatch | Accuracy | Precision | Recall | F1 => Some(Judge::Program),
            SchemaValid | ExecutionAccuracy | UnitTests | ToolCallF1 => Some(Judge::Program),
            TokenAccuracy | Bleu | Rouge | Chrf | Bertscore | Perplexity | Loss => Some(Judge::Program),
            Latency | Tokens | Cost => Some(Judge::Program),
            HumanRating => Some(Judge::Human),
            // Whether a person, a model or a program decides these differs from project to project.
            Faithfulness | Rubric | WinRate | PassRate | RefusalRate | OverRefusalRate => None,
            ViolationRate | HallucinationRate | ErrorRate | Consistency | Custom => None,
        }
    }

    /// The lowest and the highest reading, unless the spec says otherwise; `None` where the method has no bounds
    /// or every team picks its own.
    pub fn default_scale(self) -> Option<(i64, i64)> {
        use MetricMethod::*;
        match self {
            ExactMatch | Accuracy | Precision | Recall | F1 => Some((0, 1)),
            SchemaValid | ExecutionAccuracy | UnitTests | ToolCallF1 => Some((0, 1)),
            WinRate | PassRate | RefusalRate | OverRefusalRate | ViolationRate => Some((0, 1)),
            HallucinationRate | ErrorRate => Some((0, 1)),
            // A share too: of statements that the passages support, of questions that get the same answer again.
            Faithfulness | Consistency => Some((0, 1)),
            // Scores of matching; papers print some of them times a hundred, which is a percentage here.
            TokenAccuracy | Bleu | Rouge | Chrf | Bertscore => Some((0, 1)),
            // The team's own points: 1 to 5, 0 to 10, or a share.
            Rubric | HumanRating | Custom => None,
            // Open at the top.
            Perplexity | Loss | Latency | Tokens | Cost => None,
        }
    }
}
