//! The text with its tokens, and the questions that all parts of the formatter ask about them.

use crate::{TokenKind as K, token::Token};

/// A text and its tokens. Places in it are indices of tokens.
#[derive(Clone, Copy)]
pub(super) struct Source<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
}

impl<'t> Source<'t> {
    /// The kind of a token; none behind the last.
    pub fn kind(self, at: usize) -> Option<K> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// What is written there; nothing behind the last token.
    pub fn text(self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// Whether a token of this kind is there, in the spelling of this language and not in a foreign one.
    pub fn plain(self, at: usize, kind: K) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == kind && token.span.end - token.span.start == 1)
    }

    /// The next place that holds no blank.
    pub fn skip_blanks(self, mut at: usize) -> usize {
        while self.kind(at) == Some(K::Blank) {
            at += 1;
        }
        at
    }

    /// The next place that holds neither blank nor line break: where a value may go on inside a list.
    pub fn skip_space(self, mut at: usize) -> usize {
        while matches!(self.kind(at), Some(K::Blank | K::Newline)) {
            at += 1;
        }
        at
    }

    /// The next place that means something.
    pub fn skip_trivia(self, mut at: usize) -> usize {
        while self.kind(at).is_some_and(K::is_trivia) {
            at += 1;
        }
        at
    }

    /// Whether an item that ends before this place is over.
    pub fn ends_item(self, at: usize) -> bool {
        match self.kind(at) {
            None | Some(K::Newline | K::Comment | K::HashComment | K::CloseBrace) => true,
            Some(K::Comma) => self.plain(at, K::Comma),
            _ => false,
        }
    }

    /// The column in which a token stands, where nothing but blanks is before it on its line.
    pub fn indent(self, at: usize) -> usize {
        let blanks = self.tokens[..at].iter().rev().take_while(|token| token.kind == K::Blank);
        blanks.flat_map(|token| token.span.of(self.text).chars()).map(column).sum()
    }
}

fn column(blank: char) -> usize {
    match blank {
        '\t' => 4,
        '\u{feff}' => 0,
        _ => 1,
    }
}

/// Whether the token starts a comment in any spelling.
pub(super) fn is_comment(kind: K) -> bool {
    matches!(kind, K::Comment | K::HashComment)
}

/// Counts the line breaks between two things, to know whether a blank line is between them.
#[derive(Clone, Copy, Default)]
pub(super) struct Gap {
    /// Whether there is a line break at all.
    pub newline: bool,
    /// Whether there is a blank line.
    pub blank: bool,
    row: u32,
}

impl Gap {
    pub fn newline(&mut self) {
        self.row += 1;
        self.newline = true;
        self.blank |= self.row > 1;
    }

    /// A comma on a line of its own goes away, and leaves no blank line behind.
    pub fn comma(&mut self) {
        self.row = 0;
    }
}
