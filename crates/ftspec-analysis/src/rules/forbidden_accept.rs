//! Findings that nobody may accept.

use crate::diagnostic::Level;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, WhileYoung};
use crate::spec::Spec;

/// `forbidden-accept`
pub static RULE: Rule = Rule {
    code: "FT011",
    name: "forbidden-accept",
    level: Level::Deny,
    route: None,
    sources: &[],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "An `accept` names a rule that cannot be accepted: one of the language itself, or one that the \
                  configuration forbids.",
            why: "What is written wrongly is read wrongly by everyone after you; there is no reason for which that would \
              be right. Beyond that, an organisation can set rules to `forbid` in `ftspec.toml` where the risk is \
              not for one project to take.",
            instead: "Mend what the rule points at and take the `accept` block out. Where the configuration forbids it, \
                  talk to those who keep the configuration.",
            accept_when: "",
        },
        zh: Page {
            summary: "`accept` 指向了不允许豁免的规则：要么是语法规则，要么是配置禁止豁免的规则。",
            why: "写错的东西，之后每个人都会读错，没有任何理由能让它变成对的。除此之外，有些风险不该由单个项目来承\
                  担，组织可以在 `ftspec.toml` 里把相应的规则设为 `forbid`。",
            instead: "改好规则指出的地方，并删掉这个 `accept` 块。如果是配置禁止的，就找维护配置的人商量。",
            accept_when: "",
        },
        bad: r#"
accept missing-field {
  because: "the owner changes every quarter"
  by:      "docs"
}
"#,
        good: r#"
owner: "docs@example.com"
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(_: &Spec, _: &mut Findings) -> Judged {
    JUDGED
}
