//! Enum words: the closed vocabularies of the language, as tables and as Rust enums from one definition.

/// One word of a closed vocabulary.
#[derive(Debug)]
pub struct Word {
    /// The word as it is written in a spec.
    pub name: &'static str,
    /// What it means and when to choose it, for someone who writes a spec.
    pub doc: &'static str,
    /// Everyday and Chinese words that people write instead. They serve suggestions, never parsing.
    pub aliases: &'static [&'static str],
}

/// A closed vocabulary.
#[derive(Debug)]
pub struct WordSet {
    /// What the words are, as a noun for messages: "kind of goal".
    pub title: &'static str,
    /// The same in Chinese.
    pub title_zh: &'static str,
    /// The words, in the order in which people should read them.
    pub words: &'static [Word],
}

impl WordSet {
    /// The place of `name` in [`WordSet::words`], for exactly that spelling.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.words.iter().position(|word| word.name == name)
    }

    /// The word spelt exactly `name`.
    pub fn get(&self, name: &str) -> Option<&'static Word> {
        self.words.iter().find(|word| word.name == name)
    }
}

/// A Rust enum whose variants are the words of one [`WordSet`], in its order.
pub trait Enumerated: Copy + PartialEq + 'static {
    /// Every variant, in the order of the table.
    const ALL: &'static [Self];
    /// The table behind the enum.
    fn set() -> &'static WordSet;
    /// The table's entry for this variant.
    fn word(self) -> &'static Word;
}

/// Defines a vocabulary once, as a [`WordSet`] and as an enum:
///
/// ```text
/// words! {
///     /// Rust docs of the enum.
///     pub enum Tier, "risk tier" / "风险等级" {
///         Low "low" ["小"] "what the word means",
///     }
/// }
/// ```
macro_rules! words {
    ($(#[$meta:meta])* pub enum $set:ident, $title:literal / $title_zh:literal {
        $( $variant:ident $name:literal $([$($alias:literal),* $(,)?])? $doc:literal ),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $set { $( #[doc = $doc] $variant ),* }

        impl $crate::Enumerated for $set {
            const ALL: &'static [Self] = &[$( Self::$variant ),*];
            fn set() -> &'static $crate::WordSet {
                static SET: $crate::WordSet = $crate::WordSet {
                    title: $title,
                    title_zh: $title_zh,
                    words: &[$( $crate::Word { name: $name, doc: $doc, aliases: &[$($($alias),*)?] } ),*],
                };
                &SET
            }
            fn word(self) -> &'static $crate::Word {
                &Self::set().words[self as usize]
            }
        }
    };
}
pub(crate) use words;
