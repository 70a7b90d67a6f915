//! Writes seeds for the fuzzer into the folder that is named: specs by the grammar, and the examples.

use std::fs;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "tests/fuzz/corpus/spec".into());
    fs::create_dir_all(&folder)?;
    for seed in 0..200 {
        fs::write(Path::new(&folder).join(format!("grammar_{seed}")), ftspec_tests::generate::by_grammar(seed))?;
    }
    fs::write(Path::new(&folder).join("base"), ftspec_tests::BASE)
}
