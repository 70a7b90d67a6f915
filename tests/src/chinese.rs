//! Whether a text is Chinese, as far as a program can tell.

/// Whether a text has a Chinese character.
pub fn has_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// Whether a text has English sentences, once what stands in backticks, quotes and code lines is taken out.
pub fn has_english(text: &str) -> bool {
    let mut plain = String::new();
    for line in text.lines().filter(|line| !line.starts_with("  ")) {
        plain.extend(line.split('`').step_by(2).flat_map(|part| part.split('"').step_by(2)));
    }
    const WORDS: [&str; 14] = [
        " the ", " is ", " are ", " of ", " and ", " or ", " to ", " no ", " not ", " than ", " with ", " by ", " in ",
        " a ",
    ];
    WORDS.iter().any(|word| plain.contains(word))
}

/// The columns that a text takes on a terminal: two for Chinese characters and full-width signs.
pub fn columns(text: &str) -> usize {
    text.chars().map(|c| 1 + usize::from(matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}'))).sum()
}
