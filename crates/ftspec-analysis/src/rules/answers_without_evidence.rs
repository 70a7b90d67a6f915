//! Nothing fitting was found, and the model answers all the same.

use ftspec_schema::{OnMissing, Tier};

use super::facts;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Report, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};
use ftspec_syntax::Edit;

/// `answers-without-evidence`
pub static RULE: Rule = Rule {
    code: "FT208",
    name: "answers-without-evidence",
    level: Level::Warn,
    route: Some(Route::Rules),
    sources: &[Source::WhenNotToTune, Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Retrieval can come back empty, and the model is to answer then, or nobody has said what happens.",
            why: "What hurts in service is seldom that a model could not answer. It is that it answered where it should \
              not have, at length and without a doubt. An empty search is the one moment at which a system knows for \
              certain that the evidence is missing, and it knows before the model has said a word. Lowering the \
              temperature or training for caution makes the invented answer milder, and the model still does not know \
              when to be silent. Retrieval with a clear rule for refusing is the safer choice where the stakes are \
              high; there this finding fails the check.",
            instead: "Let code look at the result of the search: refuse with a fixed sentence, hand over to a person, or \
                  ask back for what is missing.",
            accept_when: "A wrong answer is harmless and seen at once, as with suggestions that somebody picks from.",
        },
        zh: Page {
            summary: "检索可能一无所获，这时却让模型照答，或者没写该怎么办。",
            why: "上线之后真正伤人的，往往不是模型答不出来，而是不该答的时候答得太多、太确定。检索为空，是系统唯一能确知“没有\
                  证据”的时刻，而且模型还没开口系统就已经知道了。降低 temperature、训练得保守一些，只会让编出来的答案更\
                  温和，模型仍然不知道什么时候该闭嘴。风险高的场景里，RAG 加明确的拒答策略才是更安全的选择，所以在那里这\
                  一条会直接拦下计划。",
            instead: "让程序先看检索结果：没有合适的段落，就用固定话术拒答、转人工，或者追问缺少的信息。",
            accept_when: "答错无害而且一眼就能看出来，例如只是给人挑选的备选建议。",
        },
        bad: r#"
knowledge {
  source:  retrieval
  facts:   "product names and the versions that introduced them"
  changes: weekly
  retrieval {
    chunking:       section
    self_contained: true
    top_k:          4
    on_conflict:    newest
    on_missing:     answer
  }
}
"#,
        good: r#"
knowledge {
  source:  retrieval
  facts:   "product names and the versions that introduced them"
  changes: weekly
  retrieval {
    chunking:       section
    self_contained: true
    top_k:          4
    on_conflict:    newest
    on_missing:     refuse
  }
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let retrieval = facts::retrieval(spec)?;
    let high = spec.risk().and_then(|risk| risk.tier().given()).filter(|tier| tier.value >= Tier::High);
    let lang = found.lang();
    let complete = |report: Report<'_>, edit: Edit| {
        let mut report = report.help(say!(
            lang,
            "let code decide it before the model is asked: `refuse` with a fixed sentence, `escalate` to a person, or \
             `ask` for what is missing",
            "由程序在调用模型之前决定：`refuse`（固定话术拒答）、`escalate`（转人工）或 `ask`（追问缺少的信息）"
        ));
        if let Some(tier) = high {
            report = report.level(Level::Deny).also(tier.span, facts::tier(tier.value, lang));
        }
        report.fix(say!(lang, "refuse then", "改为拒答"), Applicability::Template, vec![edit]);
    };
    match retrieval.word::<OnMissing>("on_missing") {
        Field::Broken => return None,
        Field::Missing => {
            let report = found
                .unsaid(
                    retrieval.keyword(),
                    say!(lang, "nothing says what happens when nothing fitting is found", "没写检索不到时怎么办"),
                )
                .label(say!(lang, "no `on_missing` in here", "缺少 `on_missing`"));
            complete(report, retrieval.insertion("on_missing: refuse"));
        }
        Field::Given(word) if word.value == OnMissing::Answer => {
            let report = found
                .wrong(
                    word.span,
                    say!(
                        lang,
                        "without any evidence the model is to answer all the same",
                        "没有任何证据，也让模型照答"
                    ),
                )
                .label(say!(lang, "answers from memory", "只能凭记忆作答"));
            complete(report, Edit::replace(word.span, "refuse"));
        }
        Field::Given(_) => {}
    }
    JUDGED
}
