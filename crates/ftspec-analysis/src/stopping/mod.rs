//! Requirements, guards and stop conditions, evaluated on readings.
//!
//! Pure and three-valued: what is not read is [`Truth::Unknown`], and an arm decides only when it is surely true.
//! A run's readings come in as [`History`], so that the same code judges what a spec records and what is measured later.

mod condition;
mod history;

use std::cmp::Ordering;

use ftspec_schema::Dimension;
use ftspec_syntax::Span;
use ftspec_syntax::tree::{Operator, ShiftKind};
use rust_decimal::Decimal;

pub use condition::evaluate;
pub use history::{Entry, History, Measured};

use crate::config::Config;
use crate::quantity::Quantity;
use crate::spec::{Arm, Operand, Readings, Spec, Statement};

/// Whether something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Truth {
    /// It surely holds.
    True,
    /// It surely does not.
    False,
    /// Something is missing to tell.
    Unknown,
}

impl Truth {
    /// Both hold.
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::True, Truth::True) => Truth::True,
            _ => Truth::Unknown,
        }
    }

    /// One of them holds.
    pub fn or(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::True, _) | (_, Truth::True) => Truth::True,
            (Truth::False, Truth::False) => Truth::False,
            _ => Truth::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Truth::True } else { Truth::False }
    }
}

/// Whether a requirement or guard holds on readings. Where a reading is a list, its mean is compared.
pub fn holds(spec: &Spec, statement: Statement, readings: Readings) -> Truth {
    let metric = statement.metric().value;
    let Some(reading) = readings.of(metric) else { return Truth::Unknown };
    let Some(comparison) = statement.comparison() else { return Truth::Unknown };
    match threshold(spec, metric, &comparison.operand) {
        Some(threshold) => compare(reading.mean(), comparison.operator, threshold),
        None => Truth::Unknown,
    }
}

/// The value of an operand: a number stands for itself, `baseline` for the reading of the metric in the baseline that
/// is named or compared against, shifted as written. None where nothing was read.
pub fn threshold(spec: &Spec, metric: &str, operand: &Operand) -> Option<Quantity> {
    threshold_from(operand, |name| {
        let baseline = match name {
            Some(name) => spec.baseline(name.of(spec.text()))?,
            None => spec.reference()?,
        };
        Some(baseline.readings()?.of(metric)?.mean())
    })
}

/// The value of an operand, with the baselines' readings from wherever they come.
fn threshold_from(operand: &Operand, baseline: impl FnOnce(Option<Span>) -> Option<Quantity>) -> Option<Quantity> {
    match operand {
        Operand::Number(quantity) => Some(*quantity),
        Operand::Date(_) => None,
        Operand::Baseline { name, shift } => {
            let reading = baseline(*name)?;
            let Some((kind, amount)) = shift else { return Some(reading) };
            let value = match kind {
                ShiftKind::Plus => reading.value.checked_add(amount.value)?,
                ShiftKind::Minus => reading.value.checked_sub(amount.value)?,
                ShiftKind::Times => reading.value.checked_mul(amount.value)?,
            };
            Some(reading.with(value))
        }
    }
}

/// Compares two quantities; unknown where they cannot be compared.
pub fn compare(left: Quantity, operator: Operator, right: Quantity) -> Truth {
    // A rate of zero or one is the same with and without its percent sign; nothing else changes its dimension.
    let comparable = left.comparable(&right)
        || (right.value.is_zero() && right.dimension() == Dimension::Plain)
        || (left.value.is_zero() && left.dimension() == Dimension::Plain);
    if !comparable {
        return Truth::Unknown;
    }
    let order = order(left.value, right.value);
    Truth::from(match operator {
        Operator::GreaterEqual => order != Ordering::Less,
        Operator::LessEqual => order != Ordering::Greater,
        Operator::Greater => order == Ordering::Greater,
        Operator::Less => order == Ordering::Less,
        Operator::Equal => order == Ordering::Equal,
        Operator::NotEqual => order != Ordering::Equal,
    })
}

/// Decimals are exact, but a mean of three need not be: a billionth is no difference.
fn order(left: Decimal, right: Decimal) -> Ordering {
    let difference = left.saturating_sub(right);
    if difference.abs() < Decimal::new(1, 9) { Ordering::Equal } else { left.cmp(&right) }
}

/// The arm that decides after all rounds of the spec: the first from the top that surely holds.
/// None before the first round, and where no arm holds.
pub fn deciding_arm<'s>(spec: &'s Spec<'_>, config: &Config) -> Option<&'s Arm> {
    spec.rounds().next()?;
    let history = History::of(spec, config);
    history.deciding_arm(history.rounds.len())
}
