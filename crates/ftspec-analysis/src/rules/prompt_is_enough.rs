//! Something that needs no training already does all that is asked.

use crate::diagnostic::{Level, Route};
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
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
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
    for baseline in spec.baselines().filter(|baseline| may_be_served(spec, *baseline)) {
        let Some(readings) = baseline.readings() else { continue };
        if demands.iter().any(|demand| holds(spec, *demand, readings) != Truth::True) {
            continue;
        }
        let name = baseline.name();
        let mut report = found
            .wrong(baseline.place(), format!("`{name}` already does all that the plan asks for, without training"))
            .label("meets every requirement and holds every guard")
            .help(format!(
                "serve {name}; where it still falls short, measure just that and write a `require` that it does not meet"
            ));
        for demand in demands.iter().filter(|demand| demand.kind() == StatementKind::Require) {
            if let Some(reading) = readings.of(demand.metric().value) {
                report = report.also(demand.span(), format!("{name} reads {}", reading.mean()));
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
