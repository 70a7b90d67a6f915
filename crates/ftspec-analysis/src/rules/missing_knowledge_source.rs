//! A plan that does not say where facts come from.

use crate::diagnostic::{Applicability, Level, Route};
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
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
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
    const HELP: &str = "say where facts come from at the time of the call: input, retrieval, tools, prompt, or none";
    if spec.lacks(&KNOWLEDGE) {
        let block = "knowledge {\n  source: input\n  facts:  \"…\"\n}";
        found
            .unsaid(spec.header(), "nothing says where the facts in an answer come from")
            .label("no knowledge block in this plan")
            .help(HELP)
            .fix("say where facts come from", Applicability::Template, vec![spec.file().insertion(block)]);
        return JUDGED;
    }
    let knowledge = spec.knowledge()?.node();
    if knowledge.list("source").is_missing() {
        let report = found
            .unsaid(knowledge.keyword(), "nothing says where the facts in an answer come from")
            .label("`source` is missing")
            .help(HELP)
            .fix("say where facts come from", Applicability::Template, vec![knowledge.insertion("source: input")]);
        if let Some(facts) = knowledge.text("facts").given() {
            report.also(facts.span, "from where?");
        }
    }
    JUDGED
}
