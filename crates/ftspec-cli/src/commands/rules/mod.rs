//! `ftspec rules`: every rule in one list.

mod markdown;

use std::fmt::Write;

use ftspec_analysis::rules::RULES;
use ftspec_analysis::{Lang, Rule, say};
use serde::Serialize;

use crate::args::{Rules, RulesFormat};
use crate::lang::flag;
use crate::output::{Ink, Outcome, Output, Paint};
use crate::report::human::ink;

/// Runs the command.
pub fn run(asked: &Rules, paint: Paint, out: &mut Output) -> Result<Outcome, String> {
    out.write(&match asked.format {
        RulesFormat::Table => table(paint),
        RulesFormat::Json => json(paint.lang)?,
        RulesFormat::Markdown => markdown::page(paint.lang),
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
        if hundred != family(rule) {
            hundred = family(rule);
            let gap = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{gap}{}", paint.ink(Ink::Strong, theme(hundred, paint.lang)));
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
    let (number, lang) = (RULES.len(), paint.lang);
    let hint = flag(lang);
    text.push_str(&say!(
        lang,
        "\n{number} rules; `ftspec explain NAME{hint}` tells what one flags, why, and what to do\n",
        "\n共 {number} 条规则；`ftspec explain NAME{hint}` 说明一条规则查什么、为什么、怎么办\n"
    ));
    text
}

/// The family of a rule: `FT4` of `FT404`.
fn family(rule: &Rule) -> &'static str {
    &rule.code[..3]
}

/// What the rules of a family are about.
fn theme(family: &str, lang: Lang) -> &'static str {
    match family {
        "FT0" => lang.pick("The language: what cannot be read as it is written", "语言：写法不对，读不懂"),
        "FT1" => lang.pick(
            "The goal: is tuning the right tool, and for which one behaviour",
            "目标：这件事该不该微调，要改的是哪一个行为",
        ),
        "FT2" => lang.pick("Knowledge: where the facts come from", "知识：事实从哪里来"),
        "FT3" => lang.pick("Data: what teaches, and what judges", "数据：用什么来教，用什么来考"),
        "FT4" => lang.pick("Evaluation: how better and worse are told apart", "评测：怎么分辨变好和变差"),
        "FT5" => lang.pick("Risk: what can go wrong, and what catches it", "风险：会出什么事，由什么兜住"),
        "FT6" => lang.pick("Method: how it is trained", "方法：怎么训练"),
        "FT7" => lang.pick("Stopping: when, and what then", "停止：什么时候停，停了之后做什么"),
        _ => lang.pick("Others", "其他"),
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

fn json(lang: Lang) -> Result<String, String> {
    let rules = RULES.iter().map(|rule| Entry {
        code: rule.code,
        name: rule.name,
        level: rule.level.name(),
        route: rule.route.map(|route| route.name()),
        summary: rule.docs.page(lang).summary,
        acceptable: !rule.is_language(),
        options: rule
            .options
            .iter()
            .map(|option| OptionEntry {
                name: option.name,
                default: option.show(option.default),
                doc: option.doc(lang),
            })
            .collect(),
        sources: rule.sources.iter().map(|source| source.title(lang)).collect(),
    });
    let catalogue = Catalogue { version: 1, rules: rules.collect() };
    serde_json::to_string_pretty(&catalogue).map(|text| text + "\n").map_err(|error| error.to_string())
}
