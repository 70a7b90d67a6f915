//! Too few items to tell what the plan wants to tell.

use ftspec_schema::{Better, Enumerated, MetricMethod, Role};
use ftspec_syntax::Span;
use rust_decimal::{Decimal, RoundingStrategy};

use super::evaluation::items;
use crate::diagnostic::{Level, Route};
use crate::hash::{HashMap, HashSet};
use crate::lang::{Lang, say};
use crate::noise::{Change, Compared, of_difference, proportion};
use crate::rule::{
    Docs, Findings, JUDGED, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure,
};
use crate::spec::{Comparison, Data, Eval, Metric, Named, Spec};
use crate::stopping;

/// `test-too-small`
pub static RULE: Rule = Rule {
    code: "FT415",
    name: "test-too-small",
    level: Level::Warn,
    route: Some(Route::FixEval),
    sources: &[Source::WhenNotToTune, Source::Practice],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The data judged on has fewer than 100 examples, or too few to tell the baseline from what is \
                  required.",
            why: "A score is a count of items, and counts waver. On 50 items the same model may score 90% or 82%, \
              depending on which 50 they happen to be; on 800, two points either way are still chance. Where a plan \
              requires a gain that is smaller than that, a round can be lucky or unlucky and nobody will know which, \
              so the question whether the change is more than a lucky hit has no answer. Miller (2024, Adding Error \
              Bars to Evals) shows how to reckon this before a test set is bought: how many items a difference \
              needs, and how much comparing both models on the same items helps. A short probe that found \
              nothing says little, too.",
            instead: "Collect more items until the gain that you want stands clear of the noise: half the distance needs \
                  four times the items. Or ask for a gain that this test can show. Both models on the same items, \
                  compared item by item, see smaller differences than two totals do.",
            accept_when: "Every item is expensive and drawn with care, the models are compared item by item, and the \
                      reason gives the difference that this can show.",
        },
        zh: Page {
            summary: "评测数据不到 100 条，或者少得分不清基线和要求。",
            why: "分数是一条一条数出来的，数出来的东西就会晃。只有 50 条时，同样的模型，碰上不同的 50 条，可能是 90%，也可能是\
                  80% 出头；800 条时，上下两个百分点也只是运气。如果计划要求的提升比这还小，一轮的结果是运气好还是运气差，\
                  谁也说不清，“是不是只是偶然命中”就永远没有答案。Miller（2024，Adding Error Bars to Evals）讲了怎么在\
                  花钱做测试集之前算清楚：要看出多大的差别需要多少条，两个模型在同一批样本上逐条比较又能省下多少。探针集太短\
                  的时候，一条问题也没查出来，同样说明不了什么。",
            instead: "多收集一些，直到想要的提升明显大于噪声：差距减半，条数要四倍。或者把要求改成这套数据看得出来的幅度。两个\
                      模型在同一批样本上逐条对比，比只比总分看得出更小的差别。",
            accept_when: "每一条都很贵，也是精心抽取的；两个模型逐条对比；理由里写明这样能看出多大的差别。",
        },
        bad: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md", annotators: 2, agreement: 0.86 }
  boundary: 10%
  covers:   [length, style, topic, malformed]
}

data held_out {
  role:     test
  path:     "data/held_out.jsonl"
  examples: 60
  quality:  reviewed
}
"#,
        good: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md", annotators: 2, agreement: 0.86 }
  boundary: 10%
  covers:   [length, style, topic, malformed]
}

data held_out {
  role:     test
  path:     "data/held_out.jsonl"
  examples: 600
  quality:  reviewed
}
"#,
    },
    options: &[RuleOption {
        name: "minimum",
        default: figure(100, 0),
        vendor: Some(figure(50, 0)),
        unit: OptionUnit::Count,
        en: "examples that data has at least on which a metric is judged",
        zh: "用来评测的数据至少要有多少条",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let eval = spec.eval()?; // no-eval-plan speaks
    eval.metrics().next()?;
    let short = short_data(eval, found);
    near_requirements(spec, eval, &short, found);
    JUDGED
}

/// Data with so few examples that no score on it says much. Gives the places that were told.
fn short_data(eval: Eval, found: &mut Findings) -> HashSet<Span> {
    let lang = found.lang();
    let minimum = found.option("minimum");
    let mut seen: HashSet<&str> = HashSet::default();
    let mut told: HashSet<Span> = HashSet::default();
    for metric in eval.metrics() {
        let Some(data) = metric.data().filter(|data| seen.insert(data.name())) else { continue };
        let Some(examples) = data.examples().given() else { continue };
        if Decimal::from(examples.value) >= minimum || teaches(data) {
            continue;
        }
        told.insert(examples.span);
        let (name, count, measure) = (data.name(), examples.value, metric.name());
        found
            .wrong(
                examples.span,
                match count {
                    0 => say!(lang, "`{name}` has no examples to judge by", "`{name}` 一条可评的样例也没有"),
                    1 => say!(lang, "`{name}` has 1 example to judge by", "`{name}` 只有 1 条样例可评"),
                    _ => say!(lang, "`{name}` has {count} examples to judge by", "`{name}` 只有 {count} 条样例可评"),
                },
            )
            .label(say!(lang, "fewer than {minimum}", "不到 {minimum} 条"))
            .also(metric.place(), say!(lang, "`{measure}` is judged on it", "`{measure}` 用它来评"))
            .help(help(lang, count, minimum));
    }
    told
}

/// Judging on what teaches is another mistake, told by its own rule.
fn teaches(data: Data) -> bool {
    data.has_role(Role::Train) || data.has_role(Role::Replay)
}

fn help(lang: Lang, count: u64, minimum: Decimal) -> String {
    let nine_tenths = Decimal::new(9, 1);
    match proportion(nine_tenths, count).filter(|_| count > 2) {
        Some(noise) => {
            let points = noise.saturating_mul(Decimal::ONE_HUNDRED).round_dp(0).normalize();
            say!(
                lang,
                "on {count} items a score of 90% wavers by {points} points either way; collect {minimum} at the least",
                "只有 {count} 条时，90% 的分数上下会晃 {points} 个百分点；至少收集 {minimum} 条"
            )
        }
        None => say!(lang, "collect {minimum} at the least", "至少收集 {minimum} 条"),
    }
}

/// A requirement whose distance from the baseline is no more than the noise of the items it is judged on.
struct Near<'s> {
    demand: String,
    comparison: Comparison,
    metric: Metric<'s>,
    items: Named<u64>,
    compared: Compared,
    /// How many items would tell the two apart.
    needed: Option<Decimal>,
}

fn near_requirements(spec: &Spec, eval: Eval, short: &HashSet<Span>, found: &mut Findings) {
    let Some(readings) = spec.reference().and_then(|baseline| baseline.readings()) else { return };
    let means: HashMap<&str, _> = readings.all().map(|reading| (reading.metric.value, reading.mean())).collect();
    let mut near: Vec<Near> = Vec::new();
    for require in eval.requirements() {
        let name = require.metric().value;
        let (Some(metric), Some(comparison)) = (eval.metric(name), require.comparison()) else { continue };
        let (Some(mean), Some(items)) = (means.get(name), items(metric)) else { continue };
        let Some(bound) = stopping::threshold(spec, name, &comparison.operand) else { continue };
        if metric.data().is_some_and(teaches)
            || short.contains(&items.span)
            || !counts_items(metric)
            || !mean.comparable(&bound)
        {
            continue;
        }
        let rise = bound.value.saturating_sub(mean.value);
        let gain = if metric.better() == Better::Higher { rise } else { -rise };
        let inside = |value: Decimal| value >= Decimal::ZERO && value <= Decimal::ONE;
        if gain <= Decimal::ZERO || !inside(mean.value) || !inside(bound.value) {
            continue; // met already, or out of scale: other rules speak
        }
        let (Some(one), Some(other)) = (proportion(mean.value, items.value), proportion(bound.value, items.value))
        else {
            continue;
        };
        let noise = of_difference(one, other);
        if gain > noise {
            continue;
        }
        let after = Some(mean.with(bound.value));
        near.push(Near {
            demand: require.text(),
            comparison,
            metric,
            items,
            compared: Compared { change: Change::Flat, before: Some(*mean), after, gain, noise },
            needed: needed(items.value, noise, gain),
        });
    }
    let mut places: Vec<Vec<Near>> = Vec::new(); // those that are judged on the same items
    let mut at: HashMap<Span, usize> = HashMap::default();
    for one in near {
        let place = *at.entry(one.items.span).or_insert(places.len());
        if place == places.len() {
            places.push(Vec::new());
        }
        places[place].push(one);
    }
    for near in &places {
        tell(near, found);
    }
}

/// Whether a metric is the share of items that are so or so: each item counts one, whatever the others are.
fn counts_items(metric: Metric) -> bool {
    use MetricMethod::*;
    let method = metric.method().given().map(|method| method.value);
    let per_item = matches!(
        method,
        Some(
            ExactMatch
                | Accuracy
                | PassRate
                | WinRate
                | RefusalRate
                | OverRefusalRate
                | ViolationRate
                | HallucinationRate
                | ErrorRate
        )
    );
    per_item && metric.scale() == Some((Decimal::ZERO, Decimal::ONE))
}

/// How many items it takes until the noise is as small as the distance, to two digits and upwards. Half the distance
/// needs four times the items.
fn needed(items: u64, noise: Decimal, gain: Decimal) -> Option<Decimal> {
    let ratio = noise.checked_div(gain)?;
    let needed = Decimal::from(items).checked_mul(ratio.checked_mul(ratio)?)?;
    needed.round_sf_with_strategy(2, RoundingStrategy::AwayFromZero).map(|needed| needed.normalize())
}

fn tell(near: &[Near], found: &mut Findings) {
    let Some(first) = near.first() else { return };
    let lang = found.lang();
    let (count, demand, figures) = (first.items.value, &first.demand, first.compared.with_noise(lang));
    let name = first.metric.name();
    let method = first.metric.method().given().map_or("", |method| method.value.word().name);
    let mut report = found
        .wrong(
            first.items.span,
            say!(
                lang,
                "{count} items cannot tell `{demand}` from the baseline",
                "{count} 条样本分不清 `{demand}` 和基线"
            ),
        )
        .label(say!(lang, "{method} of {count} items, {figures}", "{count} 条的 {method}，{figures}"));
    for one in near.iter().take(3) {
        let (name, figures) = (one.metric.name(), one.compared.with_noise(lang));
        report = report.also(one.comparison.span, say!(lang, "`{name}`, {figures}", "`{name}`，{figures}"));
    }
    let distance = first.compared.distance(lang);
    report.help(match first.needed {
        Some(needed) => say!(
            lang,
            "judge `{name}` on about {needed} items, or require a gain of more than {distance}",
            "`{name}` 大约要评 {needed} 条才看得出来；或者把要求的提升定得更大（超过 {distance}）"
        ),
        None => say!(
            lang,
            "judge `{name}` on more items, or require a gain of more than {distance}",
            "`{name}` 要评更多样本；或者把要求的提升定得更大（超过 {distance}）"
        ),
    });
}
