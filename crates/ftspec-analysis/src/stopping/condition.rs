//! One condition on one history.

use std::ops::Range;

use ftspec_schema::Better;
use ftspec_syntax::tree::Operator;
use rust_decimal::Decimal;

use super::{History, Truth, compare};
use crate::quantity::Quantity;
use crate::spec::{Comparison, Condition, Direction, Group, Operand, StatementKind, Subject};

/// Whether a condition holds after the first `rounds` rounds of a history.
pub fn evaluate(condition: &Condition, history: &History, rounds: usize) -> Truth {
    let every = |parts: &[Condition], empty, join: fn(Truth, Truth) -> Truth| {
        parts.iter().fold(empty, |truth, part| join(truth, evaluate(part, history, rounds)))
    };
    match condition {
        Condition::Or(parts) => every(parts, Truth::False, Truth::or),
        Condition::And(parts) => every(parts, Truth::True, Truth::and),
        Condition::Atom(atom) => After { history, rounds }.test(&atom.kind),
    }
}

/// A history as it was after so many rounds.
struct After<'h, 's> {
    history: &'h History<'s>,
    rounds: usize,
}

impl After<'_, '_> {
    fn test(&self, test: &Subject) -> Truth {
        let text = self.history.spec.text();
        let known = match test {
            Subject::AnyFails(group) => Some(self.any_fails(*group)),
            Subject::AllHold(group) => Some(self.all_hold(*group)),
            Subject::Compare { name, comparison } => self.compared(name.of(text), comparison),
            Subject::Trend { name, direction, comparison, window } => {
                self.trend(name.of(text), *direction, comparison, *window)
            }
            Subject::Varies { name, comparison } => self.varies(name.of(text), comparison),
        };
        known.unwrap_or(Truth::Unknown)
    }

    fn members(&self, group: Group) -> impl Iterator<Item = Truth> {
        let kind = match group {
            Group::Requirements => StatementKind::Require,
            Group::Guards => StatementKind::Guard,
        };
        let statements = self.history.spec.eval().into_iter().flat_map(|eval| eval.statements());
        let members = statements.filter(move |statement| statement.kind() == kind);
        members.map(|statement| self.history.holds(statement, self.rounds))
    }

    /// Over none it is false.
    fn any_fails(&self, group: Group) -> Truth {
        let fails = |held: Truth| match held {
            Truth::True => Truth::False,
            Truth::False => Truth::True,
            Truth::Unknown => Truth::Unknown,
        };
        self.members(group).map(fails).fold(Truth::False, Truth::or)
    }

    /// Over none it is unknown.
    fn all_hold(&self, group: Group) -> Truth {
        self.members(group).reduce(Truth::and).unwrap_or(Truth::Unknown)
    }

    fn compared(&self, name: &str, comparison: &Comparison) -> Option<Truth> {
        let history = self.history;
        match (name, &comparison.operand) {
            ("date", Operand::Date(date)) => {
                let days = |date: jiff::civil::Date| {
                    let (year, month, day) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
                    Quantity::plain(year * 10_000 + month * 100 + day)
                };
                Some(compare(days(history.day(self.rounds)?), comparison.operator, days(*date)))
            }
            ("rounds", Operand::Number(bound)) => {
                Some(compare(Quantity::plain(self.rounds as i64), comparison.operator, *bound))
            }
            ("spend", Operand::Number(bound)) => Some(self.spend(*bound, comparison.operator)),
            _ => {
                let reading = history.mean(self.rounds, name)?;
                Some(compare(reading, comparison.operator, history.threshold(name, &comparison.operand)?))
            }
        }
    }

    /// What was spent in all, in the unit of the bound. Where a round does not say, the sum is only known to be at least
    /// what the others say.
    fn spend(&self, bound: Quantity, operator: Operator) -> Truth {
        let mut sum = Decimal::ZERO;
        let mut silent = false;
        for round in &self.history.rounds[..self.rounds] {
            match round.spend {
                Some(spend) if spend.comparable(&bound) => sum = sum.saturating_add(spend.value),
                Some(_) => {} // hours beside money
                None => silent = true,
            }
        }
        let truth = compare(bound.with(sum), operator, bound);
        if !silent {
            return truth;
        }
        match (operator, truth) {
            (Operator::GreaterEqual | Operator::Greater, Truth::True) => Truth::True,
            (Operator::LessEqual | Operator::Less, Truth::False) => Truth::False,
            _ => Truth::Unknown,
        }
    }

    /// The best of the last rounds against the best before them, in the metric's own direction.
    fn trend(&self, name: &str, direction: Direction, comparison: &Comparison, window: u32) -> Option<Truth> {
        let Operand::Number(bound) = comparison.operand else { return None };
        let history = self.history;
        let higher = history.spec.eval()?.metric(name)?.better() == Better::Higher;
        let window = window as usize;
        let anew = history.rounds[..self.rounds].iter().rposition(|round| round.starts_anew).unwrap_or(0);
        if self.rounds - anew < window {
            return None;
        }
        let better = |best: Quantity, value: Quantity| if (value.value > best.value) == higher { value } else { best };
        // After 0 rounds stands the baseline, which may be silent; a round may not.
        let best = |after: Range<usize>| -> Option<Quantity> {
            let means = after.map(|rounds| history.mean(rounds, name)).collect::<Option<Vec<_>>>()?;
            means.into_iter().reduce(better)
        };
        let first = self.rounds - window;
        let last = best(first + 1..self.rounds + 1)?;
        let before = match (history.mean(0, name), first) {
            (baseline, 0) => baseline?,
            (Some(baseline), _) => better(baseline, best(1..first + 1)?),
            (None, _) => best(1..first + 1)?,
        };
        if !last.comparable(&before) {
            return None;
        }
        let rise = last.value.saturating_sub(before.value);
        let gain = if higher { rise } else { -rise };
        let change = if direction == Direction::Gains { gain } else { -gain };
        Some(compare(last.with(change), comparison.operator, bound))
    }

    fn varies(&self, name: &str, comparison: &Comparison) -> Option<Truth> {
        let Operand::Number(bound) = comparison.operand else { return None };
        let spread = self.history.reading(self.rounds, name)?.spread()?;
        Some(compare(spread, comparison.operator, bound))
    }
}
