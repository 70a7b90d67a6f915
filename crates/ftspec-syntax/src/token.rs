//! What a text is made of. Blanks, line breaks and comments are tokens like all others.

use logos::Logos;

use crate::Span;

/// The kind of a token. Punctuation in a foreign spelling has the kind that it stands for; [`Token::respelt`] tells.
#[derive(Logos, Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[logos(utf8 = true)]
pub enum TokenKind {
    /// Blanks and tabs, the blanks of a Chinese keyboard, a leading byte order mark.
    #[regex(r"[ \t\r\u{3000}\u{A0}]+")]
    Blank,
    /// One line break; a carriage return before it is a [`TokenKind::Blank`].
    #[token("\n")]
    Newline,
    /// `// …` to the end of the line.
    #[regex(r"//[^\n]*", allow_greedy = true)]
    Comment,
    /// `# …` to the end of the line: a comment as other languages write it.
    #[regex(r"#[^\n]*", allow_greedy = true)]
    HashComment,
    /// A name. It may hold `-`, but does not end in one.
    #[regex(r"[\p{XID_Start}_](\p{XID_Continue}|-+\p{XID_Continue})*")]
    Ident,
    /// A number, with its unit attached: `8_200`, `1e-4`, `90%`, `40gpu_hours`.
    #[regex(r"-?[0-9][0-9_]*(\.[0-9][0-9_]*)?([eE][+\-]?[0-9]+)?([%％]|[\p{XID_Start}]\p{XID_Continue}*)?")]
    Number,
    /// `2026-11-02`, existing or not.
    #[regex(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", priority = 20)]
    Date,
    /// `"…"` on one line.
    #[regex(r#""([^"\\\n]|\\[^\n])*""#)]
    String,
    /// A string without its closing quote: it ends with its line.
    #[regex(r#""([^"\\\n]|\\[^\n])*\\?"#)]
    OpenString,
    /// `"""…"""`, over several lines.
    #[token("\"\"\"", block_string)]
    BlockString,
    /// A block string without its closing quotes: it ends with the file.
    OpenBlockString,
    /// `“…”`, as Chinese keyboards and word processors write it.
    #[regex(r#"“[^”"\n]*[”"]"#)]
    CurlyString,
    /// `'…'`, as other languages write it.
    #[regex(r"'[^'\n]*'")]
    SingleString,
    /// `{`
    #[token("{")]
    #[token("｛")]
    OpenBrace,
    /// `}`
    #[token("}")]
    #[token("｝")]
    CloseBrace,
    /// `[`
    #[token("[")]
    #[token("［")]
    #[token("【")]
    OpenBracket,
    /// `]`
    #[token("]")]
    #[token("］")]
    #[token("】")]
    CloseBracket,
    /// `(`
    #[token("(")]
    #[token("（")]
    OpenParen,
    /// `)`
    #[token(")")]
    #[token("）")]
    CloseParen,
    /// `:`
    #[token(":")]
    #[token("：")]
    Colon,
    /// `,`
    #[token(",")]
    #[token("，")]
    #[token("、")]
    Comma,
    /// `;`, which the language does not know; it is read as a comma.
    #[token(";")]
    #[token("；")]
    Semicolon,
    /// `=`, which people write for `:`.
    #[token("=")]
    #[token("＝")]
    Equals,
    /// `%` on its own
    #[token("%")]
    #[token("％")]
    Percent,
    /// `>=`
    #[token(">=")]
    #[token("=>")]
    #[token("≥")]
    GreaterEqual,
    /// `<=`
    #[token("<=")]
    #[token("=<")]
    #[token("≤")]
    LessEqual,
    /// `>`
    #[token(">")]
    #[token("＞")]
    Greater,
    /// `<`
    #[token("<")]
    #[token("＜")]
    Less,
    /// `==`
    #[token("==")]
    EqualEqual,
    /// `!=`
    #[token("!=")]
    #[token("≠")]
    NotEqual,
    /// `+`
    #[token("+")]
    Plus,
    /// `-` on its own
    #[token("-")]
    Minus,
    /// `*`
    #[token("*")]
    Star,
    /// `+-` or `±`
    #[token("+-")]
    #[token("±")]
    PlusMinus,
    /// Characters that the language does not know, as one run.
    Unknown,
}

/// Puts the end of a block string where its closing quotes are, or at the end of the text.
fn block_string(lexer: &mut logos::Lexer<'_, TokenKind>) {
    let rest = lexer.remainder();
    lexer.bump(rest.find("\"\"\"").map_or(rest.len(), |at| at + 3));
}

impl TokenKind {
    /// Whether the token means nothing: a blank, a line break or a comment.
    pub fn is_trivia(self) -> bool {
        matches!(self, Self::Blank | Self::Newline | Self::Comment | Self::HashComment)
    }

    /// Whether the token is a string in any spelling, closed or not.
    pub fn is_string(self) -> bool {
        matches!(
            self,
            Self::String
                | Self::OpenString
                | Self::BlockString
                | Self::OpenBlockString
                | Self::CurlyString
                | Self::SingleString
        )
    }

    /// What the language writes for this token, where that is always the same text.
    pub fn spelling(self) -> Option<&'static str> {
        Some(match self {
            Self::OpenBrace => "{",
            Self::CloseBrace => "}",
            Self::OpenBracket => "[",
            Self::CloseBracket => "]",
            Self::OpenParen => "(",
            Self::CloseParen => ")",
            Self::Colon => ":",
            Self::Comma => ",",
            Self::Semicolon => ";",
            Self::Equals => "=",
            Self::GreaterEqual => ">=",
            Self::LessEqual => "<=",
            Self::Greater => ">",
            Self::Less => "<",
            Self::EqualEqual => "==",
            Self::NotEqual => "!=",
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Star => "*",
            Self::PlusMinus => "+-",
            _ => return None,
        })
    }
}

/// One token: its kind and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The kind.
    pub kind: TokenKind,
    /// The bytes.
    pub span: Span,
}

impl Token {
    /// The right spelling, where this is punctuation in one that is not ours, such as `：` from a Chinese keyboard
    /// or `=>`. `±` is ours.
    pub fn respelt(self, text: &str) -> Option<&'static str> {
        // Nearly every token is one that can be spelt in one way only.
        let plain = text.as_bytes()[self.span.start as usize].is_ascii();
        if plain && !matches!(self.kind, TokenKind::GreaterEqual | TokenKind::LessEqual) {
            return None;
        }
        let right = self.kind.spelling()?;
        (self.kind != TokenKind::PlusMinus && self.span.of(text) != right).then_some(right)
    }
}

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Cuts a text into tokens. Never fails: the tokens stand side by side and cover the whole text.
pub fn lex(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 3 + 4);
    let mut start = 0;
    if text.starts_with(BYTE_ORDER_MARK) {
        start = BYTE_ORDER_MARK.len() as u32;
        tokens.push(Token { kind: TokenKind::Blank, span: Span::new(0, start) });
    }
    let mut lexer = TokenKind::lexer(&text[start as usize..]);
    while let Some(result) = lexer.next() {
        let range = lexer.span();
        let kind = match result {
            Ok(TokenKind::BlockString) if range.len() < 6 || !lexer.slice().ends_with("\"\"\"") => {
                TokenKind::OpenBlockString
            }
            Ok(kind) => kind,
            Err(()) => TokenKind::Unknown,
        };
        let span = Span::new(start + range.start as u32, start + range.end as u32);
        if kind == TokenKind::Unknown
            && let Some(Token { kind: TokenKind::Unknown, span: last }) = tokens.last_mut()
        {
            // One bad run is one token, so that it is one finding.
            last.end = span.end;
            continue;
        }
        tokens.push(Token { kind, span });
    }
    tokens
}
