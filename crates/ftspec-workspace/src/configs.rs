//! Which `ftspec.toml` counts for which spec: the nearest one above it, or the one that was named.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use ftspec_analysis::settings::{self, FILE_NAME, Place, Problem, Settings};
use ftspec_analysis::{Config, Lang};
use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// The settings of every spec of a run.
#[derive(Debug)]
pub struct Configs {
    known: Vec<Known>,
    /// Index into `known` by folder.
    folders: HashMap<PathBuf, usize>,
    base: Config,
    named: Option<PathBuf>,
    /// The folder of the spec asked for last: specs come folder by folder.
    last: Option<(PathBuf, usize)>,
}

#[derive(Debug)]
struct Known {
    file: Option<PathBuf>,
    read: Result<Read, Vec<Problem>>,
}

#[derive(Debug)]
struct Read {
    settings: Settings,
    config: Config,
    exclude: Option<Gitignore>,
}

impl Configs {
    /// Nothing read yet. `base` has the day and the language; `named` is the file that `--config` names.
    pub fn new(base: Config, named: Option<&Path>) -> Self {
        let without = Read { settings: Settings::default(), config: base.clone(), exclude: None };
        Self {
            known: vec![Known { file: None, read: Ok(without) }],
            folders: HashMap::new(),
            base,
            named: named.map(Path::to_path_buf),
            last: None,
        }
    }

    /// The settings of a check, by the number that [`Configs::of`] gave.
    pub fn config(&self, at: usize) -> &Config {
        self.known[at].read.as_ref().map_or(&self.base, |read| &read.config)
    }

    /// What the configuration files say, by the number that [`Configs::of`] gave; none where they cannot be used.
    pub fn settings_of(&self, at: usize) -> Option<&Settings> {
        self.known[at].read.as_ref().ok().map(|read| &read.settings)
    }

    /// What counts for a file, and the problems where its configuration cannot be used.
    pub fn settings(&mut self, path: &Path) -> Result<&Settings, &[Problem]> {
        let at = self.of(path);
        self.known[at].read.as_ref().map(|read| &read.settings).map_err(Vec::as_slice)
    }

    /// Everything that is wrong with the files that were read.
    pub fn problems(&self) -> Vec<&Problem> {
        self.known.iter().filter_map(|known| known.read.as_ref().err()).flatten().collect()
    }

    /// Whether the settings of a number can be used; without, the defaults count.
    pub fn is_usable(&self, at: usize) -> bool {
        self.known[at].read.is_ok()
    }

    /// Whether the settings of a number leave a file out of walks.
    pub fn leaves_out(&self, at: usize, path: &Path) -> bool {
        self.known[at].read.as_ref().is_ok_and(|read| read.leaves_out(path))
    }

    /// Every file that was read so far, or that should have been: configurations and those that they extend.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = Vec::new();
        for known in &self.known {
            files.extend(known.file.clone());
            if let Ok(read) = &known.read {
                files.extend(read.settings.files.iter().cloned());
            }
        }
        files.sort();
        files.dedup();
        files
    }

    /// The number of the settings that count for a file.
    pub fn of(&mut self, path: &Path) -> usize {
        if let Some(named) = self.named.clone() {
            return self.read(&named);
        }
        // A bare name lies in the folder that we are in, which has no name of its own.
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if let Some((last, at)) = &self.last
            && last == folder
        {
            return *at;
        }
        let at = self.above(folder);
        self.last = Some((folder.to_path_buf(), at));
        at
    }

    /// The nearest file in a folder or above it.
    fn above(&mut self, folder: &Path) -> usize {
        let Ok(whole) = std::path::absolute(folder) else { return 0 };
        let mut passed = Vec::new();
        let mut found = 0;
        for ancestor in whole.ancestors() {
            if let Some(at) = self.folders.get(ancestor) {
                found = *at;
                break;
            }
            passed.push(ancestor.to_path_buf());
            let candidate = ancestor.join(FILE_NAME);
            if candidate.is_file() {
                found = self.read(&candidate);
                break;
            }
        }
        self.folders.extend(passed.into_iter().map(|ancestor| (ancestor, found)));
        found
    }

    fn read(&mut self, file: &Path) -> usize {
        if let Some(at) = self.known.iter().position(|known| known.file.as_deref() == Some(file)) {
            return at;
        }
        let lang = self.base.lang;
        let mut read = |path: &Path| {
            fs::read_to_string(path).map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => lang.pick("there is no such file", "没有这个文件").to_string(),
                io::ErrorKind::InvalidData => lang.pick("it is not UTF-8", "它不是 UTF-8 编码").to_string(),
                _ => error.to_string(),
            })
        };
        let read = settings::load(file, lang, &mut read).and_then(|settings| self.ready(settings));
        self.known.push(Known { file: Some(file.to_path_buf()), read });
        self.known.len() - 1
    }

    fn ready(&self, settings: Settings) -> Result<Read, Vec<Problem>> {
        let config = Config { today: self.base.today, lang: self.base.lang, ..settings.config() };
        let exclude = globs(&settings, self.base.lang)?;
        Ok(Read { settings, config, exclude })
    }
}

impl Read {
    fn leaves_out(&self, path: &Path) -> bool {
        let Some(exclude) = &self.exclude else { return false };
        let Ok(whole) = std::path::absolute(path) else { return false };
        whole.starts_with(exclude.path()) && exclude.matched_path_or_any_parents(whole, false).is_ignore()
    }
}

/// The globs of `files.exclude`, read as git reads its own. All count from the folder that holds every file.
fn globs(settings: &Settings, lang: Lang) -> Result<Option<Gitignore>, Vec<Problem>> {
    let Some((_, first)) = settings.exclude.first() else { return Ok(None) };
    let folder = |place: &Place| {
        let folder = place.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf())
    };
    let mut root = folder(first);
    for (_, place) in &settings.exclude {
        while !folder(place).starts_with(&root) && root.pop() {}
    }
    let mut builder = GitignoreBuilder::new(&root);
    let mut problems = Vec::new();
    for (glob, place) in &settings.exclude {
        let below = folder(place);
        let below = below.strip_prefix(&root).unwrap_or(Path::new(""));
        let glob = if below.as_os_str().is_empty() {
            glob.clone()
        } else {
            let deep = if glob.trim_end_matches('/').contains('/') { "" } else { "**/" };
            format!("/{}/{deep}{}", below.display(), glob.trim_start_matches('/'))
        };
        if let Err(error) = builder.add_line(None, &glob) {
            problems.push(bad_glob(place, &error.to_string(), lang));
        }
    }
    match builder.build() {
        Ok(globs) if problems.is_empty() => Ok(Some(globs)),
        Ok(_) => Err(problems),
        Err(error) => Err(vec![bad_glob(first, &error.to_string(), lang)]),
    }
}

fn bad_glob(place: &Place, why: &str, lang: Lang) -> Problem {
    Problem {
        place: place.clone(),
        message: lang.pick("this is no glob", "这不是合法的通配模式").to_string(),
        label: why.to_string(),
        also: None,
        help: lang
            .pick(
                "write it as in `.gitignore`: `drafts/`, `*_old.ftspec`",
                "写法与 `.gitignore` 相同：`drafts/`、`*_old.ftspec`",
            )
            .to_string(),
    }
}
