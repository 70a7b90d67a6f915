//! The plans of all examples as Markdown, in both languages, as they were read and found good: `tests/plan/golden/`.
//! `UPDATE=1 cargo test -p ftspec-tests --test plan_golden` writes them anew; read the difference.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ftspec_analysis::{Lang, VerdictKind};
use ftspec_tests::chinese::{has_chinese, has_english};
use ftspec_tests::plans::{Example, examples};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("plan/golden")
}

#[test]
fn every_example_makes_the_document_that_was_read() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut names = BTreeSet::new();
    let mut changed = Vec::new();
    for example in examples() {
        for lang in Lang::ALL {
            let name = format!("{}.{lang}.md", example.name);
            let document = ftspec_plan::markdown::render(&example.plan(lang));
            let path = folder().join(&name);
            if update {
                fs::create_dir_all(folder()).expect("the folder can be made");
                fs::write(&path, &document).expect("the document can be written");
            }
            let kept = fs::read_to_string(&path).unwrap_or_default();
            if kept != document {
                changed.push(format!("{name}: {}", difference(&kept, &document)));
            }
            names.insert(name);
        }
    }
    assert!(changed.is_empty(), "read what changed, then run with UPDATE=1\n{}", changed.join("\n"));
    let there: BTreeSet<String> = fs::read_dir(folder())
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(there, names, "one document an example and language");
}

/// The first line that differs.
fn difference(kept: &str, document: &str) -> String {
    let pairs = kept.lines().map(Some).chain(std::iter::repeat(None)).zip(document.lines());
    let first = pairs.enumerate().find(|(_, (kept, now))| *kept != Some(now));
    first.map_or("it is shorter".into(), |(at, (kept, now))| {
        format!("line {}\n- {}\n+ {now}", at + 1, kept.unwrap_or("(nothing)"))
    })
}

/// The examples are worth reading: every verdict but two is among them, and none was left out.
#[test]
fn the_examples_show_most_verdicts() {
    let examples: Vec<Example> = examples();
    assert_eq!(examples.len(), ftspec_tests::specs::below("examples").len());
    let kinds: BTreeSet<&str> = examples.iter().map(|it| it.analysis(Lang::En).verdict().kind.name()).collect();
    for kind in [VerdictKind::Ready, VerdictKind::NotReady, VerdictKind::DoNotTune, VerdictKind::Ship] {
        assert!(kinds.contains(kind.name()), "{kind:?}");
    }
}

/// Markdown reads the same for everybody: no HTML, no tab, no blank at the end of a line, every table as wide as its head.
#[test]
fn documents_are_plain_markdown() {
    for example in examples() {
        for lang in Lang::ALL {
            let document = ftspec_plan::markdown::render(&example.plan(lang));
            let prose = document.lines().filter(|line| !line.starts_with("  "));
            let html = |line: &&str| line.split('`').step_by(2).any(|text| text.contains('<'));
            assert_eq!(prose.clone().find(html), None, "{}", example.name);
            let mut width = 0;
            for line in document.lines() {
                assert_eq!(line.trim_end(), line, "{}", example.name);
                assert!(!line.contains('\t'), "{}: {line}", example.name);
                let cells = line.matches(" | ").count();
                let in_table = line.starts_with('|');
                assert!(!in_table || width == 0 || cells == width, "{}: {line}", example.name);
                width = if in_table { cells } else { 0 };
            }
        }
    }
}

/// Every way to a line leads to a line that is there, in the file beside the document.
#[test]
fn every_statement_leads_to_a_line_of_its_spec() {
    for example in examples() {
        let document = ftspec_plan::markdown::render(&example.plan(Lang::En));
        let lines = example.text.lines().count();
        let links: Vec<&str> = document.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
        assert!(links.len() >= 8, "{}: {}", example.name, links.len());
        for link in links {
            let line = link.strip_prefix(&format!("{}.ftspec#L", example.name)).expect("a line of the spec");
            let line: usize = line.parse().expect("a number");
            assert!((1..=lines).contains(&line), "{}: {link}", example.name);
        }
    }
}

/// The words of ours in a plan: what people are shown, without names, code and what was quoted.
fn ours(plan: &serde_json::Value, inside: &str, words: &mut Vec<String>) {
    const SHOWN: [&str; 20] = [
        "shown", "headline", "because", "advice", "message", "help", "question", "exit", "outcome", "says", "words",
        "missing", "showed", "role", "summary", "what", "label", "name", "distance", "seeds",
    ];
    match plan {
        serde_json::Value::Object(fields) => {
            // What the spec says is the spec's, in whatever language; so is a free name.
            if fields.len() == 2 && fields.contains_key("text") && fields.contains_key("line") {
                return;
            }
            for (name, value) in fields {
                // A route's name is ours; names of anything else are the spec's.
                let own_name = name == "name" && !fields.contains_key("standing");
                if !own_name && (name != "shown" || fields.get("shown") != fields.get("name")) {
                    ours(value, name, words);
                }
            }
        }
        serde_json::Value::Array(all) => all.iter().for_each(|value| ours(value, inside, words)),
        serde_json::Value::String(text) if SHOWN.contains(&inside) => {
            // Code, lines to be typed and what is quoted are not ours.
            let plain: String = text.lines().filter(|line| !line.starts_with("  ")).collect::<Vec<_>>().join(" ");
            let plain: String = plain.split('`').step_by(2).collect::<Vec<_>>().join(" ");
            let plain: String = plain.split('"').step_by(2).collect::<Vec<_>>().join(" ");
            // A finding may name a word of the language as it is written.
            let vocabulary = if inside == "shown" { BTreeSet::new() } else { vocabulary() };
            let mut kept = plain.split_inclusive(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_');
            let plain: String = kept
                .by_ref()
                .filter(|word| inside == "shown" || !word.contains('_'))
                .filter(|word| !vocabulary.contains(word.trim_end_matches(|sign: char| !sign.is_ascii_alphanumeric())))
                .collect();
            let mut quoted = 0;
            words.push(
                plain
                    .chars()
                    .filter(|sign| {
                        quoted += i32::from(*sign == '“');
                        let inside = quoted > 0;
                        quoted -= i32::from(*sign == '”');
                        !inside
                    })
                    .collect(),
            );
        }
        _ => {}
    }
}

/// Every word of the language.
fn vocabulary() -> BTreeSet<&'static str> {
    let blocks = ftspec_schema::all().map(|(_, block)| block).chain([&ftspec_schema::FILE]);
    let mut words = BTreeSet::new();
    for attribute in blocks.flat_map(|block| block.attributes) {
        words.insert(attribute.name);
        if let ftspec_schema::Type::Word(set) = attribute.ty {
            words.extend(set().words.iter().map(|word| word.name));
        }
    }
    words
}

/// In a Chinese document the words of ours are Chinese, but for what Chinese engineers say in English, too.
#[test]
fn chinese_documents_speak_chinese() {
    const SAID_IN_ENGLISH: [&str; 2] = ["LoRA", "QLoRA"];
    let mut wrong = Vec::new();
    let mut seen = 0;
    for example in examples() {
        let plan = example.plan(Lang::Zh);
        let json: serde_json::Value = serde_json::from_str(&ftspec_plan::json::render(&plan)).expect("it is JSON");
        let mut words = Vec::new();
        ours(&json, "", &mut words);
        seen += words.len();
        for text in words {
            let english = text.split(|sign: char| !sign.is_ascii_alphabetic());
            let english: Vec<&str> = english
                .filter(|word| word.len() > 2 && word.chars().any(|sign| sign.is_ascii_lowercase()))
                .filter(|word| !SAID_IN_ENGLISH.contains(word))
                .collect();
            if !english.is_empty() {
                wrong.push(format!("{}: {english:?} in {text}", example.name));
            }
        }
        // What the renderer adds: an example that is Chinese throughout shows no English sentence.
        if has_chinese(&plan.head.title.as_ref().map(|title| title.text.clone()).unwrap_or_default()) {
            let document = ftspec_plan::markdown::render(&plan);
            assert!(!has_english(&document), "{}", example.name);
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(seen > 1_000, "{seen}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What changed since an older version stands at the end, statement by statement.
#[test]
fn the_change_log_is_a_table() {
    let example = examples().into_iter().find(|it| it.name == "refund_replies").expect("the example is there");
    let before = example.text.replace("require tone_adherence >= 90%", "require tone_adherence >= 80%");
    for (lang, title, row) in [
        (
            Lang::En,
            "## What has changed",
            "| requirement on `tone_adherence` [L141](refund_replies.ftspec#L141) | require",
        ),
        (Lang::Zh, "## 变更记录", "| 对 `tone_adherence` 的要求 [L141](refund_replies.ftspec#L141) | require"),
    ] {
        let config = ftspec_analysis::Config { lang, ..ftspec_tests::config() };
        let older = ftspec_analysis::Analysis::new(&before, &config);
        let since = Some(ftspec_plan::Older { name: "v1|<b>", analysis: Some(&older) });
        let about = ftspec_plan::About { path: "examples/refund_replies.ftspec", since };
        let plan = ftspec_plan::Plan::new(&example.analysis(lang), &about).expect("it can be read");
        let document = ftspec_plan::markdown::render(&plan);
        let log = document.split(title).nth(1).expect("the chapter");
        assert!(log.contains("v1&#124;&lt;b>"), "{log}");
        let row = format!("{row} tone\\_adherence >= 80% | require tone\\_adherence >= 90% |");
        assert!(log.contains(&row), "{log}");
    }
}
