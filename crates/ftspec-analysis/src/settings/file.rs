//! One configuration file, read key by key. Whatever cannot be used is a problem with its place; the rest is kept.

use std::path::PathBuf;
use std::sync::Arc;

use ftspec_prose::Label;
use ftspec_schema::{Enumerated, Status};
use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::problem::{Place, Problems};
use super::{Profile, rules_table, statuses};
use crate::config::SetLevel;
use crate::lang::{Lang, say};
use crate::rule::Rule;
use crate::suggest::nearest_name;

/// What one file says.
#[derive(Default)]
pub(crate) struct File {
    pub path: PathBuf,
    pub extends: Option<(String, Place)>,
    pub profile: Option<(Profile, Place)>,
    pub least_status: Option<(Status, Place)>,
    pub levels: Vec<(&'static Rule, SetLevel, Place)>,
    pub options: Vec<(&'static Rule, &'static str, Decimal, Place)>,
    pub exclude: Vec<(String, Place)>,
    pub phrases: Vec<(Label, String, Place)>,
}

/// The keys at the top, in the order of the reference.
pub(super) const KEYS: [&str; 6] = ["extends", "profile", "least_status", "rules", "files", "lexicon"];

/// The labels for which a team can add phrases. Several goals are seen by how a sentence is built, not by a phrase.
pub(super) fn lexicon_labels() -> impl Iterator<Item = Label> {
    Label::all().iter().copied().filter(|label| *label != Label::MultiGoal)
}

/// A table or value with its place, and where problems go.
pub(super) struct Reader<'p> {
    pub path: PathBuf,
    pub text: Arc<str>,
    pub problems: &'p mut Problems,
}

impl Reader<'_> {
    pub fn place<T>(&self, item: &Spanned<T>) -> Place {
        Place { path: self.path.clone(), text: self.text.clone(), span: item.span() }
    }

    pub fn lang(&self) -> Lang {
        self.problems.lang
    }

    /// A key that nobody reads.
    pub fn unknown_key<'n>(&mut self, key: &Spanned<DeString>, names: impl Iterator<Item = &'n str> + Clone) {
        let (place, lang) = (self.place(key), self.lang());
        let written = shorten(key.get_ref());
        let report = self
            .problems
            .add(place, say!(lang, "there is no setting `{written}` here", "这里没有 `{written}` 这个设置"));
        let known = lang.listed(names.clone());
        let report = match nearest_name(key.get_ref(), names) {
            Some(near) => report.label(say!(lang, "did you mean `{near}`?", "是不是想写 `{near}`？")),
            None => report.label(say!(lang, "not known", "未知的名称")),
        };
        report.help(say!(lang, "known here: {known}", "这里可以写：{known}"));
    }

    /// A value of the wrong kind.
    pub fn expected(&mut self, value: &Spanned<DeValue>, name: &str, what: String) {
        let (place, lang) = (self.place(value), self.lang());
        self.problems.add(place, say!(lang, "`{name}` takes {what}", "`{name}` 应为{what}")).label(say!(
            lang,
            "not that",
            "类型不对"
        ));
    }

    /// One of several words.
    pub fn word<T>(
        &mut self,
        value: &Spanned<DeValue>,
        name: &str,
        words: impl Iterator<Item = (&'static str, T)> + Clone,
    ) -> Option<T> {
        let lang = self.lang();
        let names = || words.clone().map(|(word, _)| word);
        let known = lang.listed(names());
        let Some(written) = value.get_ref().as_str() else {
            self.expected(value, name, say!(lang, "one of {known}", "下列之一：{known}"));
            return None;
        };
        if let Some((_, word)) = words.clone().find(|(word, _)| *word == written) {
            return Some(word);
        }
        let place = self.place(value);
        let short = shorten(written);
        let near = nearest_name(written, names());
        let report =
            self.problems.add(place, say!(lang, "`{short}` is no value of `{name}`", "`{name}` 不能取 `{short}`"));
        let report = match near {
            Some(near) => report.label(say!(lang, "did you mean `{near}`?", "是不是想写 `{near}`？")),
            None => report.label(say!(lang, "not known", "未知的值")),
        };
        report.help(say!(lang, "`{name}` is one of {known}", "`{name}` 可以取：{known}"));
        None
    }

    pub fn text_of(&mut self, value: &Spanned<DeValue>, name: &str) -> Option<String> {
        let text = value.get_ref().as_str().map(str::to_string);
        if text.is_none() {
            let lang = self.lang();
            self.expected(value, name, say!(lang, "text in quotes", "引号里的文字"));
        }
        text
    }

    /// A list of texts, each with its place; a lone text is a list of one.
    pub fn texts(&mut self, value: &Spanned<DeValue>, name: &str) -> Vec<(String, Place)> {
        match value.get_ref() {
            DeValue::Array(items) => {
                items.iter().filter_map(|item| Some((self.text_of(item, name)?, self.place(item)))).collect()
            }
            _ => self.text_of(value, name).into_iter().map(|text| (text, self.place(value))).collect(),
        }
    }

    pub fn table<'v, 'i>(&mut self, value: &'v Spanned<DeValue<'i>>, name: &str) -> Option<&'v DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            let lang = self.lang();
            self.expected(value, name, say!(lang, "a table", "一个表"));
        }
        table
    }
}

impl File {
    pub fn parse(path: PathBuf, text: &str, problems: &mut Problems) -> Self {
        let text: Arc<str> = Arc::from(text.strip_prefix('\u{feff}').unwrap_or(text));
        let mut file = File { path: path.clone(), ..File::default() };
        let (table, errors) = DeTable::parse_recoverable(&text);
        let mut reader = Reader { path, text: text.clone(), problems };
        let lang = reader.lang();
        let broken = !errors.is_empty();
        for error in errors {
            let place = Place { path: reader.path.clone(), text: text.clone(), span: error.span().unwrap_or(0..0) };
            let why = error.message().to_string();
            reader.problems.add(place, say!(lang, "this is not TOML", "这不是合法的 TOML")).label(why);
        }
        if broken {
            // What was read of it may be half a key.
            return file;
        }
        for (key, value) in in_order(table.get_ref()) {
            match key.get_ref().as_ref() {
                "extends" => {
                    let place = reader.place(value);
                    file.extends = reader.text_of(value, "extends").map(|target| (target, place));
                }
                "profile" => {
                    let place = reader.place(value);
                    let words = Profile::ALL.into_iter().map(|profile| (profile.name(), profile));
                    file.profile = reader.word(value, "profile", words).map(|profile| (profile, place));
                }
                "least_status" => {
                    let place = reader.place(value);
                    let words = statuses().map(|status| (status.word().name, status));
                    file.least_status = reader.word(value, "least_status", words).map(|status| (status, place));
                }
                "rules" => {
                    if let Some(table) = reader.table(value, "rules") {
                        rules_table::read(table, &mut file, &mut reader);
                    }
                }
                "files" => {
                    if let Some(table) = reader.table(value, "files") {
                        file.read_files(table, &mut reader);
                    }
                }
                "lexicon" => {
                    if let Some(table) = reader.table(value, "lexicon") {
                        file.read_lexicon(table, &mut reader);
                    }
                }
                _ => reader.unknown_key(key, KEYS.into_iter()),
            }
        }
        file
    }

    fn read_files(&mut self, table: &DeTable, reader: &mut Reader) {
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "exclude" => self.exclude.extend(reader.texts(value, "exclude")),
                _ => reader.unknown_key(key, ["exclude"].into_iter()),
            }
        }
    }

    fn read_lexicon(&mut self, table: &DeTable, reader: &mut Reader) {
        for (key, value) in in_order(table) {
            let label = lexicon_labels().find(|label| label.name() == key.get_ref().as_ref());
            let Some(label) = label else {
                let names: Vec<&str> = lexicon_labels().map(Label::name).collect();
                reader.unknown_key(key, names.iter().copied());
                continue;
            };
            for (phrase, place) in reader.texts(value, label.name()) {
                if phrase.trim().is_empty() {
                    let lang = reader.lang();
                    reader.problems.add(place, say!(lang, "this phrase is empty", "这个短语是空的")).label(say!(
                        lang,
                        "write words that people use",
                        "写上人们实际使用的说法"
                    ));
                } else {
                    self.phrases.push((label, phrase, place));
                }
            }
        }
    }
}

/// The entries of a table in the order of the file.
pub(super) fn in_order<'t, 'i>(table: &'t DeTable<'i>) -> Vec<(&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

/// What was written, short enough for a message.
pub(super) fn shorten(written: &str) -> String {
    match written.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &written[..at]),
        None => written.to_string(),
    }
}
