//! Rounds that polish how things are said, while what is said stays as it was.

use ftspec_schema::Measures;

use super::course::{Course, metrics_that_measure};
use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::noise::{self, Change, Compared};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Metric, Spec};

/// `style-up-judgement-flat`
pub static RULE: Rule = Rule {
    code: "FT708",
    name: "style-up-judgement-flat",
    level: Level::Warn,
    route: Some(Route::StopTuning),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Over the last two rounds style or format got better, and nothing that measures judgement, quality \
                      or safety did.",
            why: "Late in a project the model surely changes: the tone is smoother, it sounds more like a person. Then \
                  somebody reads the share of right facts, the borderline cases, the risky ones, and they stand where \
                  they stood. The parameters now change how the model speaks, not when it should speak and when not; \
                  more of it leads to being wrong with confidence. It is easily taken for progress: models tuned to \
                  imitate stronger ones copied their style, closed little of the gap in ability, and impressed the \
                  raters all the same (Gudibande et al., 2023, The False Promise of Imitating Proprietary LLMs). If \
                  style is all that you want and the rest is as good as it has to be, you are near the end rather \
                  than in trouble.",
            instead: "If the judgement is good enough, ship at the style you have. If it is not, stop: look at the data \
                      on borderline cases, at retrieval, at rules outside the model.",
            accept_when: "Style is the whole goal, and the guards on judgement hold and have nowhere to rise to.",
        },
        zh: Page {
            summary: "最近两轮里，风格或格式变好了，衡量判断、质量或安全的指标却一个都没有变好。",
            why: "到了项目后期，模型确实“变了”：语气更顺，表达更自然，更像真人客服。可是再看事实正确率、边界判断、风险问题，\
                  都停在原地。这说明参数正在改变模型“怎么说”，而不是“什么时候该说、什么时候不该说”；再调下去，很容易把模型\
                  推向“自信地错”。这种变化还特别容易被当成进步：模仿强模型的小模型学到了风格，能力差距却没缩小多少，评审\
                  照样被打动（Gudibande 等，2023，The False Promise of Imitating Proprietary LLMs）。反过来，如果你要的就\
                  只是风格，其余指标也已经够好，那说明快到终点了，而不是出了问题。",
            instead: "判断已经够好，就以现在的风格上线；还不够好，就停下来，去看边界样例的数据、检索，以及模型之外的规则。",
            accept_when: "目标只有风格，判断类指标的护栏都守住了，而且已经没有多少上升空间。",
        },
        bad: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 75%, facts: 97% }
}
round r2 {
  purpose: "two sentences where one is asked for: teach the short form"
  readings { house_style: 86%, facts: 97.2% }
}
"#,
        good: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 75%, facts: 97.4% }
}
round r2 {
  purpose: "wrong version numbers: add notes with two releases in one text"
  readings { house_style: 86%, facts: 99% }
}
"#,
    },
    options: &[noise::OPTION],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let course = Course::of(found)?;
    let last = course.last();
    let before = last.checked_sub(2)?;
    let looks = metrics_that_measure(spec, &[Measures::Style, Measures::Format])?;
    let substance = metrics_that_measure(spec, &[Measures::Judgement, Measures::Quality, Measures::Safety])?;
    let moved = |metric| (metric, course.change(metric, before, last));
    let gained: Vec<(Metric, Compared)> =
        looks.into_iter().map(moved).filter(|(_, it)| it.change == Change::Better).collect();
    // What is read at one end alone may well have gained; what is read at neither is not looked at.
    let read: Vec<(Metric, Compared)> =
        substance.into_iter().map(moved).filter(|(_, it)| it.before.is_some() || it.after.is_some()).collect();
    let stayed = read.iter().all(|(_, it)| matches!(it.change, Change::Flat | Change::Worse));
    let (Some((style, rise)), Some((other, flat)), true) = (gained.first(), read.first(), stayed) else {
        return JUDGED;
    };
    let lang = found.lang();
    let (from, to) = (course.name(lang, before), course.name(lang, last));
    let (style_name, other_name) = (style.name(), other.name());
    let (distance, figures, still) = (rise.distance(lang), rise.figures(lang), flat.with_noise(lang));
    found
        .wrong(
            course.place(last, *style),
            say!(
                lang,
                "from {from} to {to} `{style_name}` gained {distance}, and no metric of judgement, quality or safety did",
                "从 {from} 到 {to}，`{style_name}` 提升 {distance}，判断、质量、安全类指标都没有提升"
            ),
        )
        .label(figures)
        .also(course.place(last, *other), say!(lang, "`{other_name}` {still}", "`{other_name}` {still}"))
        .help(say!(
            lang,
            "the rounds change how things are said, not what is said; if `{other_name}` is good enough, come to an end, \
             else mend the data or the system behind it",
            "这几轮改变的是怎么说，不是说什么；`{other_name}` 够好了就收尾，不够好就去修它背后的数据或系统"
        ));
    JUDGED
}
