//! Where a new line goes: the edits of templates.

use ftspec_schema::{Attribute, Type};
use ftspec_syntax::Edit;

use super::node::Node;

impl Node<'_> {
    /// Inserts an item at the end of the block, in the way the block is written: on a line of its own, or behind a
    /// comma where the block stands on one line. At the top level it goes to the end of the file.
    pub fn insertion(self, item: &str) -> Edit {
        let text = self.spec.text();
        let end = self.end() as usize;
        if self.block().name.is_empty() {
            let gap = if text.ends_with('\n') || text.is_empty() { "\n" } else { "\n\n" };
            return Edit::insert(end as u32, format!("{gap}{item}\n"));
        }
        let line_start = text[..end].rfind('\n').map_or(0, |at| at + 1);
        let before = &text[line_start..end];
        let keyword = self.keyword().start as usize;
        let keyword_line = text[..keyword].rfind('\n').map_or(0, |at| at + 1);
        let indent: String = text[keyword_line..keyword].chars().take_while(|c| c.is_whitespace()).collect();
        if before.trim().is_empty() {
            // The brace stands on a line of its own: insert before its indentation.
            return Edit::insert(line_start as u32, format!("{indent}  {item}\n"));
        }
        let written = text[..end].trim_end();
        let at = written.len() as u32;
        let one_line = line_start <= keyword && !item.contains('\n');
        match (one_line, written.chars().next_back()) {
            (true, Some('{')) => Edit::insert(at, format!(" {item}")),
            (true, Some(',')) => Edit::insert(at, format!(" {item}")),
            (true, _) => Edit::insert(at, format!(", {item}")),
            (false, _) => Edit::insert(at, format!("\n{indent}  {item}\n{indent}")),
        }
    }
}

/// A line that says an attribute, with a hole where only the author knows what to write.
pub(crate) fn template(attribute: &Attribute) -> String {
    match attribute.ty {
        Type::Text => format!("{}: \"…\"", attribute.name),
        _ => attribute.example.lines().next().unwrap_or_default().to_string(),
    }
}
