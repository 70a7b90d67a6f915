//! What readings say about metrics, in a few characters: the way to a threshold, the rounds in which something failed.

use ftspec_schema::Dimension;
use rust_decimal::Decimal;

use crate::Analysis;
use crate::lang::{Lang, say};
use crate::quantity::Quantity;
use crate::spec::{Operand, Reading, Spec, Statement, StatementKind};
use crate::stopping::{self, Truth};

/// How many rounds are named one by one.
const NAMED: usize = 3;

/// The reading of a metric in the baseline that results are compared with, with the baseline's name.
pub(super) fn baseline<'s>(spec: &'s Spec<'_>, metric: &str) -> Option<(&'s str, Reading<'s>)> {
    let baseline = spec.reference()?;
    Some((baseline.name(), baseline.readings()?.of(metric)?))
}

/// The last round that read a metric, with its name.
pub(super) fn last<'s>(spec: &'s Spec<'_>, metric: &str) -> Option<(&'s str, Reading<'s>)> {
    spec.rounds().filter_map(|round| Some((round.name(), round.readings()?.of(metric)?))).last()
}

/// The threshold of a statement, where it can be known.
pub(super) fn threshold(spec: &Spec, statement: Statement) -> Option<Quantity> {
    stopping::threshold(spec, statement.metric().value, &statement.comparison()?.operand)
}

/// `71% → 90% +19 pts`; none where the two cannot be compared.
pub(super) fn way(from: Quantity, to: Quantity, lang: Lang) -> Option<String> {
    if !from.comparable(&to) {
        return None;
    }
    let change = to.value.checked_sub(from.value)?;
    let to = to.unit.map_or(from.with(to.value), |_| to);
    Some(format!("{from} → {to} {}", signed(to.with(change), lang)))
}

/// A change with its sign: `+19 pts` of a rate, `−200ms` of a time.
fn signed(change: Quantity, lang: Lang) -> String {
    let sign = if change.value < Decimal::ZERO { "−" } else { "+" };
    let amount = change.with(change.value.abs());
    let percent = change.unit.is_some_and(|unit| unit.name == "%") && change.dimension() == Dimension::Plain;
    if !percent {
        return format!("{sign}{amount}");
    }
    let points = (amount.value * Decimal::ONE_HUNDRED).round_dp(2).normalize();
    say!(lang, "{sign}{points} pts", "{sign}{points} 个百分点")
}

/// The rounds in which a statement surely did not hold, in order; of very many rounds, the last.
pub(super) fn failures<'s>(spec: &'s Spec<'_>, statement: Statement) -> Vec<&'s str> {
    const LOOKED_AT: usize = 200;
    let fails = |readings| stopping::holds(spec, statement, readings) == Truth::False;
    let rounds: Vec<_> = spec.rounds().collect();
    let last = &rounds[rounds.len().saturating_sub(LOOKED_AT)..];
    last.iter().filter(|round| round.readings().is_some_and(fails)).map(|round| round.name()).collect()
}

/// Names in a row, the last of them where there are many: `r1, r2`, `r5, r6, r7 and 4 more`.
pub(super) fn named(names: &[&str], lang: Lang) -> String {
    let shown = names.len().min(NAMED);
    let list = names[names.len() - shown..].join(lang.pick(", ", "、"));
    match names.len() - shown {
        0 => list,
        more => {
            let all = names.len();
            say!(lang, "{list} and {more} more", "{list} 等 {all} 轮")
        }
    }
}

/// How a statement did so far, in a few words: the way from the baseline, what was read last, where it failed.
/// Empty where nothing is known.
pub(super) fn standing(analysis: &Analysis, statement: Statement) -> Vec<String> {
    let (spec, lang) = (analysis.spec(), analysis.config().lang);
    let metric = statement.metric().value;
    let mut parts = Vec::new();
    let by_baseline = matches!(statement.comparison().map(|it| it.operand), Some(Operand::Baseline { .. }));
    if let Some(threshold) = threshold(spec, statement) {
        if by_baseline {
            parts.push(format!("= {threshold}"));
        } else if let Some((_, reading)) = baseline(spec, metric)
            && statement.kind() == StatementKind::Require
        {
            parts.extend(way(reading.mean(), threshold, lang));
        }
    }
    let failures = if statement.kind() == StatementKind::Guard { failures(spec, statement) } else { Vec::new() };
    if !failures.is_empty() {
        let names = named(&failures, lang);
        parts.push(say!(lang, "fails in {names}", "{names} 未守住"));
    } else if let Some((round, reading)) = last(spec, metric) {
        parts.push(format!("{round}: {}", reading.mean()));
    }
    parts
}
