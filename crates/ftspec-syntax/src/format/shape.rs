//! What an item is, told by its tokens. An item in which anything is wrong has no shape and is left alone.
//!
//! This is looser than the grammar where that does no harm: any words between `when` and `then` will do, because
//! spacing them evenly is right whatever they mean.

use super::WIDTH;
use super::source::{Source, is_comment};
use crate::TokenKind as K;

/// What an item is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Shape {
    /// `kind: style`, with the place of the value.
    Attribute { value: usize },
    /// `when … then …`, with the place of `then`.
    Arm { then: usize },
    /// `require tone >= 90%`, or the header.
    Plain,
    /// `data tickets {`, up to and with its brace.
    Open,
}

/// An item that is right, and the place behind it.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub shape: Shape,
    pub end: usize,
}

/// The item that begins here.
pub(super) fn item(source: Source<'_>, at: usize) -> Option<Found> {
    if source.kind(at) != Some(K::Ident) {
        return None;
    }
    let second = source.skip_blanks(at + 1);
    let is_arm = || source.text(at) == "when";
    let found = match source.kind(second)? {
        K::Colon if source.plain(second, K::Colon) => {
            let value = source.skip_blanks(second + 1);
            Found { shape: Shape::Attribute { value }, end: self::value(source, value)? }
        }
        K::OpenBrace => return open(source, second),
        K::Ident => {
            let third = source.skip_blanks(second + 1);
            match source.kind(third) {
                Some(K::OpenBrace) => return open(source, third),
                _ if is_arm() => arm(source, second)?,
                _ => Found { shape: Shape::Plain, end: comparison(source, second + 1)? },
            }
        }
        K::OpenParen if is_arm() => arm(source, second)?,
        K::String | K::BlockString if source.text(at) == "spec" => Found { shape: Shape::Plain, end: second + 1 },
        _ => return None,
    };
    source.ends_item(source.skip_blanks(found.end)).then_some(found)
}

fn open(source: Source<'_>, brace: usize) -> Option<Found> {
    source.plain(brace, K::OpenBrace).then_some(Found { shape: Shape::Open, end: brace + 1 })
}

/// Whether a line reads as the start of an item rather than as the rest of a list that nobody closed.
pub(super) fn begins_item(source: Source<'_>, at: usize) -> bool {
    if source.kind(at) != Some(K::Ident) {
        return false;
    }
    let second = source.skip_blanks(at + 1);
    match source.kind(second) {
        Some(K::Colon | K::OpenBrace) => true,
        Some(K::Ident) => source.kind(source.skip_blanks(second + 1)) == Some(K::OpenBrace),
        _ => false,
    }
}

fn value(source: Source<'_>, at: usize) -> Option<usize> {
    match source.kind(at)? {
        K::OpenBracket if source.plain(at, K::OpenBracket) => list(source, at),
        K::Number => number(source, at, source.skip_blanks(at + 1), Source::skip_blanks),
        K::String | K::BlockString | K::Date | K::Ident => Some(at + 1),
        _ => None,
    }
}

/// A number, with its margin if it has one. `next` is the place behind it, `skip` leads over what may stand between.
fn number<'t>(source: Source<'t>, at: usize, next: usize, skip: fn(Source<'t>, usize) -> usize) -> Option<usize> {
    if source.kind(next) != Some(K::PlusMinus) {
        return Some(at + 1);
    }
    let margin = skip(source, next + 1);
    (source.kind(margin) == Some(K::Number)).then_some(margin + 1)
}

fn list(source: Source<'_>, open: usize) -> Option<usize> {
    let mut at = open + 1;
    loop {
        at = source.skip_trivia(at);
        if source.plain(at, K::CloseBracket) {
            return Some(at + 1);
        }
        at = source.skip_trivia(element(source, at)?);
        if source.plain(at, K::Comma) {
            at += 1;
        } else if !source.plain(at, K::CloseBracket) {
            return None;
        }
    }
}

/// The place behind an element of a list.
pub(super) fn element(source: Source<'_>, at: usize) -> Option<usize> {
    match source.kind(at)? {
        K::Number => number(source, at, source.skip_space(at + 1), Source::skip_space),
        K::String | K::BlockString | K::Date | K::Ident => Some(at + 1),
        _ => None,
    }
}

fn compares(source: Source<'_>, at: usize) -> bool {
    let operators = [K::GreaterEqual, K::LessEqual, K::Greater, K::Less, K::EqualEqual, K::NotEqual];
    source.tokens.get(at).is_some_and(|token| operators.contains(&token.kind) && token.respelt(source.text).is_none())
}

/// The end of `[compare operand]`; `at` itself where nothing of it is there.
fn comparison(source: Source<'_>, at: usize) -> Option<usize> {
    let operator = source.skip_blanks(at);
    if !compares(source, operator) {
        return Some(at);
    }
    let operand = source.skip_blanks(operator + 1);
    match source.kind(operand)? {
        K::Number | K::Date => Some(operand + 1),
        K::Ident => {
            let mut end = operand + 1;
            let mut next = source.skip_blanks(end);
            if source.plain(next, K::OpenParen) {
                let name = source.skip_blanks(next + 1);
                let close = source.skip_blanks(name + 1);
                if source.kind(name) != Some(K::Ident) || !source.plain(close, K::CloseParen) {
                    return None;
                }
                end = close + 1;
                next = source.skip_blanks(end);
            }
            match source.kind(next) {
                Some(K::Plus | K::Minus | K::Star) => {
                    let amount = source.skip_blanks(next + 1);
                    (source.kind(amount) == Some(K::Number)).then_some(amount + 1)
                }
                // `baseline -2%`: the sign belongs to the number's token.
                Some(K::Number) if source.text(next).starts_with('-') => Some(next + 1),
                _ => Some(end),
            }
        }
        _ => None,
    }
}

/// An arm, from the place behind `when`. One with a line break in it is left as it is.
fn arm(source: Source<'_>, condition: usize) -> Option<Found> {
    let mut at = condition;
    let mut depth = 0usize;
    loop {
        match source.kind(at)? {
            K::Ident if depth == 0 && source.text(at) == "then" => break,
            K::OpenParen if source.plain(at, K::OpenParen) => depth += 1,
            K::CloseParen if source.plain(at, K::CloseParen) => depth = depth.checked_sub(1)?,
            K::Blank | K::Ident | K::Number | K::Date | K::Plus | K::Minus | K::Star => {}
            _ if compares(source, at) => {}
            _ => return None,
        }
        at += 1;
    }
    let action = source.skip_blanks(at + 1);
    let right = at > condition && source.kind(action) == Some(K::Ident);
    right.then_some(Found { shape: Shape::Arm { then: at }, end: action + 1 })
}

/// Writes tokens on one line with the blanks that belong between them. Says whether that is possible: not with a
/// comment among them.
pub(super) fn write(source: Source<'_>, from: usize, to: usize, out: &mut String) -> bool {
    let mut before = None;
    for at in from..to {
        let Some(kind) = source.kind(at).filter(|kind| !matches!(kind, K::Blank | K::Newline)) else { continue };
        if is_comment(kind) {
            return false;
        }
        // The comma behind the last element is for lists over several lines.
        if kind == K::Comma && source.kind(source.skip_space(at + 1)) == Some(K::CloseBracket) {
            continue;
        }
        if before.is_some_and(|before| spaced(source, before, at)) {
            out.push(' ');
        }
        out.push_str(source.text(at));
        before = Some(at);
    }
    true
}

fn spaced(source: Source<'_>, before: usize, at: usize) -> bool {
    match (source.tokens[before].kind, source.tokens[at].kind) {
        (K::OpenBracket | K::OpenParen, _) => false,
        (_, K::Colon | K::Comma | K::CloseBracket | K::CloseParen) => false,
        (K::Ident, K::OpenParen) => source.text(before) != "baseline",
        _ => true,
    }
}

/// How a block that was written on one line comes out on one line.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Flat {
    /// It fits.
    Fits,
    /// It is wider than a line.
    TooWide,
    /// Something in it is wrong.
    Wrong,
}

/// Bytes after which a line is too wide in whatever script.
const LONG: usize = 4 * WIDTH;

/// Writes a block on one line, from its first word to the closing brace at `close`. Stops early where `limited` and
/// the line gets far too long, so that blocks within blocks are not written again and again.
pub(super) fn write_block(source: Source<'_>, from: usize, close: usize, limited: bool, out: &mut String) -> Flat {
    let start = out.len();
    let mut at = from;
    let mut depth = 0usize;
    let mut may_begin = true;
    let mut empty = true;
    loop {
        if limited && out.len() - start > LONG {
            return Flat::TooWide;
        }
        at = source.skip_blanks(at);
        if source.plain(at, K::Comma) {
            may_begin = true;
            at += 1;
        } else if source.plain(at, K::CloseBrace) {
            out.push_str(if empty { "}" } else { " }" });
            if at >= close {
                return Flat::Fits;
            }
            depth = depth.saturating_sub(1);
            (may_begin, empty) = (false, false);
            at += 1;
        } else {
            let Some(found) = item(source, at).filter(|_| may_begin) else { return Flat::Wrong };
            if depth > 0 {
                out.push_str(if empty { " " } else { ", " });
            }
            write(source, at, found.end, out);
            let opens = found.shape == Shape::Open;
            depth += usize::from(opens);
            (may_begin, empty) = (opens, opens);
            at = found.end;
        }
    }
}
