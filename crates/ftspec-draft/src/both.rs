//! A text in both languages, side by side.

use ftspec_analysis::Lang;

/// The same in English and in Chinese.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Both {
    en: &'static str,
    zh: &'static str,
}

impl Both {
    /// The text in a language.
    pub fn text(self, lang: Lang) -> &'static str {
        lang.pick(self.en, self.zh)
    }
}

/// Puts two texts side by side.
pub(crate) const fn both(en: &'static str, zh: &'static str) -> Both {
    Both { en, zh }
}
