//! Puts the values of neighbouring attributes below each other, and the `then` of neighbouring arms.

use super::lines::{Kind, Line};
use super::source::Source;
use super::{WIDTH, shape, width};

/// Neighbours that are in line with each other.
#[derive(Clone, Copy, PartialEq)]
enum Run {
    None,
    Attributes { level: u16 },
    Arms { level: u16 },
}

/// Gives every attribute and arm the blanks that bring it in line with its neighbours.
pub(super) fn align(source: Source<'_>, lines: &mut [Line]) {
    let mut run = Run::None;
    let mut start = 0;
    let mut scratch = String::new();
    for at in 0..lines.len() {
        let line = lines[at];
        let (own, next) = match line.kind {
            Kind::Attribute { .. } => (width(source.text(line.from as usize)), Run::Attributes { level: line.level }),
            Kind::Arm { then } => {
                scratch.clear();
                shape::write(source, line.from as usize, then as usize, &mut scratch);
                (width(&scratch), Run::Arms { level: line.level })
            }
            // While a line is being written its neighbours should not jump to and fro.
            Kind::RawAttribute => (width(source.text(line.from as usize)), Run::Attributes { level: line.level }),
            Kind::Comment | Kind::Raw if !line.blank => continue,
            _ => (0, Run::None),
        };
        if line.blank || next != run {
            finish(&mut lines[start..at]);
            (run, start) = (next, at);
        }
        // One without end does not push its neighbours out of sight; zero stands for "as it comes".
        lines[at].pad = if own <= WIDTH { own as u16 } else { 0 };
    }
    finish(&mut lines[start..]);
}

/// Turns the widths of a run into the blanks that each of its lines needs.
fn finish(run: &mut [Line]) {
    let widest = run.iter().map(|line| line.pad).max().unwrap_or(0);
    for line in run {
        line.pad = if line.pad == 0 { 0 } else { widest - line.pad };
    }
}
