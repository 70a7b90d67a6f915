//! Which bracket belongs to which, and how deep. Runs over the tokens before the grammar, in one pass.
//!
//! After it the grammar meets balanced brackets only, nested at most [`MAX_DEPTH`] deep: what was missing is put in as
//! an empty token, what was too much is left out, and each has its entry among the mistakes. So no later step, the
//! grammar, a visitor or a destructor, can run out of stack, and a missing brace costs one finding.
//!
//! Where the braces do not add up, indentation tells which block lacks its brace: a line that stands no deeper than
//! the line that opened a block is no longer inside it.

use crate::mistake::{Edit, Mistake, SyntaxError};
use crate::parse::MAX_DEPTH;
use crate::{Span, TokenKind};

/// A token as the grammar sees it: trivia are gone, but where a line began is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sig {
    /// The kind.
    pub kind: TokenKind,
    /// The word, where it is one that means something in its place.
    pub word: Word,
    /// Whether it is the first of its line.
    pub first: bool,
    /// Whether nothing, not even a blank, stands before it on its line.
    pub glued: bool,
    /// The bytes; empty for a bracket that was put in.
    pub span: Span,
}

impl PartialEq for Sig {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

/// Names with a meaning in some places. They stay ordinary names in all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Word {
    Other,
    When,
    Then,
    And,
    Or,
    Any,
    All,
    Over,
    Round,
    Baseline,
    Spec,
}

impl Word {
    pub fn of(text: &str) -> Self {
        match text {
            "when" => Word::When,
            "then" => Word::Then,
            "and" => Word::And,
            "or" => Word::Or,
            "any" => Word::Any,
            "all" => Word::All,
            "over" => Word::Over,
            "round" | "rounds" => Word::Round,
            "baseline" => Word::Baseline,
            "spec" => Word::Spec,
            _ => Word::Other,
        }
    }
}

/// How many tokens back a missing opening brace is looked for.
const FAR: usize = 2_000;

fn closer(open: TokenKind) -> TokenKind {
    match open {
        TokenKind::OpenBrace => TokenKind::CloseBrace,
        TokenKind::OpenBracket => TokenKind::CloseBracket,
        _ => TokenKind::CloseParen,
    }
}

fn opens(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::OpenBrace | TokenKind::OpenBracket | TokenKind::OpenParen)
}

fn closes(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::CloseBrace | TokenKind::CloseBracket | TokenKind::CloseParen)
}

/// Balances the brackets. Line breaks inside `[…]` and `(…)` mean nothing, so that tokens there lose their `first`.
pub(crate) fn balance(tokens: &mut Vec<Sig>, text: &str, mistakes: &mut Vec<SyntaxError>) {
    if !in_order(tokens) {
        *tokens = Balancer::new(tokens, text, mistakes).run();
    }
    let mut flat = 0u32;
    for token in tokens.iter_mut() {
        match token.kind {
            TokenKind::OpenBracket | TokenKind::OpenParen => flat += 1,
            TokenKind::CloseBracket | TokenKind::CloseParen => {
                token.first = false;
                flat -= 1;
            }
            _ => token.first &= flat == 0,
        }
    }
}

/// Whether every bracket has its partner and none is too deep: true for nearly all files.
fn in_order(tokens: &[Sig]) -> bool {
    let mut stack = [TokenKind::Unknown; MAX_DEPTH];
    let mut depth = 0;
    for token in tokens {
        if opens(token.kind) {
            if depth == MAX_DEPTH {
                return false;
            }
            stack[depth] = closer(token.kind);
            depth += 1;
        } else if closes(token.kind) {
            if depth == 0 || stack[depth - 1] != token.kind {
                return false;
            }
            depth -= 1;
        }
    }
    depth == 0
}

/// An open bracket.
struct Open {
    kind: TokenKind,
    span: Span,
    /// The block's keyword.
    keyword: Span,
    /// Columns before the first token of that line.
    indent: u32,
    /// Whether the block's first line is indented deeper than the line that opened it; none before that line.
    indented: Option<bool>,
    /// Where its token is in the output.
    at: usize,
}

struct Balancer<'t> {
    tokens: &'t [Sig],
    text: &'t str,
    mistakes: &'t mut Vec<SyntaxError>,
    stack: Vec<Open>,
    output: Vec<Sig>,
    /// Levels below [`MAX_DEPTH`] that are left out.
    buried: usize,
    too_deep: bool,
    /// Closing braces that the file lacks, as far as counting tells.
    lacking: i64,
    line: Line,
}

#[derive(Clone, Copy)]
struct Line {
    indent: u32,
}

impl<'t> Balancer<'t> {
    fn new(tokens: &'t [Sig], text: &'t str, mistakes: &'t mut Vec<SyntaxError>) -> Self {
        let count = |kind| tokens.iter().filter(|token| token.kind == kind).count() as i64;
        let lacking = count(TokenKind::OpenBrace) - count(TokenKind::CloseBrace);
        Self {
            tokens,
            text,
            mistakes,
            stack: Vec::new(),
            output: Vec::with_capacity(tokens.len() + 8),
            buried: 0,
            too_deep: false,
            lacking,
            line: Line { indent: 0 },
        }
    }

    fn run(mut self) -> Vec<Sig> {
        for at in 0..self.tokens.len() {
            let token = self.tokens[at];
            if token.first && self.buried == 0 {
                self.start_line(at);
            }
            self.take(token);
        }
        while let Some(open) = self.stack.pop() {
            self.close_missing(open);
        }
        self.output
    }

    fn indent_of(&self, token: Sig) -> u32 {
        let line = &self.text[..token.span.start as usize];
        let blanks = &line[line.rfind('\n').map_or(0, |at| at + 1)..];
        blanks.chars().map(|blank| if blank == '\t' { 4 } else { 1 }).sum()
    }

    fn start_line(&mut self, at: usize) {
        let token = self.tokens[at];
        self.line = Line { indent: self.indent_of(token) };
        // A list or parenthesis cannot go on where a new item clearly begins.
        while self.stack.last().is_some_and(|open| open.kind != TokenKind::OpenBrace) && self.begins_item(at) {
            let open = self.stack.pop().expect("just seen");
            self.close_missing(open);
        }
        if closes(token.kind) {
            return;
        }
        while let Some(open) = self.stack.last_mut() {
            let indented = *open.indented.get_or_insert(self.line.indent > open.indent);
            if self.lacking > 0 && indented && self.line.indent <= open.indent {
                let open = self.stack.pop().expect("just seen");
                self.close_missing(open);
            } else {
                break;
            }
        }
    }

    /// Whether a line reads as the start of an item, or the end of a block, rather than as the rest of a list.
    fn begins_item(&self, at: usize) -> bool {
        let kind = |ahead: usize| self.tokens.get(at + ahead).map(|token| token.kind);
        match kind(0) {
            Some(TokenKind::CloseBrace) => true,
            Some(TokenKind::Ident) => match kind(1) {
                Some(TokenKind::Colon | TokenKind::OpenBrace) => true,
                Some(TokenKind::Ident) => {
                    matches!(kind(2), Some(TokenKind::OpenBrace)) || self.tokens[at].word == Word::When
                }
                _ => false,
            },
            _ => false,
        }
    }

    fn take(&mut self, token: Sig) {
        if opens(token.kind) {
            self.open(token);
        } else if closes(token.kind) {
            self.close(token);
        } else if self.buried == 0 {
            self.output.push(token);
        }
    }

    fn open(&mut self, token: Sig) {
        if self.buried > 0 || self.stack.len() == MAX_DEPTH {
            self.buried += 1;
            if !self.too_deep {
                self.too_deep = true;
                self.mistake(Mistake::TooDeep, token.span, None, vec![]);
            }
            return;
        }
        self.stack.push(Open {
            kind: token.kind,
            span: token.span,
            keyword: self.keyword_of(token),
            indent: self.line.indent,
            indented: None,
            at: self.output.len(),
        });
        self.output.push(token);
    }

    /// The word that a brace belongs to: `metric` in `metric f1 {`, the brace itself where no word stands before it.
    fn keyword_of(&self, brace: Sig) -> Span {
        if brace.first {
            return brace.span;
        }
        let mut words = self.output.iter().rev().take(2).take_while(|token| token.kind == TokenKind::Ident);
        match (words.next(), words.next()) {
            (Some(label), Some(keyword)) if !label.first => keyword.span,
            (Some(keyword), _) => keyword.span,
            (None, _) => brace.span,
        }
    }

    fn close(&mut self, token: Sig) {
        if self.buried > 0 {
            self.buried -= 1;
            return;
        }
        if token.kind != TokenKind::CloseBrace {
            match self.stack.last() {
                Some(open) if closer(open.kind) == token.kind => {
                    self.stack.pop();
                    self.output.push(token);
                }
                _ => self.stray(token),
            }
            return;
        }
        while self.stack.last().is_some_and(|open| open.kind != TokenKind::OpenBrace) {
            let open = self.stack.pop().expect("just seen");
            self.close_missing(open);
        }
        if token.first {
            // Blocks that stand deeper than this brace ended before it.
            while self.lacking > 0
                && self.stack.len() > 1
                && self.stack.last().is_some_and(|open| open.indent > self.line.indent)
            {
                let open = self.stack.pop().expect("just seen");
                self.close_missing(open);
            }
            if self.stack.last().is_none_or(|open| open.indent < self.line.indent)
                && self.lacking < 0
                && self.open_missing()
            {
                self.stack.pop();
                self.output.push(token);
                return;
            }
        }
        match self.stack.pop() {
            Some(_) => self.output.push(token),
            None => self.stray(token),
        }
    }

    fn stray(&mut self, token: Sig) {
        if token.kind == TokenKind::CloseBrace {
            self.lacking += 1;
        }
        self.mistake(Mistake::StrayClose, token.span, None, vec![Edit::delete(token.span)]);
    }

    fn close_missing(&mut self, open: Open) {
        let end = self.output.last().map_or(open.span.end, |token| token.span.end);
        let kind = closer(open.kind);
        self.output.push(Sig { kind, word: Word::Other, first: false, glued: false, span: Span::empty(end) });
        if self.too_deep {
            return; // whoever nests that deep has one thing to mend, not sixty
        }
        if kind == TokenKind::CloseBrace {
            self.lacking -= 1;
            let indent = " ".repeat(open.indent as usize);
            let one_line = !self.text[open.span.end as usize..end as usize].contains('\n');
            let text = if one_line { " }".to_string() } else { format!("\n{indent}}}") };
            let place = open.keyword.to(open.span);
            self.mistake(Mistake::MissingCloseBrace, place, Some(Span::empty(end)), vec![Edit::insert(end, text)]);
        } else {
            let right = kind.spelling().expect("brackets have one spelling");
            self.mistake(
                Mistake::MissingClose(right),
                open.span,
                Some(Span::empty(end)),
                vec![Edit::insert(end, right)],
            );
        }
    }

    /// Finds the line that should have opened the block which the present line closes, and opens it there.
    fn open_missing(&mut self) -> bool {
        let from = self.stack.last().map_or(0, |open| open.at + 1);
        let mut found = None;
        let mut depth = 0;
        for (at, token) in self.output.iter().enumerate().skip(from).rev().take(FAR) {
            if closes(token.kind) {
                depth += 1;
            } else if opens(token.kind) {
                depth -= 1;
            }
            if depth == 0 && token.first && self.indent_of(*token) <= self.line.indent {
                found = (self.indent_of(*token) == self.line.indent).then_some(at);
                break;
            }
        }
        let Some(at) = found else { return false };
        let line_end = (at + 1..self.output.len()).find(|next| self.output[*next].first).unwrap_or(self.output.len());
        let header = &self.output[at..line_end];
        if header.len() > 2 || header.iter().any(|token| token.kind != TokenKind::Ident) {
            return false;
        }
        let keyword = header[0].span;
        let end = header[header.len() - 1].span.end;
        let brace =
            Sig { kind: TokenKind::OpenBrace, word: Word::Other, first: false, glued: false, span: Span::empty(end) };
        self.output.insert(line_end, brace);
        self.lacking += 1;
        self.mistake(Mistake::MissingOpenBrace, keyword.to(Span::empty(end)), None, vec![Edit::insert(end, " {")]);
        self.stack.push(Open {
            kind: TokenKind::OpenBrace,
            span: brace.span,
            keyword,
            indent: self.line.indent,
            indented: Some(true),
            at: line_end,
        });
        true
    }

    fn mistake(&mut self, mistake: Mistake, span: Span, related: Option<Span>, edits: Vec<Edit>) {
        self.mistakes.push(SyntaxError { mistake, span, related, edits });
    }
}
