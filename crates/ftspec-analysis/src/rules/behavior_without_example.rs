//! A behaviour that is told and not shown.

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::EXAMPLE;

/// `behavior-without-example`
pub static RULE: Rule = Rule {
    code: "FT119",
    name: "behavior-without-example",
    level: Level::Note,
    route: Some(Route::Sharpen),
    sources: &[Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A behaviour has no example of an input and the output that is wanted for it.",
            why: "Training data says one thing only: given this input, produce that output. A behaviour that nobody can \
              put into that form is not clear enough to be taught. One worked example in the plan settles more \
              arguments among annotators than a page of adjectives, and it shows a reviewer at a glance whether the \
              words above it mean what they seem to mean.",
            instead: "Add an `example` with a real input and the output you want; `not_this` can hold what comes \
                      out today.",
            accept_when: "The examples stand in a style guide that annotators and reviewers use every day.",
        },
        zh: Page {
            summary: "有一个行为没有给出例子：什么样的输入，要什么样的输出。",
            why: "训练数据只说一件事：给你这种输入，你必须给我这种输出。一个行为如果谁也写不成这种形式，就还没有清\
                  楚到可以教的程度。计划里一个做好的例子，比一页形容词更能平息标注员之间的争论，评审的人也能一眼看\
                  出上面那些话是不是那个意思。",
            instead: "加一个 `example`，写一个真实的输入和你想要的输出；今天的输出可以写进 `not_this`。",
            accept_when: "例子已经写在标注员和评审天天用的风格指南里。",
        },
        bad: r#"
behavior one_sentence {
  when:  "a release has more than one ticket"
  must:  "name the one change that readers notice first"
  never: "list ticket numbers"
}
"#,
        good: r#"
behavior one_sentence {
  when:  "a release has more than one ticket"
  must:  "name the one change that readers notice first"
  never: "list ticket numbers"
  example { input: "FT-12 fix login, FT-13 faster search", output: "Search answers twice as fast." }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    spec.behaviors().next()?;
    let lang = found.lang();
    // A behaviour that says nothing is no-target-behavior's.
    for behavior in spec.behaviors().filter(|behavior| behavior.says_what() && behavior.node().lacks(&EXAMPLE)) {
        let message = match behavior.name() {
            "" => say!(lang, "a behaviour is told and not shown", "有一个行为只有说明，没有例子"),
            name => say!(lang, "`{name}` is told and not shown", "`{name}` 只有说明，没有例子"),
        };
        let item = "example { input: \"…\", output: \"…\" }";
        found
            .unsaid(behavior.place(), message)
            .label(say!(lang, "no `example`", "没有 `example`"))
            .help(say!(
                lang,
                "add one real input and the output that you want for it",
                "加一个真实的输入，和你想要的输出"
            ))
            .fix(
                say!(lang, "add an example", "加一个例子"),
                Applicability::Template,
                vec![behavior.node().insertion(item)],
            );
    }
    JUDGED
}
