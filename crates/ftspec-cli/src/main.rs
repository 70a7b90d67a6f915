//! `ftspec` on the command line. Reads the arguments, runs one command, ends with its exit code.
//!
//! The way through the crate: [`args`] says what may be asked, [`commands`] holds one file a command, [`input`] turns
//! paths into texts, [`configs`] finds the settings of each, [`gate`] holds back what is not new, [`report`] turns
//! findings into text, JSON or what CI services read, [`page`] lays out documentation, [`output`] is the one door to the
//! screen, [`save`] and [`rewrite`] the ones to files, [`lang`] says in which language,
//! [`help`] has the help pages in Chinese, [`complaint`] what is said of arguments that do not fit.

#![allow(clippy::disallowed_methods)] // the one crate that may touch files, clock, environment and screen

mod args;
mod cache;
mod commands;
mod complaint;
mod configs;
mod gate;
mod help;
mod input;
mod lang;
mod output;
mod page;
mod parallel;
mod report;
mod rewrite;
mod save;
mod today;
mod wrap;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match args::Cli::try_parse() {
        Ok(cli) => commands::run(cli),
        Err(told) => {
            // Help and version come this way too. Where nobody reads, there is nobody to tell.
            let _ = help::print(&told, lang::before_arguments());
            ExitCode::from(u8::try_from(told.exit_code()).unwrap_or(2))
        }
    }
}
