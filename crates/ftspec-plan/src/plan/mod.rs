//! The plan as data, in the order in which a person who decides asks.
//!
//! Every text is in one of three shapes. [`Said`] is what the spec says, word for word, with its line: whoever shows it
//! shows it as text, whatever stands in it. [`Sentence`] is ours, in the language of the plan; names and code in it
//! stand between backticks. [`Term`] is a word of the language with the word for it that people read.
//!
//! Sections that the spec has nothing for are `None` or empty; a renderer says then that nothing is said.

mod case;
mod judging;
mod review;
mod risk;
mod teaching;

pub use case::*;
pub use judging::*;
pub use review::*;
pub use risk::*;
pub use teaching::*;

use serde::Serialize;

/// The version of the shape, as JSON has it.
pub const VERSION: u32 = 1;

/// One plan, complete.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// The version of this shape: [`VERSION`].
    pub version: u32,
    /// The language of our sentences: `en` or `zh`.
    pub lang: String,
    /// The spec itself.
    pub source: Source,
    /// What stands at the top of the document.
    pub head: Head,
    /// The verdict, and why.
    pub verdict: Verdict,
    /// The one behaviour that shall change; none where the spec has no goal.
    pub goal: Option<Goal>,
    /// What goes in and what comes out.
    pub task: Option<Task>,
    /// What the model must and must never do.
    pub behaviors: Vec<Behavior>,
    /// The way from the problem to the means: the questions and where each one leads.
    pub decision: Decision,
    /// What there is beside tuning, and what came of it. The six of [`RouteKind::ALWAYS`] are always there.
    pub routes: Vec<RouteRow>,
    /// Five questions that a good case for tuning answers with yes.
    pub self_test: Vec<SelfTestAnswer>,
    /// Where facts come from.
    pub knowledge: Option<Knowledge>,
    /// What teaches and what judges.
    pub data: Data,
    /// How it is trained.
    pub method: Option<Method>,
    /// How better and worse are told apart.
    pub evaluation: Option<Evaluation>,
    /// What can go wrong, and what catches it.
    pub risk: Option<Risk>,
    /// When to stop, and what then.
    pub stop: Option<Stop>,
    /// The tuning rounds, in order.
    pub rounds: Vec<Round>,
    /// One chart a metric that was read in a round.
    pub charts: Vec<Chart>,
    /// Five questions before another round; empty before the first.
    pub self_check: Vec<SelfCheckAnswer>,
    /// Findings that the team lives with.
    pub accepted: Vec<Accepted>,
    /// What is open, the weightiest first.
    pub findings: Vec<Finding>,
    /// Who signs.
    pub sign_off: Vec<Signature>,
    /// What changed since an older version, where one was given.
    pub change_log: Option<ChangeLog>,
}

/// The spec that the plan was made from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Its path as it was given, with `/`.
    pub path: String,
    /// Its text, so that a document can show each line that it refers to.
    pub text: String,
}

/// What stands at the top.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Head {
    /// The title; none where there is no header.
    pub title: Option<Said>,
    /// Whose plan it is.
    pub owner: Option<Said>,
    /// Who reads it before it counts.
    pub reviewers: Vec<Said>,
    /// How far it has come; `proposed` where nothing is said.
    pub status: Term,
    /// When it was written, as `2026-11-02`.
    pub created: Option<Said>,
    /// The day of this document, as `2026-11-21`; none where no day was given.
    pub today: Option<String>,
}

/// What a spec says, word for word.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Said {
    /// The text. It may hold anything.
    pub text: String,
    /// The line where it stands, from 1.
    pub line: u32,
}

/// A sentence of ours, in the language of the plan. Names and code stand between backticks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Sentence(pub String);

impl Sentence {
    /// The pieces of the sentence in order: running text, and code that stood between backticks. A backtick without
    /// its partner is text.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        let mut rest = self.0.as_str();
        while let Some((before, after)) = rest.split_once('`') {
            let Some((code, after)) = after.split_once('`') else { break };
            if !before.is_empty() {
                pieces.push(Piece::Text(before));
            }
            if !code.is_empty() {
                pieces.push(Piece::Code(code));
            }
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest));
        }
        pieces
    }
}

impl From<&str> for Sentence {
    fn from(text: &str) -> Self {
        Self(text.to_string())
    }
}

impl From<String> for Sentence {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// A piece of a [`Sentence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Running text.
    Text(&'a str),
    /// A name or code.
    Code(&'a str),
}

/// A word of the language.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// As it is written in a spec: `few_shot`.
    pub word: String,
    /// As people read it: "few-shot prompt", "少样本提示".
    pub shown: String,
    /// The line where it stands; none where it is a default or follows from something else.
    pub line: Option<u32>,
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// As people read it: `90%`, `800ms`, `8 200`.
    pub shown: String,
    /// In the base unit of its dimension: a ratio for `%`, milliseconds for times.
    pub value: f64,
    /// Its unit as in a spec: `%`, `ms`, `usd`; none for plain numbers.
    pub unit: Option<String>,
    /// The line where it stands; none where it was computed.
    pub line: Option<u32>,
}

/// One line of a small table: a name and what is said of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Detail {
    /// The attribute as in a spec: `top_k`, or a free name of the team's.
    pub name: String,
    /// As people read it: "passages at most".
    pub shown: String,
    /// What is said of it.
    pub value: Said,
}

/// Whether something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// It surely holds.
    Yes,
    /// It surely does not.
    No,
    /// Something is missing to tell.
    Unknown,
}

/// What a plan answers to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It says that it is so.
    Yes,
    /// It says that it is not so.
    No,
    /// It does not say.
    Unsaid,
}
