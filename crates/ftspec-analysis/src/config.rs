//! What a check needs to know beside the text.

use jiff::civil::Date;

use crate::rule::Rule;

/// The settings of a check.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The day of the check. Without it nothing expires and conditions on `date` are unknown.
    pub today: Option<Date>,
}

impl Config {
    /// The value of a rule's option; zero where the rule has no such option.
    pub fn option(&self, rule: &Rule, name: &str) -> i64 {
        let option = rule.options.iter().find(|option| option.name == name);
        debug_assert!(option.is_some(), "{} has no option {name}", rule.name);
        option.map_or(0, |option| option.default)
    }
}
