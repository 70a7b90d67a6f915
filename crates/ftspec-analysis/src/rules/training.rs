//! What several rules ask of the training data: whether all of it was read, how many examples there are, and by which
//! guide they were labelled.

use std::borrow::Cow;

use ftspec_schema::DATA;

use crate::rule::{JUDGED, Judged, Report};
use crate::spec::{Data, Field, Named, Spec};

/// [`JUDGED`] where there is training data and all of it was read; [`None`] where there is none (no-training-data speaks
/// then), or where something that could not be read may be more of it.
pub(crate) fn all_read(spec: &Spec) -> Judged {
    spec.train().next()?;
    let read = spec.knows_all(&DATA) && !spec.data().any(|data| data.role().is_broken());
    if read { JUDGED } else { None }
}

/// Like [`all_read`], for rules that miss something in all of the training data: a block that does not say its role may
/// be the one that has it.
pub(crate) fn all_known(spec: &Spec) -> Judged {
    all_read(spec)?;
    if spec.data().any(|data| data.role().is_missing()) { None } else { JUDGED }
}

/// How many further places a finding shows; more than a handful is not looked at.
pub(crate) const SHOWN: usize = 8;

/// How many examples there are to train on.
pub(crate) struct Count {
    /// What each train block says, in order; never empty.
    pub each: Vec<Named<u64>>,
    /// In all.
    pub total: u64,
}

/// Counts the examples; none where a train block does not say, or could not be read.
pub(crate) fn count(spec: &Spec) -> Option<Count> {
    all_read(spec)?;
    let each: Vec<Named<u64>> = spec.train().map(|data| data.examples().given()).collect::<Option<_>>()?;
    let total = each.iter().fold(0u64, |sum, count| sum.saturating_add(count.value));
    Some(Count { each, total })
}

impl Count {
    /// Shows what the blocks after the first add, where the finding points at the first.
    pub fn show_others<'f>(&self, mut report: Report<'f>, more: impl Fn(u64) -> String) -> Report<'f> {
        for count in self.each.iter().skip(1).take(SHOWN) {
            report = report.also(count.span, more(count.value));
        }
        report
    }
}

/// The guide by which a block was labelled.
pub(crate) fn guide(data: Data<'_>) -> Field<Named<Cow<'_, str>>> {
    match data.labeling() {
        Some(labeling) => labeling.text("guide"),
        None if data.node().is_sure_of("labeling") => Field::Missing,
        None => Field::Broken,
    }
}

/// A path without what makes no difference: `./`, doubled slashes, the kind of separator.
pub(crate) fn settled(path: &str) -> String {
    let path = path.trim().replace('\\', "/");
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    format!("{}{}", if path.starts_with('/') { "/" } else { "" }, parts.join("/"))
}
