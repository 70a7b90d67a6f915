//! `ftspec completions` and `ftspec man`: what a shell and `man` want to know, from the same definition as the help.

use std::io;

use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use crate::args::Cli;
use crate::output::{Outcome, Output};

/// Prints the script that completes `ftspec`.
pub fn completions(shell: Shell, out: &mut Output) -> Result<Outcome, String> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "ftspec", &mut script);
    out.write(&String::from_utf8_lossy(&script));
    Ok(Outcome::Fine)
}

/// Prints the manual: one page for all commands.
pub fn man(out: &mut Output) -> Result<Outcome, String> {
    let page = page().map_err(|error| format!("the manual cannot be written: {error}"))?;
    out.write(&String::from_utf8_lossy(&page));
    Ok(Outcome::Fine)
}

fn page() -> io::Result<Vec<u8>> {
    let mut cli = Cli::command();
    cli.build();
    let mut page = Vec::new();
    let whole = Man::new(cli.clone());
    whole.render_title(&mut page)?;
    whole.render_name_section(&mut page)?;
    whole.render_synopsis_section(&mut page)?;
    whole.render_description_section(&mut page)?;
    whole.render_options_section(&mut page)?;
    for command in cli.get_subcommands().filter(|command| command.get_name() != "help") {
        page.extend(section(command)?);
    }
    page.extend(examples(&whole)?.as_bytes());
    page.extend(ENVIRONMENT.as_bytes());
    whole.render_version_section(&mut page)?;
    Ok(page)
}

/// A command as a section of the page: its own sections become parts of it.
fn section(command: &Command) -> io::Result<Vec<u8>> {
    let name = command.get_name().to_string();
    let man = Man::new(command.clone());
    let mut parts = Vec::new();
    man.render_synopsis_section(&mut parts)?;
    man.render_description_section(&mut parts)?;
    man.render_options_section(&mut parts)?;
    parts.extend(examples(&man)?.as_bytes());
    let parts = String::from_utf8_lossy(&parts).replace(".SH ", ".SS ");
    Ok(format!(".SH \"FTSPEC {}\"\n{parts}", name.to_uppercase()).into_bytes())
}

/// What stands below the help of a command, with its lines as they are.
fn examples(man: &Man) -> io::Result<String> {
    let mut extra = Vec::new();
    man.render_extra_section(&mut extra)?;
    let extra = String::from_utf8_lossy(&extra);
    let lines =
        extra.replacen(".SH EXTRA\nExamples:\n", ".SH EXAMPLES\n.nf\n", 1).replace("\nExit codes", "\n.fi\nExit codes");
    Ok(if lines.contains(".fi") { lines } else { lines + ".fi\n" })
}

const ENVIRONMENT: &str = ".SH ENVIRONMENT
.TP
\\fBFTSPEC_TODAY\\fR
The day of a check, as 2026\\-11\\-21, for tests and reproducible builds.
.TP
\\fBFTSPEC_LANG\\fR
The language of findings and pages where \\fB\\-\\-lang\\fR does not say it: en or zh, also as zh_CN.UTF\\-8.
.TP
\\fBNO_COLOR\\fR
Where it is set, \\fB\\-\\-color auto\\fR means no colours.
";
