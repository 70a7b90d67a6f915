//! Stop lines that never decide: they exclude themselves, or an earlier line always decides before them.

use ftspec_syntax::{Edit, Span};

use super::implication::Conjunction;
use crate::diagnostic::{Applicability, Level};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Arm, Spec};
use crate::suggest::listed;

/// `unreachable-arm`
pub static RULE: Rule = Rule {
    code: "FT704",
    name: "unreachable-arm",
    level: Level::Warn,
    route: None,
    sources: &[Source::WhenToStop, Source::Practice],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A stop line can never decide: its condition excludes itself, or whenever it holds an earlier line \
                  holds too.",
            why: "Where to stop is agreed beforehand so that the end comes out of a process and not out of a mood. The \
              lines are read from top to bottom, and the first that holds decides; a line that is never reached is an \
              agreement that looks made and is not. Most often a stricter bound stands below a looser one, or two \
              figures were swapped. It is noticed in the round in which it was needed.",
            instead: "Put the stricter line above the looser one, mend the figure that was swapped, or take the line out.",
            accept_when: "The line is kept for a figure that is about to be changed, and the change is written down.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
  when rounds >= 3                               then fix_data
  when rounds >= 5                               then drop
}
"#,
        good: r#"
stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
  when rounds >= 5                               then drop
  when rounds >= 3                               then fix_data
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

/// The ways in which an arm can hold; none where it was not understood.
type Ways<'s> = Option<Vec<Conjunction<'s>>>;

/// How many pairs of conjunctions are compared at most. A table that people can read needs a few hundred.
const MOST_PAIRS: usize = 100_000;

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let stop = spec.stop()?;
    if stop.arms().is_empty() {
        return None; // no-stop-condition speaks
    }
    let mut pairs = 0;
    let mut before: Vec<(&Arm, Vec<Conjunction>)> = Vec::new();
    for arm in stop.arms() {
        let Some(ways) = read(spec, arm) else { continue };
        let excluded: Vec<Vec<Span>> = ways.iter().filter_map(|way| way.excluded(spec)).collect();
        if excluded.len() == ways.len() {
            never_holds(spec, arm, &excluded, found);
            continue;
        }
        let possible: Vec<Conjunction> = ways.into_iter().filter(|way| way.excluded(spec).is_none()).collect();
        let earlier = before.iter().find(|(_, wider)| {
            pairs += wider.len() * possible.len();
            pairs <= MOST_PAIRS && covers(spec, wider, &possible)
        });
        if let Some((earlier, wider)) = earlier {
            shadowed(spec, arm, earlier, covers(spec, &possible, wider), found);
        }
        before.push((arm, possible));
    }
    JUDGED
}

fn read<'s>(spec: &'s Spec, arm: &Arm) -> Ways<'s> {
    let alternatives = arm.condition.as_ref()?.alternatives()?;
    alternatives.iter().map(|tests| Conjunction::read(spec, tests)).collect()
}

/// Whether one arm holds whenever another does: each way in which that can hold implies one in which this does.
fn covers(spec: &Spec, wider: &[Conjunction], narrower: &[Conjunction]) -> bool {
    narrower.iter().all(|way| wider.iter().any(|whole| way.implies(whole, spec)))
}

fn never_holds(spec: &Spec, arm: &Arm, excluded: &[Vec<Span>], found: &mut Findings) {
    let written: Vec<&str> = excluded[0].iter().map(|span| span.of(spec.text())).collect();
    let tests = listed(written.iter().copied());
    let reason = match written.len() {
        1 => format!("no reading can satisfy {tests}"),
        _ => format!("{tests} exclude each other"),
    };
    let more = if excluded.len() > 1 { ", and no part behind `or` can hold either" } else { "" };
    let help = match written.len() {
        1 => "compare with a value that can be reached, or take the line out",
        _ => "a figure or a direction is likely swapped; two cases that should both stop are joined by `or`",
    };
    found.wrong(arm.span, "this stop line can never hold").label(format!("{reason}{more}")).help(help);
}

fn shadowed(spec: &Spec, arm: &Arm, earlier: &Arm, same: bool, found: &mut Findings) {
    let text = spec.text();
    let condition = |arm: &Arm| {
        let end = arm.action_span.map_or(arm.span.end, |action| action.start) as usize;
        let head = text[arm.span.start as usize..end].trim_end();
        let head = head.strip_suffix("then").unwrap_or(head).trim();
        head.strip_prefix("when").unwrap_or(head).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let (own, first) = (condition(arm), condition(earlier));
    let report = found
        .wrong(arm.span, "this stop line is never reached: an earlier one always decides before it")
        .label(if same {
            "holds in just the same cases".to_string()
        } else {
            format!("whenever `{own}` holds, so does `{first}`")
        })
        .also(earlier.span, "decides first");
    if same {
        report.help("keep the line whose action is meant");
    } else {
        let edits =
            vec![Edit::replace(earlier.span, arm.span.of(text)), Edit::replace(arm.span, earlier.span.of(text))];
        report.help("put the stricter line above the looser one, or take it out").fix(
            "swap the two lines",
            Applicability::Unsafe,
            edits,
        );
    }
}
