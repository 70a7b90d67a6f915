//! Settings turned while the data leans.

use super::knobs::Knobs;
use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};

/// `knob-for-data`
pub static RULE: Rule = Rule {
    code: "FT604",
    name: "knob-for-data",
    level: Level::Warn,
    route: Some(Route::FixData),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A later round changed settings alone, while a finding about the training data is open.",
            why: "Settings decide how closely a model follows its data, how far it moves and how fast. They do not \
                  decide what the data says. Where labels follow two standards, one pattern outweighs the rest or \
                  cases near a limit are missing, a better setting makes the model learn just that, faster and more \
                  firmly, and so the risk grows as the loss falls. The round then seems to have brought something, \
                  and what it brought is the same fault in another form.",
            instead: "Mend the data that the other findings name, and make that the next round, with the settings as \
                      they were. Then the difference tells what the data did.",
            accept_when: "The round was run to find out how much a setting matters at all, before the data was \
                          mended, and the plan says so.",
        },
        zh: Page {
            summary: "训练数据还有问题没解决，后续的轮次却只调了参数。",
            why: "参数决定的是模型对数据拟合得多紧、行为变化多大、偏好固化多快，决定不了数据说的是什么。标注标准不一致、一种模式\
                  压倒其余、边界样本缺失的时候，参数调得越好，模型学这些偏差就越快、越坚定，loss 在降，风险在涨。这一轮看上去有\
                  收获，其实只是“换一种不对”。",
            instead: "先把其他诊断指出的数据问题改掉，参数保持不变，作为下一轮。这样前后的差别才说得清是数据带来的。",
            accept_when: "这一轮就是为了在改数据之前，先弄清某个参数到底有多大影响，而且计划里写明了。",
        },
        bad: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  boundary:        10%
  covers:          [length, style, topic]
  largest_pattern: 55%
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }

method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [1, 2, 3]
  parameters { learning_rate: 1e-4 }
}

round r1 {
  purpose: "notes open with ticket titles: teach one sentence on what changes"
  readings { house_style: 74%, facts: 98% }
}

round r2 {
  purpose: "large releases still open with ticket titles"
  changes: [learning_rate]
  readings { house_style: 82%, facts: 99.5% }
}
"#,
        good: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 4_800
  quality:  reviewed
  labeling { guide: "docs/style.md" }
  boundary:        12%
  covers:          [length, style, topic]
  largest_pattern: 30%
}

data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }

method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [1, 2, 3]
  parameters { learning_rate: 1e-4 }
}

round r1 {
  purpose: "notes open with ticket titles: teach one sentence on what changes"
  readings { house_style: 74%, facts: 98% }
}

round r2 {
  purpose: "large releases still open with ticket titles"
  changes: [notes]
  readings { house_style: 82%, facts: 99.5% }
}
"#,
    },
    options: &[],
    along_with: &["dominant-pattern"],
    run,
};

/// The rules that find fault with what the training data says, by their codes.
fn is_about_data(code: &str) -> bool {
    ("FT304"..="FT311").contains(&code)
}

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    spec.rounds().nth(1)?;
    let mut faults: Vec<&str> = Vec::new();
    for rule in found.open().iter().filter(|rule| is_about_data(rule.code)) {
        if !faults.contains(&rule.name) {
            faults.push(rule.name);
        }
    }
    let lang = found.lang();
    let knobs = Knobs::of(spec);
    let open = lang.listed(faults.iter().copied());
    let mut judged = JUDGED;
    for round in spec.rounds().skip(1) {
        let changes = match knobs.alone(round) {
            Field::Given(changes) if !faults.is_empty() => changes,
            Field::Broken => {
                judged = None;
                continue;
            }
            _ => continue,
        };
        let Some(place) = round.node().value_span("changes") else { continue };
        let (name, turned) = (round.name(), lang.listed(changes.iter().map(|change| change.value)));
        found
            .wrong(
                place,
                say!(
                    lang,
                    "round `{name}` turned {turned} while the data is at fault",
                    "数据有问题，`{name}` 这一轮却只调了 {turned}"
                ),
            )
            .label(say!(lang, "settings alone", "只动了参数"))
            .help(say!(
                lang,
                "mend the data first ({open}); settings only make the model learn its faults faster",
                "先改数据（{open}）：参数只能让模型更快、更坚定地学会数据里的偏差"
            ));
    }
    judged
}
