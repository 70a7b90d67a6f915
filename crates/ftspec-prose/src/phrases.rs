//! Phrases with their classes, and how the longest one at a place of a text is found.
//!
//! The tables' phrases are laid out once, when the crate is built; a team's own ones when its configuration is read.
//! Both have the same form: a hash table over the first two units of a phrase.

use crate::class::Classes;
use crate::unit::Unit;

/// Where a phrase begins in [`Phrases::units`], how long it is, and what it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub start: u32,
    /// The lower half of its third unit, by which most phrases that begin alike are told apart.
    pub third: u32,
    /// Its place in [`Phrases::sets`].
    pub set: u16,
    pub length: u8,
}

/// Phrases, ready to be looked for.
#[derive(Clone, Copy)]
pub(crate) struct Phrases<'p> {
    pub units: &'p [u64],
    /// Those of one slot stand side by side, the longest first.
    pub entries: &'p [Entry],
    /// The sets of classes that phrases have.
    pub sets: &'p [Classes],
    /// Where the entries of each slot begin, and at last where all end.
    pub slots: &'p [u32],
    /// Which units begin a phrase at all: a bit for each value of some bits of the hash.
    pub begins: &'p [u64],
}

/// No phrase is longer, so that no place of a text costs more than a few steps.
pub(crate) const LONGEST_PHRASE: usize = 12;

/// The hashes of characters are small numbers, so their bits are spread first. `most` is a power of two.
fn spread(hash: u64, most: usize) -> usize {
    (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & (most - 1)
}

fn slot(first: u64, second: u64, slots: usize) -> usize {
    spread(first ^ second.rotate_left(21), slots)
}

impl Phrases<'_> {
    fn begins(&self, hash: u64) -> bool {
        let bit = spread(hash, self.begins.len() * 64);
        self.begins[bit / 64] & 1 << (bit % 64) != 0
    }

    /// Looks for a phrase that begins with the first of these units and is longer than the one found so far: how many
    /// units it has, and its classes. Of phrases that are equally long the classes are joined.
    pub fn longest(&self, text: &[Unit], found: &mut (usize, Classes)) {
        let Some(first) = text.first() else { return };
        if self.begins(first.exact) {
            self.longest_from(first.exact, text, found);
        }
        if first.stem != first.exact && self.begins(first.stem) {
            self.longest_from(first.stem, text, found);
        }
    }

    fn longest_from(&self, first: u64, text: &[Unit], found: &mut (usize, Classes)) {
        if let Some(second) = text.get(1).filter(|second| second.mark.is_none()) {
            self.longest_in(first, second.exact, text, found);
            if second.stem != second.exact {
                self.longest_in(first, second.stem, text, found);
            }
        }
        self.longest_in(first, 0, text, found);
    }

    fn longest_in(&self, first: u64, second: u64, text: &[Unit], found: &mut (usize, Classes)) {
        let slot = slot(first, second, self.slots.len() - 1);
        let third = text.get(2).map_or((0, 0), |unit| (unit.exact as u32, unit.stem as u32));
        for entry in &self.entries[self.slots[slot] as usize..self.slots[slot + 1] as usize] {
            let length = usize::from(entry.length);
            if length < found.0 {
                break;
            }
            if length > text.len() || (length == 1) != (second == 0) {
                continue;
            }
            if length > 2 && entry.third != third.0 && entry.third != third.1 {
                continue;
            }
            let phrase = &self.units[entry.start as usize..entry.start as usize + length];
            let fits = phrase[0] == first
                && (length == 1 || phrase[1] == second)
                && phrase.iter().zip(text).skip(2).all(|(hash, unit)| unit.is(*hash));
            if fits {
                let before = if found.0 == length { found.1 } else { Classes::NONE };
                *found = (length, before.with(self.sets[usize::from(entry.set)]));
            }
        }
    }
}

/// Phrases while they are collected, and where they are kept.
pub(crate) struct Collection {
    pub units: Vec<u64>,
    pub entries: Vec<Entry>,
    pub sets: Vec<Classes>,
    pub slots: Vec<u32>,
    pub begins: Vec<u64>,
}

impl Collection {
    /// Room for phrases; the more slots, the fewer phrases stand in one. Both numbers are powers of two, `beginnings` at
    /// least 64.
    pub fn new(slots: usize, beginnings: usize) -> Collection {
        let (slots, begins) = (vec![0; slots + 1], vec![0; beginnings / 64]);
        Collection { units: Vec::new(), entries: Vec::new(), sets: Vec::new(), slots, begins }
    }

    /// Takes in one phrase. What a long one says beyond [`LONGEST_PHRASE`] is not asked for.
    pub fn add(&mut self, phrase: &[u64], classes: Classes) {
        let phrase = &phrase[..phrase.len().min(LONGEST_PHRASE)];
        let Some(first) = phrase.first() else { return };
        let set = set_of(&mut self.sets, classes);
        let third = phrase.get(2).map_or(0, |third| *third as u32);
        let (start, length) = (self.units.len() as u32, phrase.len() as u8);
        self.entries.push(Entry { start, third, set, length });
        self.units.extend_from_slice(phrase);
        let bit = spread(*first, self.begins.len() * 64);
        self.begins[bit / 64] |= 1 << (bit % 64);
    }

    /// Brings the phrases into the order in which they are looked for. One that was added twice has the classes of both.
    pub fn sorted(mut self) -> Collection {
        let slots = self.slots.len() - 1;
        let phrase =
            |entry: &Entry| &self.units[entry.start as usize..entry.start as usize + usize::from(entry.length)];
        let place = |entry: &Entry| slot(phrase(entry)[0], phrase(entry).get(1).copied().unwrap_or_default(), slots);
        self.entries.sort_by(|left, right| {
            let order = place(left).cmp(&place(right)).then(right.length.cmp(&left.length));
            order.then_with(|| phrase(left).cmp(phrase(right)))
        });
        let mut entries: Vec<Entry> = Vec::with_capacity(self.entries.len());
        for entry in &self.entries {
            match entries.last_mut().filter(|last| phrase(last) == phrase(entry)) {
                Some(last) => {
                    let both = self.sets[usize::from(last.set)].with(self.sets[usize::from(entry.set)]);
                    last.set = set_of(&mut self.sets, both);
                }
                None => entries.push(*entry),
            }
        }
        self.slots.fill(0);
        for entry in &entries {
            self.slots[place(entry) + 1] += 1;
        }
        for slot in 0..slots {
            self.slots[slot + 1] += self.slots[slot];
        }
        self.entries = entries;
        self
    }

    /// The phrases, to be looked for.
    pub fn phrases(&self) -> Phrases<'_> {
        let Collection { units, entries, sets, slots, begins } = self;
        Phrases { units, entries, sets, slots, begins }
    }
}

/// The place of a set of classes among the sets; it is added where it is new.
fn set_of(sets: &mut Vec<Classes>, classes: Classes) -> u16 {
    let known = sets.iter().rposition(|set| *set == classes);
    let place = known.unwrap_or_else(|| {
        sets.push(classes);
        sets.len() - 1
    });
    place as u16
}
