//! A plan that does not say what should change.

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::GOAL;

/// `missing-goal`
pub static RULE: Rule = Rule {
    code: "FT102",
    name: "missing-goal",
    level: Level::Deny,
    route: Some(Route::Sharpen),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Foundation,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The plan has no goal, or a goal that does not say what should be observed instead of today's \
                  output.",
            why: "There is one question to answer before any training: which kind of behaviour is this supposed to \
              change? A team that cannot answer it clearly is not ready to tune. It does not yet know its problem, \
              what to expect of the model, or how it would recognise success, and training only makes that confusion \
              bigger. Taking the problem apart until one point is left does more than another run would.",
            instead: "Put ten of today's outputs beside what you would have liked to see, and write down the difference \
                  in one sentence that a stranger could check on an eleventh.",
            accept_when: "Hardly ever. Without a goal nothing else in the plan can be judged.",
        },
        zh: Page {
            summary: "计划没有目标，或者目标没有写明应该看到什么样的输出。",
            why: "训练之前只有一个问题必须先答清楚：这次微调，具体是想让哪一类行为发生变化？答不清楚，说明还没准备\
                  好微调：对问题的理解不够清晰，对模型的预期不够现实，也不知道怎样才算成功；这时训练只会放大混乱。\
                  把问题拆清楚，把目标收敛到一个点，往往比再跑一轮训练更有用。",
            instead: "拿今天的十个输出，和你希望看到的放在一起比，把差别写成一句话，要让一个外人也能拿它检查第十一\
                      个输出。",
            accept_when: "几乎没有。没有目标，计划里其他内容都无从判断。",
        },
        bad: r#"
// without: goal
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
    let help = say!(
        lang,
        "say what a stranger could see in one output, for example\n  target: \"Every reply ends with exactly one next step.\"",
        "写成外人看一个输出就能核对的话，例如\n  target: \"每条回复的结尾只给一个下一步。\""
    );
    if spec.lacks(&GOAL) {
        let block = "goal {\n  kind:   style\n  cause:  behavior\n  today:  \"… of 100 outputs …\"\n  target: \"…\"\n}";
        found
            .unsaid(spec.header(), say!(lang, "nothing says which behaviour should change", "没有写明要改变哪一种行为"))
            .label(say!(lang, "no goal in this plan", "计划里没有 goal"))
            .help(help)
            .fix(say!(lang, "add a goal", "写上目标"), Applicability::Template, vec![spec.file().insertion(block)]);
        return JUDGED;
    }
    let goal = spec.goal()?;
    if goal.target().is_missing() {
        found
            .unsaid(
                spec.header(),
                say!(lang, "the goal does not say what should be observed instead", "目标没有写明应该看到什么样的输出"),
            )
            .label(say!(lang, "no target in this plan", "计划里没有 target"))
            .also(goal.keyword(), say!(lang, "`target` is missing", "缺少 `target`"))
            .help(help)
            .fix(
                say!(lang, "add a target", "写上 target"),
                Applicability::Template,
                vec![goal.node().insertion("target: \"…\"")],
            );
    }
    JUDGED
}
