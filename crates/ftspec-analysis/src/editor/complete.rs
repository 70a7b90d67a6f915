//! What can be written at the cursor.

use ftspec_syntax::Span;

use crate::Analysis;

/// What can be written at one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completions {
    /// The text that an item takes the place of: the word around the cursor, or nothing.
    pub replace: Span,
    /// The items, best first.
    pub items: Vec<Completion>,
    /// Set where the path of a data file or guide is being written: what stands between the quotes up to the cursor.
    /// The core knows no files; whoever asks lists them, and [`Completions::replace`] is then all between the quotes.
    pub needs_paths: Option<String>,
}

/// One thing that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What the list shows.
    pub label: String,
    /// What it is.
    pub kind: CompletionKind,
    /// A few words beside the label.
    pub detail: String,
    /// What it means, in Markdown; may be empty.
    pub doc: String,
    /// What is written.
    pub insert: Insert,
    /// What typed letters are held against: the label, and other words for it, Chinese ones among them.
    pub filter: String,
    /// Sorts the list; compares as bytes.
    pub sort: String,
    /// Whether the next thing can be offered right away, as behind `kind: `.
    pub more: bool,
}

/// What an item puts into the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insert {
    /// As plain text.
    pub plain: String,
    /// With holes in the snippet syntax of editors (`${1:…}`), where there are any. Lines behind the first are indented
    /// against the line of the cursor, as editors do for snippets; in [`Insert::plain`] they carry their own blanks.
    pub snippet: Option<String>,
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CompletionKind {
    /// A block with its braces.
    Block,
    /// An attribute with its colon.
    Attribute,
    /// A word of a vocabulary, `true` and `false`.
    Word,
    /// A word of statements and conditions.
    Keyword,
    /// A name that the file defines.
    Name,
    /// A rule.
    Rule,
    /// A unit behind a number.
    Unit,
    /// A sample value: a date, a threshold.
    Value,
}

/// What can be written at an offset.
pub fn complete(_analysis: &Analysis, _offset: u32) -> Completions {
    Completions::default()
}
