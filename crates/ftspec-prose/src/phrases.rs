//! Phrases with their classes, and how the longest one at a place of a text is found.
//!
//! The tables' phrases are laid out once, when the crate is built; a team's own ones when its configuration is read.
//! Both have the same form: an automaton that goes from unit to unit. Phrases that end alike share their ends, so that
//! the many that one line of the tables writes out take little more room than the line.

use std::collections::HashMap;

use crate::class::Classes;
use crate::unit::Unit;

/// The way from one state to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Edge {
    pub unit: u64,
    pub to: u32,
}

/// What was read of a phrase so far.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    /// Where its edges begin; they end where those of the next state begin.
    pub edges: u32,
    /// What a phrase that ends here is, by its place in [`Phrases::sets`]; 0 where none does.
    pub set: u16,
}

/// Phrases, ready to be looked for.
#[derive(Clone, Copy)]
pub(crate) struct Phrases<'p> {
    /// Where the first units of each bucket begin in `first`, and at last where all end.
    pub buckets: &'p [u32],
    /// The edges of first units, by bucket.
    pub first: &'p [Edge],
    /// The states, and one behind them.
    pub states: &'p [State],
    /// The edges of each state, by their units.
    pub edges: &'p [Edge],
    /// The sets of classes that phrases have; the first is empty.
    pub sets: &'p [Classes],
}

/// No phrase is longer, so that no place of a text costs more than a few steps.
pub(crate) const LONGEST_PHRASE: usize = 12;

/// Up to so many edges are looked through one by one.
const FEW: usize = 8;

/// The bucket of a first unit. The hashes of characters are small numbers, so their bits are spread. `most` is a power
/// of two.
fn bucket(hash: u64, most: usize) -> usize {
    (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & (most - 1)
}

impl Phrases<'_> {
    /// Looks for a phrase that begins with the first of these units and is longer than the one found so far: how many
    /// units it has, and its classes. Of phrases that are equally long the classes are joined.
    pub fn longest(&self, text: &[Unit], found: &mut (usize, Classes)) {
        let Some(first) = text.first() else { return };
        self.longest_from(first.exact, text, found);
        if first.stem != first.exact {
            self.longest_from(first.stem, text, found);
        }
    }

    fn longest_from(&self, first: u64, text: &[Unit], found: &mut (usize, Classes)) {
        let bucket = bucket(first, self.buckets.len() - 1);
        let edges = &self.first[self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize];
        if let Some(edge) = edges.iter().find(|edge| edge.unit == first) {
            self.walk(edge.to, 1, text, found);
        }
    }

    fn walk(&self, state: u32, length: usize, text: &[Unit], found: &mut (usize, Classes)) {
        let state = state as usize;
        let State { edges: from, set } = self.states[state];
        if set > 0 && length >= found.0 {
            let before = if found.0 == length { found.1 } else { Classes::NONE };
            *found = (length, before.with(self.sets[usize::from(set)]));
        }
        let edges = &self.edges[from as usize..self.states[state + 1].edges as usize];
        let Some(next) = text.get(length).filter(|unit| unit.mark.is_none() && !edges.is_empty()) else { return };
        if let Some(to) = follow(edges, next.exact) {
            self.walk(to, length + 1, text, found);
        }
        if next.stem != next.exact
            && let Some(to) = follow(edges, next.stem)
        {
            self.walk(to, length + 1, text, found);
        }
    }
}

fn follow(edges: &[Edge], unit: u64) -> Option<u32> {
    if edges.len() <= FEW {
        edges.iter().find(|edge| edge.unit == unit).map(|edge| edge.to)
    } else {
        edges.binary_search_by_key(&unit, |edge| edge.unit).ok().map(|at| edges[at].to)
    }
}

/// Phrases while they are collected.
#[derive(Default)]
pub(crate) struct Collection {
    phrases: Vec<(Vec<u64>, Classes)>,
}

impl Collection {
    /// Takes in one phrase. What a long one says beyond [`LONGEST_PHRASE`] is not asked for.
    pub fn add(&mut self, phrase: &[u64], classes: Classes) {
        let phrase = &phrase[..phrase.len().min(LONGEST_PHRASE)];
        if !phrase.is_empty() {
            self.phrases.push((phrase.to_vec(), classes));
        }
    }

    /// Lays the phrases out, with so many buckets, a power of two. One that was added twice has the classes of both.
    pub fn lay_out(mut self, buckets: usize) -> Automaton {
        self.phrases.sort_by(|left, right| left.0.cmp(&right.0));
        self.phrases.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 = kept.1.with(next.1);
            }
            same
        });
        let mut builder = Builder::default();
        builder.sets.push(Classes::NONE);
        let mut first = builder.edges_of(&self.phrases, 0);
        first.sort_by_key(|edge| (bucket(edge.unit, buckets), edge.unit));
        let mut starts = vec![0; buckets + 1];
        for edge in &first {
            starts[bucket(edge.unit, buckets) + 1] += 1;
        }
        for at in 0..buckets {
            starts[at + 1] += starts[at];
        }
        builder.states.push(State { edges: builder.edges.len() as u32, set: 0 });
        let Builder { states, edges, sets, .. } = builder;
        Automaton { buckets: starts, first, states, edges, sets }
    }
}

/// Makes states from phrases, the last units first; states that go on alike are one.
#[derive(Default)]
struct Builder {
    states: Vec<State>,
    edges: Vec<Edge>,
    sets: Vec<Classes>,
    known: HashMap<(u16, Vec<Edge>), u32>,
}

impl Builder {
    /// The edges behind the first `depth` units that all of these have, by unit; the phrases are sorted.
    fn edges_of(&mut self, phrases: &[(Vec<u64>, Classes)], depth: usize) -> Vec<Edge> {
        let on = phrases.partition_point(|(phrase, _)| phrase.len() <= depth);
        let groups = phrases[on..].chunk_by(|left, right| left.0[depth] == right.0[depth]);
        groups.map(|group| Edge { unit: group[0].0[depth], to: self.state(group, depth + 1) }).collect()
    }

    fn state(&mut self, phrases: &[(Vec<u64>, Classes)], depth: usize) -> u32 {
        let ends = phrases.first().filter(|(phrase, _)| phrase.len() == depth).map(|(_, classes)| *classes);
        let set = ends.map_or(0, |classes| self.set(classes));
        let edges = self.edges_of(phrases, depth);
        if let Some(state) = self.known.get(&(set, edges.clone())) {
            return *state;
        }
        let state = self.states.len() as u32;
        self.states.push(State { edges: self.edges.len() as u32, set });
        self.edges.extend_from_slice(&edges);
        self.known.insert((set, edges), state);
        state
    }

    /// The place of a set of classes among the sets; it is added where it is new.
    fn set(&mut self, classes: Classes) -> u16 {
        let known = self.sets.iter().skip(1).position(|set| *set == classes);
        let place = known.map_or(self.sets.len(), |at| at + 1);
        if known.is_none() {
            self.sets.push(classes);
        }
        place as u16
    }
}

/// Phrases as they are laid out.
pub(crate) struct Automaton {
    pub buckets: Vec<u32>,
    pub first: Vec<Edge>,
    pub states: Vec<State>,
    pub edges: Vec<Edge>,
    pub sets: Vec<Classes>,
}

impl Automaton {
    /// The phrases, to be looked for.
    pub fn phrases(&self) -> Phrases<'_> {
        let Automaton { buckets, first, states, edges, sets } = self;
        Phrases { buckets, first, states, edges, sets }
    }
}
