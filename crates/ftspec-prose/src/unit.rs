//! A text as units: words of Latin script, single Chinese characters, and marks of punctuation, each with its bytes.

use std::ops::Range;

use crate::character::{
    blank_around, closes_quote, digits_around, half_width, is_ideograph, list_number, opens_quote, says_little,
};
use crate::ending::Ending;
use crate::stem::{LONGEST_WORD, character_hash, word_hashes};

/// What stands between two units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Ends a sentence: full stop, question mark.
    Stop,
    /// Ends a clause: comma.
    Comma,
    /// Ends a clause, and parts what commas stand in.
    Semicolon,
    /// Ends a clause, and is no part of a list: dash.
    Dash,
    /// Opens an aside: an opening bracket.
    Open,
    /// Ends an aside: a closing bracket.
    Close,
    /// Joins the items of a list: 、, plus sign, ampersand.
    List,
    /// Joins two words: slash.
    Slash,
    /// Joins the items of a list as "and" does: a plus between blanks.
    Plus,
    /// Leads up to a list: colon.
    Colon,
}

/// One word, one Chinese character or one mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    pub start: usize,
    pub end: usize,
    /// Stands for the exact word, in lower case. Zero for a mark.
    pub exact: u64,
    /// Stands for the word without its ending; equal to `exact` for a character.
    pub stem: u64,
    /// Where it stands, in halves of a word: a word counts two, a character one, a mark nothing.
    pub at: u32,
    pub mark: Option<Mark>,
    /// Whether it says nothing by itself: a short word, a manner (equally), or a name such as Qwen2.5.
    pub light: bool,
    pub ending: Ending,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
}

/// Words up to here are mostly articles, pronouns and prepositions.
pub(crate) const SHORT_WORD: usize = 3;

/// Reads units off a text, from front to back.
pub(crate) struct Units<'t> {
    text: &'t str,
    position: usize,
    at: u32,
    quoted: bool,
}

impl<'t> Units<'t> {
    pub fn new(text: &'t str) -> Self {
        Units { text, position: 0, at: 0, quoted: false }
    }

    /// Fills `into` with the next sentence, or with `most` units of it. False at the end of the text.
    pub fn sentence(&mut self, most: usize, into: &mut Vec<Unit>) -> bool {
        into.clear();
        while into.len() < most {
            let Some(unit) = self.unit() else { break };
            into.push(unit);
            if unit.mark == Some(Mark::Stop) {
                break;
            }
        }
        !into.is_empty()
    }

    /// The next unit.
    pub fn unit(&mut self) -> Option<Unit> {
        let bytes = self.text.as_bytes();
        loop {
            let start = self.position;
            let byte = *bytes.get(start)?;
            if byte.is_ascii_alphanumeric() {
                if let Some(length) = list_number(bytes, start) {
                    self.position = start + length;
                    return Some(self.mark(start, Mark::Semicolon));
                }
                return Some(self.ascii_word(start));
            }
            if byte == b' ' && self.parts_characters(start) {
                self.position += 1;
                return Some(self.mark(start, Mark::Semicolon));
            }
            if byte.is_ascii() {
                self.position += 1;
                let next = bytes.get(start + 1).copied();
                let mark = match byte {
                    // "(a)" numbers the items of a list.
                    b'(' if bytes.get(start + 2) == Some(&b')') && bytes[start + 1].is_ascii_alphanumeric() => {
                        self.position += 2;
                        Mark::Semicolon
                    }
                    // An escape of the string that the text stands in is a blank.
                    b'\\' => {
                        self.position += usize::from(matches!(next, Some(b'n' | b't' | b'r' | b'"' | b'\\')));
                        self.quoted ^= next == Some(b'"');
                        continue;
                    }
                    b'"' => {
                        self.quoted = !self.quoted;
                        continue;
                    }
                    b'!' | b'?' => Mark::Stop,
                    // "e.g." ends no sentence.
                    b'.' if self.abbreviated(start) => continue,
                    b'.' => Mark::Stop,
                    // "20,000" is one number.
                    b',' if digits_around(bytes, start) => continue,
                    b',' => Mark::Comma,
                    b';' => Mark::Semicolon,
                    b'(' | b'[' => Mark::Open,
                    b')' | b']' => Mark::Close,
                    b'|' => Mark::Dash,
                    // A dash between blanks; inside a word it joins two words.
                    b'-' if start > 0 && bytes[start - 1].is_ascii_whitespace() => Mark::Dash,
                    b'+' | b'&' if blank_around(bytes, start) => Mark::Plus,
                    b'/' => Mark::Slash,
                    b'+' | b'&' => Mark::List,
                    b':' => Mark::Colon,
                    _ => continue,
                };
                return Some(self.mark(start, mark));
            }
            let c = self.text[start..].chars().next()?;
            self.position += c.len_utf8();
            let c = half_width(c);
            self.quoted = (self.quoted || opens_quote(c)) && !closes_quote(c);
            let mark = match c {
                '。' | '!' | '?' => Mark::Stop,
                ',' => Mark::Comma,
                ';' => Mark::Semicolon,
                '(' | '[' | '【' => Mark::Open,
                ')' | ']' | '】' => Mark::Close,
                '—' | '–' | '…' | '•' | '·' | '→' => Mark::Dash,
                '、' | '+' | '&' | '①'..='⑳' => Mark::List,
                '/' => Mark::Slash,
                ':' => Mark::Colon,
                _ if is_ideograph(c) => {
                    let hash = character_hash(c);
                    let at = self.at;
                    self.at += 1;
                    return Some(Unit {
                        start,
                        end: self.position,
                        exact: hash,
                        stem: hash,
                        at,
                        mark: None,
                        light: says_little(c),
                        ending: Ending::Other,
                        quoted: self.quoted,
                    });
                }
                _ if c.is_ascii_alphanumeric() || (c.is_alphanumeric()) => {
                    self.position = start;
                    return Some(self.wide_word(start));
                }
                _ => continue,
            };
            return Some(self.mark(start, mark));
        }
    }

    /// Whether the blank here stands between two Chinese characters, and so parts the items of a list.
    fn parts_characters(&self, blank: usize) -> bool {
        let (before, after) = self.text.split_at(blank);
        let chinese = |c: Option<char>| c.is_some_and(is_ideograph);
        chinese(after[1..].chars().next()) && chinese(before.chars().next_back())
    }

    /// Whether the full stop here belongs to an abbreviation.
    fn abbreviated(&self, stop: usize) -> bool {
        let before = &self.text.as_bytes()[stop.saturating_sub(4)..stop];
        [b"e.g".as_slice(), b"i.e", b" vs", b" cf"].iter().any(|word| before.ends_with(word))
    }

    /// A mark; those that follow it and mean the same are part of it.
    fn mark(&mut self, start: usize, mark: Mark) -> Unit {
        let rest = &self.text.as_bytes()[self.position..];
        let first = self.text.as_bytes()[start];
        let same = if first.is_ascii() { rest.iter().take_while(|byte| **byte == first).count() } else { 0 };
        self.position += same;
        Unit {
            start,
            end: self.position,
            exact: 0,
            stem: 0,
            at: self.at,
            mark: Some(mark),
            light: true,
            ending: Ending::Other,
            quoted: self.quoted,
        }
    }

    fn ascii_word(&mut self, start: usize) -> Unit {
        let bytes = self.text.as_bytes();
        let mut end = start;
        while let Some(&byte) = bytes.get(end) {
            let inner =
                matches!(byte, b'\'' | b'.' | b'_') && bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
            if byte.is_ascii_alphanumeric() || inner {
                end += 1;
            } else if byte >= 0x80 {
                let c = self.text[end..].chars().next().unwrap_or(' ');
                let joins = c == '’' && bytes.get(end + c.len_utf8()).is_some_and(u8::is_ascii_alphabetic);
                if joins || (c.is_alphanumeric() && !is_ideograph(half_width(c))) {
                    return self.wide_word(start);
                }
                break;
            } else {
                break;
            }
        }
        self.word(start, end, self.text[start..end].bytes().map(|byte| byte.to_ascii_lowercase()))
    }

    /// A word with letters that are not ASCII: accents, Cyrillic, full-width Latin, curly apostrophes.
    fn wide_word(&mut self, start: usize) -> Unit {
        let mut end = start;
        let (mut letters, mut length, mut buffer) = ([0; LONGEST_WORD], 0, [0; 4]);
        for c in self.text[start..].chars() {
            let folded = if c == '’' { '\'' } else { half_width(c) };
            let part = folded.is_alphanumeric() && !is_ideograph(folded);
            if !(part || (folded == '\'' && end > start)) {
                break;
            }
            end += c.len_utf8();
            if length + 4 > LONGEST_WORD {
                continue;
            }
            for low in folded.to_lowercase() {
                let bytes = low.encode_utf8(&mut buffer).as_bytes();
                let room = (LONGEST_WORD - length).min(bytes.len());
                letters[length..length + room].copy_from_slice(&bytes[..room]);
                length += room;
            }
        }
        self.word(start, end.max(start + 1), letters[..length].iter().copied())
    }

    fn word(&mut self, start: usize, end: usize, letters: impl Iterator<Item = u8>) -> Unit {
        let mut buffer = [0; LONGEST_WORD];
        let mut length = 0;
        for letter in letters {
            if length == LONGEST_WORD {
                break;
            }
            buffer[length] = letter;
            length += 1;
        }
        self.position = end;
        let at = self.at;
        self.at += 2;
        let (exact, stem) = word_hashes(&buffer[..length]);
        let written = &self.text.as_bytes()[start..end];
        let manner = length > 5 && buffer[..length].ends_with(b"ly");
        let light = manner
            || length <= SHORT_WORD
            || written.iter().any(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        let ending = Ending::of(&buffer[..length]);
        Unit { start, end, exact, stem, at, mark: None, light, ending, quoted: self.quoted }
    }
}

/// The units of a phrase in which no sign has a meaning, as stems.
pub(crate) fn plain_hashes(phrase: &str, into: &mut Vec<u64>) {
    let mut units = Units::new(phrase);
    while let Some(unit) = units.unit() {
        if unit.mark.is_none() {
            into.push(unit.stem);
        }
    }
}

/// The bytes from the first to the last of some units.
pub(crate) fn bytes(units: &[Unit], first: usize, last: usize) -> Range<usize> {
    units[first].start..units[last].end
}

#[cfg(test)]
mod tests {
    use super::Units;

    #[test]
    fn a_text_falls_into_words_characters_and_marks() {
        let mut units = Units::new("微调 Qwen2.5-7B，it’s\\n  “done”. Next");
        let mut sentence = Vec::new();
        let mut all = Vec::new();
        let text = units.text;
        while units.sentence(100, &mut sentence) {
            all.push(sentence.iter().map(|unit| &text[unit.start..unit.end]).collect::<Vec<_>>());
        }
        assert_eq!(all, [vec!["微", "调", "Qwen2.5", "7B", "，", "it’s", "done", "."], vec!["Next"]]);
    }
}
