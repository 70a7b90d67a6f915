//! `ftspec new`: from nothing to a first plan, by an interview or from a template.
//!
//! What is asked and what becomes of it is the matter of `ftspec-draft`; here is the terminal and the file. Nothing is
//! written before the last answer, and then in one step.

mod ending;
mod interview;
mod place;
mod prompt;
mod watch;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use ftspec_analysis::{Lang, say};
use ftspec_draft::{Answer, Answers, Template, Topic, draft};

use crate::args::New;
use crate::output::{Color, Outcome, Output, Paint, complain};
use interview::{Ended, Interview};
use place::Place;

/// Runs the command.
pub fn run(asked: &New, color: Color, paint: Paint, out: &mut Output) -> Result<Outcome, String> {
    let lang = paint.lang;
    let place = place::wanted(asked.path.as_deref(), lang)?;
    if asked.yes {
        let (path, answers) = by_template(asked.template, place, lang)?;
        let text = draft(&answers, lang);
        place::write(&path, &text, lang)?;
        out.write(&ending::screen(&path, &text, paint, prompt::WIDEST)?);
        return Ok(Outcome::Fine);
    }
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(say!(
            lang,
            "the interview needs a terminal; without one, take a template: `ftspec new --template style --yes`",
            "问答需要在终端里进行；没有终端时，请直接套用模板：`ftspec new --template style --yes`"
        ));
    }
    watch::begin(lang);
    let interview = Interview::new(color.aside(lang));
    let held = interview.hold(place, asked.template);
    watch::last_word();
    let (path, text) = match held {
        Ok((path, answers)) => (path, draft(&answers, lang)),
        Err(Ended::Stopped) => {
            complain(stopped(lang));
            return Ok(Outcome::Failed);
        }
        Err(Ended::Broken(why)) => return Err(why),
    };
    if let Err(why) = place::write(&path, &text, lang) {
        // Ten minutes of answers are not thrown away.
        out.write(&text);
        return Err(say!(lang, "{why}; the draft stands above", "{why}；初稿已打印在上面"));
    }
    out.write(&ending::screen(&path, &text, paint, prompt::width())?);
    Ok(Outcome::Fine)
}

/// What is said where somebody ends the interview.
fn stopped(lang: Lang) -> &'static str {
    lang.pick("stopped; nothing was written", "已停止，没有写任何文件")
}

/// What a template says by itself.
fn by_template(template: Option<Template>, place: Place, lang: Lang) -> Result<(PathBuf, Answers), String> {
    let Some(template) = template else {
        let names: Vec<&str> = Template::ALL.iter().map(|template| template.name()).collect();
        let names = names.join(", ");
        return Err(say!(
            lang,
            "`--yes` asks nothing, so it has to know what should change: add `--template` with one of {names}",
            "`--yes` 不提问，所以要先知道改什么：请加上 `--template`，可选 {names}"
        ));
    };
    let mut answers = Answers::of(template, lang);
    let path = match place {
        Place::File(path) => {
            answers.say(Topic::Title, Answer::Text(place::title(&path)));
            path
        }
        Place::Folder(folder) => place::named(&folder, answers.text(Topic::Title).unwrap_or_default()),
    };
    if place::is_taken(&path, lang)? {
        return Err(taken(&path, lang));
    }
    place::probe(&path, lang)?;
    Ok((path, answers))
}

fn taken(path: &Path, lang: Lang) -> String {
    let (shown, free) = (path.display(), place::free(path));
    let free = free.display();
    say!(
        lang,
        "`{shown}` exists and stays as it is; name another file, for example `{free}`",
        "`{shown}` 已经存在，不会覆盖；请换一个文件名，例如 `{free}`"
    )
}
