//! The typed spec: what the tree says in terms of the schema, ready to be asked.
//!
//! `build` fills the storage below from a tree and reports what does not fit the schema. Rules then use small handles
//! that read like the language: `spec.goal()?.kind()`, `for metric in spec.eval()?.metrics()`.
//!
//! Storage is a few flat vectors, so that a spec costs a handful of allocations; handles are two words, free to copy.

mod asks;
mod build;
mod conditions;
mod eval;
pub(crate) mod insert;
mod node;
mod nodes;
mod readings;
mod sections;
mod statements;
mod values;

use std::ops::Range;

use ftspec_schema::{Attribute, Block, Status};
use ftspec_syntax::Span;

pub(crate) use asks::inner;
pub use asks::{Asked, AskedIn};
pub use conditions::{Arm, Atom, Condition, Direction, Group, Subject};
pub use eval::{Eval, Metric};
pub use node::{Field, Named, Node};
pub use readings::{Reading, Readings};
pub use sections::{Accept, Baseline, Behavior, Data, Fallback, Goal, Knowledge, Method, Risk, Round, Stop, Task};
pub use statements::{Comparison, Operand, Statement, StatementKind};
pub use values::{Data as ValueData, Element};

pub(crate) use build::build;

/// A spec, as far as it was understood.
#[derive(Debug)]
pub struct Spec<'t> {
    pub(crate) text: &'t str,
    pub(crate) header: Option<Header>,
    pub(crate) nodes: Vec<NodeData>,
    pub(crate) attributes: Vec<AttributeData>,
    pub(crate) elements: Vec<Element>,
    pub(crate) statements: Vec<StatementData>,
    pub(crate) arms: Vec<Arm>,
    /// Blocks that may be meant by something that could not be read.
    pub(crate) doubtful: Vec<&'static str>,
    /// Nodes in the order of keyword and label; empty where there are few.
    pub(crate) by_name: Vec<u32>,
    /// A part of the file is unreadable as a whole.
    pub(crate) swallowed: bool,
    /// Where findings about the whole file point.
    pub(crate) first_line: Span,
    /// What its prose asks for.
    pub(crate) asks: Vec<Asked>,
}

/// The header of the file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Header {
    pub keyword: Span,
    pub title: Span,
}

#[derive(Debug)]
pub(crate) struct NodeData {
    pub block: &'static Block,
    pub parent: u32,
    pub keyword: Span,
    pub label: Option<Span>,
    pub span: Span,
    /// Offset of the closing brace, or where it should be.
    pub end: u32,
    pub attributes: Range<u32>,
    pub children: Range<u32>,
    /// Names of attributes and blocks that may be meant by something broken inside.
    pub doubtful: Vec<&'static str>,
    /// Whether something inside is broken and says not even a name.
    pub broken: bool,
}

#[derive(Debug)]
pub(crate) struct AttributeData {
    /// None for a free name: a metric in `readings`, a parameter.
    pub attribute: Option<&'static Attribute>,
    pub name: Span,
    pub value: Span,
    pub elements: Range<u32>,
    /// The value does not fit and something else has said so.
    pub broken: bool,
}

#[derive(Debug)]
pub(crate) struct StatementData {
    pub kind: StatementKind,
    pub keyword: Span,
    pub subject: Span,
    pub comparison: Option<Comparison>,
    pub span: Span,
    pub broken: bool,
}

impl<'t> Spec<'t> {
    fn name_of(&self, id: u32) -> (&'static str, &'t str) {
        let node = &self.nodes[id as usize];
        (node.block.name, node.label.map_or("", |label| label.of(self.text)))
    }

    /// Puts the nodes in order by name, where there are so many that searching them would take its time.
    pub(crate) fn order_by_name(&mut self) {
        if self.nodes.len() > node::FEW {
            let mut order: Vec<u32> = (0..self.nodes.len() as u32).collect();
            order.sort_by_key(|id| (self.name_of(*id), *id));
            self.by_name = order;
        }
    }

    /// The first block of a keyword and a label.
    pub(crate) fn find_by_name(&self, block: &'static str, label: &str) -> Option<u32> {
        let at = self.by_name.partition_point(|id| self.name_of(*id) < (block, label));
        self.by_name.get(at).copied().filter(|id| self.name_of(*id) == (block, label))
    }

    /// The text that the spec was read from.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The title in the header, with its quotes.
    pub fn title(&self) -> Option<Span> {
        self.header.map(|header| header.title)
    }

    /// Where findings about the whole spec point: the header, or the first line where there is none.
    pub fn header(&self) -> Span {
        self.header.map_or(self.first_line, |header| header.keyword.to(header.title))
    }

    /// The top level as a node.
    pub fn file(&self) -> Node<'_> {
        Node::new(self, 0)
    }

    /// The status; a spec without one counts as proposed.
    pub fn status(&self) -> Status {
        self.file().word::<Status>("status").given().map_or(Status::Proposed, |status| status.value)
    }

    /// Whether the spec surely has no such block at its top level: none was read, and nothing broken may be one.
    pub fn lacks(&self, block: &Block) -> bool {
        self.knows_all(block) && self.file().children(block).next().is_none()
    }

    /// Whether every such block at the top level was read: nothing broken may be one more.
    pub fn knows_all(&self, block: &Block) -> bool {
        !self.swallowed && !self.doubtful.contains(&block.name)
    }

    /// Whether nothing at all is said: no header and no item.
    pub fn is_empty(&self) -> bool {
        let file = &self.nodes[0];
        file.attributes.is_empty() && file.children.is_empty() && file.doubtful.is_empty() && !file.broken
    }
}
