//! What the entries of the table have in common: a text that explains them, in both languages.

use crate::{Attribute, Block, Statement, Unit, Word};

/// An entry of the table that explains itself.
pub trait Documented {
    /// What it means, in English and in Chinese.
    fn docs(&self) -> (&'static str, &'static str);
}

macro_rules! documented {
    ($($entry:ty),*) => {
        $(impl Documented for $entry {
            fn docs(&self) -> (&'static str, &'static str) {
                (self.doc, self.doc_zh)
            }
        })*
    };
}

documented!(Block, Statement, Attribute, Word, Unit);
