//! Something that needs no training already does all that is asked.

use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Baseline, Spec, Statement, StatementKind};
use crate::stopping::{Truth, holds};
use ftspec_schema::{BaselineMethod, Deployment, GoalKind};

/// `prompt-is-enough`
pub static RULE: Rule = Rule {
    code: "FT109",
    name: "prompt-is-enough",
    level: Level::Deny,
    route: Some(Route::Prompt),
    sources: &[Source::WhenNotToTune, Source::DoAndDont],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A baseline that could be served as it is meets every requirement and holds every guard.",
            why: "The question is never whether a model can be tuned, but whether tuning is the best move now, compared \
              with a prompt, with retrieval, with rules. Here the plan answers it by its own figures: what it asks for \
              is there. Training on top of that buys nothing that anyone measures, and costs data, hosting, slower \
              changes and a model whose behaviour nobody can fully foresee. What a prompt can do should not be frozen \
              into weights.",
            instead: "Serve the baseline. Where it still falls short, in price, in delay or in cases that no metric sees, \
                  measure exactly that and require it; then the plan says what the training is for.",
            accept_when: "The training is for something that cannot be measured yet, such as leaving a supplier, and the \
                      reason says what.",
        },
        zh: Page {
            summary: "有一条可以直接上线的基线，已经满足全部要求，也守住了全部护栏。",
            why: "该问的从来不是“我能不能微调”，而是：和提示词、检索、规则相比，微调是不是当前最优的一步？这里计\
                  划用自己的数字给出了回答：它要的，已经有了。再训练下去，换不来任何量得到的好处，反而要付出数据、\
                  部署的成本，更新变慢，还多了一个谁也不能完全预料的模型。提示词能做到的，就不要固化进参数。",
            instead: "直接用这条基线上线。如果它还有不够的地方，比如价格、延迟，或者指标没有看到的情形，就把那一点\
                      测出来，写成要求；这样计划才说得清训练是为了什么。",
            accept_when: "训练是为了一件现在还没法量的事，例如要离开某个供应商，而且理由里写明了是什么。",
        },
        bad: r#"
baseline prompt_v4 {
  method:   prompt
  attempts: 4
  readings {
    house_style: 62%
    facts:       96%
  }
  shortfall: "falls back to ticket titles on large releases"
}

baseline prompt_v9 {
  method:   few_shot
  attempts: 9
  readings {
    house_style: 93%
    facts:       96%
  }
  shortfall: "leaves out a breaking change now and then"
}

eval {
  against:  prompt_v4
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, covers: [one_sentence] }
  metric facts { measures: judgement, method: exact_match, covers: [one_sentence] }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}
"#,
        good: r#"
baseline prompt_v4 {
  method:   prompt
  attempts: 4
  readings {
    house_style: 62%
    facts:       96%
  }
  shortfall: "falls back to ticket titles on large releases"
}

baseline prompt_v9 {
  method:   few_shot
  attempts: 9
  readings {
    house_style: 93%
    facts:       96%
  }
  shortfall: "leaves out a breaking change now and then"
}

eval {
  against:  prompt_v4
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, covers: [one_sentence] }
  metric facts { measures: judgement, method: exact_match, covers: [one_sentence] }
  require house_style >= 90%
  require facts >= 99%
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
    let eval = spec.eval()?;
    let sure = |name| eval.node().is_sure_of(name);
    if !(sure("require") && sure("guard")) {
        return None; // a demand that could not be read may be the one that is not met
    }
    let demands: Vec<Statement> = eval.statements().filter(|demand| demand.kind() != StatementKind::Watch).collect();
    demands.iter().find(|demand| demand.kind() == StatementKind::Require)?; // no-requirement speaks
    spec.baselines().next()?;
    let lang = found.lang();
    for baseline in spec.baselines().filter(|baseline| may_be_served(spec, *baseline)) {
        let Some(readings) = baseline.readings() else { continue };
        if demands.iter().any(|demand| holds(spec, *demand, readings) != Truth::True) {
            continue;
        }
        let name = baseline.name();
        let mut report = found
            .wrong(
                baseline.place(),
                say!(
                    lang,
                    "`{name}` already does all that the plan asks for, without training",
                    "不用训练，`{name}` 已经做到了计划要求的一切"
                ),
            )
            .label(say!(lang, "meets every requirement and holds every guard", "满足全部要求，守住全部护栏"))
            .help(say!(
                lang,
                "serve {name}; where it still falls short, measure just that and write a `require` that it does not meet",
                "直接用 {name} 上线；如果它还有不够的地方，就把那一点测出来，写一条它达不到的 `require`"
            ));
        for demand in demands.iter().filter(|demand| demand.kind() == StatementKind::Require) {
            if let Some(reading) = readings.of(demand.metric().value) {
                let reads = reading.mean();
                report = report.also(demand.span(), say!(lang, "{name} reads {reads}", "{name} 的读数是 {reads}"));
            }
        }
    }
    JUDGED
}

/// Whether the baseline can take the place of the tuned model. Where the goal is the price or the place of running,
/// a larger model is what the team wants to get away from.
fn may_be_served(spec: &Spec, baseline: Baseline) -> bool {
    match baseline.method().given().map(|method| method.value) {
        None | Some(BaselineMethod::DistilledModel | BaselineMethod::PreviousModel) => false,
        Some(BaselineMethod::LargerModel) => {
            let deployment = spec.task().map(|task| task.deployment());
            let kinds = spec.goal().map(|goal| goal.kinds()).unwrap_or_default();
            let smaller = |kind| matches!(kind, GoalKind::Efficiency | GoalKind::Privacy);
            let own_place = |place| matches!(place, Deployment::Private | Deployment::Edge);
            let doubtful = deployment.is_some_and(|place| place.is_broken())
                || spec.goal().is_some_and(|goal| goal.kind().is_broken());
            !doubtful
                && !kinds.iter().any(|kind| smaller(kind.value))
                && !deployment.and_then(|place| place.given()).is_some_and(|place| own_place(place.value))
        }
        Some(_) => true,
    }
}
