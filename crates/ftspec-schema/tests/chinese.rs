//! The Chinese side of the table: every entry has one, it is Chinese and nothing else, and it says no less than the
//! English side does where that can be counted.

use std::collections::BTreeSet;

use ftspec_schema::*;

/// What Chinese engineers write in Latin letters, and names. Anything else in Latin letters stands in backticks.
const LATIN: &str = "Alpaca BERTScore BLEU Cohen CSV DPO F1 Fleiss GPU GRPO KTO Kappa Krippendorff LoRA DoRA QLoRA \
    ORPO OpenAI Parquet ROUGE ShareGPT alpha chrF content input instruction kappa loss macro micro output role \
    schema token Alpha";

/// One text in both languages, with its place in the table.
struct Text {
    place: String,
    en: &'static str,
    zh: &'static str,
}

/// Every block, the top level included, each once.
fn blocks() -> Vec<&'static Block> {
    let mut blocks: Vec<&Block> = vec![&FILE];
    for (_, block) in all() {
        if !blocks.iter().any(|known| std::ptr::eq(*known, block)) {
            blocks.push(block);
        }
    }
    blocks
}

fn attributes() -> impl Iterator<Item = (&'static Block, &'static Attribute)> {
    blocks().into_iter().flat_map(|block| block.attributes.iter().map(move |attribute| (block, attribute)))
}

/// Every vocabulary, each once; each is the type of some attribute.
fn vocabularies() -> Vec<&'static WordSet> {
    let mut sets: Vec<&WordSet> = Vec::new();
    for (_, attribute) in attributes() {
        if let Type::Word(set) = attribute.ty
            && !sets.iter().any(|known| std::ptr::eq(*known, set()))
        {
            sets.push(set());
        }
    }
    sets
}

fn words() -> impl Iterator<Item = (&'static WordSet, &'static Word)> {
    vocabularies().into_iter().flat_map(|set| set.words.iter().map(move |word| (set, word)))
}

/// The explanation of every entry.
fn docs() -> Vec<Text> {
    let text = |place: String, entry: &dyn Documented| {
        let (en, zh) = entry.docs();
        Text { place, en, zh }
    };
    let mut docs: Vec<Text> = blocks().into_iter().map(|block| text(block.place(), block)).collect();
    let statements = blocks().into_iter().flat_map(Block::statements);
    docs.extend(statements.map(|statement| text(statement.name.to_string(), statement)));
    docs.extend(attributes().map(|(block, own)| text(format!("{}.{}", block.name, own.name), own)));
    docs.extend(words().map(|(set, word)| text(format!("{}: {}", set.title, word.name), word)));
    docs.extend(UNITS.iter().map(|unit| text(format!("unit {}", unit.name), unit)));
    docs
}

fn questions() -> impl Iterator<Item = Text> {
    blocks().into_iter().map(|block| Text { place: block.place(), en: block.question, zh: block.question_zh })
}

/// The everyday name of every attribute and word.
fn names() -> impl Iterator<Item = (String, &'static str)> {
    let attributes = attributes().map(|(block, own)| (format!("{}.{}", block.name, own.name), own.zh));
    attributes.chain(words().map(|(set, word)| (format!("{}: {}", set.title, word.name), word.zh)))
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// What stands in backticks.
fn codes(text: &str) -> BTreeSet<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The words in Latin letters.
fn latin_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.contains(|c: char| c.is_ascii_alphabetic()))
}

fn plain(text: &str) -> String {
    text.split('`').step_by(2).collect::<Vec<_>>().join("`")
}

/// The figures of a text: `90%`, `1`.
fn figures(text: &str) -> BTreeSet<String> {
    let runs = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '%'));
    runs.filter(|run| run.starts_with(|c: char| c.is_ascii_digit())).map(str::to_string).collect()
}

#[test]
fn whatever_is_explained_is_explained_in_chinese() {
    let known: BTreeSet<&str> = LATIN.split_whitespace().collect();
    let texts: Vec<Text> = docs().into_iter().chain(questions()).collect();
    assert!(texts.len() > 380, "{}", texts.len());
    let mut written: BTreeSet<&str> = names().flat_map(|(_, zh)| latin_words(zh)).collect();
    for Text { place, zh, .. } in texts {
        let own = plain(zh);
        assert!(own.chars().any(is_chinese), "{place} is not Chinese: {zh}");
        let codes = codes(zh);
        written.extend(latin_words(zh).filter(|latin| !codes.iter().any(|code| code.contains(latin))));
        assert!(!own.contains([',', ';', ':', '?', '!', '(', ')', '"', '\'']), "{place}: half-width marks in {zh}");
        assert!(zh.matches('“').count() == zh.matches('”').count(), "{place}: quotes in {zh}");
        assert!(!zh.contains("  ") && zh.trim() == zh, "{place}: stray blanks in {zh}");
    }
    assert_eq!(written, known, "words in Latin letters outside of backticks");
}

#[test]
fn a_blank_stands_between_chinese_and_code() {
    let latin = |c: char| c.is_ascii_alphanumeric() || matches!(c, '%' | '`');
    let texts = docs().into_iter().chain(questions()).map(|text| (text.place, text.zh));
    for (place, zh) in texts.chain(names()) {
        let chars: Vec<char> = zh.chars().collect();
        for pair in chars.windows(2) {
            let stuck = is_chinese(pair[0]) && latin(pair[1]) || latin(pair[0]) && is_chinese(pair[1]);
            assert!(!stuck, "{place}: {}{} in {zh}", pair[0], pair[1]);
        }
    }
}

#[test]
fn both_languages_are_whole_sentences_about_the_same() {
    for Text { place, en, zh } in docs() {
        let unit = place.starts_with("unit ");
        assert!(unit || zh.ends_with(['。', '？', '！']), "{place} ends in the middle: {zh}");
        for code in codes(en) {
            assert!(codes(zh).contains(code), "{place}: `{code}` is not in {zh}");
        }
        for figure in figures(en) {
            assert!(figures(zh).contains(&figure), "{place}: {figure} is not in {zh}");
        }
    }
    for Text { place, zh, .. } in questions() {
        assert!(!zh.ends_with(['。', '？', '.', '?']), "{place}: {zh}");
    }
}

#[test]
fn names_are_short_and_distinct() {
    for (place, zh) in names() {
        let length = zh.chars().filter(|c| is_chinese(*c)).count() + 2 * latin_words(zh).count();
        assert!((2..=8).contains(&length), "{place}: {zh}");
        let marks = zh.contains(|c: char| !(is_chinese(c) || c.is_ascii_alphanumeric() || c == ' '));
        assert!(!marks, "{place} has marks: {zh}");
    }
    // In Latin letters stands only what reads the same in English.
    for (_, word) in words().filter(|(_, word)| !word.zh.chars().any(is_chinese)) {
        assert_eq!(word.zh, word.english(), "{}", word.name);
    }
    for (list, names) in vocabularies()
        .into_iter()
        .map(|set| (set.title, set.words.iter().map(|word| word.zh).collect::<Vec<_>>()))
        .chain(blocks().into_iter().map(|block| (block.name, block.attributes.iter().map(|own| own.zh).collect())))
    {
        let distinct: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(distinct.len(), names.len(), "{list}: {names:?}");
    }
}

#[test]
fn english_names_read_well() {
    for (set, word) in words() {
        let english = word.english();
        assert!(!english.contains('_') && !english.is_empty(), "{}: {english}", set.title);
        assert_ne!(word.en, Some(word.name.replace('_', " ").as_str()), "`as` says nothing new of {}", word.name);
    }
    let read = |word: &Word| word.english().into_owned();
    assert_eq!(read(Stage::Sft.word()), "supervised fine-tuning");
    assert_eq!(read(Stage::ContinuedPretraining.word()), "continued pretraining");
    assert_eq!(read(Tuning::Qlora.word()), "QLoRA");
    assert_eq!(read(MetricMethod::ToolCallF1.word()), "tool-call F1");
    assert_eq!(RISK.attribute("worst_case").map(|own| own.english().into_owned()), Some("worst case".into()));
}

#[test]
fn the_least_tier_is_told_in_chinese() {
    for domain in Domain::ALL {
        let told = domain.word().doc_zh.split_once("最低风险等级：").map_or("低风险。", |(_, told)| told);
        assert_eq!(told, format!("{}。", domain.least_tier().word().zh), "{domain:?}");
    }
}
