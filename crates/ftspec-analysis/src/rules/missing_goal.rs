//! A plan that does not say what should change.

use crate::diagnostic::{Applicability, Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::GOAL;

/// `missing-goal`
pub static RULE: Rule = Rule {
    code: "FT102",
    name: "missing-goal",
    level: Level::Deny,
    route: Some(Route::Sharpen),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Foundation,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The plan has no goal, or a goal that does not say what should be observed instead of today's output.",
            why: "There is one question to answer before any training: which kind of behaviour is this supposed to \
              change? A team that cannot answer it clearly is not ready to tune. It does not yet know its problem, \
              what to expect of the model, or how it would recognise success, and training only makes that confusion \
              bigger. Taking the problem apart until one point is left does more than another run would.",
            instead: "Put ten of today's outputs beside what you would have liked to see, and write down the difference \
                  in one sentence that a stranger could check on an eleventh.",
            accept_when: "Hardly ever. Without a goal nothing else in the plan can be judged.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
// without: goal
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

const HELP: &str = "say what a stranger could see in one output, for example\n  \
                    target: \"Every reply ends with exactly one next step.\"";

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    if spec.lacks(&GOAL) {
        let block = "goal {\n  kind:   style\n  cause:  behavior\n  today:  \"… of 100 outputs …\"\n  target: \"…\"\n}";
        found
            .unsaid(spec.header(), "nothing says which behaviour should change")
            .label("no goal in this plan")
            .help(HELP)
            .fix("add a goal", Applicability::Template, vec![spec.file().insertion(block)]);
        return JUDGED;
    }
    let goal = spec.goal()?;
    if goal.target().is_missing() {
        found
            .unsaid(spec.header(), "the goal does not say what should be observed instead")
            .label("no target in this plan")
            .also(goal.keyword(), "`target` is missing")
            .help(HELP)
            .fix("add a target", Applicability::Template, vec![goal.node().insertion("target: \"…\"")]);
    }
    JUDGED
}
