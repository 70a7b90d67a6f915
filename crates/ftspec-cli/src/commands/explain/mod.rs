//! `ftspec explain`: the documentation of a rule or a word of the language, or of what was found on a line.

mod block;
mod meaning;
mod place;
mod rule;
mod suggest;

use ftspec_analysis::rules;

use crate::args::Explain;
use crate::output::{Outcome, Output, Paint};

/// Runs the command.
pub fn run(asked: &Explain, paint: Paint, out: &mut Output) -> Result<Outcome, String> {
    let what = asked.what.trim();
    let page = if let Some(rule) = rules::find(what) {
        rule::page(rule, paint)
    } else if let Some((file, line)) = place::parse(what) {
        place::page(file, line, asked.today, paint)?
    } else {
        let meanings = meaning::find(what);
        if meanings.is_empty() {
            return Err(suggest::unknown(what, paint.lang));
        }
        block::page(what, &meanings, paint)
    };
    out.write(&page);
    Ok(Outcome::Fine)
}
