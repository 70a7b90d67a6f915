//! The tables of phrases and patterns, read into the form that texts are matched with.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::class::Classes;
use crate::unit::{Unit, phrase_hashes};
use crate::{Label, unit};

/// Where a phrase begins in [`Phrases::units`], how long it is, and what it is.
#[derive(Clone, Copy, Debug)]
struct Entry {
    start: u32,
    length: u32,
    classes: Classes,
}

/// The keys are hashes already.
#[derive(Default)]
struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
    fn write_u64(&mut self, value: u64) {
        // The map reads the upper bits and the lower ones; characters have only lower ones.
        self.0 = value.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// Phrases with their classes, found by their first unit.
#[derive(Default)]
pub(crate) struct Phrases {
    units: Vec<u64>,
    /// Those that begin alike stand together, the longest first.
    entries: Vec<Entry>,
    first: HashMap<u64, (u32, u32), BuildHasherDefault<Identity>>,
}

/// What a table says that cannot be understood, with its line.
pub(crate) type Problem = String;

impl Phrases {
    /// Reads tables of lines `class: phrase, phrase`; a line that begins with a blank goes on with the class before,
    /// `#` begins a comment.
    pub fn read(tables: &[&str], own: &[(Classes, &str)], problems: &mut Vec<Problem>) -> Phrases {
        let mut phrases = Phrases::default();
        for table in tables {
            let mut classes = Classes::NONE;
            for line in table.lines() {
                let line = line.split('#').next().unwrap_or_default().trim_end();
                let rest = match line.split_once(':') {
                    Some((name, rest)) if !line.starts_with(' ') => {
                        classes = named(name, problems);
                        rest
                    }
                    _ => line,
                };
                for phrase in rest.split(',').map(str::trim).filter(|phrase| !phrase.is_empty()) {
                    phrases.add(phrase, classes, problems);
                }
            }
        }
        for (classes, phrase) in own {
            phrases.add(phrase, *classes, problems);
        }
        phrases.index();
        phrases
    }

    fn add(&mut self, phrase: &str, classes: Classes, problems: &mut Vec<Problem>) {
        let start = self.units.len();
        phrase_hashes(phrase, &mut self.units);
        let length = self.units.len() - start;
        if length == 0 || classes.is_empty() {
            problems.push(format!("`{phrase}` holds no word, or has no class"));
        } else {
            self.entries.push(Entry { start: start as u32, length: length as u32, classes });
        }
    }

    fn index(&mut self) {
        let units = &self.units;
        let of = |entry: &Entry| &units[entry.start as usize..(entry.start + entry.length) as usize];
        self.entries.sort_by(|left, right| {
            let (left, right) = (of(left), of(right));
            left[0].cmp(&right[0]).then(right.len().cmp(&left.len())).then_with(|| left.cmp(right))
        });
        self.entries.dedup_by(|later, kept| {
            let same = of(later) == of(kept);
            if same {
                kept.classes = kept.classes.with(later.classes);
            }
            same
        });
        let mut from = 0;
        self.first.reserve(self.entries.len());
        while from < self.entries.len() {
            let key = of(&self.entries[from])[0];
            let mut to = from + 1;
            while to < self.entries.len() && of(&self.entries[to])[0] == key {
                to += 1;
            }
            self.first.insert(key, (from as u32, to as u32));
            from = to;
        }
    }

    /// The longest phrase that begins with the first of these units: how many units it has, and its classes.
    pub fn longest(&self, text: &[Unit]) -> Option<(usize, Classes)> {
        let first = text.first()?;
        let exact = self.longest_from(first.exact, text);
        let stem = if first.stem == first.exact { None } else { self.longest_from(first.stem, text) };
        match (exact, stem) {
            (Some(exact), Some(stem)) if exact.0 == stem.0 => Some((exact.0, exact.1.with(stem.1))),
            (Some(exact), Some(stem)) => Some(if exact.0 > stem.0 { exact } else { stem }),
            (found, other) => found.or(other),
        }
    }

    fn longest_from(&self, key: u64, text: &[Unit]) -> Option<(usize, Classes)> {
        let (from, to) = *self.first.get(&key)?;
        let mut found: Option<(usize, Classes)> = None;
        for entry in &self.entries[from as usize..to as usize] {
            let length = entry.length as usize;
            if found.is_some_and(|(longest, _)| length < longest) {
                break;
            }
            let phrase = &self.units[entry.start as usize..entry.start as usize + length];
            let fits =
                text.len() >= length && phrase[1..].iter().zip(&text[1..length]).all(|(hash, unit)| unit.is(*hash));
            if fits {
                let before = found.map_or(Classes::NONE, |(_, classes)| classes);
                found = Some((length, before.with(entry.classes)));
            }
        }
        found
    }
}

/// The union of the classes in `a|b|c`.
fn named(names: &str, problems: &mut Vec<Problem>) -> Classes {
    let mut classes = Classes::NONE;
    for name in names.split('|').map(str::trim) {
        match Classes::named(name) {
            Some(class) => classes = classes.with(class),
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
