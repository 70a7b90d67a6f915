//! The blocks of a spec as handles that read like the language.

use std::borrow::Cow;

use ftspec_schema::{
    ACCEPT, BASELINE, BEHAVIOR, BaselineMethod, Cause, DATA, Deployment, Domain, EVAL, EXAMPLE, Exposure, FALLBACK,
    GOAL, GoalKind, KNOWLEDGE, LABELING, METHOD, PARAMETERS, READINGS, RISK, ROUND, Role, STOP, Source, Stage, TASK,
    TaskType, Tier,
};
use ftspec_syntax::Span;

use super::Spec;
use super::conditions::Arm;
use super::eval::Eval;
use super::node::{Field, Named, Node};
use super::readings::Readings;

macro_rules! handles {
    ($($(#[$meta:meta])* $handle:ident),* $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy)]
        pub struct $handle<'s>(pub(crate) Node<'s>);

        impl<'s> $handle<'s> {
            /// The block itself.
            pub fn node(self) -> Node<'s> {
                self.0
            }

            /// Where the keyword stands.
            pub fn keyword(self) -> Span {
                self.0.keyword()
            }

            /// The label's text; empty where there is none.
            pub fn name(self) -> &'s str {
                self.0.name()
            }

            /// Where findings about the whole block point: its label, or its keyword.
            pub fn place(self) -> Span {
                self.0.place()
            }
        }
    )*};
}

handles! {
    /// Which one behaviour should change.
    Goal,
    /// What goes in, what comes out.
    Task,
    /// What the model must and must never do.
    Behavior,
    /// What was tried without training.
    Baseline,
    /// Where facts come from.
    Knowledge,
    /// What teaches, what judges.
    Data,
    /// How it is trained.
    Method,
    /// What can go wrong and what catches it.
    Risk,
    /// What catches a failure.
    Fallback,
    /// When to stop.
    Stop,
    /// One tuning round.
    Round,
    /// A finding that the team lives with.
    Accept,
}

impl<'t> Spec<'t> {
    /// The goal; the first where there are several.
    pub fn goal(&self) -> Option<Goal<'_>> {
        self.goals().next()
    }

    /// Every goal that is written down.
    pub fn goals(&self) -> impl Iterator<Item = Goal<'_>> {
        self.file().children(&GOAL).map(Goal)
    }

    /// The task.
    pub fn task(&self) -> Option<Task<'_>> {
        self.file().child(&TASK).map(Task)
    }

    /// The behaviours in order.
    pub fn behaviors(&self) -> impl Iterator<Item = Behavior<'_>> {
        self.file().children(&BEHAVIOR).map(Behavior)
    }

    /// The baselines in order.
    pub fn baselines(&self) -> impl Iterator<Item = Baseline<'_>> {
        self.file().children(&BASELINE).map(Baseline)
    }

    /// The baseline of a name.
    pub fn baseline(&self, name: &str) -> Option<Baseline<'_>> {
        self.file().child_named(&BASELINE, name).map(Baseline)
    }

    /// The baseline that `eval.against` names, or the only one.
    pub fn reference(&self) -> Option<Baseline<'_>> {
        let eval = self.eval();
        match eval.map(|eval| eval.node().name_of("against")) {
            Some(Field::Given(name)) => self.baseline(name.value),
            Some(Field::Broken) => None,
            Some(Field::Missing) | None => {
                let mut baselines = self.baselines();
                match (baselines.next(), baselines.next()) {
                    (Some(only), None) => Some(only),
                    _ => None,
                }
            }
        }
    }

    /// Where knowledge comes from.
    pub fn knowledge(&self) -> Option<Knowledge<'_>> {
        self.file().child(&KNOWLEDGE).map(Knowledge)
    }

    /// Every block of data.
    pub fn data(&self) -> impl Iterator<Item = Data<'_>> {
        self.file().children(&DATA).map(Data)
    }

    /// The blocks of data that teach.
    pub fn train(&self) -> impl Iterator<Item = Data<'_>> {
        self.data().filter(|data| data.has_role(Role::Train))
    }

    /// The method.
    pub fn method(&self) -> Option<Method<'_>> {
        self.file().child(&METHOD).map(Method)
    }

    /// The evaluation.
    pub fn eval(&self) -> Option<Eval<'_>> {
        self.file().child(&EVAL).map(Eval)
    }

    /// The risk.
    pub fn risk(&self) -> Option<Risk<'_>> {
        self.file().child(&RISK).map(Risk)
    }

    /// The stop table.
    pub fn stop(&self) -> Option<Stop<'_>> {
        self.file().child(&STOP).map(Stop)
    }

    /// The rounds in the order in which they were run.
    pub fn rounds(&self) -> impl Iterator<Item = Round<'_>> {
        self.file().children(&ROUND).map(Round)
    }

    /// The accepted findings.
    pub fn accepts(&self) -> impl Iterator<Item = Accept<'_>> {
        self.file().children(&ACCEPT).map(Accept)
    }
}

impl<'s> Goal<'s> {
    /// What is wrong today.
    pub fn kind(self) -> Field<Named<GoalKind>> {
        self.0.word("kind")
    }

    /// All kinds, where a list of them is written.
    pub fn kinds(self) -> Vec<Named<GoalKind>> {
        self.0.words("kind")
    }

    /// The layer in which the problem was found.
    pub fn cause(self) -> Field<Named<Cause>> {
        self.0.word("cause")
    }

    /// What is observed now.
    pub fn today(self) -> Field<Named<Cow<'s, str>>> {
        self.0.text("today")
    }

    /// What should be observed instead.
    pub fn target(self) -> Field<Named<Cow<'s, str>>> {
        self.0.text("target")
    }
}

impl<'s> Task<'s> {
    /// The type of the task.
    pub fn kind(self) -> Field<Named<TaskType>> {
        self.0.word("type")
    }

    /// What goes in.
    pub fn input(self) -> Field<Named<Cow<'s, str>>> {
        self.0.text("input")
    }

    /// What comes out.
    pub fn output(self) -> Field<Named<Cow<'s, str>>> {
        self.0.text("output")
    }

    /// Where it runs.
    pub fn deployment(self) -> Field<Named<Deployment>> {
        self.0.word("deployment")
    }

    /// Whether the behaviour will be updated again and again.
    pub fn iterates(self) -> Field<Named<bool>> {
        self.0.flag("iterates")
    }
}

impl<'s> Behavior<'s> {
    /// Whether it says what must, or must never, be done.
    pub fn says_what(self) -> bool {
        !self.0.list("must").is_missing() || !self.0.list("never").is_missing()
    }

    /// Whether it says what must never be done, or tries to.
    pub fn has_never(self) -> bool {
        !self.0.list("never").is_missing()
    }

    /// Its examples.
    pub fn examples(self) -> impl Iterator<Item = Node<'s>> {
        self.0.children(&EXAMPLE)
    }
}

impl<'s> Baseline<'s> {
    /// What was tried.
    pub fn method(self) -> Field<Named<BaselineMethod>> {
        self.0.word("method")
    }

    /// Whether it is a prompt of any kind.
    pub fn is_prompting(self) -> bool {
        self.method().given().is_some_and(|method| method.value.is_prompting())
    }

    /// How many versions were tried.
    pub fn attempts(self) -> Field<Named<u64>> {
        self.0.count("attempts")
    }

    /// What it still gets wrong.
    pub fn shortfall(self) -> Field<Named<Cow<'s, str>>> {
        self.0.text("shortfall")
    }

    /// Whether it is said what it still gets wrong, by more than a hole of a template.
    pub fn falls_short(self) -> bool {
        self.0.fills_in("shortfall")
    }

    /// What was measured.
    pub fn readings(self) -> Option<Readings<'s>> {
        self.0.child(&READINGS).map(Readings)
    }
}

impl Knowledge<'_> {
    /// Where facts come from.
    pub fn sources(self) -> Vec<Named<Source>> {
        self.0.words("source")
    }
}

impl<'s> Data<'s> {
    /// What the block is for.
    pub fn role(self) -> Field<Named<Role>> {
        self.0.word("role")
    }

    /// Whether the block surely has this role.
    pub fn has_role(self, role: Role) -> bool {
        self.role().given().is_some_and(|known| known.value == role)
    }

    /// How many examples it has.
    pub fn examples(self) -> Field<Named<u64>> {
        self.0.count("examples")
    }

    /// How labels were made.
    pub fn labeling(self) -> Option<Node<'s>> {
        self.0.child(&LABELING)
    }
}

impl<'s> Method<'s> {
    /// The stages in order.
    pub fn stages(self) -> Vec<Named<Stage>> {
        self.0.words("stage")
    }

    /// The `parameters` block.
    pub fn parameters(self) -> Option<Node<'s>> {
        self.0.child(&PARAMETERS)
    }

    /// How many different seeds are run; zero where none are named.
    pub fn seeds(self) -> usize {
        let mut seeds: Vec<_> = Vec::new();
        for element in self.0.list("seeds").given().unwrap_or_default() {
            if let super::ValueData::Number(seed) = element.data
                && !seeds.contains(&seed.value)
            {
                seeds.push(seed.value);
            }
        }
        seeds.len()
    }
}

impl<'s> Risk<'s> {
    /// The tier as it is written.
    pub fn tier(self) -> Field<Named<Tier>> {
        self.0.word("tier")
    }

    /// The field.
    pub fn domain(self) -> Field<Named<Domain>> {
        self.0.word("domain")
    }

    /// Who meets the output.
    pub fn exposure(self) -> Exposure {
        self.0.word::<Exposure>("exposure").given().map_or(Exposure::Public, |exposure| exposure.value)
    }

    /// What catches a failure.
    pub fn fallbacks(self) -> impl Iterator<Item = Fallback<'s>> {
        self.0.children(&FALLBACK).map(Fallback)
    }
}

impl<'s> Stop<'s> {
    /// The arms from top to bottom.
    pub fn arms(self) -> &'s [Arm] {
        &self.0.spec.arms
    }

    /// Whether there surely is no arm.
    pub fn is_empty(self) -> bool {
        self.0.spec.arms.is_empty() && self.0.is_sure_of("when")
    }
}

impl<'s> Round<'s> {
    /// What was measured.
    pub fn readings(self) -> Option<Readings<'s>> {
        self.0.child(&READINGS).map(Readings)
    }
}
