//! Which line everything stands on, and how deep.

use super::levels::Levels;
use super::shape::{self, Flat, Shape};
use super::source::{Gap, Source, is_comment};
use super::{WIDTH, width};
use crate::{MAX_DEPTH, TokenKind as K};

/// What a line holds.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// `kind: style`, with the place of the value. A list in it may take more lines when it is printed.
    Attribute { value: u32 },
    /// `when … then …`, with the place of `then`.
    Arm { then: u32 },
    /// A statement or the header.
    Plain,
    /// A block's first line.
    Open,
    /// A whole block.
    Block,
    /// A closing brace.
    Close,
    /// A comment on a line of its own.
    Comment,
    /// What is not right: printed as it was written.
    Raw,
    /// The same, where it seems meant as an attribute: its name counts when values are put in line.
    RawAttribute,
    /// The same, where a block begins with it.
    RawOpen,
}

/// A line of the output.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub kind: Kind,
    /// Whether a blank line stands before it.
    pub blank: bool,
    /// Levels of indentation.
    pub level: u16,
    /// Blanks to put in, so that values or `then`s of neighbours stand in line.
    pub pad: u16,
    /// The first token.
    pub from: u32,
    /// Behind the last token.
    pub to: u32,
    /// The comment behind it; zero is none, as no comment behind something is the first token.
    pub comment: u32,
}

/// Cuts a text into its future lines.
pub(super) fn lines(source: Source<'_>) -> Vec<Line> {
    let mut layout = Layout {
        source,
        levels: Levels::new(source),
        partners: partners(source),
        lines: Vec::with_capacity(source.tokens.len() / 5 + 1),
        gap: Gap::default(),
        flat: 0,
        scratch: String::new(),
    };
    layout.run();
    layout.lines
}

/// The closing brace of each opening brace that is closed on its own line; zero for the others.
fn partners(source: Source<'_>) -> Vec<u32> {
    let mut partners = vec![0; source.tokens.len()];
    let mut open = Vec::new();
    for (at, token) in source.tokens.iter().enumerate() {
        match token.kind {
            K::OpenBrace => open.push(at),
            K::CloseBrace => {
                if let Some(partner) = open.pop() {
                    partners[partner] = at as u32;
                }
            }
            K::Newline | K::Comment | K::HashComment => open.clear(),
            K::BlockString if !open.is_empty() && source.text(at).contains('\n') => open.clear(),
            _ => {}
        }
    }
    partners
}

struct Layout<'t> {
    source: Source<'t>,
    levels: Levels<'t>,
    partners: Vec<u32>,
    lines: Vec<Line>,
    /// What is between the last line and the present place.
    gap: Gap,
    /// Lists and parentheses that are open because something in them is wrong: lines in them only move as they are.
    flat: usize,
    scratch: String,
}

impl Layout<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(kind) = self.source.kind(at) {
            at = match kind {
                K::Blank => at + 1,
                K::Newline => {
                    self.gap.newline();
                    at + 1
                }
                K::Comma if self.flat == 0 && self.source.plain(at, K::Comma) => {
                    self.gap.comma();
                    at + 1
                }
                K::CloseBrace => self.close(at),
                kind if is_comment(kind) => self.comment(at),
                _ => self.item(at),
            };
        }
    }

    fn push(&mut self, kind: Kind, from: usize, to: usize, level: usize) {
        let after_open = self.lines.last().is_none_or(|line| matches!(line.kind, Kind::Open | Kind::RawOpen));
        self.lines.push(Line {
            kind,
            blank: self.gap.blank && !after_open && kind != Kind::Close,
            // Deeper is an error anyway, and a million levels must not become a million times a million blanks.
            level: level.min(MAX_DEPTH + 1) as u16,
            pad: 0,
            from: from as u32,
            to: to as u32,
            comment: 0,
        });
        self.gap = Gap::default();
    }

    fn first_of_line(&self) -> bool {
        self.gap.newline || self.lines.is_empty()
    }

    fn comment(&mut self, at: usize) -> usize {
        match self.lines.last_mut() {
            Some(line) if !self.gap.newline => line.comment = at as u32,
            _ => {
                let level = self.levels.level() + usize::from(self.flat > 0);
                self.push(Kind::Comment, at, at + 1, level);
            }
        }
        at + 1
    }

    fn close(&mut self, at: usize) -> usize {
        self.flat = 0;
        let first = self.first_of_line();
        self.levels.close(at, first);
        self.push(Kind::Close, at, at + 1, self.levels.level());
        at + 1
    }

    fn item(&mut self, at: usize) -> usize {
        if self.flat > 0 && shape::begins_item(self.source, at) {
            self.flat = 0;
        }
        let first = self.first_of_line();
        if first && self.flat == 0 {
            self.levels.start_line(at);
        }
        let level = self.levels.level();
        let found = if self.flat == 0 && level <= MAX_DEPTH { shape::item(self.source, at) } else { None };
        let Some(found) = found else { return self.raw(at, first) };
        let kind = match found.shape {
            Shape::Attribute { value } => Kind::Attribute { value: value as u32 },
            Shape::Arm { then } => Kind::Arm { then: then as u32 },
            Shape::Plain => Kind::Plain,
            Shape::Open => {
                let close = self.partners[found.end - 1] as usize;
                match if close > 0 { self.one_line(at, close, level) } else { Flat::TooWide } {
                    Flat::Fits => {
                        self.push(Kind::Block, at, close + 1, level);
                        return close + 1;
                    }
                    Flat::Wrong => return self.raw(at, first),
                    Flat::TooWide => Kind::Open,
                }
            }
        };
        self.push(kind, at, found.end, level);
        if kind == Kind::Open {
            self.levels.open();
        } else if kind == Kind::Plain {
            self.open_missing(at, found.end, first);
        }
        found.end
    }

    /// How a block that was written on one line comes out on one line.
    fn one_line(&mut self, from: usize, close: usize, level: usize) -> Flat {
        self.scratch.clear();
        match shape::write_block(self.source, from, close, true, &mut self.scratch) {
            Flat::Fits if 2 * level + width(&self.scratch) > WIDTH => Flat::TooWide,
            Flat::Fits if !self.source.ends_item(self.source.skip_blanks(close + 1)) => Flat::Wrong,
            flat => flat,
        }
    }

    /// A line that is kept as it is: up to its end, or up to a brace that belongs to other lines.
    fn raw(&mut self, from: usize, first: bool) -> usize {
        let level = self.levels.level();
        let closes = matches!(self.source.kind(from), Some(K::CloseBracket | K::CloseParen));
        let goes_on = self.flat > 0 && !(closes && self.flat == 1);
        let attribute = self.flat == 0 && self.source.kind(self.source.skip_blanks(from + 1)) == Some(K::Colon);
        let mut opens = 0usize;
        let (mut at, mut end) = (from, from);
        while let Some(kind) = self.source.kind(at) {
            match kind {
                K::Newline | K::Comment | K::HashComment | K::CloseBrace => break,
                K::Blank => {
                    at += 1;
                    continue;
                }
                K::OpenBrace => {
                    self.flat = 0;
                    at = at.max(self.partners[at] as usize);
                    opens += usize::from(self.source.kind(at) == Some(K::OpenBrace));
                }
                K::OpenBracket | K::OpenParen => self.flat += 1,
                K::CloseBracket | K::CloseParen => self.flat = self.flat.saturating_sub(1),
                K::Colon => self.flat = 0,
                _ => {}
            }
            at += 1;
            end = at;
            if opens > 0 && level <= MAX_DEPTH {
                break;
            }
        }
        let kind = match () {
            () if opens > 0 => Kind::RawOpen,
            () if attribute && self.source.kind(from) == Some(K::Ident) => Kind::RawAttribute,
            () => Kind::Raw,
        };
        self.push(kind, from, end, level + usize::from(goes_on));
        for _ in 0..opens {
            self.levels.open();
        }
        if kind == Kind::Raw && self.flat == 0 && !goes_on {
            self.open_missing(from, end, first);
        }
        end
    }

    /// Takes the line just pushed for a block's first line, if it looks like one that lost its brace.
    fn open_missing(&mut self, from: usize, end: usize, first: bool) {
        let second = self.source.skip_blanks(from + 1);
        let words = self.source.kind(from) == Some(K::Ident)
            && (end == from + 1 || end == second + 1 && self.source.kind(second) == Some(K::Ident));
        let ends_line =
            matches!(self.source.kind(self.source.skip_blanks(end)), Some(K::Newline | K::Comment | K::HashComment));
        if first
            && words
            && ends_line
            && self.levels.open_missing(end)
            && let Some(line) = self.lines.last_mut()
        {
            line.kind = Kind::RawOpen;
        }
    }
}
