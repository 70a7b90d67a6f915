//! A Code Quality report for GitLab: one JSON array, shown in merge requests.

use ftspec_analysis::Level;
use ftspec_syntax::LineIndex;
use serde::Serialize;

use super::place::{Stretch, path};
use super::{Subject, json};

/// What stands before the first finding.
pub const OPEN: &str = "[";
/// What stands behind the last one.
pub const CLOSE: &str = "]\n";

/// The findings of a file, one a line, with commas between them.
pub fn file(subject: &Subject) -> String {
    let index = LineIndex::new(if subject.diagnostics.is_empty() { "" } else { subject.text });
    let name = path(subject.name);
    let findings: Vec<String> = subject
        .diagnostics
        .iter()
        .zip(subject.fingerprints)
        .map(|(found, print)| {
            let at = Stretch::of(found.span, subject.text, &index);
            json::text(&Issue {
                kind: "issue",
                description: &found.message,
                check_name: format!("{} {}", found.rule.code, found.rule.name),
                content: Content { body: &found.help },
                // Unique in the whole report, as GitLab asks: equal plans have equal findings.
                fingerprint: format!("{}-{}", print.hash, name),
                severity: match found.level {
                    Level::Deny => "critical",
                    Level::Warn => "minor",
                    Level::Note => "info",
                },
                location: Location {
                    path: &name,
                    lines: Lines { begin: at.line, end: at.end_line },
                    positions: Positions {
                        begin: Place { line: at.line, column: at.column },
                        end: Place { line: at.end_line, column: at.end_column },
                    },
                },
            })
        })
        .collect();
    findings.join(",\n")
}

#[derive(Serialize)]
struct Issue<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'a str,
    check_name: String,
    content: Content<'a>,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Content<'a> {
    body: &'a str,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
    positions: Positions,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

#[derive(Serialize)]
struct Positions {
    begin: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
}
