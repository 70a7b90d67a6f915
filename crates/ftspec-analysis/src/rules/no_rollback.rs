//! No way back to what served before.

use ftspec_schema::Tier;

use super::stakes;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};

/// `no-rollback`
pub static RULE: Rule = Rule {
    code: "FT509",
    name: "no-rollback",
    level: Level::Warn,
    route: Some(Route::Harden),
    sources: &[Source::WhenToStop, Source::Practice],
    while_young: WhileYoung::Later,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The plan is approved, or its tier is high or critical, and nothing says how to get back to what served \
                  before.",
            why: "What tuning does to a model cannot be taken out again; it can only be exchanged for what was there before. \
              A bad answer in production leaves an hour, not the days of another training, and in that hour the \
              prompt, the retrieval and the old weights have to be at hand and known to work together. A team that \
              can go back in a minute also finds it easier to stop: with a way back, freezing or dropping a model is a \
              decision; without one it is a defeat, so it comes too late.",
            instead: "Name what is served again, on which base model and by which switch, keep it deployed, and try the \
                  switch once before it is needed.",
            accept_when: "Nothing served before, and switching the feature off is itself the way back; say so in the reason.",
        },
        zh: Page {
            summary: "计划已经批准，或者风险等级是 high 或 critical，却没写怎么退回原来的服务。",
            why: "微调带进模型的东西取不出来，只能整个换回从前的版本。线上答错了，留给你的时间是一小时，而不是再训一轮的几天；\
                  在这一小时里，旧的提示词、检索和权重都得在手边，并且确认能配套工作。一分钟就能退回去的团队，也更敢停下\
                  来：有退路，冻结或放弃只是一个决定；没有退路，停下就像认输，于是总是停得太晚。",
            instead: "写明退回时用什么提供服务、基于哪个基座模型、由哪个开关切换；让它一直处于可用状态，并在真正需要之前演练\
                      一次。",
            accept_when: "此前没有任何服务，关掉功能就等于回退；请在理由里写明。",
        },
        bad: r#"
status: approved

risk {
  tier:       low
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "a note leaves out a breaking change"
  if_frozen:  "product names change and the notes keep the old ones"
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
    match risk.node().list("rollback") {
        Field::Given(_) => return JUDGED,
        Field::Broken => return None,
        Field::Missing => {}
    }
    let Some(due) = stakes::by_status_or_tier(spec, risk, Tier::High, found)? else { return JUDGED };
    let lang = found.lang();
    let before = spec.reference().or_else(|| spec.baselines().next()).map(|baseline| baseline.name());
    let written = match before.filter(|name| !name.is_empty()) {
        Some(name) => format!("rollback: \"serve {name} on the base model\""),
        None => "rollback: \"serve … again\"".to_string(),
    };
    let mut report = found
        .unsaid(
            risk.keyword(),
            say!(lang, "nothing says how to get back to what served before", "没写怎么退回原来的服务"),
        )
        .label(say!(lang, "no `rollback` in here", "缺少 `rollback`"))
        .help(say!(
            lang,
            "say what is served again within a minute and without training, for example\n  {written}",
            "写明不用训练、一分钟内能换回什么，例如\n  {written}"
        ));
    if let Some(span) = due.span {
        report = report.also(span, due.because);
    }
    let edits = vec![risk.node().insertion(&written)];
    report.fix(say!(lang, "write a way back", "写上退路"), Applicability::Template, edits);
    JUDGED
}
