//! Behaviours that say what to do and never where to stop.

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::{BEHAVIOR, Enumerated, Tier};

/// `no-boundary`
pub static RULE: Rule = Rule {
    code: "FT106",
    name: "no-boundary",
    level: Level::Warn,
    route: Some(Route::Sharpen),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A wrong answer costs something here, and no behaviour says what an output must never contain.",
            why: "The usual picture late in a project is a model that does well on ordinary questions and is dangerous at \
              the edges, and a smaller learning rate only makes the danger sound milder. Nobody had shown it where to \
              stop. What many teams lack is not the ability to answer but the ability not to: answers come too often \
              and too sure. No setting teaches that. A limit that is written down can be put into examples, measured \
              by a metric and enforced by code; one that is not written can be none of these.",
            instead: "Take the worst output you can imagine and write the line that it crosses as `never`. Then give it \
                  examples close to the line, and a guard that counts crossings.",
            accept_when: "The output space is closed, such as one of six labels, so that there is no line to cross.",
        },
        zh: Page {
            summary: "答错是有代价的，却没有一个行为写明输出里绝不能出现什么。",
            why: "项目后期常见的样子是：常见问题答得很好，边界问题非常危险；把 learning rate 调小，只是让危险变得更\
                  “温和”。真正的原因是没有人教过模型怎么在边界停下来。很多项目缺的不是回答能力，而是拒绝能力：不\
                  该答的时候，答得太多、太确定。这不是参数能教会的。写下来的界线才能做进样例，才能用指标去量，才能\
                  让代码去守；没有写下来的，一样都做不到。",
            instead: "想一个你能想到的最坏的输出，把它越过的那条线写成 `never`。再准备一批贴着这条线的样例，加一个\
                      统计越线次数的护栏。",
            accept_when: "输出空间是封闭的，例如六个标签选一个，本来就没有线可越。",
        },
        bad: r#"
behavior one_sentence {
  when: "a release has more than one ticket"
  must: "name the one change that readers notice first"
  example { input: "FT-12 fix login, FT-13 faster search", output: "Search answers twice as fast." }
}

eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, covers: [one_sentence] }
  metric facts { measures: safety, method: exact_match, covers: [one_sentence] }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}

risk {
  tier:       medium
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "customers plan around a feature that does not exist"
  if_frozen:  "product names change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
}
"#,
        good: r#"
behavior one_sentence {
  when:  "a release has more than one ticket"
  must:  "name the one change that readers notice first"
  never: "announce a feature that no ticket names"
  example { input: "FT-12 fix login, FT-13 faster search", output: "Search answers twice as fast." }
}

eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, covers: [one_sentence] }
  metric facts { measures: safety, method: exact_match, covers: [one_sentence] }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}

risk {
  tier:       medium
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "customers plan around a feature that does not exist"
  if_frozen:  "product names change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let tier = spec.risk()?.tier().given()?;
    let first = spec.behaviors().next()?;
    if !spec.behaviors().any(|behavior| behavior.says_what()) || !spec.knows_all(&BEHAVIOR) {
        return None; // no-target-behavior speaks, or something broken may be the behaviour with the limit
    }
    let lang = found.lang();
    if tier.value >= Tier::Medium && !spec.behaviors().any(|behavior| behavior.has_never()) {
        let word = tier.value.word().name;
        let report = found
            .unsaid(
                first.place(),
                say!(
                    lang,
                    "no behaviour says what an output must never contain",
                    "没有一个行为写明输出里绝不能出现什么"
                ),
            )
            .label(say!(lang, "no `never` here, nor in any other behavior", "这里和其他行为里都没有 `never`"))
            .also(tier.span, say!(lang, "risk tier {word}", "风险等级 {word}"))
            .help(say!(
                lang,
                "write down the line that no output may cross, however the input is put",
                "写下无论输入怎么问、输出都不能越过的那条线"
            ))
            .fix(
                say!(lang, "add a limit", "写上边界"),
                Applicability::Template,
                vec![first.node().insertion("never: \"…\"")],
            );
        if let Some(worst) = spec.risk()?.node().text("worst_case").given() {
            report.also(
                worst.span,
                say!(lang, "the line that this crosses is the one to write", "这件事越过的那条线，就是要写下来的"),
            );
        }
    }
    JUDGED
}
