//! What the prose of a spec asks of the model: the goal's target and what behaviours must do. Read once, since several
//! rules ask for it.

use ftspec_prose::{Label, Lexicon};
use ftspec_syntax::Span;

use super::{Node, Spec};

/// A phrase that asks for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What it asks for.
    pub label: Label,
    /// The phrase in the file.
    pub span: Span,
    /// The whole string around it.
    pub string: Span,
    /// Where the string stands.
    pub place: AskedIn,
    /// The pattern that found it.
    pub why: &'static str,
}

/// Where prose is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedIn {
    /// `goal.target`
    Target,
    /// `behavior.must`
    Must,
}

/// What stands between the quotes of a string, with its offset in the file. Escapes stay as they are written, so that
/// a phrase keeps its place.
pub(crate) fn inner(string: Span, text: &str) -> Option<(u32, &str)> {
    let written = string.of(text);
    let quote = if written.starts_with("\"\"\"") { 3 } else { usize::from(written.starts_with('"')) };
    let end =
        written.len() - if written.len() >= 2 * quote && written.ends_with(&"\"\"\""[..quote]) { quote } else { 0 };
    Some((string.start + quote as u32, written.get(quote..end)?))
}

impl<'t> Spec<'t> {
    /// Reads the prose that rules judge.
    pub(crate) fn read_prose(&mut self, lexicon: &Lexicon) {
        let mut asks = Vec::new();
        let strings = |node: Node<'_>, name: &str| -> Vec<Span> {
            node.list(name).given().unwrap_or_default().iter().map(|element| element.span).collect()
        };
        let targets = self.goals().flat_map(|goal| strings(goal.node(), "target")).map(|span| (AskedIn::Target, span));
        let musts = self.behaviors().flat_map(|it| strings(it.node(), "must")).map(|span| (AskedIn::Must, span));
        for (place, string) in targets.chain(musts) {
            let Some((start, prose)) = inner(string, self.text) else { continue };
            asks.extend(lexicon.read(prose).into_iter().map(|ask| Asked {
                label: ask.label,
                span: Span::new(start + ask.span.start as u32, start + ask.span.end as u32),
                string,
                place,
                why: ask.why,
            }));
        }
        self.asks = asks;
    }

    /// What stands between the quotes of a string of the file, with its offset, for rules that read it themselves.
    pub(crate) fn prose(&self, string: Span) -> Option<(u32, &str)> {
        inner(string, self.text)
    }

    /// The phrases of one label, in the order of the file: targets first, then what behaviours must do.
    pub fn asks(&self, label: Label) -> impl Iterator<Item = &Asked> {
        self.asks.iter().filter(move |asked| asked.label == label)
    }
}
