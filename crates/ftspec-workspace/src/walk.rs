//! The specs of a folder: no hidden ones, none that git ignores.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::read::Unreadable;

/// The ending of a spec's name.
pub const ENDING: &str = "ftspec";

/// Every spec below a folder, and what could not be looked into, with its path.
pub fn specs(root: &Path) -> impl Iterator<Item = Result<PathBuf, (PathBuf, Unreadable)>> {
    let root = root.to_path_buf();
    WalkBuilder::new(&root).build().filter_map(move |entry| match entry {
        Ok(entry) => {
            let path = entry.path();
            let is_spec = path.extension().is_some_and(|ending| ending == ENDING)
                && entry.file_type().is_some_and(|kind| kind.is_file() || kind.is_symlink() && path.is_file());
            is_spec.then(|| Ok(entry.into_path()))
        }
        Err(error) => {
            let path = culprit(&error).unwrap_or(&root).to_path_buf();
            let why = match error.io_error() {
                Some(io) => Unreadable::io(io, true),
                None => Unreadable::Failed(true, error.to_string()),
            };
            Some(Err((path, why)))
        }
    })
}

/// The path that an error of the walk is about.
fn culprit(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::Loop { child, .. } => Some(child),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => culprit(err),
        ignore::Error::Partial(errors) => errors.iter().find_map(culprit),
        _ => None,
    }
}
