//! A target that wishes for better and does not say what better looks like.

use ftspec_prose::Label;

use super::phrases;
use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{AskedIn, Spec};

/// `vague-goal`
pub static RULE: Rule = Rule {
    code: "FT103",
    name: "vague-goal",
    level: Level::Deny,
    route: Some(Route::Sharpen),
    sources: &[Source::WhenNotToTune, Source::WhenToStop],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The target says better, steadier or smarter, and names no behaviour that could be seen in an output.",
            why: "Early in a project people can say what they turn the knobs for: the model is too bold, too wordy, \
              declines too often. Once the wish reads \"a bit more stable overall\" or \"something is still off\", \
              tuning is no longer driven by a problem but by habit, and from there on its chance of success falls \
              steeply. Nobody can label examples for \"better\", no metric measures it, and no round can fail it, so \
              that no round can end it either. Who cannot say which kind of behaviour is to change should first take \
              the problem apart.",
            instead: "Say what a stranger could check in a single output: what it begins with, what it contains, what it \
                  leaves out. If ten bad outputs have nothing in common, there is no one goal yet.",
            accept_when: "The team has agreed on a rubric that says what the word means, and the plan names the rubric.",
        },
        zh: Page {
            summary: "目标只说“更好”“更稳”“更聪明”，没有指明在输出里看得见的行为。",
            why: "项目早期，大家说得出为什么要调：模型太激进，输出太啰嗦，拒答太多。一旦目标变成“整体再稳一点”“感觉还有点\
                  不对”，就已经从问题驱动调参变成了习惯性调参，继续下去，成功的概率会急剧下降。“更好”没法标注，没法用\
                  指标去量，也没有哪一轮会不达标，所以永远停不下来。说不清要让哪一类行为发生变化，就该先停下来，把问题\
                  拆清楚。",
            instead: "写成外人拿一个输出就能检查的话：开头是什么，包含什么，不出现什么。如果十个坏的输出没有共同点，那就\
                      还没有一个明确的目标。",
            accept_when: "团队已经有一份评分标准，写明了这个词是什么意思，而且计划里指明了是哪一份。",
        },
        bad: r#"
goal {
  kind:   style
  cause:  behavior
  today:  "Every third note is a list of ticket titles; editors rewrite 40% of them."
  target: "Better overall, and more stable."
}
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
    spec.goals().find(|goal| !goal.target().is_missing())?; // missing-goal speaks
    let lang = found.lang();
    for asks in phrases::by_string(spec, Label::Vague, Some(AskedIn::Target)) {
        let Some((first, others)) = asks.split_first() else { continue };
        let phrase = phrases::phrase(spec, first);
        let mut report = found
            .wrong(
                first.span,
                say!(
                    lang,
                    "\"{phrase}\" names no behaviour that could be seen in an output",
                    "“{phrase}”没有指明在输出里看得见的行为"
                ),
            )
            .label(say!(lang, "better in what way?", "好在哪里？"))
            .help(say!(
                lang,
                "say what a stranger could check in one output, for example\n  target: \"Every reply ends with exactly one \
                 next step.\"",
                "写成外人看一个输出就能核对的话，例如\n  target: \"每条回复的结尾只给一个下一步。\""
            ))
            .prose_alone();
        for other in others {
            report = report.also(other.span, say!(lang, "and this says as little", "这里同样什么也没说"));
        }
    }
    if spec.goals().any(|goal| goal.target().is_broken()) { None } else { JUDGED }
}
