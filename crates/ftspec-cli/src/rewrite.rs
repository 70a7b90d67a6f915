//! Changing files that people wrote: in one step or not at all, and shown beforehand where that is asked for.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use ftspec_analysis::Lang;
use similar::{ChangeTag, TextDiff};

use crate::output::{Ink, Paint};

/// Puts a new text in the place of a file, in one step: whoever reads sees the old one or the new one, and a mishap
/// leaves the old one. A link stays a link.
pub fn replace(path: &Path, text: &str, lang: Lang) -> io::Result<()> {
    let target = fs::canonicalize(path)?;
    let mode = fs::metadata(&target)?.permissions();
    if mode.readonly() {
        let why = lang.pick("it is write-protected", "文件是只读的");
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, why));
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".").suffix(".ftspec.tmp").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(mode)?;
    file.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// What would change, as `diff -u` writes it.
pub fn diff(name: &str, before: &str, after: &str, paint: Paint) -> String {
    let diff = TextDiff::from_lines(before, after);
    let mut unified = diff.unified_diff();
    let mut text = format!(
        "{}\n{}\n",
        paint.ink(Ink::Strong, format_args!("--- {name}")),
        paint.ink(Ink::Strong, format_args!("+++ {name}"))
    );
    for hunk in unified.context_radius(3).iter_hunks() {
        text.push_str(&format!("{}\n", paint.ink(Ink::Code, hunk.header())));
        for change in hunk.iter_changes() {
            let (sign, ink) = match change.tag() {
                ChangeTag::Delete => ('-', Some(Ink::Gone)),
                ChangeTag::Insert => ('+', Some(Ink::Good)),
                ChangeTag::Equal => (' ', None),
            };
            let line = change.value();
            let (line, ended) = match line.strip_suffix('\n') {
                Some(line) => (line, true),
                None => (line, false),
            };
            match ink {
                Some(ink) => text.push_str(&paint.ink(ink, format_args!("{sign}{line}")).to_string()),
                None => text.push_str(&format!("{sign}{line}")),
            }
            text.push_str(if ended { "\n" } else { "\n\\ No newline at end of file\n" });
        }
    }
    text
}
