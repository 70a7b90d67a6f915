//! Patterns laid over the phrases of a sentence.

use std::ops::Range;

use crate::class::{Class, Classes};
use crate::sentence::{Hit, Sentence};
use crate::{Ask, Label, OWN};

/// One place of a pattern.
#[derive(Debug)]
pub(crate) struct Slot {
    pub classes: Classes,
    /// What the phrase must not be beside: `tune-purpose` is no "fine-tuned to".
    pub without: Classes,
    /// How far behind the place before, in halves of a word.
    pub within: u32,
    /// Whether a comma may stand between.
    pub over_commas: bool,
}

/// A row of classes that stand in this order, and what it says.
#[derive(Debug)]
pub(crate) struct Pattern {
    pub label: Label,
    pub id: &'static str,
    pub slots: &'static [Slot],
    /// Classes that must not stand between the first place and the last.
    pub not_between: Classes,
    /// Classes that must not stand in the clauses of the match.
    pub not_beside: Classes,
    /// Classes that must not begin within so many halves of a word behind the match.
    pub not_after: Option<(u32, Classes)>,
    /// Classes that must not stand within so many halves of a word before it.
    pub not_before: Option<(u32, Classes)>,
    /// Classes that must not stand in the sentence.
    pub not_in: Classes,
    /// Classes of which one must stand in the same sentence.
    pub beside: Classes,
    /// A negation before it does not turn it off.
    pub whatever_is_negated: bool,
}

impl Slot {
    fn takes(&self, hit: &Hit) -> bool {
        self.classes.meets(hit.classes) && !self.without.meets(hit.classes)
    }
}

/// The patterns of the table.
pub(crate) struct Patterns {
    pub rows: &'static [Pattern],
    /// Those that begin with a class, by the class.
    pub by_class: &'static [&'static [u16]],
}

impl Patterns {
    /// What the patterns find in a sentence. An ask that overlaps one of the same label becomes part of it.
    pub fn read(&self, sentence: &Sentence, asks: &mut Vec<Ask>) {
        let from = asks.len();
        let live = sentence.live();
        let may_match = |row: &Pattern| {
            row.slots[1..].iter().all(|slot| slot.classes.meets(sentence.classes))
                && (row.beside.is_empty() || row.beside.meets(sentence.classes))
                && !row.not_in.meets(live)
        };
        // In a long sentence each row is asked for many times.
        let mut never = [false; MOST_ROWS];
        if sentence.hits.len() > LONG {
            never.iter_mut().zip(self.rows).for_each(|(never, row)| *never = !may_match(row));
        }
        for start in 0..sentence.hits.len() {
            let mut tried = Classes::NONE;
            for class in sentence.hits[start].classes.numbers() {
                for index in self.by_class[class] {
                    if never[usize::from(*index)] {
                        continue;
                    }
                    let row = &self.rows[usize::from(*index)];
                    // A hit of two classes may stand in both lists of one row.
                    let again = row.slots[0].classes.meets(tried);
                    if !again
                        && (sentence.hits.len() > LONG || may_match(row))
                        && let Some(last) = matched(row, sentence, start)
                    {
                        keep(row, sentence, start, last, asks);
                    }
                }
                tried = tried.with(Classes::of(&[Class::ALL[class]]));
            }
        }
        settle(sentence, asks, from);
    }
}

/// A phrase that asks for rules or refusals asks for no facts beside, unless the one is joined to the other in a list.
fn settle(sentence: &Sentence, asks: &mut Vec<Ask>, from: usize) {
    let rules: Vec<(Label, Range<usize>)> = asks[from..]
        .iter()
        .filter(|ask| matches!(ask.label, Label::Rule | Label::Escalation))
        .map(|ask| (ask.label, ask.span.clone()))
        .collect();
    if rules.is_empty() {
        return;
    }
    let ends = |hit: &Hit| sentence.units[hit.last].end;
    let listed = |left: usize, right: usize| {
        let (left, right) = (left.min(right), left.max(right));
        let from = sentence.hits.partition_point(|hit| ends(hit) <= left);
        sentence.hits[from..].iter().take_while(|hit| ends(hit) <= right).any(|hit| hit.classes.meets(JOINS))
    };
    let mut index = 0;
    asks.retain(|ask| {
        index += 1;
        let same = |(label, rule): &(Label, Range<usize>)| {
            // Facts may be learnt beside a refusal; "remember what must not be said" is the refusal alone.
            let within = *label == Label::Rule || (rule.start <= ask.span.start && ask.span.end <= rule.end);
            let meets = rule.start < ask.span.end && ask.span.start < rule.end;
            // 把配料、退菜规矩都融进去 asks for both.
            let first = ask.span.start < rule.start && listed(ask.span.start, rule.start);
            meets && within && !listed(rule.end, ask.span.end) && !first
        };
        index <= from || ask.label != Label::Knowledge || ask.why == OWN || !rules.iter().any(same)
    });
}

/// A sentence of more phrases is long.
const LONG: usize = 40;

/// There are no more rows than this; the build holds to it.
pub(crate) const MOST_ROWS: usize = 384;

/// The last hit of a match that begins with this one.
fn matched(row: &Pattern, sentence: &Sentence, start: usize) -> Option<usize> {
    let hits = &sentence.hits;
    if !row.slots[0].takes(&hits[start]) {
        return None;
    }
    let mut last = start;
    let mut off = hits[start].off;
    for slot in &row.slots[1..] {
        let before = &hits[last];
        let next = hits[last + 1..]
            .iter()
            .take_while(|hit| hit.from <= before.to + slot.within)
            .position(|hit| slot.takes(hit) && (slot.over_commas || hit.clause == before.clause))?;
        last += 1 + next;
        off |= hits[last].off;
    }
    let (first, end) = (&hits[start], &hits[last]);
    let beside = sentence.within(first.clause, end.clause);
    let between = &hits[start + 1..last.max(start + 1)];
    // Of "your style, and our facts" the facts are learnt as the style is.
    let joined = between.iter().rposition(|hit| hit.classes.meets(LISTS)).map_or(0, |join| join + 1);
    let between = between.iter().any(|hit| row.not_between.meets(hit.classes.without(LISTED)))
        || between[joined..].iter().any(|hit| row.not_between.and(LISTED).meets(hit.classes));
    let turned_off = off && !row.whatever_is_negated
        || between
        || row.not_beside.meets(beside)
        || beside.has(Class::Elsewhere)
        || row.not_after.is_some_and(|(gap, classes)| follows(&hits[last + 1..], end, gap, classes))
        || row.not_before.is_some_and(|(gap, classes)| precedes(&hits[..start], first, gap, classes));
    let looked_up =
        row.label == Label::Knowledge && beside.has(Class::Retrieval) && !sentence.classes.has(Class::NoRetrieval);
    (!turned_off && !looked_up).then_some(last)
}

/// What joins the items of a list, of which one verb is said.
const LISTS: Classes = Classes::of(&[Class::And, Class::Or, Class::Enumeration, Class::Slash]);

const LISTED: Classes = Classes::of(&[Class::Form, Class::Tool]);

/// What follows one of these is another thing.
const JOINS: Classes =
    Classes::of(&[Class::And, Class::Or, Class::Enumeration, Class::Slash, Class::Also, Class::Comma]);

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
