//! `ftspec.toml`: what a team sets for the specs of a folder.
//!
//! [`load`] reads a file and whatever it extends, through a function that the caller gives, so that nothing here touches
//! a disk. The nearest file to a spec wins whole; `extends` builds on another one. Every value keeps the place where it
//! was set, for [`Settings::effective`] and for errors that name both places.

mod effective;
mod file;
mod problem;
mod rules_table;
mod schema;

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use ftspec_prose::{Label, Lexicon};
use ftspec_schema::{Enumerated, Status};

use crate::config::{Config, RuleSettings, SetLevel};
use crate::lang::{Lang, say};
use crate::rules;

pub use effective::{Effective, Origin};
pub use problem::{Place, Problem};
pub use schema::schema;

use file::File;
use problem::Problems;

/// What the file is called.
pub const FILE_NAME: &str = "ftspec.toml";

/// So many files may extend each other; more is a circle or a maze.
const MOST_FILES: usize = 16;

/// Named sets of thresholds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Profile {
    /// The figures of the articles that the rules come from.
    #[default]
    Articles,
    /// What vendors of hosted tuning ask for.
    Vendor,
}

impl Profile {
    /// All of them.
    pub const ALL: [Profile; 2] = [Profile::Articles, Profile::Vendor];

    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Profile::Articles => "articles",
            Profile::Vendor => "vendor",
        }
    }
}

/// Rules that the profile `vendor` turns off.
const SILENT_FOR_VENDORS: [&str; 1] = ["single-seed"];

/// Everything that the configuration files say, ready for checks.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The files, the nearest first; those it extends behind it.
    pub files: Vec<PathBuf>,
    /// Globs of files that a walk leaves out, each with its place; they count from the folder of its file.
    pub exclude: Vec<(String, Place)>,
    profile: Profile,
    least_status: Option<Status>,
    rules: RuleSettings,
    lexicon: Option<Arc<Lexicon>>,
    origins: Vec<(effective::Key, Place)>,
    phrases: Vec<(Label, String, Place)>,
}

impl Settings {
    /// The settings of a check.
    pub fn config(&self) -> Config {
        Config {
            least_status: self.least_status,
            rules: self.rules.clone(),
            lexicon: self.lexicon.clone(),
            ..Config::default()
        }
    }

    /// The profile.
    pub fn profile(&self) -> Profile {
        self.profile
    }
}

/// Reads a configuration file and those that it extends.
///
/// # Errors
///
/// Everything that is wrong in any of the files, each with its place.
pub fn load(
    path: &Path,
    lang: Lang,
    read: &mut dyn FnMut(&Path) -> Result<String, String>,
) -> Result<Settings, Vec<Problem>> {
    let mut problems = Problems::new(lang);
    let mut files: Vec<File> = Vec::new();
    let mut next = Some((settled(path), None::<Place>));
    while let Some((path, asked_by)) = next.take() {
        if let Some(place) = &asked_by
            && (files.iter().any(|file| file.path == path) || files.len() >= MOST_FILES)
        {
            let again = path.display();
            problems
                .add(place.clone(), say!(lang, "`extends` goes round in a circle", "`extends` 绕成了一个圈"))
                .label(say!(lang, "`{again}` is being read already", "`{again}` 已经在读取中"));
            break;
        }
        match read(&path) {
            Ok(text) => {
                let file = File::parse(path, &text, &mut problems);
                next = file.extends.clone().map(|(target, place)| (beside(&file.path, &target), Some(place)));
                files.push(file);
            }
            Err(why) => {
                let shown = path.display();
                let extended = asked_by.is_some();
                let place = asked_by.unwrap_or_else(|| Place::nowhere(&path));
                let report =
                    problems.add(place, say!(lang, "`{shown}` cannot be read", "无法读取 `{shown}`")).label(why);
                if extended {
                    report.help(say!(
                        lang,
                        "a path in `extends` counts from the file that it stands in",
                        "`extends` 里的路径以它所在的文件为起点"
                    ));
                }
                break;
            }
        }
    }
    let settings = join(files, lang, &mut problems);
    problems.finish(settings)
}

/// Puts the files together, the farthest first, so that what is nearer counts.
fn join(files: Vec<File>, lang: Lang, problems: &mut Problems) -> Settings {
    let mut settings = Settings { files: files.iter().map(|file| file.path.clone()).collect(), ..Settings::default() };
    for file in files.iter().rev() {
        if let Some((profile, place)) = &file.profile {
            settings.profile = *profile;
            settings.note(effective::Key::Profile, place);
        }
        if let Some((status, place)) = &file.least_status {
            settings.least_status = Some(*status);
            settings.note(effective::Key::LeastStatus, place);
        }
        for (rule, level, place) in &file.levels {
            let key = effective::Key::Level(rule);
            let before = settings.rules.of(rule).and_then(|setting| setting.level);
            if before == Some(SetLevel::Forbid) && *level != SetLevel::Forbid {
                let (name, level) = (rule.name, level.name());
                let first = settings.place_of(&key).cloned();
                problems
                    .add(
                        place.clone(),
                        say!(
                            lang,
                            "`{name}` is forbidden further up and cannot be set to `{level}`",
                            "`{name}` 在上层已设为 forbid，这里不能改成 `{level}`"
                        ),
                    )
                    .label(say!(lang, "lowered here", "在这里被降低"))
                    .also(first, say!(lang, "forbidden here", "在这里被禁止"))
                    .help(say!(
                        lang,
                        "take this line out, or talk to whoever keeps the other file",
                        "删掉这一行，或者与另一个文件的维护者商量"
                    ));
                continue;
            }
            settings.rules.entry(rule).level = Some(*level);
            settings.note(key, place);
        }
        for (rule, option, value, place) in &file.options {
            let options = &mut settings.rules.entry(rule).options;
            options.retain(|(known, _)| known != option);
            options.push((option, *value));
            settings.note(effective::Key::Option(rule, option), place);
        }
        settings.exclude.extend(file.exclude.iter().cloned());
        settings.phrases.extend(file.phrases.iter().cloned());
    }
    settings.apply_profile();
    if !settings.phrases.is_empty() {
        let phrases: Vec<(Label, String)> =
            settings.phrases.iter().map(|(label, phrase, _)| (*label, phrase.clone())).collect();
        match Lexicon::with(&phrases) {
            Ok(lexicon) => settings.lexicon = Some(Arc::new(lexicon)),
            Err(why) => {
                let place = settings.phrases[0].2.clone();
                problems
                    .add(place, say!(lang, "these phrases cannot be used", "这些短语无法使用"))
                    .label(why.to_string());
            }
        }
    }
    settings
}

impl Settings {
    fn note(&mut self, key: effective::Key, place: &Place) {
        self.origins.retain(|(known, _)| *known != key);
        self.origins.push((key, place.clone()));
    }

    fn place_of(&self, key: &effective::Key) -> Option<&Place> {
        self.origins.iter().find(|(known, _)| known == key).map(|(_, place)| place)
    }

    /// Figures of the profile go where nothing was set by hand.
    fn apply_profile(&mut self) {
        if self.profile != Profile::Vendor {
            return;
        }
        for rule in rules::RULES {
            for option in rule.options {
                if let Some(figure) = option.vendor
                    && self.place_of(&effective::Key::Option(rule, option.name)).is_none()
                {
                    self.rules.entry(rule).options.push((option.name, figure));
                }
            }
            if SILENT_FOR_VENDORS.contains(&rule.name) && self.place_of(&effective::Key::Level(rule)).is_none() {
                self.rules.entry(rule).level = Some(SetLevel::Allow);
            }
        }
    }
}

/// A path that counts from the folder of a file.
fn beside(file: &Path, target: &str) -> PathBuf {
    settled(&file.parent().unwrap_or(Path::new("")).join(target))
}

/// A path without `.`, and without `..` where what it leaves is known.
fn settled(path: &Path) -> PathBuf {
    let mut settled = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(settled.components().next_back(), Some(Component::Normal(_))) => {
                settled.pop();
            }
            part => settled.push(part),
        }
    }
    settled
}

/// The statuses that `least_status` can name: a spec is never made to have been dropped.
fn statuses() -> impl Iterator<Item = Status> + Clone {
    Status::ALL.iter().copied().filter(|status| *status != Status::Dropped)
}
