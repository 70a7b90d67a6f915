//! A high risk that is run for nothing that anyone has named.

use ftspec_schema::Tier;

use super::stakes;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};

/// `risk-without-benefit`
pub static RULE: Rule = Rule {
    code: "FT508",
    name: "risk-without-benefit",
    level: Level::Warn,
    route: Some(Route::Sharpen),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Later,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The tier is high or critical, and nothing says what is gained if all goes well.",
            why: "Where the risk outweighs the gain, trying whether tuning helps is a bet with other people's money or \
              health. Tuning changes how a model behaves in ways that cannot all be foreseen, so the loss is real from \
              the first day; the gain has to be as real before the two can be weighed. A plan that names only the risk \
              is usually one in which nobody has looked whether a rule, a better process or a person would bring the \
              same gain without it.",
            instead: "Write the gain as a number that somebody outside of the team would miss: hours saved, errors \
                  avoided, cases served. If no such number comes to mind, take the safer way.",
            accept_when: "The benefit is set down in a contract or a mandate that the reason names.",
        },
        zh: Page {
            summary: "风险等级是 high 或 critical，却没写一切顺利时能换来什么。",
            why: "风险高于收益时，“试试看微调会不会更好”本身就是拿别人的钱或健康打赌。微调改变模型的行为分布，变化不可完全预\
                  测，所以损失从第一天起就是真实的；收益也得同样具体，两边才称得出轻重。只写风险不写收益的计划，往往意味\
                  着还没人看过：换成规则、流程分级或人工，是不是不冒这个险也能得到同样的好处。",
            instead: "把收益写成团队之外的人也会在意的数字：省下多少小时、少出多少错、多服务多少人。想不出这样的数字，就走更\
                      稳妥的路。",
            accept_when: "收益已经写在合同或任务书里，理由中注明出处。",
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
  worst_case: "a note of the dosing software states a wrong dose limit"
  if_frozen:  "dose limits change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
  fallback pharmacist {
    when:        "a ticket is tagged dosing"
    action:      human
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
  benefit:    "hospitals read of a changed dose limit on the day of the release"
  worst_case: "a note of the dosing software states a wrong dose limit"
  if_frozen:  "dose limits change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
  fallback pharmacist {
    when:        "a ticket is tagged dosing"
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
    let risk = stakes::block(spec)?;
    match risk.node().list("benefit") {
        Field::Given(_) => return JUDGED,
        Field::Broken => return None,
        Field::Missing => {}
    }
    let lang = found.lang();
    let Some(due) = stakes::by_tier(risk, Tier::High, lang)? else { return JUDGED };
    let because = due.because.as_str();
    let mut report = found
        .unsaid(risk.keyword(), say!(lang, "{because}, and nothing says what is gained", "{because}，却没写能换来什么"))
        .label(say!(lang, "no `benefit` in here", "缺少 `benefit`"))
        .help(say!(
            lang,
            "say what is gained if all goes well, as a number that somebody would miss; if there is none, a rule, a \
             process or a person is the safer way",
            "写明一切顺利时的收益，最好是有人会在意的数字；写不出来，就改用规则、流程或人工"
        ));
    if let Some(span) = due.span {
        report = report.also(span, say!(lang, "what is put at risk", "要冒的风险"));
    }
    if let Some(worst) = risk.node().text("worst_case").given() {
        report = report.also(worst.span, say!(lang, "what it can cost", "可能的代价"));
    }
    let edits = vec![risk.node().insertion("benefit: \"…\"")];
    report.fix(say!(lang, "write what is gained", "写明收益"), Applicability::Template, edits);
    JUDGED
}
