//! The tool and its rules, as a code scanner lists them.

use std::fmt::Write;

use ftspec_analysis::Rule;
use ftspec_analysis::rules::RULES;

use super::level;
use super::shape::{Configuration, Driver, Help, Message, ReportingDescriptor, RuleProperties, Tool};

/// The tool with all its rules.
pub fn tool() -> Tool {
    Tool {
        driver: Driver {
            name: "ftspec",
            full_name: concat!("ftspec ", env!("CARGO_PKG_VERSION")),
            semantic_version: env!("CARGO_PKG_VERSION"),
            short_description: Message::plain("Checks fine-tuning plans before the first training step."),
            rules: RULES.iter().map(|rule| descriptor(rule)).collect(),
        },
    }
}

fn descriptor(rule: &'static Rule) -> ReportingDescriptor {
    ReportingDescriptor {
        id: rule.code,
        name: rule.name,
        short_description: Message::plain(rule.docs.summary),
        full_description: Message::plain(if rule.docs.why.is_empty() { rule.docs.summary } else { rule.docs.why }),
        help: help(rule),
        default_configuration: Configuration { level: level(rule.level) },
        properties: RuleProperties {
            tags: ["fine-tuning", theme(rule)],
            route: rule.route.map(|route| route.name()),
            acceptable: !rule.is_language(),
        },
    }
}

/// What a rule is about, in one word.
fn theme(rule: &Rule) -> &'static str {
    match rule.code.as_bytes().get(2) {
        Some(b'0') => "language",
        Some(b'1') => "goal",
        Some(b'2') => "knowledge",
        Some(b'3') => "data",
        Some(b'4') => "evaluation",
        Some(b'5') => "risk",
        Some(b'6') => "method",
        Some(b'7') => "stopping",
        _ => "plan",
    }
}

fn help(rule: &Rule) -> Help {
    let docs = &rule.docs;
    let mut text = docs.summary.to_string();
    let mut markdown = docs.summary.to_string();
    for (heading, prose) in [("Why", docs.why), ("Instead", docs.instead), ("When to accept it", docs.accept_when)] {
        if !prose.is_empty() {
            let _ = write!(text, "\n\n{heading}: {prose}");
            let _ = write!(markdown, "\n\n**{heading}.** {prose}");
        }
    }
    for (heading, example) in [("Bad", docs.bad), ("Good", docs.good)] {
        let example = example.trim_matches('\n');
        if !example.is_empty() {
            let _ = write!(text, "\n\n{heading}:\n{example}");
            let _ = write!(markdown, "\n\n{heading}:\n\n```ftspec\n{example}\n```");
        }
    }
    let _ = write!(text, "\n\nMore: ftspec explain {}", rule.name);
    let _ = write!(markdown, "\n\nMore: `ftspec explain {}`", rule.name);
    Help { text, markdown }
}
