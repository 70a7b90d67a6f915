//! Specs that had nothing to say last time: what stays as it was need not be judged again.
//!
//! A verdict depends on the text, the settings, the day and this program, and on nothing else. What had no finding and
//! was ready is remembered by a hash of these four, one file a folder and command line; whatever is not in it is
//! judged. So a lost, foreign or broken file costs time, never a finding, and none of it is worth an error.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use blake3::Hasher;
use etcetera::BaseStrategy;
use ftspec_analysis::Config;
use ftspec_analysis::settings::Settings;

use crate::save;

/// The environment variable that names another folder for it.
const VARIABLE: &str = "FTSPEC_CACHE_DIR";
/// What a file of it begins with; another layout begins otherwise.
const MAGIC: &[u8; 16] = b"ftspec cache 01\n";
/// Memories that nobody asked for in so many days are thrown away.
const KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// By what a spec is known again: half of a BLAKE3 hash, so that nobody finds two texts with the same one.
pub type Key = [u8; 16];

/// What is remembered from the last check of the same paths.
pub struct Cache {
    path: PathBuf,
    /// In order.
    known: Vec<Key>,
}

/// Everything but the text that a verdict depends on.
pub struct Circumstances(Hasher);

impl Cache {
    /// What is remembered of a check of these paths in this folder. None where there is no place for it.
    pub fn open(paths: &[PathBuf]) -> Option<Self> {
        let mut name = Hasher::new();
        put(&mut name, std::env::current_dir().ok()?.as_os_str().as_encoded_bytes());
        paths.iter().for_each(|path| put(&mut name, path.as_os_str().as_encoded_bytes()));
        let path = folder()?.join(name.finalize().to_hex().as_str());
        let known = fs::read(&path).map_or_else(|_| Vec::new(), |bytes| keys(&bytes));
        Some(Self { path, known })
    }

    /// Whether a spec had nothing to say last time.
    pub fn knows(&self, key: &Key) -> bool {
        self.known.binary_search(key).is_ok()
    }

    /// Remembers these for the next time, and nothing else.
    pub fn close(self, mut keys: Vec<Key>) {
        keys.sort_unstable();
        keys.dedup();
        if keys != self.known {
            // A full disk or a folder of somebody else: the next check takes as long as this one.
            let _ = self.write(&keys);
        }
    }

    fn write(&self, keys: &[Key]) -> std::io::Result<()> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        forget_old(folder);
        let mut file = save::beside(&self.path)?;
        file.write_all(MAGIC)?;
        file.write_all(keys.as_flattened())?;
        file.persist(&self.path)?;
        Ok(())
    }
}

impl Circumstances {
    /// The program, the settings that count for a spec, the day and the language.
    pub fn new(settings: Option<&Settings>, config: &Config) -> Self {
        let mut hasher = Hasher::new();
        put(&mut hasher, env!("CARGO_PKG_VERSION").as_bytes());
        // A program of the same version that was built anew may judge otherwise.
        if let Ok(about) = std::env::current_exe().and_then(fs::metadata) {
            put(&mut hasher, format!("{} {:?}", about.len(), about.modified().ok()).as_bytes());
        }
        put(&mut hasher, format!("{settings:?} {:?} {:?}", config.today, config.lang).as_bytes());
        Self(hasher)
    }

    /// The key of a text under them.
    pub fn key(&self, text: &str) -> Key {
        let mut hasher = self.0.clone();
        put(&mut hasher, text.as_bytes());
        let mut key = Key::default();
        hasher.finalize_xof().fill(&mut key);
        key
    }
}

/// Adds a part with its length, so that two parts never read as another two.
fn put(hasher: &mut Hasher, part: &[u8]) {
    hasher.update(&(part.len() as u64).to_le_bytes());
    hasher.update(part);
}

/// Where programs keep what they can make again.
fn folder() -> Option<PathBuf> {
    match std::env::var_os(VARIABLE).filter(|named| !named.is_empty()) {
        Some(named) => Some(named.into()),
        None => Some(etcetera::choose_base_strategy().ok()?.cache_dir().join("ftspec")),
    }
}

/// The keys in a file; none where it is not one of ours. Where their order is broken, some are not found again.
fn keys(bytes: &[u8]) -> Vec<Key> {
    bytes.strip_prefix(MAGIC).map_or_else(Vec::new, |keys| keys.as_chunks().0.to_vec())
}

/// Takes out what was not written for long: folders come and go.
fn forget_old(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let Ok(written) = entry.metadata().and_then(|about| about.modified()) else { continue };
        let ours = entry.file_name().len() == blake3::OUT_LEN * 2;
        if ours && SystemTime::now().duration_since(written).is_ok_and(|age| age > KEPT) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
