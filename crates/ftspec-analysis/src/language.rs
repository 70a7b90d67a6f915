//! How the language's own errors are reported while a spec is built from its tree.

use ftspec_syntax::{Edit, Span};

use crate::diagnostic::{Applicability, Label};
use crate::lang::{Lang, say};
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
    pub fn replace_name(lang: Lang, report: Report<'_>, span: Span, near: Option<&str>) {
        if let Some(near) = near {
            report.label(say!(lang, "did you mean `{near}`?", "是不是想写 `{near}`？")).fix(
                say!(lang, "write `{near}`", "写成 `{near}`"),
                Applicability::Unsafe,
                vec![Edit::replace(span, near)],
            );
        }
    }
}
