//! What reviewers come back to: accepted risks, open findings, sign-off, what has changed.

use maud::{Markup, html};

use super::case::code;
use super::table::Table;
use super::text::{name, verbatim};
use super::{Page, signs};
use crate::headings;
use crate::plan::{Accepted, Change, ChangeLog, Finding, FindingLevel, Sentence, Signature};

/// Findings that the team lives with, with owner and expiry.
pub fn accepted(page: &Page) -> Markup {
    let lang = page.lang;
    if page.plan.accepted.is_empty() {
        return html! { p { (lang.pick("Nothing has been accepted.", "没有接受任何风险。")) } };
    }
    let mut table = Table::new(lang.pick("Accepted risks", "已接受的风险"))
        .column(lang.pick("What is accepted", "接受了什么"), 32)
        .column(lang.pick("Because", "理由"), 34)
        .column(lang.pick("By", "谁接受的"), 14)
        .column(lang.pick("Until", "有效期至"), 20);
    for accepted in &page.plan.accepted {
        table.row(acceptance(page, accepted));
    }
    table.show()
}

fn acceptance(page: &Page, accepted: &Accepted) -> Vec<Markup> {
    vec![
        html! {
            (page.opening(&accepted.summary))
            div.quiet { (code(accepted.code.as_deref().unwrap_or_default(), &accepted.name)) (page.line(accepted.line)) }
        },
        page.or_unsaid(accepted.because.as_ref(), |because| page.said(because)),
        page.or_unsaid(accepted.by.as_ref(), |by| page.said(by)),
        html! {
            (page.or_unsaid(accepted.until.as_ref(), |until| page.said(until)))
            @if accepted.expired { div { (signs::mark("no", page.lang.pick("expired", "已过期"))) } }
        },
    ]
}

/// What is open, the weightiest first.
pub fn findings(page: &Page) -> Markup {
    if page.plan.findings.is_empty() {
        return html! { p { (page.lang.pick("Nothing is open.", "没有未解决的问题。")) } };
    }
    html! {
        @for level in [FindingLevel::Deny, FindingLevel::Warn, FindingLevel::Note] {
            @let these: Vec<&Finding> = page.plan.findings.iter().filter(|finding| finding.level == level).collect();
            @if !these.is_empty() {
                h3 { (page.level(level)) " " span.count { (these.len()) } }
                ul.open-findings { @for finding in these { (self::finding(page, finding)) } }
            }
        }
    }
}

fn finding(page: &Page, finding: &Finding) -> Markup {
    html! {
        li {
            p { (page.opening(&finding.message)) " " (code(&finding.code, &finding.name)) (page.line(finding.line)) }
            @if let Some(help) = &finding.help { (self::help(page, help)) }
        }
    }
}

/// What to do. Lines that are set in are to be typed as they stand.
fn help(page: &Page, help: &Sentence) -> Markup {
    let (typed, told): (Vec<&str>, Vec<&str>) = help.0.lines().partition(|line| line.starts_with("  "));
    html! {
        p.help { (page.opening(&Sentence(told.join(" ")))) }
        @if !typed.is_empty() {
            pre.typed { code { bdi { @for line in typed { (verbatim(line.strip_prefix("  ").unwrap_or(line))) "\n" } } } }
        }
    }
}

/// Lines to sign on.
pub fn sign_off(page: &Page) -> Markup {
    html! {
        ul.signatures { @for signature in &page.plan.sign_off { (self::signature(page, signature)) } }
    }
}

fn signature(page: &Page, signature: &Signature) -> Markup {
    let lang = page.lang;
    html! {
        li {
            p.who {
                span.quiet { (page.opening(&signature.role)) }
                br;
                (page.or_unsaid(signature.name.as_ref(), |name| page.said(name)))
            }
            p.rule-line { (lang.pick("Signature", "签名")) }
            p.rule-line.day { (lang.pick("Date", "日期")) }
        }
    }
}

/// What changed since an older version.
pub fn change_log(page: &Page, log: &ChangeLog) -> Markup {
    let lang = page.lang;
    html! {
        p.lead { (lang.pick("Since ", "自 ")) (name(&log.since)) (lang.pick(":", " 以来：")) }
        @if let Some([before, after]) = log.verdict {
            p {
                (lang.pick("The verdict was ", "结论从")) strong { (headings::verdict(lang, before)) }
                (lang.pick(" and is now ", "变为")) strong { (headings::verdict(lang, after)) } (lang.pick(".", "。"))
            }
        }
        @if log.changes.is_empty() {
            p { (lang.pick("Nothing in the plan has changed.", "计划没有变化。")) }
        } @else {
            (changes(page, &log.changes))
        }
    }
}

fn changes(page: &Page, changes: &[Change]) -> Markup {
    let lang = page.lang;
    let mut table = Table::new(lang.pick("Changes", "变更"))
        .column(lang.pick("What", "内容"), 30)
        .column(lang.pick("Before", "之前"), 35)
        .column(lang.pick("Now", "现在"), 35);
    let text = |value: &Option<String>, none: &'static str| match value {
        Some(value) => html! { bdi.said { (verbatim(value)) } },
        None => html! { span.unsaid { (none) } },
    };
    for change in changes {
        table.row(vec![
            html! { (page.opening(&change.what)) (page.line_if(change.line)) },
            text(&change.before, lang.pick("not there", "没有")),
            text(&change.after, lang.pick("taken out", "已删除")),
        ]);
    }
    table.show()
}
