//! Another name for a metric, a behaviour, a block of data, everywhere at once.

use ftspec_syntax::{Edit, Span};

use crate::Analysis;

/// A name that can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// Where it stands at the cursor.
    pub span: Span,
    /// The name as it is.
    pub name: String,
}

/// The name at an offset, or why it cannot be changed.
pub fn prepare_rename(_analysis: &Analysis, _offset: u32) -> Result<Renamed, String> {
    Err(String::new())
}

/// The edits that give the name at an offset another text everywhere, in the order of the text, or why that cannot be.
pub fn rename(_analysis: &Analysis, _offset: u32, _to: &str) -> Result<Vec<Edit>, String> {
    Err(String::new())
}

/// The places that change together while the name at an offset is typed over: its definition and all uses.
/// Empty where it is no name that the file defines, or has no use.
pub fn linked(_analysis: &Analysis, _offset: u32) -> Vec<Span> {
    Vec::new()
}
