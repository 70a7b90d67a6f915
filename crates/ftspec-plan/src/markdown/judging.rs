//! What judges: one row a metric, who covers which behaviour, and who looks at outputs.

use super::escape;
use super::text::{Page, sign, table};
use crate::headings;
use crate::plan::{Demand, Evaluation, Metric, Review};

/// How better and worse are told apart.
pub fn evaluation(page: &Page) -> String {
    let Some(evaluation) = &page.plan.evaluation else {
        return page.calm("The plan does not say how it is judged.", "计划没有写怎么评判。");
    };
    let against = page.or_unsaid(evaluation.against.as_ref(), |against| escape::code(against));
    let coverage = page.or_unsaid(evaluation.coverage.as_ref(), |coverage| page.term(coverage));
    let mut out = page.fact("Compared with", "对比对象", against);
    out.push_str(&page.fact("Coverage", "评测范围", coverage));
    out.push('\n');
    match evaluation.metrics.as_slice() {
        [] => out.push_str(&page.calm("The plan names no metric.", "计划没有写指标。")),
        metrics => out.push_str(&judged(page, metrics)),
    }
    out.push_str(&format!("\n### {}\n\n", page.pick("Which metric covers which behaviour", "哪个指标覆盖哪个行为")));
    out.push_str(&coverage_table(page, evaluation));
    out.push_str(&format!("\n### {}\n\n", page.pick("Who looks at outputs", "谁来看输出")));
    match &evaluation.review {
        Some(review) => out.push_str(&self::review(page, review)),
        None => out.push_str(&page.calm("The plan names nobody who looks at outputs.", "计划没有写由谁来看输出。")),
    }
    out
}

fn judged(page: &Page, metrics: &[Metric]) -> String {
    let columns = [
        page.pick("Metric", "指标"),
        page.pick("Measures", "衡量"),
        page.pick("Baseline", "基线"),
        page.pick("Required", "要求"),
        page.pick("Guard", "护栏"),
        page.pick("Last reading", "最近读数"),
    ];
    let mut out = table(columns, metrics.iter().map(|it| row(page, it)));
    out.push_str(&format!(
        "\n### {}\n\n",
        page.pick("How each is read, and how far off it may be", "怎么评，误差多大")
    ));
    out.push_str(page.pick(
        "The margin is how far a reading may lie off by chance, 19 times in 20.\n\n",
        "误差是读数因偶然可能偏离的幅度（95% 的情况下不超过）。\n\n",
    ));
    let columns = [
        page.pick("Metric", "指标"),
        page.pick("Method", "方法"),
        page.pick("Judge", "评判者"),
        page.pick("On", "数据"),
        page.pick("Better", "方向"),
        page.pick("Margin", "误差"),
    ];
    out + &table(columns, metrics.iter().map(|it| how(page, it)))
}

fn row(page: &Page, metric: &Metric) -> [String; 6] {
    let demands = |all: &[Demand]| page.together(all.iter().map(|it| Some(demand(page, it))));
    let last = match &metric.last {
        Some(last) => {
            let (read, round) = (page.reading(&last.mean, &last.values), escape::code(&last.round));
            let line = page.line_if(last.mean.line);
            page.lang.pick(format!("{read} in {round}{line}"), format!("{read}，{round}{line}"))
        }
        None => page.pick("none yet", "暂无").to_string(),
    };
    let watched = if metric.watched { page.pick(" (only watched)", "（仅观察）") } else { "" };
    [
        escape::code(&metric.name) + watched + &page.line(metric.line),
        page.or_unsaid(metric.measures.as_ref(), |measures| page.term(measures)),
        page.or_unsaid(metric.baseline.as_ref(), |baseline| page.figure(baseline)),
        demands(&metric.required),
        demands(&metric.guarded),
        last,
    ]
}

fn demand(page: &Page, demand: &Demand) -> String {
    let value = demand.threshold.as_ref().filter(|threshold| !demand.written.contains(&threshold.shown));
    let value = value.map(|threshold| format!(" = {}", page.bare(threshold))).unwrap_or_default();
    let distance = demand.distance.as_ref().map(|it| escape::text(it));
    let distance = distance
        .map(|it| page.lang.pick(format!(" ({it} from the baseline)"), format!("（比基线 {it}）")))
        .unwrap_or_default();
    let met = format!("{} {}", sign(demand.holds), headings::met(page.lang, demand.holds));
    let written = escape::code(&demand.written);
    format!("{written}{value}{distance} {met}{}", page.line(demand.line))
}

fn how(page: &Page, metric: &Metric) -> [String; 6] {
    let better = match metric.higher_is_better {
        true => page.pick("higher", "越高越好"),
        false => page.pick("lower", "越低越好"),
    };
    let margin = metric.margin.as_ref().map(|margin| {
        let (shown, because) = (escape::text(&margin.shown), page.sentence(&margin.because));
        page.lang.pick(format!("{shown}, {because}"), format!("{shown}，{because}"))
    });
    [
        escape::code(&metric.name),
        page.or_unsaid(metric.method.as_ref(), |method| page.term(method)),
        page.or_unsaid(metric.judge.as_ref(), |judge| page.term(judge)),
        page.or_unsaid(metric.on.as_ref(), |on| escape::code(on)),
        better.to_string(),
        page.or_unsaid(margin, |margin| margin),
    ]
}

fn coverage_table(page: &Page, evaluation: &Evaluation) -> String {
    if page.plan.behaviors.is_empty() {
        return page.calm("The plan names no behaviour.", "计划没有写具体行为。");
    }
    let rows = page.plan.behaviors.iter().map(|behavior| {
        let covered = match evaluation.uncovered.contains(&behavior.name) {
            true => page.pick("✗ no metric covers it", "✗ 没有指标覆盖").to_string(),
            false => page.names(&behavior.covered_by),
        };
        [escape::code(&behavior.name) + &page.line(behavior.line), covered]
    });
    table([page.pick("Behaviour", "行为"), page.pick("Covered by", "由哪些指标覆盖")], rows)
}

fn review(page: &Page, review: &Review) -> String {
    [
        page.fact("Who", "谁", page.or_unsaid(review.by.as_ref(), |by| page.said(by))),
        page.fact(
            "How many outputs",
            "看多少条",
            page.or_unsaid(review.samples.as_ref(), |samples| page.figure(samples)),
        ),
        page.fact("Asked", "问什么", page.or_unsaid(review.question.as_ref(), |question| page.said(question))),
    ]
    .concat()
}
