//! Nobody has said what would go wrong if this model simply ran on.

use ftspec_schema::Tier;

use super::stakes;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};

/// `freeze-risk-unknown`
pub static RULE: Rule = Rule {
    code: "FT507",
    name: "freeze-risk-unknown",
    level: Level::Warn,
    route: Some(Route::Sharpen),
    sources: &[Source::WhenToStop],
    while_young: WhileYoung::Later,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The plan is approved, or its tier is medium or above, and nothing says what the biggest risk would be \
                  if this model ran unchanged for six months.",
            why: "It is one question, and how a team answers it says more than the answer. A quick and clear one means that \
              the model is still understood. Where people hesitate, argue and guess, it has become opaque, and another \
              round of training makes it more so. The cost of tuning is seldom the computing; it is a risk that sets \
              hard in the weights while nobody can see it, and this question is the cheapest way to look.",
            instead: "Ask it aloud: were the parameters frozen today and this model served for six months, what would be \
                  the biggest risk? Write the answer as `if_frozen`. If nobody knows, look at data, evaluation and \
                  system before training on.",
            accept_when: "The model serves for days rather than months, as in one campaign or one study.",
        },
        zh: Page {
            summary: "计划已经批准，或者风险等级在 medium 以上，却没写这个模型原样跑上六个月最大的风险是什么。",
            why: "只有一个问题，而团队怎么回答它，比答案本身更能说明情况。很快就能说清楚，说明你们还理解这个模型；开始犹豫、争\
                  论、猜测，说明模型已经不透明，再调一轮只会更不透明。调参的成本往往不在算力，而在风险不可逆地固化进模\
                  型，当下却谁也看不见。问这一句，是最便宜的检查。",
            instead: "当面问一次：如果现在冻结参数，用这个模型跑六个月，最大的风险会是什么？把答案写进 `if_frozen`。没人答\
                      得上来，就先回到数据、评测和系统设计，不要接着训。",
            accept_when: "模型只服役几天，例如一次活动或一项研究，不会按月运行。",
        },
        bad: r#"
status: approved

risk {
  tier:       low
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "a note leaves out a breaking change"
  rollback:   "serve prompt_v4 on the base model"
}
"#,
        good: r#"
status: approved

risk {
  tier:       low
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "a note leaves out a breaking change"
  if_frozen:  "product names change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let risk = stakes::block(spec)?;
    match risk.node().list("if_frozen") {
        Field::Given(_) => return JUDGED,
        Field::Broken => return None,
        Field::Missing => {}
    }
    let Some(due) = stakes::by_status_or_tier(spec, risk, Tier::Medium, found)? else { return JUDGED };
    let lang = found.lang();
    let mut report = found
        .unsaid(
            risk.keyword(),
            say!(
                lang,
                "nothing says what the biggest risk is if this model runs unchanged for six months",
                "没写这个模型原样跑六个月最大的风险是什么"
            ),
        )
        .label(say!(lang, "no `if_frozen` in here", "缺少 `if_frozen`"))
        .help(say!(
            lang,
            "ask the team and write down what it says; where people hesitate or guess, the model is no longer understood",
            "问一遍团队，把答案写下来；如果大家犹豫、争论、靠猜，说明模型已经不透明"
        ));
    if let Some(span) = due.span {
        report = report.also(span, due.because);
    }
    let edits = vec![risk.node().insertion("if_frozen: \"…\"")];
    report.fix(say!(lang, "write `if_frozen`", "写上 `if_frozen`"), Applicability::Template, edits);
    JUDGED
}
