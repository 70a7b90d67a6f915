//! What can begin a line: attributes that still fit, blocks, statements, arms, names of metrics in readings; and the
//! names behind the keyword of a block.

use ftspec_schema::{Absence, Attribute, Block, Content, Count, FILE, PARAMETERS, Type};
use ftspec_syntax::TokenKind as K;
use ftspec_syntax::tree::Item;

use super::{Completion, CompletionKind, List, Sketch, filter};
use crate::Level;
use crate::config::SetLevel;
use crate::editor::hover::{expected, show_attribute, show_block};
use crate::editor::page::Page;
use crate::editor::place::item_span;
use crate::lang::say;
use crate::rules;

impl List<'_> {
    /// What can begin a line in a block.
    pub(super) fn items(&mut self, block: &'static Block) {
        let said = self.said();
        let is_said = |name: &str| said.contains(&name);
        match block.content {
            Content::Readings => self.readings(),
            Content::Parameters => self.parameters(),
            Content::Arms => self.arms(),
            Content::Statements(statements) => {
                for statement in statements {
                    let name = statement.name;
                    let mut sketch = Sketch::default();
                    sketch.text(name).text(" ");
                    let mut item = self.item(name, CompletionKind::Keyword, sketch);
                    item.filter = filter(name, statement.aliases);
                    item.detail = self.lang.gist(statement).to_string();
                    item.doc = format!("{}\n\n```ftspec\n{}\n```", self.lang.doc(statement), statement.example);
                    item.more = true;
                    self.push(item);
                }
            }
            Content::Fixed => {}
        }
        if std::ptr::eq(block, &FILE) && self.analysis.spec().title().is_none() {
            let mut sketch = Sketch::default();
            sketch.text("spec \"").hole("…").text("\"");
            let mut item = self.item("spec", CompletionKind::Keyword, sketch);
            item.detail = self.lang.pick("the title of the plan", "计划的标题").to_string();
            self.push(item);
        }
        // What is expected stands first, in the order of the table; then blocks; then what may be left out.
        let is_expected = |attribute: &&Attribute| attribute.absence != Absence::Optional;
        let free = block.attributes.iter().filter(|attribute| !is_said(attribute.name));
        for attribute in free.clone().filter(is_expected) {
            self.attribute(block, attribute);
        }
        let nested = !std::ptr::eq(block, &FILE);
        if nested {
            for attribute in free.clone().filter(|attribute| !is_expected(attribute)) {
                self.attribute(block, attribute);
            }
        }
        // A block that is there already comes last, if it may come again.
        let open = |child: &&&Block| child.count == Count::Many || !is_said(child.name);
        for child in block.children.iter().filter(open).filter(|child| !is_said(child.name)) {
            self.block(block, child);
        }
        if !nested {
            for attribute in free.filter(|attribute| !is_expected(attribute)) {
                self.attribute(block, attribute);
            }
        }
        for child in block.children.iter().filter(open).filter(|child| is_said(child.name)) {
            self.block(block, child);
        }
    }

    /// The names that the block around the cursor says already, but for the one at the cursor.
    fn said(&self) -> Vec<&'static str> {
        let here = self.here();
        let Some(block) = here.block else { return Vec::new() };
        let mut said: Vec<&'static str> = Vec::new();
        for item in here.items(self.analysis) {
            let at_cursor = item_span(item).touches(self.offset);
            let name = match item {
                Item::Attribute(attribute) if !(at_cursor && attribute.name.touches(self.offset)) => attribute.name,
                Item::Block(tree) if !(at_cursor && tree.keyword.touches(self.offset)) => tree.keyword,
                _ => continue,
            };
            let name = name.of(self.text);
            let known = block.attribute(name).map(|it| it.name).or(block.child(name).map(|it| it.name));
            if let Some(known) = known
                && !said.contains(&known)
            {
                said.push(known);
            }
        }
        said
    }

    fn item(&self, label: &str, kind: CompletionKind, sketch: Sketch) -> Completion {
        Completion {
            label: label.to_string(),
            kind,
            detail: String::new(),
            doc: String::new(),
            insert: sketch.finish(&self.indent()),
            filter: label.to_string(),
            sort: String::new(),
            more: false,
        }
    }

    fn attribute(&mut self, block: &Block, attribute: &Attribute) {
        let mut sketch = Sketch::default();
        sketch.text(attribute.name);
        // Where the colon stands already, the name alone is exchanged.
        let colon = self.behind().next().is_some_and(|token| token.kind == K::Colon);
        let mut more = false;
        if !colon {
            sketch.text(": ");
            if matches!(attribute.ty, Type::Text) {
                sketch.text("\"").hole("").text("\"");
            } else {
                more = true;
            }
        }
        let mut item = self.item(attribute.name, CompletionKind::Attribute, sketch);
        item.detail = self.lang.headed(attribute.zh, expected(attribute.ty, self.lang));
        if attribute.absence != Absence::Optional {
            item.detail.push_str(self.lang.pick(", expected", "，必填"));
        }
        let mut page = Page::default();
        show_attribute(&mut page, self.lang, block, attribute);
        item.doc = page.markdown;
        item.filter = filter(attribute.name, attribute.aliases);
        item.more = more;
        self.push(item);
    }

    fn block(&mut self, parent: &Block, block: &'static Block) {
        let mut sketch = Sketch::default();
        // Where a name or a brace follows, the block is there and only its keyword is exchanged.
        let follows = self.behind().next().is_some_and(|token| matches!(token.kind, K::OpenBrace | K::Ident));
        if follows {
            sketch.text(block.name);
        } else {
            let metrics = if matches!(block.content, Content::Readings) { self.metrics() } else { Vec::new() };
            let name = if block.name == "accept" { self.first_open() } else { "name" };
            sketch.block(block, name, &metrics);
        }
        let mut item = self.item(block.name, CompletionKind::Block, sketch);
        item.detail = self.lang.question(block).to_string();
        let mut page = Page::default();
        show_block(&mut page, self.lang, parent, block);
        item.doc = page.markdown;
        item.filter = filter(block.name, block.aliases);
        self.push(item);
    }

    /// The names of all metrics.
    pub(super) fn metrics(&self) -> Vec<&str> {
        self.analysis.spec().eval().into_iter().flat_map(|eval| eval.metrics().map(|metric| metric.name())).collect()
    }

    fn readings(&mut self) {
        let here = self.here();
        let said: Vec<&str> = here
            .items(self.analysis)
            .iter()
            .filter_map(|item| match item {
                Item::Attribute(attribute) if !attribute.name.touches(self.offset) => {
                    Some(attribute.name.of(self.text))
                }
                _ => None,
            })
            .collect();
        let colon = self.behind().next().is_some_and(|token| token.kind == K::Colon);
        let Some(eval) = self.analysis.spec().eval() else { return };
        let metrics: Vec<_> = eval.metrics().filter(|metric| !said.contains(&metric.name())).collect();
        for metric in metrics {
            let mut sketch = Sketch::default();
            sketch.text(metric.name());
            if !colon {
                sketch.text(": ");
            }
            let mut item = self.item(metric.name(), CompletionKind::Name, sketch);
            item.detail = crate::editor::cards::summary(self.analysis, metric.node());
            self.push(item);
        }
    }

    fn parameters(&mut self) {
        let here = self.here();
        let said = |name: &str| {
            here.items(self.analysis)
                .iter()
                .any(|item| matches!(item, Item::Attribute(it) if it.name.of(self.text) == name && !it.name.touches(self.offset)))
        };
        let names: Vec<&str> = PARAMETERS
            .example
            .lines()
            .filter_map(|line| line.strip_prefix("  ")?.split_once(':').map(|(name, _)| name))
            .filter(|name| !said(name))
            .collect();
        for name in names {
            let mut sketch = Sketch::default();
            sketch.text(name).text(": ");
            let item = self.item(name, CompletionKind::Name, sketch);
            self.push(item);
        }
    }

    fn arms(&mut self) {
        let arms = [
            ("when any guard fails then freeze", "any guard fails"),
            ("when all requirements hold and all guards hold then ship", "all requirements hold"),
        ];
        let mut sketch = Sketch::default();
        sketch.text("when ");
        let mut item = self.item("when", CompletionKind::Keyword, sketch);
        let word = crate::editor::vocabulary::find("when");
        item.doc = word.map_or(String::new(), |word| word.doc(self.lang).to_string());
        item.detail = "when … then …".to_string();
        item.filter = filter("when", word.map_or(&[], |word| word.aliases));
        item.more = true;
        self.push(item);
        let arms_text = self.here().tree.map_or("", |tree| tree.span.of(self.text)).to_string();
        for (arm, test) in arms {
            if !arms_text.contains(test) {
                let mut sketch = Sketch::default();
                sketch.text(arm);
                let item = self.item(arm, CompletionKind::Keyword, sketch);
                self.push(item);
            }
        }
        let metric = self.metrics().first().map(ToString::to_string);
        if let Some(metric) = metric {
            let mut sketch = Sketch::default();
            sketch.text("when ").hole(&metric).text(" gains < ").hole("1%").text(" over ").hole("2");
            sketch.text(" rounds then ").choice(["fix_data", "fix_eval", "drop"].into_iter());
            let item = self.item("when … gains < … over … rounds then …", CompletionKind::Keyword, sketch);
            self.push(item);
        }
        if !arms_text.contains("rounds >=") {
            let mut sketch = Sketch::default();
            sketch.text("when rounds >= ").hole("5").text(" then ").choice(["drop", "freeze"].into_iter());
            let item = self.item("when rounds >= … then …", CompletionKind::Keyword, sketch);
            self.push(item);
        }
    }

    /// What can stand between the keyword of a block and its brace.
    pub(super) fn labels(&mut self, keyword: &str) {
        if keyword == "accept" {
            self.rules();
        }
    }

    /// The first rule that speaks and can be accepted.
    fn first_open(&self) -> &'static str {
        let config = self.analysis.config();
        let may = |rule: &crate::Rule| !rule.is_language() && config.level(rule) != Some(SetLevel::Forbid);
        let mut open = self.analysis.diagnostics().iter().map(|found| found.rule);
        open.find(|rule| may(rule)).map_or("rule-name", |rule| rule.name)
    }

    /// Names of rules: those that speak here first.
    fn rules(&mut self) {
        let (analysis, lang) = (self.analysis, self.lang);
        let accepted = |name: &str| {
            analysis.spec().accepts().any(|accept| {
                let label = accept.node().label();
                label.is_some_and(|label| {
                    !label.span.touches(self.offset) && rules::find(label.value).is_some_and(|rule| rule.name == name)
                })
            })
        };
        let open = |name: &str| analysis.diagnostics().iter().filter(|found| found.rule.name == name).count();
        let may = rules::RULES
            .iter()
            .filter(|rule| !rule.is_language() && analysis.config().level(rule) != Some(SetLevel::Forbid))
            .filter(|rule| !accepted(rule.name));
        let mut ranked: Vec<(bool, Level, &'static crate::Rule, usize)> =
            may.map(|rule| (open(rule.name) == 0, rule.level, *rule, open(rule.name))).collect();
        ranked.sort_by_key(|(silent, level, rule, _)| (*silent, if *silent { Level::Deny } else { *level }, rule.code));
        let brace = self.behind().next().is_some_and(|token| token.kind == K::OpenBrace);
        for (_, _, rule, open) in ranked {
            let docs = rule.docs.page(lang);
            let docs = if docs.summary.is_empty() { &rule.docs.en } else { docs };
            let mut sketch = Sketch::default();
            sketch.text(rule.name);
            if !brace {
                sketch.text(" {\n  because: \"").hole("…").text("\"\n}");
            }
            let mut item = self.item(rule.name, CompletionKind::Rule, sketch);
            item.detail = match open {
                0 => rule.code.to_string(),
                1 => format!("{}, {}", rule.code, lang.pick("speaks here", "在本文件中报出")),
                open => {
                    let code = rule.code;
                    say!(lang, "{code}, speaks here {open} times", "{code}，在本文件中报出 {open} 次")
                }
            };
            item.doc = docs.summary.to_string();
            item.filter = filter(rule.name, &[rule.code]);
            self.push(item);
        }
    }
}
