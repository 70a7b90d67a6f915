//! What a team has said: one answer a topic, and nothing where a question was left open.

use std::collections::BTreeMap;

use ftspec_analysis::Lang;

use crate::template::Template;

/// What a question is about; each has at most one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // each is explained by its question
pub enum Topic {
    Title,
    Kind,
    Today,
    Target,
    Cause,
    Task,
    Input,
    Output,
    Deployment,
    Must,
    Never,
    Tried,
    Attempts,
    Shortfall,
    Source,
    Changes,
    Examples,
    File,
    Quality,
    Tests,
    Judge,
    Bar,
    Tier,
    Domain,
    WorstCase,
    Catcher,
    Rounds,
    Owner,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// In the team's own words.
    Text(String),
    /// One of the words that were offered.
    Word(&'static str),
    /// A number.
    Number(u64),
}

/// Everything that was said, and the template that it is laid over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    given: BTreeMap<Topic, Answer>,
}

impl Answers {
    /// What a template says by itself: its own wording, its metrics, a bound for the rounds. All else is left open.
    pub fn of(template: Template, lang: Lang) -> Self {
        let sheet = template.sheet();
        let mut answers = Self::default();
        answers.say(Topic::Title, Answer::Text(sheet.title.text(lang).to_string()));
        answers.say(Topic::Kind, Answer::Word(template.name()));
        answers.say(Topic::Cause, Answer::Word(sheet.cause));
        answers.say(Topic::Task, Answer::Word(sheet.task));
        answers.say(Topic::Judge, Answer::Word(sheet.judge));
        answers.say(Topic::Bar, Answer::Number(sheet.bar));
        answers.say(Topic::Rounds, Answer::Number(sheet.rounds));
        for (topic, text) in [(Topic::Target, sheet.target), (Topic::Must, sheet.must), (Topic::Never, sheet.never)] {
            answers.say(topic, Answer::Text(text.text(lang).to_string()));
        }
        answers
    }

    /// Keeps an answer; an empty text leaves the question open.
    pub fn say(&mut self, topic: Topic, answer: Answer) {
        let answer = match answer {
            Answer::Text(text) => Answer::Text(tidy(&text)),
            other => other,
        };
        match answer {
            Answer::Text(text) if text.is_empty() => self.leave(topic),
            answer => {
                self.given.insert(topic, answer);
            }
        }
    }

    /// Leaves a question open.
    pub fn leave(&mut self, topic: Topic) {
        self.given.remove(&topic);
    }

    /// The answer, if there is one.
    pub fn get(&self, topic: Topic) -> Option<&Answer> {
        self.given.get(&topic)
    }

    /// An answer in the team's own words.
    pub fn text(&self, topic: Topic) -> Option<&str> {
        match self.get(topic)? {
            Answer::Text(text) => Some(text),
            _ => None,
        }
    }

    /// An answer that is one of the offered words.
    pub fn word(&self, topic: Topic) -> Option<&'static str> {
        match self.get(topic)? {
            Answer::Word(word) => Some(word),
            _ => None,
        }
    }

    /// An answer that is a number.
    pub fn number(&self, topic: Topic) -> Option<u64> {
        match self.get(topic)? {
            Answer::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The template whose examples and metrics fit: that of the kind, where the kind is one that tuning can serve.
    pub fn template(&self) -> Template {
        self.word(Topic::Kind).and_then(Template::named).unwrap_or(Template::Specialist)
    }
}

/// One line of text: whatever was pasted in, line breaks, tabs and signs that move the cursor become single blanks.
pub fn tidy(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
