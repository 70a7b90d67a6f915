//! The tables of phrases and patterns, read into the form that texts are matched with.

use crate::Label;
use crate::class::{Class, Classes};
use crate::unit::{self, Mark, Unit, Units};

/// Where a phrase begins in [`Phrases::units`], how long it is, and what it is.
#[derive(Clone, Copy, Debug)]
struct Entry {
    start: u32,
    /// The lower half of its third unit, by which most phrases that begin alike are told apart.
    third: u32,
    /// The next phrase of the same slot, counted from one.
    next: u32,
    /// Its place in [`Phrases::sets`].
    set: u16,
    length: u8,
}

/// Phrases with their classes, found by their first two units. A chained hash table, made without sorting, since a
/// check of one file should not wait for it.
#[derive(Default)]
pub(crate) struct Phrases {
    units: Vec<u64>,
    entries: Vec<Entry>,
    /// The sets of classes that phrases have, one for each row of the tables.
    sets: Vec<Classes>,
    /// The first phrase of a slot, counted from one.
    slots: Vec<u32>,
    /// Which units begin a phrase at all: a bit for each value of some bits of the hash.
    begins: Vec<u64>,
}

/// What a table says that cannot be understood.
pub(crate) type Problem = String;

const SLOTS: usize = 1 << 14;
const BEGINNINGS: usize = 1 << 15;

/// No phrase is longer, so that no place of a text costs more than a few steps.
const LONGEST_PHRASE: usize = 12;

/// The hashes of characters are small numbers, so their bits are spread first.
fn spread(hash: u64, bits: usize) -> usize {
    (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & (bits - 1)
}

fn slot(first: u64, second: u64) -> usize {
    spread(first ^ second.rotate_left(21), SLOTS)
}

impl Phrases {
    /// Reads tables of lines `class: phrase, phrase`; a line that begins with a blank goes on with the class before,
    /// `#` begins a comment.
    pub fn read(tables: &[&str], own: &[(Classes, &str)], problems: &mut Vec<Problem>) -> Phrases {
        let bytes: usize = tables.iter().map(|table| table.len()).sum();
        let mut phrases = Phrases {
            units: Vec::with_capacity(bytes / 4),
            entries: Vec::with_capacity(bytes / 9),
            sets: Vec::with_capacity(256),
            slots: vec![0; SLOTS],
            begins: vec![0; BEGINNINGS / 64],
        };
        for table in tables {
            let mut classes = Classes::NONE;
            for line in table.lines() {
                let line = line.split('#').next().unwrap_or_default().trim_end();
                let head = if line.starts_with(' ') { None } else { line.split_once(':') };
                let rest = match head {
                    Some((name, rest)) => {
                        classes = named(name, problems);
                        rest
                    }
                    None => line,
                };
                phrases.of_set(classes);
                phrases.read_line(rest, problems);
            }
        }
        for (classes, phrase) in own {
            let start = phrases.units.len();
            unit::plain_hashes(phrase, &mut phrases.units);
            phrases.of_set(*classes);
            phrases.add(start, phrase, problems);
        }
        phrases
    }

    /// The phrases that follow are of this set.
    fn of_set(&mut self, classes: Classes) {
        if self.sets.last() != Some(&classes) && self.sets.len() < usize::from(u16::MAX) {
            self.sets.push(classes);
        }
    }

    /// The phrases of one line. It is read once from front to back, as a text would be.
    fn read_line(&mut self, line: &str, problems: &mut Vec<Problem>) {
        let mut units = Units::new(line);
        let mut start = self.units.len();
        while let Some(unit) = units.unit() {
            if unit.mark == Some(Mark::Comma) {
                self.add(start, line, problems);
                start = self.units.len();
            } else if unit.mark.is_none() {
                let exact = unit.start > 0 && line.as_bytes()[unit.start - 1] == b'=';
                self.units.push(if exact { unit.exact } else { unit.stem });
            }
        }
        // A line may end in a comma, where the next goes on.
        if self.units.len() > start {
            self.add(start, line, problems);
        }
    }

    /// Takes in the phrase whose units stand at the end, from `start` on.
    fn add(&mut self, start: usize, source: &str, problems: &mut Vec<Problem>) {
        let length = self.units.len() - start;
        let set = self.sets.len().saturating_sub(1);
        if length == 0 || self.sets.get(set).is_none_or(|classes| classes.is_empty()) {
            problems.push(format!("`{source}` holds no word, or has no class"));
            return;
        }
        // What a team's own long phrase says beyond that is not asked for.
        self.units.truncate(start + LONGEST_PHRASE);
        let length = length.min(LONGEST_PHRASE) as u8;
        let (first, second) = (self.units[start], self.units.get(start + 1).copied().unwrap_or_default());
        let slot = slot(first, second);
        let third = self.units.get(start + 2).map_or(0, |third| *third as u32);
        let entry = Entry { start: start as u32, third, next: self.slots[slot], set: set as u16, length };
        self.entries.push(entry);
        self.slots[slot] = self.entries.len() as u32;
        let bit = spread(first, BEGINNINGS);
        self.begins[bit / 64] |= 1 << (bit % 64);
    }

    fn begins(&self, hash: u64) -> bool {
        let bit = spread(hash, BEGINNINGS);
        self.begins[bit / 64] & 1 << (bit % 64) != 0
    }

    /// The longest phrase that begins with the first of these units: how many units it has, and its classes.
    pub fn longest(&self, text: &[Unit]) -> Option<(usize, Classes)> {
        let first = text.first()?;
        let mut found = (0, Classes::NONE);
        if self.begins(first.exact) {
            self.longest_from(first.exact, text, &mut found);
        }
        if first.stem != first.exact && self.begins(first.stem) {
            self.longest_from(first.stem, text, &mut found);
        }
        (found.0 > 0).then_some(found)
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
        let mut next = self.slots[slot(first, second)];
        while next > 0 {
            let entry = &self.entries[next as usize - 1];
            next = entry.next;
            let length = usize::from(entry.length);
            if length < found.0 || length > text.len() || (length == 1) != (second == 0) {
                continue;
            }
            let third = text.get(2).map_or((0, 0), |unit| (unit.exact as u32, unit.stem as u32));
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

/// The union of the classes in `a|b|c`.
fn named(names: &str, problems: &mut Vec<Problem>) -> Classes {
    let mut classes = Classes::NONE;
    for name in names.split('|').map(str::trim) {
        match Class::named(name) {
            Some(class) => classes = classes.with(Classes::of(&[class])),
            None => problems.push(format!("no class is called `{name}`")),
        }
    }
    classes
}

/// One place of a pattern.
#[derive(Debug)]
pub(crate) struct Slot {
    pub classes: Classes,
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
    pub slots: Vec<Slot>,
    /// Classes that must not stand between the first place and the last.
    pub not_between: Classes,
    /// Classes that must not stand in the clauses of the match.
    pub not_beside: Classes,
    /// Classes that must not begin within so many halves of a word behind the match.
    pub not_after: Option<(u32, Classes)>,
    /// Classes that must not stand within so many halves of a word before it.
    pub not_before: Option<(u32, Classes)>,
    /// Classes of which one must stand in the same sentence.
    pub beside: Classes,
    /// A negation before it does not turn it off.
    pub whatever_is_negated: bool,
    /// All classes of the slots after the first, for a quick look at a whole sentence.
    pub needs: Vec<Classes>,
}

/// Reads lines `label id: class <n class … !class !>n:class !<n:class ~class +class &neg`.
pub(crate) fn read_patterns(table: &'static str, problems: &mut Vec<Problem>) -> Vec<Pattern> {
    let mut patterns = Vec::new();
    for line in table.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        let Some((head, row)) = line.split_once(':') else {
            problems.push(format!("no colon in `{line}`"));
            continue;
        };
        let (label, id) = head.split_once(' ').unwrap_or((head, ""));
        let Some(label) = Label::from_name(label) else {
            problems.push(format!("no label is called `{label}`"));
            continue;
        };
        patterns.push(read_pattern(label, id.trim(), row, problems));
    }
    patterns
}

fn read_pattern(label: Label, id: &'static str, row: &str, problems: &mut Vec<Problem>) -> Pattern {
    let mut pattern = Pattern {
        label,
        id,
        slots: Vec::new(),
        not_between: Classes::NONE,
        not_beside: Classes::NONE,
        not_after: None,
        not_before: None,
        beside: Classes::NONE,
        whatever_is_negated: false,
        needs: Vec::new(),
    };
    let (mut within, mut over_commas) = (0, false);
    for word in row.split_ascii_whitespace() {
        if word == "&neg" {
            pattern.whatever_is_negated = true;
        } else if let Some(names) = word.strip_prefix('+') {
            pattern.beside = pattern.beside.with(named(names, problems));
        } else if let Some(names) = word.strip_prefix('~') {
            pattern.not_between = pattern.not_between.with(named(names, problems));
        } else if let Some(rest) = word.strip_prefix("!>") {
            pattern.not_after = Some(distant(rest, problems));
        } else if let Some(rest) = word.strip_prefix("!<") {
            pattern.not_before = Some(distant(rest, problems));
        } else if let Some(names) = word.strip_prefix('!') {
            pattern.not_beside = pattern.not_beside.with(named(names, problems));
        } else if let Some(gap) = word.strip_prefix('<') {
            over_commas = gap.starts_with('<');
            within = 2 * number(gap.trim_start_matches('<'), problems);
        } else {
            let classes = named(word, problems);
            if !pattern.slots.is_empty() {
                pattern.needs.push(classes);
            }
            pattern.slots.push(Slot { classes, within, over_commas });
            (within, over_commas) = (2, false);
        }
    }
    if pattern.slots.is_empty() {
        problems.push(format!("the pattern `{id}` has no slots"));
    }
    pattern
}

fn distant(rest: &str, problems: &mut Vec<Problem>) -> (u32, Classes) {
    let (gap, names) = rest.split_once(':').unwrap_or(("0", rest));
    (2 * number(gap, problems), named(names, problems))
}

fn number(text: &str, problems: &mut Vec<Problem>) -> u32 {
    text.parse().unwrap_or_else(|_| {
        problems.push(format!("`{text}` is no number"));
        0
    })
}

/// A word or phrase of the tables, found in a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// Its first and last unit.
    pub first: usize,
    pub last: usize,
    /// Where it begins and ends, in halves of a word.
    pub from: u32,
    pub to: u32,
    pub classes: Classes,
    /// The clause of the sentence that it stands in, counted by commas.
    pub clause: u32,
    /// Whether a negation turns it off.
    pub off: bool,
}

impl Hit {
    /// Its bytes in the text.
    pub fn span(&self, units: &[Unit]) -> std::ops::Range<usize> {
        unit::bytes(units, self.first, self.last)
    }
}
