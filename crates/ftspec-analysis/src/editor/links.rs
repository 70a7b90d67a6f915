//! Paths in the text that can be opened.

use ftspec_syntax::Span;

use crate::Analysis;

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
pub fn links(_analysis: &Analysis) -> Vec<Link> {
    Vec::new()
}
