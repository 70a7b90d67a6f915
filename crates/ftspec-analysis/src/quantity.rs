//! Numbers with units, exact.

use std::cmp::Ordering;
use std::fmt;

use ftspec_schema::{Dimension, UNITS, Unit};
use rust_decimal::Decimal;

/// A number with its unit.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    /// In the base unit of its dimension: a ratio for `%`, milliseconds for times.
    pub value: Decimal,
    /// As written.
    pub unit: Option<&'static Unit>,
}

/// Why a number could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// The unit does not exist.
    UnknownUnit(String),
    /// More digits than can be counted exactly.
    TooLong,
}

impl Quantity {
    /// Reads a number token: `8_200`, `1e-4`, `90%`, also `800 ms` with a blank.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        let digits_end = number_end(text);
        let (number, unit) = text.split_at(digits_end);
        let unit = match unit.trim() {
            "" => None,
            "%" | "％" => Some(&UNITS[0]),
            name => Some(Unit::get(name).ok_or_else(|| NumberError::UnknownUnit(name.split_whitespace().collect()))?),
        };
        let value = decimal(number).ok_or(NumberError::TooLong)?;
        let value = match unit {
            // Percent is by far the commonest unit, and moving the point is exact and quick.
            Some(unit) if unit.factor == (1, 100) && value.scale() <= 20 => {
                let mut ratio = value;
                ratio.set_scale(value.scale() + 2).map_err(|_| NumberError::TooLong)?;
                ratio
            }
            Some(unit) if unit.factor != (1, 1) => value
                .checked_mul(Decimal::from(unit.factor.0))
                .and_then(|value| value.checked_div(Decimal::from(unit.factor.1)))
                .ok_or(NumberError::TooLong)?,
            _ => value,
        };
        Ok(Self { value, unit })
    }

    /// A plain number.
    pub fn plain(value: impl Into<Decimal>) -> Self {
        Self { value: value.into(), unit: None }
    }

    /// What it measures.
    pub fn dimension(&self) -> Dimension {
        self.unit.map_or(Dimension::Plain, |unit| unit.dimension)
    }

    /// Whether the two can be compared: one dimension, and one currency.
    pub fn comparable(&self, other: &Self) -> bool {
        self.dimension() == other.dimension() && (self.dimension() != Dimension::Money || self.unit == other.unit)
    }

    /// The order of two comparable quantities.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        self.comparable(other).then(|| self.value.cmp(&other.value))
    }

    /// The same unit with another value in base units.
    pub fn with(&self, value: Decimal) -> Self {
        Self { value, unit: self.unit }
    }
}

impl fmt::Display for Quantity {
    /// As people write it: `90%`, `800ms`, `8200`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(unit) = self.unit else { return write!(f, "{}", self.value.round_dp(4).normalize()) };
        let factor = Decimal::from(unit.factor.0) / Decimal::from(unit.factor.1);
        write!(f, "{}{}", (self.value / factor).round_dp(2).normalize(), unit.name)
    }
}

/// Where the number ends and the unit begins.
fn number_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = usize::from(bytes.first() == Some(&b'-'));
    while at < bytes.len() && (bytes[at].is_ascii_digit() || matches!(bytes[at], b'_' | b'.')) {
        at += 1;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        if bytes.get(at + 1 + sign).is_some_and(u8::is_ascii_digit) {
            at += 1 + sign;
            while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
        }
    }
    at
}

fn decimal(number: &str) -> Option<Decimal> {
    if number.contains(['e', 'E']) {
        let number: String = number.chars().filter(|digit| *digit != '_').collect();
        return Decimal::from_scientific(&number).ok();
    }
    // Nearly all numbers are short and plain; this path takes no detour.
    let (mut mantissa, mut scale, mut point, mut count) = (0i64, 0u32, false, 0u32);
    let digits = number.strip_prefix('-').unwrap_or(number);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                count += 1;
                if count > 18 {
                    let number: String = number.chars().filter(|digit| *digit != '_').collect();
                    return Decimal::from_str_exact(&number).ok();
                }
                mantissa = mantissa * 10 + i64::from(byte - b'0');
                scale += u32::from(point);
            }
            b'.' => point = true,
            _ => {}
        }
    }
    Some(Decimal::new(if digits.len() < number.len() { -mantissa } else { mantissa }, scale))
}
