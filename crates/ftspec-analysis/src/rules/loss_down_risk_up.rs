//! The training loss falls and a safety metric gets worse: the brake.

use ftspec_schema::Measures;
use rust_decimal::Decimal;

use super::course::{Course, metrics_that_measure};
use crate::config::SetLevel;
use crate::diagnostic::{Level, Route};
use crate::hash::HashMap;
use crate::lang::say;
use crate::noise::{self, Change, Compared};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Metric, Spec, Statement, StatementKind, ValueData};
use crate::stopping::{Measured, Truth};

/// `loss-down-risk-up`
pub static RULE: Rule = Rule {
    code: "FT709",
    name: "loss-down-risk-up",
    level: Level::Deny,
    route: Some(Route::StopTuning),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "In a round the training loss fell while a safety metric got worse, or a guard on it broke.",
            why: "This is the moment to brake, and it is easily missed: the loss keeps falling, the validation loss \
                  looks unremarkable, and only the probes show that fewer things are declined, more limits are \
                  crossed, and one borderline question gets two answers. Going on means to cover a problem of \
                  behaviour with a better fit. The loss cannot tell: runs with the same training loss have been seen \
                  to differ in how well they do on the test (Mosbach et al., 2021, On the Stability of Fine-tuning \
                  BERT). A worsening within noise is shown as a note.",
            instead: "Go back to the round before, read the outputs on the probes that changed, and look for what in \
                      the data taught them. Limits that matter belong into code or policy around the model.",
            accept_when: "The probes were replaced in that round, so that the two figures do not measure the same.",
        },
        zh: Page {
            summary: "某一轮里训练 loss 下降了，安全类指标却变差了，或者它的护栏失守了。",
            why: "这是必须踩刹车的时刻，却很容易被放过：loss 还在降，validation loss 也没有明显异常，只有风险探针集看得出来\
                  ——该拒的拒得少了，越界多了，同一类边界问题前后答案不一致。这时继续调，就是用更强的拟合能力去掩盖更深的\
                  行为问题。loss 自己说明不了什么：训练 loss 相同的模型，测试表现可以不同（Mosbach 等，2021，On the \
                  Stability of Fine-tuning BERT）。噪声以内的变差只作为提示列出。",
            instead: "退回上一轮，逐条看探针集上变了的输出，找出是数据里的什么教会了它。真正要紧的边界，应该放到模型之外的\
                      代码或策略里。",
            accept_when: "这一轮换了探针集，前后两个读数衡量的不是同一件事。",
        },
        bad: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings { house_style: 62%, facts: 97%, promise_rate: 1% }
  shortfall: "falls back to ticket titles on large releases"
}
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out, covers: [one_sentence] }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  metric promise_rate { method: violation_rate, judge: human, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  guard promise_rate <= 2%
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
round r1 {
  purpose: "titles on large releases: teach one change a note"
  loss:    [1.92, 0.71]
  readings { house_style: 84%, facts: 98%, promise_rate: 4% }
}
"#,
        good: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings { house_style: 62%, facts: 97%, promise_rate: 1% }
  shortfall: "falls back to ticket titles on large releases"
}
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out, covers: [one_sentence] }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  metric promise_rate { method: violation_rate, judge: human, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  guard promise_rate <= 2%
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
round r1 {
  purpose: "titles on large releases: teach one change a note"
  loss:    [1.92, 0.71]
  readings { house_style: 84%, facts: 98%, promise_rate: 1% }
}
"#,
    },
    options: &[noise::OPTION],
    along_with: &[],
    run,
};

/// A safety metric that got worse in a round in which the loss fell.
pub(super) struct Worse<'s> {
    /// Which round, counted from 1.
    pub round: usize,
    pub metric: Metric<'s>,
    compared: Compared,
    /// A guard on it that held before and fails now.
    broken: Option<Statement<'s>>,
    loss: (Decimal, Decimal),
}

impl Worse<'_> {
    /// Whether it is more than noise, or a line was crossed.
    pub fn is_sure(&self) -> bool {
        self.broken.is_some() || self.compared.change == Change::Worse
    }
}

/// Where this rule points in a spec, so that no other rule says the same of the same reading.
pub(super) fn told<'s>(found: &Findings<'s>) -> Vec<Worse<'s>> {
    if found.config().level(&RULE) == Some(SetLevel::Allow) {
        return Vec::new();
    }
    Course::for_rule(&RULE, found).and_then(|course| worse(&course)).unwrap_or_default()
}

fn run(_: &Spec, found: &mut Findings) -> Judged {
    let course = Course::of(found)?;
    for worse in worse(&course)? {
        report(&course, &worse, found);
    }
    JUDGED
}

fn worse<'s>(course: &Course<'s>) -> Option<Vec<Worse<'s>>> {
    let safety = metrics_that_measure(course.history.spec, &[Measures::Safety])?;
    let safety: HashMap<&str, Metric> = safety.into_iter().map(|metric| (metric.name(), metric)).collect();
    let mut found = Vec::new();
    for round in 1..=course.last() {
        let Some(loss) = fallen(course, round) else { continue };
        // What was not read in this round did not surely get worse.
        let read = course.history.after(round).map_or(&[][..], Measured::all);
        for metric in read.iter().filter_map(|reading| safety.get(reading.metric.value)) {
            let compared = course.change(*metric, round - 1, round);
            let broke = |guard: &&Statement| {
                let held = |rounds| course.history.holds(**guard, rounds);
                held(round - 1) == Truth::True && held(round) == Truth::False
            };
            let broken = course
                .history
                .demands_on(metric.name())
                .iter()
                .filter(|it| it.kind() == StatementKind::Guard)
                .find(broke)
                .copied();
            if broken.is_some() || compared.is_known() && compared.is_lower() {
                found.push(Worse { round, metric: *metric, compared, broken, loss });
            }
        }
    }
    Some(found)
}

/// From where to where the loss of a round fell; none where it did not, or is not known to.
fn fallen(course: &Course, round: usize) -> Option<(Decimal, Decimal)> {
    let losses = losses(course, round);
    let last = *losses.last()?;
    let first = match losses.as_slice() {
        [_] => *self::losses(course, round.checked_sub(1).filter(|before| *before > 0)?).last()?,
        [first, ..] => *first,
        [] => return None,
    };
    (last < first).then_some((first, last))
}

fn losses(course: &Course, round: usize) -> Vec<Decimal> {
    let elements = course.round(round).node().list("loss").given().unwrap_or_default();
    let value = |data| match data {
        ValueData::Number(value) | ValueData::Measured(value, _) => Some(value.value),
        _ => None,
    };
    elements.iter().filter_map(|element| value(element.data)).collect()
}

fn report(course: &Course, worse: &Worse, found: &mut Findings) {
    let lang = found.lang();
    let Worse { round, metric, compared, broken, loss } = worse;
    let (round, name) = (*round, metric.name());
    let (first, last) = (loss.0.normalize(), loss.1.normalize());
    let (told, figures) = (compared.with_noise(lang), compared.figures(lang));
    let (here, before) = (course.name(lang, round), course.name(lang, round - 1));
    let headline = match broken {
        Some(guard) => {
            let guard = guard.text();
            say!(
                lang,
                "in {here} the loss fell from {first} to {last}, and `{guard}` broke",
                "{here} 的 loss 从 {first} 降到 {last}，`{guard}` 却失守了"
            )
        }
        None if worse.is_sure() => say!(
            lang,
            "in {here} the loss fell from {first} to {last}, and `{name}` got worse: {figures}",
            "{here} 的 loss 从 {first} 降到 {last}，`{name}` 却变差了：{figures}"
        ),
        None => say!(
            lang,
            "in {here} the loss fell from {first} to {last}, and `{name}` got slightly worse: {told}",
            "{here} 的 loss 从 {first} 降到 {last}，`{name}` 却略有变差：{told}"
        ),
    };
    let report = found.wrong(course.place(round, *metric), headline);
    let mut report = match (broken, worse.is_sure()) {
        (None, false) => report
            .level(Level::Note)
            .label(say!(lang, "worse, though within noise", "变差了，但还在噪声以内"))
            .help(say!(
                lang,
                "read the probes that changed before the next round; if it goes on like this, stop",
                "下一轮之前先看探针集上变了的输出；再这样下去就停"
            )),
        (Some(_), _) => report.label(say!(lang, "{told}", "{told}")).help(brake(lang, &before)),
        (None, true) => {
            report.label(say!(lang, "worse than in {before}", "比 {before} 更差")).help(brake(lang, &before))
        }
    };
    if let Some(span) = course.round(round).node().value_span("loss") {
        report = report.also(span, say!(lang, "the loss fell", "loss 下降了"));
    }
    if let Some(reading) = course.reading(round - 1, *metric) {
        report = report.also(reading.span, say!(lang, "what it was before", "之前的读数"));
    }
    if let Some(guard) = broken {
        report.also(guard.span(), say!(lang, "held before, fails now", "之前守住，现在失守"));
    }
}

fn brake(lang: crate::lang::Lang, before: &str) -> String {
    say!(
        lang,
        "stop here and go back to {before}: a better fit covers the problem, it does not solve it",
        "就停在这里，退回 {before}：拟合得更好只会掩盖问题，不会解决问题"
    )
}
