//! Annotators who do not agree with each other.

use super::training;
use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure};
use crate::spec::Spec;
use ftspec_schema::{AgreementKind, Enumerated};

/// `low-agreement`
pub static RULE: Rule = Rule {
    code: "FT305",
    name: "low-agreement",
    level: Level::Warn,
    route: Some(Route::FixData),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "People who labelled the same examples agree on too few of them.",
            why: "Where people who follow one guide come to different answers, there is no one answer to learn. The \
                  model is shown both, settles somewhere in between, and gives the one today and the other tomorrow. \
                  What looks like an unstable training is then an unstable standard, and neither a smaller learning \
                  rate nor another epoch makes two opinions one. Nor can the model be measured well: no score rises \
                  above the agreement of the people who wrote the answers. Kappa and alpha have the agreement by \
                  chance taken out; plain percentages and F1 have not and are held to a higher figure.",
            instead: "Take 50 examples on which people disagreed and talk through each. Most of the time it is the \
                      guide that leaves the case open: decide it there, label anew, and measure again.",
            accept_when: "The task is a matter of taste and several answers are right, all of them are in the data, \
                          and evaluation asks people which one they prefer.",
        },
        zh: Page {
            summary: "多人标注同一批样本，意见一致的太少。",
            why: "照着同一份规范，人和人却给出不同的答案，就等于没有一个可学的答案。模型两种都见过，只能停在中间，今天这样答，\
                  明天那样答。看上去是训练不稳，其实是标准不稳：把 learning rate 调小、多训一个 epoch，都不会让两种意见变成\
                  一种。评测也一样受限：写答案的人自己都不一致，分数高不过他们的一致程度。kappa 和 alpha 已经扣除了碰巧一致的\
                  部分；百分比和 F1 没有扣除，所以要求更高。",
            instead: "挑 50 条有分歧的样本逐条讨论。多数时候是规范没写清楚：把判法写进规范，重新标注，再测一次一致性。",
            accept_when: "任务本身讲的是喜好，几种答案都对，数据里都有，评测也是让人选更喜欢哪一个。",
        },
        bad: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md", annotators: 3, agreement: 0.55 }
  boundary: 10%
  covers:   [length, style, topic]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
        good: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md", annotators: 3, agreement: 0.81 }
  boundary: 10%
  covers:   [length, style, topic]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
    },
    options: &[
        RuleOption {
            name: "minimum",
            default: figure(7, 1),
            vendor: None,
            unit: OptionUnit::Plain,
            en: "agreement as kappa or alpha, or where nothing says how it was computed",
            zh: "以 kappa 或 alpha 计（或没有写明算法时）的一致性",
        },
        RuleOption {
            name: "minimum_percent",
            default: figure(8, 1),
            vendor: None,
            unit: OptionUnit::Plain,
            en: "agreement as percent or F1, which leave agreement by chance in",
            zh: "以百分比或 F1 计的一致性，其中含碰巧一致的部分",
        },
    ],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let lang = found.lang();
    let mut judged = training::all_read(spec);
    for data in spec.train() {
        let Some(labeling) = data.labeling() else { continue };
        let (agreement, measure) = (labeling.quantity("agreement"), labeling.word::<AgreementKind>("agreement_as"));
        if agreement.is_broken() || measure.is_broken() {
            judged = None;
            continue;
        }
        let Some(agreement) = agreement.given() else { continue };
        let measure = measure.given();
        let by_chance_too = measure.filter(|it| matches!(it.value, AgreementKind::Percent | AgreementKind::F1));
        let minimum = found.option(if by_chance_too.is_some() { "minimum_percent" } else { "minimum" });
        if agreement.value.value >= minimum {
            continue;
        }
        let (name, written) = (data.name(), agreement.span.of(spec.text()));
        // `61%` is held against `80%`, 0.61 against 0.8.
        let minimum = agreement.value.with(minimum);
        let settle = match labeling.text("guide").given() {
            Some(guide) => {
                let guide = guide.value.trim();
                say!(lang, "in `{guide}`", "到 `{guide}` 里")
            }
            None => say!(lang, "in a guide", "到标注规范里"),
        };
        let report = found
            .wrong(
                agreement.span,
                say!(
                    lang,
                    "people who labelled `{name}` reach an agreement of only {written}",
                    "`{name}` 的标注一致性只有 {written}"
                ),
            )
            .label(say!(lang, "below {minimum}", "低于 {minimum}"))
            .help(say!(
                lang,
                "talk through 50 examples on which they differ, settle each kind {settle}, and label anew",
                "逐条讨论 50 条有分歧的样本，把判法写{settle}，然后重新标注"
            ));
        if let Some(measure) = by_chance_too {
            let measured = measure.value.word().name;
            report.also(
                measure.span,
                say!(lang, "{measured}: agreement by chance counts", "{measured}：碰巧一致也算在内"),
            );
        }
    }
    judged
}
