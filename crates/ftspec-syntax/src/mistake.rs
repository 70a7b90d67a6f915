//! What can be wrong with the way a spec is written. Data only: the sentences for people stand with the rule `syntax`.

use crate::Span;

/// A change of the text: the bytes of `span` give way to `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty for an insertion.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

impl Edit {
    /// Replaces a range.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Inserts before an offset.
    pub fn insert(at: u32, text: impl Into<String>) -> Self {
        Self { span: Span::empty(at), text: text.into() }
    }

    /// Takes a range out.
    pub fn delete(span: Span) -> Self {
        Self { span, text: String::new() }
    }
}

/// One mistake, where it is, and the edits that mend it where that is certain enough to offer.
#[derive(Debug, Clone, PartialEq)]
pub struct SyntaxError {
    /// What is wrong.
    pub mistake: Mistake,
    /// Where.
    pub span: Span,
    /// A second place that explains it, such as the opening brace.
    pub related: Option<Span>,
    /// Edits that mend it; empty where nobody can know what was meant.
    pub edits: Vec<Edit>,
}

/// The kinds of mistakes.
#[derive(Debug, Clone, PartialEq)]
pub enum Mistake {
    /// Something stands where something else was expected.
    Unexpected {
        /// What was expected, as short nouns, at most three.
        expected: Vec<String>,
        /// Whether the file ends here.
        at_end: bool,
    },
    /// Punctuation in a spelling that is not ours, such as `：`; the right spelling.
    Punctuation(&'static str),
    /// A string in `“…”` or `'…'`.
    Quotes,
    /// A string without its closing quote.
    OpenString,
    /// A block string without its closing quotes.
    OpenBlockString,
    /// A comment that starts with `#`.
    HashComment,
    /// A block without its `}`; the related place is its keyword.
    MissingCloseBrace,
    /// A block without its `{`.
    MissingOpenBrace,
    /// A list or parenthesis that is not closed; the related place opens it.
    MissingClose(&'static str),
    /// A closing bracket that closes nothing.
    StrayClose,
    /// Nested deeper than [`crate::MAX_DEPTH`].
    TooDeep,
    /// `goal: {`: a colon between keyword and brace.
    ColonBeforeBrace,
    /// `kind = style`
    EqualsForColon,
    /// `examples 8_200`
    MissingColon,
    /// `kind:` and nothing behind it.
    MissingValue,
    /// The value stands on the line after its name.
    ValueOnNextLine,
    /// A line break where the item is not over yet.
    LineBreak,
    /// Bare words where a string was meant.
    UnquotedText,
    /// `800 ms`: a blank between number and unit.
    SpacedUnit,
    /// `behavior "calm tone" {`; a label that would do, where one can be made.
    QuotedLabel(Option<String>),
    /// `behavior calm tone {`; a label that would do.
    LongLabel(String),
    /// `round 2026_11 {`; a label that would do.
    NumberLabel(String),
    /// `"kind": style`
    QuotedName,
    /// Two items on one line with nothing between.
    MissingSeparator,
    /// Two elements of a list with nothing between.
    MissingComma,
    /// A comma too many in a list.
    ExtraComma,
    /// Something behind an item that is complete.
    Leftover,
    /// `baseline-2%`
    GluedBaseline,
    /// An arm without its `then ACTION`.
    MissingThen,
    /// A block without a keyword.
    NamelessBlock,
}
