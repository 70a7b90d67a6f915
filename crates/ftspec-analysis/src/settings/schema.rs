//! The JSON Schema of `ftspec.toml`, made from the rules and their options, for editors that complete TOML.

use std::fmt::Write;

use ftspec_schema::Enumerated;

use super::file::lexicon_labels;
use super::rules_table::can_be_set;
use super::{Profile, statuses};
use crate::config::SetLevel;
use crate::rule::{OptionUnit, Rule, RuleOption};
use crate::rules::RULES;

/// The schema as JSON text.
pub fn schema() -> String {
    let mut rules = String::new();
    let mut names = Vec::new();
    for rule in RULES.iter().filter(|rule| can_be_set(rule)) {
        let definition = rule_schema(rule);
        for key in [rule.name, rule.code] {
            names.push(format!("        {}: {definition}", quote(key)));
        }
    }
    rules.push_str(&names.join(",\n"));
    let levels = list(SetLevel::ALL.iter().map(|level| level.name()));
    let profiles = list(Profile::ALL.iter().map(|profile| profile.name()));
    let statuses = list(statuses().map(|status| status.word().name));
    let phrases: Vec<String> = lexicon_labels()
        .map(|label| format!("        {}: {{ \"$ref\": \"#/$defs/texts\" }}", quote(label.name())))
        .collect();
    let phrases = phrases.join(",\n");
    format!(
        r##"{{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "ftspec.toml",
  "description": "What a team sets for the specs of a folder.",
  "type": "object",
  "additionalProperties": false,
  "properties": {{
    "extends": {{ "type": "string", "description": "Another configuration that this one builds on; the path counts from this file." }},
    "profile": {{ "enum": [{profiles}], "default": "articles", "description": "A set of thresholds: those of the articles behind the rules, or what vendors of hosted tuning ask for." }},
    "least_status": {{ "enum": [{statuses}], "description": "Every spec is judged as having come at least this far." }},
    "rules": {{
      "type": "object",
      "description": "Levels and thresholds, by the name or code of a rule.",
      "additionalProperties": false,
      "properties": {{
{rules}
      }}
    }},
    "files": {{
      "type": "object",
      "additionalProperties": false,
      "properties": {{
        "exclude": {{ "$ref": "#/$defs/texts", "description": "Globs of specs that are left out when a folder is walked; they count from this file." }}
      }}
    }},
    "lexicon": {{
      "type": "object",
      "description": "Phrases of your own, beside those that prose is read with.",
      "additionalProperties": false,
      "properties": {{
{phrases}
      }}
    }}
  }},
  "$defs": {{
    "level": {{ "enum": [{levels}], "description": "allow: not judged; note: advice; warn: to be looked at; deny: fails the check; forbid: deny, and cannot be accepted." }},
    "count": {{ "type": "integer", "minimum": 0 }},
    "share": {{ "oneOf": [{{ "type": "number", "minimum": 0, "maximum": 1 }}, {{ "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)? *%$" }}] }},
    "plain": {{ "type": "number", "minimum": 0 }},
    "texts": {{ "oneOf": [{{ "type": "string" }}, {{ "type": "array", "items": {{ "type": "string" }} }}] }}
  }}
}}
"##
    )
}

fn rule_schema(rule: &Rule) -> String {
    let mut properties = r##""level": { "$ref": "#/$defs/level" }"##.to_string();
    for option in rule.options {
        // Writing to a string cannot fail.
        let _ = write!(properties, ", {}: {}", quote(option.name), option_schema(option));
    }
    format!(
        r##"{{ "description": {}, "oneOf": [{{ "$ref": "#/$defs/level" }}, {{ "type": "object", "additionalProperties": false, "properties": {{ {properties} }} }}] }}"##,
        quote(rule.docs.en.summary)
    )
}

fn option_schema(option: &RuleOption) -> String {
    let unit = match option.unit {
        OptionUnit::Count => "count",
        OptionUnit::Share => "share",
        OptionUnit::Plain => "plain",
    };
    let doc = format!("{}; {} by default", option.en, option.show(option.default));
    format!(r##"{{ "$ref": "#/$defs/{unit}", "description": {} }}"##, quote(&doc))
}

fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(quote).collect::<Vec<_>>().join(", ")
}

/// A JSON string.
fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", c as u32);
            }
            c => quoted.push(c),
        }
    }
    quoted + "\""
}
