//! A goal that does not say what is wrong today.

use crate::diagnostic::{Applicability, Level, Route};
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
            instead: "Read fifty of today's outputs and count. Write down what is wrong, how often, and who has to mend it.",
            accept_when: "Nothing runs today and no prototype can be built, so that there is nothing to observe.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
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
    const HELP: &str = "say what is seen and how often, for example\n  \
                        today: \"Agents rewrite 31% of the replies before sending.\"";
    let goal = spec.goal()?;
    if goal.node().is_empty() {
        return None; // missing-goal speaks
    }
    match goal.today() {
        Field::Broken => return None,
        Field::Missing => {
            let item = "today: \"… of 100 outputs …\"";
            found
                .unsaid(goal.keyword(), "the goal does not say what is observed today")
                .label("`today` is missing")
                .help(HELP)
                .fix("say what is observed", Applicability::Template, vec![goal.node().insertion(item)]);
        }
        Field::Given(today) if says_too_little(&today.value) => {
            found
                .wrong(goal.keyword(), format!("\"{}\" is too little to observe anything by", today.value.trim()))
                .label("this goal hardly says what is wrong")
                .also(today.span, "too short to compare anything with")
                .help(HELP);
        }
        Field::Given(_) => {}
    }
    JUDGED
}
