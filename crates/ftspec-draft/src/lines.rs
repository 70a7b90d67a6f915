//! Blocks on their way to text: what is said stands as a line, what is open as a comment in its place.

use ftspec_analysis::Lang;
use ftspec_analysis::say;

/// A block under construction.
pub(crate) struct Block {
    head: String,
    items: Vec<Item>,
    short: bool,
    vanishes: bool,
    lang: Lang,
}

enum Item {
    Line(String),
    Open(String),
    Inside(Block),
}

impl Block {
    /// A block that takes a line for each of its items.
    pub fn tall(head: impl Into<String>, lang: Lang) -> Self {
        Self { head: head.into(), items: Vec::new(), short: false, vanishes: false, lang }
    }

    /// A block that stands on one line where nothing in it is open. The formatter breaks what is too long.
    pub fn short(head: impl Into<String>, lang: Lang) -> Self {
        Self { short: true, ..Self::tall(head, lang) }
    }

    /// The same, as one comment where nothing is said in it.
    pub fn slight(head: impl Into<String>, lang: Lang) -> Self {
        Self { vanishes: true, ..Self::short(head, lang) }
    }

    /// A line, as it is.
    pub fn line(&mut self, line: impl Into<String>) -> &mut Self {
        self.items.push(Item::Line(line.into()));
        self
    }

    /// What is still to be said.
    pub fn open(&mut self, what: impl Into<String>) -> &mut Self {
        self.items.push(Item::Open(what.into()));
        self
    }

    /// `NAME: VALUE`, or what is open there.
    pub fn attribute(&mut self, name: &str, value: Option<String>, open: &str) -> &mut Self {
        match value {
            Some(value) => self.line(format!("{name}: {value}")),
            None => self.open(open),
        }
    }

    /// A block in this one; nothing where it is empty.
    pub fn inside(&mut self, block: Block) -> &mut Self {
        if !block.items.is_empty() {
            self.items.push(Item::Inside(block));
        }
        self
    }

    /// The block as text, with a line break at its end.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn says_something(&self) -> bool {
        self.items.iter().any(|item| match item {
            Item::Line(_) => true,
            Item::Open(_) => false,
            Item::Inside(block) => block.says_something(),
        })
    }

    fn write(&self, text: &mut String) {
        if self.vanishes && !self.says_something() {
            text.push_str(&open(&self.inline(), self.lang));
        } else if self.short && self.items.iter().all(|item| matches!(item, Item::Line(_))) {
            text.push_str(&format!("{}\n", self.inline()));
        } else {
            text.push_str(&format!("{} {{\n", self.head));
            for item in &self.items {
                match item {
                    Item::Line(line) => text.push_str(&format!("{line}\n")),
                    Item::Open(what) => text.push_str(&open(what, self.lang)),
                    Item::Inside(block) => block.write(text),
                }
            }
            text.push_str("}\n");
        }
    }

    fn inline(&self) -> String {
        let items: Vec<String> = self
            .items
            .iter()
            .map(|item| match item {
                Item::Line(text) | Item::Open(text) => text.clone(),
                Item::Inside(block) => block.inline(),
            })
            .collect();
        format!("{} {{ {} }}", self.head, items.join(", "))
    }
}

/// A comment that marks what is open.
pub(crate) fn open(what: &str, lang: Lang) -> String {
    say!(lang, "// open: {what}\n", "// 待定：{what}\n")
}
