//! What the server offers, in the protocol's words.

use tower_lsp_server::ls_types::*;

use crate::abilities::Abilities;
use crate::handlers::{commands, tokens};

/// The kind of the action that mends everything.
pub const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.ftspec");

/// The answer to `initialize`.
pub fn answer(client: &Abilities) -> InitializeResult {
    let plain = WorkDoneProgressOptions::default;
    let capabilities = ServerCapabilities {
        position_encoding: Some(client.encoding.kind()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
            ..TextDocumentSyncOptions::default()
        })),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some([":", " ", "[", ",", "\"", "/", "("].map(str::to_string).to_vec()),
            ..CompletionOptions::default()
        }),
        signature_help_provider: Some(SignatureHelpOptions {
            trigger_characters: Some(vec![" ".to_string(), "(".to_string()]),
            retrigger_characters: None,
            work_done_progress_options: plain(),
        }),
        definition_provider: on(),
        references_provider: on(),
        document_highlight_provider: on(),
        document_symbol_provider: on(),
        workspace_symbol_provider: on(),
        rename_provider: Some(if client.prepares_rename {
            OneOf::Right(RenameOptions { prepare_provider: Some(true), work_done_progress_options: plain() })
        } else {
            OneOf::Left(true)
        }),
        linked_editing_range_provider: Some(LinkedEditingRangeServerCapabilities::Simple(true)),
        selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
        folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
        semantic_tokens_provider: Some(SemanticTokensServerCapabilities::SemanticTokensOptions(
            SemanticTokensOptions {
                legend: tokens::legend(),
                range: Some(true),
                full: Some(SemanticTokensFullOptions::Delta { delta: Some(true) }),
                work_done_progress_options: plain(),
            },
        )),
        inlay_hint_provider: on(),
        code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(false) }),
        document_link_provider: Some(DocumentLinkOptions {
            resolve_provider: Some(false),
            work_done_progress_options: plain(),
        }),
        // A client that takes only commands has no use for edits.
        code_action_provider: client.code_actions.then(|| {
            CodeActionProviderCapability::Options(CodeActionOptions {
                code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, FIX_ALL]),
                resolve_provider: Some(client.late_edits),
                work_done_progress_options: plain(),
            })
        }),
        document_formatting_provider: on(),
        document_range_formatting_provider: on(),
        document_on_type_formatting_provider: Some(DocumentOnTypeFormattingOptions {
            first_trigger_character: "}".to_string(),
            more_trigger_character: Some(vec!["\n".to_string()]),
        }),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands: commands::NAMES.map(str::to_string).to_vec(),
            work_done_progress_options: plain(),
        }),
        diagnostic_provider: client.pulls.then(|| {
            DiagnosticServerCapabilities::Options(DiagnosticOptions {
                identifier: Some(crate::diagnostics::SOURCE.to_string()),
                inter_file_dependencies: false,
                workspace_diagnostics: true,
                work_done_progress_options: plain(),
            })
        }),
        workspace: Some(WorkspaceServerCapabilities {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(OneOf::Left(true)),
            }),
            file_operations: None,
        }),
        ..ServerCapabilities::default()
    };
    InitializeResult {
        capabilities,
        server_info: Some(ServerInfo {
            name: "ftspec".to_string(),
            version: Some(env!("CARGO_PKG_VERSION").to_string()),
        }),
        ..InitializeResult::default()
    }
}

/// "Yes", whatever more could be said.
fn on<T>() -> Option<OneOf<bool, T>> {
    Some(OneOf::Left(true))
}
