//! Files that are made from the schema and the rules are current. `UPDATE=1 cargo test -p ftspec-tests --test generated` makes them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ftspec_analysis::Analysis;
use ftspec_schema::{Type, UNITS};
use ftspec_tests::binary::run;
use ftspec_tests::{config, generate};

fn hold(path: &str, current: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, current).expect("the file can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == current, "{} is not current: run with UPDATE=1", path.display());
}

/// The fuzzer's dictionary: every word of the language.
#[test]
fn the_dictionary_is_current() {
    let mut words: BTreeSet<String> = BTreeSet::new();
    for word in [
        "spec \\\"x\\\"",
        "when",
        "then",
        "any guard fails",
        "all requirements hold",
        "gains",
        "drops",
        "varies",
        "over",
        "rounds",
        "spend",
        "baseline",
        ">=",
        "+-",
        "\\\"\\\"\\\"",
        "\\xef\\xbc\\x9a",
        "\\xe2\\x80\\x9c",
        "//",
    ] {
        words.insert(word.to_string());
    }
    let blocks = ftspec_schema::all().map(|(_, block)| block).chain([&ftspec_schema::FILE]);
    for block in blocks {
        words.insert(format!("{} {{", block.name));
        words.extend(block.statements().iter().map(|statement| statement.name.to_string()));
        for attribute in block.attributes {
            words.insert(format!("{}:", attribute.name));
            if let Type::Word(set) = attribute.ty {
                words.extend(set().words.iter().map(|word| word.name.to_string()));
            }
        }
    }
    words.extend(UNITS.iter().map(|unit| format!("7{}", unit.name)));
    let lines: String = words.iter().map(|word| format!("\"{word}\"\n")).collect();
    hold("fuzz/spec.dict", &format!("# Every word of the language, for the fuzzer. Made from the schema.\n{lines}"));
}

/// The pages about the rules, in both languages.
#[test]
fn the_rule_pages_are_current() {
    let here = tempfile::tempdir().expect("a folder");
    for (file, lang) in [("../docs/rules.md", "en"), ("../docs/rules.zh.md", "zh")] {
        let page = run(here.path(), &["rules", "--format", "markdown", "--lang", lang]);
        assert_eq!((page.code, page.err.as_str()), (0, ""));
        hold(file, &page.out);
    }
}

/// What the generator makes can be read: no syntax error, no unknown word.
#[test]
fn generated_specs_can_be_read() {
    for seed in 0..300 {
        let text = generate::by_grammar(seed);
        let analysis = Analysis::new(&text, &config());
        let wrong: Vec<&str> = analysis
            .diagnostics()
            .iter()
            .filter(|found| matches!(found.rule.code, "FT001" | "FT002" | "FT005" | "FT007" | "FT012" | "FT013"))
            .map(|found| found.message.as_str())
            .collect();
        assert!(wrong.is_empty(), "seed {seed}: {wrong:?}\n{text}");
    }
}

/// What the benchmarks run on is sound.
#[test]
fn benchmark_specs_are_sound() {
    for text in [generate::sound(7), generate::long(1_000)] {
        let analysis = Analysis::new(&text, &config());
        assert_eq!(analysis.verdict().kind.name(), "ready", "{text}");
    }
}

/// The JSON Schema of `ftspec.toml`: every rule with its options.
#[test]
fn the_schema_of_the_configuration_is_current() {
    let schema = ftspec_analysis::settings::schema();
    let parsed: serde_json::Value = serde_json::from_str(&schema).expect("it is JSON");
    assert!(parsed["properties"]["rules"]["properties"]["no-guard"].is_object());
    hold("../docs/schema/ftspec.toml.v1.schema.json", &schema);
}

/// The JSON Schema of a plan, and the plan of every example held against it.
#[test]
fn the_schema_of_the_plan_is_current() {
    let schema = ftspec_plan::json::schema();
    let parsed: serde_json::Value = serde_json::from_str(&schema).expect("it is JSON");
    let described = parsed["$defs"].as_object().expect("the types of the plan");
    assert!(described.len() > 40 && described.values().all(|it| it["description"].is_string()), "each says what it is");
    let validator = jsonschema::validator_for(&parsed).expect("it is a schema");
    for example in ftspec_tests::plans::examples() {
        for lang in ftspec_analysis::Lang::ALL {
            let plan = ftspec_plan::json::render(&example.plan(lang));
            let plan: serde_json::Value = serde_json::from_str(&plan).expect("it is JSON");
            let wrong: Vec<String> =
                validator.iter_errors(&plan).map(|it| format!("{}: {it}", it.instance_path())).collect();
            assert!(wrong.is_empty(), "{}: {}", example.name, wrong.join("\n"));
            let mut broken = plan.clone();
            broken["verdict"]["kind"] = "maybe".into();
            assert!(!validator.is_valid(&broken), "no such verdict");
            broken = plan;
            broken.as_object_mut().expect("an object").remove("routes");
            assert!(!validator.is_valid(&broken), "a chapter is missing");
        }
    }
    hold("../docs/schema/plan.v1.schema.json", &schema);
}
