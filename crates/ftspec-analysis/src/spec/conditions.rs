//! Stop conditions: the arms of `stop`, typed.

use ftspec_schema::{Action, Enumerated};
use ftspec_syntax::tree::{self, AtomKind};
use ftspec_syntax::{Edit, Span};

use super::statements::{self, Comparison};
use crate::diagnostic::Applicability;
use crate::language::Reporter;
use crate::suggest::{self, Candidate, listed};

/// One arm: `when … then …`.
#[derive(Clone, Debug)]
pub struct Arm {
    /// When it holds; none where it was not understood.
    pub condition: Option<Condition>,
    /// What is done then; none where it was not understood.
    pub action: Option<Action>,
    /// Where the action stands.
    pub action_span: Option<Span>,
    /// All of it.
    pub span: Span,
}

/// A condition: `or` of `and` of atoms.
#[derive(Clone, Debug)]
pub enum Condition {
    /// Any of them holds.
    Or(Vec<Condition>),
    /// All of them hold.
    And(Vec<Condition>),
    /// A single test.
    Atom(Atom),
}

/// A single test.
#[derive(Clone, Copy, Debug)]
pub struct Atom {
    /// What is tested.
    pub kind: Subject,
    /// Where it stands.
    pub span: Span,
}

/// What a test looks at.
#[derive(Clone, Copy, Debug)]
pub enum Subject {
    /// `any guard fails`
    AnyFails(Group),
    /// `all requirements hold`
    AllHold(Group),
    /// `rounds >= 5`, `tone >= 90%`
    Compare {
        /// The name on the left.
        name: Span,
        /// The rest.
        comparison: Comparison,
    },
    /// `tone gains < 1% over 2 rounds`
    Trend {
        /// The metric.
        name: Span,
        /// The direction.
        direction: Direction,
        /// The comparison of the change.
        comparison: Comparison,
        /// The number of rounds looked at.
        window: u32,
    },
    /// `tone varies > 3%`
    Varies {
        /// The metric.
        name: Span,
        /// The comparison of the spread.
        comparison: Comparison,
    },
}

/// What `any` and `all` range over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// The `require` statements.
    Requirements,
    /// The `guard` statements.
    Guards,
}

/// The direction of a trend, seen from the metric's better side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Better.
    Gains,
    /// Worse.
    Drops,
}

impl Condition {
    /// Every test inside.
    pub fn atoms(&self) -> Vec<&Atom> {
        match self {
            Condition::Or(parts) | Condition::And(parts) => parts.iter().flat_map(Condition::atoms).collect(),
            Condition::Atom(atom) => vec![atom],
        }
    }

    /// The condition as a list of alternatives, each a list of tests that must all hold.
    /// None where there would be more than a few hundred.
    pub fn alternatives(&self) -> Option<Vec<Vec<&Atom>>> {
        const MANY: usize = 256;
        match self {
            Condition::Atom(atom) => Some(vec![vec![atom]]),
            Condition::Or(parts) => {
                let mut all = Vec::new();
                for part in parts {
                    all.extend(part.alternatives()?);
                }
                (all.len() <= MANY).then_some(all)
            }
            Condition::And(parts) => {
                let mut all: Vec<Vec<&Atom>> = vec![vec![]];
                for part in parts {
                    let more = part.alternatives()?;
                    if all.len() * more.len() > MANY {
                        return None;
                    }
                    all =
                        all.iter().flat_map(|left| more.iter().map(move |right| [&left[..], right].concat())).collect();
                }
                Some(all)
            }
        }
    }
}

impl Arm {
    /// Reads an arm; what does not fit is reported and left out.
    pub(crate) fn read(reporter: &mut Reporter<'_>, arm: &tree::Arm) -> Self {
        let condition = condition(reporter, &arm.condition);
        let action = arm.action.and_then(|span| action(reporter, span));
        Self { condition, action, action_span: arm.action, span: arm.span }
    }
}

fn action(reporter: &mut Reporter<'_>, span: Span) -> Option<Action> {
    let written = span.of(reporter.text);
    let set = Action::set();
    if let Some(index) = set.position(written) {
        return Some(Action::ALL[index]);
    }
    let near =
        suggest::nearest(written, set.words.iter().map(|word| Candidate { name: word.name, aliases: word.aliases }));
    let report = reporter
        .wrong(&crate::rules::UNKNOWN_WORD, span, format!("`{written}` is no {}", set.title))
        .label("not an action")
        .help(format!("the actions are {}", listed(set.words.iter().map(|word| word.name))));
    Reporter::replace_name(report, span, near);
    None
}

fn condition(reporter: &mut Reporter<'_>, tree: &tree::Condition) -> Option<Condition> {
    let all = |reporter: &mut Reporter<'_>, parts: &[tree::Condition]| {
        // Every part is read, so that every mistake is told.
        let read: Vec<Option<Condition>> = parts.iter().map(|part| condition(reporter, part)).collect();
        read.into_iter().collect::<Option<Vec<_>>>()
    };
    match tree {
        tree::Condition::Or(parts) => all(reporter, parts).map(Condition::Or),
        tree::Condition::And(parts) => all(reporter, parts).map(Condition::And),
        tree::Condition::Atom(atom) => {
            self::atom(reporter, atom).map(|kind| Condition::Atom(Atom { kind, span: atom.span }))
        }
    }
}

fn atom(reporter: &mut Reporter<'_>, atom: &tree::Atom) -> Option<Subject> {
    match atom.kind {
        AtomKind::Group { quantifier, members, verb } => group(reporter, atom.span, quantifier, members, verb),
        AtomKind::Compare { subject, comparison } => {
            let comparison = statements::comparison(reporter, &comparison)?;
            Some(Subject::Compare { name: subject, comparison })
        }
        AtomKind::Trend { subject, verb, comparison, window } => {
            let word = verb.of(reporter.text);
            let known = ["gains", "drops", "varies"];
            if !known.contains(&word) {
                let near = suggest::nearest(
                    word,
                    [
                        Candidate {
                            name: "gains", aliases: &["improves", "rises", "grows", "提升", "上升", "改善"]
                        },
                        Candidate { name: "drops", aliases: &["falls", "loses", "worsens", "下降", "变差"] },
                        Candidate { name: "varies", aliases: &["differs", "spreads", "swings", "波动"] },
                    ]
                    .into_iter(),
                );
                let report = reporter
                    .wrong(&crate::rules::UNKNOWN_WORD, verb, format!("`{word}` is nothing that a metric does"))
                    .label("expected `gains`, `drops` or `varies`")
                    .help("write `M gains < 1% over 2 rounds`, `M drops > 2% over 1 round` or `M varies > 3%`");
                Reporter::replace_name(report, verb, near);
                return None;
            }
            let read = statements::comparison(reporter, &comparison)?;
            if word == "varies" {
                if let Some(window) = window {
                    reporter
                        .wrong(&crate::rules::SYNTAX, window, "`varies` looks at the seeds of the last round alone")
                        .label("no `over … rounds` here");
                    return None;
                }
                return Some(Subject::Varies { name: subject, comparison: read });
            }
            let Some(window) = window else {
                let end = Span::empty(comparison.operand.span().end);
                reporter
                    .wrong(&crate::rules::SYNTAX, verb.to(end), format!("`{word}` needs a number of rounds"))
                    .label("over how many rounds?")
                    .fix(
                        "say over how many rounds",
                        Applicability::Template,
                        vec![Edit::insert(end.end, " over 2 rounds")],
                    );
                return None;
            };
            let rounds = window.of(reporter.text).replace('_', "").parse::<u32>().ok().filter(|rounds| *rounds > 0);
            let Some(rounds) = rounds else {
                reporter
                    .wrong(&crate::rules::WRONG_TYPE, window, "the number of rounds is a whole number from 1")
                    .label("expected a number such as 2");
                return None;
            };
            let direction = if word == "gains" { Direction::Gains } else { Direction::Drops };
            Some(Subject::Trend { name: subject, direction, comparison: read, window: rounds })
        }
    }
}

fn group(reporter: &mut Reporter<'_>, span: Span, quantifier: Span, members: Span, verb: Span) -> Option<Subject> {
    let text = reporter.text;
    let (first, second, third) = (quantifier.of(text), members.of(text), verb.of(text));
    match (first, second, third) {
        ("any", "guard", "fails") => return Some(Subject::AnyFails(Group::Guards)),
        ("any", "requirement", "fails") => return Some(Subject::AnyFails(Group::Requirements)),
        ("all", "guards", "hold") => return Some(Subject::AllHold(Group::Guards)),
        ("all", "requirements", "hold") => return Some(Subject::AllHold(Group::Requirements)),
        _ => {}
    }
    let any = first == "any" || third.starts_with("fail");
    let guards = second.starts_with("guard");
    let meant = match (any, guards) {
        (true, true) => "any guard fails",
        (true, false) => "any requirement fails",
        (false, true) => "all guards hold",
        (false, false) => "all requirements hold",
    };
    let near = strsim::osa_distance(&format!("{first} {second} {third}"), meant) <= 6;
    let report = reporter
        .wrong(&crate::rules::UNKNOWN_WORD, span, format!("`{first} {second} {third}` is no condition"))
        .help("such conditions are `any guard fails`, `any requirement fails`, `all guards hold` and `all requirements hold`");
    if near {
        report.label(format!("did you mean `{meant}`?")).fix(
            format!("write `{meant}`"),
            Applicability::Unsafe,
            vec![Edit::replace(span, meant)],
        );
    } else {
        report.label("not a condition");
    }
    None
}
