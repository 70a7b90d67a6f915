//! What counts in the end, value by value, and where each comes from.

use ftspec_schema::Enumerated;

use super::problem::Place;
use super::{Profile, Settings};
use crate::rule::Rule;
use crate::rules::RULES;

/// What can be set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Key {
    Profile,
    LeastStatus,
    Level(&'static Rule),
    Option(&'static Rule, &'static str),
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// The profile says so.
    Profile(Profile),
    /// A file says so.
    File(Place),
}

/// One value that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective {
    /// As it is written in `ftspec.toml`: `rules.no-guard.level`.
    pub key: String,
    /// The value as a person writes it.
    pub value: String,
    /// Where it comes from.
    pub origin: Origin,
}

impl Settings {
    /// Every value that counts, in the order of the reference.
    pub fn effective(&self) -> Vec<Effective> {
        let mut values = Vec::new();
        let mut put = |key: String, value: String, origin: Origin| values.push(Effective { key, value, origin });
        put("profile".into(), self.profile.name().into(), self.origin(Key::Profile));
        if let Some(status) = self.least_status {
            put("least_status".into(), status.word().name.into(), self.origin(Key::LeastStatus));
        }
        for rule in RULES {
            let setting = self.rules.of(rule);
            let set = setting.and_then(|setting| setting.level);
            let level = set.map_or(rule.level.name(), |level| level.name());
            let origin = match self.origin(Key::Level(rule)) {
                Origin::Default if set.is_some() => Origin::Profile(self.profile),
                origin => origin,
            };
            put(format!("rules.{}.level", rule.name), level.into(), origin);
            for option in rule.options {
                let set = setting.and_then(|setting| setting.options.iter().find(|(name, _)| *name == option.name));
                let value = option.show(set.map_or(option.default, |(_, value)| *value));
                let origin = match self.origin(Key::Option(rule, option.name)) {
                    Origin::Default if set.is_some() => Origin::Profile(self.profile),
                    origin => origin,
                };
                put(format!("rules.{}.{}", rule.name, option.name), value, origin);
            }
        }
        for (glob, place) in &self.exclude {
            put("files.exclude".into(), glob.clone(), Origin::File(place.clone()));
        }
        for (label, phrase, place) in &self.phrases {
            put(format!("lexicon.{}", label.name()), phrase.clone(), Origin::File(place.clone()));
        }
        values
    }

    fn origin(&self, key: Key) -> Origin {
        self.place_of(&key).map_or(Origin::Default, |place| Origin::File(place.clone()))
    }
}
