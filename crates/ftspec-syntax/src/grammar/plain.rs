//! Shortcuts for what nine of ten items are. They say nothing that the grammar does not say; they say it without trying
//! the alternatives, and give up at the first sign of anything else.

use chumsky::input::{InputRef, ValueInput};

use super::{ErrorType, Extra, Indices, ends_item};
use crate::TokenKind as K;
use crate::brackets::Sig;
use crate::span::Span;
use crate::tree::*;

/// `name: value` or `name: [value, …]` on a line of its own.
pub(super) fn plain_attribute<'t, I, E>(input: &mut InputRef<'t, '_, I, Extra<E>>) -> Result<Item, E>
where
    I: ValueInput<'t, Token = Sig, Span = Indices>,
    E: ErrorType<'t, I>,
{
    let start = input.cursor();
    let read = |input: &mut InputRef<'t, '_, I, Extra<E>>| {
        let name = input.next().filter(|token| token.kind == K::Ident)?;
        input.next().filter(|token| token.kind == K::Colon && !token.first)?;
        let first = input.next().filter(|token| !token.first)?;
        let value = if first.kind == K::OpenBracket {
            let mut elements = Vec::with_capacity(4);
            loop {
                let token = input.next()?;
                elements.push(plain_scalar(token)?);
                let next = input.next()?;
                match next.kind {
                    K::Comma => {}
                    K::CloseBracket if !next.span.is_empty() => {
                        break Value::List(List { elements, span: first.span.to(next.span) });
                    }
                    _ => return None,
                }
            }
        } else {
            Value::Scalar(plain_scalar(first)?)
        };
        let ends = input.peek().is_none_or(|next| ends_item(&next));
        ends.then_some(Item::Attribute(Attribute { name: name.span, value }))
    };
    read(input).ok_or_else(|| {
        let span = input.span_since(&start);
        E::expected_found(std::iter::empty::<chumsky::DefaultExpected<'t, Sig>>(), None, span)
    })
}

/// Keyword, label and brace of a block.
pub(super) type Opening = (Span, Option<Span>, Span);

/// `name {` or `name label {` on one line, as nearly all blocks begin.
pub(super) fn plain_opening<'t, I, E>(input: &mut InputRef<'t, '_, I, Extra<E>>) -> Result<Opening, E>
where
    I: ValueInput<'t, Token = Sig, Span = Indices>,
    E: ErrorType<'t, I>,
{
    let start = input.cursor();
    let read = |input: &mut InputRef<'t, '_, I, Extra<E>>| {
        let keyword = input.next().filter(|token| token.kind == K::Ident)?;
        let next = input.next().filter(|token| !token.first)?;
        match next.kind {
            K::OpenBrace => Some((keyword.span, None, next.span)),
            K::Ident => {
                let brace = input.next().filter(|token| token.kind == K::OpenBrace && !token.first)?;
                Some((keyword.span, Some(next.span), brace.span))
            }
            _ => None,
        }
    };
    read(input).ok_or_else(|| {
        let span = input.span_since(&start);
        E::expected_found(std::iter::empty::<chumsky::DefaultExpected<'t, Sig>>(), None, span)
    })
}

fn plain_scalar(token: Sig) -> Option<Scalar> {
    let kind = match token.kind {
        K::String | K::BlockString => ScalarKind::String,
        K::Ident => ScalarKind::Word,
        K::Number => ScalarKind::Number,
        K::Date => ScalarKind::Date,
        _ => return None,
    };
    Some(Scalar { kind, value: token.span, margin: None })
}
