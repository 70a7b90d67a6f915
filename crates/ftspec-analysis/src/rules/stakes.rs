//! What the rules about unsaid risk share: whether the `risk` block can be judged, and what makes an answer due.

use ftspec_schema::{Enumerated, RISK, Status, Tier};
use ftspec_syntax::Span;

use super::facts;
use crate::lang::{Lang, say};
use crate::levels::Circumstances;
use crate::rule::Findings;
use crate::spec::{Field, Named, Risk, Spec};

/// Why something about the risk has to be said by now.
pub(super) struct Due {
    /// Where that stands: the tier, or the status.
    pub span: Option<Span>,
    /// As a label: "tier high", "status approved".
    pub because: String,
}

/// The `risk` block, where it says something. A missing or empty one is missing-risk-tier's.
pub(super) fn block<'s>(spec: &'s Spec<'_>) -> Option<Risk<'s>> {
    spec.risk().filter(|risk| !risk.node().is_empty() && spec.knows_all(&RISK))
}

/// Whether the tier reaches `least`: [`None`] where that cannot be known, because no tier could be read.
pub(super) fn by_tier(risk: Risk, least: Tier, lang: Lang) -> Option<Option<Due>> {
    let tier = risk.tier().given()?;
    Some((tier.value >= least).then(|| due_by(tier, lang)))
}

fn due_by(tier: Named<Tier>, lang: Lang) -> Due {
    Due { span: Some(tier.span), because: facts::tier(tier.value, lang) }
}

/// Whether the plan is approved or further on, or else whether the tier reaches `least`.
pub(super) fn by_status_or_tier(spec: &Spec, risk: Risk, least: Tier, found: &Findings) -> Option<Option<Due>> {
    let (lang, status) = (found.lang(), Circumstances::of(spec, found.config()).status);
    if !status.at_least_approved() {
        let due = by_tier(risk, least, lang)?;
        // A status that could not be read may be a later one.
        return if due.is_none() && spec.file().list("status").is_broken() { None } else { Some(due) };
    }
    let name = status.word().name;
    let because = say!(lang, "status {name}", "状态 {name}");
    // A configuration can ask for more than the file says; then there is no place to point at.
    let written = match spec.file().word::<Status>("status") {
        Field::Given(written) if written.value == status => Some(written.span),
        _ => None,
    };
    Some(Some(Due { span: written, because }))
}
