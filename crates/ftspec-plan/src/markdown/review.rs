//! What reviewers come back to: accepted risks, open findings, sign-off, what has changed.

use super::escape;
use super::text::{Page, table};
use crate::headings;
use crate::plan::{Accepted, Change, ChangeLog, Finding, FindingLevel};

/// Findings that the team lives with, with owner and expiry.
pub fn accepted(page: &Page) -> String {
    if page.plan.accepted.is_empty() {
        return page.calm("Nothing has been accepted.", "没有接受任何风险。");
    }
    let columns = [
        page.pick("What is accepted", "接受了什么"),
        page.pick("Because", "理由"),
        page.pick("By", "谁接受的"),
        page.pick("Until", "有效期至"),
    ];
    table(columns, page.plan.accepted.iter().map(|it| acceptance(page, it)))
}

fn acceptance(page: &Page, accepted: &Accepted) -> [String; 4] {
    let until = page.or_unsaid(accepted.until.as_ref(), |until| page.said(until));
    let expired = if accepted.expired { page.pick(" ✗ expired", " ✗ 已过期") } else { "" };
    let rule = page.rule(accepted.code.as_deref(), &accepted.name);
    let what = match page.sentence(&accepted.summary) {
        summary if summary.is_empty() => rule,
        summary => page.lang.pick(format!("{summary} ({rule})"), format!("{summary}（{rule}）")),
    };
    [
        what + &page.line(accepted.line),
        page.or_unsaid(accepted.because.as_ref(), |because| page.said(because)),
        page.or_unsaid(accepted.by.as_ref(), |by| page.said(by)),
        until + expired,
    ]
}

/// What is open, the weightiest first.
pub fn findings(page: &Page) -> String {
    if page.plan.findings.is_empty() {
        return page.calm("Nothing is open.", "没有未解决的问题。");
    }
    let levels = [FindingLevel::Deny, FindingLevel::Warn, FindingLevel::Note];
    let chapter = |level: FindingLevel| {
        let these: Vec<&Finding> = page.plan.findings.iter().filter(|found| found.level == level).collect();
        let count = these.len();
        let title = headings::level(page.lang, level);
        let title = page.lang.pick(format!("{title} ({count})"), format!("{title}（{count}）"));
        let list: String = these.into_iter().map(|found| finding(page, found)).collect();
        (count > 0).then(|| format!("### {title}\n\n{list}"))
    };
    levels.into_iter().filter_map(chapter).collect::<Vec<_>>().join("\n")
}

fn finding(page: &Page, found: &Finding) -> String {
    let (message, rule) = (page.sentence(&found.message), page.rule(Some(&found.code), &found.name));
    let line = page.line(found.line);
    let message = page.lang.pick(format!("{message} ({rule})"), format!("{message}（{rule}）"));
    let help = found.help.as_ref().map(|help| self::help(page, &help.0)).unwrap_or_default();
    format!("- {message}{line}\n{help}")
}

/// What to do. Lines that begin with two blanks are to be typed.
fn help(page: &Page, help: &str) -> String {
    let part = |line: &str| match line.strip_prefix("  ") {
        Some(code) => escape::code(code.trim()),
        None => page.sentence(&line.trim().into()),
    };
    let parts: Vec<String> = help.lines().filter(|line| !line.trim().is_empty()).map(part).collect();
    if parts.is_empty() { String::new() } else { format!("  - {}\n", parts.join(" ")) }
}

/// Lines to sign on.
pub fn sign_off(page: &Page) -> String {
    let columns =
        [page.pick("As", "身份"), page.pick("Name", "姓名"), page.pick("Signature", "签名"), page.pick("Date", "日期")];
    let blank = || "\u{a0}".to_string();
    let rows = page.plan.sign_off.iter().map(|it| {
        let name = page.or_unsaid(it.name.as_ref(), |name| page.said(name));
        [page.sentence(&it.role), name, blank(), blank()]
    });
    table(columns, rows)
}

/// What changed since an older version.
pub fn changes(page: &Page, log: &ChangeLog) -> String {
    let since = escape::code(&log.since);
    let mut out = page.lang.pick(format!("Since {since}.\n"), format!("自 {since} 以来。\n"));
    if let Some([before, after]) = log.verdict {
        let (before, after) = (headings::verdict(page.lang, before), headings::verdict(page.lang, after));
        out.push_str(&page.lang.pick(
            format!("\nThe verdict was “{before}” and is now “{after}”.\n"),
            format!("\n结论由“{before}”变为“{after}”。\n"),
        ));
    }
    if log.changes.is_empty() {
        return out + "\n" + page.pick("Nothing in the plan has changed.\n", "计划没有变化。\n");
    }
    let columns = [page.pick("What", "内容"), page.pick("Before", "之前"), page.pick("Now", "现在")];
    out + "\n" + &table(columns, log.changes.iter().map(|it| change(page, it)))
}

fn change(page: &Page, change: &Change) -> [String; 3] {
    let value = |value: &Option<String>, none: &str| match value {
        Some(value) => page.words(value),
        None => format!("*{none}*"),
    };
    [
        page.sentence(&change.what) + &page.line_if(change.line),
        value(&change.before, page.pick("not there", "没有")),
        value(&change.after, page.pick("taken out", "已删除")),
    ]
}
