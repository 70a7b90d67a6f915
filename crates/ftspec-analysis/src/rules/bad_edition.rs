//! (to be written)

use crate::diagnostic::Level;
use crate::rule::{Docs, Findings, JUDGED, Judged, Rule, Softened, WhileYoung};
use crate::spec::Spec;

/// (to be written)
pub static RULE: Rule = Rule {
    code: "FT008",
    name: "bad-edition",
    level: Level::Deny,
    route: None,
    sources: &[],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs { summary: "", why: "", bad: "", good: "", instead: "", accept_when: "" },
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
