//! An edition of the language that is not known.

use crate::diagnostic::Level;
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
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
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
        found
            .wrong(edition.span, format!("edition {} is not known", edition.value))
            .label("this ftspec knows edition 1")
            .help("write `edition: 1`, or install a newer ftspec");
    }
    JUDGED
}
