//! From text to tree, with everything that is wrong on the way.

use chumsky::error::{EmptyErr, Rich, RichPattern, RichReason};
use chumsky::prelude::*;

use crate::brackets::{Sig, Word, balance};
use crate::grammar::{self, Noted, Notes};
use crate::mistake::{Edit, Mistake, SyntaxError};
use crate::tree::{Item, Tree};
use crate::{Span, Token, TokenKind as K, lex, text};

/// How deep blocks, lists and parentheses may nest, all counted together.
pub const MAX_DEPTH: usize = 64;

/// How many syntax errors a file reports; a file with more is no spec at all.
pub const MAX_ERRORS: usize = 50;

/// What reading a text gives.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// Every byte of the text in exactly one token.
    pub tokens: Vec<Token>,
    /// What the tokens say.
    pub tree: Tree,
    /// What is wrong, in the order of the text; at most [`MAX_ERRORS`].
    pub errors: Vec<SyntaxError>,
    /// Whether a part of the file was swallowed, by a block string without end or by too deep nesting: what seems to
    /// be absent may stand in there.
    pub swallowed: bool,
}

/// Reads a text. Never fails; a broken item is a node of the tree and an entry in [`Parsed::errors`].
pub fn parse(text: &str) -> Parsed {
    let tokens = lex(text);
    let mut errors = Vec::new();
    let mut sigs = significant(&tokens, text, &mut errors);
    let token_errors = errors.len();
    balance(&mut sigs, text, &mut errors);
    let swallowed = errors.iter().any(|error| matches!(error.mistake, Mistake::TooDeep | Mistake::OpenBlockString));

    let mut notes = Notes::from(Vec::new());
    let (items, failures) = grammar::file::<_, EmptyErr>().parse_with_state(&sigs[..], &mut notes).into_output_errors();
    let tree = Tree { items: items.unwrap_or_default() };
    if !failures.is_empty() {
        let mut again = Notes::from(Vec::new());
        let (_, failures) =
            grammar::file::<_, Rich<Sig>>().parse_with_state(&sigs[..], &mut again).into_output_errors();
        let broken = broken_spans(&tree.items);
        for failure in failures.iter().take(MAX_ERRORS) {
            let error = unexpected(failure, &sigs, text);
            // The token itself was the mistake, or a bracket was put in or left out there: said already.
            let item = broken.iter().find(|span| span.touches(error.span.start)).copied().unwrap_or(error.span);
            let said = errors[..token_errors.max(errors.len())].iter().any(|other| {
                !matches!(other.mistake, Mistake::HashComment)
                    && item.start <= other.span.start
                    && other.span.start <= error.span.end.max(item.start)
            });
            if !said {
                errors.push(error);
            }
        }
    }
    let noted = std::mem::take(&mut *notes);
    errors.extend(noted.into_iter().filter_map(|noted| describe(noted, text)));
    errors.sort_by_key(|error| (error.span.start, error.span.end));
    errors.dedup_by(|next, last| next.span == last.span);
    errors.truncate(MAX_ERRORS);
    Parsed { tokens, tree, errors, swallowed }
}

/// The tokens that mean something, and what is wrong with tokens by themselves.
fn significant(tokens: &[Token], text: &str, errors: &mut Vec<SyntaxError>) -> Vec<Sig> {
    let mut sigs = Vec::with_capacity(tokens.len() / 2 + 2);
    let (mut first, mut glued) = (true, true);
    for token in tokens {
        match token.kind {
            K::Newline => (first, glued) = (true, true),
            K::Blank | K::Comment => glued = false,
            K::HashComment => {
                glued = false;
                let sign = Span::new(token.span.start, token.span.start + 1);
                push(errors, Mistake::HashComment, sign, vec![Edit::replace(sign, "//")]);
            }
            kind => {
                let word = if kind == K::Ident { Word::of(&text[token.span]) } else { Word::Other };
                sigs.push(Sig { kind, word, first, glued, span: token.span });
                (first, glued) = (false, true);
                check_token(token, text, errors);
            }
        }
    }
    sigs
}

fn push(errors: &mut Vec<SyntaxError>, mistake: Mistake, span: Span, edits: Vec<Edit>) {
    if errors.len() < 2 * MAX_ERRORS {
        errors.push(SyntaxError { mistake, span, related: None, edits });
    }
}

fn check_token(token: &Token, text: &str, errors: &mut Vec<SyntaxError>) {
    let span = token.span;
    match token.kind {
        K::Ident | K::Number | K::Date | K::String | K::BlockString => {}
        K::CurlyString | K::SingleString => {
            let quote = if token.kind == K::SingleString { 1 } else { '“'.len_utf8() as u32 };
            let last = text[span].chars().next_back().map_or(0, char::len_utf8) as u32;
            let inner = &text[Span::new(span.start + quote, span.end - last)];
            push(errors, Mistake::Quotes, span, vec![Edit::replace(span, text::quote(inner))]);
        }
        K::OpenString => {
            let end = span.start + text[span].trim_end().len() as u32;
            let curly = text[span].trim_end().ends_with('”');
            let edit = if curly {
                Edit::replace(Span::new(end - '”'.len_utf8() as u32, end), "\"")
            } else {
                Edit::insert(end, "\"")
            };
            push(errors, Mistake::OpenString, Span::new(span.start, end), vec![edit]);
        }
        K::OpenBlockString => {
            push(errors, Mistake::OpenBlockString, Span::new(span.start, span.start + 3), vec![]);
        }
        // Beside the right one, `;` is a comma of other languages; it ends items here as there.
        K::Semicolon => push(errors, Mistake::Punctuation(","), span, vec![Edit::replace(span, ",")]),
        K::Unknown => {}
        _ => {
            if let Some(right) = token.respelt(text) {
                push(errors, Mistake::Punctuation(right), span, vec![Edit::replace(span, right)]);
            }
        }
    }
}

fn broken_spans(items: &[Item]) -> Vec<Span> {
    fn visit(items: &[Item], spans: &mut Vec<Span>) {
        for item in items {
            match item {
                Item::Broken(broken) => spans.push(broken.span),
                Item::Block(block) => visit(&block.items, spans),
                _ => {}
            }
        }
    }
    let mut spans = Vec::new();
    visit(items, &mut spans);
    spans
}

/// An error of the grammar, in our terms.
fn unexpected(failure: &Rich<'_, Sig>, sigs: &[Sig], text: &str) -> SyntaxError {
    let mut at = failure.span().start;
    // A bracket that was put in is nothing that a reader sees.
    while sigs.get(at).is_some_and(|sig| sig.span.is_empty()) {
        at += 1;
    }
    let mut expected: Vec<String> = Vec::new();
    if let RichReason::ExpectedFound { expected: patterns, .. } = failure.reason() {
        for pattern in patterns {
            if let RichPattern::Label(label) = pattern
                && !expected.iter().any(|known| known == label)
                && expected.len() < 3
            {
                expected.push(label.to_string());
            }
        }
    }
    let end_of_text = Span::empty(text.trim_end().len() as u32);
    let (span, at_end) = match sigs.get(at) {
        // An item ended too early: point behind it, not at the innocent next line.
        Some(sig) if sig.first && at > 0 && expected.iter().all(|label| label != "an item") => {
            (sigs[at - 1].span, true)
        }
        Some(sig) => (sig.span, false),
        None => (sigs.last().map_or(end_of_text, |sig| sig.span), true),
    };
    SyntaxError { mistake: Mistake::Unexpected { expected, at_end }, span, related: None, edits: vec![] }
}

/// Gives a noted mistake its edits. None where a closer look shows that nothing is wrong with the syntax.
fn describe(noted: Noted, text: &str) -> Option<SyntaxError> {
    let Noted { mistake, span, related } = noted;
    let written = span.of(text);
    let keyword = related.map_or("", |span| span.of(text));
    let (mistake, edits) = match mistake {
        Mistake::MissingColon => {
            let mut edits = vec![Edit::insert(span.start, ":")];
            edits.extend(related.map(|words| Edit::replace(words, text::quote(words.of(text)))));
            (mistake, edits)
        }
        Mistake::ColonBeforeBrace => (mistake, vec![Edit::delete(span)]),
        Mistake::EqualsForColon => (mistake, vec![Edit::replace(span, ":")]),
        Mistake::UnquotedText => (mistake, vec![Edit::replace(span, text::quote(written))]),
        Mistake::SpacedUnit => {
            let joined: String = written.split_whitespace().collect();
            (mistake, vec![Edit::replace(span, joined)])
        }
        Mistake::LongLabel(_) => {
            let label = text::label(written, keyword)?;
            (Mistake::LongLabel(label.clone()), vec![Edit::replace(span, label)])
        }
        Mistake::QuotedLabel(_) => match text::label(&text::cook(written), keyword) {
            Some(label) => (Mistake::QuotedLabel(Some(label.clone())), vec![Edit::replace(span, label)]),
            None => (mistake, vec![]),
        },
        Mistake::NumberLabel(_) => {
            let label = text::label(written, keyword)?;
            (Mistake::NumberLabel(label.clone()), vec![Edit::replace(span, label)])
        }
        Mistake::QuotedName => {
            let inner = text::cook(written);
            let edits = if text::is_name(&inner) { vec![Edit::replace(span, inner)] } else { vec![] };
            (mistake, edits)
        }
        Mistake::MissingSeparator => (mistake, vec![Edit::insert(written_end(text, span.start), ",")]),
        Mistake::MissingComma => (mistake, vec![Edit::insert(written_end(text, span.start), ",")]),
        Mistake::ExtraComma => (mistake, vec![Edit::delete(span)]),
        Mistake::Punctuation(right) => (mistake, vec![Edit::replace(span, right)]),
        Mistake::GluedBaseline => {
            let amount =
                written.strip_prefix("baseline-").filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))?;
            let spaced = format!("baseline - {amount}");
            (mistake, vec![Edit::replace(span, spaced)])
        }
        Mistake::LineBreak | Mistake::ValueOnNextLine => {
            // Comments between the two would be lost or swallow the rest.
            let gap = Span::new(written_end(text, span.start), span.start);
            let edits = if gap.of(text).trim().is_empty() { vec![Edit::replace(gap, " ")] } else { vec![] };
            (mistake, edits)
        }
        other => (other, vec![]),
    };
    Some(SyntaxError { mistake, span, related, edits })
}

/// Where the text before `offset` ends, without the blanks and line breaks behind it.
fn written_end(text: &str, offset: u32) -> u32 {
    text[..offset as usize].trim_end().len() as u32
}
