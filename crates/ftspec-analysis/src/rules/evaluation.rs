//! What the rules about evaluation share: the metrics that decide, the items that a metric is judged on, a list of names.

use ftspec_schema::METRIC;

use crate::hash::HashSet;
use crate::lang::{Lang, say};
use crate::spec::{Eval, Metric, Named, Statement, StatementKind};

/// A metric that something is decided by, with the first `require` or `guard` that names it.
#[derive(Clone, Copy)]
pub(super) struct Deciding<'s> {
    pub metric: Metric<'s>,
    pub statement: Statement<'s>,
}

/// The metrics in `require` and `guard`, in the order of the statements, each once. None where one of them may be
/// missing here: something in `eval` could not be read, or a statement names a metric that there is not.
pub(super) fn deciding(eval: Eval<'_>) -> Option<Vec<Deciding<'_>>> {
    if !["require", "guard", METRIC.name].iter().all(|name| eval.node().is_sure_of(name)) {
        return None;
    }
    let mut seen = HashSet::default();
    let mut deciding = Vec::new();
    for statement in eval.statements().filter(|statement| statement.kind() != StatementKind::Watch) {
        let name = statement.metric().value;
        if seen.insert(name) {
            deciding.push(Deciding { metric: eval.metric(name)?, statement });
        }
    }
    Some(deciding)
}

/// How many items a metric is judged on, and where that is said: its `samples`, else the `examples` of its data.
/// None where nothing says so.
pub(super) fn items(metric: Metric) -> Option<Named<u64>> {
    let samples = metric.node().count("samples");
    if samples.is_broken() {
        return None;
    }
    samples.given().or_else(|| metric.data()?.examples().given())
}

/// Names as a readable list: "`a`, `b` and `c`", in Chinese "`a`、`b` 和 `c`". Of a long list the first ones, and how
/// many more there are.
pub(super) fn listed<'a>(lang: Lang, names: impl Iterator<Item = &'a str>) -> String {
    const SHOWN: usize = 6;
    let names: Vec<&str> = names.collect();
    let quoted = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        names.join(lang.pick(", ", "、"))
    };
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => format!("`{last}`"),
        Some((last, rest)) if names.len() <= SHOWN => {
            let rest = quoted(rest);
            say!(lang, "{rest} and `{last}`", "{rest} 和 `{last}`")
        }
        Some(_) => {
            let (first, more) = (quoted(&names[..SHOWN]), names.len() - SHOWN);
            say!(lang, "{first} and {more} more", "{first} 等（另有 {more} 个）")
        }
    }
}
