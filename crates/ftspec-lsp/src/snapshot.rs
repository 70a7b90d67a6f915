//! A document at one moment: its text, and what is known about it, found out once and shared by all who ask.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use ftspec_analysis::Analysis;
use tower_lsp_server::ls_types::Uri;

use crate::address::path_of;
use crate::configuration::Configuration;
use crate::positions::{Encoding, Lines, Positions};

self_cell::self_cell!(
    /// A text together with the analysis that points into it.
    struct Analysed {
        owner: Arc<str>,
        #[covariant]
        dependent: Analysis,
    }
);

/// A document that no longer changes.
pub struct Snapshot {
    /// No two snapshots have the same number.
    pub id: u64,
    /// The address.
    pub uri: Uri,
    /// The file, where it is one.
    pub path: Option<PathBuf>,
    /// The version that the client gave it.
    pub version: Option<i32>,
    /// The text.
    pub text: Arc<str>,
    lines: Lines,
    encoding: Encoding,
    configuration: Arc<Configuration>,
    analysed: OnceLock<Analysed>,
}

impl Snapshot {
    /// A document as it is now.
    pub fn new(
        uri: Uri,
        version: Option<i32>,
        text: Arc<str>,
        encoding: Encoding,
        configuration: Arc<Configuration>,
    ) -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Self {
            id: LAST.fetch_add(1, Ordering::Relaxed),
            path: path_of(&uri),
            uri,
            version,
            lines: Lines::new(&text),
            text,
            encoding,
            configuration,
            analysed: OnceLock::new(),
        }
    }

    /// The same text, judged by another configuration.
    pub fn under(&self, configuration: Arc<Configuration>) -> Self {
        Self::new(self.uri.clone(), self.version, self.text.clone(), self.encoding, configuration)
    }

    /// What is known about the text. The first who asks finds it out: not for the loop.
    pub fn analysis(&self) -> &Analysis<'_> {
        self.analysed
            .get_or_init(|| {
                let config = self.configuration.of(self.path.as_deref());
                Analysed::new(self.text.clone(), |text| Analysis::new(text, &config))
            })
            .borrow_dependent()
    }

    /// Its bytes and an editor's positions.
    pub fn positions(&self) -> Positions<'_> {
        Positions { text: &self.text, lines: &self.lines, encoding: self.encoding }
    }

    /// The configuration that it is judged by.
    pub fn configuration(&self) -> &Arc<Configuration> {
        &self.configuration
    }
}
