//! Stop lines that never decide: they exclude themselves, or an earlier line always decides before them.

use ftspec_syntax::{Edit, Span};

use super::implication::Conjunction;
use crate::diagnostic::{Applicability, Level};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Arm, Spec};

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
        zh: Page {
            summary: "某一行停止条件永远轮不到它做决定：要么条件自相矛盾，要么它成立时前面总有一行已经成立。",
            why: "事先约定停在哪里，是为了让结束成为流程结果，而不是情绪判断。停止条件从上往下读，第一条成立的说了算；永远\
                  轮不到的一行，看着像约定好了，其实没有。最常见的原因是较严的条件写在了较松的下面，或者两个数写反了。等到\
                  真正要用它的那一轮，才会发现。",
            instead: "把较严的一行移到较松的上面，改正写反的数，或者把这一行删掉。",
            accept_when: "这一行是为一个马上要改的数预留的，而且这个改动已经写了下来。",
        },
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
    let lang = found.lang();
    let tests = lang.listed(written.iter().copied());
    let reason = match written.len() {
        1 => say!(lang, "no reading can satisfy {tests}", "没有读数能满足 {tests}"),
        _ => say!(lang, "{tests} exclude each other", "{tests} 互相矛盾"),
    };
    let more = match excluded.len() {
        0 | 1 => String::new(),
        _ => say!(lang, ", and no part behind `or` can hold either", "，`or` 后面的部分也都不可能成立"),
    };
    let help = match written.len() {
        1 => say!(
            lang,
            "compare with a value that can be reached, or take the line out",
            "换一个够得着的数来比较，或者删掉这一行"
        ),
        _ => say!(
            lang,
            "a figure or a direction is likely swapped; two cases that should both stop are joined by `or`",
            "多半是数或方向写反了；两种情况都该停的话，用 `or` 连接"
        ),
    };
    found
        .wrong(arm.span, say!(lang, "this stop line can never hold", "这一行停止条件永远不会成立"))
        .label(format!("{reason}{more}"))
        .help(help);
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
    let lang = found.lang();
    let report = found
        .wrong(
            arm.span,
            say!(
                lang,
                "this stop line is never reached: an earlier one always decides before it",
                "永远轮不到这一行停止条件：前面总有一行先做决定"
            ),
        )
        .label(if same {
            say!(lang, "holds in just the same cases", "成立的情形完全相同")
        } else {
            say!(lang, "whenever `{own}` holds, so does `{first}`", "只要 `{own}` 成立，`{first}` 就已经成立")
        })
        .also(earlier.span, say!(lang, "decides first", "先做决定的是这一行"));
    if same {
        report.help(say!(lang, "keep the line whose action is meant", "只留下动作符合本意的那一行"));
    } else {
        let edits =
            vec![Edit::replace(earlier.span, arm.span.of(text)), Edit::replace(arm.span, earlier.span.of(text))];
        report
            .help(say!(
                lang,
                "put the stricter line above the looser one, or take it out",
                "把较严的一行移到较松的上面，或者删掉它"
            ))
            .fix(say!(lang, "swap the two lines", "对调这两行"), Applicability::Unsafe, edits);
    }
}
