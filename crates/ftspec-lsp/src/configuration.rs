//! Which `ftspec.toml` counts for which document. One value is one state of the files: when one of them changes, the
//! next question makes a new one.

use std::path::{Path, PathBuf};
use std::sync::Mutex;

use ftspec_analysis::settings::Problem;
use ftspec_analysis::{Config, Date, Lang};
use ftspec_workspace::Configs;

use crate::locked;

/// The configurations as they are on disk, read when they are needed.
#[derive(Debug)]
pub struct Configuration {
    configs: Mutex<Configs>,
    /// The language of messages.
    pub lang: Lang,
    today: Option<Date>,
}

impl Configuration {
    /// Nothing read yet. `today` is the day of every check, or none for the day by the clock.
    pub fn new(lang: Lang, today: Option<Date>) -> Self {
        let base = Config { lang, ..Config::default() };
        Self { configs: Mutex::new(Configs::new(base, None)), lang, today }
    }

    /// What counts for a document; the defaults where it is in no file, or where its configuration cannot be used.
    /// Looks for files: not for the loop.
    pub fn of(&self, path: Option<&Path>) -> Config {
        let mut config = match path {
            Some(path) => {
                let mut configs = locked(&self.configs);
                let at = configs.of(path);
                configs.config(at).clone()
            }
            None => Config { lang: self.lang, ..Config::default() },
        };
        config.today = self.today.or_else(ftspec_workspace::today);
        config
    }

    /// Whether a configuration leaves a file out of walks.
    pub fn leaves_out(&self, path: &Path) -> bool {
        let mut configs = locked(&self.configs);
        let at = configs.of(path);
        configs.leaves_out(at, path)
    }

    /// Every file that was read so far.
    pub fn files(&self) -> Vec<PathBuf> {
        locked(&self.configs).files()
    }

    /// What is wrong in them.
    pub fn problems(&self) -> Vec<Problem> {
        locked(&self.configs).problems().into_iter().cloned().collect()
    }
}
