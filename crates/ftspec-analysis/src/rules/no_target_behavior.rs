//! A goal without a behaviour: nothing says what an output must be, or must never be.

use crate::diagnostic::{Applicability, Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::BEHAVIOR;

/// `no-target-behavior`
pub static RULE: Rule = Rule {
    code: "FT105",
    name: "no-target-behavior",
    level: Level::Deny,
    route: Some(Route::Sharpen),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Foundation,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "No behaviour is described, or one that says neither what must be done nor what must never be done.",
            why: "Tuning changes how a model that can already speak and understand expresses itself: its habits, its \
              preferences, its limits. So the thing to write down is a habit, one that can be seen in an output. A goal \
              is the direction; a behaviour is what annotators label, what examples show and what metrics measure. \
              Where it is not written, everyone fills the gap with a taste of their own, and the model learns the \
              average.",
            instead: "Write one behaviour for each habit that should change: when it applies, what the output must do then, \
                  and what it must never do.",
            accept_when: "The whole behaviour is a fixed target that already stands elsewhere, such as copying a larger \
                      model for its price, and the goal names it.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
behavior one_sentence {
  when: "a release has more than one ticket"
  example { input: "FT-12 fix login, FT-13 faster search", output: "Search answers twice as fast." }
}
"#,
        good: r#"
behavior one_sentence {
  when: "a release has more than one ticket"
  must: "name the one change that readers notice first"
  example { input: "FT-12 fix login, FT-13 faster search", output: "Search answers twice as fast." }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    const HELP: &str = "say what can be seen in an output, for example\n  \
                        must:  \"open with the order state, then give exactly one next step\"\n  \
                        never: \"promise an amount or a date\"";
    if spec.lacks(&BEHAVIOR) {
        let block = "behavior NAME {\n  when:  \"…\"\n  must:  \"…\"\n  never: \"…\"\n  \
                     example { input: \"…\", output: \"…\" }\n}";
        found
            .unsaid(spec.header(), "no behaviour says what the model must do")
            .label("no behavior in this plan")
            .help(HELP)
            .fix("describe a behaviour", Applicability::Template, vec![spec.file().insertion(block)]);
        return JUDGED;
    }
    spec.behaviors().next()?;
    for behavior in spec.behaviors().filter(|behavior| !behavior.says_what()) {
        let message = match behavior.name() {
            "" => "a behaviour says neither what must be done nor what must never be".to_string(),
            name => format!("`{name}` says neither what must be done nor what must never be"),
        };
        found.unsaid(behavior.place(), message).label("neither `must` nor `never`").help(HELP).fix(
            "say what must be done",
            Applicability::Template,
            vec![behavior.node().insertion("must: \"…\"")],
        );
    }
    JUDGED
}
