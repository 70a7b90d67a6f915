//! The metrics with what is demanded of them, what was read, and how far off a reading may be.

use ftspec_analysis::noise::{self, Yardstick};
use ftspec_analysis::quantity::Quantity;
use ftspec_analysis::say;
use ftspec_analysis::spec::{Metric, Reading, Statement, StatementKind};
use ftspec_schema::{Better, Coverage, Judge, Measures, MetricMethod};
use rust_decimal::prelude::ToPrimitive;

use super::sheet::Sheet;
use crate::plan::{self, Demand, Evaluation, Holds, LastReading, Margin, Review, Term};
use crate::words;

pub fn evaluation(sheet: &Sheet) -> Option<Evaluation> {
    let eval = sheet.spec.eval()?;
    let node = eval.node();
    let metrics = sheet.metrics();
    let covered = |name: &str| metrics.iter().any(|metric| metric.covers().contains(&name));
    let uncovered = sheet.spec.behaviors().map(|behavior| behavior.name()).filter(|name| !covered(name));
    let review = eval.review().map(|review| Review {
        by: sheet.text(review, "by"),
        samples: sheet.number(review, "samples"),
        question: sheet.text(review, "question"),
        line: sheet.line(review.keyword()),
    });
    Some(Evaluation {
        against: sheet.spec.reference().map(|baseline| baseline.name().to_string()),
        coverage: sheet.word::<Coverage>(node, "coverage"),
        metrics: metrics.iter().map(|it| metric(sheet, *it)).collect(),
        uncovered: uncovered.map(str::to_string).collect(),
        review,
        line: sheet.line(eval.keyword()),
    })
}

fn metric(sheet: &Sheet, metric: Metric) -> plan::Metric {
    let node = metric.node();
    let name = metric.name();
    let demands = |kind| {
        let all = sheet.history.demands_on(name).iter().filter(move |it| it.kind() == kind);
        all.map(|statement| demand(sheet, *statement)).collect::<Vec<_>>()
    };
    plan::Metric {
        name: name.to_string(),
        measures: implied(sheet, sheet.word::<Measures>(node, "measures"), metric.measures().given()),
        method: sheet.word::<MetricMethod>(node, "method"),
        judge: implied(sheet, sheet.word::<Judge>(node, "judge"), metric.judge().given()),
        on: metric.on().given().map(|on| on.value.to_string()),
        higher_is_better: metric.better() == Better::Higher,
        baseline: sheet.history.reading(0, name).map(|reading| sheet.mean(reading)),
        required: demands(StatementKind::Require),
        guarded: demands(StatementKind::Guard),
        watched: !demands(StatementKind::Watch).is_empty(),
        last: last(sheet, name),
        margin: margin(sheet, metric),
        covers: metric.covers().into_iter().map(str::to_string).collect(),
        line: sheet.line(metric.place()),
    }
}

/// A word that is written, or else what follows from the method.
fn implied<T: ftspec_schema::Enumerated>(sheet: &Sheet, written: Option<Term>, value: Option<T>) -> Option<Term> {
    written.or_else(|| value.map(|value| sheet.implied(value)))
}

fn demand(sheet: &Sheet, statement: Statement) -> Demand {
    let metric = statement.metric().value;
    let rounds = sheet.history.rounds.len();
    let comparison = statement.comparison();
    let threshold = comparison.and_then(|it| sheet.history.threshold(metric, &it.operand));
    let baseline = sheet.history.mean(0, metric);
    let distance = threshold.zip(baseline).filter(|(to, from)| to.comparable(from)).and_then(|(to, from)| {
        let change = to.value.checked_sub(from.value)?;
        let unit = if from.unit.is_some() { from } else { to };
        (!change.is_zero()).then(|| words::signed(sheet.lang, &unit.with(change)))
    });
    Demand {
        written: comparison.map(|it| it.text(sheet.spec.text())).unwrap_or_default(),
        threshold: threshold.map(|threshold| sheet.computed(threshold)),
        holds: Holds::from(sheet.history.holds(statement, rounds)),
        distance,
        line: sheet.line(statement.span()),
    }
}

/// What was read last, in whichever round.
fn last(sheet: &Sheet, metric: &str) -> Option<LastReading> {
    let rounds: Vec<_> = sheet.spec.rounds().collect();
    let at = (1..=rounds.len()).rev().find(|round| sheet.history.reading(*round, metric).is_some())?;
    let reading = sheet.history.reading(at, metric)?;
    Some(LastReading {
        round: super::rounds::called(sheet, rounds[at - 1], at),
        mean: sheet.mean(reading),
        values: sheet.values(reading),
    })
}

/// How far off a reading may be: of the last one, else of the baseline's, else of one at the first threshold.
fn margin(sheet: &Sheet, metric: Metric) -> Option<Margin> {
    let name = metric.name();
    let yardstick = Yardstick::of(metric, noise::OPTION.default);
    let rounds = sheet.history.rounds.len();
    let read = (0..=rounds).rev().find_map(|round| sheet.history.reading(round, name)).cloned();
    let reading = read.or_else(|| at_threshold(sheet, metric))?;
    let value = yardstick.noise(&reading)?;
    let items = yardstick.items(&reading).filter(|_| yardstick.is_proportion(&reading));
    let amount = reading.values[0].with(value);
    let rounded = match amount.unit {
        Some(unit) if unit.name == "%" => amount.with(value.round_dp(3)),
        _ => amount.with(value.round_sf(2).unwrap_or(value)),
    };
    let lang = sheet.lang;
    let seeds = reading.values.len();
    let because = match (items, seeds) {
        (Some(items), _) => {
            let items = words::number(items.into());
            say!(lang, "{items} items judged", "评测 {items} 条")
        }
        (None, 2..) => say!(lang, "{seeds} seeds", "{seeds} 个随机种子"),
        (None, _) => lang.pick("its own ±", "读数自带的 ±").into(),
    };
    let percent = reading.values[0].unit.is_some_and(|unit| unit.name == "%");
    let shown = if yardstick.is_proportion(&reading) && !percent {
        Quantity { unit: ftspec_schema::Unit::get("%"), ..rounded }
    } else {
        rounded
    };
    Some(Margin {
        shown: format!("±{}", words::difference(lang, &shown)),
        value: value.to_f64().unwrap_or_default(),
        items,
        because: because.into(),
    })
}

/// A reading at the first threshold of a metric that was never read: what the size of the test would allow there.
fn at_threshold<'s>(sheet: &'s Sheet<'s>, metric: Metric<'s>) -> Option<Reading<'s>> {
    let statement = sheet.history.demands_on(metric.name()).iter().find(|it| it.comparison().is_some())?;
    let comparison = statement.comparison()?;
    let value = sheet.history.threshold(metric.name(), &comparison.operand)?;
    Some(Reading {
        metric: statement.metric(),
        values: vec![value],
        places: vec![comparison.span],
        margin: None,
        items: None,
        span: comparison.span,
    })
}
