//! From byte offsets to lines and columns.

use crate::Span;

/// A place as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineColumn {
    /// From 1.
    pub line: u32,
    /// From 1, in Unicode scalar values; a leading byte order mark does not count.
    pub column: u32,
}

/// Where the lines of a text begin.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let mut starts = Vec::with_capacity(text.len() / 24 + 1);
        starts.push(0);
        starts.extend(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1));
        Self { starts }
    }

    /// The number of lines; a text that ends in a newline has an empty last line.
    pub fn lines(&self) -> u32 {
        self.starts.len() as u32
    }

    /// The line (from 1) that holds the offset.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|start| *start <= offset) as u32
    }

    /// The range of a line (from 1) without its line break.
    pub fn span(&self, line: u32, text: &str) -> Option<Span> {
        let at = line.checked_sub(1)? as usize;
        let start = *self.starts.get(at)?;
        let end = self.starts.get(at + 1).map_or(text.len() as u32, |next| next - 1);
        let end = if text[..end as usize].ends_with('\r') && end > start { end - 1 } else { end };
        Some(Span::new(start, end))
    }

    /// Line and column of a byte offset. An offset inside a character counts as its start, one behind the text as its end.
    pub fn line_column(&self, offset: u32, text: &str) -> LineColumn {
        let mut offset = (offset as usize).min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line(offset as u32);
        let before = &text[self.starts[line as usize - 1] as usize..offset];
        let before = if line == 1 { before.strip_prefix('\u{feff}').unwrap_or(before) } else { before };
        LineColumn { line, column: before.chars().count() as u32 + 1 }
    }
}
