//! What one item of a list is about: the asks found in it, or else its head, which stands first in English and last in
//! Chinese.

mod kind;
mod open;
mod other;

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::ending::Ending;
use crate::sentence::{Hit, Sentence};
use crate::unit::{Mark, Unit};
use crate::{Ask, Label};
use kind::{NAMED, PROPERTIES, QUESTION, kind};

pub(crate) use kind::{Kind, TASKS};

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
    /// Whether it is a word that no table knows.
    pub open: bool,
    /// Whether it is a task only beside other tasks: a common verb.
    pub weak: bool,
}

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
        let (Some(first), Some(last)) = (self.hits.first(), self.hits.last()) else { return self.open() };
        let beside = self.sentence.within(first.clause, last.clause);
        let looked_up = beside.has(Class::Retrieval) && !self.sentence.classes.has(Class::NoRetrieval);
        let has = |class| self.hits.iter().any(|hit| hit.classes.has(class));
        if looked_up || beside.has(Class::Elsewhere) || has(Class::Result) {
            return None;
        }
        // In "its recognition, planning and reasoning skills" all three are abilities.
        // In 使问答、写作和推理更好 the first two are tasks.
        let chinese = self.sentence.units[last.last].exact >> 63 == 0;
        let named = |aim: &Aim| aim.kind == Kind::Form || chinese && NAMED.contains(&aim.kind);
        let form = || self.own().filter(named);
        let wider = form().or_else(|| self.asked(false).filter(|aim| aim.kind == Kind::Ability));
        self.asked(true).or(wider).or_else(|| self.own()).or_else(|| self.asked(false)).or_else(|| self.open())
    }

    /// Where the item begins, behind the words that say nothing of its kind.
    fn lead(&self) -> usize {
        let units = &self.sentence.units;
        let mut lead = self.units.start;
        let known = |hit: &Hit| kind(hit, units).is_some();
        for (index, hit) in self.hits.iter().enumerate().take_while(|(_, hit)| !known(hit)) {
            let skipped = hit.first == lead + 1 && units[lead].light;
            let begins = hit.classes.meets(LEADS) && (hit.first == lead || skipped);
            // "The kennel bot books walks": behind the model stands what it does.
            let model = hit.classes.has(Class::Model) && !hit.classes.has(Class::Purpose);
            let does = |next: &Hit| next.first == hit.last + 1 && units[next.first].ending == Ending::S && known(next);
            if begins || hit.classes.meets(BEFORE_VERB) || model && self.hits.get(index + 1).is_some_and(does) {
                lead = hit.last + 1;
            }
        }
        lead
    }

    /// How the first word of the item ends.
    pub fn begins(&self) -> Ending {
        self.sentence.units[..self.units.end].get(self.lead()).map_or(Ending::Other, |word| word.ending)
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
                return Some(Aim {
                    kind,
                    phrase: ask.span.clone(),
                    leads: true,
                    bare: false,
                    open: false,
                    weak: false,
                });
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
            return Some(Aim {
                kind: Kind::Truth,
                phrase: hit.span(units),
                leads: true,
                bare: false,
                open: false,
                weak: false,
            });
        }
        let wishes = hits.iter().any(|hit| hit.classes.meets(WISHES) && !hit.off);
        let sought = less || wishes || hits.iter().any(|hit| hit.classes.meets(SOUGHT));
        let live = |index: &usize| {
            let hit = &hits[*index];
            !hit.off
                && !self.ends_in_how(hit)
                && !self.tells_manner(hit)
                && (kind(hit, units).is_some_and(|kind| kind != Kind::Cost || sought) && !self.describes(*index)
                    || self.answers(*index))
        };
        let chinese = |unit: &Unit| unit.exact >> 63 == 0;
        // In "copy the amount from the letters" nobody writes letters.
        let lead = self.lead();
        let behind = |index: &usize| {
            let prep = hits[..*index]
                .iter()
                .any(|hit| hit.first > lead && hit.classes.meets(BEHIND) && !hit.classes.has(Class::For));
            !(prep && kind(&hits[*index], units).is_some_and(Kind::is_task) && !chinese(&units[hits[*index].last]))
        };
        // "governing law from the lease": a verb that is also a noun is one only where a verb may stand.
        let only_verb = |index: &usize| {
            let hit = &hits[*index];
            let named = PROPERTIES.iter().any(|(_, classes)| classes.meets(hit.classes))
                || hit.classes.meets(Classes::of(&TASKS).with(Classes::of(&[Class::Deed])));
            let after = *index > 0 && hits[*index - 1].classes.meets(VERBAL) && hits[*index - 1].last + 1 == hit.first;
            hit.classes.has(Class::Verb) && !named && !chinese(&units[hit.last]) && hit.first > lead + 1 && !after
        };
        let live = |index: &usize| live(index) && behind(index) && !only_verb(index);
        let all = 0..hits.len();
        let ends_chinese = all.clone().rev().find(live).is_some_and(|index| chinese(&units[hits[index].last]));
        // "write like our best clerks" wishes for no better clerks.
        let wish = |hit: &Hit| hit.classes.meets(WISHES) && !hit.classes.has(Class::Better);
        let verb = hits.iter().rposition(wish).unwrap_or(0);
        let head = if ends_chinese { None } else { (verb..hits.len()).find(live).or_else(|| all.clone().find(live)) };
        let Some(index) = head.or_else(|| all.clone().rev().find(live)) else {
            return self.act().or_else(|| self.quality()).or_else(|| self.lesson());
        };
        // A "headline generator" generates; the headline only says what.
        let names = |index: usize| kind(&hits[index], units) == Some(Kind::Form) && !chinese(&units[hits[index].last]);
        let compound = |next: &Hit| next.first == hits[index].last + 1 && kind(next, units).is_some_and(Kind::is_task);
        let index = if names(index) && hits.get(index + 1).is_some_and(compound) { index + 1 } else { index };
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
        let begins = units[lead.min(head.first)].at;
        let leads = head.from <= begins + LEADING;
        let listed = self.sentence.classes.meets(LISTED)
            && !chinese(&units[head.last])
            && kind(head, units).is_some_and(|kind| kind == Kind::Form || kind.is_task());
        // In Chinese the head stands last: 写信时沿用旧式敬语.
        let ends = ends_chinese && head.last + 1 == self.units.end;
        if !(leads || wishes || listed || ends || last.to <= begins + SHORT) {
            return self.act();
        }
        // 翻译合同 brings its object along.
        let whole = ends_chinese && head.last > head.first + 1;
        let bare = leads
            && !whole
            && (head.first == head.last || chinese(&units[head.last]))
            && head.last + 1 == self.units.end
            && (index == 0 || hits[index - 1].classes.meets(if ends_chinese { VERBAL } else { BEFORE_BARE }))
            && (!ends_chinese
                || head.first == index.checked_sub(1).map_or(self.units.start, |before| hits[before].last + 1));
        // "write in our tone" is about the tone.
        let writes = head.classes.has(Class::Write) && head.classes.has(Class::Put);
        let manner = hits[index + 1..].windows(2).any(|pair| pair[0].classes.has(Class::Inward))
            && hits[index + 1..].iter().find(|hit| hit.classes.has(Class::Form)).is_some();
        if writes && manner && hits.get(index + 1).is_some_and(|next| next.classes.has(Class::Inward)) {
            return Some(Aim { kind: Kind::Form, phrase: head.span(units), leads, bare, open: false, weak: false });
        }
        let kind = kind(head, units).or(self.answers(index).then_some(Kind::Task(QUESTION)))?;
        Some(Aim { kind, phrase: head.span(units), leads, bare, open: false, weak: false })
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
            // 指令遵循式微调 is a sort of training.
            let sort = next.first <= hit.last + 2 && next.classes.has(Class::Tune) && next.clause == hit.clause;
            let english = self.sentence.units[hit.last].exact >> 63 == 1;
            let chinese = self.sentence.units[next.last].exact >> 63 == 0;
            let made_of = if english { DATA } else { MATERIAL };
            let verb = english && (hit.first == self.lead() || index > 0 && self.hits[index - 1].classes.meets(VERBAL));
            chinese && sort
                || beside
                    && (next.classes.meets(made_of) && !verb
                        || hit.classes.has(Class::Tool) && next.classes.meets(PURPOSES))
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

    /// Whether a Chinese word only tells in what manner something is done: 更高效地, 更快速、更高效地.
    fn tells_manner(&self, hit: &Hit) -> bool {
        let units = &self.sentence.units[hit.last + 1..];
        let manner = |unit: &Unit| unit.exact == u64::from(u32::from('地'));
        let listed = |unit: &Unit| unit.mark == Some(Mark::List);
        let next = units.iter().take(3).position(listed).map_or(0, |mark| mark + 1);
        let alike = units[next..].iter().take_while(|unit| unit.mark.is_none()).take(MANNER).any(manner);
        units.first().is_some_and(manner) || next > 0 && alike
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
            Some(Aim { kind, phrase, leads: true, bare: false, open: false, weak: false })
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

/// In so many units stands the end of a word of manner.
const MANNER: usize = 5;

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

/// What says that a sentence is a list of aims, so that a matter of form may stand deep in an item.
const LISTED: Classes = Classes::of(&[Class::Also, Class::Union]);

/// Behind these an item begins anew: "an assistant of ours that …".
const BEFORE_VERB: Classes = Classes::of(&[Class::To, Class::Modal, Class::Relative]);

/// What stands behind these belongs to the word before them.
const BEHIND: Classes = Classes::of(&[Class::Prep, Class::On_]);

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
    Class::Det,
    Class::Modal,
    Class::BetterAt,
    Class::Fit,
    Class::Neutral,
]);

/// What a training is made of, for a language in which tickets and mails are rather what is worked on.
const DATA: Classes = Classes::of(&[Class::Data]);

/// What a training is made of.
const MATERIAL: Classes = Classes::of(&[Class::Data, Class::Logs]);

/// What says what a tool is for.
const PURPOSES: Classes = Classes::of(&[Class::For, Class::To]);

/// What may stand before a word that is an item by itself.
const BEFORE_BARE: Classes = VERBAL.with(Classes::of(&[Class::Generic]));

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
