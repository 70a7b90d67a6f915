//! What keeps a session alive: panics become errors, broken messages are left out, output never blocks the loop and
//! holds nothing that a strict client refuses.

mod nulls;
mod panic;
mod reader;
mod writer;

pub use nulls::WithoutNulls;
pub use panic::{CatchPanic, went_wrong};
pub use reader::read_from;
pub use writer::write_to;
