//! A fix as a person sees it before it is applied: the line as it is, the line as it would be.

use ftspec_analysis::Fix;
use ftspec_syntax::{LineIndex, Span};

use super::snippet::cropped;
use crate::output::Ink;

/// More new lines than that are not shown; the title has to do.
const SHOWN: usize = 4;

/// What a fix changes, in whole lines.
pub struct Change<'t> {
    /// The line that goes; none for a mere insertion.
    pub old: Option<&'t str>,
    /// The lines that come.
    pub new: Vec<String>,
}

impl Change<'_> {
    /// The change as lines with `-` and `+`, without the indentation they share, each at most `width` columns wide.
    pub fn lines(&self, width: usize) -> Vec<(char, Ink, String)> {
        let old = self.old.map(|line| ('-', Ink::Gone, line));
        let new = self.new.iter().map(|line| ('+', Ink::Good, line.as_str()));
        let lines: Vec<_> = old.into_iter().chain(new).filter(|(.., line)| !line.trim().is_empty()).collect();
        let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let shared = lines.iter().map(|(.., line)| indent(line)).min().unwrap_or(0);
        // Where old and new part, so that a long line is shown from there.
        let parting = match (self.old, self.new.as_slice()) {
            (Some(old), [new]) => {
                old.char_indices().zip(new.chars()).find(|((_, one), other)| one != other).map_or(0, |((at, _), _)| at)
            }
            _ => 0,
        };
        let at = parting.saturating_sub(shared);
        lines.into_iter().map(|(sign, ink, line)| (sign, ink, cropped(&line[shared..], at, width))).collect()
    }
}

/// The change of a fix where it concerns one line and a few new ones; otherwise none.
pub fn change<'t>(fix: &Fix, text: &'t str, index: &LineIndex) -> Option<Change<'t>> {
    let first = fix.edits.first()?;
    let last = fix.edits.last()?;
    let line = index.line(first.span.start);
    let until = index.line(last.span.end);
    // An edit that takes a line break with it ends at the start of the next line.
    if until > line + 1 {
        return None;
    }
    let whole = index.span(line, text)?.to(index.span(until, text)?);
    let mut mended = String::new();
    let mut from = whole.start;
    for edit in &fix.edits {
        mended.push_str(text.get(from as usize..edit.span.start as usize)?);
        mended.push_str(&edit.text);
        from = edit.span.end;
    }
    mended.push_str(Span::new(from, whole.end).of(text));

    let before: Vec<&str> = whole.of(text).lines().collect();
    let after: Vec<&str> = mended.lines().collect();
    let same = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let (before, after) = (&before[same..], &after[same..]);
    let same = before.iter().rev().zip(after.iter().rev()).take_while(|(one, other)| one == other).count();
    let (before, after) = (&before[..before.len() - same], &after[..after.len() - same]);
    // An empty line that goes is nothing to see.
    let before: Vec<&str> = before.iter().copied().filter(|line| !line.trim().is_empty()).collect();
    if before.len() > 1 || after.len() > SHOWN || before.is_empty() && after.is_empty() {
        return None;
    }
    Some(Change { old: before.first().copied(), new: after.iter().map(ToString::to_string).collect() })
}
