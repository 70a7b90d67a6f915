//! A model that judges its own family, or that nobody names.

use ftspec_schema::{Judge, Role};
use ftspec_syntax::Span;

use super::evaluation::listed;
use super::model_families::families_of;
use crate::diagnostic::{Applicability, Level, Route};
use crate::hash::HashMap;
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Metric, Spec};

/// `judge-of-its-own-kin`
pub static RULE: Rule = Rule {
    code: "FT416",
    name: "judge-of-its-own-kin",
    level: Level::Warn,
    route: Some(Route::FixEval),
    sources: &[Source::Practice],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A model judges, and it is of the same family as the model that is tuned or the one that wrote its \
                  training data; or nothing says which model judges.",
            why: "A strong model judges much as people do, but it likes its own way of writing, and that of its kin \
              (Zheng et al., 2023, Judging LLM-as-a-Judge with MT-Bench and Chatbot Arena). When the judge wrote the \
              training data, each round that brings the tuned model nearer to its teacher raises the score, whether \
              the answers are better or not: the measure rewards exactly what imitation does best. A judge without a \
              name is no better. Hosted models change behind the same address, and a figure from March cannot be set \
              beside one from June when nobody knows who gave it.",
            instead: "Take a judge of another maker, name it with its version, and let people judge fifty of the same \
                  items once: where the two disagree, the figure says little. Whatever a program can decide, let a \
                  program decide.",
            accept_when: "The agreement of this very judge with people was measured on this task, and the reason gives \
                      the figure.",
        },
        zh: Page {
            summary: "由模型来评，而它和被微调的模型、或者写训练数据的老师模型是一家；又或者没有写是哪个模型在评。",
            why: "强模型打分和人相当接近，但它偏爱自己的写法，也偏爱同族的写法（Zheng 等，2023，Judging LLM-as-a-Judge \
                  with MT-Bench and Chatbot Arena）。如果训练数据就是裁判写的，那么每训一轮，模型更像老师一点，分数就高一\
                  点，不管答案有没有变好：这个指标奖励的，正是模仿最拿手的东西。不写名字的裁判也好不到哪里去。托管的模型会在\
                  同一个地址后面悄悄更新，三月的分数和六月的分数没法放在一起比，因为没人知道是谁打的。",
            instead: "换一家的模型当裁判，写明名字和版本；再请人把其中五十条评一遍，两边意见不一的地方，分数就说明不了什么。\
                      能由程序判的，就交给程序判。",
            accept_when: "就在这个任务上测过这个裁判和人的一致程度，理由里写出了数字。",
        },
        bad: r#"
eval {
  coverage: full
  metric house_style {
    measures:    style
    method:      rubric
    judge:       model
    judge_model: "qwen-max-2025-01-25"
    on:          held_out
  }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
        good: r#"
eval {
  coverage: full
  metric house_style {
    measures:    style
    method:      rubric
    judge:       model
    judge_model: "mistral-large-2407"
    on:          held_out
  }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

/// A judge with a name, and the metrics that it judges.
struct NamedJudge<'s> {
    /// Where it says that a model judges.
    judge: Span,
    model: String,
    /// Where the model stands.
    place: Span,
    metrics: Vec<&'s str>,
}

/// A model that the judge should not be related to.
struct Relative {
    /// As it is written.
    name: String,
    place: Span,
    is_teacher: bool,
}

/// The base model, and the teachers of the data that it is trained on, found by what they are called.
#[derive(Default)]
struct Relatives {
    all: Vec<Relative>,
    /// The first of each family.
    by_family: HashMap<&'static str, usize>,
    /// By name, whatever the case of its letters.
    by_name: HashMap<String, usize>,
}

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let eval = spec.eval()?; // no-eval-plan speaks
    eval.metrics().next()?;
    let shared = eval.node().word::<Judge>("judge");
    let mut unnamed: Vec<Metric> = Vec::new(); // all that `eval` gives a model without a name
    let mut named: Vec<NamedJudge> = Vec::new();
    let mut known: HashMap<(Span, String), usize> = HashMap::default();
    for metric in eval.metrics() {
        let own = metric.node().word::<Judge>("judge");
        let judge = match (own, shared) {
            (Field::Given(judge), _) if judge.value == Judge::Model => judge,
            // What a program computes is computed, whoever judges the rest.
            (Field::Missing, Field::Given(judge)) if judge.value == Judge::Model && !is_computed(metric) => judge,
            _ => continue,
        };
        match metric.node().text("judge_model") {
            Field::Given(model) => {
                let name = model.value.into_owned();
                let at = *known.entry((judge.span, name.clone())).or_insert(named.len());
                if at == named.len() {
                    named.push(NamedJudge { judge: judge.span, model: name, place: model.span, metrics: Vec::new() });
                }
                named[at].metrics.push(metric.name());
            }
            Field::Missing if own.is_missing() => unnamed.push(metric),
            Field::Missing => nameless(judge.span, &[metric], found),
            Field::Broken => {}
        }
    }
    if !named.is_empty() {
        // Most plans have no model for a judge, and need not know its kin.
        let relatives = Relatives::of(spec);
        named.iter().for_each(|judge| kin(judge, &relatives, found));
    }
    if let (Field::Given(judge), false) = (shared, unnamed.is_empty()) {
        nameless(judge.span, &unnamed, found);
    }
    JUDGED
}

impl Relatives {
    fn of(spec: &Spec) -> Self {
        let base = spec.method().and_then(|method| method.node().text("base_model").given());
        let teachers = spec.data().filter(|data| data.has_role(Role::Train));
        let teachers = teachers.filter_map(|data| data.node().text("teacher").given());
        let models = base.into_iter().map(|name| (name, false)).chain(teachers.map(|name| (name, true)));
        let mut relatives = Self::default();
        for (model, is_teacher) in models {
            let at = relatives.all.len();
            for family in families_of(&model.value) {
                relatives.by_family.entry(family).or_insert(at);
            }
            relatives.by_name.entry(plain(&model.value)).or_insert(at);
            relatives.all.push(Relative { name: model.value.into_owned(), place: model.span, is_teacher });
        }
        relatives
    }

    /// The first relative of a model, with the family that both are of; no family where they are one model that no
    /// row of the table knows.
    fn kin_of(&self, model: &str) -> Option<(&Relative, Option<&'static str>)> {
        let families = families_of(model);
        let by_family = families.iter().filter_map(|family| Some((*self.by_family.get(family)?, Some(*family))));
        let by_name = self.by_name.get(&plain(model)).map(|at| (*at, None));
        let (at, family) = by_family.chain(by_name).min_by_key(|(at, _)| *at)?;
        Some((&self.all[at], family))
    }
}

/// A name without the differences that make no other model of it.
fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Whether a program computes the metric by its method.
fn is_computed(metric: Metric) -> bool {
    metric.method().given().is_some_and(|method| method.value.default_judge() == Some(Judge::Program))
}

fn kin(judge: &NamedJudge, relatives: &Relatives, found: &mut Findings) {
    let model = judge.model.as_str();
    let Some((relative, family)) = relatives.kin_of(model) else { return };
    let lang = found.lang();
    let (written, other) = (shortened(model), shortened(&relative.name));
    let names = listed(lang, judge.metrics.iter().copied());
    let are = if judge.metrics.len() == 1 { "is" } else { "are" };
    let headline = match relative.is_teacher {
        true => say!(
            lang,
            "{names} {are} judged by kin of the model that wrote the training data",
            "{names} 的裁判和写训练数据的模型是一家"
        ),
        false => {
            say!(lang, "{names} {are} judged by kin of the model that is tuned", "{names} 的裁判和被微调的模型是一家")
        }
    };
    let of_family = match family {
        Some(family) => say!(lang, "of the {family} family", "属于 {family} 家族"),
        None => say!(lang, "the same model", "就是同一个模型"),
    };
    found
        .wrong(judge.judge, headline)
        .label(say!(lang, "{written} judges", "裁判是 {written}"))
        .also(judge.place, of_family.clone())
        .also(
            relative.place,
            match (relative.is_teacher, family) {
                (true, Some(_)) => say!(lang, "the teacher, {of_family} too", "老师模型，也{of_family}"),
                (true, None) => say!(lang, "the teacher", "老师模型"),
                (false, Some(_)) => say!(lang, "the base model, {of_family} too", "基座模型，也{of_family}"),
                (false, None) => say!(lang, "the base model", "基座模型"),
            },
        )
        .help(say!(
            lang,
            "let a model of another maker than {other} judge, or people; and compare the judge with people on fifty items",
            "换一个和 {other} 不同家的模型来评，或者由人来评；并用五十条样本核对裁判和人的意见"
        ));
}

fn nameless(judge: Span, metrics: &[Metric], found: &mut Findings) {
    let lang = found.lang();
    let names = listed(lang, metrics.iter().map(|metric| metric.name()));
    let edits = metrics.iter().map(|metric| metric.node().insertion("judge_model: \"…\"")).collect();
    let mut report = found
        .wrong(
            judge,
            say!(lang, "a model judges {names}, and nothing says which", "{names} 由模型来评，却没写是哪个模型"),
        )
        .label(say!(lang, "which model, and which version", "哪个模型，哪个版本"))
        .help(say!(
            lang,
            "name it with its version, of another family than the base model and the teacher: `judge_model: \"…\"`",
            "写明名字和版本，并且不要和基座模型或老师模型同族：`judge_model: \"…\"`"
        ));
    for metric in metrics.iter().take(3).filter(|_| metrics.len() > 1) {
        report = report.also(metric.place(), say!(lang, "no `judge_model`", "没有 `judge_model`"));
    }
    report.fix(say!(lang, "name the judge", "写明裁判"), Applicability::Template, edits);
}

/// A model's name, cut to a bearable length.
fn shortened(name: &str) -> String {
    const LONGEST: usize = 60;
    let name = name.trim();
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_string(),
    }
}
