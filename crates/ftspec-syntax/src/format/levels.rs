//! How deep a line stands. Braces tell; where a file has more of one than of the other, its indentation helps.
//!
//! Without that help a missing brace would move the rest of the file, and with the old indentation the one hint would
//! be gone that shows where the brace is missing. The rules are those by which `brackets` finds the missing brace.
//! They come to the same when the text is formatted again, because a block's lines then stand deeper than its first.

use super::source::Source;
use crate::{MAX_DEPTH, TokenKind as K};

/// A block that is open.
struct Open {
    /// The column of the line that opened it.
    indent: usize,
    /// Whether the first line in it stands deeper; none before that line.
    indented: Option<bool>,
    /// Whether indentation may close it: not below the depth at which lines stop moving to the right.
    closable: bool,
}

/// The blocks that are open at some place.
pub(super) struct Levels<'t> {
    source: Source<'t>,
    open: Vec<Open>,
    /// Closing braces that the file lacks; below zero, opening ones.
    lacking: i64,
    /// The column of the present line.
    indent: usize,
}

impl<'t> Levels<'t> {
    pub fn new(source: Source<'t>) -> Self {
        let lacking = source.tokens.iter().map(|token| match token.kind {
            K::OpenBrace => 1,
            K::CloseBrace => -1,
            _ => 0,
        });
        Self { source, open: Vec::new(), lacking: lacking.sum(), indent: 0 }
    }

    pub fn level(&self) -> usize {
        self.open.len()
    }

    /// Takes note of a line that begins with something else than a closing brace. It may end blocks.
    pub fn start_line(&mut self, at: usize) {
        if self.lacking == 0 {
            return;
        }
        self.indent = self.source.indent(at);
        while let Some(open) = self.open.last_mut() {
            let indented = *open.indented.get_or_insert(self.indent > open.indent);
            if self.lacking <= 0 || !open.closable || !indented || self.indent > open.indent {
                break;
            }
            self.open.pop();
            self.lacking -= 1;
        }
    }

    pub fn open(&mut self) {
        let closable = self.open.len() <= MAX_DEPTH;
        self.open.push(Open { indent: self.indent, indented: None, closable });
    }

    /// Closes a block by its brace, and before it those that stand deeper than the brace.
    pub fn close(&mut self, at: usize, first_of_line: bool) {
        if first_of_line && self.lacking > 0 {
            let indent = self.source.indent(at);
            while self.lacking > 0
                && self.open.len() > 1
                && self.open.last().is_some_and(|open| open.closable && open.indent > indent)
            {
                self.open.pop();
                self.lacking -= 1;
            }
        }
        if self.open.pop().is_none() {
            self.lacking += 1;
        }
    }

    /// Opens a block whose brace is missing: the line holds what may stand before a brace, ends before `end`, and the
    /// next line stands deeper.
    pub fn open_missing(&mut self, end: usize) -> bool {
        if self.lacking >= 0 || self.open.len() > MAX_DEPTH {
            return false;
        }
        let mut next = self.source.skip_trivia(end);
        while self.source.plain(next, K::Comma) {
            next = self.source.skip_trivia(next + 1);
        }
        let inside = self.source.kind(next).is_some_and(|kind| kind != K::CloseBrace);
        let missing = inside && self.source.indent(next) > self.indent;
        if missing {
            self.lacking += 1;
            self.open();
        }
        missing
    }
}
