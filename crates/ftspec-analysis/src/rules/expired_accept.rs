//! Accepted findings whose time is up.

use crate::diagnostic::Level;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, WhileYoung};
use crate::spec::Spec;

/// `expired-accept`
pub static RULE: Rule = Rule {
    code: "FT010",
    name: "expired-accept",
    level: Level::Deny,
    route: None,
    sources: &[],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "An `accept` counted until a day that has passed.",
            why: "A team that accepts a risk until a date has agreed to look again on that date. Until someone does, the \
              finding stays silent and this one stands in its place: one matter, one finding. The day in `until` is \
              the last one that counts.",
            instead: "Look at the risk again. Mend it and take the block out, or give a new date and a reason that still \
                  holds.",
            accept_when: "",
        },
        zh: Page {
            summary: "`accept` 的有效期已经过了。",
            why: "团队把一个风险接受到某一天，就是约好了那天再看一次。在有人去看之前，原来的问题继续沉默，由这一条\
                  代替它提醒：一件事只报一次。`until` 写的是最后一个有效日。",
            instead: "重新评估这个风险。要么改好它并删掉这个块，要么写上新的日期，以及仍然成立的理由。",
            accept_when: "",
        },
        bad: r#"
behavior one_sentence {
  when:  "a release has more than one ticket"
  must:  "name the one change that readers notice first"
  never: "list ticket numbers"
}

accept behavior-without-example {
  because: "the style guide shows twenty of them"
  by:      "docs"
  until:   2026-03-31
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

fn run(_: &Spec, _: &mut Findings) -> Judged {
    JUDGED
}
