//! How the language's own errors are reported while a spec is built from its tree.

use ftspec_syntax::{Edit, Span};

use crate::diagnostic::{Applicability, Label};
use crate::lang::Lang;
use crate::rule::{Finding, Report, Rule};

/// Collects findings of the language's rules.
pub(crate) struct Reporter<'t> {
    pub text: &'t str,
    pub lang: Lang,
    pub found: Vec<Finding>,
}

impl<'t> Reporter<'t> {
    pub fn new(text: &'t str, lang: Lang) -> Self {
        Self { text, lang, found: Vec::new() }
    }

    /// Something is written that does not fit.
    pub fn wrong(&mut self, rule: &'static Rule, span: Span, message: impl Into<String>) -> Report<'_> {
        self.found.push(Finding {
            rule,
            unsaid: false,
            level: rule.level,
            span,
            message: message.into(),
            labels: vec![Label { span, message: String::new() }],
            help: String::new(),
            route: rule.route,
            fixes: Vec::new(),
            prose_alone: false,
        });
        Report(self.found.last_mut().expect("just pushed"))
    }

    /// The name is unknown; offers the near one.
    pub fn replace_name(report: Report<'_>, span: Span, near: Option<&str>) {
        if let Some(near) = near {
            report.label(format!("did you mean `{near}`?")).fix(
                format!("write `{near}`"),
                Applicability::Unsafe,
                vec![Edit::replace(span, near)],
            );
        }
    }
}
