//! What changed in a plan since an older version: requirement by requirement, attribute by attribute, in the words of
//! the plan. Layout, comments and the order of items change nothing.

use std::collections::{HashMap, HashSet};

use ftspec_analysis::{Analysis, Lang, say};
use ftspec_syntax::tree::{Block, Item, Value};
use ftspec_syntax::{LineIndex, Span, text};

use crate::build::{Older, Sheet};
use crate::plan::{Change, ChangeLog};
use crate::written::on_one_line;

/// More characters of a whole block say nothing more.
const LONGEST: usize = 160;

/// The changes since an older version, in the order of the plan; what is gone stands at the end.
pub(crate) fn since(sheet: &Sheet, older: Older) -> ChangeLog {
    let Some(analysis) = older.analysis else { return all_new(sheet, older.name) };
    let (before, after) = (statements(analysis), statements(sheet.analysis));
    let old: HashMap<&str, &Statement> = before.iter().map(|it| (it.place.as_str(), it)).collect();
    let new: HashSet<&str> = after.iter().map(|it| it.place.as_str()).collect();
    let lines = LineIndex::new(sheet.analysis.text());
    let known = |place: &str| old.contains_key(place);
    let mut changes = Vec::new();
    for statement in &after {
        // A block that is new as a whole is told once.
        if statement.inside.iter().any(|block| !known(block)) {
            continue;
        }
        let before = old.get(statement.place.as_str()).map(|it| it.value.clone());
        let same = before.as_ref() == Some(&statement.value) || before.is_some() && statement.is_block;
        if !same {
            let line = Some(lines.line(statement.span.start));
            let after = Some(statement.value.clone());
            changes.push(Change {
                place: statement.place.clone(),
                what: what(sheet.lang, statement),
                before,
                after,
                line,
            });
        }
    }
    for statement in &before {
        let gone = |place: &str| !new.contains(place);
        if gone(&statement.place) && !statement.inside.iter().any(|block| gone(block)) {
            changes.push(Change {
                place: statement.place.clone(),
                what: what(sheet.lang, statement),
                before: Some(statement.value.clone()),
                after: None,
                line: None,
            });
        }
    }
    let (then, now) = (analysis.verdict().kind, sheet.analysis.verdict().kind);
    ChangeLog { since: older.name.to_string(), verdict: (then != now).then(|| [then.into(), now.into()]), changes }
}

/// The plan itself is what is new.
fn all_new(sheet: &Sheet, since: &str) -> ChangeLog {
    let title = sheet.spec.title().map(|title| sheet.quoted(title).text);
    let change = Change {
        place: "spec".to_string(),
        what: sheet.lang.pick("the plan itself", "整份计划").into(),
        before: None,
        after: Some(one_line(&title.unwrap_or_default())),
        line: Some(sheet.line(sheet.spec.header())),
    };
    ChangeLog { since: since.to_string(), verdict: None, changes: vec![change] }
}

/// Something that a plan says, with the place by which it is known.
struct Statement {
    place: String,
    /// The places of the blocks around it, from outside.
    inside: Vec<String>,
    value: String,
    is_block: bool,
    span: Span,
}

struct Walk<'a> {
    text: &'a str,
    /// How often a place was seen: equal ones are numbered.
    seen: HashMap<String, u32>,
    found: Vec<Statement>,
}

fn statements(analysis: &Analysis) -> Vec<Statement> {
    let mut walk = Walk { text: analysis.text(), seen: HashMap::new(), found: Vec::new() };
    walk.items(&analysis.parsed().tree.items, &mut Vec::new());
    walk.found
}

impl Walk<'_> {
    fn items(&mut self, items: &[Item], inside: &mut Vec<String>) {
        for item in items {
            match item {
                Item::Header(header) => self.push("spec", inside, header.title.span(), false),
                Item::Attribute(attribute) => {
                    let name = attribute.name.of(self.text).to_string();
                    let span = match &attribute.value {
                        Value::Missing(_) => continue,
                        Value::Scalar(scalar) => scalar.span(),
                        Value::List(list) => list.span,
                    };
                    self.push(&name, inside, span, false);
                }
                Item::Statement(statement) => {
                    let (keyword, subject) = (statement.keyword.of(self.text), statement.subject.of(self.text));
                    self.push(&format!("{keyword}[{subject}]"), inside, statement.span, false);
                }
                Item::Arm(arm) => {
                    let condition = on_one_line(Span::new(arm.keyword.end, arm.condition.span().end).of(self.text));
                    self.push(&format!("when {condition}"), inside, arm.span, false);
                }
                Item::Block(block) => self.block(block, inside),
                Item::Broken(_) => {}
            }
        }
    }

    fn block(&mut self, block: &Block, inside: &mut Vec<String>) {
        let keyword = block.keyword.of(self.text);
        let name = match block.label {
            Some(label) => format!("{keyword}[{}]", label.of(self.text)),
            None => keyword.to_string(),
        };
        self.push(&name, inside, block.span, true);
        if let Some(place) = self.found.last().map(|it| it.place.clone()) {
            inside.push(place);
            self.items(&block.items, inside);
            inside.pop();
        }
    }

    fn push(&mut self, name: &str, inside: &[String], span: Span, is_block: bool) {
        let mut place = match inside.last() {
            Some(block) => format!("{block}/{name}"),
            None => name.to_string(),
        };
        let number = self.seen.entry(place.clone()).or_default();
        *number += 1;
        if *number > 1 {
            place.push_str(&format!("#{number}"));
        }
        let written = span.of(self.text);
        let value = match written.starts_with('"') {
            true => one_line(&text::cook(written)),
            // A block that is new or gone is told by how it begins.
            false if is_block => cut(on_one_line(written)),
            false => on_one_line(written),
        };
        self.found.push(Statement { place, inside: inside.to_vec(), value, is_block, span });
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cut(line: String) -> String {
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// Where something stands, for people: "requirement on `tone`", "`data tickets` · `examples`".
fn what(lang: Lang, statement: &Statement) -> crate::plan::Sentence {
    let mut steps: Vec<&str> = statement.place.split('/').collect();
    // A condition may hold a slash nowhere; a label neither.
    let last = steps.pop().unwrap_or_default();
    let (keyword, label) = parts(last);
    let tail = match (keyword, label) {
        ("require", Some(metric)) => return say!(lang, "requirement on `{metric}`", "对 `{metric}` 的要求").into(),
        ("guard", Some(metric)) => return say!(lang, "guard on `{metric}`", "对 `{metric}` 的护栏").into(),
        ("watch", Some(metric)) => return say!(lang, "watch on `{metric}`", "对 `{metric}` 的观察").into(),
        ("spec", None) => return lang.pick("title", "标题").into(),
        _ if last.starts_with("when ") => return lang.pick("stop condition", "停止条件").into(),
        (keyword, Some(label)) => format!("`{keyword} {label}`"),
        (keyword, None) => format!("`{keyword}`"),
    };
    let around: Vec<String> = steps
        .iter()
        .map(|step| match parts(step) {
            (keyword, Some(label)) => format!("`{keyword} {label}`"),
            (keyword, None) => format!("`{keyword}`"),
        })
        .collect();
    around.into_iter().chain([tail]).collect::<Vec<_>>().join(" · ").into()
}

fn parts(step: &str) -> (&str, Option<&str>) {
    let step = step.split_once('#').map_or(step, |(step, _)| step);
    match step.split_once('[') {
        Some((keyword, label)) => (keyword, Some(label.trim_end_matches(']'))),
        None => (step, None),
    }
}
