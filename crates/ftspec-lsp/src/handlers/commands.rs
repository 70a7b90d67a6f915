//! Commands that the server runs for the client.

use ftspec_analysis::Lang;
use ftspec_analysis::editor::command;
use ftspec_analysis::rules::RULES;
use serde_json::{Value, json};
use tower_lsp_server::jsonrpc::{Error, Result};
use tower_lsp_server::ls_types::{ExecuteCommandParams, MessageType, Range, ShowDocumentParams, Uri};

use crate::server::Server;

/// What can be run.
pub const NAMES: [&str; 2] = [command::EXPLAIN, command::PLACES];

/// A command of builds with debug assertions, for tests of what keeps a session alive.
#[cfg(debug_assertions)]
const PANIC: &str = "ftspec.panic";

/// Runs a command.
pub async fn execute(server: &Server, params: ExecuteCommandParams) -> Result<Option<Value>> {
    match params.command.as_str() {
        command::EXPLAIN => explain(server, &params.arguments).await.map(Some),
        command::PLACES => show(server, &params.arguments).await,
        #[cfg(debug_assertions)]
        PANIC if params.arguments.first().is_some_and(|place| place == "thread") => {
            crate::server::off_loop(|| panic!("planted off the loop")).await
        }
        #[cfg(debug_assertions)]
        PANIC => panic!("planted in a handler"),
        other => Err(Error::invalid_params(format!("there is no command `{other}`"))),
    }
}

/// The page of a rule, named by the last argument, as Markdown. Clients that do not show it themselves get a message.
async fn explain(server: &Server, arguments: &[Value]) -> Result<Value> {
    let name = arguments.iter().rev().find_map(Value::as_str).unwrap_or_default();
    let lang = server.configuration().lang;
    let Some(rule) = RULES.iter().find(|rule| rule.name == name || rule.code.eq_ignore_ascii_case(name)) else {
        return Err(Error::invalid_params(format!("there is no rule `{name}`")));
    };
    let page = rule.docs.page(lang);
    if !server.settings().runs(command::EXPLAIN) {
        let client = server.client.clone();
        let message = format!("{} {}: {}\n\n{}", rule.code, rule.name, page.summary, page.instead);
        tokio::spawn(async move { client.show_message(MessageType::INFO, message).await });
    }
    let title = |en, zh| lang.pick(en, zh);
    let mut markdown = format!("# {} · {}\n\n{}\n\n{}\n", rule.name, rule.code, page.summary, page.why);
    let section = |title: &str, text: &str| {
        if text.is_empty() { String::new() } else { format!("\n## {title}\n\n{text}\n") }
    };
    markdown.push_str(&section(title("Instead", "怎么办"), page.instead));
    markdown.push_str(&section(title("When to accept it", "什么时候可以接受"), page.accept_when));
    markdown.push_str(&example(title("Flagged", "会报告"), rule.docs.bad));
    markdown.push_str(&example(title("Better", "更好"), rule.docs.good));
    if !rule.options.is_empty() {
        markdown.push_str(&format!("\n## {}\n\n", title("Options", "选项")));
        for option in rule.options {
            let default = option.show(option.default);
            markdown.push_str(&format!("- `{}` ({default}): {}\n", option.name, option.doc(lang)));
        }
    }
    Ok(json!({ "rule": rule.name, "code": rule.code, "markdown": markdown }))
}

fn example(title: &str, text: &str) -> String {
    format!("\n## {title}\n\n```ftspec\n{}\n```\n", text.trim_matches('\n'))
}

/// Goes to the first of some places: address, headline, places. The client of a real list of places runs it itself.
async fn show(server: &Server, arguments: &[Value]) -> Result<Option<Value>> {
    let uri = arguments.first().and_then(|uri| serde_json::from_value::<Uri>(uri.clone()).ok());
    let places = arguments.iter().find_map(|places| serde_json::from_value::<Vec<Range>>(places.clone()).ok());
    let selection = places.and_then(|places| places.first().copied());
    let (Some(uri), Some(selection)) = (uri, selection) else {
        let lang: Lang = server.configuration().lang;
        return Err(Error::invalid_params(lang.pick("there is no place to show", "没有可以显示的位置")));
    };
    if server.abilities().shows_documents {
        let client = server.client.clone();
        let params =
            ShowDocumentParams { uri, external: Some(false), take_focus: Some(true), selection: Some(selection) };
        // Waiting for the client here would hold up the answer that it waits for.
        tokio::spawn(async move { client.show_document(params).await });
    }
    Ok(None)
}
