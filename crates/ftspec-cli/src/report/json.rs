//! The JSON shape that scripts rely on: one object, one line a file.

use ftspec_analysis::self_check::Answer;
use ftspec_analysis::self_test::Answered;
use ftspec_analysis::{Diagnostic, Fingerprint, Fix, Verdict};
use ftspec_syntax::{LineColumn, LineIndex, Span};
use serde::Serialize;

use super::Subject;
use super::totals::Totals;

/// The version of the shape.
const VERSION: u32 = 1;

/// What stands before the first file. The object is written piece by piece, so that no more than a few files are held
/// at a time.
pub const OPEN: &str = {
    assert!(VERSION == 1);
    "{\"version\":1,\"files\":[\n"
};

/// What stands behind the last file: the sum is known only then.
pub fn close(end: &str, totals: &Totals) -> String {
    let mut object = format!("{end}],\n\"summary\":{}", text(&totals.counts));
    if let Some(statistics) = &totals.statistics {
        object.push_str(&format!(",\n\"statistics\":{}", text(&statistics.sorted())));
    }
    if totals.gates.any() {
        object.push_str(&format!(",\n\"hidden\":{}", text(&totals.hidden)));
    }
    object + "}\n"
}

/// One file as one line of JSON.
pub fn file(subject: &Subject) -> String {
    let index = LineIndex::new(if subject.diagnostics.is_empty() { "" } else { subject.text });
    text(&FileReport {
        path: subject.name,
        verdict: subject.verdict.into(),
        diagnostics: subject
            .diagnostics
            .iter()
            .zip(subject.fingerprints)
            .map(|(found, print)| Finding::new(found, print, subject.text, &index))
            .collect(),
    })
}

/// A value as JSON on one line.
pub fn text(value: &(impl Serialize + ?Sized)) -> String {
    // The structs below have string keys and no failing parts: there is nothing that could go wrong.
    serde_json::to_string(value).unwrap_or_default()
}

#[derive(Serialize)]
struct FileReport<'a> {
    path: &'a str,
    verdict: VerdictReport<'a>,
    diagnostics: Vec<Finding<'a>>,
}

/// A verdict, in JSON as in SARIF.
#[derive(Serialize)]
pub struct VerdictReport<'a> {
    kind: &'static str,
    reasons: Vec<&'static str>,
    routes: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    self_test: Option<Vec<TestAnswer<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    self_check: Option<Vec<CheckAnswer>>,
}

/// An answer of the readiness self-test.
#[derive(Serialize)]
struct TestAnswer<'a> {
    question: &'static str,
    answer: &'static str,
    /// What the plan says; `null` where it does not.
    value: Option<&'a str>,
}

/// An answer of the self-check before another round.
#[derive(Serialize)]
struct CheckAnswer {
    question: &'static str,
    answer: &'static str,
    because: Vec<&'static str>,
}

impl<'a> From<&'a Verdict> for VerdictReport<'a> {
    fn from(verdict: &'a Verdict) -> Self {
        let test = verdict.self_test.as_ref().map(|test| {
            let answer = |answered: &'a Answered| TestAnswer {
                question: answered.question.name(),
                answer: answered.answer.name(),
                value: answered.value.as_deref(),
            };
            test.answers.iter().map(answer).collect()
        });
        let check = verdict.self_check.as_ref().map(|answers| {
            let answer = |answer: &Answer| CheckAnswer {
                question: answer.question.name(),
                answer: if answer.is_yes() { "yes" } else { "no" },
                because: answer.because.iter().map(|rule| rule.code).collect(),
            };
            answers.iter().map(answer).collect()
        });
        Self {
            kind: verdict.kind.name(),
            reasons: verdict.reasons.iter().map(|rule| rule.code).collect(),
            routes: verdict.routes.iter().map(|route| route.name()).collect(),
            self_test: test,
            self_check: check,
        }
    }
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'static str,
    name: &'static str,
    level: &'static str,
    message: &'a str,
    span: Range,
    start: Place,
    end: Place,
    labels: Vec<LabelReport<'a>>,
    /// `null` where there is none.
    help: Option<&'a str>,
    /// `null` where there is none.
    route: Option<&'static str>,
    fixes: Vec<FixReport<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unsaid: bool,
    place: &'a str,
    fingerprint: &'a str,
}

impl<'a> Finding<'a> {
    fn new(found: &'a Diagnostic, print: &'a Fingerprint, text: &str, index: &LineIndex) -> Self {
        Self {
            code: found.rule.code,
            name: found.rule.name,
            level: found.level.name(),
            message: &found.message,
            span: found.span.into(),
            start: index.line_column(found.span.start, text).into(),
            end: index.line_column(found.span.end, text).into(),
            labels: found
                .labels
                .iter()
                .enumerate()
                .filter(|(at, label)| *at == 0 || !label.message.is_empty())
                .map(|(_, label)| LabelReport { span: label.span.into(), message: &label.message })
                .collect(),
            help: Some(found.help.as_str()).filter(|help| !help.is_empty()),
            route: found.route.map(|route| route.name()),
            fixes: found.fixes.iter().map(FixReport::from).collect(),
            unsaid: found.unsaid,
            place: &print.place,
            fingerprint: &print.hash,
        }
    }
}

#[derive(Serialize)]
struct Range {
    start: u32,
    end: u32,
}

impl From<Span> for Range {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
}

impl From<LineColumn> for Place {
    fn from(place: LineColumn) -> Self {
        Self { line: place.line, column: place.column }
    }
}

#[derive(Serialize)]
struct LabelReport<'a> {
    span: Range,
    message: &'a str,
}

#[derive(Serialize)]
struct FixReport<'a> {
    title: &'a str,
    applicability: &'static str,
    edits: Vec<EditReport<'a>>,
}

impl<'a> From<&'a Fix> for FixReport<'a> {
    fn from(fix: &'a Fix) -> Self {
        Self {
            title: &fix.title,
            applicability: fix.applicability.name(),
            edits: fix
                .edits
                .iter()
                .map(|edit| EditReport { start: edit.span.start, end: edit.span.end, text: &edit.text })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct EditReport<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}
