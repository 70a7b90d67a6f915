//! The way a spec is written: braces, quotes, colons, commas. The sentences for every mistake that the parser notes.

use ftspec_syntax::{Mistake, Span, SyntaxError};

use crate::diagnostic::{Applicability, Level};
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
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
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
    let text = reporter.text;
    let written = shown(error.span.of(text));
    let related = error.related.map_or("", |span| span.of(text));
    let words = describe(&error.mistake, &written, related);
    let span = visible(error.span, text);
    let mut report = reporter.wrong(rule, span, words.message).label(words.label).help(words.help);
    if let Some(related) = error.related
        && matches!(error.mistake, Mistake::MissingCloseBrace | Mistake::MissingClose(_))
    {
        report = report.also(visible(related, text), "expected behind here");
    }
    if let (Some((title, applicability)), false) = (words.fix, error.edits.is_empty()) {
        report.fix(title, applicability, error.edits.clone());
    }
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

fn describe(mistake: &Mistake, written: &str, related: &str) -> Words {
    match mistake {
        Mistake::Unexpected { expected, at_end } => {
            let expected = match expected.as_slice() {
                [] => "an item".to_string(),
                [one] => one.clone(),
                [first @ .., last] => format!("{} or {last}", first.join(", ")),
            };
            let expected = expected.replace("an item", "an item such as `name: value` or `name { … }`");
            if *at_end {
                words(
                    format!("something is missing behind `{written}`"),
                    format!("expected {expected} behind this"),
                    "",
                )
            } else {
                words(format!("`{written}` cannot stand here"), format!("expected {expected}"), "")
            }
        }
        Mistake::Punctuation(right) if matches!(written, ";" | "；") => {
            words(format!("`{written}` does not end an item"), "write a comma or a line break", "")
                .safe(format!("write `{right}`"))
        }
        Mistake::Punctuation(right) => words(
            format!("`{written}` is written `{right}` here"),
            format!("write `{right}`"),
            if written.is_ascii() { "" } else { "punctuation outside quotes is half-width; inside quotes it is yours" },
        )
        .safe(format!("write `{right}`")),
        Mistake::Quotes => {
            words("text stands in straight double quotes", "other quotes", "").safe("use straight quotes")
        }
        Mistake::OpenString => words(
            "this text has no closing quote",
            "the quote opens here",
            "text in quotes ends on its line; for several lines write \"\"\" … \"\"\"",
        )
        .perhaps("close it at the end of the line"),
        Mistake::OpenBlockString => words(
            "this text has no closing `\"\"\"`",
            "opens here and runs to the end of the file",
            "close it with `\"\"\"`; what follows it cannot be checked until then",
        ),
        Mistake::HashComment => words("comments begin with `//`", "write `//`", "").safe("write `//`"),
        Mistake::MissingCloseBrace => words(
            format!("`{}` has no closing brace", written.trim_end_matches(['{', ' '])),
            "this block is never closed",
            "put a `}` where it ends",
        )
        .perhaps("close the block"),
        Mistake::MissingOpenBrace => {
            words(format!("`{written}` has no opening brace"), "expected `{` behind this", "").safe("open the block")
        }
        Mistake::MissingClose(right) => {
            words(format!("no closing `{right}`"), "opens here", "").perhaps(format!("write `{right}`"))
        }
        Mistake::StrayClose => words(
            format!("`{written}` closes nothing"),
            "nothing is open here",
            "take it out, or open the block that it belongs to",
        )
        .perhaps("take it out"),
        Mistake::TooDeep => words(
            format!("nested deeper than {} levels", ftspec_syntax::MAX_DEPTH),
            "what is inside is not read",
            "a spec needs three levels at most: block, inner block, list",
        ),
        Mistake::ColonBeforeBrace => words(
            "a block takes no colon",
            "no colon before `{`",
            "a colon stands between an attribute and its value; a block is `goal { … }`",
        )
        .safe("take the colon out"),
        Mistake::EqualsForColon => words("an attribute takes a colon, not `=`", "write `:`", "").safe("write `:`"),
        Mistake::MissingColon => words("no colon between name and value", "expected `:`", "").safe("put a colon"),
        Mistake::MissingValue => words(
            format!("`{}` has no value", written.trim_end_matches([':', '：', '=', '＝', ' '])),
            "expected a value behind the colon",
            "write the value on the same line, or take the line out",
        ),
        Mistake::ValueOnNextLine => words(
            "the value stands on the next line",
            "belongs behind its name",
            "an item ends with its line; only lists and parentheses go on",
        )
        .safe("put it behind the name"),
        Mistake::LineBreak => {
            words(format!("`{written}` belongs on the line before"), "an item ends with its line", "")
                .safe("join the lines")
        }
        Mistake::UnquotedText => words("text needs quotes", "words without quotes", "").safe("put it in quotes"),
        Mistake::SpacedUnit => {
            words("a unit is attached to its number", "no blank between number and unit", "").safe("join them")
        }
        Mistake::QuotedLabel(label) => words(
            "a block's name stands without quotes",
            "a string",
            match label {
                Some(label) => format!("write `{related} {label} {{`"),
                None => "write a name of letters, digits, `_` and `-`".to_string(),
            },
        )
        .safe(format!("write `{}`", label.as_deref().unwrap_or_default())),
        Mistake::LongLabel(label) => {
            words("a block's name is one word", "several words", format!("write `{related} {label} {{`"))
                .safe(format!("write `{label}`"))
        }
        Mistake::NumberLabel(label) => words(
            "a block's name cannot begin with a digit",
            "begins with a digit",
            format!("write `{related} {label} {{`"),
        )
        .safe(format!("write `{label}`")),
        Mistake::QuotedName => {
            words("an attribute's name stands without quotes", "a string", "").safe("take the quotes off")
        }
        Mistake::MissingSeparator => {
            words("two items on one line need a comma between them", "expected `,` or a line break behind this", "")
                .safe("put a comma")
        }
        Mistake::MissingComma => {
            words("two elements of a list need a comma between them", "expected `,`", "").safe("put a comma")
        }
        Mistake::ExtraComma => words("a comma too many", "nothing stands before this comma", "").safe("take it out"),
        Mistake::Leftover => words(
            format!("`{written}` is left over at the end of this item"),
            "not part of the item",
            "an item ends with its line; a quote inside text is written `\\\"`",
        ),
        Mistake::GluedBaseline => words(
            format!("`{written}` is read as one name"),
            "put blanks around `-`",
            "names may hold `-`, so a minus needs blanks around it",
        )
        .safe("put blanks"),
        Mistake::MissingThen => words(
            "this arm does not say what to do",
            "expected `then ACTION` behind this",
            "for example `then freeze`; `ftspec explain stop` lists the actions",
        ),
        Mistake::NamelessBlock => words("a block without a keyword", "expected a word such as `goal` before `{`", ""),
    }
}
