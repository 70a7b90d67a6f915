//! Which stop conditions exclude themselves, and which hold whenever another holds.

use ftspec_schema::Dimension;
use ftspec_syntax::Span;
use ftspec_syntax::tree::Operator;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::value_range::Range;
use crate::spec::{Atom, Comparison, Direction, Group, Operand, Spec, Subject};

/// Tests that must all hold.
pub(super) struct Conjunction<'s> {
    tests: Vec<(Span, Test<'s>)>,
}

#[derive(PartialEq)]
enum Test<'s> {
    Any(Group),
    All(Group),
    /// A comparison with a figure or a day.
    Figure(Topic<'s>, Operator, Decimal),
    /// A comparison with a baseline's reading, by the name on the left and the right side as written.
    Baseline(&'s str, String, Operator),
}

/// What a comparison is about. Only comparisons of one topic say something about each other.
#[derive(Clone, Copy, PartialEq)]
struct Topic<'s> {
    name: &'s str,
    aspect: Aspect,
    dimension: Dimension,
    currency: Option<&'static str>,
}

#[derive(Clone, Copy, PartialEq)]
enum Aspect {
    Value,
    Trend(Direction, u32),
    Spread,
}

impl<'s> Conjunction<'s> {
    /// Reads tests. None where a figure lies outside what it is compared with, as something else has said so, and
    /// where there are more tests than anybody can read.
    pub fn read(spec: &'s Spec, atoms: &[&Atom]) -> Option<Self> {
        const MANY: usize = 64;
        if atoms.len() > MANY {
            return None;
        }
        let tests = atoms.iter().map(|atom| {
            let figure = |name: &Span, aspect, comparison| test(spec, name.of(spec.text()), aspect, comparison);
            let test = match &atom.kind {
                Subject::AnyFails(group) => Test::Any(*group),
                Subject::AllHold(group) => Test::All(*group),
                Subject::Compare { name, comparison } => figure(name, Aspect::Value, comparison)?,
                Subject::Trend { name, direction, comparison, window } => {
                    figure(name, Aspect::Trend(*direction, *window), comparison)?
                }
                Subject::Varies { name, comparison } => figure(name, Aspect::Spread, comparison)?,
            };
            Some((atom.span, test))
        });
        Some(Self { tests: tests.collect::<Option<_>>()? })
    }

    /// The comparisons on one name that leave no value, where there are such.
    pub fn excluded(&self, spec: &Spec) -> Option<Vec<Span>> {
        self.tests.iter().find_map(|(_, test)| {
            let nothing_left = match test {
                Test::Any(_) | Test::All(_) => false,
                Test::Figure(topic, ..) => self.left(spec, topic).is_some_and(|range| range.is_empty()),
                Test::Baseline(name, operand, _) => self.orders(name, operand) == Some(0),
            };
            nothing_left
                .then(|| self.tests.iter().filter(|(_, other)| test.meets(other)).map(|(span, _)| *span).collect())
        })
    }

    /// Whether the other surely holds whenever this does, comparison by comparison on the same name.
    pub fn implies(&self, other: &Conjunction, spec: &Spec) -> bool {
        other.tests.iter().all(|(_, wanted)| match wanted {
            Test::Any(_) | Test::All(_) => self.tests.iter().any(|(_, test)| test == wanted),
            Test::Figure(topic, operator, value) => {
                self.left(spec, topic).is_some_and(|range| range.implies(*operator, *value))
            }
            Test::Baseline(name, operand, operator) => {
                self.orders(name, operand).is_some_and(|orders| orders & !orders_of(*operator) == 0)
            }
        })
    }

    /// The values that the comparisons on a topic leave; none where there is no such comparison.
    fn left(&self, spec: &Spec, topic: &Topic) -> Option<Range> {
        let mut left = None;
        for (_, test) in &self.tests {
            if let Test::Figure(own, operator, value) = test
                && own == topic
            {
                left.get_or_insert_with(|| topic.range(spec)).narrow(*operator, *value);
            }
        }
        left
    }

    /// In which orders a reading and a baseline may stand; none where they are not compared.
    fn orders(&self, name: &str, operand: &str) -> Option<u8> {
        let compared = self.tests.iter().filter_map(|(_, test)| match test {
            Test::Baseline(own, right, operator) if *own == name && right == operand => Some(orders_of(*operator)),
            _ => None,
        });
        compared.reduce(|left, right| left & right)
    }
}

impl Test<'_> {
    /// Whether the two compare the same with the same kind of thing.
    fn meets(&self, other: &Test) -> bool {
        match (self, other) {
            (Test::Figure(topic, ..), Test::Figure(other, ..)) => topic == other,
            (Test::Baseline(name, operand, _), Test::Baseline(other, right, _)) => name == other && operand == right,
            _ => false,
        }
    }
}

impl Topic<'_> {
    /// The values that there are before anything is compared.
    fn range(&self, spec: &Spec) -> Range {
        match (self.aspect, self.name) {
            (Aspect::Trend(..), _) => Range::all(),
            (Aspect::Spread, _) | (_, "spend") => Range::from_zero(),
            (_, "rounds") => Range::from_zero().whole(),
            (_, "date") => Range::all().whole(),
            (_, name) => Range::of(spec.eval().and_then(|eval| eval.metric(name)), self.dimension),
        }
    }
}

fn test<'s>(spec: &'s Spec, name: &'s str, aspect: Aspect, comparison: &Comparison) -> Option<Test<'s>> {
    match comparison.operand {
        Operand::Number(value) => {
            let dimension = value.dimension();
            let currency = value.unit.filter(|_| dimension == Dimension::Money).map(|unit| unit.name);
            let topic = Topic { name, aspect, dimension, currency };
            let mut here = topic.range(spec);
            here.narrow(Operator::Equal, value.value);
            let fits = match (aspect, name) {
                (Aspect::Value, "date") => false,
                (Aspect::Value, "spend") => matches!(dimension, Dimension::Money | Dimension::GpuHours),
                (Aspect::Value, "rounds") => dimension == Dimension::Plain && !here.is_empty(),
                (Aspect::Value, _) => !here.is_empty(),
                _ => true,
            };
            fits.then_some(Test::Figure(topic, comparison.operator, value.value))
        }
        Operand::Date(date) => {
            let topic = Topic { name, aspect, dimension: Dimension::Plain, currency: None };
            let day = date.since(Date::ZERO).ok()?.get_days();
            (name == "date").then_some(Test::Figure(topic, comparison.operator, Decimal::from(day)))
        }
        Operand::Baseline { .. } => {
            let written = comparison.span.of(spec.text()).chars().filter(|c| !c.is_whitespace()).collect();
            (aspect == Aspect::Value).then_some(Test::Baseline(name, written, comparison.operator))
        }
    }
}

/// The orders in which a comparison holds: bit 0 less, bit 1 equal, bit 2 greater.
fn orders_of(operator: Operator) -> u8 {
    match operator {
        Operator::Less => 0b001,
        Operator::Equal => 0b010,
        Operator::Greater => 0b100,
        Operator::LessEqual => 0b011,
        Operator::NotEqual => 0b101,
        Operator::GreaterEqual => 0b110,
    }
}
