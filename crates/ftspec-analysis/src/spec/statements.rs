//! `require`, `guard` and `watch`: what an evaluation demands.

use ftspec_syntax::Span;
use ftspec_syntax::tree::{self, Operator, ShiftKind};
use jiff::civil::Date;

use super::node::Named;
use super::{Spec, StatementData};
use crate::lang::say;
use crate::language::Reporter;
use crate::quantity::Quantity;
use crate::rules::{UNKNOWN_WORD, WRONG_TYPE};
use crate::suggest::{Candidate, nearest};

/// What a statement demands of its metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StatementKind {
    /// What must be reached for the project to have succeeded.
    Require,
    /// What must hold in every round.
    Guard,
    /// Read it, decide nothing by it.
    Watch,
}

/// An operator with its right side.
#[derive(Clone, Copy, Debug)]
pub struct Comparison {
    /// The operator.
    pub operator: Operator,
    /// The right side.
    pub operand: Operand,
    /// Where the right side stands.
    pub span: Span,
}

impl Comparison {
    /// As it is written when it is written tidily: `>= baseline - 2%`.
    pub fn text(&self, source: &str) -> String {
        let operator = self.operator.spelling();
        match &self.operand {
            Operand::Number(quantity) => format!("{operator} {quantity}"),
            Operand::Date(date) => format!("{operator} {date}"),
            Operand::Baseline { name, shift } => {
                let name = name.map_or(String::new(), |name| format!("({})", name.of(source)));
                let shift = shift.map_or(String::new(), |(kind, amount)| {
                    let sign = match kind {
                        ShiftKind::Plus => '+',
                        ShiftKind::Minus => '-',
                        ShiftKind::Times => '*',
                    };
                    format!(" {sign} {amount}")
                });
                format!("{operator} baseline{name}{shift}")
            }
        }
    }
}

/// The right side of a comparison.
#[derive(Clone, Copy, Debug)]
pub enum Operand {
    /// A number or quantity.
    Number(Quantity),
    /// A day.
    Date(Date),
    /// The reading of the metric in a baseline.
    Baseline {
        /// The baseline's name, where it is given.
        name: Option<Span>,
        /// What is done to the reading.
        shift: Option<(ShiftKind, Quantity)>,
    },
}

/// A statement of the `eval` block.
#[derive(Clone, Copy)]
pub struct Statement<'s> {
    pub(crate) spec: &'s Spec<'s>,
    pub(crate) data: &'s StatementData,
}

impl<'s> Statement<'s> {
    /// Which of the three.
    pub fn kind(self) -> StatementKind {
        self.data.kind
    }

    /// The first word.
    pub fn keyword(self) -> Span {
        self.data.keyword
    }

    /// The metric's name, where it stands.
    pub fn metric(self) -> Named<&'s str> {
        Named { value: self.data.subject.of(self.spec.text), span: self.data.subject }
    }

    /// What is demanded; none for `watch`, and where it was not understood.
    pub fn comparison(self) -> Option<Comparison> {
        self.data.comparison
    }

    /// All of it.
    pub fn span(self) -> Span {
        self.data.span
    }

    /// Whether it could not be understood, which has been reported.
    pub fn is_broken(self) -> bool {
        self.data.broken
    }

    /// As it is written when it is written tidily: `require tone >= 90%`.
    pub fn text(self) -> String {
        let keyword = self.data.keyword.of(self.spec.text);
        let metric = self.metric().value;
        match self.data.comparison {
            Some(comparison) => format!("{keyword} {metric} {}", comparison.text(self.spec.text)),
            None => format!("{keyword} {metric}"),
        }
    }
}

/// Reads the right side of a comparison. None where it does not fit, which has been reported.
pub(crate) fn comparison(reporter: &mut Reporter<'_>, comparison: &tree::Comparison) -> Option<Comparison> {
    let span = comparison.operand.span();
    let operand = match comparison.operand {
        tree::Operand::Number(span) => Operand::Number(reporter.quantity(span)?),
        tree::Operand::Date(span) => Operand::Date(reporter.date(span)?),
        tree::Operand::Baseline { name, shift, .. } => {
            let shift = match shift {
                Some(shift) => Some((shift.operation, reporter.quantity(shift.amount)?)),
                None => None,
            };
            Operand::Baseline { name, shift }
        }
        tree::Operand::Other(span) => {
            let (written, lang) = (span.of(reporter.text), reporter.lang);
            let message = say!(lang, "`{written}` is nothing to compare with", "不能拿 `{written}` 来比较");
            // `baseline-2%` is a syntax error, told already.
            let glued =
                written.strip_prefix("baseline-").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            if let Some(near) =
                nearest(written, [Candidate { name: "baseline", aliases: &["base", "基线"] }].into_iter())
            {
                let report = reporter.wrong(&UNKNOWN_WORD, span, message);
                Reporter::replace_name(lang, report, span, Some(near));
            } else if !glued {
                reporter
                    .wrong(&WRONG_TYPE, span, message)
                    .label(lang.pick("expected a value such as 90%, or `baseline`", "应为 90% 这样的值，或 `baseline`"))
                    .help(lang.pick(
                        "compare with a value (`>= 90%`), with the baseline's reading (`>= baseline`), or with a \
                         shifted one (`>= baseline + 5%`)",
                        "可以和一个值比（`>= 90%`），和基线的读数比（`>= baseline`），或者和加减后的读数比\
                         （`>= baseline + 5%`）",
                    ));
            }
            return None;
        }
    };
    Some(Comparison { operator: comparison.operator, operand, span })
}
