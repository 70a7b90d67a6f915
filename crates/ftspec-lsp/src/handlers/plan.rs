//! The plan document of an open spec, as it is in the editor: to be shown beside it.

use ftspec_analysis::Level;
use ftspec_plan::{About, LanguageErrors, Plan, html, markdown};
use serde::Deserialize;
use serde_json::{Value, json};
use tower_lsp_server::ls_types::Uri;

use super::Asked;

/// What `ftspec/plan` is asked with.
#[derive(Deserialize)]
pub struct Params {
    /// The spec.
    pub uri: Uri,
    /// How the document is written.
    #[serde(default)]
    pub format: Format,
}

/// How a document is written.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A self-contained page.
    #[default]
    Html,
    /// Markdown.
    Markdown,
}

/// The document, or the number of errors of the language that stand in its way. `title` is the plan's, or the file's
/// name; the version is that of the text it was made from.
pub fn document(asked: &Asked, format: Format) -> Value {
    let analysis = asked.analysis();
    let path = asked.snapshot.path.as_deref().and_then(|path| path.file_name());
    let name = path.map_or_else(|| "plan.ftspec".to_string(), |name| name.to_string_lossy().into_owned());
    let (uri, version) = (&asked.snapshot.uri, asked.snapshot.version);
    match Plan::new(analysis, &About { path: &name, since: None }) {
        Ok(plan) => {
            let title = plan.head.title.as_ref().map_or(name, |title| title.text.clone());
            let text = match format {
                Format::Html => html::render(&plan),
                Format::Markdown => markdown::render(&plan),
            };
            json!({ "uri": uri, "version": version, "title": title, "text": text, "errors": 0 })
        }
        Err(LanguageErrors) => {
            let stops = |found: &&ftspec_analysis::Diagnostic| found.rule.is_language() && found.level == Level::Deny;
            let errors = analysis.diagnostics().iter().filter(stops).count();
            json!({ "uri": uri, "version": version, "title": name, "errors": errors })
        }
    }
}
