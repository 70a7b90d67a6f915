//! Passages that disagree, and nobody has said which one counts.

use ftspec_schema::OnConflict;

use super::facts;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Report, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};
use ftspec_syntax::Edit;

/// `conflict-unhandled`
pub static RULE: Rule = Rule {
    code: "FT206",
    name: "conflict-unhandled",
    level: Level::Warn,
    route: Some(Route::FixRetrieval),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Passages are retrieved, and nothing says what counts when two of them disagree.",
            why: "Sooner or later last year's rule and this year's stand side by side in one call. A model does not know \
              which of them is in force; it takes the one that fits its sentence, another one tomorrow, and sounds as \
              sure both times. Conflicting evidence is worse than missing evidence, because nothing in the answer \
              shows it. No parameter settles a conflict between documents. Dates, ranks and owners do, and they are \
              known to the system and not to the weights.",
            instead: "Decide it once, outside of the model: `newest` where passages carry dates, `authoritative` where \
                  sources are ranked, `cite_all` where the reader can judge, `abstain` or `escalate` where nobody should \
                  guess.",
            accept_when: "All passages come from one edited source, kept in one version, in which each fact stands once.",
        },
        zh: Page {
            summary: "用了检索，却没写两段证据互相矛盾时听谁的。",
            why: "去年的规定和今年的规定，迟早会出现在同一次调用里。模型并不知道哪一条有效，只会挑更顺口的那条，明天也许又挑\
                  另一条，语气却同样笃定。证据冲突比证据不足更糟，因为答案里看不出任何痕迹。文档之间的冲突不是参数能裁决\
                  的，能裁决的是日期、优先级和责任人，而这些信息在系统里，不在权重里。",
            instead: "在模型之外一次定好：段落带日期就用 `newest`，来源分级就用 `authoritative`，读者能判断就用 \
                      `cite_all`，谁都不该猜的就用 `abstain` 或 `escalate`。",
            accept_when: "所有段落出自同一份有人维护的资料，只保留一个版本，每条事实只出现一次。",
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
    on_missing:     refuse
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
    let (top_k, lang) = (retrieval.count("top_k").given(), found.lang());
    let complete = |report: Report<'_>, edit: Edit| {
        let mut report = report.help(say!(
            lang,
            "decide it outside of the model: `newest` or `authoritative` where dates or ranks settle it, `cite_all`, \
             `abstain` or `escalate` where they do not",
            "在模型之外定好：有日期或优先级就用 `newest`、`authoritative`，否则用 `cite_all`、`abstain` 或 `escalate`"
        ));
        if let Some(top_k) = top_k.filter(|top_k| top_k.value > 1) {
            let many = top_k.value;
            report =
                report.also(top_k.span, say!(lang, "{many} passages can meet in one call", "一次调用会放进 {many} 段"));
        }
        report.fix(say!(lang, "let the newer one count", "以较新的为准"), Applicability::Template, vec![edit]);
    };
    match retrieval.word::<OnConflict>("on_conflict") {
        Field::Broken => return None,
        Field::Missing => {
            let report = found
                .unsaid(
                    retrieval.keyword(),
                    say!(lang, "nothing says what counts when two passages disagree", "没写两段证据矛盾时听谁的"),
                )
                .label(say!(lang, "no `on_conflict` in here", "缺少 `on_conflict`"));
            complete(report, retrieval.insertion("on_conflict: newest"));
        }
        Field::Given(word) if word.value == OnConflict::Unhandled => {
            let report = found
                .wrong(
                    word.span,
                    say!(
                        lang,
                        "two passages that disagree are left for the model to choose from",
                        "两段证据矛盾时，由模型自己挑"
                    ),
                )
                .label(say!(lang, "nobody has decided this", "还没有人做过决定"));
            complete(report, Edit::replace(word.span, "newest"));
        }
        Field::Given(_) => {}
    }
    JUDGED
}
