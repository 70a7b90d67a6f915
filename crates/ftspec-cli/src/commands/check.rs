//! `ftspec check`: reads specs, says what was found, and ends with what it means.

use ftspec_analysis::{Analysis, Config, Lang, say};

use super::mend::{self, Mended};
use super::{counted, nothing_found};
use crate::args::{Check, Format};
use crate::configs::{Configs, complain_about};
use crate::input::{self, Input};
use crate::output::{Outcome, Output, Paint, complain};
use crate::report::{Counts, Subject, human, json, short, unread};
use crate::{parallel, today};

/// With more files than that, those that are ready and have no findings are counted and not listed.
const LISTED: usize = 20;

/// What the check of one file leaves behind.
struct Checked {
    shown: String,
    counts: Counts,
    unreadable: Option<String>,
    /// Ready, no findings, not shown.
    passed_over: bool,
    /// Has findings, which want an empty line before them.
    roomy: bool,
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
    let settled = configs.settle(&mut inputs);
    let jobs: Vec<Job> = inputs.iter().zip(settled).map(|(input, settings)| Job { input, settings }).collect();
    let misconfigured = complain_about(&configs, lang);
    if misconfigured && inputs.is_empty() {
        return Ok(Outcome::Failed);
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

    let mut totals = Counts::default();
    let mut unreadable = Vec::new();
    let mut passed_over = 0;
    let mut frame = json::Frame::default();
    let mut cramped = false;
    if asked.format == Format::Json {
        out.write(frame.open());
    }
    parallel::in_order(
        &jobs,
        |job| check(job.input, asked, configs.config(job.settings), listed, paint),
        |checked| {
            if asked.format == Format::Json {
                out.write(frame.between());
            }
            if asked.format == Format::Human && cramped && checked.roomy {
                out.write("\n");
            }
            cramped = !checked.passed_over && !checked.roomy || checked.passed_over && cramped;
            out.write(&checked.shown);
            totals += checked.counts;
            unreadable.extend(checked.unreadable);
            passed_over += usize::from(checked.passed_over);
        },
    );
    match asked.format {
        Format::Json => out.write(&frame.close(totals)),
        Format::Human | Format::Short if !inputs.is_empty() => {
            if asked.format == Format::Human && cramped && inputs.len() > 1 {
                out.write("\n");
            }
            if passed_over > 0 {
                out.write(&human::passed_over(passed_over, totals.files, paint));
            }
            out.write(&human::summary(totals, paint));
            if mended.fixes > 0 {
                let (fixes, of) = (mended.fixes, mended.specs);
                let (findings, specs) = (counted(fixes, "finding"), counted(of, "spec"));
                out.write(&say!(
                    lang,
                    "mended before this check: {findings} in {specs}\n",
                    "检查之前已修复 {fixes} 处，涉及 {of} 份计划\n"
                ));
            }
        }
        _ => {}
    }
    out.flush();
    let outcome = outcome(asked, &inputs, totals, &unreadable, lang);
    Ok(if misconfigured || !mended.failures.is_empty() { Outcome::Failed } else { outcome })
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

fn outcome(asked: &Check, inputs: &[Input], totals: Counts, unreadable: &[String], lang: Lang) -> Outcome {
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
    if totals.deny > 0 || asked.deny_warnings && totals.warn > 0 { Outcome::Findings } else { Outcome::Fine }
}

fn check(input: &Input, asked: &Check, config: &Config, listed: bool, paint: Paint) -> Checked {
    match input::read(input) {
        Ok(text) => {
            let analysis = Analysis::new(&text, config);
            let subject = Subject::new(&input.name, &analysis, asked.unsaid);
            let passed_over = !listed && subject.has_nothing_to_say() && asked.format != Format::Json;
            let shown = if passed_over { String::new() } else { show(&subject, asked.format, paint) };
            Checked {
                shown,
                counts: subject.counts(),
                unreadable: None,
                passed_over,
                roomy: !subject.diagnostics.is_empty(),
            }
        }
        Err(why) => {
            let (diagnostics, verdict) = unread(&why, config.lang);
            let subject = Subject::unread(&input.name, &diagnostics, &verdict);
            Checked {
                shown: show(&subject, asked.format, paint),
                counts: subject.counts(),
                unreadable: Some(input.name.clone()),
                passed_over: false,
                roomy: true,
            }
        }
    }
}

fn show(subject: &Subject, format: Format, paint: Paint) -> String {
    match format {
        Format::Human => human::file(subject, paint),
        Format::Short => short::file(subject, paint),
        Format::Json => json::file(subject),
    }
}
