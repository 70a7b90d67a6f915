//! Specs made by the schema: any block, any attribute, any word. For fuzzing seeds and for benchmarks.

use ftspec_schema::{Attribute, Block, Content, Count, Dimension, FILE, LabelKind, Type};

/// A small generator of numbers, so that everything made can be made again.
pub struct Seeded(u64);

impl Seeded {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// A spec that uses the grammar at random. It says little that makes sense, but nothing that cannot be read.
pub fn by_grammar(seed: u64) -> String {
    let mut random = Seeded::new(seed);
    let mut text = format!("spec \"seed {seed}\"\n\n");
    items(&mut random, &FILE, 0, &mut text);
    text
}

fn items(random: &mut Seeded, block: &Block, depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    for attribute in block.attributes {
        if random.below(3) > 0 {
            text.push_str(&format!("{indent}{}: {}\n", attribute.name, value(random, attribute)));
        }
    }
    match block.content {
        Content::Readings => text.push_str(&format!("{indent}m0: [{}%, {}%]\n", random.below(101), random.below(101))),
        Content::Parameters => text.push_str(&format!("{indent}learning_rate: 1e-{}\n", 1 + random.below(6))),
        Content::Statements(statements) => {
            for _ in 0..random.below(4) {
                let statement = random.pick(statements);
                let comparison = if statement.compares {
                    *random.pick(&[" >= 90%", " <= baseline + 2%", " == 1", " > baseline(b0) * 1.05"])
                } else {
                    ""
                };
                text.push_str(&format!("{indent}{} m{}{comparison}\n", statement.name, random.below(3)));
            }
        }
        Content::Arms => {
            for _ in 0..random.below(5) {
                let condition = *random.pick(&[
                    "any guard fails",
                    "all requirements hold and all guards hold",
                    "m0 gains < 1% over 2 rounds",
                    "m1 varies > 3% or (rounds >= 5 and spend >= 400usd)",
                    "date > 2026-11-02",
                ]);
                let action = *random.pick(&["freeze", "ship", "drop", "fix_data"]);
                text.push_str(&format!("{indent}when {condition} then {action}\n"));
            }
        }
        Content::Fixed => {}
    }
    for child in block.children {
        let times = if child.count == Count::Many { random.below(3) } else { usize::from(random.below(4) > 0) };
        for number in 0..times {
            let initial = &child.name[..1];
            let label = match child.label {
                LabelKind::Required if child.name == "accept" => format!(" {}", ["no-guard", "FT410"][number]),
                LabelKind::Required => format!(" {initial}{number}"),
                LabelKind::Optional | LabelKind::None => String::new(),
            };
            text.push_str(&format!("{indent}{}{label} {{\n", child.name));
            items(random, child, depth + 1, text);
            text.push_str(&format!("{indent}}}\n"));
        }
    }
}

fn value(random: &mut Seeded, attribute: &Attribute) -> String {
    let one = |random: &mut Seeded| match attribute.ty {
        Type::Text => random
            .pick(&["\"one sentence, calm\"", "\"语气一致\"", "\"a \\\"quote\\\"\"", "\"\"\"\n  two\n  lines\n\"\"\""])
            .to_string(),
        Type::Count | Type::Number | Type::Integer => random.pick(&["1", "12_000", "600", "0"]).to_string(),
        Type::Share => format!("{}%", random.below(101)),
        Type::Agreement => "0.82".to_string(),
        Type::Quantity(Dimension::Time) => random.pick(&["800ms", "2s", "15min"]).to_string(),
        Type::Quantity(_) | Type::Spend => random.pick(&["60usd", "40gpu_hours"]).to_string(),
        Type::Bool => random.pick(&["true", "false"]).to_string(),
        Type::Date => "2026-11-02".to_string(),
        Type::Word(set) => random.pick(set().words).name.to_string(),
        Type::Ref(block) => format!("{}0", &block[..1]),
        Type::Name => "learning_rate".to_string(),
        Type::Scale => random.pick(&["1", "5"]).to_string(),
        Type::Reading => random.pick(&["84%", "71% +- 2%", "1.92"]).to_string(),
        Type::Any => random.pick(&["3", "cosine", "\"x\"", "true"]).to_string(),
    };
    if attribute.many && random.below(2) == 0 {
        let elements: Vec<String> = (0..1 + random.below(3)).map(|_| one(random)).collect();
        return format!("[{}]", elements.join(", "));
    }
    one(random)
}

/// A sound spec of about 4 KiB, no two alike: what a team's folder is full of.
pub fn sound(seed: u64) -> String {
    let mut random = Seeded::new(seed);
    let whole = include_str!("../../examples/refund_replies.ftspec");
    let mut text = String::with_capacity(whole.len() + 64);
    for line in whole.lines() {
        let line = match line.trim_start() {
            rest if rest.starts_with("spec ") => format!("spec \"Refund replies in the house tone, team {seed}\""),
            rest if rest.starts_with("examples: 8_200") => {
                format!("  examples: {}_{:03}", 5 + random.below(5), random.below(1000))
            }
            rest if rest.starts_with("calls_per_day:") => format!("  calls_per_day: {}", 1_000 + random.below(20_000)),
            // The one note that the example is meant to show.
            rest if rest.starts_with("must:  \"stay in the second person") => {
                format!("{line}\n  example {{ input: \"Liars!\", output: \"Your return {seed} is being checked.\" }}")
            }
            _ => line.to_string(),
        };
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// A sound spec of about so many lines: the same blocks, more behaviours and test data.
pub fn long(lines: usize) -> String {
    let mut text = sound(1);
    let mut number = 0;
    while text.lines().count() < lines {
        // A handful of lines at a time; counting lines for each would take its time for nothing.
        for _ in 0..(lines / 50).max(1) {
            number += 1;
            text.push_str(&format!(
                "\ndata probe_{number} {{\n  role:     probe\n  path:     \"data/probe_{number}.jsonl\"\n  examples: {}\n  quality:  reviewed\n}}\n",
                100 + number
            ));
        }
    }
    text
}
