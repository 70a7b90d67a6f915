//! Findings for people: what is wrong, the line it is in, what to do, and where to read more.

use std::fmt::Write;

use ariadne::Color;
use ftspec_analysis::{Diagnostic, Fix, Level, Verdict, VerdictKind};
use ftspec_syntax::LineIndex;

use super::Subject;
use super::mending::change;
use super::snippet::{Pointer, WIDTH, draw, margin, place};
use super::totals::{Row, Totals};
use super::visible::{one_line, visible};
use crate::output::{Ink, Paint};
use crate::wrap::{columns, wrap};

/// More reasons than that are counted.
const REASONS: usize = 6;

/// The findings of a file, and its verdict.
pub fn file(subject: &Subject, paint: Paint) -> String {
    let mut text = String::new();
    if !subject.diagnostics.is_empty() {
        let index = LineIndex::new(subject.text);
        for found in subject.listed() {
            finding(subject, &index, found, paint, &mut text);
            text.push('\n');
        }
        let folded = subject.folded();
        if folded > 0 {
            let _ = writeln!(text, "{}", paint.ink(Ink::Faint, unsaid(folded)));
        }
    }
    if subject.was_read {
        verdict(subject.name, subject.verdict, paint, &mut text);
    }
    if subject.was_read && !subject.diagnostics.is_empty() {
        text.push('\n');
    }
    text
}

/// One finding, whole.
pub fn finding(subject: &Subject, index: &LineIndex, found: &Diagnostic, paint: Paint, text: &mut String) {
    let kind = match found.level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Note => "note",
    };
    let kind = format!("{kind}[{}]", found.rule.code);
    let headline = format!(": {}", one_line(&found.message));
    let _ = writeln!(text, "{}{}", paint.ink(ink(found.level), kind), paint.ink(Ink::Strong, headline));

    let digits = if subject.was_read {
        let at = index.line_column(found.span.start, subject.text);
        let snippet = draw(subject.text, index, &pointers(found), paint);
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
        below.said("help", &visible_lines(&found.help));
    }
    for fix in &found.fixes {
        below.fix(fix, subject.text, index);
    }
    below.said("more", &format!("ftspec explain {}", found.rule.name));
}

fn pointers(found: &Diagnostic) -> Vec<Pointer<'_>> {
    let color = match found.level {
        Level::Deny => Color::Red,
        Level::Warn => Color::Yellow,
        Level::Note => Color::Cyan,
    };
    let mut pointers = Vec::with_capacity(found.labels.len().max(1));
    for (at, label) in found.labels.iter().enumerate() {
        let message = if label.message.is_empty() { "here" } else { label.message.as_str() };
        pointers.push(Pointer { span: label.span, message, color: if at == 0 { color } else { Color::Blue } });
    }
    if pointers.is_empty() {
        pointers.push(Pointer { span: found.span, message: "here", color });
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
        let lead = what.len() + 2;
        let lines = wrap(words, WIDTH - self.digits - 5 - lead);
        for (at, line) in lines.iter().enumerate() {
            if at == 0 {
                let line = format!("{} {line}", self.paint.ink(Ink::Note, format_args!("{what}:")));
                self.line(&line);
            } else {
                self.line(&format!("{:lead$}{line}", ""));
            }
        }
    }

    fn fix(&mut self, fix: &Fix, spec: &str, index: &LineIndex) {
        self.said(&format!("fix ({})", fix.applicability.name()), &one_line(&fix.title));
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
    let more = format!("and {} more", verdict.reasons.len() - reasons.len());
    if verdict.reasons.len() > reasons.len() {
        reasons.push(&more);
    }
    let routes: Vec<&str> = verdict.routes.iter().map(|route| route.name()).collect();
    let because = match (reasons.is_empty(), routes.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!("({})", reasons.join(" ")),
        (true, false) => format!("(→ {})", routes.join(", ")),
        (false, false) => format!("({} → {})", reasons.join(" "), routes.join(", ")),
    };
    let name = one_line(name);
    let kind = verdict.kind.name();
    let says = format!("— {}", verdict.kind.sentence());
    let _ = write!(text, "{}: {} {says}", paint.ink(Ink::Strong, &name), paint.ink(ink, kind));
    if columns(&name) + columns(kind) + columns(&says) + columns(&because) + 4 <= WIDTH && !because.is_empty() {
        let _ = write!(text, " {}", paint.ink(Ink::Faint, because));
    } else {
        for line in wrap(&because, WIDTH - 2) {
            let _ = write!(text, "\n  {}", paint.ink(Ink::Faint, line));
        }
    }
    text.push('\n');
}

/// How many files are ready and were not listed.
pub fn passed_over(number: usize, of: usize, paint: Paint) -> String {
    let are = if number == 1 { "is" } else { "are" };
    let who = if number == of { format!("all {number}") } else { format!("{number} more") };
    format!("{who} {are} {} without a finding\n", paint.ink(Ink::Good, VerdictKind::Ready.name()))
}

/// What folds into one line: "12 things not said yet; `--unsaid` lists them".
pub fn unsaid(number: usize) -> String {
    match number {
        1 => "1 thing not said yet; `--unsaid` shows it".to_string(),
        more => format!("{more} things not said yet; `--unsaid` lists them"),
    }
}

/// The last line: "3 specs: 2 deny, 5 warn, 1 note".
pub fn summary(totals: &Totals, paint: Paint) -> String {
    let counts = totals.counts;
    let found: Vec<String> = [(counts.deny, Level::Deny), (counts.warn, Level::Warn), (counts.note, Level::Note)]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, level)| format!("{number} {}", paint.ink(ink(level), level)))
        .collect();
    let found = match found.is_empty() {
        true if totals.gates.any() => "no new findings".to_string(),
        true => "no findings".to_string(),
        false => found.join(", "),
    };
    let specs = if counts.files == 1 { "1 spec".to_string() } else { format!("{} specs", counts.files) };
    format!("{}: {found}\n", paint.ink(Ink::Strong, specs))
}

/// Findings by rule, as columns.
pub fn statistics(rows: &[&Row], paint: Paint) -> String {
    let digits = rows.iter().map(|row| row.number.to_string().len()).max().unwrap_or(0);
    let names = rows.iter().map(|row| row.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for row in rows {
        let level = paint.ink(ink(row.level), format!("{:4}", row.level.name())).to_string();
        let line = format!("{:digits$}  {}  {:names$}  {level}", row.number, row.code, row.name);
        let fixable = if row.fixable > 0 { format!("  {} with a safe fix", row.fixable) } else { String::new() };
        let _ = writeln!(text, "{}{}", line.trim_end(), paint.ink(Ink::Faint, fixable));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// What was kept back, and why: "3 known findings hidden, 2 fixed since: rewrite with --write-baseline".
pub fn hidden(totals: &Totals) -> Vec<String> {
    let counted = |number: usize, what: &str| match number {
        1 => format!("1 {what}"),
        more => format!("{more} {what}s"),
    };
    let (hidden, gates) = (totals.hidden, &totals.gates);
    let mut lines = Vec::new();
    if let Some(baseline) = &gates.baseline
        && hidden.baseline + hidden.fixed > 0
    {
        let known = format!("{} hidden", counted(hidden.baseline, "known finding"));
        lines.push(match (hidden.fixed, &gates.written) {
            (0, _) => known,
            (fixed, Some(_)) => format!("{known}, {fixed} fixed since"),
            (fixed, None) => {
                format!("{known}, {fixed} fixed since: rewrite with --write-baseline {}", one_line(baseline))
            }
        });
    }
    if let Some(since) = &gates.since
        && hidden.since > 0
    {
        lines.push(format!(
            "{} hidden: they were there before, see `{}`",
            counted(hidden.since, "finding"),
            one_line(since)
        ));
    }
    if let Some(written) = &gates.written {
        let number = counted(hidden.written + hidden.baseline, "finding");
        lines.push(format!("{number} written to {0}; `--baseline {0}` hides them from now on", one_line(written)));
    }
    lines
}

/// The colour of a level.
pub fn ink(level: Level) -> Ink {
    match level {
        Level::Deny => Ink::Deny,
        Level::Warn => Ink::Warn,
        Level::Note => Ink::Note,
    }
}
