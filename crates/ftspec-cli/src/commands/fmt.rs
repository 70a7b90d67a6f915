//! `ftspec fmt`: writes specs in the one way, or tells which are not.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use ftspec_analysis::say;
use ftspec_syntax::format;
use similar::{ChangeTag, TextDiff};

use super::{counted, nothing_found};
use crate::args::Fmt;
use crate::input::{self, Input, Origin};
use crate::output::{Ink, Outcome, Output, Paint, complain};
use crate::parallel;

/// What became of one file.
enum Fate {
    /// It was as it should be.
    Kept,
    /// It is or would be another; what to print.
    Changed(String),
    /// It could not be done; why.
    Failed(String),
}

/// Runs the command.
pub fn run(asked: &Fmt, paint: Paint, out: &mut Output) -> Result<Outcome, String> {
    let inputs = input::collect(&asked.paths, asked.stdin_path.as_deref());
    if inputs.is_empty() {
        return Err(nothing_found(&asked.paths, paint.lang));
    }
    let mut changed = 0;
    let mut failures = Vec::new();
    parallel::in_order(
        &inputs,
        |input| one(input, asked, paint),
        |fate| match fate {
            Fate::Kept => {}
            Fate::Changed(text) => {
                changed += 1;
                out.write(&text);
            }
            Fate::Failed(why) => failures.push(why),
        },
    );
    let stdin_only = inputs.iter().all(|input| matches!(input.origin, Origin::Stdin));
    let lang = paint.lang;
    let kept = inputs.len() - changed - failures.len();
    if asked.check {
        out.flush();
        if changed > 0 {
            let specs = counted(changed, "spec");
            complain(&say!(
                lang,
                "{specs} would change; `ftspec fmt` writes what is to be written",
                "{changed} 份计划需要格式化；`ftspec fmt` 会直接改好"
            ));
        }
    } else if !asked.diff && !stdin_only {
        let (all, specs) = (inputs.len(), counted(inputs.len(), "spec"));
        out.write(&say!(
            lang,
            "{specs}: {changed} formatted, {kept} left as written\n",
            "{all} 份计划：{changed} 份已格式化，{kept} 份保持原样\n"
        ));
    }
    out.flush();
    for why in &failures {
        complain(why);
    }
    Ok(match (failures.is_empty(), asked.check && changed > 0) {
        (false, _) => Outcome::Failed,
        (true, true) => Outcome::Findings,
        (true, false) => Outcome::Fine,
    })
}

fn one(input: &Input, asked: &Fmt, paint: Paint) -> Fate {
    let (name, lang) = (&input.name, paint.lang);
    let before = match input::read(input) {
        Ok(text) => text,
        Err(why) => return Fate::Failed(format!("{name}: {}", why.message(lang))),
    };
    let after = format::format(&before);
    let to_stdout = matches!(input.origin, Origin::Stdin) && !asked.check && !asked.diff;
    if after == before {
        return if to_stdout { Fate::Changed(after) } else { Fate::Kept };
    }
    if !format::same_tokens(&before, &after) {
        let why = lang.pick(
            "formatting would change what it says, so it stays as it is; please report this file",
            "格式化会改变内容，所以保持原样；请把这个文件报告给我们",
        );
        return Fate::Failed(format!("{name}: {why}"));
    }
    if to_stdout {
        return Fate::Changed(after);
    }
    if asked.diff {
        return Fate::Changed(diff(name, &before, &after, paint));
    }
    if asked.check {
        return Fate::Changed(format!("{name}\n"));
    }
    let Origin::File(path) = &input.origin else { return Fate::Kept };
    match replace(path, &after) {
        Ok(()) => Fate::Changed(say!(lang, "formatted {name}\n", "已格式化 {name}\n")),
        Err(error) => Fate::Failed(say!(lang, "{name}: cannot be written: {error}", "{name}: 写不进去：{error}")),
    }
}

/// Puts a new text in the place of a file, in one step: whoever reads sees the old one or the new one, and a mishap
/// leaves the old one. A link stays a link.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let target = fs::canonicalize(path)?;
    let mode = fs::metadata(&target)?.permissions();
    if mode.readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is write-protected"));
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".").suffix(".ftspec.tmp").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(mode)?;
    file.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// What would change, as `diff -u` writes it.
fn diff(name: &str, before: &str, after: &str, paint: Paint) -> String {
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
