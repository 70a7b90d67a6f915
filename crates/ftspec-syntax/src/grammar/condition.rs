//! Comparisons and stop conditions.

use chumsky::input::ValueInput;
use chumsky::prelude::*;

use super::{ErrorType, Extra, Indices, ends_item, note};
use crate::TokenKind as K;
use crate::brackets::{Sig, Word};
use crate::mistake::Mistake;
use crate::span::Span;
use crate::tree::*;

/// `>= 90%`, `>= baseline(prompt) - 2%`
pub(super) fn comparison<'t, I, E>() -> impl Parser<'t, I, Comparison, Extra<E>> + Clone
where
    I: ValueInput<'t, Token = Sig, Span = Indices>,
    E: ErrorType<'t, I>,
{
    let on_line = |kind: K| any::<I, Extra<E>>().filter(move |token: &Sig| token.kind == kind && !token.first);
    let number = on_line(K::Number)
        .then(
            any::<I, Extra<E>>()
                .filter(|token: &Sig| {
                    !token.first && (token.kind == K::Percent || token.kind == K::Ident && token.word == Word::Other)
                })
                .or_not(),
        )
        .map_with(|(number, unit): (Sig, Option<Sig>), extra| {
            let span = unit.map_or(number.span, |unit| number.span.to(unit.span));
            if unit.is_some() {
                note(extra.state(), Mistake::SpacedUnit, span);
            }
            span
        });
    let operator = any::<I, Extra<E>>()
        .filter(|token: &Sig| !token.first)
        .filter(|token: &Sig| Operator::from_token(token.kind).is_some() || token.kind == K::Equals)
        .map_with(|token: Sig, extra| {
            if token.kind == K::Equals {
                note(extra.state(), Mistake::Punctuation("=="), token.span);
            }
            (Operator::from_token(token.kind).unwrap_or(Operator::Equal), token.span)
        })
        .labelled("a comparison such as `>=`");
    let shift = choice((
        any::<I, Extra<E>>()
            .filter(|token: &Sig| !token.first && matches!(token.kind, K::Plus | K::Minus | K::Star))
            .then(number)
            .map(|(sign, amount): (Sig, Span)| {
                let operation = match sign.kind {
                    K::Plus => ShiftKind::Plus,
                    K::Minus => ShiftKind::Minus,
                    _ => ShiftKind::Times,
                };
                Shift { operation, amount }
            }),
        // `baseline -2%`: the sign is part of the number token.
        number
            .map(|amount: Span| Shift { operation: ShiftKind::Minus, amount: Span::new(amount.start + 1, amount.end) }),
    ));
    let baseline = any::<I, Extra<E>>()
        .filter(|token: &Sig| token.word == Word::Baseline && !token.first)
        .then(
            on_line(K::OpenParen)
                .ignore_then(any::<I, Extra<E>>().filter(|token: &Sig| token.kind == K::Ident))
                .then(any::<I, Extra<E>>().filter(|token: &Sig| token.kind == K::CloseParen))
                .map(|(name, close): (Sig, Sig)| (name.span, close.span))
                .or_not(),
        )
        .then(shift.or_not())
        .map(|((keyword, name), shift): ((Sig, Option<(Span, Span)>), Option<Shift>)| Operand::Baseline {
            keyword: keyword.span,
            name: name.map(|(name, _)| name),
            reference: name.map_or(keyword.span, |(_, close)| keyword.span.to(close)),
            shift,
        });
    // `baseline-2%` is one name to the lexer, with whatever is glued to it.
    let glued = on_line(K::Ident)
        .filter(|token: &Sig| token.word == Word::Other)
        .then(
            any::<I, Extra<E>>()
                .filter(|token: &Sig| token.glued && !ends_item(token) && token.kind != K::CloseParen)
                .map(|token: Sig| token.span)
                .repeated()
                .collect::<Vec<_>>(),
        )
        .map_with(|(name, more): (Sig, Vec<Span>), extra| {
            let span = more.last().map_or(name.span, |last| name.span.to(*last));
            // `parse` looks at the text: only what begins with `baseline-` and a digit is this mistake.
            note(extra.state(), Mistake::GluedBaseline, span);
            Operand::Other(span)
        });
    let operand = choice((
        number.map(Operand::Number),
        on_line(K::Date).map(|token: Sig| Operand::Date(token.span)),
        baseline,
        glued,
    ))
    .labelled("a value or `baseline`");
    operator.then(operand).map(|((operator, at), operand): ((Operator, Span), Operand)| Comparison {
        operator,
        at,
        operand,
    })
}

/// `any guard fails or (rounds >= 5 and spend >= 400usd)`
pub(super) fn condition<'t, I, E>() -> impl Parser<'t, I, Condition, Extra<E>> + Clone
where
    I: ValueInput<'t, Token = Sig, Span = Indices>,
    E: ErrorType<'t, I>,
{
    let name = any::<I, Extra<E>>().filter(|token: &Sig| {
        token.kind == K::Ident && !token.first && !matches!(token.word, Word::Then | Word::And | Word::Or)
    });
    let connector = |word: Word| {
        any::<I, Extra<E>>().filter(move |token: &Sig| token.word == word).map_with(|token: Sig, extra| {
            if token.first {
                note(extra.state(), Mistake::LineBreak, token.span);
            }
        })
    };
    recursive(|condition| {
        let comparison = comparison::<I, E>();
        let window = any::<I, Extra<E>>()
            .filter(|token: &Sig| token.word == Word::Over && !token.first)
            .ignore_then(any::<I, Extra<E>>().filter(|token: &Sig| token.kind == K::Number))
            .then_ignore(any::<I, Extra<E>>().filter(|token: &Sig| token.word == Word::Round && !token.first))
            .map(|number: Sig| number.span)
            .labelled("`over N rounds`");
        enum Rest {
            Compare(Comparison),
            Trend(Sig, Comparison, Option<Span>),
            Group(Sig, Sig),
        }
        let atom = name
            .then(
                choice((
                    comparison.clone().map(Rest::Compare),
                    name.then(choice((comparison.then(window.or_not()).map(Ok), name.map(Err)))).map(
                        |(second, rest): (Sig, Result<(Comparison, Option<Span>), Sig>)| match rest {
                            Ok((comparison, window)) => Rest::Trend(second, comparison, window),
                            Err(third) => Rest::Group(second, third),
                        },
                    ),
                ))
                .labelled("a comparison, or `fails`"),
            )
            .map(|(first, rest): (Sig, Rest)| {
                let subject = first.span;
                let (kind, end) = match rest {
                    Rest::Compare(comparison) => (AtomKind::Compare { subject, comparison }, comparison.operand.span()),
                    Rest::Trend(verb, comparison, window) => (
                        AtomKind::Trend { subject, verb: verb.span, comparison, window },
                        window.unwrap_or(comparison.operand.span()),
                    ),
                    Rest::Group(members, verb) => {
                        (AtomKind::Group { quantifier: subject, members: members.span, verb: verb.span }, verb.span)
                    }
                };
                Condition::Atom(Atom { kind, span: subject.to(end) })
            });
        let parens = any::<I, Extra<E>>()
            .filter(|token: &Sig| token.kind == K::OpenParen && !token.first)
            .ignore_then(condition)
            .then_ignore(any::<I, Extra<E>>().filter(|token: &Sig| token.kind == K::CloseParen));
        let single = choice((parens, atom)).labelled("a condition");
        let and = single.clone().foldl(
            connector(Word::And).then(single).repeated(),
            |left: Condition, ((), right): ((), Condition)| match left {
                Condition::And(mut parts) => {
                    parts.push(right);
                    Condition::And(parts)
                }
                left => Condition::And(vec![left, right]),
            },
        );
        and.clone().foldl(connector(Word::Or).then(and).repeated(), |left: Condition, ((), right): ((), Condition)| {
            match left {
                Condition::Or(mut parts) => {
                    parts.push(right);
                    Condition::Or(parts)
                }
                left => Condition::Or(vec![left, right]),
            }
        })
    })
}
