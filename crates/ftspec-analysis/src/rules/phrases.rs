//! What rules share that speak of prose: the phrases of one string together, and a text repeated in a message.

use ftspec_prose::Label;

use crate::spec::{Asked, AskedIn, Spec};
use crate::words::one_line;

/// The longest part of a phrase that a message repeats, in characters.
const LONGEST: usize = 60;

/// The phrases of one label, those of one string together, in the order of the file.
pub(super) fn by_string<'s>(spec: &'s Spec, label: Label, place: Option<AskedIn>) -> Vec<Vec<&'s Asked>> {
    let asks: Vec<&Asked> = spec.asks(label).filter(|asked| place.is_none_or(|place| asked.place == place)).collect();
    asks.chunk_by(|one, next| one.string == next.string).map(<[_]>::to_vec).collect()
}

/// A phrase as a message repeats it: on one line, and not too long.
pub(super) fn phrase(spec: &Spec, asked: &Asked) -> String {
    in_message(asked.span.of(spec.text()))
}

/// A text of the spec as a message repeats it: on one line, and not too long.
pub(super) fn in_message(text: &str) -> String {
    one_line(text, LONGEST)
}
