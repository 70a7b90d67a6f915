//! `ftspec lsp` under load: many edits, many hostile messages, and what they leave behind.

use ftspec_analysis::Analysis;
use ftspec_tests::client::{Client, address, frame, rich};
use ftspec_tests::folder::folder;
use ftspec_tests::generate::Seeded;
use ftspec_tests::{BASE, config};
use serde_json::{Value, json};

fn change(uri: &str, version: i32, changes: &Value) -> Vec<u8> {
    let params = json!({ "textDocument": { "uri": uri, "version": version }, "contentChanges": changes });
    frame(&json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": params }))
}

/// The position of a byte, in UTF-16.
fn position(text: &str, offset: usize) -> Value {
    let line = text[..offset].matches('\n').count();
    let column = text[..offset].rsplit('\n').next().unwrap_or("").encode_utf16().count();
    json!({ "line": line, "character": column })
}

#[test]
fn ten_thousand_edits_later_the_findings_are_those_of_a_cold_check() {
    const PIECES: [&str; 16] = [
        "\n",
        "}",
        "{",
        "\"",
        " ",
        "😀",
        "语气",
        "metric m1 {\n",
        "  guard facts >= baseline\n",
        "90%",
        ":",
        "// note\n",
        "\"\"\"",
        "when any guard fails then freeze\n",
        "é",
        "goal {\n  kind: style\n}\n",
    ];
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    client.open(&uri, BASE);
    let mut random = Seeded::new(7);
    let mut text = BASE.to_string();
    let snap = |text: &str, mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let mut bytes = Vec::new();
    for version in 2..10_002 {
        let mut changes = Vec::new();
        for _ in 0..1 + random.below(3) {
            // Now and then the plan is whole again, so that rules have something to judge.
            if random.below(400) == 0 {
                text = BASE.to_string();
                changes.push(json!({ "text": text }));
                continue;
            }
            let from = snap(&text, random.below(text.len() + 1));
            let long = if text.len() > 2 * BASE.len() { 400 } else { 12 };
            let to = snap(&text, (from + random.below(long)).min(text.len()));
            let (from, to) = (from.min(to), from.max(to));
            let piece = PIECES[random.below(PIECES.len())];
            let range = json!({ "start": position(&text, from), "end": position(&text, to) });
            changes.push(json!({ "range": range, "text": piece }));
            text.replace_range(from..to, piece);
        }
        bytes.extend(change(&uri, version, &Value::Array(changes)));
        if version % 500 == 1 {
            client.send_raw(&bytes);
            bytes.clear();
            let told: Vec<(Value, Value)> = client
                .diagnostics(&uri, Some(version))
                .iter()
                .map(|found| (found["code"].clone(), found["range"].clone()))
                .collect();
            let analysis = Analysis::new(&text, &config());
            let cold: Vec<(Value, Value)> = analysis
                .diagnostics()
                .iter()
                .map(|found| {
                    let end = position(&text, found.span.end as usize);
                    let start = position(&text, found.span.start as usize);
                    (json!(found.rule.code), json!({ "start": start, "end": end }))
                })
                .collect();
            assert_eq!(told, cold, "after {version} versions:\n{text}");
        }
    }
    assert_eq!(client.end(), 0);
}

#[test]
fn a_hundred_thousand_hostile_messages_later_it_still_answers() {
    const METHODS: [&str; 12] = [
        "textDocument/hover",
        "textDocument/completion",
        "textDocument/didChange",
        "textDocument/rename",
        "initialize",
        "textDocument/semanticTokens/full/delta",
        "workspace/executeCommand",
        "no/such",
        "$/cancelRequest",
        "$/odd",
        "textDocument/codeAction",
        "codeAction/resolve",
    ];
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    client.open(&uri, BASE);
    let mut random = Seeded::new(3);
    let values = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
        json!("x"),
        json!([]),
        json!({}),
        json!([[[{}]]]),
        json!({ "textDocument": { "uri": uri } }),
        json!({ "textDocument": { "uri": "not an address" } }),
        json!({ "textDocument": { "uri": uri }, "position": { "line": 4_294_967_295_u32, "character": 1 } }),
        json!({ "textDocument": { "uri": uri }, "position": { "line": -1, "character": 0.5 } }),
        json!({ "textDocument": { "uri": uri }, "position": { "line": 3, "character": 3 }, "newName": "\n" }),
        json!({ "textDocument": { "uri": uri, "version": 0 }, "contentChanges": [{ "text": "gone" }] }),
        json!({ "command": "ftspec.explain", "arguments": [[], {}] }),
    ];
    let mut bytes = Vec::new();
    for number in 0..100_000 {
        let method = METHODS[random.below(METHODS.len())];
        let params = &values[random.below(values.len())];
        // Numbers are used again and again, also while they are in use.
        let id = random.below(50);
        match random.below(10) {
            0 => bytes.extend(b"Content-Length: 12\r\n\r\n{\"jsonrpc\": "),
            1 => bytes.extend(frame(&values[random.below(values.len())])),
            2 => bytes.extend(frame(&json!({ "jsonrpc": "2.0", "id": id, "result": params }))),
            3 => bytes.extend(frame(&json!({ "jsonrpc": "2.0", "id": [id], "method": method, "params": params }))),
            4 => bytes.extend(frame(&json!({ "jsonrpc": "2.0", "method": method, "params": params }))),
            5 => bytes.extend(b"Content-Length: x\r\nnonsense\r\n\r\n"),
            _ => bytes.extend(frame(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }))),
        }
        if number % 5_000 == 4_999 {
            client.send_raw(&bytes);
            bytes.clear();
        }
    }
    let id = json!("after all of it");
    let params = json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": 1 } });
    client.send(&json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/hover", "params": params }));
    client.wait_for_answer(&id);
    client.replace(&uri, 2, "");
    assert_eq!(client.diagnostics(&uri, Some(2)).len(), Analysis::new("", &config()).diagnostics().len());
}

#[cfg(target_os = "linux")]
#[test]
fn a_hundred_thousand_edits_leave_nothing_behind() {
    let folder = folder(&[]);
    let uri = address(&folder.path().join("plan.ftspec"));
    let mut client = Client::session(folder.path(), rich(), Value::Null);
    client.open(&uri, BASE);
    let mut version = 1;
    let mut type_for = |client: &mut Client, edits: i32| {
        for _ in 0..edits / 1_000 {
            let mut bytes = Vec::new();
            for _ in 0..1_000 {
                version += 1;
                let at = json!({ "line": version % 60, "character": 2 });
                // A letter comes, and goes with the next change.
                let edit = match version % 2 {
                    0 => json!([{ "range": { "start": at, "end": at }, "text": "x" }]),
                    _ => json!([{ "text": BASE }]),
                };
                bytes.extend(change(&uri, version, &edit));
            }
            client.send_raw(&bytes);
            client.diagnostics(&uri, Some(version));
            client.drain();
        }
        client.memory()
    };
    let early = type_for(&mut client, 1_000);
    let late = type_for(&mut client, 99_000);
    assert!(early > 0 && late <= early + early / 10, "{early} KiB after a thousand edits, {late} KiB in the end");
    assert_eq!(client.end(), 0);
}
