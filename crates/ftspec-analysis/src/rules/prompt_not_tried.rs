//! Training before prompting was tried.

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::{Lang, say};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::BASELINE;

/// `prompt-not-tried`
pub static RULE: Rule = Rule {
    code: "FT107",
    name: "prompt-not-tried",
    level: Level::Deny,
    route: Some(Route::Prompt),
    sources: &[Source::WhenNotToTune, Source::DoAndDont, Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Needed,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "No baseline is a prompt: neither an instruction, nor worked examples, nor steps of thought.",
            why: "Whether a model does as it is told depends first of all on how clearly it is told. One more sentence in \
              the prompt, one limit put into words, and the trouble is often gone: it was a problem of instruction, \
              not of behaviour. Who trains before working on the prompt bakes into the weights what a prompt could \
              have done, and loses the freedom to change it tomorrow. A prompt asks for ten to fifty examples and \
              changes within minutes; a training asks for thousands, and for another training each time.",
            instead: "Give the prompt a few honest days: state the rule, show examples, say what not to do. Measure each \
                  version with the metrics of this plan, and write down what the best one still gets wrong.",
            accept_when: "There is no prompt to work on: the model takes no instruction, or a prompt of any length is \
                      ruled out by delay or price.",
        },
        zh: Page {
            summary: "基线里没有一个是提示词：没有指令，没有带示例的，也没有逐步思考的。",
            why: "模型听不听话，很大程度取决于你有没有把话说清楚。提示词里多写一句话、加一条限制，问题常常就没了：\
                  那是指令表达的问题，不是模型行为的问题。还没认真打磨提示词就去训练，等于把提示词本来能解决的问题\
                  固化进参数，反而降低了灵活性。写提示词只要十到五十条样例，几分钟就能改一版；训练要几千条，每改一\
                  次还要再训一次。",
            instead: "认真打磨几天提示词：把规则说清楚，给出例子，写明不要做什么。每一版都用这份计划的指标去测，再\
                      写下最好的一版还差在哪里。",
            accept_when: "没有提示词可写：模型不接受指令，或者因为延迟、价格，再短的提示词也放不下。",
        },
        bad: r#"
baseline untuned {
  method: base_model
  readings {
    house_style: 31%
    facts:       95%
  }
}
"#,
        good: r#"
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
    let lang = found.lang();
    let (span, label) = match spec.baselines().next() {
        None if spec.lacks(&BASELINE) => (spec.header(), say!(lang, "no baseline in this plan", "计划里没有 baseline")),
        None => return None,
        Some(_) if spec.baselines().any(|baseline| baseline.is_prompting()) => return JUDGED,
        Some(_) if !spec.knows_all(&BASELINE) || spec.baselines().any(|it| it.method().given().is_none()) => {
            return None; // what could not be read may be the prompt
        }
        Some(first) => {
            let names = spec.baselines().map(|baseline| baseline.name()).filter(|name| !name.is_empty());
            let label = match lang {
                Lang::En => {
                    let verb = if spec.baselines().count() == 1 { "is" } else { "are" };
                    format!("{} {verb} no prompt", lang.listed(names))
                }
                Lang::Zh => {
                    format!("{} 不是提示词", lang.listed(names))
                }
            };
            (first.keyword(), label.trim_start().to_string())
        }
    };
    let free = (1..).map(|version| format!("prompt_v{version}")).find(|name| spec.baseline(name).is_none());
    let block = format!("baseline {} {{\n  method:    few_shot\n  shortfall: \"…\"\n}}", free.unwrap_or_default());
    found
        .unsaid(span, say!(lang, "no prompt was tried before training", "训练之前没有试过提示词"))
        .label(label)
        .help(say!(
            lang,
            "work out a prompt, measure it, and add it as a baseline with method prompt, few_shot or chain_of_thought",
            "写好一个提示词，测一遍，加成一条基线，`method` 写 prompt、few_shot 或 chain_of_thought"
        ))
        .fix(
            say!(lang, "add a prompting baseline", "加一条提示词基线"),
            Applicability::Template,
            vec![spec.file().insertion(&block)],
        );
    JUDGED
}
