//! `ftspec check --fix` and `--diff`: mends specs before they are checked, or shows what would be mended.

use ftspec_analysis::{Config, fixes, say};

use super::check::Job;
use crate::args::Fixes;
use crate::configs::Configs;
use crate::input::{self, Input, Origin};
use crate::output::{Output, Paint};
use crate::{parallel, rewrite};

/// What was done, or would be done.
#[derive(Default)]
pub struct Mended {
    /// How many fixes.
    pub fixes: usize,
    /// In how many specs.
    pub specs: usize,
    /// What could not be written.
    pub failures: Vec<String>,
}

enum Fate {
    Kept,
    Mended(usize, String),
    Failed(String),
}

/// Mends every spec that can be read. What cannot be read is left to the check that follows.
pub fn run(jobs: &[Job], asked: &Fixes, configs: &Configs, paint: Paint, out: &mut Output) -> Mended {
    let mut mended = Mended::default();
    parallel::in_order(
        jobs,
        |job| one(job.input, asked, configs.config(job.settings), paint),
        |fate| match fate {
            Fate::Kept => {}
            Fate::Mended(fixes, text) => {
                mended.fixes += fixes;
                mended.specs += 1;
                out.write(&text);
            }
            Fate::Failed(why) => mended.failures.push(why),
        },
    );
    mended
}

fn one(input: &Input, asked: &Fixes, config: &Config, paint: Paint) -> Fate {
    let Ok(before) = input::read(input) else { return Fate::Kept };
    let fixed = fixes::fix(&before, config, asked.unsafe_fixes);
    if fixed.text == before {
        return Fate::Kept;
    }
    let (count, name) = (fixed.applied.len(), &input.name);
    if asked.diff {
        return Fate::Mended(count, rewrite::diff(&input.name, &before, &fixed.text, paint));
    }
    match &input.origin {
        Origin::File(path) => match rewrite::replace(path, &fixed.text, config.lang) {
            Ok(()) => Fate::Mended(count, String::new()),
            Err(error) => {
                Fate::Failed(say!(config.lang, "{name}: cannot be written: {error}", "{name}：写不进去：{error}"))
            }
        },
        _ => Fate::Failed(say!(
            config.lang,
            "{name}: `--fix` writes files; add `--diff` to see what it would change",
            "{name}：`--fix` 要写回文件；请加上 `--diff` 只看改动"
        )),
    }
}
