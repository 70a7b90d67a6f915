//! From a name to where it is defined, and to all its uses.

use ftspec_syntax::Span;

use crate::Analysis;

/// Where a name is defined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The name that was asked about.
    pub from: Span,
    /// The name where it is defined.
    pub name: Span,
    /// All of the block or line that defines it.
    pub whole: Span,
}

/// One place of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// Where.
    pub span: Span,
    /// Whether it is defined here.
    pub defines: bool,
}

/// Where the name at an offset is defined.
pub fn definition(_analysis: &Analysis, _offset: u32) -> Option<Definition> {
    None
}

/// Every place of the name at an offset, in the order of the text; the defining one only where it is asked for.
pub fn references(_analysis: &Analysis, _offset: u32, _with_definition: bool) -> Vec<Span> {
    Vec::new()
}

/// Every place of the name at an offset, the defining one marked; of other words, the same word in the same block.
pub fn highlights(_analysis: &Analysis, _offset: u32) -> Vec<Highlight> {
    Vec::new()
}
