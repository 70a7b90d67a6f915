//! The verdict: the sum of a check in one word, with its reasons.

use ftspec_schema::Action;

use crate::derived::Derived;
use crate::diagnostic::{Level, Route};
use crate::lang::Lang;
use crate::rule::{Finding, Rule};
use crate::self_check::{self, Answer};
use crate::self_test::SelfTest;

/// What to do with the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VerdictKind {
    /// Nothing is in the way: tuning is a sound next step.
    Ready,
    /// The plan is to be mended first.
    NotReady,
    /// Tuning is the wrong tool.
    DoNotTune,
    /// The rounds have come to their end.
    StopTuning,
    /// The goal is reached.
    Ship,
}

impl VerdictKind {
    /// As it is written in JSON.
    pub fn name(self) -> &'static str {
        match self {
            VerdictKind::Ready => "ready",
            VerdictKind::NotReady => "not_ready",
            VerdictKind::DoNotTune => "do_not_tune",
            VerdictKind::StopTuning => "stop_tuning",
            VerdictKind::Ship => "ship",
        }
    }

    /// What it means, for people.
    pub fn sentence(self, lang: Lang) -> &'static str {
        match self {
            VerdictKind::Ready => lang.pick("tuning is a sound next step", "可以开始微调"),
            VerdictKind::NotReady => lang.pick("mend the plan before you train", "先把计划改好，再训练"),
            VerdictKind::DoNotTune => lang.pick("tuning is the wrong tool for this", "这件事不该靠微调解决"),
            VerdictKind::StopTuning => {
                lang.pick("the stop conditions say: no further round", "停止条件已经触发：不要再训下一轮")
            }
            VerdictKind::Ship => lang.pick("the requirements hold: ship it", "要求全部达到，可以上线"),
        }
    }
}

/// The verdict with its reasons.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The word.
    pub kind: VerdictKind,
    /// The rules that decide it, weightiest first, each once.
    pub reasons: Vec<&'static Rule>,
    /// What to do, in the order of the reasons, each once.
    pub routes: Vec<Route>,
    /// The readiness self-test; none for a file that could not be read.
    pub self_test: Option<SelfTest>,
    /// The five questions before another round; none before the first.
    pub self_check: Option<[Answer; 5]>,
}

/// Rules whose findings say that tuning is the wrong tool.
const WRONG_TOOL: [&str; 8] = ["FT104", "FT109", "FT111", "FT113", "FT201", "FT203", "FT503", "FT504"];
/// Rules whose findings say that it is time to stop.
const PAST_THE_END: [&str; 3] = ["FT709", "FT710", "FT716"];

impl Verdict {
    pub(crate) fn new(derived: &Derived, findings: &[(Level, &Finding)]) -> Self {
        let spec = derived.spec;
        let denied: Vec<&Finding> =
            findings.iter().filter(|(level, _)| *level == Level::Deny).map(|(_, finding)| *finding).collect();
        let broken = denied.iter().any(|finding| finding.rule.is_language());
        let deciding = derived.deciding_arm().and_then(|arm| arm.action);
        let has_rounds = spec.rounds().next().is_some();
        let stopped = has_rounds
            && (deciding.is_some_and(|action| !matches!(action, Action::Continue | Action::Ship))
                || denied.iter().any(|finding| PAST_THE_END.contains(&finding.rule.code)));
        let wrong_tool = denied.iter().any(|finding| WRONG_TOOL.contains(&finding.rule.code));
        let kind = if broken {
            VerdictKind::NotReady
        } else if stopped {
            VerdictKind::StopTuning
        } else if wrong_tool {
            VerdictKind::DoNotTune
        } else if !denied.is_empty() {
            VerdictKind::NotReady
        } else if has_rounds && deciding == Some(Action::Ship) {
            VerdictKind::Ship
        } else {
            VerdictKind::Ready
        };
        let weight = |finding: &Finding| -> u8 {
            let code = finding.rule.code;
            if finding.rule.is_language() {
                0
            } else if PAST_THE_END.contains(&code) {
                1
            } else if WRONG_TOOL.contains(&code) {
                2
            } else {
                3
            }
        };
        let mut ordered = denied;
        ordered.sort_by_key(|finding| (weight(finding), finding.rule.code, finding.span.start));
        let mut reasons: Vec<&'static Rule> = Vec::new();
        let mut routes: Vec<Route> = Vec::new();
        for finding in ordered {
            if !reasons.contains(&finding.rule) {
                reasons.push(finding.rule);
            }
            if let Some(route) = finding.route
                && !routes.contains(&route)
            {
                routes.push(route);
            }
        }
        if kind == VerdictKind::StopTuning && !routes.contains(&Route::StopTuning) {
            routes.insert(0, Route::StopTuning);
        }
        let open: Vec<&'static Rule> =
            findings.iter().filter(|(level, _)| *level >= Level::Warn).map(|(_, finding)| finding.rule).collect();
        let cause = spec.goal().and_then(|goal| goal.cause().given()).map(|cause| cause.value);
        Self {
            kind,
            reasons,
            routes,
            self_test: Some(derived.self_test().clone()),
            self_check: has_rounds.then(|| self_check::self_check(&open, cause)),
        }
    }
}
