//! What a check needs to know beside the text.

use std::sync::Arc;

use ftspec_prose::Lexicon;
use ftspec_schema::Status;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::diagnostic::Level;
use crate::lang::Lang;
use crate::rule::Rule;

/// The settings of a check.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The day of the check. Without it nothing expires and conditions on `date` are unknown.
    pub today: Option<Date>,
    /// The language of messages and help.
    pub lang: Lang,
    /// Every spec counts as having come at least this far.
    pub least_status: Option<Status>,
    /// Levels and thresholds that differ from the catalogue, by rule.
    pub rules: RuleSettings,
    /// What prose is read with, where a team has phrases of its own.
    pub lexicon: Option<Arc<Lexicon>>,
}

/// What is set for rules, in no order; a rule stands in it once.
#[derive(Clone, Debug, Default)]
pub struct RuleSettings(Vec<(&'static Rule, Setting)>);

/// What is set for one rule.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Setting {
    /// The level of its findings, whatever the spec's status and risk.
    pub level: Option<SetLevel>,
    /// Values of its options.
    pub options: Vec<(&'static str, Decimal)>,
}

/// A level that a configuration can give to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SetLevel {
    /// Not judged.
    Allow,
    /// Advice.
    Note,
    /// To be looked at.
    Warn,
    /// Fails the check.
    Deny,
    /// Fails the check and cannot be accepted.
    Forbid,
}

impl SetLevel {
    /// All of them, from silent to strict.
    pub const ALL: [SetLevel; 5] = [SetLevel::Allow, SetLevel::Note, SetLevel::Warn, SetLevel::Deny, SetLevel::Forbid];

    /// As it is written in `ftspec.toml`.
    pub fn name(self) -> &'static str {
        match self {
            SetLevel::Allow => "allow",
            SetLevel::Note => "note",
            SetLevel::Warn => "warn",
            SetLevel::Deny => "deny",
            SetLevel::Forbid => "forbid",
        }
    }

    /// The level of findings; none where they are not told.
    pub fn level(self) -> Option<Level> {
        match self {
            SetLevel::Allow => None,
            SetLevel::Note => Some(Level::Note),
            SetLevel::Warn => Some(Level::Warn),
            SetLevel::Deny | SetLevel::Forbid => Some(Level::Deny),
        }
    }
}

impl RuleSettings {
    /// What is set for a rule.
    pub fn of(&self, rule: &Rule) -> Option<&Setting> {
        self.0.iter().find(|(set, _)| *set == rule).map(|(_, setting)| setting)
    }

    /// What is set for a rule, to be changed.
    pub fn entry(&mut self, rule: &'static Rule) -> &mut Setting {
        let at = self.0.iter().position(|(set, _)| *set == rule).unwrap_or_else(|| {
            self.0.push((rule, Setting::default()));
            self.0.len() - 1
        });
        &mut self.0[at].1
    }

    /// The rules for which something is set.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Rule, &Setting)> {
        self.0.iter().map(|(rule, setting)| (*rule, setting))
    }
}

impl Config {
    /// The value of a rule's option; zero where the rule has no such option.
    pub fn option(&self, rule: &Rule, name: &str) -> Decimal {
        let set = self.rules.of(rule).and_then(|set| set.options.iter().find(|(option, _)| *option == name));
        if let Some((_, value)) = set {
            return *value;
        }
        let option = rule.options.iter().find(|option| option.name == name);
        debug_assert!(option.is_some(), "{} has no option {name}", rule.name);
        option.map_or(Decimal::ZERO, |option| option.default)
    }

    /// The level that is set for a rule.
    pub fn level(&self, rule: &Rule) -> Option<SetLevel> {
        self.rules.of(rule)?.level
    }

    /// What prose is read with.
    pub fn lexicon(&self) -> &Lexicon {
        self.lexicon.as_deref().unwrap_or_else(|| Lexicon::built_in())
    }
}
