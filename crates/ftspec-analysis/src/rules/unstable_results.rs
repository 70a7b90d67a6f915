//! A gain that is smaller than the difference between two seeds.

use super::course::{Course, metrics_in};
use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::noise::amount;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Spec, StatementKind};

/// `unstable-results`
pub static RULE: Rule = Rule {
    code: "FT707",
    name: "unstable-results",
    level: Level::Warn,
    route: Some(Route::StopTuning),
    sources: &[Source::WhenToStop, Source::WhatParametersSolve, Source::WhenNotToTune],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "In the last round the seeds of a required metric differ by more than the round gained over the \
                      baseline.",
            why: "The same parameters, the same code, another training, and the model behaves differently: then the \
                  figure says more about luck than about the change. It shows in meetings first, as \"maybe it is the \
                  seed\" and \"this one happened to come out well\". Once results happen to be good, turning \
                  parameters only widens the uncertainty. The effect is known to be large: in 2 100 trials that \
                  differed in nothing but the seed, results differed substantially (Dodge et al., 2020, Fine-Tuning \
                  Pretrained Language Models: Weight Initializations, Data Orders, and Early Stopping). How large an \
                  error bar has to be before a difference counts is worked out by Miller (2024, Adding Error Bars to \
                  Evals).",
            instead: "Look at the outputs on which the seeds disagree: mostly the data says two things about them, or \
                      the test has too few of them. Mend that, or report the worst seed and decide by it.",
            accept_when: "One seed is picked by a rule written down beforehand, on data that is not the test.",
        },
        zh: Page {
            summary: "最后一轮里，某个必达指标在不同种子之间的差距，比这一轮相对基线的提升还大。",
            why: "同一套参数、同一份代码，再训一次，模型表现就明显不同：这时读数反映的是运气，不是改动。它往往先出现在会议\
                  上——“可能是随机种子吧”“这次刚好效果好一点”。当“刚好”开始频繁出现，继续调参数只是在扩大系统的不确定性。\
                  这种影响并不小：仅仅更换随机种子的 2 100 次试验，结果就有明显差异（Dodge 等，2020，Fine-Tuning \
                  Pretrained Language Models: Weight Initializations, Data Orders, and Early Stopping）。误差范围要多大，\
                  差异才算数，可参考 Miller（2024，Adding Error Bars to Evals）。",
            instead: "去看各个种子答得不一样的那些输出：多半是数据里对它们有两种说法，或者测试集里这类样例太少。先把这个\
                      修好；否则就按最差的那个种子来汇报和决策。",
            accept_when: "事先写明了挑选种子的规则，并且挑选用的不是测试集。",
        },
        bad: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: [60%, 72%, 66%], facts: 98% }
}
"#,
        good: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: [85%, 87%, 86%], facts: 98% }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let course = Course::of(found)?;
    let required = metrics_in(spec, &[StatementKind::Require]);
    required.first()?;
    let last = course.last();
    let lang = found.lang();
    for metric in required {
        let Some((reading, spread)) = course.reading(last, metric).and_then(|it| Some((it, it.spread()?))) else {
            continue;
        };
        if spread.value.is_zero() {
            continue;
        }
        let compared = course.change(metric, 0, last);
        let (Some(before), true) = (compared.before, compared.is_known()) else { continue };
        if spread.value <= compared.gain {
            continue;
        }
        let (name, baseline) = (metric.name(), course.name(lang, 0));
        let (spread, distance) = (amount(lang, spread), compared.distance(lang));
        let headline = if compared.gain.is_zero() {
            say!(
                lang,
                "`{name}` gained nothing over {baseline}, and its seeds differ by {spread}",
                "`{name}` 相对 {baseline} 没有提升，种子之间却相差 {spread}"
            )
        } else if compared.is_lower() {
            say!(
                lang,
                "`{name}` lost {distance} against {baseline}, and its seeds differ by {spread}",
                "`{name}` 相对 {baseline} 退步 {distance}，种子之间还相差 {spread}"
            )
        } else {
            say!(
                lang,
                "`{name}` gained {distance} over {baseline}, and its seeds differ by {spread}",
                "`{name}` 相对 {baseline} 提升 {distance}，种子之间却相差 {spread}"
            )
        };
        let seen = course.reading(0, metric).map(|reading| reading.span);
        let report = found
            .wrong(reading.span, headline)
            .label(say!(lang, "another seed, another result", "换个种子，就换个结果"))
            .help(say!(
                lang,
                "find out on which inputs the seeds disagree, and mend the data or the test there before another round",
                "先弄清各个种子在哪些输入上答得不一样，把那里的数据或测试修好，再谈下一轮"
            ));
        if let Some(seen) = seen {
            report.also(seen, say!(lang, "{before} before any round", "任何一轮之前是 {before}"));
        }
    }
    JUDGED
}
