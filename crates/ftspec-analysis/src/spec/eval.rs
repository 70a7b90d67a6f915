//! `eval` and its metrics, with the defaults that the language gives them.

use ftspec_schema::{Better, Coverage, DATA, Dimension, Judge, METRIC, Measures, MetricMethod, REVIEW, Role};
use ftspec_syntax::Span;
use rust_decimal::Decimal;

use super::node::{Field, Named, Node};
use super::sections::Data;
use super::statements::{Statement, StatementKind};
use super::values::Data::Number;
use super::values::Element;

/// The `eval` block.
#[derive(Clone, Copy)]
pub struct Eval<'s>(pub(crate) Node<'s>);

/// One metric.
#[derive(Clone, Copy)]
pub struct Metric<'s>(pub(crate) Node<'s>);

impl<'s> Eval<'s> {
    /// The block itself.
    pub fn node(self) -> Node<'s> {
        self.0
    }

    /// Where the keyword stands.
    pub fn keyword(self) -> Span {
        self.0.keyword()
    }

    /// Its metrics in order.
    pub fn metrics(self) -> impl Iterator<Item = Metric<'s>> {
        self.0.children(&METRIC).map(Metric)
    }

    /// The metric of a name.
    pub fn metric(self, name: &str) -> Option<Metric<'s>> {
        self.0.child_named(&METRIC, name).map(Metric)
    }

    /// Every statement in order.
    pub fn statements(self) -> impl Iterator<Item = Statement<'s>> {
        let spec = self.0.spec;
        spec.statements.iter().map(move |data| Statement { spec, data })
    }

    /// What must be reached.
    pub fn requirements(self) -> impl Iterator<Item = Statement<'s>> {
        self.statements().filter(|statement| statement.kind() == StatementKind::Require)
    }

    /// What must hold in every round.
    pub fn guards(self) -> impl Iterator<Item = Statement<'s>> {
        self.statements().filter(|statement| statement.kind() == StatementKind::Guard)
    }

    /// The review.
    pub fn review(self) -> Option<Node<'s>> {
        self.0.child(&REVIEW)
    }

    /// Whether some statement or metric inside could not be read at all.
    pub fn lacks_metrics(self) -> bool {
        self.0.lacks(&METRIC)
    }

    /// Whether there surely is no such statement: none was read, and nothing broken may be one.
    pub fn lacks_statement(self, kind: StatementKind) -> bool {
        let name = match kind {
            StatementKind::Require => "require",
            StatementKind::Guard => "guard",
            StatementKind::Watch => "watch",
        };
        self.0.is_sure_of(name) && !self.statements().any(|statement| statement.kind() == kind)
    }
}

impl<'s> Metric<'s> {
    pub(crate) fn of(node: Node<'s>) -> Self {
        Self(node)
    }

    /// The block itself.
    pub fn node(self) -> Node<'s> {
        self.0
    }

    /// The name.
    pub fn name(self) -> &'s str {
        self.0.name()
    }

    /// Where the name stands.
    pub fn place(self) -> Span {
        self.0.place()
    }

    fn eval(self) -> Node<'s> {
        self.0.parent()
    }

    /// How it is computed or judged.
    pub fn method(self) -> Field<Named<MetricMethod>> {
        self.0.word("method")
    }

    /// What it measures: as said, or as its method implies.
    pub fn measures(self) -> Field<Measures> {
        match self.0.word::<Measures>("measures") {
            Field::Given(measures) => Field::Given(measures.value),
            Field::Broken => Field::Broken,
            Field::Missing => self.implied(MetricMethod::default_measures),
        }
    }

    /// Who judges: as said, as said for the whole `eval`, or as the method implies.
    pub fn judge(self) -> Field<Judge> {
        match self.0.word::<Judge>("judge") {
            Field::Given(judge) => Field::Given(judge.value),
            Field::Broken => Field::Broken,
            Field::Missing => match self.eval().word::<Judge>("judge") {
                Field::Given(judge) => Field::Given(judge.value),
                Field::Broken => Field::Broken,
                Field::Missing => self.implied(MetricMethod::default_judge),
            },
        }
    }

    fn implied<T>(self, default: fn(MetricMethod) -> Option<T>) -> Field<T> {
        match self.method() {
            Field::Given(method) => default(method.value).map_or(Field::Missing, Field::Given),
            // Without a method nobody knows what follows from it.
            Field::Broken | Field::Missing => Field::Broken,
        }
    }

    /// Whether more is better.
    pub fn better(self) -> Better {
        match self.0.word::<Better>("better") {
            Field::Given(better) => better.value,
            _ => self.method().given().map_or(Better::Higher, |method| method.value.default_better()),
        }
    }

    /// Whether its method can improve while the outputs do not.
    pub fn is_proxy(self) -> bool {
        self.method().given().is_some_and(|method| method.value.is_proxy())
    }

    /// The ends of its scale, in base units.
    pub fn scale(self) -> Option<(Decimal, Decimal)> {
        match self.0.list("scale") {
            Field::Given([Element { data: Number(low), .. }, Element { data: Number(high), .. }]) => {
                Some((low.value, high.value))
            }
            Field::Given(_) | Field::Broken => None,
            Field::Missing => {
                let (low, high) = self.method().given()?.value.default_scale()?;
                Some((Decimal::from(low), Decimal::from(high)))
            }
        }
    }

    /// What its readings are measured in, where the method says.
    pub fn dimension(self) -> Option<Dimension> {
        let method = self.method().given()?.value;
        match method {
            MetricMethod::Latency => Some(Dimension::Time),
            MetricMethod::Cost => Some(Dimension::Money),
            _ if self.scale().is_some() => Some(Dimension::Plain),
            _ => None,
        }
    }

    /// On which data it is judged: as said, as said for the whole `eval`, or the only test block.
    pub fn on(self) -> Field<Named<&'s str>> {
        for node in [self.0, self.eval()] {
            match node.name_of("on") {
                Field::Missing => {}
                said => return said,
            }
        }
        let mut tests = self.0.spec.data().filter(|data| data.has_role(Role::Test));
        match (tests.next(), tests.next()) {
            (Some(only), None) => Field::Given(Named { value: only.name(), span: self.place() }),
            _ => Field::Missing,
        }
    }

    /// The block of data it is judged on.
    pub fn data(self) -> Option<Data<'s>> {
        let on = self.on().given()?;
        self.0.spec.file().child_named(&DATA, on.value).map(Data)
    }

    /// The behaviours it covers: as said, or the only one.
    pub fn covers(self) -> Vec<&'s str> {
        let said = self.0.names("covers");
        if !said.is_empty() || !self.0.list("covers").is_missing() {
            return said.into_iter().map(|name| name.value).collect();
        }
        let mut behaviors = self.0.spec.behaviors();
        match (behaviors.next(), behaviors.next()) {
            (Some(only), None) => vec![only.name()],
            _ => Vec::new(),
        }
    }

    /// Which part of the data is judged.
    pub fn coverage(self) -> Field<Named<Coverage>> {
        match self.0.word("coverage") {
            Field::Missing => self.eval().word("coverage"),
            said => said,
        }
    }
}
