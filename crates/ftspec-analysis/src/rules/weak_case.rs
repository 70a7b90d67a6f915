//! A plan whose own answers to the readiness self-test speak against training.

use std::rc::Rc;

use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::self_test::{Answer, Answered, Question, SelfTest};
use crate::spec::Spec;

/// So many of the five answers make a weak case.
const MOST_NOES: usize = 3;

/// `weak-case`
pub static RULE: Rule = Rule {
    code: "FT117",
    name: "weak-case",
    level: Level::Warn,
    route: Some(Route::Prompt),
    sources: &[Source::DoAndDont],
    while_young: WhileYoung::Later,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The plan answers three or more of the five self-test questions with no.",
            why: "Five questions tell quickly whether tuning is worth a closer look. Are there 5 000 or more good \
              examples? Are input and output clear? Does a prompt fail to produce the shape or the tone steadily? Does \
              the model have to run in your own house? Will its behaviour be updated again and again? Three times yes, \
              and tuning may be considered; three times no, and what it brings will hardly pay for data, training, \
              hosting and the slower changes afterwards. The question is not whether the model can be tuned, but \
              whether that is the best move now, beside a better prompt, retrieval or a tool. What the plan does not \
              say counts neither way.",
            instead: "Serve the best prompt and keep what users correct: after some months the examples are there, and so \
                  is the list of what the prompt cannot do. If an answer has changed, write it into the plan.",
            accept_when: "One yes outweighs the rest, such as a rule that the model must run in the house where no \
                      untuned one is good enough.",
        },
        zh: Page {
            summary: "五个自测问题里，计划有三个以上的回答是“否”。",
            why: "五个问题可以快速判断值不值得微调：有没有 5000 条以上高质量样例？输入输出是否清晰？提示词是不是难以稳定产出\
                  需要的格式或语气？是不是必须部署在本地或私有云？模型行为是不是要持续更新？三个以上回答“是”，可以考虑\
                  微调；三个以上回答“否”，收益多半抵不过数据、训练、部署和更新变慢的成本。该问的不是“能不能微调”，而是\
                  和更好的提示词、检索、工具相比，微调是不是当前最优的一步。计划里没有写明的，两边都不算。",
            instead: "先用最好的提示词上线，把用户改过的地方留下来：几个月后样例有了，提示词做不到的事也有了清单。哪个回答\
                      变了，就写进计划。",
            accept_when: "其中一个“是”压倒其他：例如规定必须私有部署，而没调过的模型又都不够好。",
        },
        bad: r#"
task {
  type:       generation
  input:      "merged tickets of one release"
  output:     "one release note of at most 60 words"
  deployment: api
  iterates:   false
}

baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings {
    house_style: 62%
    facts:       97%
  }
}
"#,
        good: r#"
task {
  type:       generation
  input:      "merged tickets of one release"
  output:     "one release note of at most 60 words"
  deployment: api
  iterates:   true
}

baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings {
    house_style: 62%
    facts:       97%
  }
  shortfall: "falls back to ticket titles on large releases"
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let goal = spec.goal()?;
    let derived = Rc::clone(&found.derived);
    let test = derived.self_test();
    let noes = test.count(Answer::No);
    if noes < MOST_NOES {
        return if SelfTest::could_read(spec) { JUDGED } else { None };
    }
    let lang = found.lang();
    let open: Vec<&str> = test.answered(Answer::Unsaid).map(|answered| answered.question.text(lang)).collect();
    let mut help = say!(
        lang,
        "serve the best prompt for now and keep what users correct; if an answer has changed, write it into the plan",
        "先用最好的提示词上线，把用户改过的地方留下来；哪个回答变了，就写进计划"
    );
    if !open.is_empty() {
        help.push_str(&say!(lang, "\nnot said yet, and counted neither way:", "\n还没有写明、不计入的："));
        for question in open {
            help.push_str("\n  ");
            help.push_str(question);
        }
    }
    let mut report = found
        .unsaid(
            goal.keyword(),
            say!(
                lang,
                "{noes} of the 5 answers of the self-test speak against tuning",
                "5 个自测问题里有 {noes} 个的回答是“否”，微调的理由不足"
            ),
        )
        .label(say!(lang, "a weak case for training", "微调的理由偏弱"))
        .help(help);
    for answered in test.answered(Answer::No) {
        if let Some(place) = answered.place {
            report = report.also(place, against(lang, answered));
        }
    }
    JUDGED
}

/// Why an answer speaks against training, for the place where it is given.
fn against(lang: crate::Lang, answered: &Answered) -> String {
    let value = answered.value.as_deref().unwrap_or_default();
    match answered.question {
        Question::Examples => {
            say!(lang, "no: {value} examples, fewer than 5 000", "否：{value} 条样例，不到 5000 条")
        }
        Question::Mapping => say!(lang, "no: input and output are not clear", "否：输入和输出不清楚"),
        Question::Shortfall => say!(lang, "no: no prompt is said to fall short", "否：没有写明提示词差在哪里"),
        Question::Deployment => say!(lang, "no: it is called over an interface", "否：通过 API 调用"),
        Question::Iterates => say!(lang, "no: it will not be updated again", "否：之后不再更新"),
    }
}
