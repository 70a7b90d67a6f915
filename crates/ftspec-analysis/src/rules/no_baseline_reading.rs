//! A requirement or guard on something that was never measured before the training.

use ftspec_schema::READINGS;
use ftspec_syntax::{Edit, Span};

use super::evaluation::listed;
use crate::diagnostic::{Applicability, Level, Route};
use crate::hash::{HashMap, HashSet};
use crate::lang::say;
use crate::rule::{Docs, Findings, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Baseline, Operand, Spec, Statement, StatementKind};

/// `no-baseline-reading`
pub static RULE: Rule = Rule {
    code: "FT405",
    name: "no-baseline-reading",
    level: Level::Warn,
    route: Some(Route::FixEval),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A metric is required or guarded, and the baseline that it is compared with has no reading of it.",
            why: "After a round the question is not how good the figure is but which way it moved: what went better, \
              what went worse, and whether the change is more than a lucky hit. Without a reading from before, every \
              figure can be told as a success. A guard such as `>= baseline` has nothing to hold on to and stays \
              open in every round, and the stop conditions that rest on it never decide. Running the baseline \
              through the evaluation also tests the evaluation: a measure that breaks, or that gives everything the \
              same mark, is found before it costs a training.",
            instead: "Run the baseline through the same metrics on the same data before the first round, and write down \
                  what comes out. It is one evening's run, and the only one that cannot be made up for later: by then \
                  everybody knows the result.",
            accept_when: "The baseline cannot produce the thing that is measured at all, so that any reading would be an \
                      invention.",
        },
        zh: Page {
            summary: "某个指标写进了要求或护栏，用来对比的基线却没有它的读数。",
            why: "训完一轮，要问的不是分数高不高，而是往哪边动了：哪些问题变好了，哪些反而变差了，是真的进步还是偶然命中。\
                  没有调之前的读数，什么数字都能说成成绩。像 `>= baseline` 这样的护栏没有东西可比，每一轮都悬着，依赖它的\
                  停止条件也永远判不出来。拿基线先跑一遍，顺便还能检验评测本身：指标坏了，或者给什么都打一样的分，训练之前\
                  就能发现。",
            instead: "第一轮训练之前，让基线在同样的数据上跑一遍同样的指标，把结果记下来。一个晚上就能跑完；这件事事后补\
                      不回来，因为那时大家都已经知道结果了。",
            accept_when: "基线根本产生不了要测的东西，任何读数都只能是编的。",
        },
        bad: r#"
baseline prompt_v4 {
  method:    few_shot
  attempts:  4
  readings { house_style: 62% }
  shortfall: "falls back to ticket titles on large releases"
}
"#,
        good: r#"
baseline prompt_v4 {
  method:    few_shot
  attempts:  4
  readings { house_style: 62%, facts: 97% }
  shortfall: "falls back to ticket titles on large releases"
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

/// What is known of a baseline's readings.
enum Lines<'s> {
    /// It has no `readings`.
    None,
    /// Something about them could not be read.
    Doubtful,
    /// They name these metrics.
    Of(HashSet<&'s str>),
}

/// What one baseline lacks: metrics with the places where statements name them, in order.
struct Lacking<'s> {
    baseline: Baseline<'s>,
    lines: Lines<'s>,
    metrics: Vec<(&'s str, Vec<Span>)>,
    at: HashMap<&'s str, usize>,
}

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let eval = spec.eval()?; // no-eval-plan speaks
    spec.baselines().next()?; // prompt-not-tried speaks
    let mut lacking: Vec<Lacking> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::default();
    let reference = spec.reference();
    let mut compared = false;
    for statement in eval.statements().filter(|statement| statement.kind() != StatementKind::Watch) {
        let name = statement.metric();
        let Some(baseline) = compared_with(spec, statement, reference) else { continue };
        if eval.metric(name.value).is_none() {
            continue; // unknown-name speaks
        }
        compared = true;
        let at = *known.entry(baseline.name()).or_insert_with(|| {
            lacking.push(Lacking { baseline, lines: lines(baseline), metrics: Vec::new(), at: HashMap::default() });
            lacking.len() - 1
        });
        let one = &mut lacking[at];
        let lacks = match &one.lines {
            Lines::None => true,
            Lines::Doubtful => false,
            Lines::Of(names) => !names.contains(name.value),
        };
        if lacks {
            let at = *one.at.entry(name.value).or_insert_with(|| {
                one.metrics.push((name.value, Vec::new()));
                one.metrics.len() - 1
            });
            one.metrics[at].1.push(name.span);
        }
    }
    for one in lacking.iter().filter(|one| !one.metrics.is_empty()) {
        match one.lines {
            Lines::None => unmeasured(one, found),
            _ => one.metrics.iter().for_each(|(metric, places)| unread(one.baseline, metric, places, found)),
        }
    }
    compared.then_some(())
}

/// The baseline that a statement compares with: the one it names, else the one of the whole evaluation.
fn compared_with<'s>(
    spec: &'s Spec<'_>,
    statement: Statement<'s>,
    reference: Option<Baseline<'s>>,
) -> Option<Baseline<'s>> {
    match statement.comparison().map(|comparison| comparison.operand) {
        Some(Operand::Baseline { name: Some(name), .. }) => spec.baseline(name.of(spec.text())),
        _ => reference,
    }
}

fn lines(baseline: Baseline) -> Lines {
    let Some(readings) = baseline.readings() else {
        return if baseline.node().lacks(&READINGS) { Lines::None } else { Lines::Doubtful };
    };
    // What could not be read inside may be any line.
    if !readings.is_sure() { Lines::Doubtful } else { Lines::Of(readings.names().collect()) }
}

/// One metric that the baseline has no reading of.
fn unread(baseline: Baseline, metric: &str, places: &[Span], found: &mut Findings) {
    let lang = found.lang();
    let name = baseline.name();
    let mut report = found
        .wrong(places[0], say!(lang, "`{name}` has no reading of `{metric}`", "`{name}` 没有 `{metric}` 的读数"))
        .label(say!(lang, "nothing from before the training to compare with", "没有训练前的数字可比"))
        .also(baseline.place(), say!(lang, "the baseline compared with", "用来对比的基线"))
        .help(say!(
            lang,
            "run `{name}` through this metric before the first round, and write the result into its `readings`",
            "第一轮训练之前，用这个指标评一遍 `{name}`，把结果写进它的 `readings`"
        ));
    for place in places.iter().skip(1).take(3) {
        report = report.also(*place, say!(lang, "and here", "这里也用到"));
    }
    if let Some(readings) = baseline.readings() {
        let edit = readings.node().insertion(&format!("{metric}: …"));
        report.fix(say!(lang, "write the reading", "写上读数"), Applicability::Template, vec![edit]);
    }
}

/// A baseline without any reading: one absence, however many metrics need it.
fn unmeasured(one: &Lacking, found: &mut Findings) {
    let lang = found.lang();
    let name = one.baseline.name();
    let metrics = listed(lang, one.metrics.iter().map(|(metric, _)| *metric));
    let items: String = one.metrics.iter().map(|(metric, _)| format!("  {metric}: …\n")).collect();
    let edit: Edit = one.baseline.node().insertion(&format!("readings {{\n{items}}}"));
    let mut report = found
        .wrong(one.metrics[0].1[0], say!(lang, "`{name}` was never measured", "`{name}` 还没有测过"))
        .label(say!(lang, "nothing from before the training to compare with", "没有训练前的数字可比"))
        .also(one.baseline.place(), say!(lang, "compared with, and no `readings`", "要和它对比，却没有 `readings`"));
    for (metric, places) in one.metrics.iter().skip(1).take(3) {
        report = report.also(places[0], say!(lang, "nor of `{metric}`", "`{metric}` 也没有"));
    }
    report
        .help(say!(
            lang,
            "run `{name}` through {metrics} before the first round, and write the results into its `readings`",
            "第一轮训练之前，用 {metrics} 评一遍 `{name}`，把结果写进它的 `readings`"
        ))
        .fix(say!(lang, "write the readings", "写上读数"), Applicability::Template, vec![edit]);
}
