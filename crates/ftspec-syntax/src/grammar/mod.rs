//! How tokens make a tree: the grammar of `grammar/ftspec.ebnf`, in chumsky.
//!
//! It runs twice at most. The first run carries no error messages and is fast; only a file that it rejects is read
//! again with [`Rich`](chumsky::error::Rich) errors. What people often write by mistake has a production of its own,
//! behind the right one: it notes a [`Mistake`] and still yields the node that was meant. Whatever is left is skipped
//! up to the next item and becomes [`Item::Broken`].
//!
//! The brackets are balanced by then (see `brackets`), so recursion is bounded and nothing is ever tried twice.

// The type of a parser is as long as the grammar.
#![allow(clippy::type_complexity)]

mod condition;
mod plain;
mod value;

use chumsky::input::ValueInput;
use chumsky::inspector::TruncateState;
use chumsky::prelude::*;

use crate::TokenKind as K;
use crate::brackets::{Sig, Word};
use crate::mistake::Mistake;
use crate::span::Span;
use crate::tree::*;
use condition::{comparison, condition};
use plain::{Opening, plain_attribute, plain_opening};
use value::{item_end, starts_item, value};

/// A mistake that a production noted. Its words and edits are made later, by `parse`.
#[derive(Clone, Debug)]
pub(crate) struct Noted {
    pub mistake: Mistake,
    pub span: Span,
    pub related: Option<Span>,
}

pub(crate) type Notes = TruncateState<Noted>;
pub(crate) type Extra<E> = extra::Full<E, Notes, ()>;
type Indices = SimpleSpan<usize>;

/// What the parser needs of an error type: [`EmptyErr`](chumsky::error::EmptyErr) and `Rich` both have it.
pub(crate) trait ErrorType<'t, I: Input<'t>>:
    chumsky::error::Error<'t, I>
    + chumsky::label::LabelError<'t, I, chumsky::DefaultExpected<'t, Sig>>
    + chumsky::label::LabelError<'t, I, &'static str>
    + 't
{
}

impl<'t, I: Input<'t>, E> ErrorType<'t, I> for E where
    E: chumsky::error::Error<'t, I>
        + chumsky::label::LabelError<'t, I, chumsky::DefaultExpected<'t, Sig>>
        + chumsky::label::LabelError<'t, I, &'static str>
        + 't
{
}

fn note(notes: &mut Notes, mistake: Mistake, span: Span) {
    notes.push(Noted { mistake, span, related: None });
}

/// Whether an item can end before this token.
fn ends_item(token: &Sig) -> bool {
    token.first || matches!(token.kind, K::Comma | K::Semicolon | K::CloseBrace)
}

pub(crate) fn file<'t, I, E>() -> impl Parser<'t, I, Vec<Item>, Extra<E>>
where
    I: ValueInput<'t, Token = Sig, Span = Indices>,
    E: ErrorType<'t, I>,
{
    let token = |kind: K| any::<I, Extra<E>>().filter(move |token: &Sig| token.kind == kind);
    let same_line = |kind: K| any::<I, Extra<E>>().filter(move |token: &Sig| token.kind == kind && !token.first);
    let word = |word: Word| any::<I, Extra<E>>().filter(move |token: &Sig| token.word == word);
    let item_end = item_end::<I, E>();
    // A run of tokens up to the end of the item. Brackets in it stay whole.
    let group = recursive(|group| {
        any::<I, Extra<E>>()
            .filter(|token: &Sig| matches!(token.kind, K::OpenBrace | K::OpenBracket | K::OpenParen))
            .then(
                choice((
                    group,
                    any()
                        .filter(|token: &Sig| {
                            !matches!(
                                token.kind,
                                K::OpenBrace
                                    | K::OpenBracket
                                    | K::OpenParen
                                    | K::CloseBrace
                                    | K::CloseBracket
                                    | K::CloseParen
                            )
                        })
                        .map(|token: Sig| token.span),
                ))
                .repeated(),
            )
            .then(any())
            .map(|((open, ()), close): ((Sig, ()), Sig)| open.span.to(close.span))
    });
    let piece = group
        .clone()
        .or(any::<I, Extra<E>>().filter(|token: &Sig| token.kind != K::CloseBrace).map(|token: Sig| token.span));
    let rest_of_item =
        piece.clone().and_is(item_end.not()).foldl(piece.clone().and_is(item_end.not()).repeated(), Span::to);
    let starts_item = starts_item::<I, E>();
    let value = value::<I, E>();

    let block = recursive(|block| {
        let condition = condition::<I, E>();
        let arm_or_attribute = {
            let then = word(Word::Then).map_with(|token: Sig, extra| {
                if token.first {
                    note(extra.state(), Mistake::LineBreak, token.span);
                }
                token.span
            });
            condition.then(then.then(same_line(K::Ident).map(|token: Sig| token.span).or_not()).or_not()).map_with(
                |(condition, then): (Condition, Option<(Span, Option<Span>)>), extra| {
                    let end = Span::empty(condition.span().end);
                    let (then, action) = then.unwrap_or((end, None));
                    if action.is_none() {
                        let at = if then.is_empty() { end } else { then };
                        note(extra.state(), Mistake::MissingThen, at);
                    }
                    (condition, then, action)
                },
            )
        };
        let body = token(K::OpenBrace)
            .map_with(|token: Sig, extra| {
                if token.first {
                    note(extra.state(), Mistake::LineBreak, token.span);
                }
                token.span
            })
            .then(block.clone())
            .then(token(K::CloseBrace).map(|token: Sig| token.span));
        type Body = ((Span, Vec<Item>), Span);
        let make_block = |keyword: Span, label: Option<Span>, ((open, items), close): Body| {
            let span = keyword.to(close);
            Item::Block(Block { keyword, label, items, open, close: (!close.is_empty()).then_some(close), span })
        };
        let attribute = |name: Span, value: Value, notes: &mut Notes, colon: Span| {
            let value = match value {
                Value::Missing(_) => {
                    note(notes, Mistake::MissingValue, name.to(colon));
                    Value::Missing(Span::empty(colon.end))
                }
                value => value,
            };
            Item::Attribute(Attribute { name, value })
        };

        enum Tail {
            Colon(Span, Value),
            Body(Body),
            ColonBody(Span, Body),
            Equals(Span, Value),
            Label(Span, Body),
            Statement(Span, Option<Comparison>),
            QuotedLabel(Span, Body),
            LongLabel(Span, Body),
            Words(Span),
            NumberLabel(Span, Body),
            Title(Scalar),
            Value(Value),
        }

        let comparison = comparison::<I, E>();
        let tail = choice((
            token(K::Colon)
                .filter(|colon: &Sig| !colon.first)
                .then(choice((same_line(K::OpenBrace).rewind().ignore_then(body.clone()).map(Err), value.map(Ok))))
                .map(|(colon, value): (Sig, Result<Value, Body>)| match value {
                    Ok(value) => Tail::Colon(colon.span, value),
                    Err(body) => Tail::ColonBody(colon.span, body),
                }),
            body.clone().map(Tail::Body),
            same_line(K::Ident)
                .map(|token: Sig| token.span)
                .then(choice((
                    body.clone().map(|body| (None, Some(body), None)),
                    comparison.clone().map(|comparison| (Some(comparison), None, None)),
                    // Several words before the brace.
                    same_line(K::Ident)
                        .map(|token: Sig| token.span)
                        .repeated()
                        .at_least(1)
                        .collect::<Vec<Span>>()
                        .then(body.clone().map(Some).or(item_end.map(|()| None)))
                        .map(|(words, body): (Vec<Span>, Option<Body>)| (None, body, words.last().copied())),
                    item_end.map(|()| (None, None, None)),
                    starts_item.map(|_| (None, None, None)),
                )))
                .map(|(second, (comparison, body, last)): (Span, (Option<Comparison>, Option<Body>, Option<Span>))| {
                    match (body, last) {
                        (Some(body), Some(last)) => Tail::LongLabel(second.to(last), body),
                        (Some(body), None) => Tail::Label(second, body),
                        (None, Some(last)) => Tail::Words(second.to(last)),
                        (None, None) => Tail::Statement(second, comparison),
                    }
                }),
            any::<I, Extra<E>>()
                .filter(|token: &Sig| token.kind.is_string() && !token.first)
                .map(|token: Sig| token.span)
                .then(body.clone().or_not())
                .map(|(string, body): (Span, Option<Body>)| match body {
                    Some(body) => Tail::QuotedLabel(string, body),
                    None => Tail::Title(Scalar { kind: ScalarKind::String, value: string, margin: None }),
                }),
            same_line(K::Equals).then(value).map(|(at, value): (Sig, Value)| Tail::Equals(at.span, value)),
            any::<I, Extra<E>>()
                .filter(|token: &Sig| !token.first && matches!(token.kind, K::Number | K::Date))
                .then(same_line(K::Ident).or_not())
                .then(body.clone())
                .map(|((number, more), body): ((Sig, Option<Sig>), Body)| {
                    Tail::NumberLabel(more.map_or(number.span, |more| number.span.to(more.span)), body)
                }),
            any::<I, Extra<E>>()
                .filter(|token: &Sig| !token.first && matches!(token.kind, K::Number | K::Date | K::OpenBracket))
                .rewind()
                .ignore_then(value)
                .map(Tail::Value),
        ))
        .labelled("`:` and a value, or `{`");

        let named = token(K::Ident).then(tail).map_with(move |(first, tail): (Sig, Tail), extra| {
            let place: Indices = extra.span();
            let notes: &mut Notes = extra.state();
            let keyword = first.span;
            match tail {
                Tail::Colon(colon, value) => attribute(keyword, value, notes, colon),
                Tail::Body(body) => make_block(keyword, None, body),
                Tail::ColonBody(colon, body) => {
                    note(notes, Mistake::ColonBeforeBrace, colon);
                    make_block(keyword, None, body)
                }
                Tail::Equals(at, value) => {
                    note(notes, Mistake::EqualsForColon, at);
                    attribute(keyword, value, notes, at)
                }
                Tail::Label(label, body) => make_block(keyword, Some(label), body),
                Tail::LongLabel(label, body) => {
                    notes.push(Noted {
                        mistake: Mistake::LongLabel(String::new()),
                        span: label,
                        related: Some(keyword),
                    });
                    make_block(keyword, Some(label), body)
                }
                // `facts the tickets of the release`: neither colon nor quotes.
                Tail::Words(words) => {
                    let place = Span::empty(keyword.end);
                    notes.push(Noted { mistake: Mistake::MissingColon, span: place, related: Some(words) });
                    let scalar = Scalar { kind: ScalarKind::Unquoted, value: words, margin: None };
                    Item::Attribute(Attribute { name: keyword, value: Value::Scalar(scalar) })
                }
                Tail::QuotedLabel(label, body) => {
                    notes.push(Noted { mistake: Mistake::QuotedLabel(None), span: label, related: Some(keyword) });
                    make_block(keyword, Some(label), body)
                }
                Tail::NumberLabel(label, body) => {
                    notes.push(Noted {
                        mistake: Mistake::NumberLabel(String::new()),
                        span: label,
                        related: Some(keyword),
                    });
                    make_block(keyword, Some(label), body)
                }
                Tail::Statement(subject, comparison) => Item::Statement(Statement {
                    keyword,
                    subject,
                    comparison,
                    span: comparison.map_or(keyword.to(subject), |it| keyword.to(it.operand.span())),
                }),
                // Only the first thing of a file can be a misspelt header.
                Tail::Title(title) if first.word == Word::Spec || place.start == 0 => {
                    Item::Header(Header { keyword, title })
                }
                Tail::Title(title) => {
                    note(notes, Mistake::MissingColon, Span::empty(keyword.end));
                    Item::Attribute(Attribute { name: keyword, value: Value::Scalar(title) })
                }
                Tail::Value(value) => {
                    note(notes, Mistake::MissingColon, Span::empty(keyword.end));
                    Item::Attribute(Attribute { name: keyword, value })
                }
            }
        });
        let arm = word(Word::When)
            .then_ignore(
                any().filter(|token: &Sig| !matches!(token.kind, K::Colon | K::OpenBrace | K::Equals)).rewind(),
            )
            .then(arm_or_attribute)
            .map(|(when, (condition, then, action)): (Sig, (Condition, Span, Option<Span>))| {
                Item::Arm(Arm {
                    keyword: when.span,
                    condition,
                    then,
                    action,
                    span: when.span.to(action.unwrap_or(then)),
                })
            });
        let quoted_name = any::<I, Extra<E>>()
            .filter(|token: &Sig| matches!(token.kind, K::String | K::SingleString))
            .then(token(K::Colon))
            .then(value)
            .map_with(move |((name, colon), value): ((Sig, Sig), Value), extra| {
                note(extra.state(), Mistake::QuotedName, name.span);
                let inner = Span::new(name.span.start + 1, name.span.end - 1);
                attribute(inner, value, extra.state(), colon.span)
            });
        let nameless = group.clone().map_with(|span: Span, extra| {
            note(extra.state(), Mistake::NamelessBlock, Span::new(span.start, span.start + 1));
            Item::Broken(Broken { span, name: None })
        });

        let nameless =
            any::<I, Extra<E>>().filter(|token: &Sig| token.kind == K::OpenBrace).rewind().ignore_then(nameless);
        let item = choice((arm, named, quoted_name, nameless)).labelled("an item");
        // What stands behind a complete item on its line.
        let after = choice((
            item_end,
            starts_item.map_with(|(token, ()): (Sig, ()), extra| {
                note(extra.state(), Mistake::MissingSeparator, Span::empty(token.span.start));
            }),
            rest_of_item.clone().map_with(|rest, extra| note(extra.state(), Mistake::Leftover, rest)),
        ));
        let item = item.then(after.clone()).map(|(item, ()): (Item, ())| item);
        // Once its brace is seen a block is a block: nothing inside is ever read twice.
        let plain_block = custom(plain_opening::<I, E>)
            .then(block.clone())
            .then(token(K::CloseBrace).map(|token: Sig| token.span))
            .then(after)
            .map(move |((((keyword, label, open), items), close), ()): (((Opening, Vec<Item>), Span), ())| {
                make_block(keyword, label, ((open, items), close))
            });
        let skipped = any::<I, Extra<E>>()
            .filter(|token: &Sig| !matches!(token.kind, K::CloseBrace | K::Comma | K::Semicolon))
            .rewind()
            .then(piece.foldl(rest_of_item.repeated(), Span::to))
            .map(|(first, span): (Sig, Span)| {
                Item::Broken(Broken { span, name: (first.kind == K::Ident).then_some(first.span) })
            });
        // At the end of a block nothing else need be tried.
        let inside = any::<I, Extra<E>>().filter(|token: &Sig| token.kind != K::CloseBrace).rewind();
        let other = inside.ignore_then(item.recover_with(via_parser(skipped)));
        let item = choice((custom(plain_attribute::<I, E>), plain_block, other));
        let separator = any::<I, Extra<E>>().filter(|token: &Sig| matches!(token.kind, K::Comma | K::Semicolon));
        let separators = separator.repeated();
        separators.ignore_then(item.then_ignore(separators).repeated().collect::<Vec<_>>())
    });
    block.then_ignore(end())
}
