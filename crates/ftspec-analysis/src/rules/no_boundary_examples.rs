//! Training data that shows how to answer, and never where to stop.

use super::training;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};
use ftspec_schema::{Enumerated, Tier};

/// `no-boundary-examples`
pub static RULE: Rule = Rule {
    code: "FT308",
    name: "no-boundary-examples",
    level: Level::Warn,
    route: Some(Route::FixData),
    sources: &[Source::WhatParametersSolve, Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::InResearch,
    docs: Docs {
        en: Page {
            summary: "No block of training data gives a share of examples near a limit; a failure from risk tier high \
                      on.",
            why: "A common course of things: the model does well on the usual questions and is dangerous on those \
                  near a limit, somebody lowers the learning rate to calm it down, and afterwards the usual questions \
                  are still fine and the others still dangerous, only in a milder voice. The settings were never the \
                  fault. The model was not given anything from which to learn how to stop at the edge. That such \
                  things can be taught where the data has them is published too: Zhang et al., 2024, R-Tuning, \
                  trained models to abstain by examples that do. What decides in earnest who must not be answered \
                  still belongs outside the model.",
            instead: "Collect pairs on both sides of each limit: the request that is just allowed, and the one beside \
                      it that is just not any more, each with the answer you want. Say how many: `boundary: 10%`.",
            accept_when: "The task has no limit that an input could come near, as in changing one file format into \
                          another.",
        },
        zh: Page {
            summary: "没有任何训练数据写明含有边界样本；风险等级为 high 及以上时检查不通过。",
            why: "一个非常典型的场面：常见问题答得很好，边界问题却很危险。有人说，把 learning rate 调小一点，稳一稳。结果常见\
                  问题依然很好，边界问题依然危险，只是危险的方式更“温和”了一点。这不是参数的问题，是你根本没给模型学“怎么在边界\
                  停下来”的数据。数据里有，就教得会：Zhang 等（2024，R-Tuning）就用会弃答的样本训练出了会弃答的模型。至于哪些\
                  请求绝对不能答，仍应由模型之外的系统来判断。",
            instead: "在每条边界的两侧成对收集样本：刚好允许的请求，和挨着它、刚好不允许的请求，各配上想要的回答。然后写明占比：\
                      `boundary: 10%`。",
            accept_when: "任务没有可以逼近的边界，比如把一种文件格式转换成另一种。",
        },
        bad: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  covers: [length, style, topic]
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
        good: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  covers:   [length, style, topic]
  boundary: 10%
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    training::all_known(spec)?;
    let first = spec.train().next()?;
    let mut none_of_them = Vec::new();
    for data in spec.train() {
        match data.node().quantity("boundary") {
            Field::Given(share) if share.value.value.is_zero() => none_of_them.push(share.span),
            Field::Given(_) => return JUDGED,
            Field::Broken => return None, // it may be what is missed
            Field::Missing => {}
        }
    }
    let lang = found.lang();
    let tier = spec.risk().and_then(|risk| risk.tier().given()).filter(|tier| tier.value >= Tier::High);
    let mut report = found
        .unsaid(first.place(), say!(lang, "no example shows the model where to stop", "没有样本教模型在边界停下来"))
        .label(say!(lang, "no `boundary` examples", "没有边界样本（`boundary`）"))
        .help(say!(
            lang,
            "add pairs from both sides of each limit, just allowed and just not any more, and say how many there are: \
             `boundary: 10%`",
            "在每条边界两侧成对补样本（刚好允许的、刚好不允许的），并写明占比：`boundary: 10%`"
        ));
    if let Some(tier) = tier {
        let name = tier.value.word().name;
        report = report.level(Level::Deny).also(tier.span, say!(lang, "risk tier {name}", "风险等级 {name}"));
    }
    for span in none_of_them.into_iter().take(training::SHOWN) {
        report = report.also(span, say!(lang, "none of them", "一条也没有"));
    }
    if first.node().list("boundary").is_missing() {
        let edit = first.node().insertion("boundary: 10%");
        report.fix(say!(lang, "say how many there are", "写明占多少"), Applicability::Template, vec![edit]);
    }
    JUDGED
}
