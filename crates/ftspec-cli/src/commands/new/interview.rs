//! The interview: question by question, with what an answer points to said at once.

use std::path::PathBuf;

use ftspec_analysis::say;
use ftspec_draft::{Answer, Answers, Choice, Form, Pointer, QUESTIONS, Question, Template, Topic, pointers_at};

use super::place::{self, Place};
use super::prompt::{Prompt, width};
use crate::output::{Ink, Paint, aside};
use crate::wrap::wrap;

/// Why there are no answers.
pub enum Ended {
    /// Somebody has had enough.
    Stopped,
    /// It cannot go on; why.
    Broken(String),
}

/// Somebody at a terminal.
pub struct Interview {
    paint: Paint,
    prompt: Prompt,
}

impl Interview {
    /// Speaks in the colours and the language of a paint.
    pub fn new(paint: Paint) -> Self {
        Self { paint, prompt: Prompt::new(paint) }
    }

    /// Asks everything, and finds a place for the draft.
    pub fn hold(&self, place: Place, template: Option<Template>) -> Result<(PathBuf, Answers), Ended> {
        let lang = self.paint.lang;
        let mut answers = Answers::default();
        let mut path = None;
        let folder = match place {
            Place::File(file) => {
                path = Some(self.settle(file)?);
                PathBuf::new()
            }
            Place::Folder(folder) => {
                // A folder that cannot be written is told before the first question, not after the last.
                place::probe(&place::named(&folder, ""), lang).map_err(Ended::Broken)?;
                folder
            }
        };
        self.welcome();
        if let Some(template) = template {
            answers.say(Topic::Kind, Answer::Word(template.name()));
        }
        let asked_for = |question: &&&Question| template.is_none() || question.topic != Topic::Kind;
        let questions: Vec<&Question> = QUESTIONS.iter().filter(asked_for).copied().collect();
        let mut told: Vec<&Pointer> = Vec::new();
        let mut number = 0;
        for (at, question) in questions.iter().enumerate() {
            if !question.when.holds(&answers) {
                continue;
            }
            let ahead = &questions[at..];
            let of = number + ahead.iter().filter(|question| question.when.may_hold(&answers, ahead)).count();
            number += 1;
            let titled = path.as_deref().filter(|_| question.topic == Topic::Title).map(place::title);
            self.ask(question, (number, of), titled.as_deref(), &mut answers)?;
            if question.topic == Topic::Title && path.is_none() {
                let title = answers.text(Topic::Title).unwrap_or_default();
                path = Some(self.settle(place::named(&folder, title))?);
            }
            for pointer in pointers_at(question.topic, &answers, lang) {
                if !told.iter().any(|known| std::ptr::eq(*known, pointer)) {
                    told.push(pointer);
                    self.point(pointer);
                }
            }
        }
        let unsettled = place::named(&folder, "");
        Ok((path.unwrap_or(unsettled), answers))
    }

    /// A path that is free and can be written: this one, or another that is asked for.
    fn settle(&self, mut path: PathBuf) -> Result<PathBuf, Ended> {
        let lang = self.paint.lang;
        loop {
            if !place::is_taken(&path, lang).map_err(Ended::Broken)? {
                place::probe(&path, lang).map_err(Ended::Broken)?;
                return Ok(path);
            }
            let (shown, free) = (path.display().to_string(), place::free(&path).display().to_string());
            self.say(
                Ink::Warn,
                &say!(
                    lang,
                    "`{shown}` exists and stays as it is. What shall the new one be called?",
                    "`{shown}` 已经存在，不会覆盖。新文件叫什么？"
                ),
            );
            let typed = self.prompt.name(&free)?;
            let typed = if typed.trim().is_empty() { free } else { typed };
            match place::wanted(Some(typed.trim().as_ref()), lang) {
                Ok(Place::File(file)) => path = file,
                Ok(Place::Folder(folder)) => path = folder.join(path.file_name().unwrap_or_default()),
                Err(why) => self.say(Ink::Warn, &why),
            }
            aside("\n");
        }
    }

    fn welcome(&self) {
        let lang = self.paint.lang;
        self.say(
            Ink::Strong,
            lang.pick(
                "A first plan for a fine-tuning project, in about ten minutes.",
                "十分钟左右，写出微调计划的初稿。",
            ),
        );
        self.say(
            Ink::Faint,
            lang.pick(
                "Every question may be left open. The file is written at the end, and can be changed at any time.",
                "每个问题都可以先不定。文件在最后才写，之后随时可以改。",
            ),
        );
        aside("\n");
    }

    fn ask(
        &self,
        question: &Question,
        (at, of): (usize, usize),
        initial: Option<&str>,
        answers: &mut Answers,
    ) -> Result<(), Ended> {
        let lang = self.paint.lang;
        let counter = format!("{at}/{of}");
        let mut lines = wrap(&format!("{counter} {}", question.ask.text(lang)), width()).into_iter();
        let first = lines.next().unwrap_or_default();
        let rest = first.strip_prefix(counter.as_str()).unwrap_or(&first);
        aside(&format!("{}{}\n", self.paint.ink(Ink::Faint, &counter), self.paint.ink(Ink::Strong, rest)));
        lines.for_each(|line| aside(&format!("{}\n", self.paint.ink(Ink::Strong, line))));
        self.indented(Ink::Faint, question.why.text(lang));
        if let Some(example) = question.example(answers, lang) {
            self.indented(Ink::Faint, &say!(lang, "Example: {example}", "例如：{example}"));
        }
        let answer = match question.form {
            Form::Text => Some(Answer::Text(self.prompt.text(initial.unwrap_or_default())?)),
            Form::Number(least, most) => self.prompt.number(least, most)?.map(Answer::Number),
            Form::Choice(choices) => self.choose(choices, question.suggested(answers))?.map(Answer::Word),
        };
        match answer {
            Some(answer) => answers.say(question.topic, answer),
            None => answers.leave(question.topic),
        }
        aside("\n");
        Ok(())
    }

    fn choose(&self, choices: &[Choice], at: usize) -> Result<Option<&'static str>, Ended> {
        let lines: Vec<&str> = choices.iter().map(|choice| choice.says.text(self.paint.lang)).collect();
        Ok(self.prompt.choice(&lines, at)?.map(|index| choices[index].word))
    }

    /// Says where an answer points, and goes on.
    fn point(&self, pointer: &Pointer) {
        let lang = self.paint.lang;
        let (headline, reason) = (pointer.headline.text(lang), pointer.reason.text(lang));
        let gap = lang.pick(" ", "");
        for (at, line) in wrap(&format!("{headline}{gap}{reason}"), width() - 2).iter().enumerate() {
            let mark = if at == 0 { "!" } else { " " };
            aside(&format!("{} {line}\n", self.paint.ink(Ink::Warn, mark)));
        }
        aside("\n");
    }

    fn say(&self, ink: Ink, text: &str) {
        for line in wrap(text, width()) {
            aside(&format!("{}\n", self.paint.ink(ink, line)));
        }
    }

    fn indented(&self, ink: Ink, text: &str) {
        for line in wrap(text, width() - 2) {
            aside(&format!("  {}\n", self.paint.ink(ink, line)));
        }
    }
}
