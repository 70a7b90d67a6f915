//! A task that does not say what goes in and what comes out.

use super::phrases;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Report, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};
use crate::words::says_too_little;
use ftspec_schema::TASK;

/// `unclear-mapping`
pub static RULE: Rule = Rule {
    code: "FT115",
    name: "unclear-mapping",
    level: Level::Warn,
    route: Some(Route::Sharpen),
    sources: &[Source::BehaviorNotKnowledge, Source::DoAndDont],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "There is no task, or its input or output is missing or says less than two words.",
            why: "An example of training data says one thing: given such an input, you produce such an output. Where the \
              plan cannot say what such an input and such an output are, ten people will collect ten kinds of pairs, \
              and the model learns what they have in common, which is little. Tuning pays off where the two are \
              clear, as in a log that becomes an event or a report that becomes a summary, and where a general model \
              still does not hit the structure steadily. And what is not named as input is not there: the model has to \
              guess the order's state if only the customer's message goes in.",
            instead: "Write down everything that goes into one call, and what one good output looks like: its parts, its \
                  length, what it must contain. Two people should collect the same pairs from it.",
            accept_when: "Input and output are fixed by a schema or an interface elsewhere, and the plan names it in \
                      another place.",
        },
        zh: Page {
            summary: "没有写任务，或者任务的输入、输出缺了，又或者写得太短，看不出是什么。",
            why: "一条训练样例只说明一件事：给你这种输入，你必须给我这种输出。计划里说不清“这种”是哪种，十个人就会收集出\
                  十种样例，模型只能学到它们的共同点，而那少得可怜。输入输出规则清晰、通用模型又难以稳定命中结构，这样的\
                  任务微调才划算，比如从原始日志到结构化事件，从报告到摘要。没有写进输入的东西，模型也拿不到：只给它\
                  客户的留言，订单状态就只能靠猜。",
            instead: "写下一次调用里给模型的全部内容，再写下一个好的输出是什么样：有哪几部分、多长、必须包含什么。两个人照着\
                      它去收集，应该收集出同样的样例。",
            accept_when: "输入和输出由别处的 schema 或接口定死，而且计划的其他地方写明了是哪一个。",
        },
        bad: r#"
task {
  type:       generation
  output:     "one release note of at most 60 words"
  deployment: private
  iterates:   true
}
"#,
        good: r#"
task {
  type:       generation
  input:      "merged tickets of one release"
  output:     "one release note of at most 60 words"
  deployment: private
  iterates:   true
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

/// What a template writes, with holes in it.
const INPUT: &str = "\"one … with …\"";
const OUTPUT: &str = "\"one … of at most … words\"";

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let lang = found.lang();
    let help = say!(
        lang,
        "say what goes into one call and what one good output is, for example\n  \
         input:  \"customer message, order record, policy passages\"\n  output: \"one reply of at most 120 words\"",
        "写明一次调用给模型什么，一个好的输出是什么样，例如\n  input:  \"客户留言、订单记录、检索到的政策段落\"\n  \
         output: \"一条不超过 120 字的回复\""
    );
    if spec.lacks(&TASK) {
        let block = format!("task {{\n  type:   generation\n  input:  {INPUT}\n  output: {OUTPUT}\n}}");
        found
            .unsaid(
                spec.header(),
                say!(lang, "nothing says what goes in and what comes out", "没有写明输入什么、输出什么"),
            )
            .label(say!(lang, "no task in this plan", "计划里没有 task"))
            .help(help)
            .fix(
                say!(lang, "describe the task", "写明任务"),
                Applicability::Template,
                vec![spec.file().insertion(&block)],
            );
        return JUDGED;
    }
    let task = spec.task()?;
    let ends = [("input", task.input()), ("output", task.output())];
    if ends.iter().any(|(_, text)| text.is_broken()) {
        return None;
    }
    let missing: Vec<&str> = ends.iter().filter(|(_, text)| text.is_missing()).map(|(name, _)| *name).collect();
    let mut short = Vec::new();
    for (name, text) in &ends {
        if let Field::Given(text) = text
            && says_too_little(&text.value)
        {
            short.push((*name, phrases::in_message(&text.value), text.span));
        }
    }
    let mut report: Report;
    match (&missing[..], &short[..]) {
        ([], []) => return JUDGED,
        // What is written is judged as written, also in a draft that has not said the rest.
        (_, [(name, text, _), ..]) => {
            report = found
                .wrong(
                    task.keyword(),
                    say!(lang, "\"{text}\" says too little of the {name}", "`{name}` 只写了“{text}”，看不出是什么"),
                )
                .label(match missing.first() {
                    Some(other) => say!(lang, "and `{other}` is missing", "`{other}` 也没有写"),
                    None => say!(
                        lang,
                        "two people would collect different pairs from this",
                        "照这样写，两个人会收集出不同的样例"
                    ),
                });
        }
        ([one], []) => {
            report = found
                .unsaid(task.keyword(), say!(lang, "the task does not say its {one}", "任务没有写明 `{one}`"))
                .label(say!(lang, "`{one}` is missing", "缺少 `{one}`"));
        }
        _ => {
            report = found
                .unsaid(
                    task.keyword(),
                    say!(lang, "the task says neither input nor output", "任务既没有写输入，也没有写输出"),
                )
                .label(say!(lang, "`input` and `output` are missing", "缺少 `input` 和 `output`"));
        }
    }
    for (name, _, span) in &short {
        report = report.also(*span, say!(lang, "too short to tell what the {name} is", "太短了，看不出 {name} 是什么"));
    }
    report = report.help(help);
    if short.is_empty() {
        let hole = |name: &&str| format!("{name}: {}", if *name == "input" { INPUT } else { OUTPUT });
        let lines: Vec<String> = missing.iter().map(hole).collect();
        report.fix(
            say!(lang, "say what is missing", "补上缺的部分"),
            Applicability::Template,
            vec![task.node().insertion(&lines.join("\n"))],
        );
    }
    JUDGED
}
