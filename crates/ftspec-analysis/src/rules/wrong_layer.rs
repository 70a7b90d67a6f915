//! A problem that was found outside of the model, and a training that is to mend it.

use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::Cause;

/// `wrong-layer`
pub static RULE: Rule = Rule {
    code: "FT113",
    name: "wrong-layer",
    level: Level::Deny,
    // Each cause has its own.
    route: None,
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The plan itself says that the problem lies in the prompt, the knowledge, the retrieval, the data, the \
                  evaluation or the system, and is to train the model.",
            why: "Parameters change how a model changes; they do not change what kind of problem it is. Data that leans \
              makes a model that leans with more confidence. A wrong measure sends it faster in the wrong direction. \
              Over passages that were badly cut or contradict each other, a tuned model only works harder at a \
              plausible story. Rules with clear terms, many exceptions and much at stake ask for a system that is \
              certain, and weights imitate one. In every one of these the training moves the numbers a little, the \
              problem comes back in another shape, and the uncertainty of the model has covered a fault of the design.",
            instead: "Mend the layer that the cause names, then look at the outputs again. What is still wrong then, and \
                  lies in how the model behaves, may be a goal for tuning, with `cause: behavior`.",
            accept_when: "That layer belongs to somebody else and cannot be mended in time, and the training is a \
                      stopgap with a date.",
        },
        zh: Page {
            summary: "计划自己写明了问题出在提示词、知识、检索、数据、评估或系统，却要去训练模型。",
            why: "参数只能改变模型如何变化，改变不了问题的性质。数据是歪的，参数只会让模型歪得更自信；评估是错的，参数调得\
                  越好，偏得越远；文档切得不合理、证据互相打架，模型再怎么调，也只是更努力地在垃圾证据里编一个合理的\
                  故事；规则明确、例外复杂、责任重大的事，要靠确定性的系统，让统计模型去模拟它很危险。这些情况下去训练，\
                  指标会动一动，问题却换个样子再出现，最后是用模型的不确定性掩盖了系统设计的问题。",
            instead: "先修 `cause` 指出的那一层，再重新看输出。到那时还不对、而且确实是模型行为的问题，才适合微调，写成 \
                      `cause: behavior`。",
            accept_when: "那一层归别人管，短期内修不了，训练只是写明了截止日期的权宜之计。",
        },
        bad: r#"
goal {
  kind:   style
  cause:  data
  today:  "Every third note is a list of ticket titles, as are half of the examples it was taught with."
  target: "Every note says in one calm sentence what changes for the reader."
}
"#,
        good: r#"
goal {
  kind:   style
  cause:  behavior
  today:  "Every third note is a list of ticket titles; editors rewrite 40% of them."
  target: "Every note says in one calm sentence what changes for the reader."
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    spec.goal()?;
    let lang = found.lang();
    for cause in spec.goals().filter_map(|goal| goal.cause().given()) {
        let (route, headline, label, help) = match cause.value {
            Cause::Behavior | Cause::Cost | Cause::Capability | Cause::Unknown => continue,
            Cause::Prompt => (
                Route::Prompt,
                say!(
                    lang,
                    "the cause is the prompt, and training does not mend a prompt",
                    "问题出在提示词，训练模型改不好提示词"
                ),
                say!(lang, "the instruction was unclear", "指令没有说清楚"),
                say!(
                    lang,
                    "state the rule, add the limit and a few examples to the prompt, and measure it again",
                    "在提示词里把规则说清楚，补上限制和几个例子，再测一遍"
                ),
            ),
            Cause::Knowledge => (
                Route::Retrieval,
                say!(
                    lang,
                    "the cause is missing knowledge, which is better looked up than trained in",
                    "问题是缺知识，知识应该去查，不该塞进参数"
                ),
                say!(lang, "facts are missing", "缺的是事实"),
                say!(
                    lang,
                    "bring the facts in with each call, by retrieval, a tool or the input, and measure that as a baseline",
                    "用检索、工具或输入把事实随每次调用带进来，测出来作为基线"
                ),
            ),
            Cause::Retrieval => (
                Route::FixRetrieval,
                say!(
                    lang,
                    "the cause is the retrieval, and a tuned model still answers from the wrong passages",
                    "问题出在检索，模型调得再好，用的还是错的证据"
                ),
                say!(lang, "the wrong passages are found", "找来的段落不对"),
                say!(
                    lang,
                    "look at what was found for twenty bad answers: mend how documents are cut, how many passages are \
                     taken and what happens when they disagree",
                    "挑二十个坏答案，看看当时检索到了什么：先改文档切分、TopK 和证据冲突的处理"
                ),
            ),
            Cause::Data => (
                Route::FixData,
                say!(
                    lang,
                    "the cause is the data, and more training only learns its lean more firmly",
                    "问题出在数据，再训练只会让模型歪得更自信"
                ),
                say!(lang, "the data leans the wrong way", "数据本身是歪的"),
                say!(
                    lang,
                    "agree on how to label, take out what contradicts itself, and add the cases at the edge that are \
                     missing",
                    "统一标注标准，清掉自相矛盾的样例，补上缺的边界样例"
                ),
            ),
            Cause::Evaluation => (
                Route::FixEval,
                say!(
                    lang,
                    "the cause is the evaluation, and training by a wrong measure leads further astray",
                    "问题出在评估，照着错的指标训练，只会越调越偏"
                ),
                say!(lang, "the measure is wrong, not the model", "错的是尺子，不是模型"),
                say!(
                    lang,
                    "show raw outputs to those who will use them, and measure what they object to",
                    "把模型输出原样给业务方看，他们不满意什么，就去测什么"
                ),
            ),
            Cause::System => (
                Route::Rules,
                say!(
                    lang,
                    "the cause lies in the system, and weights cannot keep a rule for certain",
                    "问题要靠系统约束，模型参数守不住规则"
                ),
                say!(lang, "a rule, a limit or a hand-over", "规则、边界或转人工"),
                say!(
                    lang,
                    "let code, a workflow or a policy engine decide it, before or after the model",
                    "交给代码、流程或策略引擎，在模型之前或之后判断"
                ),
            ),
        };
        found.wrong(cause.span, headline).label(label).help(help).route(route);
    }
    if spec.goals().any(|goal| goal.cause().is_broken()) { None } else { JUDGED }
}
