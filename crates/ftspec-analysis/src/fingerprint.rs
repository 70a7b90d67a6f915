//! Where in a plan a finding is, said in words of the plan instead of lines: `eval/metric[tone]/on`. So a finding is
//! known again after lines have moved, and whoever keeps a list of findings (a baseline, a code scanner, a review of
//! a change) can tell old from new.
//!
//! A place is made of the names of the blocks around it, with their labels in brackets, and of the attribute. A
//! statement is its kind with its metric, an arm its action, a name in a list that name. What is said of the whole plan has
//! the place `spec`. Equal findings at one place are numbered from the second on, in the order of the text:
//! `goal/target#2`.
//!
//! The fingerprint is the 128-bit FNV-1a hash of `CODE PLACE` (UTF-8, one blank between), as 32 hexadecimal digits.
//! It holds neither lines nor wording; moving, adding and reformatting text elsewhere leaves it alone, renaming a block does not.

use ftspec_syntax::Span;
use ftspec_syntax::tree::{Attribute, Block, Item, ScalarKind, Tree, Value};

use crate::diagnostic::Diagnostic;
use crate::hash::HashMap;
use crate::rule::Rule;
use crate::rules::MISSING_FIELD;

/// The version of the scheme; another one makes other fingerprints.
pub const SCHEME: u32 = 1;

/// The language nests three deep; what is inside of more than this is counted to the last one.
const DEEPEST: usize = 8;
/// The place of the whole plan.
const WHOLE: &str = "spec";
/// More characters of a name than that say nothing more.
const LONGEST_NAME: usize = 64;

/// By what a finding is known again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint {
    /// Where in the plan, in its own words, with a number where equals come before: `goal/target#2`. No two findings
    /// of a rule in one file share it.
    pub place: String,
    /// The hash of the rule's code and the place: 32 hexadecimal digits.
    pub hash: String,
}

impl Fingerprint {
    /// The fingerprint of a rule's finding at a place.
    pub fn new(rule: &Rule, place: String) -> Self {
        let hash = format!("{:032x}", fnv1a([rule.code, " ", &place]));
        Self { place, hash }
    }

    /// The fingerprint of what is said of a whole file.
    pub fn of_file(rule: &Rule) -> Self {
        Self::new(rule, WHOLE.to_string())
    }
}

/// The fingerprints of findings, which come in the order of the text.
pub(crate) fn of(text: &str, tree: &Tree, header: Span, found: &[Diagnostic]) -> Vec<Fingerprint> {
    let mut equals: HashMap<(&'static str, String), u32> = HashMap::default();
    found
        .iter()
        .map(|found| {
            // What is written wrongly stands where it stands, also on the line that is taken for a missing header.
            let header = Some(header).filter(|_| found.unsaid);
            let mut place = place(text, tree, header, found.span);
            if found.rule == &MISSING_FIELD
                && let Some(missing) = missing(found)
            {
                place = if place == WHOLE { missing.to_string() } else { format!("{place}/{missing}") };
            }
            let number = equals.entry((found.rule.code, place.clone())).or_default();
            *number += 1;
            if *number > 1 {
                place.push_str(&format!("#{number}"));
            }
            Fingerprint::new(found.rule, place)
        })
        .collect()
}

/// What is missing: several attributes may be, at one place, and the fix begins with the name of this one.
fn missing(found: &Diagnostic) -> Option<&str> {
    let template = found.fixes.first()?.edits.first()?.text.as_str();
    // The names of the schema are ASCII.
    let name = template.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(name.len());
    Some(&name[..end]).filter(|name| !name.is_empty())
}

/// The innermost thing with a name that holds the range.
pub(crate) fn place(text: &str, tree: &Tree, header: Option<Span>, span: Span) -> String {
    let mut place = String::new();
    if Some(span) == header {
        return WHOLE.to_string();
    }
    let mut items = tree.items.as_slice();
    for _ in 0..DEEPEST {
        let Some(item) = around(items, span) else { break };
        match item {
            Item::Header(_) => return WHOLE.to_string(),
            Item::Block(block) => {
                enter(&mut place, text, block);
                items = block.items.as_slice();
                continue;
            }
            Item::Attribute(attribute) => step(&mut place, name(attribute.name, text), element(attribute, text, span)),
            Item::Statement(statement) => {
                step(&mut place, name(statement.keyword, text), Some(name(statement.subject, text)));
            }
            Item::Arm(arm) => step(&mut place, name(arm.keyword, text), arm.action.map(|action| name(action, text))),
            Item::Broken(broken) => step(&mut place, broken.name.map_or("?", |span| name(span, text)), None),
        }
        break;
    }
    if place.is_empty() { WHOLE.to_string() } else { place }
}

/// The item that holds the range; items come in the order of the text.
fn around(items: &[Item], span: Span) -> Option<&Item> {
    let after = items.partition_point(|item| extent(item).start <= span.start);
    let item = &items[after.checked_sub(1)?];
    (span.end <= extent(item).end).then_some(item)
}

fn extent(item: &Item) -> Span {
    match item {
        Item::Header(header) => header.keyword.to(header.title.span()),
        Item::Block(block) => block.span,
        Item::Attribute(attribute) => attribute.span(),
        Item::Statement(statement) => statement.span,
        Item::Arm(arm) => arm.span,
        Item::Broken(broken) => broken.span,
    }
}

fn enter(place: &mut String, text: &str, block: &Block) {
    step(place, name(block.keyword, text), block.label.map(|label| name(label, text)));
}

fn step(place: &mut String, name: &str, label: Option<&str>) {
    if !place.is_empty() {
        place.push('/');
    }
    place.push_str(name);
    if let Some(label) = label {
        place.push('[');
        place.push_str(label);
        place.push(']');
    }
}

/// The word in a list that holds the range: lists of names grow and shrink, and each name is known by itself.
fn element<'t>(attribute: &Attribute, text: &'t str, span: Span) -> Option<&'t str> {
    let Value::List(list) = &attribute.value else { return None };
    let after = list.elements.partition_point(|element| element.value.start <= span.start);
    let element = &list.elements[after.checked_sub(1)?];
    (element.kind == ScalarKind::Word && span.end <= element.value.end).then(|| name(element.value, text))
}

/// A name as it is written, without what makes no name. Cut before it is looked at: a name may be a megabyte long and have
/// thousands of findings inside.
fn name(span: Span, text: &str) -> &str {
    let name = span.of(text);
    let name = name.char_indices().nth(LONGEST_NAME).map_or(name, |(end, _)| &name[..end]);
    name.lines().next().unwrap_or_default()
}

/// FNV-1a with 128 bits: small, known everywhere, and the same in every version of every library.
fn fnv1a(parts: [&str; 3]) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let bytes = parts.iter().flat_map(|part| part.bytes());
    bytes.fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::fnv1a;
    use crate::{Analysis, Config};
    use ftspec_syntax::Span;

    #[test]
    fn the_hash_is_the_published_one() {
        // The empty text and "foobar", from the test vectors that come with the description of FNV.
        assert_eq!(fnv1a(["", "", ""]), 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
        assert_eq!(fnv1a(["foo", "", "bar"]), 0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18);
    }

    #[test]
    fn places_are_words_of_the_plan() {
        let text = "// a\nspec \"a\"\nowner: \"x\"\ngoal { kind: style, target: \"t\" }\neval {\n  metric 语气 { on: held }\n  \
                    require 语气 >= 3%\n}\nstop {\n  when rounds >= 3 then drop\n}\nround r1 { changes: [one, two] }\n\
                    risk {\n  stray words here\n}\n";
        let analysis = Analysis::new(text, &Config::default());
        let at = |needle: &str| {
            let start = text.find(needle).expect("is there") as u32;
            analysis.place_of(Span::new(start, start + needle.len() as u32))
        };
        for (needle, place) in [
            ("\"a\"", "spec"),
            ("// a", "spec"),
            ("owner", "owner"),
            ("goal", "goal"),
            ("style", "goal/kind"),
            ("\"t\"", "goal/target"),
            ("kind: style, target", "goal"),
            ("语气", "eval/metric[语气]"),
            ("held", "eval/metric[语气]/on"),
            (">= 3%", "eval/require[语气]"),
            ("rounds", "stop/when[drop]"),
            ("two", "round[r1]/changes[two]"),
            ("[one", "round[r1]/changes"),
            ("goal { kind: style, target: \"t\" }\neval", "spec"),
        ] {
            assert_eq!(at(needle), place, "{needle}");
        }
        assert!(at("stray").starts_with("risk/"), "{}", at("stray"));
        assert_eq!(analysis.place_of(Span::new(9_000, 9_001)), "spec");
    }

    #[test]
    fn equals_are_numbered_and_what_is_missing_is_named() {
        let analysis =
            Analysis::new("spec \"a\"\ngoal { kind: [stile, stile] }\ntask { latency: 2s }\n", &Config::default());
        let prints = analysis.fingerprints();
        assert_eq!(prints.len(), analysis.diagnostics().len());
        let mut known: Vec<_> = prints.iter().map(|print| &print.hash).collect();
        known.sort_unstable();
        known.dedup();
        assert_eq!(known.len(), prints.len(), "{prints:?}");
        let places: Vec<&str> = prints.iter().map(|print| print.place.as_str()).collect();
        for place in ["goal/kind[stile]", "goal/kind[stile]#2", "task/type", "owner"] {
            assert!(places.contains(&place), "{place} is not in {places:?}");
        }
    }

    #[test]
    fn moved_lines_keep_their_fingerprints() {
        let text = "spec \"a\"\nstatus: approved\ngoal { kind: stile }\neval {\n  metric m { method: f2 }\n}\n";
        let moved = format!("// one\n\n// two\n{}", text.replace("\neval", "\n\n// three\neval").replace(" {", "  {"));
        let of = |text: &str| -> Vec<_> {
            let analysis = Analysis::new(text, &Config::default());
            let mut prints = analysis.fingerprints();
            prints.sort_by(|a, b| a.hash.cmp(&b.hash));
            prints
        };
        assert!(!of(text).is_empty());
        assert_eq!(of(text), of(&moved));
    }
}
