//! The commands, one file each.

mod accepted;
mod check;
mod config;
mod explain;
mod fmt;
mod lsp;
mod mend;
mod new;
mod plan;
mod rules;
mod shell;

use std::process::ExitCode;

use ftspec_analysis::{Lang, say};

use crate::args::{Cli, Command};
use crate::lang;
use crate::output::{Outcome, Output, complain};

/// Runs the command that was asked for.
pub fn run(cli: Cli) -> ExitCode {
    let lang = match lang::chosen(cli.lang) {
        Ok(lang) => lang,
        Err(message) => {
            complain(&message);
            return Outcome::Failed.into();
        }
    };
    // The server has standard output for itself, and exit codes of its own.
    if let Command::Lsp(_) = cli.command {
        return lsp::run(cli.lang, lang);
    }
    let paint = cli.color.paint(lang);
    let mut out = Output::new(paint);
    let outcome = match &cli.command {
        Command::Check(asked) => check::run(asked, paint, &mut out),
        Command::Fmt(asked) => fmt::run(asked, paint, &mut out),
        Command::New(asked) => new::run(asked, cli.color, paint, &mut out),
        Command::Plan(asked) => plan::run(asked, paint, &mut out),
        Command::Explain(asked) => explain::run(asked, paint, &mut out),
        Command::Config(asked) => config::run(asked, paint, &mut out),
        Command::Rules(asked) => rules::run(asked, paint, &mut out),
        Command::Lsp(_) => Ok(Outcome::Fine),
        Command::Completions(asked) => shell::completions(asked.shell, &mut out),
        Command::Man => shell::man(&mut out),
    };
    match outcome {
        Ok(outcome) => out.finish(outcome),
        Err(message) => {
            out.flush();
            complain(&message);
            out.finish(Outcome::Failed)
        }
    }
}

/// "1 spec", "2 specs".
fn counted(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// What to say where the paths lead to no spec at all.
fn nothing_found(paths: &[std::path::PathBuf], lang: Lang) -> String {
    let looked: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
    let looked = looked.join(lang.pick(", ", "、"));
    say!(
        lang,
        "no spec found in {looked}: there is no file that ends in `.ftspec`, or it is hidden, ignored by git, or excluded in `ftspec.toml`\n\
         to check a file whatever it is called, name it: `ftspec check PATH`",
        "在 {looked} 里没有找到计划：没有以 `.ftspec` 结尾的文件，或者文件是隐藏的、被 git 忽略了，或在 `ftspec.toml` 里排除了\n\
         文件叫别的名字也可以检查，直接写出路径：`ftspec check PATH`"
    )
}
