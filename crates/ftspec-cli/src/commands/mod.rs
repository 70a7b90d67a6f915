//! The commands, one file each.

mod accepted;
mod check;
mod explain;
mod fmt;
mod rules;
mod shell;

use std::process::ExitCode;

use crate::args::{Cli, Command};
use crate::output::{Outcome, Output, complain};

/// Runs the command that was asked for.
pub fn run(cli: Cli) -> ExitCode {
    let paint = cli.color.paint();
    let mut out = Output::new(paint);
    let outcome = match &cli.command {
        Command::Check(asked) => check::run(asked, paint, &mut out),
        Command::Fmt(asked) => fmt::run(asked, paint, &mut out),
        Command::Explain(asked) => explain::run(asked, paint, &mut out),
        Command::Rules(asked) => rules::run(asked, paint, &mut out),
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
fn nothing_found(paths: &[std::path::PathBuf]) -> String {
    let looked: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
    format!(
        "no spec found in {}: there is no file that ends in `.ftspec`, or it is hidden or ignored by git\n\
         to check a file whatever it is called, name it: `ftspec check PATH`",
        looked.join(", ")
    )
}
