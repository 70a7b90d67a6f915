//! Findings as the protocol writes them; nothing is added and nothing left out.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::str::FromStr;

use ftspec_analysis::settings::{Place, Problem};
use ftspec_analysis::{self as analysis, Level};
use ftspec_syntax::Span;
use serde_json::json;
use tower_lsp_server::ls_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    NumberOrString, Range, Uri,
};

use crate::abilities::Abilities;
use crate::address::address_of;
use crate::positions::{Encoding, Lines, Positions};
use crate::settings::Settings;

/// Who speaks.
pub const SOURCE: &str = "ftspec";

/// Findings about something that has no effect: editors fade it out.
const IDLE: [&str; 2] = ["idle-metric", "unused-accept"];

/// What a diagnostic is written for.
#[derive(Clone, Copy)]
pub struct Reader<'r> {
    /// What the client can show.
    pub abilities: &'r Abilities,
    /// Where the documentation is.
    pub settings: &'r Settings,
}

impl Reader<'_> {
    /// One finding.
    pub fn diagnostic(&self, found: &analysis::Diagnostic, uri: &Uri, positions: Positions) -> Diagnostic {
        // The first label is the finding's own place.
        let (own, others) = match found.labels.split_first() {
            Some((first, others)) if first.span == found.span => (Some(first), others),
            _ => (None, found.labels.as_slice()),
        };
        let mut message = found.message.clone();
        if let Some(label) = own.filter(|label| !label.message.is_empty() && label.message != found.message) {
            message.push_str("\n");
            message.push_str(&label.message);
        }
        if !self.abilities.related {
            for label in others.iter().filter(|label| !label.message.is_empty()) {
                let line = positions.position(label.span.start).line + 1;
                message.push_str(&format!("\n{line}: {}", label.message));
            }
        }
        if !found.help.is_empty() {
            message.push_str("\n");
            message.push_str(&found.help);
        }
        let related = others
            .iter()
            .map(|label| DiagnosticRelatedInformation {
                location: Location { uri: uri.clone(), range: positions.range(label.span) },
                message: label.message.clone(),
            })
            .collect::<Vec<_>>();
        let is_idle = IDLE.contains(&found.rule.name);
        Diagnostic {
            range: positions.range(found.span),
            severity: Some(severity(found.level)),
            code: Some(NumberOrString::String(found.rule.code.to_string())),
            code_description: self.description(found.rule.name),
            source: Some(SOURCE.to_string()),
            message,
            related_information: (self.abilities.related && !related.is_empty()).then_some(related),
            tags: (self.abilities.tags && is_idle).then(|| vec![DiagnosticTag::UNNECESSARY]),
            data: Some(json!({
                "rule": found.rule.name,
                "level": found.level.name(),
                "route": found.route.map(|route| route.name()),
                "unsaid": found.unsaid,
                "fixes": found.fixes.len(),
            })),
        }
    }

    /// All findings of a text.
    pub fn diagnostics(&self, found: &[analysis::Diagnostic], uri: &Uri, positions: Positions) -> Vec<Diagnostic> {
        found.iter().map(|found| self.diagnostic(found, uri, positions)).collect()
    }

    fn description(&self, rule: &str) -> Option<CodeDescription> {
        let docs = &self.settings.docs;
        if !self.abilities.code_description || docs.is_empty() {
            return None;
        }
        Uri::from_str(&format!("{docs}#{rule}")).ok().map(|href| CodeDescription { href })
    }

    /// What is wrong in configuration files, by file.
    pub fn problems(&self, problems: &[Problem]) -> BTreeMap<PathBuf, Vec<Diagnostic>> {
        let mut files: BTreeMap<PathBuf, Vec<Diagnostic>> = BTreeMap::new();
        for problem in problems {
            let mut message = problem.message.clone();
            for more in [&problem.label, &problem.help].into_iter().filter(|more| !more.is_empty()) {
                message.push_str("\n");
                message.push_str(more);
            }
            let mut related = None;
            if let Some((place, why)) = &problem.also {
                if !self.abilities.related {
                    message.push_str(&format!("\n{}:{}: {why}", place.path.display(), place.line()));
                } else if let Some(uri) = address_of(&place.path) {
                    let location = Location { uri, range: range_of(place, self.abilities.encoding) };
                    related = Some(vec![DiagnosticRelatedInformation { location, message: why.clone() }]);
                }
            }
            files.entry(problem.place.path.clone()).or_default().push(Diagnostic {
                range: range_of(&problem.place, self.abilities.encoding),
                severity: Some(DiagnosticSeverity::ERROR),
                source: Some(SOURCE.to_string()),
                message,
                related_information: related,
                ..Diagnostic::default()
            });
        }
        files
    }
}

fn range_of(place: &Place, encoding: Encoding) -> Range {
    let lines = Lines::new(&place.text);
    let span = Span::new(place.span.start as u32, place.span.end as u32);
    Positions { text: &place.text, lines: &lines, encoding }.range(span)
}

fn severity(level: Level) -> DiagnosticSeverity {
    match level {
        Level::Deny => DiagnosticSeverity::ERROR,
        Level::Warn => DiagnosticSeverity::WARNING,
        Level::Note => DiagnosticSeverity::INFORMATION,
    }
}
