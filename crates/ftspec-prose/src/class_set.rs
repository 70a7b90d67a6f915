//! Sets of classes, as bits.

use crate::class::Class;

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(pub [u64; WORDS]);

/// So many words of bits hold every class.
const WORDS: usize = 3;

const _: () = assert!(Class::ALL.len() <= WORDS * 64);

impl Classes {
    pub const NONE: Classes = Classes([0; WORDS]);

    pub const fn of(classes: &[Class]) -> Classes {
        let mut bits = [0; WORDS];
        let mut index = 0;
        while index < classes.len() {
            let class = classes[index] as usize;
            bits[class / 64] |= 1 << (class % 64);
            index += 1;
        }
        Classes(bits)
    }

    pub const fn meets(self, other: Classes) -> bool {
        let ([a, b, c], [d, e, f]) = (self.0, other.0);
        a & d | b & e | c & f != 0
    }

    pub const fn has(self, class: Class) -> bool {
        self.0[class as usize / 64] & (1 << (class as usize % 64)) != 0
    }

    pub const fn with(self, other: Classes) -> Classes {
        let ([a, b, c], [d, e, f]) = (self.0, other.0);
        Classes([a | d, b | e, c | f])
    }

    pub const fn without(self, other: Classes) -> Classes {
        let ([a, b, c], [d, e, f]) = (self.0, other.0);
        Classes([a & !d, b & !e, c & !f])
    }

    pub const fn and(self, other: Classes) -> Classes {
        let ([a, b, c], [d, e, f]) = (self.0, other.0);
        Classes([a & d, b & e, c & f])
    }

    pub const fn is_empty(self) -> bool {
        let [a, b, c] = self.0;
        a | b | c == 0
    }

    /// The numbers of the classes in it, in order.
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(word, mut bits)| {
            std::iter::from_fn(move || {
                let bit = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
                bits &= bits - 1;
                Some(word * 64 + bit)
            })
        })
    }
}
