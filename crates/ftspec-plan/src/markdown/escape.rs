//! Any text as Markdown that shows it as text: GitHub makes no link, mention, formula, emoji, list or HTML of it.
//!
//! Signs that mean something to Markdown are escaped. Where GitHub looks for something in the finished text (mentions,
//! issue numbers, addresses, commits, emoji, formulas), a blank of no width breaks it. Signs that turn the reading direction
//! or that no font shows are written by their number.

/// A blank of no width, written so that a reader of the source sees it.
const BREAK: &str = "&#8203;";

/// Words longer than this may be broken, so that a table stays on the screen.
const LONGEST_WORD: usize = 60;

/// A text on its own: on one line, without blanks around it.
pub fn text(text: &str) -> String {
    piece(one_line(text).trim_matches(' '))
}

/// A piece of a text, with the blanks around it.
pub fn piece(text: &str) -> String {
    let signs: Vec<char> = visible(&one_line(text)).chars().collect();
    let mut out = String::with_capacity(signs.len() + 8);
    let isolated = signs.iter().any(|sign| right_to_left(*sign));
    if isolated {
        out.push_str("&#8296;");
    }
    let mut word = 0;
    for (at, &sign) in signs.iter().enumerate() {
        word = if sign == ' ' || !sign.is_ascii() && wide(sign) { 0 } else { word + 1 };
        if word > LONGEST_WORD || breaks_before(&signs, at) {
            out.push_str(BREAK);
            word = 1;
        }
        escape(&mut out, sign, &signs, at);
        if breaks_after(&signs, at) {
            out.push_str(BREAK);
        }
    }
    if isolated {
        out.push_str("&#8297;");
    }
    out
}

/// A name or code, between as many backticks as it takes. What a table or a reader could not stand as code is text.
pub fn code(code: &str) -> String {
    let code = visible(one_line(code).trim_matches(' '));
    let long = code.split(' ').any(|word| word.chars().count() > LONGEST_WORD);
    if code.is_empty() || long || code.contains('|') || code.chars().any(right_to_left) {
        return text(&code);
    }
    let run = code.split(|sign| sign != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(run + 1);
    let pad = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{code}{pad}{fence}")
}

/// The address of a file beside the document.
pub fn address(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// A text on one line. Blanks that do not break stay as they are.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for sign in text.chars() {
        let blank = matches!(sign, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        match blank {
            true if line.ends_with(' ') => {}
            true => line.push(' '),
            false => line.push(sign),
        }
    }
    line
}

/// A text in which every sign is seen: what would turn the reading direction, or show nothing, is written by its number.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        let turns =
            matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if turns || sign == '\u{feff}' || sign.is_control() {
            out.push_str(&format!("U+{:04X}", u32::from(sign)));
        } else {
            out.push(sign);
        }
    }
    out
}

fn escape(out: &mut String, sign: char, signs: &[char], at: usize) {
    match sign {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '|' => out.push_str("&#124;"),
        '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '#' | '$' => out.extend(['\\', sign]),
        '=' | '>' | ':' if at == 0 => out.extend(['\\', sign]),
        // A mark of a list has a blank behind it, a rule another dash.
        '-' | '+' if at == 0 && matches!(signs.get(1), None | Some(' ' | '-')) => out.extend(['\\', sign]),
        '.' | ')' if numbers(&signs[..at]) && matches!(signs.get(at + 1), None | Some(' ')) => out.extend(['\\', sign]),
        _ => out.push(sign),
    }
}

/// Whether all that stands before is a number.
fn numbers(before: &[char]) -> bool {
    !before.is_empty() && before.iter().all(char::is_ascii_digit)
}

fn breaks_before(signs: &[char], at: usize) -> bool {
    match signs[at] {
        '.' => at >= 3 && signs[at - 3..at].iter().all(|sign| sign.eq_ignore_ascii_case(&'w')),
        '$' => true,
        _ => false,
    }
}

fn breaks_after(signs: &[char], at: usize) -> bool {
    let next = |is: fn(&char) -> bool| signs.get(at + 1).is_some_and(is);
    match signs[at] {
        '@' => next(|sign| !sign.is_whitespace()),
        '#' => next(char::is_ascii_digit),
        '-' => {
            at >= 2
                && signs[at - 2..at].iter().collect::<String>().eq_ignore_ascii_case("gh")
                && next(char::is_ascii_digit)
        }
        ':' => signs[at + 1..].starts_with(&['/', '/']) || shortcode(&signs[at + 1..]),
        '$' => true,
        _ => commit(signs, at),
    }
}

/// Whether the name of an emoji follows, with its closing colon.
fn shortcode(rest: &[char]) -> bool {
    let name = rest.iter().take_while(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '+' | '-')).count();
    name > 0 && rest.get(name) == Some(&':')
}

/// Whether a word that could be a commit begins here.
fn commit(signs: &[char], at: usize) -> bool {
    if !signs[at].is_ascii_hexdigit() || at > 0 && signs[at - 1].is_alphanumeric() {
        return false;
    }
    let word: Vec<char> = signs[at..].iter().copied().take_while(|sign| sign.is_alphanumeric()).take(41).collect();
    let hex = word.iter().all(char::is_ascii_hexdigit);
    let mixed = word.iter().any(char::is_ascii_digit) && word.iter().any(char::is_ascii_alphabetic);
    (7..=40).contains(&word.len()) && hex && mixed
}

/// Chinese and the like, which breaks anywhere.
fn wide(sign: char) -> bool {
    matches!(sign, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

fn right_to_left(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
#[path = "escape_tests.rs"]
mod tests;
