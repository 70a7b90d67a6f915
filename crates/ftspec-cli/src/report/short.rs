//! One line a finding, as editors and `grep` like it.

use std::fmt::Write;

use ftspec_syntax::LineIndex;

use super::Subject;
use super::human::{ink, unsaid};
use super::visible::one_line;
use crate::output::{Ink, Paint};

/// The findings of a file.
pub fn file(subject: &Subject, paint: Paint) -> String {
    let mut text = String::new();
    if subject.diagnostics.is_empty() {
        return text;
    }
    let index = LineIndex::new(subject.text);
    let name = one_line(subject.name);
    for found in subject.listed() {
        let at = index.line_column(found.span.start, subject.text);
        let level = format!("{}[{}]", found.level, found.rule.code);
        let _ = writeln!(
            text,
            "{name}:{}:{}: {} {} {}",
            at.line,
            at.column,
            paint.ink(ink(found.level), level),
            one_line(&found.message),
            paint.ink(Ink::Faint, format_args!("({})", found.rule.name)),
        );
    }
    let folded = subject.folded();
    if folded > 0 {
        let _ = writeln!(text, "{name}: {}", paint.ink(Ink::Faint, unsaid(folded, paint.lang)));
    }
    text
}
