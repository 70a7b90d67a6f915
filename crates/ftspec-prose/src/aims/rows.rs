//! Lists in which each item tells what a model is to do, whatever that may be.

use std::ops::Range;

use super::Aims;
use super::item::{After, Item, Opening};
use crate::aim::{Kind, TASKS};
use crate::class::{Class, Classes};
use crate::ending::Ending;
use crate::sentence::{Hit, Sentence};

impl Aims {
    /// "Fine-tuned to read the room, flag what is odd, and calm the callers": three deeds in a row that are wished of one
    /// model. Steps towards one output, and properties of it, are no deeds.
    pub(super) fn deeds_in_a_row(&self) -> Option<Vec<Range<usize>>> {
        let mut first = 0;
        while first < self.items.len() {
            let rest = self.items[first + 1..].iter();
            let length = 1 + rest.take_while(|item| item.follows_in_row(&self.items[first])).count();
            let row = &self.items[first..first + length];
            let led = row[0].after == After::Colon;
            let ended = row[length - 1].after.is_and() || led || row[0].chinese;
            let known = row[0].aim.as_ref().is_some_and(|aim| aim.kind.is_task() || !row[0].is_look());
            let known = known || row[0].chinese && row[0].sure;
            let deeds = row[1..].iter().filter(|item| item.opens == Opening::Deed).count() + usize::from(known);
            let looks = row.iter().filter(|item| item.is_look()).count();
            if row[0].framed && length >= LONG_ROW && ended && deeds >= 2 && looks + 1 < length {
                return Some(row.iter().map(Item::phrase).collect());
            }
            first += length;
        }
        None
    }

    /// "微调要让模型学会：1. 归档 2. 选工具 3. 报故障": a list of what is to be learnt, of which something is known that is no
    /// matter of form. What begins with the same word each time is one thing in several cases.
    pub(super) fn list_announced(&self) -> Option<Vec<Range<usize>>> {
        let items = self.items.get(self.announced?..)?;
        let parted = |item: &&Item| matches!(item.after, After::Semicolon | After::Mark);
        // 1. 字段名：… 2. 报错：…: an item of a numbered list may have a colon of its own.
        let numbered = items.iter().filter(|item| item.after == After::Semicolon).count() + 1 >= LONG_ROW;
        let listed = |item: &&Item| {
            parted(item) || matches!(item.after, After::And | After::Or) || numbered && item.after == After::Colon
        };
        let length = 1 + items.iter().skip(1).take_while(listed).count();
        let list = items.get(..length)?;
        let marks = 1 + list[1..].iter().filter(parted).count();
        let alike = list.iter().all(|item| item.word == list[0].word);
        let known = list.iter().any(|item| item.aim.is_some()) && !list.iter().all(Item::is_look);
        // 微调任务：音素识别、口音分类: two are enough where both are tasks.
        let tasks = list.iter().all(|item| item.aim.as_ref().is_some_and(|aim| aim.kind.is_task() && !aim.weak));
        let one_by_one = list[1..].iter().any(|item| item.after == After::Semicolon);
        let long = marks >= LONG_ROW || marks > 1 && (tasks || one_by_one);
        (long && list.iter().any(|item| item.chinese) && known && !alike)
            .then(|| list.iter().map(Item::phrase).collect())
    }
}

impl Item {
    /// Whether it goes on with a row of deeds that begins with `first`.
    fn follows_in_row(&self, first: &Item) -> bool {
        let listed = match self.after {
            After::Comma | After::CommaAnd => !first.chinese,
            After::Semicolon | After::Mark => first.chinese,
            After::And => true,
            After::Colon | After::Or | After::Other => false,
        };
        let same = self.begins != Ending::Ing || first.begins == Ending::Ing;
        listed && same && self.opens != Opening::Name
    }

    /// Whether it is about how an output looks, or how good it is.
    fn is_look(&self) -> bool {
        self.aim.as_ref().is_some_and(|aim| matches!(aim.kind, Kind::Form | Kind::Quality(_) | Kind::Cost))
    }
}

/// Whether a model or a training is spoken of, and behind it what it is to do.
pub(super) fn framed(hits: &[Hit]) -> bool {
    let of = hits.iter().position(|hit| hit.classes.meets(OF_TRAINING) && !hit.off);
    of.is_some_and(|of| hits[of..].iter().any(|hit| hit.classes.meets(TO_DO)))
}

/// Whether what stands before the hit at `colon` says that something is to be learnt or done.
pub(super) fn announces(hits: &[Hit], colon: usize) -> bool {
    let before = colon.checked_sub(1).map(|before| &hits[before]);
    before.is_some_and(|hit| hit.last + 1 == hits[colon].first && hit.classes.meets(ANNOUNCES) && !hit.off)
}

/// What the first word of an item does.
pub(super) fn opening(sentence: &Sentence, hits: &[Hit], units: Range<usize>) -> Opening {
    let word = &sentence.units[units.start];
    let chinese = word.exact >> 63 == 0;
    if units.len() < if chinese { 3 } else { 2 } {
        return Opening::Name;
    }
    match hits.first().filter(|hit| hit.first == units.start) {
        Some(hit) if hit.classes.meets(NAMES) => Opening::Name,
        Some(hit) if chinese && !hit.classes.meets(TASK.with(SURE)) && hit.classes.meets(DOES) => Opening::Step,
        Some(hit) if hit.classes.meets(DEEDS) => Opening::Deed,
        Some(hit) if hit.classes.meets(STEPS) => Opening::Step,
        Some(_) => Opening::Name,
        None => {
            let next = hits.first().filter(|hit| hit.first == units.start + 1);
            let verb = next.is_some_and(|hit| hit.classes.meets(BEHIND_VERBS));
            if verb && !word.light && word.ending != Ending::Tion { Opening::Deed } else { Opening::Name }
        }
    }
}

/// So many deeds in a row are several aims.
const LONG_ROW: usize = 3;

/// What begins a name.
const NAMES: Classes = Classes::of(&[Class::Det, Class::Our, Class::Prep, Class::Number, Class::Relative, Class::All]);

/// What tells of a task.
const TASK: Classes = Classes::of(&TASKS);

/// What is wished of a model, and is no step towards an output.
pub(super) const SURE: Classes =
    Classes::of(&[Class::Obey, Class::Refuse, Class::Understand, Class::Escalate, Class::Reduce]);

/// What tells what is done.
const DEEDS: Classes = TASK.with(Classes::of(&[
    Class::Deed,
    Class::Verb,
    Class::Act,
    Class::Improve,
    Class::Reduce,
    Class::Learn,
    Class::Memo,
    Class::Know,
    Class::Obey,
    Class::Refuse,
    Class::Refusing,
    Class::Escalate,
    Class::Answer,
    Class::Understand,
    Class::Decide,
    Class::Resist,
    Class::Grant,
    Class::Pass,
    Class::Think,
    Class::Speak,
    Class::Generic,
]));

/// What stands before a colon and a list of what is to be learnt or done.
const ANNOUNCES: Classes = Classes::of(&[
    Class::Make,
    Class::Learn,
    Class::Able,
    Class::Purpose,
    Class::Counted,
    Class::Model,
    Class::Improve,
    Class::Reduce,
    Class::Fit,
    Class::Setting,
]);

/// What tells of a step towards one output.
const STEPS: Classes = Classes::of(&[Class::Step, Class::Emit, Class::Detail]);

/// Chinese verbs of output among others.
const DOES: Classes = Classes::of(&[Class::Does]);

/// What stands behind a verb.
const BEHIND_VERBS: Classes = Classes::of(&[Class::Det, Class::Our, Class::Reader, Class::Number, Class::All]);

/// What speaks of a model or a training.
const OF_TRAINING: Classes = Classes::of(&[Class::Model, Class::Tune, Class::Union, Class::Make, Class::Learn]);

/// What stands before the verb of what is to be done.
const TO_DO: Classes = Classes::of(&[Class::To, Class::Modal, Class::Make, Class::Relative, Class::Purpose]);
