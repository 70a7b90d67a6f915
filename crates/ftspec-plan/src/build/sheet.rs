//! What every section needs: the spec, its lines, and the way from its values to those of the plan.

use std::borrow::Cow;

use ftspec_analysis::quantity::Quantity;
use ftspec_analysis::spec::{Element, Metric, Named, Node, Reading, Spec, StatementKind, ValueData};
use ftspec_analysis::stopping::{self, History, Truth};
use ftspec_analysis::{Analysis, Diagnostic, Lang, Rule};
use ftspec_schema::{Enumerated, Type};
use ftspec_syntax::{LineIndex, Span, text};
use rust_decimal::prelude::ToPrimitive;

use crate::plan::{Detail, Figure, FindingRef, Holds, MetricReading, Said, Sentence, Term};
use crate::words;

/// The spec at hand, with what all sections ask for.
pub(crate) struct Sheet<'a> {
    pub analysis: &'a Analysis<'a>,
    pub spec: &'a Spec<'a>,
    pub lang: Lang,
    pub history: History<'a>,
    lines: LineIndex,
}

impl<'a> Sheet<'a> {
    pub fn new(analysis: &'a Analysis<'a>) -> Self {
        let spec = analysis.spec();
        let config = analysis.config();
        let lines = LineIndex::new(analysis.text());
        Self { analysis, spec, lang: config.lang, history: History::of(spec, config), lines }
    }

    /// The line of a place.
    pub fn line(&self, span: Span) -> u32 {
        self.lines.line(span.start)
    }

    /// A text of the spec.
    pub fn said(&self, named: Named<Cow<str>>) -> Said {
        Said { text: named.value.into_owned(), line: self.line(named.span) }
    }

    /// The text between quotes, or the bare word, at a place.
    pub fn quoted(&self, span: Span) -> Said {
        Said { text: text::cook(span.of(self.analysis.text())).into_owned(), line: self.line(span) }
    }

    /// The text of an attribute.
    pub fn text(&self, node: Node, name: &str) -> Option<Said> {
        node.text(name).given().map(|named| self.said(named))
    }

    /// All texts of an attribute.
    pub fn texts(&self, node: Node, name: &str) -> Vec<Said> {
        node.texts(name).into_iter().map(|named| self.said(named)).collect()
    }

    /// The value of an attribute as it is written.
    pub fn source(&self, node: Node, name: &str) -> Option<Said> {
        let elements = node.list(name).given()?;
        Some(self.quoted(elements.first()?.span))
    }

    /// A word that stands in the spec.
    pub fn term<T: Enumerated>(&self, named: Named<T>) -> Term {
        Term { line: Some(self.line(named.span)), ..self.implied(named.value) }
    }

    /// A word that follows from something else.
    pub fn implied<T: Enumerated>(&self, value: T) -> Term {
        let word = value.word();
        Term { word: word.name.to_string(), shown: words::word(self.lang, word), line: None }
    }

    /// The word of an attribute.
    pub fn word<T: Enumerated>(&self, node: Node, name: &str) -> Option<Term> {
        node.word::<T>(name).given().map(|named| self.term(named))
    }

    /// The word of an attribute, or its default.
    pub fn word_or<T: Enumerated>(&self, node: Node, name: &str, default: T) -> Term {
        self.word::<T>(node, name).unwrap_or_else(|| self.implied(default))
    }

    /// All words of an attribute.
    pub fn terms<T: Enumerated>(&self, node: Node, name: &str) -> Vec<Term> {
        node.words::<T>(name).into_iter().map(|named| self.term(named)).collect()
    }

    /// A number that stands in the spec.
    pub fn figure(&self, quantity: Quantity, span: Span) -> Figure {
        Figure { line: Some(self.line(span)), ..self.computed(quantity) }
    }

    /// A number that was computed.
    pub fn computed(&self, quantity: Quantity) -> Figure {
        Figure {
            shown: words::quantity(self.lang, &quantity),
            value: quantity.value.to_f64().unwrap_or_default(),
            unit: quantity.unit.map(|unit| unit.name.to_string()),
            line: None,
        }
    }

    /// The number of an attribute.
    pub fn number(&self, node: Node, name: &str) -> Option<Figure> {
        node.quantity(name).given().map(|named| self.figure(named.value, named.span))
    }

    /// An attribute as a line of a small table; none where nothing is said.
    pub fn detail(&self, node: Node, name: &str) -> Option<Detail> {
        let attribute = node.block().attribute(name)?;
        let elements = node.list(name).given()?;
        let shown: Vec<String> = elements.iter().map(|element| self.value(attribute.ty, element)).collect();
        let text = shown.join(self.lang.pick(", ", "、"));
        let value = Said { text, line: self.line(elements.first()?.span) };
        Some(Detail { name: name.to_string(), shown: words::attribute(self.lang, attribute), value })
    }

    /// Attributes as lines of a small table.
    pub fn details(&self, node: Node, names: &[&str]) -> Vec<Detail> {
        names.iter().filter_map(|name| self.detail(node, name)).collect()
    }

    /// One value as people read it.
    pub fn value(&self, ty: Type, element: &Element) -> String {
        let quantity = |quantity: &Quantity| words::quantity(self.lang, quantity);
        match (&element.data, ty) {
            (ValueData::Word(index), Type::Word(set)) => words::word(self.lang, &set().words[*index as usize]),
            (ValueData::Number(value), _) => quantity(value),
            (ValueData::Measured(value, margin), _) => format!("{} ± {}", quantity(value), quantity(margin)),
            (ValueData::Bool(value), _) => words::flag(self.lang, *value).to_string(),
            (ValueData::Date(date), _) => date.to_string(),
            _ => text::cook(element.span.of(self.analysis.text())).into_owned(),
        }
    }

    /// The free names of a block, each with its value: what stands in `parameters`.
    pub fn entries(&self, node: Node) -> Vec<Detail> {
        let entry = |(name, elements): (Named<&str>, &[Element])| {
            let shown: Vec<String> = elements.iter().map(|element| self.value(Type::Any, element)).collect();
            let value = Said { text: shown.join(", "), line: self.line(name.span) };
            Detail { name: name.value.to_string(), shown: name.value.to_string(), value }
        };
        node.free_entries().map(entry).collect()
    }

    /// The readings of a block of readings, with what they do to the demands on each metric.
    pub fn readings<'r>(&self, readings: impl Iterator<Item = &'r Reading<'r>>) -> Vec<MetricReading> {
        let one = |reading: &Reading| MetricReading {
            metric: reading.metric.value.to_string(),
            mean: self.mean(reading),
            values: self.values(reading),
            holds: self.holds(reading),
        };
        readings.map(one).collect()
    }

    /// The mean of a reading; the line is the reading's.
    pub fn mean(&self, reading: &Reading) -> Figure {
        self.figure(reading.mean(), reading.span)
    }

    /// Each value of a reading.
    pub fn values(&self, reading: &Reading) -> Vec<Figure> {
        let places = reading.values.iter().zip(&reading.places);
        places.map(|(value, place)| self.figure(*value, *place)).collect()
    }

    /// Whether a reading meets what is required and guarded of its metric; none where nothing is.
    fn holds(&self, reading: &Reading) -> Option<Holds> {
        let metric = reading.metric.value;
        let demands = self.history.demands_on(metric).iter().filter(|it| it.kind() != StatementKind::Watch);
        let truths =
            demands.filter_map(|demand| {
                let comparison = demand.comparison()?;
                let threshold = self.history.threshold(metric, &comparison.operand);
                Some(threshold.map_or(Truth::Unknown, |threshold| {
                    stopping::compare(reading.mean(), comparison.operator, threshold)
                }))
            });
        truths.reduce(Truth::and).map(Holds::from)
    }

    /// The metrics of the spec, in order.
    pub fn metrics(&self) -> Vec<Metric<'a>> {
        self.spec.eval().map(|eval| eval.metrics().collect()).unwrap_or_default()
    }

    /// A finding in short.
    pub fn finding(&self, found: &Diagnostic) -> FindingRef {
        FindingRef {
            code: found.rule.code.to_string(),
            name: found.rule.name.to_string(),
            message: Sentence(found.message.clone()),
            line: self.line(found.span),
        }
    }

    /// Whether the verdict rests on a rule: it has a finding that is at deny, in a draft as if it were proposed.
    pub fn rests_on(&self, rule: &Rule) -> bool {
        self.analysis.verdict().reasons.contains(&rule)
    }

    /// The first finding that the verdict rests on, of the rules with these codes; in the order of the codes.
    pub fn first_of(&self, codes: &[&str]) -> Option<&'a Diagnostic> {
        let of = |code: &str| {
            let mut found = self.analysis.diagnostics().iter();
            found.find(|found| found.rule.code == code && self.rests_on(found.rule))
        };
        codes.iter().find_map(|code| of(code))
    }
}

impl From<Truth> for Holds {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::True => Holds::Yes,
            Truth::False => Holds::No,
            Truth::Unknown => Holds::Unknown,
        }
    }
}
