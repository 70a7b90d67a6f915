//! A behaviour that no metric would notice breaking.

use std::collections::HashSet;

use ftspec_syntax::Edit;

use crate::diagnostic::{Applicability, Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Behavior, Metric, Spec};
use crate::suggest::listed;

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
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
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
    let known: HashSet<&str> = behaviors.iter().map(|behavior| behavior.name()).collect();
    if broken || !covered.is_subset(&known) {
        return None;
    }
    if covered.is_empty() {
        let names = listed(behaviors.iter().map(|behavior| behavior.name()));
        found
            .unsaid(eval.keyword(), "no metric says which behaviour it covers")
            .label(format!("{} behaviours, and no `covers` in here", behaviors.len()))
            .help(format!("write `covers: […]` into each metric; the behaviours are {names}"));
        return JUDGED;
    }
    for behavior in behaviors.iter().filter(|behavior| !covered.contains(behavior.name())) {
        let name = behavior.name();
        let mut report = found
            .unsaid(behavior.place(), format!("no metric would notice if `{name}` failed"))
            .label("in no metric's `covers`")
            .help(format!(
                "add `{name}` to the `covers` of the metric that would fall with it ({}), or write a metric for it",
                listed(metrics.iter().map(|metric| metric.name()))
            ));
        for metric in metrics.iter().take(3) {
            let title = format!("let `{}` cover it", metric.name());
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
