//! What judges: metrics with what is demanded of them, the stop table, the rounds and their charts.

use serde::Serialize;

use super::{Answer, Figure, Holds, MetricReading, Said, Sentence, Term};

/// How better and worse are told apart.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evaluation {
    /// The baseline that results are compared with.
    pub against: Option<String>,
    /// Which part of the data is judged.
    pub coverage: Option<Term>,
    /// One row a metric.
    pub metrics: Vec<Metric>,
    /// Behaviours that no metric covers.
    pub uncovered: Vec<String>,
    /// Who looks at outputs.
    pub review: Option<Review>,
    /// The line of the block.
    pub line: u32,
}

/// One metric.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Metric {
    /// Its name.
    pub name: String,
    /// What it measures.
    pub measures: Option<Term>,
    /// How it is computed or judged.
    pub method: Option<Term>,
    /// Who judges.
    pub judge: Option<Term>,
    /// The data it is judged on.
    pub on: Option<String>,
    /// Whether more is better.
    pub higher_is_better: bool,
    /// What the baseline reads.
    pub baseline: Option<Figure>,
    /// What must be reached.
    pub required: Vec<Demand>,
    /// What must hold in every round.
    pub guarded: Vec<Demand>,
    /// Whether it is read without deciding anything.
    pub watched: bool,
    /// What was read last, and in which round.
    pub last: Option<LastReading>,
    /// How far readings may lie off for the size of the test; none where nothing is known of it.
    pub margin: Option<Margin>,
    /// The behaviours it covers.
    pub covers: Vec<String>,
    /// The line of its name.
    pub line: u32,
}

/// A requirement or guard.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Demand {
    /// The comparison as it is written: `>= baseline + 5%`.
    pub written: String,
    /// The value it comes to, where that is known.
    pub threshold: Option<Figure>,
    /// Whether it holds after the last round, or in the baseline before the first.
    pub holds: Holds,
    /// From the baseline to the threshold: "+19 points"; none where it cannot be known.
    pub distance: Option<String>,
    /// The line of the statement.
    pub line: u32,
}

/// What was read last.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LastReading {
    /// The round.
    pub round: String,
    /// The mean over the seeds.
    pub mean: Figure,
    /// Each value.
    pub values: Vec<Figure>,
}

/// The error margin of a test.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Margin {
    /// "±2.4 points"
    pub shown: String,
    /// In base units: half the width of the interval with 95% confidence.
    pub value: f64,
    /// How many items are judged, where the margin comes from their number.
    pub items: Option<u64>,
    /// What it comes from: "600 examples", "three seeds", "its own ±".
    pub because: Sentence,
}

/// Who looks at outputs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Review {
    /// Who.
    pub by: Option<Said>,
    /// How many outputs.
    pub samples: Option<Figure>,
    /// What they are asked.
    pub question: Option<Said>,
    /// The line of the block.
    pub line: u32,
}

/// The stop table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stop {
    /// From top to bottom; the first that surely holds decides.
    pub arms: Vec<Arm>,
    /// What the table says now, in one sentence.
    pub says: Sentence,
    /// How many rounds were run.
    pub rounds: u32,
    /// What was spent in all, one figure a currency and one for hours.
    pub spent: Vec<Figure>,
    /// The line of the block.
    pub line: u32,
}

/// One arm of the stop table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Arm {
    /// The condition as it is written: `any guard fails`.
    pub written: String,
    /// The condition in words.
    pub words: Sentence,
    /// What is done then.
    pub action: Option<Term>,
    /// Whether it holds now; unknown before the first round.
    pub holds: Holds,
    /// Whether this arm decides now.
    pub decides: bool,
    /// What is missing to tell, where it is unknown after a round: metrics without a reading, rounds without a spend.
    pub missing: Vec<Sentence>,
    /// The line of the arm.
    pub line: u32,
}

/// One tuning round.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Round {
    /// Its name, or its number where it has none.
    pub name: String,
    /// The day.
    pub date: Option<String>,
    /// What it was for.
    pub purpose: Option<Said>,
    /// What was expected of it.
    pub expects: Option<Said>,
    /// What was carried out before it.
    pub after: Option<Term>,
    /// What changed since the round before.
    pub changes: Vec<String>,
    /// What it cost.
    pub spend: Option<Figure>,
    /// The training loss, first to last.
    pub loss: Vec<Figure>,
    /// What was read.
    pub readings: Vec<MetricReading>,
    /// What it showed, in one sentence: what got better and worse by more than noise, what failed.
    pub showed: Sentence,
    /// What was done with the result.
    pub outcome: Option<Term>,
    /// What the stop table said after it.
    pub decided: Option<Term>,
    /// A remark.
    pub note: Option<Said>,
    /// The line of its name.
    pub line: u32,
}

/// The readings of one metric over the rounds, ready to be drawn. All numbers are in [`Chart::unit`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Chart {
    /// The metric.
    pub metric: String,
    /// The unit of all numbers: `%`, `ms`, empty for plain ones.
    pub unit: String,
    /// Whether up is better.
    pub higher_is_better: bool,
    /// The lowest number to be shown.
    pub low: f64,
    /// The highest number to be shown.
    pub high: f64,
    /// From left to right: the baseline first, where it was read.
    pub points: Vec<Point>,
    /// What is demanded, as bands.
    pub bands: Vec<Band>,
    /// What the chart shows, for whoever cannot see it.
    pub summary: Sentence,
}

/// One place on the axis.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Point {
    /// The round, or the baseline.
    pub name: String,
    /// Whether it is the baseline.
    pub is_baseline: bool,
    /// One number a seed; empty where nothing was read.
    pub values: Vec<f64>,
    /// Their mean; none where nothing was read.
    pub mean: Option<f64>,
}

/// What a requirement or guard demands, as a band over the chart.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Band {
    /// What it is.
    pub kind: BandKind,
    /// The threshold.
    pub at: f64,
    /// Whether the good side is above.
    pub good_above: bool,
    /// `required >= 90%`
    pub label: String,
}

/// What a band stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BandKind {
    /// A requirement.
    Required,
    /// A guard.
    Guarded,
}

/// An answer of the self-check before another round.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SelfCheckAnswer {
    /// The question.
    pub question: Sentence,
    /// Yes speaks against another round.
    pub answer: Answer,
    /// The codes of the findings that say yes.
    pub because: Vec<String>,
}
