//! Applying fixes: those that are sure enough, again and again, until nothing changes.

use std::collections::HashSet;

use ftspec_syntax::{Edit, MAX_ERRORS};

use crate::analysis::Analysis;
use crate::config::Config;
use crate::diagnostic::{Applicability, Diagnostic, Fix};
use crate::rule::Rule;
use crate::rules::SYNTAX;

/// A text is checked so often at the most; what is still to be mended then waits for the next time.
const MOST_ROUNDS: usize = 32;

/// What came of it.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// The mended text.
    pub text: String,
    /// The rules whose findings were mended, one entry for each fix, in the order in which they were applied.
    pub applied: Vec<&'static Rule>,
}

/// Mends a text. Safe fixes are applied, unsafe ones where they are asked for; templates have holes and are never
/// applied. A fix after which the text reads worse, with more syntax errors than before, is left out.
pub fn fix(text: &str, config: &Config, unsafe_too: bool) -> Fixed {
    let mut fixed = Fixed { text: text.to_string(), applied: Vec::new() };
    let mut seen = HashSet::from([fixed.text.clone()]);
    for _ in 0..MOST_ROUNDS {
        let next = {
            let analysis = Analysis::new(&fixed.text, config);
            let errors = syntax_errors(&analysis);
            let chosen = choose(analysis.diagnostics(), unsafe_too);
            apply_all(&fixed.text, &chosen, errors, config)
        };
        let Some((text, applied)) = next else { break };
        // Two fixes that undo each other would go on for ever.
        if !seen.insert(text.clone()) {
            break;
        }
        fixed.text = text;
        fixed.applied.extend(applied);
    }
    fixed
}

/// The text with a fix applied.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut mended = String::with_capacity(text.len() + 64);
    let mut from = 0;
    for edit in edits {
        mended.push_str(text.get(from..edit.span.start as usize).unwrap_or(""));
        mended.push_str(&edit.text);
        from = edit.span.end as usize;
    }
    mended.push_str(text.get(from..).unwrap_or(""));
    mended
}

type Chosen<'d> = Vec<(&'static Rule, &'d Fix)>;

/// For each finding the first fix that is sure enough, without those that reach into another's text.
fn choose(diagnostics: &[Diagnostic], unsafe_too: bool) -> Chosen<'_> {
    let sure = |fix: &&Fix| match fix.applicability {
        Applicability::Safe => true,
        Applicability::Unsafe => unsafe_too,
        Applicability::Template => false,
    };
    let mut chosen: Chosen = diagnostics
        .iter()
        .filter_map(|found| Some((found.rule, found.fixes.iter().find(sure)?)))
        .filter(|(_, fix)| !fix.edits.is_empty())
        .collect();
    chosen.sort_by_key(|(_, fix)| (fix.edits[0].span.start, fix.edits[0].span.end));
    let mut end = None;
    chosen.retain(|(_, fix)| {
        // Two insertions at one place would come out in an order that nobody chose.
        let apart = end.is_none_or(|end| fix.edits[0].span.start > end);
        if apart {
            end = fix.edits.last().map(|edit| edit.span.end);
        }
        apart
    });
    chosen
}

/// Applies all at once, or, where the text then reads worse, those one by one that do no harm.
fn apply_all(text: &str, chosen: &Chosen, errors: usize, config: &Config) -> Option<(String, Vec<&'static Rule>)> {
    if chosen.is_empty() {
        return None;
    }
    let together = |chosen: &[(&'static Rule, &Fix)]| {
        let edits: Vec<Edit> = chosen.iter().flat_map(|(_, fix)| fix.edits.iter().cloned()).collect();
        apply(text, &edits)
    };
    // A syntax error that is mended is gone; a fix that leaves it would be offered again without end.
    let good = |chosen: &[(&'static Rule, &Fix)], mended: &str| {
        let after = syntax_errors(&Analysis::new(mended, config));
        let mends_syntax = chosen.iter().any(|(rule, _)| *rule == &SYNTAX);
        after < errors || after == errors && (!mends_syntax || errors >= MAX_ERRORS)
    };
    let rules = |chosen: &Chosen| chosen.iter().map(|(rule, _)| *rule).collect();
    let mended = together(chosen);
    if good(chosen, &mended) {
        return Some((mended, rules(chosen)));
    }
    let alone: Chosen = chosen.iter().copied().filter(|one| good(&[*one], &together(&[*one]))).collect();
    let mended = together(&alone);
    if !alone.is_empty() && good(&alone, &mended) {
        return Some((mended, rules(&alone)));
    }
    let first: Chosen = alone.into_iter().take(1).collect();
    (!first.is_empty()).then(|| (together(&first), rules(&first)))
}

fn syntax_errors(analysis: &Analysis) -> usize {
    analysis.diagnostics().iter().filter(|found| found.rule == &SYNTAX).count()
}
