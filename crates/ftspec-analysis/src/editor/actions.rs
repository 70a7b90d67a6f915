//! What can be done about the findings at a place.

use ftspec_syntax::{Edit, Span};

use crate::{Analysis, Applicability};

/// Something to do, with its edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What it does, as a command.
    pub title: String,
    /// What kind of help it is.
    pub kind: ActionKind,
    /// Disjoint, in the order of the text. Empty for [`ActionKind::FixAll`]: ask [`fix_all`] when it is chosen.
    pub edits: Vec<Edit>,
    /// How sure it is; a template has holes, written `…` or standing as samples.
    pub applicability: Applicability,
    /// The finding that it is about: its index in [`Analysis::diagnostics`].
    pub diagnostic: Option<usize>,
    /// Whether it is the first thing to try for its finding.
    pub preferred: bool,
    /// Where the cursor belongs afterwards, in the edited text: its first hole.
    pub cursor: Option<Span>,
}

/// What kind of help an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActionKind {
    /// Mends one finding.
    Fix,
    /// Mends all findings of one rule.
    FixKind,
    /// Mends everything that can be mended safely.
    FixAll,
    /// Writes the block that is missing.
    Create,
    /// Writes down that the team lives with the finding.
    Accept,
}

/// What can be done about the findings that touch a range.
pub fn actions(_analysis: &Analysis, _span: Span) -> Vec<Action> {
    Vec::new()
}

/// The edits that mend everything that can be mended safely, until nothing is left to mend; in the order of the text.
pub fn fix_all(_analysis: &Analysis) -> Vec<Edit> {
    Vec::new()
}
