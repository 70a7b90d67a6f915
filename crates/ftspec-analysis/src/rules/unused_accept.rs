//! Accepted findings that are not there.

use crate::diagnostic::Level;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, WhileYoung};
use crate::spec::Spec;

/// `unused-accept`
pub static RULE: Rule = Rule {
    code: "FT009",
    name: "unused-accept",
    level: Level::Warn,
    route: None,
    sources: &[],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "An `accept` names a rule that was judged and found nothing.",
            why: "An accepted risk is a promise to look again. When the risk has gone, the promise only hides the day it \
              comes back: the finding would be silenced by a reason that was given for something else. Nothing is \
              said where the rule had nothing to judge.",
            instead: "Take the `accept` block out.",
            accept_when: "",
        },
        zh: Page {
            summary: "`accept` 豁免的规则检查过了，并没有发现问题。",
            why: "接受一个风险，等于承诺以后再回来看它。风险已经消失，承诺还留着，只会掩盖它重新出现的那一天：到时\
                  候，新的问题会被一个为别的事情写的理由压下去。规则没有可检查的内容时，这里不作声。",
            instead: "删掉这个 `accept` 块。",
            accept_when: "",
        },
        bad: r#"
behavior one_sentence {
  when:  "a release has more than one ticket"
  must:  "name the one change that readers notice first"
  never: "list ticket numbers"
  example { input: "FT-12 fix login, FT-13 faster search", output: "Search answers twice as fast." }
}

accept behavior-without-example {
  because: "the style guide shows twenty of them"
  by:      "docs"
}
"#,
        good: r#"
behavior one_sentence {
  when:  "a release has more than one ticket"
  must:  "name the one change that readers notice first"
  never: "list ticket numbers"
  example { input: "FT-12 fix login, FT-13 faster search", output: "Search answers twice as fast." }
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
