//! So many passages in one call that they begin to contradict each other.

use rust_decimal::Decimal;

use super::facts;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{
    Docs, Findings, JUDGED, Judged, OptionUnit, Page, Rule, RuleOption, Softened, Source, WhileYoung, figure,
};
use crate::spec::{Field, Spec};
use ftspec_syntax::Edit;

/// `top-k-too-large`
pub static RULE: Rule = Rule {
    code: "FT205",
    name: "top-k-too-large",
    level: Level::Warn,
    route: Some(Route::FixRetrieval),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "More than 8 passages go into one call, and no second step sorts the weak ones out.",
            why: "More passages look safer and mostly are not. The ninth was found because it shares words with the \
              question, not because it answers it; it comes from an older edition, or from the neighbouring product. \
              Conflicting evidence does far more harm than missing evidence: the model has to choose, and it chooses \
              what makes the smoother story. Training on top of that teaches it to tell the story better.",
            instead: "Give fewer passages, or let a reranker drop the weak ones and write `rerank: true`. Compare 4, 8 and \
                  16 on the same questions before the model is blamed.",
            accept_when: "Answers have to gather many passages that cannot disagree, such as every mention of a term in one \
                      document, and this was measured.",
        },
        zh: Page {
            summary: "一次调用放进 8 段以上的检索结果，又没有重排把不相关的筛掉。",
            why: "段数多看似稳妥，其实不然。排在第九的那一段，多半只是和问题有几个词相同，并不回答问题；它可能来自旧版文档，\
                  也可能讲的是另一款产品。证据冲突的危害远大于证据不足：模型只能自己挑，而它会挑讲起来最顺的那一个。在这\
                  上面再微调，只是教它把故事编得更圆。",
            instead: "少放几段，或者加一步重排把弱相关的段落去掉，并写上 `rerank: true`。先用同一批问题比较 4、8、16 段的\
                      效果，再去怀疑模型。",
            accept_when: "回答确实要汇总许多不会互相矛盾的段落，例如某个术语在一份文档里的全部出处，而且已有评测支持。",
        },
        bad: r#"
knowledge {
  source:  retrieval
  facts:   "product names and the versions that introduced them"
  changes: weekly
  retrieval {
    chunking:       section
    self_contained: true
    top_k:          20
    on_conflict:    newest
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
    top_k:          5
    on_conflict:    newest
    on_missing:     refuse
  }
}
"#,
    },
    options: &[RuleOption {
        name: "maximum",
        default: figure(8, 0),
        vendor: None,
        unit: OptionUnit::Count,
        en: "passages in one call without a reranker",
        zh: "没有重排时一次调用可放的段数",
    }],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let retrieval = facts::retrieval(spec)?;
    let top_k = match retrieval.count("top_k") {
        Field::Given(top_k) => top_k,
        Field::Missing => return JUDGED, // retrieval-unplanned speaks
        Field::Broken => return None,
    };
    let maximum = found.option("maximum");
    if Decimal::from(top_k.value) <= maximum {
        return JUDGED;
    }
    let rerank = retrieval.flag("rerank");
    match rerank {
        Field::Broken => return None,
        Field::Given(rerank) if rerank.value => return JUDGED,
        _ => {}
    }
    let (many, maximum, lang) = (top_k.value, maximum.normalize(), found.lang());
    let mut report = found
        .wrong(top_k.span, say!(lang, "{many} passages go into one call", "一次调用放进 {many} 段检索结果"))
        .label(say!(lang, "more than {maximum}, and nothing sorts them", "超过 {maximum} 段，又没有重排"))
        .help(say!(
            lang,
            "give {maximum} or fewer, or let a reranker drop the weak ones (`rerank: true`), and measure both on the \
             same questions: conflicting evidence is worse than missing evidence",
            "减到 {maximum} 段以内，或者用重排去掉弱相关的段落（`rerank: true`），并用同一批问题比较：证据冲突比证据不足更糟"
        ));
    match rerank {
        Field::Given(off) => {
            report = report.also(off.span, say!(lang, "not sorted", "没有重排"));
            let edits = vec![Edit::replace(off.span, "true")];
            report.fix(say!(lang, "sort them", "加上重排"), Applicability::Template, edits);
        }
        _ => {
            let edits = vec![retrieval.insertion("rerank: true")];
            report.fix(say!(lang, "sort them", "加上重排"), Applicability::Template, edits);
        }
    }
    JUDGED
}
