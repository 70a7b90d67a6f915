//! What several test suites need: the base spec, and how a fragment is laid over it.

pub mod binary;
pub mod chinese;
pub mod client;
pub mod folder;
pub mod generate;
pub mod laws;
pub mod plans;
pub mod specs;
pub mod strict;
pub mod terminal;
pub mod words;

use ftspec_analysis::{Analysis, Config, Date, Diagnostic};
use ftspec_syntax::tree::Item;

/// A spec that no rule speaks about.
pub const BASE: &str = include_str!("../base.ftspec");

/// The day on which the tests live.
pub fn config() -> Config {
    Config { today: Some(Date::constant(2026, 11, 21)), ..Config::default() }
}

/// Lays a fragment over the base spec: its blocks take the place of all blocks of the same keyword, its attributes
/// that of the same name. `// without: stop, round` takes blocks or attributes out. A fragment with a header of its
/// own is a whole spec and stays as it is.
pub fn over_base(fragment: &str) -> String {
    let parsed = ftspec_syntax::parse(fragment);
    if parsed.tree.items.iter().any(|item| matches!(item, Item::Header(_))) || fragment.trim().is_empty() {
        return fragment.to_string();
    }
    let name_in = |item: &Item, text: &str| match item {
        Item::Block(block) => block.keyword.of(text).to_string(),
        Item::Attribute(attribute) => attribute.name.of(text).to_string(),
        Item::Broken(broken) => broken.name.map_or(String::new(), |name| name.of(text).to_string()),
        _ => String::new(),
    };
    let mut replaced: Vec<String> = parsed.tree.items.iter().map(|item| name_in(item, fragment)).collect();
    for line in fragment.lines() {
        if let Some(names) = line.trim().strip_prefix("// without:") {
            replaced.extend(names.split(',').map(|name| name.trim().to_string()));
        }
    }
    let base = ftspec_syntax::parse(BASE);
    let mut text = String::new();
    let mut from = 0;
    for item in &base.tree.items {
        let span = match item {
            Item::Block(block) => block.span,
            Item::Attribute(attribute) => attribute.span(),
            _ => continue,
        };
        if replaced.contains(&name_in(item, BASE)) {
            text.push_str(&BASE[from..span.start as usize]);
            from = span.end as usize;
        }
    }
    text.push_str(&BASE[from..]);
    text.push('\n');
    text.push_str(fragment.trim_matches('\n'));
    text.push('\n');
    text
}

/// The findings of a text on the tests' day.
pub fn findings(text: &str) -> Vec<Diagnostic> {
    Analysis::new(text, &config()).diagnostics().to_vec()
}

/// The names of the rules that speak, with their levels, for messages.
pub fn told(text: &str) -> Vec<String> {
    findings(text)
        .iter()
        .map(|found| format!("{} {} ({}): {}", found.rule.code, found.rule.name, found.level, found.message))
        .collect()
}
