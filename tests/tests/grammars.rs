//! The tree-sitter grammar: its parser is the one that grammar.js makes, it reads what our parser reads and sees the
//! same items, and its queries know the words of the language.
//!
//! `UPDATE=1 cargo test -p ftspec-tests --test grammars` makes anew what is made: the parser (with Node), the word lists
//! in grammar files, and the queries of editors that are copies of ours.

mod tree_sitter_tests;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ftspec_analysis::rules::RULES;
use ftspec_analysis::{Analysis, editor};
use ftspec_syntax::tree::Item;
use ftspec_tests::specs::{below, without_marks};
use ftspec_tests::{BASE, generate, over_base};
use tree_sitter::{Node, Parser, Tree};
use tree_sitter_generate::{OptLevel, generate_parser_in_directory};
use tree_sitter_tests::{captures, corpus, highlights};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn home() -> PathBuf {
    root().join("grammar/tree-sitter")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn parse(text: &str) -> Tree {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_ftspec::LANGUAGE.into()).expect("the versions fit");
    parser.parse(text, None).expect("nothing interrupts it")
}

/// The parser is made anew and compared. Without Node it is made from grammar.json, which grammar.js has made;
/// `NEED_NODE` says that this will not do.
#[test]
fn the_parser_is_the_one_that_the_grammar_makes() {
    let node = std::process::Command::new("node").arg("--version").output().is_ok_and(|run| run.status.success());
    assert!(node || std::env::var_os("NEED_NODE").is_none(), "there is no `node`");
    let update = std::env::var_os("UPDATE").is_some() && node;
    let folder = tempfile::tempdir().expect("a folder");
    let made = if update { home().join("src") } else { folder.path().to_path_buf() };
    let from = if node { home().join("grammar.js") } else { home().join("src/grammar.json") };
    generate_parser_in_directory(
        home(),
        Some(&made),
        Some(from),
        tree_sitter::LANGUAGE_VERSION,
        None,
        Some("node"),
        true,
        OptLevel::default(),
    )
    .expect("the grammar makes a parser");
    let files: &[&str] =
        if node { &["parser.c", "grammar.json", "node-types.json", "tree_sitter/parser.h"] } else { &["parser.c"] };
    for file in files {
        let same = read(&made.join(file)) == read(&home().join("src").join(file));
        assert!(same, "src/{file} is not what grammar.js makes: run with UPDATE=1");
    }
}

#[test]
fn the_corpus_is_read_as_written() {
    let folder = home().join("test/corpus");
    let mut read_tests = 0;
    for path in fs::read_dir(folder).expect("the corpus is there").flatten().map(|entry| entry.path()) {
        for test in corpus(&read(&path)) {
            let tree = parse(&test.text);
            assert_eq!(tree_sitter_tests::written(&tree), test.tree, "{}: {}", path.display(), test.name);
            read_tests += 1;
        }
    }
    assert!(read_tests >= 15, "only {read_tests} corpus tests");
}

#[test]
fn highlights_are_where_the_tests_say() {
    let mut places = 0;
    for path in below("grammar/tree-sitter/test/highlight") {
        let text = read(&path);
        let shown = highlights(&parse(&text), &text);
        for mark in tree_sitter_tests::marks(&text) {
            let found = shown.iter().find(|(range, _)| range.contains(&mark.at)).map(|(_, name)| name.as_str());
            assert_eq!(found, Some(mark.name.as_str()), "{}:{}", path.display(), mark.line);
            places += 1;
        }
    }
    assert!(places > 50, "only {places} places");
}

/// Specs of which there are many: examples, documentation, what the generator makes.
fn many_specs() -> Vec<(String, String)> {
    let mut specs = vec![("the base".to_string(), BASE.to_string())];
    for folder in ["examples", "tests/fixtures"] {
        for path in below(folder) {
            let text = without_marks(&read(&path));
            specs.push((path.display().to_string(), text.clone()));
            specs.push((path.display().to_string(), over_base(&text)));
        }
    }
    for rule in RULES {
        specs.push((format!("the bad example of {}", rule.name), over_base(rule.docs.bad)));
        specs.push((format!("the good example of {}", rule.name), over_base(rule.docs.good)));
    }
    for (_, block) in ftspec_schema::all() {
        specs.push((format!("the example of {}", block.name), block.example.to_string()));
    }
    for seed in 0..300 {
        specs.push((format!("seed {seed}"), generate::by_grammar(seed)));
    }
    specs.push(("a long one".to_string(), generate::long(3_000)));
    specs
}

/// An item as both parsers see it: what it is, and where its first word and the whole of it stand.
type Seen = (&'static str, std::ops::Range<usize>, std::ops::Range<usize>);

fn ours(items: &[Item], seen: &mut Vec<Seen>) {
    for item in items {
        let (kind, first, whole) = match item {
            Item::Header(header) => ("header", header.keyword, header.keyword.to(header.title.span())),
            Item::Block(block) => ("block", block.keyword, block.span),
            Item::Attribute(attribute) => ("attribute", attribute.name, attribute.span()),
            Item::Statement(statement) => ("statement", statement.keyword, statement.span),
            Item::Arm(arm) => ("arm", arm.keyword, arm.span),
            Item::Broken(_) => continue,
        };
        seen.push((kind, first.range(), whole.range()));
        if let Item::Block(block) = item {
            ours(&block.items, seen);
        }
    }
}

fn theirs(node: Node<'_>, seen: &mut Vec<Seen>) {
    for item in node.children(&mut node.walk()) {
        let kind = ["header", "block", "attribute", "statement", "arm"].into_iter().find(|kind| *kind == item.kind());
        if let Some(kind) = kind {
            seen.push((kind, item.child(0).expect("it has a first word").byte_range(), item.byte_range()));
            theirs(item, seen);
        }
    }
}

#[test]
fn what_we_can_read_it_can_read_and_it_sees_the_same_items() {
    let mut read = 0;
    for (name, text) in many_specs() {
        for text in [text.replace('\n', "\r\n"), format!("\u{feff}{text}"), text] {
            let parsed = ftspec_syntax::parse(&text);
            // A misspelt header is no syntax error to us; to the grammar only `spec` begins one.
            let misspelt = parsed
                .tree
                .items
                .iter()
                .any(|item| matches!(item, Item::Header(header) if header.keyword.of(&text) != "spec"));
            if misspelt || !parsed.errors.is_empty() {
                continue;
            }
            let tree = parse(&text);
            assert!(!tree.root_node().has_error(), "{name}:\n{text}\n{}", tree.root_node().to_sexp());
            let (mut our_items, mut their_items) = (Vec::new(), Vec::new());
            ours(&parsed.tree.items, &mut our_items);
            theirs(tree.root_node(), &mut their_items);
            assert_eq!(our_items, their_items, "{name}");
            read += 1;
        }
    }
    assert!(read > 1_000, "only {read} specs could be read");
}

/// What is broken is read as well, to its end, and highlighted.
#[test]
fn broken_specs_do_no_harm() {
    let mut texts: Vec<String> = many_specs().into_iter().take(60).map(|(_, text)| text).collect();
    let example = read(&root().join("examples/refund_replies.ftspec"));
    let ends: Vec<usize> = example.char_indices().map(|(at, _)| at).step_by(97).collect();
    for (at, end) in ends.iter().enumerate() {
        texts.push(example[..*end].to_string());
        texts.push(example[*end..].to_string());
        let sign = ["{", "}", "\"", "\"\"\"", "[", "(", "when", ":", "“", "\0", "\n"][at % 11];
        texts.push(format!("{}{sign}{}", &example[..*end], &example[*end..]));
    }
    texts.extend(["{", "[", "(", "a: [", "a {", "when (", "\"\"\"", "}"].map(|piece| piece.repeat(2_000)));
    for text in texts {
        let tree = parse(&text);
        assert!(tree.root_node().end_byte() <= text.len());
        highlights(&tree, &text);
    }
}

/// A line that is being typed costs itself: all other items are still there.
#[test]
fn a_half_typed_line_costs_itself() {
    let example = read(&root().join("examples/refund_replies.ftspec"));
    let items = |text: &str| {
        let mut seen = Vec::new();
        theirs(parse(text).root_node(), &mut seen);
        seen.len()
    };
    let whole = items(&example);
    let place = example.find("  cause:").expect("the example has a cause");
    for typed in [
        "ki",
        "kind",
        "kind:",
        "kind: \"x",
        "kind: 8_",
        "kind: [a]",
        "require",
        "require a >=",
        "when",
        "when a >",
        ",",
        "//",
    ] {
        let text = format!("{}  {typed}\n{}", &example[..place], &example[place..]);
        assert!(items(&text) >= whole, "`{typed}` costs others: {} of {whole}", items(&text));
    }
}

#[test]
fn no_node_is_shown_in_two_ways() {
    for (name, text) in many_specs() {
        let shown = highlights(&parse(&text), &text);
        for pair in shown.windows(2) {
            assert!(
                pair[0].0 != pair[1].0,
                "{name}: {:?} is {} and {}",
                &text[pair[0].0.clone()],
                pair[0].1,
                pair[1].1
            );
        }
    }
}

/// Grammar files that quote words of the language, and how many lists are in each.
const WITH_LISTS: [(&str, usize); 3] = [
    ("grammar/tree-sitter/queries/highlights.scm", 2),
    ("grammar/tree-sitter/queries/locals.scm", 1),
    ("grammar/textmate/ftspec.tmLanguage.json", 3),
];

#[test]
fn word_lists_are_those_of_the_language() {
    for (name, lists) in WITH_LISTS {
        let path = root().join(name);
        let text = read(&path);
        let (filled, found) = ftspec_tests::words::filled(&text);
        assert_eq!(found, lists, "{name}");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &filled).expect("the file can be written");
        } else {
            assert!(text == filled, "the word lists in {name} are not current: run with UPDATE=1");
        }
    }
}

/// Captures that an editor's themes know by another name.
type Renamed = &'static [(&'static str, &'static str)];

const HELIX: Renamed = &[
    ("comment", "comment.line"),
    ("property", "variable.other.member"),
    ("keyword.conditional", "keyword.control.conditional"),
    ("string.escape", "constant.character.escape"),
    ("number", "constant.numeric"),
    ("boolean", "constant.builtin.boolean"),
];
const ZED: Renamed = &[("variable.builtin", "variable.special")];

/// Queries of editors that are ours, with other names for captures.
const COPIES: [(&str, &str, Renamed); 7] = [
    ("highlights.scm", "editors/neovim/queries/ftspec/highlights.scm", &[]),
    ("folds.scm", "editors/neovim/queries/ftspec/folds.scm", &[]),
    ("indents.scm", "editors/neovim/queries/ftspec/indents.scm", &[]),
    ("locals.scm", "editors/neovim/queries/ftspec/locals.scm", &[]),
    ("highlights.scm", "editors/helix/queries/ftspec/highlights.scm", HELIX),
    ("locals.scm", "editors/helix/queries/ftspec/locals.scm", &[]),
    ("highlights.scm", "editors/zed/languages/ftspec/highlights.scm", ZED),
];

#[test]
fn the_queries_of_editors_are_ours() {
    for (ours, copy, renamed) in COPIES {
        let text = read(&home().join("queries").join(ours));
        let mut made = format!("; Made from grammar/tree-sitter/queries/{ours}: change it there.\n\n");
        for line in text.split_inclusive('\n') {
            if line.starts_with(';') {
                made.push_str(line);
                continue;
            }
            // A name ends where no letter, dot or underscore follows.
            let mut pieces = line.split('@');
            made.push_str(pieces.next().unwrap_or_default());
            for piece in pieces {
                let end =
                    piece.find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '_').unwrap_or(piece.len());
                let (name, rest) = piece.split_at(end);
                let name = renamed.iter().find(|(from, _)| *from == name).map_or(name, |(_, to)| *to);
                made.push_str(&format!("@{name}{rest}"));
            }
        }
        let path = root().join(copy);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &made).expect("the file can be written");
        }
        assert!(fs::read_to_string(&path).unwrap_or_default() == made, "{copy} is not current: run with UPDATE=1");
    }
}

#[test]
fn every_query_fits_the_grammar() {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for path in fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
            if path.is_dir() && !path.ends_with("node_modules") && !path.ends_with("target") {
                walk(&path, files);
            } else if path.extension().is_some_and(|ending| ending == "scm") {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    walk(&home().join("queries"), &mut files);
    walk(&root().join("editors"), &mut files);
    assert!(files.len() >= 15, "only {} queries", files.len());
    for path in files {
        if let Err(error) = tree_sitter::Query::new(&tree_sitter_ftspec::LANGUAGE.into(), &read(&path)) {
            panic!("{}: {error}", path.display());
        }
    }
}

/// The query for names finds what the analysis finds: every place of every name that the spec itself defines.
#[test]
fn names_are_found_where_they_are_defined_and_used() {
    let mut places = 0;
    for path in below("examples") {
        let text = read(&path);
        let analysis = Analysis::new(&text, &ftspec_tests::config());
        let found = captures(&parse(&text), &text, tree_sitter_ftspec::LOCALS_QUERY);
        let of = |kind: &str| -> Vec<(usize, usize)> {
            found.iter().filter(|(_, name)| name == kind).map(|(range, _)| (range.start, range.end)).collect()
        };
        let definitions = of("local.definition");
        let defined: BTreeSet<&str> = definitions.iter().map(|(from, to)| &text[*from..*to]).collect();
        let used = of("local.reference").into_iter().filter(|(from, to)| defined.contains(&text[*from..*to]));
        let theirs: BTreeSet<(usize, usize)> = definitions.iter().copied().chain(used).collect();
        let ours: BTreeSet<(usize, usize)> = definitions
            .iter()
            .flat_map(|(from, _)| editor::references(&analysis, *from as u32, true))
            .map(|span| (span.start as usize, span.end as usize))
            .collect();
        let shown = |set: &BTreeSet<(usize, usize)>| -> Vec<String> {
            set.iter().map(|(from, to)| format!("{from} {}", &text[*from..*to])).collect()
        };
        assert_eq!(shown(&theirs), shown(&ours), "{}", path.display());
        assert_eq!(of("local.scope").len(), 1);
        places += ours.len();
    }
    assert!(places > 200, "only {places} places of names");
}

/// What is counted and not measured has a colour of its own in both grammars: it is what no metric may be called.
#[test]
fn what_is_counted_cannot_name_a_metric() {
    for grammar in ["grammar/tree-sitter/queries/highlights.scm", "grammar/textmate/ftspec.tmLanguage.json"] {
        let text = read(&root().join(grammar));
        let quoted = ["\"rounds\" \"spend\" \"date\"", "(?:rounds|spend|date)"];
        assert!(quoted.iter().any(|list| text.contains(list)), "{grammar}");
    }
    for word in ["rounds", "spend", "date"] {
        let text = BASE.replace("metric facts {", &format!("metric {word} {{"));
        assert_ne!(text, BASE);
        assert!(ftspec_tests::findings(&text).iter().any(|found| found.rule.code == "FT005"), "{word}");
    }
}

#[test]
fn all_parts_have_one_version() {
    let version = env!("CARGO_PKG_VERSION");
    for (file, quoted) in [
        ("grammar/tree-sitter/tree-sitter.json", format!("\"version\": \"{version}\"")),
        ("editors/zed/extension.toml", format!("\nversion = \"{version}\"")),
        ("editors/zed/Cargo.toml", format!("\nversion = \"{version}\"")),
    ] {
        assert!(read(&root().join(file)).contains(&quoted), "{file} is of another version than {version}");
    }
}
