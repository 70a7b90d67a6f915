//! Whether a text says anything definite: what a training is for, in words that could be checked in an output.

use std::ops::Range;

use crate::aim::TASKS;
use crate::class::{Class, Classes};
use crate::ending::Ending;
use crate::sentence::{self, Sentence};
use crate::unit::{self, Mark, Unit};
use crate::{Ask, Label};

/// What was said vaguely, and whether anything was said definitely.
#[derive(Default)]
pub(crate) struct Vagueness {
    /// The first words that say nothing definite.
    pub phrase: Option<Range<usize>>,
    /// Whether anything was said definitely.
    pub definite: bool,
    /// The clauses of the sentence that name something definite.
    clauses: Vec<u32>,
    /// Where something vague was said in a clause that names nothing definite.
    pub alone: Vec<usize>,
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
    pub whole: Range<usize>,
}

/// A statement with more in it that no table knows says something. In halves of a word.
const LITTLE: u32 = 4;

impl Vagueness {
    /// What is to be told of a training of which nothing is said that could be seen in an output: the training itself.
    pub fn training_alone(&self) -> Option<Ask> {
        let nothing = !self.purposeful && self.length < LONG && self.unknown < MUCH;
        let span = self.training.clone().filter(|_| nothing)?;
        Some(Ask { label: Label::Vague, span, why: "a training and no behaviour" })
    }

    /// Whether nothing that was said is definite, though none of it is a vague phrase of its own.
    pub fn says_nothing(&self) -> bool {
        let unknown = if self.improves { LITTLE } else { 0 };
        !self.definite && !self.says_more && self.of_training && self.unknown <= unknown
    }

    pub fn keep(&mut self, sentence: &Sentence, asks: &[Ask]) {
        const FRAME: Classes = Classes::of(&[Class::Tune, Class::Model, Class::Purpose, Class::Make]);
        for ask in asks.iter().filter(|ask| ask.label == Label::Vague) {
            let start = |hit: &sentence::Hit| sentence.units[hit.first].start;
            let Some(hit) = sentence.hits.iter().find(|hit| start(hit) == ask.span.start) else { continue };
            let detailed = self.clauses.contains(&hit.clause);
            if ask.why.contains("quality") | ["fits", "vague"].contains(&ask.why)
                && !detailed
                && sentence.within(hit.clause, hit.clause).meets(FRAME)
            {
                self.alone.push(ask.span.start);
            }
        }
    }

    pub fn read(&mut self, sentence: &Sentence) {
        const SAYS_NOTHING: Classes =
            Classes::of(&[Class::Vague, Class::VagueRound, Class::Better, Class::VagueAnyway, Class::OwnVague]);
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
        let mut example = false;
        for (index, hit) in sentence.hits.iter().enumerate() {
            let says_example = hit.classes.has(Class::Bracket) && !hit.classes.has(Class::Comma);
            example = (example || says_example) && !ends_example(sentence, hit);
            // In "the notes feel better" the notes are only what is to be better.
            let vague = sentence.hits.get(index + 1).filter(|next| next.first == hit.last + 1);
            let only_better = vague.is_some_and(|next| {
                next.classes.has(Class::Vague)
                    || next.classes.has(Class::Better) && hit.classes.has(Class::Thing)
                    || next.classes.has(Class::Data) && hit.classes.has(Class::Form)
            });
            let definite = hit.classes.meets(DEFINITE) && !hit.off && !modifies(sentence, index);
            self.definite |= definite && !only_better;
            if definite && !example {
                self.clauses.push(hit.clause);
            }
            self.purposeful |= hit.classes.meets(PURPOSEFUL);
            let generates = generates_unknown(sentence, index);
            self.definite |= generates || to_unknown(sentence, index);
            if generates {
                self.clauses.push(hit.clause);
            }
            // The training of "training data" is no training.
            let of_data = sentence
                .hits
                .get(index + 1)
                .is_some_and(|next| next.first == hit.last + 1 && next.classes.has(Class::Data));
            if self.training.is_none() && hit.classes.has(Class::Tune) && !hit.off && !of_data {
                self.training = Some(hit.span(&sentence.units));
            }
            if self.phrase.is_none() && hit.classes.meets(SAYS_NOTHING) {
                self.phrase = Some(hit.span(&sentence.units));
            }
        }
    }
}

/// Whether an example ends here. What it names makes the wish before it no more definite.
fn ends_example(sentence: &Sentence, hit: &sentence::Hit) -> bool {
    let mark = sentence.units[hit.first].mark;
    matches!(mark, Some(Mark::Close | Mark::Semicolon | Mark::Dash | Mark::Colon))
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
        hit.classes.meets(DONE) && near.any(says_no_more)
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

/// Whether "to" leads up to something that no table knows, and so definite, whatever it is: "to knit socks".
fn to_unknown(sentence: &Sentence, index: usize) -> bool {
    let hit = &sentence.hits[index];
    let next = sentence.hits.get(index + 1).filter(|next| next.first == hit.last + 1);
    let says = next.is_none_or(|next| !next.classes.meets(SAYS_LITTLE));
    hit.classes.has(Class::To) && says && hit.last + 1 < sentence.units.len()
}

/// Whether it says what is to be made or done, though in words that no table knows.
fn generates_unknown(sentence: &Sentence, index: usize) -> bool {
    const BEFORE_VERB: Classes = Classes::of(&[Class::To, Class::Able]);
    let hit = &sentence.hits[index];
    let asks = index == 0 && hit.classes.has(Class::Able);
    // "is tuned on generating riddles"
    let gerund =
        hit.classes.has(Class::On_) && sentence.units.get(hit.last + 1).is_some_and(|next| next.ending == Ending::Ing);
    (hit.classes.meets(BEFORE_VERB) || gerund) && !asks && generates(sentence, index + 1)
        || hit.classes.has(Class::Relative) && cleans(sentence, index)
}

/// Whether a verb that no table knows follows: "that cleans transcripts".
fn cleans(sentence: &Sentence, index: usize) -> bool {
    let verb = sentence.hits[index].last + 1;
    let known = sentence.hits.get(index + 1).is_some_and(|next| next.first <= verb);
    let ends_in_s = |unit: &Unit| unknown(unit) && unit.ending == Ending::S;
    !known && sentence.units.get(verb).is_some_and(ends_in_s)
}

fn unknown(unit: &Unit) -> bool {
    unit.end - unit.start > unit::SHORT_WORD && unit.exact >> 63 == 1
}

/// Whether something that no table knows follows verbs that say little: "to generate riddles", "to generate good riddles".
fn generates(sentence: &Sentence, first: usize) -> bool {
    const LITTLE: Classes = Classes::of(&[Class::Generic, Class::Make, Class::Able, Class::Model]);
    const NAMED: Classes = Classes::of(&[Class::Bad, Class::Terms, Class::Docs]);
    const NO_VERB: Classes = Classes::of(&[Class::Det, Class::Fit, Class::Tune]);
    const OF_MODEL: Classes = Classes::of(&[Class::Model, Class::Tune, Class::Vague, Class::Quality]);
    const GOOD: Classes = LITTLE.with(Classes::of(&[Class::Fine, Class::Better, Class::Det]));
    // "to the big models" is no infinitive.
    let verb = |hit: &sentence::Hit| hit.classes.meets(LITTLE) && !hit.classes.meets(NO_VERB);
    if !sentence.hits.get(first).is_some_and(verb) {
        return false;
    }
    let little = |hit: &&sentence::Hit| hit.classes.meets(GOOD);
    let mut last = &sentence.hits[first];
    for hit in sentence.hits[first + 1..].iter().take_while(little) {
        // Phrases may overlap.
        if hit.first > last.last + 1 && sentence.units[last.last + 1..hit.first].iter().any(unknown) {
            return !hit.classes.meets(OF_MODEL);
        }
        last = hit;
    }
    let begins = last.last + 1;
    let next = sentence.hits[first..].iter().find(|hit| hit.first >= begins);
    let ends = next.map_or(sentence.units.len(), |next| next.first);
    // "to generate questions" says what, and has a class.
    let improves = sentence.hits[first].classes.has(Class::Improve);
    if !improves && next.is_some_and(|next| next.first == begins && next.classes.meets(NAMED)) {
        return true;
    }
    // "to use a custom model": what no table knows only says of the model what it is.
    let of_model = next.is_some_and(|next| next.classes.meets(OF_MODEL));
    !of_model && sentence.units[begins..ends].iter().any(unknown)
}

/// A text that says so much names some behaviour, if not in words of the tables. In halves of a word.
const LONG: u32 = 60;

/// A text with so much in it that no table knows names some behaviour. In halves of a word.
const MUCH: u32 = 20;

/// What names a behaviour, so that words of quality beside it are no whole wish.
const DEFINITE: Classes = DONE.with(Classes::of(&[
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
    Class::Emit,
    Class::Known,
    Class::Capable,
    Class::Risk,
]));

/// What is done, and may only say of what a quality is.
const DONE: Classes = Classes::of(&TASKS).with(Classes::of(&[Class::Deed]));

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
    Class::Inject,
    Class::Emit,
    Class::Terms,
    Class::Facts,
    Class::Docs,
]);
