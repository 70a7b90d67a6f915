//! One item of a list: what it is about, how it begins and what stands before it.

use std::ops::Range;

use super::{BEFORE_VERBS, ONE_RUN, OWN_WISH, rows};
use crate::Ask;
use crate::aim::{self, Aim, WISHES};
use crate::class::{Class, Classes};
use crate::ending::Ending;
use crate::sentence::{Hit, Sentence};
use crate::unit::Mark;

/// One item of a list.
pub(super) struct Item {
    /// What it is about, where that is known.
    pub aim: Option<Aim>,
    /// What it is about where another item is known to be a task in the same form.
    pub parallel: Option<(Ending, Aim)>,
    /// Whether it begins with "to".
    pub to: bool,
    /// Whether it begins with what is to be more or less so: kinder words, fewer calls.
    pub more: bool,
    /// Whether the word before it says that it comes on top: also, 还要.
    pub also: bool,
    /// Its bytes.
    pub span: Range<usize>,
    /// Whether it is a word or two.
    pub tiny: bool,
    /// Whether it is a few words, in a sentence that wishes for something.
    pub short: bool,
    /// Whether it is a few words, wherever it stands.
    pub brief: bool,
    /// Whether it stands in a sentence that wishes for something.
    pub wished: bool,
    /// Whether its own words tell of a training or a wish.
    pub begins_wish: bool,
    /// Whether it has a wish of its own: 代码要能跑, 把文风改成古风.
    pub wish: bool,
    /// Whether it keeps what is: 又保留原有的推理.
    pub keeps: bool,
    /// Whether it says what the model is made to do: 让模型, 使其.
    pub made: bool,
    /// Whether it wishes for something that is no step towards an output: obeying, understanding.
    pub sure: bool,
    /// Whether it says itself that something is to be: and it should book tables.
    pub modal: bool,
    /// Whether its own words wish for something, and not only the word that says that it comes on top.
    pub wishes: bool,
    /// Whether a word inside it says that it comes on top: 也.
    pub too: bool,
    /// Whether the word that says that it comes on top says so of an ability: 还能, 也会.
    pub able_too: bool,
    /// Whether it only grants what the next item overcomes: 没见过的…也能.
    pub concedes: bool,
    /// Whether it begins with a common verb of doing: 写纪要.
    pub acts: bool,
    /// Whether it begins with what the model is to be able to do: 会记曲谱.
    pub able: bool,
    /// Whether it says for whom it is done.
    pub served: bool,
    /// Whether it begins with the one for whom it is done: 给客户写信.
    pub serves: bool,
    /// Whether it adds to the output that was spoken of: 附上编号.
    pub detail: bool,
    /// Whether it speaks of the data of a training.
    pub data: bool,
    /// Whether it begins with a verb of its own: know, improve, refuse.
    pub verb: bool,
    /// How its first word ends.
    pub begins: Ending,
    /// What its first word does.
    pub opens: Opening,
    /// Whether it begins with what says of a model what it is to do: fine-tuned to, it should.
    pub framed: bool,
    /// Whether it is written in Chinese, where a comma parts clauses and no list.
    pub chinese: bool,
    /// What stands before it.
    pub after: After,
    /// Whether it is the first of its sentence.
    pub first: bool,
    /// Whether it ends in what a training is made of: 拒答样例.
    pub of_data: bool,
    /// Its first word.
    pub word: u64,
    /// How its last word ends.
    pub ends: Ending,
    /// Whether what it is about stands in quotation marks.
    pub quoted: bool,
}

/// What the first word of an English item does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// It names something.
    Name,
    /// It tells of a step towards one output: reads, adds, prints.
    Step,
    /// It tells what is done, or is to become so.
    Deed,
}

/// What stands before an item.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
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
    pub fn is_and(self) -> bool {
        matches!(self, After::And | After::CommaAnd)
    }
}

impl Item {
    /// Whether it may go on with the list of the item before.
    pub fn goes_on(&self) -> bool {
        match self.after {
            After::Other | After::Colon | After::Or | After::Semicolon => false,
            After::Comma | After::CommaAnd => self.wish || !self.chinese,
            After::And | After::Mark => true,
        }
    }

    pub fn stands_for_a_list(&self) -> bool {
        self.aim.as_ref().is_some_and(|aim| aim.kind.stands_for_a_list() && !aim.weak)
    }

    /// The words of an aim that stand in the item.
    pub fn own_words(&self, aim: &Aim) -> Range<usize> {
        aim.phrase.start.max(self.span.start)..aim.phrase.end.min(self.span.end)
    }

    /// What names it best.
    pub fn phrase(&self) -> Range<usize> {
        self.aim.as_ref().map_or(self.span.clone(), |aim| aim.phrase.clone())
    }
}

/// The item of these phrases and units.
pub(super) fn item(sentence: &Sentence, asks: &[Ask], hits: Range<usize>, units: Range<usize>) -> Item {
    let hits = &sentence.hits[hits];
    let read = aim::Item { sentence, asks, hits, units: units.clone() };
    let aim = read.aim();
    let begins = read.begins();
    let (first_unit, until) = (units.start, units.end);
    let units = &sentence.units[units];
    let (first, last) = (&units[0], &units[units.len() - 1]);
    let quoted = aim.as_ref().is_some_and(|aim| units.iter().any(|unit| unit.quoted && unit.end == aim.phrase.end));
    let verb = hits.iter().find(|hit| !hit.classes.meets(BEFORE_VERBS));
    let detail = verb.is_some_and(|hit| hit.classes.has(Class::Detail));
    let live = |classes: Classes| hits.iter().any(|hit: &Hit| hit.classes.meets(classes) && !hit.off);
    Item {
        aim,
        parallel: None,
        more: first.ending == Ending::Er
            || hits
                .first()
                .is_some_and(|hit| hit.classes.meets(MORE) && hit.from == first.at && first.exact >> 63 == 1),
        to: hits.first().is_some_and(|hit| hit.classes.has(Class::To) && hit.from == first.at),
        also: false,
        begins,
        framed: rows::framed(hits),
        opens: rows::opening(sentence, hits, first_unit..until),
        span: first.start..last.end,
        tiny: units.len() <= 2,
        wished: sentence.classes.meets(WISHES),
        brief: last.at < first.at + SHORT_ITEM,
        short: sentence.classes.meets(WISHES.with(ONE_RUN)) && last.at < first.at + SHORT_ITEM,
        begins_wish: live(WISHES),
        wish: live(OWN_WISH),
        keeps: hits.iter().any(|hit| hit.classes.has(Class::Off) && KEEPS.contains(&sentence.units[hit.first].exact)),
        made: hits.iter().any(|hit| hit.classes.has(Class::Make) && hit.classes.has(Class::Model) && !hit.off),
        sure: live(rows::SURE),
        modal: live(Classes::of(&[Class::Modal, Class::Make])),
        wishes: live(OWN_WISH),
        detail,
        able: hits
            .iter()
            .take_while(|hit| hit.classes.meets(BEFORE_VERBS))
            .any(|hit| hit.classes.has(Class::Able) && !hit.off),
        able_too: false,
        concedes: hits.iter().any(|hit| hit.classes.meets(CONCEDED)),
        acts: verb.is_some_and(|hit| hit.first == first_unit && hit.classes.meets(ACTS) && !hit.off),
        served: live(Classes::of(&[Class::Serve])),
        serves: verb.is_some_and(|hit| hit.classes.has(Class::Serve)),
        too: live(Classes::of(&[Class::Too])),
        data: live(Classes::of(&[Class::Data])),
        verb: verb.is_some_and(|hit| hit.classes.meets(VERBS)),
        chinese: last.exact >> 63 == 0,
        after: After::Other,
        first: false,
        of_data: hits.last().is_some_and(|hit| hit.classes.has(Class::Data) && hit.last + 1 == until),
        word: first.exact,
        ends: last.ending,
        quoted,
    }
}

/// What stands before the item that follows a part; `empty` where no item stood before the part.
pub(super) fn stands_before(part: Classes, mark: Option<Mark>, before: After, empty: bool) -> After {
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

/// More or less of something.
const MORE: Classes = Classes::of(&[Class::Improve, Class::Reduce, Class::Better]);

/// An item is short up to here, in halves of a word.
const SHORT_ITEM: u32 = 14;

/// What is overcome: 不接检索也能答.
const CONCEDED: Classes = Classes::of(&[Class::Off, Class::NoRetrieval, Class::Unaware]);

/// Verbs of doing that a Chinese item may begin with.
const ACTS: Classes = Classes::of(&[Class::Verb, Class::Act]);

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

/// How words for keeping what is begin: 保持, 保留, 维持, 留住.
const KEEPS: [u64; 3] = ['保' as u64, '维' as u64, '留' as u64];
