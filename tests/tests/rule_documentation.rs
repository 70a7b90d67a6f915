//! The documentation of every rule is executed: its bad example gives exactly that finding, its good one none of it,
//! and its fixes mend what they say.

use ftspec_analysis::rules::RULES;
use ftspec_analysis::{Analysis, Applicability, Config, Lang, Rule};
use ftspec_tests::chinese::{has_chinese, has_english};
use ftspec_tests::{BASE, config, findings, over_base, told};

/// Rules whose example is not a text: a file that is not there, bytes that are no text.
const WITHOUT_EXAMPLE: [&str; 1] = ["unreadable"];

/// All rules, or those alone that `RULES=no-guard,idle-metric` names, while they are being written.
fn asked_for() -> impl Iterator<Item = &'static Rule> {
    let only = std::env::var("RULES").ok();
    let asked = move |rule: &Rule| only.as_ref().is_none_or(|only| only.split(',').any(|name| name == rule.name));
    RULES.iter().copied().filter(move |rule| asked(rule))
}

fn with_examples() -> impl Iterator<Item = &'static Rule> {
    asked_for().filter(|rule| !WITHOUT_EXAMPLE.contains(&rule.name))
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
fn documentation_is_complete_in_both_languages() {
    for rule in asked_for() {
        let docs = &rule.docs;
        for (lang, ends) in [(Lang::En, ['.', '`', '?', ')']), (Lang::Zh, ['。', '`', '？', '）'])] {
            let page = docs.page(lang);
            let mut parts = vec![("summary", page.summary), ("why", page.why), ("instead", page.instead)];
            if !rule.is_language() {
                parts.push(("accept_when", page.accept_when));
            }
            for (part, text) in parts {
                let (code, name) = (rule.code, rule.name);
                assert!(text.ends_with(ends), "{code} {name}: {part} ({lang}) is missing or unfinished: {text:?}");
                assert!(lang == Lang::En || has_chinese(text), "{code} {name}: {part} is not in Chinese: {text:?}");
            }
        }
        if !WITHOUT_EXAMPLE.contains(&rule.name) {
            assert!(!docs.bad.trim().is_empty() || rule.name == "missing-goal", "{}: no bad example", rule.name);
            assert!(!docs.good.trim().is_empty(), "{}: no good example", rule.name);
        }
        assert!(rule.is_language() || !rule.sources.is_empty(), "{}: where does it come from?", rule.name);
        for name in rule.along_with {
            assert!(RULES.iter().any(|other| other.name == *name), "{}: along with {name}?", rule.name);
        }
        for option in rule.options {
            assert!(!option.en.is_empty() && has_chinese(option.zh), "{}: what does {} bound?", rule.name, option.name);
        }
    }
}

#[test]
fn findings_speak_chinese() {
    let config = Config { lang: Lang::Zh, ..config() };
    let mut wrong = Vec::new();
    for rule in with_examples() {
        let text = over_base(rule.docs.bad);
        let english = findings(&text);
        let analysis = Analysis::new(&text, &config);
        assert_eq!(analysis.diagnostics().len(), english.len(), "{}: as many in both languages", rule.name);
        for (found, english) in analysis.diagnostics().iter().zip(&english).filter(|(found, _)| found.rule == rule) {
            assert_eq!(found.span, english.span, "{}: at the same places in both languages", rule.name);
            let titles = found.fixes.iter().map(|fix| &fix.title);
            let labels = found.labels.iter().map(|label| &label.message);
            for said in labels.chain(titles).chain([&found.message, &found.help]) {
                if has_english(said) {
                    wrong.push(format!("{} {}: {said:?}", rule.code, rule.name));
                }
            }
            if !has_chinese(&found.message) {
                wrong.push(format!("{} {}: {:?}", rule.code, rule.name, found.message));
            }
        }
    }
    assert!(wrong.is_empty(), "not in Chinese:\n{}", wrong.join("\n"));
}
