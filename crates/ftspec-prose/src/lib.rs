//! What a sentence in English or Chinese asks of a model, with the phrase that says so. It knows no spec.
//!
//! A text is cut into words, characters and marks ([`unit`]); the tables' phrases are found in it, each with its
//! classes ([`phrases`]); commas, contrasts and negations make clauses and turn phrases off ([`sentence`]); patterns over
//! classes give asks ([`pattern`]); what is wished for is sorted into kinds of aim ([`aims`]). What is looked for
//! stands in `tables/`, not in code.

mod aim;
mod aims;
mod character;
mod class;
mod class_set;
mod ending;
mod label;
mod pattern;
mod phrases;
mod sentence;
mod stem;
mod unit;
mod vagueness;

use std::fmt;
use std::ops::Range;

use aims::Aims;
use class::{Class, Classes};
use pattern::{Pattern, Patterns, Slot};
use phrases::{Automaton, Collection, Edge, Phrases, State};
use sentence::Sentence;
use unit::{Unit, Units};
use vagueness::Vagueness;

pub use label::Label;

// The statics PHRASES and PATTERNS, made from `tables/` when the crate is built.
include!(concat!(env!("OUT_DIR"), "/tables.rs"));
const _: () = assert!(PATTERNS.rows.len() <= pattern::MOST_ROWS);

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

/// Phrases and patterns, ready to read with: those of the tables, and a team's own phrases.
pub struct Lexicon {
    own: Option<Automaton>,
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Thousands of phrases tell nobody anything.
        f.debug_struct("Lexicon").finish_non_exhaustive()
    }
}

static BUILT_IN: Lexicon = Lexicon { own: None };

/// Buckets for the phrases of one team.
const BUCKETS: usize = 1 << 8;

/// What speaks of refusing and of handing over.
const OF_REFUSAL: Classes = Classes::of(&[Class::Refuse, Class::Refusing, Class::Escalate]);
/// What speaks of risk, or of answering too much.
const OF_RISK: Classes = Classes::of(&[Class::Risk, Class::Harm, Class::Ruled]);

impl Lexicon {
    /// The phrases and patterns that come with ftspec.
    pub fn built_in() -> &'static Lexicon {
        &BUILT_IN
    }

    /// The built-in ones, and a team's own phrases. They are plain words: upper and lower case are the same, and Latin
    /// words are found whole.
    pub fn with(phrases: &[(Label, String)]) -> Result<Lexicon, LexiconError> {
        let mut own = Collection::default();
        let mut units = Vec::new();
        for (label, phrase) in phrases {
            units.clear();
            unit::plain_hashes(phrase, &mut units);
            if units.is_empty() {
                return Err(LexiconError { label: *label, phrase: phrase.clone() });
            }
            own.add(&units, label.own());
        }
        Ok(Lexicon { own: Some(own.lay_out(BUCKETS)) })
    }

    /// The longest phrase that begins with the first of these units: how many units it has, and its classes.
    fn longest(&self, text: &[Unit]) -> Option<(usize, Classes)> {
        let mut found = (0, Classes::NONE);
        PHRASES.longest(text, &mut found);
        if let Some(own) = &self.own {
            own.phrases().longest(text, &mut found);
        }
        (found.0 > 0).then_some(found)
    }

    /// What a text asks, in the order of the phrases.
    pub fn read(&self, text: &str) -> Vec<Ask> {
        let mut asks = Vec::new();
        let mut aims = Aims::default();
        let mut vague = Vagueness::default();
        let mut units = Units::new(text);
        let mut sentence = Sentence::new();
        let mut before = 0;
        while sentence.next(&mut units, self) {
            // "We could train the prices in. RAG does it better."
            if sentence.takes_back() {
                let facts = |ask: &Ask| ask.label == Label::Knowledge && ask.why != OWN;
                let mut at = 0;
                asks.retain(|ask| {
                    at += 1;
                    at <= before || !(sentence.against || facts(ask))
                });
                vague.definite = true;
            }
            if sentence.against {
                vague.definite = true;
                continue;
            }
            before = asks.len();
            let from = asks.len().saturating_sub(Label::ALL.len());
            PATTERNS.read(&sentence, &mut asks);
            aims.read(&sentence, &asks[from..]);
            vague.read(&sentence);
            vague.keep(&sentence, &asks[from..]);
        }
        let (several_why, several) = aims.several().unwrap_or_default();
        let asks_something = asks.iter().any(|ask| ask.label != Label::Vague && ask.why != "safe");
        if vague.definite || asks_something {
            let able = asks.iter().any(|ask| matches!(ask.label, Label::Knowledge | Label::Capability));
            let alone = |ask: &Ask| !able && several.is_empty() && vague.alone.contains(&ask.span.start);
            asks.retain(|ask| ask.label != Label::Vague || [OWN, ANYWAY].contains(&ask.why) || alone(ask));
        } else if asks.is_empty() && several.is_empty() {
            asks.extend(vague.training_alone());
        }
        if vague.says_nothing() && asks.is_empty() && several.is_empty() {
            asks.push(Ask { label: Label::Vague, span: vague.whole.clone(), why: "nothing definite" });
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
        while sentence.next(&mut units, self) {
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
        while sentence.next(&mut units, self) {
            vague.read(&sentence);
        }
        if vague.definite { None } else { vague.phrase }
    }
}

/// The `why` of a team's own vague phrase, which stays vague beside anything.
const OWN: &str = "own";
/// The `why` of a phrase of the tables that stays vague beside anything.
const ANYWAY: &str = "anyway";
