//! The verdict in two sentences, the goal, the task, the behaviours, the self-test.

use ftspec_analysis::self_test::{self, Answered, Question};
use ftspec_analysis::spec::StatementKind;
use ftspec_analysis::{Diagnostic, Level, Route, Rule, VerdictKind, say, stopping};
use ftspec_schema::{Cause, Enumerated, GoalKind, TaskType};

use super::sheet::Sheet;
use crate::plan::{Answer, Behavior, Example, Goal, Said, SelfTestAnswer, Sentence, Step, Task, Verdict, VerdictWord};
use crate::words;

pub fn verdict(sheet: &Sheet) -> Verdict {
    let verdict = sheet.analysis.verdict();
    Verdict {
        kind: verdict.kind.into(),
        headline: words::whole(sheet.lang, verdict.kind.sentence(sheet.lang)).into(),
        because: because(sheet).into(),
        steps: steps(sheet),
    }
}

impl From<VerdictKind> for VerdictWord {
    fn from(kind: VerdictKind) -> Self {
        match kind {
            VerdictKind::Ready => VerdictWord::Ready,
            VerdictKind::NotReady => VerdictWord::NotReady,
            VerdictKind::DoNotTune => VerdictWord::DoNotTune,
            VerdictKind::StopTuning => VerdictWord::StopTuning,
            VerdictKind::Ship => VerdictWord::Ship,
        }
    }
}

/// The findings that the verdict rests on, weightiest first.
fn weighty<'a>(sheet: &Sheet<'a>) -> Vec<&'a Diagnostic> {
    let of = |rule: &'static Rule| sheet.analysis.diagnostics().iter().filter(move |found| *found.rule == *rule);
    sheet.analysis.verdict().reasons.iter().flat_map(|rule| of(rule)).collect()
}

/// Why the verdict is what it is, in one sentence.
fn because(sheet: &Sheet) -> String {
    let lang = sheet.lang;
    let weighty = weighty(sheet);
    let first = weighty.first().map(|found| found.message.as_str()).unwrap_or_default();
    let last = sheet.spec.rounds().last().map(|round| round.name()).unwrap_or_default();
    match sheet.analysis.verdict().kind {
        VerdictKind::Ready => ready(sheet),
        VerdictKind::Ship => reached(sheet, last),
        VerdictKind::StopTuning => match stopping::deciding_arm(sheet.spec, sheet.analysis.config()) {
            Some(arm) if arm.action.is_some_and(|action| !matches!(action.word().name, "continue" | "ship")) => {
                let action = arm.action.map(|action| words::word(lang, action.word())).unwrap_or_default();
                let words = arm.condition.as_ref().map(|it| words::condition(lang, sheet.spec.text(), it));
                let words = lang.gap(&words.unwrap_or_default());
                say!(
                    lang,
                    "After `{last}` the stop table says “{action}”, since {words}.",
                    "`{last}` 之后停止表给出“{action}”，因为{words}。"
                )
            }
            _ => words::whole(lang, first),
        },
        VerdictKind::DoNotTune => words::whole(lang, first),
        VerdictKind::NotReady => match weighty.len() {
            0 => lang.pick("Something stands in the way.", "还有问题挡在前面。").into(),
            1 => say!(lang, "One point stands in the way: {first}.", "有 1 处必须先改：{first}。"),
            all => say!(
                lang,
                "{all} points stand in the way, first of all: {first}.",
                "有 {all} 处必须先改，首先是：{first}。"
            ),
        },
    }
}

/// Why tuning is a sound next step: what falls short without it, and that nothing stands in the way.
fn ready(sheet: &Sheet) -> String {
    let lang = sheet.lang;
    let open = sheet.analysis.diagnostics().iter().filter(|found| found.level == Level::Warn).count();
    let clear = match open {
        0 => lang.pick("nothing stands in the way", "没有什么挡在前面").to_string(),
        1 => lang
            .pick("nothing stands in the way, one point is to be looked at", "没有必须先改的问题，有 1 处值得看一看")
            .into(),
        _ => say!(
            lang,
            "nothing stands in the way, {open} points are to be looked at",
            "没有必须先改的问题，有 {open} 处值得看一看"
        ),
    };
    let why = match sheet.spec.rounds().last() {
        Some(last) => short_after(sheet, last.name()),
        None => short_before(sheet),
    };
    match why {
        Some(why) => say!(lang, "{why}; {clear}.", "{why}；{clear}。"),
        None => words::whole(lang, &clear),
    }
}

/// What was reached: the first requirement with its reading.
fn reached(sheet: &Sheet, last: &str) -> String {
    let lang = sheet.lang;
    let rounds = sheet.history.rounds.len();
    let statements = sheet.spec.eval().into_iter().flat_map(|eval| eval.statements());
    let mut required = statements.filter(|it| it.kind() == StatementKind::Require);
    let first = required.find_map(|it| {
        let (metric, written) = (it.metric().value, it.comparison()?.text(sheet.spec.text()));
        let mean = words::quantity(lang, &sheet.history.mean(rounds, metric)?);
        Some(say!(
            lang,
            "After `{last}`, `{metric}` reads {mean} (required: `{written}`)",
            "`{last}` 之后 `{metric}` 的读数是 {mean}（要求 `{written}`）"
        ))
    });
    match first {
        Some(first) => {
            say!(lang, "{first} and nothing stands in the way.", "{first}，没有什么挡在前面。")
        }
        None => say!(lang, "After `{last}` nothing stands in the way.", "`{last}` 之后没有什么挡在前面。"),
    }
}

/// What the last round leaves to be gained.
fn short_after(sheet: &Sheet, last: &str) -> Option<String> {
    let (metric, amount) = gap(sheet, sheet.history.rounds.len())?;
    Some(say!(
        sheet.lang,
        "After `{last}`, `{metric}` is {amount} short of what is required",
        "`{last}` 之后 `{metric}` 离要求还差 {amount}"
    ))
}

/// What the prompt leaves to be gained.
fn short_before(sheet: &Sheet) -> Option<String> {
    let lang = sheet.lang;
    let prompt = sheet.spec.baselines().find(|it| it.is_prompting() && it.falls_short())?;
    let name = prompt.name();
    let tried = match prompt.attempts().given().map(|attempts| attempts.value).filter(|attempts| *attempts > 1) {
        Some(attempts) => say!(lang, "`{name}` was tried {attempts} times", "`{name}` 试了 {attempts} 次"),
        None => say!(lang, "`{name}` was tried", "`{name}` 试过"),
    };
    let compared = sheet.spec.reference().is_some_and(|reference| reference.name() == name);
    Some(match gap(sheet, 0).filter(|_| compared) {
        Some((metric, amount)) => {
            say!(lang, "{tried} and leaves `{metric}` {amount} short", "{tried}，`{metric}` 还差 {amount}")
        }
        None => say!(lang, "{tried} and falls short", "{tried}，仍有不足"),
    })
}

/// The first requirement that is not met after so many rounds, and by how much.
fn gap<'a>(sheet: &'a Sheet, rounds: usize) -> Option<(&'a str, String)> {
    let failing = sheet.history.failing(StatementKind::Require, rounds);
    failing.iter().find_map(|failing| {
        let metric = failing.metric().value;
        let threshold = sheet.history.threshold(metric, &failing.comparison()?.operand)?;
        let mean = sheet.history.mean(rounds, metric).filter(|mean| mean.comparable(&threshold))?;
        let amount = threshold.value.checked_sub(mean.value)?.abs();
        let unit = if mean.unit.is_some() { mean } else { threshold };
        Some((metric, words::difference(sheet.lang, &unit.with(amount))))
    })
}

/// What to do, in the order of the verdict's routes, each with the findings that lead there.
fn steps(sheet: &Sheet) -> Vec<Step> {
    let weighty = weighty(sheet);
    let step = |route: Option<Route>| {
        let findings: Vec<_> =
            weighty.iter().filter(|found| found.route == route).map(|found| sheet.finding(found)).collect();
        let advice = route.map_or(sheet.lang.pick("fill in what is missing", "补上还没写的内容"), |route| {
            route.advice(sheet.lang)
        });
        Step { route: route.map_or("fill_in", Route::name).into(), advice: advice.into(), findings }
    };
    let routes = sheet.analysis.verdict().routes.iter().map(|route| Some(*route));
    let without = weighty.iter().any(|found| found.route.is_none()).then_some(None);
    routes.chain(without).map(step).collect()
}

pub fn goal(sheet: &Sheet) -> Option<Goal> {
    let goal = sheet.spec.goal()?;
    let node = goal.node();
    Some(Goal {
        kind: sheet.word::<GoalKind>(node, "kind"),
        cause: sheet.word::<Cause>(node, "cause"),
        today: sheet.text(node, "today"),
        target: sheet.text(node, "target"),
        line: sheet.line(goal.place()),
    })
}

pub fn task(sheet: &Sheet) -> Option<Task> {
    let task = sheet.spec.task()?;
    let node = task.node();
    Some(Task {
        kind: sheet.word::<TaskType>(node, "type"),
        input: sheet.text(node, "input"),
        output: sheet.text(node, "output"),
        details: sheet
            .details(node, &["calls_per_day", "latency", "deployment", "iterates", "languages", "out_of_scope"]),
        line: sheet.line(task.keyword()),
    })
}

pub fn behaviors(sheet: &Sheet) -> Vec<Behavior> {
    let metrics = sheet.metrics();
    let one = |behavior: ftspec_analysis::spec::Behavior| {
        let node = behavior.node();
        let covering = metrics.iter().filter(|metric| metric.covers().contains(&behavior.name()));
        Behavior {
            name: behavior.name().to_string(),
            when: sheet.text(node, "when"),
            must: sheet.texts(node, "must"),
            never: sheet.texts(node, "never"),
            examples: behavior
                .examples()
                .map(|example| Example {
                    input: sheet.texts(example, "input"),
                    output: sheet.text(example, "output"),
                    not_this: sheet.text(example, "not_this"),
                })
                .filter(|example| !example.input.is_empty() || example.output.is_some() || example.not_this.is_some())
                .collect(),
            covered_by: covering.map(|metric| metric.name().to_string()).collect(),
            line: sheet.line(behavior.place()),
        }
    };
    sheet.spec.behaviors().map(one).collect()
}

pub fn self_test(sheet: &Sheet) -> Vec<SelfTestAnswer> {
    let one = |answered: Answered| SelfTestAnswer {
        question: Sentence::from(answered.question.text(sheet.lang)),
        answer: match answered.answer {
            self_test::Answer::Yes => Answer::Yes,
            self_test::Answer::No => Answer::No,
            self_test::Answer::Unsaid => Answer::Unsaid,
        },
        value: answered.value.zip(answered.place).map(|(text, place)| Said {
            text: as_people_read_it(sheet, answered.question, text),
            line: sheet.line(place),
        }),
    };
    let test = sheet.analysis.verdict().self_test.clone();
    test.map(|test| test.answers.into_iter().map(one).collect()).unwrap_or_default()
}

/// The value of an answer: numbers, words and `true` as they stand elsewhere in the document.
fn as_people_read_it(sheet: &Sheet, question: Question, text: String) -> String {
    match question {
        Question::Examples => text.parse().map_or(text, |count: u64| words::number(count.into())),
        Question::Deployment => {
            let deployment = sheet.spec.task().and_then(|task| task.deployment().given());
            deployment.map_or(text, |it| words::word(sheet.lang, it.value.word()))
        }
        Question::Iterates => text.parse().map_or(text, |iterates| words::flag(sheet.lang, iterates).to_string()),
        Question::Mapping | Question::Shortfall => text,
    }
}
