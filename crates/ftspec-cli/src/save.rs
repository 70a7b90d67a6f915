//! Files that a check writes: in one step at the end, so that whoever reads sees the old file or the new one, never
//! half of one. Whether it can be written is known before the check begins.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ftspec_analysis::{Lang, say};
use tempfile::NamedTempFile;

/// A file that will be written.
pub struct Pending {
    path: PathBuf,
    place: Place,
    lang: Lang,
}

enum Place {
    /// Takes the place of the file when all is written.
    Beside(NamedTempFile, PathBuf),
    /// A pipe or a device: there is nothing to put anything beside.
    Direct(File),
}

impl Pending {
    /// Makes sure that there is a place to write; a message with what to do where there is none.
    pub fn open(path: &Path, lang: Lang) -> Result<Self, String> {
        let shown = path.display();
        if path.extension().is_some_and(|ending| ending == "ftspec") {
            return Err(say!(
                lang,
                "`{shown}` would replace a spec: name a file with another ending",
                "`{shown}` 会盖掉一份计划：请换一个后缀"
            ));
        }
        let told = |error: io::Error| why(path, &error, lang);
        let place = match fs::metadata(path) {
            Ok(about) if about.is_dir() => {
                return Err(say!(
                    lang,
                    "`{shown}` is a folder: name a file in it",
                    "`{shown}` 是文件夹：请写出其中的文件名"
                ));
            }
            Ok(about) if !about.is_file() => Place::Direct(OpenOptions::new().write(true).open(path).map_err(told)?),
            Ok(about) => {
                let mode = about.permissions();
                if mode.readonly() {
                    return Err(told(io::ErrorKind::PermissionDenied.into()));
                }
                // A link stays a link.
                let target = fs::canonicalize(path).map_err(told)?;
                let file = beside(&target).map_err(told)?;
                file.as_file().set_permissions(mode).map_err(told)?;
                Place::Beside(file, target)
            }
            Err(_) => Place::Beside(beside(path).map_err(told)?, path.to_path_buf()),
        };
        Ok(Self { path: path.to_path_buf(), place, lang })
    }

    /// Writes it.
    pub fn finish(self, text: &str) -> Result<(), String> {
        let written = match self.place {
            Place::Beside(mut file, target) => {
                file.write_all(text.as_bytes()).and_then(|()| file.persist(target).map(drop).map_err(|e| e.error))
            }
            Place::Direct(mut file) => file.write_all(text.as_bytes()),
        };
        match written {
            // A reader that has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(|error| why(&self.path, &error, self.lang)),
        }
    }
}

/// An empty file beside another, that goes away unless it takes its place.
pub fn beside(target: &Path) -> io::Result<NamedTempFile> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".").suffix(".ftspec.tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: what the user's mask leaves of it.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

fn why(path: &Path, error: &io::Error, lang: Lang) -> String {
    let shown = path.display();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match (error.kind(), folder) {
        (io::ErrorKind::NotFound, Some(folder)) if !folder.exists() => {
            let folder = folder.display();
            say!(
                lang,
                "cannot write `{shown}`: there is no folder `{folder}`; make it with `mkdir -p {folder}`, or name another \
                 file",
                "写不了 `{shown}`：没有 `{folder}` 这个文件夹；请先 `mkdir -p {folder}`，或换一个文件名"
            )
        }
        (io::ErrorKind::PermissionDenied, _) => say!(
            lang,
            "cannot write `{shown}`: no permission; name another file, or ask whoever owns it or its folder",
            "写不了 `{shown}`：没有权限；请换一个文件名，或找文件或文件夹的所有者"
        ),
        _ => say!(
            lang,
            "cannot write `{shown}`: {error}; name another file",
            "写不了 `{shown}`：{error}；请换一个文件名"
        ),
    }
}
