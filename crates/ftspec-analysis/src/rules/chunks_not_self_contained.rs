//! Passages that nobody could understand without the page around them.

use ftspec_schema::Chunking;

use super::facts;
use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::{Field, Spec};
use ftspec_syntax::Edit;

/// `chunks-not-self-contained`
pub static RULE: Rule = Rule {
    code: "FT207",
    name: "chunks-not-self-contained",
    level: Level::Warn,
    route: Some(Route::FixRetrieval),
    sources: &[Source::WhatParametersSolve],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "Passages cannot be read alone, or are cut at a fixed length without anyone having checked it.",
            why: "A passage reaches the model without its heading, its page and its neighbours. \"In this case the fee is \
              waived\" is true of one case in the handbook; alone in a prompt it is true of all. A cut after so many \
              characters makes such halves by the dozen, and the answer built on one reads like any other. Tuning \
              cannot give back what the cut took away: the model becomes better at telling a plausible story about \
              half a rule.",
            instead: "Cut along the document's own headings, and carry the title, the product and the date into each \
                  passage. Read ten passages at random: whoever does not know the document should be able to say what \
                  each is about.",
            accept_when: "Passages are given with the section around them, so that a cut serves the search alone.",
        },
        zh: Page {
            summary: "切出来的段落离开上下文就读不懂，或者按固定长度切分又没人检查过。",
            why: "段落到模型手里时，标题、页码和前后文都没了。“此种情形免收费用”在手册里只针对一种情形，单独放进提示词就成了\
                  人人免费。按固定字数切，这样的半句话会成批出现，而基于它写出的答案看上去和别的没有两样。chunk 不可独立\
                  理解，是证据结构的错误，微调补不回来，只会让模型更擅长拿半条规则编出合理的说法。",
            instead: "按文档自己的标题切分，把标题、产品和日期带进每一段。随机抽十段，找没读过原文的人来看：每一段讲的是什么，\
                      他应当说得出来。",
            accept_when: "检索命中后会连同所在章节一起送进模型，切分只用于查找。",
        },
        bad: r#"
knowledge {
  source:  retrieval
  facts:   "product names and the versions that introduced them"
  changes: weekly
  retrieval {
    chunking:    fixed
    top_k:       4
    on_conflict: newest
    on_missing:  refuse
  }
}
"#,
        good: r#"
knowledge {
  source:  retrieval
  facts:   "product names and the versions that introduced them"
  changes: weekly
  retrieval {
    chunking:    section
    top_k:       4
    on_conflict: newest
    on_missing:  refuse
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
    let chunking = retrieval.word::<Chunking>("chunking");
    let fixed = chunking.given().filter(|chunking| chunking.value == Chunking::Fixed);
    let lang = found.lang();
    let help = say!(
        lang,
        "cut along headings and carry title, product and date into each passage; read ten at random, and write \
         `self_contained: true` once each can be understood alone",
        "按标题切分，把标题、产品和日期带进每一段；随机读十段，确认单独看得懂之后再写 `self_contained: true`"
    );
    match (retrieval.flag("self_contained"), fixed) {
        (Field::Broken, _) => return None,
        (Field::Given(said), fixed) if !said.value => {
            let report = found
                .wrong(
                    said.span,
                    say!(lang, "passages reach the model that cannot be understood alone", "送进模型的段落单独看不懂"),
                )
                .label(say!(lang, "half a rule reads like a whole one", "半条规则读起来也像整条"))
                .help(help);
            if let Some(fixed) = fixed {
                report.also(fixed.span, say!(lang, "cut wherever the length ends", "到了字数就切"));
            }
        }
        (Field::Missing, Some(fixed)) => {
            found
                .wrong(
                    fixed.span,
                    say!(
                        lang,
                        "passages are cut at a fixed length, and nothing says that they can be read alone",
                        "按固定长度切分，却没说明每段能否独立读懂"
                    ),
                )
                .label(say!(lang, "cut wherever the length ends", "到了字数就切"))
                .help(help)
                .fix(
                    say!(lang, "cut along headings", "改为按标题切分"),
                    Applicability::Template,
                    vec![Edit::replace(fixed.span, "section")],
                );
        }
        (Field::Missing, None) if chunking.is_broken() => return None,
        _ => {}
    }
    JUDGED
}
