//! The outline of a plan.

use ftspec_syntax::Span;

use crate::Analysis;

/// One entry of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// What the outline shows: `metric tone`, `goal`, `require tone >= 90%`.
    pub name: String,
    /// A few words beside it: `rubric, judged by human`.
    pub detail: String,
    /// What it is.
    pub kind: SymbolKind,
    /// All of it.
    pub span: Span,
    /// The part that is selected when somebody goes there; inside [`Symbol::span`].
    pub select: Span,
    /// What stands inside.
    pub children: Vec<Symbol>,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SymbolKind {
    /// The spec as a whole.
    Spec,
    /// A block.
    Block,
    /// A block that others name: data, a baseline, a behaviour.
    Named,
    /// A metric.
    Metric,
    /// `require`, `guard`, `watch`.
    Statement,
    /// An arm of the stop table.
    Arm,
    /// A round.
    Round,
    /// An accepted finding.
    Accept,
}

/// The outline: one entry for the spec where it has a header, with everything else inside.
pub fn symbols(_analysis: &Analysis) -> Vec<Symbol> {
    Vec::new()
}
