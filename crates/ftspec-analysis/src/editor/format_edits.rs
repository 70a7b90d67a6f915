//! Formatting as small edits, so that cursors and marks stay where they are.

use ftspec_syntax::{Edit, Span};

use crate::Analysis;

/// The edits that format a text, or the lines of a range; disjoint, in the order of the text, each as small as can be.
pub fn format_edits(_analysis: &Analysis, _range: Option<Span>) -> Vec<Edit> {
    Vec::new()
}

/// The edits that tidy up behind a typed character: the block that `}` closes, the line that a line break ends.
/// The offset is the cursor's, behind the character.
pub fn format_on_type(_analysis: &Analysis, _offset: u32, _typed: char) -> Vec<Edit> {
    Vec::new()
}
