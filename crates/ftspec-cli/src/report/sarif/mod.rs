//! SARIF 2.1.0: the form in which code scanners exchange findings.
//!
//! A finding is a result; a file that cannot be read is a notification of the run, as the standard wants it. The
//! verdict on a file is among the properties of its artifact.

mod rules;
mod shape;

use ftspec_analysis::rules::{RULES, unreadable};
use ftspec_analysis::{Diagnostic, FINGERPRINT_SCHEME, Fingerprint, Fix, Lang, Level};
use ftspec_syntax::LineIndex;

use super::place::{Stretch, uri};
use super::totals::Totals;
use super::{Subject, json};
use shape::{
    Artifact, ArtifactChange, ArtifactLocation, ArtifactProperties, FixProperties, FixReport, Invocation, Location,
    LogicalLocation, Message, Notification, NotificationProperties, PhysicalLocation, Region, Replacement, Result,
    ResultProperties, RuleReference,
};

/// Where the schema is published.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What the end of a report says of its files.
#[derive(Default)]
pub struct Rest {
    artifacts: Vec<String>,
    notifications: Vec<String>,
}

impl Rest {
    /// Takes in what is to be said of another file.
    pub fn add(&mut self, other: Self) {
        self.artifacts.extend(other.artifacts);
        self.notifications.extend(other.notifications);
    }
}

/// What stands before the first finding: the tool with its rules.
pub fn open(lang: Lang) -> String {
    format!(
        "{{\"$schema\":{},\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{},\n\"columnKind\":\"unicodeCodePoints\",\"results\":[\n",
        json::text(&SCHEMA),
        json::text(&rules::tool(lang))
    )
}

/// The findings of a file, one a line, with commas between them.
pub fn file(subject: &Subject, rest: &mut Rest) -> String {
    let index = LineIndex::new(if subject.diagnostics.is_empty() { "" } else { subject.text });
    let view = View { subject, index: &index, uri: uri(subject.name) };
    rest.artifacts.push(json::text(&Artifact {
        location: view.artifact(),
        roles: ["analysisTarget"],
        properties: ArtifactProperties { verdict: subject.verdict.into() },
    }));
    let mut results = Vec::new();
    for (found, print) in subject.diagnostics.iter().zip(subject.fingerprints) {
        if found.rule == &unreadable::RULE {
            rest.notifications.push(json::text(&view.notification(found, print)));
        } else {
            results.push(json::text(&view.result(found, print)));
        }
    }
    results.join(",\n")
}

/// What stands behind the last finding.
pub fn close(end: &str, rest: Rest, totals: &Totals) -> String {
    let invocation = json::text(&Invocation {
        execution_successful: !totals.failed,
        properties: shape::InvocationProperties { summary: totals.counts, hidden: totals.hidden },
    });
    // The notifications are texts already: they go in where the object ends.
    let notifications = rest.notifications.join(",\n");
    let invocation = invocation.strip_suffix('}').unwrap_or(&invocation);
    format!(
        "{end}],\n\"artifacts\":[\n{}\n],\n\"invocations\":[{invocation},\"toolExecutionNotifications\":[{notifications}]}}]}}]}}\n",
        rest.artifacts.join(",\n")
    )
}

/// A level in the words of SARIF.
fn level(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Note => "note",
    }
}

/// A file with what is needed to point into it.
struct View<'a> {
    subject: &'a Subject<'a>,
    index: &'a LineIndex,
    uri: String,
}

impl<'a> View<'a> {
    fn artifact(&self) -> ArtifactLocation {
        ArtifactLocation { uri: self.uri.clone() }
    }

    fn region(&self, span: ftspec_syntax::Span) -> Region {
        let at = Stretch::of(span, self.subject.text, self.index);
        Region { start_line: at.line, start_column: at.column, end_line: at.end_line, end_column: at.end_column }
    }

    fn physical(&self, span: ftspec_syntax::Span) -> PhysicalLocation {
        PhysicalLocation { artifact_location: self.artifact(), region: self.region(span) }
    }

    fn result(&self, found: &'a Diagnostic, print: &'a Fingerprint) -> Result<'a> {
        let said = |text: &'a str| (!text.is_empty()).then(|| Message::plain(text));
        let here = found.labels.first().filter(|label| label.span == found.span);
        let related = found
            .labels
            .iter()
            .skip(usize::from(here.is_some()))
            .filter(|label| !label.message.is_empty())
            .enumerate()
            .map(|(at, label)| Location {
                id: Some(at + 1),
                physical_location: self.physical(label.span),
                logical_locations: Vec::new(),
                message: said(&label.message),
            })
            .collect();
        Result {
            rule_id: found.rule.code,
            rule_index: RULES.iter().position(|rule| *rule == found.rule),
            level: level(found.level),
            message: Message {
                text: &found.message,
                markdown: (!found.help.is_empty()).then(|| format!("{}\n\n{}", found.message, found.help)),
            },
            locations: [Location {
                id: None,
                physical_location: self.physical(found.span),
                logical_locations: vec![LogicalLocation { fully_qualified_name: &print.place }],
                message: here.and_then(|label| said(&label.message)),
            }],
            related_locations: related,
            partial_fingerprints: fingerprints(print),
            fixes: found.fixes.iter().filter(|fix| !fix.edits.is_empty()).map(|fix| self.fix(fix)).collect(),
            properties: ResultProperties {
                name: found.rule.name,
                help: Some(found.help.as_str()).filter(|help| !help.is_empty()),
                route: found.route.map(|route| route.name()),
                unsaid: found.unsaid,
            },
        }
    }

    fn fix(&self, fix: &'a Fix) -> FixReport<'a> {
        let replacements = fix.edits.iter().map(|edit| Replacement {
            deleted_region: self.region(edit.span),
            inserted_content: Message::plain(&edit.text),
        });
        FixReport {
            description: Message::plain(&fix.title),
            artifact_changes: [ArtifactChange {
                artifact_location: self.artifact(),
                replacements: replacements.collect(),
            }],
            properties: FixProperties { applicability: fix.applicability.name() },
        }
    }

    fn notification(&self, found: &'a Diagnostic, print: &'a Fingerprint) -> Notification<'a> {
        Notification {
            level: level(found.level),
            message: Message::plain(&found.message),
            locations: [Location {
                id: None,
                physical_location: self.physical(found.span),
                logical_locations: Vec::new(),
                message: None,
            }],
            associated_rule: RuleReference {
                id: found.rule.code,
                index: RULES.iter().position(|rule| *rule == found.rule),
            },
            properties: NotificationProperties {
                help: Some(found.help.as_str()).filter(|help| !help.is_empty()),
                fingerprint: &print.hash,
            },
        }
    }
}

fn fingerprints(print: &Fingerprint) -> shape::Fingerprints<'_> {
    const { assert!(FINGERPRINT_SCHEME == 1, "the key in shape.rs names the scheme") };
    shape::Fingerprints { place: &print.hash }
}
