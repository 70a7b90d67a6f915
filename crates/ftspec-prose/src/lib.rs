//! What a sentence in English or Chinese asks of a model, with the phrase that says so. It knows no spec.
//!
//! A text is cut into words, characters and marks ([`unit`]); the tables' phrases are found in it, each with its
//! classes ([`table`]); commas, contrasts and negations make clauses and turn phrases off ([`sentence`]); patterns over
//! classes give asks ([`pattern`]); what is wished for is sorted into kinds of aim ([`aims`]). What is looked for
//! stands in `tables/`, not in code.

mod aims;
mod class;
mod pattern;
mod sentence;
mod table;
mod unit;

use std::fmt;
use std::ops::Range;
use std::sync::LazyLock;

use aims::Aims;
use class::{Class, Classes};
use pattern::Patterns;
use sentence::Sentence;
use table::{Phrases, Problem};
use unit::Units;

/// What a phrase asks of a training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Label {
    /// One of two or more aims of different kinds; one ask for each aim.
    MultiGoal,
    /// Facts, documents, products or news are to be remembered.
    Knowledge,
    /// Reasoning, maths, understanding, a new domain or language is to be learnt.
    Capability,
    /// Rules, limits, conditions, compliance or disclaimers are to be learnt.
    Rule,
    /// The model is to find out by itself when to refuse or to hand over.
    Escalation,
    /// No definite behaviour is named, here or elsewhere in the text.
    Vague,
}

impl Label {
    /// Every label, in the order of the enum.
    pub const ALL: [Label; 6] =
        [Label::MultiGoal, Label::Knowledge, Label::Capability, Label::Rule, Label::Escalation, Label::Vague];

    /// Every label, in the order of the enum.
    pub fn all() -> &'static [Label] {
        &Self::ALL
    }

    /// Its name, as it is written in configuration.
    pub fn name(self) -> &'static str {
        match self {
            Label::MultiGoal => "multi_goal",
            Label::Knowledge => "knowledge",
            Label::Capability => "capability",
            Label::Rule => "rule",
            Label::Escalation => "escalation",
            Label::Vague => "vague",
        }
    }

    /// The label of this name.
    pub fn from_name(name: &str) -> Option<Label> {
        Self::ALL.into_iter().find(|label| label.name() == name)
    }

    /// The class of a team's own phrases.
    fn own(self) -> Classes {
        Classes::of(&[match self {
            Label::MultiGoal => Class::OwnMultiGoal,
            Label::Knowledge => Class::OwnKnowledge,
            Label::Capability => Class::OwnCapability,
            Label::Rule => Class::OwnRule,
            Label::Escalation => Class::OwnEscalation,
            Label::Vague => Class::OwnVague,
        }])
    }
}

/// A phrase and what it asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// What is asked.
    pub label: Label,
    /// The phrase, in bytes of the text that was read.
    pub span: Range<usize>,
    /// The row of the tables that found it.
    pub why: &'static str,
}

/// A phrase of a team's own that cannot be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LexiconError {
    /// The label it was given for.
    pub label: Label,
    /// The phrase as it was given.
    pub phrase: String,
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the phrase `{}` holds no word to look for", self.phrase)
    }
}

impl std::error::Error for LexiconError {}

/// Phrases and patterns, ready to read with.
pub struct Lexicon {
    phrases: Phrases,
    patterns: Patterns,
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Thousands of phrases tell nobody anything.
        f.debug_struct("Lexicon").finish_non_exhaustive()
    }
}

/// Tables of phrases.
const PHRASES: [&str; 8] = [
    include_str!("tables/grammar.english.txt"),
    include_str!("tables/grammar.chinese.txt"),
    include_str!("tables/knowledge.english.txt"),
    include_str!("tables/knowledge.chinese.txt"),
    include_str!("tables/limits.english.txt"),
    include_str!("tables/limits.chinese.txt"),
    include_str!("tables/behaviour.english.txt"),
    include_str!("tables/behaviour.chinese.txt"),
];
/// The table of patterns.
const PATTERNS: &str = include_str!("tables/patterns.txt");

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::build(&[]).0);

/// What speaks of refusing and of handing over.
const OF_REFUSAL: Classes = Classes::of(&[Class::Refuse, Class::Refusing, Class::Escalate]);
/// What speaks of risk, or of answering too much.
const OF_RISK: Classes = Classes::of(&[Class::Risk, Class::Harm, Class::Ruled]);
/// What names a behaviour, so that words of quality beside it are no whole wish.
const DEFINITE: Classes = Classes::of(&[
    Class::Form,
    Class::Halluc,
    Class::Truth,
    Class::Cost,
    Class::Tool,
    Class::Refuse,
    Class::Refusing,
    Class::Escalate,
    Class::Rules,
    Class::Ruled,
    Class::Reason,
    Class::Skill,
    Class::Definite,
    Class::Classify,
    Class::Extract,
    Class::Translate,
    Class::Summarise,
    Class::Write,
    Class::Rewrite,
    Class::Score,
    Class::Check,
    Class::Code,
    Class::Recommend,
    Class::Search,
    Class::Analyse,
    Class::Emit,
    Class::Deed,
    Class::Known,
    Class::Capable,
    Class::Risk,
]);

/// What says nothing definite behind "to".
const SAYS_LITTLE: Classes = Classes::of(&[
    Class::Generic,
    Class::Improve,
    Class::Better,
    Class::Vague,
    Class::Quality,
    Class::Learn,
    Class::Memo,
    Class::Understand,
    Class::Our,
    Class::Field,
    Class::Tune,
    Class::Reader,
    Class::Model,
]);

/// What says that a training is for something.
const PURPOSEFUL: Classes = Classes::of(&[Class::Purpose, Class::Learn, Class::Memo, Class::Understand, Class::Verb]);

impl Lexicon {
    /// The phrases and patterns that come with ftspec.
    pub fn built_in() -> &'static Lexicon {
        &BUILT_IN
    }

    /// The built-in ones, and a team's own phrases. They are plain words: upper and lower case are the same, and Latin
    /// words are found whole.
    pub fn with(phrases: &[(Label, String)]) -> Result<Lexicon, LexiconError> {
        let wordless = |phrase: &str| {
            let mut units = Vec::new();
            unit::plain_hashes(phrase, &mut units);
            units.is_empty()
        };
        if let Some((label, phrase)) = phrases.iter().find(|(_, phrase)| wordless(phrase)) {
            return Err(LexiconError { label: *label, phrase: phrase.clone() });
        }
        let of_label = |wanted: Label| phrases.iter().filter(move |(label, _)| *label == wanted);
        let own: Vec<_> = Label::ALL
            .into_iter()
            .flat_map(|label| of_label(label).map(move |(_, phrase)| (label.own(), phrase.as_str())))
            .collect();
        Ok(Lexicon::build(&own).0)
    }

    fn build(own: &[(Classes, &str)]) -> (Lexicon, Vec<Problem>) {
        let mut problems = Vec::new();
        let phrases = Phrases::read(&PHRASES, own, &mut problems);
        let patterns = Patterns::new(table::read_patterns(PATTERNS, &mut problems));
        (Lexicon { phrases, patterns }, problems)
    }

    /// What a text asks, in the order of the phrases.
    pub fn read(&self, text: &str) -> Vec<Ask> {
        let mut asks = Vec::new();
        let mut aims = Aims::default();
        let mut vague = Vagueness::default();
        let mut units = Units::new(text);
        let mut sentence = Sentence::new();
        while sentence.next(&mut units, &self.phrases) {
            let from = asks.len().saturating_sub(Label::ALL.len());
            self.patterns.read(&sentence, &mut asks);
            aims.read(&sentence, &asks[from..]);
            vague.read(&sentence);
        }
        let (several_why, several) = aims.several().unwrap_or_default();
        settle(&mut asks);
        let says_something = vague.definite || asks.iter().any(|ask| ask.label != Label::Vague && ask.why != "safe");
        if says_something {
            asks.retain(|ask| ask.label != Label::Vague || ask.why == OWN);
        } else if asks.is_empty()
            && several.is_empty()
            && !vague.purposeful
            && vague.length < LONG
            && vague.unknown < MUCH
        {
            asks.extend(vague.training.map(|span| Ask {
                label: Label::Vague,
                span,
                why: "a training and no behaviour",
            }));
        }
        asks.extend(several.into_iter().map(|span| Ask { label: Label::MultiGoal, span, why: several_why }));
        asks.sort_by_key(|ask| (ask.span.start, ask.span.end, ask.label));
        asks
    }

    /// Where a text speaks of refusing, of risk or of answering too much; of refusing, where it speaks of both.
    pub fn speaks_of_refusal(&self, text: &str) -> Option<Range<usize>> {
        let mut units = Units::new(text);
        let mut sentence = Sentence::new();
        let mut risk = None;
        while sentence.next(&mut units, &self.phrases) {
            let first = |classes| sentence.hits.iter().find(|hit| hit.classes.meets(classes));
            if let Some(hit) = first(OF_REFUSAL) {
                return Some(hit.span(&sentence.units));
            }
            risk = risk.or_else(|| first(OF_RISK).map(|hit| hit.span(&sentence.units)));
        }
        risk
    }

    /// Where the purpose of a round is vague, with nothing definite beside it.
    pub fn vague_purpose(&self, text: &str) -> Option<Range<usize>> {
        let mut units = Units::new(text);
        let mut sentence = Sentence::new();
        let mut vague = Vagueness::default();
        while sentence.next(&mut units, &self.phrases) {
            vague.read(&sentence);
        }
        if vague.definite { None } else { vague.phrase }
    }
}

/// A phrase that asks for rules asks for no facts beside.
fn settle(asks: &mut Vec<Ask>) {
    let rules: Vec<Range<usize>> =
        asks.iter().filter(|ask| ask.label == Label::Rule).map(|ask| ask.span.clone()).collect();
    // Asks and rules are both in the order of their starts.
    let mut from = 0;
    asks.retain(|ask| {
        while rules.get(from).is_some_and(|rule| rule.end <= ask.span.start) {
            from += 1;
        }
        let met = rules.get(from).is_some_and(|rule| rule.start < ask.span.end);
        !(met && ask.label == Label::Knowledge && ask.why != OWN)
    });
}

/// The `why` of a team's own vague phrase, which stays vague beside anything.
const OWN: &str = "own";

/// A text that says so much names some behaviour, if not in words of the tables. In halves of a word.
const LONG: u32 = 44;

/// A text with so much in it that no table knows names some behaviour. In halves of a word.
const MUCH: u32 = 14;

/// What was said vaguely, and whether anything was said definitely.
#[derive(Default)]
struct Vagueness {
    phrase: Option<Range<usize>>,
    definite: bool,
    /// Whether it says what is to come of the training, in whatever words.
    purposeful: bool,
    /// How much it says, in halves of a word.
    length: u32,
    /// How much of it no table knows, in halves of a word.
    unknown: u32,
    /// The words that speak of a training.
    training: Option<Range<usize>>,
}

impl Vagueness {
    fn read(&mut self, sentence: &Sentence) {
        const SAYS_NOTHING: Classes = Classes::of(&[Class::Vague, Class::VagueRound, Class::Better, Class::OwnVague]);
        self.length = sentence.units.last().map_or(self.length, |last| last.at);
        let words = sentence.units.iter().filter(|unit| unit.mark.is_none());
        let said: u32 = words.map(|unit| if unit.exact >> 63 == 1 { 2 } else { 1 }).sum();
        let known: u32 = sentence.hits.iter().map(|hit| hit.to - hit.from).sum();
        self.unknown += said.saturating_sub(known);
        for (index, hit) in sentence.hits.iter().enumerate() {
            // In "the notes feel better" the notes are only what is to be better.
            let vague = sentence.hits.get(index + 1).filter(|next| next.first == hit.last + 1);
            let only_better = vague.is_some_and(|next| next.classes.has(Class::Vague));
            self.definite |= hit.classes.meets(DEFINITE) && !only_better;
            self.purposeful |= hit.classes.meets(PURPOSEFUL);
            // "to" and a verb that no table knows: something definite, whatever it is.
            let next = sentence.hits.get(index + 1).filter(|next| next.first == hit.last + 1);
            let says = next.is_none_or(|next| !next.classes.meets(SAYS_LITTLE));
            self.definite |= hit.classes.has(Class::To) && says && hit.last + 1 < sentence.units.len();
            if self.training.is_none() && hit.classes.has(Class::Tune) && !hit.off {
                self.training = Some(hit.span(&sentence.units));
            }
            if self.phrase.is_none() && hit.classes.meets(SAYS_NOTHING) {
                self.phrase = Some(hit.span(&sentence.units));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lexicon;

    #[test]
    fn the_tables_can_be_read() {
        assert_eq!(Lexicon::build(&[]).1, Vec::<String>::new());
    }
}
