//! Where a fix puts what is missing: behind the last item of a block, or behind everything in the file.

use ftspec_schema::{Attribute, Type};
use ftspec_syntax::Edit;

use super::node::Node;

impl Node<'_> {
    /// Inserts an item, which may have several lines, behind the last one of the block. A block on one line stays there
    /// where it can. At the top level the item goes to the end of the file.
    pub fn insertion(self, item: &str) -> Edit {
        let text = self.spec.text();
        if self.block().name.is_empty() {
            let gap = if text.ends_with('\n') || text.is_empty() { "\n" } else { "\n\n" };
            return Edit::insert(text.len() as u32, format!("{gap}{item}\n"));
        }
        let (start, end) = (self.span().start as usize, self.end() as usize);
        let line = text[..end].rfind('\n').map_or(0, |at| at + 1);
        if text[line..end].trim().is_empty() {
            // The closing brace stands on a line of its own.
            return Edit::insert(line as u32, indented(item, &text[line..end]));
        }
        let inside = text[..end].trim_end();
        if line <= start && !item.contains('\n') {
            let comma = if inside.ends_with(['{', ',']) { " " } else { ", " };
            let blank = if inside.len() == end { " " } else { "" };
            return Edit::insert(inside.len() as u32, format!("{comma}{item}{blank}"));
        }
        let first = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let indent: String = text[first..start].chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
        Edit::insert(end as u32, format!("\n{}{indent}", indented(item, &indent)))
    }
}

fn indented(item: &str, indent: &str) -> String {
    let line = |line: &str| if line.is_empty() { "\n".to_string() } else { format!("{indent}  {line}\n") };
    item.lines().map(line).collect()
}

/// A line that says an attribute, with a hole where only the author knows what to write.
pub(crate) fn template(attribute: &Attribute) -> String {
    match attribute.ty {
        Type::Text => format!("{}: \"…\"", attribute.name),
        _ => attribute.example.lines().next().unwrap_or_default().to_string(),
    }
}
