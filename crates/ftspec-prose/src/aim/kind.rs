//! Kinds of aims, and the words that stand for them.

use crate::class::{Class, Classes};
use crate::sentence::Hit;
use crate::unit::Unit;

/// A kind of aim. All properties of one output are of one kind; each task is a kind of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Form,
    Truth,
    Knowledge,
    Ability,
    Limits,
    Cost,
    Tools,
    Instructions,
    /// Accuracy, coherence and the like, by its word.
    Quality(u64),
    /// A task, by its place in [`TASKS`].
    Task(usize),
    /// A task that has no class, by its word.
    Deed(u64),
}

impl Kind {
    /// Whether it is something to be done, and no property of what is done.
    pub fn is_task(self) -> bool {
        matches!(self, Kind::Task(_) | Kind::Deed(_))
    }

    /// Whether it is an aim of its own beside any other.
    pub fn stands_alone(self) -> bool {
        matches!(self, Kind::Form | Kind::Truth | Kind::Ability | Kind::Tools | Kind::Instructions | Kind::Cost)
    }

    /// Whether a list in which this stands is a list of aims.
    pub fn stands_for_a_list(self) -> bool {
        !matches!(self, Kind::Form | Kind::Quality(_) | Kind::Knowledge | Kind::Cost | Kind::Limits)
    }
}

/// Kinds that are no tasks, by the words that stand for them.
pub(super) const PROPERTIES: [(Kind, Classes); 7] = [
    (
        Kind::Limits,
        Classes::of(&[Class::Refuse, Class::Refusing, Class::Escalate, Class::Rules, Class::Ruled, Class::Safe]),
    ),
    (Kind::Truth, Classes::of(&[Class::Truth])),
    (Kind::Form, Classes::of(&[Class::Form])),
    (Kind::Ability, Classes::of(&[Class::Reason, Class::Skill, Class::Trait])),
    (Kind::Tools, Classes::of(&[Class::Tool])),
    (Kind::Instructions, Classes::of(&[Class::Instruct])),
    (Kind::Cost, Classes::of(&[Class::Cost])),
];

/// The words that stand for a task, each of a kind of its own.
pub(crate) const TASKS: [Class; 13] = [
    Class::Classify,
    Class::Extract,
    Class::Translate,
    Class::Summarise,
    Class::Write,
    Class::Rewrite,
    Class::Score,
    Class::Question,
    Class::Check,
    Class::Code,
    Class::Recommend,
    Class::Analyse,
    Class::Search,
];

/// What a Chinese item is by its own words, even in a list of abilities.
pub(super) const NAMED: [Kind; 6] =
    [Kind::Truth, Kind::Tools, Kind::Task(TRANSLATION), Kind::Task(SUMMARY), Kind::Task(WRITING), Kind::Task(QUESTION)];

/// The places of translating, summarising and writing in [`TASKS`].
const TRANSLATION: usize = 2;
const SUMMARY: usize = 3;
const WRITING: usize = 4;

/// The place of answering questions in [`TASKS`].
pub(super) const QUESTION: usize = 7;

/// What is done and has no class of its own.
const DEEDS: Classes = Classes::of(&[Class::Deed, Class::Verb]);

/// What is a property.
const ANY_PROPERTY: Classes = {
    let (mut all, mut at) = (Classes::NONE, 0);
    while at < PROPERTIES.len() {
        all = all.with(PROPERTIES[at].1);
        at += 1;
    }
    all
};
/// What is a task.
const ANY_TASK: Classes = Classes::of(&TASKS);

/// The kind that a phrase stands for. Most stand for none, and each is asked often.
pub(super) fn kind(hit: &Hit, units: &[Unit]) -> Option<Kind> {
    if hit.classes.meets(ANY_PROPERTY) {
        PROPERTIES.iter().find(|(_, classes)| classes.meets(hit.classes)).map(|(kind, _)| *kind)
    } else if hit.classes.meets(ANY_TASK) {
        TASKS.iter().position(|class| hit.classes.has(*class)).map(Kind::Task)
    } else {
        hit.classes.meets(DEEDS).then(|| Kind::Deed(units[hit.first].stem))
    }
}
