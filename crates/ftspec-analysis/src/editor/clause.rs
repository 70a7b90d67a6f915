//! What comes next in a statement or a condition, read token by token up to the cursor. Works where the rest of the line
//! is not written yet, and where it is wrong.

use ftspec_syntax::tree::Operator;
use ftspec_syntax::{Span, Token, TokenKind as K};

/// What can stand next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A metric's name, behind `require`, `guard`, `watch`.
    Metric,
    /// A comparison.
    Operator,
    /// A value, or `baseline`.
    Operand,
    /// A sign and an amount, or a name in parentheses, or whatever comes behind the operand.
    AfterBaseline,
    /// The name of a baseline.
    BaselineName,
    /// `)`
    CloseParen,
    /// An amount behind a sign.
    Amount,
    /// A test: `any`, `all`, a metric, `rounds`, `spend`, `date`, `(`.
    Test,
    /// `guard` or `requirement`, behind `any`.
    AnyMembers,
    /// `guards` or `requirements`, behind `all`.
    AllMembers,
    /// `fails`
    Fails,
    /// `hold`
    Hold,
    /// A comparison, `gains`, `drops` or `varies`, behind a metric.
    MetricVerb,
    /// `over`
    Over,
    /// The number of rounds behind `over`.
    Window,
    /// `rounds`, behind that number.
    Rounds,
    /// `and`, `or`, `then`.
    Connector,
    /// An action.
    Action,
    /// Nothing more, or nothing that can be understood.
    End,
}

/// Which shape the test or statement at the cursor has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `require M >= x`, `guard M >= x`
    Statement,
    /// `M >= x` in a condition
    Compare,
    /// `rounds >= n`
    Rounds,
    /// `spend >= x`
    Spend,
    /// `date > d`
    Date,
    /// `M gains < x over n rounds`
    Gains,
    /// `M drops > x over n rounds`
    Drops,
    /// `M varies > x`
    Varies,
}

/// How far a clause was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clause {
    /// What can stand next.
    pub next: Next,
    /// The shape of the last test, as far as it is known.
    pub shape: Option<Shape>,
    /// The metric of the last test.
    pub metric: Option<Span>,
    /// Where the last test begins.
    pub start: u32,
    /// Whether the operand's parenthesis, sign or amount was written, behind `baseline`.
    pub in_baseline: bool,
    /// How many parentheses of the condition are open.
    pub open: usize,
}

impl Clause {
    /// Reads a statement behind its keyword.
    pub fn statement(text: &str, tokens: &[Token], compares: bool) -> Self {
        let start = tokens.first().map_or(0, |token| token.span.start);
        let shape = compares.then_some(Shape::Statement);
        let mut clause = Self { next: Next::Metric, shape, metric: None, start, in_baseline: false, open: 0 };
        for token in tokens {
            clause.next = match (clause.next, token.kind) {
                (Next::Metric, K::Ident) => {
                    clause.metric = Some(token.span);
                    if compares { Next::Operator } else { Next::End }
                }
                (next, _) => clause.operand(text, next, token, Next::End),
            };
        }
        clause
    }

    /// Reads a condition behind `when`.
    pub fn condition(text: &str, tokens: &[Token]) -> Self {
        let start = tokens.first().map_or(0, |token| token.span.start);
        let mut clause = Self { next: Next::Test, shape: None, metric: None, start, in_baseline: false, open: 0 };
        for token in tokens {
            clause.next = clause.step(text, token);
        }
        clause
    }

    fn step(&mut self, text: &str, token: &Token) -> Next {
        let word = if token.kind == K::Ident { token.span.of(text) } else { "" };
        match (self.next, token.kind) {
            (Next::Test, K::OpenParen) => {
                self.open += 1;
                Next::Test
            }
            (Next::Test, K::Ident) => self.test(token, word),
            (Next::AnyMembers, K::Ident) => Next::Fails,
            (Next::AllMembers, K::Ident) => Next::Hold,
            (Next::Fails | Next::Hold, K::Ident) => Next::Connector,
            (Next::MetricVerb, K::Ident) => {
                self.shape = match word {
                    "gains" => Some(Shape::Gains),
                    "drops" => Some(Shape::Drops),
                    "varies" => Some(Shape::Varies),
                    _ => return Next::End,
                };
                Next::Operator
            }
            (Next::MetricVerb, _) => self.operand(text, Next::Operator, token, Next::Connector),
            (Next::Over, K::Ident) if word == "over" => Next::Window,
            (Next::Window, K::Number) => Next::Rounds,
            (Next::Rounds, K::Ident) => Next::Connector,
            (Next::Connector | Next::AfterBaseline, K::Ident) => match word {
                "and" | "or" => {
                    (self.shape, self.metric, self.in_baseline) = (None, None, false);
                    self.start = token.span.end;
                    Next::Test
                }
                "then" => {
                    (self.shape, self.metric, self.start) = (None, None, token.span.end);
                    Next::Action
                }
                "over" if matches!(self.shape, Some(Shape::Gains | Shape::Drops)) => Next::Window,
                _ => Next::End,
            },
            (Next::Connector, K::CloseParen) => {
                self.open = self.open.saturating_sub(1);
                Next::Connector
            }
            (Next::Action, _) => Next::End,
            (next, _) => {
                let behind = match self.shape {
                    Some(Shape::Gains | Shape::Drops) => Next::Over,
                    _ => Next::Connector,
                };
                self.operand(text, next, token, behind)
            }
        }
    }

    fn test(&mut self, token: &Token, word: &str) -> Next {
        self.start = token.span.start;
        (self.metric, self.in_baseline) = (None, false);
        match word {
            "any" => Next::AnyMembers,
            "all" => Next::AllMembers,
            "rounds" => {
                self.shape = Some(Shape::Rounds);
                Next::Operator
            }
            "spend" => {
                self.shape = Some(Shape::Spend);
                Next::Operator
            }
            "date" => {
                self.shape = Some(Shape::Date);
                Next::Operator
            }
            _ => {
                (self.shape, self.metric) = (Some(Shape::Compare), Some(token.span));
                Next::MetricVerb
            }
        }
    }

    /// A comparison and its right side.
    fn operand(&mut self, text: &str, next: Next, token: &Token, behind: Next) -> Next {
        match (next, token.kind) {
            (Next::Operator, kind) if Operator::from_token(kind).is_some() || kind == K::Equals => Next::Operand,
            (Next::Operand, K::Number | K::Date) => behind,
            (Next::Operand, K::Ident) if token.span.of(text) == "baseline" => {
                self.in_baseline = true;
                Next::AfterBaseline
            }
            (Next::AfterBaseline, K::OpenParen) => Next::BaselineName,
            (Next::BaselineName, K::Ident) => Next::CloseParen,
            (Next::CloseParen, K::CloseParen) => Next::AfterBaseline,
            (Next::AfterBaseline, K::Plus | K::Minus | K::Star) => Next::Amount,
            (Next::AfterBaseline | Next::Amount, K::Number) => behind,
            (Next::AfterBaseline, K::CloseParen) => {
                self.open = self.open.saturating_sub(1);
                behind
            }
            _ => Next::End,
        }
    }
}
