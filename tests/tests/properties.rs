//! What holds for every text, tried on texts that nobody would write.

use std::fs;
use std::path::Path;

use ftspec_tests::BASE;
use ftspec_tests::laws::hold;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Every example of the repository.
fn examples() -> Vec<String> {
    fn walk(folder: &Path, texts: &mut Vec<String>) {
        let mut entries: Vec<_> = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, texts);
            } else if path.extension().is_some_and(|ending| ending == "ftspec") {
                texts.push(fs::read_to_string(path).expect("an example is text"));
            }
        }
    }
    let mut texts = vec![BASE.to_string()];
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples"), &mut texts);
    assert!(texts.len() > 10, "only {} examples", texts.len());
    texts
}

/// Pieces that texts are made of, the ones that hurt among them.
const PIECES: &[&str] = &[
    "spec \"a\"",
    "goal {",
    "}",
    "{",
    "kind: style",
    "kind",
    ":",
    "：",
    ",",
    "，",
    ";",
    "[",
    "]",
    "(",
    ")",
    "（",
    "\"",
    "\"\"\"",
    "“x”",
    "'x'",
    "\n",
    "\n\n\n",
    "\r\n",
    " ",
    "\t",
    "\u{3000}",
    "\u{feff}",
    "\0",
    "// note",
    "# note",
    "when any guard fails then freeze",
    "when",
    "then",
    "and",
    "or",
    "require m >= 90%",
    "guard m >= baseline - 2%",
    "baseline-2%",
    "m gains < 1% over 2 rounds",
    "rounds >= 5",
    "eval {",
    "metric m {",
    "readings {",
    "stop {",
    "round r1 {",
    "data d { role: train, examples: 8_200 }",
    "71% +- 2%",
    "±",
    "800ms",
    "12 k",
    "-3",
    "1e-4",
    "2026-02-30",
    "true",
    "语气一致",
    "覆盖: [长度、风格]",
    "\\",
    "\\u{1F600}",
    "é",
    "😀",
    "==",
    "=>",
    "≥",
    "*",
    "+",
    "-",
    "%",
    "accept no-guard {",
    "x y z",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![8 => prop::sample::select(PIECES).prop_map(str::to_string), 1 => any::<String>()],
        0..40,
    )
    .prop_map(|pieces| {
        let mut text = String::new();
        for (at, piece) in pieces.iter().enumerate() {
            text.push_str(piece);
            // Mostly a blank or a line break between, so that items have a chance.
            text.push_str(["", " ", "\n", " "][at % 4]);
        }
        text
    })
}

/// Everybody's run tries the same texts, so that a failure is somebody's change; `SEED=…` tries others.
fn seed() -> u64 {
    std::env::var("SEED").map_or(1, |seed| seed.parse().expect("SEED is a number"))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 3_000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed()),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_keeps_every_promise(text in text()) {
        hold(&text);
    }
}

#[test]
fn every_example_keeps_every_promise() {
    for text in examples() {
        hold(&text);
        hold(&text.replace('\n', "\r\n"));
        hold(&format!("\u{feff}{text}"));
    }
}

/// What the fuzzer found, kept for good.
#[test]
fn what_the_fuzzer_found_keeps_every_promise() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/found");
    let entries: Vec<_> = fs::read_dir(folder).expect("the inputs found").flatten().collect();
    assert!(!entries.is_empty());
    for entry in entries {
        hold(&fs::read_to_string(entry.path()).expect("inputs are text"));
    }
}

/// A small generator, so that a failure can be had again by its number.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

/// Breaks the examples in 20 000 ways: takes out, doubles, swaps and inserts pieces, cuts off the end.
#[test]
fn broken_examples_keep_every_promise() {
    let examples = examples();
    for round in 0..20_000u64 {
        let mut random = Seeded((round + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut text = examples[random.below(examples.len())].clone();
        for _ in 0..=random.below(3) {
            let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = random.below(boundaries.len());
            let to = (from + 1 + random.below(12)).min(boundaries.len() - 1);
            let (start, end) = (boundaries[from], boundaries[to.max(from)]);
            match random.below(5) {
                0 => text.replace_range(start..end, ""),
                1 => text.insert_str(start, PIECES[random.below(PIECES.len())]),
                2 => text.replace_range(start..end, PIECES[random.below(PIECES.len())]),
                3 => {
                    let piece = text[start..end].to_string();
                    let other = boundaries[random.below(boundaries.len())];
                    text.insert_str(other, &piece);
                }
                _ if random.below(4) == 0 => text.truncate(start),
                _ => text.insert(start, ['{', '}', '"', '\n', ',', ':'][random.below(6)]),
            }
        }
        if let Err(panic) = std::panic::catch_unwind(|| hold(&text)) {
            eprintln!("seed {round}");
            std::panic::resume_unwind(panic);
        }
    }
}
