//! Noise: how far two readings of one metric may lie apart without saying anything.
//!
//! Rules that speak of gained, improved, got worse or flat ask here, so that all of them mean the same: a change is one
//! only where it is larger than the noise of the difference. Means and differences are exact decimals. A square root has
//! no exact decimal anyway: it is taken in floating point, good to fifteen digits, and what is too large for a decimal
//! counts as the largest one.

use ftspec_schema::Better;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::lang::{Lang, say};
use crate::quantity::Quantity;
use crate::rule::{OptionUnit, RuleOption, figure};
use crate::spec::{Metric, Reading};

/// The option of every rule that tells a change from noise.
pub const OPTION: RuleOption = RuleOption {
    name: "noise",
    default: figure(5, 3),
    vendor: None,
    unit: OptionUnit::Share,
    en: "the change of a share that counts as noise where neither seeds, nor a ±, nor the number of items is known",
    zh: "种子、± 和评测条数都不知道时，占比变化多少以内算噪声",
};

/// What a change is, seen from the metric's better side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// Better by more than noise.
    Better,
    /// Worse by more than noise.
    Worse,
    /// No further apart than noise.
    Flat,
    /// A reading is missing, or the two cannot be compared.
    Unknown,
}

/// Two readings of one metric, compared.
#[derive(Clone, Copy, Debug)]
pub struct Compared {
    /// The answer.
    pub change: Change,
    /// The mean of the earlier reading.
    pub before: Option<Quantity>,
    /// The mean of the later reading.
    pub after: Option<Quantity>,
    /// How much better the later one is, in base units; below zero where it is worse, zero where it is unknown.
    pub gain: Decimal,
    /// The noise of the difference, in base units; never below zero.
    pub noise: Decimal,
}

/// What there is to know about a metric in order to compare its readings.
#[derive(Clone, Copy, Debug)]
pub struct Yardstick {
    /// Its better direction.
    pub better: Better,
    /// Whether its scale is [0, 1], so that every reading is a proportion. One in % is a proportion on any scale.
    pub proportion: bool,
    /// How many items of its data are judged, where the metric says.
    pub samples: Option<u64>,
    /// How many examples its data has, where that is known.
    pub examples: Option<u64>,
    /// The noise of a difference of proportions of which nothing is known, in base units.
    pub unknown: Decimal,
}

impl Yardstick {
    /// The yardstick of a metric: its direction, its scale, and its `samples`, else the `examples` of the data it is
    /// judged on. `unknown` is the rule's option `noise`.
    pub fn of(metric: Metric, unknown: Decimal) -> Self {
        let examples = metric.data().and_then(|data| data.examples().given());
        Self {
            better: metric.better(),
            proportion: metric.scale() == Some((Decimal::ZERO, Decimal::ONE)),
            samples: metric.node().count("samples").given().map(|samples| samples.value),
            examples: examples.map(|examples| examples.value),
            unknown,
        }
    }

    /// How many items a reading was judged on, where that is known. A baseline may have been judged on data of its own.
    pub fn items(&self, reading: &Reading) -> Option<u64> {
        self.samples.or(reading.items).or(self.examples)
    }

    /// Whether a reading is a share of the items judged.
    pub fn is_proportion(&self, reading: &Reading) -> bool {
        let percent = reading.values.iter().any(|value| value.unit.is_some_and(|unit| unit.name == "%"));
        let mean = reading.mean().value;
        (self.proportion || percent) && mean >= Decimal::ZERO && mean <= Decimal::ONE
    }

    /// The noise of one reading in base units: the largest of twice the standard error of its seeds, the sampling error
    /// of a proportion, and its own ±. None where nothing of this is known.
    pub fn noise(&self, reading: &Reading) -> Option<Decimal> {
        let seeds = standard_error(reading).map(|error| error.saturating_mul(Decimal::TWO));
        let items = self.items(reading).filter(|_| self.is_proportion(reading));
        let sampled = items.and_then(|items| proportion(reading.mean().value, items));
        let own =
            reading.margin.filter(|margin| margin.comparable(&reading.values[0])).map(|margin| margin.value.abs());
        [seeds, sampled, own].into_iter().flatten().max()
    }

    /// Compares a later reading of the metric with an earlier one.
    pub fn compare(&self, before: Option<&Reading>, after: Option<&Reading>) -> Compared {
        let (from, to) = (before.map(Reading::mean), after.map(Reading::mean));
        let unknown =
            Compared { change: Change::Unknown, before: from, after: to, gain: Decimal::ZERO, noise: Decimal::ZERO };
        let (Some(before), Some(after), Some(from), Some(to)) = (before, after, from, to) else { return unknown };
        let alike = |value: &Quantity| value.comparable(&from);
        if !before.values.iter().chain(&after.values).all(alike) {
            return unknown;
        }
        let rise = to.value.saturating_sub(from.value);
        let gain = if self.better == Better::Higher { rise } else { -rise };
        let noise = self.between(before, after);
        let change = if gain.abs().saturating_sub(noise) < NOTHING {
            Change::Flat
        } else if gain > Decimal::ZERO {
            Change::Better
        } else {
            Change::Worse
        };
        Compared { change, gain, noise, ..unknown }
    }

    /// The noise of the difference of two readings.
    fn between(&self, before: &Reading, after: &Reading) -> Decimal {
        let shares = self.is_proportion(before) && self.is_proportion(after);
        let unknown = if shares { self.unknown.max(Decimal::ZERO) } else { Decimal::ZERO };
        match (self.noise(before), self.noise(after)) {
            // The option speaks of the difference: half a point in all, not half a point on either side.
            (None, None) => unknown,
            (before, after) => of_difference(before.unwrap_or(unknown), after.unwrap_or(unknown)),
        }
    }
}

/// Means of thirds are rounded in the last place; nothing below this is a difference.
const NOTHING: Decimal = Decimal::from_parts(1, 0, 0, false, 9);

impl Compared {
    /// Whether the two could be compared.
    pub fn is_known(&self) -> bool {
        self.change != Change::Unknown
    }

    /// Whether the later reading lies on the worse side at all, be it within noise.
    pub fn is_lower(&self) -> bool {
        self.gain <= -NOTHING
    }

    /// `71% to 85%`; empty where a figure is missing.
    pub fn figures(&self, lang: Lang) -> String {
        let (Some(before), Some(after)) = (self.before, self.after) else { return String::new() };
        say!(lang, "{before} to {after}", "{before} 到 {after}")
    }

    /// The figures with their noise, for a message that rests on it: `0.6% to 0.7%: within ±0.5`.
    pub fn with_noise(&self, lang: Lang) -> String {
        let figures = self.figures(lang);
        let noise = self.noise_shown();
        match self.change {
            Change::Unknown => figures,
            Change::Flat if self.gain.is_zero() => figures,
            Change::Flat => say!(lang, "{figures}: within ±{noise}", "{figures}：在 ±{noise} 以内"),
            Change::Better | Change::Worse if self.noise.is_zero() => figures,
            Change::Better | Change::Worse => {
                say!(lang, "{figures}: beyond ±{noise}", "{figures}：超出 ±{noise}")
            }
        }
    }

    /// How far the readings lie apart, whichever way: `3 points`, `40ms`.
    pub fn distance(&self, lang: Lang) -> String {
        self.after.map_or(String::new(), |after| amount(lang, after.with(self.gain.abs())))
    }

    /// The noise in points for readings in %, else in the reading's own unit, with two digits. Rounded to the side that
    /// keeps the sentence true.
    fn noise_shown(&self) -> String {
        let strategy = match self.change {
            Change::Better | Change::Worse => RoundingStrategy::ToZero,
            Change::Flat | Change::Unknown => RoundingStrategy::AwayFromZero,
        };
        let round = |value: Decimal| value.round_sf_with_strategy(2, strategy).unwrap_or(value).normalize();
        match self.after.and_then(|after| after.unit) {
            Some(unit) => {
                let (times, by) = unit.factor;
                let value = self.noise.saturating_mul(Decimal::from(by)) / Decimal::from(times.max(1));
                let name = if unit.name == "%" { "" } else { unit.name };
                format!("{}{name}", round(value))
            }
            None => round(self.noise).to_string(),
        }
    }
}

/// A difference as people say it: points for shares, else with its unit.
pub fn amount(lang: Lang, difference: Quantity) -> String {
    if difference.unit.is_none_or(|unit| unit.name != "%") {
        return difference.to_string();
    }
    let points = difference.value.saturating_mul(Decimal::ONE_HUNDRED).round_dp(2).normalize();
    if points.abs() == Decimal::ONE {
        return say!(lang, "{points} point", "{points} 个百分点");
    }
    say!(lang, "{points} points", "{points} 个百分点")
}

/// The sampling error of a proportion `p` counted on `items`, at 95% confidence: 1.96·√(p(1−p)/n), with `p` no nearer to
/// 0 or 1 than one item. None over no items.
pub fn proportion(p: Decimal, items: u64) -> Option<Decimal> {
    if items == 0 {
        return None;
    }
    let n = items as f64;
    // Of one item or two, every share is as near to the ends as the middle.
    let p = if items <= 2 { 0.5 } else { as_float(p).clamp(1.0 / n, 1.0 - 1.0 / n) };
    Some(root(p * (1.0 - p) / n).saturating_mul(Decimal::new(196, 2)))
}

/// The noise of a difference of two readings with these noises: the root of the sum of squares.
pub fn of_difference(one: Decimal, other: Decimal) -> Decimal {
    // Beside nothing at all the other noise stays as it is, exact.
    if one.is_zero() || other.is_zero() {
        return one.abs().max(other.abs());
    }
    let (one, other) = (as_float(one), as_float(other));
    root(one * one + other * other)
}

/// The standard error of the mean over seeds; none with fewer than two.
fn standard_error(reading: &Reading) -> Option<Decimal> {
    let count = reading.values.len();
    if count < 2 {
        return None;
    }
    let mean = reading.mean().value;
    let squares: f64 = reading
        .values
        .iter()
        .map(|value| as_float(value.value.saturating_sub(mean)))
        .map(|deviation| deviation * deviation)
        .sum();
    let count = count as f64;
    Some(root(squares / (count - 1.0) / count))
}

fn as_float(value: Decimal) -> f64 {
    /// Whole numbers below this, and powers of ten up to the twenty-second, are exact in floating point.
    const EXACT: i128 = 1 << 53;
    if value.mantissa().abs() < EXACT && value.scale() <= 22 {
        return value.mantissa() as i64 as f64 / 10f64.powi(value.scale() as i32);
    }
    value.to_f64().unwrap_or(f64::MAX)
}

/// The square root as a decimal, with twelve places where it is small; the largest one where it is too large.
fn root(square: f64) -> Decimal {
    let root = square.max(0.0).sqrt();
    if root < 1e6 {
        // Many times faster than finding the shortest decimal of a float, and exact enough for noise.
        return Decimal::from_i128_with_scale((root * 1e12).round() as i128, 12).normalize();
    }
    Decimal::from_f64(root).unwrap_or(Decimal::MAX)
}
