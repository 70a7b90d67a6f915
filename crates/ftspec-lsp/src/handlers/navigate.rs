//! From names to their definitions and uses.

use ftspec_analysis::editor;
use tower_lsp_server::ls_types::{
    DocumentHighlight, DocumentHighlightKind, GotoDefinitionResponse, Location, LocationLink, Position,
};

use super::Asked;

/// Where the name at a place is defined.
pub fn definition(asked: &Asked, position: Position) -> Option<GotoDefinitionResponse> {
    let positions = asked.positions();
    let found = editor::definition(asked.analysis(), positions.offset(position))?;
    let uri = asked.snapshot.uri.clone();
    Some(if asked.abilities.definition_links {
        GotoDefinitionResponse::Link(vec![LocationLink {
            origin_selection_range: Some(positions.range(found.from)),
            target_uri: uri,
            target_range: positions.range(found.whole),
            target_selection_range: positions.range(found.name),
        }])
    } else {
        GotoDefinitionResponse::Scalar(Location { uri, range: positions.range(found.name) })
    })
}

/// Every place of the name.
pub fn references(asked: &Asked, position: Position, defining: bool) -> Option<Vec<Location>> {
    let positions = asked.positions();
    let found = editor::references(asked.analysis(), positions.offset(position), defining);
    let at = |span| Location { uri: asked.snapshot.uri.clone(), range: positions.range(span) };
    (!found.is_empty()).then(|| found.into_iter().map(at).collect())
}

/// The places to be lit up.
pub fn highlights(asked: &Asked, position: Position) -> Option<Vec<DocumentHighlight>> {
    let positions = asked.positions();
    let found = editor::highlights(asked.analysis(), positions.offset(position));
    let lit = found.iter().map(|found| DocumentHighlight {
        range: positions.range(found.span),
        kind: Some(if found.defines { DocumentHighlightKind::WRITE } else { DocumentHighlightKind::READ }),
    });
    (!found.is_empty()).then(|| lit.collect())
}
