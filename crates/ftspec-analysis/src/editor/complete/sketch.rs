//! Text with holes: as a snippet for editors that know snippets, as plain text for the others.

use std::fmt::Write;

use ftspec_schema::{Absence, Action, Attribute, Block, Content, Enumerated, LabelKind, Type};

use super::Insert;

/// Text under construction.
#[derive(Default)]
pub(crate) struct Sketch {
    plain: String,
    snippet: String,
    holes: u32,
}

impl Sketch {
    /// Text as it is.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.plain.push_str(text);
        escape(text, &mut self.snippet);
        self
    }

    /// A hole with what may stand there.
    pub fn hole(&mut self, sample: &str) -> &mut Self {
        self.holes += 1;
        self.plain.push_str(sample);
        let _ = write!(self.snippet, "${{{}:", self.holes);
        escape(sample, &mut self.snippet);
        self.snippet.push('}');
        self
    }

    /// An earlier hole once more: what is typed in one stands in both.
    pub fn again(&mut self, hole: u32, sample: &str) -> &mut Self {
        self.plain.push_str(sample);
        let _ = write!(self.snippet, "${hole}");
        self
    }

    /// A hole with words to choose from.
    pub fn choice<'w>(&mut self, words: impl Iterator<Item = &'w str>) -> &mut Self {
        self.holes += 1;
        let _ = write!(self.snippet, "${{{}|", self.holes);
        for (at, word) in words.enumerate() {
            if at == 0 {
                self.plain.push_str(word);
            } else {
                self.snippet.push(',');
            }
            self.snippet.push_str(word);
        }
        self.snippet.push_str("|}");
        self
    }

    /// The number of the last hole.
    pub fn last(&self) -> u32 {
        self.holes
    }

    /// What came of it. Lines of the plain text behind the first get `indent` before them.
    pub fn finish(self, indent: &str) -> Insert {
        let plain = if indent.is_empty() { self.plain } else { self.plain.replace('\n', &format!("\n{indent}")) };
        Insert { plain, snippet: (self.holes > 0).then_some(self.snippet) }
    }

    /// The plain text alone.
    pub fn plain(self) -> String {
        self.plain
    }

    /// The text of a value, with holes.
    pub fn value(&mut self, attribute: &Attribute) -> &mut Self {
        match attribute.ty {
            Type::Text => self.text("\"").hole("…").text("\""),
            Type::Word(set) => self.choice(set().words.iter().map(|word| word.name)),
            Type::Bool => self.choice(["true", "false"].into_iter()),
            _ => {
                let sample = attribute.example.split_once(':').map_or("", |(_, value)| value.trim());
                self.hole(sample)
            }
        }
    }

    /// A block with the attributes that are expected of it, or those of its example where none is.
    pub fn block(&mut self, block: &Block, label: Option<&str>, metrics: &[&str]) -> &mut Self {
        self.text(block.name);
        match (label, block.label) {
            (Some(label), _) => {
                self.text(" ").text(label);
            }
            (None, LabelKind::Required) => {
                self.text(" ").hole("name");
            }
            (None, _) => {}
        }
        self.text(" {\n");
        self.attributes(block, "  ");
        match block.content {
            Content::Fixed => {}
            Content::Readings if metrics.is_empty() => {
                self.text("  ").hole("metric").text(": ").hole("90%").text("\n");
            }
            Content::Readings => {
                let width = metrics.iter().map(|metric| metric.chars().count()).max().unwrap_or(0);
                for metric in metrics {
                    let gap = " ".repeat(width - metric.chars().count() + 1);
                    self.text("  ").text(metric).text(":").text(&gap).hole("90%").text("\n");
                }
            }
            Content::Parameters => {
                self.text("  ").hole("learning_rate").text(": ").hole("1e-4").text("\n");
            }
            Content::Statements(_) => self.evaluation(block),
            Content::Arms => {
                self.text("  when any guard fails                           then freeze\n");
                self.text("  when all requirements hold and all guards hold then ship\n  when rounds >= ").hole("5");
                self.text("                               then ").choice(
                    ["drop", "freeze", "fix_data"].into_iter().filter(|word| Action::set().get(word).is_some()),
                );
                self.text("\n");
            }
        }
        self.text("}")
    }

    /// A first metric and what is required of it.
    fn evaluation(&mut self, block: &Block) {
        for child in block.children.iter().filter(|child| child.label == LabelKind::Required) {
            self.text("  ").text(child.name).text(" ").hole("metric");
            let hole = self.last();
            self.text(" {\n");
            self.attributes(child, "    ");
            self.text("  }\n\n  require ").again(hole, "metric").text(" >= ").hole("90%").text("\n");
        }
    }

    fn attributes(&mut self, block: &Block, indent: &str) {
        let expected = || block.attributes.iter().filter(|attribute| attribute.absence != Absence::Optional);
        let any = expected().next().is_some();
        let of_example = |attribute: &&Attribute| {
            example_says(block.example, attribute.name) && !matches!(block.content, Content::Statements(_))
        };
        let chosen: Vec<&Attribute> =
            if any { expected().collect() } else { block.attributes.iter().filter(of_example).collect() };
        let width = chosen.iter().map(|attribute| attribute.name.len()).max().unwrap_or(0);
        for attribute in chosen {
            let gap = " ".repeat(width - attribute.name.len() + 1);
            self.text(indent).text(attribute.name).text(":").text(&gap).value(attribute).text("\n");
        }
    }
}

/// Whether the example of a block says an attribute of the block itself.
fn example_says(example: &str, name: &str) -> bool {
    let own = |line: &str| {
        let rest = line.strip_prefix("  ").and_then(|rest| rest.strip_prefix(name));
        rest.is_some_and(|rest| rest.starts_with(':'))
    };
    example.lines().any(own)
}

/// Puts text into a snippet: three characters mean something there.
fn escape(text: &str, snippet: &mut String) {
    for character in text.chars() {
        if matches!(character, '$' | '}' | '\\') {
            snippet.push('\\');
        }
        snippet.push(character);
    }
}
