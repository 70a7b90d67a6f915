//! What stands behind a colon: single values and lists, with the everyday ways of getting them wrong.

// The type of a parser is as long as the grammar.
#![allow(clippy::type_complexity)]

use chumsky::input::ValueInput;
use chumsky::prelude::*;

use super::{ErrorType, Extra, Indices, ends_item, note};
use crate::TokenKind as K;
use crate::brackets::{Sig, Word};
use crate::mistake::Mistake;
use crate::span::Span;
use crate::tree::*;

/// The place where an item can end; nothing is read.
pub(super) fn item_end<'t, I, E>() -> impl Parser<'t, I, (), Extra<E>> + Copy
where
    I: ValueInput<'t, Token = Sig, Span = Indices>,
    E: ErrorType<'t, I>,
{
    any::<I, Extra<E>>().filter(ends_item).ignored().or(end()).rewind()
}

/// The first word of another item on the same line; nothing is read.
pub(super) fn starts_item<'t, I, E>() -> impl Parser<'t, I, (Sig, ()), Extra<E>> + Copy
where
    I: ValueInput<'t, Token = Sig, Span = Indices>,
    E: ErrorType<'t, I>,
{
    let same_line = |kind: K| any::<I, Extra<E>>().filter(move |token: &Sig| token.kind == kind && !token.first);
    same_line(K::Ident)
        .then(choice((
            any::<I, Extra<E>>().filter(|token: &Sig| matches!(token.kind, K::Colon | K::OpenBrace)).ignored(),
            any::<I, Extra<E>>()
                .filter(|token: &Sig| token.kind == K::Ident)
                .then(any::<I, Extra<E>>().filter(|token: &Sig| token.kind == K::OpenBrace))
                .ignored(),
        )))
        .rewind()
}

/// `style`, `[a, b]`, and what people write instead.
pub(super) fn value<'t, I, E>() -> impl Parser<'t, I, Value, Extra<E>> + Copy
where
    I: ValueInput<'t, Token = Sig, Span = Indices>,
    E: ErrorType<'t, I>,
{
    let token = |kind: K| any::<I, Extra<E>>().filter(move |token: &Sig| token.kind == kind);
    let same_line = |kind: K| any::<I, Extra<E>>().filter(move |token: &Sig| token.kind == kind && !token.first);
    let item_end = item_end::<I, E>();
    let starts_item = starts_item::<I, E>();
    // Up to the end of the line, commas and all: for text without quotes.
    let rest_of_line = {
        let on_line = any::<I, Extra<E>>()
            .filter(|token: &Sig| !token.first && !matches!(token.kind, K::CloseBrace | K::OpenBrace));
        on_line.map(|token: Sig| token.span).foldl(on_line.map(|token: Sig| token.span).repeated(), Span::to)
    };
    let any_string = any::<I, Extra<E>>().filter(|token: &Sig| token.kind.is_string()).map(|token: Sig| Scalar {
        kind: ScalarKind::String,
        value: token.span,
        margin: None,
    });
    let margin = choice((same_line(K::PlusMinus),)).ignore_then(token(K::Number)).map(|token: Sig| token.span);
    // `800 ms`, `90 %`: one word or percent sign behind a number, and nothing more.
    let spaced_unit = any::<I, Extra<E>>()
        .filter(|token: &Sig| {
            !token.first && (token.kind == K::Percent || token.kind == K::Ident && token.word == Word::Other)
        })
        .map(|token: Sig| token.span);
    let number = token(K::Number).then(spaced_unit.then_ignore(item_end).or_not()).then(margin.or_not()).map_with(
        |((number, unit), margin): ((Sig, Option<Span>), Option<Span>), extra| {
            let value = unit.map_or(number.span, |unit| number.span.to(unit));
            if unit.is_some() {
                note(extra.state(), Mistake::SpacedUnit, value);
            }
            Scalar { kind: ScalarKind::Number, value, margin }
        },
    );
    let date = token(K::Date).map(|token: Sig| Scalar { kind: ScalarKind::Date, value: token.span, margin: None });
    let bare = token(K::Ident).map(|token: Sig| Scalar { kind: ScalarKind::Word, value: token.span, margin: None });
    let scalar = choice((any_string, bare, number, date)).labelled("a value");

    let list = {
        let comma = any::<I, Extra<E>>().filter(|token: &Sig| matches!(token.kind, K::Comma | K::Semicolon));
        let commas = comma.then(comma.repeated().collect::<Vec<_>>()).map_with(|(_, more): (Sig, Vec<Sig>), extra| {
            for comma in more {
                note(extra.state(), Mistake::ExtraComma, comma.span);
            }
        });
        let no_comma = any::<I, Extra<E>>()
            .filter(|token: &Sig| {
                matches!(token.kind, K::Ident | K::Number | K::Date | K::String | K::CurlyString | K::SingleString)
            })
            .rewind()
            .map_with(|token: Sig, extra| note(extra.state(), Mistake::MissingComma, Span::empty(token.span.start)));
        let list_number = token(K::Number)
            .then(choice((same_line(K::PlusMinus),)).ignore_then(token(K::Number)).or_not())
            .map(|(number, margin): (Sig, Option<Sig>)| Scalar {
                kind: ScalarKind::Number,
                value: number.span,
                margin: margin.map(|margin| margin.span),
            });
        let element = choice((any_string, bare, list_number, date)).labelled("a value");
        let separator = commas.or(no_comma);
        token(K::OpenBracket)
            // Not `separated_by`: it runs separators without their `map_with`, and so without their notes.
            .then(
                element
                    .map(|first| vec![first])
                    .foldl(separator.then(element).repeated(), |mut elements: Vec<Scalar>, ((), element)| {
                        elements.push(element);
                        elements
                    })
                    .or_not()
                    .then(commas.or_not()),
            )
            .then(token(K::CloseBracket).labelled("`,` or `]`"))
            .map(|((open, (elements, _)), close): ((Sig, (Option<Vec<Scalar>>, Option<()>)), Sig)| {
                Value::List(List { elements: elements.unwrap_or_default(), span: open.span.to(close.span) })
            })
    };

    choice((
        any::<I, Extra<E>>().filter(|token: &Sig| !token.first).rewind().ignore_then(choice((
            list,
            // Text without quotes: more words follow on the line.
            scalar
                .then(choice((
                    item_end.map(|()| None),
                    starts_item.map_with(|(token, ()): (Sig, ()), extra| {
                        note(extra.state(), Mistake::MissingSeparator, Span::empty(token.span.start));
                        None
                    }),
                    rest_of_line.map(Some),
                )))
                .map_with(|(scalar, rest): (Scalar, Option<Span>), extra| {
                    let Some(rest) = rest else { return Value::Scalar(scalar) };
                    let span = scalar.span().to(rest);
                    if scalar.kind == ScalarKind::String {
                        note(extra.state(), Mistake::Leftover, rest);
                        Value::Scalar(scalar)
                    } else {
                        note(extra.state(), Mistake::UnquotedText, span);
                        Value::Scalar(Scalar { kind: ScalarKind::Unquoted, value: span, margin: None })
                    }
                }),
        ))),
        // The value is on the next line.
        any::<I, Extra<E>>()
            .filter(|token: &Sig| {
                token.first && (token.kind.is_string() || matches!(token.kind, K::Number | K::Date | K::OpenBracket))
            })
            .rewind()
            .ignore_then(choice((list, scalar.map(Value::Scalar))))
            .map_with(|value: Value, extra| {
                note(extra.state(), Mistake::ValueOnNextLine, value.span());
                value
            }),
        item_end.map(|()| Value::Missing(Span::default())),
    ))
}
