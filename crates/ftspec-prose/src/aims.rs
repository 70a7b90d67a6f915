//! The aims of a statement: of which kinds they are, and whether they are one aim or several.
//!
//! A sentence is a list of items, parted by commas and by words that join. Each item ([`item`]) has at most one kind
//! ([`aim`]); whether the kinds of a list are several aims is judged in [`kinds`], whether its shape says so in
//! [`several`] and beside it.

mod item;
mod kinds;
mod rows;
mod several;
mod shapes;

use std::ops::Range;

use crate::Ask;
use crate::aim::{self, Kind, WISHES};
use crate::class::{Class, Classes};
use crate::ending::Ending;
use crate::sentence::{Hit, Sentence};
use crate::unit::Mark;
use item::{After, Item, item, stands_before};
use shapes::{announced, asides, both, of_output, past, purposes};

/// What parts two items.
const PARTS: Classes =
    Classes::of(&[Class::Comma, Class::Enumeration, Class::Slash, Class::And, Class::Or, Class::Also, Class::On]);

/// The items of a text, as far as it was read.
#[derive(Default)]
pub(crate) struct Aims {
    items: Vec<Item>,
    /// A phrase that says that there are several.
    many: Option<Range<usize>>,
    /// "Handles both this and that", of whatever they are.
    both: Option<Range<usize>>,
    /// Whether one training is to bring all of it.
    union: bool,
    /// Whether it says that there is one aim.
    single: bool,
    /// Wherever "learn" is said: 学会…学会…学会….
    lessons: Vec<Range<usize>>,
    /// The first item of a list that is announced as what is to be learnt: 学会：….
    announced: Option<usize>,
}

impl Aims {
    /// Takes in the items of a sentence; `asks` are those found in it.
    pub fn read(&mut self, sentence: &Sentence, asks: &[Ask]) {
        let hits = &sentence.hits;
        let (mut first, mut also, mut able, mut from, mut after) = (0, false, false, 0, After::Other);
        let (mut aside, mut understood, mut wishes, mut details) = (false, false, false, false);
        // Whether a task begins with a verb in -s, and whether one ends in a noun of doing.
        let (mut third, mut doing) = (false, false);
        let (mut before, mut result) = (Ending::Ing, false);
        let announced = announced(sentence);
        let of_output = of_output(sentence);
        let asides = asides(sentence);
        let begun = self.items.len();
        let read = |first: usize, length: usize, from: usize, until: usize| {
            let hits = &hits[first..first + length];
            aim::Item { sentence, asks, hits, units: from..until }
        };
        while from < sentence.units.len() && self.items.len() < MOST_ITEMS {
            let length = (first..hits.len()).take_while(|at| !parts(hits, first, *at, also)).count();
            let part = hits.get(first + length);
            let until = part.map_or(sentence.units.len(), |part| part.first);
            // Between "," and "and" stands no item, and what stands in brackets is said about one.
            let empty = until <= from;
            let skipped = aside && !announced && !sentence.classes.meets(ONE_RUN);
            let (lead, begins_at) = past(&asides, first..first + length, sentence, from);
            let told = lead > first && (lead == first + length || begins_at >= until);
            if told {
                after = After::Other;
            } else if !empty && !skipped {
                let supposed = hits[first..first + length].iter().any(|hit| hit.classes.has(Class::If));
                let mut item = item(sentence, asks, lead..first + length, begins_at..until);
                // "…, saving us the lookup" is what comes of it, and no aim beside a verb of another form.
                let gerund = item.begins == Ending::Ing && before != Ending::Ing;
                result = gerund && (result || after == After::Comma && item.aim.as_ref().is_none_or(|aim| aim.open));
                if result {
                    item.aim = None;
                } else {
                    before = item.begins;
                }
                item.aim = item.aim.filter(|_| !supposed);
                let task = item.aim.as_ref().is_some_and(|aim| aim.kind.is_task());
                third |= item.begins == Ending::S && task && item.aim.as_ref().is_some_and(|aim| aim.leads);
                doing |= task && read(first, length, from, until).ends_in_doing();
                // What is to be understood, and what it is made of: "understand the jargon, sections and context".
                let verb = |hit: &&Hit| !hit.classes.meets(BEFORE_VERBS);
                let verb = hits[first..first + length].iter().find(verb).is_some_and(|hit| hit.classes.has(Class::Put));
                let anew = verb
                    || after == After::Semicolon
                    || hits[first..first + length].iter().any(|hit| hit.classes.meets(WISHES));
                understood = understood && !anew;
                if understood && item.aim.as_ref().is_some_and(|aim| matches!(aim.kind, Kind::Form | Kind::Tools)) {
                    item.aim = None;
                }
                let english = |hit: &Hit| sentence.units[hit.first].exact >> 63 == 1;
                let knows = |hit: &Hit| {
                    hit.classes.has(Class::Understand)
                        || hit.classes.meets(KNOWN) && !hit.classes.has(Class::Learn) && english(hit)
                };
                understood |= hits[first..first + length].iter().any(knows);
                item.parallel = if item.aim.is_none() { read(first, length, from, until).parallel() } else { None };
                item.aim = item.aim.filter(|aim| !(of_output && aim.kind.is_task()));
                details = item.detail || details && matches!(after, After::And | After::Mark);
                item.aim = item.aim.filter(|aim| !details || aim.kind != Kind::Form && !aim.kind.is_task());
                item.also |= also || item.too && !item.concedes;
                item.wish |= also;
                item.wishes |= wishes;
                item.able_too = able;
                // 语气、格式或规矩: what ends a list in Chinese is one of all.
                let of_list =
                    after == After::Or && item.chinese && self.items.len() > begun && sentence.live().meets(TAUGHT);
                let of_list = of_list && self.items.last().is_some_and(|item| item.after == After::Mark);
                item.after = if of_list { After::And } else { after };
                item.first = self.items.len() == begun;
                self.items.push(item);
                after = After::Comma;
                (also, wishes, able) = (false, false, false);
            }
            let Some(part) = part else { break };
            also |= part.classes.has(Class::Also) && !part.off;
            able |= part.classes.has(Class::Also) && part.classes.meets(ABLE) && !part.off;
            wishes |= part.classes.has(Class::Also) && part.classes.meets(OWN_WISH) && !part.off;
            from = part.last + 1;
            let mark = sentence.units[part.first].mark;
            if mark == Some(Mark::Colon) && rows::announces(hits, first + length) {
                self.announced.get_or_insert(self.items.len());
            }
            aside = mark == Some(Mark::Open) || aside && mark != Some(Mark::Close);
            after = stands_before(part.classes, mark, after, empty);
            first += length + 1;
        }
        // "takes histories and writes letters": what stands parallel to a task is one, and so are three in a row.
        let row = |item: &&Item| item.parallel.as_ref().is_some_and(|(form, _)| *form == Ending::S);
        third |= sentence.classes.meets(TRAINING) && self.items[begun..].iter().filter(row).count() >= MANY_PARALLEL;
        for item in &mut self.items[begun..] {
            let form = item.parallel.as_ref().map(|(form, _)| *form);
            if form == Some(Ending::S) && third || form == Some(Ending::Tion) && doing {
                item.aim = item.parallel.take().map(|(_, aim)| aim);
            }
        }
        self.union |= announced || sentence.classes.has(Class::Union);
        self.single |= sentence.live().has(Class::Single);
        let lessons = hits.iter().filter(|hit| hit.classes.has(Class::Learn) && !hit.off);
        let room = MOST_ITEMS - self.lessons.len();
        self.lessons.extend(lessons.take(room).map(|hit| hit.span(&sentence.units)));
        self.both = self.both.take().or_else(|| both(sentence)).or_else(|| purposes(sentence));
        let many = hits.iter().find(|hit| hit.classes.has(Class::Many) && !hit.off);
        if let (None, Some(hit)) = (&self.many, many) {
            self.many = Some(hit.span(&sentence.units));
        }
    }
}

/// Whether a phrase parts two items; after "besides doing this" the model that is to do that begins another.
fn parts(hits: &[Hit], first: usize, at: usize, also: bool) -> bool {
    let modal = || hits.get(at + 1).is_some_and(|next| next.classes.has(Class::Modal));
    hits[at].classes.meets(PARTS) || also && at > first && hits[at].classes.has(Class::Model) && modal()
}

/// So many unknown words in -s, each at the beginning of an item, are verbs.
const MANY_PARALLEL: usize = 3;

/// What is followed by what a model is to learn.
const TAUGHT: Classes = Classes::of(&[Class::Make, Class::Learn, Class::Improve]);

const TRAINING: Classes = Classes::of(&[Class::Tune, Class::Union, Class::Model]);

/// What is followed by a list of what is known.
const KNOWN: Classes = Classes::of(&[Class::Know]);

/// A list of wishes longer than this need not be kept.
const MOST_ITEMS: usize = 256;

/// What gives each item of a list a wish of its own.
const OWN_WISH: Classes = Classes::of(&[Class::Make, Class::Able, Class::Ba, Class::Reduce]);

/// What makes an item on top an ability, or a wish.
const ABLE: Classes = Classes::of(&[Class::Able, Class::Make]);

/// What says that one training is to bring all of it.
const ONE_RUN: Classes = Classes::of(&[Class::Union, Class::Many]);

/// What may stand before a verb.
const BEFORE_VERBS: Classes = Classes::of(&[Class::To, Class::Generic, Class::Make, Class::Model, Class::Able]);
