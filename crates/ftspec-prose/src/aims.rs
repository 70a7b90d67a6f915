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
    /// Accuracy, coherence and the like, by its word.
    Quality(u64),
    /// A task, by its place in [`TASKS`].
    Task(usize),
    /// A task that has no class, by its word.
    Deed(u64),
}

/// Kinds that are no tasks, by the words that stand for them.
const PROPERTIES: [(Kind, Classes); 7] = [
    (
        Kind::Limits,
        Classes::of(&[Class::Refuse, Class::Refusing, Class::Escalate, Class::Rules, Class::Ruled, Class::Safe]),
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
const PARTS: Classes =
    Classes::of(&[Class::Comma, Class::Enumeration, Class::Slash, Class::And, Class::Also, Class::On]);

/// One item of a list.
struct Item {
    /// What it is about, where that is known, and the phrase that names it.
    aim: Option<(Kind, Range<usize>)>,
    /// Whether the word before it says that it comes on top: also, 还要.
    also: bool,
    /// Its bytes.
    span: Range<usize>,
    /// Whether it is a word or two.
    tiny: bool,
    /// Whether it is a few words, in a sentence that wishes for something.
    short: bool,
    /// Whether it has a wish of its own: 代码要能跑, 把文风改成古风.
    wish: bool,
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
    /// Anything that begins a list: the start of a sentence, a colon, a bracket.
    Other,
}

/// The items of a text, as far as it was read.
#[derive(Default)]
pub(crate) struct Aims {
    items: Vec<Item>,
    /// A phrase that says that there are several.
    many: Option<Range<usize>>,
    /// Whether one training is to bring all of it.
    union: bool,
    /// "Learn", said many times in one sentence: 学会…学会…学会….
    lessons: Vec<Range<usize>>,
}

impl Aims {
    /// Takes in the items of a sentence; `asks` are those found in it.
    pub fn read(&mut self, sentence: &Sentence, asks: &[Ask]) {
        let hits = &sentence.hits;
        let (mut first, mut also, mut from, mut after) = (0, false, 0, After::Other);
        while first < hits.len() && self.items.len() < MOST_ITEMS {
            let length = hits[first..].iter().take_while(|hit| !hit.classes.meets(PARTS)).count();
            let part = hits.get(first + length);
            let until = part.map_or(sentence.units.len(), |part| part.first);
            // Between "," and "and" stands no item.
            if until > from {
                let aim = self.aim(sentence, first..first + length, from, asks);
                let units = &sentence.units[from..until];
                let short = sentence.classes.meets(WISHES) && units[units.len() - 1].at < units[0].at + SHORT_ITEM;
                let span = units[0].start..units[units.len() - 1].end;
                let tiny = units.len() <= 2;
                let wish =
                    also || hits[first..first + length].iter().any(|hit| hit.classes.meets(OWN_WISH) && !hit.off);
                self.items.push(Item { aim, also, span, tiny, short, wish, after });
                after = After::Comma;
                also = false;
            }
            if let Some(part) = part {
                also |= part.classes.has(Class::Also) && !part.off;
                from = part.last + 1;
                after = match part.classes {
                    classes if classes.has(Class::And) || after == After::And => After::And,
                    classes if classes.has(Class::Enumeration) => After::Mark,
                    classes if classes.has(Class::Comma) && !classes.has(Class::Bracket) => After::Comma,
                    _ => After::Other,
                };
            }
            first += length + 1;
        }
        self.union |= sentence.classes.has(Class::Union);
        let lessons = hits.iter().filter(|hit| hit.classes.has(Class::Learn) && !hit.off);
        if self.lessons.is_empty() && lessons.clone().count() >= MANY_LESSONS {
            self.lessons = lessons.map(|hit| hit.span(&sentence.units)).collect();
        }
        let many = hits.iter().find(|hit| hit.classes.has(Class::Many) && !hit.off);
        if let (None, Some(hit)) = (&self.many, many) {
            self.many = Some(hit.span(&sentence.units));
        }
    }

    /// What one item is about; `from` is its first unit.
    fn aim(
        &mut self,
        sentence: &Sentence,
        item: Range<usize>,
        from: usize,
        asks: &[Ask],
    ) -> Option<(Kind, Range<usize>)> {
        let hits = &sentence.hits[item];
        let (first, last) = (hits.first()?, hits.last()?);
        let beside = sentence.within(first.clause, last.clause);
        let looked_up = beside.has(Class::Retrieval) && !sentence.classes.has(Class::NoRetrieval);
        if looked_up || beside.has(Class::Elsewhere) || hits.iter().any(|hit| hit.classes.has(Class::Result)) {
            return None;
        }
        let bytes = sentence.units[first.first].start..sentence.units[last.last].end;
        for ask in asks.iter().rev().take_while(|ask| ask.span.end >= bytes.start) {
            let kind = match ask.label {
                Label::Knowledge => Kind::Knowledge,
                Label::Capability => Kind::Ability,
                Label::Rule | Label::Escalation => Kind::Limits,
                Label::Vague | Label::MultiGoal => continue,
            };
            if ask.span.start < bytes.end && bytes.start < ask.span.end {
                return Some((kind, ask.span.clone()));
            }
        }
        // Making things up is an aim where there is to be less of it.
        let less = hits.iter().any(|hit| hit.off || hit.classes.meets(LESS));
        if let (true, Some(hit)) = (less, hits.iter().find(|hit| hit.classes.has(Class::Halluc))) {
            return Some((Kind::Truth, hit.span(&sentence.units)));
        }
        let live = |hit: &&Hit| !hit.off && kind(hit, &sentence.units).is_some();
        let chinese = |unit: &Unit| unit.exact >> 63 == 0;
        let ends_chinese = hits.iter().rev().find(live).is_some_and(|hit| chinese(&sentence.units[hit.last]));
        let verb = hits.iter().rposition(|hit| hit.classes.meets(WISHES)).unwrap_or(0);
        let head = if ends_chinese { None } else { hits[verb..].iter().find(live).or_else(|| hits.iter().find(live)) };
        let head = head.or_else(|| hits.iter().rev().find(live));
        let Some(head) = head else { return quality(sentence, &bytes, hits, asks) };
        // A word deep inside an item is what the item is about only where the item wishes for something.
        let mut lead = from;
        for hit in hits.iter().take_while(|hit| hit.classes.meets(LEADS) && kind(hit, &sentence.units).is_none()) {
            if hit.first <= lead + 1 {
                lead = hit.last + 1;
            }
        }
        let begins = sentence.units[lead.min(head.first)].at;
        let leads = head.from <= begins + LEADING || last.to <= begins + SHORT;
        let wishes = hits.iter().any(|hit| hit.classes.meets(WISHES) && !hit.off);
        let kind = kind(head, &sentence.units).filter(|_| leads || wishes)?;
        Some((kind, head.span(&sentence.units)))
    }

    /// Short items in a row, of which one at least is known and more than a matter of form: "tag, route, rank, and
    /// archive" are several aims, whatever the others may be.
    fn long_list(&self) -> Option<Vec<Range<usize>>> {
        let mut first = 0;
        while first < self.items.len() {
            let rest = self.items[first + 1..].iter();
            let length = 1 + rest.take_while(|item| item.short && item.after != After::Other).count();
            let list = &self.items[first..first + length];
            let marks = list[1..].iter().filter(|item| item.after == After::Mark).count();
            let commas = list[1..].iter().filter(|item| item.after == After::Comma).count();
            let ended = list.last().is_some_and(|item| item.after == After::And);
            let listed = (marks > 0 && commas == 0) || (marks == 0 && ended);
            let known = |item: &Item| item.aim.as_ref().is_some_and(|(kind, _)| stands_for_a_list(*kind));
            let mut kinds: Vec<Kind> = Vec::new();
            for (kind, _) in list.iter().filter(|item| known(item)).filter_map(|item| item.aim.as_ref()) {
                if !kinds.contains(kind) {
                    kinds.push(*kind);
                }
            }
            // One known among four, or two among three; fewer where one training is to bring all, or each has a wish of
            // its own.
            let form = list.iter().any(|item| matches!(item.aim, Some((Kind::Form, _))));
            let wishes = list.iter().filter(|item| item.wish).count();
            let parallel = length >= LONG_LIST && wishes == length;
            let sure = kinds.len() + if self.union && !form { 2 } else { usize::from(parallel || self.union) };
            let sure = sure + usize::from(parallel && list.iter().any(|item| item.also));
            let listed = listed || parallel;
            if listed && sure > 0 && length >= LONG_LIST && length + sure > MANY_ITEMS {
                return Some(
                    list.iter().map(|item| item.aim.as_ref().map_or(item.span.clone(), |aim| aim.1.clone())).collect(),
                );
            }
            first += length;
        }
        None
    }

    /// "能审代码又能写周报还会…": each "又" and "还" brings another aim, known or not.
    fn one_on_top_of_another(&self) -> Option<Vec<Range<usize>>> {
        let on_top = |item: &&Item| item.also && !item.tiny;
        let known = |item: &Item| item.aim.as_ref().is_some_and(|(kind, _)| stands_for_a_list(*kind));
        let several = self.items.iter().filter(on_top).count() >= 2 && self.items.iter().any(known);
        let phrase = |item: &Item| item.aim.as_ref().map_or(item.span.clone(), |aim| aim.1.clone());
        several.then(|| self.items.iter().filter(|item| on_top(item) || known(item)).map(phrase).collect())
    }

    /// Why there are several aims, and the phrase of each.
    pub fn several(&self) -> Option<(&'static str, Vec<Range<usize>>)> {
        let mut first = 0;
        while first < self.items.len() {
            let run = run(&self.items[first..]);
            if let Some(found) = several_in(&self.items[first..first + run]) {
                return Some(found);
            }
            first += run.max(1);
        }
        if let Some(list) = self.long_list() {
            return Some(("a long list", list));
        }
        if let Some(list) = self.one_on_top_of_another() {
            return Some(("one on top of another", list));
        }
        if let Some(many) = &self.many {
            return Some(("a number of aims", vec![many.clone()]));
        }
        (!self.lessons.is_empty()).then(|| ("several lessons", self.lessons.clone()))
    }
}

/// Whether a list in which this stands is a list of aims.
fn stands_for_a_list(kind: Kind) -> bool {
    !matches!(kind, Kind::Form | Kind::Quality(_) | Kind::Knowledge | Kind::Cost | Kind::Limits)
}

/// An item that asks for more of a quality, and for nothing else.
fn quality(sentence: &Sentence, bytes: &Range<usize>, hits: &[Hit], asks: &[Ask]) -> Option<(Kind, Range<usize>)> {
    let vague = asks.iter().rev().find(|ask| ask.label == Label::Vague && ask.why != "vague");
    let vague = vague.filter(|ask| ask.span.start < bytes.end && bytes.start < ask.span.end);
    let word = hits.iter().find(|hit| hit.classes.has(Class::Quality) && !hit.off);
    match (vague, word) {
        (Some(ask), word) => {
            Some((Kind::Quality(word.map_or(0, |hit| sentence.units[hit.first].stem)), ask.span.clone()))
        }
        (None, Some(hit)) if sentence.classes.meets(WISHES) => {
            Some((Kind::Quality(sentence.units[hit.first].stem), hit.span(&sentence.units)))
        }
        _ => None,
    }
}

/// How many items from the first on belong together. Two unknown ones in a row end a list.
fn run(items: &[Item]) -> usize {
    let mut unknown = 0;
    items
        .iter()
        .take_while(|item| {
            unknown = if item.aim.is_some() { 0 } else { unknown + usize::from(!item.tiny) };
            unknown < 2
        })
        .count()
}

/// The aims of one list, where they are of different kinds.
fn several_in(items: &[Item]) -> Option<(&'static str, Vec<Range<usize>>)> {
    let mut kinds: Vec<(Kind, &Range<usize>)> = Vec::new();
    for (kind, phrase) in items.iter().filter_map(|item| item.aim.as_ref()) {
        if kinds.iter().all(|(known, _)| known != kind) {
            kinds.push((*kind, phrase));
        }
    }
    let also = items.iter().any(|item| item.also);
    let all: Vec<Kind> = kinds.iter().map(|(kind, _)| *kind).collect();
    kinds.retain(|(kind, _)| counts(*kind, &all, also));
    let is_quality = |kind: Kind| matches!(kind, Kind::Quality(_));
    let qualities = kinds.iter().filter(|(kind, _)| is_quality(*kind)).count();
    if qualities < MANY_QUALITIES {
        let first = kinds.iter().position(|(kind, _)| is_quality(*kind));
        let mut place = 0..;
        kinds.retain(|(kind, _)| place.next() == first || !is_quality(*kind));
    }
    let is_task = |kind: Kind| matches!(kind, Kind::Task(_) | Kind::Deed(_));
    let tasks = kinds.iter().filter(|(kind, _)| is_task(*kind)).count();
    let properties = kinds.len() - tasks;
    let phrases = |keep: &dyn Fn(Kind) -> bool| {
        let mut phrases: Vec<_> =
            kinds.iter().filter(|(kind, _)| keep(*kind)).map(|(_, phrase)| (*phrase).clone()).collect();
        phrases.sort_by_key(|phrase| phrase.start);
        phrases
    };
    // Two that only stand side by side may be one aim and what is said about it.
    if properties > 2 || (properties == 2 && (also || items.len() >= LONG_LIST)) {
        Some((if properties > 2 { "three aims" } else { "two aims" }, phrases(&|kind| !is_task(kind))))
    } else if tasks > 2 || (tasks == 2 && (also || properties > 0)) || (tasks + properties == 2 && also) {
        Some((if tasks > 2 { "three tasks" } else { "two tasks" }, phrases(&|_| true)))
    } else {
        None
    }
}

/// Whether an aim of this kind counts beside the others of its list.
fn counts(kind: Kind, all: &[Kind], also: bool) -> bool {
    let has = |kind: Kind| all.contains(&kind);
    match kind {
        // Accuracy is how knowledge and ability are measured.
        Kind::Quality(_) => !has(Kind::Knowledge) && !has(Kind::Ability) && !has(Kind::Truth),
        // The same with fewer tokens is one aim.
        Kind::Cost => has(Kind::Form) || has(Kind::Limits) || has(Kind::Ability),
        // Rules are a sort of knowledge, and so is how a field thinks.
        Kind::Knowledge => {
            let others = all.iter().filter(|kind| !matches!(kind, Kind::Knowledge | Kind::Quality(_) | Kind::Cost));
            let mut akin = others.clone().map(|kind| matches!(kind, Kind::Limits | Kind::Ability | Kind::Truth));
            others.count() >= 2 || akin.any(|akin| !akin)
        }
        // A task has a form.
        Kind::Form => {
            let task = |kind: &Kind| matches!(kind, Kind::Task(_) | Kind::Deed(_));
            let other = |kind: &Kind| !task(kind) && !matches!(kind, Kind::Form | Kind::Quality(_) | Kind::Cost);
            also || !all.iter().any(task) || all.iter().any(other)
        }
        _ => true,
    }
}

/// So many lessons in a row are several aims, whatever they are.
const MANY_LESSONS: usize = 3;

/// So many qualities side by side are several aims; fewer are one.
const MANY_QUALITIES: usize = 3;

/// So many short items are several aims where one of them is.
const MANY_ITEMS: usize = 4;

/// An item is short up to here, in halves of a word.
const SHORT_ITEM: u32 = 14;

/// So many items side by side are a list of wishes.
const LONG_LIST: usize = 3;

/// A list of wishes longer than this need not be kept.
const MOST_ITEMS: usize = 256;

/// A word leads an item where no more than this stands before it, in halves of a word.
const LEADING: u32 = 3;

/// An item no longer than this is all about its one known word, in halves of a word.
const SHORT: u32 = 8;

/// What makes an item a wish.
const WISHES: Classes = Classes::of(&[
    Class::Improve,
    Class::Tune,
    Class::Better,
    Class::Reduce,
    Class::Learn,
    Class::Make,
    Class::Able,
    Class::Purpose,
]);

/// What stands before the head of an item and says nothing of its kind.
const LEADS: Classes = Classes::of(&[
    Class::Model,
    Class::Generic,
    Class::Make,
    Class::Learn,
    Class::To,
    Class::Able,
    Class::Tune,
    Class::Purpose,
    Class::Our,
    Class::Number,
    Class::For,
    Class::On_,
    Class::Union,
    Class::Improve,
    Class::Reduce,
]);

/// What gives each item of a list a wish of its own.
const OWN_WISH: Classes = Classes::of(&[Class::Make, Class::Able, Class::Ba, Class::Reduce]);

const LESS: Classes = Classes::of(&[Class::Off, Class::Reduce]);

const DEEDS: Classes = Classes::of(&[Class::Deed, Class::Verb]);

fn kind(hit: &Hit, units: &[Unit]) -> Option<Kind> {
    let property = PROPERTIES.iter().find(|(_, classes)| classes.meets(hit.classes)).map(|(kind, _)| *kind);
    property
        .or_else(|| TASKS.iter().position(|class| hit.classes.has(*class)).map(Kind::Task))
        .or_else(|| hit.classes.meets(DEEDS).then(|| Kind::Deed(units[hit.first].stem)))
}
