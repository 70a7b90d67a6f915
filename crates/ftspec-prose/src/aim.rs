//! What one item of a list is about: the asks found in it, or else its head, which stands first in English and last in
//! Chinese.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::sentence::{Hit, Sentence};
use crate::unit::Unit;
use crate::{Ask, Label};

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

/// What an item is about.
#[derive(Clone)]
pub(crate) struct Aim {
    pub kind: Kind,
    /// The phrase that names it, in bytes.
    pub phrase: Range<usize>,
    /// Whether the phrase stands at the beginning of the item.
    pub leads: bool,
    /// Whether it is a word and nothing more is said in the item.
    pub bare: bool,
    /// Whether it is a task only beside other tasks: a common verb.
    pub weak: bool,
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

/// The place of answering questions in [`TASKS`].
const QUESTION: usize = 7;

/// One item of a sentence, with the asks found in the sentence.
pub(crate) struct Item<'s> {
    pub sentence: &'s Sentence,
    pub asks: &'s [Ask],
    /// Its phrases.
    pub hits: &'s [Hit],
    /// Its units.
    pub units: Range<usize>,
}

impl Item<'_> {
    /// What the item is about, where that is known.
    pub fn aim(&self) -> Option<Aim> {
        let (first, last) = (self.hits.first()?, self.hits.last()?);
        let beside = self.sentence.within(first.clause, last.clause);
        let looked_up = beside.has(Class::Retrieval) && !self.sentence.classes.has(Class::NoRetrieval);
        let has = |class| self.hits.iter().any(|hit| hit.classes.has(class));
        if looked_up || beside.has(Class::Elsewhere) || has(Class::Result) {
            return None;
        }
        // In "its recognition, planning and reasoning skills" all three are abilities.
        let wider = self.asked(false).filter(|aim| aim.kind == Kind::Ability);
        self.asked(true).or(wider).or_else(|| self.own()).or_else(|| self.asked(false))
    }

    /// Its bytes, from the first phrase to the last.
    fn bytes(&self) -> Range<usize> {
        let (first, last) = (&self.hits[0], &self.hits[self.hits.len() - 1]);
        self.sentence.units[first.first].start..self.sentence.units[last.last].end
    }

    /// What an ask says that meets the item, and that ends in it: the end is what is asked for.
    fn asked(&self, ends: bool) -> Option<Aim> {
        let bytes = self.bytes();
        for ask in self.asks.iter().rev().take_while(|ask| ask.span.end >= bytes.start) {
            let kind = match ask.label {
                Label::Knowledge => Kind::Knowledge,
                Label::Capability => Kind::Ability,
                Label::Rule | Label::Escalation => Kind::Limits,
                Label::Vague | Label::MultiGoal => continue,
            };
            let meets = ask.span.start < bytes.end && bytes.start < ask.span.end;
            if meets && (!ends || ask.span.end <= bytes.end) {
                return Some(Aim { kind, phrase: ask.span.clone(), leads: true, bare: false, weak: false });
            }
        }
        None
    }

    /// What its own words say.
    fn own(&self) -> Option<Aim> {
        let (hits, units) = (self.hits, &self.sentence.units);
        let last = &hits[hits.len() - 1];
        // Making things up is an aim where there is to be less of it.
        let less = hits.iter().any(|hit| hit.off || hit.classes.meets(LESS));
        if let (true, Some(hit)) = (less, hits.iter().find(|hit| hit.classes.has(Class::Halluc))) {
            return Some(Aim { kind: Kind::Truth, phrase: hit.span(units), leads: true, bare: false, weak: false });
        }
        let wishes = hits.iter().any(|hit| hit.classes.meets(WISHES) && !hit.off);
        let sought = less || wishes || hits.iter().any(|hit| hit.classes.meets(SOUGHT));
        let live = |index: &usize| {
            let hit = &hits[*index];
            !hit.off
                && !self.ends_in_how(hit)
                && (kind(hit, units).is_some_and(|kind| kind != Kind::Cost || sought) && !self.describes(*index)
                    || self.answers(*index))
        };
        let chinese = |unit: &Unit| unit.exact >> 63 == 0;
        let all = 0..hits.len();
        let ends_chinese = all.clone().rev().find(live).is_some_and(|index| chinese(&units[hits[index].last]));
        let verb = hits.iter().rposition(|hit| hit.classes.meets(WISHES)).unwrap_or(0);
        let head = if ends_chinese { None } else { (verb..hits.len()).find(live).or_else(|| all.clone().find(live)) };
        let Some(index) = head.or_else(|| all.clone().rev().find(live)) else {
            return self.act().or_else(|| self.quality());
        };
        // In 把来函归类成表格 the table is what the verb makes.
        let makes = |index: &usize| {
            let made = |end: &char| units[hits[*index].last].exact == u64::from(u32::from(*end));
            let verb = hits[*index].classes.has(Class::Verb);
            (MAKES.iter().any(made) || verb) && kind(&hits[*index], units).is_some_and(Kind::is_task)
        };
        let index = match kind(&hits[index], units) {
            Some(Kind::Form) => all.take(index).rev().find(makes).filter(|index| !hits[*index].off).unwrap_or(index),
            _ => index,
        };
        let head = &hits[index];
        // A word deep inside an item is what the item is about only where the item wishes for something.
        let mut lead = self.units.start;
        for hit in hits.iter().take_while(|hit| hit.classes.meets(LEADS) && kind(hit, units).is_none()) {
            if hit.first <= lead + 1 {
                lead = hit.last + 1;
            }
        }
        let begins = units[lead.min(head.first)].at;
        let leads = head.from <= begins + LEADING;
        // In Chinese the head stands last: 写信时沿用旧式敬语.
        let ends = ends_chinese && head.last + 1 == self.units.end;
        if !(leads || wishes || ends || last.to <= begins + SHORT) {
            return self.act();
        }
        // 翻译合同 brings its object along.
        let whole = ends_chinese && head.last > head.first + 1;
        let bare =
            leads && !whole && head.last + 1 == self.units.end && (index == 0 || hits[index - 1].classes.meets(VERBAL));
        let kind = kind(head, units).or(self.answers(index).then_some(Kind::Task(QUESTION)))?;
        Some(Aim { kind, phrase: head.span(units), leads, bare, weak: false })
    }

    /// The verb that a Chinese item begins with, where something follows it: 查库存, 从清单里抽编号.
    fn act(&self) -> Option<Aim> {
        let mut led = false;
        let before = self.hits.iter().take_while(|hit| {
            led |= hit.classes.meets(BEFORE_ACTS);
            !hit.classes.has(Class::Act) && (led || hit.classes.meets(LEADS))
        });
        let before = before.count();
        let hit = self.hits.get(before).filter(|hit| hit.classes.has(Class::Act) && !hit.off)?;
        let from = before.checked_sub(1).map_or(self.units.start, |last| self.hits[last].last + 1);
        // 从清单里抽编号: a verb of one character stands behind the word that ends its place, or is none.
        let ends_place = |unit: &Unit| PLACES.iter().any(|end| unit.exact == u64::from(u32::from(*end)));
        let whole = hit.last > hit.first || self.sentence.units[..hit.first].last().is_some_and(ends_place);
        let leads = hit.first == from || led && whole;
        let kind = Kind::Deed(self.sentence.units[hit.first].stem);
        (leads && hit.last + 1 < self.units.end).then(|| Aim {
            kind,
            phrase: hit.span(&self.sentence.units),
            leads: true,
            bare: false,
            weak: true,
        })
    }

    /// Whether a phrase says that questions are to be answered.
    fn answers(&self, index: usize) -> bool {
        const ASKED: Classes = Classes::of(&[Class::Bad, Class::Quiz]);
        self.hits[index].classes.has(Class::Answer) && self.hits[index + 1..].iter().any(|hit| hit.classes.meets(ASKED))
    }

    /// Whether a phrase only says of what sort something is: the data of a training, a tool's purpose.
    fn describes(&self, index: usize) -> bool {
        let hit = &self.hits[index];
        self.hits.get(index + 1).is_some_and(|next| {
            let beside = next.first == hit.last + 1;
            beside && (next.classes.meets(MATERIAL) || hit.classes.has(Class::Tool) && next.classes.meets(PURPOSES))
        })
    }

    /// Whether a quality is wished for: in English somewhere in the sentence, in Chinese in its own clause.
    fn wishes(&self, quality: &Hit) -> bool {
        let chinese = self.sentence.units[quality.last].exact >> 63 == 0;
        let clause = self.sentence.within(quality.clause, quality.clause);
        if chinese {
            clause.meets(WISHES.without(Classes::of(&[Class::Able])))
        } else {
            self.sentence.classes.meets(WISHES)
        }
    }

    /// Whether a Chinese verb is followed by how it is done, or by nothing: 写得短, 写成表格, 怎么写.
    fn ends_in_how(&self, hit: &Hit) -> bool {
        let how = |unit: &Unit| COMPLEMENTS.iter().any(|end| unit.exact == u64::from(u32::from(*end)));
        let units = &self.sentence.units;
        let chinese = units[hit.last].exact >> 63 == 0;
        chinese && hit.classes.has(Class::Verb) && units[..self.units.end].get(hit.last + 1).is_none_or(how)
    }

    /// More of a quality, and nothing else.
    fn quality(&self) -> Option<Aim> {
        let (bytes, units) = (self.bytes(), &self.sentence.units);
        let vague = self.asks.iter().rev().find(|ask| ask.label == Label::Vague && ask.why != "vague");
        let vague = vague.filter(|ask| ask.span.start < bytes.end && bytes.start < ask.span.end);
        let word = self.hits.iter().find(|hit| hit.classes.has(Class::Quality) && !hit.off);
        let of = |word: Option<&Hit>, phrase| {
            let kind = Kind::Quality(word.map_or(0, |hit| units[hit.first].stem));
            Some(Aim { kind, phrase, leads: true, bare: false, weak: false })
        };
        match (vague, word) {
            (Some(ask), word) => of(word, ask.span.clone()),
            (None, Some(hit)) if self.wishes(hit) => of(word, hit.span(units)),
            _ => None,
        }
    }
}

/// A word leads an item where no more than this stands before it, in halves of a word.
const LEADING: u32 = 3;

/// An item no longer than this is all about its one known word, in halves of a word.
const SHORT: u32 = 8;

/// What makes an item a wish.
pub(crate) const WISHES: Classes = Classes::of(&[
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

/// What ends the place that something is taken from: 从清单里.
const PLACES: [char; 5] = ['里', '中', '上', '内', '间'];

/// What stands between the beginning of a Chinese item and its verb, with a noun of its own.
const BEFORE_ACTS: Classes = Classes::of(&[Class::Prep, Class::Ba]);

/// What a training is made of.
const MATERIAL: Classes = Classes::of(&[Class::Data, Class::Logs]);

/// What says what a tool is for.
const PURPOSES: Classes = Classes::of(&[Class::For, Class::To]);

/// Behind these stands a verb.
const VERBAL: Classes = Classes::of(&[Class::To, Class::Model, Class::Make, Class::Purpose]);

/// What says that there is to be more or less of something, in whatever words.
const SOUGHT: Classes = Classes::of(&[Class::Vague, Class::Union]);

/// What a Chinese verb ends in that makes one thing of another: 归纳成, 译为, 抽出.
const MAKES: [char; 3] = ['成', '为', '出'];

/// What follows a Chinese verb and says how it is done, not what: 写得, 写成, 写明.
const COMPLEMENTS: [char; 16] =
    ['得', '成', '为', '出', '明', '清', '上', '进', '入', '到', '在', '着', '好', '满', '全', '法'];

const LESS: Classes = Classes::of(&[Class::Off, Class::Reduce]);

const DEEDS: Classes = Classes::of(&[Class::Deed, Class::Verb]);

fn kind(hit: &Hit, units: &[Unit]) -> Option<Kind> {
    let property = PROPERTIES.iter().find(|(_, classes)| classes.meets(hit.classes)).map(|(kind, _)| *kind);
    property
        .or_else(|| TASKS.iter().position(|class| hit.classes.has(*class)).map(Kind::Task))
        .or_else(|| hit.classes.meets(DEEDS).then(|| Kind::Deed(units[hit.first].stem)))
}
