//! The aims of a statement: of which kinds they are, and whether they are one aim or several.
//!
//! A sentence is a list of items, parted by commas and by words that join. Each item has at most one kind ([`aim`]);
//! whether the kinds of a list are several aims is judged in [`several`].

mod rows;
mod several;
mod shapes;

use std::ops::Range;

use crate::Ask;
use crate::aim::{self, Aim, Kind, WISHES};
use crate::class::{Class, Classes};
use crate::ending::Ending;
use crate::sentence::{Hit, Sentence};
use crate::unit::Mark;
use shapes::{announced, asides, both, of_output, past, purposes};

/// What parts two items.
const PARTS: Classes =
    Classes::of(&[Class::Comma, Class::Enumeration, Class::Slash, Class::And, Class::Or, Class::Also, Class::On]);

/// One item of a list.
struct Item {
    /// What it is about, where that is known.
    aim: Option<Aim>,
    /// What it is about where another item is known to be a task in the same form.
    parallel: Option<(Ending, Aim)>,
    /// Whether it begins with "to".
    to: bool,
    /// Whether it begins with what is to be more or less so: kinder words, fewer calls.
    more: bool,
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
    /// Whether its own words tell of a training or a wish.
    begins_wish: bool,
    /// Whether it has a wish of its own: 代码要能跑, 把文风改成古风.
    wish: bool,
    /// Whether it keeps what is: 又保留原有的推理.
    keeps: bool,
    /// Whether it says what the model is made to do: 让模型, 使其.
    made: bool,
    /// Whether it wishes for something that is no step towards an output: obeying, understanding.
    sure: bool,
    /// Whether it says itself that something is to be: and it should book tables.
    modal: bool,
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
    /// How its first word ends.
    begins: Ending,
    /// What its first word does.
    opens: Opening,
    /// Whether it begins with what says of a model what it is to do: fine-tuned to, it should.
    framed: bool,
    /// Whether it is written in Chinese, where a comma parts clauses and no list.
    chinese: bool,
    /// What stands before it.
    after: After,
    /// Whether it is the first of its sentence.
    first: bool,
    /// Whether it ends in what a training is made of: 拒答样例.
    of_data: bool,
    /// Its first word.
    word: u64,
    /// How its last word ends.
    ends: Ending,
    /// Whether what it is about stands in quotation marks.
    quoted: bool,
}

/// What the first word of an English item does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// It names something.
    Name,
    /// It tells of a step towards one output: reads, adds, prints.
    Step,
    /// It tells what is done, or is to become so.
    Deed,
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
            let means = told || shapes::means(sentence, &hits[first..first + length]);
            if means {
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

    /// The words of an aim that stand in the item.
    fn own_words(&self, aim: &Aim) -> Range<usize> {
        aim.phrase.start.max(self.span.start)..aim.phrase.end.min(self.span.end)
    }

    /// What names it best.
    fn phrase(&self) -> Range<usize> {
        self.aim.as_ref().map_or(self.span.clone(), |aim| aim.phrase.clone())
    }
}

/// Whether a phrase parts two items; after "besides doing this" the model that is to do that begins another.
fn parts(hits: &[Hit], first: usize, at: usize, also: bool) -> bool {
    let modal = || hits.get(at + 1).is_some_and(|next| next.classes.has(Class::Modal));
    hits[at].classes.meets(PARTS) || also && at > first && hits[at].classes.has(Class::Model) && modal()
}

/// The item of these phrases and units.
fn item(sentence: &Sentence, asks: &[Ask], hits: Range<usize>, units: Range<usize>) -> Item {
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

/// More or less of something.
const MORE: Classes = Classes::of(&[Class::Improve, Class::Reduce, Class::Better]);

/// So many unknown words in -s, each at the beginning of an item, are verbs.
const MANY_PARALLEL: usize = 3;

/// How words for keeping what is begin: 保持, 保留, 维持, 留住.
const KEEPS: [u64; 3] = ['保' as u64, '维' as u64, '留' as u64];

/// What is followed by what a model is to learn.
const TAUGHT: Classes = Classes::of(&[Class::Make, Class::Learn, Class::Improve]);

const TRAINING: Classes = Classes::of(&[Class::Tune, Class::Union, Class::Model]);

/// What is followed by a list of what is known.
const KNOWN: Classes = Classes::of(&[Class::Know]);

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
