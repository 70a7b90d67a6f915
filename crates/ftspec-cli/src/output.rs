//! The one door to the screen: standard output that may close early, colours that may be off, and exit codes.

use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;
use ftspec_analysis::{Lang, say};

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless the environment says no.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// The paint for standard output.
    pub fn paint(self, lang: Lang) -> Paint {
        let color = match self {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
        };
        Paint { color, lang }
    }

    /// The paint for standard error, where an interview is held.
    pub fn aside(self, lang: Lang) -> Paint {
        let color = match self {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => AutoStream::choice(&io::stderr()) != ColorChoice::Never,
        };
        Paint { color, lang }
    }
}

/// How words are put on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Paint {
    /// Whether there is colour.
    pub color: bool,
    /// The language of the words.
    pub lang: Lang,
}

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Weighs most.
    Deny,
    /// To be looked at.
    Warn,
    /// Advice.
    Note,
    /// All is well; also what a change adds.
    Good,
    /// What a change takes away.
    Gone,
    /// A heading.
    Strong,
    /// A word of the language, or something to type.
    Code,
    /// What only supports the rest.
    Faint,
}

impl Ink {
    fn code(self) -> &'static str {
        match self {
            Ink::Deny => "1;31",
            Ink::Warn => "1;33",
            Ink::Note => "1;36",
            Ink::Good => "32",
            Ink::Gone => "31",
            Ink::Strong => "1",
            Ink::Code => "36",
            Ink::Faint => "2",
        }
    }
}

impl Paint {
    /// The text in that colour.
    pub fn ink<T: fmt::Display>(self, ink: Ink, text: T) -> Painted<T> {
        Painted { ink: self.color.then_some(ink), text }
    }
}

/// A text with its colour.
pub struct Painted<T> {
    ink: Option<Ink>,
    text: T,
}

impl<T: fmt::Display> fmt::Display for Painted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.ink {
            Some(ink) => write!(f, "\x1b[{}m{}\x1b[0m", ink.code(), self.text),
            None => self.text.fmt(f),
        }
    }
}

/// Standard output, in large pieces. When its reader goes away, the rest is dropped and the work goes on: the exit
/// code still counts.
pub struct Output {
    stream: AutoStream<io::Stdout>,
    pending: String,
    broken: Option<io::Error>,
    lang: Lang,
}

/// So much is held back before it is written.
const PIECE: usize = 32 * 1024;

impl Output {
    /// Standard output with the colours that were chosen.
    pub fn new(paint: Paint) -> Self {
        let choice = if paint.color { ColorChoice::Always } else { ColorChoice::AlwaysAnsi };
        Self { stream: AutoStream::new(io::stdout(), choice), pending: String::new(), broken: None, lang: paint.lang }
    }

    /// Writes a text as it is.
    pub fn write(&mut self, text: &str) {
        if self.broken.is_some() {
            return;
        }
        self.pending.push_str(text);
        if self.pending.len() >= PIECE {
            self.flush();
        }
    }

    /// Brings everything to the reader.
    pub fn flush(&mut self) {
        if self.broken.is_none() {
            let written = self.stream.write_all(self.pending.as_bytes()).and_then(|()| self.stream.flush());
            self.broken = written.err();
        }
        self.pending.clear();
    }

    /// The exit code; a disk that is full is worth a word, a reader that has seen enough is not.
    pub fn finish(mut self, outcome: Outcome) -> ExitCode {
        self.flush();
        match self.broken {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                complain(&say!(self.lang, "cannot write the output: {error}", "输出写不出去：{error}"));
                Outcome::Failed.into()
            }
            _ => outcome.into(),
        }
    }
}

/// How a command ends; the weightier one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Done, and nothing to say against it.
    Fine,
    /// Done, with findings.
    Findings,
    /// The job could not be done.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        ExitCode::from(outcome as u8)
    }
}

/// Says on standard error what is no result: the questions of an interview, and the words around them.
pub fn aside(text: &str) {
    // Where standard error is closed, nobody is there to be asked.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Says on standard error what went wrong.
pub fn complain(message: &str) {
    // Where standard error is closed, there is nobody left to tell.
    let _ = writeln!(io::stderr().lock(), "ftspec: {message}");
}
