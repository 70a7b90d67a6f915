//! Where a fix puts what is missing: behind everything in the file, or behind the last item of a block.

use ftspec_syntax::Edit;

use crate::spec::{Node, Spec};

/// A block of its own at the end of the file.
pub(super) fn at_end_of_file(spec: &Spec, block: &str) -> Vec<Edit> {
    let text = spec.text();
    let gap = if text.ends_with('\n') { "\n" } else { "\n\n" };
    vec![Edit::insert(text.len() as u32, format!("{gap}{block}\n"))]
}

/// The last item of a block, which may have several lines. A block on one line stays there where it can.
pub(super) fn into_block(spec: &Spec, node: Node, item: &str) -> Vec<Edit> {
    let text = spec.text();
    let (start, end) = (node.span().start as usize, node.end() as usize);
    let line = text[..end].rfind('\n').map_or(0, |at| at + 1);
    if text[line..end].trim().is_empty() {
        // The closing brace stands on a line of its own.
        return vec![Edit::insert(line as u32, indented(item, &text[line..end]))];
    }
    let inside = text[..end].trim_end();
    if line <= start && !item.contains('\n') {
        let comma = if inside.ends_with(['{', ',']) { " " } else { ", " };
        let blank = if inside.len() == end { " " } else { "" };
        return vec![Edit::insert(inside.len() as u32, format!("{comma}{item}{blank}"))];
    }
    let first = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let indent: String = text[first..start].chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
    vec![Edit::insert(end as u32, format!("\n{}{indent}", indented(item, &indent)))]
}

fn indented(item: &str, indent: &str) -> String {
    let line = |line: &str| if line.is_empty() { "\n".to_string() } else { format!("{indent}  {line}\n") };
    item.lines().map(line).collect()
}
