//! What can be written at the cursor.

mod clauses;
mod items;
mod sketch;
mod values;

use ftspec_schema::{Content, LabelKind, Type};
use ftspec_syntax::{Span, Token, TokenKind as K};

use super::place::{Around, Before, around, before, settle};
use crate::Analysis;
use crate::lang::Lang;
pub(super) use sketch::Sketch;

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
pub fn complete(analysis: &Analysis, offset: u32) -> Completions {
    let offset = settle(analysis.text(), offset);
    let line = before(analysis, offset);
    let chain = around(analysis, offset);
    let mut list = List::new(analysis, offset, &line, chain);
    list.fill();
    list.finish()
}

/// A list of completions under construction.
struct List<'a> {
    analysis: &'a Analysis<'a>,
    text: &'a str,
    lang: Lang,
    offset: u32,
    line: &'a Before,
    chain: Vec<Around<'a>>,
    replace: Span,
    items: Vec<Completion>,
    needs_paths: Option<String>,
}

impl<'a> List<'a> {
    fn new(analysis: &'a Analysis<'a>, offset: u32, line: &'a Before, chain: Vec<Around<'a>>) -> Self {
        let replace = line.word.filter(|word| word.kind == K::Ident).map_or(Span::empty(offset), |word| word.span);
        let lang = analysis.config().lang;
        let text = analysis.text();
        Self { analysis, text, lang, offset, line, chain, replace, items: Vec::new(), needs_paths: None }
    }

    /// The block around the cursor.
    fn here(&self) -> Around<'a> {
        self.chain.last().copied().unwrap_or(Around { tree: None, block: None })
    }

    fn fill(&mut self) {
        let Some(block) = self.here().block else { return };
        let tokens = self.line.tokens.as_slice();
        let word =
            |at: usize| tokens.get(at).filter(|token| token.kind == K::Ident).map_or("", |it| it.span.of(self.text));
        if let Some(inside) = self.line.inside {
            if inside.kind.is_string() && tokens.get(1).is_some_and(|token| token.kind == K::Colon) {
                let name = word(0);
                self.path(block, name, inside);
            }
            return;
        }
        let colon = tokens.get(1).is_some_and(|token| matches!(token.kind, K::Colon | K::Equals));
        if let Some(number) = self.line.word.filter(|word| word.kind == K::Number) {
            if colon {
                let name = word(0);
                self.units(block, name, number);
            } else {
                self.clause_units(block, number);
            }
            return;
        }
        if self.line.word.is_some_and(|word| word.kind != K::Ident) {
            return;
        }
        match tokens {
            [] => self.items(block),
            _ if colon => {
                let name = word(0);
                self.values(block, name);
            }
            [first] if first.kind == K::Ident && block.child(word(0)).is_some_and(|it| it.label != LabelKind::None) => {
                self.labels(word(0));
            }
            [first, rest @ ..] if first.kind == K::Ident => {
                let statement = block.statement(word(0));
                if let Some(statement) = statement {
                    self.statement(statement, rest);
                } else if word(0) == "when" && matches!(block.content, Content::Arms) {
                    self.condition(rest);
                } else if rest.is_empty() && block.attribute(word(0)).is_some_and(|it| !matches!(it.ty, Type::Text)) {
                    // The colon is still missing.
                    self.values(block, word(0));
                }
            }
            _ => {}
        }
    }

    /// The tokens behind the word at the cursor, on its line.
    fn behind(&self) -> impl Iterator<Item = Token> + use<'a> {
        let tokens = &self.analysis.parsed().tokens;
        let end = self.replace.end.max(self.offset);
        let at = tokens.partition_point(|token| token.span.start < end);
        tokens[at..].iter().take_while(|token| token.kind != K::Newline).filter(|token| token.kind != K::Blank).copied()
    }

    /// The blanks before the cursor's line.
    fn indent(&self) -> String {
        let start = super::place::line_start(self.text, self.offset) as usize;
        self.text[start..].chars().take_while(|blank| matches!(blank, ' ' | '\t')).collect()
    }

    fn push(&mut self, item: Completion) {
        self.items.push(item);
    }

    /// A word that stands for itself.
    fn word(&mut self, kind: CompletionKind, label: &str, detail: &str, doc: &str, aliases: &[&str]) {
        let insert = Insert { plain: label.to_string(), snippet: None };
        let item = Completion {
            label: label.to_string(),
            kind,
            detail: detail.to_string(),
            doc: doc.to_string(),
            insert,
            filter: filter(label, aliases),
            sort: String::new(),
            more: false,
        };
        self.push(item);
    }

    fn finish(mut self) -> Completions {
        for (at, item) in self.items.iter_mut().enumerate() {
            item.sort = format!("{at:05}");
        }
        Completions { replace: self.replace, items: self.items, needs_paths: self.needs_paths }
    }
}

/// What typed letters are held against.
fn filter(label: &str, aliases: &[&str]) -> String {
    let mut filter = String::from(label);
    for alias in aliases {
        filter.push(' ');
        filter.push_str(alias);
    }
    filter
}
