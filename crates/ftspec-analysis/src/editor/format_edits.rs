//! Formatting as small edits, so that cursors and marks stay where they are.

use ftspec_syntax::tree::Item;
use ftspec_syntax::{Edit, Span};

use super::difference;
use super::place::{around, item_before, line_end, line_start, settle, settle_span};
use crate::Analysis;

/// The edits that format a text, or the lines of a range; disjoint, in the order of the text, each as small as can be.
pub fn format_edits(analysis: &Analysis, range: Option<Span>) -> Vec<Edit> {
    let text = analysis.text();
    let formatted = ftspec_syntax::format(text);
    if formatted == text {
        return Vec::new();
    }
    let all = difference::of_blanks(text, &analysis.parsed().tokens, &formatted)
        .unwrap_or_else(|| difference::of_lines(text, &formatted));
    let Some(range) = range else { return all };
    let range = settle_span(text, range);
    // A range that ends at the beginning of a line does not mean that line.
    let last =
        if range.end > range.start && text[..range.end as usize].ends_with('\n') { range.end - 1 } else { range.end };
    let lines = Span::new(line_start(text, range.start), line_end(text, last));
    all.into_iter().filter(|edit| lines.start <= edit.span.start && edit.span.end <= lines.end).collect()
}

/// The edits that tidy up behind a typed character: the block that `}` closes, the line that a line break ends.
/// The offset is the cursor's, behind the character.
pub fn format_on_type(analysis: &Analysis, offset: u32, typed: char) -> Vec<Edit> {
    let offset = settle(analysis.text(), offset);
    match typed {
        '}' | '｝' => closed(analysis, offset),
        '\n' => ended(analysis, offset),
        _ => Vec::new(),
    }
}

/// The block whose closing brace ends at the offset.
fn closed(analysis: &Analysis, offset: u32) -> Vec<Edit> {
    let text = analysis.text();
    let chain = around(analysis, settle(text, offset.saturating_sub(1)));
    let mut block = chain.last().and_then(|around| around.tree);
    if block.and_then(|block| block.close).is_none_or(|close| close.end != offset) {
        // The cursor stands behind the brace: the block is the last item before it.
        let chain = around(analysis, offset);
        let items = chain.last().map_or(&[][..], |around| around.items(analysis));
        block = match item_before(items, offset) {
            Some(Item::Block(block)) if block.close.is_some_and(|close| close.end == offset) => Some(block),
            _ => return Vec::new(),
        };
    }
    let Some(block) = block else { return Vec::new() };
    let span = Span::new(line_start(text, block.span.start), offset);
    format_edits(analysis, Some(span)).into_iter().filter(|edit| edit.span.end <= offset).collect()
}

/// The line before the offset's, and the blanks at the beginning of the offset's line.
fn ended(analysis: &Analysis, offset: u32) -> Vec<Edit> {
    let text = analysis.text();
    let start = line_start(text, offset);
    let Some(before) = start.checked_sub(1) else { return Vec::new() };
    let (first, inside) = (line_start(text, before), in_long_string(analysis, offset));
    if inside {
        return Vec::new();
    }
    let previous = Span::new(first, before);
    let mut edits: Vec<Edit> = format_edits(analysis, Some(previous))
        .into_iter()
        .filter(|edit| previous.start <= edit.span.start && edit.span.end <= previous.end)
        .filter(|edit| !edit.text.contains('\n'))
        .collect();
    // Blanks alone behind the cursor and before it: the depth is the block's.
    let line = Span::new(start, line_end(text, offset));
    let written = line.of(text);
    let blanks = written.len() - written.trim_start_matches([' ', '\t']).len();
    let rest = written[blanks..].trim_end();
    let depth = around(analysis, line.start + blanks as u32).len() - 1;
    let depth = if rest.starts_with('}') { depth.saturating_sub(1) } else { depth };
    if rest.is_empty() || rest.starts_with('}') {
        let wanted = "  ".repeat(depth);
        if written[..blanks] != wanted {
            edits.push(Edit::replace(Span::new(start, start + blanks as u32), wanted));
        }
    }
    edits
}

fn in_long_string(analysis: &Analysis, offset: u32) -> bool {
    let tokens = &analysis.parsed().tokens;
    let at = tokens.partition_point(|token| token.span.end <= offset.saturating_sub(1));
    tokens.get(at).is_some_and(|token| token.kind.is_string() && token.span.start < offset && offset <= token.span.end)
}
