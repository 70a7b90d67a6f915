//! Blocks and parentheses that are nested too deep.

use crate::diagnostic::Level;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, WhileYoung};
use crate::spec::Spec;

/// `too-deep`
pub static RULE: Rule = Rule {
    code: "FT012",
    name: "too-deep",
    level: Level::Deny,
    route: None,
    sources: &[],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Blocks or parentheses are nested more than 64 deep.",
            why: "A spec is a page for people. Its deepest block is the third level, and a condition that needs more \
              than a pair or two of parentheses is better told as two arms. The bound also keeps a broken or hostile \
              file from costing more than one message.",
            instead: "Take superfluous parentheses out, or write one arm for each case: arms are read from top to \
                  bottom.",
            accept_when: "",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
  when (((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((rounds >= 5))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))) then drop
}
"#,
        good: r#"
stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
  when rounds >= 5                               then drop
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

/// Found while the tokens are read.
fn run(_: &Spec, _: &mut Findings) -> Judged {
    JUDGED
}
