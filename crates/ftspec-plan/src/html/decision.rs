//! The decision as a diagram: the questions from the problem to the means, one under another, each with the way out
//! beside it. It is a list, so it is read aloud in order; the lines between the boxes are the style's.

use maud::{Markup, html};

use super::Page;
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
    html! {
        li.(class(step.turn)) {
            div.ask {
                p.question { (page.opening(&step.question)) }
                p.turn { (page.turn(step.turn)) }
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

fn class(turn: Turn) -> &'static str {
    match turn {
        Turn::On => "on",
        Turn::Off => "off",
        Turn::Open => "open",
        Turn::NotAsked => "not-asked",
    }
}

fn exit_word(page: &Page, turn: Turn) -> &'static str {
    match turn {
        Turn::Off => page.lang.pick("So: ", "因此："),
        _ => page.lang.pick("Otherwise: ", "否则："),
    }
}
