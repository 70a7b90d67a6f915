//! From the word at the cursor outwards: value, item, block, file.

use ftspec_syntax::tree::{Atom, AtomKind, Comparison, Condition, Item, Value};
use ftspec_syntax::{Span, TokenKind as K};

use super::names::scalars;
use super::place::{item_before, settle, token_at};
use crate::Analysis;

/// The ranges around an offset, the innermost first; each lies inside the next and is smaller, the last is the file.
pub fn selection(analysis: &Analysis, offset: u32) -> Vec<Span> {
    let text = analysis.text();
    let offset = settle(text, offset);
    // From the outside in.
    let mut spans = vec![Span::new(0, text.len() as u32)];
    let mut items: &[Item] = &analysis.parsed().tree.items;
    while let Some(item) = item_before(items, offset) {
        let whole = super::place::item_span(item);
        if !whole.touches(offset) {
            break;
        }
        spans.push(whole);
        match item {
            Item::Block(block) => {
                let end = block.close.map_or(block.span.end, |close| close.start).max(block.open.end);
                let inside = Span::new(block.open.end, end);
                let on_opening =
                    block.keyword.touches(offset) || block.label.is_some_and(|label| label.touches(offset));
                if on_opening || !inside.touches(offset) {
                    spans.push(block.label.map_or(block.keyword, |label| block.keyword.to(label)));
                    break;
                }
                let trimmed = inside.of(text);
                let start = inside.start + (trimmed.len() - trimmed.trim_start().len()) as u32;
                let end = inside.start + trimmed.trim_end().len() as u32;
                spans.push(inside);
                spans.push(Span::new(start, end.max(start)));
                items = &block.items;
                continue;
            }
            Item::Attribute(attribute) => {
                spans.push(attribute.value.span());
                if let Value::List(list) = &attribute.value {
                    spans
                        .push(Span::new(list.span.start + 1, list.span.end.saturating_sub(1).max(list.span.start + 1)));
                }
                spans.extend(scalars(&attribute.value).iter().map(|scalar| scalar.span()));
            }
            Item::Statement(statement) => spans.extend(statement.comparison.iter().flat_map(comparison)),
            Item::Arm(arm) => condition(&arm.condition, &mut spans),
            Item::Header(header) => spans.push(header.title.value),
            Item::Broken(_) => {}
        }
        break;
    }
    if let Some(token) = token_at(analysis, offset) {
        spans.push(token.span);
        let quoted = matches!(token.kind, K::String | K::SingleString) && token.span.end - token.span.start >= 2;
        if quoted {
            spans.push(Span::new(token.span.start + 1, token.span.end - 1));
        }
    }
    outwards(spans, offset)
}

/// Those around the offset, from the inside out, each inside the next.
fn outwards(mut spans: Vec<Span>, offset: u32) -> Vec<Span> {
    spans.retain(|span| span.touches(offset) && span.start <= span.end);
    spans.sort_by_key(|span| (span.end - span.start, span.start));
    spans.dedup();
    let mut chain: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        let fits =
            chain.last().is_none_or(|inner| span.start <= inner.start && inner.end <= span.end && span != *inner);
        if fits && (!span.is_empty() || chain.is_empty()) {
            chain.push(span);
        }
    }
    if chain.len() > 1 && chain[0].is_empty() {
        chain.remove(0);
    }
    chain
}

fn comparison(comparison: &Comparison) -> [Span; 2] {
    [comparison.at.to(comparison.operand.span()), comparison.operand.span()]
}

fn condition(condition: &Condition, spans: &mut Vec<Span>) {
    spans.push(condition.span());
    match condition {
        Condition::Or(parts) | Condition::And(parts) => parts.iter().for_each(|part| self::condition(part, spans)),
        Condition::Atom(Atom { kind, .. }) => match kind {
            AtomKind::Compare { comparison, .. } | AtomKind::Trend { comparison, .. } => {
                spans.extend(self::comparison(comparison));
            }
            AtomKind::Group { .. } => {}
        },
    }
}
