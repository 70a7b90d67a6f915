//! Specs with the findings that they are meant to have written under the lines, in `fixtures/`.
//!
//! ```text
//! kind: stile
//!     //^^^^^ unknown-word: `stile` is no kind of goal
//! ```
//!
//! The carets stand under the place, as far as it lies on that line; where it begins in the first two columns, the
//! line reads `//<^^^^` and the carets count from column 1. A finding in the base stands under the first line. The words are the beginning of the message. Every finding
//! has its line, and every line its finding; outside of `fixtures/rules/` those of the language's own rules. A fixture that begins with `// over the base` is laid over the base spec.
//! `UPDATE=1 cargo test -p ftspec-tests --test annotated` writes the lines anew: read the difference before you keep it.

use std::fs;

use ftspec_syntax::LineIndex;
use ftspec_tests::specs::{below, is_mark};
use ftspec_tests::{findings, over_base};

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone)]
struct Mark {
    /// Of the line that it stands under, in the text without any marks.
    line: usize,
    from: usize,
    to: usize,
    words: String,
}

/// Takes the marks out of a fixture.
fn read(text: &str) -> (String, Vec<Mark>) {
    let mut plain: Vec<&str> = Vec::new();
    let mut marks = Vec::new();
    for line in text.split('\n') {
        if !is_mark(line) {
            plain.push(line);
            continue;
        }
        let from_start = line.trim_start().starts_with("//<");
        let first = line.find('^').expect("a mark has carets");
        let carets = line[first..].chars().take_while(|c| *c == '^').count();
        let from = if from_start { 0 } else { line[..first].chars().count() };
        let words = line[first + carets..].trim().to_string();
        marks.push(Mark { line: plain.len() - 1, from, to: from + carets, words });
    }
    (plain.join("\n"), marks)
}

/// What is found in a fixture's text, as marks; of the language's own rules alone where the fixture is about writing.
fn found(plain: &str, all_rules: bool) -> Vec<Mark> {
    let over = plain.starts_with("// over the base");
    let text = if over { over_base(plain) } else { plain.to_string() };
    // The fragment stands at the end of what it is laid over, without the line breaks around it.
    let shift = if over { text.len() - 1 - plain.trim_matches('\n').len() } else { 0 };
    let index = LineIndex::new(plain);
    let mut marks: Vec<Mark> = findings(&text)
        .iter()
        .filter(|found| all_rules || found.rule.is_language())
        .map(|found| {
            let level = if all_rules { format!("{} ", found.level) } else { String::new() };
            let words = format!("{level}{}: {}", found.rule.name, found.message);
            let Some(start) = (found.span.start as usize).checked_sub(shift) else {
                return Mark { line: 0, from: 0, to: 1, words: format!("in the base, {words}") };
            };
            let place = index.line_column(start as u32, plain);
            let line = plain.split('\n').nth(place.line as usize - 1).unwrap_or_default();
            let from = place.column as usize - 1;
            let rest = line.chars().count().saturating_sub(from);
            let length = text[found.span.range()].split('\n').next().unwrap_or_default().trim_end().chars().count();
            Mark { line: place.line as usize - 1, from, to: from + length.min(rest).max(1), words }
        })
        .collect();
    marks.sort();
    marks
}

fn written(plain: &str, marks: &[Mark]) -> String {
    let mut lines = Vec::new();
    for (at, line) in plain.split('\n').enumerate() {
        lines.push(line.to_string());
        for mark in marks.iter().filter(|mark| mark.line == at) {
            let carets = "^".repeat(mark.to - mark.from);
            lines.push(match mark.from {
                0 | 1 => format!("//<{}{carets} {}", " ".repeat(mark.from).trim(), mark.words),
                from => format!("{}//{carets} {}", " ".repeat(from - 2), mark.words),
            });
        }
    }
    lines.join("\n")
}

#[test]
fn every_finding_has_its_mark_and_every_mark_its_finding() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    let files = below("tests/fixtures");
    assert!(files.len() >= 20, "only {} fixtures", files.len());
    for path in files {
        let text = fs::read_to_string(&path).expect("a fixture is text");
        let (plain, mut marks) = read(&text);
        marks.sort();
        let found = found(&plain, path.components().any(|part| part.as_os_str() == "rules"));
        if update {
            fs::write(&path, written(&plain, &found)).expect("a fixture can be written");
            continue;
        }
        let fits = marks.len() == found.len()
            && marks.iter().zip(&found).all(|(mark, found)| {
                (mark.line, mark.from, mark.to) == (found.line, found.from, found.to)
                    && found.words.starts_with(&mark.words)
                    && mark.words.contains(": ")
            });
        if !fits {
            wrong.push(format!("{}\n--- found:\n{}", path.display(), written(&plain, &found)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
