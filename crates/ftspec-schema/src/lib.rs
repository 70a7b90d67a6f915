//! The language as one static table: every block, attribute, enum word and unit, with the text that explains it
//! in English and in Chinese.
//!
//! Whatever needs to know what may be written where (type checks, suggestions, `explain`, completion, generated
//! reference pages) reads this table and keeps no list of its own. The crate knows no syntax and no rule: it is
//! data, plus the look-ups that make the data convenient.
//!
//! Start at [`FILE`], the top level of a spec, and follow [`Block::children`].

mod block;
mod blocks;
mod documented;
mod unit;
mod word;

pub use block::{Absence, Attribute, Block, Content, Count, LabelKind, Statement, Type, all, find};
pub use blocks::*;
pub use documented::Documented;
pub use unit::{Dimension, UNITS, Unit};
pub use word::{Enumerated, Word, WordSet};
