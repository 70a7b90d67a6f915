//! What can be folded away, and selections that grow.

use ftspec_analysis::editor::{self, FoldKind};
use tower_lsp_server::ls_types::{FoldingRange, FoldingRangeKind, Position, SelectionRange};

use super::Asked;

/// Everything that can be folded.
pub fn folds(asked: &Asked) -> Vec<FoldingRange> {
    let positions = asked.positions();
    let whole_lines = asked.abilities.line_folds;
    let mut folds: Vec<FoldingRange> = editor::folds(asked.analysis())
        .iter()
        .filter_map(|fold| {
            let (start, end) = (positions.position(fold.span.start), positions.position(fold.span.end));
            // Whole lines: one on which something goes on behind the fold stays.
            let stays = whole_lines && !positions.is_line_end(fold.span.end);
            let end_line = if stays { end.line.saturating_sub(1) } else { end.line };
            (end_line > start.line).then(|| FoldingRange {
                start_line: start.line,
                start_character: (!whole_lines).then_some(start.character),
                end_line,
                end_character: (!whole_lines).then_some(end.character),
                kind: Some(match fold.kind {
                    FoldKind::Region => FoldingRangeKind::Region,
                    FoldKind::Comment => FoldingRangeKind::Comment,
                }),
                collapsed_text: None,
            })
        })
        .collect();
    if let Some(most) = asked.abilities.most_folds {
        folds.truncate(most);
    }
    folds
}

/// For each position, what is around it, from the inside outwards.
pub fn selections(asked: &Asked, at: &[Position]) -> Vec<SelectionRange> {
    let positions = asked.positions();
    at.iter()
        .map(|position| {
            let mut around: Option<SelectionRange> = None;
            for span in editor::selection(asked.analysis(), positions.offset(*position)).into_iter().rev() {
                around = Some(SelectionRange { range: positions.range(span), parent: around.map(Box::new) });
            }
            // The protocol wants one answer for each position.
            let here = tower_lsp_server::ls_types::Range { start: *position, end: *position };
            around.unwrap_or(SelectionRange { range: here, parent: None })
        })
        .collect()
}
