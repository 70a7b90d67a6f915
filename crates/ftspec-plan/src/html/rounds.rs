//! The rounds: what each was for and what it showed, as a table and as one chart a metric.

use maud::{Markup, html};

use super::table::Table;
use super::text::{bare, name, verbatim};
use super::{Page, chart};
use crate::plan::{Figure, Round};

/// The rounds and their charts.
pub fn rounds(page: &Page) -> Markup {
    let lang = page.lang;
    html! {
        @if page.plan.rounds.is_empty() {
            p.unsaid { (lang.pick("No round has been run yet.", "还没有训练过。")) }
        } @else {
            (table(page, &page.plan.rounds))
        }
        @if !page.plan.charts.is_empty() {
            h3 { (lang.pick("Readings, metric by metric", "各指标的读数")) }
            (chart::charts(page, &page.plan.charts))
        }
        @if !page.plan.self_check.is_empty() {
            h3 { (lang.pick("Before another round", "再训一轮之前")) }
            p.lead {
                (lang.pick("Two answers of yes mean that another round is likely the wrong move.", "有两个“是”，多半就不该再训下一轮。"))
            }
            (self_check(page))
        }
    }
}

fn table(page: &Page, rounds: &[Round]) -> Markup {
    let lang = page.lang;
    let mut table = Table::new(lang.pick("Rounds", "各轮训练"))
        .column(lang.pick("Round", "轮次"), 15)
        .column(lang.pick("What it was for", "目的"), 25)
        .column(lang.pick("What was read", "读数"), 32)
        .column(lang.pick("What it showed", "说明了什么"), 28);
    for round in rounds {
        table.row(vec![what(page, round), purpose(page, round), read(page, round), showed(page, round)]);
    }
    table.show()
}

fn what(page: &Page, round: &Round) -> Markup {
    html! {
        (name(&round.name)) (page.line(round.line))
        @if let Some(date) = &round.date { div.quiet { span.num { (verbatim(date)) } } }
        @if let Some(spend) = &round.spend {
            div.quiet { (page.lang.pick("spent ", "花费 ")) (page.figure(spend)) }
        }
    }
}

fn purpose(page: &Page, round: &Round) -> Markup {
    let lang = page.lang;
    html! {
        (page.or_unsaid(round.purpose.as_ref(), |purpose| page.said(purpose)))
        @if let Some(expects) = &round.expects {
            div { span.quiet { (lang.pick("Expected: ", "预期：")) } (page.said(expects)) }
        }
        @if let Some(after) = &round.after { div { span.quiet { (lang.pick("After: ", "此前：")) } (page.term(after)) } }
        @if !round.changes.is_empty() {
            div { span.quiet { (lang.pick("Changed: ", "改动：")) } (page.names(&round.changes)) }
        }
    }
}

fn read(page: &Page, round: &Round) -> Markup {
    html! {
        @if round.readings.is_empty() { (page.unsaid()) }
        (page.readings(&round.readings))
        @if !round.loss.is_empty() {
            div.quiet { (page.lang.pick("training loss ", "训练 loss ")) (course(&round.loss)) }
        }
    }
}

/// Values from first to last.
fn course(values: &[Figure]) -> Markup {
    html! {
        @for (at, value) in values.iter().enumerate() {
            @if at > 0 { " → " }
            (bare(value))
        }
    }
}

fn showed(page: &Page, round: &Round) -> Markup {
    let lang = page.lang;
    html! {
        div { (page.sentence(&round.showed)) }
        @if let Some(outcome) = &round.outcome {
            div { span.quiet { (lang.pick("Result: ", "结果：")) } (page.term(outcome)) }
        }
        @if let Some(decided) = &round.decided {
            div { span.quiet { (lang.pick("The stop table said: ", "停止条件的结论：")) } (page.term(decided)) }
        }
        @if let Some(note) = &round.note { div { span.quiet { (lang.pick("Note: ", "备注：")) } (page.said(note)) } }
    }
}

fn self_check(page: &Page) -> Markup {
    html! {
        ol.questions {
            @for answer in &page.plan.self_check {
                li {
                    span.question { (page.sentence(&answer.question)) }
                    span.reply {
                        (page.warning_answer(answer.answer))
                        @if !answer.because.is_empty() { " " span.quiet { (answer.because.join(", ")) } }
                    }
                }
            }
        }
    }
}
