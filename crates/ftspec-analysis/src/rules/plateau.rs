//! Two rounds in a row without any gain, and the goal still ahead.

use super::course::{Course, metrics_in};
use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::noise::{self, Change};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Spec, StatementKind};

/// `plateau`
pub static RULE: Rule = Rule {
    code: "FT712",
    name: "plateau",
    level: Level::Warn,
    route: Some(Route::StopTuning),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "No required metric gained anything in either of the last two rounds, and not all requirements hold.",
            why: "While a model gets better, going on is right. When a further round only gives another way of being not \
                  quite there, it has come as far as these parameters and this data can take it. What keeps a team \
                  going then is seldom the figures: so much has been put in, there are still knobs left, and one more \
                  version does not cost much. The price is not computing time; it is that what the model does by now \
                  sets harder with every round.",
            instead: "Freeze the parameters and sort the outputs that still fail: missing in the data, judged wrongly, or \
                      nothing a model should decide. Most plateaus end with better examples, not with another rate.",
            accept_when: "Both rounds were for something else on purpose, such as price or speed, and their purpose says so.",
        },
        zh: Page {
            summary: "最近两轮里，没有一个必达指标有提升，而要求还没有全部达到。",
            why: "模型在“变好”，就可以继续；如果再来一轮只是“换一种不对”，那么在这套参数、这份数据上，它已经到头了。这时\
                  推着团队往前走的，多半不是读数，而是心理：已经投入了这么多，参数看起来还有空间，再试一版成本也没那么高。\
                  真正的成本不是算力，而是现有的行为一轮比一轮固化得更深。",
            instead: "冻结参数，把仍然出错的输出分分类：是数据里没有，是评错了，还是本来就不该由模型决定。平台期大多靠更好的\
                      样例走出来，而不是靠换一个 learning rate。",
            accept_when: "这两轮本来就是为了别的目标，例如成本或速度，目的里也写明了。",
        },
        bad: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 63%, facts: 97% }
}
round r2 {
  purpose: "two sentences where one is asked for: teach the short form"
  readings { house_style: 64%, facts: 97% }
}
"#,
        good: r#"
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 63%, facts: 97% }
}
round r2 {
  purpose: "two sentences where one is asked for: add 400 notes of one sentence"
  changes: [notes]
  readings { house_style: 82%, facts: 99% }
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
    let required = metrics_in(spec, &[StatementKind::Require]);
    required.first()?;
    let stands = required.iter().all(|metric| {
        let changes = [course.change(*metric, before, last - 1), course.change(*metric, last - 1, last)];
        changes.iter().all(|it| matches!(it.change, Change::Flat | Change::Worse))
    });
    let Some(missed) = course.history.failing(StatementKind::Require, last).first().copied() else { return JUDGED };
    if !stands {
        return JUDGED;
    }
    let lang = found.lang();
    let (one, other) = (course.name(lang, last - 1), course.name(lang, last));
    let names = lang.listed(required.iter().take(3).map(|metric| metric.name()));
    let metric = required.iter().find(|metric| metric.name() == missed.metric().value).unwrap_or(&required[0]);
    let (name, demand) = (metric.name(), missed.text());
    let (first, second) = (course.change(*metric, before, last - 1), course.change(*metric, last - 1, last));
    let (first, second) = (first.with_noise(lang), second.with_noise(lang));
    let headline = match required.len() {
        1..=3 => say!(
            lang,
            "neither {one} nor {other} gained anything in {names}, and `{demand}` is not met",
            "{one} 和 {other} 都没有让 {names} 提升，`{demand}` 还没达到"
        ),
        many => say!(
            lang,
            "neither {one} nor {other} gained anything in {many} required metrics, and `{demand}` is not met",
            "{one} 和 {other} 都没有让 {many} 个必达指标中的任何一个提升，`{demand}` 还没达到"
        ),
    };
    found
        .wrong(course.round(last).place(), headline)
        .label(say!(lang, "`{name}` {second}", "`{name}` {second}"))
        .also(course.round(last - 1).place(), say!(lang, "`{name}` {first}", "`{name}` {first}"))
        .help(say!(
            lang,
            "freeze the parameters and sort the outputs that still fail by cause: data, evaluation, system",
            "冻结参数，把仍然出错的输出按原因分类：数据、评测、系统"
        ));
    JUDGED
}
