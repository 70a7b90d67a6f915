//! The shape of the table: blocks with their attributes, and what a value of an attribute may be.

use std::borrow::Cow;

use crate::blocks::FILE;
use crate::word::blanks;
use crate::{Dimension, WordSet};

/// A block of the language, or the top level of a file ([`FILE`], whose name is empty).
#[derive(Debug)]
pub struct Block {
    /// The keyword.
    pub name: &'static str,
    /// The question that the block answers, as in "what goes in, what comes out".
    pub question: &'static str,
    /// The same in Chinese.
    pub question_zh: &'static str,
    /// What to put there and why, in a few sentences.
    pub doc: &'static str,
    /// The same in Chinese.
    pub doc_zh: &'static str,
    /// A small, valid example of the block.
    pub example: &'static str,
    /// Words that people write instead of the keyword.
    pub aliases: &'static [&'static str],
    /// How many may stand in one parent.
    pub count: Count,
    /// Whether a name stands between keyword and brace.
    pub label: LabelKind,
    /// The attributes with fixed names.
    pub attributes: &'static [Attribute],
    /// The blocks that may stand inside.
    pub children: &'static [&'static Block],
    /// What else may stand inside.
    pub content: Content,
}

/// How often a block may stand in its parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// At most once.
    One,
    /// Any number of times.
    Many,
}

/// Whether a block has a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// A label is an error.
    None,
    /// A label may stand there.
    Optional,
    /// The block is known by its label.
    Required,
}

/// What a block holds beside its attributes and child blocks.
#[derive(Clone, Copy, Debug)]
pub enum Content {
    /// Nothing else.
    Fixed,
    /// `METRIC: reading` lines.
    Readings,
    /// `NAME: any value` lines.
    Parameters,
    /// Statements such as `require tone >= 90%`.
    Statements(&'static [Statement]),
    /// `when … then …` arms.
    Arms,
}

/// A statement keyword of the `eval` block.
#[derive(Debug)]
pub struct Statement {
    /// The first word.
    pub name: &'static str,
    /// Whether a comparison follows the metric's name.
    pub compares: bool,
    /// What it means.
    pub doc: &'static str,
    /// The same in Chinese.
    pub doc_zh: &'static str,
    /// One line that shows it.
    pub example: &'static str,
    /// Words that people write instead.
    pub aliases: &'static [&'static str],
}

/// An attribute of a block.
#[derive(Debug)]
pub struct Attribute {
    /// The name before the colon.
    pub name: &'static str,
    /// What the value may be.
    pub ty: Type,
    /// Whether a list is welcome; a lone value then counts as a list of one.
    pub many: bool,
    /// What it means when the attribute is not there.
    pub absence: Absence,
    /// How the attribute is called in a Chinese document: 目标行为 for `target`.
    pub zh: &'static str,
    /// What to put there, why.
    pub doc: &'static str,
    /// The same in Chinese.
    pub doc_zh: &'static str,
    /// One line that shows it: `kind: style`.
    pub example: &'static str,
    /// Words that people write instead of the name.
    pub aliases: &'static [&'static str],
}

/// What the absence of an attribute means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// It may be left out.
    Optional,
    /// It is expected, and `missing-field` says so.
    Missing,
    /// It is expected, and the rule of this name says so in its own words.
    Rule(&'static str),
}

/// What a value may be.
#[derive(Clone, Copy)]
pub enum Type {
    /// A string.
    Text,
    /// A whole number of zero or more.
    Count,
    /// A number of zero or more.
    Number,
    /// A whole number, of any sign.
    Integer,
    /// A ratio between 0 and 1, written as a number or in percent.
    Share,
    /// An agreement coefficient: a ratio between -1 and 1.
    Agreement,
    /// A quantity of this dimension, zero or more.
    Quantity(Dimension),
    /// Money or gpu hours, zero or more.
    Spend,
    /// `true` or `false`.
    Bool,
    /// A calendar day.
    Date,
    /// A word of a closed vocabulary.
    Word(fn() -> &'static WordSet),
    /// The label of a block with this keyword elsewhere in the file.
    Ref(&'static str),
    /// A name that is resolved where it can be, such as what a round changed.
    Name,
    /// Two numbers, low and high, of one dimension.
    Scale,
    /// A measured value, with or without unit and error margin.
    Reading,
    /// Anything that can stand as a value.
    Any,
}

impl std::fmt::Debug for Type {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.expected())
    }
}

impl Type {
    /// What is expected, as words for a message: "a date such as 2026-11-02".
    pub fn expected(self) -> String {
        match self {
            Type::Text => "text in quotes".into(),
            Type::Count => "a whole number, zero or more".into(),
            Type::Number => "a number, zero or more".into(),
            Type::Integer => "a whole number".into(),
            Type::Share => "a share between 0% and 100%".into(),
            Type::Agreement => "a coefficient between -1 and 1, such as 0.82".into(),
            Type::Quantity(dimension) => dimension.expected().into(),
            Type::Spend => "an amount of money or gpu hours, such as 60usd or 40gpu_hours".into(),
            Type::Bool => "`true` or `false`".into(),
            Type::Date => "a date such as 2026-11-02".into(),
            Type::Word(set) => format!("a {}", set().title),
            Type::Ref(block) => format!("the name of a `{block}` block"),
            Type::Name => "a name without quotes".into(),
            Type::Scale => "a list of two numbers, low and high, such as [1, 5]".into(),
            Type::Reading => "a measured value such as 84%".into(),
            Type::Any => "a value".into(),
        }
    }

    /// What is expected, as words for a message in Chinese: "日期，例如 2026-11-02".
    pub fn expected_zh(self) -> String {
        match self {
            Type::Text => "引号中的文本".into(),
            Type::Count => "不小于 0 的整数".into(),
            Type::Number => "不小于 0 的数".into(),
            Type::Integer => "整数".into(),
            Type::Share => "0% 到 100% 之间的比例".into(),
            Type::Agreement => "-1 到 1 之间的系数，例如 0.82".into(),
            Type::Quantity(dimension) => dimension.expected_zh().into(),
            Type::Spend => "金额或卡时，例如 60usd 或 40gpu_hours".into(),
            Type::Bool => "`true` 或 `false`".into(),
            Type::Date => "日期，例如 2026-11-02".into(),
            Type::Word(set) => format!("一种{}", set().title_zh),
            Type::Ref(block) => format!("一个 `{block}` 块的名字"),
            Type::Name => "不带引号的名字".into(),
            Type::Scale => "由下限和上限两个数组成的列表，例如 [1, 5]".into(),
            Type::Reading => "测得的值，例如 84%".into(),
            Type::Any => "一个值".into(),
        }
    }
}

impl Attribute {
    /// How the attribute is called in an English document: "worst case" for `worst_case`.
    pub fn english(&self) -> Cow<'static, str> {
        blanks(self.name)
    }
}

impl Block {
    /// The attribute of exactly that name.
    pub fn attribute(&self, name: &str) -> Option<&'static Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    /// The child block of exactly that keyword.
    pub fn child(&self, name: &str) -> Option<&'static Block> {
        self.children.iter().copied().find(|block| block.name == name)
    }

    /// The statement of exactly that first word.
    pub fn statement(&self, name: &str) -> Option<&'static Statement> {
        self.statements().iter().find(|statement| statement.name == name)
    }

    /// The statements that may stand inside.
    pub fn statements(&self) -> &'static [Statement] {
        match self.content {
            Content::Statements(statements) => statements,
            _ => &[],
        }
    }

    /// How the block is called in a sentence: "`goal`", or "the top level".
    pub fn place(&self) -> String {
        if self.name.is_empty() { "the top level".into() } else { format!("`{}`", self.name) }
    }
}

impl Block {
    /// Where something stands, in a sentence: "in `goal`", or "at the top level".
    pub fn inside(&self) -> String {
        if self.name.is_empty() { "at the top level".into() } else { format!("in `{}`", self.name) }
    }

    /// Where something stands, in a Chinese sentence: "`goal` 里", or "文件顶层".
    pub fn inside_zh(&self) -> String {
        if self.name.is_empty() { "文件顶层".into() } else { format!("`{}` 里", self.name) }
    }
}

/// Every block of the language with the block that it stands in, parents first; [`FILE`] itself is left out.
pub fn all() -> impl Iterator<Item = (&'static Block, &'static Block)> {
    let top = FILE.children.iter().map(|block| (&FILE, *block));
    let nested = FILE.children.iter().flat_map(|parent| parent.children.iter().map(|block| (*parent, *block)));
    top.chain(nested)
}

/// The block of exactly that keyword, wherever it stands, with the block it stands in.
pub fn find(keyword: &str) -> Option<(&'static Block, &'static Block)> {
    all().find(|(_, block)| block.name == keyword)
}
