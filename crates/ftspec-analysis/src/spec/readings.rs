//! Readings: what was measured, by metric, in a baseline or a round.

use ftspec_schema::{BASELINE, DATA};
use ftspec_syntax::Span;
use rust_decimal::Decimal;

use super::AttributeData;
use super::node::{Named, Node};
use super::values::Data;
use crate::quantity::Quantity;

/// A `readings` block.
#[derive(Clone, Copy)]
pub struct Readings<'s>(pub(crate) Node<'s>);

/// What was measured of one metric: one value, or one a seed.
#[derive(Clone, Debug)]
pub struct Reading<'s> {
    /// The metric.
    pub metric: Named<&'s str>,
    /// The values, one or one a seed; never empty.
    pub values: Vec<Quantity>,
    /// Where each value stands.
    pub places: Vec<Span>,
    /// The largest error margin that was given.
    pub margin: Option<Quantity>,
    /// How many examples it was judged on, where a baseline names data of its own.
    pub items: Option<u64>,
    /// Where the values stand.
    pub span: Span,
}

impl<'s> Readings<'s> {
    /// Every reading that was understood.
    pub fn all(self) -> impl Iterator<Item = Reading<'s>> {
        let node = self.0;
        node.attribute_data().iter().filter_map(move |data| reading(node, data))
    }

    /// The reading of one metric.
    pub fn of(self, metric: &str) -> Option<Reading<'s>> {
        let node = self.0;
        let text = node.spec.text;
        node.attribute_data().iter().find(|data| data.name.of(text) == metric).and_then(|data| reading(node, data))
    }

    /// The block itself.
    pub fn node(self) -> Node<'s> {
        self.0
    }

    /// The metrics that have a line here, understood or not.
    pub fn names(self) -> impl Iterator<Item = &'s str> {
        let node = self.0;
        node.attribute_data().iter().map(move |data| data.name.of(node.spec.text))
    }

    /// Whether every line was read, at least its name.
    pub fn is_sure(self) -> bool {
        self.0.knows_every_name()
    }

    /// Whether a metric has a line here, understood or not.
    pub fn mentions(self, metric: &str) -> bool {
        self.0.attribute_data().iter().any(|data| data.name.of(self.0.spec.text) == metric)
    }
}

/// What a line of `readings` says; none where it was not understood.
fn reading<'s>(node: Node<'s>, data: &'s AttributeData) -> Option<Reading<'s>> {
    if data.broken || data.elements.is_empty() {
        return None;
    }
    let mut values = Vec::new();
    let mut places = Vec::new();
    let mut margin: Option<Quantity> = None;
    for element in node.elements_of(data) {
        match element.data {
            Data::Number(value) => {
                values.push(value);
                places.push(element.span);
            }
            Data::Measured(value, of) => {
                values.push(value);
                places.push(element.span);
                if margin.is_none_or(|known| of.value > known.value) {
                    margin = Some(of);
                }
            }
            _ => {}
        }
    }
    let metric = Named { value: data.name.of(node.spec.text), span: data.name };
    (!values.is_empty()).then(|| Reading { metric, values, places, margin, items: items(node), span: data.value })
}

/// The examples of the data that the baseline around some readings names.
fn items(readings: Node<'_>) -> Option<u64> {
    let baseline = Some(readings.parent()).filter(|node| node.block().name == BASELINE.name)?;
    let on = baseline.name_of("on").given()?;
    let data = readings.spec.file().child_named(&DATA, on.value).map(super::Data)?;
    data.examples().given().map(|examples| examples.value)
}

impl Reading<'_> {
    /// The mean over the seeds, in the unit of the first.
    pub fn mean(&self) -> Quantity {
        if let [only] = self.values[..] {
            return only;
        }
        let sum: Decimal = self.values.iter().fold(Decimal::ZERO, |sum, value| sum.saturating_add(value.value));
        let count = Decimal::from(self.values.len().max(1));
        self.values[0].with(sum / count)
    }

    /// The highest reading less the lowest; none with a single one.
    pub fn spread(&self) -> Option<Quantity> {
        if self.values.len() < 2 {
            return None;
        }
        let high = self.values.iter().map(|value| value.value).max()?;
        let low = self.values.iter().map(|value| value.value).min()?;
        Some(self.values[0].with(high.saturating_sub(low)))
    }
}
