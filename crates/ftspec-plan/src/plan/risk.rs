//! What can go wrong, and what catches it.

use serde::Serialize;

use super::{Said, Term};

/// What can go wrong.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Risk {
    /// How much is at stake.
    pub tier: Option<Term>,
    /// The field.
    pub domain: Option<Term>,
    /// Who meets the output.
    pub exposure: Term,
    /// What it is good for.
    pub benefit: Option<Said>,
    /// The worst that can happen.
    pub worst_case: Option<Said>,
    /// The biggest risk if the model were frozen for six months.
    pub if_frozen: Option<Said>,
    /// The way back.
    pub rollback: Option<Said>,
    /// How it is watched.
    pub monitoring: Option<Said>,
    /// Who catches what: fallbacks first, then constraints, each in the order of the spec.
    pub catches: Vec<Catch>,
    /// The line of the block.
    pub line: u32,
}

/// Something that catches a failure outside of the model.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Catch {
    /// Its name.
    pub name: String,
    /// A fallback or a constraint.
    pub kind: CatchKind,
    /// When it catches: the `when` of a fallback, the `rule` of a constraint.
    pub what: Option<Said>,
    /// What happens then; constraints have none.
    pub action: Option<Term>,
    /// To whom or to what.
    pub to: Option<Said>,
    /// What makes sure of it.
    pub enforced_by: Option<Term>,
    /// The line of its name.
    pub line: u32,
}

/// What a [`Catch`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CatchKind {
    /// It takes over where the model fails.
    Fallback,
    /// It holds whatever the model says.
    Constraint,
}
