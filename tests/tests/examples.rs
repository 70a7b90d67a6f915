//! Every example is found to be what its first comment says: `examples.expected` lists the findings and the verdict.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ftspec_analysis::Analysis;
use ftspec_syntax::format;
use ftspec_tests::config;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The example files by their path from the root.
fn examples() -> BTreeMap<String, String> {
    fn walk(folder: &Path, texts: &mut BTreeMap<String, String>) {
        for path in fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                walk(&path, texts);
            } else if path.extension().is_some_and(|ending| ending == "ftspec") {
                let name = path.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
                texts.insert(name, fs::read_to_string(&path).expect("an example is text"));
            }
        }
    }
    let mut texts = BTreeMap::new();
    walk(&root().join("examples"), &mut texts);
    texts
}

/// What is found in an example, as a line of `examples.expected`.
fn line(name: &str, text: &str) -> String {
    let analysis = Analysis::new(text, &config());
    let mut codes: Vec<&str> = analysis.diagnostics().iter().map(|found| found.rule.code).collect();
    codes.sort_unstable();
    let codes = if codes.is_empty() { String::new() } else { format!(" {}", codes.join(" ")) };
    format!("{name}:{codes} | {}", analysis.verdict().kind.name())
}

#[test]
fn every_example_has_the_findings_it_is_meant_to_have() {
    let expected = fs::read_to_string(root().join("tests/examples.expected")).expect("the list is there");
    let found: Vec<String> = examples().iter().map(|(name, text)| line(name, text)).collect();
    assert_eq!(found.join("\n"), expected.trim_end());
}

#[test]
fn every_example_says_what_it_shows_and_is_formatted() {
    for (name, text) in examples() {
        assert!(text.starts_with("// "), "{name} begins with what it shows");
        assert_eq!(format(&text), text, "{name} is formatted");
    }
}

#[test]
fn the_examples_are_the_set_that_was_promised() {
    let examples = examples();
    let chinese = |text: &str| text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count() > 100;
    assert!(examples.len() >= 12, "{} examples", examples.len());
    assert!(examples.values().filter(|text| chinese(text)).count() >= 2, "two in Chinese");
    assert!(examples.keys().filter(|name| name.ends_with("_mended.ftspec")).count() >= 2, "two mended twins");
    let readme = fs::read_to_string(root().join("examples/README.md")).expect("the table is there");
    for name in examples.keys() {
        let name = name.strip_prefix("examples/").expect("an example");
        assert!(readme.contains(name), "{name} is in the table of examples");
    }
}
