//! What every word is, for colours: whole documents, ranges, and what changed since the last time.

use std::collections::HashMap;
use std::sync::Mutex;

use ftspec_analysis::editor::{self, SemanticKind};
use ftspec_syntax::Span;
use tower_lsp_server::ls_types::{
    Range, SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensDelta,
    SemanticTokensEdit, SemanticTokensFullDeltaResult, SemanticTokensLegend, SemanticTokensRangeResult,
    SemanticTokensResult, Uri,
};

use super::Asked;
use crate::locked;

/// What each document's tokens were when they were last asked for.
#[derive(Default)]
pub struct Told(HashMap<Uri, (String, Vec<SemanticToken>)>);

impl Told {
    /// Forgets a document that was closed.
    pub fn forget(&mut self, uri: &Uri) {
        self.0.remove(uri);
    }
}

/// The names of kinds, in the order of [`SemanticKind::ALL`]: those that every theme has colours for.
pub fn legend() -> SemanticTokensLegend {
    let kind = |kind: SemanticKind| match kind {
        SemanticKind::Keyword => SemanticTokenType::KEYWORD,
        SemanticKind::Property => SemanticTokenType::PROPERTY,
        SemanticKind::EnumMember => SemanticTokenType::ENUM_MEMBER,
        SemanticKind::Metric => SemanticTokenType::VARIABLE,
        SemanticKind::Label => SemanticTokenType::CLASS,
        SemanticKind::Variable => SemanticTokenType::PARAMETER,
        SemanticKind::Rule => SemanticTokenType::MACRO,
        SemanticKind::String => SemanticTokenType::STRING,
        SemanticKind::Number => SemanticTokenType::NUMBER,
        SemanticKind::Comment => SemanticTokenType::COMMENT,
        SemanticKind::Operator => SemanticTokenType::OPERATOR,
    };
    SemanticTokensLegend {
        token_types: SemanticKind::ALL.map(kind).to_vec(),
        token_modifiers: vec![SemanticTokenModifier::DECLARATION, SemanticTokenModifier::new("unresolved")],
    }
}

fn encode(asked: &Asked, range: Option<Span>) -> Vec<SemanticToken> {
    let positions = asked.positions();
    let (mut line, mut column) = (0, 0);
    let mut tokens = Vec::new();
    for token in editor::tokens(asked.analysis(), range) {
        let at = positions.position(token.span.start);
        let length = positions.length(token.span);
        if length == 0 {
            continue;
        }
        let delta_line = at.line - line;
        let delta_start = if delta_line == 0 { at.character - column } else { at.character };
        let kind = SemanticKind::ALL.iter().position(|kind| *kind == token.kind).unwrap_or_default();
        let modifiers = u32::from(token.modifiers.declaration) | u32::from(token.modifiers.unresolved) << 1;
        tokens.push(SemanticToken {
            delta_line,
            delta_start,
            length,
            token_type: kind as u32,
            token_modifiers_bitset: modifiers,
        });
        (line, column) = (at.line, at.character);
    }
    tokens
}

/// All tokens of a document.
pub fn full(asked: &Asked, told: &Mutex<Told>) -> SemanticTokensResult {
    let (id, data) = (asked.snapshot.id.to_string(), encode(asked, None));
    locked(told).0.insert(asked.snapshot.uri.clone(), (id.clone(), data.clone()));
    SemanticTokensResult::Tokens(SemanticTokens { result_id: Some(id), data })
}

/// What changed in a document since a result; all tokens where that result is no longer known.
pub fn delta(asked: &Asked, told: &Mutex<Told>, previous: &str) -> SemanticTokensFullDeltaResult {
    let (id, data) = (asked.snapshot.id.to_string(), encode(asked, None));
    let before = locked(told).0.insert(asked.snapshot.uri.clone(), (id.clone(), data.clone()));
    match before.filter(|(known, _)| known == previous) {
        Some((_, before)) => SemanticTokensFullDeltaResult::TokensDelta(SemanticTokensDelta {
            result_id: Some(id),
            edits: difference(&before, &data),
        }),
        None => SemanticTokensFullDeltaResult::Tokens(SemanticTokens { result_id: Some(id), data }),
    }
}

/// The tokens that begin in a range.
pub fn range(asked: &Asked, range: Range) -> SemanticTokensRangeResult {
    let data = encode(asked, Some(asked.positions().span(range)));
    SemanticTokensRangeResult::Tokens(SemanticTokens { result_id: None, data })
}

/// One edit over what differs in the middle; starts and counts are in numbers, five a token.
fn difference(before: &[SemanticToken], after: &[SemanticToken]) -> Vec<SemanticTokensEdit> {
    let same = before.iter().zip(after).take_while(|(one, other)| one == other).count();
    let (rest, new) = (&before[same..], &after[same..]);
    if rest.is_empty() && new.is_empty() {
        return Vec::new();
    }
    let tail = rest.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count();
    let (gone, new) = (&rest[..rest.len() - tail], &new[..new.len() - tail]);
    vec![SemanticTokensEdit {
        start: 5 * same as u32,
        delete_count: 5 * gone.len() as u32,
        data: (!new.is_empty()).then(|| new.to_vec()),
    }]
}
