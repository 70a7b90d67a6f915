//! From paths to texts: which files are meant, and what is in them.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use ftspec_workspace::{Unreadable, specs};

/// Something to read.
#[derive(Debug)]
pub struct Input {
    /// What it is called in messages: as on the command line, with `/`.
    pub name: String,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether it was found in a folder, rather than named.
    pub walked: bool,
}

/// Where a text comes from.
#[derive(Debug)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
    /// A path that leads nowhere.
    Nowhere(Unreadable),
}

/// Everything that the paths of a command line mean: each file once, in the order of their names.
pub fn collect(paths: &[PathBuf], stdin_name: Option<&str>) -> Vec<Input> {
    let mut inputs = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            let name = stdin_name.unwrap_or("<stdin>").to_string();
            inputs.push(Input { name, origin: Origin::Stdin, walked: false });
            continue;
        }
        match fs::metadata(path) {
            Ok(about) if about.is_dir() => walk(path, &mut inputs),
            Ok(_) => inputs.push(Input { name: shown(path), origin: Origin::File(path.clone()), walked: false }),
            Err(error) => {
                let origin = Origin::Nowhere(Unreadable::io(&error, false));
                inputs.push(Input { name: shown(path), origin, walked: false });
            }
        }
    }
    // One folder names each of its files once.
    if paths.len() > 1 {
        let mut known = HashSet::new();
        inputs.retain(|input| match &input.origin {
            Origin::File(path) => known.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone())),
            Origin::Stdin | Origin::Nowhere(_) => known.insert(PathBuf::from(&input.name)),
        });
    }
    inputs.sort_by(|one, other| one.name.cmp(&other.name));
    inputs
}

/// A path as it is shown: with `/`, whatever the system writes.
fn shown(path: &Path) -> String {
    let name = path.display().to_string();
    if cfg!(windows) { name.replace('\\', "/") } else { name }
}

/// Adds the specs of a folder.
fn walk(root: &Path, inputs: &mut Vec<Input>) {
    let here = root.as_os_str() == ".";
    let name = |path: &Path| shown(if here { path.strip_prefix(".").unwrap_or(path) } else { path });
    inputs.extend(specs(root).map(|found| match found {
        Ok(path) => Input { name: name(&path), origin: Origin::File(path), walked: true },
        Err((path, why)) => Input { name: name(&path), origin: Origin::Nowhere(why), walked: false },
    }));
}

/// The text of an input.
pub fn read(input: &Input) -> Result<String, Unreadable> {
    match &input.origin {
        Origin::File(path) => ftspec_workspace::read(path),
        Origin::Stdin => ftspec_workspace::read_from(io::stdin().lock()),
        Origin::Nowhere(why) => Err(why.clone()),
    }
}
