//! What was measured, round after round: the input of every stop condition.

use jiff::civil::Date;

use crate::config::Config;
use crate::quantity::Quantity;
use crate::spec::{Readings, Round, Spec};

/// The rounds so far.
pub struct History<'s> {
    /// In the order in which they were run.
    pub rounds: Vec<Entry<'s>>,
    /// Today, for conditions on `date`.
    pub today: Option<Date>,
}

/// One round.
#[derive(Clone, Copy)]
pub struct Entry<'s> {
    /// What was read.
    pub readings: Option<Readings<'s>>,
    /// What it cost.
    pub spend: Option<Quantity>,
    /// Whether a stop action was carried out before it, so that windows start anew.
    pub starts_anew: bool,
}

impl<'s> History<'s> {
    /// The rounds that a spec records.
    pub fn of(spec: &'s Spec<'_>, config: &Config) -> Self {
        Self { rounds: spec.rounds().map(Entry::of).collect(), today: config.today }
    }

    /// The history as it was after the first `count` rounds.
    pub fn up_to(&self, count: usize) -> History<'s> {
        History { rounds: self.rounds[..count.min(self.rounds.len())].to_vec(), today: self.today }
    }

    /// The mean reading of a metric in one round.
    pub(crate) fn mean(&self, round: usize, metric: &str) -> Option<Quantity> {
        Some(self.rounds.get(round)?.readings?.of(metric)?.mean())
    }
}

impl<'s> Entry<'s> {
    fn of(round: Round<'s>) -> Self {
        Self {
            readings: round.readings(),
            spend: round.node().quantity("spend").given().map(|spend| spend.value),
            starts_anew: !round.node().list("after").is_missing(),
        }
    }
}
