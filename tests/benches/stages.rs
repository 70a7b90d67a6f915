//! How long each stage takes, for one page and for very long specs: `cargo bench -p ftspec-tests --bench stages`.
//!
//! The bars: a 5 000-line spec costs at most 1.5 times as much per line as one of 100 lines; a mebibyte of prose is read
//! within 50 ms, whatever it is made of.

use std::hint::black_box;
use std::time::{Duration, Instant};

use ftspec_analysis::{Analysis, Config};
use ftspec_tests::{config, generate};

type Stage = fn(&str, &Config);

/// The stages by name.
const STAGES: [(&str, Stage); 4] = [
    ("lex", |text, _| drop(black_box(ftspec_syntax::lex(text)))),
    ("parse", |text, _| drop(black_box(ftspec_syntax::parse(text)))),
    ("analyse", |text, config| drop(black_box(Analysis::new(text, config)))),
    ("format", |text, _| drop(black_box(ftspec_syntax::format(text)))),
];

/// The median of enough runs to fill about a third of a second.
fn median(work: impl Fn()) -> Duration {
    work();
    let mut times = Vec::new();
    let start = Instant::now();
    while times.len() < 15 || start.elapsed() < Duration::from_millis(300) {
        let one = Instant::now();
        work();
        times.push(one.elapsed());
    }
    times.sort_unstable();
    times[times.len() / 2]
}

fn main() {
    let config = config();
    let base = ftspec_tests::BASE.to_string();
    let texts = [("100 lines", base), ("one page (4 KiB)", generate::sound(1)), ("5 000 lines", generate::long(5_000))];
    println!("{:<10}{:<20}{:>12}{:>12}{:>14}", "stage", "text", "time", "MB/s", "per line");
    let mut missed = false;
    for (name, stage) in STAGES {
        let mut per_line = Vec::new();
        for (size, text) in &texts {
            let time = median(|| stage(text, &config));
            let lines = text.lines().count() as f64;
            let each = time.as_secs_f64() / lines;
            per_line.push(each);
            println!(
                "{name:<10}{size:<20}{:>12}{:>12.0}{:>14}",
                format!("{:.1} µs", time.as_secs_f64() * 1e6),
                text.len() as f64 / time.as_secs_f64() / 1e6,
                format!("{:.0} ns", each * 1e9)
            );
        }
        let ratio = per_line[2] / per_line[0];
        let met = ratio <= 1.5;
        missed |= !met;
        println!(
            "{name:<10}per line, 5 000 lines against 100: {ratio:.2} (bar 1.50) {}\n",
            if met { "met" } else { "MISSED" }
        );
    }
    missed |= !prose();
    std::process::exit(i32::from(missed));
}

/// Reads a mebibyte of several kinds of prose. True where all are within the bar.
fn prose() -> bool {
    const MEBIBYTE: usize = 1 << 20;
    let fill = |piece: &str| piece.repeat(MEBIBYTE / piece.len());
    let mixed = "The model should remember our product facts, and reply calmly. 让模型记住产品参数，同时语气更稳。";
    let texts = [
        ("mixed", fill(mixed)),
        ("one clause", fill("replies keep the order of the given fields ")),
        ("commas", fill(",")),
        ("one trigger word", fill("remember ")),
        ("一个触发词", fill("记住")),
    ];
    let lexicon = ftspec_prose::Lexicon::built_in();
    texts.iter().fold(true, |all, (kind, text)| {
        let time = median(|| drop(black_box(lexicon.read(text))));
        let met = time <= Duration::from_millis(50);
        println!(
            "prose     1 MiB, {kind:<20}{:>8.1} ms (bar 50) {}",
            time.as_secs_f64() * 1e3,
            if met { "met" } else { "MISSED" }
        );
        all && met
    })
}
