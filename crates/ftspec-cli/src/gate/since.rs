//! `--since`: what the files said at an older commit.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::{Path, PathBuf};

use ftspec_analysis::{Analysis, Config, Lang, MAX_BYTES};

use super::Known;
use super::git::Checkout;
use crate::input::{Input, Origin};

/// The older versions of all files of a check.
pub struct Since {
    /// By the root of the checkout that a file is in.
    checkouts: HashMap<PathBuf, Checkout>,
}

impl Since {
    /// Finds the checkouts of the files; a message with what to do where one has no such commit.
    pub fn open(reference: &str, inputs: &[Input], lang: Lang) -> Result<Self, String> {
        let mut checkouts: HashMap<PathBuf, Checkout> = HashMap::new();
        for input in inputs.iter().filter(|input| !matches!(input.origin, Origin::Nowhere(_))) {
            let root = root(&folder(&location(input)));
            if let Entry::Vacant(place) = checkouts.entry(root) {
                let checkout = Checkout::open(place.key(), reference, lang)?;
                place.insert(checkout);
            }
        }
        Ok(Self { checkouts })
    }

    /// What was found in the older version of a file; none where there was none. Both are judged on the same day with
    /// the same settings.
    pub fn before(&self, input: &Input, analysis: &Analysis, config: &Config) -> Option<Known> {
        if analysis.diagnostics().is_empty() {
            return None;
        }
        let text = self.text(input)?;
        if text == analysis.text() {
            return Some(known(analysis));
        }
        Some(known(&Analysis::new(&text, config)))
    }

    /// What a file said; none where it was not there.
    pub fn text(&self, input: &Input) -> Option<String> {
        let file = location(input);
        let checkout = self.checkouts.get(&root(&folder(&file)))?;
        checkout.before(&file).filter(|text| text.len() <= MAX_BYTES)
    }
}

fn known(analysis: &Analysis) -> Known {
    let prints = analysis.fingerprints().into_iter().map(|print| print.hash);
    prints.zip(analysis.diagnostics().iter().map(|found| found.level)).collect()
}

/// Where a file lies; standard input lies where its name says.
pub fn location(input: &Input) -> PathBuf {
    match &input.origin {
        // Git keeps the file that a link leads to, and of the link only its text.
        Origin::File(path) if path.is_symlink() => std::fs::canonicalize(path).unwrap_or_else(|_| path.clone()),
        Origin::File(path) => path.clone(),
        Origin::Stdin | Origin::Nowhere(_) => PathBuf::from(&input.name),
    }
}

/// The folder of a file that is there.
fn folder(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty() && folder.is_dir());
    folder.unwrap_or(Path::new(".")).to_path_buf()
}

/// The innermost folder around that looks like the root of a checkout; the folder itself where there is none.
fn root(folder: &Path) -> PathBuf {
    // Git on Windows does not like what `canonicalize` gives there.
    let whole = if cfg!(windows) { std::path::absolute(folder) } else { folder.canonicalize() };
    let absolute = whole.unwrap_or_else(|_| folder.to_path_buf());
    absolute.ancestors().find(|above| above.join(".git").exists()).map_or(absolute.clone(), Path::to_path_buf)
}
