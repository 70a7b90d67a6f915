//! What every word is, for colours.

use ftspec_schema::{Action, Block, Content, Enumerated, FILE, Type};
use ftspec_syntax::tree::{AtomKind, Condition, Item, Operand, ScalarKind, Value};
use ftspec_syntax::{Span, Token, TokenKind as K};

use super::names::{METRICS, NameKind, occurrences, scalars};
use super::place::{child, is_unfinished, settle_span, token_index};
use super::vocabulary;
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
pub fn tokens(analysis: &Analysis, range: Option<Span>) -> Vec<SemanticToken> {
    let text = analysis.text();
    let range = range.map_or(Span::new(0, text.len() as u32), |range| settle_span(text, range));
    let mut marks = Marks { analysis, text, range, found: Vec::new() };
    marks.items(Some(&FILE), &analysis.parsed().tree.items);
    names(analysis, range, &mut marks.found);
    let mut found = marks.found;
    // Where two marks stand at one place, the later one knows more.
    found.reverse();
    found.sort_by_key(|mark| mark.span.start);
    found.dedup_by_key(|mark| mark.span.start);
    let all = &analysis.parsed().tokens;
    let mut told = Vec::with_capacity(found.len() * 2);
    let mut next = found.into_iter().peekable();
    let from = all.partition_point(|token| token.span.end <= range.start);
    for token in all[from..].iter().take_while(|token| token.span.start < range.end) {
        while next.next_if(|mark| mark.span.start < token.span.start).is_some() {}
        if let Some(mark) = next.next_if(|mark| mark.span == token.span) {
            told.push(mark);
        } else if let Some(kind) = lexical(token.kind) {
            lines(text, token, kind, &mut told);
        }
    }
    told
}

/// What a token is by itself.
fn lexical(kind: K) -> Option<SemanticKind> {
    Some(match kind {
        K::Comment | K::HashComment => SemanticKind::Comment,
        K::Number | K::Date => SemanticKind::Number,
        K::GreaterEqual | K::LessEqual | K::Greater | K::Less | K::EqualEqual | K::NotEqual => SemanticKind::Operator,
        K::Plus | K::Minus | K::Star | K::PlusMinus => SemanticKind::Operator,
        kind if kind.is_string() => SemanticKind::String,
        _ => return None,
    })
}

/// A token line by line, without the blanks at either end of a line.
fn lines(text: &str, token: &Token, kind: SemanticKind, told: &mut Vec<SemanticToken>) {
    let mut start = token.span.start;
    for line in token.span.of(text).split('\n') {
        let blanks = line.len() - line.trim_start().len();
        let span = Span::new(start + blanks as u32, start + line.trim_end().len() as u32);
        if span.start < span.end {
            told.push(SemanticToken { span, kind, modifiers: Modifiers::default() });
        }
        start += line.len() as u32 + 1;
    }
}

/// Names, with whether they are defined here or stand for nothing.
fn names(analysis: &Analysis, range: Span, found: &mut Vec<SemanticToken>) {
    let text = analysis.text();
    let mut places = Vec::new();
    let mut defined = std::collections::HashSet::new();
    occurrences(analysis, &mut |place| {
        if place.defines.is_some() {
            defined.insert((place.kind, place.span.of(text)));
        }
        if range.start <= place.span.start && place.span.start < range.end {
            places.push(place);
        }
    });
    for place in places {
        let name = place.span.of(text);
        let kind = match place.kind {
            METRICS => SemanticKind::Metric,
            NameKind::Block(_) => SemanticKind::Label,
            NameKind::Parameter => SemanticKind::Variable,
            NameKind::Rule => SemanticKind::Rule,
            NameKind::Part if vocabulary::PARTS.contains(&name) => SemanticKind::EnumMember,
            NameKind::Part => SemanticKind::Variable,
        };
        let unresolved = match place.kind {
            NameKind::Rule => crate::rules::find(name).is_none(),
            NameKind::Part => false,
            _ => !defined.contains(&(place.kind, name)),
        };
        let modifiers = Modifiers { declaration: place.defines.is_some(), unresolved };
        found.push(SemanticToken { span: place.span, kind, modifiers });
    }
}

/// What the tree says about words.
struct Marks<'a> {
    analysis: &'a Analysis<'a>,
    text: &'a str,
    range: Span,
    found: Vec<SemanticToken>,
}

impl Marks<'_> {
    fn mark(&mut self, span: Span, kind: SemanticKind) {
        if !span.is_empty() && self.range.start <= span.start && span.start < self.range.end {
            self.found.push(SemanticToken { span, kind, modifiers: Modifiers::default() });
        }
    }

    fn items(&mut self, block: Option<&'static Block>, items: &[Item]) {
        for item in items {
            let span = super::place::item_span(item);
            if span.end < self.range.start || span.start >= self.range.end {
                continue;
            }
            match item {
                Item::Header(header) => self.mark(header.keyword, SemanticKind::Keyword),
                Item::Block(tree) => {
                    let known = block.and_then(|block| child(block, tree.keyword.of(self.text)));
                    self.mark(tree.keyword, SemanticKind::Keyword);
                    self.items(known, &tree.items);
                }
                Item::Attribute(attribute) if is_unfinished(self.text, block, item) => {
                    self.unfinished(block, attribute.span());
                }
                Item::Attribute(attribute) => {
                    self.mark(attribute.name, SemanticKind::Property);
                    let known = block.and_then(|block| block.attribute(attribute.name.of(self.text)));
                    self.value(known.map(|known| known.ty), &attribute.value);
                }
                Item::Statement(statement) => {
                    let known = block.is_some_and(|it| it.statement(statement.keyword.of(self.text)).is_some());
                    if known {
                        self.mark(statement.keyword, SemanticKind::Keyword);
                        if let Some(comparison) = &statement.comparison {
                            self.operand(&comparison.operand);
                        }
                    } else {
                        self.unfinished(block, statement.span);
                    }
                }
                Item::Arm(arm) => {
                    self.mark(arm.keyword, SemanticKind::Keyword);
                    self.connectors(arm.span);
                    self.condition(&arm.condition);
                    self.mark(arm.then, SemanticKind::Keyword);
                    if let Some(action) = arm.action {
                        self.mark(action, SemanticKind::EnumMember);
                    }
                }
                Item::Broken(broken) => self.unfinished(block, broken.span),
            }
        }
    }

    fn value(&mut self, ty: Option<Type>, value: &Value) {
        for scalar in scalars(value).iter().filter(|scalar| scalar.kind == ScalarKind::Word) {
            let word = scalar.value.of(self.text);
            let is_word = match ty {
                Some(Type::Word(set)) => set().get(word).is_some(),
                Some(Type::Bool | Type::Any) | None => matches!(word, "true" | "false"),
                _ => false,
            };
            self.mark(scalar.value, if is_word { SemanticKind::EnumMember } else { SemanticKind::Variable });
        }
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Or(parts) | Condition::And(parts) => parts.iter().for_each(|part| self.condition(part)),
            Condition::Atom(atom) => match &atom.kind {
                AtomKind::Group { quantifier, members, verb } => {
                    [*quantifier, *members, *verb].into_iter().for_each(|word| self.mark(word, SemanticKind::Keyword));
                }
                AtomKind::Compare { subject, comparison } => {
                    if matches!(subject.of(self.text), "rounds" | "spend" | "date") {
                        self.mark(*subject, SemanticKind::Keyword);
                    }
                    self.operand(&comparison.operand);
                }
                AtomKind::Trend { verb, comparison, .. } => {
                    self.mark(*verb, SemanticKind::Keyword);
                    self.operand(&comparison.operand);
                }
            },
        }
    }

    fn operand(&mut self, operand: &Operand) {
        if let Operand::Baseline { keyword, .. } = operand {
            self.mark(*keyword, SemanticKind::Keyword);
        }
    }

    /// The words between the tests of an arm, which have no place in the tree.
    fn connectors(&mut self, arm: Span) {
        self.words(arm, |word| {
            matches!(word, "and" | "or" | "over" | "round" | "rounds").then_some(SemanticKind::Keyword)
        });
    }

    /// A line that is still being written: its words are taken for what they are called.
    fn unfinished(&mut self, block: Option<&'static Block>, span: Span) {
        let Some(block) = block else { return };
        let content = block.content;
        let first = |word: &str| {
            let keyword = block.child(word).is_some() || block.statement(word).is_some();
            if keyword || word == "spec" && block.name.is_empty() {
                return Some(SemanticKind::Keyword);
            }
            block.attribute(word).map(|_| SemanticKind::Property)
        };
        let conditions = matches!(content, Content::Arms | Content::Statements(_));
        let mut at_start = true;
        self.words(span, |word| {
            if std::mem::take(&mut at_start)
                && let Some(kind) = first(word)
            {
                return Some(kind);
            }
            if conditions && vocabulary::find(word).is_some() {
                return Some(SemanticKind::Keyword);
            }
            let action = matches!(content, Content::Arms) && Action::set().get(word).is_some();
            action.then_some(SemanticKind::EnumMember)
        });
    }

    fn words(&mut self, span: Span, mut kind: impl FnMut(&str) -> Option<SemanticKind>) {
        let tokens = &self.analysis.parsed().tokens;
        for token in tokens[token_index(tokens, span.start)..].iter().take_while(|token| token.span.start < span.end) {
            if token.kind == K::Ident
                && let Some(kind) = kind(token.span.of(self.text))
            {
                self.mark(token.span, kind);
            }
        }
    }
}
