//! Every block of a spec at once, for whoever shows them rather than judges them.

use super::{Node, Spec};

impl Spec<'_> {
    /// Every block that was understood, the top level left out; parents before what stands in them.
    pub fn all_nodes(&self) -> impl Iterator<Item = Node<'_>> {
        (1..self.nodes.len() as u32).map(|id| Node::new(self, id))
    }
}
