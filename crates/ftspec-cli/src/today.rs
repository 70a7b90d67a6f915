//! The day of a check: as told on the command line, else in the environment, else by the clock.

use ftspec_analysis::{Config, Date, Lang, say};

use crate::lang;

/// The environment variable that sets the day, for tests and reproducible builds.
const VARIABLE: &str = "FTSPEC_TODAY";

/// The settings of a check on the day that was asked for; a message where the environment holds no date.
pub fn config(asked: Option<Date>, lang: Lang) -> Result<Config, String> {
    let today = match asked {
        Some(day) => Some(day),
        None => by_environment(lang)?.or_else(ftspec_workspace::today),
    };
    Ok(Config { today, lang, ..Config::default() })
}

/// The day that the environment sets, if it sets one; a message where that is no date.
pub fn by_environment(lang: Lang) -> Result<Option<Date>, String> {
    let Some(day) = std::env::var(VARIABLE).ok().filter(|day| !day.is_empty()) else { return Ok(None) };
    read(&day, lang)
        .map(Some)
        .map_err(|why| say!(lang, "{VARIABLE} is `{day}`: {why}", "环境变量 {VARIABLE} 不能是 `{day}`：{why}"))
}

/// Reads a day of the command line.
pub fn day(text: &str) -> Result<Date, String> {
    read(text, lang::before_arguments())
}

/// Reads a day as specs write it.
fn read(text: &str, lang: Lang) -> Result<Date, String> {
    let written_out = text.len() == "2026-11-21".len();
    text.parse().ok().filter(|_| written_out).ok_or_else(|| {
        lang.pick("not a day of the calendar, such as 2026-11-21", "日历上没有这一天；写成 2026-11-21 这样").to_string()
    })
}
