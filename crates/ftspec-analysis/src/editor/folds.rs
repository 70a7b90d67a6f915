//! What can be folded away.

use ftspec_syntax::tree::{Item, Value};
use ftspec_syntax::{Span, TokenKind as K};

use super::names::scalars;
use super::place::line_end;
use crate::Analysis;

/// A stretch of lines that can be folded: its first line stays to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// From the end of what stays to be seen to the end of what is hidden; always over more than one line.
    pub span: Span,
    /// What it is.
    pub kind: FoldKind,
}

/// What is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FoldKind {
    /// A block, a list or a long string.
    Region,
    /// Comments on lines of their own.
    Comment,
}

/// Everything that can be folded, in the order of the text.
pub fn folds(analysis: &Analysis) -> Vec<Fold> {
    let text = analysis.text();
    let mut folds = Vec::new();
    items(text, &analysis.parsed().tree.items, &mut folds);
    comments(analysis, &mut folds);
    folds.sort_by_key(|fold| (fold.span.start, fold.span.end));
    folds.dedup_by_key(|fold| fold.span);
    folds
}

fn region(text: &str, span: Span, folds: &mut Vec<Fold>) {
    if span.of(text).contains('\n') {
        folds.push(Fold { span, kind: FoldKind::Region });
    }
}

fn items(text: &str, items: &[Item], folds: &mut Vec<Fold>) {
    for item in items {
        match item {
            Item::Block(block) => {
                // A closing brace stays to be seen.
                let end = block.close.map_or(block.span.end, |close| close.start);
                region(text, Span::new(block.open.end, end.max(block.open.end)), folds);
                self::items(text, &block.items, folds);
            }
            Item::Attribute(attribute) => {
                if let Value::List(list) = &attribute.value {
                    region(text, Span::new(list.span.start + 1, list.span.end.max(list.span.start + 1)), folds);
                }
                for scalar in scalars(&attribute.value) {
                    let first = line_end(text, scalar.value.start).min(scalar.value.end);
                    region(text, Span::new(first, scalar.value.end), folds);
                }
            }
            Item::Header(header) => {
                let value = header.title.value;
                region(text, Span::new(line_end(text, value.start).min(value.end), value.end), folds);
            }
            _ => {}
        }
    }
}

/// Comments on neighbouring lines of their own, two or more.
fn comments(analysis: &Analysis, folds: &mut Vec<Fold>) {
    let text = analysis.text();
    let mut run: Option<(Span, Span)> = None;
    let mut lines = 0;
    let mut own_line = true;
    let mut close = |run: &mut Option<(Span, Span)>| {
        if let Some((first, last)) = run.take()
            && first != last
        {
            folds.push(Fold { span: Span::new(first.end, last.end), kind: FoldKind::Comment });
        }
    };
    for token in &analysis.parsed().tokens {
        match token.kind {
            K::Newline => {
                lines += 1;
                own_line = true;
                if lines > 1 {
                    close(&mut run);
                }
            }
            K::Blank => {}
            K::Comment | K::HashComment if own_line => {
                let trimmed = token.span.start + token.span.of(text).trim_end().len() as u32;
                let span = Span::new(token.span.start, trimmed);
                run = Some(run.map_or((span, span), |(first, _)| (first, span)));
                (lines, own_line) = (0, false);
            }
            _ => {
                own_line = false;
                close(&mut run);
            }
        }
    }
    close(&mut run);
}
