//! Whether two texts say the same: the guard that stands between the formatter and a file.

use crate::{Token, TokenKind as K, lex};

/// Whether formatting lost or changed nothing: both texts have the same meaningful tokens, and the same comments
/// between the same tokens.
///
/// Blanks and line breaks do not count. Nor do commas where a line break does as well, between items, and behind the
/// last element of a list. Blanks at the end of a comment do not count either.
pub fn same_tokens(before: &str, after: &str) -> bool {
    let (before_tokens, after_tokens) = (lex(before), lex(after));
    Meaning::new(before, &before_tokens).eq(Meaning::new(after, &after_tokens))
}

/// One thing that counts.
#[derive(PartialEq)]
enum Piece<'t> {
    Token(K, &'t str),
    /// A comment: it may change places with a comma, but not with anything else.
    Comment(&'t str),
}

/// Walks over what counts. Commas wait for the next token, because it tells whether they count, and for comments to
/// pass them.
struct Meaning<'t> {
    text: &'t str,
    tokens: std::slice::Iter<'t, Token>,
    /// Lists and parentheses that are open here. Neither outlasts a brace or a colon, whatever is missing.
    flat: usize,
    commas: usize,
    held: Option<Piece<'t>>,
}

impl<'t> Meaning<'t> {
    fn new(text: &'t str, tokens: &'t [Token]) -> Self {
        Self { text, tokens: tokens.iter(), flat: 0, commas: 0, held: None }
    }
}

impl<'t> Iterator for Meaning<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        loop {
            if self.held.is_some() {
                if self.commas == 0 {
                    return self.held.take();
                }
                self.commas -= 1;
                return Some(Piece::Token(K::Comma, ","));
            }
            let Some(token) = self.tokens.next() else {
                let left = self.commas > 0;
                self.commas = self.commas.saturating_sub(1);
                return left.then_some(Piece::Token(K::Comma, ","));
            };
            let text = token.span.of(self.text);
            match token.kind {
                K::Blank | K::Newline => continue,
                K::Comment | K::HashComment => return Some(Piece::Comment(text.trim_end())),
                K::Comma if text == "," => {
                    self.commas += usize::from(self.flat > 0);
                    continue;
                }
                K::OpenBracket | K::OpenParen => self.flat += 1,
                K::CloseBracket => {
                    // One comma, or several where they are a mistake: then they are all still there.
                    self.commas = self.commas.saturating_sub(1);
                    self.flat = self.flat.saturating_sub(1);
                }
                K::CloseParen => self.flat = self.flat.saturating_sub(1),
                K::OpenBrace | K::CloseBrace | K::Colon => self.flat = 0,
                _ => {}
            }
            self.held = Some(Piece::Token(token.kind, text));
        }
    }
}
