//! A guard that stands below the baseline: it lets go of what the team has already.

use ftspec_schema::{Better, Measures, MetricMethod};
use ftspec_syntax::Edit;
use ftspec_syntax::tree::Operator;
use rust_decimal::Decimal;

use crate::diagnostic::{Applicability, Level, Route};
use crate::hash::HashMap;
use crate::lang::say;
use crate::noise::{self, Change, Compared, Yardstick};
use crate::quantity::Quantity;
use crate::rule::{
    Docs, Findings, JUDGED, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure,
};
use crate::spec::{Comparison, Metric, Reading, Spec, Statement};
use crate::stopping;

/// `guard-below-baseline`
pub static RULE: Rule = Rule {
    code: "FT414",
    name: "guard-below-baseline",
    level: Level::Warn,
    route: Some(Route::FixEval),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A guard lets its metric get clearly worse than the baseline reads.",
            why: "Of the three things to agree on before a training, the second is what must not get worse. A round \
              figure such as 90% is quickly written; where the baseline reads 97%, it gives seven points away before \
              anyone has asked for them. The guard then reports that all is well in every round, while users get \
              seven more wrong answers in a hundred, and no stop condition that rests on it will ever speak. Guards \
              are meant to be dull: they say what is true today.",
            instead: "Guard the baseline itself, `guard facts >= baseline`, or a little below where readings waver, \
                  `>= baseline - 1%`. If the project may really pay with this metric, let those who will feel it agree \
                  to a figure, and write down who.",
            accept_when: "The loss was agreed with those who bear it, in exchange for something that is required, and \
                      the reason names them and the figure.",
        },
        zh: Page {
            summary: "某条护栏允许它的指标明显差于基线。",
            why: "训练之前要约定三件事，第二件是哪些指标不能变差。随手写个 90% 很容易；可基线是 97%，七个百分点还没人来要就先\
                  让出去了。此后每一轮护栏都报平安，用户那边一百条里却多错七条，依赖它的停止条件也永远不会响。护栏本来就该\
                  平淡无奇：今天做到了什么，就写什么。",
            instead: "直接守住基线：`guard facts >= baseline`；读数本身会晃，就略低一点：`>= baseline - 1%`。如果项目真的可以\
                      拿这个指标去换，就请承受后果的人定一个数，并写明是谁同意的。",
            accept_when: "这点损失已经和承受它的人谈妥，用来换一条写进要求的收益；理由里写明是谁、是多少。",
        },
        bad: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  guard facts >= 90%
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
        good: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  guard facts >= 96%
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
    },
    options: &[
        RuleOption {
            name: "tolerance",
            default: figure(2, 2),
            vendor: None,
            unit: OptionUnit::Share,
            en: "points by which a share may get worse than the baseline",
            zh: "占比类指标可以比基线差多少个百分点",
        },
        RuleOption {
            name: "relative_tolerance",
            default: figure(5, 2),
            vendor: None,
            unit: OptionUnit::Share,
            en: "part of the baseline's reading by which any other metric may get worse",
            zh: "其他指标可以比基线差多少，按基线读数的百分比计",
        },
        noise::OPTION,
    ],
    along_with: &[],
    run,
};

/// The tightest guard of a metric, with the worst value that it allows.
struct Limit<'s> {
    guard: Statement<'s>,
    comparison: Comparison,
    metric: Metric<'s>,
    worst: Quantity,
}

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let eval = spec.eval()?; // no-eval-plan speaks
    eval.guards().next()?; // no-guard speaks
    let baseline = spec.reference()?;
    let readings: HashMap<&str, Reading> =
        baseline.readings()?.all().map(|reading| (reading.metric.value, reading)).collect();
    let mut order: Vec<&str> = Vec::new();
    let mut limits: HashMap<&str, Option<Limit>> = HashMap::default();
    for guard in eval.guards() {
        let name = guard.metric().value;
        let limit = eval.metric(name).and_then(|metric| limit(spec, guard, metric));
        match (limits.get_mut(name), limit) {
            (None, limit) => {
                order.push(name);
                limits.insert(name, limit);
            }
            // One that is not understood may be the tightest.
            (Some(known), None) => *known = None,
            (Some(Some(known)), Some(limit)) => {
                let higher = known.metric.better() == Better::Higher;
                if (limit.worst.value > known.worst.value) == higher {
                    *known = limit;
                }
            }
            (Some(None), Some(_)) => {}
        }
    }
    for name in order {
        let (Some(Some(limit)), Some(reading)) = (limits.get(name), readings.get(name)) else { continue };
        judge(limit, reading, baseline.name(), found);
    }
    JUDGED
}

/// The worst value that a guard allows. None where it sets no bound on the worse side, where its value is not known,
/// and on budgets: what an answer may take is up to the team.
fn limit<'s>(spec: &Spec, guard: Statement<'s>, metric: Metric<'s>) -> Option<Limit<'s>> {
    let comparison = guard.comparison()?;
    let method = metric.method().given()?.value;
    if matches!(method, MetricMethod::Latency | MetricMethod::Tokens | MetricMethod::Cost)
        || metric.measures().given()? == Measures::Cost
    {
        return None;
    }
    let bounds = match metric.better() {
        Better::Higher => matches!(comparison.operator, Operator::GreaterEqual | Operator::Greater),
        Better::Lower => matches!(comparison.operator, Operator::LessEqual | Operator::Less),
    };
    let worst = stopping::threshold(spec, metric.name(), &comparison.operand).filter(|_| bounds)?;
    Some(Limit { guard, comparison, metric, worst })
}

fn judge(limit: &Limit, reading: &Reading, baseline: &str, found: &mut Findings) {
    let yardstick = Yardstick::of(limit.metric, found.option(noise::OPTION.name));
    let mean = reading.mean();
    if !mean.comparable(&limit.worst) {
        return;
    }
    // The worst that passes, as if a round had read it.
    let worst = mean.with(limit.worst.value);
    let allowed = Reading {
        metric: reading.metric,
        values: vec![worst],
        places: vec![limit.comparison.span],
        margin: None,
        items: None,
        span: limit.comparison.span,
    };
    let compared: Compared = yardstick.compare(Some(reading), Some(&allowed));
    let tolerated = if yardstick.is_proportion(reading) {
        found.option("tolerance")
    } else {
        mean.value.abs().saturating_mul(found.option("relative_tolerance"))
    };
    let lost = compared.gain.abs();
    if compared.change != Change::Worse || lost <= tolerated.max(Decimal::ZERO) {
        return;
    }
    let lang = found.lang();
    let (demand, name, distance) = (limit.guard.text(), limit.metric.name(), compared.distance(lang));
    let moves = match limit.metric.better() {
        Better::Higher => say!(lang, "fall from {mean} to {worst}", "从 {mean} 跌到 {worst}"),
        Better::Lower => say!(lang, "rise from {mean} to {worst}", "从 {mean} 涨到 {worst}"),
    };
    let figures = compared.with_noise(lang);
    let operator = limit.comparison.operator.spelling();
    found
        .wrong(limit.comparison.span, say!(lang, "`{demand}` lets `{name}` {moves}", "`{demand}` 允许 `{name}` {moves}"))
        .label(say!(
            lang,
            "{distance} worse than `{baseline}`, {figures}",
            "比 `{baseline}` 差 {distance}，{figures}"
        ))
        .also(reading.span, say!(lang, "`{baseline}` reads {mean}", "`{baseline}` 的读数是 {mean}"))
        .help(say!(
            lang,
            "write `guard {name} {operator} baseline`, or a little looser where readings waver; a loss that was agreed \
             on belongs into an `accept` with its reason",
            "写成 `guard {name} {operator} baseline`，读数会晃就略放松一点；如果这点损失是谈妥的，请用 `accept` 写明理由"
        ))
        .fix(
            say!(lang, "guard the baseline", "守住基线"),
            Applicability::Unsafe,
            vec![Edit::replace(limit.comparison.span, "baseline")],
        );
}
