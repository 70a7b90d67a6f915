//! The binary `ftspec` as a user has it: built once, run in a folder of its own.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The path of the binary; builds it the first time, unless `FTSPEC_BIN` names one.
pub fn path() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        if let Some(given) = std::env::var_os("FTSPEC_BIN") {
            return given.into();
        }
        // Tests lie in `target/PROFILE/deps`, the binary in `target/PROFILE`.
        let test = std::env::current_exe().expect("a test knows where it is");
        let folder = test.parent().and_then(Path::parent).expect("a test lies in a target folder").to_path_buf();
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "-p", "ftspec-cli"]).current_dir(env!("CARGO_MANIFEST_DIR"));
        if folder.ends_with("release") {
            build.arg("--release");
        }
        assert!(build.status().expect("cargo runs").success(), "ftspec-cli does not build");
        folder.join(format!("ftspec{}", std::env::consts::EXE_SUFFIX))
    })
}

/// The command, to be run in a folder, with nothing of the tester's environment that would change what it says, and
/// with nothing remembered from one run to the next.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(path());
    command.args(arguments).current_dir(folder).env("FTSPEC_TODAY", "2026-11-21").env("FTSPEC_CACHE_DIR", "/dev/null");
    for variable in ["FTSPEC_LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command
}

/// What a run left behind.
#[derive(Debug)]
pub struct Run {
    /// The exit code; -1 where a signal ended it.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// Runs `ftspec` in a folder.
pub fn run(folder: &Path, arguments: &[&str]) -> Run {
    command(folder, arguments).stdin(Stdio::null()).output().expect("ftspec runs").into()
}

/// Runs `ftspec` in a folder, with a language in the environment.
pub fn run_in(folder: &Path, lang: &str, arguments: &[&str]) -> Run {
    command(folder, arguments).env("FTSPEC_LANG", lang).stdin(Stdio::null()).output().expect("ftspec runs").into()
}

/// Runs `ftspec` with something on standard input.
pub fn run_with_input(folder: &Path, arguments: &[&str], input: &[u8]) -> Run {
    let mut command = command(folder, arguments);
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("ftspec runs");
    // It may stop reading early, which is its right.
    let _ = child.stdin.take().expect("piped").write_all(input);
    child.wait_with_output().expect("ftspec ends").into()
}
