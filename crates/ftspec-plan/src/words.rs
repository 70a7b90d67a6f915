//! How words, numbers and conditions of the language read in a document.

use ftspec_analysis::quantity::Quantity;
use ftspec_analysis::spec::{Atom, Comparison, Condition, Direction, Group, Operand, Subject};
use ftspec_analysis::{Lang, say};
use ftspec_schema::{Attribute, Dimension, Word};
use ftspec_syntax::tree::{Operator, ShiftKind};
use rust_decimal::Decimal;

/// A word as people read it.
pub fn word(lang: Lang, word: &Word) -> String {
    lang.word(word).into_owned()
}

/// An attribute as the name of a row.
pub fn attribute(lang: Lang, attribute: &Attribute) -> String {
    lang.attribute(attribute).into_owned()
}

/// `true` and `false` as people read them.
pub fn flag(lang: Lang, value: bool) -> &'static str {
    if value { lang.pick("yes", "是") } else { lang.pick("no", "否") }
}

/// A sentence with a capital letter and a full stop.
pub fn whole(lang: Lang, text: &str) -> String {
    let mut text = text.trim_end_matches(['.', '。']).to_string();
    if let Some(first) = text.chars().next().filter(char::is_ascii_lowercase) {
        text.replace_range(..1, &first.to_ascii_uppercase().to_string());
    }
    text.push_str(lang.pick(".", "。"));
    text
}

/// A narrow blank that does not break.
const THIN: char = '\u{202f}';
/// A blank that does not break.
const FIXED: char = '\u{a0}';

/// A plain number with its thousands set apart: `8 200`, `0.82`.
pub fn number(value: Decimal) -> String {
    let text = value.round_dp(4).normalize().to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("−", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, ""), |(whole, fraction)| (whole, fraction));
    let mut shown = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 && whole.len() > 3 {
            shown.push(THIN);
        }
        shown.push(digit);
    }
    if !fraction.is_empty() {
        shown.push('.');
        shown.push_str(fraction);
    }
    shown
}

/// The number of a quantity in its own unit.
pub fn in_unit(quantity: &Quantity) -> Decimal {
    match quantity.unit {
        Some(unit) => {
            let (times, by) = unit.factor;
            quantity.value.checked_mul(Decimal::from(by)).map_or(quantity.value, |value| value / Decimal::from(times))
        }
        None => quantity.value,
    }
}

/// A quantity as people read it: `90%`, `800 ms`, `400 USD`.
pub fn quantity(lang: Lang, quantity: &Quantity) -> String {
    let Some(unit) = quantity.unit else { return number(quantity.value) };
    let digits = if quantity.dimension() == Dimension::Plain { 2 } else { 4 };
    let figure = number(in_unit(quantity).round_dp(digits));
    match unit.name {
        "%" => format!("{figure}%"),
        name => format!("{figure}{FIXED}{}", unit_name(lang, name)),
    }
}

fn unit_name(lang: Lang, name: &str) -> &str {
    match name {
        "days" => lang.pick("days", "天"),
        "min" => lang.pick("min", "分钟"),
        "h" => lang.pick("h", "小时"),
        "s" => lang.pick("s", "秒"),
        "usd" => lang.pick("USD", "美元"),
        "cny" => lang.pick("CNY", "元"),
        "eur" => lang.pick("EUR", "欧元"),
        "gpu_hours" => lang.pick("GPU hours", "卡时"),
        "words" => lang.pick("words", "词"),
        other => other,
    }
}

/// A difference as people read it: `3 points` of a rate, `40 ms`.
pub fn difference(lang: Lang, amount: &Quantity) -> String {
    if amount.unit.is_some_and(|unit| unit.name == "%") {
        let value = in_unit(amount).round_dp(2).normalize();
        let points = number(value);
        return if value == Decimal::ONE {
            say!(lang, "{points} point", "{points} 个百分点")
        } else {
            say!(lang, "{points} points", "{points} 个百分点")
        };
    }
    quantity(lang, amount)
}

/// A difference with its sign: `+19 points`, `−40 ms`.
pub fn signed(lang: Lang, change: &Quantity) -> String {
    let sign = if change.value < Decimal::ZERO { '−' } else { '+' };
    format!("{sign}{}", difference(lang, &change.with(change.value.abs())))
}

/// A condition in words: "a guard fails", "at least 5 rounds have been run or at least 400 USD was spent".
pub fn condition(lang: Lang, text: &str, condition: &self::Condition) -> String {
    joined(lang, text, condition, false)
}

fn joined(lang: Lang, text: &str, condition: &Condition, inside: bool) -> String {
    let parts = |parts: &[Condition], word: &str| {
        let words = parts.iter().map(|part| joined(lang, text, part, true));
        words.reduce(|before, next| format!("{before}{word}{}", lang.gap(&next))).unwrap_or_default()
    };
    match condition {
        Condition::Atom(atom) => self::atom(lang, text, atom),
        Condition::And(all) => parts(all, lang.pick(" and ", "，并且")),
        Condition::Or(any) => {
            let words = parts(any, lang.pick(" or ", "，或者"));
            if inside { lang.pick(format!("({words})"), format!("（{words}）")) } else { words }
        }
    }
}

fn atom(lang: Lang, text: &str, atom: &Atom) -> String {
    match &atom.kind {
        Subject::AnyFails(Group::Guards) => lang.pick("a guard fails", "有护栏失守").into(),
        Subject::AnyFails(Group::Requirements) => lang.pick("a requirement is not met", "有要求没有达到").into(),
        Subject::AllHold(Group::Guards) => lang.pick("every guard holds", "护栏全部守住").into(),
        Subject::AllHold(Group::Requirements) => lang.pick("every requirement is met", "要求全部达到").into(),
        Subject::Compare { name, comparison } => compared(lang, text, name.of(text), comparison),
        Subject::Trend { name, direction, comparison, window } => {
            let metric = name.of(text);
            let amount = amount(lang, comparison);
            let by = bound(lang, comparison.operator);
            match direction {
                Direction::Gains if *window == 1 => say!(
                    lang,
                    "`{metric}` gained {by} {amount} in the last round",
                    "`{metric}` 最近一轮的提升{by} {amount}"
                ),
                Direction::Gains => say!(
                    lang,
                    "`{metric}` gained {by} {amount} over the last {window} rounds",
                    "`{metric}` 最近 {window} 轮的提升{by} {amount}"
                ),
                Direction::Drops if *window == 1 => say!(
                    lang,
                    "`{metric}` got worse by {by} {amount} in the last round",
                    "`{metric}` 最近一轮的退步{by} {amount}"
                ),
                Direction::Drops => say!(
                    lang,
                    "`{metric}` got worse by {by} {amount} over the last {window} rounds",
                    "`{metric}` 最近 {window} 轮的退步{by} {amount}"
                ),
            }
        }
        Subject::Varies { name, comparison } => {
            let metric = name.of(text);
            let (by, amount) = (bound(lang, comparison.operator), amount(lang, comparison));
            say!(
                lang,
                "`{metric}` differs by {by} {amount} from seed to seed",
                "`{metric}` 在不同随机种子之间的差距{by} {amount}"
            )
        }
    }
}

fn compared(lang: Lang, text: &str, name: &str, comparison: &Comparison) -> String {
    let by = bound(lang, comparison.operator);
    match (name, &comparison.operand) {
        ("rounds", Operand::Number(rounds)) => {
            let count = number(rounds.value);
            match rounds.value == Decimal::ONE {
                true => say!(lang, "{by} 1 round was run", "训练轮数{by} 1 轮"),
                false => say!(lang, "{by} {count} rounds were run", "训练轮数{by} {count} 轮"),
            }
        }
        ("spend", Operand::Number(amount)) => {
            let amount = quantity(lang, amount);
            say!(lang, "the spend is {by} {amount}", "累计花费{by} {amount}")
        }
        ("date", Operand::Date(date)) => match comparison.operator {
            Operator::GreaterEqual => say!(lang, "it is {date} or later", "到了 {date} 或更晚"),
            Operator::Greater => say!(lang, "it is later than {date}", "过了 {date}"),
            Operator::LessEqual => say!(lang, "it is {date} or earlier", "还没过 {date}"),
            Operator::Less => say!(lang, "it is earlier than {date}", "早于 {date}"),
            Operator::Equal => say!(lang, "it is {date}", "正好是 {date}"),
            Operator::NotEqual => say!(lang, "it is not {date}", "不是 {date}"),
        },
        _ => {
            let operand = operand(lang, text, &comparison.operand);
            let gap = lang.gap(&operand);
            say!(lang, "`{name}` is {by} {operand}", "`{name}` {by}{gap}")
        }
    }
}

/// "at least", "less than".
fn bound(lang: Lang, operator: Operator) -> &'static str {
    match operator {
        Operator::GreaterEqual => lang.pick("at least", "不少于"),
        Operator::LessEqual => lang.pick("at most", "不超过"),
        Operator::Greater => lang.pick("more than", "超过"),
        Operator::Less => lang.pick("less than", "小于"),
        Operator::Equal => lang.pick("exactly", "正好等于"),
        Operator::NotEqual => lang.pick("anything but", "不等于"),
    }
}

fn amount(lang: Lang, comparison: &Comparison) -> String {
    match &comparison.operand {
        Operand::Number(amount) => difference(lang, amount),
        Operand::Date(date) => date.to_string(),
        Operand::Baseline { .. } => lang.pick("the baseline", "基线").to_string(),
    }
}

fn operand(lang: Lang, text: &str, operand: &Operand) -> String {
    match operand {
        Operand::Number(value) => quantity(lang, value),
        Operand::Date(date) => date.to_string(),
        Operand::Baseline { name, shift } => {
            let baseline = match name {
                Some(name) => {
                    let name = name.of(text);
                    say!(lang, "what `{name}` reads", "`{name}` 的读数")
                }
                None => lang.pick("what the baseline reads", "基线的读数").to_string(),
            };
            match shift {
                None => baseline,
                Some((ShiftKind::Plus, amount)) => {
                    let amount = difference(lang, amount);
                    say!(lang, "{baseline} plus {amount}", "{baseline}加 {amount}")
                }
                Some((ShiftKind::Minus, amount)) => {
                    let amount = difference(lang, amount);
                    say!(lang, "{baseline} less {amount}", "{baseline}减 {amount}")
                }
                Some((ShiftKind::Times, amount)) => {
                    let amount = number(amount.value);
                    say!(lang, "{baseline} times {amount}", "{baseline}的 {amount} 倍")
                }
            }
        }
    }
}
