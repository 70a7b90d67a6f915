//! One condition on one history.

use ftspec_schema::Better;
use ftspec_syntax::tree::Operator;
use rust_decimal::Decimal;

use super::{History, Truth, compare, holds, threshold};
use crate::quantity::Quantity;
use crate::spec::{Comparison, Condition, Direction, Group, Operand, Spec, Statement, Subject};

/// Whether a condition holds after the rounds of a history.
pub fn evaluate(spec: &Spec, condition: &Condition, history: &History) -> Truth {
    match condition {
        Condition::Or(parts) => parts.iter().fold(Truth::False, |truth, part| truth.or(evaluate(spec, part, history))),
        Condition::And(parts) => parts.iter().fold(Truth::True, |truth, part| truth.and(evaluate(spec, part, history))),
        Condition::Atom(atom) => match &atom.kind {
            Subject::AnyFails(group) => any_fails(spec, *group, history),
            Subject::AllHold(group) => all_hold(spec, *group, history),
            Subject::Compare { name, comparison } => {
                compared(spec, name.of(spec.text()), comparison, history).unwrap_or(Truth::Unknown)
            }
            Subject::Trend { name, direction, comparison, window } => {
                trend(spec, name.of(spec.text()), *direction, comparison, *window, history).unwrap_or(Truth::Unknown)
            }
            Subject::Varies { name, comparison } => {
                varies(name.of(spec.text()), comparison, history).unwrap_or(Truth::Unknown)
            }
        },
    }
}

fn members<'s>(spec: &'s Spec<'_>, group: Group) -> Vec<Statement<'s>> {
    let Some(eval) = spec.eval() else { return Vec::new() };
    match group {
        Group::Requirements => eval.requirements().collect(),
        Group::Guards => eval.guards().collect(),
    }
}

fn after_last(spec: &Spec, group: Group, history: &History) -> Vec<Truth> {
    let readings = history.rounds.last().and_then(|round| round.readings);
    members(spec, group)
        .into_iter()
        .map(|statement| readings.map_or(Truth::Unknown, |readings| holds(spec, statement, readings)))
        .collect()
}

/// Over none it is false.
fn any_fails(spec: &Spec, group: Group, history: &History) -> Truth {
    let truths = after_last(spec, group, history);
    if truths.contains(&Truth::False) {
        Truth::True
    } else if truths.contains(&Truth::Unknown) {
        Truth::Unknown
    } else {
        Truth::False
    }
}

/// Over none it is unknown.
fn all_hold(spec: &Spec, group: Group, history: &History) -> Truth {
    let truths = after_last(spec, group, history);
    if truths.is_empty() {
        return Truth::Unknown;
    }
    truths.into_iter().fold(Truth::True, Truth::and)
}

fn compared(spec: &Spec, name: &str, comparison: &Comparison, history: &History) -> Option<Truth> {
    match (name, &comparison.operand) {
        ("date", Operand::Date(date)) => {
            let today = history.today?;
            let days = |date: jiff::civil::Date| {
                Quantity::plain(i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day()))
            };
            Some(compare(days(today), comparison.operator, days(*date)))
        }
        ("rounds", Operand::Number(bound)) => {
            Some(compare(Quantity::plain(history.rounds.len() as i64), comparison.operator, *bound))
        }
        ("spend", Operand::Number(bound)) => Some(spend(*bound, comparison.operator, history)),
        _ => {
            let last = history.rounds.len().checked_sub(1)?;
            let reading = history.mean(last, name)?;
            Some(compare(reading, comparison.operator, threshold(spec, name, &comparison.operand)?))
        }
    }
}

/// What was spent in all, in the unit of the bound. Where a round does not say, the sum is only known to be at least
/// what the others say.
fn spend(bound: Quantity, operator: Operator, history: &History) -> Truth {
    let mut sum = Decimal::ZERO;
    let mut silent = false;
    for round in &history.rounds {
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
fn trend(
    spec: &Spec,
    name: &str,
    direction: Direction,
    comparison: &Comparison,
    window: u32,
    history: &History,
) -> Option<Truth> {
    let Operand::Number(bound) = comparison.operand else { return None };
    let higher = spec.eval()?.metric(name)?.better() == Better::Higher;
    let window = window as usize;
    let anew = history.rounds.iter().rposition(|round| round.starts_anew).unwrap_or(0);
    let rounds = history.rounds.len();
    if rounds - anew < window {
        return None;
    }
    let best = |values: Vec<Quantity>| {
        values.into_iter().reduce(|best, value| if (value.value > best.value) == higher { value } else { best })
    };
    let means =
        |range: std::ops::Range<usize>| range.map(|round| history.mean(round, name)).collect::<Option<Vec<_>>>();
    let last = best(means(rounds - window..rounds)?)?;
    let mut before = means(0..rounds - window)?;
    if let Some(reading) = spec.reference().and_then(|baseline| baseline.readings()?.of(name)) {
        before.push(reading.mean());
    }
    let before = best(before)?;
    if !last.comparable(&before) {
        return None;
    }
    let better = if higher { last.value - before.value } else { before.value - last.value };
    let change = if direction == Direction::Gains { better } else { -better };
    Some(compare(last.with(change), comparison.operator, bound))
}

fn varies(name: &str, comparison: &Comparison, history: &History) -> Option<Truth> {
    let Operand::Number(bound) = comparison.operand else { return None };
    let spread = history.rounds.last()?.readings?.of(name)?.spread()?;
    Some(compare(spread, comparison.operator, bound))
}
