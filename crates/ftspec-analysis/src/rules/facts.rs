//! What the rules about facts share: the block that says how they are retrieved, and the words for them in messages.

use ftspec_schema::{Changes, Enumerated, KNOWLEDGE, RETRIEVAL, Source, Tier};

use crate::lang::{Lang, say};
use crate::spec::{Knowledge, Named, Node, Spec};

/// A `retrieval` block that can be filled in, as a fix inserts it into `knowledge`.
pub(super) const RETRIEVAL_TEMPLATE: &str = "retrieval {\n  chunking:       section\n  self_contained: true\n  \
                                             top_k:          4\n  on_conflict:    newest\n  on_missing:     refuse\n}";

/// The `knowledge` block with all of its sources; none where the block is missing or a source could not be read.
pub(super) fn sources<'s>(spec: &'s Spec<'_>) -> Option<(Knowledge<'s>, Vec<Named<Source>>)> {
    let knowledge = spec.knowledge().filter(|_| spec.knows_all(&KNOWLEDGE))?;
    let sources = knowledge.sources();
    // Where no source is said, missing-knowledge-source speaks.
    (!sources.is_empty()).then_some((knowledge, sources))
}

/// The `retrieval` block, where a source is retrieval and the block says something. Where it says nothing,
/// retrieval-unplanned speaks for all of its attributes.
pub(super) fn retrieval<'s>(spec: &'s Spec<'_>) -> Option<Node<'s>> {
    let (knowledge, sources) = sources(spec)?;
    sources.iter().find(|source| source.value == Source::Retrieval)?;
    knowledge.node().child(&RETRIEVAL).filter(|block| !block.is_empty())
}

/// The facts as the spec names them, in quotes and on one line, or "the facts". In Chinese the quotes bring the blanks
/// around them along, since they stand between characters.
pub(super) fn named(knowledge: Option<Node>, lang: Lang) -> String {
    let facts = knowledge.and_then(|node| node.text("facts").given());
    match facts.map(|facts| one_line(&facts.value)) {
        Some(facts) => say!(lang, "\"{facts}\"", " \"{facts}\" "),
        None => lang.pick("the facts", "这些事实").to_string(),
    }
}

/// A text of several lines as one.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How often facts change, as an adverb.
pub(super) fn pace(changes: Changes, lang: Lang) -> &'static str {
    let chinese = match changes {
        Changes::Never => "从不",
        Changes::Yearly => "每年",
        Changes::Monthly => "每月",
        Changes::Weekly => "每周",
        Changes::Daily => "每天",
        Changes::Hourly => "每小时",
    };
    lang.pick(changes.word().name, chinese)
}

/// A tier as a short phrase that stands in a sentence: "tier high".
pub(super) fn tier(tier: Tier, lang: Lang) -> String {
    let name = tier.word().name;
    say!(lang, "tier {name}", "风险等级 {name}")
}

/// A text of the spec in quotes and brackets, to stand behind the words that speak of it; empty where there is none.
pub(super) fn quoted(node: Node, attribute: &str, lang: Lang) -> String {
    match node.text(attribute).given().map(|text| one_line(&text.value)) {
        Some(text) => say!(lang, " (\"{text}\")", "（\"{text}\"）"),
        None => String::new(),
    }
}

/// The worst case of a `risk` block, to stand behind the words "worst case".
pub(super) fn worst_case(risk: Node, lang: Lang) -> String {
    quoted(risk, "worst_case", lang)
}
