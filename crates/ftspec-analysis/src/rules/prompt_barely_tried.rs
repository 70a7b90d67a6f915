//! A prompt that was given up after a version or two.

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{
    Docs, Findings, JUDGED, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure,
};
use crate::spec::{Baseline, Field, Named, Spec};
use ftspec_schema::BASELINE;
use rust_decimal::Decimal;

/// `prompt-barely-tried`
pub static RULE: Rule = Rule {
    code: "FT108",
    name: "prompt-barely-tried",
    level: Level::Warn,
    route: Some(Route::Prompt),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "No prompt had as many as three attempts, or the plan does not say how many there were.",
            why: "A first prompt says what its author had in mind, not what the model needs to be told. A small change \
              can move the output a great deal: one clause that names the limit, one example of the awkward case, and \
              the model stops talking nonsense. After a version or two nobody knows whether the model cannot do it or \
              was never told clearly, and a training that starts there freezes into the weights what the next version \
              might have done. After several measured versions the shortfall is believable, and the training knows \
              what to aim at.",
            instead: "Change one thing at a time, measure every version on the same data and count the versions in \
                  `attempts`. Stop when two in a row gain nothing: what is wrong then is the case for tuning.",
            accept_when: "The prompt is fixed by somebody else, or the attempts were made and measured in an earlier \
                      project.",
        },
        zh: Page {
            summary: "没有一个提示词试过三次以上，或者计划里没有写明试过几次。",
            why: "第一版提示词写的是作者脑子里的想法，不一定是模型需要听到的话。稍微改一改，效果可能突然就好了：补一句限制\
                  条件，加一个棘手的例子，模型立刻就不乱说了。只试过一两版，谁也说不清是模型做不到，还是话没有说清楚；\
                  这时就去训练，等于把下一版提示词本来能解决的问题固化进了参数，反而丢掉了灵活性。认真试过、测过几版\
                  之后，剩下的差距才可信，训练才知道该瞄准什么。",
            instead: "一次只改一处，每一版都在同一批数据上测，用 `attempts` 记下试过几版。连着两版都没有进步，就可以停了：\
                      这时还没解决的，才是微调的理由。",
            accept_when: "提示词由别人定死，改不了；或者这些尝试已经在以前的项目里做过，也测过。",
        },
        bad: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 1
  readings {
    house_style: 62%
    facts:       97%
  }
  shortfall: "falls back to ticket titles on large releases"
}
"#,
        good: r#"
baseline prompt_v4 {
  method:   few_shot
  attempts: 4
  readings {
    house_style: 62%
    facts:       97%
  }
  shortfall: "falls back to ticket titles on large releases"
}
"#,
    },
    options: &[RuleOption {
        name: "minimum",
        default: figure(3, 0),
        vendor: None,
        unit: OptionUnit::Count,
        en: "attempts at the prompt that was worked on most",
        zh: "改得最多的那个提示词至少要试几次",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let first = spec.baselines().find(|baseline| baseline.is_prompting())?; // prompt-not-tried speaks
    let minimum = found.option("minimum");
    let mut best: Option<(Baseline, Named<u64>)> = None;
    let mut unread = !spec.knows_all(&BASELINE);
    for baseline in spec.baselines() {
        unread |= baseline.method().given().is_none();
        if !baseline.is_prompting() {
            continue;
        }
        match baseline.attempts() {
            Field::Given(attempts) if best.is_none_or(|(_, most)| attempts.value > most.value) => {
                best = Some((baseline, attempts));
            }
            Field::Broken => unread = true,
            Field::Given(_) | Field::Missing => {}
        }
    }
    if best.is_some_and(|(_, most)| Decimal::from(most.value) >= minimum) {
        return JUDGED;
    }
    if unread {
        return None; // what could not be read may be the prompt that was worked on
    }
    let lang = found.lang();
    let Some((baseline, attempts)) = best else {
        let edit = first.node().insertion(&format!("attempts: {minimum}"));
        found
            .unsaid(
                first.place(),
                say!(lang, "nothing says how often the prompt was worked on", "没有写明提示词试过几次"),
            )
            .label(say!(lang, "`attempts` is missing", "缺少 `attempts`"))
            .help(say!(
                lang,
                "try at least {minimum} versions, measure each, and say how many there were: `attempts: {minimum}`",
                "至少试 {minimum} 版，每一版都测一遍，再写明试过几版：`attempts: {minimum}`"
            ))
            .fix(say!(lang, "say how many versions were tried", "写明试过几版"), Applicability::Template, vec![edit]);
        return JUDGED;
    };
    let name = baseline.name();
    let headline = match attempts.value {
        0 => say!(lang, "no version of a prompt was tried", "提示词一次也没有试过"),
        1 => say!(lang, "only one version of the prompt was tried", "提示词只试过 1 次"),
        many => say!(lang, "only {many} versions of the prompt were tried", "提示词只试过 {many} 次"),
    };
    found.wrong(attempts.span, headline).label(say!(lang, "fewer than {minimum}", "少于 {minimum} 次")).help(say!(
        lang,
        "work `{name}` out further: change one thing at a time, measure each version, and see where it stops gaining",
        "继续打磨 `{name}`：一次改一处，每一版都测，直到不再有进步"
    ));
    JUDGED
}
