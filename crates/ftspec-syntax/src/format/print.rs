//! Writes the lines down.

use super::lines::{Kind, Line};
use super::source::{Gap, Source, is_comment};
use super::{WIDTH, shape, width};
use crate::TokenKind as K;

/// The text that the lines make.
pub(super) fn print(source: Source<'_>, lines: &[Line]) -> String {
    let mut printer = Printer { source, out: String::with_capacity(source.text.len() + source.text.len() / 4 + 16) };
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            printer.out.push_str(if line.blank { "\n\n" } else { "\n" });
        }
        printer.line(line);
    }
    // A line break behind a block string that is not closed would become a part of it.
    if !lines.is_empty() && source.tokens.last().is_some_and(|token| token.kind != K::OpenBlockString) {
        printer.out.push('\n');
    }
    // A byte order mark at the very start would no longer count as what it was further on.
    if printer.out.starts_with('\u{feff}') {
        printer.out.insert(0, ' ');
    }
    printer.out
}

struct Printer<'t> {
    source: Source<'t>,
    out: String,
}

impl Printer<'_> {
    fn line(&mut self, line: &Line) {
        let (from, to) = (line.from as usize, line.to as usize);
        let start = self.out.len();
        blanks(2 * line.level as usize, &mut self.out);
        match line.kind {
            Kind::Attribute { value } => {
                self.out.push_str(self.source.text(from));
                self.out.push(':');
                blanks(1 + line.pad as usize, &mut self.out);
                self.value(value as usize, to, start, line.level as usize);
            }
            Kind::Arm { then } => {
                shape::write(self.source, from, then as usize, &mut self.out);
                blanks(1 + line.pad as usize, &mut self.out);
                shape::write(self.source, then as usize, to, &mut self.out);
            }
            Kind::Plain | Kind::Open | Kind::Close => {
                shape::write(self.source, from, to, &mut self.out);
            }
            Kind::Block => {
                shape::write_block(self.source, from, to - 1, false, &mut self.out);
            }
            Kind::Comment => self.out.push_str(self.source.text(from).trim_end()),
            Kind::Raw | Kind::RawAttribute | Kind::RawOpen => {
                let tokens = &self.source.tokens[from..to];
                if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
                    self.out.push_str(first.span.to(last.span).of(self.source.text));
                }
            }
        }
        if line.comment > 0 {
            self.trailing(line.comment as usize);
        }
    }

    fn trailing(&mut self, comment: usize) {
        self.out.push_str("  ");
        self.out.push_str(self.source.text(comment).trim_end());
    }

    /// A value; a list that is too wide for its line goes over several.
    fn value(&mut self, from: usize, to: usize, line_start: usize, level: usize) {
        let start = self.out.len();
        let fits = shape::write(self.source, from, to, &mut self.out);
        if to - from < 3 || self.source.kind(from) != Some(K::OpenBracket) {
            return;
        }
        let empty = fits && self.out.len() - start == 2;
        let line = &self.out[line_start..];
        if !empty && (!fits || line.contains('\n') || width(line) > WIDTH) {
            self.out.truncate(start);
            self.list(from, to - 1, level);
        }
    }

    /// A list with each element on a line of its own.
    fn list(&mut self, open: usize, close: usize, level: usize) {
        self.out.push('[');
        let mut gap = Gap::default();
        let mut at = open + 1;
        while let Some(kind) = self.source.kind(at).filter(|_| at < close) {
            match kind {
                K::Blank => {}
                K::Newline => gap.newline(),
                K::Comma => gap.comma(),
                kind if is_comment(kind) && !gap.newline => {
                    self.trailing(at);
                    gap = Gap::default();
                }
                _ => {
                    let blank = gap.blank && !self.out.ends_with('[');
                    self.out.push_str(if blank { "\n\n" } else { "\n" });
                    blanks(2 * (level + 1), &mut self.out);
                    gap = Gap::default();
                    if is_comment(kind) {
                        self.out.push_str(self.source.text(at).trim_end());
                    } else {
                        let end = shape::element(self.source, at).unwrap_or(at + 1);
                        shape::write(self.source, at, end, &mut self.out);
                        self.out.push(',');
                        at = end;
                        continue;
                    }
                }
            }
            at += 1;
        }
        self.out.push('\n');
        blanks(2 * level, &mut self.out);
        self.out.push(']');
    }
}

fn blanks(count: usize, out: &mut String) {
    const BLANKS: &str = "                                                                                ";
    let mut left = count;
    while left > 0 {
        let now = left.min(BLANKS.len());
        out.push_str(&BLANKS[..now]);
        left -= now;
    }
}
