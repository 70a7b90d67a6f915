//! Instructions a stage executes, counted by valgrind: the same on a busy machine as on an idle one.
//!
//! `cargo bench -p ftspec-tests --bench instructions` fails where a stage needs more than its limit. The limits are the
//! counts of the last accepted change with a tenth on top; lower them when something has become faster.

// What the macros make has no documentation.
#![allow(missing_docs)]

use std::hint::black_box;

use ftspec_analysis::Analysis;
use ftspec_tests::{config, generate};
use gungraun::{Callgrind, EventKind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main};

fn limit(instructions: u64) -> LibraryBenchmarkConfig {
    let mut callgrind = Callgrind::default();
    callgrind.hard_limits([(EventKind::Ir, instructions)]);
    let mut config = LibraryBenchmarkConfig::default();
    config.tool(callgrind);
    config
}

fn page() -> String {
    generate::sound(1)
}

#[library_benchmark(config = limit(90_000))]
#[bench::page(page())]
fn lex(text: String) -> usize {
    black_box(ftspec_syntax::lex(&text)).len()
}

#[library_benchmark(config = limit(255_000))]
#[bench::page(page())]
fn parse(text: String) -> usize {
    black_box(ftspec_syntax::parse(&text)).errors.len()
}

#[library_benchmark(config = limit(820_000))]
#[bench::page(page())]
fn analyse(text: String) -> usize {
    black_box(Analysis::new(&text, &config())).diagnostics().len()
}

#[library_benchmark(config = limit(275_000))]
#[bench::page(page())]
fn format(text: String) -> usize {
    black_box(ftspec_syntax::format(&text)).len()
}

/// What a plan asks for, in both languages.
fn prose() -> String {
    "Every note says in one calm sentence what changes for the reader; facts come from retrieval and are not learnt. \
     每条回复先给结论，再给一个下一步；事实由检索提供，不让模型记住。"
        .to_string()
}

#[library_benchmark(config = limit(112_000))]
#[bench::page(prose())]
fn read_prose(text: String) -> usize {
    black_box(ftspec_prose::Lexicon::built_in().read(&text)).len()
}

// The tables of prose come with the binary; what is paid is the room for a team's own phrases.
#[library_benchmark(config = limit(6_000))]
fn build_lexicon() -> bool {
    black_box(ftspec_prose::Lexicon::with(&[])).is_ok()
}

/// Every example of the repository, sound and flawed: all rules, and what they report.
fn examples() -> Vec<String> {
    ftspec_tests::specs::examples()
}

#[library_benchmark(config = limit(6_500_000))]
#[bench::all(examples())]
fn judge_examples(texts: Vec<String>) -> usize {
    texts.iter().map(|text| black_box(Analysis::new(text, &config())).diagnostics().len()).sum()
}

library_benchmark_group!(
    name = stages,
    benchmarks = [lex, parse, analyse, format, read_prose, build_lexicon, judge_examples]
);
main!(library_benchmark_groups = stages);
