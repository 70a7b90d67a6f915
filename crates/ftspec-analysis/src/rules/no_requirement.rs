//! (to be written)

use crate::diagnostic::Level;
use crate::rule::{Docs, Findings, JUDGED, Judged, Rule, Softened, WhileYoung};
use crate::spec::Spec;

/// (to be written)
pub static RULE: Rule = Rule {
    code: "FT403",
    name: "no-requirement",
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

fn run(_: &Spec, _: &mut Findings) -> Judged {
    JUDGED
}
