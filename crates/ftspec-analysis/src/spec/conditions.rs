//! Stop conditions: the arms of `stop`, typed.

use ftspec_schema::{Action, Enumerated};
use ftspec_syntax::tree::{self, AtomKind};
use ftspec_syntax::{Edit, Span};

use super::statements::{self, Comparison};
use crate::diagnostic::Applicability;
use crate::lang::say;
use crate::language::Reporter;
use crate::rules::{SYNTAX, UNKNOWN_WORD, WRONG_TYPE};
use crate::suggest::{self, Candidate};

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
    let lang = reporter.lang;
    let (title, actions) = (lang.title(set), lang.listed(set.words.iter().map(|word| word.name)));
    let report = reporter
        .wrong(&UNKNOWN_WORD, span, say!(lang, "`{written}` is no {title}", "没有 `{written}` 这种{title}"))
        .label(lang.pick("not an action", "不是动作"))
        .help(say!(lang, "the actions are {actions}", "可用的动作有 {actions}"));
    Reporter::replace_name(lang, report, span, near);
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
    let lang = reporter.lang;
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
                let message = say!(lang, "`{word}` is nothing that a metric does", "指标没有 `{word}` 这种变化");
                let report = reporter
                    .wrong(&UNKNOWN_WORD, verb, message)
                    .label(lang.pick("expected `gains`, `drops` or `varies`", "应为 `gains`、`drops` 或 `varies`"))
                    .help(lang.pick(
                        "write `M gains < 1% over 2 rounds`, `M drops > 2% over 1 round` or `M varies > 3%`",
                        "写法有 `M gains < 1% over 2 rounds`、`M drops > 2% over 1 round` 和 `M varies > 3%`",
                    ));
                Reporter::replace_name(lang, report, verb, near);
                return None;
            }
            let read = statements::comparison(reporter, &comparison)?;
            if word == "varies" {
                if let Some(window) = window {
                    let message = lang.pick(
                        "`varies` looks at the seeds of the last round alone",
                        "`varies` 只看最近一轮各个随机种子之间的差异",
                    );
                    reporter
                        .wrong(&SYNTAX, window, message)
                        .label(lang.pick("no `over … rounds` here", "这里不写 `over … rounds`"));
                    return None;
                }
                return Some(Subject::Varies { name: subject, comparison: read });
            }
            let Some(window) = window else {
                let end = Span::empty(comparison.operand.span().end);
                reporter
                    .wrong(
                        &SYNTAX,
                        verb.to(end),
                        say!(lang, "`{word}` needs a number of rounds", "`{word}` 后面要写明看几轮"),
                    )
                    .label(lang.pick("over how many rounds?", "看几轮？"))
                    .fix(
                        lang.pick("say over how many rounds", "写明看几轮"),
                        Applicability::Template,
                        vec![Edit::insert(end.end, " over 2 rounds")],
                    );
                return None;
            };
            let rounds = window.of(reporter.text).replace('_', "").parse::<u32>().ok().filter(|rounds| *rounds > 0);
            let Some(rounds) = rounds else {
                reporter
                    .wrong(
                        &WRONG_TYPE,
                        window,
                        lang.pick("the number of rounds is a whole number from 1", "轮数是从 1 开始的整数"),
                    )
                    .label(lang.pick("expected a number such as 2", "应为 2 这样的整数"));
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
    let lang = reporter.lang;
    let message = say!(lang, "`{first} {second} {third}` is no condition", "没有 `{first} {second} {third}` 这种条件");
    let report =
        reporter.wrong(&UNKNOWN_WORD, span, message).label(lang.pick("not a condition", "不是条件")).help(lang.pick(
            "such conditions are `any guard fails`, `any requirement fails`, `all guards hold` and \
             `all requirements hold`",
            "这类条件有 `any guard fails`、`any requirement fails`、`all guards hold` 和 `all requirements hold`",
        ));
    Reporter::replace_name(lang, report, span, near.then_some(meant));
    None
}
