//! The page of a rule.

use ftspec_analysis::{Rule, say};

use crate::output::Paint;
use crate::page::Page;

/// What a rule flags, why, with examples, and what to do.
pub fn page(rule: &Rule, paint: Paint) -> String {
    let (docs, lang) = (&rule.docs, paint.lang);
    let text = docs.page(lang);
    let mut page = Page::new(paint);
    let mut facts = vec![rule.code.to_string(), rule.level.name().to_string()];
    facts.extend(rule.route.map(|route| {
        let advice = route.advice(lang);
        say!(lang, "→ {route}: {advice}", "→ {route}：{advice}")
    }));
    page.title(rule.name, &facts);
    page.gap().prose(text.summary);
    if !text.why.is_empty() {
        page.heading(lang.pick("Why", "为什么")).prose(text.why);
    }
    for (heading, example) in [(lang.pick("Bad", "反例"), docs.bad), (lang.pick("Good", "正例"), docs.good)] {
        if !example.trim().is_empty() {
            page.heading(heading).example(example);
        }
    }
    if !text.instead.is_empty() {
        page.heading(lang.pick("Instead", "怎么办")).prose(text.instead);
    }
    let accept = lang.pick("When to accept it", "什么时候可以接受");
    if rule.is_language() {
        page.heading(accept).prose(lang.pick(
            "Never: it is about how a spec is written, and there is always a right way.",
            "不接受：这是写法问题，总有正确的写法。",
        ));
    } else if !text.accept_when.is_empty() {
        page.heading(accept).prose(text.accept_when);
        page.prose(lang.pick("Then say so in the spec:", "接受的话，在计划里写明："));
        page.example(&format!("accept {} {{\n  because: \"…\"\n  by:      \"…\"\n}}", rule.name));
    }
    if !rule.options.is_empty() {
        page.heading(lang.pick("Options", "选项"));
        page.list(rule.options.iter().map(|option| {
            let (default, doc) = (option.show(option.default), option.doc(lang));
            let vendor = option.vendor.map(|vendor| option.show(vendor));
            let vendor = vendor
                .map_or(String::new(), |vendor| say!(lang, " (profile vendor: {vendor})", "（vendor 档位：{vendor}）"));
            (option.name, say!(lang, "{default}{vendor}; {doc}", "{default}{vendor}；{doc}"))
        }));
    }
    if !rule.sources.is_empty() {
        page.heading(lang.pick("From", "出处"));
        for source in rule.sources {
            page.prose(source.title(lang));
        }
    }
    page.finish()
}
