//! What the editor's settings say. What is unknown or of the wrong kind is left out, with a line in the log.

use ftspec_analysis::Lang;
use serde_json::Value;

/// The section that holds them in an editor's settings.
pub const SECTION: &str = "ftspec";

/// The settings of one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language of messages.
    pub lang: Option<Lang>,
    /// Whether remarks are shown between the characters.
    pub inlay_hints: bool,
    /// Whether lines are shown above blocks.
    pub code_lenses: bool,
    /// Whether specs that are not open are checked, too.
    pub workspace: bool,
    /// Where the documentation of the rules is; `#name` is put behind it.
    pub docs: String,
    /// Commands that the client runs itself.
    pub commands: Vec<String>,
}

/// Where the rules are documented, if the package says where it lives.
fn documentation() -> String {
    match option_env!("CARGO_PKG_REPOSITORY") {
        Some(home) if !home.is_empty() => format!("{home}/blob/main/docs/rules.md"),
        _ => String::new(),
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: None,
            inlay_hints: true,
            code_lenses: true,
            workspace: true,
            docs: documentation(),
            commands: Vec::new(),
        }
    }
}

impl Settings {
    /// Takes over what a client sent, whole or in a section of our name. Gives a line for everything that was left out.
    pub fn take(&mut self, sent: &Value) -> Vec<String> {
        let mut left_out = Vec::new();
        let sent = sent.get(SECTION).unwrap_or(sent);
        let table = match sent {
            Value::Null => return left_out,
            Value::Object(table) => table,
            _ => return vec!["settings are left out: they are no object".to_string()],
        };
        for (name, value) in table {
            // An editor sends `null` for what nobody set.
            if value.is_null() {
                continue;
            }
            let taken = match name.as_str() {
                "lang" => value.as_str().and_then(|tag| match tag {
                    "auto" | "" => Some(self.lang = None),
                    tag => Lang::from_tag(tag).map(|lang| self.lang = Some(lang)),
                }),
                "inlayHints" => value.as_bool().map(|on| self.inlay_hints = on),
                "codeLenses" => value.as_bool().map(|on| self.code_lenses = on),
                "workspace" => value.as_bool().map(|on| self.workspace = on),
                "docs" => value.as_str().map(|docs| self.docs = docs.to_string()),
                "commands" => value.as_array().map(|names| {
                    self.commands = names.iter().filter_map(Value::as_str).map(str::to_string).collect();
                }),
                // Settings of the extension itself.
                "path" | "trace" | "statusBar" => Some(()),
                _ => {
                    left_out.push(format!("the setting `{name}` is not known and is left out"));
                    continue;
                }
            };
            if taken.is_none() {
                left_out.push(format!("the setting `{name}` cannot be {value} and is left out"));
            }
        }
        left_out
    }

    /// Whether the client runs a command itself.
    pub fn runs(&self, command: &str) -> bool {
        self.commands.iter().any(|known| known == command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_makes_sense_counts_and_the_rest_is_said() {
        let mut settings = Settings::default();
        assert!(settings.take(&Value::Null).is_empty());
        assert_eq!(settings, Settings::default());
        let said =
            settings.take(&json!({ "ftspec": { "lang": "zh-CN", "inlayHints": null, "codeLenses": 7, "x": 1 } }));
        assert_eq!(said.len(), 2, "{said:?}");
        assert_eq!(settings, Settings { lang: Some(Lang::Zh), ..Settings::default() });
        assert_eq!(settings.take(&json!("nonsense")).len(), 1);
        settings.take(&json!({ "lang": "auto", "inlayHints": false }));
        assert_eq!(settings, Settings { inlay_hints: false, ..Settings::default() });
    }
}
