//! The README is true: its specs can be read, and its commands print what stands below them.
//!
//! A fenced block `ftspec` that begins with the comment `// NAME.ftspec` is a file of that name. In a fenced block
//! `console`, a line `$ ftspec …` is run beside those files and the folder `examples`; what follows up to the next such
//! line is its whole output, or its last lines where a line `…` stands before them. Colours are off and the day is fixed.
//! `UPDATE=1 cargo test -p ftspec-tests --test readme` writes the outputs anew: read the difference before you keep it.

use std::fs;
use std::path::{Path, PathBuf};

use ftspec_analysis::Level;
use ftspec_tests::{binary, findings, over_base};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("the README is there").replace("\r\n", "\n")
}

/// The fenced blocks of a language, as line numbers of their first line and of the line that closes them.
fn blocks(lines: &[&str], language: &str) -> Vec<(usize, usize)> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if let Some(info) = lines[at].strip_prefix("```") {
            let length =
                lines[at + 1..].iter().position(|line| line.starts_with("```")).expect("every block is closed");
            if info.trim() == language {
                blocks.push((at + 1, at + 1 + length));
            }
            at += length + 1;
        }
        at += 1;
    }
    blocks
}

fn specs(readme: &str) -> Vec<String> {
    let lines: Vec<&str> = readme.lines().collect();
    blocks(&lines, "ftspec").into_iter().map(|(from, to)| lines[from..to].join("\n") + "\n").collect()
}

#[test]
fn every_spec_can_be_read() {
    let specs = specs(&readme());
    assert!(!specs.is_empty(), "the README shows a spec");
    for text in specs {
        let wrong: Vec<String> = findings(&over_base(&text))
            .iter()
            .filter(|found| found.rule.is_language() && found.level == Level::Deny)
            .map(|found| format!("{}: {}", found.rule.code, found.message))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?} in\n{text}");
    }
}

/// The pictures are there, are PNG, and load quickly; each says what it shows for whoever cannot see it.
#[test]
fn every_picture_is_there_and_small() {
    let text = readme();
    let pictures: Vec<(&str, &str)> = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("![")?.strip_suffix(".png)")?.split_once("]("))
        .collect();
    for editor in ["vscode", "neovim"] {
        assert!(pictures.iter().any(|(_, path)| path.ends_with(editor)), "no picture of {editor}: {pictures:?}");
    }
    for (words, path) in pictures {
        let bytes = fs::read(root().join(format!("{path}.png"))).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(bytes.starts_with(b"\x89PNG"), "{path} is no PNG");
        assert!(bytes.len() < 250_000, "{path} has {} bytes", bytes.len());
        assert!(words.len() > 10, "{path} has no words");
    }
}

/// What the recipes for CI call is there. They are not run: they want services.
#[test]
fn every_command_in_a_recipe_is_known() {
    let readme = readme();
    let lines: Vec<&str> = readme.lines().collect();
    let folder = tempfile::tempdir().expect("a folder of our own");
    let mut commands = 0;
    for line in blocks(&lines, "yaml").into_iter().flat_map(|(from, to)| &lines[from..to]) {
        let Some((_, command)) =
            ["run: ftspec ", "- ftspec ", "entry: ftspec "].iter().find_map(|lead| line.split_once(lead))
        else {
            continue;
        };
        let arguments = words(command.trim_end_matches([' ', '}']));
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).chain(["--help"]).collect();
        let run = binary::run(folder.path(), &arguments);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{line}");
        commands += 1;
    }
    assert!(commands > 2, "only {commands} commands in recipes");
}

/// A folder with what the README speaks of.
fn folder(readme: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder of our own");
    for text in specs(readme) {
        let name =
            text.lines().next().and_then(|line| line.strip_prefix("// ")).filter(|name| name.ends_with(".ftspec"));
        if let Some(name) = name {
            fs::write(folder.path().join(name), &text).expect("a file of our own");
        }
    }
    copy(&root().join("examples"), &folder.path().join("examples"));
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder of our own");
    for path in fs::read_dir(from).expect("a folder").flatten().map(|entry| entry.path()) {
        let copied = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            fs::copy(&path, &copied).expect("a file can be copied");
        }
    }
}

/// A command line cut into words; quotes hold words together.
fn words(line: &str) -> Vec<String> {
    line.split('"')
        .enumerate()
        .flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().map(str::to_string).collect::<Vec<_>>(),
            _ => vec![part.to_string()],
        })
        .collect()
}

#[test]
fn every_command_prints_what_stands_below_it() {
    let readme = readme();
    let folder = folder(&readme);
    let lines: Vec<&str> = readme.lines().collect();
    let mut fresh: Vec<String> = Vec::new();
    let mut written = 0;
    let mut commands = 0;
    for (from, to) in blocks(&lines, "console") {
        let mut at = from;
        while at < to {
            let command = lines[at].strip_prefix("$ ").unwrap_or_else(|| panic!("line {}: no command", at + 1));
            let arguments = command.strip_prefix("ftspec ").unwrap_or_else(|| panic!("only ftspec is run: {command}"));
            let arguments = words(arguments);
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let end = (at + 1..to).find(|&line| lines[line].starts_with("$ ")).unwrap_or(to);
            let shown = &lines[at + 1..end];

            let run = binary::run(folder.path(), &arguments);
            assert_eq!(run.err, "", "`{command}` complains");
            let printed: Vec<&str> = run.out.lines().collect();
            let last_only = shown.first() == Some(&"…");
            let kept = if last_only { printed.len().saturating_sub(shown.len() - 1) } else { 0 };

            fresh.extend(lines[written..=at].iter().map(|line| line.to_string()));
            fresh.extend(last_only.then(|| "…".to_string()));
            fresh.extend(printed[kept..].iter().map(|line| line.to_string()));
            if end < to {
                // A blank line between two commands, for the eye, belongs to neither.
                let blank = shown.iter().rev().take_while(|line| line.is_empty()).count();
                fresh.extend(std::iter::repeat_n(String::new(), blank));
            }
            written = end;
            at = end;
            commands += 1;
        }
    }
    fresh.extend(lines[written..].iter().map(|line| line.to_string()));
    assert!(commands > 0, "the README runs a command");
    let fresh = fresh.join("\n") + "\n";
    if std::env::var_os("UPDATE").is_some() {
        fs::write(root().join("README.md"), &fresh).expect("the README can be written");
    } else if let Some((at, (shown, printed))) =
        readme.lines().zip(fresh.lines()).enumerate().find(|(_, (a, b))| a != b)
    {
        panic!(
            "README.md:{}: shown   {shown}\n             printed {printed}\nUPDATE=1 writes what is printed",
            at + 1
        );
    } else {
        assert_eq!(readme, fresh, "the README ends where the output does");
    }
}
