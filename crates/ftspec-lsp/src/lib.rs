//! The language server: `ftspec lsp`. It decodes what an editor asks, asks the analysis once, and encodes the answer.
//!
//! The way of a question: [`guard`] lets well-formed messages in, `server` takes a [`snapshot`] of the document before
//! anything else happens, a thread off the loop answers in [`handlers`], one file a family. The way of a change:
//! [`documents`] applies it at once, `publish` tells what was found. [`positions`] is the only place that counts
//! columns, [`settings`] and [`configuration`] say what counts, [`workspace`] knows the files that are not open.
//!
//! Nothing here judges a spec: every diagnostic and every answer comes from `ftspec-analysis`.

#![allow(clippy::disallowed_methods)] // talks on standard streams and reads files that documents name

mod abilities;
mod address;
mod capabilities;
mod changes;
mod configuration;
mod diagnostics;
mod documents;
mod guard;
mod handlers;
mod lifecycle;
mod positions;
mod publish;
mod server;
mod settings;
mod snapshot;
mod workspace;

use std::io::Write;

use ftspec_analysis::{Date, Lang};

pub use lifecycle::run;

/// What the command line says.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The language of messages; none where nobody chose one, and the editor may.
    pub lang: Option<Lang>,
    /// The day of every check; none for the day by the clock.
    pub today: Option<Date>,
}

/// Says something on standard error, where editors keep a log. Where it is closed, there is nobody left to tell.
fn log(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "ftspec: {text}");
}

/// The inside of a lock, whatever happened to the thread that held it last.
fn locked<T>(lock: &std::sync::Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
