//! Loss, BLEU and their like alone: figures that can improve while the answers do not.

use ftspec_schema::{Enumerated, METRIC, MetricMethod};

use crate::diagnostic::{Applicability, Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Metric, Named, Spec};
use crate::suggest::listed;

/// `proxy-metrics-only`
pub static RULE: Rule = Rule {
    code: "FT402",
    name: "proxy-metrics-only",
    level: Level::Deny,
    route: Some(Route::FixEval),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Every metric is one that can improve while the answers do not: loss, perplexity, token accuracy, \
                  BLEU, ROUGE, chrF or BERTScore.",
            why: "Such figures are cheap, and they nearly always move when a knob is turned; so a team turns knobs. But \
              they measure nearness to a reference or to the training data, not whether an answer is right or safe. \
              With a wrong measure, better tuning only leads further off: the numbers rise while those who work with \
              the outputs say that something is wrong. Runs that differ in nothing but the random seed can end at the \
              same training loss and yet differ on the test data (Mosbach et al., 2021, On the Stability of \
              Fine-tuning BERT). Ask whether the owners of the product, shown the raw outputs, might say: dangerous, \
              but the score looks good.",
            instead: "Decide by something that looks at the answer itself: right or wrong per item, a yes-or-no check by \
                  the people who will use it, a rubric. Keep the cheap figures as `watch`; they are good at telling \
                  that a run has broken.",
            accept_when: "The reference is the answer, word for word, and the project is about nothing else: a loss on \
                      held-out text for a model that never answers anyone.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings { overlap: 41%, surprise: 9.2 }
  shortfall: "falls back to ticket titles on large releases"
}

eval {
  coverage: full
  metric overlap { measures: quality, method: rouge, on: held_out }
  metric surprise { measures: quality, method: perplexity, on: held_out }
  require overlap >= 60%
  guard surprise <= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
        good: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings { overlap: 41%, facts: 97%, publishable: 60% }
  shortfall: "falls back to ticket titles on large releases"
}

eval {
  coverage: full
  metric publishable { measures: quality, method: pass_rate, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  metric overlap { measures: quality, method: rouge, on: held_out }
  require publishable >= 85%
  guard facts >= baseline
  watch overlap
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
    let methods: Vec<Field<Named<MetricMethod>>> = metrics.iter().map(|metric| metric.method()).collect();
    let looks_at_answers = |method: &Field<Named<MetricMethod>>| method.given().is_some_and(|it| !it.value.is_proxy());
    if methods.iter().any(looks_at_answers) {
        return JUDGED;
    }
    let known = methods.iter().all(|method| method.given().is_some());
    if metrics.is_empty() || !known || !eval.node().is_sure_of(METRIC.name) {
        return None; // what the others measure is not known
    }
    let methods: Vec<&str> = methods.iter().filter_map(|method| Some(method.given()?.value.word().name)).collect();
    let names = listed(metrics.iter().map(|metric| metric.name()));
    let headline = match metrics.len() {
        1 => format!("the only metric, {names}, can improve while the answers do not"),
        2 => format!("both metrics, {names}, can improve while the answers do not"),
        many => format!("all {many} metrics can improve while the answers do not"),
    };
    let on = metrics[0].on().given().map_or(String::new(), |on| format!(", on: {}", on.value));
    let label = |method: &str| format!("only {method}: says nothing about right or wrong");
    let mut report = found.wrong(metrics[0].place(), headline).label(label(methods[0]));
    for (metric, method) in metrics.iter().zip(&methods).skip(1) {
        report = report.also(metric.place(), format!("only {method}"));
    }
    let item = format!("metric ANSWERS {{ measures: judgement, method: pass_rate, judge: human{on} }}");
    report
        .help(format!(
            "add a metric that looks at the answers, such as exact_match, pass_rate or a rubric judged by people, and \
             decide by it; keep `watch {}` as a sign of a broken run",
            metrics[0].name()
        ))
        .fix("add a metric that looks at the answers", Applicability::Template, vec![eval.node().insertion(&item)]);
    JUDGED
}
