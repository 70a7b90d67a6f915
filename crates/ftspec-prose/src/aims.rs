//! The aims of a statement: of which kinds they are, and whether they are one aim or several.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::sentence::Sentence;
use crate::table::Hit;

/// Kinds of aim. Properties of one output are of one kind; each task is a kind of its own.
const KINDS: [Classes; 22] = [
    Classes::of(&[Class::Form]),
    Classes::of(&[Class::Halluc]),
    Classes::of(&[Class::Reason, Class::Skill]),
    Classes::of(&[Class::Refuse, Class::Refusing, Class::Escalate, Class::Rules, Class::Ruled, Class::Safe]),
    Classes::of(&[Class::Cost]),
    Classes::of(&[Class::Tool]),
    Classes::of(&[Class::Instruct]),
    Classes::of(&[Class::Quality, Class::Better]),
    Classes::of(&[Class::Known]),
    Classes::of(&[Class::Classify]),
    Classes::of(&[Class::Extract]),
    Classes::of(&[Class::Translate]),
    Classes::of(&[Class::Summarise]),
    Classes::of(&[Class::Write]),
    Classes::of(&[Class::Rewrite]),
    Classes::of(&[Class::Score]),
    Classes::of(&[Class::Question]),
    Classes::of(&[Class::Check]),
    Classes::of(&[Class::Code]),
    Classes::of(&[Class::Recommend]),
    Classes::of(&[Class::Analyse]),
    Classes::of(&[Class::Tongue]),
];
/// The kinds from here on are tasks.
const FIRST_TASK: usize = 9;
const ANY_KIND: Classes = {
    let mut all = Classes::NONE;
    let mut index = 0;
    while index < KINDS.len() {
        all = all.with(KINDS[index]);
        index += 1;
    }
    all
};

/// What joins two aims.
const JOINS: Classes = Classes::of(&[Class::Comma, Class::Enumeration, Class::And, Class::Also]);

/// The aims found so far: the first phrase of each kind.
#[derive(Default)]
pub(crate) struct Aims {
    found: [Option<Range<usize>>; KINDS.len()],
    /// A phrase that says that there are several.
    pub many: Option<Range<usize>>,
    also: bool,
    joined: bool,
}

impl Aims {
    /// Takes in the aims of a sentence.
    pub fn read(&mut self, sentence: &Sentence) {
        if !sentence.classes.meets(ANY_KIND) && !sentence.classes.has(Class::Many) {
            return;
        }
        let mut join_since = false;
        let mut before: Option<usize> = None;
        for hit in &sentence.hits {
            let clause = sentence.within(hit.clause, hit.clause);
            let elsewhere = clause.has(Class::Elsewhere)
                || (clause.has(Class::Retrieval) && !sentence.classes.has(Class::NoRetrieval));
            let live = !elsewhere && (!hit.off || hit.classes.has(Class::Halluc));
            if live && hit.classes.has(Class::Many) && self.many.is_none() {
                self.many = Some(hit.span(&sentence.units));
            }
            if hit.classes.has(Class::Also) && live {
                self.also = true;
            }
            if hit.classes.meets(JOINS) {
                join_since = true;
            }
            if !live {
                continue;
            }
            let Some(kind) = kind(hit) else { continue };
            if before.is_some_and(|before| before != kind) && join_since {
                self.joined = true;
            }
            before = Some(kind);
            join_since = false;
            if self.found[kind].is_none() {
                self.found[kind] = Some(hit.span(&sentence.units));
            }
        }
    }

    /// The phrase of each aim, where there are several of different kinds.
    pub fn several(&self) -> Vec<Range<usize>> {
        let count = |kinds: &[Option<Range<usize>>]| kinds.iter().flatten().count();
        let (properties, tasks) = (count(&self.found[..FIRST_TASK]), count(&self.found[FIRST_TASK..]));
        let several = self.joined && (properties >= 2 || tasks >= 3 || (tasks >= 2 && self.also));
        if !several {
            return self.many.iter().cloned().collect();
        }
        let kinds = if properties >= 2 { &self.found[..FIRST_TASK] } else { &self.found[FIRST_TASK..] };
        let mut phrases: Vec<_> = kinds.iter().flatten().cloned().collect();
        phrases.sort_by_key(|phrase| phrase.start);
        phrases
    }
}

fn kind(hit: &Hit) -> Option<usize> {
    KINDS.iter().position(|classes| classes.meets(hit.classes))
}
