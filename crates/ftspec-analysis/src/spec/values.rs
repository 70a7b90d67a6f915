//! Values: what stands behind a colon, checked against what the schema expects there.

use ftspec_schema::{Attribute, Dimension, Type, UNITS};
use ftspec_syntax::tree::{Scalar, ScalarKind, Value};
use ftspec_syntax::{Edit, Span, text};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::diagnostic::Applicability;
use crate::lang::say;
use crate::language::Reporter;
use crate::quantity::{NumberError, Quantity};
use crate::rules::{SYNTAX, UNKNOWN_WORD, WRONG_TYPE};
use crate::suggest::{self, Candidate};

/// One value.
#[derive(Clone, Copy, Debug)]
pub struct Element {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub data: Data,
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Data {
    /// A string; its text is in the source.
    Text,
    /// The index of a word in the vocabulary that is expected there.
    Word(u8),
    /// A name; its text is in the source.
    Name,
    /// A number or quantity.
    Number(Quantity),
    /// A measured value with its error margin.
    Measured(Quantity, Quantity),
    /// `true` or `false`
    Bool(bool),
    /// A day.
    Date(Date),
}

/// Checks a value and puts its elements behind the others. False where it does not fit, which has been reported.
pub(crate) fn check(
    reporter: &mut Reporter<'_>,
    attribute: &'static Attribute,
    value: &Value,
    elements: &mut Vec<Element>,
) -> bool {
    let many = attribute.many;
    match value {
        Value::Missing(_) => false, // the syntax error speaks
        Value::Scalar(scalar) => check_scalar(reporter, attribute, scalar, elements),
        Value::List(list) => {
            let words = matches!(attribute.ty, Type::Word(_));
            // Two kinds of goal are answered by `multi-goal`, which sees them all.
            let judged_by_rule = words && attribute.name == "kind";
            if !many && !judged_by_rule && list.elements.len() > 1 {
                let (lang, name) = (reporter.lang, attribute.name);
                let message = say!(lang, "`{name}` takes one value, not a list", "`{name}` 只能写一个值，不能写列表");
                let label = reporter.expected(attribute.ty);
                reporter.wrong(&WRONG_TYPE, list.span, message).label(label);
                return false;
            }
            let mut fits = true;
            for scalar in &list.elements {
                fits &= check_scalar(reporter, attribute, scalar, elements);
            }
            fits
        }
    }
}

fn check_scalar(
    reporter: &mut Reporter<'_>,
    attribute: &'static Attribute,
    scalar: &Scalar,
    elements: &mut Vec<Element>,
) -> bool {
    match scalar_data(reporter, attribute.name, attribute.ty, scalar) {
        Some(Data::Text) if text::cook(scalar.value.of(reporter.text)).trim().is_empty() => true, // counts as missing
        Some(data) => {
            elements.push(Element { span: scalar.span(), data });
            true
        }
        None => false,
    }
}

/// Checks one value against a type. None where it does not fit, which has been reported.
pub(crate) fn scalar_data(reporter: &mut Reporter<'_>, name: &str, ty: Type, scalar: &Scalar) -> Option<Data> {
    let (source, lang) = (reporter.text, reporter.lang);
    let written = scalar.value.of(source);
    if let (Some(margin), false) = (scalar.margin, matches!(ty, Type::Reading | Type::Any)) {
        reporter
            .wrong(&WRONG_TYPE, margin, say!(lang, "`{name}` takes no error margin", "`{name}` 不能带误差范围"))
            .label(
                lang.pick(
                    "a margin belongs to a measured value in `readings`",
                    "误差范围只写在 `readings` 的测量值后面",
                ),
            );
        return None;
    }
    match (ty, scalar.kind) {
        (Type::Text, ScalarKind::String | ScalarKind::Unquoted) => {
            if scalar.kind == ScalarKind::String {
                reporter.check_escapes(scalar.value);
            }
            Some(Data::Text)
        }
        (Type::Any, ScalarKind::String | ScalarKind::Unquoted) => Some(Data::Text),
        (Type::Text, _) => {
            reporter
                .wrong(
                    &WRONG_TYPE,
                    scalar.span(),
                    say!(lang, "`{name}` takes text in quotes", "`{name}` 的值要用引号括起来"),
                )
                .label(lang.pick("no quotes around it", "没有加引号"))
                .fix(
                    lang.pick("put it in quotes", "加上引号"),
                    Applicability::Safe,
                    vec![Edit::replace(scalar.span(), text::quote(scalar.span().of(source)))],
                );
            None
        }
        (Type::Any, ScalarKind::Word) if matches!(written, "true" | "false") => Some(Data::Bool(written == "true")),
        (Type::Any, ScalarKind::Word) | (Type::Name | Type::Ref(_), ScalarKind::Word) => Some(Data::Name),
        (Type::Bool, ScalarKind::Word) if matches!(written, "true" | "false") => Some(Data::Bool(written == "true")),
        (Type::Bool, ScalarKind::Word | ScalarKind::String) => {
            let meant = match text::cook(written).to_lowercase().as_str() {
                "yes" | "y" | "on" | "true" | "是" | "有" => Some("true"),
                "no" | "n" | "off" | "false" | "否" | "不" | "没有" | "无" => Some("false"),
                _ => None,
            };
            let message = say!(lang, "`{name}` is `true` or `false`", "`{name}` 只能是 `true` 或 `false`");
            let report = reporter.wrong(&WRONG_TYPE, scalar.value, message);
            match meant {
                Some(meant) => {
                    report.label(say!(lang, "did you mean `{meant}`?", "是不是想写 `{meant}`？")).fix(
                        say!(lang, "write `{meant}`", "写成 `{meant}`"),
                        Applicability::Safe,
                        vec![Edit::replace(scalar.value, meant)],
                    );
                }
                None => {
                    report.label(lang.pick("neither of them", "两个都不是"));
                }
            }
            None
        }
        (Type::Word(set), ScalarKind::Word | ScalarKind::String | ScalarKind::Unquoted) => {
            let set = set();
            let plain = text::cook(written);
            if scalar.kind == ScalarKind::Word
                && let Some(index) = set.position(written)
            {
                return Some(Data::Word(index as u8));
            }
            let words = set.words.iter().map(|word| Candidate { name: word.name, aliases: word.aliases });
            let near = suggest::nearest(&plain, words);
            if scalar.kind == ScalarKind::String && set.position(&plain).is_some() {
                let bare = say!(lang, "`{name}` takes a word without quotes", "`{name}` 的值不加引号");
                reporter.wrong(&WRONG_TYPE, scalar.value, bare).label(say!(lang, "write {plain}", "写成 {plain}")).fix(
                    lang.pick("take the quotes off", "去掉引号"),
                    Applicability::Safe,
                    vec![Edit::replace(scalar.value, plain.as_ref())],
                );
                return None;
            }
            let known = lang.listed(set.words.iter().map(|word| word.name));
            let (written, title) = (shorten(&plain), lang.title(set));
            let message = say!(lang, "`{written}` is no {title}", "没有 `{written}` 这种{title}");
            let report = reporter
                .wrong(&UNKNOWN_WORD, scalar.value, message)
                .label(lang.pick("not a word that stands here", "这里没有这个词"))
                .help(say!(lang, "`{name}` is one of {known}", "`{name}` 可选的词有 {known}"));
            Reporter::replace_name(lang, report, scalar.value, near);
            None
        }
        (Type::Name | Type::Ref(_), ScalarKind::String) => {
            let inner = text::cook(written);
            let bare = say!(lang, "`{name}` takes a name without quotes", "`{name}` 的值要写不加引号的名字");
            let report = reporter.wrong(&WRONG_TYPE, scalar.value, bare).label(lang.pick("a string", "这是字符串"));
            if text::is_name(&inner) {
                report.fix(
                    lang.pick("take the quotes off", "去掉引号"),
                    Applicability::Safe,
                    vec![Edit::replace(scalar.value, inner.as_ref())],
                );
            }
            None
        }
        (Type::Date | Type::Any, ScalarKind::Date) => reporter.date(scalar.value).map(Data::Date),
        (_, ScalarKind::Number) => number(reporter, name, ty, scalar),
        _ => {
            let (message, label) = (reporter.takes(name, ty), reporter.expected(ty));
            reporter.wrong(&WRONG_TYPE, scalar.span(), message).label(label);
            None
        }
    }
}

fn number(reporter: &mut Reporter<'_>, name: &str, ty: Type, scalar: &Scalar) -> Option<Data> {
    let lang = reporter.lang;
    let quantity = reporter.quantity(scalar.value)?;
    let plain = quantity.dimension() == Dimension::Plain;
    let unitless = quantity.unit.is_none();
    let zero = Decimal::ZERO;
    let fits = match ty {
        Type::Count => unitless && quantity.value.is_integer() && quantity.value >= zero,
        Type::Number => unitless && quantity.value >= zero,
        Type::Integer => unitless && quantity.value.is_integer(),
        Type::Share => {
            let fits = plain && quantity.value >= zero && quantity.value <= Decimal::ONE;
            if plain && !fits && quantity.value > zero {
                let percent = format!("{}%", scalar.value.of(reporter.text));
                let message = say!(
                    lang,
                    "`{name}` is a share of the whole, and {quantity} is more than all of it",
                    "`{name}` 是占整体的比例，{quantity} 超过了全部"
                );
                let label = reporter.expected(ty);
                let report = reporter.wrong(&WRONG_TYPE, scalar.value, message).label(label);
                if unitless && quantity.value <= Decimal::ONE_HUNDRED {
                    report.fix(
                        say!(lang, "write {percent}", "写成 {percent}"),
                        Applicability::Unsafe,
                        vec![Edit::replace(scalar.value, percent)],
                    );
                }
                return None;
            }
            fits
        }
        Type::Agreement => plain && quantity.value.abs() <= Decimal::ONE,
        Type::Quantity(dimension) => quantity.dimension() == dimension && quantity.value >= zero,
        Type::Spend => matches!(quantity.dimension(), Dimension::Money | Dimension::GpuHours) && quantity.value >= zero,
        Type::Scale | Type::Reading | Type::Any => true,
        Type::Text | Type::Bool | Type::Date | Type::Word(_) | Type::Ref(_) | Type::Name => false,
    };
    if !fits {
        let (message, label) = (reporter.takes(name, ty), why_not(reporter, ty, &quantity));
        reporter.wrong(&WRONG_TYPE, scalar.value, message).label(label);
        return None;
    }
    match scalar.margin {
        Some(margin) => {
            let margin = reporter.quantity(margin)?;
            Some(Data::Measured(quantity, margin))
        }
        None => Some(Data::Number(quantity)),
    }
}

/// Why a number does not fit its type.
fn why_not(reporter: &Reporter<'_>, ty: Type, quantity: &Quantity) -> String {
    let lang = reporter.lang;
    match (ty, quantity.unit) {
        (Type::Count, Some(unit)) => {
            let unit = unit.name;
            say!(lang, "a count has no unit, not even `{unit}`", "计数不带单位，`{unit}` 也不行")
        }
        (Type::Count, None) if !quantity.value.is_integer() => {
            say!(lang, "a count is a whole number", "计数必须是整数")
        }
        (Type::Count, None) => say!(lang, "a count cannot be negative", "计数不能是负数"),
        (Type::Number, _) => say!(lang, "a number of zero or more, without unit", "应为不小于 0、不带单位的数"),
        (Type::Integer, _) => say!(lang, "a whole number, without unit", "应为不带单位的整数"),
        _ => reporter.expected(ty),
    }
}

impl Reporter<'_> {
    /// "expected a share between 0% and 100%": a label.
    fn expected(&self, ty: Type) -> String {
        let lang = self.lang;
        let expected = lang.gap(&lang.expected(ty));
        say!(lang, "expected {expected}", "应为{expected}")
    }

    /// "`boundary` takes a share between 0% and 100%": a headline.
    fn takes(&self, name: &str, ty: Type) -> String {
        let lang = self.lang;
        let expected = lang.gap(&lang.expected(ty));
        say!(lang, "`{name}` takes {expected}", "`{name}` 的值应为{expected}")
    }

    /// Reads a number with its unit, or reports why it cannot be read.
    pub(crate) fn quantity(&mut self, span: Span) -> Option<Quantity> {
        let lang = self.lang;
        match Quantity::parse(span.of(self.text)) {
            Ok(quantity) => Some(quantity),
            Err(NumberError::TooLong) => {
                let message = lang
                    .pick("this number has more digits than can be counted exactly", "这个数的位数太多，无法精确计算");
                self.wrong(&WRONG_TYPE, span, message).label(lang.pick("at most 28 digits", "最多 28 位"));
                None
            }
            Err(NumberError::UnknownUnit(unit)) => {
                let units = UNITS.iter().map(|unit| Candidate { name: unit.name, aliases: unit.aliases });
                let near = suggest::nearest(&unit, units);
                let start = span.end.saturating_sub(unit.len() as u32).max(span.start);
                let written = shorten(&unit);
                let units = lang.listed(UNITS.iter().map(|unit| unit.name));
                let report = self
                    .wrong(&WRONG_TYPE, span, say!(lang, "`{written}` is no unit", "没有 `{written}` 这个单位"))
                    .label(lang.pick("not a unit of the language", "不认识的单位"))
                    .help(say!(lang, "the units are {units}", "可用的单位有 {units}"));
                Self::replace_name(lang, report, Span::new(start, span.end), near);
                None
            }
        }
    }

    /// Reads a day, or reports that it does not exist.
    pub(crate) fn date(&mut self, span: Span) -> Option<Date> {
        let (written, lang) = (span.of(self.text), self.lang);
        let mut parts = written.split('-').map(|part| part.parse::<i16>().unwrap_or(0));
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        match Date::new(year, month as i8, day as i8) {
            Ok(date) if date.to_string() == written => Some(date),
            Ok(date) => {
                let write = say!(lang, "write {date}", "写成 {date}");
                let message = lang.pick("a date has two digits for month and day", "日期的月和日都要写两位数");
                self.wrong(&WRONG_TYPE, span, message).label(write.as_str()).fix(
                    write,
                    Applicability::Safe,
                    vec![Edit::replace(span, date.to_string())],
                );
                Some(date)
            }
            Err(_) => {
                let days = Date::new(year, month as i8, 1).map(|first| first.days_in_month());
                let label = match days {
                    Ok(days) => say!(lang, "this month has {days} days", "这个月只有 {days} 天"),
                    Err(_) => {
                        say!(lang, "expected year-month-day, such as 2026-11-02", "应为年-月-日，例如 2026-11-02")
                    }
                };
                let message = say!(lang, "{written} is no day of the calendar", "日历上没有 {written} 这一天");
                self.wrong(&WRONG_TYPE, span, message).label(label);
                None
            }
        }
    }

    /// Reports escapes that the language does not know.
    pub(crate) fn check_escapes(&mut self, string: Span) {
        for bad in text::bad_escapes(string.of(self.text)) {
            let span = Span::new(string.start + bad.span.start, string.start + bad.span.end);
            let (written, lang) = (span.of(self.text), self.lang);
            let doubled = format!("\\{written}");
            self.wrong(&SYNTAX, span, say!(lang, "`{written}` is no escape", "`{written}` 不是转义符"))
                .label(lang.pick("not known in strings", "字符串里没有这种写法"))
                .help(lang.pick(
                    "the escapes are `\\n`, `\\t`, `\\\"`, `\\\\` and `\\u{1F600}`; write `\\\\` for a backslash",
                    "转义符有 `\\n`、`\\t`、`\\\"`、`\\\\` 和 `\\u{1F600}`；反斜杠写成 `\\\\`",
                ))
                .fix(
                    lang.pick("write a backslash", "写成反斜杠"),
                    Applicability::Unsafe,
                    vec![Edit::replace(span, doubled)],
                );
        }
    }
}

/// A word cut to a bearable length for a message.
pub(crate) fn shorten(word: &str) -> String {
    let word = word.trim();
    if word.chars().count() <= 40 {
        return word.to_string();
    }
    word.chars().take(39).chain(['…']).collect()
}
