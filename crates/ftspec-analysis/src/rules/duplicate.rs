//! Things that are said twice.

use crate::diagnostic::Level;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, WhileYoung};
use crate::spec::Spec;

/// `duplicate`
pub static RULE: Rule = Rule {
    code: "FT005",
    name: "duplicate",
    level: Level::Deny,
    route: None,
    sources: &[],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A label, an attribute or a block that may stand once stands twice.",
            why: "Of two statements about one thing a reader believes the first or the last, and two readers will not \
              choose alike. The checker believes the first and asks for a decision instead of making one in silence.",
            instead: "Keep the one that is meant. Two blocks of one kind are put together; two things with one name get \
                  two names.",
            accept_when: "",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  tuning:     full
  seeds:      [1, 2, 3]
}
"#,
        good: r#"
method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [1, 2, 3]
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
