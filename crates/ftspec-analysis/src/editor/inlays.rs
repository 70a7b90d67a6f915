//! Small remarks behind what is written: what follows from it.

use ftspec_schema::{Enumerated, Status};
use ftspec_syntax::{Edit, Span};

use super::facts;
use super::place::settle_span;
use crate::Analysis;
use crate::lang::say;
use crate::spec::{Condition, Metric, Operand, Statement, StatementKind, Subject};

/// A remark between the characters of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inlay {
    /// Where it stands, in bytes.
    pub at: u32,
    /// What is shown: `71% → 90% +19 pts`.
    pub label: String,
    /// More words for whoever points at it; may be empty.
    pub tooltip: String,
    /// What it is.
    pub kind: InlayKind,
    /// Edits that write it into the text, for defaults; else empty.
    pub edits: Vec<Edit>,
}

/// What a remark tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InlayKind {
    /// The way from the baseline to a requirement, or what `baseline` stands for.
    Gap,
    /// How a requirement or guard did in the rounds.
    Outcome,
    /// How far rounds or spending have got towards a bound.
    Progress,
    /// A value that counts although it is not written.
    Default,
}

/// The remarks in a range, or all of them, in the order of the text.
pub fn inlays(analysis: &Analysis, range: Option<Span>) -> Vec<Inlay> {
    let text = analysis.text();
    let range = range.map_or(Span::new(0, text.len() as u32), |range| settle_span(text, range));
    let mut list = List { analysis, range, found: Vec::new() };
    list.status();
    if let Some(eval) = analysis.spec().eval() {
        for metric in eval.metrics().filter(|metric| touch(metric.node().span(), range)) {
            list.defaults(metric);
        }
        for statement in eval.statements().filter(|statement| touch(statement.span(), range)) {
            list.statement(statement);
        }
    }
    if let Some(stop) = analysis.spec().stop() {
        for arm in stop.arms().iter().filter(|arm| touch(arm.span, range)) {
            if let Some(condition) = &arm.condition {
                list.progress(condition);
            }
        }
    }
    list.found.sort_by_key(|inlay| inlay.at);
    list.found
}

fn touch(span: Span, range: Span) -> bool {
    span.start <= range.end && range.start <= span.end
}

struct List<'a> {
    analysis: &'a Analysis<'a>,
    range: Span,
    found: Vec<Inlay>,
}

impl<'a> List<'a> {
    fn push(&mut self, at: u32, kind: InlayKind, label: String, tooltip: String, edits: Vec<Edit>) {
        if self.range.touches(at) && !label.is_empty() {
            self.found.push(Inlay { at, label, tooltip, kind, edits });
        }
    }

    /// Without a line of its own a plan counts as proposed.
    fn status(&mut self) {
        let analysis = self.analysis;
        let (spec, lang) = (analysis.spec(), analysis.config().lang);
        let Some(title) = spec.title() else { return };
        if !spec.file().list("status").is_missing() {
            return;
        }
        let word = Status::Proposed.word();
        let edits = vec![Edit::insert(title.end, format!("\nstatus: {}", word.name))];
        let tooltip = lang.pick("without a `status` line a plan counts as proposed", "没有 `status` 时按 proposed 算");
        self.push(title.end, InlayKind::Default, format!("status: {}", word.name), tooltip.to_string(), edits);
    }

    /// What follows from the method of a metric and is not written.
    fn defaults(&mut self, metric: Metric) {
        let lang = self.analysis.config().lang;
        let node = metric.node();
        let Some(method) = metric.method().given() else { return };
        let mut said = Vec::new();
        let mut missing = |name: &str, word: Option<&str>| {
            if let Some(word) = word
                && node.list(name).is_missing()
            {
                said.push(format!("{name}: {word}"));
            }
        };
        missing("measures", metric.measures().given().map(|it| it.word().name));
        // That more is better goes without saying.
        missing("better", Some(method.value.default_better().word().name).filter(|word| *word == "lower"));
        missing("judge", metric.judge().given().map(|it| it.word().name));
        missing("on", metric.on().given().map(|it| it.value));
        let edits = said.iter().map(|line| node.insertion(line)).collect::<Vec<_>>();
        // Several lines for one place are one edit.
        let edits = match edits.split_first() {
            Some((first, rest)) if rest.iter().all(|edit| edit.span == first.span) => {
                vec![Edit { span: first.span, text: edits.iter().map(|edit| edit.text.as_str()).collect() }]
            }
            _ => edits,
        };
        let tooltip = lang.pick("what follows from the method, `eval` and the data", "由方法、`eval` 和数据推得");
        self.push(method.span.end, InlayKind::Default, said.join(", "), tooltip.to_string(), edits);
    }

    fn statement(&mut self, statement: Statement) {
        if statement.kind() == StatementKind::Watch || statement.comparison().is_none() {
            return;
        }
        let analysis = self.analysis;
        let (spec, lang) = (analysis.spec(), analysis.config().lang);
        let label = facts::standing(analysis, statement).join(" · ");
        let metric = statement.metric().value;
        let tooltip = match facts::baseline(spec, metric) {
            Some((baseline, reading)) => {
                let reading = reading.mean();
                say!(lang, "`{baseline}` reads {reading}", "基线 `{baseline}` 读数 {reading}")
            }
            None => String::new(),
        };
        let failed = statement.kind() == StatementKind::Guard && !facts::failures(spec, statement).is_empty();
        let kind = if failed { InlayKind::Outcome } else { InlayKind::Gap };
        self.push(statement.span().end, kind, label, tooltip, Vec::new());
    }

    /// How far rounds and spending have got.
    fn progress(&mut self, condition: &Condition) {
        let analysis = self.analysis;
        let (spec, lang, text) = (analysis.spec(), analysis.config().lang, analysis.text());
        for atom in condition.atoms() {
            let Subject::Compare { name, comparison } = &atom.kind else { continue };
            let Operand::Number(bound) = comparison.operand else { continue };
            let label = match name.of(text) {
                "rounds" => {
                    let rounds = spec.rounds().count();
                    say!(lang, "{rounds} so far", "已跑 {rounds} 轮")
                }
                "spend" => {
                    let spends = spec.rounds().filter_map(|round| round.node().quantity("spend").given());
                    let mut sum = rust_decimal::Decimal::ZERO;
                    for spend in spends.filter(|spend| spend.value.comparable(&bound)) {
                        sum = sum.saturating_add(spend.value.value);
                    }
                    let sum = bound.with(sum);
                    say!(lang, "{sum} so far", "已花 {sum}")
                }
                _ => continue,
            };
            self.push(atom.span.end, InlayKind::Progress, label, String::new(), Vec::new());
        }
    }
}
