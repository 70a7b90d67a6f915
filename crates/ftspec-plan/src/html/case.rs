//! The case for tuning: the verdict, the behaviour that shall change, and what there is beside tuning.

use maud::{Markup, html};

use super::table::Table;
use super::text::{bare, name, verbatim};
use super::{Page, decision, signs};
use crate::headings;
use crate::plan::{Behavior, Example, FindingRef, RouteKind, Step, Task, Tried};

/// The verdict and why, in two sentences, and what comes first.
pub fn verdict(page: &Page) -> Markup {
    let verdict = &page.plan.verdict;
    let tone = signs::of_verdict(verdict.kind);
    html! {
        div.verdict.(tone) {
            p.word { (signs::shape(tone)) (headings::verdict(page.lang, verdict.kind)) }
            p.headline { (page.sentence(&verdict.headline)) }
            p.because { (page.sentence(&verdict.because)) }
        }
        @if !verdict.steps.is_empty() {
            h3 { (headings::first(page.lang, verdict.kind)) }
            ol.steps { @for step in &verdict.steps { (self::step(page, step)) } }
        }
    }
}

fn step(page: &Page, step: &Step) -> Markup {
    html! {
        li {
            p { strong { (page.opening(&step.advice)) } }
            (finding_list(page, &step.findings))
        }
    }
}

/// Findings in short, each with its line.
pub fn finding_list(page: &Page, findings: &[FindingRef]) -> Markup {
    html! {
        @if !findings.is_empty() {
            ul.found {
                @for finding in findings {
                    li { (page.opening(&finding.message)) " " (code(&finding.code, &finding.name)) (page.line(finding.line)) }
                }
            }
        }
    }
}

/// A finding's code and name, small.
pub fn code(code: &str, rule: &str) -> Markup {
    html! { span.rule { (verbatim(code)) " " (name(rule)) } }
}

/// The behaviour that shall change, the task, and the behaviours with examples.
pub fn goal(page: &Page) -> Markup {
    html! {
        @match &page.plan.goal {
            Some(goal) => {
                div.shift {
                    div.today {
                        h3 { (page.lang.pick("Today", "现状")) }
                        p { (page.or_unsaid(goal.today.as_ref(), |today| page.said(today))) }
                    }
                    div.target {
                        h3 { (page.lang.pick("Target", "目标")) }
                        p { (page.or_unsaid(goal.target.as_ref(), |target| page.said(target))) }
                    }
                }
                (page.facts(vec![
                    page.fact("What is wrong today", "问题类型", page.or_unsaid(goal.kind.as_ref(), |kind| page.term(kind))),
                    page.fact("Found in", "问题所在", page.or_unsaid(goal.cause.as_ref(), |cause| page.term(cause))),
                ]))
            }
            None => p.unsaid { (page.lang.pick("The spec names no goal.", "计划没有写目标。")) },
        }
        h3 { (page.lang.pick("The task", "任务")) }
        @match &page.plan.task {
            Some(task) => (self::task(page, task)),
            None => p.unsaid { (page.lang.pick("The spec describes no task.", "计划没有写任务。")) },
        }
        @if page.plan.behaviors.is_empty() {
            h3 { (page.lang.pick("Behaviours", "行为")) }
            p.unsaid { (page.lang.pick("The spec names no behaviour.", "计划没有写具体行为。")) }
        }
        @for behavior in &page.plan.behaviors { (self::behavior(page, behavior)) }
    }
}

fn task(page: &Page, task: &Task) -> Markup {
    let mut facts = vec![
        page.fact("Kind", "类型", page.or_unsaid(task.kind.as_ref(), |kind| page.term(kind))),
        page.fact("What goes in", "输入", page.or_unsaid(task.input.as_ref(), |input| page.said(input))),
        page.fact("What comes out", "输出", page.or_unsaid(task.output.as_ref(), |output| page.said(output))),
    ];
    facts.extend(page.rest(&task.details));
    page.facts(facts)
}

fn behavior(page: &Page, behavior: &Behavior) -> Markup {
    let lang = page.lang;
    let when = match &behavior.when {
        Some(when) => page.said(when),
        None => html! { (lang.pick("always", "始终")) },
    };
    html! {
        article.behavior {
            h3 { span.what { (lang.pick("Behaviour", "行为")) } " " (name(&behavior.name)) (page.line(behavior.line)) }
            (page.facts(vec![
                page.fact("When", "何时", when),
                page.fact("Must", "必须", page.all_said(&behavior.must)),
                page.fact("Never", "绝不", page.all_said(&behavior.never)),
                page.fact("Covered by", "由哪些指标覆盖", page.metrics(&behavior.covered_by)),
            ]))
            @for example in &behavior.examples { (self::example(page, example)) }
        }
    }
}

fn example(page: &Page, example: &Example) -> Markup {
    let lang = page.lang;
    html! {
        figure.example {
            figcaption { (lang.pick("Example", "示例")) }
            dl {
                @for input in &example.input {
                    div.talk { dt { (lang.pick("In", "输入")) } dd { (page.said(input)) } }
                }
                @if let Some(output) = &example.output {
                    div.talk.good { dt { (signs::mark("yes", lang.pick("Out", "输出"))) } dd { (page.said(output)) } }
                }
                @if let Some(not_this) = &example.not_this {
                    div.talk.bad { dt { (signs::mark("no", lang.pick("Not this", "不要这样"))) } dd { (page.said(not_this)) } }
                }
            }
        }
    }
}

/// The way through the questions, what was tried beside tuning, and the readiness self-test.
pub fn routes(page: &Page) -> Markup {
    let lang = page.lang;
    html! {
        (decision::diagram(page))
        h3 { (lang.pick("Every way to the goal, and what came of it", "通往目标的每条路，以及结果")) }
        (route_table(page))
        h3 { (lang.pick("Readiness self-test", "微调前自测")) }
        p.lead {
            (lang.pick("A good case for tuning answers these five with yes.", "适合微调的情况，这五个问题都该答“是”。"))
        }
        (self_test(page))
    }
}

fn route_table(page: &Page) -> Markup {
    let lang = page.lang;
    let mut table = Table::new(lang.pick("Ways to the goal", "通往目标的路"))
        .column(lang.pick("Way", "办法"), 17)
        .column(lang.pick("Standing", "情况"), 17)
        .column(lang.pick("Why", "说明"), 30)
        .column(lang.pick("What was tried, and its readings", "试过什么，读数如何"), 36);
    for route in &page.plan.routes {
        let class = (route.kind == RouteKind::Tuning).then_some("ours");
        let tried = match route.tried.as_slice() {
            [] => page.nothing(),
            tried => html! { @for attempt in tried { (self::tried(page, attempt)) } },
        };
        table.classed(
            class,
            vec![page.opening(&route.name), page.standing(route.standing), page.opening(&route.says), tried],
        );
    }
    table.show()
}

fn tried(page: &Page, tried: &Tried) -> Markup {
    let lang = page.lang;
    html! {
        div.tried {
            p {
                (name(&tried.name))
                @if let Some(attempts) = &tried.attempts {
                    span.quiet { " · " (bare(attempts)) (lang.pick(" versions", " 个版本")) }
                }
                @if tried.compared_against {
                    span.quiet { " · " (lang.pick("results are compared with it", "作为对比的基线")) }
                }
                (page.line(tried.line))
            }
            (page.readings(&tried.readings))
            @if let Some(shortfall) = &tried.shortfall {
                p { span.quiet { (lang.pick("Still wrong: ", "仍有问题：")) } (page.said(shortfall)) }
            }
        }
    }
}

fn self_test(page: &Page) -> Markup {
    html! {
        ol.questions {
            @for answer in &page.plan.self_test {
                li {
                    span.question { (page.sentence(&answer.question)) }
                    span.reply {
                        (page.answer(answer.answer))
                        @if let Some(value) = &answer.value { " " span.quiet { (page.said(value)) } }
                    }
                }
            }
        }
    }
}
