//! One sentence: the phrases of the tables in it, its clauses, and what a negation turns off.

use crate::Lexicon;
use crate::class::{Class, Classes};
use crate::unit::{self, Mark, Unit, Units};

/// A word or phrase of the tables, found in a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// Its first and last unit.
    pub first: usize,
    pub last: usize,
    /// Where it begins and ends, in halves of a word.
    pub from: u32,
    pub to: u32,
    pub classes: Classes,
    /// The clause of the sentence that it stands in, counted by commas.
    pub clause: u32,
    /// Whether a negation turns it off.
    pub off: bool,
}

impl Hit {
    /// Its bytes in the text.
    pub fn span(&self, units: &[Unit]) -> std::ops::Range<usize> {
        unit::bytes(units, self.first, self.last)
    }
}

/// A sentence is cut after so many units, so that no text makes a search long.
const LONGEST_SENTENCE: usize = 400;

/// A sentence is short up to here, in halves of a word.
const SHORT: u32 = 18;

/// The sentences of a text, read into one place that is used again for each.
pub(crate) struct Sentence {
    pub units: Vec<Unit>,
    pub hits: Vec<Hit>,
    /// What stands in each clause and is not turned off.
    pub clauses: Vec<Classes>,
    /// What stands in the sentence.
    pub classes: Classes,
    /// Whether it speaks against what it tells of: "training facts in is a mistake".
    pub against: bool,
}

impl Sentence {
    pub fn new() -> Self {
        // Room for most sentences, so that they need not be moved as they grow.
        let (units, hits, clauses) = (Vec::with_capacity(64), Vec::with_capacity(32), Vec::with_capacity(8));
        Sentence { units, hits, clauses, classes: Classes::NONE, against: false }
    }

    /// Reads the next sentence of a text. False at its end.
    pub fn next(&mut self, text: &mut Units<'_>, lexicon: &Lexicon) -> bool {
        if !text.sentence(LONGEST_SENTENCE, &mut self.units) {
            return false;
        }
        self.find(lexicon);
        self.scope();
        self.against = self.speaks_against();
        true
    }

    /// The longest phrase from each unit on; one that lies within another is no find of its own.
    fn find(&mut self, lexicon: &Lexicon) {
        self.hits.clear();
        let mut covered = 0;
        for (index, unit) in self.units.iter().enumerate() {
            let (length, classes) = match unit.mark {
                Some(Mark::List) => (1, Classes::of(&[Class::Enumeration])),
                Some(Mark::Plus) => (1, Classes::of(&[Class::And])),
                Some(Mark::Slash | Mark::Colon) => (1, Classes::of(&[Class::Slash])),
                Some(Mark::Dash | Mark::Open | Mark::Close) => (1, Classes::of(&[Class::Comma, Class::Bracket])),
                Some(_) => (1, Classes::of(&[Class::Comma])),
                None => match lexicon.longest(&self.units[index..]) {
                    Some(found) => found,
                    None => continue,
                },
            };
            let end = index + length;
            if end <= covered {
                continue;
            }
            covered = end;
            let last = &self.units[end - 1];
            let to = last.at + if last.exact >> 63 == 1 { 2 } else { u32::from(last.exact != 0) };
            self.hits.push(Hit { first: index, last: end - 1, from: unit.at, to, classes, clause: 0, off: false });
        }
    }

    fn scope(&mut self) {
        self.clauses.clear();
        self.clauses.push(Classes::NONE);
        self.classes = Classes::NONE;
        let (mut clause, mut off) = (0, false);
        for index in 0..self.hits.len() {
            if self.hits[index].classes.has(Class::OffBefore) {
                let clause_so_far = self.hits[..index].iter_mut().rev().take_while(|hit| hit.clause == clause);
                clause_so_far.for_each(|hit| hit.off = true);
                self.clauses[clause as usize] = Classes::NONE;
            }
            if self.hits[index].classes.has(Class::Narrow) {
                self.hits[..index].iter_mut().for_each(|hit| hit.off = true);
                self.clauses.fill(Classes::NONE);
            }
            let hit = &mut self.hits[index];
            if hit.classes.has(Class::Only) {
                off = false;
            }
            if hit.classes.has(Class::Comma) || hit.classes.has(Class::On) {
                (clause, off) = (clause + 1, false);
                self.clauses.push(Classes::NONE);
            }
            hit.clause = clause;
            hit.off = off;
            if hit.classes.has(Class::Off) {
                off = true;
            }
            self.classes = self.classes.with(hit.classes);
            if !hit.off {
                let here = &mut self.clauses[clause as usize];
                *here = here.with(hit.classes);
            }
        }
    }

    fn speaks_against(&self) -> bool {
        self.hits.iter().any(|hit| hit.classes.has(Class::Against) && !hit.off)
    }

    /// Whether it is a short word on the sentence before: that this is a mistake, or that looking up does it better.
    pub fn takes_back(&self) -> bool {
        const OF_ITS_OWN: Classes = Classes::of(&[Class::Tune, Class::Learn, Class::Inject, Class::NoRetrieval]);
        let begins = self.units.first().map_or(0, |first| first.at);
        let short = self.units.last().is_some_and(|last| last.at < begins + SHORT);
        let looked_up = self.live().has(Class::Retrieval);
        short && (self.against || looked_up) && !self.live().meets(OF_ITS_OWN)
    }

    /// What stands in the sentence and is not turned off.
    pub fn live(&self) -> Classes {
        self.clauses.iter().fold(Classes::NONE, |all, clause| all.with(*clause))
    }

    /// What stands, not turned off, in the clauses from one to another.
    pub fn within(&self, from: u32, to: u32) -> Classes {
        self.clauses[from as usize..=to as usize].iter().fold(Classes::NONE, |all, clause| all.with(*clause))
    }
}
