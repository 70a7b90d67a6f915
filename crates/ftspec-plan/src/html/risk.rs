//! What can go wrong, and what catches it.

use maud::{Markup, html};

use super::Page;
use super::table::Table;
use super::text::name;
use crate::headings;
use crate::plan::{Catch, CatchKind, Risk, Said};

/// Risk, fallbacks, constraints, who catches what.
pub fn risk(page: &Page) -> Markup {
    let Some(risk) = &page.plan.risk else {
        return html! { p.unsaid { (page.lang.pick("The spec does not speak of risk.", "计划没有写风险。")) } };
    };
    html! {
        (page.facts(facts(page, risk)))
        h3 { (page.lang.pick("Who catches what", "谁来兜底")) }
        @if risk.catches.is_empty() {
            p.unsaid {
                (page.lang.pick("The spec names no fallback and no constraint.", "计划没有写兜底，也没有写约束。"))
            }
        } @else {
            (catches(page, &risk.catches))
        }
    }
}

fn facts(page: &Page, risk: &Risk) -> Vec<super::text::Fact> {
    let said = |said: &Option<Said>| page.or_unsaid(said.as_ref(), |said| page.said(said));
    vec![
        page.fact("Tier", "风险等级", page.or_unsaid(risk.tier.as_ref(), |tier| page.term(tier))),
        page.fact("Field", "领域", page.or_unsaid(risk.domain.as_ref(), |domain| page.term(domain))),
        page.fact("Who meets the output", "谁会看到输出", page.term(&risk.exposure)),
        page.fact("Good for", "好处", said(&risk.benefit)),
        page.fact("Worst case", "最坏情况", said(&risk.worst_case)),
        page.fact("If frozen for six months", "如果冻结半年", said(&risk.if_frozen)),
        page.fact("The way back", "回退办法", said(&risk.rollback)),
        page.fact("How it is watched", "如何监控", said(&risk.monitoring)),
    ]
}

fn catches(page: &Page, catches: &[Catch]) -> Markup {
    let lang = page.lang;
    let mut table = Table::new(lang.pick("Fallbacks and constraints", "兜底与约束"))
        .column(lang.pick("Name", "名称"), 20)
        .column(lang.pick("What it catches", "管什么"), 40)
        .column(lang.pick("Then", "然后"), 22)
        .column(lang.pick("Made sure by", "由什么保证"), 18);
    for catch in catches {
        let then = html! {
            @match &catch.action {
                Some(action) => (page.term(action)),
                None if catch.kind == CatchKind::Constraint => (lang.pick("it holds always", "始终有效")),
                None => (page.unsaid()),
            }
            @if let Some(to) = &catch.to { (lang.pick(": ", "：")) (page.said(to)) }
        };
        table.row(vec![
            html! { (name(&catch.name)) (page.line(catch.line)) div.quiet { (headings::catch(lang, catch.kind)) } },
            page.or_unsaid(catch.what.as_ref(), |what| page.said(what)),
            then,
            page.or_unsaid(catch.enforced_by.as_ref(), |by| page.term(by)),
        ]);
    }
    table.show()
}
