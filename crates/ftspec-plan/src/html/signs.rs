//! Signs beside words: a shape for each verdict, and for what holds and what does not. A word always stands beside them,
//! so that neither colour nor shape is needed to understand them.

use maud::{Markup, html};

use super::Page;
use crate::headings;
use crate::plan::{Answer, FindingLevel, Holds, Standing, Turn, VerdictWord};

impl Page<'_> {
    /// Whether a condition holds; neither is good or bad.
    pub fn holds(&self, holds: Holds) -> Markup {
        let tone = match holds {
            Holds::Yes => "note",
            Holds::No => "none",
            Holds::Unknown => "open",
        };
        mark(tone, headings::holds(self.lang, holds))
    }

    /// Whether a requirement or guard is met.
    pub fn met(&self, holds: Holds) -> Markup {
        let tone = match holds {
            Holds::Yes => "yes",
            Holds::No => "no",
            Holds::Unknown => "open",
        };
        mark(tone, headings::met(self.lang, holds))
    }

    /// What a plan answers, where yes is good.
    pub fn answer(&self, answer: Answer) -> Markup {
        let tone = match answer {
            Answer::Yes => "yes",
            Answer::No => "no",
            Answer::Unsaid => "open",
        };
        mark(tone, headings::answer(self.lang, answer))
    }

    /// What a plan answers, where yes is bad.
    pub fn warning_answer(&self, answer: Answer) -> Markup {
        let tone = match answer {
            Answer::Yes => "no",
            Answer::No => "yes",
            Answer::Unsaid => "open",
        };
        mark(tone, headings::answer(self.lang, answer))
    }

    /// What came of a way.
    pub fn standing(&self, standing: Standing) -> Markup {
        let tone = match standing {
            Standing::Enough | Standing::InUse => "yes",
            Standing::FallsShort => "no",
            Standing::Tried => "open",
            Standing::Advised => "note",
            Standing::NotTried => "none",
        };
        mark(tone, headings::standing(self.lang, standing))
    }

    /// Which way a question sends.
    pub fn turn(&self, turn: Turn) -> Markup {
        let tone = match turn {
            Turn::On => "yes",
            Turn::Off => "no",
            Turn::Open => "open",
            Turn::NotAsked => "none",
        };
        mark(tone, headings::turn(self.lang, turn))
    }

    /// How much a finding weighs.
    pub fn level(&self, level: FindingLevel) -> Markup {
        let tone = match level {
            FindingLevel::Deny => "no",
            FindingLevel::Warn => "open",
            FindingLevel::Note => "note",
        };
        mark(tone, headings::level(self.lang, level))
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
