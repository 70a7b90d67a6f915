//! Where the draft goes: a path that is free and can be written, and the one step in which it is written.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ftspec_analysis::{Lang, say};

use crate::save;

/// What a path on the command line means.
pub enum Place {
    /// This file.
    File(PathBuf),
    /// A file in this folder, named after the plan.
    Folder(PathBuf),
}

/// The longest name that is made of a title, in characters.
const LONGEST: usize = 60;
/// Names that Windows keeps for devices.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Reads the path; a message with what to do where it cannot be one of a new spec.
pub fn wanted(path: Option<&Path>, lang: Lang) -> Result<Place, String> {
    let Some(path) = path else { return Ok(Place::Folder(PathBuf::from("."))) };
    let shown = path.display();
    if path.as_os_str() == "-" || path.as_os_str().is_empty() {
        return Err(say!(
            lang,
            "`{shown}` is no place for a plan; name a file, as in `ftspec new refund.ftspec`",
            "`{shown}` 不能存放计划；请写文件名，例如 `ftspec new refund.ftspec`"
        ));
    }
    if path.is_dir() {
        return Ok(Place::Folder(path.to_path_buf()));
    }
    let ends_as_folder = path.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]);
    if ends_as_folder || path.file_name().is_none() {
        return Err(say!(
            lang,
            "there is no folder `{shown}`; make it with `mkdir -p {shown}`, or name another",
            "没有 `{shown}` 这个文件夹；请先 `mkdir -p {shown}`，或者换一个"
        ));
    }
    Ok(Place::File(with_ending(path)))
}

/// The path with the ending that `ftspec check` looks for.
pub fn with_ending(path: &Path) -> PathBuf {
    if path.extension().is_some_and(|ending| ending == "ftspec") {
        return path.to_path_buf();
    }
    let mut name = path.file_name().map(OsString::from).unwrap_or_default();
    name.push(".ftspec");
    path.with_file_name(name)
}

/// A file of a folder, named after a title.
pub fn named(folder: &Path, title: &str) -> PathBuf {
    let mut name = String::new();
    for character in title.to_lowercase().chars() {
        if character.is_alphanumeric() {
            name.push(character);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name: String = name.chars().take(LONGEST).collect();
    let name = match name.trim_end_matches('-') {
        "" => "plan".to_string(),
        device if DEVICES.contains(&device) => format!("{device}-plan"),
        name => name.to_string(),
    };
    let file = format!("{name}.ftspec");
    if folder == Path::new(".") { PathBuf::from(file) } else { folder.join(file) }
}

/// A title made of the name of a file.
pub fn title(path: &Path) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let words = stem.replace(['_', '-', '.'], " ");
    let mut characters = words.trim().chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// A path beside that one which nobody has taken.
pub fn free(path: &Path) -> PathBuf {
    let stem = path.file_stem().map(OsString::from).unwrap_or_default();
    let beside = |number: u32| {
        let mut name = stem.clone();
        name.push(format!("-{number}.ftspec"));
        path.with_file_name(name)
    };
    (2..).map(beside).find(|path| fs::symlink_metadata(path).is_err()).unwrap_or_else(|| path.to_path_buf())
}

/// Whether something stands there already, be it a link that leads nowhere.
pub fn is_taken(path: &Path, lang: Lang) -> Result<bool, String> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(why(path, &error, lang)),
    }
}

/// Makes sure that the file can be written, and leaves nothing behind.
pub fn probe(path: &Path, lang: Lang) -> Result<(), String> {
    save::beside(path).map(drop).map_err(|error| why(path, &error, lang))
}

/// Writes the file in one step. What came there in the meantime stays.
pub fn write(path: &Path, text: &str, lang: Lang) -> Result<(), String> {
    let written = save::beside(path).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.persist_noclobber(path).map(drop).map_err(|error| error.error)
    });
    written.map_err(|error| why(path, &error, lang))
}

fn why(path: &Path, error: &io::Error, lang: Lang) -> String {
    let shown = path.display();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match (error.kind(), folder) {
        (io::ErrorKind::NotFound, Some(folder)) if !folder.exists() => {
            let folder = folder.display();
            say!(
                lang,
                "cannot write `{shown}`: there is no folder `{folder}`; make it with `mkdir -p {folder}`",
                "写不了 `{shown}`：没有 `{folder}` 这个文件夹；请先 `mkdir -p {folder}`"
            )
        }
        (io::ErrorKind::AlreadyExists, _) => say!(
            lang,
            "`{shown}` has come into being meanwhile and stays as it is; name another file",
            "`{shown}` 刚刚被别人创建，不会覆盖；请换一个文件名"
        ),
        (io::ErrorKind::PermissionDenied, _) => say!(
            lang,
            "cannot write `{shown}`: no permission; name a file elsewhere, as in `ftspec new ~/plan.ftspec`",
            "写不了 `{shown}`：没有权限；请换一个位置，例如 `ftspec new ~/plan.ftspec`"
        ),
        _ => say!(
            lang,
            "cannot write `{shown}`: {error}; name another file",
            "写不了 `{shown}`：{error}；请换一个文件名"
        ),
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{named, title, with_ending};

    #[test]
    fn titles_give_names_that_every_system_takes() {
        let name = |title: &str| named(Path::new("."), title).display().to_string();
        assert_eq!(name("Refund replies: calm & short!"), "refund-replies-calm-short.ftspec");
        assert_eq!(name("统一语气的客服回复"), "统一语气的客服回复.ftspec");
        assert_eq!(name("../../etc/passwd"), "etc-passwd.ftspec");
        assert_eq!((name("\"{}\" */"), name("CON")), ("plan.ftspec".into(), "con-plan.ftspec".into()));
        assert_eq!(name(&"长".repeat(10_000)).chars().count(), 60 + ".ftspec".len());
    }

    #[test]
    fn names_give_titles_and_endings() {
        assert_eq!(title(Path::new("plans/refund_replies-v2.ftspec")), "Refund replies v2");
        assert_eq!(with_ending(Path::new("plans/v1.2")), PathBuf::from("plans/v1.2.ftspec"));
        assert_eq!(with_ending(Path::new("a.ftspec")), PathBuf::from("a.ftspec"));
    }
}
