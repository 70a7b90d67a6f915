//! In Chinese the checker finds the same as in English: as many findings at the same places with the same fixes.

use std::fs;

use ftspec_analysis::rules::RULES;
use ftspec_analysis::{Analysis, Applicability, Config, Diagnostic, Fix, Lang, Route, VerdictKind};
use ftspec_syntax::Edit;
use ftspec_tests::chinese::{has_chinese, has_english};
use ftspec_tests::specs::{below, without_marks};
use ftspec_tests::{config, findings, over_base};

/// The texts of all fixtures, all examples, and the bad examples of the rules, with names for messages. `RULES=a,b`
/// leaves those of some rules, while they are being written.
fn texts() -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = ["tests/fixtures", "examples"]
        .into_iter()
        .flat_map(below)
        .map(|path| {
            let plain = without_marks(&fs::read_to_string(&path).expect("a spec is text"));
            let text = if plain.starts_with("// over the base") { over_base(&plain) } else { plain };
            (path.display().to_string(), text)
        })
        .collect();
    texts.extend(RULES.iter().map(|rule| (rule.name.to_string(), over_base(rule.docs.bad))));
    texts
}

/// Whether the words of a rule are looked at: those of every rule, unless `RULES` names some.
fn asked_for(name: &str) -> bool {
    std::env::var("RULES").map_or(true, |only| only.split(',').any(|asked| asked == name))
}

/// What does not depend on the language.
fn facts(found: &Diagnostic) -> String {
    let spans: Vec<_> = found.labels.iter().map(|label| label.span).collect();
    // What a template leaves to be filled in may be said in either language.
    let shown = |fix: &Fix, edit: &Edit| {
        if fix.applicability == Applicability::Template { String::new() } else { edit.text.clone() }
    };
    let edits = |fix: &Fix| fix.edits.iter().map(|edit| (edit.span, shown(fix, edit))).collect::<Vec<_>>();
    let fixes: Vec<_> = found.fixes.iter().map(|fix| (fix.applicability, edits(fix))).collect();
    let head = (found.rule.code, found.level, found.span, found.route, found.unsaid);
    format!("{head:?} {spans:?} {fixes:?} {}", found.help.is_empty())
}

/// Everything that a finding says.
fn words(found: &Diagnostic) -> impl Iterator<Item = &str> {
    let labels = found.labels.iter().map(|label| label.message.as_str());
    let titles = found.fixes.iter().map(|fix| fix.title.as_str());
    [found.message.as_str(), found.help.as_str()].into_iter().chain(labels).chain(titles)
}

#[test]
fn findings_are_the_same_in_both_languages() {
    let chinese = Config { lang: Lang::Zh, ..config() };
    for (name, text) in texts() {
        let english: Vec<String> = findings(&text).iter().map(facts).collect();
        let analysis = Analysis::new(&text, &chinese);
        let found: Vec<String> = analysis.diagnostics().iter().map(facts).collect();
        assert_eq!(found, english, "{name}");
    }
}

#[test]
fn findings_speak_chinese_wherever_they_are_found() {
    let chinese = Config { lang: Lang::Zh, ..config() };
    let mut wrong = Vec::new();
    for (name, text) in texts() {
        let analysis = Analysis::new(&text, &chinese);
        for found in analysis.diagnostics().iter().filter(|found| asked_for(found.rule.name)) {
            let code = found.rule.code;
            wrong.extend(words(found).filter(|said| has_english(said)).map(|said| format!("{name} {code}: {said:?}")));
            if !has_chinese(&found.message) {
                wrong.push(format!("{name} {code}: {:?}", found.message));
            }
            // A headline is no sentence, and Chinese sentences take full-width marks.
            let plain: String = found.message.split('`').step_by(2).collect();
            if plain.ends_with(['。', '.']) || plain.contains(", ") || plain.contains("; ") {
                wrong.push(format!("{name} {code}: punctuation of {:?}", found.message));
            }
        }
    }
    assert!(wrong.is_empty(), "not in Chinese:\n{}", wrong.join("\n"));
}

#[test]
fn verdicts_and_routes_speak_chinese() {
    let kinds =
        [VerdictKind::Ready, VerdictKind::NotReady, VerdictKind::DoNotTune, VerdictKind::StopTuning, VerdictKind::Ship];
    let routes: Vec<Route> = RULES.iter().filter_map(|rule| rule.route).collect();
    let sentences = kinds.iter().map(|kind| kind.sentence(Lang::Zh));
    for said in sentences.chain(routes.iter().map(|route| route.advice(Lang::Zh))) {
        assert!(has_chinese(said) && !has_english(said), "{said}");
    }
}
