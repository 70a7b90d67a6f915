//! A text that is no plan yet: prose where blocks should stand, such as a paragraph from a mail.
//!
//! Whatever is absent may be said in the prose, and the marks in it are nobody's slips: one finding tells all of it.

use ftspec_schema::FILE;
use ftspec_syntax::tree::Item;
use ftspec_syntax::{Parsed, Span, Token, TokenKind};

use crate::spec::Spec;
use crate::suggest;
use crate::words::says;

/// The first line of prose in a text that holds no block; none where it holds one, or no prose.
pub(crate) fn prose(text: &str, parsed: &Parsed) -> Option<Span> {
    let opens = |token: &Token| token.kind == TokenKind::OpenBrace;
    if parsed.errors.is_empty()
        || parsed.tokens.iter().any(opens)
        || parsed.tree.items.iter().any(|item| matches!(item, Item::Block(_)))
    {
        return None;
    }
    let lines = parsed.tokens.split(|token| token.kind == TokenKind::Newline);
    let written = lines.filter(|line| line.iter().any(|token| !token.kind.is_trivia()));
    written.take(LOOKED_AT).find_map(|line| sentence(text, line))
}

/// Prose begins early; a long file of other things is not to take its time.
const LOOKED_AT: usize = 200;

/// Whether the text begins as a plan does: with a title.
pub(crate) fn has_header(text: &str, parsed: &Parsed) -> bool {
    let is_title = |item: &Item| matches!(item, Item::Header(header) if header.keyword.of(text) == "spec");
    parsed.tree.items.iter().any(is_title)
}

/// Whether a place lies in what could be read beside the prose: the title, an attribute of the file.
pub(crate) fn is_read(spec: &Spec, place: Span) -> bool {
    let attributes = spec.file().attribute_data().iter().filter(|data| data.attribute.is_some());
    let title = spec.title().map(|_| spec.header());
    let mut items = attributes.map(|data| data.name.to(data.value)).chain(title);
    items.any(|item| item.start <= place.start && place.end <= item.end)
}

/// A line that reads as a sentence: several words, and none of the language in front.
fn sentence(text: &str, line: &[Token]) -> Option<Span> {
    let mut written = line.iter().filter(|token| !token.kind.is_trivia());
    // A dash or a number may stand before it, as in a list.
    let first = written.find(|token| token.kind == TokenKind::Ident || token.kind.is_string())?;
    let last = written.clone().next_back()?;
    let second = written.next()?;
    let outside: String =
        line.iter().filter(|token| !token.kind.is_string()).map(|token| token.span.of(text)).collect();
    let is_sentence = first.kind == TokenKind::Ident
        && !matches!(second.kind, TokenKind::Colon | TokenKind::Equals)
        && says(SENTENCE, &outside)
        && !is_of_the_language(first.span.of(text));
    is_sentence.then(|| Span::new(first.span.start, last.span.end))
}

/// So much is a sentence: three words, or five characters of Chinese.
const SENTENCE: u32 = 9;

/// Whether a word begins something that can be written at the top of a file, or nearly does: then it is one item with
/// a slip in it.
fn is_of_the_language(word: &str) -> bool {
    let blocks = ftspec_schema::all().map(|(_, block)| block.name);
    let attributes = FILE.attributes.iter().map(|attribute| attribute.name);
    let names = blocks.chain(attributes).chain(["spec", "when", "require", "guard", "watch"]);
    // Sentences begin with a capital, words of the language never do.
    word.starts_with(|c: char| c.is_ascii_lowercase()) && suggest::nearest_name(word, names).is_some()
}
