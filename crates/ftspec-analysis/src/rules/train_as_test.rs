//! The examples that teach are the ones that judge.

use crate::diagnostic::{Applicability, Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Data, Named, Spec};
use crate::suggest::listed;
use ftspec_schema::{Enumerated, Role};
use ftspec_syntax::Edit;

/// `train-as-test`
pub static RULE: Rule = Rule {
    code: "FT312",
    name: "train-as-test",
    level: Level::Deny,
    route: Some(Route::FixEval),
    sources: &[Source::Practice],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A metric is judged on data that the model is trained on, or a test file is a training file.",
            why: "A model that has seen the answers repeats them. Its score tells how well it remembers, and rises with \
              every epoch while the behaviour on new input stays where it was or gets worse. The overlap need not be \
              meant: in the standard corpora of the field it touches over 4% of the validation sets (Lee et al., \
              2022, Deduplicating Training Data Makes Language Models Better). And the names of files are only the \
              plainest sign of it. Matching word sequences misses test items that were merely rephrased (Yang et al., \
              2023, Rethinking Benchmark and Contamination), so separate by user, document or time, not by chance.",
            instead: "Set examples aside before the first training and judge on those alone. Split by user, document or \
                  time, so that near copies do not stand on both sides.",
            accept_when: "The metric watches memorising on purpose, and nothing is decided by it.",
        },
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
        bad: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: notes }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
        good: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
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

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    spec.data().next()?;
    judged_on_training(spec, found);
    same_files(spec, found);
    JUDGED
}

fn teaches(data: &Data) -> bool {
    data.has_role(Role::Train) || data.has_role(Role::Replay)
}

fn judges(data: &Data) -> bool {
    data.has_role(Role::Test) || data.has_role(Role::Probe)
}

fn judged_on_training(spec: &Spec, found: &mut Findings) {
    // An `on` of the whole `eval` serves several metrics and is told once.
    let mut places: Vec<(Named<&str>, Data, Vec<&str>)> = Vec::new();
    for metric in spec.eval().into_iter().flat_map(|eval| eval.metrics()) {
        let (Some(on), Some(data)) = (metric.on().given(), metric.data().filter(teaches)) else { continue };
        match places.iter_mut().find(|(place, ..)| place.span == on.span) {
            Some((.., names)) => names.push(metric.name()),
            None => places.push((on, data, vec![metric.name()])),
        }
    }
    let tests: Vec<&str> = spec.data().filter(judges).map(|data| data.name()).collect();
    for (on, data, metrics) in places {
        let (names, verb) = (listed(metrics.iter().copied()), if metrics.len() == 1 { "is" } else { "are" });
        let role = data.role().given().map_or("train", |role| role.value.word().name);
        let report = found
            .wrong(on.span, format!("{names} {verb} judged on what the model learns from"))
            .label(format!("`{}` has role {role}", on.value))
            .also(data.place(), "seen in training");
        match tests.as_slice() {
            [] => report.help(format!("set a part of {} aside before training, as a block with role test", on.value)),
            [only] => report.help(format!("judge on {only}, which the model does not see in training")).fix(
                format!("judge on {only}"),
                Applicability::Unsafe,
                vec![Edit::replace(on.span, *only)],
            ),
            several => report.help(format!("judge on one of {}", listed(several.iter().copied()))),
        };
    }
}

fn same_files(spec: &Spec, found: &mut Findings) {
    let training: Vec<_> = spec
        .data()
        .filter(teaches)
        .flat_map(|data| data.node().texts("path"))
        .map(|path| (settled(&path.value), path.span))
        .collect();
    for data in spec.data().filter(judges) {
        for path in data.node().texts("path") {
            let path_settled = settled(&path.value);
            let Some((_, same)) = training.iter().find(|(other, _)| *other == path_settled) else {
                continue;
            };
            found
                .wrong(path.span, format!("`{}` is read from a file that the model learns from", data.name()))
                .label("judges")
                .also(*same, "teaches")
                .help("split the file before training, and name the part that is kept away here");
        }
    }
}

/// A path without what makes no difference: `./`, doubled slashes, the kind of separator.
fn settled(path: &str) -> String {
    let path = path.trim().replace('\\', "/");
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    format!("{}{}", if path.starts_with('/') { "/" } else { "" }, parts.join("/"))
}
