//! A plan that does not say where facts come from.

use crate::diagnostic::{Applicability, Level, Route};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, Source, WhileYoung};
use crate::spec::Spec;
use ftspec_schema::KNOWLEDGE;

/// `missing-knowledge-source`
pub static RULE: Rule = Rule {
    code: "FT202",
    name: "missing-knowledge-source",
    level: Level::Deny,
    route: Some(Route::Retrieval),
    sources: &[Source::WhenNotToTune],
    while_young: WhileYoung::Needed,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "The plan does not say where the facts in an answer come from.",
            why: "The commonest mistaken tuning project is one where knowledge was not connected, and training was to make \
              up for it. A model that cannot answer a question leads straight to the thought of adding data of that \
              kind; whether it should remember the answer or look it up is a question that nobody asks. In most \
              business settings the knowledge lies outside the model and belongs there. Saying where each fact comes \
              from, be it that none is needed, turns a problem of access back into one before it becomes a training.",
            instead: "List the facts that a good answer needs and say for each how it gets there: with the input, by \
                  retrieval, by a tool, in the fixed prompt. Where none is needed, write `source: none`.",
            accept_when: "Hardly ever: `source: none` says in two words that an answer needs no facts.",
        },
        zh: Page {
            summary: "计划里没写回答所需的事实从哪里来。",
            why: "最常见、也最容易误判的微调项目，是知识没接好，却想用训练补救。模型答不出某类问题，第一反应就是“给\
                  它加点这方面的数据”，却没人问：这些内容需要它记住，还是只要能查到？大量业务场景里，知识本来就在模\
                  型外面，也应当留在外面。逐条写明事实从哪里来，哪怕写的是不需要，就能在动手训练之前，把“知识接入问\
                  题”和“模型训练问题”分开。",
            instead: "列出一个好回答需要哪些事实，逐条写明它怎么进来：随输入、靠检索、调工具，还是写在固定提示词里。\
                      确实不需要，就写 `source: none`。",
            accept_when: "几乎没有：不需要任何事实，写一句 `source: none` 就够了。",
        },
        bad: r#"
knowledge {
  facts:   "the tickets of the release"
  changes: never
}
"#,
        good: r#"
knowledge {
  source:  input
  facts:   "the tickets of the release"
  changes: never
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let lang = found.lang();
    let headline = say!(lang, "nothing says where the facts in an answer come from", "没写回答里的事实从哪里来");
    let help = say!(
        lang,
        "say where facts come from at the time of the call: input, retrieval, tools, prompt, or none",
        "写明调用时事实从哪里来：`input`、`retrieval`、`tools`、`prompt`，或者 `none`"
    );
    let title = say!(lang, "say where facts come from", "写明事实来源");
    if spec.lacks(&KNOWLEDGE) {
        let block = "knowledge {\n  source: input\n  facts:  \"…\"\n}";
        found
            .unsaid(spec.header(), headline)
            .label(say!(lang, "no knowledge block in this plan", "计划里没有 `knowledge` 块"))
            .help(help)
            .fix(title, Applicability::Template, vec![spec.file().insertion(block)]);
        return JUDGED;
    }
    let knowledge = spec.knowledge()?.node();
    if knowledge.list("source").is_missing() {
        let report = found
            .unsaid(knowledge.keyword(), headline)
            .label(say!(lang, "`source` is missing", "缺少 `source`"))
            .help(help)
            .fix(title, Applicability::Template, vec![knowledge.insertion("source: input")]);
        if let Some(facts) = knowledge.text("facts").given() {
            report.also(facts.span, say!(lang, "from where?", "从哪里来？"));
        }
    }
    JUDGED
}
