//! What an item may be about where none of its words stands for a kind: lore that is taught, a Chinese verb of doing.

use super::{Aim, Item, Kind, LEADS};
use crate::class::{Class, Classes};
use crate::sentence::Hit;
use crate::unit::Unit;

impl Item<'_> {
    /// Facts or terms that are taught, in a list of what is taught.
    pub(super) fn lesson(&self) -> Option<Aim> {
        const TAUGHT: Classes = Classes::of(&[Class::Facts, Class::Terms, Class::Docs]);
        let (lead, units) = (self.lead(), &self.sentence.units);
        let known =
            |phrase| Some(Aim { kind: Kind::Knowledge, phrase, leads: true, bare: false, open: false, weak: false });
        let knows = |hit: &&Hit| hit.first == lead && hit.classes.has(Class::Know) && !hit.off;
        if let Some(hit) = self.hits.iter().find(knows) {
            return if self.sentence.classes.meets(UNKNOWABLE) { None } else { known(hit.span(units)) };
        }
        let last = self.hits.last().filter(|hit| hit.last + 1 == self.units.end && !hit.off)?;
        let learnt = last.classes.meets(TAUGHT) && self.sentence.classes.has(Class::Learn);
        let taught = learnt || last.classes.has(Class::Lore);
        let english = units[last.last].exact >> 63 == 1;
        if taught && english { known(last.span(units)) } else { None }
    }

    /// The verb that a Chinese item begins with, where something follows it: 查库存, 从清单里抽编号.
    pub(super) fn act(&self) -> Option<Aim> {
        let mut led = false;
        let before = self.hits.iter().take_while(|hit| {
            led |= hit.classes.meets(BEFORE_ACTS);
            !hit.classes.has(Class::Act) && (led || hit.classes.meets(LEADS))
        });
        let before = before.count();
        let hit = self.hits.get(before).filter(|hit| hit.classes.has(Class::Act) && !hit.off)?;
        let from = before.checked_sub(1).map_or(self.units.start, |last| self.hits[last].last + 1);
        // 从清单里抽编号: a verb of one character stands behind the word that ends its place, or is none.
        let ends_place = |unit: &Unit| PLACES.iter().any(|end| unit.exact == u64::from(u32::from(*end)));
        let whole = hit.last > hit.first || self.sentence.units[..hit.first].last().is_some_and(ends_place);
        let leads = hit.first == from || led && whole;
        let kind = Kind::Deed(self.sentence.units[hit.first].stem);
        (leads && hit.last + 1 < self.units.end).then(|| Aim {
            kind,
            phrase: hit.span(&self.sentence.units),
            leads: true,
            bare: false,
            open: false,
            weak: true,
        })
    }
}

/// What one knows without having learnt a fact: when to do something, whom one speaks to.
const UNKNOWABLE: Classes = Classes::of(&[Class::When, Class::Refuse, Class::Refusing, Class::Escalate, Class::Tool]);

/// What ends the place that something is taken from: 从清单里.
const PLACES: [char; 5] = ['里', '中', '上', '内', '间'];

/// What stands between the beginning of a Chinese item and its verb, with a noun of its own.
const BEFORE_ACTS: Classes = Classes::of(&[Class::Coverb, Class::Ba]);
