//! Patterns laid over the phrases of a sentence.

use crate::class::{Class, Classes};
use crate::sentence::Sentence;
use crate::table::{Hit, Pattern};
use crate::{Ask, Label};

/// Patterns by the class that they begin with.
pub(crate) struct Patterns {
    rows: Vec<Pattern>,
    by_class: Vec<Vec<u16>>,
}

impl Patterns {
    pub fn new(rows: Vec<Pattern>) -> Self {
        let mut by_class = vec![Vec::new(); Class::ALL.len()];
        for (index, row) in rows.iter().enumerate() {
            for class in Class::ALL {
                if row.slots.first().is_some_and(|slot| slot.classes.has(*class)) {
                    by_class[*class as usize].push(index as u16);
                }
            }
        }
        Patterns { rows, by_class }
    }

    /// What the patterns find in a sentence. An ask that overlaps one of the same label becomes part of it.
    pub fn read(&self, sentence: &Sentence, asks: &mut Vec<Ask>) {
        for start in 0..sentence.hits.len() {
            let mut bits = sentence.hits[start].classes.0;
            let mut tried = 0;
            while bits != 0 {
                let class = bits.trailing_zeros() as usize;
                bits &= bits - 1;
                for index in &self.by_class[class] {
                    let row = &self.rows[usize::from(*index)];
                    // A hit of two classes may stand in both lists of one row.
                    let again = row.slots[0].classes.0 & tried != 0;
                    if !again
                        && row.needs.iter().all(|need| need.meets(sentence.classes))
                        && let Some(last) = matched(row, sentence, start)
                    {
                        keep(row, sentence, start, last, asks);
                    }
                }
                tried |= 1 << class;
            }
        }
    }
}

/// The last hit of a match that begins with this one.
fn matched(row: &Pattern, sentence: &Sentence, start: usize) -> Option<usize> {
    let hits = &sentence.hits;
    let mut last = start;
    let mut off = hits[start].off;
    for slot in &row.slots[1..] {
        let before = &hits[last];
        let next = hits[last + 1..]
            .iter()
            .take_while(|hit| hit.from <= before.to + slot.within)
            .position(|hit| slot.classes.meets(hit.classes) && (slot.over_commas || hit.clause == before.clause))?;
        last += 1 + next;
        off |= hits[last].off;
    }
    let (first, end) = (&hits[start], &hits[last]);
    let beside = sentence.within(first.clause, end.clause);
    let between = hits[start + 1..last.max(start + 1)].iter().any(|hit| row.not_between.meets(hit.classes));
    let turned_off = off && !row.whatever_is_negated
        || between
        || row.not_beside.meets(beside)
        || beside.has(Class::Elsewhere)
        || (!row.beside.is_empty() && !row.beside.meets(sentence.classes))
        || row.not_after.is_some_and(|(gap, classes)| follows(&hits[last + 1..], end, gap, classes))
        || row.not_before.is_some_and(|(gap, classes)| precedes(&hits[..start], first, gap, classes));
    let looked_up =
        row.label == Label::Knowledge && beside.has(Class::Retrieval) && !sentence.classes.has(Class::NoRetrieval);
    (!turned_off && !looked_up).then_some(last)
}

/// What follows one of these is another thing.
const JOINS: Classes = Classes::of(&[Class::And, Class::Enumeration, Class::Slash, Class::Also, Class::Comma]);

fn follows(later: &[Hit], end: &Hit, gap: u32, classes: Classes) -> bool {
    later
        .iter()
        .take_while(|hit| hit.from <= end.to + gap && hit.clause == end.clause && !hit.classes.meets(JOINS))
        .any(|hit| classes.meets(hit.classes))
}

fn precedes(earlier: &[Hit], first: &Hit, gap: u32, classes: Classes) -> bool {
    let near = earlier.iter().rev().take_while(|hit| hit.to + gap >= first.from && hit.clause == first.clause);
    near.into_iter().any(|hit| classes.meets(hit.classes))
}

fn keep(row: &Pattern, sentence: &Sentence, first: usize, last: usize, asks: &mut Vec<Ask>) {
    let span = sentence.units[sentence.hits[first].first].start..sentence.units[sentence.hits[last].last].end;
    // Starts only grow, so the ask that may overlap is among the last ones: one of each label.
    let recent = asks.iter_mut().rev().take(Label::ALL.len()).find(|ask| ask.label == row.label);
    match recent {
        // The nearer of two beginnings: in "clearer, shorter, better reasoning" only "better" is said of the reasoning.
        Some(ask) if ask.why == row.id && ask.span.end == span.end => ask.span.start = span.start,
        Some(ask) if span.start <= ask.span.end => ask.span.end = ask.span.end.max(span.end),
        _ => asks.push(Ask { label: row.label, span, why: row.id }),
    }
}
