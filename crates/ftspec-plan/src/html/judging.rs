//! What judges: one row a metric, who covers which behaviour, and who looks at outputs.

use maud::{Markup, html};

use super::table::Table;
use super::text::{bare, compared, name, verbatim};
use super::{Page, signs};
use crate::plan::{Demand, Evaluation, Metric, MetricReading, Review};

/// How better and worse are told apart.
pub fn evaluation(page: &Page) -> Markup {
    match &page.plan.evaluation {
        Some(evaluation) => judged(page, evaluation),
        None => {
            html! { p.unsaid { (page.lang.pick("The spec does not say how it is judged.", "计划没有写怎么评判。")) } }
        }
    }
}

fn judged(page: &Page, evaluation: &Evaluation) -> Markup {
    let lang = page.lang;
    let coverage = page.or_unsaid(evaluation.coverage.as_ref(), |coverage| page.term(coverage));
    let against = page.or_unsaid(evaluation.against.as_ref(), |against| {
        html! { (name(against)) (page.line(page.line_of_baseline(against).unwrap_or(evaluation.line))) }
    });
    html! {
        (page.facts(vec![
            page.fact("Compared with", "对比对象", against),
            page.fact("Judged on", "评测范围", coverage),
        ]))
        @if evaluation.metrics.is_empty() {
            p.unsaid { (lang.pick("The spec names no metric.", "计划没有写指标。")) }
        } @else {
            (metrics(page, &evaluation.metrics))
            @if evaluation.metrics.iter().any(|metric| metric.margin.is_some()) {
                h3 { (lang.pick("Error margins", "误差范围")) }
                p.lead {
                    (lang.pick("How far a reading may lie off by chance, 19 times in 20.", "读数因偶然可能偏离多少（95% 的情况下不超过）。"))
                }
                (margins(page, &evaluation.metrics))
            }
        }
        h3 { (lang.pick("Which metric covers which behaviour", "哪个指标覆盖哪个行为")) }
        (coverage_list(page, evaluation))
        h3 { (lang.pick("Who looks at outputs", "谁来看输出")) }
        @match &evaluation.review {
            Some(review) => (self::review(page, review)),
            None => p { (page.unsaid()) },
        }
    }
}

fn metrics(page: &Page, metrics: &[Metric]) -> Markup {
    let lang = page.lang;
    let mut table = Table::new(lang.pick("Metrics and what is demanded of them", "指标与要求"))
        .column(lang.pick("Metric", "指标"), 27)
        .column(lang.pick("Measures", "衡量"), 13)
        .column(lang.pick("Baseline", "基线"), 11)
        .column(lang.pick("Required", "要求"), 18)
        .column(lang.pick("Guard", "护栏"), 18)
        .column(lang.pick("Last reading", "最近读数"), 16);
    for metric in metrics {
        let class = metric.watched.then_some("watched");
        table.classed(class, row(page, metric));
    }
    table.show()
}

fn row(page: &Page, metric: &Metric) -> Vec<Markup> {
    let lang = page.lang;
    let demands = |all: &[Demand]| match all {
        [] => page.nothing(),
        all => html! { @for demand in all { (demand_cell(page, demand)) } },
    };
    let last = match &metric.last {
        Some(last) => html! {
            (bare(&last.mean)) (spread(page, &last.values))
            div.quiet {
                (lang.pick("in ", "轮次 ")) (name(&last.round))
                (page.line_if(last.values.first().and_then(|value| value.line)))
            }
        },
        None => html! { span.unsaid { (lang.pick("none yet", "暂无")) } },
    };
    vec![
        html! { (name(&metric.name)) (page.line(metric.line)) (how(page, metric)) },
        page.or_unsaid(metric.measures.as_ref(), |measures| page.term(measures)),
        metric.baseline.as_ref().map_or_else(|| page.nothing(), |baseline| page.figure(baseline)),
        demands(&metric.required),
        demands(&metric.guarded),
        last,
    ]
}

/// Method, judge, data and direction, small under the name.
fn how(page: &Page, metric: &Metric) -> Markup {
    let lang = page.lang;
    let direction = if metric.higher_is_better {
        lang.pick("higher is better", "越高越好")
    } else {
        lang.pick("lower is better", "越低越好")
    };
    html! {
        div.quiet {
            (page.or_unsaid(metric.method.as_ref(), |method| verbatim(&method.shown)))
            @if let Some(judge) = &metric.judge { (lang.pick(", judged by ", "，评判者：")) (verbatim(&judge.shown)) }
            @if let Some(on) = &metric.on { (lang.pick(", on ", "，数据：")) (name(on)) }
            (lang.pick("; ", "；")) (direction)
            @if metric.watched { (lang.pick("; only watched", "；仅观察")) }
            (page.lines([&metric.method, &metric.judge].into_iter().map(|term| term.as_ref().and_then(|term| term.line))))
        }
    }
}

fn demand_cell(page: &Page, demand: &Demand) -> Markup {
    html! {
        div.demand {
            div { span.num { bdi { (verbatim(&compared(&demand.written))) } } (page.line(demand.line)) }
            @if let Some(threshold) = demand.threshold.as_ref().filter(|threshold| !demand.written.contains(&threshold.shown)) {
                div.quiet { "= " (bare(threshold)) }
            }
            @if let Some(distance) = &demand.distance {
                div.quiet { (page.lang.pick("from the baseline: ", "距基线：")) (verbatim(distance)) }
            }
            (page.met(demand.holds))
        }
    }
}

fn margins(page: &Page, metrics: &[Metric]) -> Markup {
    html! {
        dl.facts {
            @for metric in metrics {
                @if let Some(margin) = &metric.margin {
                    div {
                        dt { (name(&metric.name)) }
                        dd {
                            span.num { (verbatim(&margin.shown)) } " " span.quiet { (page.sentence(&margin.because)) }
                            (page.line(metric.line))
                        }
                    }
                }
            }
        }
    }
}

fn coverage_list(page: &Page, evaluation: &Evaluation) -> Markup {
    let lang = page.lang;
    if page.plan.behaviors.is_empty() {
        return html! { p.unsaid { (lang.pick("The spec names no behaviour.", "计划没有写具体行为。")) } };
    }
    html! {
        dl.facts {
            @for behavior in &page.plan.behaviors {
                div {
                    dt { (name(&behavior.name)) }
                    dd {
                        @if evaluation.uncovered.contains(&behavior.name) {
                            (signs::mark("no", lang.pick("no metric covers it", "没有指标覆盖")))
                        } @else {
                            (page.metrics(&behavior.covered_by))
                        }
                    }
                }
            }
        }
    }
}

fn review(page: &Page, review: &Review) -> Markup {
    page.facts(vec![
        page.fact("Who", "谁", page.or_unsaid(review.by.as_ref(), |by| page.said(by))),
        page.fact(
            "How many outputs",
            "看多少条",
            page.or_unsaid(review.samples.as_ref(), |samples| page.figure(samples)),
        ),
        page.fact("Asked", "问什么", page.or_unsaid(review.question.as_ref(), |question| page.said(question))),
    ])
}

/// The single values, where there are several.
fn spread(page: &Page, values: &[crate::plan::Figure]) -> Markup {
    html! {
        @if values.len() > 1 {
            // A Chinese bracket brings its own blank.
            (page.lang.pick(" ", "")) span.quiet {
                (page.lang.pick("(", "（"))
                @for (at, value) in values.iter().enumerate() {
                    @if at > 0 { (page.lang.pick(", ", "、")) }
                    (bare(value))
                }
                (page.lang.pick(")", "）"))
            }
        }
    }
}

impl Page<'_> {
    /// Metrics by their names, with the lines where they are defined.
    pub fn metrics(&self, names: &[String]) -> Markup {
        let metrics = self.plan.evaluation.iter().flat_map(|evaluation| &evaluation.metrics);
        let lines = metrics.filter(|metric| names.contains(&metric.name)).map(|metric| Some(metric.line));
        html! { (self.names(names)) (self.lines(lines)) }
    }

    /// Where a baseline is defined.
    fn line_of_baseline(&self, baseline: &str) -> Option<u32> {
        let mut tried = self.plan.routes.iter().flat_map(|route| &route.tried);
        tried.find(|tried| tried.name == baseline).map(|tried| tried.line)
    }

    /// What was read, one metric a line.
    pub fn readings(&self, readings: &[MetricReading]) -> Markup {
        html! {
            @if !readings.is_empty() {
                ul.readings {
                    @for reading in readings {
                        li {
                            (name(&reading.metric)) " " strong { (bare(&reading.mean)) } (spread(self, &reading.values))
                            @if let Some(holds) = reading.holds { " " (self.met(holds)) }
                            (self.line_if(reading.values.first().and_then(|value| value.line).or(reading.mean.line)))
                        }
                    }
                }
            }
        }
    }
}
