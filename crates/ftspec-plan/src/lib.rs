//! The plan document: what people who decide read, sign and come back to.
//!
//! [`Plan::new`] makes one value of a checked spec: plain data, complete, in the language it was asked for. [`markdown`],
//! [`html`] and [`json`] write it down; they read nothing else, and so they say the same. The crate is pure: no file,
//! no clock, no print.
//!
//! [`plan`] has the types, [`build`] fills them section by section.

mod build;
pub(crate) mod changes;
mod headings;
pub mod html;
pub mod json;
pub mod markdown;
pub mod plan;
mod words;
mod written;

pub use build::{About, LanguageErrors, Older};
pub use plan::Plan;
