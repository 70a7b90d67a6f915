//! Nobody who has to live with the outputs reads any of them.

use ftspec_schema::{Enumerated, Judge, METRIC, MetricMethod, REVIEW, Tier};
use ftspec_syntax::Span;

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Eval, Field, Named, Spec};

/// `no-business-review`
pub static RULE: Rule = Rule {
    code: "FT411",
    name: "no-business-review",
    level: Level::Warn,
    route: Some(Route::FixEval),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::AtTierLow,
    docs: Docs {
        en: Page {
            summary: "No `review` is planned, although a wrong answer costs something or no person judges any metric.",
            why: "Figures can rise with every setting while the people who own the product keep saying that something \
              is off. They are right more often than the figures: they see what no metric was written for. The test \
              is one question. Shown the outputs as they are, without scores, might they say: this is dangerous, \
              but the score looks good? If they might, the fault is in the evaluation, and better parameters only \
              run faster in the wrong direction. An afternoon of reading settles it, and it has to be planned, or \
              it happens after the release.",
            instead: "Let those who will have to live with the outputs read a hundred of them, drawn by chance, and \
                  answer one question with yes or no: `review { by: \"support leads\", samples: 100, question: \
                  \"Would you send this as it is?\" }`.",
            accept_when: "The output is read by programs alone, and they check it completely: a query that runs, a test \
                      that passes, a label that is known.",
        },
        zh: Page {
            summary: "没有安排 `review`，而答错是有代价的，或者没有一个指标由人来评。",
            why: "参数怎么调，指标都能提升，业务方却总觉得“不太对”。这时候，对的往往是业务方：他们看得见没有人写成指标的东西。\
                  不妨问一个问题：如果把模型输出原样给业务方看，不给分数，他们会不会觉得“这很危险，但指标看起来很好”？如果会，\
                  问题就出在评测上，继续调参只是在错误的坐标系里跑得更快。读一个下午就有答案。但这件事要提前排进计划，否则\
                  就会变成上线之后才做。",
            instead: "让将来要和这些输出打交道的人，随机抽一百条读一遍，只用“是”或“否”回答一个问题：`review { by: \"客服\
                      主管\", samples: 100, question: \"这条回复你会原样发出去吗？\" }`。",
            accept_when: "输出只给程序用，而且程序能完整检查：查询能跑通，测试能通过，标签是已知的。",
        },
        bad: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: program, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
}
"#,
        good: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: program, on: held_out }
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
    let eval = spec.eval()?; // no-eval-plan speaks
    eval.metrics().next()?;
    let empty = eval.review().filter(|review| review.is_empty());
    if eval.review().is_some() && empty.is_none() {
        return JUDGED;
    }
    if empty.is_none() && !eval.node().lacks(&REVIEW) {
        return None; // something broken may be one
    }
    let tier = match spec.risk().map(|risk| risk.tier()) {
        Some(Field::Broken) => return None,
        Some(Field::Given(tier)) => Some(tier),
        Some(Field::Missing) | None => None,
    };
    let costly = tier.filter(|tier| tier.value >= Tier::Medium);
    if costly.is_none() {
        match people_judge(eval) {
            Some(true) => return JUDGED,
            None => return None,
            Some(false) => {}
        }
        if tier.is_some_and(|tier| tier.value == Tier::Low) && settled_by_programs(eval)? {
            return JUDGED;
        }
    }
    report(spec, eval, costly, empty.map(|review| review.keyword()), found);
    JUDGED
}

/// Whether people judge some metric; none where that is not known.
fn people_judge(eval: Eval) -> Option<bool> {
    let mut known = eval.node().is_sure_of(METRIC.name);
    for metric in eval.metrics() {
        match metric.judge() {
            Field::Given(Judge::Human) => return Some(true),
            Field::Given(_) => {}
            Field::Broken | Field::Missing => known = false,
        }
    }
    known.then_some(false)
}

/// Whether something is required, and all of it is right or wrong by a program's word; none where that is not known.
fn settled_by_programs(eval: Eval) -> Option<bool> {
    use MetricMethod::*;
    let mut some = false;
    for require in eval.requirements() {
        let method = eval.metric(require.metric().value)?.method().given()?.value;
        if !matches!(method, ExecutionAccuracy | UnitTests | ExactMatch | SchemaValid | ToolCallF1) {
            return Some(false);
        }
        some = true;
    }
    (eval.node().is_sure_of("require")).then_some(some)
}

fn report(spec: &Spec, eval: Eval, costly: Option<Named<Tier>>, empty: Option<Span>, found: &mut Findings) {
    let lang = found.lang();
    let headline =
        say!(lang, "nobody who has to live with the outputs reads them", "将来要和这些输出打交道的人，一条也没读过");
    let label = match people_judge(eval) {
        Some(false) => say!(lang, "no `review`, and no metric judged by people", "没有 `review`，也没有由人评的指标"),
        _ => say!(lang, "no `review`", "没有 `review`"),
    };
    let by = match spec.file().texts("reviewers").first() {
        Some(reviewer) if !reviewer.value.contains(['"', '\\', '\n']) => reviewer.value.to_string(),
        _ => "…".to_string(),
    };
    let question = lang.pick("Would you send this as it is?", "这条输出你会原样发出去吗？");
    let review = format!("review {{ by: \"{by}\", samples: 100, question: \"{question}\" }}");
    let mut report = found.unsaid(eval.keyword(), headline).label(label).help(say!(
        lang,
        "let the people concerned read a hundred outputs without the scores, and ask them one question:\n  {review}",
        "请相关的人不看分数读一百条输出，只回答一个问题：\n  {review}"
    ));
    if let Some(tier) = costly {
        let word = tier.value.word().name;
        report = report.also(tier.span, say!(lang, "risk tier {word}", "风险等级 `{word}`"));
    }
    match empty {
        Some(keyword) => {
            report.also(keyword, say!(lang, "says nothing", "什么也没写"));
        }
        None => {
            let edit = eval.node().insertion(&review);
            report.fix(say!(lang, "plan a review", "安排一次评审"), Applicability::Template, vec![edit]);
        }
    }
}
