//! What a rule is: its metadata, its documentation, one function, and what the function reports.

use std::rc::Rc;

use ftspec_syntax::{Edit, Span};
use rust_decimal::Decimal;

use crate::config::Config;
use crate::derived::Derived;
use crate::diagnostic::{Applicability, Fix, Label, Level, Route};
use crate::lang::Lang;
use crate::spec::Spec;

/// One rule. Its identity is the address of its static.
#[derive(Debug)]
pub struct Rule {
    /// `FT404`
    pub code: &'static str,
    /// `no-guard`
    pub name: &'static str,
    /// The level of its findings, before the spec's status and risk are looked at.
    pub level: Level,
    /// What to do instead of tuning; none for the language's own rules.
    pub route: Option<Route>,
    /// Where the reason comes from.
    pub sources: &'static [Source],
    /// How loud its unsaid findings are while a spec is young.
    pub while_young: WhileYoung,
    /// Softened by what the spec says of its risk.
    pub softened: Softened,
    /// The documentation.
    pub docs: Docs,
    /// Thresholds.
    pub options: &'static [RuleOption],
    /// Names of the rules that its bad example cannot do without.
    pub along_with: &'static [&'static str],
    /// Looks at a spec and reports. [`None`] where the rule has nothing to judge: its block is missing, or an input
    /// is broken and something else has said so.
    pub run: fn(&Spec, &mut Findings) -> Judged,
}

/// Whether a rule could judge. `?` on a missing block gives [`None`]: not judged.
pub type Judged = Option<()>;

/// The rule looked at everything it needed.
pub const JUDGED: Judged = Some(());

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Rule {
    /// Whether the rule is the language's own: its findings are errors of writing, and cannot be accepted.
    pub fn is_language(&self) -> bool {
        self.code.starts_with("FT0")
    }
}

/// An article that a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// "微调失败,很多时候不是'没调好',而是'一开始就不该调'": when not to tune.
    WhenNotToTune,
    /// "参数能解决的问题,远比你想象的少": what parameters never solve.
    WhatParametersSolve,
    /// "大多数微调项目,不是失败在'没调好',而是失败在'不肯停'": when to stop.
    WhenToStop,
    /// "微调大模型:什么时候该做,什么时候不该做?": do and don't, the self-test.
    DoAndDont,
    /// "如何让模型成为你的'风格大师'而非'知识库'": behaviour, not knowledge.
    BehaviorNotKnowledge,
    /// What the field agrees on.
    Practice,
}

impl Source {
    /// The title, as cited by `explain`. The articles are Chinese; elsewhere their subject stands beside it.
    pub fn title(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Source::WhenNotToTune, Lang::En) => {
                "微调失败，很多时候不是“没调好”，而是“一开始就不该调” (when not to tune)"
            }
            (Source::WhenNotToTune, Lang::Zh) => "《微调失败，很多时候不是“没调好”，而是“一开始就不该调”》",
            (Source::WhatParametersSolve, Lang::En) => "参数能解决的问题，远比你想象的少 (what parameters never solve)",
            (Source::WhatParametersSolve, Lang::Zh) => "《参数能解决的问题，远比你想象的少》",
            (Source::WhenToStop, Lang::En) => "大多数微调项目，不是失败在“没调好”，而是失败在“不肯停” (when to stop)",
            (Source::WhenToStop, Lang::Zh) => "《大多数微调项目，不是失败在“没调好”，而是失败在“不肯停”》",
            (Source::DoAndDont, Lang::En) => "微调大模型：什么时候该做，什么时候不该做？ (do and don't)",
            (Source::DoAndDont, Lang::Zh) => "《微调大模型：什么时候该做，什么时候不该做？》",
            (Source::BehaviorNotKnowledge, Lang::En) => {
                "如何让模型成为你的“风格大师”而非“知识库” (behaviour, not knowledge)"
            }
            (Source::BehaviorNotKnowledge, Lang::Zh) => "《如何让模型成为你的“风格大师”而非“知识库”》",
            (Source::Practice, Lang::En) => "standard practice of the field",
            (Source::Practice, Lang::Zh) => "业界通行做法",
        }
    }
}

/// How loud unsaid findings are by status: draft, proposed, approved and later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhileYoung {
    /// warn, deny, deny: without it there is no plan.
    Foundation,
    /// note, deny, deny.
    Needed,
    /// note, warn, the rule's level.
    Usual,
    /// silent, note, the rule's level.
    Later,
}

/// Which risk makes a finding softer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Softened {
    /// None.
    Never,
    /// A note at risk tier low.
    AtTierLow,
    /// At most warn at exposure research.
    InResearch,
}

/// The documentation of a rule, as `explain` shows it. Both languages stand side by side; the examples serve both.
#[derive(Debug)]
pub struct Docs {
    /// In English.
    pub en: Page,
    /// In Chinese.
    pub zh: Page,
    /// A fragment that is flagged. It is laid over a clean spec: its blocks replace the blocks of the same keyword.
    pub bad: &'static str,
    /// The same fragment, mended.
    pub good: &'static str,
}

impl Docs {
    /// The sentences in a language.
    pub fn page(&self, lang: Lang) -> &Page {
        lang.pick(&self.en, &self.zh)
    }
}

/// The sentences of a rule's documentation in one language.
#[derive(Debug)]
pub struct Page {
    /// What it flags, in one sentence.
    pub summary: &'static str,
    /// Why that matters: the reason, and a published figure where there is one.
    pub why: &'static str,
    /// What to do instead.
    pub instead: &'static str,
    /// When it is right to accept the finding.
    pub accept_when: &'static str,
}

/// A threshold of a rule, which a configuration can change.
#[derive(Debug)]
pub struct RuleOption {
    /// `minimum`, `maximum`, `tolerance`, `noise`, by what it bounds.
    pub name: &'static str,
    /// The figure: 0.4 for 40%.
    pub default: Decimal,
    /// The figure under the profile `vendor`, where it differs.
    pub vendor: Option<Decimal>,
    /// What the figure counts.
    pub unit: OptionUnit,
    /// What it bounds, in English.
    pub en: &'static str,
    /// What it bounds, in Chinese.
    pub zh: &'static str,
}

impl RuleOption {
    /// What it bounds, in a language.
    pub fn doc(&self, lang: Lang) -> &'static str {
        lang.pick(self.en, self.zh)
    }

    /// A figure of this option as a person writes it: `200`, `40%`, `0.7`.
    pub fn show(&self, figure: Decimal) -> String {
        match self.unit {
            OptionUnit::Share => format!("{}%", (figure * Decimal::ONE_HUNDRED).normalize()),
            OptionUnit::Count | OptionUnit::Plain => figure.normalize().to_string(),
        }
    }
}

/// What an option's figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionUnit {
    /// Things: examples, rounds, seeds.
    Count,
    /// A share between 0 and 1, shown and written as `40%`.
    Share,
    /// A figure without unit, such as an agreement of 0.7.
    Plain,
}

/// A figure of an option: `figure(4, 1)` is 0.4.
pub const fn figure(digits: u32, places: u32) -> Decimal {
    Decimal::from_parts(digits, 0, 0, false, places)
}

/// One report of a rule, before its level is known.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub rule: &'static Rule,
    pub unsaid: bool,
    pub level: Level,
    pub span: Span,
    pub message: String,
    pub labels: Vec<Label>,
    pub help: String,
    pub route: Option<Route>,
    pub fixes: Vec<Fix>,
    /// It rests on prose, with no attribute that says the same.
    pub prose_alone: bool,
}

/// Where a rule puts what it found.
pub struct Findings<'a> {
    pub(crate) rule: &'static Rule,
    pub(crate) config: &'a Config,
    pub(crate) found: Vec<Finding>,
    pub(crate) open: Rc<[&'static Rule]>,
    pub(crate) derived: Rc<Derived<'a>>,
}

impl<'a> Findings<'a> {
    pub(crate) fn new(rule: &'static Rule, derived: Rc<Derived<'a>>) -> Self {
        Self { rule, config: derived.config, found: Vec::new(), open: Rc::default(), derived }
    }

    /// Reports something that the spec does not say yet: writing an attribute, block or statement would mend it.
    pub fn unsaid(&mut self, span: Span, message: impl Into<String>) -> Report<'_> {
        self.report(true, span, message.into())
    }

    /// Reports something that the spec says and should not.
    pub fn wrong(&mut self, span: Span, message: impl Into<String>) -> Report<'_> {
        self.report(false, span, message.into())
    }

    /// The value of one of the rule's options.
    pub fn option(&self, name: &str) -> Decimal {
        self.config.option(self.rule, name)
    }

    /// The language to speak.
    pub fn lang(&self) -> Lang {
        self.config.lang
    }

    /// The rules with open findings, at warn or above and not accepted, one entry for each finding. Only the second
    /// rules are given any.
    pub fn open(&self) -> Rc<[&'static Rule]> {
        Rc::clone(&self.open)
    }

    /// The day on which the check runs.
    pub fn config(&self) -> &Config {
        self.config
    }

    fn report(&mut self, unsaid: bool, span: Span, message: String) -> Report<'_> {
        let finding = Finding {
            rule: self.rule,
            unsaid,
            level: self.rule.level,
            span,
            message,
            labels: vec![Label { span, message: String::new() }],
            help: String::new(),
            route: self.rule.route,
            fixes: Vec::new(),
            prose_alone: false,
        };
        self.found.push(finding);
        Report(self.found.last_mut().expect("just pushed"))
    }
}

/// A finding under construction: `found.wrong(span, "…").label("…").help("…");`
pub struct Report<'f>(pub(crate) &'f mut Finding);

impl Report<'_> {
    /// What is to be seen at the primary place.
    pub fn label(self, message: impl Into<String>) -> Self {
        self.0.labels[0].message = message.into();
        self
    }

    /// A second place that explains it.
    pub fn also(self, span: Span, message: impl Into<String>) -> Self {
        self.0.labels.push(Label { span, message: message.into() });
        self
    }

    /// What to do.
    pub fn help(self, help: impl Into<String>) -> Self {
        self.0.help = help.into();
        self
    }

    /// Another route than the rule's own.
    pub fn route(self, route: Route) -> Self {
        self.0.route = Some(route);
        self
    }

    /// Another level than the rule's own.
    pub fn level(self, level: Level) -> Self {
        self.0.level = level;
        self
    }

    /// It rests on prose alone: no attribute says the same. Such a finding is a warning until the spec is approved.
    pub fn prose_alone(self) -> Self {
        self.0.prose_alone = true;
        self
    }

    /// A way to mend it. Edits are put in the order of the text.
    pub fn fix(self, title: impl Into<String>, applicability: Applicability, mut edits: Vec<Edit>) -> Self {
        edits.sort_by_key(|edit| edit.span);
        self.0.fixes.push(Fix { title: title.into(), applicability, edits });
        self
    }
}
