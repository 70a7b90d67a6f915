//! Another name, everywhere at once.

use ftspec_analysis::editor;
use tower_lsp_server::jsonrpc::{Error, Result};
use tower_lsp_server::ls_types::{LinkedEditingRanges, Position, PrepareRenameResponse, WorkspaceEdit};

use super::Asked;

/// The name at a place; nothing where there is none, an error where it cannot be changed.
pub fn prepare(asked: &Asked, position: Position) -> Result<Option<PrepareRenameResponse>> {
    let positions = asked.positions();
    match editor::prepare_rename(asked.analysis(), positions.offset(position)) {
        Ok(name) => Ok(Some(PrepareRenameResponse::RangeWithPlaceholder {
            range: positions.range(name.span),
            placeholder: name.name,
        })),
        Err(why) if why.is_empty() => Ok(None),
        Err(why) => Err(refused(why)),
    }
}

/// The edits that change the name.
pub fn rename(asked: &Asked, position: Position, to: &str) -> Result<WorkspaceEdit> {
    let offset = asked.positions().offset(position);
    editor::rename(asked.analysis(), offset, to).map(|edits| asked.workspace_edit(&edits)).map_err(|why| {
        if why.is_empty() {
            let lang = asked.analysis().config().lang;
            return refused(lang.pick("there is no name here", "这里没有名称").to_string());
        }
        refused(why)
    })
}

/// The places that change together while the name is typed over.
pub fn linked(asked: &Asked, position: Position) -> Option<LinkedEditingRanges> {
    let positions = asked.positions();
    let spans = editor::linked(asked.analysis(), positions.offset(position));
    let ranges = spans.iter().map(|span| positions.range(*span)).collect();
    (!spans.is_empty()).then_some(LinkedEditingRanges { ranges, word_pattern: None })
}

fn refused(why: String) -> Error {
    let mut error = Error::invalid_params(why);
    // "The request failed, although it was well-formed."
    error.code = tower_lsp_server::jsonrpc::ErrorCode::ServerError(-32803);
    error
}
