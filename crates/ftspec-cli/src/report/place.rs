//! Files and places as other programs want them: paths from the root of a checkout, URIs, lines and columns.

use std::path::Path;

use ftspec_syntax::{LineIndex, Span};

/// A path as services know it: no `./` before it, and relative where it lies below the folder of the check.
pub fn path(name: &str) -> String {
    let mut name = name;
    while let Some(rest) = name.strip_prefix("./") {
        name = rest.trim_start_matches('/');
    }
    if Path::new(name).is_absolute()
        && let Ok(here) = std::env::current_dir()
        && let Ok(below) = Path::new(name).strip_prefix(here)
    {
        return below.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    }
    name.to_string()
}

/// A path as a URI: relative, or `file:///…` where it is absolute.
pub fn uri(name: &str) -> String {
    let path = path(name);
    let encoded = encoded(&path);
    if path.starts_with('/') {
        format!("file://{encoded}")
    } else if Path::new(&path).is_absolute() {
        format!("file:///{encoded}")
    } else {
        encoded
    }
}

fn encoded(path: &str) -> String {
    use std::fmt::Write;
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(byte as char);
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

/// A stretch of a file in lines and columns, all from 1; the last column is the one behind the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first line.
    pub line: u32,
    /// Its first column.
    pub column: u32,
    /// The last line.
    pub end_line: u32,
    /// The column behind the end.
    pub end_column: u32,
}

impl Stretch {
    /// The stretch of a span.
    pub fn of(span: Span, text: &str, index: &LineIndex) -> Self {
        let start = index.line_column(span.start, text);
        let end = index.line_column(span.end.max(span.start), text);
        Self { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }
}

#[cfg(test)]
mod tests {
    use super::{path, uri};

    #[test]
    fn paths_for_services() {
        for (name, shown, as_uri) in [
            ("a.ftspec", "a.ftspec", "a.ftspec"),
            ("././a b.ftspec", "a b.ftspec", "a%20b.ftspec"),
            ("../a.ftspec", "../a.ftspec", "../a.ftspec"),
            ("c:d#e?.ftspec", "c:d#e?.ftspec", "c%3Ad%23e%3F.ftspec"),
            ("语.ftspec", "语.ftspec", "%E8%AF%AD.ftspec"),
            ("<stdin>", "<stdin>", "%3Cstdin%3E"),
        ] {
            assert_eq!((path(name).as_str(), uri(name).as_str()), (shown, as_uri));
        }
    }

    #[cfg(unix)]
    #[test]
    fn absolute_paths() {
        let below = std::env::current_dir().expect("a folder").join("a.ftspec");
        assert_eq!(path(&below.to_string_lossy()), "a.ftspec");
        assert_eq!(uri("/no where/a.ftspec"), "file:///no%20where/a.ftspec");
    }
}
