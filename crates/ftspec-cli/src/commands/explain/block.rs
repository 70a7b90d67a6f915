//! The pages of the language: a block, an attribute, a word, or the list of what a word can mean.

use ftspec_schema::{Absence, Attribute, Block, Content, Count, LabelKind, Statement, Type, Unit, Word, WordSet};

use super::meaning::{Meaning, path, takers};
use crate::output::Paint;
use crate::page::Page;

/// What was asked for: its page, or where to read on if it means several things.
pub fn page(what: &str, meanings: &[Meaning], paint: Paint) -> String {
    let mut page = Page::new(paint);
    match meanings {
        [Meaning::Block(parent, block), others @ ..] => {
            show_block(&mut page, parent, block);
            if !others.is_empty() {
                page.heading("Elsewhere");
                list(&mut page, others);
            }
            if let Some(first) = block.attributes.first() {
                page.gap().prose(&format!("`ftspec explain {}` tells more of one attribute.", path(block, first.name)));
            }
        }
        [Meaning::Attribute(block, attribute)] => show_attribute(&mut page, block, attribute),
        [Meaning::Statement(block, statement)] => show_statement(&mut page, block, statement),
        [Meaning::Word(set, word)] => show_word(&mut page, set, word),
        [Meaning::Unit(unit)] => show_unit(&mut page, unit),
        several => {
            page.title(what, &[format!("means {} things, by its place", several.len())]).gap();
            list(&mut page, several);
        }
    }
    page.finish()
}

fn list(page: &mut Page, meanings: &[Meaning]) {
    let entries: Vec<(String, String)> = meanings
        .iter()
        .flat_map(|meaning| match meaning {
            Meaning::Block(parent, block) => vec![(path(parent, block.name), format!("a block: {}", block.question))],
            Meaning::Attribute(block, attribute) => vec![(path(block, attribute.name), first_sentence(attribute.doc))],
            Meaning::Statement(block, statement) => vec![(path(block, statement.name), first_sentence(statement.doc))],
            Meaning::Word(set, word) => takers(set)
                .map(|(block, attribute)| {
                    (format!("{}: {}", path(block, attribute.name), word.name), word.doc.to_string())
                })
                .collect(),
            Meaning::Unit(unit) => vec![(unit.name.to_string(), format!("a unit: {}", unit.doc))],
        })
        .collect();
    page.list(entries.iter().map(|(name, text)| (name.as_str(), text.clone())));
}

fn show_block(page: &mut Page, parent: &Block, block: &Block) {
    let top = block.name.is_empty();
    let mut facts = Vec::new();
    if !top {
        facts.push(if parent.name.is_empty() {
            "at the top level".into()
        } else {
            format!("inside {}", parent.place())
        });
        facts.push(if block.count == Count::One { "at most one".into() } else { "any number".into() });
        facts.push(match block.label {
            LabelKind::None => "no label".into(),
            LabelKind::Optional => "a label may stand".into(),
            LabelKind::Required => format!("with a label: `{} NAME {{ … }}`", block.name),
        });
    }
    page.title(if top { "the top level of a spec" } else { block.name }, &facts);
    page.gap().prose(&format!("Answers: {}.", block.question)).gap().prose(block.doc);
    if !block.attributes.is_empty() {
        page.heading("Attributes");
        page.list(block.attributes.iter().map(|own| {
            let expected = if own.absence == Absence::Optional { "" } else { ", expected" };
            (own.name, format!("{}{expected}: {}", value(own), first_sentence(own.doc)))
        }));
    }
    match block.content {
        Content::Fixed => {}
        Content::Readings => {
            page.heading("Lines")
                .prose("`METRIC: reading`, one for each metric of `eval`; a list has one reading a seed.");
        }
        Content::Parameters => {
            page.heading("Lines").prose("`NAME: value`, with names and values as your trainer has them.");
        }
        Content::Arms => {
            page.heading("Lines").prose("`when CONDITION then ACTION`, read from top to bottom.");
            page.heading("Actions");
            page.list(actions().words.iter().map(|word| (word.name, word.doc.to_string())));
        }
        Content::Statements(statements) => {
            page.heading("Statements");
            page.list(statements.iter().map(|statement| (statement.name, first_sentence(statement.doc))));
        }
    }
    if !block.children.is_empty() {
        page.heading("Blocks inside");
        page.list(block.children.iter().map(|child| (child.name, child.question.to_string())));
    }
    page.heading("Example").example(block.example);
}

fn actions() -> &'static WordSet {
    <ftspec_schema::Action as ftspec_schema::Enumerated>::set()
}

fn show_attribute(page: &mut Page, block: &Block, attribute: &Attribute) {
    page.title(&path(block, attribute.name), &[value(attribute)]);
    page.gap().prose(attribute.doc);
    if let Type::Word(set) = attribute.ty {
        page.heading(if attribute.many { "Words, one or a list" } else { "Words" });
        page.list(set().words.iter().map(|word| (word.name, word.doc.to_string())));
    }
    page.heading("If it is missing").prose(&match attribute.absence {
        Absence::Optional => "Nothing happens: it may be left out.".to_string(),
        Absence::Missing => "It is expected: `missing-field` (FT004) says so.".to_string(),
        Absence::Rule(rule) => format!("It is expected: `{rule}` says so; see `ftspec explain {rule}`."),
    });
    page.heading("Example").example(attribute.example);
}

fn show_statement(page: &mut Page, block: &Block, statement: &Statement) {
    page.title(&path(block, statement.name), &["a statement".to_string()]);
    page.gap().prose(statement.doc);
    page.heading("Example").example(statement.example);
}

fn show_word(page: &mut Page, set: &'static WordSet, word: &Word) {
    page.title(word.name, &[format!("a {}", set.title)]);
    page.gap().prose(word.doc);
    page.heading("Where it stands");
    let places: Vec<(String, String)> =
        takers(set).map(|(block, attribute)| (path(block, attribute.name), first_sentence(attribute.doc))).collect();
    page.list(places.iter().map(|(name, text)| (name.as_str(), text.clone())));
    let others: Vec<String> =
        set.words.iter().filter(|other| other.name != word.name).map(|other| format!("`{}`", other.name)).collect();
    page.heading("Other words for the same place").prose(&others.join(", "));
}

fn show_unit(page: &mut Page, unit: &Unit) {
    page.title(unit.name, &["a unit".to_string()]);
    page.gap().prose(&format!("{}, attached to the number without a blank.", unit.doc));
}

/// What a value may be, in short: "one of 10 words", "text in quotes, or a list".
fn value(attribute: &Attribute) -> String {
    let kind = match attribute.ty {
        Type::Word(set) => format!("one of {} words", set().words.len()),
        other => other.expected(),
    };
    match attribute.ty {
        Type::Scale => kind,
        _ if attribute.many => format!("{kind}, or a list"),
        _ => kind,
    }
}

/// The first sentence of a text; what it says in short.
fn first_sentence(text: &str) -> String {
    let end = text.match_indices(". ").map(|(at, _)| at + 1).find(|at| !text[..*at].ends_with("e.g."));
    text[..end.unwrap_or(text.len())].to_string()
}
