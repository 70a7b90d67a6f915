//! A requirement that decides nothing: met before the first round, or never to be met.

use std::collections::HashMap;

use ftspec_schema::Dimension;
use ftspec_syntax::Edit;

use super::value_range::Range;
use crate::diagnostic::{Applicability, Level, Route};
use crate::quantity::Quantity;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Comparison, Eval, Operand, Spec, Statement};
use crate::stopping::{self, Truth};

/// `empty-requirement`
pub static RULE: Rule = Rule {
    code: "FT412",
    name: "empty-requirement",
    level: Level::Deny,
    route: Some(Route::FixEval),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A `require` is met by the baseline already, can never be met, or contradicts a guard on its metric.",
            why: "A requirement is there to tell a model that was worth training from one that was not. If the baseline \
              meets it, the first round will be called a success whatever it did, and a lucky hit cannot be told from \
              a gain. If no model can meet it, the project has no end but the money. Either way the evaluation looks \
              as if it judged, and the team goes on training where it should have mended the measure.",
            instead: "Require what the baseline does not reach and a good round can. What is good already and has to stay \
                  so is a `guard`.",
            accept_when: "The requirement belongs to somebody else, a contract or a standard, and has to stand in the \
                      plan as it is.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  require facts >= 90%
  guard facts >= baseline
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
    let eval = spec.eval()?;
    eval.requirements().next()?; // no-requirement speaks
    let mut guards: HashMap<&str, Vec<Statement>> = HashMap::new();
    for guard in eval.guards().filter(|guard| !guard.is_broken()) {
        guards.entry(guard.metric().value).or_default().push(guard);
    }
    for require in eval.requirements().filter(|require| !require.is_broken()) {
        let Some(comparison) = require.comparison() else { continue };
        let threshold = stopping::threshold(spec, require.metric().value, &comparison.operand);
        let told = threshold.is_some_and(|threshold| unmeetable(eval, require, comparison, threshold, found))
            || threshold.is_some_and(|threshold| {
                let guards = guards.get(require.metric().value).map_or(&[][..], Vec::as_slice);
                excludes_guard(spec, eval, require, (comparison, threshold), guards, found)
            });
        if !told {
            met_already(spec, eval, require, comparison, found);
        }
    }
    JUDGED
}

/// What the metric of a statement can read, as far as it is compared with figures of one kind.
fn readable(eval: Eval, statement: Statement, threshold: Quantity) -> Range {
    Range::of(eval.metric(statement.metric().value), threshold.dimension())
}

fn unmeetable(
    eval: Eval,
    require: Statement,
    comparison: Comparison,
    threshold: Quantity,
    found: &mut Findings,
) -> bool {
    let mut range = readable(eval, require, threshold);
    let written = matches!(comparison.operand, Operand::Number(_));
    if written && !contains(&range, threshold) {
        return true; // a threshold outside of its scale has been told
    }
    range.narrow(comparison.operator, threshold.value);
    if !range.is_empty() {
        return false;
    }
    let name = require.metric().value;
    let scale =
        eval.metric(name).and_then(|metric| metric.scale()).filter(|_| threshold.dimension() == Dimension::Plain);
    let end = scale.map_or(threshold.with(0.into()), |(low, high)| {
        threshold.with(if threshold.value >= high { high } else { low })
    });
    let asked = if written { String::new() } else { format!("that is {threshold}, and ") };
    found
        .wrong(comparison.span, format!("no model can meet `{}`", require.text()))
        .label(format!("{asked}the scale of `{name}` ends at {end}"))
        .help("require a figure that a good round can reach and the baseline does not");
    true
}

fn contains(range: &Range, value: Quantity) -> bool {
    let mut point = range.clone();
    point.narrow(ftspec_syntax::tree::Operator::Equal, value.value);
    !point.is_empty()
}

fn excludes_guard(
    spec: &Spec,
    eval: Eval,
    require: Statement,
    (comparison, threshold): (Comparison, Quantity),
    guards: &[Statement],
    found: &mut Findings,
) -> bool {
    let name = require.metric().value;
    for guard in guards {
        let Some(limit) = guard.comparison() else { continue };
        let Some(bound) = stopping::threshold(spec, name, &limit.operand) else { continue };
        let mut allowed = readable(eval, *guard, bound);
        allowed.narrow(limit.operator, bound.value);
        let possible = !allowed.is_empty() && bound.comparable(&threshold);
        allowed.narrow(comparison.operator, threshold.value);
        if possible && allowed.is_empty() {
            let (wanted, kept) = (comparison.operator.spelling(), limit.operator.spelling());
            found
                .wrong(comparison.span, format!("`{}` and `{}` cannot both hold", require.text(), guard.text()))
                .label(format!("asks for {wanted} {threshold}"))
                .also(limit.span, format!("allows only {kept} {bound}"))
                .help(format!("change one of the two, so that a reading of `{name}` can satisfy both"));
            return true;
        }
    }
    false
}

fn met_already(spec: &Spec, eval: Eval, require: Statement, comparison: Comparison, found: &mut Findings) {
    let Some(baseline) = spec.reference() else { return };
    let Some(readings) = baseline.readings() else { return };
    let name = require.metric().value;
    let Some(reading) = readings.of(name) else { return };
    if stopping::holds(spec, require, readings) != Truth::True {
        return;
    }
    let reads = reading.mean();
    let rest = format!("{} {}", require.metric().value, comparison.text(spec.text()));
    let report = found
        .wrong(comparison.span, format!("the baseline already reads {reads}, which meets `{rest}`"))
        .label("asks for nothing new")
        .also(reading.span, format!("`{}` before any tuning", baseline.name()))
        .help(format!("require what {reads} does not meet, or write `guard {rest}` if this only has to stay as good"));
    if eval.requirements().count() > 1 {
        report.fix("make it a guard", Applicability::Unsafe, vec![Edit::replace(require.keyword(), "guard")]);
    }
}
