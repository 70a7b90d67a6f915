//! A behaviour that is told and not shown.

use crate::diagnostic::{Applicability, Level, Route};
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
            instead: "Add an `example` with a real input and the output you want; `not_this` can hold what comes out today.",
            accept_when: "The examples stand in a style guide that annotators and reviewers use every day.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
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
    // A behaviour that says nothing is no-target-behavior's.
    for behavior in spec.behaviors().filter(|behavior| behavior.says_what() && behavior.node().lacks(&EXAMPLE)) {
        let message = match behavior.name() {
            "" => "a behaviour is told and not shown".to_string(),
            name => format!("`{name}` is told and not shown"),
        };
        let item = "example { input: \"…\", output: \"…\" }";
        found
            .unsaid(behavior.place(), message)
            .label("no `example`")
            .help("add one real input and the output that you want for it")
            .fix("add an example", Applicability::Template, vec![behavior.node().insertion(item)]);
    }
    JUDGED
}
