//! What reviewers come back to: accepted risks, open findings, signatures, and what changed.

use serde::Serialize;

use super::{Said, Sentence};

/// A finding that the team lives with.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Accepted {
    /// `FT309`; none where the rule is not known.
    pub code: Option<String>,
    /// `no-adversarial-examples`
    pub name: String,
    /// What the rule flags.
    pub summary: Sentence,
    /// Why the team lives with it.
    pub because: Option<Said>,
    /// Who said so.
    pub by: Option<Said>,
    /// The last day on which it counts.
    pub until: Option<Said>,
    /// Whether that day has passed.
    pub expired: bool,
    /// The line of its name.
    pub line: u32,
}

/// Something that is open.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// `FT404`
    pub code: String,
    /// `no-guard`
    pub name: String,
    /// How much it weighs.
    pub level: FindingLevel,
    /// What is wrong.
    pub message: Sentence,
    /// What to do.
    pub help: Option<Sentence>,
    /// Whether it tells of something not said yet.
    pub unsaid: bool,
    /// The line of the spec.
    pub line: u32,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FindingLevel {
    /// It stands in the way.
    Deny,
    /// To be looked at.
    Warn,
    /// Advice.
    Note,
}

/// A line to sign on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Signature {
    /// As what: "owner", "reviewer".
    pub role: Sentence,
    /// Who; none where the spec names nobody.
    pub name: Option<Said>,
}

/// What changed in the plan since an older version.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeLog {
    /// What the older version is called: a commit, a branch, a tag.
    pub since: String,
    /// Verdict then and now, where it changed.
    pub verdict: Option<[super::VerdictWord; 2]>,
    /// In the order of the plan.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// Where, in words of the plan: `eval/require[tone_adherence]`.
    pub place: String,
    /// The same for people: "requirement on `tone_adherence`".
    pub what: Sentence,
    /// What it said before; none where it is new.
    pub before: Option<String>,
    /// What it says now; none where it is gone.
    pub after: Option<String>,
    /// The line now; none where it is gone.
    pub line: Option<u32>,
}
