//! What can be folded away.

use ftspec_syntax::Span;

use crate::Analysis;

/// A stretch of lines that can be folded: its first line stays to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// From the end of what stays to be seen to the end of what is hidden; always over more than one line.
    pub span: Span,
    /// What it is.
    pub kind: FoldKind,
}

/// What is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FoldKind {
    /// A block, a list or a long string.
    Region,
    /// Comments on lines of their own.
    Comment,
}

/// Everything that can be folded, in the order of the text.
pub fn folds(_analysis: &Analysis) -> Vec<Fold> {
    Vec::new()
}
