//! Folders that a test has to itself.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::BASE;

/// A folder with these files.
///
/// # Panics
///
/// Where the disk is full or read-only.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        write(folder.path(), name, text.as_bytes());
    }
    folder
}

/// Puts a file into a folder, with the folders on its way.
///
/// # Panics
///
/// Where the disk is full or read-only.
pub fn write(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, bytes).expect("written");
}

/// The base spec with one thing missing: nothing is guarded.
pub fn without_guard() -> String {
    // Something beside style has to decide, or another rule speaks.
    BASE.replace("measures: style,", "measures: quality,")
        .replace("  guard facts >= baseline\n", "  watch facts\n")
        .replace("  when any guard fails then freeze\n", "")
        .replace(
            "  when all requirements hold and all guards hold then ship\n",
            "  when all requirements hold then ship\n",
        )
}
