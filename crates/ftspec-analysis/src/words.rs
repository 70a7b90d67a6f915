//! How much a piece of text says, by words in English and characters in Chinese; and how a text is repeated.

/// Whether a text is shorter than two words, or than three characters of Chinese.
pub(crate) fn says_too_little(text: &str) -> bool {
    !says(6, text)
}

/// Whether a text says so much: three for a Latin word, two for a character of Chinese, where both stand together, too.
pub(crate) fn says(enough: u32, text: &str) -> bool {
    let (mut words, mut characters, mut in_word) = (0, 0, false);
    for c in text.chars() {
        if is_ideograph(c) {
            characters += 1;
            in_word = false;
        } else if c.is_alphanumeric() {
            words += u32::from(!in_word);
            in_word = true;
        } else if !matches!(c, '-' | '_' | '.' | '\'' | '’') {
            in_word = false;
        }
        if 3 * words + 2 * characters >= enough {
            return true;
        }
    }
    false
}

/// Whether a text is a place to be filled in, such as the `…` of a template: no letter and no digit stands in it.
pub(crate) fn is_hole(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// A character of a script that writes no blanks between words.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A text on one line, cut to so many characters.
pub(crate) fn one_line(text: &str, longest: usize) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if line.chars().nth(longest).is_none() {
        return line;
    }
    line.chars().take(longest.saturating_sub(1)).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::{one_line, says_too_little};

    #[test]
    fn a_long_text_is_cut_on_whole_characters() {
        assert_eq!(one_line("  one\n  next step ", 13), "one next step");
        assert_eq!(one_line("语气前后不一", 4), "语气前…");
        assert_eq!(one_line("long", 0), "…");
    }

    #[test]
    fn one_word_or_two_characters_say_too_little() {
        for text in ["", "…", "tbd", "tone-drift", "it's", "语气", "JSON。", "JSON 乱"] {
            assert!(says_too_little(text), "{text}");
        }
        for text in ["tone drifts", "31% rewritten", "语气乱", "输出不是 JSON", "JSON 错误", "JSON YAML"] {
            assert!(!says_too_little(text), "{text}");
        }
    }
}
