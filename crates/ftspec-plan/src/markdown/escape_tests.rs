//! Whatever is escaped is read back as that text, and as nothing else, by the parser that GitHub's is the model of.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use proptest::prelude::*;

use super::{address, code, one_line, text, visible};

/// GitHub's extensions, and some more that others have.
fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.shortcodes = true;
    options.extension.math_dollars = true;
    options.extension.math_code = true;
    options.extension.alerts = true;
    options.parse.relaxed_autolinks = true;
    options
}

/// The place where a text may stand.
#[derive(Clone, Copy, Debug)]
enum Place {
    Paragraph,
    Cell,
    Heading,
    Link,
    Item,
}

const PLACES: [Place; 5] = [Place::Paragraph, Place::Cell, Place::Heading, Place::Link, Place::Item];

impl Place {
    fn document(self, inline: &str) -> String {
        match self {
            Place::Paragraph => format!("before\n\n{inline}\n\nafter\n"),
            Place::Cell => format!("| a | b |\n| --- | --- |\n| one | {inline} |\n"),
            Place::Heading => format!("# {inline}\n"),
            Place::Link => format!("[{inline}](there)\n"),
            Place::Item => format!("- {inline}\n"),
        }
    }

    /// The node that holds the text.
    fn holder<'a>(self, root: &'a AstNode<'a>) -> Option<&'a AstNode<'a>> {
        let is = |node: &&'a AstNode<'a>| {
            matches!(
                (self, &node.data.borrow().value),
                (Place::Heading, NodeValue::Heading(_))
                    | (Place::Paragraph | Place::Item, NodeValue::Paragraph)
                    | (Place::Cell, NodeValue::TableCell)
                    | (Place::Link, NodeValue::Link(_))
            )
        };
        let at = match self {
            Place::Paragraph => 1,
            Place::Cell => 3,
            Place::Heading | Place::Link | Place::Item => 0,
        };
        root.descendants().filter(is).nth(at)
    }
}

/// The one text that a piece of Markdown is read as at a place; else what it was read as.
fn read(place: Place, inline: &str, is_code: bool) -> Result<String, String> {
    let document = place.document(inline);
    let arena = Arena::new();
    let root = parse_document(&arena, &document, &options());
    let Some(holder) = place.holder(root) else { return Err(format!("no {place:?} in {document:?}")) };
    let mut found = String::new();
    for node in holder.children() {
        match &node.data.borrow().value {
            NodeValue::Text(text) => found.push_str(text),
            NodeValue::Code(code) if is_code => found.push_str(&code.literal),
            other => return Err(format!("{other:?} in {document:?}")),
        }
    }
    Ok(found)
}

/// A text as a reader sees it: without the signs of no width that hold it together.
fn seen(text: &str) -> String {
    let text: String = text.chars().filter(|sign| !matches!(sign, '\u{200b}' | '\u{2068}' | '\u{2069}')).collect();
    one_line(&text).trim_matches(' ').to_string()
}

fn holds(given: &str) -> Result<(), String> {
    let expected = seen(&visible(&one_line(given)));
    if expected.is_empty() {
        return Ok(());
    }
    for place in PLACES {
        let found = seen(&read(place, &text(given), false)?);
        if found != expected {
            return Err(format!("{place:?}: {given:?} was read as {found:?}"));
        }
        // Code may hold a bracket, and so never stands in a link.
        if matches!(place, Place::Link) {
            continue;
        }
        let found = seen(&read(place, &code(given), true)?);
        if found != expected {
            return Err(format!("{place:?}, as code: {given:?} was read as {found:?}"));
        }
    }
    Ok(())
}

const HOSTILE: [&str; 60] = [
    "<script>alert(1)</script>",
    "](javascript:alert(1))",
    "[x](javascript:alert(1))",
    "![x](http://evil.example/a.png)",
    "a | b",
    "a \\| b",
    "\\",
    "\\\\|",
    "a\nb\r\n\r\nc",
    "`code` ``x",
    "`",
    "# title",
    "title #",
    "- item",
    "+ item",
    "* item",
    "1. one",
    "12) twelve",
    "> quote",
    "> [!NOTE]",
    "---",
    "===",
    "***bold*** _em_ __x__",
    "~~gone~~ ~x~",
    "@octocat and @org/team",
    "see #123, GH-12, owner/repo#4",
    "https://example.com/a?b=c&d=e",
    "www.example.com",
    "mail support-ml@example.com",
    "mailto:a@b.example xmpp:a@b.example",
    "&lt;b&gt; &amp; &copy; &#64;",
    "\u{202e}drowssap\u{202c}",
    "מילה and مرحبا",
    "$x^2$ and $$y$$",
    "$`x`$",
    "note[^1]",
    "[^1]: a note",
    ":smile: and :+1:",
    "[ ] todo",
    "[x] done",
    "<https://example.com>",
    "<!-- gone -->",
    "<?php ?>",
    "</td></table>",
    "deadbeef1 0123456789abcdef0123456789abcdef01234567",
    "http://a.b\\",
    "\u{0}\u{7}\u{1b}[31m",
    "ends with a backslash\\",
    "| --- | --- |",
    "|",
    ":---",
    "[a]: http://x.example",
    "[[wiki]]",
    "C:\\temp\\*.txt",
    "“说明”：**重点**。",
    "\u{feff}mark",
    "   blanks   ",
    "    indented",
    "!",
    "a  \nb",
];

#[test]
fn hostile_texts_come_out_as_text() {
    let wrong: Vec<String> = HOSTILE.iter().filter_map(|given| holds(given).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let long = "w".repeat(10_000);
    holds(&long).expect("a long word is text");
    assert!(text(&long).contains("&#8203;"), "and may be broken");
}

/// What GitHub looks for in the finished text, and would make something of.
#[test]
fn nothing_is_left_for_github_to_find() {
    let finished = |given: &str| read(Place::Paragraph, &text(given), false).expect("text");
    for (given, bait) in [
        ("@octocat", "@o"),
        ("#123", "#1"),
        ("GH-12", "GH-1"),
        ("https://example.com", "://"),
        ("www.example.com", "www."),
        ("a@example.com", "@e"),
        (":smile:", ":smile"),
        ("deadbeef1", "deadbeef1"),
        ("$x$", "$x"),
        ("$x$", " $"),
    ] {
        assert!(!finished(given).contains(bait), "{given}: {:?}", finished(given));
    }
    // Words that only look like it stay as they are.
    for calm in ["acceded", "1000000", "at 12:30", "a:b", "3 # 4", "GH-x", "price-1"] {
        assert!(!text(calm).contains("&#8203;"), "{calm}: {}", text(calm));
    }
}

#[test]
fn the_reading_direction_stays_in_the_text() {
    assert_eq!(text("a\u{202e}b"), "aU+202Eb");
    assert_eq!(text("שלום"), "&#8296;שלום&#8297;");
    assert_eq!(code("a\u{202e}b"), "`aU+202Eb`");
}

#[test]
fn addresses_lead_to_the_file() {
    assert_eq!(address("a b(1)#?.ftspec"), "a%20b%281%29%23%3F.ftspec");
    assert_eq!(address("计划.ftspec"), "%E8%AE%A1%E5%88%92.ftspec");
    assert_eq!(address("javascript:x"), "javascript%3Ax");
}

/// Texts made of what matters to Markdown.
fn marked() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        proptest::sample::select(HOSTILE.to_vec()).prop_map(str::to_string),
        "[-\\\\`*_\\[\\]()#+.!|<>&$~^:@=\"' \n\ta1w]{0,12}",
        "\\PC{0,6}",
    ];
    proptest::collection::vec(part, 1..6).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_out_as_text(given in marked()) {
        let held = holds(&given);
        prop_assert!(held.is_ok(), "{}", held.unwrap_err());
    }

    #[test]
    fn any_string_comes_out_as_text(given in any::<String>()) {
        let held = holds(&given);
        prop_assert!(held.is_ok(), "{}", held.unwrap_err());
    }
}
