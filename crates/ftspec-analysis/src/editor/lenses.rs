//! Lines above blocks: the verdict, what a risk still lacks, a way to the plan.

use ftspec_schema::{Enumerated, Measures, Tier};
use ftspec_syntax::Span;

use crate::Analysis;
use crate::lang::{Lang, say};
use crate::spec::{Risk, Spec, StatementKind};
use crate::verdict::VerdictKind;
use crate::{Level, stopping};

/// A line above a line of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// The line that it stands above begins here.
    pub span: Span,
    /// What is shown.
    pub title: String,
    /// What a click does.
    pub command: Command,
}

/// Something that an editor can be asked to do, as data. The caller adds which document is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// One of the names in [`command`].
    pub name: &'static str,
    /// What it needs to know.
    pub arguments: Vec<Argument>,
}

/// What a command needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// A rule's name, a word.
    Text(String),
    /// Places in the document.
    Places(Vec<Span>),
}

/// The names of commands.
pub mod command {
    /// Shows the plan beside the text. No arguments.
    pub const PLAN: &str = "ftspec.showPlan";
    /// Shows why a rule speaks. The argument is its name.
    pub const EXPLAIN: &str = "ftspec.explain";
    /// Shows the findings that a verdict rests on, or what is to be answered. The arguments are the line of text that
    /// sums it up, and the places.
    pub const PLACES: &str = "ftspec.showPlaces";
}

/// The lenses of a text, in its order.
pub fn lenses(analysis: &Analysis) -> Vec<Lens> {
    let mut lenses = Vec::new();
    let spec = analysis.spec();
    if spec.is_empty() {
        return lenses;
    }
    let lang = analysis.config().lang;
    let header = spec.header();
    lenses.push(verdict(analysis, header));
    let plan = Command { name: command::PLAN, arguments: Vec::new() };
    lenses.push(Lens { span: header, title: lang.pick("open plan", "打开计划").to_string(), command: plan });
    lenses.extend(spec.risk().and_then(|risk| readiness(analysis, risk)));
    lenses.extend(deciding(analysis));
    lenses.sort_by_key(|lens| lens.span.start);
    lenses
}

/// The verdict, and the places it rests on.
fn verdict(analysis: &Analysis, header: Span) -> Lens {
    let lang = analysis.config().lang;
    let verdict = analysis.verdict();
    let sentence = match verdict.kind {
        VerdictKind::Ready => lang.pick("ready: tuning is a sound next step", "可以微调"),
        VerdictKind::NotReady => lang.pick("not ready: mend the plan before you train", "尚未就绪：先改好计划再训练"),
        VerdictKind::DoNotTune => {
            lang.pick("do not tune: tuning is the wrong tool for this", "不该微调：这件事不该靠微调解决")
        }
        VerdictKind::StopTuning => lang.pick("stop tuning: no further round", "该停了：不要再训下一轮"),
        VerdictKind::Ship => lang.pick("ship: the requirements hold", "可以上线：要求都已达到"),
    };
    let weighs = |rule: &'static crate::Rule| verdict.reasons.contains(&rule);
    let mut places: Vec<Span> =
        analysis.diagnostics().iter().filter(|found| weighs(found.rule)).map(|found| found.span).collect();
    places.dedup();
    let count = |level: Level| analysis.diagnostics().iter().filter(|found| found.level == level).count();
    let (deny, warn) = (count(Level::Deny), count(Level::Warn));
    let mut title = sentence.to_string();
    if deny + warn > 0 {
        title.push_str(" · ");
        title.push_str(&counts(deny, warn, lang));
    }
    let arguments = vec![Argument::Text(sentence.to_string()), Argument::Places(places)];
    Lens { span: header, title, command: Command { name: command::PLACES, arguments } }
}

fn counts(deny: usize, warn: usize, lang: Lang) -> String {
    let deny = (deny > 0).then(|| say!(lang, "{deny} to mend", "{deny} 处必改"));
    let warn = (warn > 0).then(|| say!(lang, "{warn} to look at", "{warn} 处待看"));
    deny.into_iter().chain(warn).collect::<Vec<_>>().join(lang.pick(", ", "，"))
}

/// What is asked of a risk at its tier, and how much of it is answered.
fn readiness(analysis: &Analysis, risk: Risk) -> Option<Lens> {
    let (spec, lang) = (analysis.spec(), analysis.config().lang);
    let tier = risk.tier().given()?.value;
    let asked = asked(spec, risk, tier);
    let all = asked.len();
    let open: Vec<&str> = asked.iter().filter(|(_, answered)| !answered).map(|(name, _)| *name).collect();
    let (answered, word) = (all - open.len(), tier.word().name);
    let mut title =
        say!(lang, "{answered} of {all} answered at tier {word}", "{word} 等级要求 {all} 项，已答 {answered} 项");
    if !open.is_empty() {
        let open = open.join(lang.pick(", ", "、"));
        title.push_str(&say!(lang, " · open: {open}", " · 待答：{open}"));
    }
    let places = analysis
        .diagnostics()
        .iter()
        .filter(|found| found.rule.code.starts_with("FT5") || touches_risk(found.rule.name))
        .map(|found| found.span)
        .collect();
    let arguments = vec![Argument::Text(title.clone()), Argument::Places(places)];
    Some(Lens { span: risk.keyword(), title, command: Command { name: command::PLACES, arguments } })
}

/// Rules outside of `risk` that ask for what the tier asks for.
fn touches_risk(rule: &str) -> bool {
    matches!(rule, "no-risk-probe" | "no-boundary")
}

/// The questions that a tier asks, each with whether the plan answers it.
fn asked(spec: &Spec, risk: Risk, tier: Tier) -> Vec<(&'static str, bool)> {
    let node = risk.node();
    let mut asked = vec![("domain", node.says("domain"))];
    if tier >= Tier::Medium {
        asked.push(("worst_case", node.fills_in("worst_case")));
        asked.push(("if_frozen", node.fills_in("if_frozen")));
        asked.push(("never", spec.behaviors().any(|behavior| behavior.node().fills_in("never"))));
        asked.push(("guard on safety", probes_safety(spec)));
    }
    if tier >= Tier::High {
        asked.push(("benefit", node.fills_in("benefit")));
        asked.push(("rollback", node.fills_in("rollback")));
        asked.push(("fallback", risk.fallbacks().next().is_some()));
    }
    asked
}

/// Whether something is demanded of a metric that measures safety.
fn probes_safety(spec: &Spec) -> bool {
    let Some(eval) = spec.eval() else { return false };
    eval.statements().filter(|statement| statement.kind() != StatementKind::Watch).any(|statement| {
        let metric = eval.metric(statement.metric().value);
        metric.and_then(|metric| metric.measures().given()) == Some(Measures::Safety)
    })
}

/// What the stop table says after the rounds so far.
fn deciding(analysis: &Analysis) -> Option<Lens> {
    let (spec, lang) = (analysis.spec(), analysis.config().lang);
    let stop = spec.stop()?;
    let rounds = spec.rounds().count();
    if rounds == 0 {
        return None;
    }
    let arm = stopping::deciding_arm(spec, analysis.config());
    let (title, places) = match arm.and_then(|arm| Some((arm, arm.action?))) {
        Some((arm, action)) => {
            let action = action.word().name;
            let count = say!(lang, "after {rounds} rounds: {action}", "{rounds} 轮之后：{action}");
            let title =
                if rounds == 1 { say!(lang, "after 1 round: {action}", "1 轮之后：{action}") } else { count };
            (title, vec![arm.span])
        }
        None => (lang.pick("no line holds yet", "还没有哪一条成立").to_string(), Vec::new()),
    };
    let arguments = vec![Argument::Text(title.clone()), Argument::Places(places)];
    Some(Lens { span: stop.keyword(), title, command: Command { name: command::PLACES, arguments } })
}
