//! Paths in the text that can be opened.

use std::path::Path;
use std::str::FromStr;

use ftspec_analysis::editor;
use tower_lsp_server::ls_types::{DocumentLink, Uri};

use super::Asked;
use crate::address::address_of;

/// The links of a document. Paths are looked up from its folder; a pattern leads to the folder before its first sign.
pub fn links(asked: &Asked) -> Vec<DocumentLink> {
    let positions = asked.positions();
    let folder = asked.snapshot.path.as_deref().and_then(Path::parent);
    editor::links(asked.analysis())
        .into_iter()
        .filter_map(|link| {
            let target = if link.is_address {
                Uri::from_str(&link.path).ok()?
            } else {
                let mut path = link.path.as_str();
                if link.is_pattern {
                    let sign = path.find(['*', '?', '['])?;
                    path = path[..sign].rsplit_once('/').map_or(".", |(folder, _)| folder);
                }
                address_of(&plain(&folder?.join(path)))?
            };
            Some(DocumentLink { range: positions.range(link.span), target: Some(target), tooltip: None, data: None })
        })
        .collect()
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> std::path::PathBuf {
    let mut plain = std::path::PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            // Above the root there is nothing.
            std::path::Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}
