//! What holds for every text, whatever it is. The property tests and the fuzzer both ask this.

use std::collections::HashSet;

use ftspec_analysis::Analysis;
use ftspec_syntax::tree::Item;
use ftspec_syntax::{format, lex, parse};

use crate::config;

/// What a person would say of a text, wherever the findings stand.
fn said(text: &str) -> Vec<String> {
    let analysis = Analysis::new(text, &config());
    let mut said: Vec<String> = analysis
        .diagnostics()
        .iter()
        .map(|found| format!("{} {} {}", found.rule.code, found.level, found.message))
        .collect();
    said.sort();
    said.push(analysis.verdict().kind.name().to_string());
    said
}

/// Where in the plan the findings are, in its own words.
fn places(text: &str) -> Vec<String> {
    let prints = Analysis::new(text, &config()).fingerprints();
    let mut places: Vec<String> = prints.into_iter().map(|print| format!("{} {}", print.place, print.hash)).collect();
    places.sort();
    places
}

fn has_broken(items: &[Item]) -> bool {
    items.iter().any(|item| match item {
        Item::Broken(_) => true,
        Item::Block(block) => has_broken(&block.items),
        _ => false,
    })
}

/// Everything that must hold for a text, whatever it is.
///
/// # Panics
///
/// Where one of the laws is broken; the message names it.
pub fn hold(text: &str) {
    let tokens = lex(text);
    let mut at = 0;
    for token in &tokens {
        assert_eq!(token.span.start, at, "tokens stand side by side");
        assert!(token.span.end > token.span.start, "no token is empty");
        at = token.span.end;
    }
    assert_eq!(at as usize, text.len(), "tokens cover the text");

    let parsed = parse(text);
    for error in &parsed.errors {
        assert!(text.get(error.span.range()).is_some(), "an error stands in the text: {error:?}");
    }

    let analysis = Analysis::new(text, &config());
    let prints = analysis.fingerprints();
    assert_eq!(prints.len(), analysis.diagnostics().len(), "every finding has a fingerprint");
    let known: HashSet<&str> = prints.iter().map(|print| print.hash.as_str()).collect();
    assert_eq!(known.len(), prints.len(), "no two findings share one: {prints:?}");
    for found in analysis.diagnostics() {
        for span in found.labels.iter().map(|label| label.span).chain([found.span]) {
            assert!(text.get(span.range()).is_some(), "{} stands in the text: {span:?}", found.rule.code);
        }
        assert!(!analysis.place_of(found.span).is_empty(), "every finding has a place in the plan");
        assert!(!found.message.is_empty() && !found.message.ends_with('.'), "{:?}", found.message);
        for fix in &found.fixes {
            let mut end = 0;
            for edit in &fix.edits {
                assert!(edit.span.start >= end, "edits are in order and apart: {fix:?}");
                assert!(text.get(edit.span.range()).is_some(), "an edit stands in the text: {fix:?}");
                end = edit.span.end;
            }
        }
    }

    let formatted = format(text);
    assert!(format::same_tokens(text, &formatted), "formatting keeps tokens and comments:\n{text}\n---\n{formatted}");
    assert_eq!(format(&formatted), formatted, "formatting twice is formatting once:\n{text}");
    // Where the brackets do not add up, indentation says which block lacks its brace, and where an item could not be
    // read, its line break says where it ends: formatting changes both, and with them what is told.
    let by_layout = parsed.errors.iter().any(|error| {
        use ftspec_syntax::Mistake::*;
        matches!(
            error.mistake,
            MissingCloseBrace
                | MissingOpenBrace
                | MissingClose(_)
                | StrayClose
                | TooDeep
                | Unexpected { .. }
                | Leftover
                | NamelessBlock
                | MissingSeparator
                | Punctuation(">=" | "<=" | ">" | "<" | "!=" | "==")
        )
    });
    if !by_layout && !has_broken(&parsed.tree.items) {
        assert_eq!(said(text), said(&formatted), "formatting changes no finding:\n{text}\n---\n{formatted}");
    }
    // A stray piece behind an item becomes an item of its own on a line of its own.
    let broken = [&parsed, &parse(&formatted)].iter().any(|parsed| has_broken(&parsed.tree.items));
    if !by_layout && !broken {
        assert_eq!(places(text), places(&formatted), "formatting moves no finding:\n{text}\n---\n{formatted}");
    }
}
