//! The shape of what is being written: `M gains < x over n rounds`, with the part at the cursor.

use crate::Analysis;

/// The shape of a condition, a statement or a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The whole shape: `METRIC gains < AMOUNT over N rounds`.
    pub label: String,
    /// What it means.
    pub doc: String,
    /// The parts that are to be filled in.
    pub parameters: Vec<Parameter>,
    /// Which of them is at the cursor.
    pub active: usize,
}

/// A part of a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Where it stands in [`Signature::label`], in bytes; labels are ASCII.
    pub range: (u32, u32),
    /// What belongs there.
    pub doc: String,
}

/// The shape at an offset.
pub fn signature(_analysis: &Analysis, _offset: u32) -> Option<Signature> {
    None
}
