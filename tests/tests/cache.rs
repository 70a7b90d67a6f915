//! What a check remembers of specs that had nothing to say: never anything that would be wrong the next time.

use std::fs;
use std::path::{Path, PathBuf};

use ftspec_tests::binary::{self, Run, command};
use ftspec_tests::folder::{folder, without_guard, write};
use ftspec_tests::generate;
use tempfile::TempDir;

/// Enough for those that are fine to be counted and not listed.
const MANY: usize = 24;

/// A folder of sound specs, and another for what is remembered of them.
struct Project {
    specs: TempDir,
    cache: TempDir,
}

impl Project {
    fn new() -> Self {
        let specs = folder(&[]);
        for number in 0..MANY {
            write(specs.path(), &format!("spec-{number:02}.ftspec"), generate::sound(number as u64).as_bytes());
        }
        Self { specs, cache: folder(&[]) }
    }

    fn check(&self, arguments: &[&str]) -> Run {
        let mut command = command(self.specs.path(), &["check"]);
        command.args(arguments).env("FTSPEC_CACHE_DIR", self.cache.path()).output().expect("ftspec runs").into()
    }

    /// What is remembered: one file, or none.
    fn remembered(&self) -> Option<PathBuf> {
        let files: Vec<PathBuf> =
            fs::read_dir(self.cache.path()).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
        assert!(files.len() < 2, "{files:?}");
        files.into_iter().next()
    }

    /// How many specs are remembered.
    fn count(&self) -> usize {
        self.remembered().map_or(0, |path| (fs::read(path).expect("a file").len() - 16) / 16)
    }

    fn write(&self, name: &str, text: &str) {
        write(self.specs.path(), name, text.as_bytes());
    }
}

fn is_clean(run: &Run) -> bool {
    run.code == 0 && !run.out.contains("FT")
}

#[test]
fn what_was_fine_and_has_not_changed_is_fine_again() {
    let project = Project::new();
    let first = project.check(&[]);
    assert!(is_clean(&first), "{first:?}");
    assert_eq!(project.count(), MANY, "each is remembered");
    let second = project.check(&[]);
    assert_eq!((second.code, &second.out, &second.err), (first.code, &first.out, &first.err));
    assert_eq!(project.count(), MANY);
}

#[test]
fn what_is_known_is_not_written_again() {
    let project = Project::new();
    let written = |project: &Project| {
        let remembered = project.remembered().expect("a file");
        fs::metadata(remembered).and_then(|about| about.modified()).expect("a time")
    };
    project.check(&[]);
    let first = written(&project);
    project.check(&[]);
    assert_eq!(written(&project), first);
}

#[test]
fn a_changed_spec_is_judged_anew() {
    let project = Project::new();
    project.check(&[]);
    project.write("spec-07.ftspec", &without_guard());
    for _ in 0..2 {
        let run = project.check(&[]);
        assert!(run.code == 1 && run.out.contains("FT404"), "{run:?}");
        assert_eq!(project.count(), MANY - 1, "what has findings is not remembered");
    }
    project.write("spec-07.ftspec", &generate::sound(7));
    assert!(is_clean(&project.check(&[])));
}

#[test]
fn another_configuration_day_or_language_judges_anew() {
    let project = Project::new();
    project.check(&[]);
    let before = fs::read(project.remembered().expect("a file")).expect("read");
    let same = |project: &Project| fs::read(project.remembered().expect("a file")).expect("read") == before;
    for arguments in [["--today", "2026-11-22"], ["--lang", "zh"]] {
        project.check(&arguments);
        assert!(!same(&project), "{arguments:?} may change what is found");
        project.check(&[]);
        assert!(same(&project));
    }
    project.write("ftspec.toml", "[lexicon]\nvague = [\"support\"]\n");
    project.check(&[]);
    assert!(!same(&project), "a phrase of the team's own may be found anywhere");
}

#[test]
fn another_build_of_the_program_judges_anew() {
    let project = Project::new();
    project.check(&[]);
    let remembered = project.remembered().expect("a file");
    let before = fs::read(&remembered).expect("read");
    let built = folder(&[]);
    let program = built.path().join("ftspec");
    fs::copy(binary::path(), &program).expect("a copy");
    let own = command(project.specs.path(), &["check"]);
    let mut other = std::process::Command::new(program);
    other.arg("check").current_dir(project.specs.path());
    other
        .envs(own.get_envs().filter_map(|(name, value)| Some((name, value?))))
        .env("FTSPEC_CACHE_DIR", project.cache.path());
    let run: Run = other.output().expect("it runs").into();
    assert!(is_clean(&run) && fs::read(&remembered).expect("read") != before, "{run:?}");
}

#[test]
fn a_finding_that_comes_with_the_day_comes() {
    let project = Project::new();
    let accepted =
        without_guard() + "\naccept no-guard { reason \"The guard comes with round two.\" until 2026-12-31 }\n";
    project.write("spec-07.ftspec", &accepted);
    let run = project.check(&["--today", "2026-12-30"]);
    assert!(!run.out.contains("FT404"), "{run:?}");
    project.check(&["--today", "2026-12-30"]);
    let run = project.check(&["--today", "2027-01-01"]);
    assert!(run.out.contains("no-guard"), "{run:?}");
}

#[test]
fn a_memory_that_is_broken_costs_nothing_but_time() {
    let project = Project::new();
    let first = project.check(&[]);
    let remembered = project.remembered().expect("a file");
    let whole = fs::read(&remembered).expect("read");
    let mut turned = whole.clone();
    turned[16..].reverse();
    let other_layout = [b"ftspec cache 00\n".as_slice(), &whole[16..]].concat();
    for broken in [b"".as_slice(), b"{}", &whole[..whole.len() - 3], &whole[16..], &turned, &other_layout, &[255; 4096]]
    {
        fs::write(&remembered, broken).expect("written");
        let run = project.check(&[]);
        assert_eq!((run.code, &run.out, &run.err), (first.code, &first.out, &first.err));
        assert_eq!(fs::read(&remembered).expect("read"), whole, "and is made anew");
    }
}

#[test]
fn without_a_place_for_it_everything_is_judged() {
    let project = Project::new();
    let first = project.check(&[]);
    let nowhere = project.cache.path().join("a file");
    fs::write(&nowhere, "").expect("written");
    let mut command = command(project.specs.path(), &["check"]);
    let run: Run = command.env("FTSPEC_CACHE_DIR", nowhere.join("below")).output().expect("it runs").into();
    assert_eq!((run.code, run.out, run.err), (first.code, first.out, first.err));
}

#[test]
fn nobody_is_made_to_remember() {
    let project = Project::new();
    for arguments in [
        ["--no-cache"].as_slice(),
        &["--format", "json"],
        &["--output", "json=report.json"],
        &["--write-baseline", "known.json"],
        &["spec-00.ftspec"],
    ] {
        let run = project.check(arguments);
        assert_eq!((run.code, project.remembered()), (0, None), "{arguments:?}");
    }
}

#[test]
fn each_folder_and_each_set_of_paths_has_its_own() {
    let project = Project::new();
    project.check(&[]);
    let other = folder(&[]);
    for number in 0..MANY {
        write(other.path(), &format!("spec-{number:02}.ftspec"), generate::sound(number as u64).as_bytes());
    }
    let mut command = command(other.path(), &["check"]);
    command.env("FTSPEC_CACHE_DIR", project.cache.path()).output().expect("it runs");
    assert_eq!(fs::read_dir(project.cache.path()).expect("a folder").count(), 2);
}

#[test]
fn what_nobody_asked_for_in_a_month_goes_away() {
    let project = Project::new();
    let old = project.cache.path().join("0".repeat(64));
    let foreign = project.cache.path().join("notes.txt");
    for path in [&old, &foreign] {
        fs::write(path, "old").expect("written");
        age(path);
    }
    project.check(&[]);
    assert!(!old.exists() && foreign.exists(), "its own files and no others");
}

/// Makes a file two months old.
fn age(path: &Path) {
    let then = std::time::SystemTime::now() - std::time::Duration::from_secs(60 * 24 * 60 * 60);
    fs::File::options().write(true).open(path).and_then(|file| file.set_modified(then)).expect("a time");
}
