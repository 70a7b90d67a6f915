//! The specs that lie in folders of the project: examples and fixtures.

use std::fs;
use std::path::{Path, PathBuf};

/// Every spec in a folder of the project and below, in the order of their paths.
pub fn below(folder: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for path in fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|ending| ending == "ftspec") {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder), &mut files);
    files.sort();
    files
}

/// The texts of all examples, sound and flawed.
pub fn examples() -> Vec<String> {
    below("examples").iter().map(|path| fs::read_to_string(path).expect("an example is text")).collect()
}

/// Whether a line of a fixture is a mark under the line before it: `//^^^^ rule-name: first words`.
pub fn is_mark(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("//^") || line.starts_with("//<^")
}

/// A fixture without its marks.
pub fn without_marks(text: &str) -> String {
    text.split('\n').filter(|line| !is_mark(line)).collect::<Vec<_>>().join("\n")
}
