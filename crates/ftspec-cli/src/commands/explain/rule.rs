//! The page of a rule.

use ftspec_analysis::{Lang, Rule};

use crate::output::Paint;
use crate::page::Page;

/// What a rule flags, why, with examples, and what to do.
pub fn page(rule: &Rule, lang: Lang, paint: Paint) -> String {
    let docs = &rule.docs;
    let text = docs.page(lang);
    let mut page = Page::new(paint);
    let mut facts = vec![rule.code.to_string(), rule.level.name().to_string()];
    facts.extend(rule.route.map(|route| format!("→ {route}: {}", route.advice())));
    page.title(rule.name, &facts);
    page.gap().prose(text.summary);
    if !text.why.is_empty() {
        page.heading("Why").prose(text.why);
    }
    for (heading, example) in [("Bad", docs.bad), ("Good", docs.good)] {
        if !example.trim().is_empty() {
            page.heading(heading).example(example);
        }
    }
    if !text.instead.is_empty() {
        page.heading("Instead").prose(text.instead);
    }
    if rule.is_language() {
        page.heading("When to accept it")
            .prose("Never: it is about how a spec is written, and there is always a right way.");
    } else if !text.accept_when.is_empty() {
        page.heading("When to accept it").prose(text.accept_when);
        page.prose("Then say so in the spec:");
        page.example(&format!("accept {} {{\n  because: \"…\"\n  by:      \"…\"\n}}", rule.name));
    }
    if !rule.options.is_empty() {
        page.heading("Options");
        page.list(
            rule.options
                .iter()
                .map(|option| (option.name, format!("{}; {}", option.show(option.default), option.doc(lang)))),
        );
    }
    if !rule.sources.is_empty() {
        page.heading("From");
        for source in rule.sources {
            page.prose(source.title());
        }
    }
    page.finish()
}
