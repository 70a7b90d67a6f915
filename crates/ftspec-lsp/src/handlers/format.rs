//! The one layout, as edits.

use ftspec_analysis::editor;
use tower_lsp_server::ls_types::{Position, Range, TextEdit};

use super::Asked;

/// The edits for a document.
pub fn document(asked: &Asked) -> Vec<TextEdit> {
    asked.positions().edits(&editor::format_edits(asked.analysis(), None))
}

/// The edits for the lines of a range.
pub fn range(asked: &Asked, range: Range) -> Vec<TextEdit> {
    let positions = asked.positions();
    positions.edits(&editor::format_edits(asked.analysis(), Some(positions.span(range))))
}

/// The edits behind a typed character.
pub fn typed(asked: &Asked, position: Position, typed: &str) -> Option<Vec<TextEdit>> {
    let positions = asked.positions();
    let edits = editor::format_on_type(asked.analysis(), positions.offset(position), typed.chars().next()?);
    Some(positions.edits(&edits))
}
