//! JSON: the plan as it is, for dashboards and scripts.

use crate::plan::Plan;

/// One object, indented.
pub fn render(plan: &Plan) -> String {
    // Structs with string keys and no failing parts: there is nothing that could go wrong.
    serde_json::to_string_pretty(plan).map(|text| text + "\n").unwrap_or_default()
}

/// The JSON Schema of what [`render`] writes, made from the types of the plan.
#[cfg(feature = "schema")]
pub fn schema() -> String {
    use schemars::generate::SchemaSettings;

    let mut schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Plan>();
    schema.insert("title".into(), "ftspec plan --format json, version 1".into());
    serde_json::to_string_pretty(&schema).map(|text| text + "\n").unwrap_or_default()
}
