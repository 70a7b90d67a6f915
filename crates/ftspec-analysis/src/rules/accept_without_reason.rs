//! (to be written)

use crate::diagnostic::{Applicability, Level};
use crate::rule::{Docs, Findings, JUDGED, Judged, Rule, Softened, WhileYoung};
use crate::spec::Spec;

/// (to be written)
pub static RULE: Rule = Rule {
    code: "FT014",
    name: "accept-without-reason",
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
    for accept in spec.accepts() {
        if accept.node().list("because").is_missing() {
            found
                .unsaid(accept.place(), format!("{} is accepted without a reason", accept.name()))
                .label("`because` is missing")
                .help("say why the team can live with it, so that the next reader can judge whether that still holds")
                .fix("add the reason", Applicability::Template, vec![accept.node().insertion("because: \"…\"")]);
        }
    }
    JUDGED
}
