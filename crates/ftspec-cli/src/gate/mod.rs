//! What is new: findings that a baseline lists, or that an older version of the file has as well, are held back.
//!
//! A finding is known where an equal one, by its fingerprint, was there and weighed no less. What weighs more than it
//! did, because the plan has been approved since, counts as new.

mod baseline;
mod git;
pub mod since;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use clap::Args;
use ftspec_analysis::{Analysis, Config, Diagnostic, Fingerprint, Lang, Level};

use crate::input::Input;
use crate::report::totals::{self, Hidden};
use baseline::{Baseline, Entry, Home, Recording};
use since::Since;

/// What may be asked of the gates.
#[derive(Clone, Debug, Default, Args)]
pub struct Gates {
    /// Hide findings that FILE lists; only others are shown and fail.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,

    /// Write all findings to FILE, as known from now on; this run hides them already.
    #[arg(long, value_name = "FILE")]
    pub write_baseline: Option<PathBuf>,

    /// Hide findings that the files had at this commit of git, or where the branch left it.
    #[arg(long, value_name = "GIT-REF")]
    pub since: Option<String>,
}

impl Gates {
    /// Whether findings are compared with anything.
    pub fn any(&self) -> bool {
        self.baseline.is_some() || self.write_baseline.is_some() || self.since.is_some()
    }
}

/// Findings by fingerprint, with the weight they had.
type Known = HashMap<String, Level>;

fn is_known(known: &Known, found: &Diagnostic, print: &Fingerprint) -> bool {
    known.get(&print.hash).is_some_and(|level| *level >= found.level)
}

/// The gates of a check.
pub struct Gate {
    baseline: Option<Baseline>,
    since: Option<Since>,
    recording: Option<Recording>,
    names: totals::Gates,
    troubles: Vec<String>,
}

/// What is left of the findings of a file.
pub struct Sifted<'a> {
    /// What is new.
    pub diagnostics: Cow<'a, [Diagnostic]>,
    /// Their fingerprints.
    pub fingerprints: Vec<Fingerprint>,
    /// What is not.
    pub hidden: Hidden,
    /// What the baselines want to know of the file.
    pub record: Record,
}

/// A file as the baselines see it, after the check.
#[derive(Default)]
pub struct Record {
    /// Its path in the baseline that was read.
    known_as: Option<String>,
    /// Its path in the baseline that is written.
    written_as: Option<String>,
    entries: Vec<Entry>,
}

impl Gate {
    /// Opens the gates that were asked for. One that cannot be opened holds nothing back, and is a trouble.
    pub fn open(asked: &Gates, inputs: &[Input], lang: Lang) -> Self {
        let mut gate = Self {
            baseline: None,
            since: None,
            recording: None,
            names: totals::Gates::default(),
            troubles: Vec::new(),
        };
        let shown = |path: &PathBuf| path.display().to_string();
        if let Some(path) = &asked.baseline {
            // Who rewrites a baseline may begin with none.
            let may_lack = asked.write_baseline.as_ref() == Some(path);
            match Baseline::read(path, may_lack, lang) {
                Ok(baseline) => {
                    gate.baseline = Some(baseline);
                    gate.names.baseline = Some(shown(path));
                }
                Err(why) => gate.troubles.push(why),
            }
        }
        if let Some(path) = &asked.write_baseline {
            match Recording::open(path, lang) {
                Ok(recording) => {
                    gate.recording = Some(recording);
                    gate.names.written = Some(shown(path));
                }
                Err(why) => gate.troubles.push(why),
            }
        }
        if let Some(reference) = &asked.since {
            match Since::open(reference, inputs, lang) {
                Ok(since) => {
                    gate.since = Some(since);
                    gate.names.since = Some(reference.clone());
                }
                Err(why) => gate.troubles.push(why),
            }
        }
        gate
    }

    /// Holds back what is known of a file.
    pub fn sift<'a>(&self, input: &Input, analysis: &'a Analysis, config: &Config) -> Sifted<'a> {
        let all = analysis.diagnostics();
        let prints = analysis.fingerprints();
        let mut hidden = Hidden::default();
        let mut record = Record::default();

        let known_as = self.baseline.as_ref().map(|baseline| baseline.home.key(input));
        let listed = self.baseline.as_ref().zip(known_as.as_deref()).and_then(|(baseline, key)| baseline.of(key));
        if let Some(listed) = listed {
            let there: HashSet<&str> = prints.iter().map(|print| print.hash.as_str()).collect();
            hidden.fixed = listed.keys().filter(|hash| !there.contains(hash.as_str())).count();
        }
        record.known_as = known_as;
        if let Some(recording) = &self.recording {
            let key = recording.home.key(input);
            record.entries = all.iter().zip(&prints).map(|(found, print)| Entry::new(&key, found, print)).collect();
            record.written_as = Some(key);
        }
        let before = self.since.as_ref().and_then(|since| since.before(input, analysis, config));
        if listed.is_none() && before.is_none() && self.recording.is_none() {
            return Sifted { diagnostics: Cow::Borrowed(all), fingerprints: prints, hidden, record };
        }

        let mut diagnostics = Vec::new();
        let mut fingerprints = Vec::new();
        for (found, print) in all.iter().zip(prints) {
            if listed.is_some_and(|listed| is_known(listed, found, &print)) {
                hidden.baseline += 1;
            } else if self.recording.is_some() {
                hidden.written += 1;
            } else if before.as_ref().is_some_and(|before| is_known(before, found, &print)) {
                hidden.since += 1;
            } else {
                diagnostics.push(found.clone());
                fingerprints.push(print);
            }
        }
        Sifted { diagnostics: Cow::Owned(diagnostics), fingerprints, hidden, record }
    }

    /// After the last file: counts what is gone with its file, and writes the new baseline.
    pub fn close(self, records: Vec<Record>, hidden: &mut Hidden) -> Closed {
        let (mut names, mut troubles) = (self.names, self.troubles);
        if let Some(baseline) = &self.baseline {
            let checked = records.iter().filter_map(|record| record.known_as.as_deref()).collect();
            hidden.fixed += baseline.gone(&checked);
        }
        if let Some(recording) = self.recording {
            let mut checked = Vec::new();
            let mut entries = Vec::new();
            for record in records {
                checked.extend(record.written_as);
                entries.extend(record.entries);
            }
            if let Err(why) = recording.finish(&checked, entries) {
                names.written = None;
                troubles.push(why);
            }
        }
        Closed { names, troubles }
    }
}

/// What the gates leave behind.
pub struct Closed {
    /// What held findings back.
    pub names: totals::Gates,
    /// What could not be done.
    pub troubles: Vec<String>,
}

impl Home {
    /// The path of an input in the baseline.
    fn key(&self, input: &Input) -> String {
        self.path_of(&since::location(input))
    }
}
