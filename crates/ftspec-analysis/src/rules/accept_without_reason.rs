//! Accepted findings without a reason.

use crate::diagnostic::{Applicability, Level};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, WhileYoung};
use crate::spec::Spec;

/// `accept-without-reason`
pub static RULE: Rule = Rule {
    code: "FT014",
    name: "accept-without-reason",
    level: Level::Deny,
    route: None,
    sources: &[],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "An `accept` does not say why the team can live with the finding.",
            why: "The reason is what makes an accepted risk different from a check that was switched off. It lets the \
              next reader judge whether it still holds, and the plan prints it for those who approve. The finding \
              stays silent all the same: one mistake, one finding.",
            instead: "Write a fact that a stranger could check: \"the style guide shows twenty of them\". \"Not \
                  relevant\" is no reason.",
            accept_when: "",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
behavior one_sentence {
  when:  "a release has more than one ticket"
  must:  "name the one change that readers notice first"
  never: "list ticket numbers"
}

accept behavior-without-example {
  by:    "docs"
  until: 2036-03-31
}
"#,
        good: r#"
behavior one_sentence {
  when:  "a release has more than one ticket"
  must:  "name the one change that readers notice first"
  never: "list ticket numbers"
}

accept behavior-without-example {
  because: "the style guide shows twenty of them"
  by:      "docs"
  until:   2036-03-31
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    for accept in spec.accepts() {
        if accept.node().list("because").is_missing() {
            found
                .unsaid(accept.place(), format!("{} is accepted without a reason", accept.name()))
                .label("`because` is missing")
                .help("say why the team can live with it, so that the next reader can judge whether that still holds")
                .fix("add the reason", Applicability::Template, vec![accept.node().insertion("because: \"…\"")]);
        }
    }
    JUDGED
}
