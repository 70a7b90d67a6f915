//! One line of the terminal to answer in: a text, a number or a choice. All that is drawn or typed there is the
//! library's; the words around it are ours.

use std::io;

use ftspec_analysis::{Lang, say};
use inquire::ui::{Attributes, Color, ErrorMessageRenderConfig, RenderConfig, StyleSheet, Styled};
use inquire::validator::Validation;
use inquire::{InquireError, Select, Text};

use super::interview::Ended;
use crate::output::Paint;

/// Asks for answers.
pub struct Prompt {
    lang: Lang,
    look: RenderConfig<'static>,
}

impl Prompt {
    /// In the colours and the language of a paint.
    pub fn new(paint: Paint) -> Self {
        Self { lang: paint.lang, look: look(paint.color) }
    }

    /// A sentence; empty where it is left open.
    pub fn text(&self, initial: &str) -> Result<String, Ended> {
        let text = Text::new("").with_initial_value(initial).with_help_message(self.leaves_open());
        let answered = text.with_formatter(&|answer| self.shown(answer)).with_render_config(self.look).prompt();
        answered.map_err(|error| self.ended(error))
    }

    /// A name, with one that could be taken.
    pub fn name(&self, free: &str) -> Result<String, Ended> {
        let help = self.lang.pick("Enter takes this name · Esc stops", "回车用这个名字 · Esc 停止");
        let text = Text::new("").with_initial_value(free).with_help_message(help);
        text.with_render_config(self.look).prompt().map_err(|error| self.ended(error))
    }

    /// A number between two bounds; none where it is left open.
    pub fn number(&self, least: u64, most: u64) -> Result<Option<u64>, Ended> {
        let lang = self.lang;
        let check = move |typed: &str| {
            let fits = |number: u64| (least..=most).contains(&number);
            Ok(if typed.trim().is_empty() || number(typed).is_some_and(fits) {
                Validation::Valid
            } else {
                Validation::Invalid(expected(least, most, lang).into())
            })
        };
        let text = Text::new("").with_validator(check).with_help_message(self.leaves_open());
        let answered = text.with_formatter(&|answer| self.shown(answer)).with_render_config(self.look).prompt();
        answered.map(|typed| number(&typed)).map_err(|error| self.ended(error))
    }

    /// The place of one of the lines; none where it is left open.
    pub fn choice(&self, lines: &[&str], at: usize) -> Result<Option<usize>, Ended> {
        let open = self.lang.pick("not decided yet", "还没定");
        let options: Vec<&str> = lines.iter().copied().chain([open]).collect();
        let help = self.lang.pick("up, down, Enter · Esc stops", "上下键选择，回车确认 · Esc 停止");
        let select = Select::new("", options).without_filtering().with_starting_cursor(at).with_help_message(help);
        let select = select.with_page_size(screen().1.saturating_sub(10).clamp(4, 16));
        // The question stands above; the library's own line for it stays empty.
        let look = self.look.with_prompt_prefix(Styled::new(""));
        let chosen = select.with_render_config(look).raw_prompt().map_err(|error| self.ended(error))?;
        Ok(Some(chosen.index).filter(|index| *index < lines.len()))
    }

    fn leaves_open(&self) -> &'static str {
        self.lang.pick("Enter alone leaves it open · Esc stops", "直接回车表示待定 · Esc 停止")
    }

    fn shown(&self, answer: &str) -> String {
        if answer.trim().is_empty() { self.lang.pick("(open)", "（待定）").to_string() } else { answer.to_string() }
    }

    fn ended(&self, error: InquireError) -> Ended {
        let lang = self.lang;
        let unread = |error: &dyn std::fmt::Display| {
            Ended::Broken(say!(
                lang,
                "the terminal cannot be read: {error}; use `ftspec new --template style --yes`",
                "读不了终端：{error}；请改用 `ftspec new --template style --yes`"
            ))
        };
        match error {
            InquireError::OperationCanceled | InquireError::OperationInterrupted => Ended::Stopped,
            InquireError::IO(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ended::Stopped,
            other => unread(&other),
        }
    }
}

/// Lines are at most so wide; longer ones are hard to read.
pub const WIDEST: usize = 84;

/// The width of lines at the terminal.
pub fn width() -> usize {
    // The last column stays free: some terminals break the line when it is written to.
    screen().0.saturating_sub(1).clamp(20, WIDEST)
}

/// The columns and rows of the terminal.
fn screen() -> (usize, usize) {
    let (columns, rows) = crossterm::terminal::size().unwrap_or((80, 24));
    // A terminal without a size is one that nobody has told.
    if columns == 0 { (80, 24) } else { (usize::from(columns), usize::from(rows)) }
}

/// Gives the terminal back as it was: keys are echoed, the cursor shows, pasted text comes as it is.
#[cfg(unix)]
pub fn give_back() {
    use crossterm::{cursor, event};
    // Where the terminal has gone away, there is nothing to give back.
    let _ = crossterm::terminal::disable_raw_mode();
    let _ =
        crossterm::execute!(io::stderr(), event::DisableBracketedPaste, cursor::Show, crossterm::style::Print("\n"));
}

/// A number as people type it: `1,200`, `1_200`, `1 200`, `90%`, `１２００`.
fn number(typed: &str) -> Option<u64> {
    let mut digits = String::new();
    for character in typed.trim().trim_end_matches(['%', '％']).chars() {
        match character {
            '0'..='9' => digits.push(character),
            '０'..='９' => digits.push(char::from_digit(u32::from(character) - u32::from('０'), 10)?),
            ',' | '_' | ' ' | '，' | '\'' if !digits.is_empty() => {}
            _ => return None,
        }
    }
    digits.parse().ok()
}

fn expected(least: u64, most: u64, lang: Lang) -> String {
    // A bound that nobody reaches is no help.
    if most > 1_000_000 {
        return say!(lang, "a number in digits, such as 1200; {least} or more", "请用数字，例如 1200，不小于 {least}");
    }
    say!(lang, "a number in digits, from {least} to {most}", "请用数字，从 {least} 到 {most}")
}

fn look(color: bool) -> RenderConfig<'static> {
    let mut look = RenderConfig::empty()
        .with_prompt_prefix(Styled::new("›"))
        .with_answered_prompt_prefix(Styled::new("›"))
        .with_highlighted_option_prefix(Styled::new("›"))
        .with_canceled_prompt_indicator(Styled::new(""))
        .with_error_message(ErrorMessageRenderConfig::empty().with_prefix(Styled::new("!")));
    if color {
        let faint = StyleSheet::new().with_fg(Color::DarkGrey);
        let lit = StyleSheet::new().with_fg(Color::DarkCyan);
        look = look
            .with_prompt_prefix(Styled::new("›").with_fg(Color::DarkCyan))
            .with_answered_prompt_prefix(Styled::new("›").with_fg(Color::DarkGreen))
            .with_highlighted_option_prefix(Styled::new("›").with_fg(Color::DarkCyan))
            .with_selected_option(Some(lit.with_attr(Attributes::BOLD)))
            .with_answer(StyleSheet::new().with_fg(Color::DarkGreen))
            .with_help_message(faint)
            .with_error_message(
                ErrorMessageRenderConfig::default_colored().with_prefix(Styled::new("!").with_fg(Color::DarkRed)),
            );
    }
    look
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for typed in ["1200", " 1,200 ", "1_200", "1 200", "１２００", "1'200"] {
            assert_eq!(number(typed), Some(1200), "{typed}");
        }
        assert_eq!(number("90%"), Some(90));
        for typed in ["", "many", "-3", "1.5", "12k", "99999999999999999999999", ",5", "%"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }
}
