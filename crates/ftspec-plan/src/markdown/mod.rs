//! The plan as GitHub-flavoured Markdown, to lie beside its spec: headings, lists, tables, and diagrams as Mermaid. No
//! HTML. Every statement links to its line in the spec.
//!
//! Each file is a part of the document; [`text`] has what they all write with, [`escape`] keeps texts of the spec texts.

mod case;
mod decision;
mod escape;
mod judging;
mod mermaid;
mod review;
mod risk;
mod rounds;
mod teaching;
mod text;

use crate::headings::Chapter;
use crate::plan::Plan;
use text::Page;

/// The whole document.
pub fn render(plan: &Plan) -> String {
    let page = &Page::new(plan);
    let mut out = head(page);
    let mut chapter = |chapter: Chapter, body: String| {
        let title = chapter.title(page.lang);
        out.push_str(&format!("\n## {title}\n\n{body}"));
    };
    chapter(Chapter::Verdict, case::verdict(page));
    chapter(Chapter::Goal, case::goal(page));
    chapter(Chapter::Routes, case::routes(page));
    chapter(Chapter::Facts, teaching::facts(page));
    chapter(Chapter::Data, teaching::data(page));
    chapter(Chapter::Training, teaching::training(page));
    chapter(Chapter::Judging, judging::evaluation(page));
    chapter(Chapter::Risk, risk::risk(page));
    chapter(Chapter::Stop, risk::stop(page));
    chapter(Chapter::Rounds, rounds::rounds(page));
    chapter(Chapter::Accepted, review::accepted(page));
    chapter(Chapter::Findings, review::findings(page));
    chapter(Chapter::SignOff, review::sign_off(page));
    if let Some(log) = &plan.change_log {
        chapter(Chapter::Changes, review::changes(page, log));
    }
    out.push_str(&colophon(page));
    out
}

fn head(page: &Page) -> String {
    let head = &page.plan.head;
    let title = match &head.title {
        Some(title) => page.words(&title.text),
        None => page.pick("Untitled", "无标题").to_string(),
    };
    let mut facts = vec![
        page.fact("Status", "状态", page.term_or_default(&head.status)),
        page.fact("Owner", "负责人", page.or_unsaid(head.owner.as_ref(), |owner| page.said(owner))),
        page.fact("Reviewers", "评审人", page.all_said(&head.reviewers)),
    ];
    if let Some(created) = &head.created {
        facts.push(page.fact("Written", "编写日期", page.said(created)));
    }
    if let Some(today) = &head.today {
        facts.push(page.fact("This document", "文档日期", escape::text(today)));
    }
    let kind = page.pick("Fine-tuning plan", "微调计划");
    let line = page.line_if(head.title.as_ref().map(|title| title.line));
    format!("# {title}\n\n{kind}{line}\n\n{}", facts.concat())
}

fn colophon(page: &Page) -> String {
    let path = &page.plan.source.path;
    let name = escape::code(path.rsplit('/').next().unwrap_or(path));
    let made = page.lang.pick(
        format!(
            "Made by ftspec from {name}. Marks such as L12 lead to the line of the spec that a statement rests on."
        ),
        format!("由 ftspec 根据 {name} 生成。L12 这样的标记指向每句话所依据的那一行。"),
    );
    format!("\n---\n\n{made}\n")
}
