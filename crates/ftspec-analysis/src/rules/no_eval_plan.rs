//! No evaluation: every further round changes the model, and nobody can say whether for the better.

use ftspec_schema::{EVAL, Role};

use crate::diagnostic::{Applicability, Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;

/// `no-eval-plan`
pub static RULE: Rule = Rule {
    code: "FT401",
    name: "no-eval-plan",
    level: Level::Deny,
    route: Some(Route::FixEval),
    sources: &[Source::WhenNotToTune, Source::Practice],
    while_young: WhileYoung::Foundation,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The spec has no `eval` block, or one without a single metric.",
            why: "When a model disappoints, the first thought is more data and another round. What is missing is often \
              not training but judgement: which questions went better, which went worse, whether the change is there \
              again tomorrow, or whether one lucky answer was shown around. As long as nobody can answer that, each \
              round only makes the picture muddier. Written before the first round, a measure is also fair: no result \
              has to be defended yet.",
            instead: "Write down two metrics before anything is trained: one that would show the wanted change, one that \
                  would show the damage. Run both on the baseline first; if they cannot tell a good answer from a bad \
                  one there, they will not do so later.",
            accept_when: "Hardly ever: a trial of the training pipeline itself, whose model is deleted afterwards.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
eval {
  coverage: full
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
        good: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
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
    if spec.lacks(&EVAL) {
        let metrics = Metrics::of(spec);
        let items: String = metrics.written.lines().map(|line| format!("  {line}\n")).collect();
        let block = format!(
            "eval {{\n  coverage: full\n\n{items}\n  review {{ by: \"…\", samples: 100, \
             question: \"Would you send this as it is?\" }}\n}}"
        );
        found
            .unsaid(spec.header(), "nothing says how better and worse are told apart")
            .label("a plan without an `eval` block")
            .help(metrics.help)
            .fix("write an `eval` block", Applicability::Template, vec![spec.file().insertion(&block)]);
        return JUDGED;
    }
    let eval = spec.eval()?;
    if eval.lacks_metrics() {
        let metrics = Metrics::of(spec);
        found
            .unsaid(eval.keyword(), "the evaluation measures nothing")
            .label("no metric in here")
            .help(metrics.help)
            .fix("write metrics", Applicability::Template, vec![eval.node().insertion(&metrics.written)]);
        return JUDGED;
    }
    eval.metrics().next().map(|_| ())
}

/// What could be measured, as far as the rest of the plan tells.
struct Metrics {
    written: String,
    help: String,
}

impl Metrics {
    fn of(spec: &Spec) -> Self {
        let test = spec.data().find(|data| data.has_role(Role::Test)).map(|data| data.name());
        let behavior = spec.behaviors().map(|behavior| behavior.name()).find(|name| !name.is_empty());
        // What a baseline was measured by has a name already.
        let readings = spec.baselines().find_map(|baseline| baseline.readings());
        let mut names: Vec<&str> =
            readings.iter().flat_map(|it| it.all()).map(|reading| reading.metric.value).collect();
        if names.len() < 2 {
            names = [&names[..], &["WANTED", "KEPT"][names.len()..]].concat();
        }
        let on = test.map_or(String::new(), |name| format!(", on: {name}"));
        let metric = |(at, name): (usize, &&str)| match at {
            0 => format!("metric {name} {{ measures: quality, method: rubric, judge: human{on} }}\n"),
            _ => format!("metric {name} {{ measures: judgement, method: exact_match{on} }}\n"),
        };
        let metrics: String = names.iter().enumerate().map(metric).collect();
        let guards: String = names[1..].iter().map(|name| format!("guard {name} >= baseline\n")).collect();
        let judged =
            test.map_or("on examples that are kept out of training".to_string(), |name| format!("on `{name}`"));
        let wanted = behavior.map_or("the behaviour failed".to_string(), |name| format!("`{name}` failed"));
        Self {
            written: format!("{metrics}require {} > baseline\n{guards}", names[0]),
            help: format!(
                "write one metric that would notice if {wanted}, and one for what must not get worse, both judged \
                 {judged}"
            ),
        }
    }
}
