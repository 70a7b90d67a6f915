//! Rules that have to hold every time, left to what holds most of the time.

use ftspec_prose::Label;
use ftspec_schema::{CONSTRAINT, Enforcer};
use ftspec_syntax::Edit;

use super::facts;
use super::wishes::{self, Said};
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};

/// `rule-in-weights`
pub static RULE: Rule = Rule {
    code: "FT503",
    name: "rule-in-weights",
    level: Level::Deny,
    route: Some(Route::Rules),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A rule that has to hold every time is left to the model: a constraint is `enforced_by: model`, or a \
                  goal or behaviour wants rules learnt.",
            why: "Compliance, limits of risk, conditions for refunds and compensation, medical and legal disclaimers have \
              three things in common: the rule is clear, the exceptions are many, and somebody answers for each case. \
              To have a model remember them is to imitate a system that decides with one that guesses well. It keeps \
              the rule nearly always; the case in which it does not looks just as sure, and a rule that changes on \
              Monday waits for the next training. Code applies it the same way every time, its owners can read it, and \
              afterwards it can say why.",
            instead: "Write the rule as a `constraint` with `enforced_by: code` or `policy_engine`, give the model the \
                  decision as part of its input, and train only how it is put into words.",
            accept_when: "The rule is one of style, a breach harms nobody, and a program counts the breaches.",
        },
        zh: Page {
            summary: "必须每次都守住的规则交给了模型：约束写着 `enforced_by: model`，或者目标、行为里要模型学会规则。",
            why: "合规规则、风控边界、退款和赔付条件、医疗或法律免责声明，有三个共同点：规则明确，例外复杂，责任重大。让模型把它\
                  们“记住”，就是拿统计模型去模拟确定性系统。它几乎总能守住，可失守的那一次听上去同样笃定；周一改了规则，\
                  还得等下一轮训练。程序每次都按同一条规则办，规则的负责人读得懂，事后也说得清为什么。",
            instead: "把规则写成 `constraint`，由 `enforced_by: code` 或 `policy_engine` 执行，把判定结果放进模型的输入，微\
                      调只教它怎么表达。",
            accept_when: "这条规则只关乎文风，违反了也不伤害任何人，而且有程序在统计违反的次数。",
        },
        bad: r#"
risk {
  tier:       low
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "a note leaves out a breaking change"
  if_frozen:  "product names change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
  constraint embargo {
    rule:        "no change is announced before its release date"
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
  constraint embargo {
    rule:        "no change is announced before its release date"
    enforced_by: code
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
    for constraint in spec.risk().into_iter().flat_map(|risk| risk.node().children(&CONSTRAINT)) {
        let enforcer = match constraint.word::<Enforcer>("enforced_by") {
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
        let (name, rule) = (constraint.name(), constraint.text("rule").given());
        let written = facts::quoted(constraint, "rule", lang);
        let mut report = found
            .wrong(
                enforcer.span,
                say!(lang, "the rule `{name}` is left for the model to keep", "规则 `{name}` 交给了模型自己去守"),
            )
            .label(say!(lang, "keeps it often, not always", "多半守得住，但不是每次"))
            .help(say!(
                lang,
                "let code or a policy engine apply it{written} and give the model the result; train only the wording",
                "让程序或规则引擎来执行{written}，把结果交给模型；微调只教措辞"
            ));
        if let Some(rule) = rule {
            report = report.also(rule.span, say!(lang, "has to hold every time", "每次都必须成立"));
        }
        let edits = vec![Edit::replace(enforcer.span, "code")];
        report.fix(say!(lang, "let code enforce it", "改由程序执行"), Applicability::Template, edits);
    }
    let wishes = wishes::wishes(spec, Label::Rule, |_| true);
    for wish in &wishes {
        let said = Said {
            headline: say!(lang, "rules are to be learnt instead of enforced", "规则要靠模型学会，而不是由系统执行"),
            label: say!(lang, "a rule in the weights", "把规则写进权重"),
            help: say!(
                lang,
                "write it as a `constraint` with `enforced_by: code` or `policy_engine`, give the model the result, and \
                 train only the wording",
                "写成 `constraint`，由 `enforced_by: code` 或 `policy_engine` 执行，把结果交给模型，微调只教措辞"
            ),
            outright: outright.map(|span| (span, lang.pick("and the model is to enforce it", "还要由模型来执行"))),
        };
        wish.report(said, found);
    }
    if unread && outright.is_none() && wishes.is_empty() { None } else { JUDGED }
}
