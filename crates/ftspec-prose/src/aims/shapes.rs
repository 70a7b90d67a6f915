//! Sentences whose shape says by itself whether there are several aims: both of two, one for this and one for that, a
//! list that is announced, the parts of one output.

use std::ops::Range;

use super::{ONE_RUN, PARTS, TRAINING};
use crate::class::{Class, Classes};
use crate::ending::Ending;
use crate::sentence::{Hit, Sentence};
use crate::unit::{Mark, Unit};

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

/// What tells of no aim in a Chinese sentence, in places of its hits: by what means it is done, what data holds.
pub(super) fn asides(sentence: &Sentence) -> Vec<Range<usize>> {
    let hits = &sentence.hits;
    let mut asides: Vec<Range<usize>> = Vec::new();
    for (index, hit) in hits.iter().enumerate() {
        let chinese = sentence.units[hit.last].exact >> 63 == 0;
        let inside = asides.last().is_some_and(|last| last.end > index);
        if hit.off || !chinese || inside {
            continue;
        }
        // 想让系统提供导游和订票: what stands behind a wish is wished for.
        let asked = || hits[..index].iter().any(|hit| hit.classes.meets(ASKS_ANEW) && !hit.off);
        let end = if hit.classes.has(Class::Means) {
            end_of_means(hits, index)
        } else if hit.classes.has(Class::Survey)
            || hit.classes.has(Class::Holds) && of_data(sentence, index) && !sentence.classes.meets(ONE_RUN) && !asked()
        {
            hits[index..].iter().position(|hit| hit.classes.meets(ASKS_ANEW)).or(Some(hits.len() - index))
        } else {
            None
        };
        asides.extend(end.map(|end| index..index + end));
    }
    asides
}

/// How many hits from the one at `index` on tell of the means: 通过抽取和分类任务做微调, before what it is for.
fn end_of_means(hits: &[Hit], index: usize) -> Option<usize> {
    let clause =
        hits[index..].iter().take_while(|hit| !hit.classes.has(Class::Comma) || hit.classes.has(Class::Bracket));
    let clause = clause.count();
    let means = &hits[index..index + clause];
    let aim = means.iter().position(|hit| hit.classes.meets(ASKS_ANEW)).unwrap_or(clause);
    let tuned = means[..aim].iter().rposition(|hit| hit.classes.has(Class::Tune)).map(|tuned| tuned + 1);
    // 通过补标注和改写提示，使模型…: the aim stands in the next clause.
    let next =
        hits.get(index + clause + 1).is_some_and(|next| next.classes.meets(ASKS_ANEW) || next.classes.has(Class::Ba));
    tuned.or((aim == clause && next).then_some(clause))
}

/// Whether the words before the hit at `index` are of data, or of a whole that has parts: 数据集包含, 系统包括.
fn of_data(sentence: &Sentence, index: usize) -> bool {
    let (hits, hit) = (&sentence.hits[..index], &sentence.hits[index]);
    let ends_data = |unit: &Unit| DATA_ENDS.iter().any(|end| unit.exact == u64::from(u32::from(*end)));
    let named = hit.first > 0 && ends_data(&sentence.units[hit.first - 1]);
    named || hits.iter().rev().take(2).any(|before| before.classes.meets(OF_DATA) && before.clause + 1 >= hit.clause)
}

/// How words for data end: 训练数据, 语料, 样本集.
const DATA_ENDS: [char; 4] = ['据', '集', '料', '本'];

/// What data is, and what has parts.
const OF_DATA: Classes = Classes::of(&[Class::Data, Class::Whole]);

/// What says that now comes what is asked for.
const ASKS_ANEW: Classes = Classes::of(&[Class::Make, Class::Improve, Class::Learn, Class::Reduce]);

/// The part of the hits in `part` that is no aside, and where its units begin.
pub(super) fn past(asides: &[Range<usize>], part: Range<usize>, sentence: &Sentence, from: usize) -> (usize, usize) {
    let Some(aside) = asides.iter().find(|aside| aside.start <= part.start + NEAR_HITS && aside.end > part.start)
    else {
        return (part.start, from);
    };
    let first = aside.end.min(part.end);
    if first == part.start { (first, from) } else { (first, sentence.hits[first - 1].last + 1) }
}

/// So many words may stand before the means of an item: 模型通过….
const NEAR_HITS: usize = 2;
