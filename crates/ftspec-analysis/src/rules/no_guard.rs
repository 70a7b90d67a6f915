//! Requirements without guards: better at one thing, unwatched everywhere else.

use crate::diagnostic::{Applicability, Level, Route};
use crate::hash::HashSet;
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Spec, StatementKind};
use ftspec_schema::Better;
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
        en: Page {
            summary: "An evaluation says what must get better and names nothing that must not get worse.",
            why: "Training moves everything at once. A team that looks only at the number it wants to raise finds out \
              about the others from its users: facts, refusals and limits slip while the tone improves. Teams that \
              know when to stop agree beforehand on what must rise and on what must not fall. Published work shows \
              why: forgetting during fine-tuning is general from 1B to 7B parameters (Luo et al., 2023, An Empirical \
              Study of Catastrophic Forgetting in LLMs During Continual Fine-tuning), and even benign data weakens \
              safety (Qi et al., 2024, Fine-tuning Aligned Language Models Compromises Safety).",
            instead: "Name the metric that users would miss first, and guard it: `guard facts >= baseline`. What is \
                  already measured can be guarded for nothing.",
            accept_when: "The model is thrown away after one experiment and nobody depends on its other answers.",
        },
        zh: Page {
            summary: "评测计划写明了什么要变好，却没有写明什么不许变差。",
            why: "训练会同时牵动所有能力。只盯着想提高的那个指标，其余的退步往往要等用户来告诉你：语气变好了，事实、拒答和\
                  边界却悄悄滑坡。懂得停下来的团队会提前约定：哪些指标必须上升，哪些指标一下降就要停。公开研究也说明了\
                  原因：1B 到 7B 的模型在连续微调中普遍出现遗忘（Luo 等，2023，An Empirical Study of Catastrophic \
                  Forgetting in LLMs During Continual Fine-tuning），就连无害的数据也会削弱安全性（Qi 等，2024，\
                  Fine-tuning Aligned Language Models Compromises Safety）。",
            instead: "找出用户最先会察觉的那个指标，给它加上护栏：`guard facts >= baseline`。已经在测的指标，加护栏不花\
                      一分钱。",
            accept_when: "模型只用于一次实验，用完即弃，没有人依赖它的其他回答。",
        },
        bad: r#"
eval {
  coverage: full
  metric house_style { measures: quality, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  watch facts
  review { by: "editors", samples: 50, question: "Would you send this?" }
}
"#,
        good: r#"
eval {
  coverage: full
  metric house_style { measures: quality, method: rubric, judge: human, on: held_out }
  metric facts { measures: judgement, method: exact_match, on: held_out }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you send this?" }
}
"#,
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
        // What can improve while the answers do not guards nothing.
        let idle = eval.metrics().find(|metric| !used.contains(metric.name()) && !metric.is_proxy());
        let worst = if idle.as_ref().is_some_and(|metric| metric.better() == Better::Lower) { "<=" } else { ">=" };
        let statement = format!("guard {} {worst} baseline", idle.map_or("METRIC", |metric| metric.name()));
        let lang = found.lang();
        found
            .unsaid(eval.keyword(), say!(lang, "nothing says what must not get worse", "没有写明什么不许变差"))
            .label(match required {
                0 => say!(lang, "no guard", "没有护栏"),
                1 => say!(lang, "one requirement, but no guard", "有 1 条要求，却没有护栏"),
                more => say!(lang, "{more} requirements, but no guard", "有 {more} 条要求，却没有护栏"),
            })
            .help(say!(
                lang,
                "name what must hold in every round, for example\n  {statement}",
                "写明每一轮都必须守住的指标，例如\n  {statement}"
            ))
            .fix(
                say!(lang, "guard a metric", "给一个指标加护栏"),
                Applicability::Template,
                vec![Edit::insert(eval.node().end(), format!("  {statement}\n"))],
            );
    }
    JUDGED
}
