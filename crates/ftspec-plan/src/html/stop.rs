//! The stop table in words, with the arm that decides now.

use maud::{Markup, html};

use super::table::Table;
use super::text::{bare, verbatim};
use super::{Page, signs};
use crate::plan::{Arm, Stop};

/// When to stop, and what then.
pub fn stop(page: &Page) -> Markup {
    match &page.plan.stop {
        Some(stop) => table(page, stop),
        None => html! { p.unsaid { (page.lang.pick("The spec does not say when to stop.", "计划没有写何时停止。")) } },
    }
}

fn table(page: &Page, stop: &Stop) -> Markup {
    let lang = page.lang;
    let mut table = Table::new(lang.pick("The stop table", "停止条件"))
        .column(lang.pick("When", "条件"), 44)
        .column(lang.pick("Then", "然后"), 24)
        .column(lang.pick("Now", "目前"), 32);
    for arm in &stop.arms {
        table.classed(arm.decides.then_some("decides"), row(page, arm));
    }
    html! {
        p.lead { (page.sentence(&stop.says)) }
        p {
            (lang.pick("Read from top to bottom; the first that surely holds decides.", "从上往下看，第一条确定成立的起作用。"))
        }
        (table.show())
        (page.facts(vec![
            page.fact("Rounds so far", "已训练轮数", html! { span.num { (stop.rounds) } }),
            page.fact("Spent so far", "已花费", page.all(&stop.spent, bare)),
        ]))
    }
}

fn row(page: &Page, arm: &Arm) -> Vec<Markup> {
    let lang = page.lang;
    vec![
        html! {
            (page.opening(&arm.words)) (page.line(arm.line))
            div.quiet { code { bdi { (verbatim(&arm.written)) } } }
        },
        page.or_unsaid(arm.action.as_ref(), |action| page.term(action)),
        html! {
            @if arm.decides {
                (signs::mark("arrow", lang.pick("decides now", "目前由它决定")))
            } @else {
                (page.holds(arm.holds))
            }
            @if !arm.missing.is_empty() {
                div.quiet { (lang.pick("missing: ", "缺少：")) (page.sentences(&arm.missing)) }
            }
        },
    ]
}
