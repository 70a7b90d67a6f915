//! The documents that are open in the editor. Changes are applied at once and in order, before anything else happens.

use std::collections::HashMap;
use std::sync::Arc;

use tower_lsp_server::ls_types::{TextDocumentContentChangeEvent, Uri};

use crate::configuration::Configuration;
use crate::positions::{Encoding, Lines, Positions};
use crate::snapshot::Snapshot;

/// An open document.
pub struct Document {
    /// What it is now.
    pub snapshot: Arc<Snapshot>,
    /// Somebody is about to tell what was found in it.
    pub is_published: bool,
}

/// All of them, by address.
#[derive(Default)]
pub struct Documents(HashMap<Uri, Document>);

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The document is what it says now.
    Applied,
    /// It is older than what is known, and was left out.
    Stale {
        /// The version that is known.
        known: i32,
    },
    /// No such document is open.
    NotOpen,
}

impl Documents {
    /// Opens a document, or puts another text into it.
    pub fn open(&mut self, uri: Uri, version: i32, text: String, encoding: Encoding, by: &Arc<Configuration>) {
        let snapshot = Snapshot::new(uri.clone(), Some(version), text.into(), encoding, by.clone());
        let is_published = self.0.get(&uri).is_some_and(|document| document.is_published);
        self.0.insert(uri, Document { snapshot: Arc::new(snapshot), is_published });
    }

    /// Applies the changes of one message, one after the other.
    pub fn change(
        &mut self,
        uri: &Uri,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) -> Change {
        let Some(document) = self.0.get_mut(uri) else { return Change::NotOpen };
        if let Some(known) = document.snapshot.version
            && version <= known
        {
            return Change::Stale { known };
        }
        let mut text = document.snapshot.text.to_string();
        for change in changes {
            match change.range {
                Some(range) => {
                    let lines = Lines::new(&text);
                    let span = Positions { text: &text, lines: &lines, encoding }.span(range);
                    text.replace_range(span.range(), &change.text);
                }
                None => text = change.text,
            }
        }
        let by = document.snapshot.configuration().clone();
        document.snapshot = Arc::new(Snapshot::new(uri.clone(), Some(version), text.into(), encoding, by));
        Change::Applied
    }

    /// Closes a document. False where it was not open.
    pub fn close(&mut self, uri: &Uri) -> bool {
        self.0.remove(uri).is_some()
    }

    /// The document as it is now.
    pub fn snapshot(&self, uri: &Uri) -> Option<Arc<Snapshot>> {
        self.0.get(uri).map(|document| document.snapshot.clone())
    }

    /// A document, to be changed.
    pub fn get_mut(&mut self, uri: &Uri) -> Option<&mut Document> {
        self.0.get_mut(uri)
    }

    /// Judges every document anew.
    pub fn put_under(&mut self, configuration: &Arc<Configuration>) {
        for document in self.0.values_mut() {
            document.snapshot = Arc::new(document.snapshot.under(configuration.clone()));
        }
    }

    /// All of them as they are now.
    pub fn snapshots(&self) -> Vec<Arc<Snapshot>> {
        self.0.values().map(|document| document.snapshot.clone()).collect()
    }
}
