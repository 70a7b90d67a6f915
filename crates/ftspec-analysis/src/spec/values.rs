//! Values: what stands behind a colon, checked against what the schema expects there.

use ftspec_schema::{Attribute, Dimension, Type, UNITS};
use ftspec_syntax::tree::{Scalar, ScalarKind, Value};
use ftspec_syntax::{Edit, Span, text};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::diagnostic::Applicability;
use crate::language::Reporter;
use crate::quantity::{NumberError, Quantity};
use crate::suggest::{self, Candidate, listed};

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
                reporter
                    .wrong(
                        &crate::rules::WRONG_TYPE,
                        list.span,
                        format!("`{}` takes one value, not a list", attribute.name),
                    )
                    .label(format!("expected {}", attribute.ty.expected()));
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
    let source = reporter.text;
    let written = scalar.value.of(source);
    if let (Some(margin), false) = (scalar.margin, matches!(ty, Type::Reading | Type::Any)) {
        reporter
            .wrong(&crate::rules::WRONG_TYPE, margin, format!("`{name}` takes no error margin"))
            .label("a margin belongs to a measured value in `readings`");
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
                .wrong(&crate::rules::WRONG_TYPE, scalar.span(), format!("`{name}` takes text in quotes"))
                .label("no quotes around it")
                .fix(
                    "put it in quotes",
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
            let mut report =
                reporter.wrong(&crate::rules::WRONG_TYPE, scalar.value, format!("`{name}` is `true` or `false`"));
            report = report.label(match meant {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "neither of them".into(),
            });
            if let Some(meant) = meant {
                report.fix(format!("write `{meant}`"), Applicability::Safe, vec![Edit::replace(scalar.value, meant)]);
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
                reporter
                    .wrong(&crate::rules::WRONG_TYPE, scalar.value, format!("`{name}` takes a word without quotes"))
                    .label(format!("write {plain}"))
                    .fix("take the quotes off", Applicability::Safe, vec![Edit::replace(scalar.value, plain.as_ref())]);
                return None;
            }
            let known = listed(set.words.iter().map(|word| word.name));
            let report = reporter.wrong(
                &crate::rules::UNKNOWN_WORD,
                scalar.value,
                format!("`{}` is no {}", shorten(&plain), set.title),
            );
            match near {
                Some(near) => {
                    report.label(format!("did you mean `{near}`?")).help(format!("`{name}` is one of {known}")).fix(
                        format!("write `{near}`"),
                        Applicability::Unsafe,
                        vec![Edit::replace(scalar.value, near)],
                    );
                }
                None => {
                    report.label("not a word that stands here").help(format!("`{name}` is one of {known}"));
                }
            }
            None
        }
        (Type::Name | Type::Ref(_), ScalarKind::String) => {
            let inner = text::cook(written);
            let mut report = reporter.wrong(
                &crate::rules::WRONG_TYPE,
                scalar.value,
                format!("`{name}` takes a name without quotes"),
            );
            report = report.label("a string");
            if text::is_name(&inner) {
                report.fix(
                    "take the quotes off",
                    Applicability::Safe,
                    vec![Edit::replace(scalar.value, inner.as_ref())],
                );
            }
            None
        }
        (Type::Date | Type::Any, ScalarKind::Date) => reporter.date(scalar.value).map(Data::Date),
        (_, ScalarKind::Number) => number(reporter, name, ty, scalar),
        _ => {
            reporter
                .wrong(&crate::rules::WRONG_TYPE, scalar.span(), format!("`{name}` takes {}", ty.expected()))
                .label(format!("expected {}", ty.expected()));
            None
        }
    }
}

fn number(reporter: &mut Reporter<'_>, name: &str, ty: Type, scalar: &Scalar) -> Option<Data> {
    let quantity = reporter.quantity(scalar.value)?;
    let plain = quantity.dimension() == Dimension::Plain;
    let unitless = quantity.unit.is_none();
    let zero = Decimal::ZERO;
    let (fits, why): (bool, String) = match ty {
        Type::Count => {
            let whole = quantity.value.is_integer();
            (
                unitless && whole && quantity.value >= zero,
                if !unitless {
                    format!("a count has no unit, not even `{}`", quantity.unit.map_or("", |unit| unit.name))
                } else if !whole {
                    "a count is a whole number".into()
                } else {
                    "a count cannot be negative".into()
                },
            )
        }
        Type::Number => (unitless && quantity.value >= zero, "a number of zero or more, without unit".into()),
        Type::Integer => (unitless && quantity.value.is_integer(), "a whole number, without unit".into()),
        Type::Share => {
            let fits = plain && quantity.value >= zero && quantity.value <= Decimal::ONE;
            if plain && !fits && quantity.value > zero {
                let percent = format!("{}%", scalar.value.of(reporter.text));
                let report = reporter
                    .wrong(
                        &crate::rules::WRONG_TYPE,
                        scalar.value,
                        format!("`{name}` is a share of the whole, and {quantity} is more than all of it"),
                    )
                    .label("expected a share between 0% and 100%");
                if unitless && quantity.value <= Decimal::ONE_HUNDRED {
                    report.fix(
                        format!("write {percent}"),
                        Applicability::Unsafe,
                        vec![Edit::replace(scalar.value, percent)],
                    );
                }
                return None;
            }
            (fits, "expected a share between 0% and 100%".into())
        }
        Type::Agreement => (
            plain && quantity.value.abs() <= Decimal::ONE,
            "expected a coefficient between -1 and 1, such as 0.82".into(),
        ),
        Type::Quantity(dimension) => {
            (quantity.dimension() == dimension && quantity.value >= zero, format!("expected {}", dimension.expected()))
        }
        Type::Spend => (
            matches!(quantity.dimension(), Dimension::Money | Dimension::GpuHours) && quantity.value >= zero,
            "expected an amount of money such as 60usd, or gpu hours such as 40gpu_hours".into(),
        ),
        Type::Scale | Type::Reading | Type::Any => (true, String::new()),
        Type::Text | Type::Bool | Type::Date | Type::Word(_) | Type::Ref(_) | Type::Name => {
            (false, format!("expected {}", ty.expected()))
        }
    };
    if !fits {
        reporter.wrong(&crate::rules::WRONG_TYPE, scalar.value, format!("`{name}` takes {}", ty.expected())).label(why);
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

impl Reporter<'_> {
    /// Reads a number with its unit, or reports why it cannot be read.
    pub(crate) fn quantity(&mut self, span: Span) -> Option<Quantity> {
        match Quantity::parse(span.of(self.text)) {
            Ok(quantity) => Some(quantity),
            Err(NumberError::TooLong) => {
                self.wrong(&crate::rules::WRONG_TYPE, span, "this number has more digits than can be counted exactly")
                    .label("at most 28 digits");
                None
            }
            Err(NumberError::UnknownUnit(unit)) => {
                let units = UNITS.iter().map(|unit| Candidate { name: unit.name, aliases: unit.aliases });
                let near = suggest::nearest(&unit, units);
                let start = span.end.saturating_sub(unit.len() as u32).max(span.start);
                let report = self
                    .wrong(&crate::rules::WRONG_TYPE, span, format!("`{}` is no unit", shorten(&unit)))
                    .help(format!("the units are {}", listed(UNITS.iter().map(|unit| unit.name))));
                match near {
                    Some(near) => {
                        report.label(format!("did you mean `{near}`?")).fix(
                            format!("write `{near}`"),
                            Applicability::Unsafe,
                            vec![Edit::replace(Span::new(start, span.end), near)],
                        );
                    }
                    None => {
                        report.label("not a unit of the language");
                    }
                }
                None
            }
        }
    }

    /// Reads a day, or reports that it does not exist.
    pub(crate) fn date(&mut self, span: Span) -> Option<Date> {
        let written = span.of(self.text);
        let mut parts = written.split('-').map(|part| part.parse::<i16>().unwrap_or(0));
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        match Date::new(year, month as i8, day as i8) {
            Ok(date) if date.to_string() == written => Some(date),
            Ok(date) => {
                self.wrong(&crate::rules::WRONG_TYPE, span, "a date has two digits for month and day")
                    .label(format!("write {date}"))
                    .fix(format!("write {date}"), Applicability::Safe, vec![Edit::replace(span, date.to_string())]);
                Some(date)
            }
            Err(_) => {
                let days = Date::new(year, month as i8, 1).map(|first| first.days_in_month());
                let label = match days {
                    Ok(days) => format!("this month has {days} days"),
                    Err(_) => "expected year-month-day, such as 2026-11-02".to_string(),
                };
                self.wrong(&crate::rules::WRONG_TYPE, span, format!("{written} is no day of the calendar"))
                    .label(label);
                None
            }
        }
    }

    /// Reports escapes that the language does not know.
    pub(crate) fn check_escapes(&mut self, string: Span) {
        for bad in text::bad_escapes(string.of(self.text)) {
            let span = Span::new(string.start + bad.span.start, string.start + bad.span.end);
            let written = span.of(self.text);
            let doubled = format!("\\{written}");
            self.wrong(&crate::rules::SYNTAX, span, format!("`{written}` is no escape"))
                .label("not known in strings")
                .help("the escapes are `\\n`, `\\t`, `\\\"`, `\\\\` and `\\u{1F600}`; write `\\\\` for a backslash")
                .fix("write a backslash", Applicability::Unsafe, vec![Edit::replace(span, doubled)]);
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
