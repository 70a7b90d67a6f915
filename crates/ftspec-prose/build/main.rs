//! Reads the tables of phrases and patterns and writes them as statics, so that no process has to read them. A line of
//! a table that cannot be understood fails the build, by its file and line.

#![allow(clippy::disallowed_methods)] // runs when the crate is built, and reads and writes its files

#[allow(dead_code)]
#[path = "../src/character.rs"]
mod character;
#[allow(dead_code)] // The crate's own; not all of it is asked for here.
#[path = "../src/class.rs"]
mod class;
#[allow(dead_code)]
#[path = "../src/class_set.rs"]
mod class_set;
#[allow(dead_code)]
#[path = "../src/ending.rs"]
mod ending;
#[allow(dead_code)]
#[path = "../src/label.rs"]
mod label;
#[allow(dead_code)]
#[path = "../src/phrases.rs"]
mod phrases;
#[allow(dead_code)]
#[path = "../src/stem.rs"]
mod stem;
#[allow(dead_code)]
#[path = "../src/unit.rs"]
mod unit;

mod alternatives;
mod tables;
mod write;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use tables::{PATTERNS, PHRASES, Tables};

fn main() -> ExitCode {
    let folder = Path::new("src/tables");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=build");
    let mut tables = Tables::default();
    let mut read = |name: &str, take: fn(&mut Tables, &str, &str)| match fs::read_to_string(folder.join(name)) {
        Ok(text) => take(&mut tables, name, &text),
        Err(error) => tables.problems.push(format!("{name}: {error}")),
    };
    PHRASES.iter().for_each(|name| read(name, Tables::phrases));
    read(PATTERNS, Tables::patterns);
    for problem in &tables.problems {
        println!("cargo::error=src/tables/{problem}");
    }
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    let written = fs::write(Path::new(&out).join("tables.rs"), write::statics(tables));
    if let Err(error) = written {
        println!("cargo::error=the tables cannot be written: {error}");
    }
    ExitCode::SUCCESS
}
