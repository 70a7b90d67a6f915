//! What `ftspec check` costs as a whole process: `cargo bench -p ftspec-tests --bench process`.
//!
//! Beside it runs a program that only walks the same folder and reads the files, on one thread. The bars: CPU time at
//! most 4 times the reader's over 10 000 specs of about 4 KiB; at most 24 MiB of memory; one file within 4 ms; the cost
//! per file at 10 000 at most 1.2 times that at 1 000.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use ftspec_tests::generate;
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

const RUNS: usize = 7;

/// CPU time of all children so far, and the memory of the largest, in MiB.
fn children() -> (Duration, f64) {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system counts");
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    (Duration::from_micros(micros as u64), usage.max_rss() as f64 / 1024.0)
}

/// CPU and wall time of one run.
fn run(command: &mut Command) -> (Duration, Duration) {
    let (before, _) = children();
    let start = Instant::now();
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("the program starts");
    let wall = start.elapsed();
    (children().0 - before, wall)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn corpus(folder: &Path, count: usize) -> PathBuf {
    let root = folder.join(format!("corpus-{count}"));
    for number in 0..count {
        let below = root.join(format!("team-{}", number / 100));
        fs::create_dir_all(&below).expect("a folder");
        fs::write(below.join(format!("spec-{number}.ftspec")), generate::sound(number as u64)).expect("a file");
    }
    root
}

fn main() {
    let status = Command::new(env!("CARGO"))
        .args(["build", "--release", "--quiet", "-p", "ftspec-cli"])
        .status()
        .expect("cargo runs");
    assert!(status.success(), "the binary builds");
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"), PathBuf::from);
    let ftspec = target.join("release/ftspec");
    let reader = env!("CARGO_BIN_EXE_read_only");
    let folder = std::env::temp_dir().join(format!("ftspec-bench-{}", std::process::id()));
    let (many, few) = (corpus(&folder, 10_000), corpus(&folder, 1_000));
    let one = folder.join("corpus-1000/team-0/spec-0.ftspec");

    let check = |path: &Path| {
        let mut command = Command::new(&ftspec);
        command.arg("check").arg(path);
        command
    };
    let read = |path: &Path| {
        let mut command = Command::new(reader);
        command.arg(path);
        command
    };
    run(&mut read(&many));
    run(&mut check(&many));
    let (mut read_many, mut check_many, mut check_few, mut check_one) = (vec![], vec![], vec![], vec![]);
    let mut ratios = vec![];
    for _ in 0..RUNS {
        let reading = run(&mut read(&many)).0;
        let checking = run(&mut check(&many)).0;
        ratios.push(checking.as_secs_f64() / reading.as_secs_f64());
        read_many.push(reading);
        check_many.push(checking);
        check_few.push(run(&mut check(&few)).0);
        check_one.push(run(&mut check(&one)).1);
    }
    let memory = children().1;
    fs::remove_dir_all(&folder).ok();

    ratios.sort_by(f64::total_cmp);
    let per_file = |time: Duration, files: f64| time.as_secs_f64() * 1e6 / files;
    let (many, few) = (per_file(median(check_many), 1e4), per_file(median(check_few), 1e3));
    let one = median(check_one).as_secs_f64() * 1e3;
    println!("reader, 10 000 specs          {:>8.1} µs CPU a file", per_file(median(read_many), 1e4));
    println!("ftspec check, 10 000 specs    {many:>8.1} µs CPU a file");
    println!("ftspec check, 1 000 specs     {few:>8.1} µs CPU a file");
    let mut missed = false;
    for (what, figure, bar) in [
        ("CPU against the reader's", ratios[ratios.len() / 2], 4.0),
        ("largest memory, MiB", memory, 24.0),
        ("one file, ms", one, 4.0),
        ("per file, 10 000 against 1 000", many / few, 1.2),
    ] {
        let met = figure <= bar;
        missed |= !met;
        println!("{what:<34}{figure:>8.2} (bar {bar}) {}", if met { "met" } else { "MISSED" });
    }
    std::process::exit(i32::from(missed));
}
