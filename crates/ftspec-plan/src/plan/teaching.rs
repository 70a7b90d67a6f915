//! What teaches: where facts come from, the data, the method.

use serde::Serialize;

use super::{Detail, Figure, Said, Sentence, Term};

/// Where facts come from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Knowledge {
    /// The sources.
    pub sources: Vec<Term>,
    /// Which facts.
    pub facts: Option<Said>,
    /// How often the fastest of them changes.
    pub changes: Option<Term>,
    /// How they are fetched.
    pub retrieval: Vec<Detail>,
    /// The line of the block.
    pub line: u32,
}

/// All data of a plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Data {
    /// What there is, in the order of the spec.
    pub sets: Vec<DataSet>,
    /// Examples that teach, in all; none where a train block does not say.
    pub train_examples: Option<Figure>,
    /// What is thin: the open findings on data.
    pub thin: Vec<super::FindingRef>,
}

/// One block of data.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DataSet {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub role: Option<Term>,
    /// How many examples it has.
    pub examples: Option<Figure>,
    /// Where it lies.
    pub path: Vec<Said>,
    /// How carefully it was looked at.
    pub quality: Option<Term>,
    /// How labels were made: guide, annotators, agreement.
    pub labeling: Vec<Detail>,
    /// Shares of the whole: boundary cases, hostile input, the commonest pattern.
    pub shares: Vec<Detail>,
    /// What it varies in.
    pub covers: Vec<Term>,
    /// The rest: format, sources, provenance, licence, personal data.
    pub details: Vec<Detail>,
    /// The line of its name.
    pub line: u32,
}

/// How it is trained.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Method {
    /// The model that is tuned.
    pub base_model: Option<Said>,
    /// The stages in order.
    pub stages: Vec<Term>,
    /// Which weights are changed.
    pub tuning: Option<Term>,
    /// How many different seeds are run; none where nothing is said.
    pub seeds: Option<Sentence>,
    /// What it may cost.
    pub budget: Option<Figure>,
    /// The rest: revision, parameters.
    pub details: Vec<Detail>,
    /// The line of the block.
    pub line: u32,
}
