//! The case for tuning: the verdict, the goal, the behaviours, and why nothing simpler does.

use serde::Serialize;

use super::{Answer, Detail, Figure, Said, Sentence, Term};

/// The verdict in two sentences, and what to mend first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verdict {
    /// `ready`, `not_ready`, `do_not_tune`, `stop_tuning` or `ship`.
    pub kind: VerdictWord,
    /// What to do, in one sentence.
    pub headline: Sentence,
    /// Why, in one sentence.
    pub because: Sentence,
    /// What is to be mended or done first, in this order; empty where nothing is in the way.
    pub steps: Vec<Step>,
}

/// A verdict as it is written in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum VerdictWord {
    /// Tuning is a sound next step.
    Ready,
    /// The plan is to be mended first.
    NotReady,
    /// Tuning is the wrong tool.
    DoNotTune,
    /// No further round.
    StopTuning,
    /// The goal is reached.
    Ship,
}

/// One thing to do, with the findings that it settles.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    /// The route as in the JSON of a check: `fix_eval`.
    pub route: String,
    /// The same as advice: "mend the evaluation first".
    pub advice: Sentence,
    /// The findings at level deny that lead there.
    pub findings: Vec<FindingRef>,
}

/// A finding in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FindingRef {
    /// `FT404`
    pub code: String,
    /// `no-guard`
    pub name: String,
    /// What is wrong.
    pub message: Sentence,
    /// The line of the spec.
    pub line: u32,
}

/// The one behaviour that shall change.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Goal {
    /// What is wrong today, in one word.
    pub kind: Option<Term>,
    /// The layer in which it was found.
    pub cause: Option<Term>,
    /// What is observed now.
    pub today: Option<Said>,
    /// What should be observed instead.
    pub target: Option<Said>,
    /// The line of the block.
    pub line: u32,
}

/// What goes in, what comes out, at what load.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Task {
    /// The kind of task.
    pub kind: Option<Term>,
    /// What goes in.
    pub input: Option<Said>,
    /// What comes out.
    pub output: Option<Said>,
    /// The rest: load, latency, place of running, languages, what the model is not for.
    pub details: Vec<Detail>,
    /// The line of the block.
    pub line: u32,
}

/// What the model must and must never do in one situation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Behavior {
    /// Its name.
    pub name: String,
    /// When it counts; always, where nothing is said.
    pub when: Option<Said>,
    /// What must be done.
    pub must: Vec<Said>,
    /// What must never be done.
    pub never: Vec<Said>,
    /// Examples.
    pub examples: Vec<Example>,
    /// The metrics that cover it.
    pub covered_by: Vec<String>,
    /// The line of its name.
    pub line: u32,
}

/// An example of a behaviour.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Example {
    /// What comes in; several are the turns of a talk.
    pub input: Vec<Said>,
    /// What should come out.
    pub output: Option<Said>,
    /// What should not.
    pub not_this: Option<Said>,
}

/// The way through the questions, from the problem to the means.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// The questions in the order in which they are asked. The way ends at the first that leaves.
    pub steps: Vec<DecisionStep>,
    /// Where the way ends: tuning, or what is done instead.
    pub outcome: Sentence,
}

/// One question on the way.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DecisionStep {
    /// The question, short enough for a box: "Is the model able to do it at all?"
    pub question: Sentence,
    /// Which way it goes on.
    pub turn: Turn,
    /// What the plan says to it.
    pub because: Sentence,
    /// Where somebody goes who leaves here: "take a stronger model".
    pub exit: Sentence,
    /// The line that answers; none where nothing does.
    pub line: Option<u32>,
}

/// Which way a question sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// On to the next question, towards tuning.
    On,
    /// Away from tuning, or back to the plan.
    Off,
    /// The plan does not say.
    Open,
    /// Not asked, since an earlier question left.
    NotAsked,
}

/// A way to the goal, tuning among them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RouteRow {
    /// Which one.
    pub kind: RouteKind,
    /// What it is called.
    pub name: Sentence,
    /// What came of it.
    pub standing: Standing,
    /// The same in a sentence.
    pub says: Sentence,
    /// What was tried on this way.
    pub tried: Vec<Tried>,
}

/// The ways to a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RouteKind {
    /// The model as it is, or one that is served already. Only where it was measured.
    AsItIs,
    /// A written instruction.
    Prompt,
    /// An instruction with examples.
    FewShot,
    /// Looking facts up.
    Retrieval,
    /// Code, a policy engine, a classifier.
    Rules,
    /// A larger model. Only where it was measured.
    LargerModel,
    /// Teaching a small model from a large one.
    Distillation,
    /// Tuning.
    Tuning,
}

impl RouteKind {
    /// The ways that are always spoken of.
    pub const ALWAYS: [RouteKind; 6] = [
        RouteKind::Prompt,
        RouteKind::FewShot,
        RouteKind::Retrieval,
        RouteKind::Rules,
        RouteKind::Distillation,
        RouteKind::Tuning,
    ];
}

/// What came of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It does all that is required: take it.
    Enough,
    /// It was tried and falls short.
    FallsShort,
    /// It was tried; how far it got is not said.
    Tried,
    /// It is part of the plan, beside tuning.
    InUse,
    /// A finding says that it is the way to go.
    Advised,
    /// Nothing is said of it.
    NotTried,
}

/// One baseline, as an attempt on a way.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tried {
    /// Its name.
    pub name: String,
    /// How.
    pub method: Option<Term>,
    /// How many versions were tried.
    pub attempts: Option<Figure>,
    /// What was read, by metric.
    pub readings: Vec<MetricReading>,
    /// What it still gets wrong.
    pub shortfall: Option<Said>,
    /// Whether results are compared with this one.
    pub compared_against: bool,
    /// The line of its name.
    pub line: u32,
}

/// What was read of one metric.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MetricReading {
    /// The metric.
    pub metric: String,
    /// The mean over the seeds.
    pub mean: Figure,
    /// Each value, one or one a seed.
    pub values: Vec<Figure>,
    /// What it does to the requirements and guards on the metric: `no` where one of them fails.
    pub holds: Option<super::Holds>,
}

/// An answer of the readiness self-test.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SelfTestAnswer {
    /// The question.
    pub question: Sentence,
    /// What the plan answers.
    pub answer: Answer,
    /// What it says, in its own words.
    pub value: Option<Said>,
}
