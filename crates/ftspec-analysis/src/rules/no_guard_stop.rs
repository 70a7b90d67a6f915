//! A guard that stops nothing: no stop condition looks at it.

use std::rc::Rc;

use ftspec_syntax::Edit;
use ftspec_syntax::tree::Operator;

use super::value_range::Range;
use crate::diagnostic::{Applicability, Level, Route};
use crate::hash::HashMap;
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Arm, Atom, Comparison, Group, Operand, Spec, Statement, Stop, Subject};
use crate::stopping::History;

/// `no-guard-stop`
pub static RULE: Rule = Rule {
    code: "FT702",
    name: "no-guard-stop",
    level: Level::Warn,
    route: Some(Route::StopTuning),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "There are guards, and no stop condition comes true when one of them fails.",
            why: "Teams that know when to stop agree on two lists before the first round: what must improve, and what \
                  must not get worse. The second list is worth something only where breaking it has a consequence. \
                  Without one, a failed guard becomes a topic of the next meeting, somebody explains it (that case \
                  was extreme, that user was not typical), and the next round starts from a model that has already \
                  crossed the line. With a stop condition, stopping is the outcome of a process and nobody has to \
                  win an argument for it.",
            instead: "Put `when any guard fails then freeze` on top. Freezing is no defeat: the parameters stay where \
                      they are, and the team looks at data, evaluation and the system around the model.",
            accept_when: "Another process watches the guards after every round and can halt the training by itself.",
        },
        zh: Page {
            summary: "有护栏，却没有一条停止条件会在护栏失守时成立。",
            why: "懂得停下来的团队，在第一轮之前会约定两张清单：哪些指标必须改善，哪些指标不能变差。第二张清单要有用，\
                  前提是“变差”会带来后果。没有后果，护栏失守就只是下次会议上的一个话题：总有人解释“这个问题比较极端”\
                  “这个用户问法不太典型”，然后下一轮接着从已经越线的模型往下训。写成停止条件之后，停下来就是流程结果，\
                  不必靠谁去吵赢。",
            instead: "在最上面写一行 `when any guard fails then freeze`。冻结不等于失败：参数先不动，团队转去看数据、\
                      评测和模型之外的系统。",
            accept_when: "另有流程在每一轮之后检查护栏，并且能自行叫停训练。",
        },
        bad: r#"
stop {
  when all requirements hold and all guards hold then ship
  when rounds >= 5                               then drop
}
"#,
        good: r#"
stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
  when rounds >= 5                               then drop
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

/// How many tests of one metric are compared with its guards; a table that people can read has a few.
const MANY: usize = 64;

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let stop = spec.stop()?; // no-stop-condition speaks
    stop.arms().first()?;
    let eval = spec.eval()?;
    let guards: Vec<Statement> = eval.guards().collect();
    if guards.is_empty() || guards.iter().any(|guard| guard.is_broken()) || !stop.node().is_sure_of("when") {
        return None; // no-guard speaks, or the line may be the one that was not understood
    }
    let mut tests: HashMap<&str, Vec<&Comparison>> = HashMap::default();
    for arm in stop.arms() {
        for atom in alone(arm)? {
            match &atom.kind {
                Subject::AnyFails(Group::Guards) => return JUDGED,
                Subject::Compare { name, comparison } => {
                    let tests = tests.entry(name.of(spec.text())).or_default();
                    if tests.len() < MANY {
                        tests.push(comparison);
                    }
                }
                _ => {}
            }
        }
    }
    let history = Rc::clone(found.derived.history());
    let stops = |guard: &Statement| {
        let tests = tests.get(guard.metric().value).map_or(&[][..], Vec::as_slice);
        tests.iter().any(|tested| holds_where_it_fails(&history, guard, tested))
    };
    let unwatched: Vec<&Statement> = guards.iter().filter(|guard| !stops(guard)).collect();
    let Some(first) = unwatched.first() else { return JUDGED };
    let lang = found.lang();
    let guard = first.text();
    let label = match (unwatched.len(), guards.len()) {
        (1, 1) => say!(lang, "no line for the day on which `{guard}` fails", "`{guard}` 失守时，没有对应的停止条件"),
        (1, all) => {
            say!(lang, "of {all} guards, `{guard}` has no line here", "{all} 条护栏里，`{guard}` 没有对应的停止条件")
        }
        (many, all) => say!(
            lang,
            "{many} of {all} guards have no line here, `{guard}` among them",
            "{all} 条护栏里有 {many} 条没有对应的停止条件，例如 `{guard}`"
        ),
    };
    found
        .unsaid(stop.keyword(), say!(lang, "a guard may fail and nothing stops", "护栏失守了，也没有什么会停下来"))
        .label(label)
        .also(first.span(), say!(lang, "must hold in every round", "每一轮都必须守住"))
        .help(say!(
            lang,
            "put this line on top:\n  when any guard fails then freeze",
            "在最上面加一行：\n  when any guard fails then freeze"
        ))
        .fix(say!(lang, "stop when a guard fails", "护栏失守就停"), Applicability::Unsafe, vec![on_top(spec, stop)]);
    JUDGED
}

/// The tests of an arm that stand alone between its `or`s. None where the arm was not understood.
fn alone(arm: &Arm) -> Option<Vec<&Atom>> {
    arm.action?;
    let alternatives = arm.condition.as_ref()?.alternatives()?;
    Some(
        alternatives
            .iter()
            .filter_map(|tests| if let [only] = tests.as_slice() { Some(*only) } else { None })
            .collect(),
    )
}

/// Whether a test surely holds where a guard fails: `facts < 97%` for `guard facts >= 97%`.
fn holds_where_it_fails(history: &History, guard: &Statement, tested: &Comparison) -> bool {
    let Some(demanded) = &guard.comparison() else { return true };
    let (spec, name) = (history.spec, guard.metric().value);
    let fails = opposite(demanded.operator);
    let as_written = |comparison: &Comparison| match comparison.operand {
        Operand::Baseline { .. } => Some(comparison.text(spec.text()).split_once(' ')?.1.to_string()),
        _ => None,
    };
    if let (Some(one), Some(other)) = (as_written(demanded), as_written(tested)) {
        let wider = matches!(
            (fails, tested.operator),
            (Operator::Less, Operator::LessEqual) | (Operator::Greater, Operator::GreaterEqual)
        );
        return one == other && (fails == tested.operator || wider);
    }
    let value = |comparison: &Comparison| history.threshold(name, &comparison.operand);
    let (Some(limit), Some(bound)) = (value(demanded), value(tested)) else {
        return false;
    };
    let mut failing = Range::of(spec.eval().and_then(|eval| eval.metric(name)), limit.dimension());
    failing.narrow(fails, limit.value);
    limit.comparable(&bound) && failing.implies(tested.operator, bound.value)
}

fn opposite(operator: Operator) -> Operator {
    match operator {
        Operator::GreaterEqual => Operator::Less,
        Operator::Less => Operator::GreaterEqual,
        Operator::Greater => Operator::LessEqual,
        Operator::LessEqual => Operator::Greater,
        Operator::Equal => Operator::NotEqual,
        Operator::NotEqual => Operator::Equal,
    }
}

/// The line before the first one, laid out like it.
fn on_top(spec: &Spec, stop: Stop) -> Edit {
    let line = "when any guard fails then freeze";
    let Some(first) = stop.arms().first() else { return stop.node().insertion(line) };
    let start = first.span.start;
    let before = &spec.text()[..start as usize];
    let indent = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let end = if indent.trim().is_empty() { format!("\n{indent}") } else { ", ".to_string() };
    Edit::insert(start, format!("{line}{end}"))
}
