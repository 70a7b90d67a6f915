//! From a checked spec to the plan, section by section. Each file fills the types of one file of [`crate::plan`].

mod case;
mod charts;
mod decision;
mod judging;
mod review;
mod risk;
mod rounds;
mod routes;
pub(crate) mod sheet;
mod stop;
mod teaching;

use ftspec_analysis::{Analysis, Level};

use crate::changes;
use crate::plan::{Head, Plan, Source, VERSION};
pub(crate) use sheet::Sheet;

/// What the plan has to know beside the analysis.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The path of the spec, as it is shown.
    pub path: &'a str,
    /// An older version to compare with.
    pub since: Option<Older<'a>>,
}

/// An older version of the spec.
#[derive(Clone, Copy, Debug)]
pub struct Older<'a> {
    /// What it is called: a commit, a branch, a tag.
    pub name: &'a str,
    /// What was known of it; none where there was no such spec.
    pub analysis: Option<&'a Analysis<'a>>,
}

/// The spec has errors of the language, so that nobody knows what it says. The analysis has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanguageErrors;

impl std::fmt::Display for LanguageErrors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the spec has errors of the language")
    }
}

impl std::error::Error for LanguageErrors {}

impl Plan {
    /// The plan that a spec makes, in the language of the analysis.
    pub fn new(analysis: &Analysis, about: &About) -> Result<Self, LanguageErrors> {
        let broken = |found: &ftspec_analysis::Diagnostic| found.rule.is_language() && found.level == Level::Deny;
        if analysis.diagnostics().iter().any(broken) {
            return Err(LanguageErrors);
        }
        let sheet = Sheet::new(analysis);
        Ok(Self {
            version: VERSION,
            lang: sheet.lang.name().to_string(),
            source: Source { path: about.path.to_string(), text: analysis.text().to_string() },
            head: head(&sheet),
            verdict: case::verdict(&sheet),
            goal: case::goal(&sheet),
            task: case::task(&sheet),
            behaviors: case::behaviors(&sheet),
            decision: decision::decision(&sheet),
            routes: routes::routes(&sheet),
            self_test: case::self_test(&sheet),
            knowledge: teaching::knowledge(&sheet),
            data: teaching::data(&sheet),
            method: teaching::method(&sheet),
            evaluation: judging::evaluation(&sheet),
            risk: risk::risk(&sheet),
            stop: stop::stop(&sheet),
            rounds: rounds::rounds(&sheet),
            charts: charts::charts(&sheet),
            self_check: review::self_check(&sheet),
            accepted: review::accepted(&sheet),
            findings: review::findings(&sheet),
            sign_off: review::sign_off(&sheet),
            change_log: about.since.map(|older| changes::since(&sheet, older)),
        })
    }
}

fn head(sheet: &Sheet) -> Head {
    let file = sheet.spec.file();
    Head {
        title: sheet.spec.title().map(|title| sheet.quoted(title)).filter(|title| !title.text.trim().is_empty()),
        owner: sheet.text(file, "owner"),
        reviewers: sheet.texts(file, "reviewers"),
        status: sheet.word_or(file, "status", sheet.spec.status()),
        created: sheet.source(file, "created"),
        today: sheet.analysis.config().today.map(|today| today.to_string()),
    }
}
