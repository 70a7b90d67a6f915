//! The vocabularies of `eval` that metrics choose from.

use crate::word::words;

words! {
    /// What a metric tells about.
    pub enum Measures, "kind of measure" / "指标类别" {
        Style "style" ["tone", "voice", "fluency", "风格", "语气"] "How it is said: tone, wording, address.",
        Format "format" ["shape", "structure", "schema", "格式", "结构"] "The shape: fields, length, layout.",
        Quality "quality" ["helpfulness", "usefulness", "overall", "质量", "好坏"] "Degrees of good: how helpful, how complete, how clear.",
        Judgement "judgement" ["judgment", "correctness", "accuracy", "facts", "decision", "判断", "正确性", "事实"] "Right or wrong, item by item: facts, labels, decisions.",
        Safety "safety" ["risk", "harm", "refusal", "compliance", "安全", "风险"] "What must not happen: limits broken, wrong promises, too much or too little declined.",
        Cost "cost" ["price", "speed", "latency", "efficiency", "成本", "速度"] "What it takes: time, tokens, money.",
    }
}

words! {
    /// Which direction of a metric is good.
    pub enum Better, "direction" / "优化方向" {
        Higher "higher" ["up", "more", "max", "maximize", "increase", "larger", "高", "越高越好"] "More is better.",
        Lower "lower" ["down", "less", "min", "minimize", "decrease", "smaller", "低", "越低越好"] "Less is better.",
    }
}

words! {
    /// Who or what decides about each output.
    pub enum Judge, "judge" / "评判者" {
        Program "program" ["code", "script", "automatic", "auto", "computed", "machine", "程序", "脚本", "自动"] "A program computes it, the same way every time.",
        Model "model" ["llm", "llm_judge", "ai", "gpt", "模型", "大模型"] "Another model decides. Check it against people on a sample first.",
        Human "human" ["person", "people", "manual", "expert", "annotators", "人工", "人", "专家"] "People decide. Slow, costly, and closest to what counts.",
    }
}

words! {
    /// Which part of the data is judged.
    pub enum Coverage, "coverage" / "评测范围" {
        Full "full" ["all", "everything", "complete", "entire", "whole", "全量", "全部"] "Every item.",
        RandomSample "random_sample" ["random", "randomly", "drawn", "随机", "随机抽样"] "Items drawn by chance, by a rule written down before. Take at least a hundred.",
        Sample "sample" ["some", "part", "subset", "partial", "抽样", "部分"] "A part, without a rule that says which. It may be a lucky one.",
        HandPicked "hand_picked" ["handpicked", "cherry_picked", "chosen", "selected", "manual", "挑选", "人工挑选", "精选"] "Items that somebody chose. They show what you hoped to see.",
    }
}
