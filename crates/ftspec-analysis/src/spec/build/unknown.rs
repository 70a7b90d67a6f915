//! Words that the schema does not have in their place: what they most likely mean, and where they belong.

use ftspec_schema::{Attribute, Block, Content, FILE, LabelKind, all};
use ftspec_syntax::tree;

use super::{Builder, misplaced};
use crate::lang::{Lang, say};
use crate::language::Reporter;
use crate::rules::syntax::where_text_belongs;
use crate::rules::{MISPLACED, SYNTAX, UNKNOWN_WORD, WRONG_TYPE};
use crate::spec::values::shorten;
use crate::suggest::{self, Candidate};

impl Builder<'_, '_> {
    /// What a word most likely means inside a block: an attribute, a child block or a statement.
    pub(super) fn meant(&self, block: &'static Block, word: &str) -> Option<&'static str> {
        let attributes = block.attributes.iter().map(|it| Candidate { name: it.name, aliases: it.aliases });
        let children = block.children.iter().map(|it| Candidate { name: it.name, aliases: it.aliases });
        let statements = block.statements().iter().map(|it| Candidate { name: it.name, aliases: it.aliases });
        let arm = matches!(block.content, Content::Arms)
            .then_some(Candidate { name: "when", aliases: &["if", "当", "如果"] });
        suggest::nearest(word, attributes.chain(children).chain(statements).chain(arm))
    }

    /// Reports an attribute that the block does not have. Gives the one that it is read as.
    pub(super) fn unknown_attribute(
        &mut self,
        id: u32,
        block: &'static Block,
        tree: &tree::Attribute,
    ) -> Option<&'static Attribute> {
        let (text, lang) = (self.spec.text, self.reporter.lang);
        let name = tree.name.of(text);
        // `goal: "…"`: the name of a block that stands here.
        if let Some(child) = block.child(name) {
            let opening = if child.label == LabelKind::Required {
                format!("{name} NAME {{ … }}")
            } else {
                format!("{name} {{ … }}")
            };
            let example = child.example;
            self.reporter
                .wrong(&WRONG_TYPE, tree.name, say!(lang, "`{name}` is a block", "`{name}` 是一个块"))
                .label(say!(lang, "write `{opening}`", "写成 `{opening}`"))
                .help(say!(lang, "for example:\n{example}", "例如：\n{example}"));
            self.spec.nodes[id as usize].doubtful.push(child.name);
            return None;
        }
        let home: Vec<&'static Block> = std::iter::once(&FILE)
            .chain(all().map(|(_, block)| block))
            .filter(|other| other.attribute(name).is_some())
            .collect();
        let alias = block.attributes.iter().find(|attribute| attribute.aliases.contains(&name));
        if !home.is_empty() && alias.is_none() {
            let places = homes(lang, &home);
            let here = explain_name(block);
            self.reporter
                .wrong(&MISPLACED, tree.name, misplaced(lang, name, block))
                .label(say!(lang, "belongs to {places}", "属于{places}"))
                .help(say!(
                    lang,
                    "move it to {places}, or run `ftspec explain {here}` to see what stands here",
                    "移到{places}；`ftspec explain {here}` 可以看这里能写什么"
                ));
            return None;
        }
        let meant = self.meant(block, name);
        let no_colon = |finding: &crate::rule::Finding| finding.rule == &SYNTAX && finding.span.end == tree.name.end;
        if meant == Some("when") {
            // `whn any guard fails then freeze`: the word is the mistake, not a colon.
            self.reporter.found.retain(|finding| !no_colon(finding));
            let message = say!(lang, "`{name}` does not begin an arm", "分支不以 `{name}` 开头");
            let report = self.reporter.wrong(&UNKNOWN_WORD, tree.name, message);
            Reporter::replace_name(lang, report, tree.name, meant);
            self.spec.nodes[id as usize].doubtful.push("when");
            return None;
        }
        if meant.is_none()
            && let Some(finding) = self.reporter.found.iter_mut().find(|finding| no_colon(finding))
        {
            // Words that are no item at all, such as a pasted sentence: one finding is enough, and a colon mends nothing.
            let written = shorten(name);
            finding.message = say!(
                lang,
                "`{written}` begins neither an attribute nor a block",
                "`{written}` 开头的这一行既不是属性，也不是块"
            );
            finding.span = tree.name;
            finding.labels[0].span = tree.name;
            finding.labels[0].message =
                lang.pick("expected `name: value` or `name { … }`", "应为 `name: value` 或 `name { … }`").to_string();
            finding.help = where_text_belongs(lang).to_string();
            finding.fixes.clear();
            return None;
        }
        let attribute = meant.and_then(|meant| block.attribute(meant));
        let (written, place, inside) = (shorten(name), block.place(), lang.inside(block));
        let message = say!(lang, "{place} has no attribute `{written}`", "{inside}没有 `{written}` 这个属性");
        let report = self.reporter.wrong(&UNKNOWN_WORD, tree.name, message);
        let report = if block.attributes.is_empty() {
            report
        } else {
            let known = lang.listed(block.attributes.iter().map(|attribute| attribute.name));
            report.help(say!(lang, "its attributes are {known}", "可用的属性有 {known}"))
        };
        match (attribute, meant) {
            (Some(attribute), _) => Reporter::replace_name(lang, report, tree.name, Some(attribute.name)),
            (None, Some(meant)) => {
                report.label(say!(lang, "did you mean the block `{meant}`?", "是不是想写 `{meant}` 块？"));
                self.spec.nodes[id as usize].doubtful.push(meant);
            }
            (None, None) => {
                report.label(lang.pick("unknown here", "不认识的词"));
            }
        }
        attribute
    }

    pub(super) fn unknown_block(
        &mut self,
        id: u32,
        parent: &'static Block,
        tree: &tree::Block,
    ) -> Option<&'static Block> {
        let (word, lang) = (tree.keyword.of(self.spec.text), self.reporter.lang);
        let home = ftspec_schema::find(word);
        let alias = parent.children.iter().find(|child| child.aliases.contains(&word));
        if let (Some((home, block)), None) = (home, alias) {
            let place = homes(lang, &[home]);
            self.reporter
                .wrong(&MISPLACED, tree.keyword, misplaced(lang, word, parent))
                .label(say!(lang, "belongs to {place}", "属于{place}"))
                .help(say!(lang, "move the block to {place}", "把这个块移到{place}"));
            // Whoever looks for it at its home shall not say that it is missing.
            let absent = if home.name.is_empty() { block.name } else { home.name };
            self.spec.nodes[0].doubtful.push(absent);
            return None;
        }
        if let Some(attribute) = parent.attribute(word) {
            let example = attribute.example;
            let message = say!(lang, "`{word}` is an attribute, not a block", "`{word}` 是属性，不是块");
            self.reporter.wrong(&WRONG_TYPE, tree.keyword, message).label(say!(
                lang,
                "write `{example}`",
                "写成 `{example}`"
            ));
            self.spec.nodes[id as usize].doubtful.push(attribute.name);
            return None;
        }
        let near =
            suggest::nearest(word, parent.children.iter().map(|it| Candidate { name: it.name, aliases: it.aliases }));
        let (written, place, inside) = (shorten(word), parent.place(), lang.inside(parent));
        let message = say!(lang, "{place} has no block `{written}`", "{inside}没有 `{written}` 这种块");
        let report =
            self.reporter.wrong(&UNKNOWN_WORD, tree.keyword, message).label(lang.pick("unknown here", "不认识的词"));
        let report = if parent.children.is_empty() {
            report
        } else {
            let known = lang.listed(parent.children.iter().map(|child| child.name));
            report.help(say!(lang, "the blocks here are {known}", "这里可用的块有 {known}"))
        };
        Reporter::replace_name(lang, report, tree.keyword, near);
        parent.child(near?)
    }
}

/// The blocks that something belongs to, to stand behind "belongs to": "`task`, `eval`".
fn homes(lang: Lang, blocks: &[&'static Block]) -> String {
    let place = |block: &&Block| if block.name.is_empty() { "文件顶层".to_string() } else { block.place() };
    match lang {
        Lang::En => blocks.iter().map(|block| block.place()).collect::<Vec<_>>().join(", "),
        Lang::Zh => lang.gap(&blocks.iter().map(place).collect::<Vec<_>>().join("、")),
    }
}

/// How `explain` calls a block.
fn explain_name(block: &Block) -> &str {
    if block.name.is_empty() { "file" } else { block.name }
}
