//! `ftspec check`: reads specs, says what was found, and ends with what it means.

use ftspec_analysis::{Analysis, Config, Lang, say};

use super::mend::{self, Mended};
use super::{accepted, counted, nothing_found};
use crate::args::Check;
use crate::configs::{Configs, complain_about, settle};
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
    let fixes = &asked.fixes;
    if fixes.unsafe_fixes && !fixes.fix && !fixes.diff {
        return Err(say!(
            paint.lang,
            "`--unsafe-fixes` says what may be mended: add `--fix`, or `--diff` to see it first",
            "`--unsafe-fixes` 只说明可以修什么：请加上 `--fix`，或者先用 `--diff` 看看"
        ));
    }
    let lang = paint.lang;
    let base = Config { lang, ..today::config(asked.today)? };
    let mut configs = Configs::new(base, asked.config.as_deref());
    let mut inputs = input::collect(&asked.paths, asked.stdin_path.as_deref());
    let settled = settle(&mut configs, &mut inputs);
    let jobs: Vec<Job> = inputs.iter().zip(settled).map(|(input, settings)| Job { input, settings }).collect();
    let misconfigured = complain_about(&configs, lang);
    if misconfigured && inputs.is_empty() {
        return Ok(Outcome::Failed);
    }
    if asked.reports.list_accepted {
        return accepted::run(asked, &jobs, &configs, paint, out);
    }
    let mut mended = Mended::default();
    if fixes.fix || fixes.diff {
        mended = mend::run(&jobs, fixes, &configs, paint, out);
        mended.failures.iter().for_each(|why| complain(why));
        if fixes.diff {
            out.flush();
            return Ok(after_diff(&mended, misconfigured));
        }
    }
    let listed = inputs.len() <= LISTED;
    let style = Style { format: asked.format, paint, listed, deny_warnings: asked.deny_warnings };
    let mut desk = Desk::new(style, &asked.reports.outputs);
    let gate = Gate::open(&asked.gates, &inputs, paint.lang);

    let mut totals = Totals { statistics: asked.reports.statistics.then(Statistics::default), ..Totals::default() };
    let mut unreadable = Vec::new();
    let mut records = Vec::new();
    let styles = desk.styles();
    desk.open(out);
    parallel::in_order(
        &jobs,
        |job| check(job.input, asked, configs.config(job.settings), &gate, &styles),
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
    totals.mended = (mended.fixes, mended.specs);
    totals.failed = inputs.is_empty() || !unreadable.is_empty() || !troubles.is_empty();
    troubles.extend(desk.close(totals, out));
    troubles.iter().for_each(|trouble| complain(trouble));
    let failed = !troubles.is_empty() || misconfigured || !mended.failures.is_empty();
    let outcome = outcome(asked, &inputs, counts, &unreadable, lang);
    Ok(if failed { Outcome::Failed } else { outcome })
}

/// A spec to check, and where its settings are.
pub(super) struct Job<'i> {
    pub input: &'i Input,
    pub settings: usize,
}

/// Nothing was written: a script wants to know whether there is something to mend.
fn after_diff(mended: &Mended, misconfigured: bool) -> Outcome {
    match (misconfigured || !mended.failures.is_empty(), mended.fixes) {
        (true, _) => Outcome::Failed,
        (false, 0) => Outcome::Fine,
        (false, _) => Outcome::Findings,
    }
}

fn outcome(asked: &Check, inputs: &[Input], counts: Counts, unreadable: &[String], lang: Lang) -> Outcome {
    if inputs.is_empty() {
        complain(&nothing_found(&asked.paths, lang));
        return Outcome::Failed;
    }
    if !unreadable.is_empty() {
        let first: Vec<&str> = unreadable.iter().take(5).map(String::as_str).collect();
        let more = if unreadable.len() > first.len() { lang.pick(", …", " 等") } else { "" };
        let (number, paths) = (unreadable.len(), counted(unreadable.len(), "path"));
        let first = first.join(lang.pick(", ", "、"));
        complain(&say!(lang, "{paths} could not be read: {first}{more}", "{number} 个路径读不了：{first}{more}"));
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
            let (diagnostics, fingerprints, verdict) = unread(&why, config.lang);
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
