//! How loud a finding is: what a young spec has not said yet weighs less than what it says wrongly.

use ftspec_schema::{Exposure, Status, Tier};

use crate::diagnostic::Level;
use crate::rule::{Finding, Softened, WhileYoung};
use crate::spec::Spec;

/// What of a spec decides about levels.
#[derive(Clone, Copy)]
pub(crate) struct Circumstances {
    pub status: Status,
    pub tier: Option<Tier>,
    pub exposure: Exposure,
}

impl Circumstances {
    pub fn of(spec: &Spec) -> Self {
        let risk = spec.risk();
        Self {
            status: spec.status(),
            tier: risk.and_then(|risk| risk.tier().given()).map(|tier| tier.value),
            exposure: risk.map_or(Exposure::Public, |risk| risk.exposure()),
        }
    }

    /// The level of a finding here; none where it is not to be told yet.
    pub fn level(&self, finding: &Finding) -> Option<Level> {
        let level = if finding.unsaid { self.unsaid(finding)? } else { finding.level };
        Some(match finding.rule.softened {
            Softened::AtTierLow if self.tier == Some(Tier::Low) => Level::Note,
            Softened::InResearch if self.exposure == Exposure::Research => level.min(Level::Warn),
            _ => level,
        })
    }

    fn unsaid(&self, finding: &Finding) -> Option<Level> {
        let own = finding.level;
        let young = match self.status {
            // A project that was dropped is past its plan; it is judged like one that has none yet.
            Status::Draft | Status::Dropped => Age::Draft,
            Status::Proposed => Age::Proposed,
            _ => Age::Approved,
        };
        use WhileYoung::*;
        match (finding.rule.while_young, young) {
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

enum Age {
    Draft,
    Proposed,
    Approved,
}
