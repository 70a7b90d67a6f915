//! Whether to answer at all, left to the one that is asked.

use ftspec_prose::Label;
use ftspec_schema::Enforcer;
use ftspec_syntax::Edit;

use super::facts;
use super::signs;
use super::wishes::{self, Said};
use crate::diagnostic::{Applicability, Level, Route};
use crate::hash::HashSet;
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};

/// `model-decides-escalation`
pub static RULE: Rule = Rule {
    code: "FT504",
    name: "model-decides-escalation",
    level: Level::Deny,
    route: Some(Route::Rules),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The model is to find out for itself whether to answer, to refuse or to hand over: a fallback is \
                  `enforced_by: model`, or a goal or behaviour wants that learnt.",
            why: "Whether a question should be answered, refused or given to a person is nothing that parameters settle. A \
              model does not know what it does not know; trained for caution, it declines a little more of everything, \
              and the one case that had to be caught goes through in the same even voice. The decision belongs where a \
              sign can be seen: an amount, a keyword, an empty search, the score of a classifier. Abstaining can be \
              trained where the data marks what cannot be answered (Zhang et al., 2024, R-Tuning: Instructing Large \
              Language Models to Say 'I Don't Know'); so this is about who decides and not about how a refusal sounds. \
              What an output may never contain, the wording of a refusal that something else has set off, and \"not in \
              the text\" over a text that was given are all things that a model may learn.",
            instead: "Name the sign in the `when` of a fallback, let code, a workflow or a policy engine act on it, and train \
                  how the refusal or the hand-over is worded.",
            accept_when: "The decision was measured on a probe set that shows both errors, answering too much and refusing too \
                      much, and a person sees what slips through.",
        },
        zh: Page {
            summary: "该答、该拒还是该转人工，要模型自己判断：兜底写着 `enforced_by: model`，或者目标、行为里要模型学会这种\
                      判断。",
            why: "该不该答、该不该拒绝、该不该转人工，不是参数能解决的。模型并不知道自己不知道什么；往保守里训，它只是什么都多\
                  拒一点，真正该拦下的那一次，照样语气平稳地放了过去。这个判断应当来自看得见的标志：金额、关键词、检索为\
                  空、分类器的分数，也就是来自系统层。数据里标明了哪些问题答不了时，拒答是可以训练的（Zhang 等，2024，\
                  R-Tuning: Instructing Large Language Models to Say 'I Don't Know'），所以这条规则管的是由谁决定，而不\
                  是拒绝的话怎么说。输出中绝不能出现什么、由别处触发的拒答怎么措辞、对着给定文本回答“文中没有”，这些都可\
                  以教给模型。",
            instead: "把标志写进兜底的 `when`，由程序、工作流或规则引擎来判定；微调只教拒绝或转接的话怎么说。",
            accept_when: "已经用探针集测过这个判断，答得太多和拒得太多两种错误都看得见，漏过去的也有人把关。",
        },
        bad: r#"
risk {
  tier:       low
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "a note leaves out a breaking change"
  if_frozen:  "product names change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
  fallback editor {
    when:        "a ticket is tagged security"
    action:      human
    enforced_by: model
  }
}
"#,
        good: r#"
risk {
  tier:       low
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "a note leaves out a breaking change"
  if_frozen:  "product names change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
  fallback editor {
    when:        "a ticket is tagged security"
    action:      human
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
    let lang = found.lang();
    let mut outright = None;
    let mut unread = !spec.knows_all(&ftspec_schema::RISK);
    for fallback in spec.risk().into_iter().flat_map(|risk| risk.fallbacks()) {
        let enforcer = match fallback.node().word::<Enforcer>("enforced_by") {
            Field::Given(enforcer) => enforcer,
            Field::Broken => {
                unread = true;
                continue;
            }
            Field::Missing => continue,
        };
        if enforcer.value != Enforcer::Model {
            continue;
        }
        outright = outright.or(Some(enforcer.span));
        let (name, when) = (fallback.name(), fallback.node().text("when").given());
        let sign = facts::quoted(fallback.node(), "when", lang);
        let mut report = found
            .wrong(
                enforcer.span,
                say!(
                    lang,
                    "the model decides for itself when `{name}` takes over",
                    "何时交给 `{name}`，由模型自己决定"
                ),
            )
            .label(say!(lang, "does not know what it does not know", "它不知道自己不知道什么"))
            .help(say!(
                lang,
                "let code or a workflow see the sign{sign} and act on it before the model answers; train only how the \
                 hand-over is worded",
                "由程序或工作流识别这个标志{sign}，在模型作答之前处理；微调只教转接的话怎么说"
            ));
        if let Some(when) = when {
            report = report.also(when.span, say!(lang, "a sign that a program can look for", "程序可以去查的标志"));
        }
        let edits = vec![Edit::replace(enforcer.span, "workflow")];
        report.fix(say!(lang, "let a workflow enforce it", "改由工作流执行"), Applicability::Template, edits);
    }
    let worded = strings_under_a_sign(spec);
    let wishes = wishes::wishes(spec, Label::Escalation, |asked| {
        let sentence = signs::sentence(spec.text(), asked.string, asked.span);
        !worded.contains(&asked.string.start) && !signs::names_one(sentence) && !signs::names_a_lack(sentence)
    });
    for wish in &wishes {
        let said = Said {
            headline: say!(
                lang,
                "the model is to find out for itself when not to answer",
                "要模型自己判断什么时候不该回答"
            ),
            label: say!(lang, "decided by the model, from an input without a sign", "输入里没有标志，全凭模型判断"),
            help: say!(
                lang,
                "let something outside decide by a sign that it can see, as a `fallback` with `enforced_by: code`; where \
                 a behaviour is about the wording, name that sign in its `when`",
                "由系统根据看得见的标志来决定，写成 `fallback` 并注明 `enforced_by: code`；如果这条行为只管措辞，就在 `when` 里写明标志"
            ),
            outright: outright.map(|span| (span, lang.pick("and the model is to enforce it", "还要由模型来执行"))),
        };
        wish.report(said, found);
    }
    if unread && outright.is_none() && wishes.is_empty() { None } else { JUDGED }
}

/// The strings of behaviours whose `when` names a sign from outside, by where they begin: such a behaviour is about the
/// words of a refusal, and something else has decided that there is one.
fn strings_under_a_sign(spec: &Spec) -> HashSet<u32> {
    if spec.asks(Label::Escalation).next().is_none() {
        return HashSet::default();
    }
    spec.behaviors()
        .filter(|it| it.node().text("when").given().is_some_and(|when| signs::names_one(&when.value)))
        .flat_map(|it| it.node().list("must").given().unwrap_or_default())
        .map(|element| element.span.start)
        .collect()
}
