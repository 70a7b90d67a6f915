//! What can be written at the cursor: the language's words and the file's names from the analysis, paths from the disk.

use std::path::Path;

use ftspec_analysis::editor::{self, Completion, CompletionKind};
use tower_lsp_server::ls_types::{
    Command, CompletionItem, CompletionItemKind, CompletionList, CompletionResponse, CompletionTextEdit,
    InsertTextFormat, InsertTextMode, Position, Range, TextEdit,
};

use super::{Asked, documentation};

/// A folder with more entries than that is shown in part.
const MOST_PATHS: usize = 500;

/// The items for a place.
pub fn complete(asked: &Asked, position: Position) -> Option<CompletionResponse> {
    let positions = asked.positions();
    let completions = editor::complete(asked.analysis(), positions.offset(position));
    let range = positions.range(completions.replace);
    let mut items: Vec<CompletionItem> = completions.items.into_iter().map(|item| encode(asked, item, range)).collect();
    let mut is_incomplete = false;
    if let Some(written) = &completions.needs_paths
        && let Some(folder) = asked.snapshot.path.as_deref().and_then(Path::parent)
    {
        let paths = paths(folder, written);
        is_incomplete = paths.len() >= MOST_PATHS;
        items.extend(paths.into_iter().map(|path| path_item(path, range)));
    }
    // An empty list is an answer: editors would fall back on words of the text.
    Some(CompletionResponse::List(CompletionList { is_incomplete, items }))
}

fn encode(asked: &Asked, item: Completion, range: Range) -> CompletionItem {
    let snippet = item.insert.snippet.filter(|_| asked.abilities.snippets);
    let (format, mode) = match snippet {
        Some(_) => (InsertTextFormat::SNIPPET, InsertTextMode::ADJUST_INDENTATION),
        None => (InsertTextFormat::PLAIN_TEXT, InsertTextMode::AS_IS),
    };
    let new_text = snippet.unwrap_or(item.insert.plain);
    // Only clients that know the command have it; the rest ask with the next letter.
    let next = item.more && asked.settings.runs("editor.action.triggerSuggest");
    CompletionItem {
        kind: Some(kind(item.kind)),
        detail: (!item.detail.is_empty()).then_some(item.detail),
        documentation: documentation(asked.abilities.completion_docs, item.doc),
        sort_text: (!item.sort.is_empty()).then_some(item.sort),
        filter_text: (item.filter != item.label && !item.filter.is_empty()).then_some(item.filter),
        insert_text_format: Some(format),
        insert_text_mode: Some(mode),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text })),
        command: next.then(|| Command::new(String::new(), "editor.action.triggerSuggest".to_string(), None)),
        label: item.label,
        ..CompletionItem::default()
    }
}

fn kind(kind: CompletionKind) -> CompletionItemKind {
    match kind {
        CompletionKind::Block => CompletionItemKind::STRUCT,
        CompletionKind::Attribute => CompletionItemKind::FIELD,
        CompletionKind::Word => CompletionItemKind::ENUM_MEMBER,
        CompletionKind::Keyword => CompletionItemKind::KEYWORD,
        CompletionKind::Name => CompletionItemKind::VARIABLE,
        CompletionKind::Rule => CompletionItemKind::REFERENCE,
        CompletionKind::Unit => CompletionItemKind::UNIT,
        CompletionKind::Value => CompletionItemKind::VALUE,
    }
}

/// What lies in the folder that a path leads into, as the whole path would be written. Folders end in `/`.
fn paths(base: &Path, written: &str) -> Vec<String> {
    let (inside, begun) = written.rsplit_once('/').map_or(("", written), |(inside, begun)| (inside, begun));
    let lead = if written.contains('/') { format!("{inside}/") } else { String::new() };
    // `/` alone is the root, not the folder of the spec.
    let folder = base.join(if inside.is_empty() { lead.as_str() } else { inside });
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<String> = entries
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            if name.starts_with('.') && !begun.starts_with('.') || name.contains(['"', '\\', '\n', '\r']) {
                return None;
            }
            let end = if entry.path().is_dir() { "/" } else { "" };
            Some(format!("{lead}{name}{end}"))
        })
        .take(MOST_PATHS)
        .collect();
    paths.sort();
    paths
}

fn path_item(path: String, range: Range) -> CompletionItem {
    let is_folder = path.ends_with('/');
    CompletionItem {
        label: path.clone(),
        kind: Some(if is_folder { CompletionItemKind::FOLDER } else { CompletionItemKind::FILE }),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: path })),
        ..CompletionItem::default()
    }
}
