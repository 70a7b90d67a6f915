//! The outline of a plan.

use ftspec_schema::{Block, Enumerated, FILE, LabelKind};
use ftspec_syntax::tree::{self, Item};
use ftspec_syntax::{Span, text};

use super::cards;
use super::page::shortened;
use super::place::child;
use crate::Analysis;
use crate::spec::Node;

/// One entry of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// What the outline shows: `metric tone`, `goal`, `require tone >= 90%`.
    pub name: String,
    /// A few words beside it: `rubric, judged by human`.
    pub detail: String,
    /// What it is.
    pub kind: SymbolKind,
    /// All of it.
    pub span: Span,
    /// The part that is selected when somebody goes there; inside [`Symbol::span`].
    pub select: Span,
    /// What stands inside.
    pub children: Vec<Symbol>,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SymbolKind {
    /// The spec as a whole.
    Spec,
    /// A block.
    Block,
    /// A block that others name: data, a baseline, a behaviour.
    Named,
    /// A metric.
    Metric,
    /// `require`, `guard`, `watch`.
    Statement,
    /// An arm of the stop table.
    Arm,
    /// A round.
    Round,
    /// An accepted finding.
    Accept,
}

/// The outline: one entry for the spec where it has a header, with everything else inside. Blocks that the language
/// does not know are in it, too; attributes are not.
pub fn symbols(analysis: &Analysis) -> Vec<Symbol> {
    let text = analysis.text();
    let items = &analysis.parsed().tree.items;
    let nodes: Vec<Node> = nodes(analysis);
    let children = entries(analysis, Some(&FILE), items, &nodes);
    let header = items.iter().find_map(|item| match item {
        Item::Header(header) => Some(header),
        _ => None,
    });
    let Some(header) = header else { return children };
    let title = text::cook(header.title.value.of(text));
    let name = match shortened(&title, 120) {
        empty if empty.is_empty() => "spec".to_string(),
        name => name,
    };
    let select = header.keyword.to(header.title.value);
    let span = children.iter().fold(select, |span, child| span.to(child.span));
    let detail = analysis.spec().status().word().name.to_string();
    vec![Symbol { name, detail, kind: SymbolKind::Spec, span, select, children }]
}

/// Every block that was understood, in the order of the text.
fn nodes<'a>(analysis: &'a Analysis) -> Vec<Node<'a>> {
    let mut nodes: Vec<Node<'a>> = analysis.spec().all_nodes().collect();
    nodes.sort_by_key(|node| node.span().start);
    nodes
}

fn entries(analysis: &Analysis, parent: Option<&'static Block>, items: &[Item], nodes: &[Node]) -> Vec<Symbol> {
    let text = analysis.text();
    let mut entries = Vec::new();
    for item in items {
        let line = |span: Span, select: Span, kind: SymbolKind| Symbol {
            name: shortened(span.of(text), 120),
            detail: String::new(),
            kind,
            span,
            select,
            children: Vec::new(),
        };
        match item {
            Item::Block(tree) => entries.push(block(analysis, parent, tree, nodes)),
            Item::Statement(statement)
                if parent.is_some_and(|it| it.statement(statement.keyword.of(text)).is_some()) =>
            {
                entries.push(line(statement.span, statement.subject, SymbolKind::Statement));
            }
            Item::Arm(arm) => entries.push(line(arm.span, arm.keyword, SymbolKind::Arm)),
            _ => {}
        }
    }
    entries
}

fn block(analysis: &Analysis, parent: Option<&'static Block>, tree: &tree::Block, nodes: &[Node]) -> Symbol {
    let text = analysis.text();
    let keyword = tree.keyword.of(text);
    let known = parent.and_then(|parent| child(parent, keyword));
    let name = match tree.label {
        Some(label) => shortened(&format!("{keyword} {}", label.of(text)), 120),
        None => shortened(keyword, 120),
    };
    let kind = match known {
        Some(known) if known.name == "metric" => SymbolKind::Metric,
        Some(known) if known.name == "round" => SymbolKind::Round,
        Some(known) if known.name == "accept" => SymbolKind::Accept,
        Some(known) if known.label == LabelKind::Required => SymbolKind::Named,
        _ => SymbolKind::Block,
    };
    let at = nodes.partition_point(|node| node.span().start < tree.span.start);
    let node = nodes[at..].iter().take(2).find(|node| node.span() == tree.span && node.keyword() == tree.keyword);
    let detail = node.map_or(String::new(), |node| cards::summary(analysis, *node));
    let select = tree.label.unwrap_or(tree.keyword);
    Symbol { name, detail, kind, span: tree.span, select, children: entries(analysis, known, &tree.items, nodes) }
}
