//! Signs beside words: a shape for each verdict, and for what holds and what does not. A word always stands beside them,
//! so that neither colour nor shape is needed to understand them.

use ftspec_analysis::Lang;
use maud::{Markup, html};

use super::Page;
use crate::plan::{Answer, FindingLevel, Holds, VerdictWord};

impl Page<'_> {
    /// Whether a condition holds; neither is good or bad.
    pub fn holds(&self, holds: Holds) -> Markup {
        match holds {
            Holds::Yes => mark("note", self.lang.pick("holds", "成立")),
            Holds::No => mark("none", self.lang.pick("does not hold", "不成立")),
            Holds::Unknown => mark("open", self.lang.pick("not known yet", "尚不清楚")),
        }
    }

    /// Whether a requirement or guard is met.
    pub fn met(&self, holds: Holds) -> Markup {
        match holds {
            Holds::Yes => mark("yes", self.lang.pick("met", "达到")),
            Holds::No => mark("no", self.lang.pick("not met", "未达到")),
            Holds::Unknown => mark("open", self.lang.pick("not known yet", "尚不清楚")),
        }
    }

    /// What a plan answers, where yes is good.
    pub fn answer(&self, answer: Answer) -> Markup {
        match answer {
            Answer::Yes => mark("yes", self.lang.pick("yes", "是")),
            Answer::No => mark("no", self.lang.pick("no", "否")),
            Answer::Unsaid => mark("open", self.lang.pick("not said", "未写明")),
        }
    }

    /// What a plan answers, where yes is bad.
    pub fn warning_answer(&self, answer: Answer) -> Markup {
        match answer {
            Answer::Yes => mark("no", self.lang.pick("yes", "是")),
            Answer::No => mark("yes", self.lang.pick("no", "否")),
            Answer::Unsaid => mark("open", self.lang.pick("not said", "未写明")),
        }
    }

    /// How much a finding weighs.
    pub fn level(&self, level: FindingLevel) -> Markup {
        match level {
            FindingLevel::Deny => mark("no", self.lang.pick("Stands in the way", "必须解决")),
            FindingLevel::Warn => mark("open", self.lang.pick("To be looked at", "需要看一看")),
            FindingLevel::Note => mark("note", self.lang.pick("Advice", "建议")),
        }
    }
}

/// A verdict in one or two words.
pub fn verdict(lang: Lang, kind: VerdictWord) -> &'static str {
    match kind {
        VerdictWord::Ready => lang.pick("Ready", "可以开始"),
        VerdictWord::NotReady => lang.pick("Not ready", "还不能开始"),
        VerdictWord::DoNotTune => lang.pick("Do not tune", "不要微调"),
        VerdictWord::StopTuning => lang.pick("Stop tuning", "停止微调"),
        VerdictWord::Ship => lang.pick("Ship", "可以上线"),
    }
}

/// The shape and tone of a verdict.
pub fn of_verdict(kind: VerdictWord) -> &'static str {
    match kind {
        VerdictWord::Ready | VerdictWord::Ship => "yes",
        VerdictWord::NotReady => "open",
        VerdictWord::DoNotTune | VerdictWord::StopTuning => "no",
    }
}

/// A word with its shape.
pub fn mark(tone: &'static str, word: &str) -> Markup {
    html! { span.mark.(tone) { (shape(tone)) (word) } }
}

/// The shape alone: a tick in a disc, a cross in a square, an open diamond, an arrow, a dot, a dash.
pub fn shape(tone: &'static str) -> Markup {
    html! {
        svg.shape.(tone) viewBox="0 0 16 16" aria-hidden="true" focusable="false" {
            @match tone {
                "yes" => {
                    circle.fill cx="8" cy="8" r="7" {}
                    path.cut d="M4.6 8.3 7 10.7 11.4 5.6" {}
                }
                "no" => {
                    rect.fill x="1.5" y="1.5" width="13" height="13" rx="1.5" {}
                    path.cut d="M5.2 5.2 10.8 10.8M10.8 5.2 5.2 10.8" {}
                }
                "open" => {
                    path.line d="M8 1.6 14.4 8 8 14.4 1.6 8Z" {}
                    path.line d="M8 5.2V8.6M8 10.6V10.7" {}
                }
                "arrow" => { path.fill d="M1.5 3 14.5 8 1.5 13Z" {} }
                "note" => { circle.fill cx="8" cy="8" r="3" {} }
                _ => { path.line d="M3 8H13" {} }
            }
        }
    }
}
