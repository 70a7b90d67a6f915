//! Rounds that turned knobs and changed nothing else.

use crate::hash::HashSet;
use crate::spec::{Field, Named, Round, Spec};

/// Parts of the method that are settings too, beside the names in `parameters`.
const PARTS: [&str; 3] = ["base_model", "tuning", "stage"];

/// The settings of a spec's training.
pub(crate) struct Knobs<'s>(HashSet<&'s str>);

impl<'s> Knobs<'s> {
    /// The names that are settings in this spec.
    pub fn of(spec: &'s Spec<'_>) -> Self {
        let parameters = spec.method().and_then(|method| method.parameters());
        let named = parameters.into_iter().flat_map(|parameters| parameters.entries()).map(|entry| entry.value);
        Self(named.chain(PARTS).collect())
    }

    /// What a round changed, where all of it is settings. Missing where it says nothing, or changed something else too.
    pub fn alone(&self, round: Round<'s>) -> Field<Vec<Named<&'s str>>> {
        match round.node().list("changes") {
            Field::Missing => Field::Missing,
            Field::Broken => Field::Broken,
            Field::Given(_) => {
                let changes = round.node().names("changes");
                let knobs = !changes.is_empty() && changes.iter().all(|change| self.0.contains(change.value));
                if knobs { Field::Given(changes) } else { Field::Missing }
            }
        }
    }
}
