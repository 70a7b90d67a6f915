//! What can go wrong, what catches it, and when it is time to stop.

use super::escape;
use super::text::{Page, capital, table};
use crate::headings;
use crate::plan::{Arm, Catch, CatchKind, Risk, Said, Term};

/// Risk, fallbacks, constraints, who catches what.
pub fn risk(page: &Page) -> String {
    let Some(risk) = &page.plan.risk else {
        return page.calm("The plan does not speak of risk.", "计划没有写风险。");
    };
    let mut out = facts(page, risk);
    out.push_str(&format!("\n### {}\n\n", page.pick("Fallbacks and constraints", "兜底与约束")));
    if risk.catches.is_empty() {
        out.push_str(&page.calm("The plan names no fallback and no constraint.", "计划没有写兜底，也没有写约束。"));
        return out;
    }
    let columns = [
        page.pick("Name", "名称"),
        page.pick("What it catches", "管什么"),
        page.pick("Then", "然后"),
        page.pick("Made sure by", "由什么保证"),
    ];
    out + &table(columns, risk.catches.iter().map(|it| catch(page, it)))
}

fn facts(page: &Page, risk: &Risk) -> String {
    let said = |said: &Option<Said>| page.or_unsaid(said.as_ref(), |said| page.said(said));
    let facts = [
        page.fact("Risk tier", "风险等级", page.or_unsaid(risk.tier.as_ref(), |tier| page.term(tier))),
        page.fact("Field", "领域", page.or_unsaid(risk.domain.as_ref(), |domain| page.term(domain))),
        page.fact("Who meets the output", "谁会看到输出", page.term_or_default(&risk.exposure)),
        page.fact("Good for", "好处", said(&risk.benefit)),
        page.fact("Worst case", "最坏情况", said(&risk.worst_case)),
        page.fact("If frozen for six months", "如果冻结半年", said(&risk.if_frozen)),
        page.fact("The way back", "回退办法", said(&risk.rollback)),
        page.fact("How it is watched", "如何监控", said(&risk.monitoring)),
    ];
    facts.concat()
}

fn catch(page: &Page, catch: &Catch) -> [String; 4] {
    let kind = headings::catch(page.lang, catch.kind);
    let name = escape::code(&catch.name);
    let name = page.lang.pick(format!("{name} ({kind})"), format!("{name}（{kind}）"));
    let then = match &catch.action {
        Some(action) => page.term(action),
        None if catch.kind == CatchKind::Constraint => page.pick("it always holds", "始终有效").to_string(),
        None => page.unsaid(),
    };
    let then = match &catch.to {
        Some(to) => page.with(&then, &page.said(to)),
        None => then,
    };
    [
        name + &page.line(catch.line),
        page.or_unsaid(catch.what.as_ref(), |what| page.said(what)),
        then,
        page.or_unsaid(catch.enforced_by.as_ref(), |by| page.term(by)),
    ]
}

/// When to stop, and what then.
pub fn stop(page: &Page) -> String {
    let Some(stop) = &page.plan.stop else {
        return page.calm("The plan does not say when to stop.", "计划没有写何时停止。");
    };
    let says = page.sentence(&stop.says);
    let how = page
        .pick("Read from top to bottom; the first that surely holds decides.", "从上往下看，第一条确定成立的起作用。");
    let columns = [page.pick("When", "条件"), page.pick("Then", "然后"), page.pick("Now", "目前")];
    let started = stop.rounds > 0;
    let table = table(columns, stop.arms.iter().map(|it| arm(page, it, started)));
    let rounds = page.fact("Rounds so far", "已训练轮数", stop.rounds.to_string());
    let spent = match stop.spent.as_slice() {
        [] if stop.rounds == 0 => page.pick("nothing yet", "尚未花费").to_string(),
        spent => page.row(spent.iter().map(|it| page.bare(it)), page.pick(", ", "、")),
    };
    let spent = page.fact("Spent so far", "已花费", spent);
    format!("{says}\n\n{how}\n\n{table}\n{rounds}{spent}")
}

fn arm(page: &Page, arm: &Arm, started: bool) -> [String; 3] {
    let now = match arm.decides {
        true => page.pick("▸ decides now", "▸ 目前由它决定").to_string(),
        false if !started => page.pick("– no round yet", "– 还没有训练").to_string(),
        false => page.holds(arm.holds),
    };
    let missing = (!arm.missing.is_empty()).then(|| {
        let missing: Vec<String> = arm.missing.iter().map(|it| page.sentence(it)).collect();
        missing.join(page.pick(", ", "，"))
    });
    // The way to its line stands beside the condition already.
    let action = |action: &Term| match action.line == Some(arm.line) {
        true => escape::text(&action.shown),
        false => page.term(action),
    };
    [
        capital(&page.sentence(&arm.words)) + &page.line(arm.line),
        page.or_unsaid(arm.action.as_ref(), action),
        missing.map_or(now.clone(), |missing| page.with(&now, &missing)),
    ]
}
