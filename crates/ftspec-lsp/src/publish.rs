//! Telling what was found to clients that do not ask: once a change, and the newest only while changes come faster
//! than they can be judged.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use tower_lsp_server::ls_types::{Diagnostic, Uri};

use crate::address::{address_of, is_spec};
use crate::handlers::Asked;
use crate::locked;
use crate::server::{Server, off_loop};
use crate::workspace::{Entry, Stale};

/// While changes pour in, something is told at least so often.
const PATIENCE: Duration = Duration::from_millis(150);

/// What was told.
#[derive(Default)]
pub struct Shown {
    /// Held while something is told, so that nothing old is told behind something new.
    turn: tokio::sync::Mutex<()>,
    /// What is wrong in configuration files, as it was told.
    problems: Mutex<BTreeMap<PathBuf, Vec<Diagnostic>>>,
}

impl Server {
    /// Tells what is found in a document, unless somebody is about to: whoever that is sees the newest text.
    pub fn publish(&self, uri: Uri) {
        if self.abilities().pulls {
            return;
        }
        match locked(&self.documents).get_mut(&uri) {
            Some(document) if !document.is_published => document.is_published = true,
            _ => return,
        }
        let server = self.clone();
        tokio::spawn(async move { server.publish_until_newest(uri).await });
    }

    async fn publish_until_newest(&self, uri: Uri) {
        let mut told = Instant::now();
        while let Some(asked) = self.asked(&uri) {
            let (id, version) = (asked.snapshot.id, asked.snapshot.version);
            let Ok((found, problems)) = off_loop(move || judge(&asked)).await else {
                // It is in the log already. The next change tries again.
                if let Some(document) = locked(&self.documents).get_mut(&uri) {
                    document.is_published = false;
                }
                return;
            };
            let turn = self.shown.turn.lock().await;
            let newest = match locked(&self.documents).get_mut(&uri) {
                Some(document) => {
                    let newest = document.snapshot.id == id;
                    document.is_published = !newest;
                    newest
                }
                None => return,
            };
            if newest || told.elapsed() > PATIENCE {
                self.client.publish_diagnostics(uri.clone(), found, version).await;
                told = Instant::now();
            }
            drop(turn);
            if newest {
                self.publish_problems(problems).await;
                return;
            }
        }
    }

    /// Tells what is wrong in configuration files, where that is new; files that were mended are cleared.
    pub async fn publish_problems(&self, problems: BTreeMap<PathBuf, Vec<Diagnostic>>) {
        let changed: Vec<(PathBuf, Vec<Diagnostic>)> = {
            let mut shown = locked(&self.shown.problems);
            let gone = shown.keys().filter(|path| !problems.contains_key(*path)).map(|path| (path.clone(), Vec::new()));
            let new = problems.iter().filter(|(path, found)| shown.get(*path) != Some(found));
            let changed = gone.chain(new.map(|(path, found)| (path.clone(), found.clone()))).collect();
            *shown = problems;
            changed
        };
        let _turn = self.shown.turn.lock().await;
        for (path, found) in changed {
            if let Some(uri) = address_of(&path) {
                self.client.publish_diagnostics(uri, found, None).await;
            }
        }
    }

    /// Tells what was found in a file that is not open.
    pub async fn publish_file(&self, uri: Uri, found: Vec<Diagnostic>) {
        let _turn = self.shown.turn.lock().await;
        if locked(&self.documents).snapshot(&uri).is_none() {
            self.client.publish_diagnostics(uri, found, None).await;
        }
    }

    /// A document was closed: what counts is the file, or nothing where the workspace does not hold it.
    pub fn closed(&self, uri: Uri) {
        let path = crate::address::path_of(&uri).filter(|path| is_spec(path) && self.watches(path));
        let server = self.clone();
        tokio::spawn(async move {
            let mut found = Vec::new();
            if let Some(path) = path
                && let Some(entry) = server.look_at(path).await
            {
                found = entry.diagnostics;
            }
            if !server.abilities().pulls {
                server.publish_file(uri, found).await;
            }
        });
    }

    /// Reads a file again, for the index of the workspace; none where it is gone.
    pub async fn look_at(&self, path: PathBuf) -> Option<Entry> {
        let (configuration, abilities, settings) = (self.configuration(), self.abilities(), self.settings());
        let looked = path.clone();
        let look = self.workspace.look();
        let entry = off_loop(move || Entry::read(&looked, &configuration, &abilities, &settings)).await.ok()?;
        match self.workspace.put(path.clone(), look, entry.clone()) {
            Ok(_) => entry,
            Err(Stale) => self.workspace.entry(&path),
        }
    }
}

/// What a client is told of a document, and of the configurations that were read for it.
fn judge(asked: &Asked) -> (Vec<Diagnostic>, BTreeMap<PathBuf, Vec<Diagnostic>>) {
    let snapshot = &asked.snapshot;
    let found = asked.reader().diagnostics(snapshot.analysis().diagnostics(), &snapshot.uri, snapshot.positions());
    (found, asked.reader().problems(&snapshot.configuration().problems()))
}
