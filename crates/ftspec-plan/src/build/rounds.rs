//! The rounds: what each was for, what changed, what it showed.

use ftspec_analysis::noise::{self, Change, Yardstick};
use ftspec_analysis::say;
use ftspec_analysis::spec::{Round, StatementKind};
use ftspec_schema::{Action, Outcome};

use super::sheet::Sheet;
use super::stop;
use crate::plan;
use crate::words;

pub fn rounds(sheet: &Sheet) -> Vec<plan::Round> {
    sheet.spec.rounds().enumerate().map(|(at, it)| round(sheet, it, at + 1)).collect()
}

/// What a round is called: its name, or its number where it has none.
pub fn called(sheet: &Sheet, round: Round, number: usize) -> String {
    match round.name() {
        "" => say!(sheet.lang, "round {number}", "第 {number} 轮"),
        name => name.to_string(),
    }
}

fn round(sheet: &Sheet, round: Round, number: usize) -> plan::Round {
    let node = round.node();
    let loss = node.list("loss").given().unwrap_or_default();
    plan::Round {
        name: called(sheet, round, number),
        date: sheet.source(node, "date").map(|date| date.text),
        purpose: sheet.text(node, "purpose"),
        expects: sheet.text(node, "expects"),
        after: sheet.word::<Action>(node, "after"),
        changes: node.names("changes").into_iter().map(|name| name.value.to_string()).collect(),
        spend: sheet.number(node, "spend"),
        loss: loss
            .iter()
            .filter_map(|element| match &element.data {
                ftspec_analysis::spec::ValueData::Number(value) => Some(sheet.figure(*value, element.span)),
                _ => None,
            })
            .collect(),
        readings: sheet.readings(sheet.history.after(number).map_or(&[][..], |measured| measured.all()).iter()),
        showed: showed(sheet, number).into(),
        outcome: sheet.word::<Outcome>(node, "outcome"),
        decided: stop::decided(sheet, number),
        note: sheet.text(node, "note"),
        line: sheet.line(round.place()),
    }
}

/// What a round showed against the one before it: what got better and worse by more than noise, and what fails now.
fn showed(sheet: &Sheet, number: usize) -> String {
    let lang = sheet.lang;
    let (mut better, mut worse, mut flat) = (Vec::new(), Vec::new(), Vec::new());
    for metric in sheet.metrics() {
        let name = metric.name();
        let yardstick = Yardstick::of(metric, noise::OPTION.default);
        let (before, after) = (sheet.history.reading(number - 1, name), sheet.history.reading(number, name));
        let compared = yardstick.compare(before, after);
        let (Some(from), Some(to)) = (compared.before, compared.after) else { continue };
        let (from, to) = (words::quantity(lang, &from), words::quantity(lang, &to));
        let way = say!(lang, "`{name}` ({from} → {to})", "`{name}`（{from} → {to}）");
        match compared.change {
            Change::Better => better.push(way),
            Change::Worse => worse.push(way),
            Change::Flat => flat.push(format!("`{name}`")),
            Change::Unknown => {}
        }
    }
    let list = |names: Vec<String>| names.join(lang.pick(", ", "、"));
    let mut sentences = Vec::new();
    if !better.is_empty() {
        let list = list(better);
        sentences.push(say!(lang, "Better: {list}.", "变好：{list}。"));
    }
    if !worse.is_empty() {
        let list = list(worse);
        sentences.push(say!(lang, "Worse: {list}.", "变差：{list}。"));
    }
    if !flat.is_empty() {
        let list = list(flat);
        sentences.push(say!(lang, "Within noise: {list}.", "噪声以内：{list}。"));
    }
    let failing = |kind| {
        let failing = sheet.history.failing(kind, number);
        list(failing.iter().map(|it| format!("`{}`", it.text())).collect())
    };
    let (guards, requirements) = (failing(StatementKind::Guard), failing(StatementKind::Require));
    if !guards.is_empty() {
        sentences.push(say!(lang, "Fails: {guards}.", "失守：{guards}。"));
    }
    if !requirements.is_empty() {
        sentences.push(say!(lang, "Not reached yet: {requirements}.", "还没达到：{requirements}。"));
    }
    if sentences.is_empty() {
        return lang.pick("Nothing was read that could be compared.", "没有可以比较的读数。").into();
    }
    sentences.join(lang.pick(" ", ""))
}
