//! The aims of a statement: of which kinds they are, and whether they are one aim or several.
//!
//! A sentence is a list of items, parted by commas and by words that join. Each item has at most one kind: that of the
//! asks found in it, else that of its head, which stands first in English and last in Chinese.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::sentence::Sentence;
use crate::table::Hit;
use crate::unit::Unit;
use crate::{Ask, Label};

/// A kind of aim. All properties of one output are of one kind; each task is a kind of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Form,
    Truth,
    Knowledge,
    Ability,
    Limits,
    Cost,
    Tools,
    Instructions,
    Quality,
    /// A task, by its place in [`TASKS`].
    Task(usize),
}

/// Kinds that are no tasks, by the words that stand for them.
const PROPERTIES: [(Kind, Classes); 7] = [
    (
        Kind::Limits,
        Classes::of(&[
            Class::Refuse,
            Class::Refusing,
            Class::Escalate,
            Class::Rules,
            Class::Norms,
            Class::Ruled,
            Class::Safe,
        ]),
    ),
    (Kind::Truth, Classes::of(&[Class::Truth])),
    (Kind::Form, Classes::of(&[Class::Form])),
    (Kind::Ability, Classes::of(&[Class::Reason, Class::Skill])),
    (Kind::Tools, Classes::of(&[Class::Tool])),
    (Kind::Instructions, Classes::of(&[Class::Instruct])),
    (Kind::Cost, Classes::of(&[Class::Cost])),
];

const TASKS: [Class; 12] = [
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
];

/// What parts two items.
const PARTS: Classes = Classes::of(&[Class::Comma, Class::Enumeration, Class::And, Class::Also, Class::On]);

/// One aim: its kind, and the phrase that names it.
struct Aim {
    kind: Kind,
    phrase: Range<usize>,
}

/// The aims of a text, as far as it was read.
#[derive(Default)]
pub(crate) struct Aims {
    /// The first of each kind.
    found: Vec<Aim>,
    /// A phrase that says that there are several.
    many: Option<Range<usize>>,
    /// Whether a word says that one thing comes on top of another.
    also: bool,
    /// How many items begin with "learn": 学会…学会…学会….
    lessons: Vec<Range<usize>>,
}

impl Aims {
    /// Takes in the aims of a sentence; `asks` are those found in it.
    pub fn read(&mut self, sentence: &Sentence, asks: &[Ask]) {
        let hits = &sentence.hits;
        let mut first = 0;
        while first < hits.len() {
            let length = hits[first..].iter().take_while(|hit| !hit.classes.meets(PARTS)).count();
            self.item(sentence, first..first + length, asks);
            if let Some(part) = hits.get(first + length) {
                self.also |= part.classes.has(Class::Also) && !part.off;
                // 并 and 同时 may be part of a phrase that is an aim itself.
                if part.classes.meets(TASK_CLASSES) {
                    self.item(sentence, first + length..first + length + 1, asks);
                }
            }
            first += length + 1;
        }
        let many = hits.iter().find(|hit| hit.classes.has(Class::Many) && !hit.off);
        if let (None, Some(hit)) = (&self.many, many) {
            self.many = Some(hit.span(&sentence.units));
        }
    }

    fn item(&mut self, sentence: &Sentence, item: Range<usize>, asks: &[Ask]) {
        let hits = &sentence.hits[item];
        let (Some(first), Some(last)) = (hits.first(), hits.last()) else { return };
        let beside = sentence.within(first.clause, last.clause);
        let looked_up = beside.has(Class::Retrieval) && !sentence.classes.has(Class::NoRetrieval);
        if looked_up || beside.has(Class::Elsewhere) || hits.iter().any(|hit| hit.classes.has(Class::Result)) {
            return;
        }
        let bytes = sentence.units[first.first].start..sentence.units[last.last].end;
        if hits.iter().any(|hit| hit.classes.has(Class::Learn) && !hit.off) && self.lessons.len() < MOST_LESSONS {
            self.lessons.push(bytes.clone());
        }
        let ask = asks
            .iter()
            .rev()
            .take_while(|ask| ask.span.end >= bytes.start)
            .filter(|ask| bytes.contains(&ask.span.start));
        // The rest of a phrase that began in an item before.
        let mut asked = asks
            .iter()
            .any(|ask| ask.span.start < bytes.start && bytes.start < ask.span.end && ask.label != Label::Vague);
        for ask in ask {
            let kind = match ask.label {
                Label::Knowledge => Kind::Knowledge,
                Label::Capability => Kind::Ability,
                Label::Rule | Label::Escalation => Kind::Limits,
                Label::Vague if ask.why != "vague" => Kind::Quality,
                Label::Vague | Label::MultiGoal => continue,
            };
            asked |= kind != Kind::Quality;
            self.add(kind, ask.span.clone());
        }
        if asked {
            return;
        }
        // Making things up is an aim where there is to be less of it.
        let less = hits.iter().any(|hit| hit.off || hit.classes.meets(LESS));
        if let (true, Some(hit)) = (less, hits.iter().find(|hit| hit.classes.has(Class::Halluc))) {
            self.add(Kind::Truth, hit.span(&sentence.units));
            return;
        }
        let live = |hit: &&Hit| !hit.off && kind(hit).is_some();
        let chinese = |unit: &Unit| unit.exact >> 63 == 0;
        let ends_chinese = hits.iter().rev().find(live).is_some_and(|hit| chinese(&sentence.units[hit.last]));
        let head = if ends_chinese { hits.iter().rev().find(live) } else { hits.iter().find(live) };
        if let Some((hit, kind)) = head.and_then(|hit| Some((hit, kind(hit)?))) {
            self.add(kind, hit.span(&sentence.units));
        }
    }

    fn add(&mut self, kind: Kind, phrase: Range<usize>) {
        if self.found.iter().all(|aim| aim.kind != kind) {
            self.found.push(Aim { kind, phrase });
        }
    }

    fn has(&self, kind: Kind) -> bool {
        self.found.iter().any(|aim| aim.kind == kind)
    }

    /// The phrase of each aim, where there are several of different kinds.
    pub fn several(&self) -> Vec<Range<usize>> {
        let counted: Vec<&Aim> = self.found.iter().filter(|aim| self.counts(aim.kind)).collect();
        let is_task = |aim: &&&Aim| matches!(aim.kind, Kind::Task(_));
        let tasks = counted.iter().filter(is_task).count();
        let properties = counted.len() - tasks;
        let mut phrases: Vec<Range<usize>> = if properties >= 2 {
            counted.iter().filter(|aim| !is_task(aim)).map(|aim| aim.phrase.clone()).collect()
        } else if tasks >= 3 || tasks + properties >= if self.also { 2 } else { 3 } {
            counted.iter().map(|aim| aim.phrase.clone()).collect()
        } else if let Some(many) = &self.many {
            vec![many.clone()]
        } else if self.lessons.len() >= MOST_LESSONS {
            self.lessons.clone()
        } else {
            Vec::new()
        };
        phrases.sort_by_key(|phrase| phrase.start);
        phrases
    }

    /// Whether an aim of this kind counts beside the others.
    fn counts(&self, kind: Kind) -> bool {
        match kind {
            // Accuracy is how knowledge and ability are measured.
            Kind::Quality => !self.has(Kind::Knowledge) && !self.has(Kind::Ability) && !self.has(Kind::Truth),
            // The same with fewer tokens is one aim.
            Kind::Cost => self.has(Kind::Form) || self.has(Kind::Limits) || self.has(Kind::Ability),
            // Rules are a sort of knowledge, and so is what a field thinks like.
            Kind::Knowledge => {
                let others =
                    self.found.iter().filter(|aim| !matches!(aim.kind, Kind::Knowledge | Kind::Quality | Kind::Cost));
                others.clone().count() >= 2
                    || others.clone().any(|aim| !matches!(aim.kind, Kind::Limits | Kind::Ability | Kind::Truth))
            }
            // A task has a form.
            Kind::Form => self.also || !self.found.iter().any(|aim| matches!(aim.kind, Kind::Task(_))),
            _ => true,
        }
    }
}

/// So many lessons in a row are several aims, whatever they are.
const MOST_LESSONS: usize = 3;

const LESS: Classes = Classes::of(&[Class::Off, Class::Reduce]);

const TASK_CLASSES: Classes = Classes::of(&TASKS);

fn kind(hit: &Hit) -> Option<Kind> {
    let property = PROPERTIES.iter().find(|(_, classes)| classes.meets(hit.classes)).map(|(kind, _)| *kind);
    property.or_else(|| TASKS.iter().position(|class| hit.classes.has(*class)).map(Kind::Task))
}
