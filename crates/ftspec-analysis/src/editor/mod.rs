//! What an editor asks about a text: one file an answer, byte offsets in and out, nothing of any protocol.
//!
//! Every answer looks at one [`Analysis`](crate::Analysis) and nothing else. It is quick, since somebody is typing;
//! it works on broken texts; it never panics, whatever the offset; and where nothing is known it says nothing.
//! Offsets inside a character count as its start, offsets behind the text as its end.

mod actions;
mod cards;
mod clause;
mod complete;
mod difference;
mod facts;
mod folds;
mod format_edits;
mod hover;
mod inlays;
mod lenses;
mod links;
mod names;
mod navigate;
mod page;
mod place;
mod rename;
mod selection;
mod signature;
mod symbols;
mod tokens;
mod vocabulary;

pub use actions::{Action, ActionKind, actions, fix_all};
pub use complete::{Completion, CompletionKind, Completions, Insert, complete};
pub use folds::{Fold, FoldKind, folds};
pub use format_edits::{format_edits, format_on_type};
pub use hover::{Hover, hover};
pub use inlays::{Inlay, InlayKind, inlays};
pub use lenses::{Argument, Command, Lens, command, lenses};
pub use links::{Link, links};
pub use navigate::{Definition, Highlight, definition, highlights, references};
pub use rename::{Renamed, linked, prepare_rename, rename};
pub use selection::selection;
pub use signature::{Parameter, Signature, signature};
pub use symbols::{Symbol, SymbolKind, symbols};
pub use tokens::{Modifiers, SemanticKind, SemanticToken, tokens};
