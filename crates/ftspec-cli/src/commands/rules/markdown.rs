//! `ftspec rules --format markdown`: the documentation of every rule as one page, with a table of contents by family.
//! `docs/rules.md` and `docs/rules.zh.md` are made by it.

use std::fmt::Write;

use ftspec_analysis::rule::RuleOption;
use ftspec_analysis::rules::RULES;
use ftspec_analysis::{Lang, Rule, say};

use super::{family, theme};

/// The page.
pub fn page(lang: Lang) -> String {
    let families = RULES.chunk_by(|one, other| family(one) == family(other));
    let mut text = introduction(lang);
    for rules in families.clone() {
        contents(rules, lang, &mut text);
    }
    for rules in families {
        let _ = writeln!(text, "\n## {}", theme(family(rules[0]), lang));
        for rule in rules {
            entry(rule, lang, &mut text);
        }
    }
    text
}

fn introduction(lang: Lang) -> String {
    let number = RULES.len();
    say!(
        lang,
        "# Rules\n\n\
         [中文](rules.zh.md)\n\n\
         The {number} rules of `ftspec check`, by family. This page is made by `ftspec rules --format markdown`; in the \
         terminal, `ftspec explain NAME` shows one rule.\n\n\
         A rule at **deny** fails the check, one at **warn** asks to be looked at, one at **note** is advice. Where a \
         draft or a proposal has not said something yet, the finding weighs less than it does in an approved plan. The \
         route says what to do instead of tuning, or before it. An example is a part of a spec; what it does not show \
         is in order.\n",
        "# 规则\n\n\
         [English](rules.md)\n\n\
         `ftspec check` 的 {number} 条规则，按类别排列。本页由 `ftspec rules --format markdown --lang zh` 生成；在终端里，\
         `ftspec explain NAME --lang zh` 查看一条规则。\n\n\
         级别为 **deny** 的规则会让检查不通过，**warn** 需要看一看，**note** 是建议。草稿或待审的计划里还没写到的内容，\
         级别会比已批准的计划低。“方向”说明不微调该做什么，或者微调之前该先做什么。例子只是计划的一部分，没有写出来的\
         部分都没有问题。\n"
    )
}

fn contents(rules: &[&Rule], lang: Lang, text: &mut String) {
    let header = lang.pick("rule | level | route | what it flags", "规则 | 级别 | 方向 | 查什么");
    let _ = writeln!(text, "\n**{}**\n\n| {header} |\n|---|---|---|---|", theme(family(rules[0]), lang));
    for rule in rules {
        let (code, name) = (rule.code, rule.name);
        let route = rule.route.map_or("–".to_string(), |route| format!("`{route}`"));
        let summary = cell(rule.docs.page(lang).summary);
        // The place that a heading `### FT404 no-guard` has on a page.
        let place = format!("{}-{name}", code.to_lowercase());
        let _ = writeln!(text, "| [{code} {name}](#{place}) | {} | {route} | {summary} |", rule.level);
    }
}

/// Words that stand in a table.
fn cell(words: &str) -> String {
    words.replace('|', "\\|")
}

fn entry(rule: &Rule, lang: Lang, text: &mut String) {
    let (docs, page) = (&rule.docs, rule.docs.page(lang));
    let (code, name, level) = (rule.code, rule.name, rule.level);
    let _ = writeln!(text, "\n### {code} {name}\n");
    let route = rule.route.map_or(String::new(), |route| {
        let advice = route.advice(lang);
        say!(lang, " · `{route}`: {advice}", " · `{route}`：{advice}")
    });
    let _ = writeln!(text, "**{level}**{route}\n\n{}", page.summary);
    part(lang.pick("Why", "为什么"), page.why, text);
    example(lang.pick("Bad", "反例"), docs.bad, text);
    example(lang.pick("Good", "正例"), docs.good, text);
    part(lang.pick("Instead", "怎么办"), page.instead, text);
    let never = lang.pick("Never: there is always a right way to write it.", "不接受：总有正确的写法。");
    let accept_when = if rule.is_language() { never } else { page.accept_when };
    part(lang.pick("When to accept it", "什么时候可以接受"), accept_when, text);
    options(rule.options, lang, text);
    if !rule.sources.is_empty() {
        let titles: Vec<String> = rule.sources.iter().map(|source| format!("- {}", source.title(lang))).collect();
        part(lang.pick("From", "出处"), &titles.join("\n"), text);
    }
}

fn part(heading: &str, words: &str, text: &mut String) {
    if !words.is_empty() {
        let _ = writeln!(text, "\n**{heading}**\n\n{words}");
    }
}

fn example(heading: &str, example: &str, text: &mut String) {
    let example = example.trim_matches('\n');
    if !example.is_empty() {
        part(heading, &format!("```ftspec\n{example}\n```"), text);
    }
}

fn options(options: &[RuleOption], lang: Lang, text: &mut String) {
    if options.is_empty() {
        return;
    }
    let header =
        lang.pick("option | default | profile `vendor` | what it bounds", "名称 | 默认值 | `vendor` 档位 | 含义");
    let mut table = format!("| {header} |\n|---|---|---|---|");
    for option in options {
        let vendor = option.vendor.map_or("–".to_string(), |vendor| option.show(vendor));
        let (name, default, doc) = (option.name, option.show(option.default), cell(option.doc(lang)));
        let _ = write!(table, "\n| `{name}` | {default} | {vendor} | {doc} |");
    }
    part(lang.pick("Options", "选项"), &table, text);
}
