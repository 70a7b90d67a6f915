//! Signs that something outside of the model has set: a flag, a routing, an empty search. Where a refusal hangs on one,
//! the model does not decide; it only finds the words. The same holds where the text that was given lacks the answer:
//! reading that off is part of the task.

use ftspec_syntax::Span;

/// Phrases that name such a sign, in lower case. An English one stands between word boundaries.
const ENGLISH: &[&str] = &[
    "blocked by",
    "bears",
    "came back empty",
    "carries",
    "classified as",
    "classifier",
    "comes back empty",
    "decided by",
    "filter",
    "finds nothing",
    "flag",
    "flagged",
    "found nothing",
    "gateway",
    "is set",
    "labeled",
    "labelled",
    "marked",
    "moderation",
    "no document was found",
    "no passage",
    "no passages",
    "no policy passage",
    "no result",
    "no results",
    "nothing was found",
    "nothing was retrieved",
    "policy engine",
    "retrieval is empty",
    "returned nothing",
    "returns nothing",
    "router",
    "routed",
    "rule engine",
    "rules engine",
    "tag",
    "tagged",
    "upstream",
    "workflow",
];
const CHINESE: &[&str] = &[
    "标记",
    "标签",
    "打标",
    "标注为",
    "字段",
    "分类器",
    "规则引擎",
    "策略引擎",
    "规则命中",
    "命中规则",
    "命中关键词",
    "命中黑名单",
    "网关",
    "工作流",
    "流程判定",
    "系统判定",
    "上游",
    "路由",
    "审核系统",
    "风控系统",
    "检索为空",
    "检索结果为空",
    "检索无结果",
    "检索不到",
    "未检索到",
    "没有检索到",
    "没检索到",
    "未召回",
    "没有召回",
];
/// Phrases that say that the given text lacks something, or how that is written down. In lower case.
const ENGLISH_LACKS: &[&str] = &[
    "not in the text",
    "not in the document",
    "not in the passage",
    "not in the passages",
    "not in the input",
    "not in the source",
    "not in the context",
    "not in the record",
    "not mentioned",
    "not stated",
    "null",
    "passage does not",
    "passages do not",
    "document does not",
    "documents do not",
    "text does not",
    "input does not",
    "source does not",
    "sources do not",
    "context does not",
    "record does not",
    "excerpt does not",
    "excerpts do not",
];
const CHINESE_LACKS: &[&str] = &[
    "原文没有",
    "原文未",
    "文中没有",
    "文中未",
    "文本没有",
    "文本中没有",
    "文本未",
    "材料没有",
    "材料中没有",
    "材料未",
    "段落没有",
    "段落中没有",
    "段落未",
    "上下文没有",
    "上下文中没有",
    "上下文未",
    "文档没有",
    "文档中没有",
    "文档未",
    "资料没有",
    "资料中没有",
    "资料未",
    "未提及",
    "未提到",
];
/// What stands before a sign where it is not there: "not flagged", 未标记.
const ENGLISH_DENIALS: &[&str] = &["not", "no", "never", "without", "isn't", "un"];
const CHINESE_DENIALS: &[&str] = &["未", "未被", "没有", "没有被", "没被", "没", "无", "不带", "不含"];

/// How much of a sentence around a phrase is looked at, in bytes to each side.
const WINDOW: usize = 200;

/// Whether a text names a sign that something outside of the model has set.
pub(super) fn names_one(text: &str) -> bool {
    let text = text.to_lowercase();
    let there = |before: &str| {
        !ENGLISH_DENIALS.contains(&last_word(before))
            && !CHINESE_DENIALS.iter().any(|denial| before.trim_end().ends_with(denial))
    };
    ENGLISH.iter().any(|sign| whole(&text, sign).any(there))
        || CHINESE.iter().any(|sign| text.match_indices(sign).any(|(at, _)| there(&text[..at])))
}

/// Whether a text speaks of an answer that the given text lacks.
pub(super) fn names_a_lack(text: &str) -> bool {
    let text = text.to_lowercase();
    ENGLISH_LACKS.iter().any(|lack| whole(&text, lack).next().is_some())
        || CHINESE_LACKS.iter().any(|lack| text.contains(lack))
}

/// What stands before each place where an English phrase is found whole.
fn whole<'t>(text: &'t str, phrase: &'t str) -> impl Iterator<Item = &'t str> {
    let within_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.match_indices(phrase)
        .map(move |(at, _)| (&text[..at], &text[at + phrase.len()..]))
        .filter(move |(before, after)| !within_word(before.chars().next_back()) && !within_word(after.chars().next()))
        .map(|(before, _)| before)
}

fn last_word(text: &str) -> &str {
    let mut words = text.rsplit(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.'));
    // An article between a denial and its sign does not matter: "not the flag".
    let is_filler = |word: &str| matches!(word, "" | "a" | "an" | "the" | "any" | "been");
    words.find(|word| !is_filler(word)).unwrap_or_default()
}

/// The sentence around a phrase, as far as it stands within `string` and near the phrase.
pub(super) fn sentence(text: &str, string: Span, phrase: Span) -> &str {
    let (from, to) = (phrase.start as usize, phrase.end as usize);
    let low = floor(text, from.saturating_sub(WINDOW).max(string.start as usize));
    let high = floor(text, to.saturating_add(WINDOW).min(string.end as usize));
    if low > from || to > high {
        return "";
    }
    let ends = |c: char| matches!(c, '.' | ';' | '!' | '?' | '\n' | '。' | '；' | '！' | '？');
    let start = text[low..from].rfind(ends).map_or(low, |at| low + at);
    let end = text[to..high].find(ends).map_or(high, |at| to + at);
    &text[start..end]
}

/// The character boundary at or before an offset.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{names_a_lack, names_one, sentence};
    use ftspec_syntax::Span;

    #[test]
    fn a_sign_from_outside_is_known() {
        for text in [
            "the message is flagged by moderation",
            "no policy passage was found",
            "the record bears the state `disputed`",
            "Retrieval returns nothing",
            "输入带有“转人工”标记",
            "检索结果为空",
            "规则引擎判定不可退",
        ] {
            assert!(names_one(text), "{text}");
        }
    }

    #[test]
    fn what_the_model_would_have_to_find_out_is_no_sign() {
        for text in [
            "the customer is angry",
            "the question is not flagged",
            "the input has no flag",
            "the question is about medicine",
            "a flagship product is asked for",
            "问题涉及医疗建议",
            "输入未标记",
            "没有标签的敏感问题",
        ] {
            assert!(!names_one(text), "{text}");
        }
    }

    #[test]
    fn a_lack_in_the_given_text_is_read_off_it() {
        for text in ["say so when the passages do not name the date", "return null", "原文没有提到时填 null"] {
            assert!(names_a_lack(text), "{text}");
        }
        for text in ["say so when it does not know", "annulled contracts are refused", "不知道就说不知道"] {
            assert!(!names_a_lack(text), "{text}");
        }
    }

    #[test]
    fn a_sentence_ends_at_its_marks() {
        let text = "First。说明 refuse it, if flagged. Last";
        let at = text.find("refuse").unwrap_or_default() as u32;
        let string = Span::new(0, text.len() as u32);
        assert_eq!(
            sentence(text, string, Span::new(at, at + 6)).trim_start_matches('。'),
            "说明 refuse it, if flagged"
        );
    }
}
