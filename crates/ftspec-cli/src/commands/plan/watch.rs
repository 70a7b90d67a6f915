//! `ftspec plan --watch`: the documents again, whenever a spec or its configuration changes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use ftspec_analysis::{Lang, say};
use notify::{EventKind, RecursiveMode, Watcher};

use super::write;
use crate::args;
use crate::gate::since::location;
use crate::input::{Input, Origin};
use crate::output::{Outcome, Output, Paint, complain};

/// Editors write a file in several steps; what comes within this time is one change.
const SETTLED: Duration = Duration::from_millis(40);

/// Writes once, then after each change, until it is interrupted.
pub fn run(asked: &args::Plan, paint: Paint, out: &mut Output) -> Result<Outcome, String> {
    let lang = paint.lang;
    let written = write(asked, paint, out)?;
    if written.inputs.iter().any(|input| matches!(input.origin, Origin::Stdin)) {
        return Err(lang
            .pick(
                "`--watch` looks at files, and standard input is none: name the spec",
                "`--watch` 只能看文件，不能看标准输入：请写出计划的文件名",
            )
            .to_string());
    }
    let folders = folders(&written.inputs, &asked.files);
    let (sender, changes) = channel();
    let failed = |error: notify::Error| {
        say!(lang, "changes of files cannot be watched here: {error}", "这里无法监视文件改动：{error}")
    };
    let mut watcher = notify::recommended_watcher(sender).map_err(failed)?;
    for folder in &folders {
        watcher.watch(folder, RecursiveMode::NonRecursive).map_err(failed)?;
    }
    tell(asked, lang, out);
    while wait(&changes) {
        match write(asked, paint, out) {
            Ok(_) => tell(asked, lang, out),
            // A spec that is gone for a moment, or half written: the next change mends it.
            Err(why) => complain(&why),
        }
    }
    Ok(Outcome::Fine)
}

fn tell(asked: &args::Plan, lang: Lang, out: &mut Output) {
    let path = asked.output.as_deref().unwrap_or(Path::new("")).display();
    out.write(&say!(lang, "{path} is up to date; Ctrl-C ends\n", "{path} 已更新；按 Ctrl-C 结束\n"));
    out.flush();
}

/// Waits until something changed that a document depends on, and then for the rest of the change. False where nobody
/// watches any more.
fn wait(changes: &Receiver<notify::Result<notify::Event>>) -> bool {
    loop {
        let Ok(change) = changes.recv() else { return false };
        if !matters(&change) {
            continue;
        }
        // What comes later is another change; whoever only reads keeps nobody waiting.
        let end = Instant::now() + SETTLED;
        while changes.recv_timeout(end.saturating_duration_since(Instant::now())).is_ok() {}
        return true;
    }
}

/// Specs and configurations matter; the documents that are written beside them do not.
fn matters(change: &notify::Result<notify::Event>) -> bool {
    let Ok(event) = change else { return true };
    let ours = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ending == "ftspec")
            || path.file_name().is_some_and(|name| name == "ftspec.toml")
    };
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(ours)
}

/// The folders to watch: of each spec, of each folder that was named, and those above in which a configuration may
/// stand.
fn folders(inputs: &[Input], named: &[PathBuf]) -> BTreeSet<PathBuf> {
    let mut folders = BTreeSet::new();
    let files = inputs.iter().map(|input| location(input).parent().map(Path::to_path_buf).unwrap_or_default());
    let named = named.iter().filter(|path| path.is_dir()).cloned();
    for folder in files.chain(named) {
        let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
        let Ok(folder) = folder.canonicalize() else { continue };
        let configured = folder.ancestors().filter(|above| above.join("ftspec.toml").is_file());
        folders.extend(configured.map(Path::to_path_buf));
        folders.insert(folder);
    }
    folders
}
