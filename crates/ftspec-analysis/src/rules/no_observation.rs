//! A goal that does not say what is wrong today.

use super::phrases;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};
use crate::words::says_too_little;

/// `no-observation`
pub static RULE: Rule = Rule {
    code: "FT120",
    name: "no-observation",
    level: Level::Deny,
    route: Some(Route::Sharpen),
    sources: &[Source::WhenNotToTune, Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The goal does not say what is observed today, or says it in less than two words.",
            why: "Early in a project a team tunes because it has seen something: the model is too bold, too wordy, \
              declines too often. Later it tunes because tuning is what it does, and the reason has become a feeling \
              that something is not right yet; the chance of success falls steeply there. What is observed today is \
              also half of every later comparison. Many a project trains for weeks and cannot say afterwards what got \
              better, since nobody had written down what was wrong.",
            instead: "Read fifty of today's outputs and count. Write down what is wrong, how often, and who has to \
                      mend it.",
            accept_when: "Nothing runs today and no prototype can be built, so that there is nothing to observe.",
        },
        zh: Page {
            summary: "目标没有写明今天看到的是什么，或者写得不到两个词、三个字。",
            why: "项目早期调模型，是因为看到了具体的事：太激进、太啰嗦、拒答太多。到了后期，理由变成了“感觉还有点\
                  不对”“再调调看”，这时已经从问题驱动调参变成了习惯性调参，成功的概率急剧下降。今天看到的现象，\
                  也是以后每一次比较的另一半。很多项目训了几个星期，事后说不上来哪里变好了，就是因为当初没有人写下\
                  哪里不好。",
            instead: "读五十个今天的输出，数一数。写下错在哪里、多久出现一次、谁要来返工。",
            accept_when: "今天什么都没有上线，也做不出原型，没有东西可以观察。",
        },
        bad: r#"
goal {
  kind:   style
  cause:  behavior
  target: "Every note says in one calm sentence what changes for the reader."
}
"#,
        good: r#"
goal {
  kind:   style
  cause:  behavior
  today:  "Every third note is a list of ticket titles; editors rewrite 40% of them."
  target: "Every note says in one calm sentence what changes for the reader."
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let lang = found.lang();
    let help = say!(
        lang,
        "say what is seen and how often, for example\n  \
         today: \"Agents rewrite 31% of the replies before sending.\"",
        "写明看到了什么、多久一次，例如\n  today: \"31% 的回复要客服改过才能发出去。\""
    );
    let goal = spec.goal()?;
    if goal.node().is_empty() {
        return None; // missing-goal speaks
    }
    match goal.today() {
        Field::Broken => return None,
        Field::Missing => {
            let item = "today: \"… of 100 outputs …\"";
            found
                .unsaid(
                    goal.keyword(),
                    say!(lang, "the goal does not say what is observed today", "目标没有写明今天看到的是什么"),
                )
                .label(say!(lang, "`today` is missing", "缺少 `today`"))
                .help(help)
                .fix(
                    say!(lang, "say what is observed", "写明看到了什么"),
                    Applicability::Template,
                    vec![goal.node().insertion(item)],
                );
        }
        Field::Given(today) if says_too_little(&today.value) => {
            let written = phrases::in_message(&today.value);
            found
                .wrong(
                    goal.keyword(),
                    say!(
                        lang,
                        "\"{written}\" is too little to observe anything by",
                        "`today` 只写了“{written}”，看不出现状是什么"
                    ),
                )
                .label(say!(lang, "this goal hardly says what is wrong", "这个目标几乎没有说哪里不对"))
                .also(today.span, say!(lang, "too short to compare anything with", "太短了，以后没法拿来比较"))
                .help(help);
        }
        Field::Given(_) => {}
    }
    JUDGED
}
