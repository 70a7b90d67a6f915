//! `ftspec rules`: every rule in one list.

use std::fmt::Write;

use ftspec_analysis::Rule;
use ftspec_analysis::rules::RULES;
use serde::Serialize;

use crate::args::{Rules, RulesFormat};
use crate::output::{Ink, Outcome, Output, Paint};
use crate::report::human::ink;

/// Runs the command.
pub fn run(asked: &Rules, paint: Paint, out: &mut Output) -> Result<Outcome, String> {
    out.write(&match asked.format {
        RulesFormat::Table => table(paint),
        RulesFormat::Json => json()?,
        RulesFormat::Markdown => markdown(),
    });
    Ok(Outcome::Fine)
}

fn route(rule: &Rule) -> &'static str {
    rule.route.map_or("", |route| route.name())
}

fn table(paint: Paint) -> String {
    let names = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let routes = RULES.iter().map(|rule| route(rule).len()).max().unwrap_or(0);
    let mut text = String::new();
    let mut hundred = "";
    for rule in RULES {
        // The first digit of the code is what a rule is about.
        if hundred != &rule.code[..3] {
            hundred = &rule.code[..3];
            let gap = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{gap}{}", paint.ink(Ink::Strong, theme(hundred)));
        }
        let level = format!("{:4}", rule.level.name());
        let line = format!(
            "  {}  {:names$}  {}  {}",
            rule.code,
            rule.name,
            paint.ink(ink(rule.level), level),
            paint.ink(Ink::Faint, format_args!("{:routes$}", route(rule))),
        );
        text.push_str(line.trim_end());
        text.push('\n');
    }
    let _ = writeln!(text, "\n{} rules; `ftspec explain NAME` tells what one flags, why, and what to do", RULES.len());
    text
}

/// What the rules of a hundred are about.
fn theme(hundred: &str) -> &'static str {
    match hundred {
        "FT0" => "The language: what cannot be read as it is written",
        "FT1" => "The goal: is tuning the right tool, and for which one behaviour",
        "FT2" => "Knowledge: where the facts come from",
        "FT3" => "Data: what teaches, and what judges",
        "FT4" => "Evaluation: how better and worse are told apart",
        "FT5" => "Risk: what can go wrong, and what catches it",
        "FT6" => "Method: how it is trained",
        "FT7" => "Stopping: when, and what then",
        _ => "Others",
    }
}

#[derive(Serialize)]
struct Catalogue {
    version: u32,
    rules: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    code: &'static str,
    name: &'static str,
    level: &'static str,
    route: Option<&'static str>,
    summary: &'static str,
    acceptable: bool,
    options: Vec<OptionEntry>,
    sources: Vec<&'static str>,
}

#[derive(Serialize)]
struct OptionEntry {
    name: &'static str,
    default: String,
    doc: &'static str,
}

fn json() -> Result<String, String> {
    let rules = RULES.iter().map(|rule| Entry {
        code: rule.code,
        name: rule.name,
        level: rule.level.name(),
        route: rule.route.map(|route| route.name()),
        summary: rule.docs.en.summary,
        acceptable: !rule.is_language(),
        options: rule
            .options
            .iter()
            .map(|option| OptionEntry { name: option.name, default: option.show(option.default), doc: option.en })
            .collect(),
        sources: rule.sources.iter().map(|source| source.title()).collect(),
    });
    let catalogue = Catalogue { version: 1, rules: rules.collect() };
    serde_json::to_string_pretty(&catalogue).map(|text| text + "\n").map_err(|error| error.to_string())
}

fn markdown() -> String {
    let mut text = String::from("| code | name | level | route | what it flags |\n|---|---|---|---|---|\n");
    for rule in RULES {
        let summary = rule.docs.en.summary.replace('|', "\\|");
        let route = rule.route.map_or("–".to_string(), |route| format!("`{route}`"));
        let _ = writeln!(text, "| {} | `{}` | {} | {route} | {summary} |", rule.code, rule.name, rule.level);
    }
    text
}
