//! The examples that teach are the ones that judge.

use super::training::settled;
use crate::diagnostic::{Applicability, Level, Route};
use crate::hash::HashMap;
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Data, Named, Spec};
use ftspec_schema::{Enumerated, Role};
use ftspec_syntax::{Edit, Span};

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
        zh: Page {
            summary: "有指标在模型训练用的数据上评测，或者测试文件就是训练文件。",
            why: "模型见过答案，就会照着背。这样的分数只说明它记性好不好，每多一个 epoch 都会涨，而在新输入上的表现可能原地不动，\
                  甚至变差。重叠不一定是有意的：常用的标准语料里，验证集有 4% 以上与训练集重叠（Lee 等，2022，Deduplicating \
                  Training Data Makes Language Models Better）。文件名相同只是最明显的迹象；改写过的测试题，靠比对词序列是\
                  查不出来的（Yang 等，2023，Rethinking Benchmark and Contamination），所以要按用户、文档或时间来划分，不要\
                  随机划分。",
            instead: "第一次训练之前就留出一部分样本，只在它们上面评测。按用户、文档或时间划分，免得近似的副本分在两边。",
            accept_when: "这个指标就是专门用来观察背诵程度的，而且不据此做任何决定。",
        },
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
    let mut at: HashMap<Span, usize> = HashMap::default();
    for metric in spec.eval().into_iter().flat_map(|eval| eval.metrics()) {
        let (Some(on), Some(data)) = (metric.on().given(), metric.data().filter(teaches)) else { continue };
        let known = *at.entry(on.span).or_insert(places.len());
        match places.get_mut(known) {
            Some((.., names)) => names.push(metric.name()),
            None => places.push((on, data, vec![metric.name()])),
        }
    }
    let lang = found.lang();
    let tests: Vec<&str> = spec.data().filter(judges).map(|data| data.name()).collect();
    for (on, data, metrics) in places {
        let (names, verb) = (lang.listed(metrics.iter().copied()), if metrics.len() == 1 { "is" } else { "are" });
        let role = data.role().given().map_or("train", |role| role.value.word().name);
        let judged_on = on.value;
        let report = found
            .wrong(
                on.span,
                say!(
                    lang,
                    "{names} {verb} judged on what the model learns from",
                    "{names} 的评测数据就是模型学习用的数据"
                ),
            )
            .label(say!(lang, "`{judged_on}` has role {role}", "`{judged_on}` 的用途是 {role}"))
            .also(data.place(), say!(lang, "seen in training", "训练时见过"));
        match tests.as_slice() {
            [] => report.help(say!(
                lang,
                "set a part of {judged_on} aside before training, as a block with role test",
                "训练之前从 {judged_on} 里留出一部分，写成用途为 test 的数据块"
            )),
            [only] => report
                .help(say!(
                    lang,
                    "judge on {only}, which the model does not see in training",
                    "改在 {only} 上评测，模型训练时看不到它"
                ))
                .fix(
                    say!(lang, "judge on {only}", "改在 {only} 上评测"),
                    Applicability::Unsafe,
                    vec![Edit::replace(on.span, *only)],
                ),
            several => {
                let several = lang.listed(several.iter().copied());
                report.help(say!(lang, "judge on one of {several}", "改在 {several} 中的一个上评测"))
            }
        };
    }
}

fn same_files(spec: &Spec, found: &mut Findings) {
    let lang = found.lang();
    let mut training: HashMap<String, Span> = HashMap::default();
    for path in spec.data().filter(teaches).flat_map(|data| data.node().texts("path")) {
        training.entry(settled(&path.value)).or_insert(path.span);
    }
    for data in spec.data().filter(judges) {
        for path in data.node().texts("path") {
            let Some(same) = training.get(&settled(&path.value)) else { continue };
            let name = data.name();
            found
                .wrong(
                    path.span,
                    say!(
                        lang,
                        "`{name}` is read from a file that the model learns from",
                        "`{name}` 读的文件就是模型学习用的文件"
                    ),
                )
                .label(say!(lang, "judges", "用来评测"))
                .also(*same, say!(lang, "teaches", "用来训练"))
                .help(say!(
                    lang,
                    "split the file before training, and name the part that is kept away here",
                    "训练之前先拆分文件，这里写留出来的那一部分"
                ));
        }
    }
}
