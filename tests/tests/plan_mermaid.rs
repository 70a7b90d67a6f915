//! A plan whose names are as hostile as they come; `tests/plan/mermaid.sh` draws its diagrams with the real Mermaid.
//! `UPDATE=1 cargo test -p ftspec-tests --test plan_mermaid` writes it anew.

use std::fs;
use std::path::Path;

use ftspec_analysis::Lang;
use ftspec_plan::plan::{Plan, Turn};
use ftspec_tests::plans::examples;

/// What could end a label, a line or a diagram, or begin something else in it.
const NAMES: [&str; 24] = [
    "say \"stop\"",
    "#quot; and #35; and &amp;",
    "a; b; c",
    "x] --> y[z",
    "x}}|y{{",
    "`code` and **bold** _em_",
    "1. a list",
    "- a list",
    "%% a comment",
    "%%{init: {\"theme\":\"dark\"}}%%",
    "two\nlines\r\nand\ttabs",
    "<script>alert(1)</script>",
    "<b>bold</b><br/>line",
    "click q1 \"javascript:alert(1)\"",
    "end",
    "subgraph one",
    "style q1 fill:#f00;stroke:#0f0;",
    "fa:fa-car icon",
    "$$x^2$$ $y$",
    "back\\slash \\n",
    "计划“一”：第 1 轮；完",
    "https://example.com/a?b=c",
    "@{ shape: circle }",
    "-->|no| x",
];

fn hostile() -> Plan {
    let example = examples().into_iter().find(|it| it.name == "refund_replies").expect("the example is there");
    let mut plan = example.plan(Lang::En);
    let step = plan.decision.steps[0].clone();
    let turns = [Turn::On, Turn::Off, Turn::Open, Turn::NotAsked];
    plan.decision.steps = NAMES
        .iter()
        .zip(turns.iter().cycle())
        .map(|(name, turn)| {
            let mut step = step.clone();
            (step.question, step.exit, step.turn) = ((*name).into(), (*name).into(), *turn);
            step
        })
        .collect();
    let chart = plan.charts[0].clone();
    plan.charts = NAMES
        .iter()
        .map(|name| {
            let mut chart = chart.clone();
            chart.metric = (*name).into();
            chart.unit = (*name).into();
            chart.points.iter_mut().for_each(|point| point.name = (*name).into());
            chart.bands.iter_mut().for_each(|band| band.label = (*name).into());
            chart
        })
        .collect();
    plan
}

fn hold(file: &str, current: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("plan/mermaid").join(file);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, current).expect("the file can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == current, "{file} is not current: run with UPDATE=1");
}

#[test]
fn the_hostile_plan_is_current() {
    hold("hostile.md", &ftspec_plan::markdown::render(&hostile()));
    hold("hostile.json", &(serde_json::to_string_pretty(&NAMES).expect("texts are JSON") + "\n"));
}
