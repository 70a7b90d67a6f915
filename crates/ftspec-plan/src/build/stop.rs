//! The stop table in words, and which arm decides now.

use std::collections::BTreeMap;

use ftspec_analysis::quantity::Quantity;
use ftspec_analysis::say;
use ftspec_analysis::spec::{Arm, Condition, Group, StatementKind, Subject};
use ftspec_analysis::stopping::{self, Truth};
use ftspec_schema::Enumerated;
use ftspec_syntax::Span;

use super::sheet::Sheet;
use crate::plan::{self, Holds, Sentence, Stop};
use crate::words;
use crate::written::on_one_line;

pub fn stop(sheet: &Sheet) -> Option<Stop> {
    let stop = sheet.spec.stop()?;
    let rounds = sheet.history.rounds.len();
    let decides = sheet.history.deciding_arm(rounds);
    let arm = |arm: &Arm| self::arm(sheet, arm, decides.is_some_and(|deciding| deciding.span == arm.span));
    Some(Stop {
        arms: stop.arms().iter().map(arm).collect(),
        says: says(sheet, decides).into(),
        rounds: rounds as u32,
        spent: spent(sheet),
        line: sheet.line(stop.keyword()),
    })
}

fn says(sheet: &Sheet, decides: Option<&Arm>) -> String {
    let lang = sheet.lang;
    let Some(last) = sheet.spec.rounds().last() else {
        return lang
            .pick("No round was run yet, so that no condition decides.", "还没有训练过，所以还没有哪一条生效。")
            .into();
    };
    let last = last.name();
    match decides {
        None => say!(
            lang,
            "After `{last}` no condition holds: nothing speaks against another round.",
            "`{last}` 之后没有哪一条成立：可以再训一轮。"
        ),
        Some(arm) => {
            let action = arm.action.map(|action| words::word(lang, action.word())).unwrap_or_default();
            let line = sheet.line(arm.span);
            say!(
                lang,
                "After `{last}` the condition in line {line} decides: {action}.",
                "`{last}` 之后由第 {line} 行那一条决定：{action}。"
            )
        }
    }
}

fn arm(sheet: &Sheet, arm: &Arm, decides: bool) -> plan::Arm {
    let (lang, text) = (sheet.lang, sheet.spec.text());
    let rounds = sheet.history.rounds.len();
    let truth = match &arm.condition {
        Some(condition) if rounds > 0 => stopping::evaluate(condition, &sheet.history, rounds),
        _ => Truth::Unknown,
    };
    let unknown = arm.condition.as_ref().filter(|_| rounds > 0 && truth == Truth::Unknown);
    plan::Arm {
        written: written(sheet, arm),
        words: arm.condition.as_ref().map(|it| words::condition(lang, text, it)).unwrap_or_default().into(),
        action: arm
            .action
            .map(|action| plan::Term { line: arm.action_span.map(|span| sheet.line(span)), ..sheet.implied(action) }),
        holds: Holds::from(truth),
        decides,
        missing: unknown.map(|condition| missing(sheet, condition)).unwrap_or_default(),
        line: sheet.line(arm.span),
    }
}

/// The condition as it is written, on one line.
fn written(sheet: &Sheet, arm: &Arm) -> String {
    let end = arm.action_span.map_or(arm.span.end, |action| action.start);
    let line = on_one_line(Span::new(arm.span.start, end).of(sheet.spec.text()));
    let line = line.strip_prefix("when ").unwrap_or(&line);
    line.strip_suffix(" then").unwrap_or(line).to_string()
}

/// What nobody read, so that a condition cannot be told.
fn missing(sheet: &Sheet, condition: &Condition) -> Vec<Sentence> {
    let rounds = sheet.history.rounds.len();
    let mut missing: Vec<Sentence> = Vec::new();
    for atom in condition.atoms() {
        let alone = Condition::Atom(*atom);
        if stopping::evaluate(&alone, &sheet.history, rounds) != Truth::Unknown {
            continue;
        }
        for sentence in missing_of(sheet, &atom.kind, rounds) {
            if !missing.contains(&sentence) {
                missing.push(sentence);
            }
        }
    }
    missing
}

fn missing_of(sheet: &Sheet, subject: &Subject, rounds: usize) -> Vec<Sentence> {
    let (lang, text) = (sheet.lang, sheet.spec.text());
    let last = sheet.spec.rounds().last().map(|round| round.name()).unwrap_or_default();
    let unread = |metric: &str| -> Sentence {
        say!(lang, "`{metric}` was not read in `{last}`", "`{last}` 没有 `{metric}` 的读数").into()
    };
    match subject {
        Subject::AnyFails(group) | Subject::AllHold(group) => {
            let kind = match group {
                Group::Requirements => StatementKind::Require,
                Group::Guards => StatementKind::Guard,
            };
            let demands = sheet.spec.eval().into_iter().flat_map(|eval| eval.statements());
            let unknown = demands
                .filter(|demand| demand.kind() == kind)
                .filter(|demand| sheet.history.holds(*demand, rounds) == Truth::Unknown);
            unknown.map(|demand| no_reading(sheet, demand.metric().value, rounds, &unread)).collect()
        }
        Subject::Compare { name, .. } => match name.of(text) {
            "rounds" => Vec::new(),
            "spend" => vec![lang.pick("not every round says what it cost", "不是每一轮都写了花费").into()],
            "date" => vec![lang.pick("the day is not known", "不知道当天日期").into()],
            metric => vec![no_reading(sheet, metric, rounds, &unread)],
        },
        Subject::Trend { name, window, .. } => {
            let metric = name.of(text);
            let read = (1..=rounds).filter(|round| sheet.history.reading(*round, metric).is_some()).count();
            if read == rounds && sheet.history.reading(0, metric).is_some() || (rounds as u64) < u64::from(*window) {
                return vec![
                    say!(lang, "`{metric}` needs {window} rounds to be looked at", "`{metric}` 要看满 {window} 轮")
                        .into(),
                ];
            }
            vec![say!(lang, "`{metric}` was not read in every round", "`{metric}` 不是每一轮都有读数").into()]
        }
        Subject::Varies { name, .. } => {
            let metric = name.of(text);
            match sheet.history.reading(rounds, metric) {
                None => vec![unread(metric)],
                Some(_) => {
                    vec![say!(lang, "`{metric}` has one reading only", "`{metric}` 只有一个读数，看不出波动").into()]
                }
            }
        }
    }
}

/// Why a demand on a metric cannot be told: it was not read, or what it is compared with was not.
fn no_reading(sheet: &Sheet, metric: &str, rounds: usize, unread: &dyn Fn(&str) -> Sentence) -> Sentence {
    if sheet.history.reading(rounds, metric).is_none() {
        return unread(metric);
    }
    say!(sheet.lang, "no baseline reads `{metric}`", "基线没有 `{metric}` 的读数").into()
}

/// What was spent in all, a figure a unit.
fn spent(sheet: &Sheet) -> Vec<plan::Figure> {
    let mut sums: BTreeMap<&str, Quantity> = BTreeMap::new();
    for spend in sheet.history.rounds.iter().filter_map(|round| round.spend) {
        let Some(unit) = spend.unit else { continue };
        let sum = sums.entry(unit.name).or_insert(spend.with(0.into()));
        *sum = sum.with(sum.value.saturating_add(spend.value));
    }
    sums.values().map(|sum| sheet.computed(*sum)).collect()
}

/// The action that the table gave after so many rounds.
pub fn decided(sheet: &Sheet, rounds: usize) -> Option<plan::Term> {
    let arm = sheet.history.deciding_arm(rounds)?;
    arm.action.map(|action| sheet.implied(action))
}
