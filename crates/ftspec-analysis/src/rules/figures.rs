//! Figures beside each other: readings within their metric's scale, thresholds of its dimension, one currency,
//! one reading a seed. Part of `wrong-type`.

use ftspec_schema::{Dimension, MetricMethod};
use ftspec_syntax::tree::ShiftKind;
use ftspec_syntax::{Edit, Span};
use rust_decimal::Decimal;

use crate::diagnostic::{Applicability, Level};
use crate::quantity::Quantity;
use crate::rule::{Findings, JUDGED, Judged};
use crate::spec::{Comparison, Metric, Operand, Reading, Readings, Spec, Subject, ValueData};

/// Checks every figure of a spec that another one gives its meaning.
pub(super) fn check(spec: &Spec, found: &mut Findings) -> Judged {
    scales(spec, found);
    for baseline in spec.baselines() {
        readings(spec, baseline.readings(), None, found);
    }
    let seeds = spec.method().map_or(0, |method| method.seeds());
    for round in spec.rounds() {
        readings(spec, round.readings(), (seeds > 0).then_some(seeds), found);
    }
    if let Some(eval) = spec.eval() {
        for statement in eval.statements() {
            if let (Some(metric), Some(comparison)) = (eval.metric(statement.metric().value), statement.comparison()) {
                threshold(spec, metric, &comparison, found);
            }
        }
    }
    conditions(spec, found);
    currencies(spec, found);
    JUDGED
}

fn scales(spec: &Spec, found: &mut Findings) {
    for metric in spec.eval().into_iter().flat_map(|eval| eval.metrics()) {
        let Some(elements) = metric.node().list("scale").given() else { continue };
        let span = metric.node().value_span("scale").unwrap_or(metric.place());
        match elements {
            [low, high] => {
                if let (ValueData::Number(low), ValueData::Number(high)) = (low.data, high.data)
                    && (!low.comparable(&high) || low.value >= high.value)
                {
                    found
                        .wrong(span, format!("a scale goes from low to high, not from {low} to {high}"))
                        .label("expected [low, high]");
                }
            }
            other => {
                found
                    .wrong(span, format!("a scale has two ends, not {}", other.len()))
                    .label("expected [low, high], such as [1, 5]");
            }
        }
    }
}

/// How a quantity is told in a message about what it is not.
fn kind(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Plain => "a rate or plain number",
        Dimension::Time => "a time",
        Dimension::Money => "an amount of money",
        Dimension::GpuHours => "gpu hours",
        Dimension::Words => "a number of words",
        Dimension::Tokens => "a number of tokens",
    }
}

/// What a metric is measured in: as its method says, else as its first reading says.
fn dimension(spec: &Spec, metric: Metric) -> Option<Dimension> {
    if metric.node().word::<MetricMethod>("method").is_broken() || !metric.node().says("method") {
        return None;
    }
    metric.dimension().or_else(|| {
        let all = spec.baselines().filter_map(|it| it.readings()).chain(spec.rounds().filter_map(|it| it.readings()));
        let first = all.filter_map(|readings| readings.of(metric.name())).next();
        first.map(|reading| reading.values[0].dimension())
    })
}

fn readings(spec: &Spec, readings: Option<Readings>, seeds: Option<usize>, found: &mut Findings) {
    let Some(readings) = readings else { return };
    for reading in readings.all() {
        if let Some(metric) = spec.eval().and_then(|eval| eval.metric(reading.metric.value)) {
            within(spec, metric, &reading, found);
        }
        if let Some(seeds) = seeds
            && reading.values.len() > 1
            && reading.values.len() != seeds
        {
            let count = reading.values.len();
            found
                .wrong(reading.span, format!("{count} readings of `{}` for {seeds} seeds", reading.metric.value))
                .label(format!("expected {seeds} values, one a seed, or a single one"))
                .level(Level::Warn);
        }
    }
}

fn within(spec: &Spec, metric: Metric, reading: &Reading, found: &mut Findings) {
    let name = metric.name();
    let expected = dimension(spec, metric);
    for (value, span) in reading.values.iter().zip(reading.places.iter().copied()) {
        if let Some(expected) = expected
            && value.dimension() != expected
            && !(value.unit.is_none() && matches!(expected, Dimension::Tokens | Dimension::Words))
        {
            found
                .wrong(span, format!("`{name}` is {}, and {value} is {}", kind(expected), kind(value.dimension())))
                .label(format!("expected {}", expected.expected()));
            return;
        }
        if let Some((low, high)) = metric.scale()
            && value.dimension() == Dimension::Plain
            && (value.value < low || value.value > high)
        {
            let ends = ends(low, high);
            let report = found
                .wrong(span, format!("`{name}` reads {value}, outside its scale {ends}"))
                .label(format!("expected a value from {ends}"));
            offer_percent(report, spec, span, value, (low, high));
            return;
        }
    }
}

/// `71` on a scale from 0 to 1 is most likely `71%`.
fn offer_percent(report: crate::rule::Report, spec: &Spec, span: Span, value: &Quantity, scale: (Decimal, Decimal)) {
    let percent = value.value / Decimal::ONE_HUNDRED;
    let written = span.of(spec.text());
    let plain = value.unit.is_none() && !written.contains(['[', ',', '±', '+']);
    if plain && scale == (Decimal::ZERO, Decimal::ONE) && percent <= scale.1 && value.value > Decimal::ONE {
        report.help("a share is written in percent, or as a ratio between 0 and 1").fix(
            format!("write {written}%"),
            Applicability::Unsafe,
            vec![Edit::insert(span.end, "%")],
        );
    } else {
        report.help("set `scale: [low, high]` where the metric has another scale");
    }
}

fn ends(low: Decimal, high: Decimal) -> String {
    format!("{} to {}", low.normalize(), high.normalize())
}

fn threshold(spec: &Spec, metric: Metric, comparison: &Comparison, found: &mut Findings) {
    let name = metric.name();
    let expected = dimension(spec, metric);
    match &comparison.operand {
        Operand::Number(value) => {
            let zero = value.value.is_zero() && value.unit.is_none();
            if let Some(expected) = expected
                && value.dimension() != expected
                && !zero
                && !(value.unit.is_none() && matches!(expected, Dimension::Tokens | Dimension::Words))
            {
                found
                    .wrong(
                        comparison.span,
                        format!("`{name}` is {}, and {value} is {}", kind(expected), kind(value.dimension())),
                    )
                    .label(format!("expected {}", expected.expected()));
            } else if let Some((low, high)) = metric.scale()
                && value.dimension() == Dimension::Plain
                && (value.value < low || value.value > high)
            {
                let ends = ends(low, high);
                let report = found
                    .wrong(comparison.span, format!("{value} is outside the scale of `{name}`, {ends}"))
                    .label(format!("expected a value from {ends}"));
                offer_percent(report, spec, comparison.span, value, (low, high));
            }
        }
        Operand::Date(_) => {
            found
                .wrong(comparison.span, format!("`{name}` is compared with a date"))
                .label("only `date` compares with a date");
        }
        Operand::Baseline { shift: Some((operation, amount)), .. } => {
            let factor = *operation == ShiftKind::Times;
            let fits = if factor {
                amount.unit.is_none()
            } else {
                expected.is_none_or(|expected| amount.dimension() == expected)
            };
            if !fits {
                let report =
                    found.wrong(comparison.span, format!("the baseline of `{name}` cannot be shifted by {amount}"));
                match (factor, expected) {
                    (true, _) => report.label("a factor is a plain number, such as 1.05"),
                    (false, Some(expected)) => {
                        report.label(format!("expected {}, or a factor such as `* 1.05`", expected.expected()))
                    }
                    (false, None) => report.label("expected a factor such as `* 1.05`"),
                };
            }
        }
        Operand::Baseline { shift: None, .. } => {}
    }
}

fn conditions(spec: &Spec, found: &mut Findings) {
    let Some(stop) = spec.stop() else { return };
    let metric = |name: Span| spec.eval().and_then(|eval| eval.metric(name.of(spec.text())));
    for atom in stop.arms().iter().filter_map(|arm| arm.condition.as_ref()).flat_map(|condition| condition.atoms()) {
        match &atom.kind {
            Subject::Compare { name, comparison } => {
                let (fits, expected) = match (name.of(spec.text()), &comparison.operand) {
                    ("rounds", Operand::Number(value)) => {
                        let whole = value.unit.is_none() && value.value.is_integer();
                        (whole && value.value >= Decimal::ZERO, "a whole number of rounds, such as 5")
                    }
                    ("rounds", _) => (false, "a whole number of rounds, such as 5"),
                    ("spend", Operand::Number(value)) => (
                        matches!(value.dimension(), Dimension::Money | Dimension::GpuHours),
                        "an amount of money or gpu hours, such as 400usd",
                    ),
                    ("spend", _) => (false, "an amount of money or gpu hours, such as 400usd"),
                    ("date", operand) => (matches!(operand, Operand::Date(_)), "a date such as 2026-11-02"),
                    _ => {
                        if let Some(metric) = metric(*name) {
                            threshold(spec, metric, comparison, found);
                        }
                        continue;
                    }
                };
                if !fits {
                    let written = format!("{} {}", name.of(spec.text()), comparison.text(spec.text()));
                    found
                        .wrong(comparison.span, format!("`{written}` cannot be compared"))
                        .label(format!("expected {expected}"));
                }
            }
            Subject::Trend { name, comparison, .. } | Subject::Varies { name, comparison } => {
                let expected = metric(*name).and_then(|metric| dimension(spec, metric));
                match (&comparison.operand, expected) {
                    (Operand::Number(value), Some(expected))
                        if value.dimension() != expected && !value.value.is_zero() =>
                    {
                        found
                            .wrong(
                                comparison.span,
                                format!("`{}` changes by {}, not by {value}", name.of(spec.text()), kind(expected)),
                            )
                            .label(format!("expected {}", expected.expected()));
                    }
                    (Operand::Number(_), _) => {}
                    _ => {
                        found
                            .wrong(comparison.span, "a change is compared with an amount")
                            .label("expected an amount such as 1%");
                    }
                }
            }
            Subject::AnyFails(_) | Subject::AllHold(_) => {}
        }
    }
}

/// A plan counts in one currency.
fn currencies(spec: &Spec, found: &mut Findings) {
    let mut amounts: Vec<(Quantity, Span)> = Vec::new();
    let mut field = |node: crate::spec::Node, name: &str| {
        if let Some(amount) = node.quantity(name).given() {
            amounts.push((amount.value, amount.span));
        }
    };
    if let Some(method) = spec.method() {
        field(method.node(), "budget");
    }
    for round in spec.rounds() {
        field(round.node(), "spend");
    }
    for arm in spec.stop().map_or(&[][..], |stop| stop.arms()) {
        for atom in arm.condition.iter().flat_map(|condition| condition.atoms()) {
            if let Subject::Compare { name, comparison: Comparison { operand: Operand::Number(value), span, .. } } =
                &atom.kind
                && name.of(spec.text()) == "spend"
            {
                amounts.push((*value, *span));
            }
        }
    }
    amounts.retain(|(amount, _)| amount.dimension() == Dimension::Money);
    amounts.sort_by_key(|(_, span)| span.start);
    let Some((first, first_span)) = amounts.first().copied() else { return };
    for (amount, span) in &amounts[1..] {
        if amount.unit != first.unit {
            let (one, other) = (first.unit.map_or("", |unit| unit.name), amount.unit.map_or("", |unit| unit.name));
            found
                .wrong(*span, format!("two currencies in one plan: {one} and {other}"))
                .label(format!("{other} here"))
                .also(first_span, format!("{one} here"))
                .help("count in one currency, so that sums and limits mean something");
            return;
        }
    }
}
