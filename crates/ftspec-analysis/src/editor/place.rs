//! Where an offset is: the token, the block around it, and what of its item stands before it. Everything is found by
//! searching in what was read already; nothing here walks over the whole file.

use ftspec_schema::{Block, Content, FILE};
use ftspec_syntax::tree::{self, Item, ScalarKind, Value};
use ftspec_syntax::{Span, Token, TokenKind as K};

use crate::Analysis;
use crate::suggest::{self, Candidate};

/// How many tokens of an item are looked at; longer ones are no items.
const MOST_TOKENS: usize = 600;

/// An offset that lies in the text, on a whole character.
pub(super) fn settle(text: &str, offset: u32) -> u32 {
    let mut offset = (offset as usize).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset as u32
}

/// A range that lies in the text, on whole characters.
pub(super) fn settle_span(text: &str, span: Span) -> Span {
    let start = settle(text, span.start);
    Span::new(start, settle(text, span.end).max(start))
}

/// The index of the token that begins at an offset or holds it; the number of tokens at the end of the text.
pub(super) fn token_index(tokens: &[Token], offset: u32) -> usize {
    tokens.partition_point(|token| token.span.end <= offset)
}

/// The token that means something and holds the offset or, failing that, ends at it.
pub(super) fn token_at(analysis: &Analysis, offset: u32) -> Option<Token> {
    let tokens = &analysis.parsed().tokens;
    let at = token_index(tokens, offset);
    let here = tokens.get(at).filter(|token| token.span.start <= offset);
    let left = at.checked_sub(1).and_then(|at| tokens.get(at)).filter(|token| token.span.end == offset);
    let is_word = |token: &&Token| {
        matches!(token.kind, K::Ident | K::Number | K::Date) || token.kind.is_string() && !token.span.is_empty()
    };
    let means = |token: &&Token| !token.kind.is_trivia();
    here.filter(is_word).or(left.filter(is_word)).or(here.filter(means)).or(left.filter(means)).copied()
}

/// Where an item stands.
pub(super) fn item_span(item: &Item) -> Span {
    match item {
        Item::Header(header) => header.keyword.to(header.title.span()),
        Item::Block(block) => block.span,
        Item::Attribute(attribute) => attribute.span(),
        Item::Statement(statement) => statement.span,
        Item::Arm(arm) => arm.span,
        Item::Broken(broken) => broken.span,
    }
}

/// The last item that begins at an offset or before it.
pub(super) fn item_before(items: &[Item], offset: u32) -> Option<&Item> {
    let at = items.partition_point(|item| item_span(item).start <= offset);
    items.get(at.checked_sub(1)?)
}

/// Whether an item is a line of statements or arms that was taken for something else, since its end is not written yet:
/// `when tone gains` reads like an attribute without its colon.
pub(super) fn is_unfinished(text: &str, block: Option<&'static Block>, item: &Item) -> bool {
    let lines = block.is_some_and(|block| matches!(block.content, Content::Arms | Content::Statements(_)));
    match item {
        Item::Broken(_) => true,
        Item::Statement(statement) => {
            lines && block.is_none_or(|block| block.statement(statement.keyword.of(text)).is_none())
        }
        Item::Attribute(attribute) => {
            let unquoted = matches!(&attribute.value, Value::Scalar(value) if value.kind == ScalarKind::Unquoted);
            lines && unquoted && block.is_none_or(|block| block.attribute(attribute.name.of(text)).is_none())
        }
        _ => false,
    }
}

/// A block of the tree with what the schema says of it.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// The block as it is written; none for the top level.
    pub tree: Option<&'a tree::Block>,
    /// The schema's entry; none where the keyword is unknown.
    pub block: Option<&'static Block>,
}

impl<'a> Around<'a> {
    /// What stands inside.
    pub fn items(self, analysis: &'a Analysis) -> &'a [Item] {
        self.tree.map_or(&analysis.parsed().tree.items, |tree| &tree.items)
    }
}

/// The schema's entry for a keyword inside a block: the word itself, or what it is read as.
pub(super) fn child(parent: &'static Block, word: &str) -> Option<&'static Block> {
    parent.child(word).or_else(|| {
        let known = parent.children.iter().map(|child| Candidate { name: child.name, aliases: child.aliases });
        parent.child(suggest::nearest(word, known)?)
    })
}

/// The blocks around an offset, the top level first. Their braces do not belong to the inside.
pub(super) fn around<'a>(analysis: &'a Analysis, offset: u32) -> Vec<Around<'a>> {
    let text = analysis.text();
    let mut chain = vec![Around { tree: None, block: Some(&FILE) }];
    let mut items: &'a [Item] = &analysis.parsed().tree.items;
    while let Some(Item::Block(tree)) = item_before(items, offset) {
        if !holds(text, tree, offset) {
            break;
        }
        let parent = chain.last().and_then(|around| around.block);
        let block = parent.and_then(|parent| child(parent, tree.keyword.of(text)));
        chain.push(Around { tree: Some(tree), block });
        items = &tree.items;
    }
    chain
}

/// Whether an offset lies between the braces of a block. A block without its closing brace goes on as long as lines are
/// indented against its own.
fn holds(text: &str, block: &tree::Block, offset: u32) -> bool {
    if offset < block.open.end || block.open.is_empty() && offset <= block.open.end {
        return false;
    }
    match block.close {
        Some(close) => offset <= close.start,
        None => {
            offset <= block.span.end
                || line_start(text, offset) <= block.open.start
                // The line below the brace is the first inside, whatever stands before it.
                || text[block.open.end as usize..offset as usize].trim_matches([' ', '\t', '\r']) == "\n"
                || indent(text, offset) > indent(text, block.keyword.start)
        }
    }
}

/// Where the line of an offset begins.
pub(super) fn line_start(text: &str, offset: u32) -> u32 {
    text[..offset as usize].rfind('\n').map_or(0, |at| at as u32 + 1)
}

/// Where the line of an offset ends, before its line break.
pub(super) fn line_end(text: &str, offset: u32) -> u32 {
    text[offset as usize..].find('\n').map_or(text.len() as u32, |at| offset + at as u32)
}

/// The blanks at the beginning of an offset's line, up to the offset, as a number of characters.
pub(super) fn indent(text: &str, offset: u32) -> usize {
    let line = &text[line_start(text, offset) as usize..offset as usize];
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// What stands before an offset in its item.
#[derive(Clone, Debug, Default)]
pub(super) struct Before {
    /// The tokens of the item up to the word at the cursor, without blanks; up to the bracket where the cursor is in a
    /// list.
    pub tokens: Vec<Token>,
    /// The elements before the cursor, where it stands in a list.
    pub elements: Option<Vec<Token>>,
    /// The word or number that the cursor stands in or behind.
    pub word: Option<Token>,
    /// The string or comment that the cursor stands in.
    pub inside: Option<Token>,
}

/// Reads backwards from an offset to where its item begins.
pub(super) fn before(analysis: &Analysis, offset: u32) -> Before {
    let tokens = &analysis.parsed().tokens;
    let mut read = Before::default();
    // The last token that begins before the cursor.
    let mut at = tokens.partition_point(|token| token.span.start < offset);
    if let Some(last) = at.checked_sub(1).map(|at| tokens[at]) {
        let ends_open = matches!(last.kind, K::Comment | K::HashComment | K::OpenString | K::OpenBlockString);
        if offset < last.span.end || offset == last.span.end && ends_open {
            if last.kind.is_string() || matches!(last.kind, K::Comment | K::HashComment) {
                read.inside = Some(last);
                at -= 1;
            }
        }
        if read.inside.is_none() && matches!(last.kind, K::Ident | K::Number | K::Date) {
            read.word = Some(last);
            at -= 1;
        }
    }
    // Collected from right to left.
    let mut found: Vec<Token> = Vec::new();
    // Where the item would end if the cursor is in no list.
    let mut stop: Option<usize> = None;
    let mut depth = 0usize;
    let mut bracket: Option<usize> = None;
    for token in tokens[..at].iter().rev().take(MOST_TOKENS) {
        match token.kind {
            K::Newline if depth == 0 && bracket.is_some() => break,
            K::Newline if depth == 0 => stop = stop.or(Some(found.len())),
            kind if kind.is_trivia() => {}
            K::OpenBrace | K::CloseBrace => break,
            K::CloseBracket | K::CloseParen => {
                depth += 1;
                found.push(*token);
            }
            K::OpenBracket | K::OpenParen if depth > 0 => {
                depth -= 1;
                found.push(*token);
            }
            K::OpenBracket if bracket.is_none() => {
                bracket = Some(found.len());
                found.push(*token);
            }
            // A parenthesis goes on over line breaks, too.
            K::OpenParen => {
                stop = None;
                found.push(*token);
            }
            K::Comma | K::Semicolon if depth == 0 => {
                if bracket.is_some() {
                    break;
                }
                stop = stop.or(Some(found.len()));
                found.push(*token);
            }
            // The name of another item: no list was left open since.
            K::Colon if depth == 0 && bracket.is_none() && stop.is_some() => break,
            _ => found.push(*token),
        }
    }
    match bracket {
        Some(bracket) => {
            let head = found.split_off(bracket + 1);
            found.pop();
            read.tokens = head.into_iter().rev().collect();
            read.elements = Some(found.into_iter().rev().collect());
        }
        None => {
            found.truncate(stop.unwrap_or(found.len()));
            read.tokens = found.into_iter().rev().collect();
        }
    }
    read
}
