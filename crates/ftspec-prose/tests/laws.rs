//! What holds of any text at all.

use ftspec_prose::Lexicon;
use proptest::prelude::*;

/// Pieces of which the tables know many, and pieces that break things.
const PIECES: [&str; 28] = [
    "learn",
    "our",
    "documents",
    "not",
    "but",
    "refuse",
    "when",
    " and ",
    ", ",
    "。",
    "，",
    "、",
    "让模型",
    "学会",
    "记住",
    "知识",
    "不是",
    "而是",
    "推理",
    "能力",
    "\\n",
    "\\\"",
    "\\",
    "'",
    "é",
    "Ａ",
    "\u{301}",
    "🙂",
];

fn keeps_the_laws(text: &str) {
    let lexicon = Lexicon::built_in();
    let asks = lexicon.read(text);
    for ask in &asks {
        assert!(text.get(ask.span.clone()).is_some_and(|phrase| !phrase.is_empty()), "{ask:?} lies within {text:?}");
    }
    assert!(asks.is_sorted_by_key(|ask| ask.span.start), "{text:?}");
    for span in [lexicon.speaks_of_refusal(text), lexicon.vague_purpose(text)].into_iter().flatten() {
        assert!(text.get(span).is_some_and(|phrase| !phrase.is_empty()), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_phrases_of_it(text in any::<String>()) {
        keeps_the_laws(&text);
    }

    #[test]
    fn any_pieces_give_phrases_of_them(pieces in prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..60)) {
        keeps_the_laws(&pieces.concat());
    }
}

#[test]
fn every_cut_of_a_sentence_can_be_read() {
    let text = "既要语气更亲切，又要减少幻觉；teach it\\n   our \\\"docs\\\" instead of RAG — 学会何时拒答… don’t memorise Ｆａｃｔｓ.";
    for (start, _) in text.char_indices() {
        for (length, _) in text[start..].char_indices() {
            keeps_the_laws(&text[start..start + length]);
        }
    }
}

#[test]
fn blanks_and_escapes_change_nothing() {
    let plain = "Teach the model our product catalogue, without a look at prices.";
    let wrapped = plain.replace(' ', "\n      ");
    let escaped = plain.replace(' ', "\\n");
    let asked =
        |text: &str| Lexicon::built_in().read(text).into_iter().map(|ask| (ask.label, ask.why)).collect::<Vec<_>>();
    assert!(!asked(plain).is_empty());
    assert_eq!(asked(plain), asked(&wrapped));
    assert_eq!(asked(plain), asked(&escaped));
}

#[test]
fn a_text_said_again_asks_the_same_again() {
    let once = "Teach the model our product catalogue. 让模型学会拒绝有害请求。提升推理能力。";
    let kinds = |text: &str| {
        let asks = Lexicon::built_in().read(text).into_iter().filter(|ask| ask.label != ftspec_prose::Label::MultiGoal);
        asks.count()
    };
    assert_eq!(kinds(once), 3);
    for times in [2, 10, 1_000] {
        assert_eq!(kinds(&once.repeat(times)), 3 * times);
    }
}
