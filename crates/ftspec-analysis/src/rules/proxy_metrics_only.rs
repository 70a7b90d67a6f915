//! Loss, BLEU and their like alone: figures that can improve while the answers do not.

use ftspec_schema::{Enumerated, METRIC, MetricMethod};

use super::evaluation::listed;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Metric, Named, Spec};

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
        zh: Page {
            summary: "所有指标都属于“答案没变好、数字也能变好”的那一类：loss、困惑度、词元准确率、BLEU、ROUGE、chrF、\
                      BERTScore。",
            why: "这类数字算起来便宜，而且一拧旋钮几乎总会动，于是团队就不停地拧旋钮。可它们衡量的是离参考答案或训练数据有多\
                  近，不是答得对不对、安不安全。评估错了，参数调得越好，偏得越远：数字一路上涨，真正用输出的人却说“不太\
                  对”。只有随机种子不同的几次训练，可以停在同样的 training loss 上，测试表现却不一样（Mosbach 等，2021，\
                  On the Stability of Fine-tuning BERT）。问一问：如果把模型输出原样给业务方看，他们会不会觉得“这很危险，\
                  但指标看起来很好”？",
            instead: "用看得见答案本身的指标来做决定：逐条判对错，让使用者逐条回答行不行，或者按评分表打分。便宜的数字留作 \
                      `watch`，它们很适合用来发现训练跑坏了。",
            accept_when: "参考答案一字不差就是答案，项目也只关心这个：比如一个从不回答任何人的模型，看它在留出文本上的 \
                          loss。",
        },
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
    let lang = found.lang();
    let names = listed(lang, metrics.iter().map(|metric| metric.name()));
    let headline = match metrics.len() {
        1 => say!(
            lang,
            "the only metric, {names}, can improve while the answers do not",
            "唯一的指标 {names}，答案没变好时也能变好"
        ),
        2 => say!(
            lang,
            "both metrics, {names}, can improve while the answers do not",
            "{names} 这两个指标，答案没变好时也能变好"
        ),
        many => say!(
            lang,
            "all {many} metrics can improve while the answers do not",
            "全部 {many} 个指标，答案没变好时也能变好"
        ),
    };
    let on = metrics[0].on().given().map_or(String::new(), |on| format!(", on: {}", on.value));
    let label =
        |method: &str| say!(lang, "only {method}: says nothing about right or wrong", "只是 {method}，看不出对错");
    let mut report = found.wrong(metrics[0].place(), headline).label(label(methods[0]));
    for (metric, method) in metrics.iter().zip(&methods).skip(1) {
        report = report.also(metric.place(), say!(lang, "only {method}", "只是 {method}"));
    }
    let first = metrics[0].name();
    let item = format!("metric ANSWERS {{ measures: judgement, method: pass_rate, judge: human{on} }}");
    report
        .help(say!(
            lang,
            "add a metric that looks at the answers, such as exact_match, pass_rate or a rubric judged by people, and \
             decide by it; keep `watch {first}` as a sign of a broken run",
            "加一个看答案本身的指标，比如 exact_match、pass_rate 或由人打分的 rubric，用它来做决定；`watch {first}` 可以\
             留着，用来发现训练跑坏了"
        ))
        .fix(
            say!(lang, "add a metric that looks at the answers", "加一个看答案本身的指标"),
            Applicability::Template,
            vec![eval.node().insertion(&item)],
        );
    JUDGED
}
