//! Lines above blocks: the verdict, what a risk still lacks, a way to the plan.

use ftspec_syntax::Span;

use crate::Analysis;

/// A line above a line of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// The line that it stands above begins here.
    pub span: Span,
    /// What is shown.
    pub title: String,
    /// What a click does.
    pub command: Command,
}

/// Something that an editor can be asked to do, as data. The caller adds which document is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// One of the names in [`command`].
    pub name: &'static str,
    /// What it needs to know.
    pub arguments: Vec<Argument>,
}

/// What a command needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// A rule's name, a word.
    Text(String),
    /// Places in the document.
    Places(Vec<Span>),
}

/// The names of commands.
pub mod command {
    /// Shows the plan beside the text. No arguments.
    pub const PLAN: &str = "ftspec.showPlan";
    /// Shows why a rule speaks. The argument is its name.
    pub const EXPLAIN: &str = "ftspec.explain";
    /// Shows the findings that a verdict rests on, or what is to be answered. The arguments are the line of text that
    /// sums it up, and the places.
    pub const PLACES: &str = "ftspec.showPlaces";
}

/// The lenses of a text, in its order.
pub fn lenses(_analysis: &Analysis) -> Vec<Lens> {
    Vec::new()
}
