//! The answers, one file a family: each decodes, asks the analysis once, and encodes.

pub mod actions;
pub mod commands;
pub mod complete;
pub mod format;
pub mod hover;
pub mod links;
pub mod navigate;
pub mod plan;
pub mod pull;
pub mod remarks;
pub mod rename;
pub mod shape;
pub mod symbols;
pub mod tokens;

use std::collections::HashMap;
use std::sync::Arc;

use ftspec_analysis::Analysis;
use ftspec_syntax::Edit;
use tower_lsp_server::ls_types::{
    DocumentChanges, Documentation, MarkupContent, MarkupKind, OneOf, OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit, WorkspaceEdit,
};

use crate::abilities::{Abilities, Docs};
use crate::diagnostics::Reader;
use crate::positions::Positions;
use crate::settings::Settings;
use crate::snapshot::Snapshot;

/// A question's document as it was when the question came, and what the answer may look like.
pub struct Asked {
    /// The document.
    pub snapshot: Arc<Snapshot>,
    /// What the client can do.
    pub abilities: Arc<Abilities>,
    /// The settings.
    pub settings: Arc<Settings>,
}

impl Asked {
    fn analysis(&self) -> &Analysis<'_> {
        self.snapshot.analysis()
    }

    fn positions(&self) -> Positions<'_> {
        self.snapshot.positions()
    }

    /// How findings are written for this client.
    pub fn reader(&self) -> Reader<'_> {
        Reader { abilities: &self.abilities, settings: &self.settings }
    }

    /// Edits of the document, for the version that they were made for where the client can say so.
    fn workspace_edit(&self, edits: &[Edit]) -> WorkspaceEdit {
        let uri = self.snapshot.uri.clone();
        let edits = self.positions().edits(edits);
        if !self.abilities.document_changes {
            #[allow(clippy::mutable_key_type)] // the address is not changed
            let changes = HashMap::from([(uri, edits)]);
            return WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() };
        }
        let text_document = OptionalVersionedTextDocumentIdentifier { uri, version: self.snapshot.version };
        let edits = edits.into_iter().map(OneOf::Left).collect();
        WorkspaceEdit {
            document_changes: Some(DocumentChanges::Edits(vec![TextDocumentEdit { text_document, edits }])),
            ..WorkspaceEdit::default()
        }
    }
}

/// Text as the client can show it; none where there is none.
fn documentation(docs: Docs, text: String) -> Option<Documentation> {
    (!text.is_empty()).then(|| match docs {
        Docs::Bare => Documentation::String(text),
        Docs::Plain | Docs::Markdown => Documentation::MarkupContent(markup(docs == Docs::Markdown, text)),
    })
}

/// Text as Markdown, or as it is.
fn markup(markdown: bool, value: String) -> MarkupContent {
    MarkupContent { kind: if markdown { MarkupKind::Markdown } else { MarkupKind::PlainText }, value }
}
