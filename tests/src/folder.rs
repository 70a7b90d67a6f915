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

/// A good spec, a broken one, and a draft, as a Chinese team might have them.
///
/// # Panics
///
/// Where the disk is full or read-only.
pub fn three_specs() -> TempDir {
    let broken = without_guard()
        .replace("measures: quality,", "measures: style,")
        .replace("kind:   style", "kind:   语气")
        .replace("editors rewrite 40% of them.\"", "编辑要改写其中的 40%，读者经常看不懂这次更新到底改了什么。");
    let draft = "spec \"发布说明\"\nstatus: draft\nowner: \"docs\"\n";
    folder(&[("good.ftspec", BASE), ("broken.ftspec", &broken), ("draft.ftspec", draft)])
}
