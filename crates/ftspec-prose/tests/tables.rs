//! A table that cannot be understood is told by file and line, and fails the build.

// The reader of the tables belongs to the build, so that no process has to bring it along.
#[path = "../build/alternatives.rs"]
mod alternatives;
#[allow(dead_code)]
#[path = "../src/character.rs"]
mod character;
#[allow(dead_code)]
#[path = "../src/class.rs"]
mod class;
#[allow(dead_code)]
#[path = "../src/class_set.rs"]
mod class_set;
#[allow(dead_code)]
#[path = "../src/ending.rs"]
mod ending;
#[allow(dead_code)]
#[path = "../src/label.rs"]
mod label;
#[allow(dead_code)]
#[path = "../src/phrases.rs"]
mod phrases;
#[allow(dead_code)]
#[path = "../src/stem.rs"]
mod stem;
#[allow(dead_code)]
#[path = "../build/tables.rs"]
mod tables;
#[allow(dead_code)]
#[path = "../src/unit.rs"]
mod unit;

use tables::Tables;

fn of_phrases(table: &str) -> Vec<String> {
    let mut tables = Tables::default();
    tables.phrases("words.txt", table);
    tables.problems
}

fn of_patterns(table: &str) -> Vec<String> {
    let mut tables = Tables::default();
    tables.patterns("patterns.txt", table);
    tables.problems
}

#[test]
fn a_sound_table_has_no_problems() {
    assert_eq!(
        of_phrases("# words\nfacts|docs: fact, =news,\n  know how\n\nfield: 医学, rag 库\n"),
        Vec::<String>::new()
    );
    assert_eq!(of_phrases("facts: (in|on|) the (wiki|=intranet), (新|)知识"), Vec::<String>::new());
    assert_eq!(
        of_patterns(
            "# rows\ngroup lesson: facts|docs\nknowledge taught: learn <6 lesson\nknowledge learns: learn|memo <<6 facts !>2:form +tune &neg # why\n"
        ),
        Vec::<String>::new()
    );
}

#[test]
fn what_is_wrong_with_phrases_is_told_by_file_and_line() {
    assert_eq!(
        of_phrases("facts: fact\nfcts: news,\n  know how\ndocs: wiki"),
        ["words.txt:2: no class is called `fcts`"]
    );
    assert_eq!(of_phrases("  orphan"), ["words.txt:1: `orphan` has no class"]);
    assert_eq!(of_phrases("facts: fact,\n  , news"), ["words.txt:2: `` holds no word"]);
    assert_eq!(
        of_phrases("\n\nfacts: a b c d e f g h i j k l m"),
        ["words.txt:3: `a b c d e f g h i j k l m` is longer than 12 words"]
    );
    assert_eq!(of_phrases("facts: (|)"), ["words.txt:1: `(|)` holds no word", "words.txt:1: `(|)` holds no word"]);
    let many = ["(a|b|c|d|e|f|g|h)"; 5].join(" ");
    assert_eq!(
        of_phrases(&format!("facts: {many}")),
        [format!("words.txt:1: `{many}` stands for 32768 phrases, more than 20000: part it")]
    );
    for unpaired in ["in) the wiki", "(in the wiki", "(in (the wiki)"] {
        assert_eq!(
            of_phrases(&format!("facts: fact\ndocs: {unpaired}")),
            [format!("words.txt:2: `{unpaired}` has a bracket without its other half")]
        );
    }
}

#[test]
fn what_is_wrong_with_patterns_is_told_by_file_and_line() {
    assert_eq!(of_patterns("knowledge learns learn"), ["patterns.txt:1: no colon in `knowledge learns learn`"]);
    assert_eq!(of_patterns("\nknowing learns: learn"), ["patterns.txt:2: no label is called `knowing`"]);
    assert_eq!(of_patterns("knowledge: learn"), ["patterns.txt:1: `knowledge` is no label and a name"]);
    assert_eq!(of_patterns("rule empty: !form"), ["patterns.txt:1: the pattern `empty` has no slots"]);
    assert_eq!(
        of_patterns("rule twice: learn !>1:form !>5:docs"),
        ["patterns.txt:1: `!>5:docs` comes on top of another of its sort: join them"]
    );
    assert_eq!(of_patterns("group pair: fact|docs"), ["patterns.txt:1: no class is called `fact`"]);
    assert_eq!(
        of_patterns("rule far: learn <x rules ~fom"),
        ["patterns.txt:1: `x` is no number", "patterns.txt:1: no class is called `fom`"]
    );
}

#[test]
fn alternatives_are_phrases_of_their_own() {
    let written = |source: &str| {
        let mut variants = Vec::new();
        alternatives::expand(source, &mut variants).unwrap();
        variants
    };
    assert_eq!(written("(in|on) the (wiki|=net)"), ["in the wiki", "in the =net", "on the wiki", "on the =net"]);
    assert_eq!(written("(新|)知识"), ["新知识", "知识"]);
}
