//! Sentences whose shape says by itself whether there are several aims: both of two, one for this and one for that, a
//! list that is announced, the parts of one output.

use std::ops::Range;

use super::{PARTS, TRAINING};
use crate::class::{Class, Classes};
use crate::ending::Ending;
use crate::sentence::{Hit, Sentence};
use crate::unit::Mark;

/// Two things of which one verb of doing is said: "handle both complaints and bookings".
pub(super) fn both(sentence: &Sentence) -> Option<Range<usize>> {
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

/// Whether it tells of one output and what is in it, "the letter names the fault and explains it", and not of a model.
pub(super) fn of_output(sentence: &Sentence) -> bool {
    let [det, output, ..] = sentence.hits[..] else { return false };
    let begins = det.first == 0 && det.classes.has(Class::Det) && output.first == det.last + 1;
    begins && output.classes.meets(OUTPUTS) && !sentence.classes.meets(TRAINING)
}

/// Whether a Chinese item only says by what means: 通过 LoRA 微调，使用对话数据训练.
pub(super) fn means(sentence: &Sentence, hits: &[Hit]) -> bool {
    let [first, .., last] = hits else { return false };
    let chinese = sentence.units[first.first].exact >> 63 == 0;
    chinese && first.classes.has(Class::On_) && last.classes.has(Class::Tune) && !first.classes.has(Class::Make)
}

/// What is written at one go.
const OUTPUTS: Classes = Classes::of(&[Class::Write, Class::Summarise, Class::Thing, Class::Form]);

/// Two purposes of one training, each with a "for" of its own, or both behind what says that it is one training: "for
/// moderating chats and for the hint system", "one model for booking mails and shift plans".
pub(super) fn purposes(sentence: &Sentence) -> Option<Range<usize>> {
    let (hits, units) = (&sentence.hits, &sentence.units);
    let and = hits.iter().position(|hit| hit.classes.has(Class::And) && !hit.off)?;
    let first = hits[..and].iter().rposition(|hit| hit.classes.has(Class::For))?;
    let until =
        hits[and + 1..].iter().position(|hit| hit.classes.meets(PARTS)).map_or(hits.len(), |part| and + 1 + part);
    let repeated = hits.get(and + 1).is_some_and(|hit| hit.classes.has(Class::For) && hit.first == hits[and].last + 1);
    let one = first > 0 && hits[first - 1].classes.has(Class::Union) && hits[first - 1].last + 1 == hits[first].first;
    let purpose =
        |from: usize, until: usize| hits[from..until].iter().fold(Classes::NONE, |all, hit| all.with(hit.classes));
    let (left, right) = (purpose(first + 1, and), purpose(and + 1, until));
    // What is for two readers, languages or sorts of data has one purpose.
    let alike = NO_PURPOSE.iter().any(|class| left.has(*class) && (right.has(*class) || !repeated));
    let end = hits.get(until).map_or(units.len(), |hit| hit.first);
    let long = hits[and].first > hits[first].last + 2 && end > hits[and].last + 2;
    let english = units[hits[first].first].exact >> 63 == 1;
    let alone = hits[first..and].iter().all(|hit| !hit.classes.meets(PARTS));
    let both = english && alone && hits[first].clause == hits[and].clause && !alike && (repeated || one && long);
    (both && sentence.classes.meets(TRAINING)).then(|| units[hits[first].first].start..units[end - 1].end)
}

/// Whether a list of tasks or goals is announced: "these use cases: …", "such behaviours (…)".
pub(super) fn announced(sentence: &Sentence) -> bool {
    let plural = |hit: &Hit| sentence.units[hit.last].ending == Ending::S;
    let counted = sentence.hits.iter().position(|hit| hit.classes.has(Class::Counted) && plural(hit) && !hit.off);
    counted.is_some_and(|counted| {
        let named = &sentence.hits[counted];
        let begins = sentence.hits[counted..].iter().take_while(|hit| !hit.classes.has(Class::And));
        begins.into_iter().any(|hit| {
            sentence.units[hit.first].mark.is_some_and(|mark| {
                let list = mark == Mark::Open
                    || matches!(mark, Mark::Slash | Mark::Colon) && hit.first + 1 < sentence.units.len();
                list && hit.from < named.to + NEAR
            })
        })
    })
}

/// A list is announced so near before it, in halves of a word.
const NEAR: u32 = 16;

/// What is for readers, languages or data is no purpose of its own.
const NO_PURPOSE: [Class; 5] = [Class::Reader, Class::Tongue, Class::Data, Class::Logs, Class::Form];

/// What is done with both of two things.
const DOES: Classes =
    Classes::of(&[Class::Verb, Class::Make, Class::Reduce, Class::Improve, Class::Learn, Class::Deed]);
