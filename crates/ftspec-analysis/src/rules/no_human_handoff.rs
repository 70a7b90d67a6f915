//! High stakes, and what catches a failure is one more machine.

use ftspec_schema::{Enumerated, Exposure, FallbackAction, Tier};

use super::facts;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Fallback, Field, Named, Spec};

/// How many fallbacks are pointed at; further ones would hide the message.
const SHOWN: usize = 3;

/// `no-human-handoff`
pub static RULE: Rule = Rule {
    code: "FT506",
    name: "no-human-handoff",
    level: Level::Warn,
    route: Some(Route::Human),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Usual,
    softened: Softened::InResearch,
    docs: Docs {
        en: Page {
            summary: "The tier is high or critical, and no fallback leads to a person, a review or a rule.",
            why: "A refusal, an older model or a switch ends the answer and leaves the question. Where a wrong answer can \
              harm someone, so can none: the patient still has the pain, the claim still runs out on Friday. Rules, \
              graded processes and a person behind the model are what holds where steadiness matters more than a \
              better average, because each of them settles the case. A second model that was trained like the first \
              fails on the same day.",
            instead: "Send the cases of a known sign to a person (`action: human`), keep answers back until one has \
                  released them (`review_before_send`), or let code give the answer (`rules`).",
            accept_when: "The model is only one of two ways to the same service and the other, a telephone or a desk, is \
                      named on every refusal.",
        },
        zh: Page {
            summary: "风险等级是 high 或 critical，兜底方案里却没有人工、没有审核，也没有规则。",
            why: "拒答、切回旧模型、关掉功能，都只是不再回答，问题还留在那里。在答错会伤人的地方，不答也会：病人还在疼，理赔\
                  周五就过期。业务要的是稳定和可控时，靠得住的是规则约束、流程分级和人工兜底，因为它们能把事情办完。再放\
                  一个同样训练出来的模型，只会和前一个在同一天出错。",
            instead: "把带有明确标志的情况转给人（`action: human`），或者让回答先经人审核再发出（`review_before_send`），\
                      或者由程序给出答案（`rules`）。",
            accept_when: "模型只是同一项服务的两个入口之一，每次拒答都会告知另一个入口，例如电话或柜台。",
        },
        bad: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out, covers: [one_sentence] }
  metric facts { measures: safety, method: exact_match, on: held_out, covers: [one_sentence] }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "pharmacists", samples: 100, question: "Would you publish this note?" }
}

risk {
  tier:       high
  domain:     medical
  benefit:    "saves editors two hours a release"
  worst_case: "a note of the dosing software states a wrong dose limit"
  if_frozen:  "dose limits change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
  fallback dosing {
    when:        "a ticket is tagged dosing"
    action:      refuse
    enforced_by: workflow
  }
}
"#,
        good: r#"
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out, covers: [one_sentence] }
  metric facts { measures: safety, method: exact_match, on: held_out, covers: [one_sentence] }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "pharmacists", samples: 100, question: "Would you publish this note?" }
}

risk {
  tier:       high
  domain:     medical
  benefit:    "saves editors two hours a release"
  worst_case: "a note of the dosing software states a wrong dose limit"
  if_frozen:  "dose limits change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
  fallback dosing {
    when:        "a ticket is tagged dosing"
    action:      review_before_send
    to:          "the pharmacist on duty"
    enforced_by: workflow
  }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let risk = spec.risk()?;
    let tier = risk.tier().given()?;
    risk.fallbacks().next()?; // high-risk-without-fallback speaks
    let exposure = risk.node().word::<Exposure>("exposure");
    if tier.value < Tier::High || exposure.given().is_some_and(|exposure| exposure.value == Exposure::Assisted) {
        return JUDGED;
    }
    if risk.fallbacks().any(settles) {
        return JUDGED;
    }
    let unread = |fallback: Fallback| fallback.node().list("action").is_broken();
    if exposure.is_broken() || !risk.node().is_sure_of("fallback") || risk.fallbacks().any(unread) {
        return None;
    }
    let lang = found.lang();
    let worst = facts::worst_case(risk.node(), lang);
    let (high, name) = (facts::tier(tier.value, lang), tier.value.word().name);
    let mut report = found
        .unsaid(
            risk.keyword(),
            say!(lang, "{high}, and no fallback leads to a person or a rule", "{high}，兜底里却没有人工，也没有规则"),
        )
        .label(say!(lang, "nobody takes a case over", "没有谁来接手"))
        .also(tier.span, say!(lang, "the stakes are {name}", "风险等级 {name}"));
    for fallback in risk.fallbacks().take(SHOWN) {
        let seen = match action(fallback).given().map(|action| action.value) {
            Some(FallbackAction::PreviousModel) => say!(lang, "one more model", "还是一个模型"),
            Some(FallbackAction::RetrievalOnly) => say!(lang, "nobody looks at it", "没有人看过"),
            Some(_) => say!(lang, "ends the answer, not the case", "只是不再回答，事情没有办完"),
            None => say!(lang, "says no `action`", "没写 `action`"),
        };
        report = report.also(action(fallback).given().map_or(fallback.place(), |action| action.span), seen);
    }
    report
        .help(say!(
            lang,
            "before the worst case{worst} reaches anyone, let a person take over (`human`), a person release the answer \
             (`review_before_send`) or code give it (`rules`)",
            "在最坏情况{worst}影响到任何人之前，让人接手（`human`）、让人审核后再发（`review_before_send`），或由程序作答（`rules`）"
        ))
        .fix(
            say!(lang, "hand over to a person", "转给人处理"),
            Applicability::Template,
            vec![risk.node().insertion("fallback person {\n  when:        \"…\"\n  action:      human\n  enforced_by: workflow\n}")],
        );
    JUDGED
}

fn action(fallback: Fallback) -> Field<Named<FallbackAction>> {
    fallback.node().word("action")
}

/// Whether the fallback brings the case to an end instead of the answer alone.
fn settles(fallback: Fallback) -> bool {
    use FallbackAction::*;
    action(fallback).given().is_some_and(|action| matches!(action.value, Human | ReviewBeforeSend | Rules))
}
