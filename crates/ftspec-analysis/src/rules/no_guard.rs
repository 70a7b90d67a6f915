//! Requirements without guards: better at one thing, unwatched everywhere else.

use std::collections::HashSet;

use crate::diagnostic::{Applicability, Level, Route};
use crate::rule::{Docs, Findings, JUDGED, Judged, Rule, Softened, Source, WhileYoung};
use crate::spec::{Spec, StatementKind};
use ftspec_syntax::Edit;

/// `no-guard`
pub static RULE: Rule = Rule {
    code: "FT404",
    name: "no-guard",
    level: Level::Deny,
    route: Some(Route::FixEval),
    sources: &[Source::WhenToStop, Source::WhenNotToTune],
    while_young: WhileYoung::Needed,
    softened: Softened::Never,
    docs: Docs {
        summary: "An evaluation says what must get better and names nothing that must not get worse.",
        why: "Training moves everything at once. A team that looks only at the number it wants to raise finds out \
              about the others from its users: facts, refusals and limits slip while the tone improves. Teams that \
              know when to stop agree beforehand on what must rise and on what must not fall. Published work shows \
              why: forgetting during fine-tuning is general from 1B to 7B parameters (Luo et al., 2023, An Empirical \
              Study of Catastrophic Forgetting in LLMs During Continual Fine-tuning), and even benign data weakens \
              safety (Qi et al., 2024, Fine-tuning Aligned Language Models Compromises Safety).",
        bad: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  watch facts
  review { by: "editors", samples: 50, question: "Would you send this?" }
}
"#,
        good: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you send this?" }
}
"#,
        instead: "Name the metric that users would miss first, and guard it: `guard facts >= baseline`. What is \
                  already measured can be guarded for nothing.",
        accept_when: "The model is thrown away after one experiment and nobody depends on its other answers.",
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let eval = spec.eval()?; // no-eval-plan speaks where there is none
    eval.metrics().next()?; // an eval without metrics is no-eval-plan's too
    if eval.lacks_statement(StatementKind::Guard) {
        let required = eval.requirements().count();
        let used: HashSet<&str> = eval.statements().map(|statement| statement.metric().value).collect();
        let idle = eval.metrics().map(|metric| metric.name()).find(|name| !used.contains(name));
        let metric = idle.unwrap_or("METRIC");
        found
            .unsaid(eval.keyword(), "nothing says what must not get worse")
            .label(match required {
                0 => "no guard".to_string(),
                1 => "one requirement, but no guard".to_string(),
                more => format!("{more} requirements, but no guard"),
            })
            .help(format!("name what must hold in every round, for example\n  guard {metric} >= baseline"))
            .fix(
                "guard a metric",
                Applicability::Template,
                vec![Edit::insert(eval.node().end(), format!("  guard {metric} >= baseline\n"))],
            );
    }
    JUDGED
}
