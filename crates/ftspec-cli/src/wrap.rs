//! Prose to lines of a width, for words with blanks between them and for Chinese, which has none.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns that a text takes.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// Breaks a text into lines of at most `width` columns. Line breaks in the text stay; lines that begin with blanks
/// are examples and stay whole; what stands between backticks stays together where it fits.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.starts_with([' ', '\t']) || columns(line) <= width {
            lines.push(line.trim_end().to_string());
        } else {
            fill(line, width, &mut lines);
        }
    }
    lines
}

fn fill(text: &str, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut used = 0;
    for piece in pieces(text, width) {
        let blank = usize::from(piece.blank_before && used > 0);
        let wide = columns(piece.text);
        if used > 0 && used + blank + wide > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        } else if blank > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(piece.text);
        used += wide;
    }
    if !line.is_empty() {
        lines.push(line);
    }
}

/// A stretch that is not broken.
struct Piece<'t> {
    text: &'t str,
    blank_before: bool,
}

fn pieces(text: &str, width: usize) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut blank_before = false;
    let mut quoted = false;
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        let inside = quoted;
        if character == '`' {
            // A quotation that is wider than half a line is broken like any other text.
            let closes = text[at + 1..].find('`').is_some_and(|end| columns(&text[at..at + 1 + end]) <= width / 2);
            quoted = !quoted && closes;
        }
        // A quotation begins on a new line where it must; inside it, and before its end, nothing is broken.
        let breaks = if inside || start == at {
            false
        } else if character == ' ' || before == ' ' {
            true
        } else {
            (wide(character) && !closing(character) || wide(before) && !closing(character)) && !opening(before)
        };
        if breaks {
            push(&mut pieces, &text[start..at], &mut blank_before);
            start = at;
        }
        before = character;
    }
    push(&mut pieces, &text[start..], &mut blank_before);
    pieces
}

fn push<'t>(pieces: &mut Vec<Piece<'t>>, text: &'t str, blank_before: &mut bool) {
    let word = text.trim_matches(' ');
    if word.is_empty() {
        *blank_before = true;
        return;
    }
    pieces.push(Piece { text: word, blank_before: *blank_before || text.starts_with(' ') });
    *blank_before = text.ends_with(' ');
}

fn wide(character: char) -> bool {
    character.width() == Some(2)
}

fn closing(character: char) -> bool {
    "，。；：！？、）】》」』”’…),.;:!?]}".contains(character)
}

fn opening(character: char) -> bool {
    "（【《「『“‘([{".contains(character)
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn words_and_quotations_stay_whole() {
        let lines = wrap("name what must hold in every round: `guard facts >= baseline`, for example", 40);
        assert_eq!(lines, ["name what must hold in every round:", "`guard facts >= baseline`, for example"]);
    }

    #[test]
    fn chinese_breaks_anywhere_but_before_a_stop() {
        let lines = wrap("微调失败，很多时候不是没调好，而是一开始就不该调。", 20);
        assert!(lines.iter().all(|line| super::columns(line) <= 20), "{lines:?}");
        assert!(!lines.iter().any(|line| line.starts_with(['，', '。'])), "{lines:?}");
        assert_eq!(lines.concat(), "微调失败，很多时候不是没调好，而是一开始就不该调。");
    }

    #[test]
    fn words_in_backticks_are_broken_between() {
        let lines = wrap("可选的词有 `style`、`format`、`mapping`、`specialist` 和 `safety`", 30);
        let expected = ["可选的词有 `style`、`format`、", "`mapping`、`specialist` 和", "`safety`"];
        assert_eq!(lines, expected);
    }

    #[test]
    fn examples_are_left_alone() {
        let text = "for example\n  guard facts >= baseline and much more than fits on such a line";
        assert_eq!(wrap(text, 20), text.lines().collect::<Vec<_>>());
    }
}
