//! From the positions of an editor to bytes, and back. The only place that knows how editors count.

use ftspec_syntax::{Edit, Span};
use tower_lsp_server::ls_types::{Position, PositionEncodingKind, Range, TextEdit};

/// What a column counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// Halves of UTF-16: what every client understands.
    #[default]
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

impl Encoding {
    /// The first of those that a client offers, in the order of its liking.
    pub fn choose(offered: Option<&[PositionEncodingKind]>) -> Self {
        let known = |kind: &PositionEncodingKind| match kind.as_str() {
            "utf-8" => Some(Self::Utf8),
            "utf-16" => Some(Self::Utf16),
            "utf-32" => Some(Self::Utf32),
            _ => None,
        };
        offered.and_then(|offered| offered.iter().find_map(known)).unwrap_or_default()
    }

    /// As the protocol writes it.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    /// How many units a text has.
    fn length(self, text: &str) -> u32 {
        let many = match self {
            Self::Utf8 => text.len(),
            _ if text.is_ascii() => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
            Self::Utf32 => text.chars().count(),
        };
        many as u32
    }

    fn width(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// Where the lines of a text begin, as editors count them: `\n`, `\r\n` and a lone `\r` end a line.
#[derive(Clone, Debug)]
pub struct Lines(Vec<u32>);

impl Lines {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = Vec::with_capacity(bytes.len() / 24 + 1);
        starts.push(0);
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
                starts.push(at as u32 + 1);
            }
        }
        Self(starts)
    }
}

/// A text with its lines and what its columns count.
#[derive(Clone, Copy, Debug)]
pub struct Positions<'t> {
    /// The text.
    pub text: &'t str,
    /// Its lines.
    pub lines: &'t Lines,
    /// What columns count.
    pub encoding: Encoding,
}

impl Positions<'_> {
    /// The byte that a position means. Behind the end of a line it is the end of the line, behind the last line the
    /// end of the text, inside a character its start.
    pub fn offset(&self, position: Position) -> u32 {
        let line = position.line as usize;
        let Some(start) = self.lines.0.get(line) else { return self.text.len() as u32 };
        let start = *start as usize;
        let end = self.lines.0.get(line + 1).map_or(self.text.len(), |next| *next as usize);
        let content = self.text[start..end].trim_end_matches(['\n', '\r']);
        let mut left = position.character as usize;
        for (at, c) in content.char_indices() {
            let width = self.encoding.width(c);
            if left < width {
                return (start + at) as u32;
            }
            left -= width;
        }
        (start + content.len()) as u32
    }

    /// The position of a byte. Inside a character it is the character's start, behind the text its end.
    pub fn position(&self, offset: u32) -> Position {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.lines.0.partition_point(|start| *start as usize <= offset) - 1;
        let before = &self.text[self.lines.0[line] as usize..offset];
        Position { line: line as u32, character: self.encoding.length(before) }
    }

    /// The bytes that a range means; its ends may come in either order.
    pub fn span(&self, range: Range) -> Span {
        let (one, other) = (self.offset(range.start), self.offset(range.end));
        Span::new(one.min(other), one.max(other))
    }

    /// The range of some bytes.
    pub fn range(&self, span: Span) -> Range {
        Range { start: self.position(span.start), end: self.position(span.end) }
    }

    /// How many columns some bytes on one line take.
    pub fn length(&self, span: Span) -> u32 {
        self.encoding.length(span.of(self.text))
    }

    /// Whether nothing stands between an offset and the end of its line.
    pub fn is_line_end(&self, offset: u32) -> bool {
        let rest = self.text.get(offset as usize..).unwrap_or("");
        rest.is_empty() || rest.starts_with(['\n', '\r'])
    }

    /// Edits as the protocol writes them.
    pub fn edits(&self, edits: &[Edit]) -> Vec<TextEdit> {
        edits.iter().map(|edit| TextEdit { range: self.range(edit.span), new_text: edit.text.clone() }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "goal: \"语气😀一致\"\r\nlone\rback\n\u{feff}é\u{301}\n";

    #[test]
    fn there_and_back_is_the_same() {
        let lines = Lines::new(TEXT);
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            let positions = Positions { text: TEXT, lines: &lines, encoding };
            for (offset, c) in TEXT.char_indices() {
                let inside_break = c == '\n' && TEXT[..offset].ends_with('\r');
                let position = positions.position(offset as u32);
                if !inside_break {
                    assert_eq!(positions.offset(position), offset as u32, "{encoding:?} {offset}");
                }
            }
            let end = positions.position(TEXT.len() as u32);
            assert_eq!((end.line, end.character), (4, 0));
        }
    }

    #[test]
    fn columns_count_what_was_agreed_on() {
        let lines = Lines::new(TEXT);
        let behind = TEXT.find('一').expect("there") as u32;
        let column = |encoding| Positions { text: TEXT, lines: &lines, encoding }.position(behind).character;
        assert_eq!(column(Encoding::Utf8), 17);
        assert_eq!(column(Encoding::Utf16), 11);
        assert_eq!(column(Encoding::Utf32), 10);
    }

    #[test]
    fn what_lies_outside_is_brought_inside() {
        let lines = Lines::new(TEXT);
        let positions = Positions { text: TEXT, lines: &lines, encoding: Encoding::Utf16 };
        let at = |line, character| positions.offset(Position { line, character });
        assert_eq!(at(0, 1_000_000), TEXT.find('\r').expect("there") as u32);
        assert_eq!(at(99, 0), TEXT.len() as u32);
        assert_eq!(at(u32::MAX, u32::MAX), TEXT.len() as u32);
        // Between the halves of an emoji.
        assert_eq!(at(0, 10), TEXT.find('😀').expect("there") as u32);
        assert_eq!(positions.position(u32::MAX), positions.position(TEXT.len() as u32));
        let twisted = Range { start: Position::new(1, 2), end: Position::new(0, 3) };
        assert_eq!(positions.span(twisted), Span::new(3, TEXT.find("ne").expect("there") as u32));
    }
}
