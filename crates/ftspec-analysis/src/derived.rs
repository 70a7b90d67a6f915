//! What several rules and the verdict ask of one spec: worked out by the first that asks, and for that spec only once.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::config::Config;
use crate::self_test::SelfTest;
use crate::spec::{Arm, Spec};
use crate::stopping::History;

/// A spec with what was worked out of it so far.
pub(crate) struct Derived<'s> {
    /// The spec.
    pub spec: &'s Spec<'s>,
    /// What it is judged with.
    pub config: &'s Config,
    history: OnceCell<Rc<History<'s>>>,
    self_test: OnceCell<SelfTest>,
}

impl<'s> Derived<'s> {
    /// A spec of which nothing was asked yet.
    pub fn of(spec: &'s Spec<'_>, config: &'s Config) -> Self {
        Self { spec, config, history: OnceCell::new(), self_test: OnceCell::new() }
    }

    /// The rounds that the spec records.
    pub fn history(&self) -> &Rc<History<'s>> {
        self.history.get_or_init(|| Rc::new(History::of(self.spec, self.config)))
    }

    /// The arm that decides after all of its rounds, as [`crate::stopping::deciding_arm`] has it.
    pub fn deciding_arm(&self) -> Option<&'s Arm> {
        self.spec.rounds().next()?;
        let history = self.history();
        history.deciding_arm(history.rounds.len())
    }

    /// Its answers to the readiness self-test.
    pub fn self_test(&self) -> &SelfTest {
        self.self_test.get_or_init(|| SelfTest::of(self.spec))
    }
}
