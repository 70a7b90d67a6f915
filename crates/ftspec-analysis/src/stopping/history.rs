//! What was measured, round after round: the input of every stop condition.

use jiff::civil::Date;

use super::{Truth, threshold_from};
use crate::config::Config;
use crate::hash::HashMap;
use crate::quantity::Quantity;
use crate::spec::{Arm, Operand, Reading, Readings, Round, Spec, Statement, StatementKind};

/// The rounds so far, and what was measured before them.
pub struct History<'s> {
    /// The plan that says what is demanded.
    pub spec: &'s Spec<'s>,
    /// In the order in which they were run.
    pub rounds: Vec<Entry<'s>>,
    /// Today, for conditions on `date`.
    pub today: Option<Date>,
    /// What the baselines read, by their names.
    baselines: HashMap<&'s str, Measured<'s>>,
    /// The baseline compared against.
    reference: Option<&'s str>,
    /// What is demanded, by metric.
    demands: HashMap<&'s str, Vec<Statement<'s>>>,
}

/// One round.
pub struct Entry<'s> {
    /// What was read.
    pub readings: Measured<'s>,
    /// What it cost.
    pub spend: Option<Quantity>,
    /// The day on which it was run.
    pub date: Option<Date>,
    /// Whether a stop action was carried out before it, so that windows start anew.
    pub starts_anew: bool,
}

/// Readings of metrics, from wherever they come.
#[derive(Default)]
pub struct Measured<'s> {
    readings: Vec<Reading<'s>>,
    by_metric: HashMap<&'s str, usize>,
}

impl<'s> FromIterator<Reading<'s>> for Measured<'s> {
    fn from_iter<T: IntoIterator<Item = Reading<'s>>>(readings: T) -> Self {
        let readings: Vec<Reading<'s>> = readings.into_iter().collect();
        let by_metric = readings.iter().enumerate().map(|(at, reading)| (reading.metric.value, at)).collect();
        Self { readings, by_metric }
    }
}

impl<'s> Measured<'s> {
    fn of(readings: Option<Readings<'s>>) -> Self {
        readings.into_iter().flat_map(Readings::all).collect()
    }

    /// The reading of a metric.
    pub fn reading(&self, metric: &str) -> Option<&Reading<'s>> {
        self.readings.get(*self.by_metric.get(metric)?)
    }

    /// Every reading, in the order given.
    pub fn all(&self) -> &[Reading<'s>] {
        &self.readings
    }
}

/// How much is demanded of one metric at most. Nobody writes a tenth of it, and a file made by a program is not to
/// take minutes.
const MANY: usize = 64;

impl<'s> History<'s> {
    /// The rounds that a spec records.
    pub fn of(spec: &'s Spec<'_>, config: &Config) -> Self {
        let mut demands: HashMap<&str, Vec<Statement>> = HashMap::default();
        for statement in spec.eval().into_iter().flat_map(|eval| eval.statements()) {
            let demands = demands.entry(statement.metric().value).or_default();
            if demands.len() < MANY {
                demands.push(statement);
            }
        }
        Self {
            spec,
            demands,
            rounds: spec.rounds().map(Entry::of).collect(),
            today: config.today,
            baselines: spec.baselines().map(|it| (it.name(), Measured::of(it.readings()))).collect(),
            reference: spec.reference().map(|baseline| baseline.name()),
        }
    }

    /// What was read after so many rounds: in the last of them, or in the baseline compared against before the first.
    pub fn after(&self, rounds: usize) -> Option<&Measured<'s>> {
        match rounds.checked_sub(1) {
            Some(last) => self.rounds.get(last).map(|round| &round.readings),
            None => self.baselines.get(self.reference?),
        }
    }

    /// The reading of a metric after so many rounds.
    pub fn reading(&self, rounds: usize, metric: &str) -> Option<&Reading<'s>> {
        self.after(rounds)?.reading(metric)
    }

    /// The mean reading of a metric after so many rounds.
    pub fn mean(&self, rounds: usize, metric: &str) -> Option<Quantity> {
        self.reading(rounds, metric).map(Reading::mean)
    }

    /// The value of an operand, as [`super::threshold`] has it.
    pub fn threshold(&self, metric: &str, operand: &Operand) -> Option<Quantity> {
        threshold_from(operand, |name| {
            let name = name.map_or(self.reference, |name| Some(name.of(self.spec.text())))?;
            Some(self.baselines.get(name)?.reading(metric)?.mean())
        })
    }

    /// What is demanded of a metric, in the order of the plan.
    pub fn demands_on(&self, metric: &str) -> &[Statement<'s>] {
        self.demands.get(metric).map_or(&[], Vec::as_slice)
    }

    /// Whether a requirement or guard holds after so many rounds.
    pub fn holds(&self, statement: Statement, rounds: usize) -> Truth {
        let metric = statement.metric().value;
        let (Some(reading), Some(comparison)) = (self.reading(rounds, metric), statement.comparison()) else {
            return Truth::Unknown;
        };
        self.threshold(metric, &comparison.operand)
            .map_or(Truth::Unknown, |threshold| super::compare(reading.mean(), comparison.operator, threshold))
    }

    /// The requirements, or the guards, that surely do not hold after so many rounds, in the order of the plan.
    pub fn failing(&self, kind: StatementKind, rounds: usize) -> Vec<Statement<'s>> {
        // What was not read cannot fail surely, so that only what was read is looked at.
        let read = self.after(rounds).map_or(&[][..], Measured::all);
        let demanded = read.iter().flat_map(|reading| self.demands_on(reading.metric.value));
        let fails = |it: &&Statement| it.kind() == kind && self.holds(**it, rounds) == Truth::False;
        let mut failing: Vec<Statement> = demanded.filter(fails).copied().collect();
        failing.sort_by_key(|statement| statement.span());
        failing
    }

    /// The arm that decides after so many rounds: the first from the top that surely holds on them. None before the
    /// first round, and where no arm holds. For rounds long past, `date` is the day of the round that followed.
    pub fn deciding_arm(&self, rounds: usize) -> Option<&'s Arm> {
        if rounds == 0 || rounds > self.rounds.len() {
            return None;
        }
        let holds = |arm: &&Arm| {
            arm.condition.as_ref().is_some_and(|condition| super::evaluate(condition, self, rounds) == Truth::True)
        };
        self.spec.stop()?.arms().iter().find(holds)
    }

    /// The day of the decision that follows after so many rounds.
    pub(crate) fn day(&self, rounds: usize) -> Option<Date> {
        match self.rounds.get(rounds) {
            Some(following) => following.date,
            None => self.today,
        }
    }
}

impl<'s> Entry<'s> {
    fn of(round: Round<'s>) -> Self {
        Self {
            readings: Measured::of(round.readings()),
            spend: round.node().quantity("spend").given().map(|spend| spend.value),
            date: round.node().date("date").given().map(|date| date.value),
            starts_anew: !round.node().list("after").is_missing(),
        }
    }
}
