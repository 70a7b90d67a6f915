//! The way from the problem to the means: as a flowchart whose taken way is drawn thick and marked with words, and as a
//! list that says why.

use super::escape;
use super::mermaid::{block, label};
use super::text::Page;
use crate::headings;
use crate::plan::{DecisionStep, Sentence, Turn};

/// The flowchart and the list.
pub fn diagram(page: &Page) -> String {
    let steps = &page.plan.decision.steps;
    let mut lines = vec!["flowchart TD".to_string()];
    for (at, step) in steps.iter().enumerate() {
        lines.extend(self::step(page, at + 1, step, at + 1 == steps.len()));
    }
    let tuning = page.pick("Tune", "微调");
    let end = match steps.last().map(|step| step.turn) {
        Some(Turn::Off | Turn::NotAsked) | None => format!("  tune[{}]", label(tuning)),
        Some(Turn::On | Turn::Open) => format!("  tune([{}])", label(&plain(&page.plan.decision.outcome))),
    };
    lines.push(end);
    let key = page.pick(
        "Thick arrows are the way that this plan takes; dotted ones are not taken.\n\n",
        "粗箭头是这份计划走的路，虚线是没有走的路。\n\n",
    );
    let why: String = steps.iter().enumerate().map(|(at, step)| because(page, at + 1, step)).collect();
    let outcome = page.with(page.pick("Where it leads", "结论"), &page.sentence(&page.plan.decision.outcome));
    format!("{key}{}\n{why}\n{outcome}\n", block(&lines))
}

/// A question, its way on and its way out.
fn step(page: &Page, number: usize, step: &DecisionStep, last: bool) -> Vec<String> {
    let next = if last { "tune".to_string() } else { format!("q{}", number + 1) };
    let (question, exit) = (label(&plain(&step.question)), label(&plain(&step.exit)));
    let word = |sign: &str| label(&format!("{sign} {}", headings::turn(page.lang, step.turn)));
    let (on, off) = match step.turn {
        Turn::On => (format!("==>|{}|", word("✓")), "-.->".to_string()),
        Turn::Open => (format!("==>|{}|", word("◇")), "-.->".to_string()),
        Turn::Off => ("-.->".to_string(), format!("==>|{}|", word("✗"))),
        Turn::NotAsked => ("-.->".to_string(), "-.->".to_string()),
    };
    // The end of the way has a shape of its own.
    let exit = if step.turn == Turn::Off { format!("([{exit}])") } else { format!("[{exit}]") };
    vec![
        format!("  q{number}{{{{{question}}}}}"),
        format!("  x{number}{exit}"),
        format!("  q{number} {on} {next}"),
        format!("  q{number} {off} x{number}"),
    ]
}

fn because(page: &Page, number: usize, step: &DecisionStep) -> String {
    let question = page.sentence(&step.question);
    let turn = headings::turn(page.lang, step.turn);
    let says = match step.turn {
        Turn::On => {
            let because = page.sentence(&step.because) + &page.line_if(step.line);
            page.lang.pick(format!("✓ {turn}, {because}"), format!("✓ {turn}，{because}"))
        }
        Turn::Off => {
            let because = page.sentence(&step.because) + &page.line_if(step.line);
            let exit = page.sentence(&step.exit);
            page.lang.pick(format!("✗ {turn}: {because}. So: {exit}"), format!("✗ {turn}：{because}。因此：{exit}"))
        }
        Turn::Open => format!("◇ {turn}"),
        Turn::NotAsked => format!("– {turn}"),
    };
    format!("{number}. {question} {says}\n")
}

/// A sentence without its backticks.
fn plain(sentence: &Sentence) -> String {
    escape::one_line(&sentence.0.replace('`', ""))
}
