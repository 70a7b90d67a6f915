//! From the tree to the typed spec. Whatever does not fit the schema is reported here and left out.
//!
//! A word that is nearly right is read as what it most likely means, so that one slip gives one finding. What cannot
//! be read leaves a doubt behind: rules that speak of absence stay silent about it.

mod statements;
mod unknown;

use ftspec_schema::{Attribute, Block, Content, Count, FILE, GOAL, LabelKind, METRIC, Type};
use ftspec_syntax::tree::{self, Item, Scalar, Value};
use ftspec_syntax::{Edit, Parsed, Span, text};

use super::values::{self, shorten};
use super::{AttributeData, Header, NodeData, Spec};
use crate::diagnostic::Applicability;
use crate::hash::HashMap;
use crate::lang::{Lang, say};
use crate::language::Reporter;
use crate::rules::{DUPLICATE, MISPLACED, MISSING_FIELD, SYNTAX, UNKNOWN_WORD};
use crate::suggest;

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
            asks: Vec::new(),
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

/// "`latency` does not stand in `method`": a headline.
fn misplaced(lang: Lang, word: &str, block: &Block) -> String {
    let inside = lang.gap(&lang.inside(block));
    say!(lang, "`{word}` does not stand {inside}", "`{word}` 不能写在{inside}")
}

/// "no colon between `kind` and its value": a headline.
fn no_colon(lang: Lang, word: &str) -> String {
    say!(lang, "no colon between `{word}` and its value", "`{word}` 和它的值之间缺少冒号")
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
        let (text, lang) = (self.spec.text, self.reporter.lang);
        for (at, item) in items.iter().enumerate() {
            let Item::Header(header) = item else { continue };
            let word = header.keyword.of(text);
            if let Some(first) = self.spec.header {
                self.reporter
                    .wrong(
                        &DUPLICATE,
                        header.keyword.to(header.title.value),
                        lang.pick(
                            "a file holds one spec, and this is its second header",
                            "一个文件只写一份计划，而这是第二个 `spec` 标题行",
                        ),
                    )
                    .label(lang.pick("second header", "第二个标题行"))
                    .also(first.keyword.to(first.title), lang.pick("the spec begins here", "计划从这里开始"))
                    .help(lang.pick("put the other spec into a file of its own", "把另一份计划放到单独的文件里"));
                continue;
            }
            if word != "spec" {
                let near = suggest::nearest_name(word, ["spec"].into_iter()).is_some();
                if at > 0 || !near {
                    // Not a header at all: `owner "x"` on the first line.
                    let report = self
                        .reporter
                        .wrong(&SYNTAX, header.keyword, no_colon(lang, word))
                        .label(lang.pick("expected `:` behind this", "后面应有 `:`"));
                    if FILE.attribute(word).is_some() {
                        let colon = Edit::insert(header.keyword.end, ":");
                        report.fix(lang.pick("put a colon", "补上冒号"), Applicability::Safe, vec![colon]);
                    }
                    continue;
                }
                let message =
                    say!(lang, "a file begins with `spec`, not `{word}`", "文件以 `spec` 开头，而不是 `{word}`");
                let report = self.reporter.wrong(&UNKNOWN_WORD, header.keyword, message);
                Reporter::replace_name(lang, report, header.keyword, Some("spec"));
            } else if at > 0 {
                self.reporter
                    .wrong(
                        &MISPLACED,
                        header.keyword.to(header.title.value),
                        lang.pick("the header stands before everything else", "`spec` 标题行要写在最前面"),
                    )
                    .label(lang.pick("move this line to the top of the file", "把这一行移到文件开头"));
            }
            self.reporter.check_escapes(header.title.value);
            self.spec.header = Some(Header { keyword: header.keyword, title: header.title.value });
        }
        let nothing = items.is_empty();
        if self.spec.header.is_none()
            && !self.spec.swallowed
            && !items.first().is_some_and(|item| matches!(item, Item::Broken(_)))
        {
            let span = self.spec.first_line;
            let start = span.start;
            let message = lang.pick("the file has no `spec` header", "文件缺少 `spec` 标题行");
            let label = if nothing {
                lang.pick("expected `spec \"…\"`", "应有 `spec \"…\"`")
            } else {
                lang.pick("expected `spec \"…\"` before this", "前面应有 `spec \"…\"`")
            };
            self.reporter
                .wrong(&MISSING_FIELD, span, message)
                .label(label)
                .help(lang.pick(
                    "begin the file with a title: spec \"Refund replies in the house tone\"",
                    "文件以标题开头，例如 spec \"退款答复的语气\"",
                ))
                .fix(
                    lang.pick("write a header", "写上标题行"),
                    Applicability::Template,
                    vec![Edit::insert(start, "spec \"…\"\n\n")],
                );
            self.reporter.found.last_mut().expect("just reported").unsaid = true;
        }
    }

    /// Reads the items of a block into the node that was reserved for it.
    fn block(&mut self, id: u32, items: &[Item]) {
        let block = self.spec.nodes[id as usize].block;
        let (text, lang) = (self.spec.text, self.reporter.lang);
        let mut children: Vec<Child<'_>> = Vec::new();
        let mut named = HashMap::default();
        let from = self.spec.attributes.len() as u32;
        for item in items {
            match item {
                Item::Header(header) => {
                    if id != 0 {
                        let (word, place) = (header.keyword.of(text), block.place());
                        let inside = lang.gap(&lang.inside(block));
                        self.reporter
                            .wrong(
                                &MISPLACED,
                                header.keyword.to(header.title.value),
                                say!(lang, "`{word}` stands at the top of a file", "`{word}` 要写在文件开头"),
                            )
                            .label(say!(lang, "not inside {place}", "不能写在{inside}"));
                    }
                }
                Item::Attribute(attribute) => self.attribute(id, block, attribute, from, &mut named),
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

    fn attribute(
        &mut self,
        id: u32,
        block: &'static Block,
        tree: &tree::Attribute,
        from: u32,
        named: &mut HashMap<(&'static str, &'t str), Span>,
    ) {
        let name = tree.name.of(self.spec.text);
        let known = match block.attribute(name) {
            Some(known) => known,
            None => match block.content {
                Content::Readings => return self.entry(tree, Type::Reading, named),
                Content::Parameters => return self.entry(tree, Type::Any, named),
                _ => match self.unknown_attribute(id, block, tree) {
                    Some(known) => known,
                    None => return,
                },
            },
        };
        if let Some(first) = self.said(from, known) {
            self.said_twice(known.name, tree.name, first);
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

    fn said_twice(&mut self, name: &str, again: Span, first: Span) {
        let (lang, name) = (self.reporter.lang, shorten(name));
        self.reporter
            .wrong(&DUPLICATE, again, say!(lang, "`{name}` is said twice", "`{name}` 写了两次"))
            .label(lang.pick("said again here", "这里又写了一次"))
            .also(first, lang.pick("said first here", "第一次写在这里"))
            .help(lang.pick("keep the one that is meant", "只保留你要的那一个"));
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
    fn entry(&mut self, tree: &tree::Attribute, ty: Type, named: &mut HashMap<(&'static str, &'t str), Span>) {
        let text = self.spec.text;
        let name = tree.name.of(text);
        if let Some(first) = named.insert(("", name), tree.name) {
            named.insert(("", name), first);
            self.said_twice(name, tree.name, first);
            return;
        }
        let start = self.spec.elements.len();
        let scalars: &[Scalar] = match &tree.value {
            Value::Scalar(scalar) => std::slice::from_ref(scalar),
            Value::List(list) => &list.elements,
            Value::Missing(_) => &[],
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

    /// Checks the keyword and label of a block inside another. Gives the schema's entry that it is read as.
    fn child_block(
        &mut self,
        id: u32,
        parent: &'static Block,
        tree: &tree::Block,
        siblings: &[Child<'_>],
        named: &mut HashMap<(&'static str, &'t str), Span>,
    ) -> Option<&'static Block> {
        let (text, lang) = (self.spec.text, self.reporter.lang);
        let word = tree.keyword.of(text);
        let block = match parent.child(word) {
            Some(block) => block,
            None => self.unknown_block(id, parent, tree)?,
        };
        let keyword = block.name;
        match (block.label, tree.label) {
            (LabelKind::None, Some(label)) => {
                let gap = Span::new(tree.keyword.end, label.end);
                self.reporter
                    .wrong(&MISPLACED, label, say!(lang, "`{keyword}` takes no name", "`{keyword}` 块不带名字"))
                    .label(lang.pick("no name stands here", "这里不写名字"))
                    .fix(lang.pick("take the name out", "去掉名字"), Applicability::Unsafe, vec![Edit::delete(gap)]);
            }
            (LabelKind::Required, None) => {
                let example = block.example.lines().next().unwrap_or_default();
                let message = say!(lang, "this `{keyword}` has no name", "这个 `{keyword}` 块没有名字");
                self.reporter
                    .wrong(&MISSING_FIELD, tree.keyword, message)
                    .label(lang.pick("expected a name behind it", "后面应有一个名字"))
                    .help(say!(lang, "name it, as in `{example}`", "给它起个名字，例如 `{example}`"))
                    .fix(
                        lang.pick("name it", "起个名字"),
                        Applicability::Template,
                        vec![Edit::insert(tree.keyword.end, " NAME")],
                    );
                self.reporter.found.last_mut().expect("just reported").unsaid = true;
            }
            _ => {}
        }
        let single = block.count == Count::One;
        let first = siblings.iter().find(|sibling| single && sibling.block.name == block.name);
        // A second goal is answered by `multi-goal`.
        if let (Some(first), Count::One, false) = (first, block.count, std::ptr::eq(block, &GOAL)) {
            let inside = lang.inside(parent);
            let message = say!(
                lang,
                "there is one `{keyword}` block {inside}, and this is the second",
                "{inside}只有一个 `{keyword}` 块，而这是第二个"
            );
            self.reporter
                .wrong(&DUPLICATE, tree.keyword, message)
                .label(lang.pick("second one", "第二个"))
                .also(first.tree.keyword, lang.pick("the first one", "第一个"))
                .help(lang.pick("put the two together", "把两个合成一个"));
            return None;
        }
        if let Some(label) = tree.label.filter(|_| block.label != LabelKind::None) {
            let name = label.of(text);
            if let Some(twin) = named.insert((block.name, name), label) {
                named.insert((block.name, name), twin);
                let shown = shorten(name);
                let message =
                    say!(lang, "two `{keyword}` blocks are called `{shown}`", "有两个 `{keyword}` 块都叫 `{shown}`");
                self.reporter
                    .wrong(&DUPLICATE, label, message)
                    .label(lang.pick("named again here", "这里又用了这个名字"))
                    .also(twin, lang.pick("named first here", "第一次用在这里"))
                    .help(lang.pick("give one of them another name", "给其中一个换个名字"));
                return None;
            }
            if std::ptr::eq(block, &METRIC) && matches!(name, "rounds" | "spend" | "date") {
                self.reporter
                    .wrong(&DUPLICATE, label, say!(lang, "`{name}` cannot name a metric", "`{name}` 不能用作指标名"))
                    .label(lang.pick("taken by the stop conditions", "停止条件已经占用了这个词"))
                    .help(lang.pick(
                        "in `stop`, `rounds`, `spend` and `date` mean the rounds run, what they cost, and today",
                        "在 `stop` 里，`rounds`、`spend`、`date` 分别指已跑的轮数、累计花费和当天日期",
                    ));
            }
        }
        Some(block)
    }
}
