//! `accept`: findings that the team knows of and lives with.

use crate::config::{Config, SetLevel};
use crate::lang::say;
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
    let lang = config.lang;
    let mut reporter = Reporter::new(spec.text(), lang);
    let silenced = silenced(spec, config);
    for accept in spec.accepts() {
        // An unknown name is answered by `unknown-name`.
        let Some((label, rule)) = accept.node().label().and_then(|label| Some((label, rules::find(label.value)?)))
        else {
            continue;
        };
        let (code, name) = (rule.code, rule.name);
        if rule.is_language() {
            let message = say!(lang, "{code} {name} cannot be accepted", "{code} {name} 不能豁免");
            reporter
                .wrong(&FORBIDDEN_ACCEPT, label.span, message)
                .label(lang.pick("an error of the language", "这是语法层面的错误"))
                .help(lang.pick(
                    "mend it instead; what is written wrongly is read wrongly by everyone after you",
                    "请直接改正：写错的东西，之后每个人都会读错",
                ));
            continue;
        }
        if config.level(rule) == Some(SetLevel::Forbid) {
            let message = say!(lang, "{code} {name} cannot be accepted here", "{code} {name} 在这里不允许豁免");
            reporter
                .wrong(&FORBIDDEN_ACCEPT, label.span, message)
                .label(lang.pick("forbidden by the configuration", "配置禁止豁免"))
                .help(lang.pick(
                    "mend what it flags, or talk to whoever keeps `ftspec.toml`",
                    "改好它指出的问题，或者找维护 `ftspec.toml` 的人商量",
                ));
            continue;
        }
        if let (Some(until), Some(today)) = (accept.node().date("until").given(), config.today)
            && until.value < today
        {
            let ended = until.value;
            let message = say!(lang, "the acceptance of {name} ended on {ended}", "对 {name} 的豁免已于 {ended} 到期");
            reporter
                .wrong(&EXPIRED_ACCEPT, until.span, message)
                .label(say!(lang, "today is {today}", "今天是 {today}"))
                .help(lang.pick(
                    "look at the risk again: mend it, or give a new date and a reason that still holds",
                    "重新评估这个风险：要么改好它，要么换一个新日期，并写上仍然成立的理由",
                ));
        }
        let fired = found.iter().any(|finding| finding.rule == rule && circumstances.level(finding).is_some());
        if !fired && judged.contains(&rule) {
            let message =
                say!(lang, "{name} does not fire, so there is nothing to accept", "{name} 没有触发，没有什么可豁免的");
            reporter
                .wrong(&UNUSED_ACCEPT, label.span, message)
                .label(lang.pick("accepted for nothing", "多余的豁免"))
                .help(lang.pick("take the block out", "删掉这个块"));
        }
    }
    let mut open: Vec<Finding> = found.into_iter().filter(|finding| !silenced.contains(&finding.rule)).collect();
    open.append(&mut reporter.found);
    Accepted { open }
}
