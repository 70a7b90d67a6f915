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
        zh: Page {
            summary: "写了语言里没有的块名、属性名，或者词表之外的词。",
            why: "词表是封闭的：两份计划用同一个词，说的就是同一件事；手一滑写错一个字母，也不会悄悄关掉一项检查。\
                  如果写的词和某个已有的词相近，或者是它的日常说法、中文说法，就会提示应该写哪个词。",
            instead: "采用提示的词，或者从消息列出的词里选一个；`ftspec explain` 会说明每个词的含义。",
            accept_when: "",
        },
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
