//! Small remarks behind what is written: what follows from it.

use ftspec_syntax::{Edit, Span};

use crate::Analysis;

/// A remark between the characters of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inlay {
    /// Where it stands, in bytes.
    pub at: u32,
    /// What is shown: `71% → 90% +19 pts`.
    pub label: String,
    /// More words for whoever points at it; may be empty.
    pub tooltip: String,
    /// What it is.
    pub kind: InlayKind,
    /// Edits that write it into the text, for defaults; else empty.
    pub edits: Vec<Edit>,
}

/// What a remark tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InlayKind {
    /// The way from the baseline to a requirement, or what `baseline` stands for.
    Gap,
    /// How a requirement or guard did in the rounds.
    Outcome,
    /// How far rounds or spending have got towards a bound.
    Progress,
    /// A value that counts although it is not written.
    Default,
}

/// The remarks in a range, or all of them, in the order of the text.
pub fn inlays(_analysis: &Analysis, _range: Option<Span>) -> Vec<Inlay> {
    Vec::new()
}
