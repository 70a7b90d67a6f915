//! Words that the language does not have: blocks, attributes and the words behind them.

use crate::diagnostic::Level;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, WhileYoung};
use crate::spec::Spec;

/// `unknown-word`
pub static RULE: Rule = Rule {
    code: "FT002",
    name: "unknown-word",
    level: Level::Deny,
    route: None,
    sources: &[],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A block, an attribute or a word of a closed vocabulary is not one that the language knows.",
            why: "The vocabularies are closed so that two plans mean the same by the same word and a slip of the pen \
              cannot turn a check off. Where the word is near a known one, or is an everyday or Chinese word for it, \
              the known one is offered.",
            instead: "Take the word that is offered, or choose one from the list in the message; `ftspec explain` tells \
                  what each of them means.",
            accept_when: "",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
goal {
  kind:   tone
  cause:  behavior
  today:  "Every third note is a list of ticket titles; editors rewrite 40% of them."
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

fn run(_: &Spec, _: &mut Findings) -> Judged {
    JUDGED
}
