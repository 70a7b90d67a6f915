//! The tree: what the tokens say, item by item, with the place of everything.
//!
//! Nodes hold spans, not text; the text stays with its owner. A node that stands for something broken says so
//! ([`Item::Broken`], [`Value::Missing`], an unclosed [`Block`]), so that whoever reads the tree can stay silent about it.

use crate::{Span, TokenKind};

/// A whole file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tree {
    /// Everything at the top level, in order.
    pub items: Vec<Item>,
}

/// One thing that stands in a file or in a block.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// `spec "…"`
    Header(Header),
    /// `data tickets { … }`
    Block(Block),
    /// `kind: style`
    Attribute(Attribute),
    /// `require tone >= 90%`
    Statement(Statement),
    /// `when … then …`
    Arm(Arm),
    /// What could not be understood.
    Broken(Broken),
}

/// The header.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// The word `spec`, or what stands in its place.
    pub keyword: Span,
    /// The title, a string.
    pub title: Scalar,
}

/// A block.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The first word.
    pub keyword: Span,
    /// The name between keyword and brace.
    pub label: Option<Span>,
    /// What stands inside.
    pub items: Vec<Item>,
    /// The opening brace, or the empty span where it should be.
    pub open: Span,
    /// The closing brace; none where it is missing.
    pub close: Option<Span>,
    /// From the keyword to the closing brace, or to the last item where that is missing.
    pub span: Span,
}

/// An attribute.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribute {
    /// The name.
    pub name: Span,
    /// What stands behind the colon.
    pub value: Value,
}

impl Attribute {
    /// From the name to the end of the value.
    pub fn span(&self) -> Span {
        self.name.to(self.value.span())
    }
}

/// What stands behind a colon.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// One value.
    Scalar(Scalar),
    /// `[…]`
    List(List),
    /// Nothing, or nothing that can be understood.
    Missing(Span),
}

impl Value {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Value::Scalar(scalar) => scalar.span(),
            Value::List(list) => list.span,
            Value::Missing(span) => *span,
        }
    }
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// The elements in order.
    pub elements: Vec<Scalar>,
    /// With its brackets.
    pub span: Span,
}

/// A single value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scalar {
    /// What it looks like.
    pub kind: ScalarKind,
    /// The value, without its margin.
    pub value: Span,
    /// The error margin behind `+-`.
    pub margin: Option<Span>,
}

impl Scalar {
    /// With its margin.
    pub fn span(&self) -> Span {
        self.margin.map_or(self.value, |margin| self.value.to(margin))
    }
}

/// What a single value looks like. Words are resolved by whoever knows what is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScalarKind {
    /// A string, in whatever quotes.
    String,
    /// A number with or without unit.
    Number,
    /// A date.
    Date,
    /// A bare word, also `true` and `false`.
    Word,
    /// Several bare words where a string was meant.
    Unquoted,
}

/// `require tone >= 90%`, `watch tone`.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The first word.
    pub keyword: Span,
    /// The metric's name.
    pub subject: Span,
    /// The comparison.
    pub comparison: Option<Comparison>,
    /// All of it.
    pub span: Span,
}

/// An operator and what stands on its right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// The operator.
    pub operator: Operator,
    /// Where the operator stands.
    pub at: Span,
    /// The right side.
    pub operand: Operand,
}

/// A comparison operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operator {
    /// `>=`
    GreaterEqual,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `<`
    Less,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
}

impl Operator {
    /// The operator that a token stands for.
    pub fn from_token(kind: TokenKind) -> Option<Self> {
        Some(match kind {
            TokenKind::GreaterEqual => Self::GreaterEqual,
            TokenKind::LessEqual => Self::LessEqual,
            TokenKind::Greater => Self::Greater,
            TokenKind::Less => Self::Less,
            TokenKind::EqualEqual => Self::Equal,
            TokenKind::NotEqual => Self::NotEqual,
            _ => return None,
        })
    }

    /// As it is written.
    pub fn spelling(self) -> &'static str {
        match self {
            Self::GreaterEqual => ">=",
            Self::LessEqual => "<=",
            Self::Greater => ">",
            Self::Less => "<",
            Self::Equal => "==",
            Self::NotEqual => "!=",
        }
    }
}

/// The right side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Operand {
    /// A number or quantity.
    Number(Span),
    /// A date.
    Date(Span),
    /// `baseline`, `baseline(NAME)`, `baseline + 5%`.
    Baseline {
        /// The word `baseline`.
        keyword: Span,
        /// The name in parentheses.
        name: Option<Span>,
        /// The word and its parentheses.
        reference: Span,
        /// What is added, subtracted or multiplied.
        shift: Option<Shift>,
    },
    /// Some other word, or nothing that can be understood.
    Other(Span),
}

impl Operand {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match *self {
            Operand::Number(span) | Operand::Date(span) | Operand::Other(span) => span,
            Operand::Baseline { reference, shift, .. } => shift.map_or(reference, |shift| reference.to(shift.amount)),
        }
    }
}

/// What is done to a baseline's reading.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// The operation.
    pub operation: ShiftKind,
    /// The number behind it. With `baseline -2%` the sign is part of the token and stands outside this span.
    pub amount: Span,
}

/// The operation on a baseline's reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ShiftKind {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
}

/// An arm of a stop table.
#[derive(Debug, Clone, PartialEq)]
pub struct Arm {
    /// The word `when`.
    pub keyword: Span,
    /// When it holds.
    pub condition: Condition,
    /// The word `then`, or the empty span where it should be.
    pub then: Span,
    /// What is done then; none where it is missing.
    pub action: Option<Span>,
    /// All of it.
    pub span: Span,
}

/// A condition, `or` of `and` of atoms; lone elements stand for themselves.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// Any of them holds; two or more.
    Or(Vec<Condition>),
    /// All of them hold; two or more.
    And(Vec<Condition>),
    /// A single test.
    Atom(Atom),
}

impl Condition {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Condition::Or(parts) | Condition::And(parts) => {
                parts.iter().map(Condition::span).reduce(Span::to).unwrap_or_default()
            }
            Condition::Atom(atom) => atom.span,
        }
    }
}

/// A single test of a condition.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Atom {
    /// What is tested.
    pub kind: AtomKind,
    /// All of it.
    pub span: Span,
}

/// The forms of a test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AtomKind {
    /// `any guard fails`, `all requirements hold`: three words.
    Group {
        /// `any` or `all`.
        quantifier: Span,
        /// `guard`, `requirements`, …
        members: Span,
        /// `fails` or `hold`.
        verb: Span,
    },
    /// `rounds >= 5`
    Compare {
        /// The name on the left.
        subject: Span,
        /// The rest.
        comparison: Comparison,
    },
    /// `tone gains < 1% over 2 rounds`, `tone varies > 3%`
    Trend {
        /// The metric.
        subject: Span,
        /// `gains`, `drops` or `varies`.
        verb: Span,
        /// The comparison behind the verb.
        comparison: Comparison,
        /// The number behind `over`.
        window: Option<Span>,
    },
}

/// Something that could not be understood.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Broken {
    /// All of it.
    pub span: Span,
    /// The word that it begins with, if it does: most likely the name of what was meant.
    pub name: Option<Span>,
}
