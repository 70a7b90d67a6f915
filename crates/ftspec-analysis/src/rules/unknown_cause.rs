//! Nobody has looked yet for the layer that today's problem comes from.

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};
use ftspec_schema::Cause;

/// `unknown-cause`
pub static RULE: Rule = Rule {
    code: "FT114",
    name: "unknown-cause",
    level: Level::Warn,
    route: Some(Route::Sharpen),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The goal does not say in which layer today's problem was found, or says that this is not known.",
            why: "A bad output looks the same whichever layer made it: an unclear prompt, a missing fact, the wrong \
              passage, a lean in the data, a measure that misleads, a rule that nobody enforces, or indeed the model's \
              own habits. Only the last is changed by training. Because it is a model that wrote the output, teams \
              conclude that it is a model problem and go on turning its parameters; the greatest risk of late projects \
              is not a wrong setting but a wrong idea of the layer. Finding it out takes an afternoon, and it decides \
              whether the weeks after it are worth anything.",
            instead: "Take twenty bad outputs. For each ask in turn: could the model do it at all, was it told clearly, \
                  did it have the facts, were the passages right, are the labels right, is the measure right, should \
                  code decide this? Write the commonest answer as `cause`.",
            accept_when: "The plan is for an experiment that is to find out the cause, and nothing else depends on it.",
        },
        zh: Page {
            summary: "目标没有写明今天的问题出在哪一层，或者写着原因未知。",
            why: "一个坏的输出，从表面看不出是哪一层造成的：提示词没说清、缺事实、检索错了、数据偏了、指标误导、规则没有人\
                  执行，或者确实是模型自己的习惯。其中只有最后一种是训练能改的。因为输出是模型写的，团队很自然就认定“既然\
                  是模型问题，那就继续调模型”。项目后期最大的风险，往往不是参数没调好，而是误判了问题所在的层级。查清楚\
                  只要一个下午，却决定了后面几个星期值不值。",
            instead: "拿二十个坏的输出，逐个按顺序问：模型本来做得到吗？话说清楚了吗？事实给它了吗？检索到的段落对吗？标注\
                      对吗？指标对吗？这件事是不是该由代码来定？把最常见的答案写成 `cause`。",
            accept_when: "这份计划本身就是为了查清原因的一次实验，别的事都不靠它。",
        },
        bad: r#"
goal {
  kind:   style
  cause:  unknown
  today:  "Every third note is a list of ticket titles; editors rewrite 40% of them."
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
    let lang = found.lang();
    let goal = spec.goal()?;
    if goal.node().is_empty() {
        return None; // missing-goal speaks
    }
    let help = say!(
        lang,
        "read twenty bad outputs and ask of each: was it told clearly, did it have the facts, are data and measure right, \
         should code decide this? Then write what is left, for example\n  cause: behavior",
        "读二十个坏的输出，逐个问：话说清楚了吗，事实给它了吗，数据和指标对吗，该不该由代码来定？剩下的原因写下来，例如\n  \
         cause: behavior"
    );
    match goal.cause() {
        Field::Broken => return None,
        Field::Missing => {
            found
                .unsaid(
                    goal.keyword(),
                    say!(
                        lang,
                        "the goal does not say where today's problem comes from",
                        "目标没有写明今天的问题出在哪一层"
                    ),
                )
                .label(say!(lang, "`cause` is missing", "缺少 `cause`"))
                .help(help)
                .fix(
                    say!(lang, "say which layer it comes from", "写明问题出在哪一层"),
                    Applicability::Template,
                    vec![goal.node().insertion("cause: behavior")],
                );
        }
        Field::Given(cause) if cause.value == Cause::Unknown => {
            found
                .wrong(
                    cause.span,
                    say!(lang, "nobody knows yet where today's problem comes from", "还不知道今天的问题出在哪一层"),
                )
                .label(say!(lang, "may be a layer that training does not reach", "也许是训练够不到的那一层"))
                .help(help);
        }
        Field::Given(_) => {}
    }
    JUDGED
}
