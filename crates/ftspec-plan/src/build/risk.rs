//! What can go wrong, and what catches it.

use ftspec_analysis::spec::Node;
use ftspec_schema::{CONSTRAINT, Domain, Enforcer, Exposure, FALLBACK, FallbackAction, Tier};

use super::sheet::Sheet;
use crate::plan::{Catch, CatchKind, Risk};

pub fn risk(sheet: &Sheet) -> Option<Risk> {
    let risk = sheet.spec.risk()?;
    let node = risk.node();
    let fallbacks = node.children(&FALLBACK).map(|fallback| catch(sheet, fallback, CatchKind::Fallback));
    let constraints = node.children(&CONSTRAINT).map(|constraint| catch(sheet, constraint, CatchKind::Constraint));
    Some(Risk {
        tier: sheet.word::<Tier>(node, "tier"),
        domain: sheet.word::<Domain>(node, "domain"),
        exposure: sheet.word_or::<Exposure>(node, "exposure", risk.exposure()),
        benefit: sheet.text(node, "benefit"),
        worst_case: sheet.text(node, "worst_case"),
        if_frozen: sheet.text(node, "if_frozen"),
        rollback: sheet.text(node, "rollback"),
        monitoring: sheet.text(node, "monitoring"),
        catches: fallbacks.chain(constraints).collect(),
        line: sheet.line(risk.keyword()),
    })
}

fn catch(sheet: &Sheet, node: Node, kind: CatchKind) -> Catch {
    let fallback = kind == CatchKind::Fallback;
    Catch {
        name: node.name().to_string(),
        kind,
        what: sheet.text(node, if fallback { "when" } else { "rule" }),
        action: if fallback { sheet.word::<FallbackAction>(node, "action") } else { None },
        to: if fallback { sheet.text(node, "to") } else { None },
        enforced_by: sheet.word::<Enforcer>(node, "enforced_by"),
        line: sheet.line(node.place()),
    }
}
