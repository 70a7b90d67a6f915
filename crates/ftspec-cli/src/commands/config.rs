//! `ftspec config`: every value that counts for a spec, and where it comes from.

use ftspec_analysis::settings::{self, Effective, Origin};
use ftspec_analysis::{Lang, say};
use ftspec_workspace::Unreadable;
use serde::Serialize;

use crate::args::{ConfigFormat, ShowConfig};
use crate::configs::{Configs, complain_about, shown};
use crate::output::{Ink, Outcome, Output, Paint};
use crate::today;

/// Runs the command.
pub fn run(asked: &ShowConfig, paint: Paint, out: &mut Output) -> Result<Outcome, String> {
    if asked.schema {
        out.write(&settings::schema());
        return Ok(Outcome::Fine);
    }
    let lang = paint.lang;
    let about = std::fs::metadata(&asked.file).map_err(|error| {
        let (path, why) = (asked.file.display(), Unreadable::io(&error, false).message(lang));
        say!(lang, "{path}: {why}", "{path}：{why}")
    })?;
    // Any name will do for a spec of that folder.
    let spec = if about.is_dir() { asked.file.join("any.ftspec") } else { asked.file.clone() };
    let base = today::config(None, lang)?;
    let mut configs = Configs::new(base, asked.config.as_deref());
    let shown = match configs.settings(&spec) {
        Ok(settings) => {
            let files: Vec<String> = settings.files.iter().map(|file| shown(file)).collect();
            let values = settings.effective();
            match asked.format {
                ConfigFormat::Table => Some(table(&files, &values, paint)),
                ConfigFormat::Json => Some(json(&files, &values)?),
            }
        }
        Err(_) => None,
    };
    match shown {
        Some(text) => {
            out.write(&text);
            Ok(Outcome::Fine)
        }
        None => {
            complain_about(&configs, lang);
            Ok(Outcome::Failed)
        }
    }
}

/// Where a value comes from; for programs, the English words.
fn origin(origin: &Origin, lang: Lang) -> String {
    match origin {
        Origin::Default => lang.pick("default", "默认值").to_string(),
        Origin::Profile(profile) => format!("profile {}", profile.name()),
        Origin::File(place) => format!("{}:{}", shown(&place.path), place.line()),
    }
}

fn table(files: &[String], values: &[Effective], paint: Paint) -> String {
    let lang = paint.lang;
    let mut text = match files {
        [] => say!(
            lang,
            "no ftspec.toml counts here: every value is the default\n\n",
            "这里没有生效的 ftspec.toml：各项都是默认值\n\n"
        ),
        some => some.join(lang.pick(", which extends ", "，它继承 ")) + "\n\n",
    };
    let keys = values.iter().map(|value| value.key.len()).max().unwrap_or(0);
    let widest = values.iter().map(|value| value.value.chars().count()).max().unwrap_or(0).min(24);
    for value in values {
        let set = !matches!(value.origin, Origin::Default);
        let key = format!("{:keys$}", value.key);
        let written = format!("{:widest$}", value.value);
        let from = paint.ink(if set { Ink::Code } else { Ink::Faint }, origin(&value.origin, lang));
        text.push_str(&match set {
            true => format!("{}  {}  {from}\n", paint.ink(Ink::Strong, key), paint.ink(Ink::Strong, written)),
            false => format!("{key}  {written}  {from}\n"),
        });
    }
    text
}

#[derive(Serialize)]
struct Shown<'v> {
    version: u32,
    files: &'v [String],
    values: Vec<Value<'v>>,
}

#[derive(Serialize)]
struct Value<'v> {
    key: &'v str,
    value: &'v str,
    origin: String,
}

fn json(files: &[String], values: &[Effective]) -> Result<String, String> {
    let values = values
        .iter()
        .map(|value| Value { key: &value.key, value: &value.value, origin: origin(&value.origin, Lang::En) })
        .collect();
    let shown = Shown { version: 1, files, values };
    serde_json::to_string_pretty(&shown).map(|text| text + "\n").map_err(|error| error.to_string())
}
