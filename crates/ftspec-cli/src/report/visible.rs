//! Text of a spec on a terminal: what would move the cursor or turn the reading direction is shown as a sign instead.

use std::borrow::Cow;

/// The text with every sign that a terminal would obey replaced by one of as many bytes. Tabs stay.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|character| substitute(character).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|character| substitute(character).unwrap_or(character)).collect())
}

/// A message on one line.
pub fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { Cow::Owned(visible(&text.replace('\n', " ")).into_owned()) } else { visible(text) }
}

fn substitute(character: char) -> Option<char> {
    match character {
        '\t' => None,
        '\0'..='\u{1f}' | '\u{7f}' => Some('?'),
        '\u{80}'..='\u{9f}' => Some('·'),
        '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some('\u{fffd}')
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn as_many_bytes_and_nothing_to_obey() {
        let text = "a\x1b[31m\u{85}\u{202e}语\t";
        let shown = visible(text);
        assert_eq!(shown.len(), text.len());
        assert_eq!(shown, "a?[31m·\u{fffd}语\t");
    }
}
