//! The tool and its rules, as a code scanner lists them.

use std::fmt::Write;

use ftspec_analysis::rules::RULES;
use ftspec_analysis::{Lang, Rule};

use super::level;
use super::shape::{Configuration, Driver, Help, Message, ReportingDescriptor, RuleProperties, Tool};

/// The tool with all its rules.
pub fn tool(lang: Lang) -> Tool {
    Tool {
        driver: Driver {
            name: "ftspec",
            full_name: concat!("ftspec ", env!("CARGO_PKG_VERSION")),
            semantic_version: env!("CARGO_PKG_VERSION"),
            short_description: Message::plain(
                lang.pick("Checks fine-tuning plans before the first training step.", "在第一步训练之前检查微调计划。"),
            ),
            rules: RULES.iter().map(|rule| descriptor(rule, lang)).collect(),
        },
    }
}

fn descriptor(rule: &'static Rule, lang: Lang) -> ReportingDescriptor {
    let page = rule.docs.page(lang);
    ReportingDescriptor {
        id: rule.code,
        name: rule.name,
        short_description: Message::plain(page.summary),
        full_description: Message::plain(if page.why.is_empty() { page.summary } else { page.why }),
        help: help(rule, lang),
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

fn help(rule: &Rule, lang: Lang) -> Help {
    let (docs, page) = (&rule.docs, rule.docs.page(lang));
    let mut text = page.summary.to_string();
    let mut markdown = page.summary.to_string();
    let prose = [
        (lang.pick("Why", "为什么"), page.why),
        (lang.pick("Instead", "怎么办"), page.instead),
        (lang.pick("When to accept it", "什么时候可以接受"), page.accept_when),
    ];
    let colon = lang.pick(": ", "：");
    for (heading, prose) in prose.into_iter().filter(|(_, prose)| !prose.is_empty()) {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n\n{heading}{colon}{prose}");
        let _ = write!(markdown, "\n\n**{heading}** {prose}");
    }
    for (heading, example) in [(lang.pick("Bad", "反例"), docs.bad), (lang.pick("Good", "正例"), docs.good)] {
        let example = example.trim_matches('\n');
        if !example.is_empty() {
            let _ = write!(text, "\n\n{heading}{}\n{example}", colon.trim_end());
            let _ = write!(markdown, "\n\n{heading}{}\n\n```ftspec\n{example}\n```", colon.trim_end());
        }
    }
    let more = lang.pick("More: ", "详情：");
    let _ = write!(text, "\n\n{more}ftspec explain {}", rule.name);
    let _ = write!(markdown, "\n\n{more}`ftspec explain {}`", rule.name);
    Help { text, markdown }
}
