//! An ability that the base model lacks, and a training that is to give it.

use ftspec_prose::Label;
use ftspec_schema::{Cause, GoalKind};
use ftspec_syntax::Span;

use super::phrases;
use crate::diagnostic::{Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{AskedIn, Goal, Spec};

/// Phrases beyond so many add nothing to an attribute that says the same.
const MOST_PHRASES: usize = 3;

/// `capability-goal`
pub static RULE: Rule = Rule {
    code: "FT104",
    name: "capability-goal",
    level: Level::Deny,
    route: Some(Route::BiggerModel),
    sources: &[Source::WhenNotToTune, Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The training is to give the model an ability that it lacks: to reason, to calculate, to understand, a \
                  new field or a new language.",
            why: "Tuning answers questions of behaviour, not of ability. It shapes how a model expresses itself, what it \
              prefers and where it stops, provided that it can speak and understand already; how well it reasons was \
              settled in pretraining. A team that tunes for an ability feels that nothing takes hold, and the outputs \
              mislead it: models that were tuned on the answers of a stronger one copied its style and closed little \
              of the gap in ability, and raters took the one for the other (Gudibande et al., 2023, The False Promise \
              of Imitating Proprietary LLMs). The other side has a figure as well: one published vendor test moved \
              grade-school maths (GSM8K) by about 19 points with supervised tuning, so a measured exception exists.",
            instead: "Try the task on a stronger model. If that one can do it, take it, or distil it for this task alone; \
                  if none can, cut the task into steps, give the steps to tools, or leave it to people. Tune when the \
                  model can do it now and then, and should do it every time.",
            accept_when: "A trial on held-out cases showed the gain for this narrow task, and the reason gives both \
                      figures.",
        },
        zh: Page {
            summary: "想靠训练让模型获得它没有的能力：推理、数学、理解，或者一个新领域、一门新语言。",
            why: "微调解决的是行为问题，不是能力问题。它擅长的，是在模型已经会说话、会理解的前提下，调整表达方式、偏好和\
                  边界；推理能力主要由预训练决定。问题出在能力上，怎么微调都会“使不上劲”，而输出还会骗人：拿强模型的\
                  回答去微调的模型，风格学得很像，能力差距却没补上多少，连评审的人都被骗过（Gudibande 等，2023，The \
                  False Promise of Imitating Proprietary LLMs）。相反的数字也有：一家厂商公开的测试里，监督微调让小学\
                  数学题（GSM8K）提高了约 19 个百分点。所以例外是有的，但要测出来。",
            instead: "先拿更强的模型试同一个任务。它做得到，就用它，或者只为这个任务蒸馏它；哪个模型都做不到，就把任务拆成\
                      几步，交给工具，或者留给人。模型偶尔做得到、要它次次做到，这时才适合微调。",
            accept_when: "已经在留出的样例上试过，这个小任务确实有提升，而且理由里写明了前后两个数字。",
        },
        bad: r#"
goal {
  kind:   reasoning
  cause:  behavior
  today:  "One note in six names the wrong release as the first with a fix."
  target: "Every note names the release in which its fix first shipped."
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
    if spec.goal().is_none() && spec.behaviors().next().is_none() {
        return None;
    }
    let lang = found.lang();
    let help = say!(
        lang,
        "try a stronger model first, cut the task into steps or give it to a tool; tune what a model can do now and then \
         and should do every time",
        "先试更强的模型，或者把任务拆成几步、交给工具；模型偶尔做得到、要它次次做到的，才适合微调"
    );
    let strings = phrases::by_string(spec, Label::Capability, None);
    let mut said = false;
    for goal in spec.goals() {
        let (kind, cause) = wants_ability(goal);
        let (span, headline, label) = match (kind, cause) {
            (Some(kind), _) => (
                kind,
                say!(
                    lang,
                    "the goal is reasoning, which comes from pretraining and hardly from tuning",
                    "目标是推理能力，那是预训练决定的，微调很难补上"
                ),
                say!(lang, "an ability, not a behaviour", "这是能力，不是行为"),
            ),
            (None, Some(cause)) => (
                cause,
                say!(
                    lang,
                    "the base model cannot do it, and tuning gives it no new ability",
                    "基座模型本来就做不到，微调给不了它新的能力"
                ),
                say!(lang, "an ability that is lacking", "缺的是能力"),
            ),
            (None, None) => continue,
        };
        let mut report = found.wrong(span, headline).label(label).help(&help);
        if let (Some(_), Some(cause)) = (kind, cause) {
            report = report.also(cause, say!(lang, "and the base model lacks it", "而且基座模型没有这个能力"));
        }
        // What prose says beside it is the same cause.
        let asks = strings.iter().flatten().take(if said { 0 } else { MOST_PHRASES });
        for asked in asks {
            report = report.also(asked.span, say!(lang, "asks for it", "要的就是它"));
        }
        said = true;
    }
    if said {
        return JUDGED;
    }
    for asks in strings {
        let Some((first, others)) = asks.split_first() else { continue };
        let phrase = phrases::phrase(spec, first);
        let headline = match first.place {
            AskedIn::Target => say!(
                lang,
                "the goal asks for an ability, which tuning hardly gives: \"{phrase}\"",
                "目标要的是能力，微调很难补上：“{phrase}”"
            ),
            AskedIn::Must => say!(
                lang,
                "a behaviour asks for an ability, which tuning hardly gives: \"{phrase}\"",
                "这个行为要的是能力，微调很难补上：“{phrase}”"
            ),
        };
        let mut report = found
            .wrong(first.span, headline)
            .label(say!(lang, "an ability, not a behaviour", "这是能力，不是行为"))
            .help(&help)
            .prose_alone();
        for other in others {
            report = report.also(other.span, say!(lang, "and this as well", "这里也是"));
        }
    }
    // What could not be read may be the word that asks for an ability.
    if spec.goals().any(|goal| goal.kind().is_broken() || goal.cause().is_broken()) { None } else { JUDGED }
}

/// Where a goal's attributes say that an ability is wanted: its kind, its cause. Price and place of running are reasons
/// to train a model that cannot do it yet.
fn wants_ability(goal: Goal) -> (Option<Span>, Option<Span>) {
    let kinds = goal.kinds();
    let kind = kinds.iter().find(|kind| kind.value == GoalKind::Reasoning).map(|kind| kind.span);
    let other = kinds.iter().any(|kind| !matches!(kind.value, GoalKind::Efficiency | GoalKind::Privacy));
    let cause = goal.cause().given().filter(|cause| cause.value == Cause::Capability && other);
    (kind, cause.map(|cause| cause.span))
}
