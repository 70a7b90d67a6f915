//! Findings as people and programs read them, one file a format. Each shows the same diagnostics and adds nothing of
//! its own; [`desk`] writes several at once.

pub mod desk;
mod github;
mod gitlab;
pub mod human;
pub mod json;
mod junit;
mod mending;
mod place;
mod sarif;
pub mod sheet;
mod short;
pub mod snippet;
pub mod totals;
pub mod visible;

use std::ops::AddAssign;

use ftspec_analysis::rules::unreadable;
use ftspec_analysis::{Analysis, Diagnostic, Fingerprint, Lang, Level, Verdict, VerdictKind};
use ftspec_schema::Status;
use ftspec_workspace::Unreadable;

/// One file and what was found in it.
pub struct Subject<'a> {
    /// What the file is called.
    pub name: &'a str,
    /// Its text; empty where it could not be read.
    pub text: &'a str,
    /// What was found.
    pub diagnostics: &'a [Diagnostic],
    /// By what each of them is known again.
    pub fingerprints: &'a [Fingerprint],
    /// The sum of it.
    pub verdict: &'a Verdict,
    /// Whether notes on what is not said yet are counted instead of listed.
    folds: bool,
    /// Whether there is a text at all.
    was_read: bool,
}

impl<'a> Subject<'a> {
    /// What an analysis says of a file. A draft's notes on what it has not said yet fold into one line, unless
    /// `unsaid` asks for them.
    pub fn new(name: &'a str, analysis: &'a Analysis, unsaid: bool) -> Self {
        let young = matches!(analysis.spec().status(), Status::Draft | Status::Dropped);
        Self {
            name,
            text: analysis.text(),
            diagnostics: analysis.diagnostics(),
            fingerprints: &[],
            verdict: analysis.verdict(),
            folds: young && !unsaid,
            was_read: true,
        }
    }

    /// The same file with these findings, each with its fingerprint.
    pub fn with(self, diagnostics: &'a [Diagnostic], fingerprints: &'a [Fingerprint]) -> Self {
        Self { diagnostics, fingerprints, ..self }
    }

    /// A file that could not be read.
    pub fn unread(
        name: &'a str,
        diagnostics: &'a [Diagnostic],
        fingerprints: &'a [Fingerprint],
        verdict: &'a Verdict,
    ) -> Self {
        Self { name, text: "", diagnostics, fingerprints, verdict, folds: false, was_read: false }
    }

    /// Whether there is a text at all.
    pub fn was_read(&self) -> bool {
        self.was_read
    }

    /// The findings that are listed one by one.
    pub fn listed(&self) -> impl Iterator<Item = &'a Diagnostic> {
        self.diagnostics.iter().filter(|found| !self.is_folded(found))
    }

    /// How many are only counted.
    pub fn folded(&self) -> usize {
        self.diagnostics.iter().filter(|found| self.is_folded(found)).count()
    }

    fn is_folded(&self, found: &Diagnostic) -> bool {
        self.folds && found.unsaid && found.level == Level::Note
    }

    /// Ready, and nothing was found.
    pub fn has_nothing_to_say(&self) -> bool {
        self.diagnostics.is_empty() && self.verdict.kind == VerdictKind::Ready
    }

    /// The findings by level.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts { files: 1, ..Counts::default() };
        for found in self.diagnostics {
            match found.level {
                Level::Deny => counts.deny += 1,
                Level::Warn => counts.warn += 1,
                Level::Note => counts.note += 1,
            }
        }
        counts
    }
}

/// How many findings of each level, in how many files.
#[derive(Clone, Copy, Debug, Default, serde::Serialize)]
pub struct Counts {
    /// Files looked at.
    pub files: usize,
    /// Findings that fail the check.
    pub deny: usize,
    /// Findings to be looked at.
    pub warn: usize,
    /// Advice.
    pub note: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.files += other.files;
        self.deny += other.deny;
        self.warn += other.warn;
        self.note += other.note;
    }
}

/// The finding and the verdict on a file that cannot be read.
pub fn unread(why: &Unreadable, lang: Lang) -> ([Diagnostic; 1], [Fingerprint; 1], Verdict) {
    let rule = &unreadable::RULE;
    (
        [why.diagnostic(lang)],
        [Fingerprint::of_file(rule)],
        Verdict { kind: VerdictKind::NotReady, reasons: vec![rule], routes: Vec::new() },
    )
}
