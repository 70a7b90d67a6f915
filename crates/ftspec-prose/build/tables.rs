//! The tables of phrases and patterns, read line by line.

use crate::alternatives;
use crate::class::{Class, Classes};
use crate::label::Label;
use crate::phrases::{Collection, LONGEST_PHRASE};
use crate::unit::Units;

/// Tables of phrases, in `src/tables/`.
pub const PHRASES: [&str; 8] = [
    "grammar.english.txt",
    "grammar.chinese.txt",
    "knowledge.english.txt",
    "knowledge.chinese.txt",
    "limits.english.txt",
    "limits.chinese.txt",
    "behaviour.english.txt",
    "behaviour.chinese.txt",
];
/// The table of patterns.
pub const PATTERNS: &str = "patterns.txt";

/// What the tables say, as far as they were read.
#[derive(Default)]
pub struct Tables {
    pub phrases: Collection,
    pub patterns: Vec<Pattern>,
    /// What cannot be understood: `file:line: why`.
    pub problems: Vec<String>,
}

/// One place of a pattern.
pub struct Slot {
    pub classes: Classes,
    pub without: Classes,
    pub within: u32,
    pub over_commas: bool,
}

/// A row of classes that stand in this order, and what it says; its parts are told in `src/pattern.rs`.
pub struct Pattern {
    pub label: Label,
    pub id: String,
    pub slots: Vec<Slot>,
    pub not_between: Classes,
    pub not_beside: Classes,
    pub not_after: Option<(u32, Classes)>,
    pub not_before: Option<(u32, Classes)>,
    pub not_in: Classes,
    pub beside: Classes,
    pub whatever_is_negated: bool,
}

impl Tables {
    /// Reads a table of lines `class: phrase, phrase`; a line that begins with a blank goes on with the class before,
    /// `#` begins a comment, and `(a|b)` in a phrase is one or the other.
    pub fn phrases(&mut self, file: &str, table: &str) {
        let mut classes = Some(Classes::NONE);
        for (at, line) in table.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim_end();
            let mut problems = Vec::new();
            let head = if line.starts_with(' ') { None } else { line.split_once(':') };
            let rest = head.map_or(line, |(name, rest)| {
                let known = Groups::default().named(name, &mut problems);
                classes = problems.is_empty().then_some(known);
                rest
            });
            // The phrases of a class that does not exist are not to blame.
            if let Some(classes) = classes {
                self.line(rest, classes, &mut problems);
            }
            self.blame(file, at, problems);
        }
    }

    /// The phrases of one line, parted by commas.
    fn line(&mut self, line: &str, classes: Classes, problems: &mut Vec<String>) {
        let mut depth = 0;
        let parts = line.split(|c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            c == ',' && depth <= 0
        });
        let mut parts: Vec<&str> = parts.map(str::trim).collect();
        // A line may end in a comma, where the next goes on.
        parts.pop_if(|last| last.is_empty());
        let (mut variants, mut phrase) = (Vec::new(), Vec::new());
        for source in parts {
            variants.clear();
            let count = alternatives::count(source);
            if count > alternatives::MOST {
                problems
                    .push(format!("`{source}` stands for {count} phrases, more than {}: part it", alternatives::MOST));
                continue;
            }
            if let Err(problem) = alternatives::expand(source, &mut variants) {
                problems.push(problem);
            }
            for variant in &variants {
                read_phrase(variant, &mut phrase);
                problems.extend(self.phrase(&phrase, source, classes).err());
            }
        }
    }

    fn phrase(&mut self, phrase: &[u64], source: &str, classes: Classes) -> Result<(), String> {
        if phrase.is_empty() {
            return Err(format!("`{source}` holds no word"));
        }
        if phrase.len() > LONGEST_PHRASE {
            return Err(format!("`{source}` is longer than {LONGEST_PHRASE} words"));
        }
        if classes.is_empty() {
            return Err(format!("`{source}` has no class"));
        }
        self.phrases.add(phrase, classes);
        Ok(())
    }

    /// Reads a table of lines `label id: class <n class … !class !>n:class !<n:class ~class -class +class &neg`, and of
    /// lines `group name: class|class`, which give several classes one name.
    pub fn patterns(&mut self, file: &str, table: &str) {
        let mut groups = Groups::default();
        for (at, line) in table.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            let mut problems = Vec::new();
            if let Some((name, classes)) = line.strip_prefix("group ").and_then(|rest| rest.split_once(':')) {
                let classes = groups.named(classes, &mut problems);
                groups.0.push((name.trim().to_string(), classes));
            } else {
                match head(line) {
                    Ok((label, id, row)) => {
                        let pattern = read_pattern(label, id, row, &groups, &mut problems);
                        self.patterns.push(pattern);
                    }
                    Err(problem) => problems.push(problem),
                }
            }
            self.blame(file, at, problems);
        }
    }

    fn blame(&mut self, file: &str, at: usize, problems: Vec<String>) {
        self.problems.extend(problems.into_iter().map(|problem| format!("{file}:{}: {problem}", at + 1)));
    }
}

/// The units of a phrase: stems, or exact words behind `=`.
fn read_phrase(source: &str, phrase: &mut Vec<u64>) {
    phrase.clear();
    let mut units = Units::new(source);
    while let Some(unit) = units.unit() {
        if unit.mark.is_none() {
            let exact = unit.start > 0 && source.as_bytes()[unit.start - 1] == b'=';
            phrase.push(if exact { unit.exact } else { unit.stem });
        }
    }
}

/// Names that stand for several classes.
#[derive(Default)]
struct Groups(Vec<(String, Classes)>);

impl Groups {
    /// The union of the classes and groups in `a|b|c`.
    fn named(&self, names: &str, problems: &mut Vec<String>) -> Classes {
        let mut classes = Classes::NONE;
        for name in names.split('|').map(str::trim) {
            let group = || self.0.iter().find(|(group, _)| group == name).map(|(_, classes)| *classes);
            match Class::named(name).map(|class| Classes::of(&[class])).or_else(group) {
                Some(found) => classes = classes.with(found),
                None => problems.push(format!("no class is called `{name}`")),
            }
        }
        classes
    }
}

/// The label, the name and the rest of a pattern's line.
fn head(line: &str) -> Result<(Label, &str, &str), String> {
    let (head, row) = line.split_once(':').ok_or_else(|| format!("no colon in `{line}`"))?;
    let (label, id) = head.split_once(' ').ok_or_else(|| format!("`{head}` is no label and a name"))?;
    let label = Label::from_name(label).ok_or_else(|| format!("no label is called `{label}`"))?;
    Ok((label, id.trim(), row))
}

fn read_pattern(label: Label, id: &str, row: &str, groups: &Groups, problems: &mut Vec<String>) -> Pattern {
    let mut pattern = Pattern {
        label,
        id: id.to_string(),
        slots: Vec::new(),
        not_between: Classes::NONE,
        not_beside: Classes::NONE,
        not_after: None,
        not_before: None,
        not_in: Classes::NONE,
        beside: Classes::NONE,
        whatever_is_negated: false,
    };
    let (mut within, mut over_commas) = (0, false);
    for word in row.split_ascii_whitespace() {
        if word == "&neg" {
            pattern.whatever_is_negated = true;
        } else if let Some(names) = word.strip_prefix('+') {
            pattern.beside = pattern.beside.with(groups.named(names, problems));
        } else if let Some(names) = word.strip_prefix('~') {
            pattern.not_between = pattern.not_between.with(groups.named(names, problems));
        } else if let Some(rest) = word.strip_prefix("!>") {
            once(&mut pattern.not_after, distant(rest, groups, problems), word, problems);
        } else if let Some(rest) = word.strip_prefix("!<") {
            once(&mut pattern.not_before, distant(rest, groups, problems), word, problems);
        } else if let Some(names) = word.strip_prefix('!') {
            pattern.not_beside = pattern.not_beside.with(groups.named(names, problems));
        } else if let Some(names) = word.strip_prefix('-') {
            pattern.not_in = pattern.not_in.with(groups.named(names, problems));
        } else if let Some(gap) = word.strip_prefix('<') {
            over_commas = gap.starts_with('<');
            within = 2 * number(gap.trim_start_matches('<'), problems);
        } else {
            let (is, without) = word.split_once('-').unwrap_or((word, ""));
            let classes = groups.named(is, problems);
            let without = if without.is_empty() { Classes::NONE } else { groups.named(without, problems) };
            pattern.slots.push(Slot { classes, without, within, over_commas });
            (within, over_commas) = (2, false);
        }
    }
    if pattern.slots.is_empty() {
        problems.push(format!("the pattern `{id}` has no slots"));
    }
    pattern
}

/// A row says only once what must not stand behind it, and only once what must not stand before it.
fn once(place: &mut Option<(u32, Classes)>, told: (u32, Classes), word: &str, problems: &mut Vec<String>) {
    if place.replace(told).is_some() {
        problems.push(format!("`{word}` comes on top of another of its sort: join them"));
    }
}

fn distant(rest: &str, groups: &Groups, problems: &mut Vec<String>) -> (u32, Classes) {
    let (gap, names) = rest.split_once(':').unwrap_or(("0", rest));
    (2 * number(gap, problems), groups.named(names, problems))
}

fn number(text: &str, problems: &mut Vec<String>) -> u32 {
    text.parse().unwrap_or_else(|_| {
        problems.push(format!("`{text}` is no number"));
        0
    })
}
