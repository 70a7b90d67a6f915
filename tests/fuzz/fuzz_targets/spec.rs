//! Any bytes that are text: tokens cover them, analysis ends, formatting keeps the tokens and settles at once.

#![no_main]

use ftspec_analysis::{Analysis, Config, Date};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let tokens = ftspec_syntax::lex(text);
    let mut at = 0;
    for token in &tokens {
        assert_eq!(token.span.start, at);
        assert!(token.span.end > at);
        at = token.span.end;
    }
    assert_eq!(at as usize, text.len());

    let analysis = Analysis::new(text, &Config { today: Some(Date::constant(2026, 11, 21)) });
    for found in analysis.diagnostics() {
        for label in &found.labels {
            assert!(text.get(label.span.range()).is_some());
        }
    }
    assert!(analysis.diagnostics().iter().any(|found| found.rule.code == "FT001") || analysis.parsed().errors.is_empty());

    let formatted = ftspec_syntax::format(text);
    assert!(ftspec_syntax::format::same_tokens(text, &formatted));
    assert_eq!(ftspec_syntax::format(&formatted), formatted);
});
