//! What stands around the chapters: the head of the file, the title with what is said about the plan, the contents.

use ftspec_analysis::Lang;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::text::{plain, verbatim};
use super::{Page, Section};

const STYLE: &str = include_str!("style.css");

/// What a browser may do with the file: show it. It runs nothing and fetches nothing.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// The file.
pub fn document(page: &Page, sections: Vec<Section>) -> Markup {
    let lang = page.lang;
    html! {
        (DOCTYPE)
        html lang=(lang.pick("en", "zh-Hans")) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="generator" content="ftspec";
                title { (title(page)) " – " (lang.pick("fine-tuning plan", "微调计划")) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { (lang.pick("To the text", "跳到正文")) }
                header.top { (masthead(page)) }
                div.sheet {
                    nav.contents aria-labelledby="contents" { (contents(page, &sections)) }
                    main #main tabindex="-1" {
                        @for (at, section) in sections.iter().enumerate() { (chapter(at + 1, section)) }
                    }
                }
                footer.end { p { (colophon(page)) } }
            }
        }
    }
}

fn chapter(number: usize, section: &Section) -> Markup {
    html! {
        section id=(section.id) {
            h2 { span.no { (number) } " " (section.title) }
            (section.body)
        }
    }
}

/// The title as plain text, for the tab of a browser.
fn title(page: &Page) -> Markup {
    match &page.plan.head.title {
        Some(title) => html! { (plain(&title.text)) },
        None => html! { (page.lang.pick("Untitled", "无标题")) },
    }
}

fn masthead(page: &Page) -> Markup {
    let head = &page.plan.head;
    let mut facts = vec![
        page.fact("Status", "状态", page.term(&head.status)),
        page.fact("Owner", "负责人", page.or_unsaid(head.owner.as_ref(), |owner| page.said(owner))),
        page.fact("Reviewers", "评审人", page.all_said(&head.reviewers)),
    ];
    if let Some(created) = &head.created {
        facts.push(page.fact("Written", "编写日期", page.said(created)));
    }
    if let Some(today) = &head.today {
        facts.push(page.fact("This document", "文档日期", html! { span.num { (today) } }));
    }
    html! {
        p.kind { (page.lang.pick("Fine-tuning plan", "微调计划")) }
        h1 {
            @match &head.title {
                Some(title) => (page.said(title)),
                None => span.unsaid { (page.lang.pick("Untitled", "无标题")) },
            }
        }
        (page.facts(facts))
    }
}

fn contents(page: &Page, sections: &[Section]) -> Markup {
    html! {
        h2 #contents { (page.lang.pick("Contents", "目录")) }
        ol {
            @for (at, section) in sections.iter().enumerate() {
                li { a href={ "#" (section.id) } { span.no { (at + 1) } " " (section.title) } }
            }
        }
    }
}

fn colophon(page: &Page) -> Markup {
    let path = verbatim(&page.plan.source.path);
    html! {
        @match page.lang {
            Lang::En => {
                "Made by ftspec from " bdi { (path) } ". Marks such as “L12” name the line of the spec that a statement "
                "rests on; they lead to the listing at the end."
            }
            Lang::Zh => {
                "由 ftspec 根据 " bdi { (path) } " 生成。“L12”这样的标记指出每句话依据计划的哪一行，点击可跳到文末的原文。"
            }
        }
    }
}
