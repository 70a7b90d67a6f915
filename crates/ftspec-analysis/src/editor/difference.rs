//! From one text to another in small edits.

use ftspec_syntax::{Edit, Span, Token, TokenKind as K, lex};

/// How many lines may differ before the whole stretch is exchanged.
const MOST_DIFFERENT: usize = 400;

/// The edits that lead to a text with the same meaning and other blanks: one for each gap between words that differs.
/// None where the two do not have the same words.
pub(super) fn of_blanks(before: &str, before_tokens: &[Token], after: &str) -> Option<Vec<Edit>> {
    let after_tokens = lex(after);
    let mut left = Words { text: before, tokens: before_tokens, at: 0 };
    let mut right = Words { text: after, tokens: &after_tokens, at: 0 };
    let mut edits = Vec::new();
    let (mut left_end, mut right_end) = (0, 0);
    loop {
        let (one, other) = (left.next(), right.next());
        let starts = (one.map_or(before.len() as u32, |it| it.start), other.map_or(after.len() as u32, |it| it.start));
        let (gap, wanted) = (Span::new(left_end, starts.0), Span::new(right_end, starts.1));
        exchange(before, gap, wanted.of(after), &mut edits);
        match (one, other) {
            (None, None) => return Some(edits),
            (Some(one), Some(other)) => {
                if one.of(before) != other.of(after) {
                    // Only blanks at the ends of lines, in a comment or a long string.
                    let same = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
                    if same(one.of(before)) != same(other.of(after)) {
                        return None;
                    }
                    exchange(before, one, other.of(after), &mut edits);
                }
                (left_end, right_end) = (one.end, other.end);
            }
            _ => return None,
        }
    }
}

/// Meaningful tokens and comments, without commas: the formatter may put them in and take them out.
struct Words<'t> {
    text: &'t str,
    tokens: &'t [Token],
    at: usize,
}

impl Words<'_> {
    fn next(&mut self) -> Option<Span> {
        loop {
            let token = self.tokens.get(self.at)?;
            self.at += 1;
            match token.kind {
                K::Blank | K::Newline => {}
                K::Comma if token.span.of(self.text) == "," => {}
                _ => return Some(token.span),
            }
        }
    }
}

/// One edit from what stands in a span to what is wanted there, without what both begin and end with.
fn exchange(text: &str, span: Span, wanted: &str, edits: &mut Vec<Edit>) {
    let written = span.of(text);
    if written == wanted {
        return;
    }
    let head = common(written.chars(), wanted.chars());
    let tail = common(written[head..].chars().rev(), wanted[head..].chars().rev());
    let place = Span::new(span.start + head as u32, span.end - tail as u32);
    let with = &wanted[head..wanted.len() - tail];
    match edits.last_mut() {
        // Neighbours that touch are one edit.
        Some(last) if last.span.end == place.start => {
            last.span.end = place.end;
            last.text.push_str(with);
        }
        _ => edits.push(Edit::replace(place, with)),
    }
}

/// How many bytes two texts have in common at their beginning.
fn common(left: impl Iterator<Item = char>, right: impl Iterator<Item = char>) -> usize {
    left.zip(right).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

/// The edits that lead from one text to any other, by lines.
pub(super) fn of_lines(before: &str, after: &str) -> Vec<Edit> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let mut at: usize = old[..head].iter().map(|line| line.len()).sum();
    let mut edits = Vec::new();
    for step in shortest(left, right) {
        let removed: usize = left[step.old.clone()].iter().map(|line| line.len()).sum();
        let kept: usize = left[step.old.end..step.old.end + step.kept].iter().map(|line| line.len()).sum();
        let span = Span::new(at as u32, (at + removed) as u32);
        exchange(before, span, &right[step.new].concat(), &mut edits);
        at += removed + kept;
    }
    edits
}

/// Lines that give way to others, and how many equal ones follow.
struct Step {
    old: std::ops::Range<usize>,
    new: std::ops::Range<usize>,
    kept: usize,
}

/// The way from some lines to others with the fewest changes (Myers), or one change where they have little in common.
fn shortest(old: &[&str], new: &[&str]) -> Vec<Step> {
    let (n, m) = (old.len() as isize, new.len() as isize);
    let most = ((n + m) as usize).min(MOST_DIFFERENT) as isize;
    let width = (2 * most + 3) as usize;
    let index = |diagonal: isize| (diagonal + most + 1) as usize;
    let mut furthest = vec![0isize; width];
    let mut trail: Vec<Vec<isize>> = Vec::new();
    let mut reached = false;
    'search: for changes in 0..=most {
        trail.push(furthest.clone());
        let mut diagonal = -changes;
        while diagonal <= changes {
            let down = diagonal == -changes
                || diagonal != changes && furthest[index(diagonal - 1)] < furthest[index(diagonal + 1)];
            let mut x = if down { furthest[index(diagonal + 1)] } else { furthest[index(diagonal - 1)] + 1 };
            let mut y = x - diagonal;
            while x < n && y < m && old[x as usize] == new[y as usize] {
                (x, y) = (x + 1, y + 1);
            }
            furthest[index(diagonal)] = x;
            if x >= n && y >= m {
                reached = true;
                break 'search;
            }
            diagonal += 2;
        }
    }
    if !reached {
        return vec![Step { old: 0..old.len(), new: 0..new.len(), kept: 0 }];
    }
    // Backwards along the trail: which lines are equal.
    let (mut x, mut y) = (n, m);
    let mut equal = Vec::new();
    for changes in (0..trail.len() as isize).rev() {
        let furthest = &trail[changes as usize];
        let diagonal = x - y;
        let down = diagonal == -changes
            || diagonal != changes && furthest[index(diagonal - 1)] < furthest[index(diagonal + 1)];
        let from = if down { diagonal + 1 } else { diagonal - 1 };
        let (before_x, before_y) =
            if changes == 0 { (0, 0) } else { (furthest[index(from)], furthest[index(from)] - from) };
        while x > before_x && y > before_y {
            (x, y) = (x - 1, y - 1);
            equal.push((x as usize, y as usize));
        }
        if changes > 0 {
            (x, y) = (before_x, before_y);
        }
    }
    equal.reverse();
    let mut steps = Vec::new();
    let (mut x, mut y) = (0, 0);
    let mut at = 0;
    while at <= equal.len() {
        let (next_x, next_y) = equal.get(at).copied().unwrap_or((old.len(), new.len()));
        let mut kept = 0;
        while equal.get(at + kept) == Some(&(next_x + kept, next_y + kept)) {
            kept += 1;
        }
        steps.push(Step { old: x..next_x, new: y..next_y, kept });
        (x, y) = (next_x + kept, next_y + kept);
        if at == equal.len() {
            break;
        }
        at += kept;
    }
    steps
}
