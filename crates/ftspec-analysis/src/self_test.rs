//! The readiness self-test: five questions that a good case for tuning answers with yes, answered by the plan itself.
//!
//! An answer is *no* only where the plan says so. What it does not say, or says in a way that could not be read, is
//! *unsaid* and speaks neither for nor against.

use ftspec_schema::{BASELINE, DATA, Deployment, TASK};
use ftspec_syntax::Span;

use crate::lang::Lang;
use crate::spec::{Field, Spec};
use crate::words::{one_line, says_too_little};

/// From how many examples on there is enough to train a task.
const MANY_EXAMPLES: u64 = 5_000;

/// The most characters of a value that are shown.
const LONGEST_VALUE: usize = 80;

/// The self-test of one plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelfTest {
    /// In the order of [`Question::ALL`].
    pub answers: [Answered; 5],
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// Whether there are many good examples.
    Examples,
    /// Whether input and output are clear.
    Mapping,
    /// Whether a prompt was tried and falls short.
    Shortfall,
    /// Whether the model has to run in a place of one's own.
    Deployment,
    /// Whether the behaviour is updated again and again.
    Iterates,
}

/// What a plan answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// It says that it is so.
    Yes,
    /// It says that it is not so.
    No,
    /// It does not say.
    Unsaid,
}

/// One question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// What is asked.
    pub question: Question,
    /// What the plan answers.
    pub answer: Answer,
    /// What it says, in its own words and figures, on one line; none where it does not say.
    pub value: Option<String>,
    /// Where it says so.
    pub place: Option<Span>,
}

impl Question {
    /// All five, in the order in which they are asked.
    pub const ALL: [Question; 5] =
        [Question::Examples, Question::Mapping, Question::Shortfall, Question::Deployment, Question::Iterates];

    /// As it is written in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Question::Examples => "examples",
            Question::Mapping => "mapping",
            Question::Shortfall => "shortfall",
            Question::Deployment => "deployment",
            Question::Iterates => "iterates",
        }
    }

    /// The question as it is put to people.
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            Question::Examples => {
                lang.pick("Are there 5 000 or more examples to train on?", "训练样例有 5000 条以上吗？")
            }
            Question::Mapping => lang.pick("Are input and output both clear?", "输入和输出都写清楚了吗？"),
            Question::Shortfall => {
                lang.pick("Was a prompt tried, and does it still fall short?", "提示词试过之后，还有做不稳的地方吗？")
            }
            Question::Deployment => {
                lang.pick("Does the model have to run in a place of your own?", "模型需要部署在本地或私有环境吗？")
            }
            Question::Iterates => {
                lang.pick("Will the behaviour be updated again and again?", "模型的行为需要持续更新迭代吗？")
            }
        }
    }
}

impl Question {
    /// What it is about in a word or two, for a list.
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Question::Examples => lang.pick("5 000 examples", "5000 条样例"),
            Question::Mapping => lang.pick("clear input and output", "输入输出清楚"),
            Question::Shortfall => lang.pick("a prompt that falls short", "提示词做不稳"),
            Question::Deployment => lang.pick("a place of its own to run", "私有部署"),
            Question::Iterates => lang.pick("updates again and again", "持续迭代"),
        }
    }
}

impl Answer {
    /// As it is written in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Answer::Yes => "yes",
            Answer::No => "no",
            Answer::Unsaid => "unsaid",
        }
    }

    /// As it is told to people.
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            Answer::Yes => lang.pick("yes", "是"),
            Answer::No => lang.pick("no", "否"),
            Answer::Unsaid => lang.pick("not said", "未写明"),
        }
    }
}

impl SelfTest {
    /// Puts the five questions to a plan.
    pub fn of(spec: &Spec) -> Self {
        Self { answers: [examples(spec), mapping(spec), shortfall(spec), deployment(spec), iterates(spec)] }
    }

    /// The questions that were answered so.
    pub fn answered(&self, answer: Answer) -> impl Iterator<Item = &Answered> {
        self.answers.iter().filter(move |answered| answered.answer == answer)
    }

    /// Whether everything that the plan says to these questions could be read.
    pub(crate) fn could_read(spec: &Spec) -> bool {
        let task = spec.task();
        spec.knows_all(&TASK)
            && spec.knows_all(&BASELINE)
            && spec.knows_all(&DATA)
            && !task.is_some_and(|task| task.deployment().is_broken() || task.iterates().is_broken())
            && !spec.baselines().any(|it| it.method().is_broken() || it.shortfall().is_broken())
            && !spec.data().any(|data| data.role().is_broken() || data.examples().is_broken())
    }

    /// How many questions were answered so.
    pub fn count(&self, answer: Answer) -> usize {
        self.answered(answer).count()
    }
}

fn said(question: Question, yes: bool, value: impl AsRef<str>, place: Span) -> Answered {
    let answer = if yes { Answer::Yes } else { Answer::No };
    Answered { question, answer, value: Some(one_line(value.as_ref(), LONGEST_VALUE)), place: Some(place) }
}

fn unsaid(question: Question) -> Answered {
    Answered { question, answer: Answer::Unsaid, value: None, place: None }
}

/// Yes as soon as enough examples are known; no only where every train block says how many it has.
fn examples(spec: &Spec) -> Answered {
    let (mut total, mut first, mut all_known) = (0u64, None, spec.knows_all(&DATA));
    all_known &= spec.data().all(|data| data.role().given().is_some());
    for data in spec.train() {
        match data.examples() {
            Field::Given(count) => {
                total = total.saturating_add(count.value);
                first.get_or_insert(count.span);
            }
            Field::Missing | Field::Broken => all_known = false,
        }
    }
    match first {
        Some(place) if all_known || total >= MANY_EXAMPLES => {
            said(Question::Examples, total >= MANY_EXAMPLES, total.to_string(), place)
        }
        _ => unsaid(Question::Examples),
    }
}

fn mapping(spec: &Spec) -> Answered {
    let both = spec.task().and_then(|task| Some((task.input().given()?, task.output().given()?)));
    match both.filter(|(input, output)| !says_too_little(&input.value) && !says_too_little(&output.value)) {
        Some((input, output)) => {
            // Each end is cut by itself, so that a long input leaves room for the output.
            let value =
                format!("{} → {}", one_line(&input.value, LONGEST_VALUE), one_line(&output.value, LONGEST_VALUE));
            let place = if input.span.start < output.span.start { input.span } else { output.span };
            Answered { question: Question::Mapping, answer: Answer::Yes, value: Some(value), place: Some(place) }
        }
        None => unsaid(Question::Mapping),
    }
}

/// No where prompts were tried and none of them is said to fall short.
fn shortfall(spec: &Spec) -> Answered {
    let mut sure = spec.knows_all(&BASELINE);
    let mut without = None;
    for baseline in spec.baselines() {
        sure &= baseline.method().given().is_some();
        if !baseline.is_prompting() {
            continue;
        }
        match baseline.shortfall() {
            Field::Given(_) if !baseline.falls_short() => sure = false,
            Field::Given(shortfall) => return said(Question::Shortfall, true, &shortfall.value, shortfall.span),
            Field::Missing => without = without.or(Some(baseline)),
            Field::Broken => sure = false,
        }
    }
    match without {
        Some(baseline) if sure => said(Question::Shortfall, false, baseline.name(), baseline.place()),
        _ => unsaid(Question::Shortfall),
    }
}

fn deployment(spec: &Spec) -> Answered {
    match spec.task().and_then(|task| task.deployment().given()) {
        Some(place) => {
            said(Question::Deployment, place.value != Deployment::Api, place.span.of(spec.text()), place.span)
        }
        None => unsaid(Question::Deployment),
    }
}

fn iterates(spec: &Spec) -> Answered {
    match spec.task().and_then(|task| task.iterates().given()) {
        Some(again) => said(Question::Iterates, again.value, again.span.of(spec.text()), again.span),
        None => unsaid(Question::Iterates),
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, SelfTest};
    use crate::{Analysis, Config};

    fn answers(text: &str) -> Vec<(&'static str, Option<String>)> {
        let analysis = Analysis::new(text, &Config::default());
        SelfTest::of(analysis.spec()).answers.into_iter().map(|it| (it.answer.name(), it.value)).collect()
    }

    fn words(text: &str) -> String {
        answers(text).into_iter().map(|(answer, _)| answer).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_not_said_counts_neither_way() {
        assert_eq!(words(""), "unsaid unsaid unsaid unsaid unsaid");
        assert_eq!(words("task { input: \"one ticket\" }"), "unsaid unsaid unsaid unsaid unsaid");
        assert_eq!(words("task { deployment: hause, iterates: maybe }"), "unsaid unsaid unsaid unsaid unsaid");
    }

    #[test]
    fn a_hole_counts_neither_way() {
        let holes = "task { input: \"…\", output: \"…\" }\nbaseline p { method: prompt, shortfall: \"…\" }";
        assert_eq!(words(holes), "unsaid unsaid unsaid unsaid unsaid");
        let beside = format!("{holes}\nbaseline q {{ method: few_shot, shortfall: \"drifts\" }}");
        assert_eq!(words(&beside), "unsaid unsaid yes unsaid unsaid");
    }

    #[test]
    fn a_plan_answers_with_its_own_values() {
        let text = r#"
task { input: "one ticket", output: "one note", deployment: api, iterates: true }
baseline first { method: prompt }
baseline second { method: few_shot, shortfall: "falls  back to titles" }
data notes { role: train, examples: 1_200 }
"#;
        let expected = [
            ("no", "1200"),
            ("yes", "one ticket → one note"),
            ("yes", "falls back to titles"),
            ("no", "api"),
            ("yes", "true"),
        ];
        let expected = expected.map(|(answer, value)| (answer, Some(value.to_string())));
        assert_eq!(answers(text), expected);
    }

    #[test]
    fn examples_are_few_only_where_every_block_counts_them() {
        let first = |text: &str| answers(text).swap_remove(0).0;
        assert_eq!(first("data a { role: train, examples: 10 }\ndata b { role: train }"), "unsaid");
        assert_eq!(first("data a { role: train, examples: 9_000 }\ndata b { role: train }"), "yes");
        assert_eq!(first("data a { role: train, examples: 10 }\ndata b { role: train, examples: 20 }"), "no");
        assert_eq!(first("data a { role: train, examples: 10 }\ndata b { examples: 9_000 }"), "unsaid");
    }

    #[test]
    fn a_prompt_that_is_not_said_to_fall_short_is_a_no() {
        let analysis = Analysis::new("baseline p { method: prompt }", &Config::default());
        let test = SelfTest::of(analysis.spec());
        assert_eq!(test.count(Answer::No), 1);
        assert_eq!(test.answered(Answer::No).next().and_then(|it| it.value.clone()), Some("p".to_string()));
        assert_eq!(words("baseline p { method: base_model }"), "unsaid unsaid unsaid unsaid unsaid");
    }
}
