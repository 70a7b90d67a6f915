//! Words that the schema does not have in their place: what they most likely mean, and where they belong.

use ftspec_schema::{Attribute, Block, Content, FILE, LabelKind, all};
use ftspec_syntax::tree;

use super::Builder;
use crate::language::Reporter;
use crate::rules::{MISPLACED, SYNTAX, UNKNOWN_WORD, WRONG_TYPE};
use crate::spec::values::shorten;
use crate::suggest::{self, Candidate, listed};

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
        let text = self.spec.text;
        let name = tree.name.of(text);
        // `goal: "…"`: the name of a block that stands here.
        if let Some(child) = block.child(name) {
            let opening = if child.label == LabelKind::Required {
                format!("{name} NAME {{ … }}")
            } else {
                format!("{name} {{ … }}")
            };
            self.reporter
                .wrong(&WRONG_TYPE, tree.name, format!("`{name}` is a block"))
                .label(format!("write `{opening}`"))
                .help(format!("for example:\n{}", child.example));
            self.spec.nodes[id as usize].doubtful.push(child.name);
            return None;
        }
        let home: Vec<&'static Block> = std::iter::once(&FILE)
            .chain(all().map(|(_, block)| block))
            .filter(|other| other.attribute(name).is_some())
            .collect();
        let alias = block.attributes.iter().find(|attribute| attribute.aliases.contains(&name));
        if !home.is_empty() && alias.is_none() {
            let places = home.iter().map(|block| block.place()).collect::<Vec<_>>().join(", ");
            self.reporter
                .wrong(&MISPLACED, tree.name, format!("`{name}` does not stand {}", block.inside()))
                .label(format!("belongs to {places}"))
                .help(format!(
                    "move it to {places}, or run `ftspec explain {}` to see what stands here",
                    explain_name(block)
                ));
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
        if meant.is_none()
            && let Some(finding) = self.reporter.found.iter_mut().find(|finding| no_colon(finding))
        {
            // Words that are no item at all, such as a pasted sentence: one finding is enough, and a colon mends nothing.
            finding.message = format!("`{}` begins neither an attribute nor a block", shorten(name));
            finding.span = tree.name;
            finding.labels[0].span = tree.name;
            finding.labels[0].message = "expected `name: value` or `name { … }`".to_string();
            finding.help =
                "text belongs in quotes, behind the attribute that it is about; a remark begins with `//`".to_string();
            finding.fixes.clear();
            return None;
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
            report
                .help(format!("its attributes are {}", listed(block.attributes.iter().map(|attribute| attribute.name))))
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

    pub(super) fn unknown_block(
        &mut self,
        id: u32,
        parent: &'static Block,
        tree: &tree::Block,
    ) -> Option<&'static Block> {
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
        let near =
            suggest::nearest(word, parent.children.iter().map(|it| Candidate { name: it.name, aliases: it.aliases }));
        let report = self.reporter.wrong(
            &UNKNOWN_WORD,
            tree.keyword,
            format!("{} has no block `{}`", parent.place(), shorten(word)),
        );
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
}

/// How `explain` calls a block.
fn explain_name(block: &Block) -> &str {
    if block.name.is_empty() { "file" } else { block.name }
}
