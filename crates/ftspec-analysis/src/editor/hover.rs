//! What stands under the cursor, in words.

use ftspec_syntax::Span;

use crate::Analysis;

/// What there is to say about one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// The word that it is about.
    pub span: Span,
    /// The text in Markdown.
    pub markdown: String,
    /// The same for a client that shows plain text.
    pub plain: String,
}

/// What there is to say about the word at an offset.
pub fn hover(_analysis: &Analysis, _offset: u32) -> Option<Hover> {
    None
}
