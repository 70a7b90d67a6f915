//! Paths in the text that can be opened.

use ftspec_schema::{DATA, LABELING};
use ftspec_syntax::{Span, text};

use crate::Analysis;
use crate::spec::Node;

/// A path of a data file or of a labelling guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What stands between the quotes.
    pub span: Span,
    /// The path as it is meant, seen from the folder of the file; or a whole address.
    pub path: String,
    /// Whether it is a whole address such as `https://…`.
    pub is_address: bool,
    /// Whether it is a pattern with `*` or `?`, which names several files.
    pub is_pattern: bool,
}

/// The paths in a text, in its order.
pub fn links(analysis: &Analysis) -> Vec<Link> {
    let mut links = Vec::new();
    for data in analysis.spec().file().children(&DATA) {
        gather(analysis, data, "path", &mut links);
        for labeling in data.children(&LABELING) {
            gather(analysis, labeling, "guide", &mut links);
        }
    }
    links.sort_by_key(|link| link.span);
    links
}

fn gather(analysis: &Analysis, node: Node, name: &str, links: &mut Vec<Link>) {
    for element in node.list(name).given().unwrap_or_default() {
        let written = element.span.of(analysis.text());
        let plain =
            written.len() >= 2 && written.starts_with('"') && !written.starts_with("\"\"\"") && written.ends_with('"');
        let path = text::cook(written);
        if !plain || !is_path(&path) {
            continue;
        }
        let is_address = path.starts_with("https://") || path.starts_with("http://");
        links.push(Link {
            span: Span::new(element.span.start + 1, element.span.end - 1),
            is_pattern: !is_address && path.contains(['*', '?', '[']),
            is_address,
            path: path.into_owned(),
        });
    }
}

/// Whether a text can be the name of a file: a guide may also be told in a sentence.
fn is_path(path: &str) -> bool {
    let parts = path.contains(['/', '\\'])
        || path.rsplit_once('.').is_some_and(|(stem, ending)| {
            !stem.is_empty()
                && (1..=8).contains(&ending.len())
                && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    parts && !path.contains(['\n', '\t', '\0']) && path.trim() == path && !path.is_empty()
}
