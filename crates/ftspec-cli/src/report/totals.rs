//! What a whole check adds up to: findings by level and by rule, and those that were kept back.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use ftspec_analysis::{Applicability, Diagnostic, Level};
use serde::Serialize;

use super::Counts;

/// The sum of a check.
#[derive(Default)]
pub struct Totals {
    /// Findings that are shown, by level.
    pub counts: Counts,
    /// Findings that are shown, by rule; none where nobody asked.
    pub statistics: Option<Statistics>,
    /// Findings that are not shown.
    pub hidden: Hidden,
    /// What they are measured against, for the words of the summary.
    pub gates: Gates,
    /// Whether a part of the job could not be done.
    pub failed: bool,
    /// Findings that were mended before the check, and in how many specs.
    pub mended: (usize, usize),
}

/// What decides whether a finding is new.
#[derive(Clone, Default)]
pub struct Gates {
    /// The baseline that was read, as on the command line.
    pub baseline: Option<String>,
    /// The commit that was compared with, as on the command line.
    pub since: Option<String>,
    /// The baseline that was written, as on the command line.
    pub written: Option<String>,
}

impl Gates {
    /// Whether anything may be kept back.
    pub fn any(&self) -> bool {
        self.baseline.is_some() || self.since.is_some() || self.written.is_some()
    }
}

/// Findings that are kept back, each counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Hidden {
    /// In the baseline.
    pub baseline: usize,
    /// In the older version of the file.
    pub since: usize,
    /// Written to a new baseline.
    pub written: usize,
    /// In the baseline, and gone since.
    pub fixed: usize,
}

impl AddAssign for Hidden {
    fn add_assign(&mut self, other: Self) {
        self.baseline += other.baseline;
        self.since += other.since;
        self.written += other.written;
        self.fixed += other.fixed;
    }
}

/// Findings by rule.
#[derive(Default)]
pub struct Statistics {
    rows: BTreeMap<(&'static str, Level), Row>,
}

/// How often a rule speaks at a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The level of these findings.
    #[serde(serialize_with = "by_name")]
    pub level: Level,
    /// How many there are.
    pub number: usize,
    /// How many of them have a safe fix.
    pub fixable: usize,
}

fn by_name<S: serde::Serializer>(level: &Level, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(level.name())
}

impl Statistics {
    /// Counts findings.
    pub fn of(found: &[Diagnostic]) -> Self {
        let mut statistics = Self::default();
        for Diagnostic { rule, level, fixes, .. } in found {
            let new = Row { code: rule.code, name: rule.name, level: *level, number: 0, fixable: 0 };
            let row = statistics.rows.entry((rule.code, *level)).or_insert(new);
            row.number += 1;
            row.fixable += usize::from(fixes.iter().any(|fix| fix.applicability == Applicability::Safe));
        }
        statistics
    }

    /// The most frequent first, then by code, then the heavier first.
    pub fn sorted(&self) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self.rows.values().collect();
        rows.sort_by(|a, b| (b.number, a.code, b.level).cmp(&(a.number, b.code, a.level)));
        rows
    }
}

impl AddAssign for Statistics {
    fn add_assign(&mut self, other: Self) {
        for (key, row) in other.rows {
            let mine = self.rows.entry(key).or_insert(Row { number: 0, fixable: 0, ..row.clone() });
            mine.number += row.number;
            mine.fixable += row.fixable;
        }
    }
}
