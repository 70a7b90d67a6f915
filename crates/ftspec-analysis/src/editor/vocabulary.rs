//! The words of statements and conditions, which stand in the grammar and not in the table: what each means.

use crate::lang::Lang;

/// A word of a condition.
pub(super) struct ConditionWord {
    /// As it is written.
    pub name: &'static str,
    /// What it means, in English.
    en: &'static str,
    /// What it means, in Chinese.
    zh: &'static str,
    /// How it is used.
    pub example: &'static str,
    /// What people type instead.
    pub aliases: &'static [&'static str],
}

impl ConditionWord {
    /// What it means.
    pub fn doc(&self, lang: Lang) -> &'static str {
        lang.pick(self.en, self.zh)
    }
}

/// All of them.
pub(super) static WORDS: &[ConditionWord] = &[
    word(
        "when",
        "Begins an arm: the condition under which the action behind `then` is taken. Arms are read from top to bottom \
         after every round; the first that surely holds decides.",
        "停止条件的开头：`then` 后面的动作在什么情况下执行。每轮之后从上往下读，第一条确定成立的说了算。",
        "when any guard fails then freeze",
        &["if", "当", "如果"],
    ),
    word(
        "then",
        "What is done when the condition holds.",
        "条件成立时做什么。",
        "when rounds >= 5 then drop",
        &["do", "则", "那么"],
    ),
    word(
        "and",
        "Both conditions must hold.",
        "两边都要成立。",
        "all requirements hold and all guards hold",
        &["&&", "且", "并且"],
    ),
    word(
        "or",
        "One of the conditions must hold.",
        "有一边成立即可。",
        "rounds >= 5 or spend >= 400usd",
        &["||", "或", "或者"],
    ),
    word(
        "any",
        "One of the guards or requirements, whichever.",
        "任意一条护栏或要求。",
        "any guard fails",
        &["some", "任一", "任意"],
    ),
    word(
        "all",
        "Every guard, or every requirement.",
        "全部护栏，或全部要求。",
        "all guards hold",
        &["every", "全部", "所有"],
    ),
    word(
        "guard",
        "The `guard` statements of `eval`, after the last round.",
        "`eval` 里的 `guard`，看最近一轮。",
        "any guard fails",
        &["护栏", "底线"],
    ),
    word(
        "guards",
        "The `guard` statements of `eval`, after the last round.",
        "`eval` 里的 `guard`，看最近一轮。",
        "all guards hold",
        &["护栏", "底线"],
    ),
    word(
        "requirement",
        "The `require` statements of `eval`, after the last round.",
        "`eval` 里的 `require`，看最近一轮。",
        "any requirement fails",
        &["要求", "目标"],
    ),
    word(
        "requirements",
        "The `require` statements of `eval`, after the last round.",
        "`eval` 里的 `require`，看最近一轮。",
        "all requirements hold",
        &["要求", "目标"],
    ),
    word("fails", "It surely does not hold.", "确定不成立。", "any guard fails", &["breaks", "失败", "不成立"]),
    word(
        "hold",
        "Every one of them surely holds; what was not read is unknown.",
        "每一条都确定成立；没有读数的不算。",
        "all guards hold",
        &["holds", "成立", "达标"],
    ),
    word(
        "gains",
        "How much better the best of the last rounds is than the best before them, the baseline included, in the metric's own direction.",
        "最近几轮里最好的一轮，比之前最好的（含基线）好多少；方向按指标自己的来。",
        "tone gains < 1% over 2 rounds",
        &["improves", "rises", "提升", "上升", "改善"],
    ),
    word(
        "drops",
        "How much worse the best of the last rounds is than the best before them, the baseline included, in the metric's own direction.",
        "最近几轮里最好的一轮，比之前最好的（含基线）差多少；方向按指标自己的来。",
        "facts drops > 2% over 1 round",
        &["falls", "worsens", "下降", "变差"],
    ),
    word(
        "varies",
        "The highest seed's reading of the last round less the lowest.",
        "最近一轮里，各随机种子读数的最高减最低。",
        "tone varies > 3%",
        &["differs", "swings", "波动"],
    ),
    word(
        "over",
        "How many of the last rounds are looked at.",
        "看最近几轮。",
        "tone gains < 1% over 2 rounds",
        &["within", "最近"],
    ),
    word("rounds", "How many rounds were run.", "已经跑了几轮。", "rounds >= 5", &["runs", "轮数", "轮"]),
    word(
        "spend",
        "What all rounds cost together, in money or gpu hours.",
        "各轮花费之和，金额或卡时。",
        "spend >= 400usd",
        &["cost", "花费", "成本"],
    ),
    word("date", "Today.", "今天。", "date > 2026-11-02", &["today", "日期", "今天"]),
    word(
        "baseline",
        "The metric's reading in the baseline that `against` names; `baseline(NAME)` takes another one. It can be shifted: `baseline + 5%`.",
        "该指标在 `against` 所指基线上的读数；`baseline(NAME)` 指定另一条基线；可以加减：`baseline + 5%`。",
        "guard facts >= baseline",
        &["base", "基线"],
    ),
];

const fn word(
    name: &'static str,
    en: &'static str,
    zh: &'static str,
    example: &'static str,
    aliases: &'static [&'static str],
) -> ConditionWord {
    ConditionWord { name, en, zh, example, aliases }
}

/// The word of exactly that spelling.
pub(super) fn find(name: &str) -> Option<&'static ConditionWord> {
    let singular = if name == "round" { "rounds" } else { name };
    WORDS.iter().find(|word| word.name == singular)
}

/// The parts of a plan, beside names of its own, that a round can change.
pub(super) const PARTS: [&str; 6] = ["base_model", "tuning", "stage", "prompt", "retrieval", "system"];
