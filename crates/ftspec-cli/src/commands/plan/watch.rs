//! `ftspec plan --watch`: the documents again, whenever a spec or its configuration changes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use ftspec_analysis::{Lang, say};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

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
    let (sender, changes) = channel();
    let failed = |error: notify::Error| {
        say!(lang, "changes of files cannot be watched here: {error}", "这里无法监视文件改动：{error}")
    };
    let watcher = notify::recommended_watcher(sender).map_err(failed)?;
    let mut watched = Watched { watcher, configurations: Vec::new() };
    watched.specs(&written.inputs, &asked.files).map_err(failed)?;
    watched.configurations(written.configurations);
    tell(asked, lang, out);
    while wait(&changes, &watched) {
        match write(asked, paint, out) {
            Ok(written) => {
                watched.configurations(written.configurations);
                tell(asked, lang, out);
            }
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

/// What is looked at.
struct Watched {
    watcher: RecommendedWatcher,
    /// The configurations that counted last, whatever they are called.
    configurations: Vec<PathBuf>,
}

impl Watched {
    /// Looks at the folders of specs, and at those above: a configuration may come to stand in any of them.
    fn specs(&mut self, inputs: &[Input], named: &[PathBuf]) -> notify::Result<()> {
        for folder in folders(inputs, named) {
            self.watcher.watch(&folder, RecursiveMode::NonRecursive)?;
            // What must not be looked into holds no configuration for us, either.
            above(&folder).for_each(|above| self.try_folder(above));
        }
        Ok(())
    }

    /// Looks at configurations, and at those that they build on.
    fn configurations(&mut self, now: Vec<PathBuf>) {
        let now = now.into_iter().map(|path| path.canonicalize().unwrap_or(path)).collect();
        let before = std::mem::replace(&mut self.configurations, now);
        let new: Vec<PathBuf> = self.configurations.iter().filter(|path| !before.contains(path)).cloned().collect();
        new.iter().filter_map(|path| path.parent()).for_each(|folder| self.try_folder(folder));
    }

    fn try_folder(&mut self, folder: &Path) {
        // Where it cannot be watched, the plan still follows everything else.
        let _ = self.watcher.watch(folder, RecursiveMode::NonRecursive);
    }

    /// Specs and configurations matter; the documents that are written beside them do not.
    fn concerns(&self, change: &notify::Result<notify::Event>) -> bool {
        let Ok(event) = change else { return true };
        let ours = |path: &PathBuf| {
            path.extension().is_some_and(|ending| ending == "ftspec")
                || path.file_name().is_some_and(|name| name == "ftspec.toml")
                || self.configurations.contains(path)
        };
        !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(ours)
    }
}

/// Waits until something changed that a document depends on, and then for the rest of the change. False where nobody
/// watches any more.
fn wait(changes: &Receiver<notify::Result<notify::Event>>, watched: &Watched) -> bool {
    loop {
        let Ok(change) = changes.recv() else { return false };
        if !watched.concerns(&change) {
            continue;
        }
        // What comes later is another change; whoever only reads keeps nobody waiting.
        let end = Instant::now() + SETTLED;
        while changes.recv_timeout(end.saturating_duration_since(Instant::now())).is_ok() {}
        return true;
    }
}

/// The folders above one, up to that of its repository; never the root of the disk, where everything changes always.
fn above(folder: &Path) -> impl Iterator<Item = &Path> {
    let own = folder.ancestors().position(|above| above.join(".git").exists());
    let folders = folder.ancestors().take(own.map_or(usize::MAX, |own| own + 1));
    folders.filter(move |above| *above != folder && above.parent().is_some())
}

/// The folders of each spec, and each folder that was named.
fn folders(inputs: &[Input], named: &[PathBuf]) -> BTreeSet<PathBuf> {
    let files = inputs.iter().map(|input| location(input).parent().map(Path::to_path_buf).unwrap_or_default());
    let named = named.iter().filter(|path| path.is_dir()).cloned();
    let here = |folder: PathBuf| if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
    files.chain(named).filter_map(|folder| here(folder).canonicalize().ok()).collect()
}
