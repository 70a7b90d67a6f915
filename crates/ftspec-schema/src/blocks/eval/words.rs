//! The vocabularies of `eval` that metrics choose from.

use crate::word::words;

words! {
    /// What a metric tells about.
    pub enum Measures, "kind of measure" / "指标类别" {
        Style "style" ["tone", "voice", "fluency", "风格", "语气"]
            "How it is said: tone, wording, address."
            "语气风格": "怎么说：语气、用词、称呼。",
        Format "format" ["shape", "structure", "schema", "格式", "结构"]
            "The shape: fields, length, layout."
            "输出格式": "结构：字段、长度、版式。",
        Quality "quality" ["helpfulness", "usefulness", "overall", "质量", "好坏"]
            "Degrees of good: how helpful, how complete, how clear."
            "内容质量": "好到什么程度：是否有用、完整、清楚。",
        Judgement "judgement" ["judgment", "correctness", "accuracy", "facts", "decision", "判断", "正确性", "事实"]
            "Right or wrong, item by item: facts, labels, decisions."
            "判断对错": "逐条看对错：事实、标签、决定。",
        Safety "safety" ["risk", "harm", "refusal", "compliance", "安全", "风险"]
            "What must not happen: limits broken, wrong promises, too much or too little declined."
            "安全": "绝不能发生的事：越界、乱承诺、该拒的没拒、不该拒的拒了。",
        Cost "cost" ["price", "speed", "latency", "efficiency", "成本", "速度"]
            "What it takes: time, tokens, money."
            "成本": "要付出什么：时间、token、钱。",
    }
}

words! {
    /// Which direction of a metric is good.
    pub enum Better, "direction" / "优化方向" {
        Higher "higher" ["up", "more", "max", "maximize", "increase", "larger", "高", "越高越好"]
            "More is better."
            "越高越好": "数值越高越好。",
        Lower "lower" ["down", "less", "min", "minimize", "decrease", "smaller", "低", "越低越好"]
            "Less is better."
            "越低越好": "数值越低越好。",
    }
}

words! {
    /// Who or what decides about each output.
    pub enum Judge, "judge" / "评判者" {
        Program "program" ["code", "script", "automatic", "auto", "computed", "machine", "程序", "脚本", "自动"]
            "A program computes it, the same way every time."
            "程序评判": "由程序计算，每次算法都一样。",
        Model "model" ["llm", "llm_judge", "ai", "gpt", "模型", "大模型"]
            "Another model decides. Check it against people on a sample first."
            "模型评判": "由另一个模型来评。先拿一部分样本和人的判断核对。",
        Human "human" ["person", "people", "manual", "expert", "annotators", "人工", "人", "专家"]
            "People decide. Slow, costly, and closest to what counts."
            "人工评判": "由人来评。又慢又贵，但最接近真正要紧的东西。",
    }
}

words! {
    /// Which part of the data is judged.
    pub enum Coverage, "coverage" / "评测范围" {
        Full "full" ["all", "everything", "complete", "entire", "whole", "全量", "全部"]
            "Every item."
            "全量": "每一条都评。",
        RandomSample "random_sample" ["random", "randomly", "drawn", "随机", "随机抽样"]
            "Items drawn by chance, by a rule written down before. Take at least a hundred."
            "随机抽样": "按事先写好的规则随机抽取。至少抽一百条。",
        Sample "sample" ["some", "part", "subset", "partial", "抽样", "部分"]
            "A part, without a rule that says which. It may be a lucky one."
            "部分样本": "只评一部分，没有规则说明是哪一部分，可能碰巧抽到好的。",
        HandPicked "hand_picked" as "hand-picked" ["handpicked", "cherry_picked", "chosen", "selected", "manual", "挑选", "人工挑选", "精选"]
            "Items that somebody chose. They show what you hoped to see."
            "人工挑选": "有人挑出来的样本。挑中的多半是想看到的。",
    }
}
