//! Enum words: the closed vocabularies of the language, as tables and as Rust enums from one definition.

use std::borrow::Cow;

/// One word of a closed vocabulary.
#[derive(Debug)]
pub struct Word {
    /// The word as it is written in a spec.
    pub name: &'static str,
    /// How it reads in an English document, where that is not the name with blanks; see [`Word::english`].
    pub en: Option<&'static str>,
    /// How it reads in a Chinese document: 语气风格 for `style`.
    pub zh: &'static str,
    /// What it means and when to choose it, for someone who writes a spec.
    pub doc: &'static str,
    /// The same in Chinese.
    pub doc_zh: &'static str,
    /// Everyday and Chinese words that people write instead. They serve suggestions, never parsing.
    pub aliases: &'static [&'static str],
}

impl Word {
    /// How it reads in an English document: "supervised fine-tuning" for `sft`, "exact match" for `exact_match`.
    pub fn english(&self) -> Cow<'static, str> {
        self.en.map_or_else(|| blanks(self.name), Cow::Borrowed)
    }
}

/// A name as it reads in a sentence: with blanks.
pub(crate) fn blanks(name: &'static str) -> Cow<'static, str> {
    if name.contains('_') { Cow::Owned(name.replace('_', " ")) } else { Cow::Borrowed(name) }
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

/// Defines a vocabulary once, as a [`WordSet`] and as an enum. Under each word stands what it means, first in English,
/// then in Chinese behind the word's everyday Chinese name; `as` says how it reads in an English document, where that
/// is not the name with blanks.
///
/// ```text
/// words! {
///     /// Rust docs of the enum.
///     pub enum Tuning, "way of tuning" / "微调方式" {
///         Full "full" as "full fine-tuning" ["all", "全量"]
///             "What the word means."
///             "全参数微调": "这个词的意思。",
///     }
/// }
/// ```
macro_rules! words {
    (@english) => { None };
    (@english $en:literal) => { Some($en) };
    ($(#[$meta:meta])* pub enum $set:ident, $title:literal / $title_zh:literal {
        $(
            $variant:ident $name:literal $(as $en:literal)? $([$($alias:literal),* $(,)?])?
                $doc:literal
                $zh:literal : $doc_zh:literal
        ),* $(,)?
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
                    words: &[$( $crate::Word {
                        name: $name,
                        en: words!(@english $($en)?),
                        zh: $zh,
                        doc: $doc,
                        doc_zh: $doc_zh,
                        aliases: &[$($($alias),*)?],
                    } ),*],
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
