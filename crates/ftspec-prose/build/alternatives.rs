//! Phrases that are written in one: `(in|on) the (wiki|intranet)` is four.

/// A phrase that stands for more is better parted: it takes the build long, and nobody sees what it says.
pub const MOST: usize = 20_000;

/// How many phrases `source` stands for.
pub fn count(source: &str) -> usize {
    let brackets = source.split('(').skip(1).filter_map(|rest| rest.split_once(')'));
    brackets.fold(1, |all, (choices, _)| all.saturating_mul(choices.split('|').count()))
}

/// Writes out every phrase that `source` stands for. `(a|b)` is one or the other, `(a|)` is `a` or nothing.
pub fn expand(source: &str, into: &mut Vec<String>) -> Result<(), String> {
    let unpaired = || format!("`{source}` has a bracket without its other half");
    let Some(open) = source.find('(') else {
        if source.contains(')') {
            return Err(unpaired());
        }
        into.push(source.to_string());
        return Ok(());
    };
    let close = source[open..].find(')').map(|length| open + length).ok_or_else(unpaired)?;
    let (before, choices, after) = (&source[..open], &source[open + 1..close], &source[close + 1..]);
    if before.contains(')') || choices.contains('(') {
        return Err(unpaired());
    }
    for choice in choices.split('|') {
        expand(&format!("{before}{}{after}", choice.trim()), into)?;
    }
    Ok(())
}
