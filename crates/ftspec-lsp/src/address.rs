//! From addresses to paths, and back.

use std::path::{Path, PathBuf};

use ftspec_analysis::settings::FILE_NAME;
use tower_lsp_server::ls_types::Uri;

/// The path of a file's address; none for documents that are in no file.
pub fn path_of(uri: &Uri) -> Option<PathBuf> {
    if !uri.scheme().as_str().eq_ignore_ascii_case("file") {
        return None;
    }
    uri.to_file_path().map(|path| path.into_owned()).filter(|path| path.is_absolute())
}

/// The address of a file; none for a path that no address can hold.
pub fn address_of(path: &Path) -> Option<Uri> {
    if path.is_absolute() { Uri::from_file_path(path) } else { None }
}

/// Whether an address is that of a configuration.
pub fn is_configuration(uri: &Uri) -> bool {
    uri.path().as_str().rsplit('/').next() == Some(FILE_NAME)
}

/// Whether a path is that of a spec.
pub fn is_spec(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == ftspec_workspace::ENDING)
}
