//! A baseline so bad that the measuring, and not the model, is the likelier fault.

use ftspec_schema::{Dimension, Enumerated, MetricMethod, TaskType};
use rust_decimal::Decimal;

use crate::diagnostic::{Level, Route};
use crate::hash::HashMap;
use crate::lang::say;
use crate::rule::{
    Docs, Findings, JUDGED, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure,
};
use crate::spec::{Metric, Reading, Spec};

/// `baseline-below-chance`
pub static RULE: Rule = Rule {
    code: "FT417",
    name: "baseline-below-chance",
    level: Level::Warn,
    route: Some(Route::FixEval),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "On a classification or ranking task, a baseline reads accuracy, F1 or exact match at 5% or less.",
            why: "A prompt that understands the task gets some of it right; even guessing among ten labels reads 10%. A \
              figure near zero nearly always comes from the measuring: the output has a full stop behind the label, \
              the label is written in another language or another case, the parser takes the first word of a \
              sentence, the gold column is shifted by one. Training then teaches the format within an hour, the \
              figure leaps, say, from 2% to 85%, and the whole gain is what a line in the prompt or in the parser would \
              have brought. A baseline that was broken makes every training look good.",
            instead: "Read twenty outputs of the baseline beside the expected answers, by eye. Mend the parsing or tell \
                  the prompt which labels there are and how to write them, then measure the baseline anew.",
            accept_when: "There are hundreds of labels, so that chance itself lies near zero, and the outputs were read \
                      and are really wrong.",
        },
        zh: Page {
            summary: "分类或排序任务里，某个基线的 accuracy、F1 或 exact match 只有 5% 甚至更低。",
            why: "提示词只要看懂了任务，总能答对一些；十个标签里瞎猜，也有 10%。读数接近零，多半是测的方法出了问题：标签后面\
                  多了个句号，标签用了另一种语言或大小写，解析只取了句子的第一个词，标准答案错了一行。这时去训练，一个小时\
                  就学会了格式，数字可能从 2% 跳到 85%，而这全部的“提升”，本来在提示词或解析里改一行就能得到。基线要是坏的，\
                  什么训练看起来都很成功。",
            instead: "拿基线的二十条输出和标准答案放在一起，用眼睛看一遍。修好解析，或者在提示词里写清有哪些标签、怎么写，\
                      然后重新测一遍基线。",
            accept_when: "标签有几百个，瞎猜本来就接近零；而且输出已经看过，确实是错的。",
        },
        bad: r#"
task {
  type:       classification
  input:      "one merged ticket with its title"
  output:     "one of the twelve areas of the product"
  deployment: private
  iterates:   true
}

baseline prompt_v4 {
  method:    few_shot
  attempts:  4
  readings { house_style: 62%, facts: 2% }
  shortfall: "answers with a sentence instead of an area"
}
"#,
        good: r#"
task {
  type:       classification
  input:      "one merged ticket with its title"
  output:     "one of the twelve areas of the product"
  deployment: private
  iterates:   true
}

baseline prompt_v4 {
  method:    few_shot
  attempts:  5
  readings { house_style: 62%, facts: 71% }
  shortfall: "takes billing for accounts in long tickets"
}
"#,
    },
    options: &[RuleOption {
        name: "minimum",
        default: figure(5, 2),
        vendor: None,
        unit: OptionUnit::Share,
        en: "the reading that a baseline has to exceed, as a share of the scale",
        zh: "基线读数必须超过的下限，按量程的占比计",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let task = spec.task()?.kind().given()?;
    if !matches!(task.value, TaskType::Classification | TaskType::Ranking) {
        return JUDGED;
    }
    let eval = spec.eval()?;
    spec.baselines().next()?;
    let hits: HashMap<&str, (Metric, MetricMethod)> = eval
        .metrics()
        .filter_map(|metric| Some((metric.name(), (metric, metric.method().given()?.value))))
        .filter(|(_, (_, method))| {
            matches!(method, MetricMethod::Accuracy | MetricMethod::F1 | MetricMethod::ExactMatch)
        })
        .collect();
    let minimum = found.option("minimum");
    let lang = found.lang();
    let bound = RULE.options[0].show(minimum);
    for baseline in spec.baselines() {
        for reading in baseline.readings().into_iter().flat_map(|readings| readings.all()) {
            let Some((metric, method)) = hits.get(reading.metric.value) else { continue };
            if share(*metric, &reading).is_none_or(|share| share > minimum) {
                continue;
            }
            let (name, reads, measure) = (baseline.name(), reading.mean(), reading.metric.value);
            let (method, kind) = (method.word().name, task.value.word().name);
            found
                .wrong(
                    reading.span,
                    say!(
                        lang,
                        "`{name}` reads {reads} in `{measure}`: the measuring is likelier broken than the model",
                        "`{name}` 的 `{measure}` 只有 {reads}，更可能是测错了，而不是模型不行"
                    ),
                )
                .label(say!(lang, "{method} of {bound} or less", "{method} 不高于 {bound}"))
                .also(task.span, say!(lang, "guessing does better in {kind}", "{kind} 任务里，瞎猜都不止这么多"))
                .help(say!(
                    lang,
                    "read twenty outputs of `{name}` beside the expected answers: how labels are written, how the output \
                     is parsed, whether the rows belong together; then measure it anew",
                    "拿 `{name}` 的二十条输出和标准答案对着看：标签怎么写，输出怎么解析，行有没有对齐；改好再重新测一遍"
                ));
        }
    }
    JUDGED
}

/// The mean of a reading as a share of its metric's scale; none where it is no plain figure or out of its scale, which
/// something else has said.
fn share(metric: Metric, reading: &Reading) -> Option<Decimal> {
    let mean = reading.mean();
    let (low, high) = metric.scale()?;
    if mean.dimension() != Dimension::Plain || mean.value < low || mean.value > high {
        return None;
    }
    mean.value.checked_sub(low)?.checked_div(high.checked_sub(low)?)
}
