//! Word lists of the language as editors' grammars need them, and files that quote such lists.
//!
//! A grammar file says `schema: units` in a comment; the line below it then holds that list: the quoted words of a
//! tree-sitter predicate, or the first `(?:…|…)` of a regular expression.

use std::collections::BTreeSet;

use ftspec_schema::{Block, FILE, Type, UNITS};

/// Every block, the top level among them.
fn blocks() -> impl Iterator<Item = &'static Block> {
    ftspec_schema::all().map(|(_, block)| block).chain([&FILE])
}

/// The list of that name, in order.
///
/// # Panics
///
/// Where there is no such list.
pub fn list(name: &str) -> Vec<&'static str> {
    let words: BTreeSet<&str> = match name {
        "blocks" => ftspec_schema::all().map(|(_, block)| block.name).collect(),
        "statements" => blocks().flat_map(|block| block.statements()).map(|statement| statement.name).collect(),
        "units" => UNITS.iter().map(|unit| unit.name).collect(),
        "words of a vocabulary" => blocks()
            .flat_map(|block| block.attributes)
            .filter_map(|attribute| if let Type::Word(set) = attribute.ty { Some(set().words) } else { None })
            .flatten()
            .map(|word| word.name)
            .collect(),
        "attributes that hold names" => blocks()
            .flat_map(|block| block.attributes)
            .filter(|attribute| matches!(attribute.ty, Type::Ref(_) | Type::Name))
            .map(|attribute| attribute.name)
            .collect(),
        _ => panic!("there is no list of {name}"),
    };
    assert!(!words.is_empty(), "the list of {name} is empty");
    words.into_iter().collect()
}

/// A file with its lists as they should be, and how many there are.
///
/// # Panics
///
/// Where a line that should hold a list does not.
pub fn filled(text: &str) -> (String, usize) {
    let mut lists = 0;
    let mut lines: Vec<String> = Vec::new();
    let mut wanted: Option<Vec<&str>> = None;
    for line in text.split('\n') {
        lines.push(match wanted.take() {
            Some(words) => with_list(line, words).unwrap_or_else(|| panic!("no list in: {line}")),
            None => line.to_string(),
        });
        if let Some((before, name)) = line.split_once("schema: ")
            && matches!(before.trim(), ";" | "\"comment\": \"")
        {
            wanted = Some(list(name.trim_end_matches([',', '"'])));
            lists += 1;
        }
    }
    (lines.join("\n"), lists)
}

fn with_list(line: &str, mut words: Vec<&str>) -> Option<String> {
    let (start, end, list) = if let Some(at) = line.find("(?:") {
        // The longest first: a regular expression takes the first that fits.
        words.sort_by_key(|word| (std::cmp::Reverse(word.len()), *word));
        (at + 3, at + line[at..].find(')')?, words.join("|"))
    } else {
        (line.find('"')?, line.rfind('"')? + 1, format!("\"{}\"", words.join("\" \"")))
    };
    Some(format!("{}{list}{}", &line[..start], &line[end..]))
}
