//! A test report in JUnit's XML, as Jenkins, GitLab and most others read it: a suite a file; in it one test for
//! the file itself, which says whether it could be read, and one test a finding, which fails where the check fails.

use std::fmt::Write;

use ftspec_analysis::rules::unreadable;
use ftspec_analysis::{Diagnostic, Fingerprint, Lang, Level, say};
use ftspec_syntax::LineIndex;
use quick_xml::escape::escape;

use super::Subject;
use super::place::path;
use super::visible::visible;
use crate::lang::flag;

/// What stands before the first file.
pub const OPEN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"ftspec\">\n";
/// What stands behind the last one.
pub const CLOSE: &str = "</testsuites>\n";

/// One file.
pub fn file(subject: &Subject, deny_warnings: bool, lang: Lang) -> String {
    let index = LineIndex::new(if subject.diagnostics.is_empty() { "" } else { subject.text });
    let name = attribute(&path(subject.name));
    let fails = |found: &&Diagnostic| found.level == Level::Deny || deny_warnings && found.level == Level::Warn;
    let (unread, failures) = match subject.was_read() {
        true => (0, subject.diagnostics.iter().filter(fails).count()),
        false => (1, 0),
    };
    let tests = subject.diagnostics.len() + 1 - unread;
    let mut text = String::new();
    let _ = writeln!(
        text,
        "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{unread}\" skipped=\"0\">"
    );
    let _ = write!(text, "    <testcase classname=\"{name}\" name=\"can be read\" file=\"{name}\">");
    if !subject.was_read() {
        for found in subject.diagnostics.iter().filter(|found| found.rule == &unreadable::RULE) {
            told(&mut text, "error", found, subject, &index, lang);
        }
        text.push_str("\n    ");
    }
    text.push_str("</testcase>\n");
    if subject.was_read() {
        for (found, print) in subject.diagnostics.iter().zip(subject.fingerprints) {
            case(&mut text, &name, (found, print), subject, &index, fails(&found), lang);
        }
        let verdict = subject.verdict.kind;
        let says = format!("{} {} {}", verdict.name(), lang.pick("—", "——"), verdict.sentence(lang));
        let heading = lang.pick("verdict: ", "结论：");
        let _ = writeln!(text, "    <system-out>{heading}{}</system-out>", content(&says));
    }
    text.push_str("  </testsuite>\n");
    text
}

fn case(
    text: &mut String,
    name: &str,
    (found, print): (&Diagnostic, &Fingerprint),
    subject: &Subject,
    index: &LineIndex,
    fails: bool,
    lang: Lang,
) {
    let at = index.line_column(found.span.start, subject.text);
    // The same finding has the same name tomorrow, and no other one has it.
    let title = attribute(&format!("{} {}: {}", found.rule.code, found.rule.name, print.place));
    let _ = write!(
        text,
        "    <testcase classname=\"{name}\" name=\"{title}\" file=\"{name}\" line=\"{line}\">",
        line = at.line
    );
    told(text, if fails { "failure" } else { "system-out" }, found, subject, index, lang);
    text.push_str("\n    </testcase>\n");
}

/// A finding, in the words of the short format, with what to do.
fn told(text: &mut String, element: &str, found: &Diagnostic, subject: &Subject, index: &LineIndex, lang: Lang) {
    let at = index.line_column(found.span.start, subject.text);
    let _ = write!(text, "\n      <{element}");
    if element != "system-out" {
        let _ = write!(text, " type=\"{}\" message=\"{}\"", found.level, attribute(&found.message));
    }
    let help = match found.help.as_str() {
        "" => String::new(),
        help => say!(lang, "help: {help}\n", "建议：{help}\n"),
    };
    let body = format!(
        "{}:{}:{}: {}[{}] {} ({})\n{help}{}ftspec explain {}{}",
        path(subject.name),
        at.line,
        at.column,
        found.level,
        found.rule.code,
        found.message.replace('\n', " "),
        found.rule.name,
        lang.pick("more: ", "详情："),
        found.rule.name,
        flag(lang),
    );
    let _ = write!(text, ">{}</{element}>", content(&body));
}

/// A text between tags. What XML cannot hold is shown as a sign instead.
fn content(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(clean).collect();
    escape(lines.join("\n")).into_owned()
}

/// A text between quotes, on one line.
fn attribute(text: &str) -> String {
    escape(clean(&text.replace(['\n', '\r', '\t'], " "))).into_owned()
}

fn clean(line: &str) -> String {
    visible(line).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::{attribute, content};

    #[test]
    fn what_xml_cannot_hold_is_shown() {
        assert_eq!(content("a < b & \"c\"\x1b\0\u{ffff}\nd"), "a &lt; b &amp; &quot;c&quot;??\u{fffd}\nd");
        assert_eq!(attribute("a\n'b'\t>"), "a &apos;b&apos; &gt;");
    }
}
