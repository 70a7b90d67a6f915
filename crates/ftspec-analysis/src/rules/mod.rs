//! The rules, one file each, and the plain list of them.
//!
//! `FT0xx` are the language's own: most of them are found while the spec is built, and their files hold what they are
//! called and how they are explained. All others judge a spec. To add a rule, write its file and name it here twice.

mod accept_without_reason;
mod bad_edition;
mod baseline_below_chance;
mod behavior_without_example;
mod cherry_picked;
mod duplicate;
mod empty_requirement;
mod endless_tuning;
mod evaluation;
mod expired_accept;
mod figures;
mod forbidden_accept;
mod guard_below_baseline;
mod high_risk_without_fallback;
mod idle_metric;
mod implication;
mod judge_of_its_own_kin;
mod knowledge_injection;
mod misplaced;
mod missing_field;
pub mod missing_goal;
mod missing_knowledge_source;
mod missing_risk_tier;
mod model_families;
mod multi_goal;
mod no_adversarial_examples;
mod no_baseline_reading;
mod no_boundary;
mod no_business_review;
mod no_eval_plan;
mod no_guard;
mod no_observation;
mod no_requirement;
mod no_risk_probe;
mod no_stop_condition;
mod no_target_behavior;
mod no_training_data;
mod prompt_is_enough;
mod prompt_not_tried;
mod proxy_metrics_only;
mod single_seed;
mod style_only_eval;
pub mod syntax;
mod test_too_small;
mod too_deep;
mod too_few_examples;
mod train_as_test;
mod uncovered_behavior;
mod understated_risk;
mod unknown_name;
mod unknown_word;
mod unreachable_arm;
pub mod unreadable;
mod unused_accept;
mod value_range;
mod wrong_type;

use crate::rule::Rule;

pub(crate) use duplicate::RULE as DUPLICATE;
pub(crate) use expired_accept::RULE as EXPIRED_ACCEPT;
pub(crate) use forbidden_accept::RULE as FORBIDDEN_ACCEPT;
pub(crate) use misplaced::RULE as MISPLACED;
pub(crate) use missing_field::RULE as MISSING_FIELD;
pub(crate) use syntax::RULE as SYNTAX;
pub(crate) use too_deep::RULE as TOO_DEEP;
pub(crate) use unknown_word::RULE as UNKNOWN_WORD;
pub(crate) use unused_accept::RULE as UNUSED_ACCEPT;
pub(crate) use wrong_type::RULE as WRONG_TYPE;

/// Every rule, in the order of their codes.
pub static RULES: &[&Rule] = &[
    &syntax::RULE,
    &unknown_word::RULE,
    &wrong_type::RULE,
    &missing_field::RULE,
    &duplicate::RULE,
    &unknown_name::RULE,
    &misplaced::RULE,
    &bad_edition::RULE,
    &unused_accept::RULE,
    &expired_accept::RULE,
    &forbidden_accept::RULE,
    &too_deep::RULE,
    &unreadable::RULE,
    &accept_without_reason::RULE,
    &multi_goal::RULE,
    &missing_goal::RULE,
    &no_target_behavior::RULE,
    &no_boundary::RULE,
    &prompt_not_tried::RULE,
    &prompt_is_enough::RULE,
    &behavior_without_example::RULE,
    &no_observation::RULE,
    &knowledge_injection::RULE,
    &missing_knowledge_source::RULE,
    &no_training_data::RULE,
    &too_few_examples::RULE,
    &no_adversarial_examples::RULE,
    &train_as_test::RULE,
    &no_eval_plan::RULE,
    &proxy_metrics_only::RULE,
    &no_requirement::RULE,
    &no_guard::RULE,
    &no_baseline_reading::RULE,
    &single_seed::RULE,
    &cherry_picked::RULE,
    &style_only_eval::RULE,
    &no_risk_probe::RULE,
    &uncovered_behavior::RULE,
    &no_business_review::RULE,
    &empty_requirement::RULE,
    &idle_metric::RULE,
    &guard_below_baseline::RULE,
    &test_too_small::RULE,
    &judge_of_its_own_kin::RULE,
    &baseline_below_chance::RULE,
    &missing_risk_tier::RULE,
    &high_risk_without_fallback::RULE,
    &understated_risk::RULE,
    &no_stop_condition::RULE,
    &endless_tuning::RULE,
    &unreachable_arm::RULE,
];

/// Rules that run after levels and acceptance, and are given the findings that stay open. Nothing reads theirs.
pub(crate) static SECOND: &[&Rule] = &[];

/// The rule of a code or name, whatever the case of its letters, `_` for `-` allowed.
pub fn find(name: &str) -> Option<&'static Rule> {
    let matches = |rule: &Rule| {
        rule.code.eq_ignore_ascii_case(name)
            || rule.name.len() == name.len()
                && rule.name.bytes().zip(name.bytes()).all(|(a, b)| a == b || a == b'-' && b == b'_')
    };
    RULES.iter().copied().find(|rule| matches(rule))
}
