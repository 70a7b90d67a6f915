//! The rounds: what each was for and what it showed, every reading, and one chart a metric.

use super::escape;
use super::mermaid::{block, label, number};
use super::text::{Page, sign, table};
use crate::plan::{Chart, Figure, Metric, Round};

/// The rounds, their readings and charts, and the questions before another one.
pub fn rounds(page: &Page) -> String {
    let mut out = match page.plan.rounds.as_slice() {
        [] => page.calm("No round has been run yet.", "还没有训练过。"),
        rounds => {
            let columns = [
                page.pick("Round", "轮次"),
                page.pick("What it was for", "目的"),
                page.pick("What it showed", "说明了什么"),
                page.pick("What came of it", "结果"),
            ];
            table(columns, rounds.iter().map(|it| round(page, it)))
        }
    };
    out.push_str(&readings(page));
    for chart in &page.plan.charts {
        out.push_str(&self::chart(page, chart));
    }
    out.push_str(&self_check(page));
    out
}

fn round(page: &Page, round: &Round) -> [String; 4] {
    let named = |en, zh, value: String| page.with(page.pick(en, zh), &value);
    let what = [
        Some(escape::code(&round.name) + &page.line(round.line)),
        round.date.as_ref().map(|date| escape::text(date)),
        round.spend.as_ref().map(|spend| named("spent", "花费", page.figure(spend))),
    ];
    let purpose = [
        Some(page.or_unsaid(round.purpose.as_ref(), |purpose| page.said(purpose))),
        round.expects.as_ref().map(|expects| named("expected", "预期", page.said(expects))),
        round.after.as_ref().map(|after| named("done before it", "此前先做", page.term(after))),
        (!round.changes.is_empty()).then(|| named("changed", "改动", page.names(&round.changes))),
    ];
    let showed = [
        Some(page.sentence(&round.showed)),
        (!round.loss.is_empty()).then(|| named("Training loss", "训练损失", course(page, &round.loss))),
        round.note.as_ref().map(|note| named("Note", "备注", page.said(note))),
    ];
    let came = [
        Some(page.or_unsaid(round.outcome.as_ref(), |outcome| page.term(outcome))),
        round.decided.as_ref().map(|decided| named("the stop table said", "停止条件的结论", page.term(decided))),
    ];
    let showed = showed.into_iter().flatten().collect::<Vec<_>>().join(" ");
    [page.together(what), page.together(purpose), showed, page.together(came)]
}

/// Values from first to last.
fn course(page: &Page, values: &[Figure]) -> String {
    values.iter().map(|value| page.bare(value)).collect::<Vec<_>>().join(" → ")
}

/// Every reading: a row a round, the baseline first; a column a metric.
fn readings(page: &Page) -> String {
    let Some(evaluation) = &page.plan.evaluation else { return String::new() };
    let read = |metric: &&Metric| {
        page.plan.rounds.iter().any(|round| round.readings.iter().any(|reading| reading.metric == metric.name))
    };
    let metrics: Vec<&Metric> = evaluation.metrics.iter().filter(read).collect();
    if metrics.is_empty() {
        return String::new();
    }
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let names = metrics.iter().map(|metric| escape::code(&metric.name));
    let mut out = format!("\n### {}\n\n", page.pick("Every reading", "全部读数"));
    out.push_str(&line(std::iter::once(page.pick("Round", "轮次").to_string()).chain(names).collect()));
    out.push_str(&format!("|{}\n", " --- |".repeat(metrics.len() + 1)));
    if let Some(against) = &evaluation.against {
        let cells = metrics.iter().map(|metric| page.or_unsaid(metric.baseline.as_ref(), |it| page.figure(it)));
        let name = escape::code(against);
        let name = page.lang.pick(format!("{name} (baseline)"), format!("{name}（基线）"));
        out.push_str(&line(std::iter::once(name).chain(cells).collect()));
    }
    for round in &page.plan.rounds {
        let cells = metrics.iter().map(|metric| cell(page, round, metric));
        out.push_str(&line(std::iter::once(escape::code(&round.name)).chain(cells).collect()));
    }
    out
}

fn cell(page: &Page, round: &Round, metric: &Metric) -> String {
    let Some(reading) = round.readings.iter().find(|reading| reading.metric == metric.name) else {
        return page.pick("not read", "没有读数").to_string();
    };
    let met = reading.holds.map(|holds| format!(" {}", sign(holds))).unwrap_or_default();
    let line = reading.values.first().and_then(|value| value.line).or(reading.mean.line);
    page.reading(&reading.mean, &reading.values) + &met + &page.line_if(line)
}

/// The chart of a metric. Mermaid draws no line through one point, and knows no gaps.
fn chart(page: &Page, chart: &Chart) -> String {
    let read: Vec<(&str, f64)> =
        chart.points.iter().filter_map(|point| Some((point.name.as_str(), point.mean?))).collect();
    let mut out = format!("\n### {}\n\n{}\n", escape::code(&chart.metric), page.sentence(&chart.summary));
    if read.len() < 2 {
        out.push_str(page.pick("One reading makes no line; there is no chart yet.\n", "只有一个读数，还画不成图。\n"));
        return out;
    }
    let names: Vec<String> = read.iter().map(|(name, _)| label(name)).collect();
    let means: Vec<String> = read.iter().map(|(_, mean)| number(*mean)).collect();
    let title = page.lang.pick(format!("{} by round", chart.metric), format!("{} 各轮读数", chart.metric));
    let unit = if chart.unit.is_empty() { String::new() } else { label(&chart.unit) + " " };
    let mut lines = vec![
        "xychart-beta".to_string(),
        format!("  title {}", label(&title)),
        format!("  x-axis [{}]", names.join(", ")),
        format!("  y-axis {unit}{} --> {}", number(chart.low), number(chart.high)),
        format!("  line [{}]", means.join(", ")),
    ];
    for band in &chart.bands {
        let level = vec![number(band.at); read.len()].join(", ");
        lines.push(format!("  line {} [{level}]", label(&band.label)));
    }
    out.push_str(&format!("\n{}", block(&lines)));
    let bands: Vec<String> = chart.bands.iter().map(|band| escape::code(&band.label)).collect();
    let key = match bands.as_slice() {
        [] => page.pick("The line is the mean of each round.", "折线是每一轮的均值。").to_string(),
        bands => {
            let bands = bands.join(page.pick(", ", "、"));
            page.lang.pick(
                format!("The line that moves is the mean of each round; level lines: {bands}."),
                format!("折线是每一轮的均值；水平线依次是：{bands}。"),
            )
        }
    };
    out.push_str(&format!("\n{key}\n"));
    if read.len() < chart.points.len() {
        let rest = page.pick("Rounds without a reading are left out.", "没有读数的轮次没有画出。");
        out.push_str(&format!("\n{rest}\n"));
    }
    out
}

fn self_check(page: &Page) -> String {
    if page.plan.self_check.is_empty() {
        return String::new();
    }
    let rows = page.plan.self_check.iter().map(|it| {
        [page.sentence(&it.question), crate::headings::answer(page.lang, it.answer).to_string(), it.because.join(", ")]
    });
    let columns = [page.pick("Question", "问题"), page.pick("Answer", "回答"), page.pick("Findings", "依据")];
    format!(
        "\n### {}\n\n{}\n\n{}",
        page.pick("Before another round", "再训一轮之前"),
        page.pick(
            "Two answers of yes mean that another round is likely the wrong move.",
            "有两个“是”，多半就不该再训下一轮。"
        ),
        table(columns, rows)
    )
}
