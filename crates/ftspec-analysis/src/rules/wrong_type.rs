//! (to be written)

use crate::diagnostic::{Level};
use crate::rule::{Docs, Findings, Judged, Rule, Softened, WhileYoung};
use crate::rules::figures;
use crate::spec::Spec;

/// (to be written)
pub static RULE: Rule = Rule {
    code: "FT003",
    name: "wrong-type",
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

/// What a value may be by itself is checked while the spec is built; here, what it may be beside the others.
fn run(spec: &Spec, found: &mut Findings) -> Judged {
    figures::check(spec, found)
}
