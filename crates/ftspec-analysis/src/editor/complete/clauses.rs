//! What comes next in `require tone >= 90%` and `when … then …`.

use ftspec_schema::{Action, Dimension, Enumerated, Statement};
use ftspec_syntax::Token;

use super::{CompletionKind, List};
use crate::editor::clause::{Clause, Next, Shape};
use crate::editor::{cards, facts, vocabulary};
use crate::spec::StatementKind;

impl List<'_> {
    /// Behind the first word of a statement.
    pub(super) fn statement(&mut self, statement: &Statement, rest: &[Token]) {
        let clause = Clause::statement(self.text, rest, statement.compares);
        let kind = match statement.name {
            "require" => StatementKind::Require,
            "guard" => StatementKind::Guard,
            _ => StatementKind::Watch,
        };
        self.next(clause, Some(kind));
    }

    /// Behind `when`.
    pub(super) fn condition(&mut self, rest: &[Token]) {
        let clause = Clause::condition(self.text, rest);
        self.next(clause, None);
    }

    fn keywords(&mut self, words: &[&str]) {
        for name in words {
            match vocabulary::find(name) {
                Some(word) => {
                    let doc = word.doc(self.lang);
                    self.word(CompletionKind::Keyword, name, "", doc, word.aliases);
                }
                None => self.word(CompletionKind::Keyword, name, "", "", &[]),
            }
        }
    }

    fn next(&mut self, clause: Clause, statement: Option<StatementKind>) {
        match clause.next {
            Next::Metric => self.metric_names(statement),
            Next::Operator => self.operators(clause),
            Next::Operand => self.operands(clause),
            Next::AfterBaseline => {
                let several = self.analysis.spec().baselines().nth(1).is_some();
                if several {
                    self.keywords(&["("]);
                }
                self.keywords(&["+", "-", "*"]);
                if statement.is_none() {
                    self.connectors(clause);
                }
            }
            Next::BaselineName => self.baselines(),
            Next::CloseParen => self.keywords(&[")"]),
            Next::Test => {
                self.keywords(&["any", "all"]);
                self.metric_names(None);
                let rounds = self.rounds_so_far();
                self.keywords(&["rounds", "spend", "date"]);
                if let Some(item) = self.items.iter_mut().find(|item| item.label == "rounds") {
                    item.detail = rounds;
                }
            }
            Next::AnyMembers => self.keywords(&["guard", "requirement"]),
            Next::AllMembers => self.keywords(&["guards", "requirements"]),
            Next::Fails => self.keywords(&["fails"]),
            Next::Hold => self.keywords(&["hold"]),
            Next::MetricVerb => {
                self.keywords(&["gains", "drops", "varies"]);
                self.operators(clause);
            }
            Next::Over => self.keywords(&["over"]),
            Next::Window => {
                for rounds in ["2", "3", "1"] {
                    self.word(CompletionKind::Value, rounds, "", "", &[]);
                }
            }
            Next::Rounds => self.keywords(&["rounds"]),
            Next::Connector => self.connectors(clause),
            Next::Action => {
                for word in Action::set().words {
                    let (lang, title) = (self.lang, self.lang.title(Action::set()));
                    let detail = lang.pick(title, word.zh);
                    self.word(CompletionKind::Word, word.name, detail, lang.doc(word), word.aliases);
                }
            }
            Next::Amount | Next::End => {}
        }
    }

    fn connectors(&mut self, clause: Clause) {
        if clause.open > 0 {
            self.keywords(&[")", "and", "or"]);
        } else {
            self.keywords(&["then", "and", "or"]);
        }
    }

    /// Metrics; in a statement those that have none of its kind yet come first.
    fn metric_names(&mut self, statement: Option<StatementKind>) {
        let analysis = self.analysis;
        let Some(eval) = analysis.spec().eval() else { return };
        let has = |name: &str| {
            eval.statements().any(|it| {
                Some(it.kind()) == statement && it.metric().value == name && !it.metric().span.touches(self.offset)
            })
        };
        let mut metrics: Vec<(bool, crate::spec::Metric)> = eval
            .metrics()
            .filter(|metric| !metric.name().is_empty())
            .map(|metric| (statement.is_some() && has(metric.name()), metric))
            .collect();
        metrics.sort_by_key(|(has, _)| *has);
        for (_, metric) in metrics {
            let detail = cards::summary(analysis, metric.node());
            self.word(CompletionKind::Name, metric.name(), &detail, "", &[]);
        }
    }

    /// Comparisons, those first that fit the direction of the metric.
    fn operators(&mut self, clause: Clause) {
        let spec = self.analysis.spec();
        let metric = clause.metric.and_then(|name| spec.eval()?.metric(name.of(self.text)));
        let lower = metric.is_some_and(|metric| metric.better() == ftspec_schema::Better::Lower);
        let list: &[&str] = match clause.shape {
            Some(Shape::Statement) if lower => &["<=", "<", ">=", ">", "=="],
            Some(Shape::Gains) => &["<", "<="],
            Some(Shape::Drops | Shape::Varies) => &[">", ">="],
            Some(Shape::Date) => &[">", ">="],
            Some(Shape::Compare) if lower => &["<=", ">=", "<", ">", "=="],
            _ => &[">=", ">", "<=", "<", "=="],
        };
        for operator in list {
            self.word(CompletionKind::Keyword, operator, "", "", &[]);
        }
    }

    fn operands(&mut self, clause: Clause) {
        let spec = self.analysis.spec();
        match clause.shape {
            Some(Shape::Statement | Shape::Compare) => {
                let reading = clause
                    .metric
                    .and_then(|name| facts::baseline(spec, name.of(self.text)))
                    .map(|(baseline, reading)| format!("{baseline}: {}", reading.mean()));
                self.keywords(&["baseline"]);
                if let (Some(reading), Some(item)) = (reading, self.items.last_mut()) {
                    item.detail = reading;
                }
            }
            Some(Shape::Date) => {
                if let Some(today) = self.analysis.config().today {
                    let today = today.to_string();
                    self.word(CompletionKind::Value, &today, self.lang.pick("today", "今天"), "", &["today", "今天"]);
                }
            }
            Some(Shape::Rounds) => {
                let so_far = self.rounds_so_far();
                for rounds in ["5", "3", "8"] {
                    self.word(CompletionKind::Value, rounds, &so_far, "", &[]);
                }
            }
            _ => {}
        }
    }

    fn baselines(&mut self) {
        let analysis = self.analysis;
        for baseline in analysis.spec().baselines().filter(|baseline| !baseline.name().is_empty()) {
            let detail = cards::summary(analysis, baseline.node());
            self.word(CompletionKind::Name, baseline.name(), &detail, "", &[]);
        }
    }

    /// Units behind a number of a statement or condition.
    pub(super) fn clause_units(&mut self, block: &'static ftspec_schema::Block, number: Token) {
        let tokens = self.line.tokens.as_slice();
        let Some((first, rest)) = tokens.split_first() else { return };
        let word = first.span.of(self.text);
        let clause = match block.statement(word) {
            Some(statement) => Clause::statement(self.text, rest, statement.compares),
            None if word == "when" => Clause::condition(self.text, rest),
            None => return,
        };
        if !matches!(clause.next, Next::Operand | Next::Amount) {
            return;
        }
        let dimensions: Vec<Dimension> = match clause.shape {
            Some(Shape::Spend) => vec![Dimension::Money, Dimension::GpuHours],
            Some(Shape::Rounds | Shape::Date) => return,
            _ => {
                let metric = clause.metric.map_or("", |metric| metric.of(self.text));
                self.reading_dimensions(metric)
            }
        };
        self.units_of(number, &dimensions);
    }
}
