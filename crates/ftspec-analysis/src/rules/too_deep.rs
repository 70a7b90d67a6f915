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
        zh: Page {
            summary: "块或圆括号嵌套超过了 64 层。",
            why: "计划是写给人看的一页纸，最深的块也只在第三层；一个条件要用到两三对以上的圆括号，不如拆成两个分支。\
                  有了上限，一个写坏的或恶意的文件，最多也只换来一条消息。",
            instead: "去掉多余的圆括号，或者每种情况写一个分支：分支从上到下依次判断。",
            accept_when: "",
        },
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
