//! A round that was run although the plan had said stop.

use ftspec_schema::{Action, DATA, Enumerated, METRIC, Role};
use ftspec_syntax::Edit;

use super::course::Course;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::{Lang, say};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Arm, Group, Round, Spec, StatementKind, Subject};

/// `past-stop`
pub static RULE: Rule = Rule {
    code: "FT710",
    name: "past-stop",
    level: Level::Deny,
    route: Some(Route::StopTuning),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A round follows one after which the stop conditions said something other than `continue`, and what \
                      they asked for was not done.",
            why: "What people regret after several such projects is seldom a learning rate; it is that they should have \
                  stopped by then, and went on. Another round looks diligent and stopping looks like giving up, so the \
                  line agreed beforehand is the first thing to bend. But the round after the stop does not cost only \
                  its hours: it makes a model that is already unhealthy more certain of itself. `fix_data`, `fix_eval` \
                  and the like do allow a further round, once they have been done: the round then says `after: \
                  fix_data`, or its `changes` name what was mended. `ship`, `freeze` and `drop` are ends.",
            instead: "Do what the line says. If the line was wrong, change it before the next round, with a reason; if \
                      the fix was carried out, say so with `after:`.",
            accept_when: "The line was found to be wrong and changed since then, and the old rounds are kept for the record.",
        },
        zh: Page {
            summary: "某一轮之后，停止条件给出的不是 `continue`，要求的事情没有做，却又跑了一轮。",
            why: "跑过多个微调项目的人，最后悔的往往不是 learning rate 设错了，而是“当时其实已经该停了，但我们还在继续调”。\
                  再来一轮显得积极负责，停下来却像放弃，所以事先约定的线最先被绕过去。可是停点之后的这一轮，代价不只是几个\
                  小时：它会把一个已经不健康的模型调得更确定、更危险。`fix_data`、`fix_eval` 之类做完之后可以再跑：在下一轮\
                  写上 `after: fix_data`，或者让 `changes` 点名修了什么。`ship`、`freeze` 和 `drop` 则是终点。",
            instead: "按停止条件说的做。如果是那一行写错了，就在下一轮之前改掉它并写明理由；如果该修的已经修了，就用 \
                      `after:` 写出来。",
            accept_when: "事后发现那一行写错了，已经改过，旧的几轮只是留作记录。",
        },
        bad: r#"
stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
  when house_style < 70%                         then fix_data
  when rounds >= 5                               then drop
}
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 68%, facts: 97.4% }
}
round r2 {
  purpose: "two sentences where one is asked for: teach the short form"
  changes: [tuning]
  readings { house_style: 79%, facts: 99% }
}
"#,
        good: r#"
stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
  when house_style < 70%                         then fix_data
  when rounds >= 5                               then drop
}
round r1 {
  purpose: "titles on large releases: teach one change a note"
  readings { house_style: 68%, facts: 97.4% }
}
round r2 {
  purpose: "two sentences where one is asked for: add 400 notes of one sentence"
  after:   fix_data
  changes: [notes]
  readings { house_style: 79%, facts: 99% }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

/// How many figures are looked at most. What people have run needs a few hundred.
const MOST_STEPS: usize = 5_000_000;

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let stop = spec.stop()?;
    stop.arms().first()?;
    // A line that was not understood may be the one that decides.
    let understood = |arm: &Arm| arm.condition.is_some() && arm.action.is_some();
    if !stop.node().is_sure_of("when") || !stop.arms().iter().all(understood) {
        return None;
    }
    let course = Course::of(found)?;
    let last = course.last();
    let atoms: usize = stop.arms().iter().filter_map(|arm| arm.condition.as_ref()).map(|it| it.atoms().len()).sum();
    let statements = spec.eval().map_or(0, |eval| eval.statements().count());
    let each = atoms.saturating_mul(last.saturating_add(statements));
    if last.saturating_mul(each) > MOST_STEPS {
        return None;
    }
    for rounds in 1..last {
        let Some(arm) = course.history.deciding_arm(rounds) else { continue };
        let Some(action) = arm.action.filter(|action| *action != Action::Continue) else { continue };
        let later = course.round(rounds + 1);
        if carried_out(spec, later, action) != Some(false) {
            continue;
        }
        report(&course, rounds, arm, action, found);
    }
    JUDGED
}

/// Whether a round says that an action was carried out before it. None where it cannot be told.
fn carried_out(spec: &Spec, round: Round, action: Action) -> Option<bool> {
    if matches!(action, Action::Ship | Action::Freeze | Action::Drop) {
        return Some(false);
    }
    let node = round.node();
    let (after, changes) = (node.word::<Action>("after"), node.list("changes"));
    if after.is_broken() || changes.is_broken() {
        return None;
    }
    let done = after.given().is_some_and(|after| after.value == action);
    let data = |name: &str, roles: &[Role]| {
        let block = spec.file().child_named(&DATA, name);
        let role = block.and_then(|block| block.word::<Role>("role").given());
        role.is_some_and(|role| roles.contains(&role.value))
    };
    let metric = |name: &str| spec.eval().is_some_and(|eval| eval.node().child_named(&METRIC, name).is_some());
    let mends = |name: &str| match action {
        Action::FixData => data(name, &[Role::Train]),
        Action::FixEval => metric(name) || data(name, &[Role::Test, Role::Probe]),
        Action::FixPrompt => name == "prompt",
        Action::FixRetrieval => name == "retrieval",
        Action::FixSystem => name == "system",
        Action::Continue | Action::Ship | Action::Freeze | Action::Drop => false,
    };
    Some(done || node.names("changes").iter().any(|change| mends(change.value)))
}

fn report(course: &Course, rounds: usize, arm: &Arm, action: Action, found: &mut Findings) {
    let lang = found.lang();
    let later = course.round(rounds + 1);
    let (before, name, action) = (course.name(lang, rounds), course.name(lang, rounds + 1), action.word().name);
    let fixable = action.starts_with("fix_");
    let headline = if fixable {
        say!(
            lang,
            "{name} was run although the plan asked for {action} after {before}, and nothing says that it was done",
            "{before} 之后计划要求 {action}，没有写明做过，就跑了 {name}"
        )
    } else {
        say!(
            lang,
            "{name} was run although the plan said {action} after {before}",
            "{before} 之后计划已经说 {action}，却还是跑了 {name}"
        )
    };
    let help = match (fixable, action) {
        (true, _) => say!(
            lang,
            "do it first; if it was done, say so in {name}:\n  after: {action}",
            "先把它做完；如果已经做了，就在 {name} 里写明：\n  after: {action}"
        ),
        (false, "ship") => say!(
            lang,
            "ship the result of {before}; if the line was wrong, change it and say why",
            "让 {before} 的结果上线；如果这一行写错了，就改掉并说明理由"
        ),
        _ => say!(
            lang,
            "keep the parameters of {before} and look at data, evaluation and system; if the line was wrong, change it \
             and say why",
            "保留 {before} 的参数，转去看数据、评测和系统；如果这一行写错了，就改掉并说明理由"
        ),
    };
    let report = found
        .wrong(later.place(), headline)
        .label(say!(lang, "run past the stop", "越过停点跑的一轮"))
        .also(arm.span, decided(course, rounds, arm, lang))
        .help(help);
    if fixable {
        let edit: Edit = later.node().insertion(&format!("after: {action}"));
        let said = later.node().says("after");
        if !said {
            report.fix(
                say!(lang, "say that {action} was carried out", "写明已经执行 {action}"),
                Applicability::Template,
                vec![edit],
            );
        }
    }
}

/// What made an arm hold, with the figure where one guard or metric did.
fn decided(course: &Course, rounds: usize, arm: &Arm, lang: Lang) -> String {
    let before = course.name(lang, rounds);
    for atom in arm.condition.iter().flat_map(|condition| condition.atoms()) {
        let (metric, failed) = match &atom.kind {
            Subject::AnyFails(group) => {
                let kind = match group {
                    Group::Guards => StatementKind::Guard,
                    Group::Requirements => StatementKind::Require,
                };
                let Some(statement) = course.history.failing(kind, rounds).first().copied() else { continue };
                (statement.metric().value, Some(statement.text()))
            }
            Subject::Compare { name, .. } => (name.of(course.history.spec.text()), None),
            _ => continue,
        };
        let Some(reads) = course.history.mean(rounds, metric) else { continue };
        return match failed {
            Some(text) => {
                say!(
                    lang,
                    "held after {before}: `{text}` failed at {reads}",
                    "{before} 之后成立：`{text}` 失守，读数 {reads}"
                )
            }
            None => {
                say!(lang, "held after {before}: `{metric}` read {reads}", "{before} 之后成立：`{metric}` 读数 {reads}")
            }
        };
    }
    say!(lang, "held after {before}", "{before} 之后成立")
}
