//! What a phrase can ask of a training, and the names by which tables and configuration know it.

use crate::class::{Class, Classes};

/// What a phrase asks of a training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Label {
    /// One of two or more aims of different kinds; one ask for each aim.
    MultiGoal,
    /// Facts, documents, products or news are to be remembered.
    Knowledge,
    /// Reasoning, maths, understanding, a new domain or language is to be learnt.
    Capability,
    /// Rules, limits, conditions, compliance or disclaimers are to be learnt.
    Rule,
    /// The model is to find out by itself when to refuse or to hand over.
    Escalation,
    /// No definite behaviour is named, here or elsewhere in the text.
    Vague,
}

impl Label {
    /// Every label, in the order of the enum.
    pub const ALL: [Label; 6] =
        [Label::MultiGoal, Label::Knowledge, Label::Capability, Label::Rule, Label::Escalation, Label::Vague];

    /// Every label, in the order of the enum.
    pub fn all() -> &'static [Label] {
        &Self::ALL
    }

    /// Its name, as it is written in configuration.
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

    /// The label of this name.
    pub fn from_name(name: &str) -> Option<Label> {
        Self::ALL.into_iter().find(|label| label.name() == name)
    }

    /// The class of a team's own phrases.
    pub(crate) fn own(self) -> Classes {
        Classes::of(&[match self {
            Label::MultiGoal => Class::OwnMultiGoal,
            Label::Knowledge => Class::OwnKnowledge,
            Label::Capability => Class::OwnCapability,
            Label::Rule => Class::OwnRule,
            Label::Escalation => Class::OwnEscalation,
            Label::Vague => Class::OwnVague,
        }])
    }
}
