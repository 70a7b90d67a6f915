//! From the tree to the typed spec. Whatever does not fit the schema is reported here and left out.
//!
//! A word that is nearly right is read as what it most likely means, so that one slip gives one finding. What cannot
//! be read leaves a doubt behind: rules that speak of absence stay silent about it.

use std::collections::HashMap;

use ftspec_schema::{
    Attribute, Block, Content, Count, EVAL, FILE, GOAL, LabelKind, METRIC, STOP, Type, all,
};
use ftspec_syntax::tree::{self, Item, Scalar, ScalarKind, Value};
use ftspec_syntax::{Edit, Parsed, Span, text};

use super::conditions::Arm;
use super::statements::{self, StatementKind};
use super::values::{self, shorten};
use super::{AttributeData, Header, NodeData, Spec, StatementData};
use crate::diagnostic::Applicability;
use crate::language::Reporter;
use crate::rules::{DUPLICATE, MISPLACED, MISSING_FIELD, SYNTAX, UNKNOWN_WORD, WRONG_TYPE};
use crate::suggest::{self, Candidate, listed};

/// Builds the spec of a parsed text.
pub(crate) fn build<'t>(text: &'t str, parsed: &Parsed, reporter: &mut Reporter<'t>) -> Spec<'t> {
    let first_line = first_line(text);
    let mut builder = Builder {
        reporter,
        spec: Spec {
            text,
            header: None,
            nodes: Vec::with_capacity(48),
            attributes: Vec::with_capacity(128),
            elements: Vec::with_capacity(160),
            statements: Vec::new(),
            arms: Vec::new(),
            doubtful: Vec::new(),
            by_name: Vec::new(),
            swallowed: parsed.swallowed,
            first_line,
        },
    };
    builder.header(&parsed.tree.items);
    let whole = Span::new(0, text.len() as u32);
    builder.spec.nodes.push(NodeData {
        block: &FILE,
        parent: 0,
        keyword: builder.spec.header(),
        label: None,
        span: whole,
        end: whole.end,
        attributes: 0..0,
        children: 0..0,
        doubtful: Vec::new(),
        broken: false,
    });
    builder.block(0, &parsed.tree.items);
    let mut spec = builder.spec;
    spec.doubtful = spec.nodes[0].doubtful.clone();
    spec.order_by_name();
    spec
}

/// Where findings point in a file without header.
fn first_line(text: &str) -> Span {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = start + text[start..end].trim_end().len();
    Span::new(start as u32, end as u32)
}

struct Builder<'r, 't> {
    reporter: &'r mut Reporter<'t>,
    spec: Spec<'t>,
}

/// A child block whose place in the storage is known before it is read.
struct Child<'tree> {
    block: &'static Block,
    tree: &'tree tree::Block,
}

impl<'t> Builder<'_, 't> {
    fn header(&mut self, items: &[Item]) {
        let text = self.spec.text;
        for (at, item) in items.iter().enumerate() {
            let Item::Header(header) = item else { continue };
            let word = header.keyword.of(text);
            if let Some(first) = self.spec.header {
                self.reporter
                    .wrong(&DUPLICATE, header.keyword.to(header.title.value), "a file holds one spec, and this is its second header")
                    .label("second header")
                    .also(first.keyword.to(first.title), "the spec begins here")
                    .help("put the other spec into a file of its own");
                continue;
            }
            if word != "spec" {
                let near = suggest::nearest_name(word, ["spec"].into_iter()).is_some();
                if at > 0 || !near {
                    // Not a header at all: `owner "x"` on the first line.
                    self.reporter
                        .wrong(&SYNTAX, Span::empty(header.keyword.end), format!("no colon between `{word}` and its value"))
                        .label("expected `:`")
                        .fix("put a colon", Applicability::Safe, vec![Edit::insert(header.keyword.end, ":")]);
                    continue;
                }
                let report =
                    self.reporter.wrong(&UNKNOWN_WORD, header.keyword, format!("a file begins with `spec`, not `{word}`"));
                Reporter::replace_name(report, header.keyword, Some("spec"));
            } else if at > 0 {
                self.reporter
                    .wrong(&MISPLACED, header.keyword.to(header.title.value), "the header stands before everything else")
                    .label("move this line to the top of the file");
            }
            self.reporter.check_escapes(header.title.value);
            self.spec.header = Some(Header { keyword: header.keyword, title: header.title.value });
        }
        let nothing = items.is_empty();
        if self.spec.header.is_none() && !self.spec.swallowed && !items.first().is_some_and(|item| matches!(item, Item::Broken(_))) {
            let span = self.spec.first_line;
            let start = span.start;
            let report = self.reporter.wrong(&MISSING_FIELD, span, "the file has no `spec` header");
            report
                .label(if nothing { "expected `spec \"…\"`" } else { "expected `spec \"…\"` before this" })
                .help("begin the file with a title: spec \"Refund replies in the house tone\"")
                .fix("write a header", Applicability::Template, vec![Edit::insert(start, "spec \"…\"\n\n")]);
            self.reporter.found.last_mut().expect("just reported").unsaid = true;
        }
    }

    /// Reads the items of a block into the node that was reserved for it.
    fn block(&mut self, id: u32, items: &[Item]) {
        let block = self.spec.nodes[id as usize].block;
        let text = self.spec.text;
        let mut children: Vec<Child<'_>> = Vec::new();
        let mut named = HashMap::new();
        let from = self.spec.attributes.len() as u32;
        for item in items {
            match item {
                Item::Header(header) => {
                    if id != 0 {
                        let word = header.keyword.of(text);
                        self.reporter
                            .wrong(&MISPLACED, header.keyword.to(header.title.value), format!("`{word}` stands at the top of a file"))
                            .label(format!("not inside {}", block.place()));
                    }
                }
                Item::Attribute(attribute) => self.attribute(id, block, attribute, from),
                Item::Block(tree) => {
                    if let Some(child) = self.child_block(id, block, tree, &children, &mut named) {
                        children.push(Child { block: child, tree });
                    }
                }
                Item::Statement(statement) => self.statement(id, block, statement, from),
                Item::Arm(arm) => self.arm(block, arm),
                Item::Broken(broken) => self.doubt(id, block, broken.name),
            }
        }
        let to = self.spec.attributes.len() as u32;
        let first = self.spec.nodes.len() as u32;
        for child in &children {
            let tree = child.tree;
            self.spec.nodes.push(NodeData {
                block: child.block,
                parent: id,
                keyword: tree.keyword,
                label: tree.label.filter(|label| text::is_name(label.of(text))),
                span: tree.span,
                end: tree.close.map_or(tree.span.end, |close| close.start),
                attributes: 0..0,
                children: 0..0,
                doubtful: Vec::new(),
                broken: false,
            });
        }
        let node = &mut self.spec.nodes[id as usize];
        node.attributes = from..to;
        node.children = first..first + children.len() as u32;
        for (at, child) in children.iter().enumerate() {
            self.block(first + at as u32, &child.tree.items);
        }
    }

    fn doubt(&mut self, id: u32, block: &'static Block, name: Option<Span>) {
        let node = &mut self.spec.nodes[id as usize];
        let Some(name) = name else {
            node.broken = true;
            return;
        };
        match self.meant(block, name.of(self.spec.text)) {
            Some(meant) => self.spec.nodes[id as usize].doubtful.push(meant),
            None => self.spec.nodes[id as usize].broken = true,
        }
    }

    /// What a word most likely means inside a block: an attribute, a child block or a statement.
    fn meant(&self, block: &'static Block, word: &str) -> Option<&'static str> {
        let attributes = block.attributes.iter().map(|it| Candidate { name: it.name, aliases: it.aliases });
        let children = block.children.iter().map(|it| Candidate { name: it.name, aliases: it.aliases });
        let statements = block.statements().iter().map(|it| Candidate { name: it.name, aliases: it.aliases });
        let arm = matches!(block.content, Content::Arms).then_some(Candidate { name: "when", aliases: &["if", "当", "如果"] });
        suggest::nearest(word, attributes.chain(children).chain(statements).chain(arm))
    }

    fn attribute(&mut self, id: u32, block: &'static Block, tree: &tree::Attribute, from: u32) {
        let name = tree.name.of(self.spec.text);
        let known = match block.attribute(name) {
            Some(known) => known,
            None => match block.content {
                Content::Readings => return self.entry(tree, Type::Reading, true, from),
                Content::Parameters => return self.entry(tree, Type::Any, true, from),
                _ => match self.unknown_attribute(id, block, tree) {
                    Some(known) => known,
                    None => return,
                },
            },
        };
        if let Some(first) = self.said(from, known) {
            let place = first.to(Span::empty(first.end));
            self.reporter
                .wrong(&DUPLICATE, tree.name, format!("`{}` is said twice", known.name))
                .label("said again here")
                .also(place, "said first here")
                .help("keep the one that is meant");
            return;
        }
        self.put(known, tree.name, &tree.value);
    }

    /// Where an attribute of the present block was said already.
    fn said(&self, from: u32, known: &'static Attribute) -> Option<Span> {
        self.spec.attributes[from as usize..]
            .iter()
            .find(|data| data.attribute.is_some_and(|attribute| std::ptr::eq(attribute, known)))
            .map(|data| data.name)
    }

    fn put(&mut self, known: &'static Attribute, name: Span, value: &Value) {
        let start = self.spec.elements.len() as u32;
        let fits = values::check(self.reporter, known, value, &mut self.spec.elements);
        let end = self.spec.elements.len() as u32;
        self.spec.attributes.push(AttributeData {
            attribute: Some(known),
            name,
            value: value.span(),
            elements: start..end,
            broken: !fits,
        });
    }

    /// A line with a free name: a metric's reading, a parameter.
    fn entry(&mut self, tree: &tree::Attribute, ty: Type, many: bool, from: u32) {
        let text = self.spec.text;
        let name = tree.name.of(text);
        let first = self.spec.attributes[from as usize..].iter().find(|data| data.name.of(text) == name);
        if let Some(first) = first {
            let first = first.name;
            self.reporter
                .wrong(&DUPLICATE, tree.name, format!("`{}` is said twice", shorten(name)))
                .label("said again here")
                .also(first, "said first here")
                .help("keep the one that is meant");
            return;
        }
        let start = self.spec.elements.len();
        let scalars: &[Scalar] = match &tree.value {
            Value::Scalar(scalar) => std::slice::from_ref(scalar),
            Value::List(list) if many => &list.elements,
            Value::List(_) | Value::Missing(_) => &[],
        };
        let mut broken = matches!(tree.value, Value::Missing(_));
        for scalar in scalars {
            match values::scalar_data(self.reporter, name, ty, scalar) {
                Some(data) => self.spec.elements.push(super::Element { span: scalar.span(), data }),
                None => broken = true,
            }
        }
        self.spec.attributes.push(AttributeData {
            attribute: None,
            name: tree.name,
            value: tree.value.span(),
            elements: start as u32..self.spec.elements.len() as u32,
            broken,
        });
    }

    /// Reports an attribute that the block does not have. Gives the one that it is read as.
    fn unknown_attribute(&mut self, id: u32, block: &'static Block, tree: &tree::Attribute) -> Option<&'static Attribute> {
        let text = self.spec.text;
        let name = tree.name.of(text);
        // `goal: "…"`: the name of a block that stands here.
        if let Some(child) = block.child(name) {
            let opening = if child.label == LabelKind::Required { format!("{name} NAME {{ … }}") } else { format!("{name} {{ … }}") };
            self.reporter
                .wrong(&WRONG_TYPE, tree.name, format!("`{name}` is a block"))
                .label(format!("write `{opening}`"))
                .help(format!("for example:\n{}", child.example));
            self.spec.nodes[id as usize].doubtful.push(child.name);
            return None;
        }
        let home: Vec<&'static Block> =
            std::iter::once(&FILE).chain(all().map(|(_, block)| block)).filter(|other| other.attribute(name).is_some()).collect();
        let alias = block.attributes.iter().find(|attribute| attribute.aliases.contains(&name));
        if !home.is_empty() && alias.is_none() {
            let places = home.iter().map(|block| block.place()).collect::<Vec<_>>().join(", ");
            self.reporter
                .wrong(&MISPLACED, tree.name, format!("`{name}` does not stand {}", block.inside()))
                .label(format!("belongs to {places}"))
                .help(format!("move it to {places}, or run `ftspec explain {}` to see what stands here", explain_name(block)));
            return None;
        }
        let meant = self.meant(block, name);
        let no_colon = |finding: &crate::rule::Finding| finding.rule == &SYNTAX && finding.span.end == tree.name.end;
        if meant == Some("when") {
            // `whn any guard fails then freeze`: the word is the mistake, not a colon.
            self.reporter.found.retain(|finding| !no_colon(finding));
            let report = self.reporter.wrong(&UNKNOWN_WORD, tree.name, format!("`{name}` does not begin an arm"));
            Reporter::replace_name(report, tree.name, meant);
            self.spec.nodes[id as usize].doubtful.push("when");
            return None;
        }
        if meant.is_none() && self.reporter.found.iter().any(no_colon) {
            return None; // words that are no item at all: one finding is enough
        }
        let attribute = meant.and_then(|meant| block.attribute(meant));
        let report = self.reporter.wrong(
            &UNKNOWN_WORD,
            tree.name,
            format!("{} has no attribute `{}`", block.place(), shorten(name)),
        );
        let report = if block.attributes.is_empty() {
            report
        } else {
            report.help(format!("its attributes are {}", listed(block.attributes.iter().map(|attribute| attribute.name))))
        };
        match (attribute, meant) {
            (Some(attribute), _) => Reporter::replace_name(report, tree.name, Some(attribute.name)),
            (None, Some(meant)) => {
                report.label(format!("did you mean the block `{meant}`?"));
                self.spec.nodes[id as usize].doubtful.push(meant);
            }
            (None, None) => {
                report.label("unknown here");
            }
        }
        attribute
    }

    /// Checks the keyword and label of a block inside another. Gives the schema's entry that it is read as.
    fn child_block(
        &mut self,
        id: u32,
        parent: &'static Block,
        tree: &tree::Block,
        siblings: &[Child<'_>],
        named: &mut HashMap<(&'static str, &'t str), Span>,
    ) -> Option<&'static Block> {
        let text = self.spec.text;
        let word = tree.keyword.of(text);
        let block = match parent.child(word) {
            Some(block) => block,
            None => self.unknown_block(id, parent, tree)?,
        };
        match (block.label, tree.label) {
            (LabelKind::None, Some(label)) => {
                let gap = Span::new(tree.keyword.end, label.end);
                self.reporter
                    .wrong(&MISPLACED, label, format!("`{}` takes no name", block.name))
                    .label("no name stands here")
                    .fix("take the name out", Applicability::Unsafe, vec![Edit::delete(gap)]);
            }
            (LabelKind::Required, None) => {
                self.reporter
                    .wrong(&MISSING_FIELD, tree.keyword, format!("this `{}` has no name", block.name))
                    .label("expected a name behind it")
                    .help(format!("name it, as in `{}`", block.example.lines().next().unwrap_or_default()))
                    .fix("name it", Applicability::Template, vec![Edit::insert(tree.keyword.end, " NAME")]);
                self.reporter.found.last_mut().expect("just reported").unsaid = true;
            }
            _ => {}
        }
        let single = block.count == Count::One;
        let first = siblings.iter().find(|sibling| single && sibling.block.name == block.name);
        // A second goal is answered by `multi-goal`.
        if let (Some(first), Count::One, false) = (first, block.count, std::ptr::eq(block, &GOAL)) {
            self.reporter
                .wrong(&DUPLICATE, tree.keyword, format!("there is one `{}` block {}, and this is the second", block.name, parent.inside()))
                .label("second one")
                .also(first.tree.keyword, "the first one")
                .help("put the two together");
            return None;
        }
        if let Some(label) = tree.label.filter(|_| block.label != LabelKind::None) {
            let name = label.of(text);
            if let Some(twin) = named.insert((block.name, name), label) {
                named.insert((block.name, name), twin);
                self.reporter
                    .wrong(&DUPLICATE, label, format!("two `{}` blocks are called `{}`", block.name, shorten(name)))
                    .label("named again here")
                    .also(twin, "named first here")
                    .help("give one of them another name");
                return None;
            }
            if std::ptr::eq(block, &METRIC) && matches!(name, "rounds" | "spend" | "date") {
                self.reporter
                    .wrong(&DUPLICATE, label, format!("`{name}` cannot name a metric"))
                    .label("taken by the stop conditions")
                    .help("in `stop`, `rounds`, `spend` and `date` mean the rounds run, what they cost, and today");
            }
        }
        Some(block)
    }

    fn unknown_block(&mut self, id: u32, parent: &'static Block, tree: &tree::Block) -> Option<&'static Block> {
        let word = tree.keyword.of(self.spec.text);
        let home = ftspec_schema::find(word);
        let alias = parent.children.iter().find(|child| child.aliases.contains(&word));
        if let (Some((home, block)), None) = (home, alias) {
            let place = if home.name.is_empty() { "the top level".to_string() } else { format!("`{}`", home.name) };
            self.reporter
                .wrong(&MISPLACED, tree.keyword, format!("`{word}` does not stand {}", parent.inside()))
                .label(format!("belongs to {place}"))
                .help(format!("move the block to {place}"));
            // Whoever looks for it at its home shall not say that it is missing.
            let absent = if home.name.is_empty() { block.name } else { home.name };
            self.spec.nodes[0].doubtful.push(absent);
            return None;
        }
        if let Some(attribute) = parent.attribute(word) {
            self.reporter
                .wrong(&WRONG_TYPE, tree.keyword, format!("`{word}` is an attribute, not a block"))
                .label(format!("write `{}`", attribute.example));
            self.spec.nodes[id as usize].doubtful.push(attribute.name);
            return None;
        }
        let near = suggest::nearest(word, parent.children.iter().map(|it| Candidate { name: it.name, aliases: it.aliases }));
        let report =
            self.reporter.wrong(&UNKNOWN_WORD, tree.keyword, format!("{} has no block `{}`", parent.place(), shorten(word)));
        let report = if parent.children.is_empty() {
            report
        } else {
            report.help(format!("the blocks here are {}", listed(parent.children.iter().map(|child| child.name))))
        };
        match near {
            Some(near) => {
                Reporter::replace_name(report, tree.keyword, Some(near));
                parent.child(near)
            }
            None => {
                report.label("unknown here");
                None
            }
        }
    }

    fn statement(&mut self, id: u32, block: &'static Block, tree: &tree::Statement, from: u32) {
        let text = self.spec.text;
        let word = tree.keyword.of(text);
        // `kind style`: an attribute without its colon.
        if block.statement(word).is_none() && tree.comparison.is_none() {
            let attribute = block.attribute(word);
            let free = matches!(block.content, Content::Parameters);
            if attribute.is_some() || free {
                self.reporter
                    .wrong(&SYNTAX, tree.keyword.to(tree.subject), format!("no colon between `{word}` and its value"))
                    .label("expected `:`")
                    .fix("put a colon", Applicability::Safe, vec![Edit::insert(tree.keyword.end, ":")]);
                if let Some(known) = attribute
                    && self.said(from, known).is_none()
                {
                    let scalar = Scalar { kind: ScalarKind::Word, value: tree.subject, margin: None };
                    self.put(known, tree.keyword, &Value::Scalar(scalar));
                }
                return;
            }
        }
        let statements = block.statements();
        if statements.is_empty() {
            if EVAL.statement(word).is_some() {
                self.reporter
                    .wrong(&MISPLACED, tree.span, format!("`{word}` does not stand {}", block.inside()))
                    .label("belongs to `eval`")
                    .help("move it into the `eval` block");
            } else {
                self.reporter
                    .wrong(&SYNTAX, tree.span, format!("`{} {}` is neither an attribute nor a block", shorten(word), shorten(tree.subject.of(text))))
                    .label("expected `name: value` or `name { … }`");
                self.doubt(id, block, Some(tree.keyword));
            }
            return;
        }
        let known = match block.statement(word) {
            Some(known) => known,
            None => {
                let near = suggest::nearest(word, statements.iter().map(|it| Candidate { name: it.name, aliases: it.aliases }));
                let report = self
                    .reporter
                    .wrong(&UNKNOWN_WORD, tree.keyword, format!("`{}` is no statement of {}", shorten(word), block.place()))
                    .label("unknown here")
                    .help("the statements are `require M >= 90%`, `guard M >= baseline` and `watch M`");
                Reporter::replace_name(report, tree.keyword, near);
                match near.and_then(|near| block.statement(near)) {
                    Some(known) => known,
                    None => {
                        self.spec.nodes[id as usize].broken = true;
                        return;
                    }
                }
            }
        };
        let kind = match known.name {
            "require" => StatementKind::Require,
            "guard" => StatementKind::Guard,
            _ => StatementKind::Watch,
        };
        let (comparison, broken) = match (&tree.comparison, known.compares) {
            (Some(comparison), true) => {
                let read = statements::comparison(self.reporter, comparison);
                (read, read.is_none())
            }
            (Some(comparison), false) => {
                let rest = comparison.at.to(comparison.operand.span());
                self.reporter
                    .wrong(&SYNTAX, rest, format!("`{}` takes no comparison", known.name))
                    .label("only the metric's name stands here")
                    .help("to decide by it, write `require` or `guard`");
                (None, false)
            }
            (None, true) => {
                self.reporter
                    .wrong(&SYNTAX, tree.span, format!("`{}` needs a comparison", known.name))
                    .label("expected `>=`, `<=`, … and a value behind it")
                    .help(format!("for example: {}", known.example))
                    .fix("say what is demanded", Applicability::Template, vec![Edit::insert(tree.span.end, " >= baseline")]);
                (None, true)
            }
            (None, false) => (None, false),
        };
        self.spec.statements.push(StatementData {
            kind,
            keyword: tree.keyword,
            subject: tree.subject,
            comparison,
            span: tree.span,
            broken,
        });
    }

    fn arm(&mut self, block: &'static Block, tree: &tree::Arm) {
        if !std::ptr::eq(block, &STOP) {
            self.reporter
                .wrong(&MISPLACED, tree.span, format!("`when … then …` does not stand {}", block.inside()))
                .label("belongs to `stop`")
                .help("move it into the `stop` block");
            self.spec.nodes[0].doubtful.push("stop");
            return;
        }
        let arm = Arm::read(self.reporter, tree);
        self.spec.arms.push(arm);
    }
}

/// How `explain` calls a block.
fn explain_name(block: &Block) -> &str {
    if block.name.is_empty() { "file" } else { block.name }
}
