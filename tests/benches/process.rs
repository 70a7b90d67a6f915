//! What `ftspec check` costs as a whole process: `cargo bench -p ftspec-tests --bench process`.
//!
//! Beside it runs a program that only walks the same folder and reads the files, on one thread. The bars: CPU time at
//! most 4 times the reader's over 10 000 specs of about 4 KiB; at most 24 MiB of memory; one file within 4 ms; the cost
//! per file at 10 000 at most 1.2 times that at 1 000. And of `ftspec plan`: the page of a spec of 300 lines within 10 ms,
//! a thousand pages within 2 s.
//!
//! The first bar is met where the specs were checked before and have not changed. A spec that is new is out of its
//! reach: to cut a page into tokens and make a tree of them alone costs more than it allows. That is told as missed
//! each time, and what was reached is held: what is dearer than that fails.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use ftspec_tests::generate;
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

const RUNS: usize = 7;

/// What the CPU time against the reader's is to be, and what it is at most today where every spec is new.
const AGAINST_READER: (f64, f64) = (4.0, 17.5);

/// What one run cost.
struct Cost {
    cpu: Duration,
    wall: Duration,
    memory_mib: f64,
}

/// Runs a program and counts what it cost. A process of its own does the counting, since the system adds up what all
/// finished children of a process used, the compiler among them.
fn run(program: &Path, arguments: &[&Path]) -> Cost {
    let counter = std::env::current_exe().expect("the benchmark knows itself");
    let output = Command::new(counter).arg("--count").arg(program).args(arguments).output().expect("it starts again");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let figures: Vec<u64> = printed.split_whitespace().filter_map(|figure| figure.parse().ok()).collect();
    let [cpu, wall, kib] = figures[..] else { panic!("three figures, not {printed:?}") };
    Cost { cpu: Duration::from_micros(cpu), wall: Duration::from_micros(wall), memory_mib: kib as f64 / 1024.0 }
}

/// The counting process: runs the rest of its arguments as a command and prints CPU µs, wall µs and KiB.
fn count(mut command: impl Iterator<Item = std::ffi::OsString>) {
    let mut child = Command::new(command.next().expect("a program is named"));
    child.args(command).env("FTSPEC_CACHE_DIR", cache()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    child.status().expect("the program starts");
    let wall = start.elapsed();
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system counts");
    let cpu = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    println!("{cpu} {} {}", wall.as_micros(), usage.max_rss());
}

/// Where `ftspec` remembers what it checked.
fn cache() -> PathBuf {
    std::env::temp_dir().join("ftspec-bench-cache")
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

/// A spec of some 300 lines: the whole example, with more rounds than anybody runs.
fn long_spec(folder: &Path) -> PathBuf {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/refund_replies.ftspec");
    let mut text = fs::read_to_string(example).expect("the example is there");
    let start = text.find("round r1 {").expect("it has a round");
    let end = start + text[start..].find("\n}\n").expect("which ends") + 3;
    let round = text[start..end].to_string();
    for number in 2.. {
        if text.lines().count() >= 300 {
            break;
        }
        text.push('\n');
        text.push_str(&round.replace("round r1", &format!("round r{number}")));
    }
    let path = folder.join("long.ftspec");
    fs::write(&path, text).expect("a file");
    path
}

fn main() {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == "--count") {
        return count(arguments);
    }
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

    let long = long_spec(&folder);
    let (page, pages) = (folder.join("long.html"), folder.join("pages"));

    let reader = Path::new(reader);
    let plan = |path: &Path, output: &Path| {
        run(&ftspec, &["plan".as_ref(), path, "--format".as_ref(), "html".as_ref(), "-o".as_ref(), output])
    };
    fs::create_dir_all(&pages).expect("a folder");
    let check = |path: &Path| run(&ftspec, &["check".as_ref(), "--no-cache".as_ref(), path]);
    let check_again = |path: &Path| run(&ftspec, &["check".as_ref(), path]);
    let read = |path: &Path| run(reader, &[path]);
    run(reader, &[&many]); // the first run finds the files on the disk, the others in memory
    check_again(&many);
    let (mut read_many, mut check_many, mut check_few, mut check_one) = (vec![], vec![], vec![], vec![]);
    let (mut ratios, mut memory) = (vec![], 0f64);
    let (mut again_many, mut again_ratios) = (vec![], vec![]);
    let (mut plan_one, mut plan_many) = (vec![], vec![]);
    for _ in 0..RUNS {
        let (reading, checking) = (read(&many), check(&many));
        ratios.push(checking.cpu.as_secs_f64() / reading.cpu.as_secs_f64());
        memory = memory.max(checking.memory_mib);
        let again = check_again(&many);
        again_ratios.push(again.cpu.as_secs_f64() / reading.cpu.as_secs_f64());
        memory = memory.max(again.memory_mib);
        again_many.push(again.cpu);
        read_many.push(reading.cpu);
        check_many.push(checking.cpu);
        check_few.push(check(&few).cpu);
        check_one.push(check(&one).wall);
        plan_one.push(plan(&long, &page).wall);
        plan_many.push(plan(&few, &pages).wall);
    }
    assert_eq!(fs::read_dir(&pages).map_or(0, Iterator::count), 1_000, "a page for each spec");
    fs::remove_dir_all(&folder).ok();
    fs::remove_dir_all(cache()).ok();

    ratios.sort_by(f64::total_cmp);
    again_ratios.sort_by(f64::total_cmp);
    let per_file = |time: Duration, files: f64| time.as_secs_f64() * 1e6 / files;
    let (many, few) = (per_file(median(check_many), 1e4), per_file(median(check_few), 1e3));
    let one = median(check_one).as_secs_f64() * 1e3;
    let (plan_one, plan_many) = (median(plan_one).as_secs_f64() * 1e3, median(plan_many).as_secs_f64());
    println!("reader, 10 000 specs          {:>8.1} µs CPU a file", per_file(median(read_many), 1e4));
    println!("ftspec check, 10 000 specs    {many:>8.1} µs CPU a file");
    println!("the same, nothing changed     {:>8.1} µs CPU a file", per_file(median(again_many), 1e4));
    println!("ftspec check, 1 000 specs     {few:>8.1} µs CPU a file");
    let mut worse = false;
    for (what, figure, (bar, held)) in [
        ("CPU against the reader's, all new", ratios[ratios.len() / 2], AGAINST_READER),
        ("the same, nothing changed", again_ratios[again_ratios.len() / 2], (4.0, 4.0)),
        ("largest memory, MiB", memory, (24.0, 24.0)),
        ("one file, ms", one, (4.0, 4.0)),
        ("per file, 10 000 against 1 000", many / few, (1.2, 1.2)),
        ("plan of 300 lines, ms", plan_one, (10.0, 10.0)),
        ("1 000 plans, s", plan_many, (2.0, 2.0)),
    ] {
        let told = match figure {
            figure if figure <= bar => "met".to_string(),
            figure if figure <= held => format!("MISSED, no worse than the {held} that are held"),
            _ => "MISSED, and WORSE than before".to_string(),
        };
        worse |= figure > held;
        println!("{what:<34}{figure:>8.2} (bar {bar}) {told}");
    }
    std::process::exit(i32::from(worse));
}
