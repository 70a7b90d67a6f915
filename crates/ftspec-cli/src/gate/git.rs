//! The program `git`, asked for old versions of files.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use ftspec_analysis::{Lang, say};

/// A checkout, and the commit to compare with.
pub struct Checkout {
    root: PathBuf,
    /// The commit, as git writes its name.
    commit: String,
    /// Files that were renamed since: new path to old one, both from the root.
    renamed: HashMap<String, String>,
    lang: Lang,
}

impl Checkout {
    /// The checkout around a folder, and the commit where the work since `reference` began. A message with what to do
    /// where there is none.
    pub fn open(folder: &Path, reference: &str, lang: Lang) -> Result<Self, String> {
        if reference.is_empty() || reference.starts_with('-') {
            return Err(say!(
                lang,
                "`--since {reference}`: name a commit, a branch or a tag, as in `--since origin/main`",
                "`--since {reference}`：请写一个提交、分支或标签，例如 `--since origin/main`"
            ));
        }
        let root = match git(folder, &["rev-parse", "--show-toplevel"], lang)? {
            Answer::Yes(root) => PathBuf::from(root.trim_end_matches(['\n', '\r'])),
            Answer::No(why) => {
                let folder = folder.display();
                return Err(say!(
                    lang,
                    "`--since` compares with an older version, and `{folder}` is in no checkout of git: \
                     run it in one ({why}); `check` can also keep known findings with `--baseline`",
                    "`--since` 要和旧版本比较，而 `{folder}` 不在任何 git 仓库里：\
                     请在仓库里运行；`check` 也可以用 `--baseline` 记下已知问题（git 的原话：“{why}”）"
                ));
            }
        };
        let wanted = format!("{reference}^{{commit}}");
        let Answer::Yes(commit) = git(&root, &["rev-parse", "--verify", "--quiet", &wanted], lang)? else {
            return Err(say!(
                lang,
                "git knows no commit `{reference}` here: check its name, or fetch it first\n\
                 in CI, check out the whole history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` on GitLab",
                "这里的 git 找不到提交 `{reference}`：请检查名字，或先 `git fetch`\n\
                 在 CI 里请检出完整历史：actions/checkout 设 `fetch-depth: 0`，GitLab 设 `GIT_DEPTH: 0`"
            ));
        };
        let commit = commit.trim().to_string();
        // Where the branch left it, so that what others did there since is not held against this one. Histories
        // without a common commit are compared directly.
        let commit = match git(&root, &["merge-base", &commit, "HEAD"], lang)? {
            Answer::Yes(base) => base.trim().to_string(),
            Answer::No(_) => commit,
        };
        let renamed = renamed(&root, &commit, lang)?;
        Ok(Self { root, commit, renamed, lang })
    }

    /// A file as it was; none where it was not there.
    pub fn before(&self, file: &Path) -> Option<String> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = file.file_name()?.to_str()?;
        match git(folder, &["cat-file", "blob", &format!("{}:./{name}", self.commit)], self.lang) {
            Ok(Answer::Yes(text)) => Some(text),
            _ => {
                let root = std::fs::canonicalize(&self.root).ok()?;
                let file = std::fs::canonicalize(file).ok()?;
                let below = file.strip_prefix(root).ok()?.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
                let old = self.renamed.get(&below)?;
                match git(&self.root, &["cat-file", "blob", &format!("{}:{old}", self.commit)], self.lang) {
                    Ok(Answer::Yes(text)) => Some(text),
                    _ => None,
                }
            }
        }
    }
}

fn renamed(root: &Path, commit: &str, lang: Lang) -> Result<HashMap<String, String>, String> {
    let arguments = ["diff", "--name-status", "-z", "-M", "--diff-filter=R", "--no-ext-diff", "--no-textconv", commit];
    let Answer::Yes(list) = git(root, &[&arguments[..], &["--", "*.ftspec"]].concat(), lang)? else {
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
fn git(folder: &Path, arguments: &[&str], lang: Lang) -> Result<Answer, String> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments).stdin(Stdio::null());
    // A hook of git sets these for the folder it runs in; here the folder says which checkout is meant.
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(variable);
    }
    // Only looks: no lock on the index, no questions, plain messages.
    command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C");
    let output = command.output().map_err(|error| match error.kind() {
        ErrorKind::NotFound => say!(
            lang,
            "`--since` asks git for older versions, and there is no program `git`: install it; `check` can also keep known findings \
             with `--baseline`",
            "`--since` 要向 git 取旧版本，而这里没有 `git` 程序：请先安装；`check` 也可以用 `--baseline` 记下已知问题"
        ),
        _ => say!(lang, "git cannot be run: {error}", "运行不了 git：{error}"),
    })?;
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout).map_or(Answer::No("not UTF-8".to_string()), Answer::Yes));
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Ok(Answer::No(complaint.lines().next().unwrap_or("git says no").to_string()))
}
