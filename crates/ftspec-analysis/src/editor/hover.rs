//! What stands under the cursor, in words.

use ftspec_schema::{Absence, Action, Attribute, Block, Count, Enumerated, FILE, LabelKind, Type, Unit, Word, WordSet};
use ftspec_syntax::tree::Item;
use ftspec_syntax::{Span, Token, TokenKind as K};

use super::cards;
use super::names::{NameKind, occurrence_at, scalars};
use super::page::Page;
use super::place::{Around, around, before, child, is_unfinished, item_before, item_span, settle, token_at};
use super::vocabulary::{self, ConditionWord};
use crate::Analysis;
use crate::lang::{Lang, say};
use crate::quantity::Quantity;

/// What there is to say about one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// The word that it is about.
    pub span: Span,
    /// The text in Markdown.
    pub markdown: String,
    /// The same for a client that shows plain text.
    pub plain: String,
}

/// What there is to say about the word at an offset.
pub fn hover(analysis: &Analysis, offset: u32) -> Option<Hover> {
    let offset = settle(analysis.text(), offset);
    let token = token_at(analysis, offset)?;
    let mut page = Page::default();
    match token.kind {
        K::Number => number(analysis, token, &mut page),
        K::Ident => {
            let is_name = name(analysis, offset, &mut page);
            if !is_name {
                word(analysis, token, &mut page);
            }
        }
        _ => {}
    }
    (!page.markdown.is_empty()).then_some(Hover { span: token.span, markdown: page.markdown, plain: page.plain })
}

/// A name: what it names.
fn name(analysis: &Analysis, offset: u32, page: &mut Page) -> bool {
    let Some(occurrence) = occurrence_at(analysis, offset) else { return false };
    let name = occurrence.span.of(analysis.text());
    match occurrence.kind {
        NameKind::Rule => cards::rule(analysis, name, page),
        NameKind::Block(keyword) => cards::block(analysis, keyword, name, page),
        NameKind::Parameter => cards::parameter(analysis, name, page),
        NameKind::Part => cards::part(analysis, name, page),
    }
    true
}

/// A number: its unit.
fn number(analysis: &Analysis, token: Token, page: &mut Page) {
    let Ok(quantity) = Quantity::parse(token.span.of(analysis.text())) else { return };
    let Some(unit) = quantity.unit else { return };
    show_unit(page, analysis.config().lang, unit);
}

/// A word of the language.
fn word(analysis: &Analysis, token: Token, page: &mut Page) {
    let (text, lang) = (analysis.text(), analysis.config().lang);
    let written = token.span.of(text);
    let at = token.span.start;
    let chain = around(analysis, at);
    let Some(Around { block: Some(block), .. }) = chain.last().copied() else { return };
    let here = chain[chain.len() - 1];
    match item_before(here.items(analysis), at) {
        Some(Item::Header(header)) if header.keyword == token.span => show_file(page, lang),
        Some(Item::Block(tree)) if tree.keyword == token.span => {
            if let Some(known) = child(block, written).filter(|known| known.name == written) {
                show_block(page, lang, block, known);
            }
        }
        Some(item) if item_span(item).touches(at) && is_unfinished(text, Some(block), item) => {
            unfinished(analysis, token, block, page);
        }
        Some(Item::Attribute(attribute)) if attribute.name == token.span => {
            if let Some(known) = block.attribute(written) {
                show_attribute(page, lang, block, known);
            }
        }
        Some(Item::Attribute(attribute)) => {
            let Some(known) = block.attribute(attribute.name.of(text)) else { return };
            if !scalars(&attribute.value).iter().any(|scalar| scalar.value == token.span) {
                return;
            }
            if let Type::Word(set) = known.ty
                && let Some(word) = set().get(written)
            {
                show_word(page, lang, set(), word, &format!("{}.{}", place(block), known.name));
            }
        }
        Some(Item::Statement(statement)) if statement.keyword == token.span => show_first(page, lang, block, written),
        Some(Item::Statement(_)) => show_condition_word(page, lang, written),
        Some(Item::Arm(arm)) if arm.action == Some(token.span) => show_action(page, lang, written),
        Some(Item::Arm(arm)) if arm.span.touches(at) => show_condition_word(page, lang, written),
        _ => {}
    }
}

/// A word of a line that is still being written.
fn unfinished(analysis: &Analysis, token: Token, block: &'static Block, page: &mut Page) {
    let (text, lang) = (analysis.text(), analysis.config().lang);
    let written = token.span.of(text);
    let line = before(analysis, token.span.start);
    match line.tokens.as_slice() {
        [] => show_first(page, lang, block, written),
        [first, colon, ..] if colon.kind == K::Colon => {
            if let Some(Type::Word(set)) = block.attribute(first.span.of(text)).map(|known| known.ty)
                && let Some(word) = set().get(written)
            {
                show_word(page, lang, set(), word, &format!("{}.{}", place(block), first.span.of(text)));
            }
        }
        [first, ..] if first.span.of(text) == "when" => {
            if line.tokens.last().is_some_and(|last| last.span.of(text) == "then") {
                show_action(page, lang, written);
            } else {
                show_condition_word(page, lang, written);
            }
        }
        _ => show_condition_word(page, lang, written),
    }
}

/// The first word of a line: an attribute, a block, a statement, `when`.
fn show_first(page: &mut Page, lang: Lang, block: &'static Block, written: &str) {
    if let Some(statement) = block.statement(written) {
        let home = place(block);
        page.title(statement.name, &say!(lang, "statement of {home}", "{home} 的语句"));
        page.prose(lang.doc(statement)).code(statement.example);
    } else if let Some(known) = block.attribute(written) {
        show_attribute(page, lang, block, known);
    } else if let Some(known) = block.child(written) {
        show_block(page, lang, block, known);
    } else if matches!(block.content, ftspec_schema::Content::Arms) {
        show_condition_word(page, lang, written);
    }
}

fn show_condition_word(page: &mut Page, lang: Lang, written: &str) {
    let Some(word) = vocabulary::find(written) else { return };
    let ConditionWord { name, example, .. } = *word;
    page.title(name, lang.pick("in conditions", "用在条件里")).prose(word.doc(lang)).code(example);
}

fn show_action(page: &mut Page, lang: Lang, written: &str) {
    if let Some(word) = Action::set().get(written) {
        show_word(page, lang, Action::set(), word, "stop");
    }
}

fn show_file(page: &mut Page, lang: Lang) {
    page.title("spec", lang.pick("the header", "文件头")).prose(lang.doc(&FILE)).code(FILE.example);
}

/// What the page of a block says. Also what its completion says.
pub(super) fn show_block(page: &mut Page, lang: Lang, parent: &Block, block: &Block) {
    let home = place(parent);
    let mut aside = say!(lang, "block of {home}", "{home} 的块");
    if parent.name.is_empty() {
        aside = lang.pick("block", "块").to_string();
    }
    if block.label == LabelKind::Required {
        aside.push_str(lang.pick(", with a name", "，带名字"));
    }
    if block.count == Count::Many {
        aside.push_str(lang.pick(", any number", "，可以有多个"));
    }
    page.title(block.name, &aside).prose(lang.doc(block)).code(block.example);
}

/// What the page of an attribute says.
pub(super) fn show_attribute(page: &mut Page, lang: Lang, block: &Block, attribute: &Attribute) {
    let mut aside = lang.headed(attribute.zh, expected(attribute.ty, lang));
    if attribute.many && !matches!(attribute.ty, Type::Scale) {
        aside.push_str(lang.pick(", or a list", "，或一个列表"));
    }
    if attribute.absence != Absence::Optional {
        aside.push_str(lang.pick(", expected", "，必填"));
    }
    page.title(&format!("{}.{}", place(block), attribute.name), &aside).prose(lang.doc(attribute));
    if let Type::Word(set) = attribute.ty
        && set().words.len() <= 14
    {
        page.list(set().words.iter().map(|word| {
            let (name, gist) = (word.name, lang.headed(word.zh, lang.gist(word)));
            say!(lang, "`{name}`: {gist}", "`{name}` {gist}")
        }));
    }
    page.code(attribute.example);
}

fn show_word(page: &mut Page, lang: Lang, set: &WordSet, word: &Word, place: &str) {
    let title = lang.headed(word.zh, lang.title(set));
    page.title(word.name, &say!(lang, "{title}, in `{place}`", "{title}，用于 `{place}`")).prose(lang.doc(word));
}

/// What the page of a unit says.
fn show_unit(page: &mut Page, lang: Lang, unit: &Unit) {
    page.title(unit.name, lang.pick("a unit", "单位")).prose(lang.doc(unit));
}

/// What a value may be, in a few words.
pub(super) fn expected(ty: Type, lang: Lang) -> String {
    match lang {
        Lang::En => ty.expected(),
        Lang::Zh => ty.expected_zh(),
    }
}

/// How a block is called in a path.
fn place(block: &Block) -> &str {
    if block.name.is_empty() { "spec" } else { block.name }
}
