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

#[library_benchmark(config = limit(590_000))]
#[bench::page(page())]
fn analyse(text: String) -> usize {
    black_box(Analysis::new(&text, &config())).diagnostics().len()
}

#[library_benchmark(config = limit(275_000))]
#[bench::page(page())]
fn format(text: String) -> usize {
    black_box(ftspec_syntax::format(&text)).len()
}

library_benchmark_group!(name = stages, benchmarks = [lex, parse, analyse, format]);
main!(library_benchmark_groups = stages);
