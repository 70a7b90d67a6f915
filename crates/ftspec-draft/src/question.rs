//! How a question is asked: its words in both languages, an example, the reason, and what may be answered.

use ftspec_analysis::Lang;

use crate::answer::{Answers, Topic};
use crate::both::Both;
use crate::template::Sheet;

/// One question of the interview.
#[derive(Debug)]
pub struct Question {
    /// What it is about.
    pub topic: Topic,
    /// The question itself, one line.
    pub ask: Both,
    /// Why it is asked, a sentence or two.
    pub why: Both,
    /// What a good answer looks like.
    pub example: Example,
    /// What may be answered.
    pub form: Form,
    /// When it is asked.
    pub when: When,
}

/// When a question is asked.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// In every interview.
    Always,
    /// Where the answer to another question calls for it.
    If(Topic, fn(&Answers) -> bool),
}

impl When {
    /// Whether the answers call for it.
    pub fn holds(self, answers: &Answers) -> bool {
        match self {
            When::Always => true,
            When::If(_, calls) => calls(answers),
        }
    }

    /// Whether it may still be asked, with these questions ahead.
    pub fn may_hold(self, answers: &Answers, ahead: &[&Question]) -> bool {
        let undecided = |topic| ahead.iter().any(|question| question.topic == topic);
        matches!(self, When::If(topic, _) if undecided(topic)) || self.holds(answers)
    }
}

/// What a good answer looks like.
#[derive(Clone, Copy, Debug)]
pub enum Example {
    /// The choices are example enough.
    None,
    /// The same for every project.
    Always(Both),
    /// That of the template which fits the answers so far.
    Of(fn(&Sheet) -> Both),
}

/// What may be answered. Every question may be left open.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// A sentence.
    Text,
    /// A number between two bounds, both included.
    Number(u64, u64),
    /// One of these.
    Choice(&'static [Choice]),
}

/// A word of the language, and what it is called in the interview.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// As the draft writes it.
    pub word: &'static str,
    /// As a person reads it.
    pub says: Both,
}

impl Question {
    /// The example for these answers.
    pub fn example(&self, answers: &Answers, lang: Lang) -> Option<&'static str> {
        match self.example {
            Example::None => None,
            Example::Always(text) => Some(text.text(lang)),
            Example::Of(pick) => Some(pick(answers.template().sheet()).text(lang)),
        }
    }

    /// The choices, where it has any.
    pub fn choices(&self) -> &'static [Choice] {
        match self.form {
            Form::Choice(choices) => choices,
            Form::Text | Form::Number(..) => &[],
        }
    }

    /// The word that the template would choose, as a place among the choices.
    pub fn suggested(&self, answers: &Answers) -> usize {
        let sheet = answers.template().sheet();
        let word = match self.topic {
            Topic::Cause => sheet.cause,
            Topic::Task => sheet.task,
            Topic::Judge => sheet.judge,
            _ => return 0,
        };
        self.choices().iter().position(|choice| choice.word == word).unwrap_or(0)
    }
}
