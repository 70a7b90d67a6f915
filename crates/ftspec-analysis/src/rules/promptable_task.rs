//! Work that prompts usually do well, and no figure that shows how well one does it here.

use crate::diagnostic::{Level, Route};
use crate::hash::HashSet;
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Baseline, Spec};
use ftspec_schema::{BASELINE, Enumerated, TaskType};

/// `promptable-task`
pub static RULE: Rule = Rule {
    code: "FT110",
    name: "promptable-task",
    level: Level::Warn,
    route: Some(Route::Prompt),
    sources: &[Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The task is one that prompts usually do well, and no prompt was measured by what the plan requires.",
            why: "Translating, rewriting, extracting, answering plain questions and summarising are what general models \
              are best at. A prompt often does them well enough on the first day, and then a training is money spent \
              on what was there already. It may be different here; tone, terms or an odd source can make it so. But \
              that is a figure, not a feeling: without the prompt's reading of what is required, nobody can say what \
              the training has to add, nor afterwards what it added.",
            instead: "Run the best prompt on the same test data, judge it by the required metrics and write the readings \
                  into its baseline.",
            accept_when: "The prompt cannot be measured before the training, since the data it would be measured on \
                      may not leave the house.",
        },
        zh: Page {
            summary: "这类任务提示词通常就能做好，而计划要求的指标却没有一个在提示词上测过。",
            why: "翻译、改写、信息抽取、普通问答和常规总结，正是通用模型最拿手的事。好好写一个提示词，往往第一天就够用了；\
                  再去微调，只是把钱花在已经有的东西上。你这里也许不一样：语气、术语或者少见的原文都可能让它变难。但这要\
                  靠数字说话，不能凭感觉：不知道提示词在要求的指标上读数是多少，就说不清训练该补上什么，事后也说不清它\
                  补上了什么。",
            instead: "用同一批测试数据跑最好的那版提示词，按要求的指标打分，把读数写进它的基线。",
            accept_when: "数据不能外传，训练之前没有办法拿它测提示词。",
        },
        bad: r#"
task {
  type:       rewriting
  input:      "merged tickets of one release"
  output:     "one release note of at most 60 words"
  deployment: private
  iterates:   true
}

baseline untuned {
  method: base_model
  readings {
    house_style: 31%
    facts:       95%
  }
}

baseline prompt_v4 {
  method:    few_shot
  attempts:  4
  shortfall: "falls back to ticket titles on large releases"
}

eval {
  against:  untuned
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
        good: r#"
task {
  type:       rewriting
  input:      "merged tickets of one release"
  output:     "one release note of at most 60 words"
  deployment: private
  iterates:   true
}

baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings {
    house_style: 62%
    facts:       97%
  }
  shortfall: "falls back to ticket titles on large releases"
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let kind = spec.task()?.kind().given()?;
    if !is_promptable(kind.value) {
        return JUDGED;
    }
    let first = spec.baselines().find(|baseline| baseline.is_prompting())?; // prompt-not-tried speaks
    let eval = spec.eval()?;
    let required: Vec<&str> = eval.requirements().map(|require| require.metric().value).collect();
    let (wanted, more) = required.split_first()?; // no-requirement speaks
    let unread = |baseline: Baseline| baseline.method().given().is_none();
    if !spec.knows_all(&BASELINE) || !eval.node().is_sure_of("require") || spec.baselines().any(unread) {
        return None; // what could not be read may be the prompt, or the metric, that was measured
    }
    let names: HashSet<&str> = required.iter().copied().collect();
    for baseline in spec.baselines().filter(|baseline| baseline.is_prompting()) {
        if !baseline.node().is_sure_of("readings") {
            return None;
        }
        // A reading that could not be understood is one that was made.
        if baseline.readings().is_some_and(|readings| readings.names().any(|name| names.contains(name))) {
            return JUDGED;
        }
    }
    let lang = found.lang();
    let (task, name) = (kind.value.word().name, first.name());
    let count = names.len();
    found
        .unsaid(
            kind.span,
            say!(
                lang,
                "nothing shows how far a prompt gets with `{task}`",
                "`{task}` 类任务，没有读数说明提示词能做到哪一步"
            ),
        )
        .label(say!(lang, "a task that prompts usually do well", "这类任务提示词通常就能做好"))
        .also(
            first.place(),
            match more.len() {
                0 => say!(lang, "a prompt, with no reading of `{wanted}`", "这个提示词没有 `{wanted}` 的读数"),
                _ => say!(lang, "a prompt, with a reading of none of {count} required metrics", "要求的 {count} 个指标，这个提示词都没有读数"),
            },
        )
        .help(say!(
            lang,
            "judge `{name}` by what is required, on the same data, and write down what it reads:\n  readings {{ {wanted}: … }}",
            "在同一批数据上按要求的指标测 `{name}`，写下读数：\n  readings {{ {wanted}: … }}"
        ));
    JUDGED
}

fn is_promptable(kind: TaskType) -> bool {
    use TaskType::*;
    matches!(kind, Translation | Rewriting | Extraction | QuestionAnswering | Summarization)
}
