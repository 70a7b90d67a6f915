//! The outline of a plan, and names in all plans.

use ftspec_analysis::editor;
use tower_lsp_server::ls_types::{
    DocumentSymbol, DocumentSymbolResponse, Location, OneOf, Range, SymbolInformation, SymbolKind, Uri,
    WorkspaceSymbol, WorkspaceSymbolResponse,
};

use super::Asked;
use crate::locked;
use crate::positions::Positions;
use crate::server::Server;
use crate::snapshot::Snapshot;

/// So many names are shown; who looks for more writes another letter.
const MOST: usize = 512;

/// A name in a file, for a search in all of them.
#[derive(Clone, Debug)]
pub struct Found {
    name: String,
    kind: SymbolKind,
    range: Range,
    container: Option<String>,
}

/// The outline of a document.
pub fn outline(asked: &Asked) -> DocumentSymbolResponse {
    let symbols = editor::symbols(asked.analysis());
    if asked.abilities.nested_symbols {
        let positions = asked.positions();
        return DocumentSymbolResponse::Nested(symbols.into_iter().map(|symbol| nested(symbol, positions)).collect());
    }
    let uri = &asked.snapshot.uri;
    let flat = flat(&asked.snapshot).into_iter().map(|found| {
        #[allow(deprecated)] // the field is part of the type
        SymbolInformation {
            name: found.name,
            kind: found.kind,
            tags: None,
            deprecated: None,
            location: Location { uri: uri.clone(), range: found.range },
            container_name: found.container,
        }
    });
    DocumentSymbolResponse::Flat(flat.collect())
}

fn nested(symbol: editor::Symbol, positions: Positions) -> DocumentSymbol {
    #[allow(deprecated)] // the field is part of the type
    DocumentSymbol {
        name: visible(symbol.name),
        detail: (!symbol.detail.is_empty()).then_some(symbol.detail),
        kind: kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: positions.range(symbol.span),
        selection_range: positions.range(symbol.select),
        children: (!symbol.children.is_empty())
            .then(|| symbol.children.into_iter().map(|child| nested(child, positions)).collect()),
    }
}

/// Everything in the outline of a document, without its levels.
pub fn flat(snapshot: &Snapshot) -> Vec<Found> {
    fn put(symbol: editor::Symbol, inside: Option<&str>, positions: Positions, found: &mut Vec<Found>) {
        let name = visible(symbol.name);
        for child in symbol.children {
            put(child, Some(&name), positions, found);
        }
        let container = inside.map(str::to_string);
        found.push(Found { name, kind: kind(symbol.kind), range: positions.range(symbol.select), container });
    }
    let mut found = Vec::new();
    for symbol in editor::symbols(snapshot.analysis()) {
        put(symbol, None, snapshot.positions(), &mut found);
    }
    found
}

/// Names in all files of the workspace that hold the letters of a query in their order.
pub fn everywhere(server: &Server, query: &str) -> WorkspaceSymbolResponse {
    let open = locked(&server.documents).snapshots();
    let mut found: Vec<(Uri, Found)> = Vec::new();
    for snapshot in &open {
        found.extend(flat(snapshot).into_iter().map(|symbol| (snapshot.uri.clone(), symbol)));
    }
    for entry in server.workspace.entries() {
        if open.iter().all(|snapshot| snapshot.uri != entry.uri) {
            found.extend(entry.symbols.into_iter().map(|symbol| (entry.uri.clone(), symbol)));
        }
    }
    let asked = query.to_lowercase();
    found.retain(|(_, symbol)| holds(&symbol.name.to_lowercase(), &asked));
    // Names that hold the query in one piece come first, short ones before long ones.
    found.sort_by_cached_key(|(uri, symbol)| {
        let whole = symbol.name.to_lowercase().contains(&asked);
        (!whole, symbol.name.len(), symbol.name.clone(), uri.as_str().to_string())
    });
    found.truncate(MOST);
    let symbols = found.into_iter().map(|(uri, symbol)| WorkspaceSymbol {
        name: symbol.name,
        kind: symbol.kind,
        tags: None,
        container_name: symbol.container,
        location: OneOf::Left(Location { uri, range: symbol.range }),
        data: None,
    });
    WorkspaceSymbolResponse::Nested(symbols.collect())
}

fn holds(name: &str, query: &str) -> bool {
    let mut letters = name.chars();
    query.chars().filter(|c| !c.is_whitespace()).all(|asked| letters.any(|letter| letter == asked))
}

/// Editors refuse an entry without a name.
fn visible(name: String) -> String {
    if name.trim().is_empty() { "…".to_string() } else { name }
}

fn kind(kind: editor::SymbolKind) -> SymbolKind {
    match kind {
        editor::SymbolKind::Spec => SymbolKind::MODULE,
        editor::SymbolKind::Block => SymbolKind::NAMESPACE,
        editor::SymbolKind::Named => SymbolKind::CLASS,
        editor::SymbolKind::Metric => SymbolKind::VARIABLE,
        editor::SymbolKind::Statement => SymbolKind::BOOLEAN,
        editor::SymbolKind::Arm => SymbolKind::EVENT,
        editor::SymbolKind::Round => SymbolKind::NUMBER,
        editor::SymbolKind::Accept => SymbolKind::KEY,
    }
}
