//! `[rules]`: levels and thresholds by the name or code of a rule.

use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::file::{File, Reader, in_order, shorten};
use super::problem::Place;
use crate::config::SetLevel;
use crate::diagnostic::Level;
use crate::lang::say;
use crate::rule::{OptionUnit, Rule, RuleOption};
use crate::rules::{self, RULES};
use crate::suggest::nearest_name;

/// Whether a configuration can set the level of a rule: errors of the language are no matter of taste.
pub(super) fn can_be_set(rule: &Rule) -> bool {
    !rule.is_language() || rule.level != Level::Deny
}

/// Reads the table into a file.
pub(super) fn read(table: &DeTable, file: &mut File, reader: &mut Reader) {
    let mut seen: Vec<(&'static Rule, Place)> = Vec::new();
    let lang = reader.lang();
    for (key, value) in in_order(table) {
        let place = reader.place(key);
        let Some(rule) = rules::find(key.get_ref()) else {
            unknown_rule(key, reader);
            continue;
        };
        let (code, name) = (rule.code, rule.name);
        if let Some((_, first)) = seen.iter().find(|(known, _)| *known == rule) {
            reader
                .problems
                .add(
                    place,
                    say!(
                        lang,
                        "{code} and {name} are one rule, and it is set twice",
                        "{code} 和 {name} 是同一条规则，却设置了两次"
                    ),
                )
                .label(say!(lang, "set again here", "在这里又设了一次"))
                .also(Some(first.clone()), say!(lang, "set first here", "第一次设置在这里"))
                .help(say!(lang, "keep the line that is meant", "保留你真正想要的那一行"));
            continue;
        }
        seen.push((rule, place.clone()));
        if !can_be_set(rule) {
            reader
                .problems
                .add(place, say!(lang, "{code} {name} cannot be set", "{code} {name} 不能设置"))
                .label(say!(lang, "an error of the language", "属于语言本身的错误"))
                .help(say!(
                    lang,
                    "what is written wrongly is read wrongly by everyone; take the line out",
                    "写错的内容谁读都是错的；请删掉这一行"
                ));
            continue;
        }
        match value.get_ref() {
            DeValue::Table(settings) => {
                for (key, value) in in_order(settings) {
                    if key.get_ref() == "level" {
                        level(rule, value, file, reader);
                    } else {
                        option(rule, key, value, file, reader);
                    }
                }
            }
            _ => level(rule, value, file, reader),
        }
    }
}

fn unknown_rule(key: &Spanned<DeString>, reader: &mut Reader) {
    let (place, lang) = (reader.place(key), reader.lang());
    let written = shorten(key.get_ref());
    let names = RULES.iter().flat_map(|rule| [rule.name, rule.code]);
    let report = reader.problems.add(place, say!(lang, "there is no rule `{written}`", "没有 `{written}` 这条规则"));
    let report = match nearest_name(key.get_ref(), names) {
        Some(near) => report.label(say!(lang, "did you mean `{near}`?", "是不是想写 `{near}`？")),
        None => report.label(say!(lang, "neither a name nor a code", "既不是规则名，也不是编号")),
    };
    report.help(say!(lang, "`ftspec rules` lists them all", "`ftspec rules` 会列出全部规则"));
}

fn level(rule: &'static Rule, value: &Spanned<DeValue>, file: &mut File, reader: &mut Reader) {
    let words = SetLevel::ALL.into_iter().map(|level| (level.name(), level));
    if let Some(level) = reader.word(value, rule.name, words) {
        let place = reader.place(value);
        file.levels.push((rule, level, place));
    }
}

fn option(
    rule: &'static Rule,
    key: &Spanned<DeString>,
    value: &Spanned<DeValue>,
    file: &mut File,
    reader: &mut Reader,
) {
    let lang = reader.lang();
    let Some(option) = rule.options.iter().find(|option| option.name == key.get_ref().as_ref()) else {
        let names: Vec<&str> = ["level"].into_iter().chain(rule.options.iter().map(|option| option.name)).collect();
        let (place, written, name) = (reader.place(key), shorten(key.get_ref()), rule.name);
        let report = reader
            .problems
            .add(place, say!(lang, "`{name}` has no option `{written}`", "`{name}` 没有 `{written}` 这个选项"));
        let known = lang.listed(names.iter().copied());
        let report = match nearest_name(key.get_ref(), names.iter().copied()) {
            Some(near) => report.label(say!(lang, "did you mean `{near}`?", "是不是想写 `{near}`？")),
            None => report.label(say!(lang, "not known", "未知的选项")),
        };
        report.help(say!(lang, "it takes {known}", "可以设置：{known}"));
        return;
    };
    match figure(option, value.get_ref()) {
        Some(figure) => {
            let place = reader.place(value);
            file.options.push((rule, option.name, figure, place));
        }
        None => {
            let what = match option.unit {
                OptionUnit::Count => say!(lang, "a whole number of at least 0", "不小于 0 的整数"),
                OptionUnit::Share => say!(
                    lang,
                    "a share between 0 and 1, or a text such as \"40%\"",
                    "0 到 1 之间的比例，或 \"40%\" 这样的文字"
                ),
                OptionUnit::Plain => say!(lang, "a number of at least 0", "不小于 0 的数"),
            };
            reader.expected(value, option.name, what);
        }
    }
}

/// The figure that a value gives to an option.
fn figure(option: &RuleOption, value: &DeValue) -> Option<Decimal> {
    let plain = |written: &str| written.replace('_', "").trim_start_matches('+').parse::<Decimal>().ok();
    let figure = match value {
        DeValue::Integer(number) if number.radix() == 10 => plain(number.as_str())?,
        DeValue::Float(number) => plain(number.as_str()).or_else(|| Decimal::from_scientific(number.as_str()).ok())?,
        DeValue::String(text) => plain(text.trim().strip_suffix('%')?.trim_end())?.checked_div(Decimal::ONE_HUNDRED)?,
        _ => return None,
    };
    let fits = match option.unit {
        OptionUnit::Count => figure.fract().is_zero() && !matches!(value, DeValue::String(_)),
        OptionUnit::Share => figure <= Decimal::ONE,
        OptionUnit::Plain => true,
    };
    (fits && !figure.is_sign_negative()).then(|| figure.normalize())
}
