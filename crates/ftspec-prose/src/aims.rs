//! The aims of a statement: of which kinds they are, and whether they are one aim or several.
//!
//! A sentence is a list of items, parted by commas and by words that join. Each item has at most one kind ([`aim`]);
//! whether the kinds of a list are several aims is judged in [`several`].

mod several;

use std::ops::Range;

use crate::Ask;
use crate::aim::{self, Aim, Kind, WISHES};
use crate::class::{Class, Classes};
use crate::sentence::{Hit, Sentence};
use crate::unit::Mark;

/// What parts two items.
const PARTS: Classes =
    Classes::of(&[Class::Comma, Class::Enumeration, Class::Slash, Class::And, Class::Or, Class::Also, Class::On]);

/// One item of a list.
struct Item {
    /// What it is about, where that is known.
    aim: Option<Aim>,
    /// Whether the word before it says that it comes on top: also, 还要.
    also: bool,
    /// Its bytes.
    span: Range<usize>,
    /// Whether it is a word or two.
    tiny: bool,
    /// Whether it is a few words, in a sentence that wishes for something.
    short: bool,
    /// Whether it is a few words, wherever it stands.
    brief: bool,
    /// Whether it stands in a sentence that wishes for something.
    wished: bool,
    /// Whether it has a wish of its own: 代码要能跑, 把文风改成古风.
    wish: bool,
    /// Whether its own words wish for something, and not only the word that says that it comes on top.
    wishes: bool,
    /// Whether a word inside it says that it comes on top: 也.
    too: bool,
    /// Whether the word that says that it comes on top says so of an ability: 还能, 也会.
    able_too: bool,
    /// Whether it only grants what the next item overcomes: 没见过的…也能.
    concedes: bool,
    /// Whether it begins with a common verb of doing: 写纪要.
    acts: bool,
    /// Whether it begins with what the model is to be able to do: 会记曲谱.
    able: bool,
    /// Whether it says for whom it is done.
    served: bool,
    /// Whether it begins with the one for whom it is done: 给客户写信.
    serves: bool,
    /// Whether it adds to the output that was spoken of: 附上编号.
    detail: bool,
    /// Whether it speaks of the data of a training.
    data: bool,
    /// Whether it begins with a verb of its own: know, improve, refuse.
    verb: bool,
    /// Whether it is written in Chinese, where a comma parts clauses and no list.
    chinese: bool,
    /// What stands before it.
    after: After,
}

/// What stands before an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    /// A comma.
    Comma,
    /// The enumeration mark.
    Mark,
    /// "and", with or without a comma.
    And,
    /// A semicolon, which parts wishes that have commas of their own.
    Semicolon,
    /// A comma and "and": in Chinese a new clause, 并.
    CommaAnd,
    /// "or": one will do for the other.
    Or,
    /// A colon, which begins a list.
    Colon,
    /// Anything that begins a list: the start of a sentence, a bracket.
    Other,
}

impl After {
    fn is_and(self) -> bool {
        matches!(self, After::And | After::CommaAnd)
    }
}

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
}

impl Aims {
    /// Takes in the items of a sentence; `asks` are those found in it.
    pub fn read(&mut self, sentence: &Sentence, asks: &[Ask]) {
        let hits = &sentence.hits;
        let (mut first, mut also, mut able, mut from, mut after) = (0, false, false, 0, After::Other);
        let (mut aside, mut understood, mut wishes, mut details) = (false, false, false, false);
        while from < sentence.units.len() && self.items.len() < MOST_ITEMS {
            let length = hits[first..].iter().take_while(|hit| !hit.classes.meets(PARTS)).count();
            let part = hits.get(first + length);
            let until = part.map_or(sentence.units.len(), |part| part.first);
            // Between "," and "and" stands no item, and what stands in brackets is said about one.
            let empty = until <= from;
            let skipped = aside && !sentence.classes.meets(ONE_RUN);
            if !empty && !skipped {
                let mut item = item(sentence, asks, first..first + length, from..until);
                // What is to be understood, and what it is made of: "understand the jargon, sections and context".
                understood = understood && !hits[first..first + length].iter().any(|hit| hit.classes.meets(WISHES));
                if understood && item.aim.as_ref().is_some_and(|aim| aim.kind == Kind::Form) {
                    item.aim = None;
                }
                understood |= hits[first..first + length].iter().any(|hit| hit.classes.has(Class::Understand));
                details = item.detail || details && matches!(after, After::And | After::Mark);
                item.aim = item.aim.filter(|aim| !details || aim.kind != Kind::Form && !aim.kind.is_task());
                item.also |= also || item.too;
                item.wish |= also;
                item.wishes |= wishes;
                item.able_too = able;
                item.after = after;
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
            aside = mark == Some(Mark::Open) || aside && mark != Some(Mark::Close);
            after = stands_before(part.classes, mark, after, empty);
            first += length + 1;
        }
        self.union |= sentence.classes.has(Class::Union);
        self.single |= sentence.live().has(Class::Single);
        let lessons = hits.iter().filter(|hit| hit.classes.has(Class::Learn) && !hit.off);
        let room = MOST_ITEMS - self.lessons.len();
        self.lessons.extend(lessons.take(room).map(|hit| hit.span(&sentence.units)));
        self.both = self.both.take().or_else(|| both(sentence));
        let many = hits.iter().find(|hit| hit.classes.has(Class::Many) && !hit.off);
        if let (None, Some(hit)) = (&self.many, many) {
            self.many = Some(hit.span(&sentence.units));
        }
    }
}

impl Item {
    /// Whether it may go on with the list of the item before.
    fn goes_on(&self) -> bool {
        match self.after {
            After::Other | After::Colon | After::Or | After::Semicolon => false,
            After::Comma | After::CommaAnd => self.wish || !self.chinese,
            After::And | After::Mark => true,
        }
    }

    fn stands_for_a_list(&self) -> bool {
        self.aim.as_ref().is_some_and(|aim| aim.kind.stands_for_a_list() && !aim.weak)
    }

    /// What names it best.
    fn phrase(&self) -> Range<usize> {
        self.aim.as_ref().map_or(self.span.clone(), |aim| aim.phrase.clone())
    }
}

/// The item of these phrases and units.
fn item(sentence: &Sentence, asks: &[Ask], hits: Range<usize>, units: Range<usize>) -> Item {
    let hits = &sentence.hits[hits];
    let aim = if hits.is_empty() { None } else { aim::Item { sentence, asks, hits, units: units.clone() }.aim() };
    let first_unit = units.start;
    let units = &sentence.units[units];
    let (first, last) = (&units[0], &units[units.len() - 1]);
    let begins = hits.iter().find(|hit| !hit.classes.meets(BEFORE_VERBS));
    let detail = begins.is_some_and(|hit| hit.classes.has(Class::Detail));
    let live = |classes: Classes| hits.iter().any(|hit: &Hit| hit.classes.meets(classes) && !hit.off);
    Item {
        aim,
        also: false,
        span: first.start..last.end,
        tiny: units.len() <= 2,
        wished: sentence.classes.meets(WISHES),
        brief: last.at < first.at + SHORT_ITEM,
        short: sentence.classes.meets(WISHES.with(ONE_RUN)) && last.at < first.at + SHORT_ITEM,
        wish: live(OWN_WISH),
        wishes: live(OWN_WISH),
        detail,
        able: hits
            .iter()
            .take_while(|hit| hit.classes.meets(BEFORE_VERBS))
            .any(|hit| hit.classes.has(Class::Able) && !hit.off),
        able_too: false,
        concedes: hits.iter().any(|hit| hit.classes.meets(CONCEDED)),
        acts: begins.is_some_and(|hit| hit.first == first_unit && hit.classes.meets(ACTS) && !hit.off),
        served: live(Classes::of(&[Class::Serve])),
        serves: begins.is_some_and(|hit| hit.classes.has(Class::Serve)),
        too: live(Classes::of(&[Class::Too])),
        data: live(Classes::of(&[Class::Data])),
        verb: hits.iter().find(|hit| !hit.classes.meets(BEFORE_VERBS)).is_some_and(|hit| hit.classes.meets(VERBS)),
        chinese: last.exact >> 63 == 0,
        after: After::Other,
    }
}

/// What stands before the item that follows a part; `empty` where no item stood before the part.
fn stands_before(part: Classes, mark: Option<Mark>, before: After, empty: bool) -> After {
    if part.has(Class::Or) {
        After::Or
    } else if part.has(Class::And) {
        match before {
            // After a dash or a bracket begins something else.
            After::Other | After::Colon if empty => before,
            After::Comma if empty => After::CommaAnd,
            _ => After::And,
        }
    } else if empty && matches!(before, After::And | After::CommaAnd | After::Or) {
        before
    } else if mark == Some(Mark::Semicolon) {
        After::Semicolon
    } else if part.has(Class::Enumeration) {
        After::Mark
    } else if part.has(Class::Comma) && !part.has(Class::Bracket) {
        After::Comma
    } else if mark == Some(Mark::Colon) {
        After::Colon
    } else {
        After::Other
    }
}

/// Two things of which one verb of doing is said: "handle both complaints and bookings".
fn both(sentence: &Sentence) -> Option<Range<usize>> {
    let hits = &sentence.hits;
    let pair = hits.windows(2).position(|pair| {
        let beside = pair[0].last + 1 == pair[1].first && pair[0].clause == pair[1].clause && !pair[0].off;
        beside && pair[0].classes.meets(DOES) && pair[1].classes.has(Class::Both)
    })?;
    let and = hits[pair + 2..].iter().take_while(|hit| hit.clause == hits[pair].clause);
    let and = and.into_iter().find(|hit| hit.classes.has(Class::And))?;
    let last = sentence.units.get(and.last + 1)?;
    Some(sentence.units[hits[pair].first].start..last.end)
}

/// An item is short up to here, in halves of a word.
const SHORT_ITEM: u32 = 14;

/// A list of wishes longer than this need not be kept.
const MOST_ITEMS: usize = 256;

/// What gives each item of a list a wish of its own.
const OWN_WISH: Classes = Classes::of(&[Class::Make, Class::Able, Class::Ba, Class::Reduce]);

/// What makes an item on top an ability, or a wish.
const ABLE: Classes = Classes::of(&[Class::Able, Class::Make]);

/// What is overcome: 不接检索也能答.
const CONCEDED: Classes = Classes::of(&[Class::Off, Class::NoRetrieval, Class::Unaware]);

/// Verbs of doing that a Chinese item may begin with.
const ACTS: Classes = Classes::of(&[Class::Verb, Class::Act]);

/// What says that one training is to bring all of it.
const ONE_RUN: Classes = Classes::of(&[Class::Union, Class::Many]);

/// What is done with both of two things.
const DOES: Classes =
    Classes::of(&[Class::Verb, Class::Make, Class::Reduce, Class::Improve, Class::Learn, Class::Deed]);

/// Verbs that say by themselves what is wished for.
const VERBS: Classes = Classes::of(&[
    Class::Memo,
    Class::Know,
    Class::Known,
    Class::Rote,
    Class::Learn,
    Class::Improve,
    Class::Reduce,
    Class::Inject,
    Class::Refuse,
    Class::Escalate,
    Class::Obey,
]);

/// What may stand before a verb.
const BEFORE_VERBS: Classes = Classes::of(&[Class::To, Class::Generic, Class::Make, Class::Model, Class::Able]);
