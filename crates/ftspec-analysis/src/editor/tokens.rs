//! What every word is, for colours.

use ftspec_syntax::Span;

use crate::Analysis;

/// A stretch of text of one kind. It never spans a line break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SemanticToken {
    /// Where.
    pub span: Span,
    /// What it is.
    pub kind: SemanticKind,
    /// What else is to be said of it.
    pub modifiers: Modifiers,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SemanticKind {
    /// A word of the language: `spec`, the keyword of a block, `require`, `when`, `gains`.
    Keyword,
    /// The name of an attribute.
    Property,
    /// A word of a vocabulary, `true` and `false`.
    EnumMember,
    /// The name of a metric.
    Metric,
    /// The name of another block: data, a baseline, a behaviour, a round.
    Label,
    /// A name of the spec's own that nothing refers to by kind: a parameter.
    Variable,
    /// The name of a rule in `accept`.
    Rule,
    /// A string.
    String,
    /// A number with its unit, or a date.
    Number,
    /// A comment.
    Comment,
    /// A comparison, `+-`, a sign.
    Operator,
}

impl SemanticKind {
    /// All of them, in the order of a legend.
    pub const ALL: [SemanticKind; 11] = [
        SemanticKind::Keyword,
        SemanticKind::Property,
        SemanticKind::EnumMember,
        SemanticKind::Metric,
        SemanticKind::Label,
        SemanticKind::Variable,
        SemanticKind::Rule,
        SemanticKind::String,
        SemanticKind::Number,
        SemanticKind::Comment,
        SemanticKind::Operator,
    ];
}

/// What else is to be said of a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Modifiers {
    /// The name is defined here.
    pub declaration: bool,
    /// The name stands for nothing in this file.
    pub unresolved: bool,
}

/// The tokens that begin in a range, or all of them, in the order of the text. They do not overlap. Punctuation has none.
pub fn tokens(_analysis: &Analysis, _range: Option<Span>) -> Vec<SemanticToken> {
    Vec::new()
}
