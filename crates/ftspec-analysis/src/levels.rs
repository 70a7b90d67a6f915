//! How loud a finding is: what a young spec has not said yet weighs less than what it says wrongly.

use ftspec_schema::{Exposure, Status, Tier};

use crate::config::Config;
use crate::diagnostic::Level;
use crate::rule::{Finding, Softened, WhileYoung};
use crate::spec::Spec;

/// What of a spec decides about levels.
#[derive(Clone, Copy)]
pub(crate) struct Circumstances<'c> {
    pub config: &'c Config,
    pub status: Status,
    pub tier: Option<Tier>,
    pub exposure: Exposure,
}

impl<'c> Circumstances<'c> {
    pub fn of(spec: &Spec, config: &'c Config) -> Self {
        let risk = spec.risk();
        Self {
            config,
            status: at_least(spec.status(), config.least_status),
            tier: risk.and_then(|risk| risk.tier().given()).map(|tier| tier.value),
            exposure: risk.map_or(Exposure::Public, |risk| risk.exposure()),
        }
    }

    /// The level of a finding here; none where it is not to be told yet.
    pub fn level(&self, finding: &Finding) -> Option<Level> {
        // What a team has set counts as written, whatever the status and the risk.
        if let Some(set) = self.config.level(finding.rule) {
            return set.level();
        }
        let level = if finding.unsaid {
            self.unsaid(finding)?
        } else if finding.prose_alone {
            // Reading prose can err: it fails a check only where people have had the time to look.
            if matches!(self.age(), Age::Approved) { Level::Deny } else { Level::Warn }
        } else {
            finding.level
        };
        Some(match finding.rule.softened {
            Softened::AtTierLow if self.tier == Some(Tier::Low) => Level::Note,
            Softened::InResearch if self.exposure == Exposure::Research => level.min(Level::Warn),
            _ => level,
        })
    }

    fn age(&self) -> Age {
        match self.status {
            // A project that was dropped is past its plan; it is judged like one that has none yet.
            Status::Draft | Status::Dropped => Age::Draft,
            Status::Proposed => Age::Proposed,
            _ => Age::Approved,
        }
    }

    fn unsaid(&self, finding: &Finding) -> Option<Level> {
        let own = finding.level;
        use WhileYoung::*;
        match (finding.rule.while_young, self.age()) {
            (Later, Age::Draft) => None,
            (Later, Age::Proposed) => Some(Level::Note),
            (_, Age::Approved) => Some(own),
            (Foundation, Age::Draft) => Some(own.min(Level::Warn)),
            (Needed | Usual, Age::Draft) => Some(Level::Note),
            (Foundation | Needed, Age::Proposed) => Some(own),
            (Usual, Age::Proposed) => Some(own.min(Level::Warn)),
        }
    }
}

/// The status, or the least one where that is further on. What was dropped stays dropped.
fn at_least(status: Status, least: Option<Status>) -> Status {
    match least {
        Some(least) if status != Status::Dropped && least > status => least,
        _ => status,
    }
}

enum Age {
    Draft,
    Proposed,
    Approved,
}
