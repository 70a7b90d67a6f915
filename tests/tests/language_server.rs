//! `ftspec lsp` as an editor has it: a real process, spoken to over its standard streams.

use std::fs;

use ftspec_analysis::Analysis;
use ftspec_tests::client::{Client, address, pulling, rich};
use ftspec_tests::folder::{folder, without_guard, write};
use ftspec_tests::{BASE, config};
use serde_json::{Value, json};

const BROKEN: &str = "spec \"half\ngoal {\n  kind: styl\n  metric m {\n guard m >=\nround r1 { m = }\n when any guard";

fn codes(found: &[Value]) -> Vec<String> {
    found.iter().map(|found| found["code"].as_str().unwrap_or("none").to_string()).collect()
}

fn expected(text: &str) -> Vec<String> {
    Analysis::new(text, &config()).diagnostics().iter().map(|found| found.rule.code.to_string()).collect()
}

#[test]
fn a_session_ends_with_the_right_code() {
    let folder = folder(&[]);
    let session = || Client::session(folder.path(), rich(), Value::Null);
    assert_eq!(session().end(), 0);
    assert_eq!(session().code(), 1, "the input ends");
    let mut client = session();
    client.notify("exit", Value::Null);
    assert_eq!(client.code(), 1, "exit without shutdown");
    let mut client = session();
    client.request("shutdown", Value::Null);
    assert_eq!(client.refused("textDocument/hover", json!({}))["code"], -32600);
    client.notify("exit", Value::Null);
    assert_eq!(client.code(), 0);
    let mut client = Client::start(folder.path(), &["--stdio"]);
    assert_eq!(client.refused("textDocument/hover", json!({}))["code"], -32002);
    assert_eq!(client.refused("initialize", json!({ "capabilities": 7 }))["code"], -32602);
    client.initialize(folder.path(), json!({}), Value::Null);
    assert_eq!(client.end(), 0);
}

/// It does not wait for the client to close the door, either.
#[test]
fn the_last_word_is_the_last_one() {
    let folder = folder(&[]);
    for shut_down in [true, false] {
        let mut client = Client::session(folder.path(), rich(), Value::Null);
        if shut_down {
            client.request("shutdown", Value::Null);
        }
        client.notify("exit", Value::Null);
        assert_eq!(client.code_with_input_open(), i32::from(!shut_down));
    }
}

/// What is asked of each capability: the method, and what belongs to it besides the document.
fn questions(offers: &Value) -> Vec<(String, Value)> {
    let place = json!({ "line": 8, "character": 5 });
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 30, "character": 2 } });
    let layout = json!({ "tabSize": 2, "insertSpaces": true });
    let mut questions = Vec::new();
    for (capability, offer) in offers.as_object().expect("an object") {
        let mut ask = |method: &str, more: Value| questions.push((method.to_string(), more));
        match capability.as_str() {
            "positionEncoding" | "textDocumentSync" | "workspace" => {}
            "hoverProvider" => ask("textDocument/hover", json!({ "position": place })),
            "completionProvider" => ask("textDocument/completion", json!({ "position": place })),
            "signatureHelpProvider" => ask("textDocument/signatureHelp", json!({ "position": place })),
            "definitionProvider" => ask("textDocument/definition", json!({ "position": place })),
            "referencesProvider" => {
                ask("textDocument/references", json!({ "position": place, "context": { "includeDeclaration": true } }))
            }
            "documentHighlightProvider" => ask("textDocument/documentHighlight", json!({ "position": place })),
            "documentSymbolProvider" => ask("textDocument/documentSymbol", json!({})),
            "workspaceSymbolProvider" => ask("workspace/symbol", json!({ "query": "m" })),
            "renameProvider" => {
                if offer["prepareProvider"] == true {
                    ask("textDocument/prepareRename", json!({ "position": place }));
                }
                ask("textDocument/rename", json!({ "position": place, "newName": "other" }));
            }
            "linkedEditingRangeProvider" => ask("textDocument/linkedEditingRange", json!({ "position": place })),
            "selectionRangeProvider" => {
                ask("textDocument/selectionRange", json!({ "positions": [place, { "line": 900, "character": 1 }] }))
            }
            "foldingRangeProvider" => ask("textDocument/foldingRange", json!({})),
            "semanticTokensProvider" => {
                ask("textDocument/semanticTokens/full", json!({}));
                ask("textDocument/semanticTokens/full/delta", json!({ "previousResultId": "0" }));
                ask("textDocument/semanticTokens/range", json!({ "range": range }));
            }
            "inlayHintProvider" => ask("textDocument/inlayHint", json!({ "range": range })),
            "codeLensProvider" => ask("textDocument/codeLens", json!({})),
            "documentLinkProvider" => ask("textDocument/documentLink", json!({})),
            "codeActionProvider" => {
                ask("textDocument/codeAction", json!({ "range": range, "context": { "diagnostics": [] } }))
            }
            "documentFormattingProvider" => ask("textDocument/formatting", json!({ "options": layout })),
            "documentRangeFormattingProvider" => {
                ask("textDocument/rangeFormatting", json!({ "options": layout, "range": range }))
            }
            "documentOnTypeFormattingProvider" => {
                ask("textDocument/onTypeFormatting", json!({ "options": layout, "position": place, "ch": "}" }))
            }
            "executeCommandProvider" => {
                for command in offer["commands"].as_array().expect("names") {
                    let arguments = json!(["file:///x", "no-guard", [range]]);
                    ask("workspace/executeCommand", json!({ "command": command, "arguments": arguments }));
                }
            }
            "diagnosticProvider" => {
                ask("textDocument/diagnostic", json!({}));
                ask("workspace/diagnostic", json!({ "previousResultIds": [] }));
            }
            other => panic!("nobody asks for `{other}`: it needs a line here"),
        }
    }
    assert!(questions.len() > 20, "{questions:?}");
    questions
}

#[test]
fn every_method_that_is_offered_answers_on_any_text() {
    let folder = folder(&[]);
    for capabilities in [rich(), pulling(), json!({})] {
        let mut client = Client::session(folder.path(), capabilities, Value::Null);
        for (name, text) in [("good", BASE), ("broken", BROKEN), ("empty", ""), ("blank", "\n"), ("mark", "\u{feff}{")]
        {
            let uri = address(&folder.path().join(format!("{name}.ftspec")));
            client.open(&uri, text);
            for (method, mut params) in questions(&client.offers.clone()) {
                params["textDocument"] = json!({ "uri": uri });
                let id = client.ask(&method, params);
                if let Err(error) = client.answer(id) {
                    // "There is no name here" is an answer, too.
                    assert!(method.contains("ename") && error["code"] == -32803, "{method} on {name}: {error}");
                }
            }
        }
        client.request("ftspec/verdict", json!({ "uri": address(&folder.path().join("good.ftspec")) }));
        let plan = client.request("ftspec/plan", json!({ "uri": address(&folder.path().join("broken.ftspec")) }));
        assert!(plan["text"].is_null() && plan["errors"].as_u64() > Some(0), "{plan}");
        assert_eq!(client.end(), 0);
    }
}

#[test]
fn answers_say_what_the_analysis_says() {
    let folder = folder(&[("data/train.jsonl", ""), ("data/.hidden", ""), ("ftspec.toml", "")]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), rich(), json!({ "docs": "https://example.org/rules.md" }));
    let text = without_guard();
    client.open(&uri, &text);
    let found = client.diagnostics(&uri, Some(1));
    assert_eq!(codes(&found), expected(&text));
    let no_guard = found.iter().find(|found| found["code"] == "FT404").expect("it is missing");
    assert_eq!(no_guard["codeDescription"]["href"], "https://example.org/rules.md#no-guard");
    assert_eq!(no_guard["data"]["rule"], "no-guard");

    let document = json!({ "uri": uri });
    let at = |word: &str| {
        let offset = text.find(word).unwrap_or_else(|| panic!("{word} is in the text"));
        let line = text[..offset].matches('\n').count();
        let column = text[..offset].rsplit('\n').next().unwrap_or("").encode_utf16().count();
        json!({ "line": line, "character": column + 1 })
    };
    let hover = client.request("textDocument/hover", json!({ "textDocument": document, "position": at("goal") }));
    assert_eq!(hover["contents"]["kind"], "markdown", "{hover}");
    let verdict = client.request("ftspec/verdict", document.clone());
    assert_eq!(verdict["kind"], "not_ready", "{verdict}");
    for (format, begins) in [(json!("html"), "<!DOCTYPE html>"), (json!("markdown"), "# ")] {
        let plan = client.request("ftspec/plan", json!({ "uri": uri, "format": format }));
        assert!(plan["text"].as_str().is_some_and(|text| text.starts_with(begins)), "{plan}");
        assert_eq!((plan["errors"].as_u64(), plan["version"].as_i64()), (Some(0), Some(1)), "{plan}");
    }

    // The fix of a finding is offered where it is, and following it mends the finding.
    let mut action = json!({ "textDocument": document, "range": no_guard["range"], "context": { "diagnostics": [] } });
    let offered = client.request("textDocument/codeAction", action.clone());
    let fits = |action: &&Value| action["diagnostics"][0]["code"] == "FT404" && action["edit"].is_object();
    let first = offered.as_array().expect("a list").iter().find(fits).expect("it can be mended");
    assert_eq!(first["edit"]["documentChanges"][0]["textDocument"], json!({ "uri": uri, "version": 1 }));
    action["context"] = json!({ "diagnostics": [], "only": ["source.fixAll"] });
    for fix_all in client.request("textDocument/codeAction", action).as_array().expect("a list") {
        assert_eq!(fix_all["kind"], "source.fixAll.ftspec");
        client.request("codeAction/resolve", fix_all.clone());
    }

    // Paths come from the disk.
    let written = "spec \"s\"\ndata d {\n  path: \"data/\"\n}\n";
    client.replace(&uri, 2, written);
    let inside = json!({ "textDocument": document, "position": { "line": 2, "character": 14 } });
    let list = client.request("textDocument/completion", inside);
    let labels: Vec<&str> =
        list["items"].as_array().expect("a list").iter().flat_map(|i| i["label"].as_str()).collect();
    assert_eq!(labels, ["data/train.jsonl"], "{list}");
    client.replace(&uri, 3, "spec \"s\"\ndata d {\n  path: \"./data/x/../train.jsonl\"\n}\n");
    let links = client.request("textDocument/documentLink", json!({ "textDocument": document }));
    assert_eq!(links[0]["target"], address(&folder.path().join("data/train.jsonl")), "{links}");

    // The page of a rule, and a message for who does not show it.
    let page =
        client.request("workspace/executeCommand", json!({ "command": "ftspec.explain", "arguments": ["FT404"] }));
    assert!(page["markdown"].as_str().is_some_and(|text| text.starts_with("# no-guard")), "{page}");
    client.wait_until("a message", |message| message["method"] == "window/showMessage");
    assert_eq!(client.end(), 0);
}

/// Applies what `textDocument/formatting` gives, in UTF-16.
#[test]
fn formatting_is_what_the_formatter_says() {
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    let text = BASE.replace("  ", "\t ").replace(": ", " :");
    client.open(&uri, &text);
    let layout = json!({ "tabSize": 4, "insertSpaces": false });
    let edits = client.request("textDocument/formatting", json!({ "textDocument": { "uri": uri }, "options": layout }));
    let mut formatted = text.clone();
    for edit in edits.as_array().expect("a list").iter().rev() {
        let at = |place: &Value| offset(&text, place, "utf-16");
        let range = at(&edit["range"]["start"])..at(&edit["range"]["end"]);
        formatted.replace_range(range, edit["newText"].as_str().expect("a text"));
    }
    assert_eq!(formatted, ftspec_syntax::format(&text));
}

/// The byte of a position, by counting.
fn offset(text: &str, place: &Value, encoding: &str) -> usize {
    let (line, column) = (place["line"].as_u64().expect("a line"), place["character"].as_u64().expect("a column"));
    let start: usize = text.split_inclusive('\n').take(line as usize).map(str::len).sum();
    let mut left = column as usize;
    for (at, c) in text[start..].char_indices() {
        if left == 0 || c == '\n' {
            return start + at;
        }
        left -= match encoding {
            "utf-8" => c.len_utf8(),
            "utf-16" => c.len_utf16(),
            _ => 1,
        };
    }
    text.len()
}

fn position(text: &str, offset: usize, encoding: &str) -> Value {
    let line = text[..offset].matches('\n').count();
    let before = text[..offset].rsplit('\n').next().unwrap_or("");
    let column = match encoding {
        "utf-8" => before.len(),
        "utf-16" => before.encode_utf16().count(),
        _ => before.chars().count(),
    };
    json!({ "line": line, "character": column })
}

/// Code, first and last byte, headline.
fn places(found: &[Value], text: &str, encoding: &str) -> Vec<(String, usize, usize, String)> {
    let place = |found: &Value| {
        let at = |end: &str| offset(text, &found["range"][end], encoding);
        let headline = found["message"].as_str().and_then(|text| text.lines().next()).unwrap_or_default();
        (found["code"].as_str().unwrap_or_default().to_string(), at("start"), at("end"), headline.to_string())
    };
    found.iter().map(place).collect()
}

fn cold(text: &str) -> Vec<(String, usize, usize, String)> {
    let place = |found: &ftspec_analysis::Diagnostic| {
        let headline = found.message.lines().next().unwrap_or_default().to_string();
        (found.rule.code.to_string(), found.span.start as usize, found.span.end as usize, headline)
    };
    Analysis::new(text, &config()).diagnostics().iter().map(place).collect()
}

#[test]
fn columns_count_what_was_agreed_on() {
    let folder = folder(&[]);
    let text = "spec \"退款😀回复\"\n\ngoal {\n  kind: styl // 😀😀 语气\n  wants: \"保持语气一致😀\" oops\n}\n";
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut capabilities = rich();
        capabilities["general"]["positionEncodings"] = json!([encoding, "utf-16"]);
        let mut client = Client::session(folder.path(), capabilities, Value::Null);
        assert_eq!(client.offers["positionEncoding"], encoding);
        let uri = address(&folder.path().join("plan.ftspec"));
        client.open(&uri, text);
        assert_eq!(places(&client.diagnostics(&uri, Some(1)), text, encoding), cold(text), "{encoding}");
        // Behind an emoji, in the middle of Chinese, over a line break.
        let from = text.find("回复").expect("there");
        let to = text.find("goal").expect("there");
        let range = json!({ "start": position(text, from, encoding), "end": position(text, to, encoding) });
        client.change(&uri, 2, json!([{ "range": range, "text": "\"\n" }]));
        let changed = format!("{}\"\n{}", &text[..from], &text[to..]);
        assert_eq!(places(&client.diagnostics(&uri, Some(2)), &changed, encoding), cold(&changed), "{encoding}");
        let tokens = client.request("textDocument/semanticTokens/full", json!({ "textDocument": { "uri": uri } }));
        let (mut line, mut column) = (0, 0);
        for token in tokens["data"].as_array().expect("numbers").chunks(5) {
            let number = |at: usize| token[at].as_u64().expect("a number");
            column = if number(0) > 0 { number(1) } else { column + number(1) };
            line += number(0);
            let start = json!({ "line": line, "character": column });
            let end = json!({ "line": line, "character": column + number(2) });
            let token = &changed[offset(&changed, &start, encoding)..offset(&changed, &end, encoding)];
            assert!(!token.is_empty() && token.trim() == token, "{encoding}: {token:?}");
        }
    }
}

#[test]
fn stale_changes_are_left_out() {
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    client.open(&uri, BASE);
    client.diagnostics(&uri, Some(1));
    client.replace(&uri, 5, &without_guard());
    client.diagnostics(&uri, Some(5));
    client.replace(&uri, 4, "nonsense");
    client.replace(&uri, 5, "nonsense");
    client.wait_until("a line in the log", |message| message["method"] == "window/logMessage");
    client.replace("file:///not/open.ftspec", 2, "nonsense");
    client.change(&uri, 6, json!([]));
    assert_eq!(codes(&client.diagnostics(&uri, Some(6))), expected(&without_guard()));
    client.wait_until("a line in the log", |message| {
        message["method"] == "window/logMessage" && message["params"]["message"].to_string().contains("it is not open")
    });
}

#[test]
fn one_change_one_message_and_a_burst_is_told_once() {
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    client.open(&uri, BASE);
    let told = |client: &mut Client| {
        let published = |message: &&Value| message["method"] == "textDocument/publishDiagnostics";
        client.drain().iter().filter(published).filter(|message| message["params"]["uri"] == uri).count()
    };
    client.diagnostics(&uri, Some(1));
    for version in 2..12 {
        client.replace(&uri, version, &format!("{BASE}// {version}\n"));
        assert_eq!(client.diagnostics(&uri, Some(version)).len(), 0);
    }
    assert_eq!(told(&mut client), 0, "each change was told once");
    let burst: Vec<u8> = (12..1012)
        .flat_map(|version| {
            let document = json!({ "uri": uri, "version": version });
            let changes = json!([{ "text": format!("{BASE}// {version}\n") }]);
            let params = json!({ "textDocument": document, "contentChanges": changes });
            let message = json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": params });
            ftspec_tests::client::frame(&message)
        })
        .collect();
    client.send_raw(&burst);
    client.diagnostics(&uri, Some(1011));
    assert!(told(&mut client) < 500, "a burst is not told change by change");
}

#[test]
fn a_client_that_can_do_nothing_is_served_in_plain_text() {
    let folder = folder(&[("ftspec.toml", "[rules]\nno-guard = \"note\"\n")]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), json!({}), Value::Null);
    assert_eq!(client.offers["positionEncoding"], "utf-16");
    assert!(client.offers.get("codeActionProvider").is_none() && client.offers.get("diagnosticProvider").is_none());
    client.open(&uri, &without_guard());
    let found = client.diagnostics(&uri, Some(1));
    assert_eq!(codes(&found), expected(&without_guard()));
    assert!(found.iter().all(|found| found.get("relatedInformation").is_none() && found.get("tags").is_none()));
    let text = without_guard();
    let goal = position(&text, text.find("goal {").expect("there is a goal") + 1, "utf-16");
    let params = json!({ "textDocument": { "uri": uri }, "position": goal });
    let hover = client.request("textDocument/hover", params);
    assert_eq!(hover["contents"]["kind"], "plaintext", "{hover}");
    // Nobody tells of changed files: a saved document is the occasion to look.
    write(folder.path(), "ftspec.toml", b"[rules]\nno-guard = \"allow\"\n");
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": uri } }));
    assert!(!codes(&client.diagnostics(&uri, Some(1))).contains(&"FT404".to_string()));
    let other = address(&folder.path().join("other.ftspec"));
    client.open(&other, "spec \"s\"\ngoal {\n  \n}\n");
    let inside = json!({ "textDocument": { "uri": other }, "position": { "line": 2, "character": 2 } });
    let list = client.request("textDocument/completion", inside);
    let documented = list["items"].as_array().expect("a list").iter().filter_map(|item| item.get("documentation"));
    assert!(documented.clone().count() > 3 && documented.clone().all(Value::is_string), "{list}");
    assert!(client.asked.is_empty(), "{:?}", client.asked);
}

#[test]
fn a_broken_configuration_is_told_in_its_own_file() {
    let folder = folder(&[("ftspec.toml", "[rules]\nno-gard = \"allow\"\n")]);
    let (uri, toml) = (address(&folder.path().join("plan.ftspec")), address(&folder.path().join("ftspec.toml")));
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    client.wait_until_asked("client/registerCapability");
    client.open(&uri, &without_guard());
    assert_eq!(codes(&client.diagnostics(&uri, Some(1))), expected(&without_guard()), "the defaults count");
    let problems = client.diagnostics(&toml, None);
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0]["range"]["start"], json!({ "line": 1, "character": 0 }), "{problems:?}");
    assert!(problems[0]["message"].as_str().is_some_and(|text| text.contains("no-gard")), "{problems:?}");
    let changed = json!({ "changes": [{ "uri": toml, "type": 2 }] });
    write(folder.path(), "ftspec.toml", b"[rules]\nno-guard = \"allow\"\n");
    client.notify("workspace/didChangeWatchedFiles", changed.clone());
    assert!(!codes(&client.diagnostics(&uri, Some(1))).contains(&"FT404".to_string()));
    assert_eq!(client.diagnostics(&toml, None).len(), 0, "what was mended is taken back");
    write(folder.path(), "ftspec.toml", b"\xff\xfe");
    client.notify("workspace/didChangeWatchedFiles", changed);
    assert_eq!(client.diagnostics(&toml, None).len(), 1);
    assert_eq!(client.end(), 0);
}

#[test]
fn settings_change_without_a_restart() {
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), rich(), json!({ "lang": "en", "nonsense": 1 }));
    client.wait_until_asked("workspace/configuration");
    client.open(&uri, &without_guard());
    let told = client.diagnostics(&uri, Some(1));
    assert!(told[0]["message"].as_str().is_some_and(str::is_ascii), "{told:?}");
    client.settings = json!({ "lang": "zh", "inlayHints": false, "codeLenses": null, "other": [1] });
    client.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    let told = client.diagnostics(&uri, Some(1));
    assert!(told[0]["message"].as_str().is_some_and(ftspec_tests::chinese::has_chinese), "{told:?}");
    let line = client.wait_until("a line in the log", |message| {
        message["method"] == "window/logMessage" && message["params"]["message"].to_string().contains("other")
    });
    assert!(line["message"].as_str().is_some_and(|text| text.contains("left out")), "{line}");
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 900, "character": 0 } });
    let hints = client.request("textDocument/inlayHint", json!({ "textDocument": { "uri": uri }, "range": range }));
    assert_eq!(hints, json!([]));
    assert!(client.said().contains("nonsense"));

    // Clients that send their settings.
    let mut client = Client::session(folder.path(), json!({}), Value::Null);
    client.open(&uri, &without_guard());
    client.diagnostics(&uri, Some(1));
    for settings in [json!(null), json!(7), json!({ "ftspec": { "lang": 7 } })] {
        client.notify("workspace/didChangeConfiguration", json!({ "settings": settings }));
    }
    client.notify("workspace/didChangeConfiguration", json!({ "settings": { "ftspec": { "lang": "zh" } } }));
    let told = client.diagnostics(&uri, Some(1));
    assert!(told[0]["message"].as_str().is_some_and(ftspec_tests::chinese::has_chinese), "{told:?}");
}

/// Editors tell their settings several times at the start, and files change in droves.
#[test]
fn answers_are_called_old_once_for_changes_that_come_together() {
    let folder = folder(&[("ftspec.toml", "")]);
    let mut client = Client::session(folder.path(), rich(), json!({ "lang": "en" }));
    client.wait_until_asked("workspace/configuration");
    let refreshed = |client: &Client| {
        let is_refresh = |asked: &&Value| asked["method"].as_str().is_some_and(|method| method.ends_with("/refresh"));
        client.asked.iter().filter(is_refresh).count()
    };
    for _ in 0..8 {
        client.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    }
    // Nothing has changed, so nothing is old. More than enough time passes for it to be said.
    std::thread::sleep(std::time::Duration::from_millis(200));
    client.drain();
    assert_eq!(refreshed(&client), 0, "{:?}", client.asked);
    client.settings = json!({ "lang": "zh" });
    client.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    client.wait_until_asked("workspace/codeLens/refresh");
    client.drain();
    assert_eq!(refreshed(&client), 2, "remarks and lenses, once: {:?}", client.asked);
    let toml = json!({ "uri": address(&folder.path().join("ftspec.toml")), "type": 2 });
    for _ in 0..40 {
        client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [toml] }));
    }
    let text = "[rules]\nno-guard = \"allow\"\n";
    write(folder.path(), "ftspec.toml", text.as_bytes());
    client.asked.clear();
    client.wait_until_asked("workspace/codeLens/refresh");
    client.drain();
    assert!(refreshed(&client) < 40, "{} for one change", refreshed(&client));
}

#[test]
fn the_language_is_the_editors_unless_somebody_chose() {
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    for (arguments, options, chinese) in [
        (&[][..], json!({}), true),
        (&["--lang", "en"][..], json!({}), false),
        (&["--lang", "en"][..], json!({ "lang": "zh" }), true),
    ] {
        let mut client = Client::start(folder.path(), arguments);
        let params = json!({ "capabilities": {}, "locale": "zh-cn", "initializationOptions": options });
        client.request("initialize", params);
        client.notify("initialized", json!({}));
        client.open(&uri, &without_guard());
        let told = client.diagnostics(&uri, Some(1));
        let text = told[0]["message"].as_str().expect("a text");
        assert_eq!(ftspec_tests::chinese::has_chinese(text), chinese, "{arguments:?}: {text}");
    }
}

#[test]
fn who_asks_for_diagnostics_is_not_sent_any() {
    let flawed = without_guard();
    let folder = folder(&[("other.ftspec", &flawed), ("ftspec.toml", "x = 1\n"), ("good.ftspec", BASE)]);
    let at = |name: &str| address(&folder.path().join(name));
    let mut client = Client::session(folder.path(), pulling(), Value::Null);
    let uri = at("plan.ftspec");
    client.open(&uri, &flawed);
    let ask = |client: &mut Client, previous: Value| {
        let mut params = json!({ "textDocument": { "uri": uri } });
        if !previous.is_null() {
            params["previousResultId"] = previous;
        }
        client.request("textDocument/diagnostic", params)
    };
    let full = ask(&mut client, Value::Null);
    assert_eq!(codes(full["items"].as_array().expect("a list")), expected(&flawed));
    let same = ask(&mut client, full["resultId"].clone());
    assert_eq!(same["kind"], "unchanged", "{same}");
    client.replace(&uri, 2, BASE);
    let new = ask(&mut client, full["resultId"].clone());
    assert_eq!((new["kind"].as_str(), new["items"].as_array().map(Vec::len)), (Some("full"), Some(0)));

    let all = client.request("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let items = all["items"].as_array().expect("a list").clone();
    let of = |name: &str| items.iter().find(|item| item["uri"] == at(name)).unwrap_or_else(|| panic!("{name}: {all}"));
    assert_eq!(codes(of("other.ftspec")["items"].as_array().expect("a list")), expected(&flawed));
    assert_eq!(of("ftspec.toml")["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(of("plan.ftspec")["version"], 2);
    let known: Vec<Value> = items.iter().map(|item| json!({ "uri": item["uri"], "value": item["resultId"] })).collect();
    fs::remove_file(folder.path().join("other.ftspec")).expect("removed");
    let gone = json!({ "changes": [{ "uri": at("other.ftspec"), "type": 3 }] });
    client.notify("workspace/didChangeWatchedFiles", gone);
    let emptied = |client: &mut Client| {
        let again = client.request("workspace/diagnostic", json!({ "previousResultIds": known }));
        let items = again["items"].as_array().expect("a list").clone();
        items.iter().any(|item| item["uri"] == at("other.ftspec") && item["items"] == json!([]))
    };
    assert!((0..100).any(|_| emptied(&mut client)), "what is gone is emptied");
    // An editor may have forgotten that it was told of them: it does so when a document is closed.
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    let all = client.request("workspace/diagnostic", json!({ "previousResultIds": [] }));
    for name in ["other.ftspec", "plan.ftspec"] {
        let emptied = |item: &Value| item["uri"] == at(name) && item["items"] == json!([]);
        assert!(all["items"].as_array().expect("a list").iter().any(emptied), "{name}: {all}");
    }
    let sent = client.drain();
    assert!(sent.iter().all(|message| message["method"] != "textDocument/publishDiagnostics"), "{sent:?}");
}

/// Such a client would show what was true before a setting changed.
#[test]
fn who_cannot_be_told_to_ask_again_is_sent_diagnostics() {
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut capabilities = pulling();
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": false });
    let mut client = Client::session(folder.path(), capabilities, Value::Null);
    assert!(client.offers.get("diagnosticProvider").is_none(), "{}", client.offers);
    client.open(&uri, &without_guard());
    assert_eq!(codes(&client.diagnostics(&uri, Some(1))), expected(&without_guard()));
}

#[test]
fn the_whole_workspace_is_looked_at() {
    let flawed = without_guard();
    let many: Vec<(String, String)> = (0..60).map(|n| (format!("many/m{n}.ftspec"), BASE.to_string())).collect();
    let mut files: Vec<(&str, &str)> = many.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    files.extend([("a.ftspec", flawed.as_str()), ("drafts/b.ftspec", &flawed), ("c.ftspec", &flawed)]);
    files.push(("ftspec.toml", "[files]\nexclude = [\"drafts/\"]\n"));
    let folder = folder(&files);
    let second = tempfile::tempdir().expect("a folder");
    write(second.path(), "d.ftspec", flawed.as_bytes());
    write(second.path(), "ftspec.toml", b"[rules]\nno-gard = \"allow\"\n");
    let at = |name: &str| address(&folder.path().join(name));
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    assert_eq!(codes(&client.diagnostics(&at("a.ftspec"), None)), expected(&flawed));
    client.wait_until_asked("window/workDoneProgress/create");
    for kind in ["begin", "end"] {
        client.wait_until("progress", |message| {
            message["method"] == "$/progress" && message["params"]["value"]["kind"] == kind
        });
    }
    client.diagnostics(&at("c.ftspec"), None);
    let told = client.drain();
    assert!(told.iter().all(|message| message["params"]["uri"] != at("drafts/b.ftspec")), "it is excluded");

    // Opening, mending without saving, closing: the file counts again.
    client.open(&at("a.ftspec"), BASE);
    assert_eq!(client.diagnostics(&at("a.ftspec"), Some(1)).len(), 0);
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": at("a.ftspec") } }));
    assert_eq!(codes(&client.diagnostics(&at("a.ftspec"), None)), expected(&flawed));
    write(folder.path(), "a.ftspec", BASE.as_bytes());
    fs::remove_file(folder.path().join("c.ftspec")).expect("removed");
    let events = json!([{ "uri": at("a.ftspec"), "type": 2 }, { "uri": at("c.ftspec"), "type": 3 }]);
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": events }));
    assert_eq!(client.diagnostics(&at("a.ftspec"), None).len(), 0);
    assert_eq!(client.diagnostics(&at("c.ftspec"), None).len(), 0);

    let named = |client: &mut Client| client.request("workspace/symbol", json!({ "query": "goal" }));
    assert!(named(&mut client).as_array().is_some_and(|found| found.len() >= 60), "names of all files");
    let event = |added: Value, removed: Value| json!({ "event": { "added": added, "removed": removed } });
    let (one, other) = (address(folder.path()), address(second.path()));
    let folders = event(json!([{ "uri": other, "name": "d" }]), json!([{ "uri": one, "name": "specs" }]));
    client.notify("workspace/didChangeWorkspaceFolders", folders);
    assert_eq!(codes(&client.diagnostics(&address(&second.path().join("d.ftspec")), None)), expected(&flawed));
    assert!((0..200).any(|_| named(&mut client).as_array().is_some_and(|found| found.len() < 10)), "the rest is gone");

    // What is wrong in a configuration comes and goes with its folder.
    let configuration = address(&second.path().join("ftspec.toml"));
    assert_eq!(client.diagnostics(&configuration, None).len(), 1);
    let folders = event(json!([]), json!([{ "uri": other, "name": "d" }]));
    client.notify("workspace/didChangeWorkspaceFolders", folders);
    assert_eq!(client.diagnostics(&configuration, None).len(), 0);
}

#[test]
fn a_panic_costs_one_answer() {
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    client.open(&uri, BASE);
    for place in ["loop", "thread", "loop"] {
        let error =
            client.refused("workspace/executeCommand", json!({ "command": "ftspec.panic", "arguments": [place] }));
        assert_eq!(error["code"], -32603, "{error}");
    }
    client.replace(&uri, 2, &without_guard());
    assert_eq!(codes(&client.diagnostics(&uri, Some(2))), expected(&without_guard()));
    assert!(client.said().contains("planted"), "{}", client.said());
    assert_eq!(client.end(), 0);
}

#[test]
fn what_is_cancelled_is_answered_all_the_same() {
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    client.open(&uri, &ftspec_tests::generate::long(4_000));
    let ids: Vec<i64> = (0..200)
        .map(|_| {
            let id = client.ask("textDocument/semanticTokens/full", json!({ "textDocument": { "uri": uri } }));
            client.notify("$/cancelRequest", json!({ "id": id }));
            id
        })
        .collect();
    let mut cancelled = 0;
    for id in ids {
        if let Err(error) = client.answer(id) {
            assert_eq!(error["code"], -32800, "{error}");
            cancelled += 1;
        }
    }
    assert!(cancelled > 100, "only {cancelled} of 200 were cancelled");
    assert_eq!(client.end(), 0);
}
