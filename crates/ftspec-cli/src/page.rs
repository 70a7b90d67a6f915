//! How documentation is laid out on a terminal: headings, paragraphs, examples, lists in two columns.

use crate::output::{Ink, Paint};
use crate::wrap::{columns, wrap};

/// The width of a page; longer lines are hard to read.
const WIDTH: usize = 88;
/// The first column of a list is at most so wide.
const LEAD: usize = 30;

/// A page under construction.
pub struct Page {
    text: String,
    paint: Paint,
}

impl Page {
    /// An empty page.
    pub fn new(paint: Paint) -> Self {
        Self { text: String::new(), paint }
    }

    /// The page as text.
    pub fn finish(self) -> String {
        self.text
    }

    /// The first line: what the page is about, and what is to be known at a glance.
    pub fn title(&mut self, name: &str, facts: &[String]) -> &mut Self {
        if facts.is_empty() {
            let name = self.paint.ink(Ink::Strong, name).to_string();
            return self.line(&name);
        }
        let facts = facts.join(" · ");
        self.line(&format!("{}  {}", self.paint.ink(Ink::Strong, name), self.paint.ink(Ink::Faint, facts)))
    }

    /// A heading, with an empty line before it.
    pub fn heading(&mut self, heading: &str) -> &mut Self {
        let heading = self.paint.ink(Ink::Strong, heading).to_string();
        self.gap().line(&heading)
    }

    /// An empty line.
    pub fn gap(&mut self) -> &mut Self {
        self.text.push('\n');
        self
    }

    /// Prose.
    pub fn prose(&mut self, prose: &str) -> &mut Self {
        for line in wrap(prose, WIDTH - 2) {
            let line = self.inked(&line);
            self.line(&format!("  {line}"));
        }
        self
    }

    /// A piece of a spec.
    pub fn example(&mut self, example: &str) -> &mut Self {
        for line in example.trim_matches('\n').lines() {
            self.line(format!("  {} {line}", self.paint.ink(Ink::Faint, "│")).trim_end());
        }
        self
    }

    /// Names with what they mean, in two columns.
    pub fn list<'a>(&mut self, entries: impl IntoIterator<Item = (&'a str, String)>) -> &mut Self {
        let entries: Vec<(&str, String)> = entries.into_iter().collect();
        let lead = entries.iter().map(|(name, _)| columns(name)).max().unwrap_or(0).min(LEAD);
        for (name, meaning) in entries {
            let mut lines = wrap(&meaning, WIDTH - lead - 4).into_iter();
            let blanks = lead.saturating_sub(columns(name));
            let mut first = format!("  {}", self.paint.ink(Ink::Code, name));
            if columns(name) <= lead {
                let line = lines.next().unwrap_or_default();
                first.push_str(&format!("{:blanks$}  {}", "", self.inked(&line)));
            }
            self.line(first.trim_end());
            for line in lines {
                let line = self.inked(&line);
                self.line(&format!("{:1$}{line}", "", lead + 4));
            }
        }
        self
    }

    fn line(&mut self, line: &str) -> &mut Self {
        self.text.push_str(line);
        self.text.push('\n');
        self
    }

    /// What stands between backticks in the colour of code; without colours, the backticks say it.
    fn inked(&self, line: &str) -> String {
        if !self.paint.color || line.matches('`').count() % 2 == 1 {
            return line.to_string();
        }
        let mut inked = String::new();
        for (at, part) in line.split('`').enumerate() {
            if at % 2 == 0 {
                inked.push_str(part);
            } else {
                inked.push_str(&self.paint.ink(Ink::Code, part).to_string());
            }
        }
        inked
    }
}
