//! The rules, one file each, and the plain list of them.
//!
//! `FT0xx` are the language's own: most of them are found while the spec is built, and their files hold what they are
//! called and how they are explained. All others judge a spec. To add a rule, write its file and name it here twice.

mod accept_without_reason;
mod aimless_round;
mod answers_without_evidence;
mod bad_edition;
mod baseline_below_chance;
mod behavior_without_example;
mod capability_goal;
mod cherry_picked;
mod chunks_not_self_contained;
mod conflict_unhandled;
mod course;
mod data_not_seen;
mod dominant_pattern;
mod duplicate;
mod duplicates;
mod empty_requirement;
mod endless_tuning;
mod evaluation;
mod examples_unstated;
mod expired_accept;
mod facts;
mod figures;
mod forbidden_accept;
mod format_without_few_shot;
mod freeze_risk_unknown;
mod full_tuning_on_little;
mod general_chat;
mod guard_below_baseline;
mod high_risk_without_fallback;
mod idle_metric;
mod implication;
mod judge_of_its_own_kin;
mod knob_for_data;
mod knob_for_refusal;
mod knobs;
mod knowledge_injection;
mod latency_unplanned;
mod loss_down_risk_up;
mod low_agreement;
mod low_diversity;
mod misplaced;
mod missing_field;
pub mod missing_goal;
mod missing_knowledge_source;
mod missing_risk_tier;
mod mixed_sources;
mod model_decides_escalation;
mod model_families;
mod multi_goal;
mod no_adversarial_examples;
mod no_baseline_reading;
mod no_boundary;
mod no_boundary_examples;
mod no_business_review;
mod no_eval_plan;
mod no_guard;
mod no_guard_stop;
mod no_human_handoff;
mod no_labeling_guide;
mod no_method;
mod no_observation;
mod no_requirement;
mod no_risk_probe;
mod no_rollback;
mod no_stop_condition;
mod no_target_behavior;
mod no_training_data;
mod no_worst_case;
mod outcome_against_readings;
mod past_stop;
mod personal_data;
mod phrases;
mod plateau;
mod preference_stage_without_pairs;
mod prompt_barely_tried;
mod prompt_is_enough;
mod prompt_not_tried;
mod promptable_task;
mod proxy_metrics_only;
mod retrieval_unplanned;
mod risk_without_benefit;
mod rule_in_weights;
mod signs;
mod single_seed;
mod stakes;
mod style_only_eval;
mod style_up_judgement_flat;
pub mod syntax;
mod test_too_small;
mod thin_data;
mod too_deep;
mod too_few_examples;
mod too_many_behaviors;
mod too_many_knobs;
mod top_k_too_large;
mod trading_problems;
mod train_as_test;
mod training;
mod turning_knobs_on_a_system_problem;
mod unclear_mapping;
mod uncovered_behavior;
mod understated_risk;
mod unknown_cause;
mod unknown_name;
mod unknown_word;
mod unmeasured_round;
mod unreachable_arm;
pub mod unreadable;
mod unreviewed_data;
mod unstable_results;
mod unused_accept;
mod vague_goal;
mod value_range;
mod volatile_knowledge;
mod weak_case;
mod wishes;
mod wording;
mod worse_than_baseline;
mod wrong_layer;
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
    &vague_goal::RULE,
    &capability_goal::RULE,
    &no_target_behavior::RULE,
    &no_boundary::RULE,
    &prompt_not_tried::RULE,
    &prompt_barely_tried::RULE,
    &prompt_is_enough::RULE,
    &promptable_task::RULE,
    &general_chat::RULE,
    &format_without_few_shot::RULE,
    &wrong_layer::RULE,
    &unknown_cause::RULE,
    &unclear_mapping::RULE,
    &latency_unplanned::RULE,
    &weak_case::RULE,
    &too_many_behaviors::RULE,
    &behavior_without_example::RULE,
    &no_observation::RULE,
    &knowledge_injection::RULE,
    &missing_knowledge_source::RULE,
    &volatile_knowledge::RULE,
    &retrieval_unplanned::RULE,
    &top_k_too_large::RULE,
    &conflict_unhandled::RULE,
    &chunks_not_self_contained::RULE,
    &answers_without_evidence::RULE,
    &no_training_data::RULE,
    &too_few_examples::RULE,
    &thin_data::RULE,
    &no_labeling_guide::RULE,
    &low_agreement::RULE,
    &mixed_sources::RULE,
    &dominant_pattern::RULE,
    &no_boundary_examples::RULE,
    &no_adversarial_examples::RULE,
    &low_diversity::RULE,
    &unreviewed_data::RULE,
    &train_as_test::RULE,
    &examples_unstated::RULE,
    &personal_data::RULE,
    &duplicates::RULE,
    &data_not_seen::RULE,
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
    &rule_in_weights::RULE,
    &model_decides_escalation::RULE,
    &understated_risk::RULE,
    &no_human_handoff::RULE,
    &freeze_risk_unknown::RULE,
    &risk_without_benefit::RULE,
    &no_rollback::RULE,
    &no_worst_case::RULE,
    &no_method::RULE,
    &full_tuning_on_little::RULE,
    &knob_for_refusal::RULE,
    &knob_for_data::RULE,
    &preference_stage_without_pairs::RULE,
    &no_stop_condition::RULE,
    &no_guard_stop::RULE,
    &endless_tuning::RULE,
    &unreachable_arm::RULE,
    &aimless_round::RULE,
    &too_many_knobs::RULE,
    &unstable_results::RULE,
    &style_up_judgement_flat::RULE,
    &loss_down_risk_up::RULE,
    &past_stop::RULE,
    &trading_problems::RULE,
    &plateau::RULE,
    &turning_knobs_on_a_system_problem::RULE,
    &unmeasured_round::RULE,
    &outcome_against_readings::RULE,
    &worse_than_baseline::RULE,
];

/// Rules that run after levels and acceptance, and are given the findings that stay open. Nothing reads theirs.
pub(crate) static SECOND: &[&Rule] = &[&knob_for_data::RULE, &turning_knobs_on_a_system_problem::RULE];

/// The rule of a code or name, whatever the case of its letters, `_` for `-` allowed.
pub fn find(name: &str) -> Option<&'static Rule> {
    let matches = |rule: &Rule| {
        rule.code.eq_ignore_ascii_case(name)
            || rule.name.len() == name.len()
                && rule.name.bytes().zip(name.bytes()).all(|(a, b)| a == b || a == b'-' && b == b'_')
    };
    RULES.iter().copied().find(|rule| matches(rule))
}
