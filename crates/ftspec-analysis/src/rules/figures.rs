//! Figures beside each other: readings within their metric's scale, thresholds of its dimension, one currency,
//! one reading a seed. Part of `wrong-type`.

use ftspec_schema::{Dimension, MetricMethod};
use ftspec_syntax::tree::ShiftKind;
use ftspec_syntax::{Edit, Span};
use rust_decimal::Decimal;

use crate::diagnostic::{Applicability, Level};
use crate::lang::{Lang, say};
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
    let lang = found.lang();
    for metric in spec.eval().into_iter().flat_map(|eval| eval.metrics()) {
        let Some(elements) = metric.node().list("scale").given() else { continue };
        let span = metric.node().value_span("scale").unwrap_or(metric.place());
        match elements {
            [low, high] => {
                if let (ValueData::Number(low), ValueData::Number(high)) = (low.data, high.data)
                    && (!low.comparable(&high) || low.value >= high.value)
                {
                    found
                        .wrong(
                            span,
                            say!(
                                lang,
                                "a scale goes from low to high, not from {low} to {high}",
                                "量程从低到高写，不能从 {low} 到 {high}"
                            ),
                        )
                        .label(say!(lang, "expected [low, high]", "应为 [低, 高]"));
                }
            }
            other => {
                let count = other.len();
                found
                    .wrong(span, say!(lang, "a scale has two ends, not {count}", "量程有两端，不是 {count} 个数"))
                    .label(say!(lang, "expected [low, high], such as [1, 5]", "应为 [低, 高]，例如 [1, 5]"));
            }
        }
    }
}

/// How a quantity is told in a message about what it is not.
fn kind(lang: Lang, dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Plain => lang.pick("a rate or plain number", "比率或纯数字"),
        Dimension::Time => lang.pick("a time", "时间"),
        Dimension::Money => lang.pick("an amount of money", "金额"),
        Dimension::GpuHours => lang.pick("gpu hours", "卡时"),
        Dimension::Words => lang.pick("a number of words", "字数"),
        Dimension::Tokens => lang.pick("a number of tokens", "词元数"),
    }
}

/// What is to be written, with an example.
fn example(lang: Lang, dimension: Dimension) -> &'static str {
    let zh = match dimension {
        Dimension::Plain => "数字或占比，例如 0.9 或 90%",
        Dimension::Time => "时间，例如 800ms 或 2s",
        Dimension::Money => "金额，例如 60usd",
        Dimension::GpuHours => "卡时，例如 40gpu_hours",
        Dimension::Words => "字数，例如 120words",
        Dimension::Tokens => "词元数，例如 512tokens",
    };
    lang.pick(dimension.expected(), zh)
}

/// A value of one kind where another one is expected.
fn other_kind(name: &str, value: &Quantity, expected: Dimension, span: Span, found: &mut Findings) {
    let lang = found.lang();
    let (is, other, wanted) = (kind(lang, expected), kind(lang, value.dimension()), example(lang, expected));
    found
        .wrong(span, say!(lang, "`{name}` is {is}, and {value} is {other}", "`{name}` 是{is}，而 {value} 是{other}"))
        .label(say!(lang, "expected {wanted}", "应为{wanted}"));
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
            let (count, name) = (reading.values.len(), reading.metric.value);
            let lang = found.lang();
            found
                .wrong(
                    reading.span,
                    say!(
                        lang,
                        "{count} readings of `{name}` for {seeds} seeds",
                        "`{name}` 有 {count} 个读数，种子却有 {seeds} 个"
                    ),
                )
                .label(say!(
                    lang,
                    "expected {seeds} values, one a seed, or a single one",
                    "应为 {seeds} 个值，每个种子一个；或者只写一个"
                ))
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
            other_kind(name, value, expected, span, found);
            return;
        }
        if let Some((low, high)) = metric.scale()
            && value.dimension() == Dimension::Plain
            && (value.value < low || value.value > high)
        {
            let lang = found.lang();
            let ends = ends(lang, low, high);
            let report = found
                .wrong(
                    span,
                    say!(
                        lang,
                        "`{name}` reads {value}, outside its scale {ends}",
                        "`{name}` 的读数 {value} 超出量程 {ends}"
                    ),
                )
                .label(say!(lang, "expected a value from {ends}", "应在 {ends} 之间"));
            offer_percent(report, lang, spec, span, value, (low, high));
            return;
        }
    }
}

/// `71` on a scale from 0 to 1 is most likely `71%`.
fn offer_percent(
    report: crate::rule::Report,
    lang: Lang,
    spec: &Spec,
    span: Span,
    value: &Quantity,
    scale: (Decimal, Decimal),
) {
    let percent = value.value / Decimal::ONE_HUNDRED;
    let written = span.of(spec.text());
    let plain = value.unit.is_none() && !written.contains(['[', ',', '±', '+']);
    if plain && scale == (Decimal::ZERO, Decimal::ONE) && percent <= scale.1 && value.value > Decimal::ONE {
        report
            .help(say!(
                lang,
                "a share is written in percent, or as a ratio between 0 and 1",
                "占比写成百分数，或者 0 到 1 之间的比值"
            ))
            .fix(
                say!(lang, "write {written}%", "写成 {written}%"),
                Applicability::Unsafe,
                vec![Edit::insert(span.end, "%")],
            );
    } else {
        report.help(say!(
            lang,
            "set `scale: [low, high]` where the metric has another scale",
            "如果指标用的是别的量程，请写 `scale: [低, 高]`"
        ));
    }
}

fn ends(lang: Lang, low: Decimal, high: Decimal) -> String {
    let (low, high) = (low.normalize(), high.normalize());
    say!(lang, "{low} to {high}", "{low} 到 {high}")
}

fn threshold(spec: &Spec, metric: Metric, comparison: &Comparison, found: &mut Findings) {
    let name = metric.name();
    let expected = dimension(spec, metric);
    let lang = found.lang();
    match &comparison.operand {
        Operand::Number(value) => {
            let zero = value.value.is_zero() && value.unit.is_none();
            if let Some(expected) = expected
                && value.dimension() != expected
                && !zero
                && !(value.unit.is_none() && matches!(expected, Dimension::Tokens | Dimension::Words))
            {
                other_kind(name, value, expected, comparison.span, found);
            } else if let Some((low, high)) = metric.scale()
                && value.dimension() == Dimension::Plain
                && (value.value < low || value.value > high)
            {
                let ends = ends(lang, low, high);
                let report = found
                    .wrong(
                        comparison.span,
                        say!(
                            lang,
                            "{value} is outside the scale of `{name}`, {ends}",
                            "{value} 超出 `{name}` 的量程 {ends}"
                        ),
                    )
                    .label(say!(lang, "expected a value from {ends}", "应在 {ends} 之间"));
                offer_percent(report, lang, spec, comparison.span, value, (low, high));
            }
        }
        Operand::Date(_) => {
            found
                .wrong(comparison.span, say!(lang, "`{name}` is compared with a date", "`{name}` 在和日期比较"))
                .label(say!(lang, "only `date` compares with a date", "只有 `date` 能和日期比较"));
        }
        Operand::Baseline { shift: Some((operation, amount)), .. } => {
            let factor = *operation == ShiftKind::Times;
            let fits = if factor {
                amount.unit.is_none()
            } else {
                expected.is_none_or(|expected| amount.dimension() == expected)
            };
            if !fits {
                let report = found.wrong(
                    comparison.span,
                    say!(
                        lang,
                        "the baseline of `{name}` cannot be shifted by {amount}",
                        "`{name}` 的基线不能移动 {amount}"
                    ),
                );
                match (factor, expected.map(|expected| example(lang, expected))) {
                    (true, _) => {
                        report.label(say!(lang, "a factor is a plain number, such as 1.05", "倍数是纯数字，例如 1.05"))
                    }
                    (false, Some(wanted)) => report.label(say!(
                        lang,
                        "expected {wanted}, or a factor such as `* 1.05`",
                        "应为{wanted}；或者倍数，例如 `* 1.05`"
                    )),
                    (false, None) => {
                        report.label(say!(lang, "expected a factor such as `* 1.05`", "应为倍数，例如 `* 1.05`"))
                    }
                };
            }
        }
        Operand::Baseline { shift: None, .. } => {}
    }
}

/// What the names that are no metrics compare with, in English and in Chinese.
const ROUNDS: (&str, &str) = ("a whole number of rounds, such as 5", "整数轮数，例如 5");
const SPEND: (&str, &str) = ("an amount of money or gpu hours, such as 400usd", "金额或卡时，例如 400usd");
const DATE: (&str, &str) = ("a date such as 2026-11-02", "日期，例如 2026-11-02");

fn conditions(spec: &Spec, found: &mut Findings) {
    let lang = found.lang();
    let Some(stop) = spec.stop() else { return };
    let metric = |name: Span| spec.eval().and_then(|eval| eval.metric(name.of(spec.text())));
    for atom in stop.arms().iter().filter_map(|arm| arm.condition.as_ref()).flat_map(|condition| condition.atoms()) {
        match &atom.kind {
            Subject::Compare { name, comparison } => {
                let (fits, expected) = match (name.of(spec.text()), &comparison.operand) {
                    ("rounds", Operand::Number(value)) => {
                        let whole = value.unit.is_none() && value.value.is_integer();
                        (whole && value.value >= Decimal::ZERO, ROUNDS)
                    }
                    ("rounds", _) => (false, ROUNDS),
                    ("spend", Operand::Number(value)) => {
                        (matches!(value.dimension(), Dimension::Money | Dimension::GpuHours), SPEND)
                    }
                    ("spend", _) => (false, SPEND),
                    ("date", operand) => (matches!(operand, Operand::Date(_)), DATE),
                    _ => {
                        if let Some(metric) = metric(*name) {
                            threshold(spec, metric, comparison, found);
                        }
                        continue;
                    }
                };
                if !fits {
                    let written = format!("{} {}", name.of(spec.text()), comparison.text(spec.text()));
                    let expected = lang.pick(expected.0, expected.1);
                    found
                        .wrong(comparison.span, say!(lang, "`{written}` cannot be compared", "`{written}` 没法比较"))
                        .label(say!(lang, "expected {expected}", "应为{expected}"));
                }
            }
            Subject::Trend { name, comparison, .. } | Subject::Varies { name, comparison } => {
                let expected = metric(*name).and_then(|metric| dimension(spec, metric));
                match (&comparison.operand, expected) {
                    (Operand::Number(value), Some(expected))
                        if value.dimension() != expected && !value.value.is_zero() =>
                    {
                        let name = name.of(spec.text());
                        let (by, wanted) = (kind(lang, expected), example(lang, expected));
                        found
                            .wrong(
                                comparison.span,
                                say!(
                                    lang,
                                    "`{name}` changes by {by}, not by {value}",
                                    "`{name}` 的变化量是{by}，不是 {value}"
                                ),
                            )
                            .label(say!(lang, "expected {wanted}", "应为{wanted}"));
                    }
                    (Operand::Number(_), _) => {}
                    _ => {
                        found
                            .wrong(
                                comparison.span,
                                say!(lang, "a change is compared with an amount", "变化量只能和数量比较"),
                            )
                            .label(say!(lang, "expected an amount such as 1%", "应为一个数量，例如 1%"));
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
            let lang = found.lang();
            found
                .wrong(
                    *span,
                    say!(
                        lang,
                        "two currencies in one plan: {one} and {other}",
                        "一份计划里有两种货币：{one} 和 {other}"
                    ),
                )
                .label(say!(lang, "{other} here", "这里是 {other}"))
                .also(first_span, say!(lang, "{one} here", "这里是 {one}"))
                .help(say!(
                    lang,
                    "count in one currency, so that sums and limits mean something",
                    "统一用一种货币，合计和上限才有意义"
                ));
            return;
        }
    }
}
