//! A round whose result nobody read.

use ftspec_schema::READINGS;

use super::course::{called, metrics_in};
use crate::diagnostic::{Applicability, Level, Route};
use crate::hash::HashSet;
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Round, Spec, StatementKind};

/// `unmeasured-round`
pub static RULE: Rule = Rule {
    code: "FT714",
    name: "unmeasured-round",
    level: Level::Warn,
    route: Some(Route::FixEval),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A round has no reading for a metric that is required or guarded.",
            why: "Before tuning it is not \"can it improve?\" that has to be answered, but how you will know: what gets \
                  better, what may get worse, and whether the change is steady. A round without those readings cannot \
                  answer it. What is left is a handful of outputs that somebody remembers, and those are the good \
                  ones. For the stop conditions such a round does not exist: they hold only where they surely do, so a \
                  guard that was not read neither holds nor fails, and nothing stops.",
            instead: "Read every required and guarded metric after every round, on the same data. If one costs too much \
                      to be read each time, it cannot decide about rounds: put it under `watch`, and guard one that \
                      can be read.",
            accept_when: "The round broke off and left no model behind that could be measured.",
        },
        zh: Page {
            summary: "某一轮缺少要求或护栏所用指标的读数。",
            why: "动手微调之前要回答的，不是“能不能更好”，而是怎么判断：什么变好了，什么可能变差，变化是不是稳定的。缺了这些\
                  读数，这一轮就回答不了这个问题，剩下的只有某个人记得的几条输出——记得的总是好的。对停止条件来说，这样的\
                  一轮等于不存在：条件只在确定成立时才算成立，没读到的护栏既不算守住，也不算失守，于是什么都不会停。",
            instead: "每一轮之后，都在同一份数据上读一遍所有要求和护栏用到的指标。如果某个指标太贵，做不到每轮都读，它就不能\
                      用来决定去留：改成 `watch`，另找一个读得起的指标做护栏。",
            accept_when: "这一轮中途断掉了，没有留下可以评测的模型。",
        },
        bad: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 84% }
}
"#,
        good: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 84%, facts: 98% }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    spec.rounds().next()?;
    let metrics = metrics_in(spec, &[StatementKind::Require, StatementKind::Guard]);
    metrics.first()?; // no-requirement and no-guard speak
    let lang = found.lang();
    let decisive: HashSet<&str> = metrics.iter().map(|metric| metric.name()).collect();
    for (at, round) in spec.rounds().enumerate() {
        let Some(read) = read(round) else { continue };
        let count = metrics.len() - read.intersection(&decisive).count();
        // A template that nobody would read to its end is no help.
        let missing = metrics.iter().map(|metric| metric.name()).filter(|it| !read.contains(it)).take(12);
        let missing: Vec<&str> = missing.collect();
        let Some(first) = missing.first() else { continue };
        let name = called(lang, round, at + 1);
        let names = lang.listed(missing.iter().take(3).copied());
        let headline = match count {
            1..=3 => say!(lang, "{name} has no reading of {names}", "{name} 没有 {names} 的读数"),
            many => say!(
                lang,
                "{name} has no reading of {many} metrics that decide, {names} among them",
                "{name} 缺 {many} 个决定去留的指标的读数，例如 {names}"
            ),
        };
        let block = round.node().child(&READINGS);
        let lines: String = missing.iter().map(|name| format!("  {name}: \"…\"\n")).collect();
        let edit = match block {
            Some(block) => {
                block.insertion(&missing.iter().map(|it| format!("{it}: \"…\"")).collect::<Vec<_>>().join("\n"))
            }
            None => round.node().insertion(&format!("readings {{\n{lines}}}")),
        };
        found
            .unsaid(round.place(), headline)
            .label(if block.is_none() {
                say!(lang, "a round without `readings`", "这一轮没有 `readings`")
            } else {
                say!(lang, "read in part only", "只读了一部分")
            })
            .help(say!(
                lang,
                "read {names} after this round; until then no stop condition can tell whether to go on",
                "补上这一轮 {names} 的读数；在此之前，停止条件无从判断该不该继续"
            ))
            .fix(
                say!(lang, "write the reading of `{first}`", "补上 `{first}` 的读数"),
                Applicability::Template,
                vec![edit],
            );
    }
    JUDGED
}

/// The metrics with a line in a round, understood or not. None where something unreadable may be one more.
fn read(round: Round<'_>) -> Option<HashSet<&str>> {
    if !round.node().is_sure_of(READINGS.name) {
        return None;
    }
    let Some(readings) = round.node().child(&READINGS) else { return Some(HashSet::default()) };
    readings.is_sure_of("").then(|| readings.entries().map(|name| name.value).collect())
}
