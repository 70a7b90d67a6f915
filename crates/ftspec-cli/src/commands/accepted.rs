//! `ftspec check --list-accepted`: every finding that the team lives with, why, by whose word and until when.

use std::fmt::Write;

use ftspec_analysis::{Analysis, Config, Diagnostic, Lang, Rule, rules, say};
use ftspec_syntax::{LineIndex, Span};
use serde::Serialize;

use super::check::Job;
use super::{counted, nothing_found};
use crate::args::{Check, Format};
use crate::configs::Configs;
use crate::input::{self, Input};
use crate::output::{Ink, Outcome, Output, Paint, complain};
use crate::parallel;
use crate::report::json;
use crate::report::visible::one_line;
use crate::wrap::{columns, wrap};

/// The width of the list; reasons are broken there.
const WIDTH: usize = 100;

/// How it stands with an accepted finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    InForce,
    Expired,
    Unused,
    Forbidden,
    NoSuchRule,
}

impl State {
    const ALL: [Self; 5] = [Self::InForce, Self::Expired, Self::Unused, Self::Forbidden, Self::NoSuchRule];

    /// As it is written in JSON.
    fn name(self) -> &'static str {
        match self {
            Self::InForce => "in_force",
            Self::Expired => "expired",
            Self::Unused => "unused",
            Self::Forbidden => "forbidden",
            Self::NoSuchRule => "no_such_rule",
        }
    }

    /// For people.
    fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::InForce => lang.pick("in force", "生效中"),
            Self::Expired => lang.pick("expired", "已过期"),
            Self::Unused => lang.pick("unused", "用不上"),
            Self::Forbidden => lang.pick("forbidden", "不允许"),
            Self::NoSuchRule => lang.pick("no such rule", "规则不存在"),
        }
    }

    fn ink(self) -> Ink {
        match self {
            Self::InForce => Ink::Good,
            Self::Unused => Ink::Warn,
            Self::Expired | Self::Forbidden | Self::NoSuchRule => Ink::Deny,
        }
    }
}

/// An `accept` block.
#[derive(Serialize)]
struct Accepted {
    path: String,
    line: u32,
    /// `null` where there is no such rule.
    code: Option<&'static str>,
    /// As the spec writes it.
    name: String,
    because: Option<String>,
    by: Option<String>,
    until: Option<String>,
    #[serde(serialize_with = "by_name")]
    state: State,
}

fn by_name<S: serde::Serializer>(state: &State, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(state.name())
}

/// Runs the listing.
pub fn run(asked: &Check, jobs: &[Job], configs: &Configs, paint: Paint, out: &mut Output) -> Result<Outcome, String> {
    if !matches!(asked.format, Format::Human | Format::Short | Format::Json) {
        return Err(say!(
            paint.lang,
            "`--list-accepted` is written as human, short or json: choose one with `--format`",
            "`--list-accepted` 只能写成 human、short 或 json：请用 `--format` 选一种"
        ));
    }
    let mut list = Vec::new();
    let mut unreadable = Vec::new();
    parallel::in_order(
        jobs,
        |job| read(job.input, configs.config(job.settings)),
        |found| match found {
            Ok(found) => list.extend(found),
            Err(why) => unreadable.push(why),
        },
    );
    out.write(&match asked.format {
        Format::Json => format!("{{\"version\":1,\"accepted\":{}}}\n", json::text(&list)),
        Format::Short => list.iter().map(|one| lead(one, 0, 0, paint) + &details(one)).collect(),
        _ => table(&list, jobs.len() - unreadable.len(), paint),
    });
    out.flush();
    if jobs.is_empty() {
        complain(&nothing_found(&asked.paths, paint.lang));
    }
    unreadable.iter().for_each(|why| complain(why));
    Ok(if jobs.is_empty() || !unreadable.is_empty() { Outcome::Failed } else { Outcome::Fine })
}

fn read(input: &Input, config: &Config) -> Result<Vec<Accepted>, String> {
    let text = input::read(input).map_err(|why| {
        let (name, why) = (&input.name, why.message(config.lang));
        say!(config.lang, "{name}: {why}", "{name}：{why}")
    })?;
    let analysis = Analysis::new(&text, config);
    let index = LineIndex::new(&text);
    let accepted = analysis.spec().accepts().map(|accept| {
        let node = accept.node();
        let rule = node.label().and_then(|label| rules::find(label.value));
        Accepted {
            path: input.name.clone(),
            line: index.line(node.keyword().start),
            code: rule.map(|rule| rule.code),
            name: rule.map_or(node.name(), |rule| rule.name).to_string(),
            because: node.text("because").given().map(|because| because.value.into_owned()),
            by: node.text("by").given().map(|by| by.value.into_owned()),
            until: node.date("until").given().map(|until| until.value.to_string()),
            state: state(node.span(), node.label().map(|label| label.span), rule, analysis.diagnostics()),
        }
    });
    Ok(accepted.collect())
}

/// What the check says of the block: it is the one that judges.
fn state(block: Span, label: Option<Span>, rule: Option<&Rule>, found: &[Diagnostic]) -> State {
    let says = |name: &str, span: Option<Span>| {
        let within = |span: Span| block.start <= span.start && span.end <= block.end;
        found.iter().any(|found| found.rule.name == name && span.map_or(within(found.span), |span| found.span == span))
    };
    match rule {
        None => State::NoSuchRule,
        Some(_) if says("forbidden-accept", label) => State::Forbidden,
        Some(_) if says("expired-accept", None) => State::Expired,
        Some(_) if says("unused-accept", label) => State::Unused,
        Some(_) => State::InForce,
    }
}

/// Place, rule and state, as columns.
fn lead(one: &Accepted, places: usize, rules: usize, paint: Paint) -> String {
    let place = place(one);
    let rule = rule(one);
    let pad = |text: &str, to: usize| " ".repeat(to.saturating_sub(columns(text)));
    format!(
        "{}{}  {}{}  {}",
        paint.ink(Ink::Strong, &place),
        pad(&place, places),
        rule,
        pad(&rule, rules),
        paint.ink(one.state.ink(), one.state.words(paint.lang))
    )
}

fn place(one: &Accepted) -> String {
    format!("{}:{}", one_line(&one.path), one.line)
}

fn rule(one: &Accepted) -> String {
    let name = if one.name.is_empty() { "–" } else { &one.name };
    match one.code {
        Some(code) => format!("{code} {}", one_line(name)),
        None => one_line(name).into_owned(),
    }
}

/// The day, the name and the reason, where they are given.
fn details(one: &Accepted) -> String {
    let mut text = String::new();
    for (what, value) in [("until", &one.until), ("by", &one.by), ("because", &one.because)] {
        if let Some(value) = value {
            let _ = write!(text, ", {what}: {}", one_line(value));
        }
    }
    text + "\n"
}

fn table(list: &[Accepted], files: usize, paint: Paint) -> String {
    let (mut text, lang) = (String::new(), paint.lang);
    let places = list.iter().map(|one| columns(&place(one))).max().unwrap_or(0);
    let rules = list.iter().map(|one| columns(&rule(one))).max().unwrap_or(0);
    let states = list.iter().map(|one| columns(one.state.words(lang))).max().unwrap_or(0);
    for one in list {
        text.push_str(&lead(one, places, rules, paint));
        let gap = " ".repeat(states - columns(one.state.words(lang)));
        // Both are equally wide.
        let until = match &one.until {
            Some(until) => say!(lang, "until {until}", "{until} 为止"),
            None => lang.pick("no last day     ", "没有期限       ").to_string(),
        };
        let by = one_line(one.by.as_deref().unwrap_or(lang.pick("nobody's word", "没写是谁定的")));
        let _ = writeln!(text, "{gap}  {until}  {by}");
        let because = one.because.as_deref().unwrap_or(lang.pick("no reason given", "没有写理由"));
        for line in wrap(&one_line(because), WIDTH - 4) {
            let _ = writeln!(text, "    {}", paint.ink(Ink::Faint, line));
        }
    }
    if !list.is_empty() {
        text.push('\n');
    }
    let counts: Vec<String> = State::ALL
        .into_iter()
        .map(|state| (state, list.iter().filter(|one| one.state == state).count()))
        .filter(|(_, number)| *number > 0)
        .map(|(state, number)| {
            let words = state.words(lang);
            say!(lang, "{number} {words}", "{number} 条{words}")
        })
        .collect();
    let counts = match counts.as_slice() {
        [] => lang.pick("nothing is accepted", "没有接受任何问题").to_string(),
        some => some.join(lang.pick(", ", "，")),
    };
    if files > 0 {
        let specs = counted(files, "spec");
        let specs = paint.ink(Ink::Strong, say!(lang, "{specs}", "{files} 份计划"));
        let _ = writeln!(text, "{specs}{}{counts}", lang.pick(": ", "："));
    }
    text
}
