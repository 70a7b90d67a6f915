//! `accept`: findings that the team knows of and lives with.

use crate::config::{Config, SetLevel};
use crate::language::Reporter;
use crate::levels::Circumstances;
use crate::rule::{Finding, Rule};
use crate::rules::{self, EXPIRED_ACCEPT, FORBIDDEN_ACCEPT, UNUSED_ACCEPT};
use crate::spec::Spec;

/// What is left after acceptance.
pub(crate) struct Accepted {
    /// Findings that stand, those about `accept` itself among them.
    pub open: Vec<Finding>,
}

/// The rules that a spec silences.
pub(crate) fn silenced(spec: &Spec, config: &Config) -> Vec<&'static Rule> {
    let acceptable = |rule: &Rule| !rule.is_language() && config.level(rule) != Some(SetLevel::Forbid);
    let named = spec.accepts().filter_map(|accept| rules::find(accept.node().label()?.value));
    named.filter(|rule| acceptable(rule)).collect()
}

/// Takes out what is accepted, and says what is wrong with the accepting.
pub(crate) fn apply(
    spec: &Spec,
    config: &Config,
    found: Vec<Finding>,
    judged: &[&'static Rule],
    circumstances: &Circumstances,
) -> Accepted {
    let mut reporter = Reporter::new(spec.text(), config.lang);
    let silenced = silenced(spec, config);
    for accept in spec.accepts() {
        // An unknown name is answered by `unknown-name`.
        let Some((label, rule)) = accept.node().label().and_then(|label| Some((label, rules::find(label.value)?)))
        else {
            continue;
        };
        if rule.is_language() {
            reporter
                .wrong(&FORBIDDEN_ACCEPT, label.span, format!("{} {} cannot be accepted", rule.code, rule.name))
                .label("an error of the language")
                .help("mend it instead; what is written wrongly is read wrongly by everyone after you");
            continue;
        }
        if config.level(rule) == Some(SetLevel::Forbid) {
            reporter
                .wrong(&FORBIDDEN_ACCEPT, label.span, format!("{} {} cannot be accepted here", rule.code, rule.name))
                .label("forbidden by the configuration")
                .help("mend what it flags, or talk to whoever keeps `ftspec.toml`");
            continue;
        }
        if let (Some(until), Some(today)) = (accept.node().date("until").given(), config.today)
            && until.value < today
        {
            reporter
                .wrong(&EXPIRED_ACCEPT, until.span, format!("the acceptance of {} ended on {}", rule.name, until.value))
                .label(format!("today is {today}"))
                .help("look at the risk again: mend it, or give a new date and a reason that still holds");
        }
        let fired = found.iter().any(|finding| finding.rule == rule && circumstances.level(finding).is_some());
        if !fired && judged.contains(&rule) {
            reporter
                .wrong(
                    &UNUSED_ACCEPT,
                    label.span,
                    format!("{} does not fire, so there is nothing to accept", rule.name),
                )
                .label("accepted for nothing")
                .help("take the block out");
        }
    }
    let mut open: Vec<Finding> = found.into_iter().filter(|finding| !silenced.contains(&finding.rule)).collect();
    open.append(&mut reporter.found);
    Accepted { open }
}
