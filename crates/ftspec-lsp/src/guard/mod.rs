//! What keeps a session alive: panics become errors, broken messages are left out, output never blocks the loop.

mod panic;
mod reader;
mod writer;

pub use panic::{CatchPanic, went_wrong};
pub use reader::read_from;
pub use writer::write_to;
