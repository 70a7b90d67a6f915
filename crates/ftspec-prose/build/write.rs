//! The tables as Rust: statics that are borrowed where texts are read.

use std::fmt::Write;

use crate::class::{Class, Classes};
use crate::phrases::Entry;
use crate::tables::{Pattern, Slot, Tables};

/// What `src/lib.rs` includes.
pub fn statics(tables: Tables) -> String {
    let phrases = tables.phrases.sorted();
    let mut rust = String::from("static PHRASES: Phrases<'static> = Phrases {\n");
    field(&mut rust, "units", &phrases.units, |unit| format!("{unit:#x}"));
    field(&mut rust, "entries", &phrases.entries, |entry| {
        let Entry { start, third, set, length } = entry;
        format!("Entry {{ start: {start}, third: {third:#x}, set: {set}, length: {length} }}")
    });
    field(&mut rust, "sets", &phrases.sets, |set| classes(*set));
    field(&mut rust, "slots", &phrases.slots, u32::to_string);
    field(&mut rust, "begins", &phrases.begins, |bits| format!("{bits:#x}"));
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
