//! The documentation of every rule is executed: its bad example gives exactly that finding, its good one none of it,
//! and its fixes mend what they say.

use ftspec_analysis::rules::RULES;
use ftspec_analysis::{Applicability, Rule};
use ftspec_tests::{BASE, findings, over_base, told};

/// Rules whose example is not a text: a file that is not there, bytes that are no text.
const WITHOUT_EXAMPLE: [&str; 1] = ["unreadable"];

fn with_examples() -> impl Iterator<Item = &'static Rule> {
    // `RULES=no-guard,idle-metric` looks at those alone, while they are being written.
    let only = std::env::var("RULES").ok();
    RULES
        .iter()
        .copied()
        .filter(move |rule| only.as_ref().is_none_or(|only| only.split(',').any(|name| name == rule.name)))
        .filter(|rule| !WITHOUT_EXAMPLE.contains(&rule.name))
}

#[test]
fn the_base_is_clean() {
    assert_eq!(told(BASE), Vec::<String>::new());
}

#[test]
fn bad_examples_give_exactly_their_finding() {
    let mut wrong = Vec::new();
    for rule in with_examples() {
        let text = over_base(rule.docs.bad);
        let found = findings(&text);
        let mut own = found.iter().filter(|found| found.rule == rule);
        let others: Vec<_> =
            found.iter().filter(|found| found.rule != rule && !rule.along_with.contains(&found.rule.name)).collect();
        if own.next().is_none() || !others.is_empty() {
            wrong.push(format!("{} {}: {:#?}", rule.code, rule.name, told(&text)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn good_examples_give_nothing() {
    let mut wrong = Vec::new();
    for rule in with_examples() {
        let told = told(&over_base(rule.docs.good));
        if !told.is_empty() {
            wrong.push(format!("{} {}: {told:#?}", rule.code, rule.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn fixes_mend_their_finding_and_break_nothing() {
    let mut wrong = Vec::new();
    for rule in with_examples() {
        let text = over_base(rule.docs.bad);
        for found in findings(&text) {
            for fix in &found.fixes {
                let mut mended = text.clone();
                let mut last = u32::MAX;
                for edit in fix.edits.iter().rev() {
                    assert!(edit.span.end <= last, "{}: edits overlap or are out of order", rule.name);
                    last = edit.span.start;
                    mended.replace_range(edit.span.range(), &edit.text);
                }
                let after = findings(&mended);
                let still = after.iter().filter(|other| other.rule == found.rule).count();
                let before = findings(&text).iter().filter(|other| other.rule == found.rule).count();
                // A template has holes; what it leaves open may be told.
                let broken = fix.applicability != Applicability::Template
                    && after.iter().any(|other| other.rule.code == "FT001" && found.rule.code != "FT001");
                if still >= before || broken {
                    wrong.push(format!(
                        "{} {}: `{}` gives {:#?}\n{mended}",
                        found.rule.code,
                        found.rule.name,
                        fix.title,
                        told(&mended)
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn documentation_is_complete() {
    for rule in RULES {
        let docs = &rule.docs;
        for (part, text) in [("summary", docs.summary), ("why", docs.why), ("instead", docs.instead)] {
            assert!(
                text.ends_with(['.', '`', '?']),
                "{} {}: {part} is missing or unfinished: {text:?}",
                rule.code,
                rule.name
            );
        }
        if !WITHOUT_EXAMPLE.contains(&rule.name) {
            assert!(!docs.bad.trim().is_empty() || rule.name == "missing-goal", "{}: no bad example", rule.name);
            assert!(!docs.good.trim().is_empty(), "{}: no good example", rule.name);
        }
        assert!(rule.is_language() || !docs.accept_when.is_empty(), "{}: when may it be accepted?", rule.name);
        assert!(rule.is_language() || !rule.sources.is_empty(), "{}: where does it come from?", rule.name);
        for name in rule.along_with {
            assert!(RULES.iter().any(|other| other.name == *name), "{}: along with {name}?", rule.name);
        }
    }
}
