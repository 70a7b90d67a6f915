//! `ftspec check`: reads specs, says what was found, and ends with what it means.

use std::collections::HashMap;

use ftspec_analysis::{Analysis, Config, Lang, say};

use super::mend::{self, Mended};
use super::{accepted, counted, nothing_found};
use crate::args::Check;
use crate::cache::{Cache, Circumstances, Key};
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
    /// By what it is known again next time, where it has nothing to say.
    silent: Option<Key>,
}

/// What is known from last time, and under which circumstances each spec is checked.
struct Memory {
    cache: Cache,
    circumstances: HashMap<usize, Circumstances>,
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
    let base = today::config(asked.today, lang)?;
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

    let memory = memory(asked, &jobs, &configs, style);
    let mut silent = Vec::new();
    let mut totals = Totals { statistics: asked.reports.statistics.then(Statistics::default), ..Totals::default() };
    let mut unreadable = Vec::new();
    let mut records = Vec::new();
    let styles = desk.styles();
    desk.open(out);
    parallel::in_order(
        &jobs,
        |job| check(job, asked, configs.config(job.settings), &gate, &styles, memory.as_ref()),
        |checked| {
            desk.add(checked.shown, out);
            totals.counts += checked.counts;
            totals.hidden += checked.hidden;
            if let Some(statistics) = &mut totals.statistics {
                *statistics += checked.statistics;
            }
            records.push(checked.record);
            unreadable.extend(checked.unreadable);
            silent.extend(checked.silent);
        },
    );
    if let Some(memory) = memory {
        memory.cache.close(silent);
    }
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

/// What is known from last time. None where every file is shown, or compared with what it was.
fn memory(asked: &Check, jobs: &[Job], configs: &Configs, style: Style) -> Option<Memory> {
    if asked.no_cache || !style.passes_over() || !asked.reports.outputs.is_empty() || asked.gates.any() {
        return None;
    }
    let mut circumstances = HashMap::new();
    for job in jobs {
        circumstances
            .entry(job.settings)
            .or_insert_with(|| Circumstances::new(configs.settings_of(job.settings), configs.config(job.settings)));
    }
    Some(Memory { cache: Cache::open(&asked.paths)?, circumstances })
}

fn check(job: &Job, asked: &Check, config: &Config, gate: &Gate, styles: &[Style], memory: Option<&Memory>) -> Checked {
    let input = job.input;
    match input::read(input) {
        Ok(text) => {
            let key = memory.map(|memory| memory.circumstances[&job.settings].key(&text));
            if let Some((memory, key)) = memory.zip(key)
                && memory.cache.knows(&key)
            {
                return Checked::silent(styles, key);
            }
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
                silent: key.filter(|_| subject.has_nothing_to_say()),
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
                silent: None,
            }
        }
    }
}

impl Checked {
    /// A file that is known to have nothing to say.
    fn silent(styles: &[Style], key: Key) -> Self {
        Self {
            shown: styles.iter().map(|_| Piece::passed_over()).collect(),
            counts: Counts { files: 1, ..Counts::default() },
            statistics: Statistics::default(),
            hidden: Hidden::default(),
            record: Record::default(),
            unreadable: None,
            silent: Some(key),
        }
    }
}
