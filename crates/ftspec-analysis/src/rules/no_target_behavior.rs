//! A goal without a behaviour: nothing says what an output must be, or must never be.

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::BEHAVIOR;

/// `no-target-behavior`
pub static RULE: Rule = Rule {
    code: "FT105",
    name: "no-target-behavior",
    level: Level::Deny,
    route: Some(Route::Sharpen),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Foundation,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "No behaviour is described, or one that says neither what must be done nor what must never be \
                  done.",
            why: "Tuning changes how a model that can already speak and understand expresses itself: its habits, its \
              preferences, its limits. So the thing to write down is a habit, one that can be seen in an output. A goal \
              is the direction; a behaviour is what annotators label, what examples show and what metrics measure. \
              Where it is not written, everyone fills the gap with a taste of their own, and the model learns the \
              average.",
            instead: "Write one behaviour for each habit that should change: when it applies, what the output must do then, \
                  and what it must never do.",
            accept_when: "The whole behaviour is a fixed target that already stands elsewhere, such as copying a larger \
                      model for its price, and the goal names it.",
        },
        zh: Page {
            summary: "没有写行为，或者写了行为却既没有写必须做什么，也没有写绝不能做什么。",
            why: "微调擅长的，是在模型已经会说话、会理解的前提下，调整它的表达方式、偏好和边界。所以要写下来的是一\
                  种习惯，一种在输出里看得见的习惯。目标是方向；行为才是标注员照着标、样例里示范、指标去量的东西。\
                  不写下来，每个人就按自己的口味去补，模型学到的是大家口味的平均。",
            instead: "每一个要改的习惯写成一个行为：什么时候适用，这时输出必须怎样，绝不能怎样。",
            accept_when: "行为整体就是一个现成的标的，例如为了省钱去复现一个大模型，而且目标里写明了是哪一个。",
        },
        bad: r#"
behavior one_sentence {
  when: "a release has more than one ticket"
  example { input: "FT-12 fix login, FT-13 faster search", output: "Search answers twice as fast." }
}
"#,
        good: r#"
behavior one_sentence {
  when: "a release has more than one ticket"
  must: "name the one change that readers notice first"
  example { input: "FT-12 fix login, FT-13 faster search", output: "Search answers twice as fast." }
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
        "say what can be seen in an output, for example\n  \
         must:  \"open with the order state, then give exactly one next step\"\n  \
         never: \"promise an amount or a date\"",
        "写明在输出里看得见的东西，例如\n  must:  \"先说订单状态，再只给一个下一步\"\n  never: \"承诺金额或日期\""
    );
    if spec.lacks(&BEHAVIOR) {
        let block = "behavior NAME {\n  when:  \"…\"\n  must:  \"…\"\n  never: \"…\"\n  \
                     example { input: \"…\", output: \"…\" }\n}";
        found
            .unsaid(spec.header(), say!(lang, "no behaviour says what the model must do", "没有写明模型必须怎么做"))
            .label(say!(lang, "no behavior in this plan", "计划里没有 behavior"))
            .help(help)
            .fix(
                say!(lang, "describe a behaviour", "写一个行为"),
                Applicability::Template,
                vec![spec.file().insertion(block)],
            );
        return JUDGED;
    }
    spec.behaviors().next()?;
    for behavior in spec.behaviors().filter(|behavior| !behavior.says_what()) {
        let message = match behavior.name() {
            "" => say!(
                lang,
                "a behaviour says neither what must be done nor what must never be",
                "有一个行为既没有写必须做什么，也没有写绝不能做什么"
            ),
            name => say!(
                lang,
                "`{name}` says neither what must be done nor what must never be",
                "`{name}` 既没有写必须做什么，也没有写绝不能做什么"
            ),
        };
        found
            .unsaid(behavior.place(), message)
            .label(say!(lang, "neither `must` nor `never`", "`must` 和 `never` 都没有"))
            .help(&help)
            .fix(
                say!(lang, "say what must be done", "写明必须做什么"),
                Applicability::Template,
                vec![behavior.node().insertion("must: \"…\"")],
            );
    }
    JUDGED
}
