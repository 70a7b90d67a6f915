//! The trouble lies in two places outside the parameters, and rounds are run all the same.

use ftspec_schema::ROUND;

use crate::diagnostic::{Level, Route};
use crate::lang::{Lang, say};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::self_check::{Answer, ENOUGH, self_check};
use crate::spec::Spec;

/// `turning-knobs-on-a-system-problem`
pub static RULE: Rule = Rule {
    code: "FT713",
    name: "turning-knobs-on-a-system-problem",
    level: Level::Warn,
    route: Some(Route::StopTuning),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Rounds are being run while the open findings answer two or more of the five questions before \
                      another round with yes.",
            why: "Parameters change how a model changes; they do not change what kind of problem there is. Before one \
                  more round, ask five things. Could better data solve it? Does the evaluation mislead us? Does it \
                  need a constraint outside the model? Is the retrieved evidence badly structured? Can nobody explain \
                  any more what a change does? One yes is everyday life. With two, another round is most likely the \
                  wrong move: it uses the uncertainty of a model to cover up how the system around it is built.",
            instead: "Leave the parameters and mend what the findings name, first the data and the evaluation, since \
                      without them nothing else can be judged. Then ask again.",
            accept_when: "The findings are known, their mending is under way, and the rounds serve only to keep a model \
                          running until then.",
        },
        zh: Page {
            summary: "轮次还在跑，而未解决的问题已经让“再调一轮之前的五个自检问题”中至少两个的答案为“是”。",
            why: "参数只能改变“模型如何变化”，不能改变“问题的性质”。再调一轮之前，先问五个问题：能不能靠补数据解决？是不是\
                  评估方式误导了我们？是不是该在系统层面加约束？是不是 RAG 的证据结构有问题？是不是已经进入不可解释的区间？\
                  一个“是”很平常；有两个“是”，继续调参数大概率是错误动作——那是在用模型的不确定性，去掩盖系统设计的问题。",
            instead: "先放下参数，把下面列出的问题修掉。从数据和评测修起：这两样不对，别的都无从判断。修完再问一遍。",
            accept_when: "这些问题都清楚，也正在修，眼下的轮次只是为了在修好之前维持模型可用。",
        },
        bad: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings { house_style: 62%, facts: 97%, promise_rate: 4% }
  shortfall: "falls back to ticket titles on large releases"
}
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md", annotators: 2, agreement: 0.86 }
  boundary: 10%
  covers:   [length, style, topic]
}
data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out, covers: [one_sentence] }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  metric promise_rate { method: violation_rate, judge: human, on: held_out }
  require house_style >= 90%
  require promise_rate <= 1%
  watch facts
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
risk {
  tier:       medium
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "a note leaves out a breaking change"
  if_frozen:  "product names change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
}
stop {
  when all requirements hold then ship
  when rounds >= 5           then drop
}
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 84%, facts: 98%, promise_rate: 2% }
}
"#,
        good: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings { house_style: 62%, facts: 97%, promise_rate: 4% }
  shortfall: "falls back to ticket titles on large releases"
}
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md", annotators: 2, agreement: 0.86 }
  boundary: 10%
  covers:   [length, style, topic, malformed]
}
data held_out { role: test, path: "data/held_out.jsonl", examples: 800, quality: reviewed }
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out, covers: [one_sentence] }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  metric promise_rate { method: violation_rate, judge: human, on: held_out }
  require house_style >= 90%
  require promise_rate <= 1%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
risk {
  tier:       medium
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "a note leaves out a breaking change"
  if_frozen:  "product names change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
}
stop {
  when any guard fails       then freeze
  when all requirements hold then ship
  when rounds >= 5           then drop
}
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 84%, facts: 98%, promise_rate: 2% }
}
"#,
    },
    options: &[],
    along_with: &["no-adversarial-examples", "no-guard"],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    spec.rounds().next()?;
    if !spec.knows_all(&ROUND) {
        return None; // the last round may be the one that was not understood
    }
    let last = spec.rounds().last()?;
    let cause = spec.goal().and_then(|goal| goal.cause().given()).map(|cause| cause.value);
    let answers = self_check(&found.open(), cause);
    let yes: Vec<&Answer> = answers.iter().filter(|answer| answer.is_yes()).collect();
    if yes.len() < ENOUGH {
        return JUDGED;
    }
    let lang = found.lang();
    let count = yes.len();
    let words: Vec<&str> = yes.iter().map(|answer| answer.question.word(lang)).collect();
    let (comma, and) = lang.pick((", ", " and "), ("、", "和"));
    let words = match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{}{and}{last}", rest.join(comma)),
        _ => words.join(comma),
    };
    let questions: Vec<String> = yes.iter().map(|answer| line(answer, lang)).collect();
    let questions = questions.join("\n");
    found
        .wrong(
            last.place(),
            say!(
                lang,
                "before another round: {count} of 5 questions are answered with yes ({words})",
                "再调一轮之前：5 个自检问题中有 {count} 个的答案是“是”（{words}）"
            ),
        )
        .label(say!(lang, "another round will not solve this", "再来一轮解决不了这些"))
        .help(say!(
            lang,
            "leave the parameters and mend these first:\n{questions}",
            "先放下参数，把这些修好：\n{questions}"
        ));
    JUDGED
}

/// A question with the rules that answered it.
fn line(answer: &Answer, lang: Lang) -> String {
    let text = answer.question.text(lang);
    let rules: Vec<&str> = answer.because.iter().map(|rule| rule.name).collect();
    let rules = rules.join(lang.pick(", ", "、"));
    say!(lang, "  {text} yes: {rules}", "  {text}是：{rules}")
}
