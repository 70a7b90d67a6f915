//! The questions, in the order in which a team should be asked them.
//!
//! The five articles behind the rules ask them: which one behaviour should change, what was tried with prompts, does
//! the model need to know something or to find it, what teaches it, how is it judged, what can go wrong, when to stop.

mod end;
mod facts;
mod goal;
mod judging;
mod task;

use crate::question::Question;

/// The answer that nothing was tried, which is no word of the language: the draft has no baseline then.
pub const NOTHING: &str = "nothing";

/// Every question, in order.
pub static QUESTIONS: [&Question; 28] = [
    &goal::TITLE,
    &goal::KIND,
    &goal::TODAY,
    &goal::TARGET,
    &goal::CAUSE,
    &task::TASK,
    &task::INPUT,
    &task::OUTPUT,
    &task::DEPLOYMENT,
    &task::MUST,
    &task::NEVER,
    &task::TRIED,
    &task::ATTEMPTS,
    &task::SHORTFALL,
    &facts::SOURCE,
    &facts::CHANGES,
    &facts::EXAMPLES,
    &facts::FILE,
    &facts::QUALITY,
    &facts::TESTS,
    &judging::JUDGE,
    &judging::BAR,
    &end::TIER,
    &end::DOMAIN,
    &end::WORST_CASE,
    &end::CATCHER,
    &end::ROUNDS,
    &end::OWNER,
];
