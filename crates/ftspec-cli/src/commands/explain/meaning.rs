//! What a word can mean in the language: a block, an attribute, a statement, a word of a vocabulary, a unit.

use ftspec_schema::{Attribute, Block, Content, FILE, Statement, Type, Unit, Word, WordSet, all};

/// One meaning of a word.
#[derive(Clone, Copy)]
pub enum Meaning {
    /// A block, with the one it stands in.
    Block(&'static Block, &'static Block),
    /// An attribute, with its block.
    Attribute(&'static Block, &'static Attribute),
    /// A statement, with its block.
    Statement(&'static Block, &'static Statement),
    /// A word that may stand as a value.
    Word(&'static WordSet, &'static Word),
    /// A unit.
    Unit(&'static Unit),
}

/// Every meaning of what was asked for: `goal`, `goal.kind`, `goal.kind.style`, `kind`, `style`; `file` and `top` are
/// the top level.
pub fn find(what: &str) -> Vec<Meaning> {
    let mut parts: Vec<&str> = what.split('.').collect();
    let word = parts.pop().unwrap_or(what);
    if parts.is_empty() {
        return anywhere(word);
    }
    match along(&parts) {
        Some(Place::Block(block)) => inside(block, word),
        Some(Place::Attribute(attribute)) => match attribute.ty {
            Type::Word(set) => set().get(word).map(|word| Meaning::Word(set(), word)).into_iter().collect(),
            _ => Vec::new(),
        },
        None => Vec::new(),
    }
}

/// Every block, the top level first.
pub fn blocks() -> impl Iterator<Item = &'static Block> {
    let mut known: Vec<&'static Block> = vec![&FILE];
    for (_, block) in all() {
        if !known.iter().any(|other| std::ptr::eq(*other, block)) {
            known.push(block);
        }
    }
    known.into_iter()
}

/// Every attribute with its block.
pub fn attributes() -> impl Iterator<Item = (&'static Block, &'static Attribute)> {
    blocks().flat_map(|block| block.attributes.iter().map(move |attribute| (block, attribute)))
}

/// Every vocabulary, once.
pub fn vocabularies() -> Vec<&'static WordSet> {
    let mut sets: Vec<&'static WordSet> = Vec::new();
    for (_, attribute) in attributes() {
        if let Type::Word(set) = attribute.ty
            && !sets.iter().any(|known| std::ptr::eq(*known, set()))
        {
            sets.push(set());
        }
    }
    sets
}

/// The attributes that take words of a vocabulary.
pub fn takers(set: &'static WordSet) -> impl Iterator<Item = (&'static Block, &'static Attribute)> {
    attributes().filter(move |(_, attribute)| matches!(attribute.ty, Type::Word(own) if std::ptr::eq(own(), set)))
}

/// `goal`, or the top level, as the first part of a path.
pub fn path(block: &Block, name: &str) -> String {
    format!("{}.{name}", if block.name.is_empty() { "file" } else { block.name })
}

enum Place {
    Block(&'static Block),
    Attribute(&'static Attribute),
}

fn along(parts: &[&str]) -> Option<Place> {
    let (first, rest) = parts.split_first()?;
    let mut block = if is_top(first) { &FILE } else { ftspec_schema::find(first)?.1 };
    for (at, part) in rest.iter().enumerate() {
        match block.child(part) {
            Some(child) => block = child,
            None if at + 1 == rest.len() => return block.attribute(part).map(Place::Attribute),
            None => return None,
        }
    }
    Some(Place::Block(block))
}

fn is_top(word: &str) -> bool {
    matches!(word, "file" | "top" | "spec")
}

fn inside(block: &'static Block, word: &str) -> Vec<Meaning> {
    let attribute = block.attribute(word).map(|attribute| Meaning::Attribute(block, attribute));
    let child = block.child(word).map(|child| Meaning::Block(block, child));
    let statement = block.statement(word).map(|statement| Meaning::Statement(block, statement));
    attribute.into_iter().chain(child).chain(statement).chain(arms(block, word)).collect()
}

fn arms(block: &'static Block, word: &str) -> Option<Meaning> {
    (matches!(block.content, Content::Arms) && matches!(word, "when" | "then")).then_some(Meaning::Block(&FILE, block))
}

fn anywhere(word: &str) -> Vec<Meaning> {
    if is_top(word) {
        return vec![Meaning::Block(&FILE, &FILE)];
    }
    let mut meanings: Vec<Meaning> =
        ftspec_schema::find(word).map(|(parent, block)| Meaning::Block(parent, block)).into_iter().collect();
    meanings
        .extend(attributes().filter(|(_, own)| own.name == word).map(|(block, own)| Meaning::Attribute(block, own)));
    for block in blocks() {
        meanings.extend(block.statement(word).map(|statement| Meaning::Statement(block, statement)));
        meanings.extend(arms(block, word));
    }
    for set in vocabularies() {
        meanings.extend(set.get(word).map(|word| Meaning::Word(set, word)));
    }
    // Actions of arms stand at no attribute of `stop`, but at `round.after`, which is reason enough to find them.
    meanings.extend(Unit::get(word).map(Meaning::Unit));
    meanings
}
