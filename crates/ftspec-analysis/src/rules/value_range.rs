//! The values that comparisons leave over: enough to see that two demands exclude each other, or that one holds
//! whenever another does.

use ftspec_schema::Dimension;
use ftspec_syntax::tree::Operator;
use rust_decimal::Decimal;

use crate::spec::Metric;

/// A stretch of numbers, some of them taken out.
#[derive(Clone, Debug, Default)]
pub(super) struct Range {
    low: Option<End>,
    high: Option<End>,
    without: Vec<Decimal>,
    whole: bool,
}

#[derive(Clone, Copy, Debug)]
struct End {
    at: Decimal,
    included: bool,
}

impl Range {
    /// Every number.
    pub fn all() -> Self {
        Self::default()
    }

    /// What cannot be negative.
    pub fn from_zero() -> Self {
        Self { low: Some(End { at: Decimal::ZERO, included: true }), ..Self::default() }
    }

    /// Whole numbers alone.
    pub fn whole(self) -> Self {
        Self { whole: true, ..self }
    }

    /// What a metric can read in a dimension: its scale; no negative time, amount or length.
    pub fn of(metric: Option<Metric>, dimension: Dimension) -> Self {
        if dimension != Dimension::Plain {
            return Self::from_zero();
        }
        let mut range = Self::all();
        if let Some((low, high)) = metric.and_then(|metric| metric.scale()) {
            range.narrow(Operator::GreaterEqual, low);
            range.narrow(Operator::LessEqual, high);
        }
        range
    }

    /// Leaves only what satisfies a comparison.
    pub fn narrow(&mut self, operator: Operator, value: Decimal) {
        match operator {
            Operator::GreaterEqual => self.raise(value, true),
            Operator::Greater => self.raise(value, false),
            Operator::LessEqual => self.lower(value, true),
            Operator::Less => self.lower(value, false),
            Operator::Equal => {
                self.raise(value, true);
                self.lower(value, true);
            }
            Operator::NotEqual => self.without.push(value),
        }
    }

    fn raise(&mut self, value: Decimal, included: bool) {
        let end = match (self.whole, included) {
            (false, _) => End { at: value, included },
            (true, true) => End { at: value.ceil(), included: true },
            (true, false) => End { at: value.floor().saturating_add(Decimal::ONE), included: true },
        };
        if self.low.is_none_or(|low| end.at > low.at || end.at == low.at && !end.included) {
            self.low = Some(end);
        }
    }

    fn lower(&mut self, value: Decimal, included: bool) {
        let end = match (self.whole, included) {
            (false, _) => End { at: value, included },
            (true, true) => End { at: value.floor(), included: true },
            (true, false) => End { at: value.ceil().saturating_sub(Decimal::ONE), included: true },
        };
        if self.high.is_none_or(|high| end.at < high.at || end.at == high.at && !end.included) {
            self.high = Some(end);
        }
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        let (Some(low), Some(high)) = (self.low, self.high) else { return false };
        if low.at >= high.at {
            let point = low.at == high.at && low.included && high.included;
            return !point || self.without.contains(&low.at);
        }
        if !self.whole || high.at.saturating_sub(low.at) >= Decimal::from(self.without.len()) {
            return false;
        }
        let steps = std::iter::successors(Some(low.at), |at| at.checked_add(Decimal::ONE));
        steps.take_while(|at| *at <= high.at).all(|at| self.without.contains(&at))
    }

    /// Whether everything that is left satisfies a comparison.
    pub fn implies(&self, operator: Operator, value: Decimal) -> bool {
        let opposite = match operator {
            Operator::GreaterEqual => Operator::Less,
            Operator::Less => Operator::GreaterEqual,
            Operator::Greater => Operator::LessEqual,
            Operator::LessEqual => Operator::Greater,
            Operator::Equal => Operator::NotEqual,
            Operator::NotEqual => Operator::Equal,
        };
        let mut rest = self.clone();
        rest.narrow(opposite, value);
        rest.is_empty()
    }
}
