//! The program `git`, asked for old versions of files.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A checkout, and the commit to compare with.
pub struct Checkout {
    root: PathBuf,
    /// The commit, as git writes its name.
    commit: String,
    /// Files that were renamed since: new path to old one, both from the root.
    renamed: HashMap<String, String>,
}

impl Checkout {
    /// The checkout around a folder, and the commit where the work since `reference` began. A message with what to do
    /// where there is none.
    pub fn open(folder: &Path, reference: &str) -> Result<Self, String> {
        if reference.is_empty() || reference.starts_with('-') {
            return Err(format!(
                "`--since {reference}`: name a commit, a branch or a tag, as in `--since origin/main`"
            ));
        }
        let root = match git(folder, &["rev-parse", "--show-toplevel"])? {
            Answer::Yes(root) => PathBuf::from(root.trim_end_matches(['\n', '\r'])),
            Answer::No(why) => {
                return Err(format!(
                    "`--since` compares with an older version, and `{}` is in no checkout of git: \
                     run it in one, or keep known findings with `--baseline` ({why})",
                    folder.display()
                ));
            }
        };
        let wanted = format!("{reference}^{{commit}}");
        let Answer::Yes(commit) = git(&root, &["rev-parse", "--verify", "--quiet", &wanted])? else {
            return Err(format!(
                "git knows no commit `{reference}` here: check its name, or fetch it first\n\
                 in CI, check out the whole history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` on GitLab"
            ));
        };
        let commit = commit.trim().to_string();
        // Where the branch left it, so that what others did there since is not held against this one. Histories
        // without a common commit are compared directly.
        let commit = match git(&root, &["merge-base", &commit, "HEAD"])? {
            Answer::Yes(base) => base.trim().to_string(),
            Answer::No(_) => commit,
        };
        let renamed = renamed(&root, &commit)?;
        Ok(Self { root, commit, renamed })
    }

    /// A file as it was; none where it was not there.
    pub fn before(&self, file: &Path) -> Option<String> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = file.file_name()?.to_str()?;
        match git(folder, &["cat-file", "blob", &format!("{}:./{name}", self.commit)]) {
            Ok(Answer::Yes(text)) => Some(text),
            _ => {
                let root = std::fs::canonicalize(&self.root).ok()?;
                let file = std::fs::canonicalize(file).ok()?;
                let below = file.strip_prefix(root).ok()?.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
                let old = self.renamed.get(&below)?;
                match git(&self.root, &["cat-file", "blob", &format!("{}:{old}", self.commit)]) {
                    Ok(Answer::Yes(text)) => Some(text),
                    _ => None,
                }
            }
        }
    }
}

fn renamed(root: &Path, commit: &str) -> Result<HashMap<String, String>, String> {
    let arguments = ["diff", "--name-status", "-z", "-M", "--diff-filter=R", "--no-ext-diff", "--no-textconv", commit];
    let Answer::Yes(list) = git(root, &[&arguments[..], &["--", "*.ftspec"]].concat())? else {
        return Ok(HashMap::new());
    };
    // `R100`, the old path, the new path, each with a NUL behind it.
    let parts: Vec<&str> = list.split('\0').collect();
    Ok(parts.chunks_exact(3).map(|part| (part[2].to_string(), part[1].to_string())).collect())
}

enum Answer {
    /// What it printed.
    Yes(String),
    /// What it complained.
    No(String),
}

/// Asks git. An answer that is no text is none.
fn git(folder: &Path, arguments: &[&str]) -> Result<Answer, String> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments).stdin(Stdio::null());
    // A hook of git sets these for the folder it runs in; here the folder says which checkout is meant.
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    // Only looks: no lock on the index, no questions, plain messages.
    command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C");
    let output = command.output().map_err(|error| match error.kind() {
        ErrorKind::NotFound => {
            "`--since` asks git for older versions, and there is no program `git`: install it, or keep known findings \
             with `--baseline`"
                .to_string()
        }
        _ => format!("git cannot be run: {error}"),
    })?;
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout).map_or(Answer::No("not UTF-8".to_string()), Answer::Yes));
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Ok(Answer::No(complaint.lines().next().unwrap_or("git says no").to_string()))
}
