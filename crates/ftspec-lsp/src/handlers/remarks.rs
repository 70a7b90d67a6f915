//! What editors show beside the text: remarks, lines above blocks, the verdict.

use ftspec_analysis::editor::{self, Argument};
use serde_json::{Value, json};
use tower_lsp_server::ls_types::{CodeLens, Command, InlayHint, InlayHintLabel, InlayHintTooltip, Range};

use super::{Asked, commands};

/// The remarks in a range.
pub fn inlays(asked: &Asked, range: Range) -> Vec<InlayHint> {
    if !asked.settings.inlay_hints {
        return Vec::new();
    }
    let positions = asked.positions();
    let found = editor::inlays(asked.analysis(), Some(positions.span(range)));
    let hint = |inlay: editor::Inlay| InlayHint {
        position: positions.position(inlay.at),
        label: InlayHintLabel::String(inlay.label),
        kind: None,
        text_edits: (!inlay.edits.is_empty()).then(|| positions.edits(&inlay.edits)),
        tooltip: (!inlay.tooltip.is_empty()).then_some(InlayHintTooltip::String(inlay.tooltip)),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    };
    found.into_iter().map(hint).collect()
}

/// The lines above blocks. One whose command nobody runs is shown without it.
pub fn lenses(asked: &Asked) -> Vec<CodeLens> {
    if !asked.settings.code_lenses {
        return Vec::new();
    }
    let positions = asked.positions();
    editor::lenses(asked.analysis())
        .into_iter()
        .filter_map(|lens| {
            let name = lens.command.name;
            let runs = commands::NAMES.contains(&name) || asked.settings.runs(name);
            // The way to a plan is of no use where there is none to show.
            if !runs && name == editor::command::PLAN {
                return None;
            }
            let argument = |argument: Argument| match argument {
                Argument::Text(text) => Value::String(text),
                Argument::Places(places) => {
                    json!(places.iter().map(|span| positions.range(*span)).collect::<Vec<_>>())
                }
            };
            let mut arguments = vec![json!(asked.snapshot.uri)];
            arguments.extend(lens.command.arguments.into_iter().map(argument));
            let command = if runs { name.to_string() } else { String::new() };
            Some(CodeLens {
                range: positions.range(lens.span),
                command: Some(Command { title: lens.title, command, arguments: Some(arguments) }),
                data: None,
            })
        })
        .collect()
}

/// The sum of a document: kind, headline, rules it rests on, ways out, and how many findings of each level there are.
pub fn verdict(asked: &Asked) -> Value {
    let analysis = asked.analysis();
    let verdict = analysis.verdict();
    let count = |level| analysis.diagnostics().iter().filter(|found| found.level == level).count();
    json!({
        "uri": asked.snapshot.uri,
        "version": asked.snapshot.version,
        "kind": verdict.kind.name(),
        "reasons": verdict.reasons.iter().map(|rule| rule.code).collect::<Vec<_>>(),
        "routes": verdict.routes.iter().map(|route| route.name()).collect::<Vec<_>>(),
        "deny": count(ftspec_analysis::Level::Deny),
        "warn": count(ftspec_analysis::Level::Warn),
        "note": count(ftspec_analysis::Level::Note),
    })
}
