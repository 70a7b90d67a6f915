//! The readings of each metric over the rounds, with all numbers in the unit that the readings are written in.

use ftspec_analysis::quantity::Quantity;
use ftspec_analysis::say;
use ftspec_analysis::spec::{Metric, Reading, StatementKind};
use ftspec_schema::Better;
use ftspec_syntax::tree::Operator;
use rust_decimal::prelude::ToPrimitive;

use super::rounds::called;
use super::sheet::Sheet;
use crate::plan::{Band, BandKind, Chart, Point};
use crate::words;

pub fn charts(sheet: &Sheet) -> Vec<Chart> {
    sheet.metrics().into_iter().filter_map(|metric| chart(sheet, metric)).collect()
}

/// The chart of a metric; none where no round read it.
fn chart(sheet: &Sheet, metric: Metric) -> Option<Chart> {
    let name = metric.name();
    let rounds: Vec<_> = sheet.spec.rounds().collect();
    let first = (1..=rounds.len()).find_map(|round| sheet.history.reading(round, name))?;
    let unit = first.values[0];
    let fits = |value: &Quantity| value.comparable(&unit);
    let mut points = Vec::new();
    if let Some(reading) = sheet.history.reading(0, name) {
        let baseline = sheet.spec.reference().map(|baseline| baseline.name()).unwrap_or_default();
        points.push(point(baseline.to_string(), true, Some(reading), unit));
    }
    for (at, round) in rounds.iter().enumerate() {
        points.push(point(called(sheet, *round, at + 1), false, sheet.history.reading(at + 1, name), unit));
    }
    let bands: Vec<Band> = sheet
        .history
        .demands_on(name)
        .iter()
        .filter_map(|statement| {
            let comparison = statement.comparison()?;
            let good_above = match comparison.operator {
                Operator::GreaterEqual | Operator::Greater => true,
                Operator::LessEqual | Operator::Less => false,
                Operator::Equal | Operator::NotEqual => return None,
            };
            let kind = match statement.kind() {
                StatementKind::Require => BandKind::Required,
                StatementKind::Guard => BandKind::Guarded,
                StatementKind::Watch => return None,
            };
            let threshold = sheet.history.threshold(name, &comparison.operand).filter(fits)?;
            let operator = comparison.operator.spelling();
            let shown = words::quantity(sheet.lang, &threshold);
            let word = match kind {
                BandKind::Required => sheet.lang.pick("required", "要求"),
                BandKind::Guarded => sheet.lang.pick("guard", "护栏"),
            };
            Some(Band { kind, at: number(&threshold, unit), good_above, label: format!("{word} {operator} {shown}") })
        })
        .collect();
    let (low, high) = ends(&points, &bands, unit, metric);
    let summary = summary(sheet, metric, &rounds);
    Some(Chart {
        metric: name.to_string(),
        unit: unit.unit.map(|unit| unit.name.to_string()).unwrap_or_default(),
        higher_is_better: metric.better() == Better::Higher,
        low,
        high,
        points,
        bands,
        summary: summary.into(),
    })
}

fn point(name: String, is_baseline: bool, reading: Option<&Reading>, unit: Quantity) -> Point {
    let reading = reading.filter(|reading| reading.values.iter().all(|value| value.comparable(&unit)));
    Point {
        name,
        is_baseline,
        values: reading.map(|it| it.values.iter().map(|value| number(value, unit)).collect()).unwrap_or_default(),
        mean: reading.map(|it| number(&it.mean(), unit)),
    }
}

/// A number in the unit of the chart.
fn number(quantity: &Quantity, unit: Quantity) -> f64 {
    words::in_unit(&unit.with(quantity.value)).round_dp(4).to_f64().unwrap_or_default()
}

/// The ends of the axis: all that is shown with some air, never beyond what a share can be.
fn ends(points: &[Point], bands: &[Band], unit: Quantity, metric: Metric) -> (f64, f64) {
    let shown = points.iter().flat_map(|point| point.values.iter().copied()).chain(bands.iter().map(|band| band.at));
    let (low, high) =
        shown.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    if !low.is_finite() || !high.is_finite() {
        return (0.0, 1.0);
    }
    let air = ((high - low) * 0.15).max(high.abs().max(low.abs()) * 0.01).max(1e-6);
    let scale = metric.scale().map(|(low, high)| (number(&unit.with(low), unit), number(&unit.with(high), unit)));
    let (least, most) = scale.unwrap_or((if low >= 0.0 { 0.0 } else { f64::NEG_INFINITY }, f64::INFINITY));
    let step = step(high - low + 2.0 * air);
    let low = ((low - air) / step).floor() * step;
    let high = ((high + air) / step).ceil() * step;
    (low.max(least), high.min(most).max(low.max(least) + step))
}

/// A round distance for about five lines: 1, 2 or 5 times a power of ten.
fn step(range: f64) -> f64 {
    let raw = (range / 5.0).max(f64::MIN_POSITIVE);
    let power = 10f64.powf(raw.log10().floor());
    let digit = raw / power;
    power
        * if digit <= 1.0 {
            1.0
        } else if digit <= 2.0 {
            2.0
        } else if digit <= 5.0 {
            5.0
        } else {
            10.0
        }
}

/// The chart in words: where it began, where it is, what is demanded.
fn summary(sheet: &Sheet, metric: Metric, rounds: &[ftspec_analysis::spec::Round]) -> String {
    let lang = sheet.lang;
    let name = metric.name();
    let read = |at: usize| sheet.history.mean(at, name).map(|mean| words::quantity(lang, &mean));
    let mut parts = Vec::new();
    if let Some(baseline) = read(0) {
        parts.push(say!(lang, "baseline {baseline}", "基线 {baseline}"));
    }
    for (at, round) in rounds.iter().enumerate() {
        if let Some(mean) = read(at + 1) {
            let round = called(sheet, *round, at + 1);
            parts.push(format!("{round} {mean}"));
        }
    }
    let parts = parts.join(lang.pick(", ", "，"));
    let direction = match metric.better() {
        Better::Higher => lang.pick("higher is better", "越高越好"),
        Better::Lower => lang.pick("lower is better", "越低越好"),
    };
    say!(lang, "`{name}` by round: {parts}; {direction}.", "`{name}` 各轮读数：{parts}；{direction}。")
}
