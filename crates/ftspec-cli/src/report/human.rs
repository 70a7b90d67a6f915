//! Findings for people: what is wrong, the line it is in, what to do, and where to read more.

use std::fmt::Write;

use ariadne::Color;
use ftspec_analysis::self_test::Answer;
use ftspec_analysis::{Applicability, Diagnostic, Fix, Lang, Level, Verdict, VerdictKind, say};
use ftspec_syntax::LineIndex;

use super::Subject;
use super::mending::change;
use super::snippet::{Pointer, WIDTH, draw, margin, place};
use super::totals::{Row, Totals};
use super::visible::{one_line, visible};
use crate::lang::flag;
use crate::output::{Ink, Paint};
use crate::wrap::{columns, wrap};

/// So many findings of a file are drawn; nobody reads more, and other formats have them all.
const MOST: usize = 500;
/// More reasons than that are counted.
const REASONS: usize = 6;

/// The findings of a file, and its verdict.
pub fn file(subject: &Subject, paint: Paint) -> String {
    let mut text = String::new();
    if !subject.diagnostics.is_empty() {
        let index = LineIndex::new(subject.text);
        for found in subject.listed().take(MOST) {
            finding(subject, &index, found, paint, &mut text);
            text.push('\n');
        }
        let left = subject.listed().skip(MOST).count();
        if left > 0 {
            let more = say!(
                paint.lang,
                "{left} more findings; `--format short` lists them all",
                "还有 {left} 条；用 `--format short` 可以全部列出"
            );
            let _ = writeln!(text, "{}", paint.ink(Ink::Faint, more));
        }
        let folded = subject.folded();
        if folded > 0 {
            let _ = writeln!(text, "{}", paint.ink(Ink::Faint, unsaid(folded, paint.lang)));
        }
    }
    if subject.was_read {
        verdict(subject.name, subject.verdict, paint, &mut text);
        answers(subject.verdict, paint, &mut text);
    }
    if subject.was_read && !subject.diagnostics.is_empty() {
        text.push('\n');
    }
    text
}

/// One finding, whole.
pub fn finding(subject: &Subject, index: &LineIndex, found: &Diagnostic, paint: Paint, text: &mut String) {
    let lang = paint.lang;
    let kind = match found.level {
        Level::Deny => lang.pick("error", "错误"),
        Level::Warn => lang.pick("warning", "警告"),
        Level::Note => lang.pick("note", "提示"),
    };
    let kind = format!("{kind}[{}]", found.rule.code);
    let headline = format!("{}{}", colon(lang), one_line(&found.message));
    let _ = writeln!(text, "{}{}", paint.ink(ink(found.level), kind), paint.ink(Ink::Strong, headline));

    let digits = if subject.was_read {
        let at = index.line_column(found.span.start, subject.text);
        let snippet = draw(subject.text, index, &pointers(found, lang), paint);
        let here = format!("{}:{}:{}", one_line(subject.name), at.line, at.column);
        let _ = writeln!(text, "{}", place(&here, snippet.digits, paint));
        for line in &snippet.lines {
            let _ = writeln!(text, "{line}");
        }
        snippet.digits
    } else {
        let _ = writeln!(text, "{}", place(&one_line(subject.name), 1, paint));
        1
    };

    let mut below = Below { text, digits, paint };
    if !found.help.is_empty() {
        below.said(lang.pick("help", "建议"), &visible_lines(&found.help));
    }
    for fix in &found.fixes {
        below.fix(fix, subject.text, index);
    }
    below.said(lang.pick("more", "详情"), &format!("ftspec explain {}{}", found.rule.name, flag(lang)));
}

/// What stands between a heading and its words, two columns wide.
fn colon(lang: Lang) -> &'static str {
    lang.pick(": ", "：")
}

fn pointers(found: &Diagnostic, lang: Lang) -> Vec<Pointer<'_>> {
    let color = match found.level {
        Level::Deny => Color::Red,
        Level::Warn => Color::Yellow,
        Level::Note => Color::Cyan,
    };
    let here = lang.pick("here", "这里");
    let mut pointers = Vec::with_capacity(found.labels.len().max(1));
    for (at, label) in found.labels.iter().enumerate() {
        let message = if label.message.is_empty() { here } else { label.message.as_str() };
        pointers.push(Pointer { span: label.span, message, color: if at == 0 { color } else { Color::Blue } });
    }
    if pointers.is_empty() {
        pointers.push(Pointer { span: found.span, message: here, color });
    }
    pointers
}

/// What stands below the drawing, with the same margin.
struct Below<'t> {
    text: &'t mut String,
    digits: usize,
    paint: Paint,
}

impl Below<'_> {
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{} {line}", margin(None, self.digits, self.paint));
    }

    fn said(&mut self, what: &str, words: &str) {
        let colon = colon(self.paint.lang);
        let lead = columns(what) + columns(colon);
        let lines = wrap(words, WIDTH - self.digits - 5 - lead);
        for (at, line) in lines.iter().enumerate() {
            if at == 0 {
                let (mark, gap) = colon.split_at(colon.trim_end().len());
                let line = format!("{}{gap}{line}", self.paint.ink(Ink::Note, format_args!("{what}{mark}")));
                self.line(&line);
            } else {
                self.line(&format!("{:lead$}{line}", ""));
            }
        }
    }

    fn fix(&mut self, fix: &Fix, spec: &str, index: &LineIndex) {
        let what = match (self.paint.lang, fix.applicability) {
            (Lang::En, how) => format!("fix ({})", how.name()),
            (Lang::Zh, Applicability::Safe) => "修复（可直接应用）".to_string(),
            (Lang::Zh, Applicability::Unsafe) => "修复（请先确认）".to_string(),
            (Lang::Zh, Applicability::Template) => "修复（有待填写）".to_string(),
        };
        self.said(&what, &one_line(&fix.title));
        let Some(change) = change(fix, spec, index) else { return };
        let width = WIDTH - self.digits - 12;
        let paint = self.paint;
        for (sign, ink, line) in change.lines(width) {
            self.line(&paint.ink(ink, format_args!("     {sign} {line}")).to_string());
        }
    }
}

fn visible_lines(text: &str) -> String {
    text.lines().map(visible).collect::<Vec<_>>().join("\n")
}

/// The verdict on a file, on one line: `refund.ftspec: not_ready — mend the plan before you train (FT404 → fix_eval)`.
fn verdict(name: &str, verdict: &Verdict, paint: Paint, text: &mut String) {
    let ink = match verdict.kind {
        VerdictKind::Ready | VerdictKind::Ship => Ink::Good,
        VerdictKind::StopTuning => Ink::Warn,
        VerdictKind::NotReady | VerdictKind::DoNotTune => Ink::Deny,
    };
    let mut reasons: Vec<&str> = verdict.reasons.iter().map(|rule| rule.code).take(REASONS).collect();
    let lang = paint.lang;
    let (all, left) = (verdict.reasons.len(), verdict.reasons.len() - reasons.len());
    let more = say!(lang, "and {left} more", "等 {all} 条");
    if verdict.reasons.len() > reasons.len() {
        reasons.push(&more);
    }
    let routes: Vec<&str> = verdict.routes.iter().map(|route| route.name()).collect();
    let (reasons, routes) = (reasons.join(" "), routes.join(", "));
    let because = match (reasons.is_empty(), routes.is_empty()) {
        (true, true) => String::new(),
        (false, true) => reasons,
        (true, false) => format!("→ {routes}"),
        (false, false) => format!("{reasons} → {routes}"),
    };
    let because = if because.is_empty() { because } else { say!(lang, " ({because})", "（{because}）") };
    let name = one_line(name);
    let kind = verdict.kind.name();
    let says = format!("{} {}", lang.pick("—", "——"), verdict.kind.sentence(lang));
    let _ = write!(text, "{}: {} {says}", paint.ink(Ink::Strong, &name), paint.ink(ink, kind));
    if columns(&name) + columns(kind) + columns(&says) + columns(&because) + 3 <= WIDTH {
        let words = because.trim_start();
        let _ = write!(text, "{}{}", &because[..because.len() - words.len()], paint.ink(Ink::Faint, words));
    } else {
        for line in wrap(because.trim_start(), WIDTH - 2) {
            let _ = write!(text, "\n  {}", paint.ink(Ink::Faint, line));
        }
    }
    text.push('\n');
}

/// The self-test and the self-check, where the verdict is no yes: which answers speak for tuning, and which for
/// something else than another round.
fn answers(verdict: &Verdict, paint: Paint, text: &mut String) {
    let lang = paint.lang;
    // Who has misspelt a word wants to hear of the word.
    let misread = verdict.reasons.iter().any(|rule| rule.is_language());
    if misread || matches!(verdict.kind, VerdictKind::Ready | VerdictKind::Ship) {
        return;
    }
    let mut lines = Vec::new();
    if let Some(test) = &verdict.self_test {
        let parts: Vec<String> = [Answer::Yes, Answer::No, Answer::Unsaid]
            .into_iter()
            .filter(|answer| test.count(*answer) > 0)
            .map(|answer| {
                let words: Vec<&str> = test.answered(answer).map(|answered| answered.question.word(lang)).collect();
                let (says, words) = (answer.text(lang), words.join(lang.pick(", ", "、")));
                say!(lang, "{says}: {words}", "{says}：{words}")
            })
            .collect();
        let parts = parts.join(lang.pick("; ", "；"));
        lines.push(say!(lang, "self-test — {parts}", "自测——{parts}"));
    }
    if let Some(check) = &verdict.self_check {
        let yes: Vec<String> = check
            .iter()
            .filter(|answer| answer.is_yes())
            .map(|answer| {
                let codes: Vec<&str> = answer.because.iter().map(|rule| rule.code).collect();
                let (word, codes) = (answer.question.word(lang), codes.join(" "));
                say!(lang, "{word} ({codes})", "{word}（{codes}）")
            })
            .collect();
        if !yes.is_empty() {
            let yes = yes.join(lang.pick(", ", "、"));
            lines.push(say!(lang, "before another round, look at — {yes}", "再训一轮之前先看——{yes}"));
        }
    }
    for line in lines.iter().flat_map(|line| wrap(line, WIDTH - 2)) {
        let _ = writeln!(text, "  {}", paint.ink(Ink::Faint, line));
    }
}

/// How many files are ready and were not listed.
pub fn passed_over(number: usize, of: usize, paint: Paint) -> String {
    let lang = paint.lang;
    let are = if number == 1 { "is" } else { "are" };
    let who = if number == of {
        say!(lang, "all {number}", "全部 {number} 份")
    } else {
        say!(lang, "{number} more", "其余 {number} 份")
    };
    let ready = paint.ink(Ink::Good, VerdictKind::Ready.name());
    say!(lang, "{who} {are} {ready} without a finding\n", "{who}都是 {ready}，没有发现问题\n")
}

/// What folds into one line: "12 things not said yet; `--unsaid` lists them".
pub fn unsaid(number: usize, lang: Lang) -> String {
    match (lang, number) {
        (Lang::En, 1) => "1 thing not said yet; `--unsaid` shows it".to_string(),
        (Lang::En, more) => format!("{more} things not said yet; `--unsaid` lists them"),
        (Lang::Zh, more) => format!("还有 {more} 处没有写到；加上 `--unsaid` 可以逐条列出"),
    }
}

/// The last line: "3 specs: 2 deny, 5 warn, 1 note".
pub fn summary(totals: &Totals, paint: Paint) -> String {
    let (counts, lang) = (totals.counts, paint.lang);
    let level = |level: Level| match level {
        _ if lang == Lang::En => level.name(),
        Level::Deny => "条错误",
        Level::Warn => "条警告",
        Level::Note => "条提示",
    };
    let found: Vec<String> = [(counts.deny, Level::Deny), (counts.warn, Level::Warn), (counts.note, Level::Note)]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, of)| format!("{number} {}", paint.ink(ink(of), level(of))))
        .collect();
    let found = match found.as_slice() {
        [] if totals.gates.any() => lang.pick("no new findings", "没有新问题").to_string(),
        [] => lang.pick("no findings", "没有发现问题").to_string(),
        some => some.join(lang.pick(", ", "，")),
    };
    let specs = match (lang, counts.files) {
        (Lang::En, 1) => "1 spec".to_string(),
        (Lang::En, files) => format!("{files} specs"),
        (Lang::Zh, files) => format!("{files} 份计划"),
    };
    format!("{}{}{found}\n", paint.ink(Ink::Strong, specs), colon(lang))
}

/// Findings by rule, as columns.
pub fn statistics(rows: &[&Row], paint: Paint) -> String {
    let digits = rows.iter().map(|row| row.number.to_string().len()).max().unwrap_or(0);
    let names = rows.iter().map(|row| row.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for row in rows {
        let level = paint.ink(ink(row.level), format!("{:4}", row.level.name())).to_string();
        let line = format!("{:digits$}  {}  {:names$}  {level}", row.number, row.code, row.name);
        let fixable = match row.fixable {
            0 => String::new(),
            number => say!(paint.lang, "  {number} with a safe fix", "  其中 {number} 处可安全修复"),
        };
        let _ = writeln!(text, "{}{}", line.trim_end(), paint.ink(Ink::Faint, fixable));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// What was kept back, and why: "3 known findings hidden, 2 fixed since: rewrite with --write-baseline".
pub fn hidden(totals: &Totals, lang: Lang) -> Vec<String> {
    let counted = |number: usize, what: &str| match number {
        1 => format!("1 {what}"),
        more => format!("{more} {what}s"),
    };
    let (hidden, gates) = (totals.hidden, &totals.gates);
    let mut lines = Vec::new();
    if let Some(baseline) = &gates.baseline
        && hidden.baseline + hidden.fixed > 0
    {
        let (number, fixed, file) = (hidden.baseline, hidden.fixed, one_line(baseline));
        let findings = counted(number, "known finding");
        let known = say!(lang, "{findings} hidden", "已隐藏 {number} 条已知问题");
        lines.push(match (fixed, &gates.written) {
            (0, _) => known,
            (_, Some(_)) => say!(lang, "{known}, {fixed} fixed since", "{known}，其中 {fixed} 条已经修好"),
            (_, None) => say!(
                lang,
                "{known}, {fixed} fixed since: rewrite with --write-baseline {file}",
                "{known}，另有 {fixed} 条已经修好：用 --write-baseline {file} 重写"
            ),
        });
    }
    if let Some(since) = &gates.since
        && hidden.since > 0
    {
        let (number, since) = (hidden.since, one_line(since));
        let findings = counted(number, "finding");
        lines.push(say!(
            lang,
            "{findings} hidden: they were there before, see `{since}`",
            "已隐藏 {number} 条问题：它们在 `{since}` 之前就有"
        ));
    }
    if let Some(written) = &gates.written {
        let (number, file) = (hidden.written + hidden.baseline, one_line(written));
        let findings = counted(number, "finding");
        lines.push(say!(
            lang,
            "{findings} written to {file}; `--baseline {file}` hides them from now on",
            "已把 {number} 条问题写入 {file}；以后加上 `--baseline {file}` 就不再显示"
        ));
    }
    lines
}

/// What was mended before the check.
pub fn mended(totals: &Totals, lang: Lang) -> Option<String> {
    let (fixes, specs) = totals.mended;
    let counted =
        |number: usize, what: &str| if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") };
    let (findings, of) = (counted(fixes, "finding"), counted(specs, "spec"));
    (fixes > 0).then(|| {
        say!(lang, "mended before this check: {findings} in {of}", "检查之前已修复 {fixes} 处，涉及 {specs} 份计划")
    })
}

/// The colour of a level.
pub fn ink(level: Level) -> Ink {
    match level {
        Level::Deny => Ink::Deny,
        Level::Warn => Ink::Warn,
        Level::Note => Ink::Note,
    }
}
