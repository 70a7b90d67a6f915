//! A small page in two dresses: Markdown, and plain text for clients that show nothing else.

use std::fmt::Write;

/// A page under construction.
#[derive(Default)]
pub(super) struct Page {
    pub markdown: String,
    pub plain: String,
}

impl Page {
    /// The first line: a word of the language, and what it is.
    pub fn title(&mut self, word: &str, aside: &str) -> &mut Self {
        self.gap();
        let _ = write!(self.markdown, "**`{word}`**");
        self.plain.push_str(word);
        if !aside.is_empty() {
            let _ = write!(self.markdown, " · {aside}");
            let _ = write!(self.plain, " · {aside}");
        }
        self
    }

    /// A paragraph.
    pub fn prose(&mut self, text: &str) -> &mut Self {
        if !text.is_empty() {
            self.gap();
            self.markdown.push_str(text);
            self.plain.push_str(text);
        }
        self
    }

    /// Text out of the file, which is shown as it is written.
    pub fn quote(&mut self, text: &str) -> &mut Self {
        if !text.trim().is_empty() {
            self.gap();
            self.markdown.push_str("> ");
            for character in text.trim().chars() {
                match character {
                    '\n' => self.markdown.push_str("\n> "),
                    '\\' | '`' | '*' | '_' | '<' | '>' | '[' | ']' | '#' | '|' | '~' => {
                        self.markdown.push('\\');
                        self.markdown.push(character);
                    }
                    other => self.markdown.push(other),
                }
            }
            self.plain.push_str(text.trim());
        }
        self
    }

    /// A few lines of a spec.
    pub fn code(&mut self, text: &str) -> &mut Self {
        self.gap();
        let _ = write!(self.markdown, "```ftspec\n{text}\n```");
        let mut first = true;
        for line in text.lines() {
            self.plain.push_str(if first { "  " } else { "\n  " });
            self.plain.push_str(line);
            first = false;
        }
        self
    }

    /// Lines with a dash before each.
    pub fn list(&mut self, lines: impl IntoIterator<Item = String>) -> &mut Self {
        let mut first = true;
        for line in lines {
            if first {
                self.gap();
            } else {
                self.markdown.push('\n');
                self.plain.push('\n');
            }
            first = false;
            let _ = write!(self.markdown, "- {line}");
            let _ = write!(self.plain, "- {line}");
        }
        self
    }

    /// An empty line between what was written and what comes.
    fn gap(&mut self) {
        if !self.markdown.is_empty() {
            self.markdown.push_str("\n\n");
            self.plain.push_str("\n\n");
        }
    }
}

/// A text cut to so many characters, on one line.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let mut short = String::new();
    let mut count = 0;
    for word in text.split_whitespace() {
        if !short.is_empty() {
            short.push(' ');
            count += 1;
        }
        for character in word.chars() {
            if count >= most {
                short.push('…');
                return short;
            }
            short.push(character);
            count += 1;
        }
    }
    short
}
