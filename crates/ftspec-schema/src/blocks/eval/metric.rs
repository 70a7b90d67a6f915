//! `metric`: one measure, and the ways of measuring.

use crate::block::{Absence, Attribute, Block, Content, Count, LabelKind, Type};
use crate::word::{Enumerated, words};

use super::{Better, Coverage, Judge, Measures};

/// The `metric` block.
pub static METRIC: Block = Block {
    name: "metric",
    question: "one measure",
    question_zh: "一个指标",
    doc: "One figure that you will read after each round: what it tells about, how it is computed, who judges, and \
          on which data. Give it the name that people will say in meetings. Every metric should decide something, or \
          at least be watched.",
    doc_zh: "每轮之后要读的一个数：它说明什么、怎么算、由谁评、用哪些数据。名字就用大家开会时会说的那个。每个指标都应该\
             决定点什么，至少也要有人关注。",
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
            zh: "指标类别",
            doc: "What the figure tells about. Training moves tone first, so keep apart how things are said and \
                  whether they are right. May be left out where the method says it.",
            doc_zh: "这个数说明什么。训练最先改变的是语气，所以要把“怎么说”和“说得对不对”分开。算法本身已经说明时可\
                     以不写。",
            example: "measures: style",
            aliases: &["aspect", "dimension", "kind", "type", "category", "about", "维度", "衡量"],
        },
        Attribute {
            name: "method",
            ty: Type::Word(MetricMethod::set),
            many: false,
            absence: Absence::Missing,
            zh: "指标算法",
            doc: "How the figure is computed.",
            doc_zh: "这个数是怎么算出来的。",
            example: "method: rubric",
            aliases: &["how", "formula", "computed_by", "computation", "方法", "计算方式"],
        },
        Attribute {
            name: "better",
            ty: Type::Word(Better::set),
            many: false,
            absence: Absence::Optional,
            zh: "优化方向",
            doc: "Which direction is good. Known for most methods; say it for your own.",
            doc_zh: "往哪个方向算好。多数算法的方向是已知的；自定义的请写明。",
            example: "better: lower",
            aliases: &["direction", "optimize", "higher_is_better", "方向"],
        },
        Attribute {
            name: "scale",
            ty: Type::Scale,
            many: true,
            absence: Absence::Optional,
            zh: "取值范围",
            doc: "The lowest and the highest value that the figure can take. Rates run from 0 to 1 without being \
                  told; for points, give both ends.",
            doc_zh: "这个数最低和最高能到多少。比率不用写，就是 0 到 1；打分的请写明两端。",
            example: "scale: [1, 5]",
            aliases: &["range", "bounds", "limits", "min_max", "量程", "范围"],
        },
        Attribute {
            name: "judge",
            ty: Type::Word(Judge::set),
            many: false,
            absence: Absence::Missing,
            zh: "评判者",
            doc: "Who or what decides about each output. Known where the method leaves no choice.",
            doc_zh: "每条输出由谁或什么来评。算法已经限定了的就不用写。",
            example: "judge: human",
            aliases: &["judged_by", "grader", "evaluator", "scorer", "rater", "裁判", "评审"],
        },
        Attribute {
            name: "judge_model",
            ty: Type::Text,
            many: false,
            absence: Absence::Optional,
            zh: "裁判模型",
            doc: "Which model judges, with its version. Models are kind to their own family: take one that is \
                  neither the base model's kin nor that of the teacher.",
            doc_zh: "由哪个模型来评，连同版本。模型会偏袒同族：要选一个和基座模型、老师模型都不同族的。",
            example: "judge_model: \"mistral-large-2407\"",
            aliases: &["llm_judge", "grader_model", "judge_llm", "evaluator_model", "裁判模型"],
        },
        Attribute {
            name: "on",
            ty: Type::Ref("data"),
            many: false,
            absence: Absence::Missing,
            zh: "评测数据",
            doc: "The data block that is judged: a test or a probe block, never one that teaches. With a single test \
                  block you may leave it out.",
            doc_zh: "评的是哪个数据块：测试集或探针集，绝不能是用来教的。只有一个测试块时可以不写。",
            example: "on: held_out",
            aliases: &["data", "dataset", "test_set", "testset", "数据", "测试集"],
        },
        Attribute {
            name: "samples",
            ty: Type::Count,
            many: false,
            absence: Absence::Optional,
            zh: "评测样本数",
            doc: "How many outputs are judged, where that is not the whole block. Fewer than a hundred cannot tell \
                  90% from 95%.",
            doc_zh: "评多少条输出；不是整块都评时才写。不到一百条，分不清 90% 和 95%。",
            example: "samples: 300",
            aliases: &["n", "count", "size", "sample_size", "examples", "样本数"],
        },
        Attribute {
            name: "coverage",
            ty: Type::Word(Coverage::set),
            many: false,
            absence: Absence::Optional,
            zh: "评测范围",
            doc: "Which part of the data is judged, where it differs from what `eval` says.",
            doc_zh: "评的是数据的哪一部分；和 `eval` 里写的不同时才写。",
            example: "coverage: random_sample",
            aliases: &["sampling", "subset", "抽样", "抽样方式"],
        },
        Attribute {
            name: "covers",
            ty: Type::Ref("behavior"),
            many: true,
            absence: Absence::Optional,
            zh: "覆盖的行为",
            doc: "The behaviours that this figure would notice. One that no metric covers can break without anyone \
                  seeing it.",
            doc_zh: "这个数能看出哪些行为变了。没有任何指标覆盖的行为，坏了也没人看得见。",
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
        ExactMatch "exact_match" ["em", "exact", "match", "string_match", "equals", "精确匹配", "完全匹配"]
            "Right when the output, or the field in question, equals the expected one."
            "精确匹配率": "输出或其中要看的字段与标准答案完全一致，才算对。",
        Accuracy "accuracy" ["acc", "correct", "correctness", "准确率", "正确率"]
            "The share of items decided rightly."
            "准确率": "判断正确的条目所占的比例。",
        Precision "precision" ["prec", "精确率", "查准率"]
            "Of what was marked, the share that was right."
            "精确率": "标出来的里面，有多少是对的。",
        Recall "recall" ["sensitivity", "召回率", "查全率"]
            "Of what should have been marked, the share that was."
            "召回率": "该标出来的里面，标出了多少。",
        F1 "f1" as "F1" ["f_score", "fscore", "macro_f1", "micro_f1"]
            "Precision and recall in one figure. Say in a comment whether it is micro or macro."
            "F1": "把精确率和召回率合成一个数。请用注释写明是 micro 还是 macro。",
        SchemaValid "schema_valid" as "schema validity" ["json_valid", "valid_json", "format_valid", "parse_rate", "schema", "格式正确率", "格式合法"]
            "The share of outputs that a parser or schema accepts. Valid is not yet right."
            "格式合法率": "解析器或 schema 能接受的输出比例。格式合法不等于内容正确。",
        ExecutionAccuracy "execution_accuracy" ["execution", "ex", "run_accuracy", "执行准确率"]
            "The share of programs or queries that give the right result when run."
            "执行准确率": "程序或查询跑起来结果正确的比例。",
        UnitTests "unit_tests" ["tests", "test_pass", "pass_at_k", "pass_at_1", "单元测试"]
            "The share of programs that pass their tests."
            "单元测试通过率": "通过各自测试的程序所占的比例。",
        ToolCallF1 "tool_call_f1" as "tool-call F1" ["tool_f1", "tool_accuracy", "function_call", "工具调用准确率"]
            "Right tools with the right arguments, in one figure."
            "工具调用 F1": "工具选对、参数也对，合成一个数。",
        Faithfulness "faithfulness" ["groundedness", "grounded", "grounding", "attribution", "忠实度", "有据率"]
            "The share of statements that the given passages support."
            "忠实度": "说法当中，给定段落能支持的比例。",
        Rubric "rubric" ["rating", "grade", "likert", "checklist", "score", "评分表", "打分", "评分"]
            "Points by a written guide that says what each point is for."
            "评分表打分": "按书面评分表打分，表里写明每一分对应什么。",
        WinRate "win_rate" ["preference", "pairwise", "arena", "side_by_side", "ab_test", "胜率"]
            "The share of comparisons in which this output is preferred. Swap the order of the two."
            "胜率": "两两比较时，这个模型的输出更受偏好的比例。记得交换两者的顺序再比。",
        HumanRating "human_rating" ["mos", "human_score", "csat", "satisfaction", "人工评分", "满意度"]
            "People's ratings without a detailed guide."
            "人工评分": "人的评分，没有详细的评分标准。",
        PassRate "pass_rate" ["pass", "passes", "success_rate", "acceptance_rate", "通过率"]
            "The share of outputs that pass a yes-or-no check."
            "通过率": "通过“是或否”检查的输出比例。",
        RefusalRate "refusal_rate" ["refusals", "decline_rate", "拒答率"]
            "The share of requests declined, on inputs that should be declined."
            "拒答率": "该拒绝的输入当中，确实拒绝了的比例。",
        OverRefusalRate "over_refusal_rate" as "over-refusal rate" ["false_refusal_rate", "overrefusal", "过度拒答率", "误拒率"]
            "The share of requests declined although they were fine."
            "过度拒答率": "本来没有问题却被拒绝的请求比例。",
        ViolationRate "violation_rate" ["violations", "unsafe_rate", "harm_rate", "越界率", "违规率"]
            "The share of outputs that break a limit."
            "越界率": "越过界线的输出比例。",
        HallucinationRate "hallucination_rate" ["hallucination", "hallucinations", "fabrication", "幻觉率"]
            "The share of outputs with statements that nothing supports."
            "幻觉率": "含有毫无依据的说法的输出比例。",
        ErrorRate "error_rate" ["errors", "failure_rate", "wer", "cer", "错误率"]
            "The share of outputs that are wrong."
            "错误率": "出错的输出比例。",
        Consistency "consistency" ["stability", "reproducibility", "agreement", "一致性", "稳定性"]
            "How often the same question gets the same answer."
            "回答一致性": "同样的问题，有多少次得到同样的回答。",
        TokenAccuracy "token_accuracy" ["next_token_accuracy", "词元准确率"]
            "The share of tokens predicted as in the reference. It rises with copying; do not decide by it."
            "词元准确率": "与参考答案逐 token 预测一致的比例。照抄也会让它升高，不要靠它做决定。",
        Bleu "bleu" as "BLEU" ["sacrebleu"]
            "Word overlap with a reference. Blind to a wrong number in a well-worded sentence."
            "BLEU": "与参考文本的词语重合度。句子通顺而数字错了，它看不出来。",
        Rouge "rouge" as "ROUGE" ["rouge_l", "rouge_1", "rouge_2"]
            "Word overlap with a reference summary. Blind to what matters most in it."
            "ROUGE": "与参考摘要的词语重合度。摘要里最要紧的内容对不对，它看不出来。",
        Chrf "chrf" as "chrF" ["chr_f"]
            "Character overlap with a reference; kinder to inflected languages, as blind to sense."
            "chrF": "与参考文本的字符重合度；对词形变化多的语言更宽容，同样看不懂意思。",
        Bertscore "bertscore" as "BERTScore" ["bert_score", "similarity", "cosine", "embedding_similarity", "相似度"]
            "Nearness in meaning to a reference. Opposites can be near."
            "BERTScore": "与参考文本在语义上的接近程度。意思相反的句子也可能很接近。",
        Perplexity "perplexity" ["ppl", "困惑度"]
            "How surprised the model is by a text. Says little about its own answers."
            "困惑度": "一段文本让模型感到多意外。它说明不了模型自己的回答怎么样。",
        Loss "loss" ["training_loss", "eval_loss", "validation_loss", "损失"]
            "What training makes smaller. It can fall while answers get worse."
            "损失": "训练要压低的那个数。它下降的同时，回答可能在变差。",
        Latency "latency" ["delay", "response_time", "speed", "延迟", "时延"]
            "The time until the answer is there."
            "响应延迟": "等到回答出来所花的时间。",
        Tokens "tokens" ["length", "output_length", "token_count", "词元数", "长度"]
            "How long the answers are, in tokens or words."
            "输出长度": "回答有多长，以 token 或字词计。",
        Cost "cost" ["price", "spend", "expense", "成本", "费用"]
            "What a call costs."
            "调用成本": "一次调用花多少钱。",
        Custom "custom" ["other", "own", "script", "自定义", "其他"]
            "A measure of your own. Give its scale, and say what it measures."
            "自定义指标": "自己定义的指标。请写明取值范围，以及它衡量什么。",
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
