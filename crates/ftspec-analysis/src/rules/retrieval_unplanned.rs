//! Retrieval in name alone: nobody has said how passages are cut, or how many go into a call.

use ftspec_schema::{RETRIEVAL, Source as FactSource};

use super::facts;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;

/// `retrieval-unplanned`
pub static RULE: Rule = Rule {
    code: "FT204",
    name: "retrieval-unplanned",
    level: Level::Warn,
    route: Some(Route::FixRetrieval),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Facts are to be retrieved, and the plan does not say how documents are cut or how many passages go \
                  into one call.",
            why: "When answers from retrieved passages go wrong, the hand reaches for the model: another round, another \
              temperature, another prompt. The cause mostly sits earlier, in documents cut through the middle of a \
              rule, in passages that cannot be understood alone, in so many passages that they contradict each other. \
              No parameter mends badly built evidence; a tuned model only makes a better story out of it. A plan that \
              has not settled how the evidence is built cannot tell which of the two is to blame.",
            instead: "Write a `retrieval` block with at least `chunking` and `top_k`, then look at the passages for ten \
                  real questions before anything is trained.",
            accept_when: "Another team runs the retrieval as a service, its settings are written down there, and its hits \
                      are measured apart from the answers.",
        },
        zh: Page {
            summary: "事实要靠检索，计划里却没写文档怎么切分、每次放几段进上下文。",
            why: "RAG 效果不好时，大家的手往往先伸向模型：再微调一轮、调 temperature、改提示词。可问题多半出在更前面：文档\
                  从规则中间被切断，chunk 离开上下文就读不懂，TopK 太大引来互相冲突的证据。参数解决不了证据结构的错误，\
                  调得再好，也只是让模型更努力地在垃圾证据里编一个合理的故事。证据怎么组织都没定下来，出了错就分不清该修\
                  检索还是该修模型。",
            instead: "补一个 `retrieval` 块，至少写明 `chunking` 和 `top_k`；训练之前，先拿十个真实问题看看检索回来的到底\
                      是什么。",
            accept_when: "检索由其他团队以服务形式提供，配置在那边有据可查，召回效果也与回答质量分开评测。",
        },
        bad: r#"
knowledge {
  source:  retrieval
  facts:   "product names and the versions that introduced them"
  changes: weekly
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
    let (knowledge, sources) = facts::sources(spec)?;
    let Some(source) = sources.iter().find(|source| source.value == FactSource::Retrieval) else { return JUDGED };
    let (knowledge, lang) = (knowledge.node(), found.lang());
    let help = say!(
        lang,
        "say how documents are cut (`chunking`) and how many passages one call gets (`top_k`), then read the passages \
         for ten real questions",
        "写明文档怎么切分（`chunking`）、每次调用放几段（`top_k`），再拿十个真实问题看看检索结果"
    );
    let Some(retrieval) = knowledge.child(&RETRIEVAL) else {
        if !knowledge.lacks(&RETRIEVAL) {
            return None;
        }
        found
            .wrong(
                source.span,
                say!(lang, "facts are to be retrieved, and nothing says how", "事实要靠检索，却没写怎么检索"),
            )
            .label(say!(lang, "no `retrieval` block beside this", "没有配套的 `retrieval` 块"))
            .help(help)
            .fix(
                say!(lang, "plan the retrieval", "写出检索方案"),
                Applicability::Template,
                vec![knowledge.insertion(facts::RETRIEVAL_TEMPLATE)],
            );
        return JUDGED;
    };
    let (chunking, top_k) = (retrieval.list("chunking"), retrieval.list("top_k"));
    let (headline, label, item) = match (chunking.is_missing(), top_k.is_missing()) {
        (true, true) => (
            say!(
                lang,
                "nothing says how passages are cut and how many go into one call",
                "没写文档怎么切分，也没写每次调用放几段"
            ),
            say!(lang, "neither `chunking` nor `top_k` in here", "缺少 `chunking` 和 `top_k`"),
            "chunking: section\ntop_k: 4",
        ),
        (true, false) => (
            say!(lang, "nothing says how documents are cut into passages", "没写文档怎么切分"),
            say!(lang, "no `chunking` in here", "缺少 `chunking`"),
            "chunking: section",
        ),
        (false, true) => (
            say!(lang, "nothing says how many passages go into one call", "没写每次调用放几段检索结果"),
            say!(lang, "no `top_k` in here", "缺少 `top_k`"),
            "top_k: 4",
        ),
        // What could not be read may be anything.
        (false, false) => return if chunking.is_broken() || top_k.is_broken() { None } else { JUDGED },
    };
    found
        .wrong(source.span, headline)
        .label(say!(lang, "retrieved, by a plan with gaps", "要检索，但方案还不完整"))
        .also(retrieval.keyword(), label)
        .help(help)
        .fix(say!(lang, "fill the gap", "补上缺少的设置"), Applicability::Template, vec![retrieval.insertion(item)]);
    JUDGED
}
