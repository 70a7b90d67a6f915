//! Names and all their places: which block a word defines, or which one it means. Read from the tree, so that a file
//! with mistakes in it keeps its names.

use ftspec_schema::{Block, Content, FILE, LabelKind, METRIC, PARAMETERS, READINGS, Type};
use ftspec_syntax::tree::{self, AtomKind, Condition, Item, Operand, Scalar, ScalarKind, Value};
use ftspec_syntax::{Span, TokenKind, text};

use super::place::{child, is_unfinished, item_span, token_index};
use super::vocabulary::PARTS;
use crate::Analysis;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum NameKind {
    /// A block with a label, by its keyword.
    Block(&'static str),
    /// A line of `parameters`.
    Parameter,
    /// A rule of the checker, in `accept`.
    Rule,
    /// What a round changed, resolved to none of the others: a part of the plan.
    Part,
}

/// One place of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// What it names.
    pub kind: NameKind,
    /// The name.
    pub span: Span,
    /// All of what defines it, where this is the definition.
    pub defines: Option<Span>,
}

/// The kind of metrics.
pub(super) const METRICS: NameKind = NameKind::Block(METRIC.name);

/// Calls `each` for every place of every name, in the order of the text, except that a label comes before what stands
/// in its block.
pub(super) fn occurrences<'a>(analysis: &'a Analysis, each: &mut dyn FnMut(Occurrence)) {
    let mut walk = Walk { analysis, text: analysis.text(), each };
    walk.items(Some(&FILE), &analysis.parsed().tree.items);
}

/// Every place of every name inside one of the items that touch a range.
pub(super) fn occurrence_at(analysis: &Analysis, offset: u32) -> Option<Occurrence> {
    let mut found = None;
    let mut each = |occurrence: Occurrence| {
        if occurrence.span.touches(offset) && !occurrence.span.is_empty() {
            found = found.or(Some(occurrence));
        }
    };
    let mut walk = Walk { analysis, text: analysis.text(), each: &mut each };
    // Down the blocks that hold the offset, not over all the others.
    let (mut parent, mut items): (Option<&'static Block>, &[Item]) = (Some(&FILE), &analysis.parsed().tree.items);
    while let Some(item) = super::place::item_before(items, offset) {
        let Item::Block(block) = item else {
            walk.items(parent, std::slice::from_ref(item));
            break;
        };
        let known = parent.and_then(|parent| child(parent, block.keyword.of(walk.text)));
        walk.label(known, block);
        (parent, items) = (known, &block.items);
    }
    found
}

/// The name at an offset with all its places; the definition is among them where there is one.
pub(super) fn places(analysis: &Analysis, offset: u32) -> Option<(Occurrence, Vec<Occurrence>)> {
    let here = occurrence_at(analysis, offset)?;
    let text = analysis.text();
    let name = here.span.of(text);
    let mut found = Vec::new();
    occurrences(analysis, &mut |other| {
        if other.kind == here.kind && other.span.of(text) == name {
            found.push(other);
        }
    });
    found.sort_by_key(|occurrence| occurrence.span);
    found.dedup_by_key(|occurrence| occurrence.span);
    Some((here, found))
}

struct Walk<'a, 'f> {
    analysis: &'a Analysis<'a>,
    text: &'a str,
    each: &'f mut dyn FnMut(Occurrence),
}

impl Walk<'_, '_> {
    fn items(&mut self, block: Option<&'static Block>, items: &[Item]) {
        for item in items {
            match item {
                Item::Block(tree) => {
                    let known = block.and_then(|block| child(block, tree.keyword.of(self.text)));
                    self.label(known, tree);
                    self.items(known, &tree.items);
                }
                item if is_unfinished(self.text, block, item) => self.broken(block, item_span(item)),
                Item::Attribute(attribute) => self.attribute(block, attribute),
                Item::Statement(statement) => {
                    let known = block.is_some_and(|block| block.statement(statement.keyword.of(self.text)).is_some());
                    if known {
                        self.tell(METRICS, statement.subject);
                        if let Some(comparison) = &statement.comparison {
                            self.operand(&comparison.operand);
                        }
                    }
                }
                Item::Arm(arm) => self.condition(&arm.condition),
                Item::Header(_) | Item::Broken(_) => {}
            }
        }
    }

    fn tell(&mut self, kind: NameKind, span: Span) {
        (self.each)(Occurrence { kind, span, defines: None });
    }

    fn label(&mut self, block: Option<&'static Block>, tree: &tree::Block) {
        let (Some(block), Some(label)) = (block, tree.label) else { return };
        if !text::is_name(label.of(self.text)) || block.label == LabelKind::None {
            return;
        }
        if block.name == "accept" {
            return self.tell(NameKind::Rule, label);
        }
        (self.each)(Occurrence { kind: NameKind::Block(block.name), span: label, defines: Some(tree.span) });
    }

    fn attribute(&mut self, block: Option<&'static Block>, tree: &tree::Attribute) {
        let Some(block) = block else { return };
        if std::ptr::eq(block, &PARAMETERS) {
            let defines = Some(tree.span());
            return (self.each)(Occurrence { kind: NameKind::Parameter, span: tree.name, defines });
        }
        if std::ptr::eq(block, &READINGS) {
            return self.tell(METRICS, tree.name);
        }
        let Some(attribute) = block.attribute(tree.name.of(self.text)) else { return };
        for scalar in scalars(&tree.value).iter().filter(|scalar| scalar.kind == ScalarKind::Word) {
            match attribute.ty {
                Type::Ref(keyword) => self.tell(NameKind::Block(keyword), scalar.value),
                Type::Name => self.tell(self.changed(scalar.value.of(self.text)), scalar.value),
                _ => {}
            }
        }
    }

    /// What a round changed: data, a metric, a parameter, or a part of the plan.
    fn changed(&self, name: &str) -> NameKind {
        let spec = self.analysis.spec();
        if PARTS.contains(&name) {
            NameKind::Part
        } else if spec.file().child_named(&ftspec_schema::DATA, name).is_some() {
            NameKind::Block(ftspec_schema::DATA.name)
        } else if spec.eval().is_some_and(|eval| eval.metric(name).is_some()) {
            METRICS
        } else if spec.method().and_then(|it| it.parameters()).is_some_and(|it| it.entries().any(|it| it.value == name))
        {
            NameKind::Parameter
        } else {
            NameKind::Part
        }
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Or(parts) | Condition::And(parts) => parts.iter().for_each(|part| self.condition(part)),
            Condition::Atom(atom) => match &atom.kind {
                AtomKind::Group { .. } => {}
                AtomKind::Compare { subject, comparison } => {
                    if !matches!(subject.of(self.text), "rounds" | "spend" | "date") {
                        self.tell(METRICS, *subject);
                    }
                    self.operand(&comparison.operand);
                }
                AtomKind::Trend { subject, comparison, .. } => {
                    self.tell(METRICS, *subject);
                    self.operand(&comparison.operand);
                }
            },
        }
    }

    fn operand(&mut self, operand: &Operand) {
        if let Operand::Baseline { name: Some(name), .. } = operand {
            self.tell(NameKind::Block(ftspec_schema::BASELINE.name), *name);
        }
    }

    /// A line that is being written: words in it that name a metric are taken for it.
    fn broken(&mut self, block: Option<&'static Block>, span: Span) {
        let writes_metrics = block.is_some_and(|block| matches!(block.content, Content::Arms | Content::Statements(_)));
        let Some(eval) = self.analysis.spec().eval().filter(|_| writes_metrics) else { return };
        let tokens = &self.analysis.parsed().tokens;
        for token in &tokens[token_index(tokens, span.start)..] {
            if token.span.start >= span.end {
                break;
            }
            if token.kind == TokenKind::Ident && eval.metric(token.span.of(self.text)).is_some() {
                self.tell(METRICS, token.span);
            }
        }
    }
}

/// The single values of a value.
pub(super) fn scalars(value: &Value) -> &[Scalar] {
    match value {
        Value::Scalar(scalar) => std::slice::from_ref(scalar),
        Value::List(list) => &list.elements,
        Value::Missing(_) => &[],
    }
}
