//! The walls of the house: which crate may know which, what the core must not do, and that the map is true.
//! `ARCHITECTURE.md` says the same for people.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Which crates of ours a crate may depend on.
const MAY_DEPEND: [(&str, &[&str]); 11] = [
    ("ftspec-syntax", &[]),
    ("ftspec-schema", &[]),
    ("ftspec-prose", &[]),
    ("ftspec-analysis", &["ftspec-syntax", "ftspec-schema", "ftspec-prose"]),
    ("ftspec-draft", &["ftspec-analysis", "ftspec-syntax"]),
    ("ftspec-workspace", &["ftspec-analysis", "ftspec-syntax"]),
    ("ftspec-plan", &["ftspec-analysis", "ftspec-schema", "ftspec-syntax"]),
    ("ftspec-lsp", &["ftspec-analysis", "ftspec-plan", "ftspec-syntax", "ftspec-workspace"]),
    (
        "ftspec-cli",
        &[
            "ftspec-analysis",
            "ftspec-syntax",
            "ftspec-schema",
            "ftspec-prose",
            "ftspec-draft",
            "ftspec-plan",
            "ftspec-workspace",
            "ftspec-lsp",
        ],
    ),
    ("tree-sitter-ftspec", &[]),
    (
        "ftspec-tests",
        &[
            "ftspec-analysis",
            "ftspec-syntax",
            "ftspec-schema",
            "ftspec-prose",
            "ftspec-draft",
            "ftspec-plan",
            "ftspec-cli",
        ],
    ),
];

/// Third-party crates that only one crate of ours knows. The tests may use whatever they need.
const ONLY_IN: [(&str, &str); 17] = [
    ("logos", "ftspec-syntax"),
    ("chumsky", "ftspec-syntax"),
    ("maud", "ftspec-plan"),
    ("ariadne", "ftspec-cli"),
    ("notify", "ftspec-cli"),
    ("clap", "ftspec-cli"),
    ("anstream", "ftspec-cli"),
    ("ignore", "ftspec-workspace"),
    ("tower-lsp-server", "ftspec-lsp"),
    ("tokio", "ftspec-lsp"),
    ("self_cell", "ftspec-lsp"),
    ("inquire", "ftspec-cli"),
    ("crossterm", "ftspec-cli"),
    ("rayon", "ftspec-cli"),
    ("tempfile", "ftspec-cli"),
    ("similar", "ftspec-cli"),
    ("quick-xml", "ftspec-cli"),
];

const CORE: [&str; 6] =
    ["ftspec-syntax", "ftspec-schema", "ftspec-prose", "ftspec-analysis", "ftspec-draft", "ftspec-plan"];

/// What would tie the core to a machine. Clippy's `disallowed-methods` holds the same; this needs no clippy.
const IMPURE: [&str; 7] = ["std::fs", "std::env", "std::time", "std::thread", "std::process", "println!", "eprintln!"];

/// A file is one idea.
const MOST_LINES: usize = 460;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The Rust files below a folder of the workspace, by their path from the root.
fn sources(folder: &str) -> BTreeMap<String, String> {
    fn walk(folder: &Path, files: &mut BTreeMap<String, String>) {
        for path in fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
                files.insert(name, read(&path));
            }
        }
    }
    let mut files = BTreeMap::new();
    walk(&root().join(folder), &mut files);
    assert!(!files.is_empty(), "{folder} holds sources");
    files
}

/// The direct dependencies of every crate of ours, those for its tests left out.
fn dependencies() -> BTreeMap<String, Vec<String>> {
    let run = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--no-deps"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let metadata: Value = serde_json::from_slice(&run.stdout).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    packages
        .iter()
        .map(|package| {
            let name = package["name"].as_str().expect("a name").to_string();
            let of = package["dependencies"].as_array().expect("dependencies");
            let normal = of.iter().filter(|dependency| dependency["kind"].as_str() != Some("dev"));
            (name, normal.map(|dependency| dependency["name"].as_str().expect("a name").to_string()).collect())
        })
        .collect()
}

#[test]
fn dependencies_run_one_way() {
    for (name, dependencies) in dependencies() {
        let row = MAY_DEPEND.iter().find(|(known, _)| *known == name);
        let (_, allowed) = row.unwrap_or_else(|| panic!("{name} has a row in the table"));
        for dependency in dependencies.iter().filter(|dependency| dependency.starts_with("ftspec-")) {
            assert!(allowed.contains(&dependency.as_str()), "{name} must not depend on {dependency}");
        }
    }
}

#[test]
fn each_library_has_one_home() {
    for (name, dependencies) in dependencies() {
        for (library, home) in ONLY_IN {
            let used = dependencies.iter().any(|dependency| dependency == library);
            assert!(!used || name == home || name == "ftspec-tests", "{library} belongs to {home}, not to {name}");
        }
    }
}

#[test]
fn every_dependency_has_its_reason() {
    for name in dependencies().keys() {
        let folder = match name.as_str() {
            "ftspec-tests" => "tests".to_string(),
            "tree-sitter-ftspec" => "grammar/tree-sitter".to_string(),
            _ => format!("crates/{name}"),
        };
        let manifest = read(&root().join(&folder).join("Cargo.toml"));
        let mut inside = false;
        for line in manifest.lines() {
            if line.starts_with('[') {
                inside = line.trim_end().ends_with("dependencies]");
                continue;
            }
            let is_dependency = inside && line.starts_with(|c: char| c.is_ascii_alphanumeric()) && line.contains('=');
            if is_dependency && !line.contains(".workspace = true") {
                assert!(line.contains('#'), "{folder}/Cargo.toml: what is it for? {line}");
            }
        }
    }
}

#[test]
fn the_core_is_pure() {
    for name in CORE {
        for (path, text) in sources(&format!("crates/{name}/src")) {
            for (at, line) in text.lines().enumerate() {
                let code = line.trim_start();
                let found = IMPURE.iter().find(|word| !code.starts_with("//") && code.contains(*word));
                assert!(found.is_none(), "{path}:{}: {} in the core", at + 1, found.unwrap_or(&""));
            }
        }
    }
}

#[test]
fn every_file_is_one_idea_and_says_which() {
    for (path, text) in sources("crates") {
        if !path.contains("/src/") {
            continue;
        }
        assert!(text.starts_with("//! "), "{path} begins with what lives there");
        let lines = text.lines().count();
        assert!(lines <= MOST_LINES, "{path} has {lines} lines, more than {MOST_LINES}");
    }
}

/// The code map is the fenced block after the heading; folders end in `/`, and what stands deeper is inside them.
#[test]
fn the_code_map_is_true() {
    let text = read(&root().join("ARCHITECTURE.md"));
    let (_, section) = text.split_once("\n## Code map\n").expect("there is a code map");
    let map = section.split("```").nth(1).expect("the code map is a block");
    let mut folders: Vec<(usize, String)> = Vec::new();
    let mut entries = 0;
    for line in map.lines().skip(1).filter(|line| !line.trim().is_empty()) {
        let depth = line.len() - line.trim_start().len();
        folders.retain(|(at, _)| *at < depth);
        let above = folders.last().map_or("", |(_, path)| path).to_string();
        // Two blanks end the names; before them, several stand side by side.
        let names = line.trim_start().split("  ").next().unwrap_or_default();
        for name in names.split(", ") {
            let path = format!("{above}{name}");
            let there = root().join(&path);
            let fits = if name.ends_with('/') { there.is_dir() } else { there.is_file() };
            assert!(fits, "ARCHITECTURE.md: {path} is not there");
            entries += 1;
            if name.ends_with('/') {
                folders.push((depth, path));
            }
        }
    }
    assert!(entries > 40, "only {entries} entries in the code map");
}
