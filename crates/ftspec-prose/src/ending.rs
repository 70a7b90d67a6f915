//! How English words end.

/// How a word ends, as far as it tells verbs that no table knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// A verb that is told of somebody, or a plural: archives.
    S,
    /// A verb made a noun: archiving.
    Ing,
    /// What is done, as a noun: narration.
    Tion,
    /// What is more so than before: kinder.
    Er,
    /// Anything else.
    Other,
}

impl Ending {
    /// How a word in small letters ends.
    pub fn of(word: &[u8]) -> Ending {
        let plural =
            word.ends_with(b"s") && ![b"ss".as_slice(), b"us", b"is", b"'s"].iter().any(|end| word.ends_with(end));
        match word.len() {
            7.. if word.ends_with(b"ing") => Ending::Ing,
            7.. if word.ends_with(b"tion") => Ending::Tion,
            5.. if word.ends_with(b"er") => Ending::Er,
            5.. if plural => Ending::S,
            _ => Ending::Other,
        }
    }
}
