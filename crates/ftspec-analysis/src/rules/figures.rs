//! Figures beside each other: readings within their metric's scale, thresholds of its dimension, one currency,
//! one reading a seed. Part of `wrong-type`.

use ftspec_schema::Dimension;
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
                    let message = say!(
                        lang,
                        "a scale goes from low to high, not from {low} to {high}",
                        "取值范围应从低到高，而不是从 {low} 到 {high}"
                    );
                    found.wrong(span, message).label(lang.pick("expected [low, high]", "应为 [下限, 上限]"));
                }
            }
            other => {
                let ends = other.len();
                found
                    .wrong(
                        span,
                        say!(lang, "a scale has two ends, not {ends}", "取值范围要写上下两端，这里写了 {ends} 个数"),
                    )
                    .label(lang.pick("expected [low, high], such as [1, 5]", "应为 [下限, 上限]，例如 [1, 5]"));
            }
        }
    }
}

/// How a quantity is told in a message about what it is not.
fn kind(lang: Lang, dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Plain => lang.pick("a rate or plain number", "比率或不带单位的数"),
        Dimension::Time => lang.pick("a time", "时长"),
        Dimension::Money => lang.pick("an amount of money", "金额"),
        Dimension::GpuHours => lang.pick("gpu hours", "卡时"),
        Dimension::Words => lang.pick("a number of words", "字词数"),
        Dimension::Tokens => lang.pick("a number of tokens", "token 数"),
    }
}

/// A figure of one kind stands where another belongs: a headline.
fn another_kind(lang: Lang, name: &str, expected: Dimension, value: &Quantity) -> String {
    let (is, other) = (lang.gap(kind(lang, expected)), lang.gap(kind(lang, value.dimension())));
    say!(lang, "`{name}` is {is}, and {value} is {other}", "`{name}` 是{is}，而 {value} 是{other}")
}

/// "expected a time such as 800ms or 2s": a label.
fn expected_label(lang: Lang, dimension: Dimension) -> String {
    let expected = lang.gap(lang.quantity(dimension));
    say!(lang, "expected {expected}", "应为{expected}")
}

/// What a metric is measured in: as its method says, else as its first reading says.
fn dimension(spec: &Spec, metric: Metric) -> Option<Dimension> {
    metric.method().given()?;
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
            let (lang, count, name) = (found.lang(), reading.values.len(), reading.metric.value);
            let message = say!(
                lang,
                "{count} readings of `{name}` for {seeds} seeds",
                "`{name}` 有 {count} 个读数，而随机种子有 {seeds} 个"
            );
            found
                .wrong(reading.span, message)
                .label(say!(
                    lang,
                    "expected {seeds} values, one a seed, or a single one",
                    "应有 {seeds} 个值，每个种子一个；或者只写一个值"
                ))
                .level(Level::Warn);
        }
    }
}

fn within(spec: &Spec, metric: Metric, reading: &Reading, found: &mut Findings) {
    let (lang, name) = (found.lang(), metric.name());
    let (expected, scale) = (dimension(spec, metric), metric.scale());
    for (value, span) in reading.values.iter().zip(reading.places.iter().copied()) {
        if let Some(expected) = expected
            && value.dimension() != expected
            && !(value.unit.is_none() && matches!(expected, Dimension::Tokens | Dimension::Words))
        {
            found.wrong(span, another_kind(lang, name, expected, value)).label(expected_label(lang, expected));
            return;
        }
        if let Some((low, high)) = scale
            && value.dimension() == Dimension::Plain
            && (value.value < low || value.value > high)
        {
            let ends = ends(lang, low, high);
            let message = say!(
                lang,
                "`{name}` reads {value}, outside its scale {ends}",
                "`{name}` 的读数 {value} 超出了取值范围 {ends}"
            );
            let report = found.wrong(span, message).label(from_to(lang, &ends));
            offer_percent(lang, report, spec, span, value, (low, high));
            return;
        }
    }
}

/// `71` on a scale from 0 to 1 is most likely `71%`.
fn offer_percent(
    lang: Lang,
    report: crate::rule::Report,
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
            .help(lang.pick(
                "a share is written in percent, or as a ratio between 0 and 1",
                "比例写成百分数，或者 0 到 1 之间的小数",
            ))
            .fix(
                say!(lang, "write {written}%", "写成 {written}%"),
                Applicability::Unsafe,
                vec![Edit::insert(span.end, "%")],
            );
    } else {
        report.help(lang.pick(
            "set `scale: [low, high]` where the metric has another scale",
            "如果这个指标的取值范围不同，就写上 `scale: [下限, 上限]`",
        ));
    }
}

fn ends(lang: Lang, low: Decimal, high: Decimal) -> String {
    let (low, high) = (low.normalize(), high.normalize());
    say!(lang, "{low} to {high}", "{low} 到 {high}")
}

/// "expected a value from 0 to 1": a label.
fn from_to(lang: Lang, ends: &str) -> String {
    say!(lang, "expected a value from {ends}", "应为 {ends} 之间的值")
}

fn threshold(spec: &Spec, metric: Metric, comparison: &Comparison, found: &mut Findings) {
    let (lang, name) = (found.lang(), metric.name());
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
                    .wrong(comparison.span, another_kind(lang, name, expected, value))
                    .label(expected_label(lang, expected));
            } else if let Some((low, high)) = metric.scale()
                && value.dimension() == Dimension::Plain
                && (value.value < low || value.value > high)
            {
                let ends = ends(lang, low, high);
                let message = say!(
                    lang,
                    "{value} is outside the scale of `{name}`, {ends}",
                    "{value} 超出了 `{name}` 的取值范围 {ends}"
                );
                let report = found.wrong(comparison.span, message).label(from_to(lang, &ends));
                offer_percent(lang, report, spec, comparison.span, value, (low, high));
            }
        }
        Operand::Date(_) => {
            found
                .wrong(comparison.span, say!(lang, "`{name}` is compared with a date", "`{name}` 不能和日期比较"))
                .label(lang.pick("only `date` compares with a date", "只有 `date` 可以和日期比较"));
        }
        Operand::Baseline { shift: Some((operation, amount)), .. } => {
            let factor = *operation == ShiftKind::Times;
            let fits = if factor {
                amount.unit.is_none()
            } else {
                expected.is_none_or(|expected| amount.dimension() == expected)
            };
            if !fits {
                let message = say!(
                    lang,
                    "the baseline of `{name}` cannot be shifted by {amount}",
                    "`{name}` 的基线读数不能这样加减 {amount}"
                );
                found.wrong(comparison.span, message).label(match (factor, expected) {
                    (true, _) => {
                        say!(lang, "a factor is a plain number, such as 1.05", "倍数是不带单位的数，例如 1.05")
                    }
                    (false, Some(expected)) => {
                        let expected = lang.gap(lang.quantity(expected));
                        say!(
                            lang,
                            "expected {expected}, or a factor such as `* 1.05`",
                            "应为{expected}，或 `* 1.05` 这样的倍数"
                        )
                    }
                    (false, None) => {
                        say!(lang, "expected a factor such as `* 1.05`", "应为 `* 1.05` 这样的倍数")
                    }
                });
            }
        }
        Operand::Baseline { shift: None, .. } => {}
    }
}

fn conditions(spec: &Spec, found: &mut Findings) {
    let Some(stop) = spec.stop() else { return };
    let lang = found.lang();
    let number_of_rounds = lang.pick("a whole number of rounds, such as 5", "整数轮数，例如 5");
    let amount = lang.pick("an amount of money or gpu hours, such as 400usd", "金额或卡时，例如 400usd");
    let metric = |name: Span| spec.eval().and_then(|eval| eval.metric(name.of(spec.text())));
    for atom in stop.arms().iter().filter_map(|arm| arm.condition.as_ref()).flat_map(|condition| condition.atoms()) {
        match &atom.kind {
            Subject::Compare { name, comparison } => {
                let (fits, expected) = match (name.of(spec.text()), &comparison.operand) {
                    ("rounds", Operand::Number(value)) => {
                        let whole = value.unit.is_none() && value.value.is_integer();
                        (whole && value.value >= Decimal::ZERO, number_of_rounds)
                    }
                    ("rounds", _) => (false, number_of_rounds),
                    ("spend", Operand::Number(value)) => {
                        (matches!(value.dimension(), Dimension::Money | Dimension::GpuHours), amount)
                    }
                    ("spend", _) => (false, amount),
                    ("date", operand) => (
                        matches!(operand, Operand::Date(_)),
                        lang.pick("a date such as 2026-11-02", "日期，例如 2026-11-02"),
                    ),
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
                        .wrong(comparison.span, say!(lang, "`{written}` cannot be compared", "`{written}` 无法比较"))
                        .label(say!(lang, "expected {expected}", "应为{expected}"));
                }
            }
            Subject::Trend { name, comparison, .. } | Subject::Varies { name, comparison } => {
                let expected = metric(*name).and_then(|metric| dimension(spec, metric));
                match (&comparison.operand, expected) {
                    (Operand::Number(value), Some(expected))
                        if value.dimension() != expected && !value.value.is_zero() =>
                    {
                        let (name, by) = (name.of(spec.text()), lang.gap(kind(lang, expected)));
                        let message = say!(
                            lang,
                            "`{name}` changes by {by}, not by {value}",
                            "`{name}` 的变化量是{by}，不能写 {value}"
                        );
                        found.wrong(comparison.span, message).label(expected_label(lang, expected));
                    }
                    (Operand::Number(_), _) => {}
                    _ => {
                        found
                            .wrong(
                                comparison.span,
                                lang.pick("a change is compared with an amount", "变化量只能和一个数值比较"),
                            )
                            .label(lang.pick("expected an amount such as 1%", "应为 1% 这样的数值"));
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
            let message =
                say!(lang, "two currencies in one plan: {one} and {other}", "一份计划里有两种货币：{one} 和 {other}");
            found
                .wrong(*span, message)
                .label(say!(lang, "{other} here", "这里是 {other}"))
                .also(first_span, say!(lang, "{one} here", "这里是 {one}"))
                .help(lang.pick(
                    "count in one currency, so that sums and limits mean something",
                    "统一用一种货币，合计和上限才有意义",
                ));
            return;
        }
    }
}
