//! The specs of the folders that are open in the editor: read once at the start, then one by one as they change.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::{mpsc, watch};
use tower_lsp_server::ls_types::{Diagnostic, NumberOrString, ProgressToken, Uri};
use tower_lsp_server::{Bounded, NotCancellable, OngoingProgress};

use crate::abilities::Abilities;
use crate::address::address_of;
use crate::configuration::Configuration;
use crate::diagnostics::Reader;
use crate::handlers::symbols::{self, Found};
use crate::positions::{Lines, Positions};
use crate::server::Server;
use crate::settings::Settings;
use crate::snapshot::Snapshot;
use crate::{locked, log};

/// What is known of the folders.
pub struct Workspace {
    folders: Mutex<Vec<PathBuf>>,
    files: Mutex<BTreeMap<PathBuf, Known>>,
    /// Counts looks at files: what an older one saw does not take the place of what a newer one did.
    looks: AtomicU64,
    /// Counts scans: what an older one finds is of no interest.
    scan: AtomicU64,
    /// Whether everything was looked at.
    is_read: watch::Sender<bool>,
}

/// The newest look at a file.
struct Known {
    look: u64,
    /// None where it was gone.
    entry: Option<Entry>,
}

/// A newer look was there first.
pub struct Stale;

/// What is known of a file that is not open.
#[derive(Clone)]
pub struct Entry {
    /// Changes whenever the file is read.
    pub id: u64,
    /// Its address.
    pub uri: Uri,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
    /// What it defines.
    pub symbols: Vec<Found>,
}

impl Default for Workspace {
    fn default() -> Self {
        Self {
            folders: Mutex::default(),
            files: Mutex::default(),
            looks: AtomicU64::new(0),
            scan: AtomicU64::new(0),
            is_read: watch::Sender::new(true),
        }
    }
}

impl Entry {
    /// Reads and judges a file; none where there is none, or where no address leads to it.
    pub fn read(
        path: &Path,
        configuration: &Arc<Configuration>,
        abilities: &Abilities,
        settings: &Settings,
    ) -> Option<Self> {
        let uri = address_of(path)?;
        let reader = Reader { abilities, settings };
        match ftspec_workspace::read(path) {
            Ok(text) => {
                let snapshot = Snapshot::new(uri, None, text.into(), abilities.encoding, configuration.clone());
                let found = snapshot.analysis().diagnostics();
                Some(Self {
                    id: snapshot.id,
                    diagnostics: reader.diagnostics(found, &snapshot.uri, snapshot.positions()),
                    symbols: symbols::flat(&snapshot),
                    uri: snapshot.uri.clone(),
                })
            }
            Err(ftspec_workspace::Unreadable::NotFound) => None,
            Err(why) => {
                let snapshot = Snapshot::new(uri, None, "".into(), abilities.encoding, configuration.clone());
                let (text, lines) = ("", Lines::new(""));
                let positions = Positions { text, lines: &lines, encoding: abilities.encoding };
                let found = [why.diagnostic(configuration.lang)];
                Some(Self {
                    id: snapshot.id,
                    diagnostics: reader.diagnostics(&found, &snapshot.uri, positions),
                    symbols: Vec::new(),
                    uri: snapshot.uri.clone(),
                })
            }
        }
    }
}

impl Workspace {
    /// Sets the folders that are open.
    pub fn set_folders(&self, folders: Vec<PathBuf>) {
        *locked(&self.folders) = folders;
    }

    /// The number of a look, taken before it.
    pub fn look(&self) -> u64 {
        self.looks.fetch_add(1, Ordering::Relaxed)
    }

    /// Puts what a look saw in the place of what was known; nothing for a file that is gone. Gives what was found before.
    pub fn put(&self, path: PathBuf, look: u64, entry: Option<Entry>) -> Result<Option<Entry>, Stale> {
        let mut files = locked(&self.files);
        if files.get(&path).is_some_and(|known| known.look > look) {
            return Err(Stale);
        }
        Ok(files.insert(path, Known { look, entry }).and_then(|known| known.entry))
    }

    /// The files that were looked at before, and not since.
    fn not_seen_since(&self, look: u64) -> Vec<PathBuf> {
        let files = locked(&self.files);
        files.iter().filter(|(_, known)| known.look < look).map(|(path, _)| path.clone()).collect()
    }

    /// What is known of a file.
    pub fn entry(&self, path: &Path) -> Option<Entry> {
        locked(&self.files).get(path).and_then(|known| known.entry.clone())
    }

    /// Everything that is known.
    pub fn entries(&self) -> Vec<Entry> {
        locked(&self.files).values().filter_map(|known| known.entry.clone()).collect()
    }

    /// Waits until everything was looked at.
    pub async fn read(&self) {
        let mut is_read = self.is_read.subscribe();
        // It ends with the session only.
        let _ = is_read.wait_for(|read| *read).await;
    }
}

/// What a scan says on its way.
enum Step {
    Total(usize),
    File(PathBuf, u64, Option<Entry>),
}

impl Server {
    /// Whether a file belongs to a folder that is open.
    pub fn watches(&self, path: &Path) -> bool {
        self.settings().workspace && locked(&self.workspace.folders).iter().any(|folder| path.starts_with(folder))
    }

    /// Folders were opened and closed in the editor.
    pub fn folders_changed(&self, added: Vec<PathBuf>, removed: Vec<PathBuf>) {
        {
            let mut folders = locked(&self.workspace.folders);
            folders.retain(|folder| !removed.contains(folder));
            folders.extend(added);
            folders.sort();
            folders.dedup();
        }
        // What is wrong in configurations that are of no interest any more goes with them.
        self.reload();
    }

    /// Reads every spec of the folders, beside everything else. A scan that runs already is given up.
    pub fn scan(&self) {
        let number = self.workspace.scan.fetch_add(1, Ordering::Relaxed) + 1;
        let folders = if self.settings().workspace { locked(&self.workspace.folders).clone() } else { Vec::new() };
        self.workspace.is_read.send_replace(false);
        let begun_at = self.workspace.look();
        let (say, steps) = mpsc::unbounded_channel();
        let server = self.clone();
        let begun = std::thread::Builder::new().name("scan".into()).stack_size(4 << 20).spawn(move || {
            server.look_everywhere(number, &folders, &say);
        });
        if let Err(error) = begun {
            log(&format!("the folders cannot be looked at: {error}"));
        }
        let server = self.clone();
        tokio::spawn(async move { server.take_in(number, begun_at, steps).await });
    }

    /// The thread of a scan. One is enough: whoever types comes first.
    fn look_everywhere(&self, number: u64, folders: &[PathBuf], say: &mpsc::UnboundedSender<Step>) {
        let (configuration, abilities, settings) = (self.configuration(), self.abilities(), self.settings());
        let is_current = || self.workspace.scan.load(Ordering::Relaxed) == number;
        let mut paths = BTreeSet::new();
        for folder in folders {
            for found in ftspec_workspace::specs(folder) {
                if !is_current() {
                    return;
                }
                match found {
                    Ok(path) => {
                        if !configuration.leaves_out(&path) {
                            paths.insert(path);
                        }
                    }
                    Err((path, why)) => log(&format!("{}: {}", path.display(), why.message(configuration.lang))),
                }
            }
        }
        // Where nobody listens, the session is over, or a newer scan runs.
        let _ = say.send(Step::Total(paths.len()));
        for path in paths {
            let look = self.workspace.look();
            let entry = Entry::read(&path, &configuration, &abilities, &settings);
            if say.send(Step::File(path, look, entry)).is_err() {
                return;
            }
        }
    }

    /// Keeps what a scan finds, tells it, and shows how far it is.
    async fn take_in(&self, number: u64, begun_at: u64, mut steps: mpsc::UnboundedReceiver<Step>) {
        let is_current = || self.workspace.scan.load(Ordering::Relaxed) == number;
        let (mut total, mut seen, mut progress) = (0, 0, None);
        while let Some(step) = steps.recv().await {
            if !is_current() {
                break;
            }
            match step {
                Step::Total(many) => {
                    total = many;
                    progress = self.progress(number, many).await;
                }
                Step::File(path, look, entry) => {
                    let found = entry.as_ref().map(|entry| (entry.uri.clone(), entry.diagnostics.clone()));
                    if let (Ok(before), Some((uri, found))) = (self.workspace.put(path, look, entry), found) {
                        self.tell_new(uri, found, before).await;
                    }
                    seen += 1;
                    if let Some(progress) = &progress
                        && seen % (total / 20).max(1) == 0
                    {
                        let total = total.max(1);
                        // Not every editor shows the percentage.
                        progress.report_with_message(format!("{seen}/{total}"), (100 * seen / total) as u32).await;
                    }
                }
            }
        }
        if let Some(progress) = progress {
            progress.finish().await;
        }
        if is_current() {
            for path in self.workspace.not_seen_since(begun_at) {
                if let Ok(Some(entry)) = self.workspace.put(path, begun_at, None) {
                    self.tell_new(entry.uri.clone(), Vec::new(), Some(entry)).await;
                }
            }
            let configuration = self.configuration();
            if !self.abilities().pulls {
                let (abilities, settings) = (self.abilities(), self.settings());
                let reader = Reader { abilities: &abilities, settings: &settings };
                self.publish_problems(reader.problems(&configuration.problems())).await;
            }
            self.workspace.is_read.send_replace(true);
        }
    }

    /// Tells what was found in a file that is not open, where it is not what was told before.
    pub async fn tell_new(&self, uri: Uri, found: Vec<Diagnostic>, before: Option<Entry>) {
        let known = before.map(|entry| entry.diagnostics).unwrap_or_default();
        if !self.abilities().pulls && found != known {
            self.publish_file(uri, found).await;
        }
    }

    /// A bar that grows, where the client has one and there is something to wait for.
    async fn progress(&self, number: u64, total: usize) -> Option<OngoingProgress<Bounded, NotCancellable>> {
        const WORTH_IT: usize = 50;
        if !self.abilities().progress || total < WORTH_IT {
            return None;
        }
        let token: ProgressToken = NumberOrString::String(format!("ftspec/scan/{number}"));
        // A client that does not answer does not hold up the scan.
        let allowed = self.client.create_work_done_progress(token.clone());
        tokio::time::timeout(Duration::from_secs(1), allowed).await.ok()?.ok()?;
        let title = self.configuration().lang.pick("Checking specs", "正在检查计划");
        Some(self.client.progress(token, title).with_percentage(0).begin().await)
    }
}
