//! What the client can do, in the few words that the server asks about.

use tower_lsp_server::ls_types::{ClientCapabilities, CodeActionKind, MarkupKind};

use crate::positions::Encoding;

/// What the client said that it can do. Whatever it did not say, it cannot.
#[derive(Clone, Debug, Default)]
pub struct Abilities {
    /// What columns count.
    pub encoding: Encoding,
    /// It asks for diagnostics, and can be told to ask again. If not, they are sent.
    pub pulls: bool,
    /// Diagnostics may name other places.
    pub related: bool,
    /// Diagnostics may carry tags.
    pub tags: bool,
    /// Diagnostics may link to documentation.
    pub code_description: bool,
    /// Hover shows Markdown.
    pub markdown_hover: bool,
    /// What completion shows beside an item.
    pub completion_docs: Docs,
    /// What signature help shows.
    pub signature_docs: Docs,
    /// Signature help takes offsets instead of texts.
    pub label_offsets: bool,
    /// Completion can leave holes.
    pub snippets: bool,
    /// Code actions may be more than commands.
    pub code_actions: bool,
    /// The edits of a code action may come when it is chosen.
    pub late_edits: bool,
    /// Edits may name the version that they are for.
    pub document_changes: bool,
    /// The outline may have levels.
    pub nested_symbols: bool,
    /// Definitions may say how much of the target belongs to it.
    pub definition_links: bool,
    /// Folds are whole lines.
    pub line_folds: bool,
    /// So many folds are the most.
    pub most_folds: Option<usize>,
    /// Renaming may be asked about before.
    pub prepares_rename: bool,
    /// Answers can be told to be out of date: lenses, remarks, colours.
    pub refreshes_lenses: bool,
    /// The same for remarks.
    pub refreshes_inlays: bool,
    /// Settings can be asked for.
    pub gives_settings: bool,
    /// Wants to be asked to tell when settings change.
    pub registers_settings: bool,
    /// Files can be watched on request.
    pub watches_files: bool,
    /// Progress can be shown.
    pub progress: bool,
    /// Documents can be shown on request.
    pub shows_documents: bool,
}

/// How documentation may be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Docs {
    /// As a text of no kind: the client knows none.
    #[default]
    Bare,
    /// As plain text.
    Plain,
    /// As Markdown.
    Markdown,
}

impl Docs {
    /// The kind that a client would rather have.
    fn of(formats: Option<&[MarkupKind]>) -> Self {
        match formats.and_then(|formats| formats.first()) {
            Some(kind) if *kind == MarkupKind::Markdown => Self::Markdown,
            Some(_) => Self::Plain,
            None => Self::Bare,
        }
    }
}

impl Abilities {
    /// Reads what a client says.
    pub fn of(client: &ClientCapabilities) -> Self {
        let text = client.text_document.clone().unwrap_or_default();
        let workspace = client.workspace.clone().unwrap_or_default();
        let window = client.window.clone().unwrap_or_default();
        let publish = text.publish_diagnostics.unwrap_or_default();
        let pull = text.diagnostic.clone().unwrap_or_default();
        let item = text.completion.unwrap_or_default().completion_item.unwrap_or_default();
        let signature = text.signature_help.unwrap_or_default().signature_information.unwrap_or_default();
        let action = text.code_action.unwrap_or_default();
        let folding = text.folding_range.unwrap_or_default();
        let offered = client.general.as_ref().and_then(|general| general.position_encodings.as_deref());
        let markdown = |formats: Option<Vec<MarkupKind>>| {
            formats.is_some_and(|formats| formats.first() == Some(&MarkupKind::Markdown))
        };
        let yes = |said: Option<bool>| said == Some(true);
        // Without a way to say "ask again", a client that pulls would show what was true before a setting changed.
        let pulls = text.diagnostic.is_some() && workspace.diagnostics.is_some_and(|can| yes(can.refresh_support));
        Self {
            encoding: Encoding::choose(offered),
            pulls,
            related: if pulls { yes(pull.related_information) } else { yes(publish.related_information) },
            tags: if pulls { pull.tag_support.is_some() } else { publish.tag_support.is_some() },
            code_description: if pulls {
                yes(pull.code_description_support) || yes(publish.code_description_support)
            } else {
                yes(publish.code_description_support)
            },
            markdown_hover: markdown(text.hover.and_then(|hover| hover.content_format)),
            completion_docs: Docs::of(item.documentation_format.as_deref()),
            signature_docs: Docs::of(signature.documentation_format.as_deref()),
            label_offsets: yes(signature.parameter_information.and_then(|can| can.label_offset_support)),
            snippets: yes(item.snippet_support),
            code_actions: action.code_action_literal_support.is_some(),
            late_edits: yes(action.data_support)
                && action.resolve_support.is_some_and(|can| can.properties.iter().any(|property| property == "edit")),
            document_changes: yes(workspace.workspace_edit.and_then(|can| can.document_changes)),
            nested_symbols: yes(text.document_symbol.and_then(|can| can.hierarchical_document_symbol_support)),
            definition_links: yes(text.definition.and_then(|can| can.link_support)),
            line_folds: yes(folding.line_folding_only),
            most_folds: folding.range_limit.map(|most| most as usize),
            prepares_rename: yes(text.rename.and_then(|can| can.prepare_support)),
            refreshes_lenses: yes(workspace.code_lens.and_then(|can| can.refresh_support)),
            refreshes_inlays: yes(workspace.inlay_hint.and_then(|can| can.refresh_support)),
            gives_settings: yes(workspace.configuration),
            registers_settings: yes(workspace.did_change_configuration.and_then(|can| can.dynamic_registration)),
            watches_files: yes(workspace.did_change_watched_files.and_then(|can| can.dynamic_registration)),
            progress: yes(window.work_done_progress),
            shows_documents: window.show_document.is_some_and(|can| can.support),
        }
    }
}

/// Whether a kind of action is among those that were asked for: `source.fixAll` asks for `source.fixAll.ftspec`, too.
pub fn is_asked_for(kind: &CodeActionKind, only: Option<&[CodeActionKind]>) -> bool {
    only.is_none_or(|only| {
        only.iter().any(|asked| {
            let (asked, kind) = (asked.as_str(), kind.as_str());
            asked.is_empty() || kind == asked || kind.strip_prefix(asked).is_some_and(|rest| rest.starts_with('.'))
        })
    })
}
