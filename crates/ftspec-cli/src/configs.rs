//! Which specs the configurations leave in, and what is wrong with the configurations, drawn for people.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use ftspec_analysis::Lang;
use ftspec_analysis::settings::{Place, Problem};
use ftspec_syntax::{LineIndex, Span};
pub use ftspec_workspace::Configs;

use crate::input::{Input, Origin};
use crate::output::{Ink, Paint};
use crate::report::snippet::{self, Pointer};

/// Reads what counts for the inputs, and takes out those that a configuration leaves out of walks and those whose
/// configuration cannot be used. Gives for each input that stays where its settings are.
pub fn settle(configs: &mut Configs, inputs: &mut Vec<Input>) -> Vec<usize> {
    let mut settled = Vec::with_capacity(inputs.len());
    inputs.retain(|input| {
        let path = match &input.origin {
            Origin::File(path) => path.as_path(),
            _ => Path::new(&input.name),
        };
        let at = configs.of(path);
        let keep = configs.is_usable(at) && !(input.walked && configs.leaves_out(at, path));
        if keep {
            settled.push(at);
        }
        keep
    });
    settled
}

/// A path from the folder that the user is in, where it is below.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let near = path.strip_prefix(&here).unwrap_or(path);
    near.display().to_string().replace('\\', "/")
}

/// A problem as a person reads it: the lines of the file, and what is wrong with them.
fn draw(problem: &Problem, lang: Lang, paint: Paint) -> String {
    let place = &problem.place;
    let headline = lang.pick("error", "错误");
    let mut text = format!(
        "{}{}{}\n",
        paint.ink(Ink::Deny, headline),
        paint.ink(Ink::Strong, lang.pick(": ", "：")),
        paint.ink(Ink::Strong, &problem.message)
    );
    let mut show = |place: &Place, label: &str, ink: ariadne::Color| {
        let name = format!("{}:{}:{}", shown(&place.path), place.line(), place.column());
        if place.text.is_empty() {
            text.push_str(&format!(
                "{}\n{} {label}\n",
                snippet::place(&name, 1, paint),
                snippet::margin(None, 1, paint)
            ));
            return 1;
        }
        let span = Span::new(place.span.start as u32, place.span.end as u32);
        let pointers = [Pointer { span, message: label, color: ink }];
        let drawn = snippet::draw(&place.text, &LineIndex::new(&place.text), &pointers, paint);
        text.push_str(&format!("{}\n{}\n", snippet::place(&name, drawn.digits, paint), drawn.lines.join("\n")));
        drawn.digits
    };
    let mut digits = show(place, &problem.label, ariadne::Color::Red);
    if let Some((other, label)) = &problem.also {
        digits = show(other, label, ariadne::Color::Blue);
    }
    if !problem.help.is_empty() {
        let help = lang.pick("help: ", "帮助：");
        text.push_str(&format!("{} {help}{}\n", snippet::margin(None, digits, paint), problem.help));
    }
    text
}

/// Says on standard error what is wrong with the configurations that were read. True where something was said.
pub fn complain_about(configs: &Configs, lang: Lang) -> bool {
    let problems = configs.problems();
    let paint = Paint { lang, color: io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() };
    let drawn: Vec<String> = problems.iter().map(|problem| draw(problem, lang, paint)).collect();
    // Where standard error is closed, there is nobody left to tell.
    let _ = io::stderr().lock().write_all(drawn.join("\n").as_bytes());
    !problems.is_empty()
}
