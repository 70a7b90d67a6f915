//! Accepted findings without a reason.

use crate::diagnostic::{Applicability, Level};
use crate::lang::say;
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
        zh: Page {
            summary: "`accept` 没有说明为什么可以接受这个问题。",
            why: "有理由，才叫接受风险；没有理由，只是关掉了检查。有了理由，后来的人才能判断它是否还成立，计划文档\
                  也会把它列给审批的人看。原来的问题照样保持沉默：一处疏漏只报一次。",
            instead: "写一个外人也能核实的事实，例如“风格指南里有二十个例子”。“不相关”不算理由。",
            accept_when: "",
        },
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
    let lang = found.lang();
    for accept in spec.accepts() {
        if accept.node().list("because").is_missing() {
            let name = accept.name();
            found
                .unsaid(accept.place(), say!(lang, "{name} is accepted without a reason", "豁免 {name} 却没有写理由"))
                .label(lang.pick("`because` is missing", "缺少 `because`"))
                .help(lang.pick(
                    "say why the team can live with it, so that the next reader can judge whether that still holds",
                    "写明团队为什么可以接受它，后来的人才能判断理由是否还成立",
                ))
                .fix(
                    lang.pick("add the reason", "补上理由"),
                    Applicability::Template,
                    vec![accept.node().insertion("because: \"…\"")],
                );
        }
    }
    JUDGED
}
