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
        zh: Page {
            summary: "只能写一次的名字、属性或块写了两次。",
            why: "同一件事有两种说法，读的人有的信前一种，有的信后一种，结论就对不上。检查器按前一种来读，但请\
                  你来决定，而不是悄悄替你决定。",
            instead: "只留下你要的那一个。同一种块写了两个，就合成一个；两样东西重名，就各起各的名字。",
            accept_when: "",
        },
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
