//! An edition of the language that is not known.

use crate::diagnostic::Level;
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, WhileYoung};
use crate::spec::Spec;

/// `bad-edition`
pub static RULE: Rule = Rule {
    code: "FT008",
    name: "bad-edition",
    level: Level::Deny,
    route: None,
    sources: &[],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The spec asks for an edition of the language that this ftspec does not know.",
            why: "An edition fixes what the words mean, so that a plan which was approved once is judged by the same \
              rules later. A newer edition may mean something else by the same words, and reading it by the old \
              meaning would be worse than not reading it.",
            instead: "Write an edition that is known, or install an ftspec that knows the newer one.",
            accept_when: "",
        },
        zh: Page {
            summary: "计划用的语言版本，这个 ftspec 不认识。",
            why: "语言版本固定了每个词的含义，这样一份批准过的计划，以后仍按同样的规则来评判。同样的词在新版本里可\
                  能另有所指，按旧的含义去读，还不如不读。",
            instead: "写一个认识的版本，或者安装支持新版本的 ftspec。",
            accept_when: "",
        },
        bad: r#"
edition: 2
"#,
        good: r#"
edition: 1
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    const KNOWN: u64 = 1;
    let edition = spec.file().count("edition").given()?;
    if edition.value != KNOWN {
        let (lang, asked) = (found.lang(), edition.value);
        found
            .wrong(edition.span, say!(lang, "edition {asked} is not known", "不认识版本 {asked}"))
            .label(say!(lang, "this ftspec knows edition {KNOWN}", "这个 ftspec 只认识版本 {KNOWN}"))
            .help(say!(
                lang,
                "write `edition: {KNOWN}`, or install a newer ftspec",
                "写 `edition: {KNOWN}`，或者安装更新的 ftspec"
            ));
    }
    JUDGED
}
