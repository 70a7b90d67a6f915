//! Text to tokens to tree, and back to formatted text.
//!
//! Three promises hold for every input, however broken:
//!
//! * every byte of the text is in exactly one [`Token`], so that joining the tokens gives the text back;
//! * [`parse`] gives a [`Tree`]; an item that cannot be understood costs itself and nothing else;
//! * [`format()`] changes blanks and line breaks only, and formatting twice changes nothing more.
//!
//! The crate knows how a spec is written, not what may be written in it: no block name, no rule.
//!
//! Read in this order: [`token`] (what the text is made of), `brackets` (which brace belongs to which, and how deep),
//! `grammar` (how tokens make a [`tree`]), [`mistake`] (what can be wrong with it), [`mod@format`].

mod brackets;
pub mod format;
mod grammar;
mod line_index;
pub mod mistake;
mod parse;
mod span;
pub mod text;
pub mod token;
pub mod tree;

pub use format::format;
pub use line_index::{LineColumn, LineIndex};
pub use mistake::{Edit, Mistake, SyntaxError};
pub use parse::{MAX_DEPTH, MAX_ERRORS, Parsed, parse};
pub use span::Span;
pub use token::{Token, TokenKind, lex};
pub use tree::Tree;
