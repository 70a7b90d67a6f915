//! Blocks and attributes that stand in the wrong place.

use crate::diagnostic::Level;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, WhileYoung};
use crate::spec::Spec;

/// `misplaced`
pub static RULE: Rule = Rule {
    code: "FT007",
    name: "misplaced",
    level: Level::Deny,
    route: None,
    sources: &[],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A block, attribute, statement or label stands where it does not belong.",
            why: "Each block answers one question, and a line in another block answers a question that was not asked \
              there: it would be read by people and overlooked by every check. The message names the block that the \
              line belongs to.",
            instead: "Move the line to the block that the message names.",
            accept_when: "",
        },
        zh: Page {
            summary: "块、属性、语句或名字写错了地方。",
            why: "每个块回答一个问题。写到别的块里，就成了答非所问：人会读到它，所有检查却都会漏掉它。消息会指出这\
                  一行该写在哪个块里。",
            instead: "把这一行移到消息指出的块里。",
            accept_when: "",
        },
        bad: r#"
method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [1, 2, 3]
  latency:    800ms
}
"#,
        good: r#"
method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [1, 2, 3]
}

task {
  type:    generation
  input:   "merged tickets of one release"
  output:  "one release note of at most 60 words"
  latency: 800ms
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
