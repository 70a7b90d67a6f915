//! What is wrong with a configuration, and where: data, for whoever shows it.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::lang::Lang;

/// A place in a configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub path: PathBuf,
    /// Its text; empty where it could not be read.
    pub text: Arc<str>,
    /// The bytes.
    pub span: Range<usize>,
}

impl Place {
    /// A file without any place in it.
    pub(crate) fn nowhere(path: &Path) -> Self {
        Self { path: path.to_path_buf(), text: Arc::from(""), span: 0..0 }
    }

    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.text.as_bytes().iter().take(self.span.start).filter(|byte| **byte == b'\n').count() + 1
    }

    /// The column in characters, from 1.
    pub fn column(&self) -> usize {
        let before = self.text.get(..self.span.start).unwrap_or("");
        before.rsplit('\n').next().unwrap_or("").chars().count() + 1
    }
}

/// Something wrong.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What, as a headline.
    pub message: String,
    /// What is to be seen there; may be empty.
    pub label: String,
    /// The other place that it contradicts.
    pub also: Option<(Place, String)>,
    /// What to do; may be empty.
    pub help: String,
}

/// Collects problems.
pub(crate) struct Problems {
    pub lang: Lang,
    found: Vec<Problem>,
}

impl Problems {
    pub fn new(lang: Lang) -> Self {
        Self { lang, found: Vec::new() }
    }

    pub fn add(&mut self, place: Place, message: String) -> Report<'_> {
        self.found.push(Problem { place, message, label: String::new(), also: None, help: String::new() });
        Report(self.found.last_mut().expect("just pushed"))
    }

    /// The result, where nothing is wrong.
    pub fn finish<T>(self, result: T) -> Result<T, Vec<Problem>> {
        if self.found.is_empty() { Ok(result) } else { Err(self.found) }
    }
}

/// A problem under construction.
pub(crate) struct Report<'p>(&'p mut Problem);

impl Report<'_> {
    pub fn label(self, label: String) -> Self {
        self.0.label = label;
        self
    }

    pub fn help(self, help: String) -> Self {
        self.0.help = help;
        self
    }

    pub fn also(self, place: Option<Place>, label: String) -> Self {
        self.0.also = place.map(|place| (place, label));
        self
    }
}
