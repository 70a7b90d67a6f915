//! The one door: a text goes in, everything that can be said about it comes out.

use std::rc::Rc;

use ftspec_schema::Status;
use ftspec_syntax::{Parsed, Span};

use crate::accepted;
use crate::config::{Config, SetLevel};
use crate::derived::Derived;
use crate::diagnostic::{Diagnostic, Level};
use crate::fingerprint::{self, Fingerprint};
use crate::language::Reporter;
use crate::levels::Circumstances;
use crate::no_plan;
use crate::rule::{Finding, Findings, Rule};
use crate::rules;
use crate::spec::{self, Spec};
use crate::verdict::Verdict;

/// The largest file that is read, in bytes. A spec is a page; more than this is a mistake.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// What is known about one text.
#[derive(Debug)]
pub struct Analysis<'t> {
    text: &'t str,
    parsed: Parsed,
    spec: Spec<'t>,
    diagnostics: Vec<Diagnostic>,
    verdict: Verdict,
    config: Config,
}

impl<'t> Analysis<'t> {
    /// Reads and judges a text. Never fails: what cannot be understood is a diagnostic.
    pub fn new(text: &'t str, config: &Config) -> Self {
        if text.len() > MAX_BYTES {
            return Self::too_large(text, config);
        }
        let parsed = ftspec_syntax::parse(text);
        Self::judge(text, parsed, config, Vec::new())
    }

    fn too_large(text: &'t str, config: &Config) -> Self {
        let mut reporter = Reporter::new(text, config.lang);
        rules::unreadable::too_large(&mut reporter, text.len());
        let mut analysis = Self::judge("", ftspec_syntax::parse(""), config, reporter.found);
        analysis.text = text;
        analysis
    }

    fn judge(text: &'t str, parsed: Parsed, config: &Config, unreadable: Vec<Finding>) -> Self {
        let mut reporter = Reporter::new(text, config.lang);
        let readable = unreadable.is_empty();
        reporter.found = unreadable;
        let prose = no_plan::prose(text, &parsed);
        match prose {
            Some(line) => rules::syntax::prose(&mut reporter, line, no_plan::has_header(text, &parsed)),
            None => parsed.errors.iter().for_each(|error| rules::syntax::report(&mut reporter, error)),
        }
        let told = reporter.found.len();
        let mut spec = spec::build(text, &parsed, &mut reporter);
        if prose.is_some() {
            let built = reporter.found.split_off(told);
            reporter.found.extend(built.into_iter().filter(|it| !it.unsaid && no_plan::is_read(&spec, it.span)));
        }
        spec.read_prose(config.lexicon());
        if !readable {
            reporter.found.truncate(1);
        }
        let is_plan = readable && prose.is_none();
        let (diagnostics, verdict) = weigh(&spec, config, reporter.found, is_plan);
        Self { text, parsed, spec, diagnostics, verdict, config: config.clone() }
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Tokens, tree and syntax errors.
    pub fn parsed(&self) -> &Parsed {
        &self.parsed
    }

    /// The spec, as far as it was understood.
    pub fn spec(&self) -> &Spec<'t> {
        &self.spec
    }

    /// Everything found, in the order of the text, then by code.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// What it was judged with.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The sum of it.
    pub fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// By what each finding is known again when lines have moved, in the order of [`Self::diagnostics`].
    pub fn fingerprints(&self) -> Vec<Fingerprint> {
        fingerprint::of(self.text, &self.parsed.tree, self.spec.header(), &self.diagnostics)
    }

    /// A range in words of the plan: `eval/metric[tone]/on`; `spec` where it is about the whole of it.
    pub fn place_of(&self, span: Span) -> String {
        fingerprint::place(self.text, &self.parsed.tree, Some(self.spec.header()), span)
    }

    /// The findings whose places touch a range.
    pub fn at(&self, span: Span) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics
            .iter()
            .filter(move |diagnostic| diagnostic.span.start <= span.end && span.start <= diagnostic.span.end)
    }
}

/// Runs the rules over a spec, and weighs what they and its reading found.
fn weigh(spec: &Spec, config: &Config, mut found: Vec<Finding>, is_plan: bool) -> (Vec<Diagnostic>, Verdict) {
    let circumstances = Circumstances::of(spec, config);
    let derived = Rc::new(Derived::of(spec, config));
    let judged = if is_plan { run_rules(&derived, &circumstances, &mut found) } else { Vec::new() };
    let open = accepted::apply(spec, config, found, &judged, &circumstances).open;

    // A draft is judged as what it would be if it were put forward today.
    let proposed = match circumstances.status {
        Status::Draft => Circumstances { status: Status::Proposed, ..circumstances },
        _ => circumstances,
    };
    let weighed: Vec<(Level, &Finding)> =
        open.iter().filter_map(|finding| Some((proposed.level(finding)?, finding))).collect();
    let verdict = Verdict::new(&derived, &weighed);

    let told = open.into_iter().filter_map(|finding| Some((circumstances.level(&finding)?, finding)));
    let mut diagnostics: Vec<Diagnostic> = told.map(|(level, finding)| diagnostic(finding, level)).collect();
    diagnostics.sort_by(|a, b| (a.span.start, a.rule.code, a.span.end).cmp(&(b.span.start, b.rule.code, b.span.end)));
    (diagnostics, verdict)
}

/// Puts what the rules find behind the other findings. Gives the rules that had something to judge.
fn run_rules(derived: &Rc<Derived>, circumstances: &Circumstances, found: &mut Vec<Finding>) -> Vec<&'static Rule> {
    let (spec, config) = (derived.spec, derived.config);
    let mut judged: Vec<&'static Rule> = Vec::with_capacity(rules::RULES.len());
    let mut findings = Findings::new(rules::RULES[0], Rc::clone(derived));
    // An empty file lacks everything; saying so once is enough.
    let empty = spec.is_empty();
    let mut run = |findings: &mut Findings, rule: &'static Rule| {
        if config.level(rule) == Some(SetLevel::Allow) || empty && *rule != rules::missing_goal::RULE {
            return;
        }
        findings.rule = rule;
        if (rule.run)(spec, findings).is_some() {
            judged.push(rule);
        }
    };
    for rule in rules::RULES.iter().filter(|rule| !rules::SECOND.contains(rule)) {
        run(&mut findings, rule);
    }
    found.append(&mut findings.found);
    let silenced = accepted::silenced(spec, config);
    findings.open = found
        .iter()
        .filter(|finding| !silenced.contains(&finding.rule))
        .filter(|finding| circumstances.level(finding).is_some_and(|level| level >= Level::Warn))
        .map(|finding| finding.rule)
        .collect();
    for rule in rules::SECOND {
        run(&mut findings, rule);
    }
    found.append(&mut findings.found);
    judged
}

fn diagnostic(finding: Finding, level: Level) -> Diagnostic {
    let Finding { rule, unsaid, span, message, labels, help, route, fixes, .. } = finding;
    Diagnostic { rule, level, span, message, labels, help, route, fixes, unsaid }
}
