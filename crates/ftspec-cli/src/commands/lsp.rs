//! `ftspec lsp`: hands standard input and output to the language server.

use std::process::ExitCode;

use ftspec_analysis::Lang;
use ftspec_lsp::Options;

use crate::output::complain;
use crate::{lang, today};

/// Runs the server. Where nobody chose a language, the editor may.
pub fn run(asked: Option<Lang>, chosen: Lang) -> ExitCode {
    let lang = (asked.is_some() || lang::is_set()).then_some(chosen);
    match today::by_environment(chosen) {
        Ok(today) => ftspec_lsp::run(Options { lang, today }),
        Err(message) => {
            complain(&message);
            ExitCode::FAILURE
        }
    }
}
