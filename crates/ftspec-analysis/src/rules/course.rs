//! The course of the rounds, as the rules about stopping look at it: which metric moved from where to where.

use std::rc::Rc;

use ftspec_schema::{Measures, ROUND};
use ftspec_syntax::Span;
use rust_decimal::Decimal;

use crate::hash::HashSet;
use crate::lang::{Lang, say};
use crate::noise::{Compared, Yardstick};
use crate::rule::{Findings, Rule};
use crate::spec::{Field, Metric, Reading, Round, Spec, StatementKind};
use crate::stopping::History;

/// The rounds of a spec with what was read in them. Positions count rounds: 0 is the baseline, 1 is after the first.
pub(super) struct Course<'s> {
    pub history: Rc<History<'s>>,
    pub rounds: Vec<Round<'s>>,
    /// The noise of shares of which nothing is known.
    noise: Decimal,
}

impl<'s> Course<'s> {
    /// The course of the spec that a rule judges. None before the first round, and where something unreadable may be a
    /// round.
    pub fn of(found: &Findings<'s>) -> Option<Self> {
        Self::for_rule(found.rule, found)
    }

    /// The same course as another rule sees it, which may have been told of another noise.
    pub fn for_rule(rule: &Rule, found: &Findings<'s>) -> Option<Self> {
        let (spec, config) = (found.derived.spec, found.config);
        spec.rounds().next()?;
        if !spec.knows_all(&ROUND) {
            return None;
        }
        let has_noise = rule.options.iter().any(|option| option.name == crate::noise::OPTION.name);
        let noise = if has_noise { config.option(rule, crate::noise::OPTION.name) } else { Decimal::ZERO };
        Some(Self { history: Rc::clone(found.derived.history()), rounds: spec.rounds().collect(), noise })
    }

    /// How many rounds were run.
    pub fn last(&self) -> usize {
        self.rounds.len()
    }

    /// How a metric moved from one position to a later one.
    pub fn change(&self, metric: Metric, from: usize, to: usize) -> Compared {
        let name = metric.name();
        Yardstick::of(metric, self.noise).compare(self.history.reading(from, name), self.history.reading(to, name))
    }

    /// The reading of a metric at a position.
    pub fn reading(&self, at: usize, metric: Metric) -> Option<&Reading<'s>> {
        self.history.reading(at, metric.name())
    }

    /// Where the reading of a metric stands; else the round itself.
    pub fn place(&self, at: usize, metric: Metric) -> Span {
        self.reading(at, metric).map_or(self.round(at).place(), |reading| reading.span)
    }

    /// The round of a position, the first for the baseline's.
    pub fn round(&self, at: usize) -> Round<'s> {
        self.rounds[at.max(1).min(self.rounds.len()) - 1]
    }

    /// What a position is called: the round's name, or the baseline's.
    pub fn name(&self, lang: Lang, at: usize) -> String {
        if at == 0 {
            let baseline = self.history.spec.reference().map_or("", |baseline| baseline.name());
            return if baseline.is_empty() { say!(lang, "the baseline", "基线") } else { baseline.to_string() };
        }
        called(lang, self.round(at), at)
    }
}

/// What a round is called: its name, or its number where it has none.
pub(super) fn called(lang: Lang, round: Round, number: usize) -> String {
    match round.name() {
        "" => say!(lang, "round {number}", "第 {number} 轮"),
        name => name.to_string(),
    }
}

/// The metrics of the statements of one kind, each once, in the order of the statements.
pub(super) fn metrics_in<'s>(spec: &'s Spec, kinds: &[StatementKind]) -> Vec<Metric<'s>> {
    let Some(eval) = spec.eval() else { return Vec::new() };
    let mut seen = HashSet::default();
    let named = eval.statements().filter(|statement| kinds.contains(&statement.kind()));
    let names = named.map(|statement| statement.metric().value).filter(|name| seen.insert(*name));
    names.filter_map(|name| eval.metric(name)).collect()
}

/// The metrics that measure one of these. None where a metric does not say what it measures so that it could be
/// understood: it may be one more.
pub(super) fn metrics_that_measure<'s>(spec: &'s Spec, kinds: &[Measures]) -> Option<Vec<Metric<'s>>> {
    let mut found = Vec::new();
    for metric in spec.eval()?.metrics() {
        match metric.measures() {
            Field::Broken => return None,
            Field::Given(measures) if kinds.contains(&measures) => found.push(metric),
            Field::Given(_) | Field::Missing => {}
        }
    }
    Some(found)
}
