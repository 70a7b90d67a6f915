//! From a name to where it is defined, and to all its uses.

use ftspec_syntax::tree::Item;
use ftspec_syntax::{Span, TokenKind};

use super::names::{NameKind, occurrence_at, occurrences, places};
use super::place::{around, item_span, settle, token_at, token_index};
use crate::Analysis;

/// Where a name is defined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The name that was asked about.
    pub from: Span,
    /// The name where it is defined.
    pub name: Span,
    /// All of the block or line that defines it.
    pub whole: Span,
}

/// One place of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// Where.
    pub span: Span,
    /// Whether it is defined here.
    pub defines: bool,
}

/// Where the name at an offset is defined; where two blocks have it, the first. The name `baseline` on the right of a
/// comparison leads to the baseline that is meant.
pub fn definition(analysis: &Analysis, offset: u32) -> Option<Definition> {
    let text = analysis.text();
    let offset = settle(text, offset);
    let Some(here) = occurrence_at(analysis, offset) else {
        return meant_baseline(analysis, offset);
    };
    let name = here.span.of(text);
    let mut found = None;
    occurrences(analysis, &mut |other| {
        if let Some(whole) = other.defines
            && found.is_none()
            && other.kind == here.kind
            && other.span.of(text) == name
        {
            found = Some(Definition { from: here.span, name: other.span, whole });
        }
    });
    found
}

/// The block behind the word `baseline` in a statement or condition.
fn meant_baseline(analysis: &Analysis, offset: u32) -> Option<Definition> {
    let token = token_at(analysis, offset)?;
    if token.span.of(analysis.text()) != "baseline" {
        return None;
    }
    let chain = around(analysis, offset);
    let block = chain.last()?.block?;
    if !matches!(block.name, "eval" | "stop") {
        return None;
    }
    let node = analysis.spec().reference()?.node();
    Some(Definition { from: token.span, name: node.place(), whole: node.span() })
}

/// Every place of the name at an offset, in the order of the text; the defining one only where it is asked for.
pub fn references(analysis: &Analysis, offset: u32, with_definition: bool) -> Vec<Span> {
    let Some((_, places)) = places(analysis, settle(analysis.text(), offset)) else { return Vec::new() };
    places.into_iter().filter(|place| with_definition || place.defines.is_none()).map(|place| place.span).collect()
}

/// Every place of the name at an offset, the defining one marked. Of a word of the language, the same word in items of
/// the same kind: every `when` of the stop table, every `require`.
pub fn highlights(analysis: &Analysis, offset: u32) -> Vec<Highlight> {
    let offset = settle(analysis.text(), offset);
    if let Some((here, places)) = places(analysis, offset)
        && here.kind != NameKind::Part
    {
        return places
            .into_iter()
            .map(|place| Highlight { span: place.span, defines: place.defines.is_some() })
            .collect();
    }
    same_words(analysis, offset).unwrap_or_default()
}

fn same_words(analysis: &Analysis, offset: u32) -> Option<Vec<Highlight>> {
    let text = analysis.text();
    let token = token_at(analysis, offset).filter(|token| token.kind == TokenKind::Ident)?;
    let word = token.span.of(text);
    let chain = around(analysis, token.span.start);
    let here = chain.last()?;
    let items = here.items(analysis);
    let at = items.iter().position(|item| item_span(item).touches(offset))?;
    // The first word of a block or attribute stands for itself; of arms and statements there are several.
    let lines = matches!(items[at], Item::Arm(_) | Item::Statement(_));
    if !lines {
        return Some(vec![Highlight { span: token.span, defines: false }]);
    }
    let tokens = &analysis.parsed().tokens;
    let mut found = Vec::new();
    for item in items.iter().filter(|item| matches!(item, Item::Arm(_) | Item::Statement(_))) {
        let span = item_span(item);
        for token in tokens[token_index(tokens, span.start)..].iter().take_while(|token| token.span.start < span.end) {
            if token.kind == TokenKind::Ident && token.span.of(text) == word {
                found.push(Highlight { span: token.span, defines: false });
            }
        }
    }
    Some(found)
}
