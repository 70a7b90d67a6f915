//! `ftspec plan`: from specs to the documents that people read and sign.

mod target;
mod watch;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use ftspec_analysis::{Analysis, Config, Level, VerdictKind, say};
use ftspec_plan::{About, LanguageErrors, Older, Plan, html, json, markdown};
use ftspec_syntax::LineIndex;

use self::target::Target;
use super::{counted, nothing_found};
use crate::args::{self, PlanFormat, Requirement};
use crate::configs::{Configs, complain_about, settle};
use crate::gate::since::Since;
use crate::input::{self, Input};
use crate::lang::flag;
use crate::output::{Outcome, Output, Paint, complain};
use crate::report::{Subject, human};
use crate::{parallel, today};

/// Runs the command.
pub fn run(asked: &args::Plan, paint: Paint, out: &mut Output) -> Result<Outcome, String> {
    if asked.watch {
        return watch::run(asked, paint, out);
    }
    write(asked, paint, out).map(|written| written.outcome)
}

/// What was written.
pub(super) struct Written {
    /// How it went.
    pub outcome: Outcome,
    /// The specs that were read.
    pub inputs: Vec<Input>,
    /// The configurations that were read for them, and those that they build on.
    pub configurations: Vec<PathBuf>,
}

/// What became of one spec.
enum Fate {
    /// A document, and whether its verdict is as far as it has to be.
    Document(String, bool),
    /// It has errors of the language; what they are.
    Broken(String),
    /// It could not be read; why.
    Unread(String),
}

/// Writes every document once.
pub(super) fn write(asked: &args::Plan, paint: Paint, out: &mut Output) -> Result<Written, String> {
    let lang = paint.lang;
    let base = today::config(asked.today, lang)?;
    let mut configs = Configs::new(base, asked.config.as_deref());
    let mut inputs = input::collect(&asked.files, asked.stdin_path.as_deref());
    let settled = settle(&mut configs, &mut inputs);
    let misconfigured = complain_about(&configs, lang);
    if inputs.is_empty() {
        return if misconfigured {
            Ok(Written { outcome: Outcome::Failed, inputs, configurations: configs.files() })
        } else {
            Err(nothing_found(&asked.files, lang))
        };
    }
    let target = Target::of(asked, &inputs, lang)?;
    let since = asked.since.as_deref().map(|reference| Since::open(reference, &inputs, lang)).transpose()?;
    let jobs: Vec<(&Input, usize)> = inputs.iter().zip(settled).collect();
    let mut outcome = if misconfigured { Outcome::Failed } else { Outcome::Fine };
    let mut at = 0;
    let mut written = 0;
    parallel::in_order(
        &jobs,
        |(input, settings)| document(input, asked, target.format, configs.config(*settings), since.as_ref()),
        |fate| {
            let input = &inputs[at];
            at += 1;
            let result = match fate {
                Fate::Document(text, far_enough) => {
                    let name = &input.name;
                    if !far_enough {
                        complain(&say!(
                            lang,
                            "{name}: the verdict is not what `--require` asks for; the document says why",
                            "{name}：结论没有达到 `--require` 的要求，原因见文档"
                        ));
                    }
                    written += 1;
                    target.write(input, &text, written, out).map(|()| match far_enough {
                        true => Outcome::Fine,
                        false => Outcome::Findings,
                    })
                }
                Fate::Broken(drawn) => {
                    let name = &input.name;
                    say_on_error(&drawn);
                    complain(&say!(
                        lang,
                        "{name}: no plan was written: mend these errors first",
                        "{name}：没有生成文档，请先改正上面的错误"
                    ));
                    Ok(Outcome::Findings)
                }
                Fate::Unread(why) => Err(format!("{}: {why}", input.name)),
            };
            let result = result.unwrap_or_else(|why| {
                complain(&why);
                Outcome::Failed
            });
            outcome = outcome.max(result);
        },
    );
    if let Some(folder) = target.folder() {
        let plans = counted(written, "plan");
        out.write(&say!(lang, "{plans} written to {folder}\n", "{folder} 里写好了 {written} 份文档\n"));
    }
    Ok(Written { outcome, inputs, configurations: configs.files() })
}

/// The document of one spec.
fn document(input: &Input, asked: &args::Plan, format: PlanFormat, config: &Config, since: Option<&Since>) -> Fate {
    let text = match input::read(input) {
        Ok(text) => text,
        Err(why) => return Fate::Unread(why.message(config.lang).to_string()),
    };
    let analysis = Analysis::new(&text, config);
    let before = since.and_then(|since| since.text(input));
    let before = before.as_deref().map(|text| Analysis::new(text, config));
    let since = asked.since.as_deref().map(|name| Older { name, analysis: before.as_ref() });
    match Plan::new(&analysis, &About { path: &input.name, since }) {
        Ok(plan) => {
            let text = match format {
                PlanFormat::Md => markdown::render(&plan),
                PlanFormat::Html => html::render(&plan),
                PlanFormat::Json => json::render(&plan),
            };
            Fate::Document(text, far_enough(asked.require, analysis.verdict().kind))
        }
        Err(LanguageErrors) => Fate::Broken(drawn(input, &analysis)),
    }
}

fn far_enough(asked: Option<Requirement>, verdict: VerdictKind) -> bool {
    match asked {
        None => true,
        Some(Requirement::Ready) => matches!(verdict, VerdictKind::Ready | VerdictKind::Ship),
        Some(Requirement::Ship) => verdict == VerdictKind::Ship,
    }
}

/// The errors of the language, as a check draws them.
fn drawn(input: &Input, analysis: &Analysis) -> String {
    let color = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let paint = Paint { color, lang: analysis.config().lang };
    let subject = Subject::new(&input.name, analysis, true);
    let index = LineIndex::new(analysis.text());
    let mut text = String::new();
    let language = |found: &&ftspec_analysis::Diagnostic| found.rule.is_language() && found.level == Level::Deny;
    let errors: Vec<_> = analysis.diagnostics().iter().filter(language).collect();
    for found in errors.iter().take(MOST) {
        human::finding(&subject, &index, found, paint, &mut text);
        text.push('\n');
    }
    if let Some(more) = errors.len().checked_sub(MOST).filter(|more| *more > 0) {
        let (name, flag) = (&input.name, flag(paint.lang));
        text.push_str(&say!(
            paint.lang,
            "{more} more; `ftspec check {name}{flag}` shows them all\n",
            "还有 {more} 条；`ftspec check {name}{flag}` 可以看到全部\n"
        ));
    }
    text
}

/// More errors than that are counted.
const MOST: usize = 20;

fn say_on_error(text: &str) {
    // Where standard error is closed, there is nobody left to tell.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
