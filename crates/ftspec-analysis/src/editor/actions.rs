//! What can be done about the findings at a place.

use ftspec_schema::{Block, FILE};
use ftspec_syntax::{Edit, Span};

use super::complete::Sketch;
use super::difference;
use super::place::settle_span;
use crate::config::SetLevel;
use crate::fixes;
use crate::lang::{Lang, say};
use crate::{Analysis, Applicability, Diagnostic, Fix, Rule};

/// Something to do, with its edits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What it does, as a command.
    pub title: String,
    /// What kind of help it is.
    pub kind: ActionKind,
    /// Disjoint, in the order of the text. Empty for [`ActionKind::FixAll`]: ask [`fix_all`] when it is chosen.
    pub edits: Vec<Edit>,
    /// How sure it is; a template has holes, written `…` or standing as samples.
    pub applicability: Applicability,
    /// The finding that it is about: its index in [`Analysis::diagnostics`].
    pub diagnostic: Option<usize>,
    /// Whether it is the first thing to try for its finding.
    pub preferred: bool,
    /// Where the cursor belongs afterwards, in the edited text: its first hole.
    pub cursor: Option<Span>,
}

/// What kind of help an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActionKind {
    /// Mends one finding.
    Fix,
    /// Mends all findings of one rule.
    FixKind,
    /// Mends everything that can be mended safely.
    FixAll,
    /// Writes the block that is missing.
    Create,
    /// Writes down that the team lives with the finding.
    Accept,
}

/// What can be done about the findings that touch a range: their fixes, the same for all findings of a rule, the block
/// that is missing, a way to accept; at last everything that is safe in the whole file.
pub fn actions(analysis: &Analysis, span: Span) -> Vec<Action> {
    let span = settle_span(analysis.text(), span);
    let lang = analysis.config().lang;
    let here: Vec<(usize, &Diagnostic)> = analysis
        .diagnostics()
        .iter()
        .enumerate()
        .filter(|(_, found)| found.span.start <= span.end && span.start <= found.span.end)
        .collect();
    let mut actions = Vec::new();
    for (at, found) in &here {
        for (nth, fix) in found.fixes.iter().enumerate().filter(|(_, fix)| !fix.edits.is_empty()) {
            actions.push(Action {
                title: fix.title.clone(),
                kind: ActionKind::Fix,
                edits: fix.edits.clone(),
                applicability: fix.applicability,
                diagnostic: Some(*at),
                preferred: nth == 0 && fix.applicability != Applicability::Template,
                cursor: cursor(fix.applicability, &fix.edits),
            });
        }
    }
    let rules = each_rule(&here);
    actions.extend(rules.iter().filter_map(|(at, rule)| all_of_kind(analysis, *at, rule, lang)));
    actions.extend(here.iter().filter_map(|(at, found)| create(analysis, *at, found, lang)));
    let mut created: Vec<String> = Vec::new();
    actions.retain(|action| {
        let again = action.kind == ActionKind::Create && created.contains(&action.title);
        if action.kind == ActionKind::Create && !again {
            created.push(action.title.clone());
        }
        !again
    });
    actions.extend(rules.iter().filter_map(|(at, rule)| accept(analysis, *at, rule, lang)));
    if analysis.diagnostics().iter().any(|found| found.fixes.iter().any(is_safe)) {
        actions.push(Action {
            title: lang.pick("mend everything that is safe to mend", "修复所有可安全修复的问题").to_string(),
            kind: ActionKind::FixAll,
            edits: Vec::new(),
            applicability: Applicability::Safe,
            diagnostic: None,
            preferred: false,
            cursor: None,
        });
    }
    actions
}

/// The edits that mend everything that can be mended safely, until nothing is left to mend; in the order of the text.
pub fn fix_all(analysis: &Analysis) -> Vec<Edit> {
    if !analysis.diagnostics().iter().any(|found| found.fixes.iter().any(is_safe)) {
        return Vec::new();
    }
    let fixed = fixes::fix(analysis.text(), analysis.config(), false);
    difference::of_lines(analysis.text(), &fixed.text)
}

fn is_safe(fix: &Fix) -> bool {
    fix.applicability == Applicability::Safe && !fix.edits.is_empty()
}

/// The rules that speak here, each once, with the first of its findings.
fn each_rule(here: &[(usize, &Diagnostic)]) -> Vec<(usize, &'static Rule)> {
    let mut rules: Vec<(usize, &'static Rule)> = Vec::new();
    for (at, found) in here {
        if rules.iter().all(|(_, rule)| *rule != found.rule) {
            rules.push((*at, found.rule));
        }
    }
    rules
}

/// The first sure fix of every finding of a rule, where there are two or more that keep out of each other's way.
fn all_of_kind(analysis: &Analysis, at: usize, rule: &'static Rule, lang: Lang) -> Option<Action> {
    let sure = |fix: &&Fix| fix.applicability != Applicability::Template && !fix.edits.is_empty();
    let mut fixes: Vec<&Fix> = analysis
        .diagnostics()
        .iter()
        .filter(|found| found.rule == rule)
        .filter_map(|found| found.fixes.iter().find(sure))
        .collect();
    fixes.sort_by_key(|fix| fix.edits[0].span);
    let mut end = None;
    fixes.retain(|fix| {
        let apart = end.is_none_or(|end| fix.edits[0].span.start > end);
        if apart {
            end = fix.edits.last().map(|edit| edit.span.end);
        }
        apart
    });
    if fixes.len() < 2 {
        return None;
    }
    let (count, name) = (fixes.len(), rule.name);
    let applicability = fixes.iter().map(|fix| fix.applicability).max().unwrap_or(Applicability::Unsafe);
    Some(Action {
        title: say!(lang, "mend all {count} findings of {name}", "修复全部 {count} 处 {name}"),
        kind: ActionKind::FixKind,
        edits: fixes.iter().flat_map(|fix| fix.edits.iter().cloned()).collect(),
        applicability,
        diagnostic: Some(at),
        preferred: false,
        cursor: None,
    })
}

/// Rules that miss a whole block, and which.
const MISSING: &[(&str, &str)] = &[
    ("missing-goal", "goal"),
    ("unclear-mapping", "task"),
    ("no-target-behavior", "behavior"),
    ("prompt-not-tried", "baseline"),
    ("missing-knowledge-source", "knowledge"),
    ("retrieval-unplanned", "retrieval"),
    ("no-training-data", "data"),
    ("no-labeling-guide", "labeling"),
    ("no-eval-plan", "eval"),
    ("no-business-review", "review"),
    ("missing-risk-tier", "risk"),
    ("high-risk-without-fallback", "fallback"),
    ("no-method", "method"),
    ("no-stop-condition", "stop"),
];

/// The block whose absence a finding tells of, written out with its holes. Silent where the finding has a fix that
/// writes the same block.
fn create(analysis: &Analysis, at: usize, found: &Diagnostic, lang: Lang) -> Option<Action> {
    let (_, keyword) = MISSING.iter().find(|(rule, _)| *rule == found.rule.name)?;
    let (parent, block) = ftspec_schema::find(keyword)?;
    let file = analysis.spec().file();
    let home = if parent.name == FILE.name { file } else { file.child(parent)? };
    let many = matches!(block.count, ftspec_schema::Count::Many);
    if !many && !home.lacks(block) {
        return None;
    }
    let opening = format!("{keyword} ");
    let offered = |fix: &Fix| fix.edits.iter().any(|edit| edit.text.trim_start().starts_with(&opening));
    if found.fixes.iter().any(offered) {
        return None;
    }
    let edit = home.insertion(&template(block));
    let edits = vec![edit];
    Some(Action {
        title: say!(lang, "write a `{keyword}` block", "新建 `{keyword}` 块"),
        kind: ActionKind::Create,
        cursor: cursor(Applicability::Template, &edits),
        edits,
        applicability: Applicability::Template,
        diagnostic: Some(at),
        preferred: false,
    })
}

/// A block with holes.
fn template(block: &Block) -> String {
    let mut sketch = Sketch::default();
    sketch.block(block, None, &[]);
    sketch.plain()
}

/// `accept RULE { … }` at the end of the file, for findings that a team can live with.
fn accept(analysis: &Analysis, at: usize, rule: &'static Rule, lang: Lang) -> Option<Action> {
    let config = analysis.config();
    if rule.is_language() || config.level(rule) == Some(SetLevel::Forbid) {
        return None;
    }
    let name = rule.name;
    // Half a year is a good time to look again.
    let until = config.today.and_then(|today| today.checked_add(jiff::Span::new().months(6)).ok());
    let until = until.map_or(String::new(), |until| format!("\n  until:   {until}"));
    let item = format!("accept {name} {{\n  because: \"…\"\n  by:      \"…\"{until}\n}}");
    let edits = vec![analysis.spec().file().insertion(&item)];
    Some(Action {
        title: say!(lang, "accept {name} with a reason", "接受 {name}，写明理由"),
        kind: ActionKind::Accept,
        cursor: cursor(Applicability::Template, &edits),
        edits,
        applicability: Applicability::Template,
        diagnostic: Some(at),
        preferred: false,
    })
}

/// The first hole of a template, in the edited text.
fn cursor(applicability: Applicability, edits: &[Edit]) -> Option<Span> {
    if applicability != Applicability::Template {
        return None;
    }
    let mut shift = 0i64;
    for edit in edits {
        if let Some(at) = edit.text.find('…') {
            let start = (i64::from(edit.span.start) + shift) as u32 + at as u32;
            return Some(Span::new(start, start + '…'.len_utf8() as u32));
        }
        shift += edit.text.len() as i64 - i64::from(edit.span.end - edit.span.start);
    }
    None
}
