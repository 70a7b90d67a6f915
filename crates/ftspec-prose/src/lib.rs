//! A sentence in English or Chinese, and what it asks of a model, with the phrase that says so.

use std::ops::Range;

/// What a phrase asks of a training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    /// One of several aims of different kinds.
    MultiGoal,
    /// Facts are to be remembered.
    Knowledge,
    /// An ability is to be gained.
    Capability,
    /// Rules are to be followed from memory.
    Rule,
    /// The model is to find out itself when to refuse or hand over.
    Escalation,
    /// No definite behaviour.
    Vague,
}

impl Label {
    /// The name.
    pub fn name(self) -> &'static str {
        match self {
            Label::MultiGoal => "multi_goal",
            Label::Knowledge => "knowledge",
            Label::Capability => "capability",
            Label::Rule => "rule",
            Label::Escalation => "escalation",
            Label::Vague => "vague",
        }
    }

    /// All.
    pub fn all() -> &'static [Label] {
        &[Label::MultiGoal, Label::Knowledge, Label::Capability, Label::Rule, Label::Escalation, Label::Vague]
    }
}

/// Something asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What.
    pub label: Label,
    /// The phrase, in bytes of the text.
    pub span: Range<usize>,
    /// The pattern that matched.
    pub why: &'static str,
}

/// Compiled patterns.
#[derive(Debug)]
pub struct Lexicon(());

impl Lexicon {
    /// The built-in patterns.
    pub fn built_in() -> &'static Lexicon {
        &Lexicon(())
    }

    /// With more.
    pub fn with(_phrases: &[(Label, String)]) -> Result<Lexicon, std::convert::Infallible> {
        Ok(Lexicon(()))
    }

    /// What a text asks for.
    pub fn read(&self, _text: &str) -> Vec<Ask> {
        Vec::new()
    }

    /// Whether a round's purpose speaks of refusing.
    pub fn speaks_of_refusal(&self, _text: &str) -> Option<Range<usize>> {
        None
    }

    /// Whether a round's purpose is vague.
    pub fn vague_purpose(&self, _text: &str) -> Option<Range<usize>> {
        None
    }
}
