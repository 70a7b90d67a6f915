//! What holds for every message of a language server, as far as our client can say without a schema.

use serde_json::Value;

/// Looks at a message.
///
/// # Panics
///
/// Where no server may send it.
pub fn check(message: &Value) {
    assert_eq!(message["jsonrpc"], "2.0", "{message}");
    let object = message.as_object().expect("an object");
    let known = ["jsonrpc", "id", "method", "params", "result", "error"];
    assert!(object.keys().all(|key| known.contains(&key.as_str())), "{message}");
    match object.get("method") {
        Some(method) => {
            assert!(method.is_string() && !object.contains_key("result") && !object.contains_key("error"), "{message}");
            assert!(object.get("params").is_none_or(|params| params.is_object() || params.is_array()), "{message}");
        }
        None => {
            assert!(object.contains_key("id"), "{message}");
            assert!(object.contains_key("result") != object.contains_key("error"), "{message}");
            if let Some(error) = object.get("error") {
                assert!(error["code"].is_i64() && error["message"].is_string(), "{message}");
            }
        }
    }
    for part in ["params", "result"] {
        if let Some(value) = object.get(part).filter(|value| !value.is_null()) {
            check_value(value, part, message);
        }
    }
}

/// Optional fields are left out, never null; ranges run forwards; what editors refuse does not come.
fn check_value(value: &Value, name: &str, message: &Value) {
    match value {
        Value::Null => assert!(name == "version" || name == "route", "`{name}` is null: {message}"),
        Value::Array(items) => items.iter().for_each(|item| check_value(item, name, message)),
        Value::Object(object) => {
            if let (Some(start), Some(end)) = (object.get("start"), object.get("end")) {
                let at = |place: &Value| (place["line"].as_u64(), place["character"].as_u64());
                assert!(at(start).0.is_some() && at(start).1.is_some(), "a position: {start} in {message}");
                assert!(at(start) <= at(end), "a range runs forwards: {value} in {message}");
            }
            if object.contains_key("severity") {
                assert!((1..=4).contains(&object["severity"].as_u64().unwrap_or_default()), "{value}");
                assert!(object["message"].as_str().is_some_and(|text| !text.is_empty()), "{value}");
            }
            for empty in ["label", "title", "name"] {
                let text = object.get(empty).and_then(Value::as_str);
                let is_hidden = object.contains_key("command") && empty == "title";
                assert!(text != Some("") || is_hidden, "`{empty}` is empty: {message}");
            }
            if let (Some(range), Some(select)) = (object.get("range"), object.get("selectionRange")) {
                let at = |place: &Value| (place["line"].as_u64(), place["character"].as_u64());
                assert!(
                    at(&range["start"]) <= at(&select["start"]) && at(&select["end"]) <= at(&range["end"]),
                    "a symbol holds its name: {value}"
                );
            }
            object.iter().for_each(|(key, inside)| check_value(inside, key, message));
        }
        _ => {}
    }
}
