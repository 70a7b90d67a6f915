//! A text as units: words of Latin script, single Chinese characters, and marks of punctuation, each with its bytes.

use std::ops::Range;

use crate::ending::Ending;

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

/// The longest word that has a stem. Longer ones are names of nothing that the tables know.
const LONGEST_WORD: usize = 32;

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
            self.quoted = (self.quoted || OPENS_QUOTE.contains(&c)) && !CLOSES_QUOTE.contains(&c);
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

/// The hashes of a word in lower case: of its exact letters, and of its stem.
pub(crate) fn word_hashes(word: &[u8]) -> (u64, u64) {
    let mut buffer = [0; LONGEST_WORD + 1];
    let word = &word[..word.len().min(LONGEST_WORD)];
    (hash(word, EXACT), hash(stem(word, &mut buffer), STEM))
}

const EXACT: u64 = 0xcbf2_9ce4_8422_2325;
const STEM: u64 = 0x9e37_79b9_7f4a_7c15;

/// Eight letters at a time. What is hashed are the words of a table and of one text; nobody gains from a collision.
fn hash(word: &[u8], seed: u64) -> u64 {
    let mut hash = seed ^ word.len() as u64;
    for part in word.chunks(8) {
        let mut letters = [0; 8];
        letters[..part.len()].copy_from_slice(part);
        hash = (hash ^ u64::from_le_bytes(letters)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 29;
    }
    hash | 1 << 63
}

/// A character stands for itself; the top bit tells it from a word.
pub(crate) fn character_hash(c: char) -> u64 {
    u64::from(u32::from(c))
}

/// A word without the endings of English verbs and plurals. Both the tables and the text go through it, so it need
/// not be right about English, only the same for all forms of a word.
fn stem<'b>(word: &[u8], buffer: &'b mut [u8; LONGEST_WORD + 1]) -> &'b [u8] {
    let mut length = word.len();
    buffer[..length].copy_from_slice(word);
    let ends = |length: usize, ending: &[u8]| word[..length].ends_with(ending);
    if ends(length, b"'s") {
        length -= 2;
    }
    if !word.is_ascii() {
        return &buffer[..length];
    }
    let hissing = |length: usize| [b"ch".as_slice(), b"sh", b"ss", b"x", b"z"].iter().any(|e| ends(length, e));
    if length >= 6 && ends(length, b"ies") {
        buffer[length - 3] = b'y';
        length -= 2;
    } else if length >= 5 && ends(length, b"es") && hissing(length - 2) {
        length -= 2;
    } else if length >= 4 && ends(length, b"s") && !ends(length, b"ss") && !ends(length, b"us") && !ends(length, b"is")
    {
        length -= 1;
    } else if length >= 7 && ends(length, b"ing") {
        length -= 3;
    } else if length >= 6 && ends(length, b"ied") {
        buffer[length - 3] = b'y';
        length -= 2;
    } else if length >= 6 && ends(length, b"ed") && !ends(length, b"eed") {
        length -= 2;
    }
    if length >= 5 && buffer[length - 1] == b'e' {
        length -= 1;
    }
    // "stopp" of "stopping".
    if length >= 5
        && buffer[length - 1] == buffer[length - 2]
        && !matches!(buffer[length - 1], b'a' | b'e' | b'i' | b'o' | b'u')
    {
        length -= 1;
    }
    &buffer[..length]
}

/// What begins a quotation, and what ends one.
const OPENS_QUOTE: [char; 3] = ['“', '「', '『'];
const CLOSES_QUOTE: [char; 3] = ['”', '」', '』'];

/// Full-width Latin, digits and punctuation as their everyday twins.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{ff61}' => '。',
        _ => c,
    }
}

/// Whether a blank stands on either side, and more than a letter before it: "R & D" is one thing.
fn blank_around(bytes: &[u8], at: usize) -> bool {
    let blank = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(u8::is_ascii_whitespace);
    let latin = at.checked_sub(2).is_some_and(|at| bytes[at].is_ascii());
    latin && blank(at.checked_sub(1)) && blank(Some(at + 1)) && !blank(at.checked_sub(3))
}

/// How long the number of an item is, where one stands here: "1." or "12)" with a blank on either side.
fn list_number(bytes: &[u8], start: usize) -> Option<usize> {
    let digits = bytes[start..].iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    let before = start.checked_sub(1).map(|at| bytes[at]);
    let apart = before.is_none_or(|byte| byte.is_ascii_whitespace() || byte >= 0x80);
    let ends = matches!(bytes.get(start + digits), Some(b'.' | b')'));
    let blank = bytes.get(start + digits + 1).is_some_and(u8::is_ascii_whitespace);
    (apart && (1..=2).contains(&digits) && ends && blank).then_some(digits + 1)
}

/// Whether a digit stands on either side.
fn digits_around(bytes: &[u8], at: usize) -> bool {
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    digit(at.checked_sub(1)) && digit(Some(at + 1))
}

/// The characters of Chinese that join others and name nothing.
fn says_little(c: char) -> bool {
    LITTLE.binary_search(&c).is_ok()
}

/// In the order of their code points.
const LITTLE: [char; 74] = [
    '一', '三', '与', '且', '两', '个', '为', '么', '之', '也', '了', '二', '于', '些', '什', '从', '他', '以', '们',
    '但', '何', '你', '使', '其', '几', '到', '即', '及', '可', '吗', '吧', '呢', '和', '在', '地', '多', '她', '如',
    '它', '对', '将', '少', '就', '已', '很', '得', '怎', '想', '我', '或', '把', '是', '有', '条', '此', '每', '由',
    '的', '着', '种', '给', '而', '若', '被', '要', '让', '该', '请', '过', '还', '这', '那', '都', '问',
];

/// A character of a script that writes no blanks between words.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
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
    use super::{Units, word_hashes};

    fn same(left: &str, right: &str) -> bool {
        word_hashes(left.as_bytes()).1 == word_hashes(right.as_bytes()).1
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let forms = [
            ["memorise", "memorising"],
            ["classify", "classifies"],
            ["classify", "classified"],
            ["refuse", "refusing"],
            ["stop", "stopping"],
            ["teach", "teaches"],
            ["policy", "policies"],
            ["call", "calling"],
            ["answer", "answered"],
            ["route", "routes"],
            ["process", "processes"],
            ["reply", "replies"],
            ["translate", "translating"],
        ];
        for [left, right] in forms {
            assert!(same(left, right), "{left} {right}");
        }
        assert!(!same("not", "notes"));
    }

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
