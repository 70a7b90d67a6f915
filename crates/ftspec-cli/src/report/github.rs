//! Workflow commands for GitHub Actions: each finding becomes an annotation at its line.
//!
//! What a spec or a file name says is data here: it cannot end the line, nor begin a command of its own.

use std::fmt::Write;

use ftspec_analysis::{Lang, Level};
use ftspec_syntax::LineIndex;

use super::place::{Stretch, path};
use super::totals::Totals;
use super::visible::visible;
use super::{Subject, human};
use crate::lang::flag;
use crate::output::Paint;

/// The findings of a file.
pub fn file(subject: &Subject, lang: Lang) -> String {
    let mut text = String::new();
    if subject.diagnostics.is_empty() {
        return text;
    }
    let index = LineIndex::new(subject.text);
    let name = path(subject.name);
    for found in subject.diagnostics {
        let command = match found.level {
            Level::Deny => "error",
            Level::Warn => "warning",
            Level::Note => "notice",
        };
        let at = Stretch::of(found.span, subject.text, &index);
        let _ = write!(text, "::{command} file={},line={},col={}", property(&name), at.line, at.column);
        let _ = write!(text, ",endLine={}", at.end_line);
        // The service draws columns within one line only.
        if at.end_line == at.line {
            let _ = write!(text, ",endColumn={}", at.end_column);
        }
        let mut message = found.message.clone();
        if !found.help.is_empty() {
            message.push_str(lang.pick("\nhelp: ", "\n建议："));
            message.push_str(&found.help);
        }
        let title = format!("{} {}", found.rule.code, found.rule.name);
        let _ = writeln!(
            text,
            ",title={}::{}%0A{}ftspec explain {}{}",
            property(&title),
            data(&message),
            lang.pick("more: ", "详情："),
            data(found.rule.name),
            flag(lang)
        );
    }
    text
}

/// What the log says at the end.
pub fn close(totals: &Totals, paint: Paint) -> String {
    let paint = Paint { color: false, ..paint };
    let mut text = human::summary(totals, paint);
    for line in human::hidden(totals, paint.lang) {
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// A text behind `::`.
fn data(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| visible(line).replace('%', "%25")).collect();
    lines.join("%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_ends_the_line_or_the_value() {
        assert_eq!(data("100% of\nit\r\n::error::x"), "100%25 of%0Ait%0A::error::x");
        assert_eq!(property("a,b:c\n%"), "a%2Cb%3Ac%0A%25");
        assert_eq!(data("a\rb\x1b"), "a?b?");
    }
}
