//! From a file to its text, or to why it cannot be read.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use ftspec_analysis::rules::unreadable;
use ftspec_analysis::{Diagnostic, Label, Lang, MAX_BYTES, say};
use ftspec_syntax::Span;

/// Why something cannot be read.
#[derive(Clone, Debug)]
pub enum Unreadable {
    /// There is nothing at the path.
    NotFound,
    /// The system does not allow it; whether it is a folder.
    Denied(bool),
    /// Another error of the system; whether it is a folder, and the system's words.
    Failed(bool, String),
    /// More bytes than a spec may have; the number, where it is known.
    TooLarge(Option<u64>),
    /// Bytes that are no UTF-8.
    NotText {
        /// The offset of the first such byte.
        at: usize,
        /// Its line.
        line: usize,
        /// Whether the file begins as UTF-16 does.
        utf16: bool,
    },
}

impl Unreadable {
    /// An error of the system; whether it is about a folder.
    pub fn io(error: &io::Error, is_folder: bool) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::Denied(is_folder),
            _ => Self::Failed(is_folder, error.to_string()),
        }
    }

    /// What is wrong, as a headline.
    pub fn message(&self, lang: Lang) -> String {
        let what = |is_folder: &bool| match is_folder {
            true => lang.pick("folder", "文件夹"),
            false => lang.pick("file", "文件"),
        };
        match self {
            Self::NotFound => say!(lang, "there is no such file or folder", "没有这个文件或文件夹"),
            Self::Denied(is_folder) => {
                let what = what(is_folder);
                say!(lang, "no permission to read this {what}", "没有读取这个{what}的权限")
            }
            Self::Failed(is_folder, error) => {
                let what = what(is_folder);
                say!(lang, "the {what} cannot be read: {error}", "{what}读不了：{error}")
            }
            Self::TooLarge(bytes) => {
                let how = match bytes {
                    Some(bytes) => say!(lang, "{bytes} bytes", "有 {bytes} 字节"),
                    None => say!(lang, "it goes on and on", "读不到尽头"),
                };
                say!(
                    lang,
                    "the file is too large for a spec: {how}, and {MAX_BYTES} are the most",
                    "文件太大，不像一份计划：{how}，而上限是 {MAX_BYTES} 字节"
                )
            }
            Self::NotText { at, line, .. } => say!(
                lang,
                "the file is not UTF-8: the byte at offset {at} (line {line}) is not text",
                "文件不是 UTF-8 编码：偏移 {at} 处（第 {line} 行）的字节不是文本"
            ),
        }
    }

    /// What to do; empty where nobody knows.
    pub fn help(&self, lang: Lang) -> &'static str {
        match self {
            Self::NotFound => lang.pick("paths are looked up from the folder you are in", "路径是相对当前文件夹来找的"),
            Self::Denied(_) => {
                lang.pick("ask its owner, or change its mode with `chmod`", "请找它的所有者，或者用 `chmod` 改权限")
            }
            Self::Failed(..) => "",
            Self::TooLarge(_) => lang.pick(
                "a spec is a page; put data into files of their own and name them in `data { path: … }`",
                "计划就是一页纸；数据放进单独的文件，在 `data { path: … }` 里写明路径",
            ),
            Self::NotText { utf16: true, .. } => lang.pick(
                "it looks like UTF-16; save it as UTF-8 in your editor",
                "看起来是 UTF-16；请在编辑器里另存为 UTF-8",
            ),
            Self::NotText { .. } => lang.pick(
                "save it as UTF-8 in your editor; from GBK, `iconv -f GBK -t UTF-8` does it",
                "请在编辑器里另存为 UTF-8；如果原来是 GBK，可以用 `iconv -f GBK -t UTF-8` 转换",
            ),
        }
    }

    /// The finding, for the file as a whole.
    pub fn diagnostic(&self, lang: Lang) -> Diagnostic {
        let rule = &unreadable::RULE;
        Diagnostic {
            rule,
            level: rule.level,
            span: Span::empty(0),
            message: self.message(lang),
            labels: vec![Label { span: Span::empty(0), message: String::new() }],
            help: self.help(lang).to_string(),
            route: rule.route,
            fixes: Vec::new(),
            unsaid: false,
        }
    }
}

/// The text of a file that holds a spec.
///
/// # Errors
///
/// Where there is none, where it is too large, and where it is no UTF-8.
pub fn read(path: &Path) -> Result<String, Unreadable> {
    let io = |error: io::Error| Unreadable::io(&error, false);
    let file = File::open(path).map_err(io)?;
    let length = file.metadata().map_err(io)?.len();
    if length > MAX_BYTES as u64 {
        return Err(Unreadable::TooLarge(Some(length)));
    }
    text(bytes(file, length as usize).map_err(io)?)
}

/// The text that comes in from elsewhere, such as standard input.
///
/// # Errors
///
/// Where it cannot be read, where it is too large, and where it is no UTF-8.
pub fn read_from(from: impl Read) -> Result<String, Unreadable> {
    text(bytes(from, 0).map_err(|error| Unreadable::io(&error, false))?)
}

/// At most one byte more than a spec may have, so that what has no end (`/dev/zero`) ends all the same.
fn bytes(from: impl Read, expected: usize) -> io::Result<Vec<u8>> {
    // One byte more than expected: the end is seen without growing.
    let mut bytes = Vec::with_capacity(expected + 1);
    from.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn text(bytes: Vec<u8>) -> Result<String, Unreadable> {
    if bytes.len() > MAX_BYTES {
        return Err(Unreadable::TooLarge(None));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
        Unreadable::NotText { at, line, utf16 }
    })
}
