//! After all rounds the model is worse at something that matters than it was without any.

use ftspec_schema::Measures;

use super::course::{Course, metrics_that_measure};
use super::loss_down_risk_up;
use crate::diagnostic::{Level, Route};
use crate::hash::HashSet;
use crate::lang::say;
use crate::noise::{self, Change, Compared};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Metric, Spec};

/// `worse-than-baseline`
pub static RULE: Rule = Rule {
    code: "FT716",
    name: "worse-than-baseline",
    level: Level::Deny,
    route: Some(Route::StopTuning),
    sources: &[Source::WhenToStop, Source::WhenNotToTune],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "After the last round a metric of judgement, quality or safety is worse than its baseline reading, by \
                      more than noise.",
            why: "The baseline is what you have without training: a prompt, a rule, another model. A tuned model that is \
                  worse than it at being right has been paid for with time and will be paid for again in use. It is \
                  seldom seen as such, since rounds are compared with the round before, and a small loss in each of \
                  them never looks like much. What has set in the parameters does not come out again with a further \
                  round on the same data.",
            instead: "Serve the baseline for now. Take the last round in which this figure stood as it should, look for \
                      what came in since then, and decide whether the gain elsewhere is worth the loss here.",
            accept_when: "The loss was weighed against the gain by whoever answers for the product, and stands in the plan.",
        },
        zh: Page {
            summary: "最后一轮之后，某个判断、质量或安全类指标比基线还差，而且差距超出噪声。",
            why: "基线就是不训练也能有的水平：一条提示词、一套规则、另一个模型。微调之后，正确性反而不如基线，等于花了时间\
                  换来退步，上线后还要再付一次代价。这件事常常看不见，因为每一轮都只和上一轮比，每轮掉一点，看着都不要紧。\
                  已经固化进参数的东西，用同样的数据再训一轮是训不回来的。",
            instead: "先用基线上线。找到这个指标最后一次正常的那一轮，看之后引入了什么，再决定别处的收益值不值得这里的\
                      损失。",
            accept_when: "对产品负责的人权衡过得失，并且写进了计划。",
        },
        bad: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 88%, facts: 92% }
}
"#,
        good: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 88%, facts: 97.5% }
}
"#,
    },
    options: &[noise::OPTION],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let course = Course::of(found)?;
    let baseline = spec.reference()?;
    let last = course.last();
    let metrics = metrics_that_measure(spec, &[Measures::Judgement, Measures::Quality, Measures::Safety])?;
    let proxy = |metric: &Metric| metric.method().given().is_none_or(|method| method.value.is_proxy());
    let compared = metrics.into_iter().filter(|it| !proxy(it)).map(|it| (it, course.change(it, 0, last)));
    let worse: Vec<(Metric, Compared)> = compared.filter(|(_, it)| it.change == Change::Worse).collect();
    if worse.is_empty() {
        return JUDGED;
    }
    // loss-down-risk-up has said it of these readings; a note of it is too quiet to stand for this.
    let told = loss_down_risk_up::told(found);
    let told: HashSet<&str> =
        told.iter().filter(|it| it.round == last && it.is_sure()).map(|it| it.metric.name()).collect();
    let lang = found.lang();
    for (metric, compared) in worse.into_iter().filter(|(metric, _)| !told.contains(metric.name())) {
        let name = metric.name();
        let (round, base) = (course.name(lang, last), baseline.name());
        let (figures, distance) = (compared.with_noise(lang), compared.distance(lang));
        let report = found
            .wrong(
                course.place(last, metric),
                say!(
                    lang,
                    "after {round} `{name}` is worse than {base} by {distance}",
                    "{round} 之后，`{name}` 比 {base} 还差 {distance}"
                ),
            )
            .label(figures)
            .help(say!(
                lang,
                "serve {base} for now, and find the round in which `{name}` began to fall",
                "先用 {base}，再找出 `{name}` 是从哪一轮开始掉的"
            ));
        if let Some(reading) = course.reading(0, metric) {
            report.also(reading.span, say!(lang, "without any training", "不训练时的水平"));
        }
    }
    JUDGED
}
