//! A behaviour that no metric would notice breaking.

use ftspec_syntax::Edit;

use super::evaluation::listed;
use crate::diagnostic::{Applicability, Level, Route};
use crate::hash::HashSet;
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Behavior, Metric, Spec};

/// `uncovered-behavior`
pub static RULE: Rule = Rule {
    code: "FT410",
    name: "uncovered-behavior",
    level: Level::Warn,
    route: Some(Route::FixEval),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Usual,
    softened: Softened::AtTierLow,
    docs: Docs {
        en: Page {
            summary: "A behaviour is asked for, and no metric says that it covers it.",
            why: "A behaviour that nothing measures can break in any round without anyone seeing it: the score is made of \
              the others. Then nobody can tell which questions went better and which went worse, and going on with \
              the training only makes a bigger knot of it. One line, `covers:`, ties each promise in the plan to the \
              figure that would notice if it were broken; where no such figure can be named, that is the finding.",
            instead: "Find the metric that would fall if this behaviour failed, and add it to that metric's `covers`. If \
                  there is none, write one, or take the behaviour out of the plan: what is not measured is a wish.",
            accept_when: "People look at every single output for this behaviour, so that a figure would tell them nothing \
                      new.",
        },
        zh: Page {
            summary: "写了要模型做到的行为，却没有一个指标说自己覆盖它。",
            why: "没有指标盯着的行为，哪一轮坏了都没人看得见：分数是由别的行为算出来的。于是谁也说不清哪些问题变好了、哪些反而\
                  变差了，继续训练只会越搅越乱。一行 `covers:`，就把计划里的每个承诺和“它坏了会掉下来的数字”对上了；对不上\
                  的，就是问题所在。",
            instead: "想一想这个行为要是失效，哪个指标会掉，把它写进那个指标的 `covers`。要是没有这样的指标，就写一个，或者把\
                      这个行为从计划里拿掉：没有人测的行为，只是愿望。",
            accept_when: "每一条输出都有人看这个行为，再有一个数字也不会多知道什么。",
        },
        bad: r#"
behavior one_sentence {
  when:  "a release has more than one ticket"
  must:  "name the one change that readers notice first"
  never: "list ticket numbers"
  example { input: "FT-12 fix login, FT-13 faster search", output: "Search answers twice as fast." }
}

behavior warn_of_breaks {
  when:  "a ticket is marked as breaking"
  must:  "begin the note with the word Breaking"
  never: "leave the breaking change out"
  example { input: "FT-14 drop XML export (breaking)", output: "Breaking: the XML export is gone." }
}
"#,
        good: r#"
behavior one_sentence {
  when:  "a release has more than one ticket"
  must:  "name the one change that readers notice first"
  never: "list ticket numbers"
  example { input: "FT-12 fix login, FT-13 faster search", output: "Search answers twice as fast." }
}

behavior warn_of_breaks {
  when:  "a ticket is marked as breaking"
  must:  "begin the note with the word Breaking"
  never: "leave the breaking change out"
  example { input: "FT-14 drop XML export (breaking)", output: "Breaking: the XML export is gone." }
}

eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, covers: one_sentence }
  metric facts { measures: judgement, method: exact_match, covers: warn_of_breaks }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let eval = spec.eval()?; // no-eval-plan speaks
    let metrics: Vec<Metric> = eval.metrics().collect();
    let behaviors: Vec<Behavior> = spec.behaviors().filter(|behavior| !behavior.name().is_empty()).collect();
    if metrics.is_empty() || behaviors.is_empty() || !eval.node().is_sure_of("metric") {
        return None;
    }
    // A slip in a list is told there, and may be just what is missing here.
    let broken = metrics.iter().any(|metric| metric.node().list("covers").is_broken());
    let covered: HashSet<&str> = metrics.iter().flat_map(|metric| metric.covers()).collect();
    let said: HashSet<&str> = behaviors.iter().map(|behavior| behavior.name()).collect();
    if broken || !covered.is_subset(&said) {
        return None;
    }
    let lang = found.lang();
    if covered.is_empty() {
        let many = behaviors.len();
        let names = listed(lang, behaviors.iter().map(|behavior| behavior.name()));
        found
            .unsaid(
                eval.keyword(),
                say!(lang, "no metric says which behaviour it covers", "没有一个指标写明覆盖哪个行为"),
            )
            .label(say!(lang, "{many} behaviours, and no `covers` in here", "有 {many} 个行为，这里却没有 `covers`"))
            .help(say!(
                lang,
                "write `covers: […]` into each metric; the behaviours are {names}",
                "给每个指标写上 `covers: […]`；现有的行为是 {names}"
            ));
        return JUDGED;
    }
    let known = listed(lang, metrics.iter().map(|metric| metric.name()));
    for behavior in behaviors.iter().filter(|behavior| !covered.contains(behavior.name())) {
        let name = behavior.name();
        let mut report = found
            .unsaid(
                behavior.place(),
                say!(lang, "no metric would notice if `{name}` failed", "`{name}` 要是失效，没有指标看得出来"),
            )
            .label(say!(lang, "in no metric's `covers`", "不在任何指标的 `covers` 里"))
            .help(say!(
                lang,
                "add `{name}` to the `covers` of the metric that would fall with it ({known}), or write a metric for it",
                "它失效时哪个指标会掉（{known}），就把 `{name}` 加进那个指标的 `covers`；没有就写一个"
            ));
        for metric in metrics.iter().take(3) {
            let metric_name = metric.name();
            let title = say!(lang, "let `{metric_name}` cover it", "让 `{metric_name}` 覆盖它");
            report = report.fix(title, Applicability::Unsafe, cover(*metric, name));
        }
    }
    JUDGED
}

/// Adds a behaviour to a metric's `covers`.
fn cover(metric: Metric, behavior: &str) -> Vec<Edit> {
    let mut names: Vec<&str> = metric.node().names("covers").into_iter().map(|name| name.value).collect();
    names.push(behavior);
    let list = format!("[{}]", names.join(", "));
    match metric.node().value_span("covers") {
        Some(span) => vec![Edit::replace(span, list)],
        None => vec![metric.node().insertion(&format!("covers: {list}"))],
    }
}
