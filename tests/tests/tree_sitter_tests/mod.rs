//! The formats of tree-sitter's own tests: the corpus, and specs with their highlights written below the lines. So no
//! tool but Cargo is needed to run them; `tree-sitter test` reads the same files.

use std::ops::Range;

use tree_sitter::{Language, Query, QueryCursor, StreamingIterator, Tree};

/// A test of the corpus.
#[derive(Debug)]
pub struct CorpusTest {
    pub name: String,
    pub text: String,
    /// The tree that is expected, its blanks made one.
    pub tree: String,
}

/// The tests of a corpus file: a name between two lines of `=`, the text, a line `---`, the tree.
pub fn corpus(file: &str) -> Vec<CorpusTest> {
    let is_rule = |line: &str, sign: char| line.len() >= 3 && line.chars().all(|c| c == sign);
    let lines: Vec<&str> = file.lines().collect();
    let starts: Vec<usize> = (2..lines.len())
        .filter(|at| is_rule(lines[*at], '=') && is_rule(lines[at - 2], '=') && !is_rule(lines[at - 1], '='))
        .collect();
    let mut tests = Vec::new();
    for (number, start) in starts.iter().enumerate() {
        let end = starts.get(number + 1).map_or(lines.len(), |next| next - 2);
        let body = &lines[start + 1..end];
        let divider = body.iter().position(|line| is_rule(line, '-')).expect("a test has a line of ---");
        let tree = body[divider + 1..].join(" ");
        tests.push(CorpusTest {
            name: lines[start - 1].to_string(),
            text: body[..divider].join("\n").trim_matches('\n').to_string() + "\n",
            tree: one_blank(&tree),
        });
    }
    tests
}

fn one_blank(tree: &str) -> String {
    tree.split_whitespace().collect::<Vec<_>>().join(" ").replace("( ", "(").replace(" )", ")")
}

/// A tree as the corpus writes it.
pub fn written(tree: &Tree) -> String {
    one_blank(&tree.root_node().to_sexp())
}

/// What a test of highlights says about one place.
#[derive(Debug)]
pub struct Mark {
    /// The byte.
    pub at: usize,
    /// The name of the capture.
    pub name: String,
    /// The line of the mark, from 1.
    pub line: usize,
}

/// The marks in a text: `// ^ name` and `// <- name` stand below the line that they speak about.
pub fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let (mut start, mut above) = (0, (0, ""));
    for (number, line) in text.split('\n').enumerate() {
        let comment = line.trim_start().strip_prefix("//").map(str::trim_start);
        let mark = comment.and_then(|rest| match rest.strip_prefix("<-") {
            Some(name) => Some((line.find("//")?, name)),
            None => rest.strip_prefix('^').map(|name| (line.find('^').unwrap_or_default(), name)),
        });
        match mark {
            Some((column, name)) => {
                // Columns are counted in characters, as they stand below each other.
                let column = line[..column].chars().count();
                let at = above.1.char_indices().nth(column).map_or(above.1.len(), |(at, _): (usize, char)| at);
                marks.push(Mark { at: above.0 + at, name: name.trim().to_string(), line: number + 1 });
            }
            None => above = (start, line),
        }
        start += line.len() + 1;
    }
    marks
}

/// What the query for highlights captures.
pub fn highlights(tree: &Tree, text: &str) -> Vec<(Range<usize>, String)> {
    captures(tree, text, tree_sitter_ftspec::HIGHLIGHTS_QUERY)
}

/// What a query captures, the innermost first where one stands in another; captures that only serve a predicate are
/// left out.
pub fn captures(tree: &Tree, text: &str, query: &str) -> Vec<(Range<usize>, String)> {
    let language: Language = tree_sitter_ftspec::LANGUAGE.into();
    let query = Query::new(&language, query).expect("the query fits the grammar");
    let mut cursor = QueryCursor::new();
    let mut captures = cursor.captures(&query, tree.root_node(), text.as_bytes());
    let mut shown = Vec::new();
    while let Some((found, index)) = captures.next() {
        let capture = found.captures[*index];
        let name = query.capture_names()[capture.index as usize];
        if !name.starts_with('_') && !capture.node.byte_range().is_empty() {
            shown.push((capture.node.byte_range(), name.to_string()));
        }
    }
    shown.sort_by_key(|(range, name)| (range.len(), range.start, name.clone()));
    shown.dedup();
    shown
}
