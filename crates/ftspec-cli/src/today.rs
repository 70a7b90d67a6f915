//! The day of a check: as told on the command line, else in the environment, else by the clock.

use ftspec_analysis::{Config, Date};

use crate::lang;

/// The environment variable that sets the day, for tests and reproducible builds.
const VARIABLE: &str = "FTSPEC_TODAY";

/// The settings of a check on the day that was asked for; a message where the environment holds no date.
pub fn config(asked: Option<Date>) -> Result<Config, String> {
    let today = match asked {
        Some(day) => Some(day),
        None => by_environment()?.or_else(ftspec_workspace::today),
    };
    Ok(Config { today, ..Config::default() })
}

/// The day that the environment sets, if it sets one; a message where that is no date.
pub fn by_environment() -> Result<Option<Date>, String> {
    let Some(day) = std::env::var(VARIABLE).ok().filter(|day| !day.is_empty()) else { return Ok(None) };
    self::day(&day).map(Some).map_err(|why| format!("{VARIABLE} is `{day}`: {why}"))
}

/// Reads a day as specs write it.
pub fn day(text: &str) -> Result<Date, String> {
    let written_out = text.len() == "2026-11-21".len();
    text.parse().ok().filter(|_| written_out).ok_or_else(|| {
        lang::before_arguments()
            .pick("not a day of the calendar, such as 2026-11-21", "日历上没有这一天；写成 2026-11-21 这样")
            .to_string()
    })
}
