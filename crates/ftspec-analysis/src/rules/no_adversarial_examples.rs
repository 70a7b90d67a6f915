//! Training data in which every input is well-meant and well-formed.

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Data, Field, Spec};
use ftspec_schema::{CoversKind, DATA, Enumerated, Tier};

/// `no-adversarial-examples`
pub static RULE: Rule = Rule {
    code: "FT309",
    name: "no-adversarial-examples",
    level: Level::Warn,
    route: Some(Route::FixData),
    sources: &[Source::BehaviorNotKnowledge],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A wrong answer costs something here, and the training data shows no broken or hostile input.",
            why: "Data is collected from the good cases, and users bring the others: half a form, pasted noise, a question \
              that is meant as a trap. A model that has never seen them answers them in the tone it has learnt, \
              fluently and wrong, and the tuning has made it surer of itself. Examples with missing fields, irregular \
              input and edge cases that provoke wrong output make a model steadier where it is really used.",
            instead: "Add inputs with missing parts, wrong formats and misleading requests, each with the answer that you \
                  would want then. A few in a hundred change a lot.",
            accept_when: "Inputs are made by a program and checked before they reach the model, so that broken and hostile \
                      ones cannot arrive; or a probe set covers the abuse seen and stays within its limit.",
        },
        zh: Page {
            summary: "答错在这里是有代价的，训练数据里却没有残缺或恶意的输入。",
            why: "数据都是从好的情况里收集的，坏的情况由用户带来：填了一半的表单、粘贴进来的乱码、故意设套的问题。模型没见过这些，\
                  就会用学来的语气流畅地答错，而且微调让它更自信。加入格式缺失、输入不规范、可能触发错误输出的边缘案例，模型在\
                  真实场景下才更稳定。",
            instead: "补上缺项的、格式不对的、误导性的输入，每条都配上那时想要的回答。一百条里有几条，就会有明显的改变。",
            accept_when: "输入由程序生成，到达模型之前已经检查过，残缺和恶意的输入进不来；或者探针集覆盖了见过的滥用方式，而且结果\
                          在限度之内。",
        },
        bad: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md", annotators: 2, agreement: 0.86 }
  boundary: 10%
  covers:   [length, style, topic]
}

data held_out {
  role:     test
  path:     "data/held_out.jsonl"
  examples: 800
  quality:  reviewed
}

eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, covers: [one_sentence] }
  metric facts { measures: safety, method: exact_match, covers: [one_sentence] }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}

risk {
  tier:       medium
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "customers plan around a feature that does not exist"
  if_frozen:  "product names change and the notes keep the old ones"
  rollback:   "serve prompt_v4 on the base model"
}
"#,
        good: r#"
data notes {
  role:     train
  path:     "data/notes.jsonl"
  examples: 6_000
  quality:  reviewed
  labeling { guide: "docs/style.md", annotators: 2, agreement: 0.86 }
  boundary: 10%
  covers:   [length, style, topic, malformed]
}

data held_out {
  role:     test
  path:     "data/held_out.jsonl"
  examples: 800
  quality:  reviewed
}

eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, covers: [one_sentence] }
  metric facts { measures: safety, method: exact_match, covers: [one_sentence] }
  require house_style >= 90%
  guard facts >= baseline
  review { by: "editors", samples: 50, question: "Would you publish this note?" }
}

risk {
  tier:       medium
  domain:     software
  benefit:    "saves editors two hours a release"
  worst_case: "customers plan around a feature that does not exist"
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
    let tier = spec.risk()?.tier().given()?;
    let first = spec.train().next()?;
    if tier.value < Tier::Medium || spec.train().any(has_rough_inputs) {
        return JUDGED;
    }
    let unread = |data: Data| data.node().list("adversarial").is_broken() || data.node().list("covers").is_broken();
    if !spec.knows_all(&DATA) || spec.data().any(|data| data.role().given().is_none()) || spec.train().any(unread) {
        return None; // what could not be read may be the broken and hostile inputs
    }
    let (lang, name) = (found.lang(), tier.value.word().name);
    let mut report = found
        .unsaid(
            first.place(),
            say!(lang, "no broken or hostile input in the training data", "训练数据里没有残缺或恶意的输入"),
        )
        .label(say!(
            lang,
            "neither `adversarial` examples nor `malformed` input",
            "既没有 `adversarial` 样本，也没有 `malformed` 输入"
        ))
        .also(tier.span, say!(lang, "risk tier {name}", "风险等级 {name}"))
        .help(say!(
            lang,
            "add inputs with missing parts, wrong formats and misleading requests, and say how many: `adversarial: 5%`",
            "补上缺项的、格式不对的、误导性的输入，并写明占比：`adversarial: 5%`"
        ));
    for data in spec.train() {
        if let Field::Given(none) = data.node().quantity("adversarial") {
            report = report.also(none.span, say!(lang, "none of them", "一条也没有"));
        }
    }
    if !first.node().says("adversarial") {
        let edit = first.node().insertion("adversarial: 5%");
        report.fix(say!(lang, "say how many there are", "写明占多少"), Applicability::Template, vec![edit]);
    }
    JUDGED
}

fn has_rough_inputs(data: Data) -> bool {
    let node = data.node();
    let share = node.quantity("adversarial").given();
    share.is_some_and(|share| !share.value.value.is_zero())
        || node.words::<CoversKind>("covers").iter().any(|kind| kind.value == CoversKind::Malformed)
}
