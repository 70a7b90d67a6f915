//! The lines of a spec that a finding is about, with arrows at what is meant. ariadne draws them.
//!
//! ariadne gets nothing but the lines that have labels, cut to the width of a screen, and the margin is written here:
//! so a report costs the same in a file of ten lines and of ten thousand, the line numbers are those of the file
//! whatever it uses as line breaks, and no label can be out of range.

use std::fmt::Write;
use std::ops::Range;

use ariadne::{Color, Config, IndexType, LabelAttach, Report, ReportKind, Source};
use ftspec_syntax::{LineIndex, Span};

use super::visible::visible;
use crate::output::{Ink, Paint};
use crate::wrap::{columns, wrap};

/// The width that reports keep to.
pub const WIDTH: usize = 100;
/// An arrow's text starts at this column at the latest, and the label is drawn shorter where it must.
const LATEST_ARROW: usize = 58;
/// Marks the second and later lines of an arrow's text in what ariadne is given.
const CONTINUED: char = '\u{1}';

/// ariadne's light grey for what no label is at; unreadable on a white screen, where plain text is best.
const UNIMPORTANT: &str = "\x1b[38;5;249m";

/// Something to point at.
pub struct Pointer<'m> {
    /// Where.
    pub span: Span,
    /// What is to be seen there.
    pub message: &'m str,
    /// Its colour.
    pub color: Color,
}

/// A drawing: its lines, and the width of the line numbers, for what is written below.
pub struct Snippet {
    /// The lines, margin included.
    pub lines: Vec<String>,
    /// The digits of the largest line number.
    pub digits: usize,
}

/// Draws the lines that the pointers point at.
pub fn draw(text: &str, index: &LineIndex, pointers: &[Pointer], paint: Paint) -> Snippet {
    let mut placed: Vec<Placed> = pointers.iter().map(|pointer| Placed::new(pointer, text, index)).collect();
    placed.sort_by_key(|placed| placed.line);
    let digits = placed.last().map_or(1, |last| last.line.to_string().len());
    let mut sheet = Sheet { digits, ..Sheet::default() };
    let mut rest = placed.as_mut_slice();
    while let Some(line) = rest.first().map(|first| first.line) {
        let count = rest.iter().take_while(|placed| placed.line == line).count();
        let (of_line, later) = rest.split_at_mut(count);
        sheet.add(line, line_text(line, text, index), of_line);
        rest = later;
    }
    Snippet { lines: sheet.draw(paint), digits }
}

/// The margin of a line: `98 │`, or blanks and the bar.
pub fn margin(number: Option<u32>, digits: usize, paint: Paint) -> String {
    let number = number.map_or(String::new(), |number| number.to_string());
    paint.ink(Ink::Faint, format_args!(" {number:>digits$} │")).to_string()
}

/// A line without its line break and without a byte order mark, with the offset at which it starts.
fn line_text<'t>(line: u32, text: &'t str, index: &LineIndex) -> (u32, &'t str) {
    let span = index.span(line, text).unwrap_or_default();
    match span.of(text).strip_prefix('\u{feff}') {
        Some(rest) => (span.end - rest.len() as u32, rest),
        None => (span.start, span.of(text)),
    }
}

/// A pointer on its line: a range of bytes of that line.
struct Placed<'m> {
    line: u32,
    range: Range<usize>,
    message: &'m str,
    color: Color,
}

impl<'m> Placed<'m> {
    /// Puts a span on one line: cut at the line's end, widened to something that can be seen.
    fn new(pointer: &Pointer<'m>, text: &str, index: &LineIndex) -> Self {
        let mut start = floor(text, pointer.span.start as usize);
        let mut end = floor(text, pointer.span.end as usize).max(start);
        if text[start..].trim().is_empty() {
            // Nothing is left to see: the end of the last line that has something.
            start = text.trim_end().len();
            end = start;
        }
        let mut line = index.line(start as u32);
        let (mut from, mut shown) = line_text(line, text, index);
        if start >= from as usize + shown.trim_end().len() && end > start && start < text.len() {
            // The span begins with a line break: what is meant stands below it.
            let below = start + (text[start..].len() - text[start..].trim_start().len());
            if below < end {
                start = below;
                line = index.line(start as u32);
                (from, shown) = line_text(line, text, index);
            }
        }
        let shown = shown.trim_end();
        let start = floor(shown, start.saturating_sub(from as usize));
        let mut range = start..floor(shown, end.saturating_sub(from as usize)).max(start);
        if range.is_empty() {
            range = match (shown[start..].chars().next(), shown[..start].chars().next_back()) {
                (Some(next), _) => start..start + next.len_utf8(),
                (None, Some(before)) => start - before.len_utf8()..start,
                (None, None) => 0..0,
            };
        }
        Self { line, range, message: pointer.message, color: pointer.color }
    }
}

/// The nearest place between two characters, not behind `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What ariadne is given.
#[derive(Default)]
struct Sheet {
    text: String,
    /// The number in the file of each line of the sheet.
    numbers: Vec<u32>,
    labels: Vec<ariadne::Label>,
    /// Where the second and later lines of arrow texts begin, in the order in which they are drawn.
    indents: Vec<usize>,
    digits: usize,
}

impl Sheet {
    fn add(&mut self, number: u32, (_, line): (u32, &str), pointers: &mut [Placed]) {
        if self.numbers.last().is_some_and(|last| last + 1 < number) {
            // ariadne shows a line without labels as a gap.
            self.text.push('\n');
            self.numbers.push(0);
        }
        let line = visible(line.trim_end());
        let line = window(&line, pointers, WIDTH - self.digits - 5);
        for pointer in pointers.iter_mut() {
            let lead = columns(&line[..pointer.range.start]);
            let too_far = |end: usize| columns(&line[..end]) > LATEST_ARROW.max(lead + 8);
            let overflows = columns(&line[..pointer.range.end]) + columns(pointer.message) + self.digits + 8 > WIDTH;
            while overflows && too_far(pointer.range.end) {
                pointer.range.end = floor(&line, pointer.range.end - 1);
            }
        }
        let longest = pointers.iter().map(|pointer| pointer.range.end).max().unwrap_or(0);
        let indent = columns(&line[..longest]).max(1) + 3;
        let room = WIDTH.saturating_sub(indent + self.digits + 4).max(24);
        // ariadne draws the arrows of a line from the left.
        pointers.sort_by_key(|pointer| (pointer.range.start + pointer.range.end) / 2);
        for pointer in pointers {
            let message = wrap(&visible(pointer.message), room);
            self.indents.extend(std::iter::repeat_n(indent, message.len().saturating_sub(1)));
            let range = pointer.range.start + self.text.len()..pointer.range.end + self.text.len();
            let label = ariadne::Label::new(range).with_color(pointer.color);
            self.labels.push(label.with_message(message.join(&format!("\n{CONTINUED}"))));
        }
        self.text.push_str(&line);
        self.text.push('\n');
        self.numbers.push(number);
    }

    fn draw(self, paint: Paint) -> Vec<String> {
        let config = Config::new()
            .with_color(paint.color)
            .with_index_type(IndexType::Byte)
            .with_label_attach(LabelAttach::Middle)
            .with_tab_width(4);
        let mut drawn = Vec::new();
        let report =
            Report::<Range<usize>>::build(ReportKind::Error, 0..0).with_config(config).with_labels(self.labels);
        if report.finish().write(Source::from(self.text.as_str()), &mut drawn).is_err() {
            return Vec::new();
        }
        let drawn = String::from_utf8_lossy(&drawn);
        // Headline, place and an empty margin come first and the frame's foot last; what is between is wanted.
        let lines: Vec<&str> = drawn.lines().skip(3).filter(|line| !line.contains('╯') || line.contains('│')).collect();
        let mut indents = self.indents.into_iter();
        lines
            .into_iter()
            .map(|line| {
                if let Some(rest) = line.strip_prefix(CONTINUED) {
                    let indent = indents.next().unwrap_or(0) + 1;
                    return format!("{}{:indent$}{rest}", margin(None, self.digits, paint), "");
                }
                let Some((before, after)) = line.split_once(['│', '┆']) else { return line.to_string() };
                let number = number(before).and_then(|row| self.numbers.get(row - 1).copied());
                // Colours of the margin end where the margin ends.
                let after = after.strip_prefix("\x1b[0m").unwrap_or(after).replace(UNIMPORTANT, "");
                let after = after.trim_end();
                format!("{}{after}", margin(number, self.digits, paint))
            })
            .collect()
    }
}

/// The line number in a margin, between colours.
fn number(margin: &str) -> Option<usize> {
    let digits = margin.rsplit_once('m').map_or(margin, |(_, plain)| plain);
    digits.trim().parse().ok().filter(|row| *row > 0)
}

/// A long line cut to what is around its pointers, with `…` where something is left out. The pointers move along.
fn window(line: &str, pointers: &mut [Placed], width: usize) -> String {
    if columns(line) <= width {
        return line.to_string();
    }
    let first = pointers.iter().map(|pointer| pointer.range.start).min().unwrap_or(0);
    let last = pointers.iter().map(|pointer| pointer.range.end).max().unwrap_or(0);
    let mut from = 0;
    if columns(&line[..last]) > width - 1 {
        // Some words before what is meant, and the rest behind it.
        from = first;
        while from > 0 && columns(&line[from..first]) < width / 4 {
            from = floor(line, from - 1);
        }
    }
    let mut cut = String::new();
    cut.push_str(if from > 0 { "…" } else { "" });
    let lead = cut.len();
    let mut until = from;
    let mut used = columns(&cut);
    for character in line[from..].chars() {
        let mut encoded = [0; 4];
        used += columns(character.encode_utf8(&mut encoded));
        if used > width - 1 {
            break;
        }
        until += character.len_utf8();
    }
    cut.push_str(&line[from..until]);
    let end = cut.len();
    cut.push_str(if until < line.len() { "…" } else { "" });
    for pointer in pointers {
        let moved = |at: usize| (at.saturating_sub(from) + lead).min(end);
        pointer.range = moved(pointer.range.start)..moved(pointer.range.end);
        if pointer.range.is_empty() {
            // Behind the window: the sign that something is left out stands for it.
            pointer.range = end..cut.len();
        }
    }
    cut
}

/// A line cut to a width around an offset, with `…` where something is left out.
pub fn cropped(line: &str, at: usize, width: usize) -> String {
    let line = visible(line);
    let at = floor(&line, at);
    window(&line, &mut [Placed { line: 0, range: at..at, message: "", color: Color::Primary }], width)
}

/// The place of a snippet, as its first line: `   ╭─[ refund.ftspec:98:1 ]`.
pub fn place(name: &str, digits: usize, paint: Paint) -> String {
    let mut line = paint.ink(Ink::Faint, format_args!(" {:digits$} ╭─[", "")).to_string();
    let _ = write!(line, " {name} {}", paint.ink(Ink::Faint, "]"));
    line
}

#[cfg(test)]
mod tests {
    use ftspec_analysis::Lang;

    use super::*;

    fn plain(text: &str, span: Range<u32>, message: &str) -> Vec<String> {
        let pointer = Pointer { span: Span::new(span.start, span.end), message, color: Color::Red };
        draw(text, &LineIndex::new(text), &[pointer], Paint { color: false, lang: Lang::En }).lines
    }

    #[test]
    fn every_span_of_an_odd_text_is_drawn() {
        let text = "\u{feff}a\r\n\u{2028}语 \tx\u{85}\n\n  \n日 \u{1f469}\u{200d}\u{1f4bb}\n";
        for start in 0..=text.len() as u32 + 2 {
            for end in start..=text.len() as u32 + 2 {
                for message in ["seen", ""] {
                    let lines = plain(text, start..end, message);
                    assert!(lines.len() >= 2, "{start}..{end}: {lines:?}");
                }
            }
        }
        assert!(!plain("", 0..0, "nothing").is_empty());
    }

    #[test]
    fn the_end_of_the_file_is_shown_at_what_stands_there() {
        let lines = plain("goal {\n  kind: style\n", 21..21, "no `}`");
        assert_eq!(lines[0], " 2 │   kind: style");
        assert!(lines.last().unwrap().ends_with("╰── no `}`"), "{lines:#?}");
    }

    #[test]
    fn long_lines_are_cut_around_what_is_meant() {
        let text = format!("a: \"{}语气{}\"", "left ".repeat(60), " right".repeat(60));
        let at = text.find('语').unwrap() as u32;
        let lines = plain(&text, at..at + 6, "here");
        assert!(lines[0].contains("…left") || lines[0].contains('…'), "{lines:#?}");
        assert!(lines.iter().all(|line| columns(line) <= WIDTH), "{lines:#?}");
        assert!(lines[0].contains("语气"));
    }

    #[test]
    fn long_messages_wrap_beside_their_arrow() {
        let lines = plain("kind: style", 0..4, &"many words ".repeat(20));
        assert!(lines.iter().all(|line| columns(line) <= WIDTH), "{lines:#?}");
        assert!(lines.iter().all(|line| line.contains('│')), "{lines:#?}");
    }
}
