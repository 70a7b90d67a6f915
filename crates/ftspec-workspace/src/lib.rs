//! What lies around a spec: which specs a folder holds, what is in them, which `ftspec.toml` counts for each, what day
//! it is. The command line and the language server both look there, so that they see the same.

#![allow(clippy::disallowed_methods)] // reads files and the clock, for those who may

mod clock;
mod configs;
mod read;
mod walk;

pub use clock::today;
pub use configs::Configs;
pub use read::{Unreadable, read, read_from};
pub use walk::{ENDING, specs};
