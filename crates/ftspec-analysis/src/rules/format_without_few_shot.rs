//! A shape that is to be trained before examples of it were shown in the prompt.

use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::{BASELINE, BaselineMethod, GoalKind};

/// `format-without-few-shot`
pub static RULE: Rule = Rule {
    code: "FT112",
    name: "format-without-few-shot",
    level: Level::Warn,
    route: Some(Route::FewShot),
    sources: &[Source::DoAndDont, Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The goal is the shape of the output, and no prompt with examples of that shape was measured.",
            why: "A template and three examples in the prompt fix most shapes at once, and when the shape changes next \
              month, so does the prompt. A training set for a format is in the end nothing but examples, thousands of \
              them, set hard. Tuning is good at shapes where prompting has failed: a structure that the model hits \
              nine times in ten whatever the examples are, at a load where one in ten hurts. Whether this is such a \
              case the reading of a few-shot prompt tells, and nothing else does.",
            instead: "Put the template and three to ten examples into the prompt, awkward ones among them, use the \
                  provider's structured output where there is one, and measure it as a baseline with method few_shot.",
            accept_when: "Examples do not fit into the prompt, by length or by price, and the reason gives the figure.",
        },
        zh: Page {
            summary: "目标是输出格式，却没有测过带示例的提示词。",
            why: "提示词里放一个模板、三个例子，多数格式马上就稳了；下个月格式变了，改提示词就行。为格式准备的训练集，说到\
                  底也只是例子，只不过有几千条，而且改不动了。提示词已经试到头、格式仍然不稳，这时微调确实擅长：例如不管\
                  给什么例子，十次里总有一次出错，而调用量又大到承受不起。是不是这种情况，只有 few-shot 提示词的读数\
                  说得清。",
            instead: "把模板和三到十个例子放进提示词，棘手的也放进去；平台支持结构化输出就用上。测出来，写成一条 few_shot \
                      基线。",
            accept_when: "例子太长或太贵，放不进提示词，而且理由里写明了数字。",
        },
        bad: r#"
goal {
  kind:   format
  cause:  behavior
  today:  "One note in ten breaks the changelog parser."
  target: "Every note is one Markdown list item."
}

baseline prompt_v4 {
  method:   prompt
  attempts: 4
  readings {
    house_style: 62%
    facts:       97%
  }
  shortfall: "wraps long notes over two list items"
}
"#,
        good: r#"
goal {
  kind:   format
  cause:  behavior
  today:  "One note in ten breaks the changelog parser."
  target: "Every note is one Markdown list item."
}

baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings {
    house_style: 62%
    facts:       97%
  }
  shortfall: "wraps long notes over two list items"
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    spec.goal()?;
    let Some(kind) = spec.goals().flat_map(|goal| goal.kinds()).find(|kind| kind.value == GoalKind::Format) else {
        return if spec.goals().any(|goal| goal.kind().is_broken()) { None } else { JUDGED };
    };
    let prompt = spec.baselines().find(|baseline| baseline.is_prompting())?; // prompt-not-tried speaks
    if !spec.knows_all(&BASELINE) || spec.baselines().any(|baseline| baseline.method().given().is_none()) {
        return None; // what could not be read may be the prompt with examples
    }
    let shows_examples = |method| method == BaselineMethod::FewShot;
    let mut unmeasured = None;
    for baseline in spec.baselines() {
        if !baseline.method().given().is_some_and(|method| shows_examples(method.value)) {
            continue;
        }
        if !baseline.node().is_sure_of("readings") {
            return None;
        }
        if baseline.readings().is_some_and(|readings| readings.names().next().is_some()) {
            return JUDGED;
        }
        unmeasured = unmeasured.or(Some(baseline));
    }
    let lang = found.lang();
    let headline = say!(
        lang,
        "a format is to be trained, and no prompt with examples of it was measured",
        "想用微调学会格式，却没有测过带示例的提示词"
    );
    let report = found.wrong(kind.span, headline).label(say!(
        lang,
        "a shape, which examples in the prompt often fix",
        "格式问题，提示词里放几个例子往往就够了"
    ));
    match unmeasured {
        Some(baseline) => {
            let name = baseline.name();
            report
                .also(
                    baseline.place(),
                    say!(lang, "examples in the prompt, but no readings", "提示词里有示例，但没有读数"),
                )
                .help(say!(
                    lang,
                    "measure `{name}` with the metrics of this plan and write down what it reads",
                    "用这份计划的指标测一遍 `{name}`，写下读数"
                ))
        }
        None => report.also(prompt.place(), say!(lang, "a prompt without examples", "这个提示词没有示例")).help(say!(
            lang,
            "put the template and a few worked examples into the prompt, and measure that as a baseline with `method: \
             few_shot`",
            "把模板和几个做好的例子放进提示词，测出来，写成一条 `method: few_shot` 的基线"
        )),
    };
    JUDGED
}
