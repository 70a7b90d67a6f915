//! What stands inside quotes, and names made from text.

use std::borrow::Cow;

use crate::Span;

/// An escape that the language does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadEscape {
    /// The backslash and what follows it, in bytes from the start of the string token.
    pub span: Span,
}

/// What a string token means: quotes taken off, escapes resolved, the common indentation of a block string dropped.
/// An unknown escape stands for itself.
pub fn cook(token: &str) -> Cow<'_, str> {
    if let Some(inner) = token.strip_prefix("\"\"\"") {
        return Cow::Owned(dedent(inner.strip_suffix("\"\"\"").unwrap_or(inner)));
    }
    if let Some(inner) = token.strip_prefix('“') {
        return Cow::Borrowed(inner.trim_end_matches(['”', '"']));
    }
    if let Some(inner) = token.strip_prefix('\'') {
        return Cow::Borrowed(inner.strip_suffix('\'').unwrap_or(inner));
    }
    let Some(inner) = token.strip_prefix('"') else { return Cow::Borrowed(token) };
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    if !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    let mut cooked = String::with_capacity(inner.len());
    for piece in pieces(inner) {
        match piece {
            Piece::Plain(text) => cooked.push_str(text),
            Piece::Escape(Some(character), _) => cooked.push(character),
            Piece::Escape(None, text) => cooked.push_str(text),
        }
    }
    Cow::Owned(cooked)
}

/// The escapes in a string token that the language does not know. Block strings have no escapes.
pub fn bad_escapes(token: &str) -> Vec<BadEscape> {
    if !token.contains('\\') || token.starts_with("\"\"\"") || !token.starts_with('"') {
        return Vec::new();
    }
    let inner = &token[1..];
    let inner = inner.strip_suffix('"').filter(|_| token.len() > 1).unwrap_or(inner);
    let mut at = 1;
    let mut bad = Vec::new();
    for piece in pieces(inner) {
        let len = match piece {
            Piece::Plain(text) | Piece::Escape(Some(_), text) => text.len() as u32,
            Piece::Escape(None, text) => {
                bad.push(BadEscape { span: Span::new(at, at + text.len() as u32) });
                text.len() as u32
            }
        };
        at += len;
    }
    bad
}

enum Piece<'t> {
    Plain(&'t str),
    Escape(Option<char>, &'t str),
}

fn pieces(inner: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = inner;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some(at) = rest.find('\\') else {
            return Some(Piece::Plain(std::mem::take(&mut rest)));
        };
        if at > 0 {
            let (plain, tail) = rest.split_at(at);
            rest = tail;
            return Some(Piece::Plain(plain));
        }
        let (character, len) = escape(rest);
        let (escape, tail) = rest.split_at(len);
        rest = tail;
        Some(Piece::Escape(character, escape))
    })
}

/// Reads one escape at the start of `text`: the character, and the bytes it takes.
fn escape(text: &str) -> (Option<char>, usize) {
    let Some(sign) = text[1..].chars().next() else { return (None, 1) };
    let plain = 1 + sign.len_utf8();
    match sign {
        'n' => (Some('\n'), plain),
        't' => (Some('\t'), plain),
        '"' => (Some('"'), plain),
        '\\' => (Some('\\'), plain),
        'u' => {
            let Some(close) = text.find('}').filter(|_| text[2..].starts_with('{')) else { return (None, plain) };
            let digits = &text[3..close];
            let valid = (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
            let code = if valid { u32::from_str_radix(digits, 16).ok() } else { None };
            (code.and_then(char::from_u32), close + 1)
        }
        _ => (None, plain),
    }
}

fn dedent(inner: &str) -> String {
    let inner = inner.strip_prefix("\r\n").or_else(|| inner.strip_prefix('\n')).unwrap_or(inner);
    let blank = |line: &str| line.trim().is_empty();
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let lines: Vec<&str> = inner.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
    let common = lines.iter().filter(|line| !blank(line)).map(|line| indent(line)).min().unwrap_or(0);
    let mut text =
        lines.iter().map(|line| if blank(line) { "" } else { &line[common..] }).collect::<Vec<_>>().join("\n");
    // The line that holds only the closing quotes is no line of the text.
    if lines.len() > 1 && lines.last().is_some_and(|line| blank(line)) {
        text.pop();
    }
    text
}

/// A string token that means `text`.
pub fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a text can stand where a name belongs.
pub fn is_name(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first))
        && characters.all(|next| next == '-' || unicode_ident::is_xid_continue(next))
        && !text.ends_with('-')
}

/// A label made of any text: `2026-11` of a round becomes `r_2026_11`. None where nothing is left to make it of.
pub fn label(text: &str, keyword: &str) -> Option<String> {
    let mut label = String::new();
    for character in text.trim().chars() {
        if character == '_' || unicode_ident::is_xid_continue(character) {
            label.push(character);
        } else if !label.is_empty() && !label.ends_with('_') {
            label.push('_');
        }
    }
    let label = label.trim_end_matches('_');
    if is_name(label) {
        return Some(label.to_string());
    }
    let initial = keyword.chars().next()?;
    let with_initial = format!("{initial}_{label}");
    (!label.is_empty() && is_name(&with_initial)).then_some(with_initial)
}
