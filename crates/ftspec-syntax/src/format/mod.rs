//! One way to write a spec: two spaces a level, values in line, nothing wider than it must be.
//!
//! The formatter walks the tokens, not the tree, so that a file with a mistake in it is formatted around the mistake:
//!
//! * `shape` looks at the tokens of one item and tells what it is, if it is right;
//! * `lines` says which line every item stands on, and how deep; what is not right stays as it was written;
//! * `align` puts values and `then`s of neighbours below each other;
//! * `print` writes the lines down.
//!
//! Two laws hold for every text: what means something stays the same ([`same_tokens`]), and formatting a second time
//! changes nothing. The second is why every decision rests on the tokens and on the depth that is written out, never
//! on blanks that the formatter itself changes.

mod align;
mod levels;
mod lines;
mod print;
mod same;
mod shape;
mod source;

pub use same::same_tokens;
use source::Source;

/// Columns that a line should not exceed.
const WIDTH: usize = 100;

/// Formats a text. Never fails: what cannot be understood keeps its tokens and the blanks between them.
pub fn format(text: &str) -> String {
    let tokens = crate::lex(text);
    let source = Source { text, tokens: &tokens };
    let mut lines = lines::lines(source);
    align::align(source, &mut lines);
    print::print(source, &lines)
}

/// How many columns a text takes: a Chinese character takes two.
fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { unicode_width::UnicodeWidthStr::width(text) }
}
