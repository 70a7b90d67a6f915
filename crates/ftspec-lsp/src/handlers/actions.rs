//! What can be done about findings.

use ftspec_analysis::Applicability;
use ftspec_analysis::editor::{self, Action, ActionKind};
use serde_json::{Value, json};
use tower_lsp_server::jsonrpc::Result;
use tower_lsp_server::ls_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionResponse, Command, Range, Uri,
};

use super::Asked;
use crate::abilities::is_asked_for;
use crate::capabilities::FIX_ALL;
use crate::server::{Server, off_loop};

/// A command of the client that puts the cursor where something is to be filled in: address, version, range.
pub const FILL_IN: &str = "ftspec.fillIn";

/// The actions for a range, of the kinds that are asked for. Nothing for a client that takes only commands.
pub fn actions(asked: &Asked, range: Range, only: Option<&[CodeActionKind]>) -> Option<CodeActionResponse> {
    if !asked.abilities.code_actions {
        return None;
    }
    let span = asked.positions().span(range);
    let mut actions = editor::actions(asked.analysis(), span);
    // On saving, editors ask for this one alone, wherever the cursor is.
    let by_name = only.is_some() && is_asked_for(&FIX_ALL, only);
    if by_name && actions.iter().all(|action| action.kind != ActionKind::FixAll) {
        let lang = asked.analysis().config().lang;
        actions.push(Action {
            title: lang.pick("mend everything that is safe to mend", "修复所有可安全修复的问题").to_string(),
            kind: ActionKind::FixAll,
            edits: Vec::new(),
            applicability: Applicability::Safe,
            diagnostic: None,
            preferred: false,
            cursor: None,
        });
    }
    let encoded = actions.into_iter().filter(|action| is_asked_for(&kind(action.kind), only));
    Some(encoded.filter_map(|action| encode(asked, action)).map(CodeActionOrCommand::CodeAction).collect())
}

fn kind(kind: ActionKind) -> CodeActionKind {
    match kind {
        ActionKind::FixAll => FIX_ALL,
        ActionKind::Fix | ActionKind::FixKind | ActionKind::Create | ActionKind::Accept => CodeActionKind::QUICKFIX,
    }
}

/// An action; none where it would do nothing.
fn encode(asked: &Asked, action: Action) -> Option<CodeAction> {
    let (uri, positions) = (&asked.snapshot.uri, asked.positions());
    let mut encoded = CodeAction {
        title: action.title,
        kind: Some(kind(action.kind)),
        is_preferred: action.preferred.then_some(true),
        ..CodeAction::default()
    };
    if let Some(found) = action.diagnostic.and_then(|at| asked.analysis().diagnostics().get(at)) {
        encoded.diagnostics = Some(vec![asked.reader().diagnostic(found, uri, positions)]);
    }
    if action.kind == ActionKind::FixAll {
        if asked.abilities.late_edits {
            encoded.data = Some(json!({ "uri": uri, "fixAll": true }));
            return Some(encoded);
        }
        let edits = editor::fix_all(asked.analysis());
        encoded.edit = (!edits.is_empty()).then(|| asked.workspace_edit(&edits));
        return encoded.edit.is_some().then_some(encoded);
    }
    encoded.edit = Some(asked.workspace_edit(&action.edits));
    if let Some(cursor) = action.cursor
        && asked.settings.runs(FILL_IN)
    {
        encoded.command = Some(Command {
            title: encoded.title.clone(),
            command: FILL_IN.to_string(),
            arguments: Some(vec![json!(uri), json!(after(asked, &action.edits, cursor))]),
        });
    }
    Some(encoded)
}

/// Where a place of the edited text is, for the editor.
fn after(asked: &Asked, edits: &[ftspec_syntax::Edit], cursor: ftspec_syntax::Span) -> Range {
    let text = ftspec_analysis::fixes::apply(&asked.snapshot.text, edits);
    let lines = crate::positions::Lines::new(&text);
    let encoding = asked.abilities.encoding;
    crate::positions::Positions { text: &text, lines: &lines, encoding }.range(cursor)
}

/// The edits of an action that was chosen.
pub async fn resolve(server: &Server, mut action: CodeAction) -> Result<CodeAction> {
    let data = action.data.as_ref();
    let is_fix_all = data.and_then(|data| data.get("fixAll")).and_then(Value::as_bool) == Some(true);
    let uri = data.and_then(|data| serde_json::from_value::<Uri>(data.get("uri")?.clone()).ok());
    if is_fix_all && let Some(asked) = uri.and_then(|uri| server.asked(&uri)) {
        let edit = off_loop(move || asked.workspace_edit(&editor::fix_all(asked.analysis()))).await?;
        action.edit = Some(edit);
    }
    Ok(action)
}
