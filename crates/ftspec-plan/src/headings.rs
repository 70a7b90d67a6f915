//! The titles of the chapters, and the short words for what holds, what was answered and what weighs: one list for every
//! document, so that they say the same.

use ftspec_analysis::Lang;

use crate::plan::{Answer, CatchKind, FindingLevel, Holds, Standing, Turn, VerdictWord};

/// A chapter, in the order in which a person who decides asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chapter {
    Verdict,
    Goal,
    Routes,
    Facts,
    Data,
    Training,
    Judging,
    Risk,
    Stop,
    Rounds,
    Accepted,
    Findings,
    SignOff,
    Changes,
}

impl Chapter {
    /// Its title.
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Chapter::Verdict => lang.pick("Verdict", "结论"),
            Chapter::Goal => lang.pick("What shall change", "要改变的行为"),
            Chapter::Routes => lang.pick("Tuning, or something else?", "微调，还是别的办法？"),
            Chapter::Facts => lang.pick("Where facts come from", "事实从哪里来"),
            Chapter::Data => lang.pick("Data", "数据"),
            Chapter::Training => lang.pick("How it is trained", "怎么训练"),
            Chapter::Judging => lang.pick("How it is judged", "怎么评判"),
            Chapter::Risk => lang.pick("Risk, and who catches what", "风险，以及谁来兜底"),
            Chapter::Stop => lang.pick("When to stop", "何时停止"),
            Chapter::Rounds => lang.pick("Rounds", "各轮训练"),
            Chapter::Accepted => lang.pick("Accepted risks", "已接受的风险"),
            Chapter::Findings => lang.pick("Open findings", "未解决的问题"),
            Chapter::SignOff => lang.pick("Sign-off", "签字"),
            Chapter::Changes => lang.pick("What has changed", "变更记录"),
        }
    }
}

/// A verdict in one or two words.
pub(crate) fn verdict(lang: Lang, kind: VerdictWord) -> &'static str {
    match kind {
        VerdictWord::Ready => lang.pick("Ready", "可以开始"),
        VerdictWord::NotReady => lang.pick("Not ready", "还不能开始"),
        VerdictWord::DoNotTune => lang.pick("Do not tune", "不要微调"),
        VerdictWord::StopTuning => lang.pick("Stop tuning", "停止微调"),
        VerdictWord::Ship => lang.pick("Ship", "可以上线"),
    }
}

/// What stands over the things to do.
pub(crate) fn first(lang: Lang, kind: VerdictWord) -> &'static str {
    match kind {
        VerdictWord::Ready | VerdictWord::Ship => lang.pick("What comes first", "首先要做的"),
        _ => lang.pick("What to do first, in this order", "先做什么（按顺序）"),
    }
}

/// What came of a way.
pub(crate) fn standing(lang: Lang, standing: Standing) -> &'static str {
    match standing {
        Standing::Enough => lang.pick("is enough", "已经够用"),
        Standing::FallsShort => lang.pick("falls short", "达不到"),
        Standing::Tried => lang.pick("tried", "试过"),
        Standing::InUse => lang.pick("in the plan", "已采用"),
        Standing::Advised => lang.pick("advised", "建议采用"),
        Standing::NotTried => lang.pick("not tried", "没有试过"),
    }
}

/// Whether something holds.
pub(crate) fn holds(lang: Lang, holds: Holds) -> &'static str {
    match holds {
        Holds::Yes => lang.pick("holds", "成立"),
        Holds::No => lang.pick("does not hold", "不成立"),
        Holds::Unknown => lang.pick("not known yet", "尚不清楚"),
    }
}

/// Whether a requirement or guard is met.
pub(crate) fn met(lang: Lang, holds: Holds) -> &'static str {
    match holds {
        Holds::Yes => lang.pick("met", "达到"),
        Holds::No => lang.pick("not met", "未达到"),
        Holds::Unknown => lang.pick("not known yet", "尚不清楚"),
    }
}

/// What a plan answers.
pub(crate) fn answer(lang: Lang, answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => lang.pick("yes", "是"),
        Answer::No => lang.pick("no", "否"),
        Answer::Unsaid => lang.pick("not said", "未写明"),
    }
}

/// How much a finding weighs.
pub(crate) fn level(lang: Lang, level: FindingLevel) -> &'static str {
    match level {
        FindingLevel::Deny => lang.pick("Stands in the way", "必须解决"),
        FindingLevel::Warn => lang.pick("To be looked at", "需要看一看"),
        FindingLevel::Note => lang.pick("Advice", "建议"),
    }
}

/// Which way a question sends.
pub(crate) fn turn(lang: Lang, turn: Turn) -> &'static str {
    match turn {
        Turn::On => lang.pick("goes on", "继续"),
        Turn::Off => lang.pick("leaves here", "在此离开"),
        Turn::Open => lang.pick("open", "尚未确定"),
        Turn::NotAsked => lang.pick("not asked any more", "不再问"),
    }
}

/// What catches a failure.
pub(crate) fn catch(lang: Lang, kind: CatchKind) -> &'static str {
    match kind {
        CatchKind::Fallback => lang.pick("fallback", "兜底"),
        CatchKind::Constraint => lang.pick("constraint", "约束"),
    }
}
