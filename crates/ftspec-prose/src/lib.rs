//! What a sentence in English or Chinese asks of a model, with the phrase that says so. It knows no spec.
//!
//! A text is cut into words, characters and marks ([`unit`]); the tables' phrases are found in it, each with its
//! classes ([`phrases`]); commas, contrasts and negations make clauses and turn phrases off ([`sentence`]); patterns over
//! classes give asks ([`pattern`]); what is wished for is sorted into kinds of aim ([`aims`]). What is looked for
//! stands in `tables/`, not in code.

mod aim;
mod aims;
mod class;
mod label;
mod pattern;
mod phrases;
mod sentence;
mod unit;

use std::fmt;
use std::ops::Range;

use aims::Aims;
use class::{Class, Classes};
use pattern::{Pattern, Patterns, Slot};
use phrases::{Collection, Entry, Phrases};
use sentence::Sentence;
use unit::{Unit, Units};

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
    own: Option<Collection>,
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Thousands of phrases tell nobody anything.
        f.debug_struct("Lexicon").finish_non_exhaustive()
    }
}

static BUILT_IN: Lexicon = Lexicon { own: None };

/// Slots and beginnings for the phrases of one team.
const ROOM: (usize, usize) = (1 << 8, 1 << 10);

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
    Class::Question,
    Class::Emit,
    Class::Deed,
    Class::Known,
    Class::Capable,
    Class::Risk,
]);

/// What is done, and may only say of what a quality is.
const TASKS: Classes = Classes::of(&[
    Class::Classify,
    Class::Extract,
    Class::Translate,
    Class::Summarise,
    Class::Write,
    Class::Rewrite,
    Class::Score,
    Class::Question,
    Class::Check,
    Class::Code,
    Class::Recommend,
    Class::Search,
    Class::Analyse,
    Class::Deed,
]);

/// What says nothing definite behind "to".
const SAYS_LITTLE: Classes = Classes::of(&[
    Class::Generic,
    Class::Make,
    Class::Able,
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
    Class::VagueRound,
    Class::Thing,
    Class::Setting,
    Class::Fit,
]);

/// What, taken together, still says nothing definite.
const SAYS_NOTHING_DEFINITE: Classes = SAYS_LITTLE.with(Classes::of(&[
    Class::To,
    Class::For,
    Class::On_,
    Class::Det,
    Class::Prep,
    Class::Purpose,
    Class::Reduce,
    Class::Both,
    Class::On,
    Class::Number,
    Class::All,
    Class::Also,
    Class::And,
    Class::Or,
    Class::Comma,
    Class::Bracket,
    Class::Enumeration,
    Class::Slash,
    Class::Answer,
    Class::Put,
    Class::BetterAt,
    Class::Ability,
    Class::Latest,
    Class::Counted,
    Class::Modal,
    Class::Verb,
    Class::Permit,
    Class::Data,
    Class::Logs,
    Class::Safe,
    Class::Field,
]));

/// What says that something is to become better, or to suit somebody.
const IMPROVES: Classes = Classes::of(&[
    Class::Tune,
    Class::Improve,
    Class::Better,
    Class::Quality,
    Class::Fit,
    Class::Reduce,
    Class::Vague,
    Class::VagueRound,
]);

/// What shows that an empty statement is about a training at all.
const OF_TRAINING: Classes = Classes::of(&[
    Class::Tune,
    Class::Model,
    Class::Thing,
    Class::Make,
    Class::Improve,
    Class::Better,
    Class::Quality,
    Class::Reader,
    Class::Learn,
]);

/// What says that a training is for something.
const PURPOSEFUL: Classes = Classes::of(&[
    Class::Purpose,
    Class::Learn,
    Class::Memo,
    Class::Understand,
    Class::Verb,
    Class::Act,
    Class::Coverb,
    Class::Decide,
]);

impl Lexicon {
    /// The phrases and patterns that come with ftspec.
    pub fn built_in() -> &'static Lexicon {
        &BUILT_IN
    }

    /// The built-in ones, and a team's own phrases. They are plain words: upper and lower case are the same, and Latin
    /// words are found whole.
    pub fn with(phrases: &[(Label, String)]) -> Result<Lexicon, LexiconError> {
        let mut own = Collection::new(ROOM.0, ROOM.1);
        let mut units = Vec::new();
        for (label, phrase) in phrases {
            units.clear();
            unit::plain_hashes(phrase, &mut units);
            if units.is_empty() {
                return Err(LexiconError { label: *label, phrase: phrase.clone() });
            }
            own.add(&units, label.own());
        }
        Ok(Lexicon { own: Some(own.sorted()) })
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
        while sentence.next(&mut units, self) {
            let from = asks.len().saturating_sub(Label::ALL.len());
            PATTERNS.read(&sentence, &mut asks);
            aims.read(&sentence, &asks[from..]);
            vague.read(&sentence);
            vague.keep(&sentence, &asks[from..]);
        }
        let (several_why, several) = aims.several().unwrap_or_default();
        let asks_something = asks.iter().any(|ask| ask.label != Label::Vague && ask.why != "safe");
        if vague.definite || asks_something {
            let alone = |ask: &Ask| !asks_something && several.is_empty() && vague.alone.contains(&ask.span.start);
            asks.retain(|ask| ask.label != Label::Vague || ask.why == OWN || alone(ask));
        } else if asks.is_empty()
            && several.is_empty()
            && !vague.purposeful
            && vague.length < LONG
            && vague.unknown < MUCH
        {
            asks.extend(vague.training.clone().map(|span| Ask {
                label: Label::Vague,
                span,
                why: "a training and no behaviour",
            }));
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

/// A text that says so much names some behaviour, if not in words of the tables. In halves of a word.
const LONG: u32 = 60;

/// A text with so much in it that no table knows names some behaviour. In halves of a word.
const MUCH: u32 = 20;

/// What was said vaguely, and whether anything was said definitely.
#[derive(Default)]
struct Vagueness {
    phrase: Option<Range<usize>>,
    definite: bool,
    /// The clauses of the sentence that name something definite.
    clauses: Vec<u32>,
    /// Where something vague was said in a clause that names nothing definite.
    alone: Vec<usize>,
    /// Whether it says what is to come of the training, in whatever words.
    purposeful: bool,
    /// How much it says, in halves of a word.
    length: u32,
    /// How much of it no table knows, in halves of a word.
    unknown: u32,
    /// The words that speak of a training.
    training: Option<Range<usize>>,
    /// Whether a word of the tables says more than nothing.
    says_more: bool,
    /// Whether it is about a training.
    of_training: bool,
    /// Whether something is to become better, of whatever it is said.
    improves: bool,
    /// All that was said.
    whole: Range<usize>,
}

/// A statement with more in it that no table knows says something. In halves of a word.
const LITTLE: u32 = 4;

impl Vagueness {
    /// Whether nothing that was said is definite, though none of it is a vague phrase of its own.
    fn says_nothing(&self) -> bool {
        let unknown = if self.improves { LITTLE } else { 0 };
        !self.definite && !self.says_more && self.of_training && self.unknown <= unknown
    }

    fn keep(&mut self, sentence: &Sentence, asks: &[Ask]) {
        const FRAME: Classes = Classes::of(&[Class::Tune, Class::Model, Class::Purpose, Class::Make]);
        for ask in asks.iter().filter(|ask| ask.label == Label::Vague) {
            let start = |hit: &sentence::Hit| sentence.units[hit.first].start;
            let Some(hit) = sentence.hits.iter().find(|hit| start(hit) == ask.span.start) else { continue };
            let detailed = self.clauses.iter().any(|clause| *clause >= hit.clause);
            if ask.why.contains("quality") | ["fits", "vague"].contains(&ask.why)
                && !detailed
                && sentence.within(hit.clause, hit.clause).meets(FRAME)
            {
                self.alone.push(ask.span.start);
            }
        }
    }

    fn read(&mut self, sentence: &Sentence) {
        const SAYS_NOTHING: Classes = Classes::of(&[Class::Vague, Class::VagueRound, Class::Better, Class::OwnVague]);
        self.length = sentence.units.last().map_or(self.length, |last| last.at);
        self.clauses.clear();
        let more = |hit: &sentence::Hit| {
            !hit.classes.has(Class::Generic) && !hit.classes.without(SAYS_NOTHING_DEFINITE).is_empty()
        };
        self.says_more |= sentence.hits.iter().any(more);
        // What Chinese characters say is seldom so unknown.
        let chinese = |unit: &Unit| unit.mark.is_none() && unit.exact >> 63 == 0;
        self.improves |= sentence.classes.meets(IMPROVES) || sentence.units.iter().any(chinese);
        self.of_training |= sentence.classes.meets(OF_TRAINING);
        if let (Some(first), Some(last)) = (sentence.units.first(), sentence.units.last()) {
            self.whole = if self.whole.is_empty() { first.start..last.end } else { self.whole.start..last.end };
        }
        let mut hits = sentence.hits.iter().peekable();
        for (index, unit) in sentence.units.iter().enumerate().filter(|(_, unit)| !unit.light) {
            while hits.next_if(|hit| hit.last < index).is_some() {}
            let known = hits.peek().is_some_and(|hit| hit.first <= index);
            self.unknown += if known { 0 } else { 1 + u32::from(unit.exact >> 63 == 1) };
        }
        for (index, hit) in sentence.hits.iter().enumerate() {
            // In "the notes feel better" the notes are only what is to be better.
            let vague = sentence.hits.get(index + 1).filter(|next| next.first == hit.last + 1);
            let only_better = vague.is_some_and(|next| {
                next.classes.has(Class::Vague)
                    || next.classes.has(Class::Better) && hit.classes.has(Class::Thing)
                    || next.classes.has(Class::Data) && hit.classes.has(Class::Form)
            });
            let definite = hit.classes.meets(DEFINITE) && !hit.off && !modifies(sentence, index);
            self.definite |= definite && !only_better;
            if definite {
                self.clauses.push(hit.clause);
            }
            self.purposeful |= hit.classes.meets(PURPOSEFUL);
            // "to" and a verb that no table knows: something definite, whatever it is.
            let next = sentence.hits.get(index + 1).filter(|next| next.first == hit.last + 1);
            let says = next.is_none_or(|next| !next.classes.meets(SAYS_LITTLE));
            self.definite |= hit.classes.has(Class::To) && says && hit.last + 1 < sentence.units.len();
            self.definite |= hit.classes.has(Class::To) && generates(sentence, index + 1);
            if self.training.is_none() && hit.classes.has(Class::Tune) && !hit.off {
                self.training = Some(hit.span(&sentence.units));
            }
            if self.phrase.is_none() && hit.classes.meets(SAYS_NOTHING) {
                self.phrase = Some(hit.span(&sentence.units));
            }
        }
    }
}

/// Whether a task only says of what there is to be more quality: "翻译质量" says no more than "质量".
fn modifies(sentence: &Sentence, index: usize) -> bool {
    let hit = &sentence.hits[index];
    let ends_clause = |hit: &sentence::Hit| sentence.units.get(hit.last + 1).is_none_or(|unit| unit.mark.is_some());
    let says_no_more =
        |next: &sentence::Hit| next.classes.has(Class::Soft) || next.classes.has(Class::Better) && ends_clause(next);
    let near = sentence.hits[index + 1..].iter();
    let mut near = near.take_while(|next| next.from <= hit.to + NEAR && next.clause == hit.clause);
    // 给出的方案更好 names a thing, and 输出更好 none.
    let output = hit.classes.has(Class::Emit) && (hit.classes.has(Class::Thing) || describes(sentence, hit));
    if output {
        near.any(|next| next.from <= hit.to + BESIDE && says_no_more(next))
    } else {
        hit.classes.meets(TASKS) && near.any(says_no_more)
    }
}

/// A quality is said of an output that stands no farther before it, in halves of a word.
const BESIDE: u32 = 2;

/// Whether a Chinese verb only tells of what follows it: 给出的方案.
fn describes(sentence: &Sentence, hit: &sentence::Hit) -> bool {
    sentence.units.get(hit.last + 1).is_some_and(|unit| unit.exact == u64::from(u32::from('的')))
}

/// A quality is said of a task that stands no farther before it, in halves of a word.
const NEAR: u32 = 6;

/// Whether something that no table knows follows verbs that say little: "to generate riddles".
fn generates(sentence: &Sentence, first: usize) -> bool {
    let little = |hit: &&sentence::Hit| {
        hit.classes.meets(Classes::of(&[Class::Generic, Class::Make, Class::Able, Class::Model]))
    };
    // "to the big models" is no infinitive.
    if sentence.hits.get(first).is_some_and(|hit| hit.classes.has(Class::Det)) {
        return false;
    }
    let verbs = sentence.hits[first..].iter().take_while(little).count();
    let next = sentence.hits.get(first + verbs);
    let Some(last) = sentence.hits[first..first + verbs].last() else { return false };
    let object = last.last + 1..next.map_or(sentence.units.len(), |next| next.first);
    sentence.units[object].iter().any(|unit| unit.end - unit.start > unit::SHORT_WORD && unit.exact >> 63 == 1)
}
