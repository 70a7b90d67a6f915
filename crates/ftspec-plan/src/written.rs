//! What is written, on one line and in one layout: without comments, line breaks and the comma behind the last element,
//! so that layout makes no difference.

use ftspec_syntax::{TokenKind as Kind, lex};

/// A piece of a spec on one line.
pub(crate) fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut before = None;
    // A comma waits for what follows: behind the last element it says nothing.
    let mut comma = false;
    for token in lex(text) {
        if token.kind.is_trivia() {
            continue;
        }
        if token.kind == Kind::Comma {
            comma = true;
            continue;
        }
        let closes = matches!(token.kind, Kind::CloseBracket | Kind::CloseParen);
        if std::mem::take(&mut comma) && !closes {
            line.push(',');
        }
        let word = token.span.of(text);
        let opened = matches!(before, None | Some((Kind::OpenBracket | Kind::OpenParen, _)));
        let called = token.kind == Kind::OpenParen && matches!(before, Some((_, "baseline")));
        if !(opened || closes || called || token.kind == Kind::Colon) {
            line.push(' ');
        }
        // A text over several lines stays one value.
        line.push_str(&word.split_whitespace().collect::<Vec<_>>().join(" "));
        before = Some((token.kind, word));
    }
    line
}
