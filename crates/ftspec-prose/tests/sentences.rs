//! The project's own sentences: what is found in each, and with which phrase.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use ftspec_prose::{Ask, Label, Lexicon};

/// One line of `sentences.txt`.
struct Sentence {
    labels: BTreeSet<Label>,
    text: String,
    phrases: Vec<Range<usize>>,
}

fn sentences() -> Vec<Sentence> {
    let lines = include_str!("sentences.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(sentence).collect()
}

fn sentence(line: &str) -> Sentence {
    let (labels, marked) = line.split_once(" | ").unwrap_or_else(|| panic!("labels, a bar, a sentence: {line}"));
    let labels = labels.split(' ').filter(|label| *label != "sound");
    let labels = labels.map(|label| Label::from_name(label).unwrap_or_else(|| panic!("{label} is a label")));
    let (mut text, mut phrases, mut start) = (String::new(), Vec::new(), 0);
    for c in marked.chars() {
        match c {
            '⟦' => start = text.len(),
            '⟧' => phrases.push(start..text.len()),
            _ => text.push(c),
        }
    }
    Sentence { labels: labels.collect(), text, phrases }
}

fn labels(asks: &[Ask]) -> BTreeSet<Label> {
    asks.iter().map(|ask| ask.label).collect()
}

fn meet(left: &Range<usize>, right: &Range<usize>) -> bool {
    left.start < right.end && right.start < left.end
}

#[test]
fn every_sentence_is_read_as_it_is_meant() {
    let mut wrong = Vec::new();
    for Sentence { labels: meant, text, .. } in sentences() {
        let asks = Lexicon::built_in().read(&text);
        if labels(&asks) != meant {
            wrong.push(format!("{text}\n    meant {meant:?}, read {asks:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} sentences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_phrase_is_pointed_at() {
    let mut wrong = Vec::new();
    for Sentence { text, phrases, .. } in sentences() {
        let asks = Lexicon::built_in().read(&text);
        let missed = phrases.iter().filter(|phrase| !asks.iter().any(|ask| meet(&ask.span, phrase)));
        wrong.extend(missed.map(|phrase| format!("{text}: nothing points at “{}”", &text[phrase.clone()])));
        let stray = asks.iter().filter(|ask| !phrases.iter().any(|phrase| meet(&ask.span, phrase)));
        wrong.extend(stray.map(|ask| format!("{text}: “{}” is no phrase of it", &text[ask.span.clone()])));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_sentences_are_a_fair_sample() {
    let all = sentences();
    let chinese = all.iter().filter(|sentence| sentence.text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)));
    let sound = all.iter().filter(|sentence| sentence.labels.is_empty());
    assert!(all.len() >= 220);
    assert!(chinese.count() * 9 >= all.len() * 4, "nearly half are Chinese");
    assert!(sound.count() * 10 >= all.len() * 3, "a third is sound");
    let mut of_label: BTreeMap<Label, usize> = BTreeMap::new();
    all.iter().flat_map(|sentence| &sentence.labels).for_each(|label| *of_label.entry(*label).or_default() += 1);
    assert!(Label::all().iter().all(|label| of_label.get(label).is_some_and(|count| *count >= 20)), "{of_label:?}");
}

#[test]
fn a_phrase_of_ones_own_is_found() {
    let own = [
        (Label::Knowledge, "SKU Bible".to_string()),
        (Label::Vague, "magic sauce".to_string()),
        (Label::Rule, "七条军规".to_string()),
    ];
    let lexicon = Lexicon::with(&own).expect("phrases hold words");
    let found = |text: &str| {
        lexicon.read(text).into_iter().map(|ask| (ask.label, text[ask.span].to_string())).collect::<Vec<_>>()
    };
    assert_eq!(found("Classify by the sku  bible, please"), [(Label::Knowledge, "sku  bible".to_string())]);
    assert_eq!(found("Classify with magic sauce"), [(Label::Vague, "magic sauce".to_string())]);
    assert_eq!(found("摘要遵照七条军规"), [(Label::Rule, "七条军规".to_string())]);
    assert_eq!(found("Classify without the SKU bible"), []);
    assert_eq!(found("Classify by SKU biblestudies"), []);
    let wordless = Lexicon::with(&[(Label::Rule, " … ".to_string())]);
    assert_eq!(
        wordless.err().map(|error| error.to_string()).as_deref(),
        Some("the phrase ` … ` holds no word to look for")
    );
}

#[test]
fn the_purpose_of_a_round_may_speak_of_refusals() {
    let speaks = |text: &str| Lexicon::built_in().speaks_of_refusal(text).map(|span| text[span].to_string());
    for text in [
        "refuses too often, loosen it",
        "拒答太多，想放开一点",
        "boundary questions are answered too confidently",
        "压一压风险回答",
        "it over-answers when it should not answer",
        "越界的回答还是多",
        "fewer unsafe answers",
        "不该答的时候答得太多",
    ] {
        assert!(speaks(text).is_some(), "{text}");
    }
    for text in [
        "tighten the style",
        "输出太啰嗦，想收紧风格",
        "keys in the JSON drift",
        "摘要再短一点",
        "replies repeat the customer's question",
        "回答问题时先说结论",
        "安全修复的说明太长",
    ] {
        assert_eq!(speaks(text), None, "{text}");
    }
}

#[test]
fn the_refusal_is_pointed_at_before_the_risk() {
    let text = "the risk section is fine, but it refuses refunds";
    let span = Lexicon::built_in().speaks_of_refusal(text);
    assert_eq!(span.map(|span| &text[span]), Some("refuses"));
}

#[test]
fn the_purpose_of_a_round_may_be_vague() {
    let vague = |text: &str| Lexicon::built_in().vague_purpose(text).map(|span| text[span].to_string());
    for text in [
        "make it a bit more stable",
        "try again",
        "still feels off",
        "整体再稳一点",
        "感觉还有点不对",
        "再调调看会不会更好",
        "one more run",
        "tweak it a little",
        "再训一轮看看",
        "再跑一轮试试",
        "improve the model",
        "see if it gets better",
    ] {
        assert!(vague(text).is_some(), "{text}");
    }
    for text in [
        "the model is too aggressive, make it more conservative",
        "模型太激进，想让它保守一点",
        "输出太啰嗦，想收紧风格",
        "拒答太多，想放开一点",
        "try again with the greeting removed from the template",
        "raise the share of boundary examples",
        "补三百条边界样本再训一轮",
        "shorter summaries",
        "再训一轮，把引用格式改成编号",
        "fix the date format",
    ] {
        assert_eq!(vague(text), None, "{text}");
    }
}
