//! The way a spec is written: braces, quotes, colons, commas. The sentences for every mistake that the parser notes.

use ftspec_syntax::{Mistake, Span, SyntaxError};

use crate::diagnostic::{Applicability, Level};
use crate::lang::{Lang, say};
use crate::language::Reporter;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, WhileYoung};
use crate::rules::TOO_DEEP;
use crate::spec::Spec;

/// `syntax`
pub static RULE: Rule = Rule {
    code: "FT001",
    name: "syntax",
    level: Level::Deny,
    route: None,
    sources: &[],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Something is not written the way the language is: a quote, brace, colon or comma is missing, or \
                  stands too much.",
            why: "A checker that guesses at broken text would judge a plan that nobody wrote. So a mistake is told where \
              it was made, and it costs the item it stands in and nothing else: the rest of the file is still read, \
              checked and formatted, and no rule calls missing what may stand in the broken item.",
            instead: "Mend the item that is pointed at; most of these come with a fix. `ftspec fmt` sets everything else \
                  straight.",
            accept_when: "",
        },
        zh: Page {
            summary: "写法不合语法：少了或多了引号、花括号、冒号或逗号。",
            why: "对着写坏的文本去猜，评判的就是一份谁也没写过的计划。所以错在哪里就指到哪里，代价也只限于出错的那一项：其余内容照常\
                  读取、检查和格式化；可能写在坏掉那一项里的东西，也不会被任何规则说成缺失。",
            instead: "改好所指的那一项，大多数情况都附有现成的修复。其余的排版交给 `ftspec fmt`。",
            accept_when: "",
        },
        bad: r#"
owner: "docs@example.com
"#,
        good: r#"
owner: "docs@example.com"
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

/// Found while the text is parsed, and told by `report`.
fn run(_: &Spec, _: &mut Findings) -> Judged {
    JUDGED
}

/// What a mistake is called: headline, label, help, and what its edits do.
struct Words {
    message: String,
    label: String,
    help: String,
    fix: Option<(String, Applicability)>,
}

/// Headline, label and help; an empty help is none.
fn words(message: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Words {
    Words { message: message.into(), label: label.into(), help: help.into(), fix: None }
}

impl Words {
    fn safe(self, title: impl Into<String>) -> Self {
        Self { fix: Some((title.into(), Applicability::Safe)), ..self }
    }

    fn perhaps(self, title: impl Into<String>) -> Self {
        Self { fix: Some((title.into(), Applicability::Unsafe)), ..self }
    }
}

/// Tells one syntax error.
pub(crate) fn report(reporter: &mut Reporter<'_>, error: &SyntaxError) {
    let rule = if error.mistake == Mistake::TooDeep { &TOO_DEEP } else { &RULE };
    let (text, lang) = (reporter.text, reporter.lang);
    let written = shown(error.span.of(text));
    let related = error.related.map_or("", |span| span.of(text));
    let words = describe(lang, &error.mistake, &written, related);
    let span = visible(error.span, text);
    let mut report = reporter.wrong(rule, span, words.message).label(words.label).help(words.help);
    if let Some(related) = error.related
        && matches!(error.mistake, Mistake::MissingCloseBrace | Mistake::MissingClose(_))
    {
        report = report.also(visible(related, text), lang.pick("expected behind here", "应写在这之后"));
    }
    if let (Some((title, applicability)), false) = (words.fix, error.edits.is_empty()) {
        report.fix(title, applicability, error.edits.clone());
    }
}

/// What to do with text that stands where an item should.
pub(crate) fn where_text_belongs(lang: Lang) -> &'static str {
    lang.pick(
        "text belongs in quotes, behind the attribute that it is about; a remark begins with `//`",
        "文本要加引号，写在它所说明的属性后面；备注以 `//` 开头",
    )
}

/// Tells that a text is prose and no plan; the place is its first line.
pub(crate) fn prose(reporter: &mut Reporter<'_>, line: Span, has_header: bool) {
    let lang = reporter.lang;
    let title = match (has_header, lang) {
        (true, _) => "",
        (false, Lang::En) => "\n  spec \"Refund replies in the house tone\"",
        (false, Lang::Zh) => "\n  spec \"退款答复的语气\"",
    };
    let block = "goal { kind: style, target: \"…\" }";
    let help = say!(
        lang,
        "a spec has a title and, below it, blocks, one question each:{title}\n  {block}\n`ftspec new` asks the questions \
         and writes a first draft",
        "计划先写一行标题，下面是一个个块，每块回答一个问题：{title}\n  {block}\n`ftspec new` 会逐个提问，替你写出初稿"
    );
    let label = match has_header {
        true => lang.pick("expected a block", "这里应该写块"),
        false => lang.pick("expected `spec` and a title", "这里应该写 `spec` 和标题"),
    };
    let message = lang.pick("this is prose, not a plan", "这是一段普通文字，还不是计划");
    reporter.wrong(&RULE, line, message).label(label).help(help);
}

/// A place that can be seen: an empty one is widened to the character before it.
fn visible(span: Span, text: &str) -> Span {
    if !span.is_empty() {
        return span;
    }
    match text[..span.start as usize].chars().next_back() {
        Some(before) if !before.is_whitespace() => Span::new(span.start - before.len_utf8() as u32, span.start),
        _ => span,
    }
}

/// A piece of the text, short, printable, its blanks folded.
fn shown(written: &str) -> String {
    let mut line = written.split('\n').next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    if written.contains('\n') || line.chars().count() > 40 {
        line = line.chars().take(39).chain(['…']).collect();
    }
    line.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// What the grammar expected, in a language. The grammar's own labels are the English words.
fn expectation(lang: Lang, label: &str) -> &str {
    match (lang, label) {
        (Lang::En, "an item") => "an item such as `name: value` or `name { … }`",
        (Lang::En, _) => label,
        (Lang::Zh, "an item") => "一个条目，例如 `name: value` 或 `name { … }`",
        (Lang::Zh, "a value") => "一个值",
        (Lang::Zh, "`,` or `]`") => "`,` 或 `]`",
        (Lang::Zh, "a comparison such as `>=`") => "比较符，例如 `>=`",
        (Lang::Zh, "a value or `baseline`") => "一个值或 `baseline`",
        (Lang::Zh, "a comparison, or `fails`") => "比较符，或 `fails`",
        (Lang::Zh, "a condition") => "一个条件",
        (Lang::Zh, "`:` and a value, or `{`") => "`:` 加一个值，或 `{`",
        (Lang::Zh, _) => label,
    }
}

/// What was expected, as one phrase: "a value, a condition or `}`".
fn expectations(lang: Lang, labels: &[String]) -> String {
    let all: Vec<&str> = labels.iter().map(|label| expectation(lang, label)).collect();
    match all.as_slice() {
        [] => lang.gap(expectation(lang, "an item")),
        [one] => lang.gap(one),
        [first @ .., last] => {
            let (first, last) = (lang.gap(&first.join(lang.pick(", ", "、"))), lang.gap(last));
            say!(lang, "{first} or {last}", "{first}，或者{last}")
        }
    }
}

fn describe(lang: Lang, mistake: &Mistake, written: &str, related: &str) -> Words {
    let pick = |en: &'static str, zh: &'static str| lang.pick(en, zh);
    let write = |right: &str| say!(lang, "write `{right}`", "写成 `{right}`");
    let one_line = || pick("an item ends with its line", "一个条目到行尾为止");
    match mistake {
        Mistake::Unexpected { expected, at_end } => {
            let expected = expectations(lang, expected);
            if *at_end {
                words(
                    say!(lang, "something is missing behind `{written}`", "`{written}` 后面缺了内容"),
                    say!(lang, "expected {expected} behind this", "后面应有{expected}"),
                    "",
                )
            } else {
                // What ends a sentence ends one that is pasted in or not yet commented out.
                let of_text = matches!(written, "." | "!" | "?" | "。" | "！" | "？" | "…");
                words(
                    say!(lang, "`{written}` cannot stand here", "`{written}` 不能写在这里"),
                    say!(lang, "expected {expected}", "这里应是{expected}"),
                    if of_text { where_text_belongs(lang) } else { "" },
                )
            }
        }
        Mistake::Punctuation(right) if matches!(written, ";" | "；") => words(
            say!(lang, "`{written}` does not end an item", "条目不用 `{written}` 结尾"),
            pick("write a comma or a line break", "改用逗号或换行"),
            "",
        )
        .safe(write(right)),
        Mistake::Punctuation(right) => words(
            say!(lang, "`{written}` is written `{right}` here", "这里的 `{written}` 要写成 `{right}`"),
            write(right),
            if written.is_ascii() {
                ""
            } else {
                pick(
                    "punctuation outside quotes is half-width; inside quotes it is yours",
                    "引号之外一律用半角标点，引号之内随你",
                )
            },
        )
        .safe(write(right)),
        Mistake::Quotes => words(
            pick("text stands in straight double quotes", "文本要用英文双引号括起来"),
            pick("other quotes", "用了别的引号"),
            "",
        )
        .safe(pick("use straight quotes", "换成英文双引号")),
        Mistake::OpenString => words(
            pick("this text has no closing quote", "这段文本没有收尾的引号"),
            pick("the quote opens here", "引号从这里开始"),
            pick(
                "text in quotes ends on its line; for several lines write \"\"\" … \"\"\"",
                "引号内的文本不能跨行；多行文本写成 \"\"\" … \"\"\"",
            ),
        )
        .perhaps(pick("close it at the end of the line", "在行尾补上引号")),
        Mistake::OpenBlockString => words(
            pick("this text has no closing `\"\"\"`", "这段文本没有收尾的 `\"\"\"`"),
            pick("opens here and runs to the end of the file", "从这里开始，一直到文件末尾"),
            pick(
                "close it with `\"\"\"`; what follows it cannot be checked until then",
                "用 `\"\"\"` 收尾；在此之前，它后面的内容都无法检查",
            ),
        ),
        Mistake::HashComment => {
            words(pick("comments begin with `//`", "注释以 `//` 开头"), write("//"), "").safe(write("//"))
        }
        Mistake::MissingCloseBrace => {
            let block = written.trim_end_matches(['{', ' ']);
            words(
                say!(lang, "`{block}` has no closing brace", "`{block}` 缺少右花括号"),
                pick("this block is never closed", "这个块一直没有闭合"),
                pick("put a `}` where it ends", "在块结束的地方补一个 `}`"),
            )
            .perhaps(pick("close the block", "闭合这个块"))
        }
        Mistake::MissingOpenBrace => words(
            say!(lang, "`{written}` has no opening brace", "`{written}` 缺少左花括号"),
            pick("expected `{` behind this", "后面应有 `{`"),
            "",
        )
        .safe(pick("open the block", "补上左花括号")),
        Mistake::MissingClose(right) => {
            words(say!(lang, "no closing `{right}`", "缺少收尾的 `{right}`"), pick("opens here", "从这里开始"), "")
                .perhaps(write(right))
        }
        Mistake::StrayClose => words(
            say!(lang, "`{written}` closes nothing", "`{written}` 没有对应的开头"),
            pick("nothing is open here", "这里没有可闭合的东西"),
            pick("take it out, or open the block that it belongs to", "去掉它，或者补上它所属块的开头"),
        )
        .perhaps(pick("take it out", "去掉它")),
        Mistake::TooDeep => {
            let most = ftspec_syntax::MAX_DEPTH;
            words(
                say!(lang, "nested deeper than {most} levels", "嵌套超过了 {most} 层"),
                pick("what is inside is not read", "里面的内容不再读取"),
                pick(
                    "a spec needs three levels at most: block, inner block, list",
                    "一份计划最多用到三层：块、内层块、列表",
                ),
            )
        }
        Mistake::ColonBeforeBrace => words(
            pick("a block takes no colon", "块名后面不加冒号"),
            pick("no colon before `{`", "`{` 前面不要冒号"),
            pick(
                "a colon stands between an attribute and its value; a block is `goal { … }`",
                "冒号用在属性和值之间；块写成 `goal { … }`",
            ),
        )
        .safe(pick("take the colon out", "去掉冒号")),
        Mistake::EqualsForColon => {
            words(pick("an attribute takes a colon, not `=`", "属性后面用冒号，不用 `=`"), write(":"), "")
                .safe(write(":"))
        }
        Mistake::MissingColon => words(
            pick("no colon between name and value", "名字和值之间缺少冒号"),
            pick("expected `:`", "这里应有 `:`"),
            "",
        )
        .safe(pick("put a colon", "补上冒号")),
        Mistake::MissingValue => {
            let name = written.trim_end_matches([':', '：', '=', '＝', ' ']);
            words(
                say!(lang, "`{name}` has no value", "`{name}` 没有值"),
                pick("expected a value behind the colon", "冒号后面应有一个值"),
                pick("write the value on the same line, or take the line out", "把值写在同一行，或者删掉这一行"),
            )
        }
        Mistake::ValueOnNextLine => words(
            pick("the value stands on the next line", "值写到了下一行"),
            pick("belongs behind its name", "应跟在名字后面"),
            pick(
                "an item ends with its line; only lists and parentheses go on",
                "一个条目到行尾为止，只有列表和圆括号可以跨行",
            ),
        )
        .safe(pick("put it behind the name", "移到名字后面")),
        Mistake::LineBreak => {
            words(say!(lang, "`{written}` belongs on the line before", "`{written}` 应该写在上一行"), one_line(), "")
                .safe(pick("join the lines", "并成一行"))
        }
        Mistake::UnquotedText => {
            words(pick("text needs quotes", "文本要加引号"), pick("words without quotes", "这些文字没有引号"), "")
                .safe(pick("put it in quotes", "加上引号"))
        }
        Mistake::SpacedUnit => words(
            pick("a unit is attached to its number", "单位要紧跟在数字后面"),
            pick("no blank between number and unit", "数字和单位之间不留空格"),
            "",
        )
        .safe(pick("join them", "去掉空格")),
        Mistake::QuotedLabel(label) => words(
            pick("a block's name stands without quotes", "块的名字不加引号"),
            pick("a string", "这是字符串"),
            match label {
                Some(label) => say!(lang, "write `{related} {label} {{`", "写成 `{related} {label} {{`"),
                None => pick("write a name of letters, digits, `_` and `-`", "名字由文字、数字、`_` 和 `-` 组成")
                    .to_string(),
            },
        )
        .safe(write(label.as_deref().unwrap_or_default())),
        Mistake::LongLabel(label) => words(
            pick("a block's name is one word", "块的名字只能是一个词"),
            pick("several words", "这里有好几个词"),
            say!(lang, "write `{related} {label} {{`", "写成 `{related} {label} {{`"),
        )
        .safe(write(label)),
        Mistake::NumberLabel(label) => words(
            pick("a block's name cannot begin with a digit", "块的名字不能以数字开头"),
            pick("begins with a digit", "以数字开头"),
            say!(lang, "write `{related} {label} {{`", "写成 `{related} {label} {{`"),
        )
        .safe(write(label)),
        Mistake::QuotedName => words(
            pick("an attribute's name stands without quotes", "属性名不加引号"),
            pick("a string", "这是字符串"),
            "",
        )
        .safe(pick("take the quotes off", "去掉引号")),
        Mistake::MissingSeparator => words(
            pick("two items on one line need a comma between them", "写在同一行的两个条目要用逗号隔开"),
            pick("expected `,` or a line break behind this", "后面应有 `,` 或换行"),
            "",
        )
        .safe(pick("put a comma", "补上逗号")),
        Mistake::MissingComma => words(
            pick("two elements of a list need a comma between them", "列表的元素之间要用逗号隔开"),
            pick("expected `,`", "这里应有 `,`"),
            "",
        )
        .safe(pick("put a comma", "补上逗号")),
        Mistake::ExtraComma => words(
            pick("a comma too many", "多了一个逗号"),
            pick("nothing stands before this comma", "这个逗号前面没有内容"),
            "",
        )
        .safe(pick("take it out", "去掉它")),
        Mistake::Leftover => words(
            say!(lang, "`{written}` is left over at the end of this item", "这个条目末尾多出了 `{written}`"),
            pick("not part of the item", "不属于这个条目"),
            pick(
                "an item ends with its line; a quote inside text is written `\\\"`",
                "一个条目到行尾为止；文本里的引号写成 `\\\"`",
            ),
        ),
        Mistake::GluedBaseline => words(
            say!(lang, "`{written}` is read as one name", "`{written}` 会被当成一个名字"),
            pick("put blanks around `-`", "`-` 两边要有空格"),
            pick("names may hold `-`, so a minus needs blanks around it", "名字里可以有 `-`，所以减号两边要留空格"),
        )
        .safe(pick("put blanks", "加上空格")),
        Mistake::MissingThen => words(
            pick("this arm does not say what to do", "这个分支没有说该做什么"),
            pick("expected `then ACTION` behind this", "后面应有 `then ACTION`"),
            pick(
                "for example `then freeze`; `ftspec explain stop` lists the actions",
                "例如 `then freeze`；`ftspec explain stop` 列出了所有动作",
            ),
        ),
        Mistake::NamelessBlock => words(
            pick("a block without a keyword", "这个块没有关键字"),
            pick("expected a word such as `goal` before `{`", "`{` 前面应有 `goal` 这样的关键字"),
            "",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, expectation};

    /// Everything that the grammar can expect has Chinese words; what is code alone serves both languages.
    #[test]
    fn every_expectation_has_chinese_words() {
        let grammar = [
            include_str!("../../../ftspec-syntax/src/grammar/mod.rs"),
            include_str!("../../../ftspec-syntax/src/grammar/value.rs"),
            include_str!("../../../ftspec-syntax/src/grammar/condition.rs"),
            include_str!("../../../ftspec-syntax/src/grammar/plain.rs"),
        ];
        let labels: Vec<&str> = grammar
            .iter()
            .flat_map(|source| source.split(".labelled(\"").skip(1))
            .map(|rest| &rest[..rest.find('"').expect("a label ends")])
            .collect();
        assert!(labels.len() >= 10, "{labels:?}");
        for label in labels {
            let code_alone = label.starts_with('`') && label.ends_with('`') && label.matches('`').count() == 2;
            assert!(code_alone || expectation(Lang::Zh, label) != label, "no Chinese words for {label:?}");
        }
    }
}
