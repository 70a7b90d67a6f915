//! The languages that findings are told in.

use std::borrow::Cow;
use std::fmt;

use ftspec_schema::{Attribute, Block, Dimension, Documented, Type, Word, WordSet};

/// A language of messages, help and documentation. What a spec itself is written in does not depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Lang {
    /// All of them.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Zh];

    /// As it is written on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh",
        }
    }

    /// The language of a tag such as `zh`, `zh-CN` or `zh_CN.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| primary.eq_ignore_ascii_case(lang.name()))
    }

    /// One of two texts.
    pub fn pick<T>(self, en: T, zh: T) -> T {
        match self {
            Lang::En => en,
            Lang::Zh => zh,
        }
    }

    /// What a value may be, as a noun.
    pub fn expected(self, ty: Type) -> String {
        match self {
            Lang::En => ty.expected(),
            Lang::Zh => ty.expected_zh(),
        }
    }

    /// A quantity of a dimension, as a noun.
    pub fn quantity(self, dimension: Dimension) -> &'static str {
        self.pick(dimension.expected(), dimension.expected_zh())
    }

    /// What the words of a vocabulary are, as a noun.
    pub fn title(self, set: &WordSet) -> &'static str {
        self.pick(set.title, set.title_zh)
    }

    /// What an entry of the schema means: a block, an attribute, a statement, a word, a unit.
    pub fn doc(self, entry: &impl Documented) -> &'static str {
        let (en, zh) = entry.docs();
        self.pick(en, zh)
    }

    /// The same in one sentence, the first.
    pub fn gist(self, entry: &impl Documented) -> &'static str {
        first_sentence(self.doc(entry))
    }

    /// A text about a word or an attribute: in Chinese its everyday name stands before it, since the word itself is
    /// English.
    pub fn headed(self, zh: &str, text: impl fmt::Display) -> String {
        match self {
            Lang::En => text.to_string(),
            Lang::Zh => format!("{zh} · {text}"),
        }
    }

    /// The question that a block answers.
    pub fn question(self, block: &Block) -> &'static str {
        self.pick(block.question, block.question_zh)
    }

    /// How a word of the language is called in a document: "supervised fine-tuning" or 监督微调 for `sft`.
    pub fn word(self, word: &Word) -> Cow<'static, str> {
        match self {
            Lang::En => word.english(),
            Lang::Zh => Cow::Borrowed(word.zh),
        }
    }

    /// How an attribute is called in a document: "worst case" or 最坏情况 for `worst_case`.
    pub fn attribute(self, attribute: &Attribute) -> Cow<'static, str> {
        match self {
            Lang::En => attribute.english(),
            Lang::Zh => Cow::Borrowed(attribute.zh),
        }
    }

    /// Where something stands: "in `goal`", "at the top level"; in Chinese without the 在 before it.
    pub fn inside(self, block: &Block) -> String {
        match self {
            Lang::En => block.inside(),
            Lang::Zh => block.inside_zh(),
        }
    }

    /// Words that follow others in a sentence: between Chinese and code, letters or figures stands a blank. English
    /// sentences have their blanks anyway.
    pub fn gap(self, words: &str) -> String {
        let latin = |c: char| c.is_ascii() && !c.is_ascii_whitespace();
        if self == Lang::Zh && words.starts_with(latin) { format!(" {words}") } else { words.to_string() }
    }

    /// Names as a readable list: "`a`, `b` and `c`".
    pub fn listed<'a>(self, names: impl Iterator<Item = &'a str>) -> String {
        let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
        let (comma, and) = self.pick((", ", " and "), ("、", " 和 "));
        match names.split_last() {
            None => String::new(),
            Some((last, [])) => last.clone(),
            Some((last, rest)) => format!("{}{and}{last}", rest.join(comma)),
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One sentence in both languages, side by side; values are named inside the braces. Only the one asked for is made.
///
/// `say!(lang, "there are {many} examples", "只有 {many} 条样例")`
#[macro_export]
macro_rules! say {
    ($lang:expr, $en:literal, $zh:literal $(,)?) => {
        match $lang {
            $crate::Lang::En => format!($en),
            $crate::Lang::Zh => format!($zh),
        }
    };
}

pub(crate) use say;

/// The first sentence of a text in either language.
fn first_sentence(text: &str) -> &str {
    let english = text.match_indices(". ").map(|(at, _)| at + 1).find(|at| !text[..*at].ends_with("e.g."));
    let chinese = text.find('。').map(|at| at + '。'.len_utf8());
    &text[..chinese.or(english).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::{Lang, first_sentence};

    #[test]
    fn the_first_sentence_ends_where_it_ends() {
        assert_eq!(first_sentence("One, e.g. two. Three."), "One, e.g. two.");
        assert_eq!(first_sentence("先说一句。再说 ROUGE. 一句。"), "先说一句。");
        assert_eq!((first_sentence("Only one."), first_sentence("只有一句")), ("Only one.", "只有一句"));
    }

    #[test]
    fn words_of_the_schema_are_called_by_their_everyday_names() {
        use ftspec_schema::{Enumerated, GOAL, MetricMethod, RISK, Stage};
        let called = |lang: Lang| {
            let words = [MetricMethod::ExactMatch.word(), MetricMethod::ToolCallF1.word(), Stage::Sft.word()];
            let attribute = RISK.attribute("worst_case").map(|attribute| lang.attribute(attribute));
            words.map(|word| lang.word(word)).into_iter().chain(attribute).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(called(Lang::En), "exact match, tool-call F1, supervised fine-tuning, worst case");
        assert_eq!(called(Lang::Zh), "精确匹配率, 工具调用 F1, 监督微调, 最坏情况");
        assert_eq!(Lang::Zh.question(&GOAL), "要改变的是哪一种行为");
        assert_eq!(Lang::Zh.doc(&GOAL), GOAL.doc_zh);
    }

    #[test]
    fn lists_and_gaps_are_those_of_the_language() {
        assert_eq!(Lang::En.listed(["a", "b", "c"].into_iter()), "`a`, `b` and `c`");
        assert_eq!(Lang::Zh.listed(["a", "b", "c"].into_iter()), "`a`、`b` 和 `c`");
        assert_eq!((Lang::Zh.gap("0% 到 100%"), Lang::Zh.gap("整数")), (" 0% 到 100%".into(), "整数".to_string()));
        assert_eq!(Lang::En.gap("a value"), "a value");
    }
}
