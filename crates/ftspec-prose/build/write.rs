//! The tables as Rust: statics that are borrowed where texts are read.

use std::fmt::Write;

use crate::class::{Class, Classes};
use crate::phrases::{Edge, State};
use crate::tables::{Pattern, Slot, Tables};

/// Buckets for the first units of phrases.
const BUCKETS: usize = 1 << 14;

/// What `src/lib.rs` includes.
pub fn statics(tables: Tables) -> String {
    let phrases = tables.phrases.lay_out(BUCKETS);
    let mut rust = String::from("static PHRASES: Phrases<'static> = Phrases {\n");
    field(&mut rust, "buckets", &phrases.buckets, u32::to_string);
    field(&mut rust, "first", &phrases.first, edge);
    field(&mut rust, "states", &phrases.states, |State { edges, set }| {
        format!("State {{ edges: {edges}, set: {set} }}")
    });
    field(&mut rust, "edges", &phrases.edges, edge);
    field(&mut rust, "sets", &phrases.sets, |set| classes(*set));
    rust.push_str("};\n\nstatic PATTERNS: Patterns = Patterns {\n");
    field(&mut rust, "rows", &tables.patterns, pattern);
    field(&mut rust, "by_class", Class::ALL, |class| {
        let begins = |row: &Pattern| row.slots.first().is_some_and(|slot| slot.classes.has(*class));
        let rows = tables.patterns.iter().enumerate().filter(|(_, row)| begins(row));
        format!("&{:?}", rows.map(|(index, _)| index).collect::<Vec<_>>())
    });
    rust.push_str("};\n");
    rust
}

fn field<T>(rust: &mut String, name: &str, values: &[T], show: impl Fn(&T) -> String) {
    let _ = writeln!(rust, "    {name}: &[");
    for value in values {
        let _ = writeln!(rust, "        {},", show(value));
    }
    rust.push_str("    ],\n");
}

fn edge(Edge { unit, to }: &Edge) -> String {
    format!("Edge {{ unit: {unit:#x}, to: {to} }}")
}

fn classes(classes: Classes) -> String {
    format!("Classes({:#x?})", classes.0)
}

fn distant(distant: Option<(u32, Classes)>) -> String {
    distant.map_or("None".to_string(), |(gap, set)| format!("Some(({gap}, {}))", classes(set)))
}

fn pattern(row: &Pattern) -> String {
    let slot = |slot: &Slot| {
        let Slot { within, over_commas, .. } = slot;
        let (is, without) = (classes(slot.classes), classes(slot.without));
        format!("Slot {{ classes: {is}, without: {without}, within: {within}, over_commas: {over_commas} }}")
    };
    let slots: Vec<String> = row.slots.iter().map(slot).collect();
    format!(
        "Pattern {{ label: Label::{:?}, id: {:?}, slots: &[{}], not_between: {}, not_beside: {}, not_after: {}, \
         not_before: {}, not_in: {}, beside: {}, whatever_is_negated: {} }}",
        row.label,
        row.id,
        slots.join(", "),
        classes(row.not_between),
        classes(row.not_beside),
        distant(row.not_after),
        distant(row.not_before),
        classes(row.not_in),
        classes(row.beside),
        row.whatever_is_negated,
    )
}
