//! The decision as a diagram: the questions from the problem to the means, one under another, each with the way out
//! beside it. It is a list, so it is read aloud in order; the lines between the boxes are the style's.

use maud::{Markup, html};

use super::{Page, signs};
use crate::plan::{DecisionStep, Turn};

/// The diagram.
pub fn diagram(page: &Page) -> Markup {
    let decision = &page.plan.decision;
    let left = decision.steps.iter().any(|step| step.turn == Turn::Off);
    html! {
        figure.decision {
            figcaption { (page.lang.pick("From the problem to the means", "从问题到办法")) }
            ol { @for step in &decision.steps { (self::step(page, step)) } }
            p.outcome.left[left] {
                span.quiet { (page.lang.pick("The way ends here: ", "结论：")) }
                strong { (page.sentence(&decision.outcome)) }
            }
        }
    }
}

fn step(page: &Page, step: &DecisionStep) -> Markup {
    let (class, tone, word) = turn(page, step.turn);
    html! {
        li.(class) {
            div.ask {
                p.question { (page.opening(&step.question)) }
                p.turn { (signs::mark(tone, word)) }
                @if step.turn != Turn::NotAsked {
                    p.because { (page.opening(&step.because)) (page.line_if(step.line)) }
                }
            }
            p.exit {
                span.quiet { (exit_word(page, step.turn)) }
                (page.sentence(&step.exit))
            }
        }
    }
}

fn turn(page: &Page, turn: Turn) -> (&'static str, &'static str, &'static str) {
    match turn {
        Turn::On => ("on", "yes", page.lang.pick("goes on", "继续")),
        Turn::Off => ("off", "no", page.lang.pick("leaves here", "在此离开")),
        Turn::Open => ("open", "open", page.lang.pick("open", "尚未确定")),
        Turn::NotAsked => ("not-asked", "none", page.lang.pick("not asked any more", "不再问")),
    }
}

fn exit_word(page: &Page, turn: Turn) -> &'static str {
    match turn {
        Turn::Off => page.lang.pick("So: ", "因此："),
        _ => page.lang.pick("Otherwise: ", "否则："),
    }
}
