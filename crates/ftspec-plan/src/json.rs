//! JSON: the plan as it is, for dashboards and scripts.

use crate::plan::Plan;

/// One object, indented.
pub fn render(plan: &Plan) -> String {
    // Structs with string keys and no failing parts: there is nothing that could go wrong.
    serde_json::to_string_pretty(plan).map(|text| text + "\n").unwrap_or_default()
}
