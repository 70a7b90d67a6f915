//! `ftspec fmt`: writes specs in the one way, or tells which are not.

use ftspec_analysis::{Config, say};
use ftspec_syntax::format;

use super::{counted, nothing_found};
use crate::args::Fmt;
use crate::configs::{Configs, complain_about, settle};
use crate::input::{self, Input, Origin};
use crate::output::{Outcome, Output, Paint, complain};
use crate::parallel;
use crate::rewrite::{diff, replace};

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
    let mut inputs = input::collect(&asked.paths, asked.stdin_path.as_deref());
    let mut configs = Configs::new(Config { lang: paint.lang, ..Config::default() }, None);
    // A configuration leaves specs out; what else is wrong with it is no matter of layout.
    settle(&mut configs, &mut inputs);
    if complain_about(&configs, paint.lang) {
        return Ok(Outcome::Failed);
    }
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
    match replace(path, &after, lang) {
        Ok(()) => Fate::Changed(say!(lang, "formatted {name}\n", "已格式化 {name}\n")),
        Err(error) => Fate::Failed(say!(lang, "{name}: cannot be written: {error}", "{name}：写不进去：{error}")),
    }
}
