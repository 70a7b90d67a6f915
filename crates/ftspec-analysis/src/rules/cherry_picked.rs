//! Judged on a part of the data that somebody picked, or that no rule explains.

use ftspec_schema::{Coverage, Tier};
use ftspec_syntax::{Edit, Span};
use rust_decimal::Decimal;

use super::evaluation::{items, listed};
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{
    Docs, Findings, JUDGED, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure,
};
use crate::spec::{Field, Metric, Named, Spec};

/// `cherry-picked`
pub static RULE: Rule = Rule {
    code: "FT407",
    name: "cherry-picked",
    level: Level::Deny,
    route: Some(Route::FixEval),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never, // at tier low an unsaid finding is a note; a written one is not softened
    docs: Docs {
        en: Page {
            summary: "The evaluation looks at examples that somebody picked, at a part that no rule explains, or at a \
                  random sample too small to trust; or it does not say what it looks at.",
            why: "Late in a project one hears: this question is rather extreme, that user did not ask in the usual way. \
              The full set is run less and less, and every evaluation begins with choosing a few examples that look \
              typical. By then the score no longer tells how the model behaves; it tells how well the team can \
              explain. A model whose results have to be explained has stopped being steady, and that is a sign to \
              stop training, not to choose better examples. Nobody has to cheat for this: whoever picks by hand \
              picks what they hope to see.",
            instead: "Judge everything: `coverage: full`. Where people judge and the set is too large, draw by chance, \
                  with a rule and a seed that were written down before, and draw at least a hundred. Odd cases that \
                  matter belong into a probe set with a metric of its own, in full.",
            accept_when: "The picked examples are a fixed contract with somebody else, an acceptance set named in \
                      writing, and the model is judged on other data in full as well.",
        },
        zh: Page {
            summary: "评测看的是人挑出来的样本、说不清规则的一部分，或者小得不可信的随机样本；又或者根本没写看的是哪些。",
            why: "项目后期常听到这样的话：“这个问题其实比较极端”“这个用户问法不太典型”。全量越来越不敢跑，每次评测都先挑一些\
                  看起来有代表性的样本。到这一步，分数说明的已经不是模型的表现，而是团队的解释能力。结果要靠解释才站得住，\
                  说明模型行为已经不稳，这时该停下来，而不是去挑更好看的样本。这不需要谁存心作弊：凡是手工挑，挑中的多半是\
                  自己想看到的。",
            instead: "全量评：`coverage: full`。如果靠人评、数据又太多，就按事先写好的规则和种子随机抽，至少抽一百条。真正\
                      要紧的极端情况，放进单独的探针集，配一个自己的指标，全量评。",
            accept_when: "挑出来的样本是和别人约定好的验收集，有书面清单；同时模型还在其他数据上做了全量评测。",
        },
        bad: r#"
eval {
  coverage: hand_picked
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
        good: r#"
eval {
  coverage: full
  metric house_style {
    measures: style
    method:   rubric
    judge:    human
    on:       held_out
    samples:  300
    coverage: random_sample
  }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
    },
    options: &[RuleOption {
        name: "minimum",
        default: figure(100, 0),
        vendor: None,
        unit: OptionUnit::Count,
        en: "items that a random sample has at least",
        zh: "随机抽样的最少条数",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let eval = spec.eval()?; // no-eval-plan speaks
    eval.metrics().next()?;
    let mut shared: Vec<Metric> = Vec::new(); // metrics that leave it to `eval`
    for metric in eval.metrics() {
        match metric.node().word::<Coverage>("coverage") {
            Field::Given(coverage) => judge(coverage, &[metric], found),
            Field::Missing => shared.push(metric),
            Field::Broken => {}
        }
    }
    match eval.node().word::<Coverage>("coverage") {
        Field::Broken => return None,
        Field::Given(coverage) => judge(coverage, &shared, found),
        Field::Missing if shared.is_empty() => {}
        Field::Missing => {
            let lang = found.lang();
            let low = spec.risk().and_then(|risk| risk.tier().given()).is_some_and(|tier| tier.value == Tier::Low);
            let names = listed(lang, shared.iter().map(|metric| metric.name()));
            let edit = eval.node().insertion("coverage: full");
            found
                .unsaid(
                    eval.keyword(),
                    say!(lang, "nothing says which part of the data is judged", "没有写明评的是哪一部分数据"),
                )
                .level(if low { Level::Note } else { Level::Warn })
                .label(say!(lang, "no `coverage` for {names}", "{names} 没有 `coverage`"))
                .help(say!(
                    lang,
                    "write `coverage: full`, or `random_sample` where a part is drawn by a rule written down before",
                    "写上 `coverage: full`；如果按事先定好的规则抽样，就写 `random_sample`"
                ))
                .fix(say!(lang, "judge everything", "全量评"), Applicability::Template, vec![edit]);
        }
    }
    JUDGED
}

/// Judges one written `coverage` and the metrics that go by it.
fn judge(coverage: Named<Coverage>, metrics: &[Metric], found: &mut Findings) {
    if metrics.is_empty() {
        return;
    }
    let lang = found.lang();
    let minimum = found.option("minimum");
    let report = match coverage.value {
        Coverage::Full => return,
        Coverage::HandPicked => found
            .wrong(coverage.span, say!(lang, "judged on examples that somebody picked", "评测的样本是人挑出来的"))
            .label(say!(lang, "shows what one hoped to see", "挑中的多半是想看到的")),
        Coverage::Sample => found
            .wrong(
                coverage.span,
                say!(lang, "judged on a part, and no rule says which part", "只评了一部分，却没说按什么规则抽"),
            )
            .level(Level::Warn)
            .label(say!(lang, "may be a lucky part", "可能碰巧抽到好的")),
        Coverage::RandomSample => return small_sample(coverage.span, metrics, minimum, found),
    };
    let data = metrics[0].on().given().map(|on| on.value);
    let all = match data {
        Some(data) => say!(lang, "all of `{data}`", "把 `{data}` 全部评一遍"),
        None => say!(lang, "everything", "全量评"),
    };
    report
        .help(say!(
            lang,
            "judge {all}, or draw at least {minimum} items by a rule written down before: `coverage: random_sample`",
            "{all}；或者按事先写好的规则随机抽至少 {minimum} 条：`coverage: random_sample`"
        ))
        .fix(
            say!(lang, "judge everything", "全量评"),
            Applicability::Unsafe,
            vec![Edit::replace(coverage.span, "full")],
        );
}

/// Drawn by chance, and too few.
fn small_sample(span: Span, metrics: &[Metric], minimum: Decimal, found: &mut Findings) {
    let lang = found.lang();
    let small: Vec<(&Metric, Named<u64>)> = metrics
        .iter()
        .filter_map(|metric| Some((metric, items(*metric)?)))
        .filter(|(_, items)| Decimal::from(items.value) < minimum)
        .collect();
    let Some((first, least)) = small.iter().min_by_key(|(_, items)| items.value) else { return };
    let (name, count) = (first.name(), least.value);
    let mut report = found
        .wrong(
            span,
            say!(lang, "`{name}` is judged on a random sample of {count}", "`{name}` 只随机抽了 {count} 条来评"),
        )
        .level(Level::Warn)
        .label(say!(lang, "fewer than {minimum} items", "不到 {minimum} 条"))
        .help(say!(
            lang,
            "draw at least {minimum}; with {count} items one lucky answer moves the figure visibly",
            "至少抽 {minimum} 条；只有 {count} 条时，碰巧答对一条，数字就会明显跳动"
        ));
    let mut places: Vec<Span> = Vec::new();
    for (_, items) in &small {
        if !places.contains(&items.span) && places.len() < 3 {
            places.push(items.span);
            let count = items.value;
            report = report.also(items.span, say!(lang, "{count} items", "{count} 条"));
        }
    }
}
