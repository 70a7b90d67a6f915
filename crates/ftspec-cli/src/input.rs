//! From paths to texts: which files are meant, and what is in them.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ftspec_analysis::{Lang, MAX_BYTES, say};
use ignore::WalkBuilder;

/// The ending of a spec's name.
const ENDING: &str = "ftspec";

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
    fn io(error: &io::Error, is_folder: bool) -> Self {
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

/// Adds the specs of a folder: no hidden ones, none that git ignores.
fn walk(root: &Path, inputs: &mut Vec<Input>) {
    let here = root.as_os_str() == ".";
    let name = |path: &Path| shown(if here { path.strip_prefix(".").unwrap_or(path) } else { path });
    for entry in WalkBuilder::new(root).build() {
        match entry {
            Ok(entry) => {
                let path = entry.path();
                if path.extension().is_some_and(|ending| ending == ENDING)
                    && entry.file_type().is_some_and(|kind| kind.is_file() || kind.is_symlink() && path.is_file())
                {
                    inputs.push(Input { name: name(path), origin: Origin::File(entry.into_path()), walked: true });
                }
            }
            Err(error) => {
                let path = culprit(&error).unwrap_or(root);
                let why = match error.io_error() {
                    Some(io) => Unreadable::io(io, true),
                    None => Unreadable::Failed(true, error.to_string()),
                };
                inputs.push(Input { name: name(path), origin: Origin::Nowhere(why), walked: false });
            }
        }
    }
}

/// The path that an error of the walk is about.
fn culprit(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::Loop { child, .. } => Some(child),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => culprit(err),
        ignore::Error::Partial(errors) => errors.iter().find_map(culprit),
        _ => None,
    }
}

/// The text of an input.
pub fn read(input: &Input) -> Result<String, Unreadable> {
    match &input.origin {
        Origin::File(path) => read_file(path),
        Origin::Stdin => text(bytes(io::stdin().lock(), 0).map_err(|error| Unreadable::io(&error, false))?),
        Origin::Nowhere(why) => Err(why.clone()),
    }
}

fn read_file(path: &Path) -> Result<String, Unreadable> {
    let io = |error: io::Error| Unreadable::io(&error, false);
    let file = File::open(path).map_err(io)?;
    let length = file.metadata().map_err(io)?.len();
    if length > MAX_BYTES as u64 {
        return Err(Unreadable::TooLarge(Some(length)));
    }
    text(bytes(file, length as usize).map_err(io)?)
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
