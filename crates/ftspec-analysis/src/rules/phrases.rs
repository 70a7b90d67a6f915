//! What rules share that point at a phrase in prose: the phrases of one string together, and a phrase in a message.

use ftspec_prose::Label;

use crate::spec::{Asked, AskedIn, Spec};

/// The longest part of a phrase that a message repeats, in characters.
const LONGEST: usize = 60;

/// The phrases of one label, those of one string together, in the order of the file.
pub(super) fn by_string<'s>(spec: &'s Spec, label: Label, place: Option<AskedIn>) -> Vec<Vec<&'s Asked>> {
    let asks: Vec<&Asked> = spec.asks(label).filter(|asked| place.is_none_or(|place| asked.place == place)).collect();
    asks.chunk_by(|one, next| one.string == next.string).map(<[_]>::to_vec).collect()
}

/// A phrase as a message repeats it: on one line, and not too long.
pub(super) fn phrase(spec: &Spec, asked: &Asked) -> String {
    let line = asked.span.of(spec.text()).split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    line.chars().take(LONGEST - 1).chain(['…']).collect()
}
