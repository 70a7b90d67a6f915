//! Rounds that mend one thing and break another, again and again.

use super::course::Course;
use crate::diagnostic::{Level, Route};
use crate::hash::{HashMap, HashSet};
use crate::lang::say;
use crate::noise::{self, Change, Compared};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Metric, Spec, Subject};
use crate::stopping::Measured;

/// `trading-problems`
pub static RULE: Rule = Rule {
    code: "FT711",
    name: "trading-problems",
    level: Level::Warn,
    route: Some(Route::StopTuning),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Two rounds in a row each improved one metric and worsened another.",
            why: "This time problem A got better; next time problem B got worse. As long as a model improves, going on is \
                  right; when it only finds another way to be wrong, it is time to stop. Two rounds of it are the \
                  sign: the changes are no longer about ability, they shift what is uncertain from one place to the \
                  other. Part of the reason is known: abilities learnt together conflict when their data is plentiful, \
                  and learning them one after the other risks forgetting the first (Dong et al., 2024, How Abilities \
                  in Large Language Models are Affected by Supervised Fine-tuning Data Composition).",
            instead: "Stop, freeze the better of the versions, and look at the two kinds of examples side by side: they \
                      often teach opposite answers to similar inputs. Where both have to be right, split the project \
                      or settle one of the two outside the model.",
            accept_when: "The metric that fell was raised on purpose before, and the plan says how far it may come down.",
        },
        zh: Page {
            summary: "连续两轮，都是改善了一个指标，又恶化了另一个。",
            why: "“这次调参改善了 A 类问题，下次又恶化了 B 类问题。”模型在变好，可以继续；只是在换一种方式出问题，就必须停。\
                  连着两轮如此，就是信号：变化的已经不是能力，而是不确定性换了个地方。其中一部分原因是清楚的：数据充足时，\
                  一起学的几种能力会互相冲突；先后学，又可能忘掉前一种（Dong 等，2024，How Abilities in Large Language \
                  Models are Affected by Supervised Fine-tuning Data Composition）。",
            instead: "停下来，冻结较好的那一版，把两类样例放在一起对照：它们往往对相似的输入教了相反的答案。两边都必须对的话，\
                      就拆成两个项目，或者把其中一边放到模型之外解决。",
            accept_when: "下降的那个指标此前是有意抬高的，计划里也写明了可以回落到多少。",
        },
        bad: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings { house_style: 62%, facts: 97%, complete: 80% }
  shortfall: "falls back to ticket titles on large releases"
}
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out, covers: [one_sentence] }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  metric complete { measures: quality, method: pass_rate, judge: human, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  watch complete
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 76%, facts: 97%, complete: 70% }
}
round r2 {
  purpose: "changes left out: add notes of large releases"
  readings { house_style: 64%, facts: 97%, complete: 82% }
}
"#,
        good: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings { house_style: 62%, facts: 97%, complete: 80% }
  shortfall: "falls back to ticket titles on large releases"
}
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out, covers: [one_sentence] }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  metric complete { measures: quality, method: pass_rate, judge: human, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  watch complete
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 76%, facts: 97%, complete: 70% }
}
round r2 {
  purpose: "changes left out: add notes of large releases"
  readings { house_style: 77%, facts: 97%, complete: 88% }
}
"#,
    },
    options: &[noise::OPTION],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let course = Course::of(found)?;
    if course.last() < 2 {
        return None;
    }
    let used = used(spec)?;
    let traded: Vec<Option<Traded>> = (1..=course.last()).map(|round| Traded::of(&course, &used, round)).collect();
    for round in 2..=course.last() {
        let [Some(before), Some(here)] = &traded[round - 2..round] else { continue };
        // A run of such rounds is one finding, told of its last two.
        if traded.get(round).is_some_and(Option::is_some) {
            continue;
        }
        report(&course, round, before, here, found);
    }
    JUDGED
}

/// The metrics that something is decided or watched by, as idle-metric has it.
fn used<'s>(spec: &'s Spec) -> Option<HashMap<&'s str, Metric<'s>>> {
    let eval = spec.eval()?;
    let mut names: HashSet<&str> = eval.statements().map(|statement| statement.metric().value).collect();
    for arm in spec.stop().map_or(&[][..], |stop| stop.arms()) {
        for atom in arm.condition.iter().flat_map(|condition| condition.atoms()) {
            if let Subject::Compare { name, .. } | Subject::Trend { name, .. } | Subject::Varies { name, .. } =
                &atom.kind
            {
                names.insert(name.of(spec.text()));
            }
        }
    }
    let used = eval.metrics().filter(|metric| names.contains(metric.name()));
    Some(used.map(|metric| (metric.name(), metric)).collect())
}

/// What a round improved, and what it worsened.
struct Traded<'s> {
    better: (Metric<'s>, Compared),
    worse: (Metric<'s>, Compared),
}

impl<'s> Traded<'s> {
    fn of(course: &Course, used: &HashMap<&str, Metric<'s>>, round: usize) -> Option<Self> {
        let (mut better, mut worse) = (None, None);
        let read = course.history.after(round).map_or(&[][..], Measured::all);
        for metric in read.iter().filter_map(|reading| used.get(reading.metric.value)) {
            let compared = course.change(*metric, round - 1, round);
            match compared.change {
                Change::Better => better = better.or(Some((*metric, compared))),
                Change::Worse => worse = worse.or(Some((*metric, compared))),
                Change::Flat | Change::Unknown => {}
            }
        }
        Some(Self { better: better?, worse: worse? })
    }
}

fn report(course: &Course, round: usize, before: &Traded, here: &Traded, found: &mut Findings) {
    let lang = found.lang();
    let name = |at: usize| course.name(lang, at);
    let told = |traded: &Traded, at: usize| {
        let (up, down) = (traded.better.0.name(), traded.worse.0.name());
        let round = name(at);
        say!(lang, "{round} improved `{up}` and worsened `{down}`", "{round} 改善了 `{up}`，却恶化了 `{down}`")
    };
    let (first, second) = (told(before, round - 1), told(here, round));
    let label = |(metric, compared): &(Metric, Compared)| {
        let (name, figures) = (metric.name(), compared.with_noise(lang));
        format!("`{name}` {figures}")
    };
    found
        .wrong(course.place(round, here.worse.0), say!(lang, "{first}; {second}", "{first}；{second}"))
        .label(label(&here.worse))
        .also(course.place(round, here.better.0), label(&here.better))
        .also(course.place(round - 1, before.worse.0), label(&before.worse))
        .also(course.place(round - 1, before.better.0), label(&before.better))
        .help(say!(
            lang,
            "the problem moves and does not shrink: freeze the better version, and compare the examples that pull \
             against each other",
            "问题只是换了地方，并没有变小：冻结较好的那一版，再对照互相拉扯的两类样例"
        ));
}
