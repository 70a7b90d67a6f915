//! The case for tuning: the verdict, the behaviour that shall change, and what there is beside tuning.

use super::decision;
use super::escape;
use super::text::{Page, capital, table};
use crate::headings;
use crate::plan::{Behavior, Example, Goal, MetricReading, RouteRow, Said, Standing, Step, Task, Tried, VerdictWord};

/// The verdict and why, in two sentences, and what comes first.
pub fn verdict(page: &Page) -> String {
    let verdict = &page.plan.verdict;
    let word = headings::verdict(page.lang, verdict.kind);
    let why = [page.sentence(&verdict.headline), page.sentence(&verdict.because)];
    let sign = match verdict.kind {
        VerdictWord::Ready | VerdictWord::Ship => "✓",
        VerdictWord::NotReady => "◇",
        VerdictWord::DoNotTune | VerdictWord::StopTuning => "✗",
    };
    let mut out = format!("{sign} **{word}**\n\n{}\n", why.join(page.pick(" ", "")));
    if !verdict.steps.is_empty() {
        out.push_str(&format!("\n### {}\n\n", headings::first(page.lang, verdict.kind)));
        out.extend(verdict.steps.iter().enumerate().map(|(at, step)| self::step(page, at + 1, step)));
    }
    out
}

fn step(page: &Page, number: usize, step: &Step) -> String {
    let advice = capital(&page.sentence(&step.advice));
    let mark = format!("{number}. ");
    let indent = " ".repeat(mark.len());
    format!("{mark}{advice}\n{}", page.findings(&step.findings, &indent))
}

/// The behaviour that shall change, the task, and the behaviours with examples.
pub fn goal(page: &Page) -> String {
    let mut out = match &page.plan.goal {
        Some(goal) => today_and_target(page, goal),
        None => page.calm("The plan names no goal.", "计划没有写目标。"),
    };
    out.push_str(&format!("\n### {}\n\n", page.pick("The task", "任务")));
    out.push_str(&match &page.plan.task {
        Some(task) => self::task(page, task),
        None => page.calm("The plan describes no task.", "计划没有写任务。"),
    });
    out.push_str(&format!("\n### {}\n\n", page.pick("Behaviours", "行为")));
    if page.plan.behaviors.is_empty() {
        out.push_str(&page.calm("The plan names no behaviour.", "计划没有写具体行为。"));
    }
    let behaviors: Vec<String> = page.plan.behaviors.iter().map(|it| behavior(page, it)).collect();
    out + &behaviors.join("\n")
}

fn today_and_target(page: &Page, goal: &Goal) -> String {
    [
        page.fact("Today", "现状", page.or_unsaid(goal.today.as_ref(), |today| page.said(today))),
        page.fact("Target", "目标", page.or_unsaid(goal.target.as_ref(), |target| page.said(target))),
        page.fact("What is wrong today", "问题类型", page.or_unsaid(goal.kind.as_ref(), |kind| page.term(kind))),
        page.fact("Found in", "问题所在", page.or_unsaid(goal.cause.as_ref(), |cause| page.term(cause))),
    ]
    .concat()
}

fn task(page: &Page, task: &Task) -> String {
    let mut facts = vec![
        page.fact("Kind", "类型", page.or_unsaid(task.kind.as_ref(), |kind| page.term(kind))),
        page.fact("What goes in", "输入", page.or_unsaid(task.input.as_ref(), |input| page.said(input))),
        page.fact("What comes out", "输出", page.or_unsaid(task.output.as_ref(), |output| page.said(output))),
    ];
    facts.extend(page.rest(&task.details));
    facts.concat()
}

fn behavior(page: &Page, behavior: &Behavior) -> String {
    let when = match &behavior.when {
        Some(when) => page.said(when),
        None => page.pick("always", "始终").to_string(),
    };
    let mut out = format!("#### {}\n\n", escape::code(&behavior.name));
    out.push_str(&page.fact("When", "何时", when + &page.line_unless(behavior.when.is_some(), behavior.line)));
    out.push_str(&page.fact("Must", "必须", page.all_said(&behavior.must)));
    out.push_str(&page.fact("Never", "绝不", page.all_said(&behavior.never)));
    let covered = match behavior.covered_by.as_slice() {
        [] => page.pick("no metric", "没有指标").to_string(),
        names => page.names(names),
    };
    out.push_str(&page.fact("Covered by", "由哪些指标覆盖", covered));
    if !behavior.examples.is_empty() {
        out.push('\n');
        let rows = behavior.examples.iter().map(|it| example(page, it));
        let columns =
            [page.pick("Example: in", "示例：输入"), page.pick("Out", "输出"), page.pick("Not this", "不要这样")];
        out.push_str(&table(columns, rows));
    }
    out
}

fn example(page: &Page, example: &Example) -> [String; 3] {
    let turns = example.input.iter().map(|turn| page.said(turn)).collect::<Vec<_>>().join(" → ");
    let said = |said: &Option<Said>| said.as_ref().map(|it| page.said(it)).unwrap_or_default();
    [turns, said(&example.output), said(&example.not_this)]
}

/// The way through the questions, what was tried beside tuning, and the readiness self-test.
pub fn routes(page: &Page) -> String {
    let mut out = decision::diagram(page);
    out.push_str(&format!(
        "\n### {}\n\n",
        page.pick("Every way to the goal, and what came of it", "通往目标的每条路，以及结果")
    ));
    let columns =
        [page.pick("Way", "办法"), page.pick("Standing", "情况"), page.pick("Why", "说明"), page.pick("Tried", "试过")];
    out.push_str(&table(columns, page.plan.routes.iter().map(|it| route(page, it))));
    out.push_str(&attempts(page));
    out.push_str(&format!("\n### {}\n\n", page.pick("Readiness self-test", "微调前自测")));
    out.push_str(
        page.pick(
            "A good case for tuning answers these five with yes.\n\n",
            "适合微调的情况，这五个问题都该答“是”。\n\n",
        ),
    );
    let columns =
        [page.pick("Question", "问题"), page.pick("Answer", "回答"), page.pick("What the plan says", "计划里的说法")];
    let rows = page.plan.self_test.iter().map(|it| {
        // A value that is the answer itself is not said twice.
        let twice = |value: &Said| value.text == headings::answer(page.lang, it.answer);
        let value = it.value.as_ref().map(|value| match twice(value) {
            true => page.line(value.line).trim_start().to_string(),
            false => page.said(value),
        });
        let value = value.unwrap_or_default();
        [page.sentence(&it.question), page.answer(it.answer), value]
    });
    out + &table(columns, rows)
}

fn route(page: &Page, route: &RouteRow) -> [String; 4] {
    let sign = match route.standing {
        Standing::Enough | Standing::InUse => "✓",
        Standing::FallsShort => "✗",
        Standing::Tried => "◇",
        Standing::Advised => "▸",
        Standing::NotTried => "–",
    };
    let standing = format!("{sign} {}", headings::standing(page.lang, route.standing));
    // A sentence that repeats the standing says nothing more.
    let says = match route.standing {
        Standing::NotTried if route.says.0 == headings::standing(page.lang, route.standing) => String::new(),
        _ => page.sentence(&route.says),
    };
    let tried = match route.tried.as_slice() {
        [] => String::new(),
        tried => page.row(tried.iter().map(|it| escape::code(&it.name)), page.pick(", ", "、")),
    };
    [page.sentence(&route.name), standing, says, tried]
}

/// Every attempt with its readings; nothing where there was none.
fn attempts(page: &Page) -> String {
    let tried: Vec<&Tried> = page.plan.routes.iter().flat_map(|route| &route.tried).collect();
    if tried.is_empty() {
        return String::new();
    }
    let columns = [
        page.pick("Attempt", "尝试"),
        page.pick("How", "方法"),
        page.pick("Versions", "版本数"),
        page.pick("Readings", "读数"),
        page.pick("Still wrong", "仍有问题"),
    ];
    let title = page.pick("What was tried, and its readings", "试过什么，读数如何");
    format!("\n### {title}\n\n{}", table(columns, tried.into_iter().map(|it| attempt(page, it))))
}

fn attempt(page: &Page, tried: &Tried) -> [String; 5] {
    let compared = if tried.compared_against { page.pick(" (the baseline)", "（基线）") } else { "" };
    [
        escape::code(&tried.name) + compared + &page.line(tried.line),
        page.or_unsaid(tried.method.as_ref(), |method| page.term(method)),
        page.or_unsaid(tried.attempts.as_ref(), |attempts| page.figure(attempts)),
        page.row(tried.readings.iter().map(|it| reading(page, it)), page.pick("; ", "；")),
        page.or_unsaid(tried.shortfall.as_ref(), |shortfall| page.said(shortfall)),
    ]
}

/// What was read of one metric.
fn reading(page: &Page, reading: &MetricReading) -> String {
    let read = page.reading(&reading.mean, &reading.values);
    let met = reading.holds.map(|holds| format!(" {}", page.met(holds))).unwrap_or_default();
    let line = reading.values.first().and_then(|value| value.line).or(reading.mean.line);
    format!("{} {read}{met}{}", escape::code(&reading.metric), page.line_if(line))
}
