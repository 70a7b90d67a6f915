//! A baseline: findings that are known, in a file that people can read and version control can merge. One finding a
//! line, in the order of paths, codes and places; paths are counted from the folder of the baseline.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use ftspec_analysis::{Diagnostic, Fingerprint, Lang, Level, say};
use serde::{Deserialize, Serialize};
use serde_json::{Error, Value};

use super::Known;
use crate::save::Pending;

/// The version of the form.
const VERSION: u64 = 1;

/// A finding in a baseline.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    path: String,
    code: String,
    place: String,
    level: String,
    fingerprint: String,
    /// For people only.
    #[serde(default)]
    message: String,
}

impl Entry {
    /// A finding of the file of that path.
    pub fn new(path: &str, found: &Diagnostic, print: &Fingerprint) -> Self {
        Self {
            path: path.to_string(),
            code: found.rule.code.to_string(),
            place: print.place.clone(),
            level: found.level.name().to_string(),
            fingerprint: print.hash.clone(),
            message: found.message.clone(),
        }
    }
}

/// A baseline that was read.
pub struct Baseline {
    /// Where its paths are counted from.
    pub home: Home,
    files: HashMap<String, Known>,
}

impl Baseline {
    /// Reads a baseline; a message with what to do where it is none.
    pub fn read(path: &Path, may_lack: bool, lang: Lang) -> Result<Self, String> {
        let shown = path.display();
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound && may_lack => String::new(),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(say!(
                    lang,
                    "there is no baseline `{shown}`: check the path, or write one with `ftspec check --write-baseline {shown}`",
                    "没有 `{shown}` 这个基线文件：请检查路径，或用 `ftspec check --write-baseline {shown}` 写一份"
                ));
            }
            Err(error) => {
                let why = unread(&error, lang);
                return Err(say!(
                    lang,
                    "the baseline `{shown}` cannot be read: {why}",
                    "基线文件 `{shown}` 读不了：{why}"
                ));
            }
        };
        let entries = if text.is_empty() && may_lack { Vec::new() } else { entries(&text, path, lang)? };
        let mut files: HashMap<String, Known> = HashMap::new();
        for entry in entries {
            let level = level(&entry.level).ok_or_else(|| {
                let name = &entry.level;
                broken(path, &say!(lang, "`{name}` is no level of a finding", "问题没有 `{name}` 这个级别"), lang)
            })?;
            files.entry(entry.path).or_default().insert(entry.fingerprint, level);
        }
        Ok(Self { home: Home::of(path), files })
    }

    /// What is known of a file.
    pub fn of(&self, key: &str) -> Option<&Known> {
        self.files.get(key)
    }

    /// Known findings of files that are gone. A file that this check did not look at says nothing while it is there.
    pub fn gone(&self, checked: &HashSet<&str>) -> usize {
        let gone = self.files.iter().filter(|(key, _)| !checked.contains(key.as_str()) && !self.home.has(key));
        gone.map(|(_, known)| known.len()).sum()
    }
}

fn level(name: &str) -> Option<Level> {
    [Level::Note, Level::Warn, Level::Deny].into_iter().find(|level| level.name() == name)
}

/// What the system has against reading it.
fn unread(error: &io::Error, lang: Lang) -> String {
    match error.kind() {
        ErrorKind::IsADirectory => lang.pick("it is a folder; name a file", "它是文件夹，请写文件名").to_string(),
        ErrorKind::PermissionDenied => lang.pick("no permission", "没有权限").to_string(),
        ErrorKind::InvalidData => lang.pick("it is not UTF-8", "它不是 UTF-8 编码").to_string(),
        _ => error.to_string(),
    }
}

fn entries(text: &str, path: &Path, lang: Lang) -> Result<Vec<Entry>, String> {
    let shown = path.display();
    let value: Value = serde_json::from_str(text).map_err(|error| broken(path, &no_json(&error, lang), lang))?;
    match value.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(other) => {
            return Err(say!(
                lang,
                "the baseline `{shown}` has version {other}, and this ftspec reads version {VERSION}: \
                 write it anew with `ftspec check --write-baseline {shown}`, or take the ftspec that wrote it",
                "基线文件 `{shown}` 是版本 {other}，而这个 ftspec 只读版本 {VERSION}：\
                 请用 `ftspec check --write-baseline {shown}` 重写，或改用当初写它的那个 ftspec"
            ));
        }
        None => return Err(lacks(path, "version", lang)),
    }
    let findings = value.get("findings").cloned().ok_or_else(|| lacks(path, "findings", lang))?;
    serde_json::from_value(findings).map_err(|error| broken(path, &no_entries(&error, lang), lang))
}

fn lacks(path: &Path, key: &str, lang: Lang) -> String {
    broken(path, &say!(lang, "it has no `{key}`", "里面没有 `{key}`"), lang)
}

fn no_json(error: &Error, lang: Lang) -> String {
    let (line, column) = (error.line(), error.column());
    say!(lang, "{error}", "不是合法的 JSON（读到第 {line} 行第 {column} 列）")
}

fn no_entries(error: &Error, lang: Lang) -> String {
    say!(lang, "{error}", "`findings` 里有缺项或写错的地方（解析器的原话：“{error}”）")
}

fn broken(path: &Path, why: &str, lang: Lang) -> String {
    let shown = path.display();
    say!(
        lang,
        "`{shown}` cannot be read as a baseline: {why}\n\
         after a merge, or where a hand slipped, write it anew: `ftspec check --write-baseline {shown}`",
        "`{shown}` 不能当基线来读：{why}\n\
         如果是合并或手改弄坏的，重写一份即可：`ftspec check --write-baseline {shown}`"
    )
}

/// A baseline that is to be written.
pub struct Recording {
    /// Where its paths are counted from.
    pub home: Home,
    pending: Pending,
    /// What it says now, as far as it can be read.
    old: Vec<Entry>,
}

impl Recording {
    /// Makes sure that it can be written.
    pub fn open(path: &Path, lang: Lang) -> Result<Self, String> {
        let pending = Pending::open(path, lang)?;
        let old = fs::read_to_string(path).ok().and_then(|text| entries(&text, path, lang).ok()).unwrap_or_default();
        Ok(Self { home: Home::of(path), pending, old })
    }

    /// Writes the findings of the files that were checked. What is known of other files stays while they are there.
    pub fn finish(self, checked: &[String], mut entries: Vec<Entry>) -> Result<(), String> {
        let checked: HashSet<&str> = checked.iter().map(String::as_str).collect();
        let kept = |entry: &Entry| !checked.contains(entry.path.as_str()) && self.home.has(&entry.path);
        entries.extend(self.old.into_iter().filter(kept));
        entries.sort();
        let mut text = format!("{{\n  \"version\": {VERSION},\n  \"findings\": [");
        for (at, entry) in entries.iter().enumerate() {
            text.push_str(if at == 0 { "\n    " } else { ",\n    " });
            text.push_str(&serde_json::to_string(entry).map_err(|error| error.to_string())?);
        }
        text.push_str(if entries.is_empty() { "]\n}\n" } else { "\n  ]\n}\n" });
        self.pending.finish(&text)
    }
}

/// The folder of a baseline.
pub struct Home {
    folder: PathBuf,
}

impl Home {
    fn of(baseline: &Path) -> Self {
        let folder = baseline.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Self { folder: real(folder) }
    }

    /// A path as it is seen from the folder, with `/`.
    pub fn path_of(&self, path: &Path) -> String {
        let path = real(path);
        let mut ours = self.folder.components().peekable();
        let mut theirs = path.components().peekable();
        let mut shared = 0;
        while let (Some(one), Some(other)) = (ours.peek(), theirs.peek())
            && one == other
        {
            ours.next();
            theirs.next();
            shared += 1;
        }
        if shared == 0 {
            return path.to_string_lossy().into_owned();
        }
        let up = ours.map(|_| "..".to_string());
        let down = theirs.map(|part| part.as_os_str().to_string_lossy().into_owned());
        up.chain(down).collect::<Vec<String>>().join("/")
    }

    /// Whether there is such a file, seen from the folder.
    fn has(&self, key: &str) -> bool {
        self.folder.join(key).exists()
    }
}

/// Where a path really leads, as far as it is there; the rest as it is written.
fn real(path: &Path) -> PathBuf {
    if let Ok(real) = fs::canonicalize(path) {
        return real;
    }
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    match (plain.parent(), plain.file_name()) {
        (Some(folder), Some(name)) => fs::canonicalize(folder).map_or(plain.clone(), |folder| folder.join(name)),
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::Home;
    use std::path::Path;

    #[test]
    fn paths_are_seen_from_the_baseline() {
        let home = |folder: &str| Home { folder: folder.into() };
        for (folder, path, seen) in [
            ("/no/where", "/no/where/a.ftspec", "a.ftspec"),
            ("/no/where/ci", "/no/where/plans/a.ftspec", "../plans/a.ftspec"),
            ("/no/where", "/no/where/x/../y/./a.ftspec", "y/a.ftspec"),
        ] {
            assert_eq!(home(folder).path_of(Path::new(path)), seen);
        }
    }
}
