//! `ftspec check`: reads specs, says what was found, and ends with what it means.

use ftspec_analysis::{Analysis, Config};

use super::{accepted, counted, nothing_found};
use crate::args::Check;
use crate::gate::{Gate, Record};
use crate::input::{self, Input};
use crate::output::{Outcome, Output, Paint, complain};
use crate::report::desk::{Desk, pieces};
use crate::report::sheet::{Piece, Style};
use crate::report::totals::{Hidden, Statistics, Totals};
use crate::report::{Counts, Subject, unread};
use crate::{parallel, today};

/// With more files than that, those that are ready and have no findings are counted and not listed.
const LISTED: usize = 20;

/// What the check of one file leaves behind.
struct Checked {
    shown: Vec<Piece>,
    counts: Counts,
    statistics: Statistics,
    hidden: Hidden,
    record: Record,
    unreadable: Option<String>,
}

/// Runs the command.
pub fn run(asked: &Check, paint: Paint, out: &mut Output) -> Result<Outcome, String> {
    let config = today::config(asked.today)?;
    let inputs = input::collect(&asked.paths, asked.stdin_path.as_deref());
    if asked.reports.list_accepted {
        return accepted::run(asked, &inputs, &config, paint, out);
    }
    let listed = inputs.len() <= LISTED;
    let style = Style { format: asked.format, paint, listed, deny_warnings: asked.deny_warnings };
    let mut desk = Desk::new(style, &asked.reports.outputs);
    let gate = Gate::open(&asked.gates, &inputs);

    let mut totals = Totals { statistics: asked.reports.statistics.then(Statistics::default), ..Totals::default() };
    let mut unreadable = Vec::new();
    let mut records = Vec::new();
    let styles = desk.styles();
    desk.open(out);
    parallel::in_order(
        &inputs,
        |input| check(input, asked, &config, &gate, &styles),
        |checked| {
            desk.add(checked.shown, out);
            totals.counts += checked.counts;
            totals.hidden += checked.hidden;
            if let Some(statistics) = &mut totals.statistics {
                *statistics += checked.statistics;
            }
            records.push(checked.record);
            unreadable.extend(checked.unreadable);
        },
    );
    let closed = gate.close(records, &mut totals.hidden);
    let counts = totals.counts;
    let mut troubles = closed.troubles;
    totals.gates = closed.names;
    totals.failed = inputs.is_empty() || !unreadable.is_empty() || !troubles.is_empty();
    troubles.extend(desk.close(totals, out));
    troubles.iter().for_each(|trouble| complain(trouble));
    Ok(outcome(asked, &inputs, counts, &unreadable).max(if troubles.is_empty() {
        Outcome::Fine
    } else {
        Outcome::Failed
    }))
}

fn outcome(asked: &Check, inputs: &[Input], counts: Counts, unreadable: &[String]) -> Outcome {
    if inputs.is_empty() {
        complain(&nothing_found(&asked.paths));
        return Outcome::Failed;
    }
    if !unreadable.is_empty() {
        let first: Vec<&str> = unreadable.iter().take(5).map(String::as_str).collect();
        let more = if unreadable.len() > first.len() { ", …" } else { "" };
        complain(&format!("{} could not be read: {}{more}", counted(unreadable.len(), "path"), first.join(", ")));
        return Outcome::Failed;
    }
    if counts.deny > 0 || asked.deny_warnings && counts.warn > 0 { Outcome::Findings } else { Outcome::Fine }
}

fn check(input: &Input, asked: &Check, config: &Config, gate: &Gate, styles: &[Style]) -> Checked {
    match input::read(input) {
        Ok(text) => {
            let analysis = Analysis::new(&text, config);
            let sifted = gate.sift(input, &analysis, config);
            let subject = Subject::new(&input.name, &analysis, asked.unsaid);
            let subject = subject.with(&sifted.diagnostics, &sifted.fingerprints);
            Checked {
                shown: pieces(styles, &subject),
                counts: subject.counts(),
                statistics: Statistics::of(subject.diagnostics),
                hidden: sifted.hidden,
                record: sifted.record,
                unreadable: None,
            }
        }
        Err(why) => {
            let (diagnostics, fingerprints, verdict) = unread(&why);
            let subject = Subject::unread(&input.name, &diagnostics, &fingerprints, &verdict);
            Checked {
                shown: pieces(styles, &subject),
                counts: subject.counts(),
                statistics: Statistics::of(subject.diagnostics),
                hidden: Hidden::default(),
                record: Record::default(),
                unreadable: Some(input.name.clone()),
            }
        }
    }
}
