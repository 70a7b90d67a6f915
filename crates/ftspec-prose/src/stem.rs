//! Words as numbers: of their exact letters, and of what all forms of a word share.

/// The longest word that has a stem. Longer ones are names of nothing that the tables know.
pub(crate) const LONGEST_WORD: usize = 32;

/// The hashes of a word in lower case: of its exact letters, and of its stem.
pub(crate) fn word_hashes(word: &[u8]) -> (u64, u64) {
    let mut buffer = [0; LONGEST_WORD + 1];
    let word = &word[..word.len().min(LONGEST_WORD)];
    (hash(word, EXACT), hash(stem(word, &mut buffer), STEM))
}

const EXACT: u64 = 0xcbf2_9ce4_8422_2325;
const STEM: u64 = 0x9e37_79b9_7f4a_7c15;

/// Eight letters at a time. What is hashed are the words of a table and of one text; nobody gains from a collision.
fn hash(word: &[u8], seed: u64) -> u64 {
    let mut hash = seed ^ word.len() as u64;
    for part in word.chunks(8) {
        let mut letters = [0; 8];
        letters[..part.len()].copy_from_slice(part);
        hash = (hash ^ u64::from_le_bytes(letters)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 29;
    }
    hash | 1 << 63
}

/// A character stands for itself; the top bit tells it from a word.
pub(crate) fn character_hash(c: char) -> u64 {
    u64::from(u32::from(c))
}

/// A word without the endings of English verbs and plurals. Both the tables and the text go through it, so it need
/// not be right about English, only the same for all forms of a word.
fn stem<'b>(word: &[u8], buffer: &'b mut [u8; LONGEST_WORD + 1]) -> &'b [u8] {
    let mut length = word.len();
    buffer[..length].copy_from_slice(word);
    let ends = |length: usize, ending: &[u8]| word[..length].ends_with(ending);
    if ends(length, b"'s") {
        length -= 2;
    }
    if !word.is_ascii() {
        return &buffer[..length];
    }
    let hissing = |length: usize| [b"ch".as_slice(), b"sh", b"ss", b"x", b"z"].iter().any(|e| ends(length, e));
    if length >= 6 && ends(length, b"ies") {
        buffer[length - 3] = b'y';
        length -= 2;
    } else if length >= 5 && ends(length, b"es") && hissing(length - 2) {
        length -= 2;
    } else if length >= 4 && ends(length, b"s") && !ends(length, b"ss") && !ends(length, b"us") && !ends(length, b"is")
    {
        length -= 1;
    } else if length >= 7 && ends(length, b"ing") {
        length -= 3;
    } else if length >= 6 && ends(length, b"ied") {
        buffer[length - 3] = b'y';
        length -= 2;
    } else if length >= 6 && ends(length, b"ed") && !ends(length, b"eed") {
        length -= 2;
    }
    if length >= 5 && buffer[length - 1] == b'e' {
        length -= 1;
    }
    // "stopp" of "stopping".
    if length >= 5
        && buffer[length - 1] == buffer[length - 2]
        && !matches!(buffer[length - 1], b'a' | b'e' | b'i' | b'o' | b'u')
    {
        length -= 1;
    }
    &buffer[..length]
}

#[cfg(test)]
mod tests {
    use super::word_hashes;

    fn same(left: &str, right: &str) -> bool {
        word_hashes(left.as_bytes()).1 == word_hashes(right.as_bytes()).1
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let forms = [
            ["memorise", "memorising"],
            ["classify", "classifies"],
            ["classify", "classified"],
            ["refuse", "refusing"],
            ["stop", "stopping"],
            ["teach", "teaches"],
            ["policy", "policies"],
            ["call", "calling"],
            ["answer", "answered"],
            ["route", "routes"],
            ["process", "processes"],
            ["reply", "replies"],
            ["translate", "translating"],
        ];
        for [left, right] in forms {
            assert!(same(left, right), "{left} {right}");
        }
        assert!(!same("not", "notes"));
    }
}
