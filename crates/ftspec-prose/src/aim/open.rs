//! Tasks of the open class: words that no table knows, told by where they stand and how they end.

use super::{Aim, Item, Kind};
use crate::class::{Class, Classes};
use crate::ending::Ending;
use crate::sentence::Hit;

impl Item<'_> {
    /// A task of the open class, beside one in the same form: "books tables and chases debts", "tax estimation and debt
    /// narration".
    pub fn parallel(&self) -> Option<(Ending, Aim)> {
        let units = &self.sentence.units[..self.units.end];
        let model = |hit: &&Hit| hit.classes.has(Class::Model) && !hit.classes.has(Class::Purpose);
        let lead = self.hits.iter().rev().find(model).map_or(self.lead(), |model| model.last + 1);
        let end = units.len().checked_sub(1)?;
        let known = |unit: usize| self.hits.iter().any(|hit| hit.first <= unit && hit.last >= unit);
        let open = |unit: usize| units.get(unit).is_some_and(|word| !word.light) && !known(unit);
        let joins = self.hits.iter().any(|hit| hit.first == lead + 1 && hit.classes.meets(JOINS_NOUNS));
        let begins = open(lead) && units[lead].ending == Ending::S && !joins && lead < end;
        let ends = open(end) && lead < end && lead + FEW_UNITS > end && noun(units[end].ending);
        let form = if begins { Ending::S } else { Ending::Tion };
        (begins || ends).then(|| (form, self.deed(if begins { lead } else { end })))
    }

    /// Whether the item ends in a noun of doing: translation, moderating.
    pub fn ends_in_doing(&self) -> bool {
        self.units.end > self.units.start + 1 && noun(self.sentence.units[self.units.end - 1].ending)
    }

    fn deed(&self, word: usize) -> Aim {
        let units = &self.sentence.units;
        let phrase = units[word].start..units[self.units.end - 1].end;
        Aim { kind: Kind::Deed(units[word].stem), phrase, leads: true, bare: false, open: true, weak: false }
    }

    /// A task of the open class: a word that no table knows, where only a verb can stand.
    pub(super) fn open(&self) -> Option<Aim> {
        let units = &self.sentence.units;
        let lead = self.lead();
        let word = units[..self.units.end].get(lead)?;
        let next = self.hits.iter().position(|hit| hit.last >= lead);
        let covered = next.is_some_and(|next| self.hits[next].first <= lead);
        if word.light || covered || word.exact >> 63 == 0 || lead + 1 >= self.units.end {
            return None;
        }
        // Two words may be the verb: "time-code the scenes", "neatly file the forms".
        let follows = next.map(|next| &self.hits[next]).filter(|hit| hit.first == lead + 1 || hit.first == lead + 2);
        let people = |hit: &Hit| {
            let plural = units[hit.last].ending == Ending::S && word.ending == Ending::Other;
            hit.first == lead + 1 && hit.classes.has(Class::Reader) && plural
        };
        let object = follows.is_some_and(|hit| hit.classes.has(Class::Det) || people(hit));
        let gerund = word.ending == Ending::Ing && follows.is_none_or(|hit| !hit.classes.has(Class::Prep));
        let before = self.hits[..next.unwrap_or(self.hits.len())].last();
        let to = before.is_some_and(|hit| hit.classes.meets(BEFORE_INFINITIVES) && hit.last + 1 == lead);
        let infinitive = to && word.ending == Ending::Other;
        (object || gerund || infinitive).then(|| self.deed(lead))
    }
}

/// A noun of doing ends an item of no more units.
const FEW_UNITS: usize = 4;

fn noun(ending: Ending) -> bool {
    matches!(ending, Ending::Tion | Ending::Ing)
}

/// What stands before an infinitive.
const BEFORE_INFINITIVES: Classes = Classes::of(&[Class::To, Class::Modal]);

/// What follows a noun more often than a verb.
const JOINS_NOUNS: Classes = Classes::of(&[Class::Prep, Class::On_, Class::For]);
