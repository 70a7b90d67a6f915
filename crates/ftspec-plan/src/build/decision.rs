//! The way from the problem to the means: is it a matter of ability, is it something outside the model, which behaviour
//! should change, does a simpler way do, is the plan complete. The way ends at the first question that leaves.

use ftspec_analysis::{Diagnostic, Route, VerdictKind, say};
use ftspec_schema::{Cause, Enumerated};

use super::sheet::Sheet;
use crate::plan::{Decision, DecisionStep, Turn};
use crate::words;

/// What speaks for going on, and the line that says so.
type Reason = (String, Option<u32>);

/// A question with the rules whose findings leave there.
struct Question {
    ask: (&'static str, &'static str),
    leave: &'static [&'static str],
    exit: (&'static str, &'static str),
    /// What speaks for going on; none where the plan does not say.
    on: fn(&Sheet) -> Option<Reason>,
}

const QUESTIONS: [Question; 5] = [
    Question {
        ask: ("Can the model do it at all?", "模型本来做得到吗？"),
        leave: &["FT104", "FT111"],
        exit: ("take a stronger model", "换更强的模型"),
        on: able,
    },
    Question {
        ask: (
            "Is it the model's behaviour, and not data, evaluation, facts or the system?",
            "问题出在模型行为，而不是数据、评测、知识或系统？",
        ),
        leave: &["FT113", "FT201", "FT203", "FT503", "FT504"],
        exit: ("mend that layer first", "先修那一层"),
        on: cause,
    },
    Question {
        ask: ("Which one behaviour should change?", "具体要改变哪一类行为？"),
        leave: &["FT101", "FT102", "FT103", "FT105", "FT120"],
        exit: ("narrow the goal to one point", "把目标收敛到一个点"),
        on: behavior,
    },
    Question {
        ask: ("Does everything simpler fall short?", "更简单的办法都不够吗？"),
        leave: &["FT109", "FT107", "FT302"],
        exit: ("take the simpler way", "用更简单的办法"),
        on: tried,
    },
    Question {
        ask: (
            "Is it clear how it is judged, what catches a failure, and when to stop?",
            "怎么评、怎么兜底、何时停，都想清楚了吗？",
        ),
        leave: &[],
        exit: ("complete the plan", "先把计划补完整"),
        on: complete,
    },
];

pub fn decision(sheet: &Sheet) -> Decision {
    let lang = sheet.lang;
    let mut steps = Vec::with_capacity(QUESTIONS.len());
    let mut left = None;
    for question in &QUESTIONS {
        let ask = lang.pick(question.ask.0, question.ask.1);
        let exit = lang.pick(question.exit.0, question.exit.1);
        let mut step = DecisionStep {
            question: ask.into(),
            turn: Turn::NotAsked,
            because: Default::default(),
            exit: exit.into(),
            line: None,
        };
        if left.is_none() {
            match leaves(sheet, question) {
                Some(found) => {
                    // What is not said yet leads to no other tool; it is to be said.
                    let last = question.leave.is_empty();
                    let route = found.route.filter(|_| !(last && found.unsaid));
                    let exit = route.map_or(exit, |route| route.advice(lang));
                    step.turn = Turn::Off;
                    step.because = found.message.as_str().into();
                    step.exit = exit.into();
                    step.line = Some(sheet.line(found.span));
                    left = Some(exit.to_string());
                }
                None => match (question.on)(sheet) {
                    Some((because, line)) => {
                        step.turn = Turn::On;
                        step.because = because.into();
                        step.line = line;
                    }
                    None => {
                        step.turn = Turn::Open;
                        step.because = lang.pick("the plan does not say", "计划里没有写").into();
                    }
                },
            }
        }
        steps.push(step);
    }
    let outcome = match left {
        Some(exit) => words::whole(lang, &exit),
        None => words::whole(lang, sheet.analysis.verdict().kind.sentence(lang)),
    };
    Decision { steps, outcome: outcome.into() }
}

/// The finding that leaves at a question. At the last one everything leaves that is in the way and was not asked for
/// before.
fn leaves<'a>(sheet: &Sheet<'a>, question: &Question) -> Option<&'a Diagnostic> {
    if !question.leave.is_empty() {
        return sheet.first_of(question.leave);
    }
    let asked = |found: &Diagnostic| QUESTIONS.iter().any(|question| question.leave.contains(&found.rule.code));
    let stops = |found: &Diagnostic| found.route == Some(Route::StopTuning);
    let mut found = sheet.analysis.diagnostics().iter();
    found.find(|found| sheet.rests_on(found.rule) && !asked(found) && !stops(found))
}

/// That the cause is another than a missing ability.
fn able(sheet: &Sheet) -> Option<Reason> {
    let cause = sheet.spec.goal()?.cause().given()?;
    if matches!(cause.value, Cause::Unknown | Cause::Capability) {
        return None;
    }
    let says = sheet.lang.pick("the cause is not a missing ability", "原因不是能力不够");
    Some((says.into(), Some(sheet.line(cause.span))))
}

/// The cause, where it is one that tuning can mend.
fn cause(sheet: &Sheet) -> Option<Reason> {
    let cause = sheet.spec.goal()?.cause().given()?;
    if cause.value == Cause::Unknown {
        return None;
    }
    let word = words::word(sheet.lang, cause.value.word());
    let says = say!(sheet.lang, "the cause was found in: {word}", "原因定位在：{word}");
    Some((says, Some(sheet.line(cause.span))))
}

fn behavior(sheet: &Sheet) -> Option<Reason> {
    let lang = sheet.lang;
    let goal = sheet.spec.goal()?;
    let target = goal.target().given()?;
    let behaviors = lang.listed(sheet.spec.behaviors().map(|behavior| behavior.name()).take(5));
    let kind = goal.kind().given().map(|kind| words::word(lang, kind.value.word()));
    let kind = kind.unwrap_or_else(|| lang.pick("kind not said", "没有写类型").into());
    let says = say!(lang, "one goal ({kind}): {behaviors}", "一个目标（{kind}）：{behaviors}");
    (!behaviors.is_empty()).then(|| (says, Some(sheet.line(target.span))))
}

/// The prompt that was tried and falls short.
fn tried(sheet: &Sheet) -> Option<Reason> {
    let lang = sheet.lang;
    let short = sheet.spec.baselines().find(|it| it.is_prompting() && it.falls_short());
    let name = |baseline: ftspec_analysis::spec::Baseline| baseline.name().to_string();
    if let Some(baseline) = short {
        let name = name(baseline);
        let says = say!(lang, "`{name}` was tried and falls short", "`{name}` 试过，仍有不足");
        return Some((says, Some(sheet.line(baseline.place()))));
    }
    let failing = sheet.spec.baselines().find(|baseline| {
        baseline.is_prompting()
            && baseline.readings().is_some_and(|readings| {
                let read: Vec<_> = readings.all().collect();
                sheet.readings(read.iter()).iter().any(|reading| reading.holds == Some(crate::plan::Holds::No))
            })
    })?;
    let name = name(failing);
    let says = say!(lang, "`{name}` does not reach what is required", "`{name}` 达不到要求");
    Some((says, Some(sheet.line(failing.place()))))
}

fn complete(sheet: &Sheet) -> Option<Reason> {
    let lang = sheet.lang;
    let says = match sheet.analysis.verdict().kind {
        VerdictKind::StopTuning => lang.pick("the plan has come to its stop", "计划已经到了停点"),
        _ => lang.pick("nothing is missing", "没有缺项"),
    };
    Some((says.into(), None))
}
