//! Near words: what somebody most likely meant.

use std::cell::Cell;

/// A known word with the words that people write instead of it.
pub(crate) struct Candidate<'a> {
    pub name: &'a str,
    pub aliases: &'a [&'a str],
}

/// The known word that `written` most likely stands for: an alias says so, or the spelling is near.
pub(crate) fn nearest<'a>(written: &str, candidates: impl Iterator<Item = Candidate<'a>>) -> Option<&'a str> {
    // A very long word is near to none, and measuring would cost its length squared.
    if written.chars().count() > 64 {
        return None;
    }
    let plain = normal(written);
    let mut best: Option<(usize, &'a str)> = None;
    for candidate in candidates {
        if candidate.aliases.iter().any(|alias| normal(alias) == plain) || normal(candidate.name) == plain {
            return Some(candidate.name);
        }
        // No slip makes a word this much longer or shorter; `-` and `_` are not counted when words are compared.
        if candidate.name.len().abs_diff(plain.len()) > 6 && plain.is_ascii() {
            continue;
        }
        let distance = strsim::osa_distance(&plain, &normal(candidate.name));
        // One slip in a short word, two in a longer one, three in a long one.
        let length = candidate.name.chars().count().min(written.chars().count());
        let bearable = match length {
            0..=2 => 0,
            3..=4 => 1,
            5..=8 => 2,
            _ => 3,
        };
        if distance <= bearable && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate.name));
        }
    }
    best.map(|(_, name)| name)
}

/// The nearest of plain names.
pub(crate) fn nearest_name<'a>(written: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    nearest(written, names.map(|name| Candidate { name, aliases: &[] }))
}

/// Looks for near names in one file. A person is helped with every slip; a file made by a program, with thousands of
/// names that do not exist beside thousands that do, is not to take minutes.
pub(crate) struct NearNames {
    /// How many more names may be compared.
    left: Cell<usize>,
}

impl NearNames {
    /// So many names are compared for one file. A page with a slip in every second line needs a hundredth of it.
    const MOST: usize = 200_000;

    pub fn new() -> Self {
        Self { left: Cell::new(Self::MOST) }
    }

    /// The name nearest to what was written. None where none is near, and where too many were looked at before.
    pub fn nearest<'a>(&self, written: &str, names: &[&'a str]) -> Option<&'a str> {
        self.left.set(self.left.get().checked_sub(names.len())?);
        nearest_name(written, names.iter().copied())
    }
}

/// Case and the choice between `-`, `_` and blank do not make another word.
fn normal(word: &str) -> String {
    word.trim().chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

/// The names nearest to what was written, best first, at most three: for "did you mean".
pub fn near_names<'a>(written: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    if written.chars().count() > 64 {
        return Vec::new();
    }
    let plain = normal(written);
    let mut near: Vec<(usize, &str)> = names
        .map(|name| (strsim::osa_distance(&plain, &normal(name)), name))
        .filter(|(distance, name)| *distance <= (name.chars().count() / 3).max(1))
        .collect();
    near.sort();
    near.into_iter().map(|(_, name)| name).take(3).collect()
}
