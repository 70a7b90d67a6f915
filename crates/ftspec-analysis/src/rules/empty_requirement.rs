//! A requirement that decides nothing: met before the first round, or never to be met.

use ftspec_schema::Dimension;
use ftspec_syntax::Edit;

use super::value_range::Range;
use crate::diagnostic::{Applicability, Level, Route};
use crate::hash::HashMap;
use crate::lang::say;
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
        zh: Page {
            summary: "某条 `require` 基线已经达到，或者永远达不到，或者和同一指标的护栏互相矛盾。",
            why: "要求的用处，是把值得训的模型和不值得训的分开。基线已经达到的要求，第一轮不管做了什么都会被说成成功，偶然命中\
                  和真正的进步也分不开。谁也达不到的要求，只有钱花完项目才会停。两种情况下，评测看上去都在判断，实际上没有，\
                  团队于是一轮一轮训下去，而该修的是评测。",
            instead: "要求应该定在基线够不着、一轮好的训练够得着的地方。已经做得好、只需要保持的，写成 `guard`。",
            accept_when: "这条要求是别人定的，比如合同或标准，只能原样写在计划里。",
        },
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
    let mut guards: HashMap<&str, Vec<Statement>> = HashMap::default();
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
    let lang = found.lang();
    let asked =
        if written { String::new() } else { say!(lang, "that is {threshold}, and ", "也就是 {threshold}，而 ") };
    let demand = require.text();
    found
        .wrong(comparison.span, say!(lang, "no model can meet `{demand}`", "没有模型能满足 `{demand}`"))
        .label(say!(lang, "{asked}the scale of `{name}` ends at {end}", "{asked}`{name}` 的量程到 {end} 为止"))
        .help(say!(
            lang,
            "require a figure that a good round can reach and the baseline does not",
            "要求应该定在一轮好的训练够得着、基线够不着的地方"
        ));
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
            let lang = found.lang();
            let (demand, other) = (require.text(), guard.text());
            found
                .wrong(
                    comparison.span,
                    say!(lang, "`{demand}` and `{other}` cannot both hold", "`{demand}` 和 `{other}` 不可能同时成立"),
                )
                .label(say!(lang, "asks for {wanted} {threshold}", "要求 {wanted} {threshold}"))
                .also(limit.span, say!(lang, "allows only {kept} {bound}", "只允许 {kept} {bound}"))
                .help(say!(
                    lang,
                    "change one of the two, so that a reading of `{name}` can satisfy both",
                    "改其中一条，让 `{name}` 的读数能同时满足两边"
                ));
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
    let lang = found.lang();
    let before = baseline.name();
    let report = found
        .wrong(
            comparison.span,
            say!(lang, "the baseline already reads {reads}, which meets `{rest}`", "基线已经是 {reads}，满足 `{rest}`"),
        )
        .label(say!(lang, "asks for nothing new", "没有提出新的要求"))
        .also(reading.span, say!(lang, "`{before}` before any tuning", "训练前的 `{before}`"))
        .help(say!(
            lang,
            "require what {reads} does not meet, or write `guard {rest}` if this only has to stay as good",
            "要求 {reads} 还达不到的数；如果只需要保持，就写 `guard {rest}`"
        ));
    if eval.requirements().count() > 1 {
        report.fix(
            say!(lang, "make it a guard", "改成护栏"),
            Applicability::Unsafe,
            vec![Edit::replace(require.keyword(), "guard")],
        );
    }
}
