//! Where facts come from, what teaches and judges, how it is trained.

use ftspec_analysis::quantity::Quantity;
use ftspec_analysis::say;
use ftspec_analysis::spec::{Field, Node};
use ftspec_schema::{Changes, CoversKind, DATA, Quality, RETRIEVAL, Role, Source, Stage, Tuning};

use super::sheet::Sheet;
use crate::plan::{Data, DataSet, Figure, Knowledge, Method, Sentence};

pub fn knowledge(sheet: &Sheet) -> Option<Knowledge> {
    let knowledge = sheet.spec.knowledge()?;
    let node = knowledge.node();
    let names = &["index", "chunking", "self_contained", "top_k", "rerank", "on_conflict", "on_missing"];
    Some(Knowledge {
        sources: sheet.terms::<Source>(node, "source"),
        facts: sheet.text(node, "facts"),
        changes: sheet.word::<Changes>(node, "changes"),
        retrieval: node.child(&RETRIEVAL).map(|retrieval| sheet.details(retrieval, names)).unwrap_or_default(),
        line: sheet.line(knowledge.keyword()),
    })
}

pub fn data(sheet: &Sheet) -> Data {
    let thin = |code: &str| code.starts_with("FT3") || code == "FT415";
    let open = sheet.analysis.diagnostics().iter().filter(|found| thin(found.rule.code));
    Data {
        sets: sheet.spec.data().map(|data| set(sheet, data.node())).collect(),
        train_examples: train_examples(sheet),
        thin: open.map(|found| sheet.finding(found)).collect(),
    }
}

/// The sum over the blocks that teach; none where one of them does not say, or none teaches.
fn train_examples(sheet: &Sheet) -> Option<Figure> {
    if !sheet.spec.knows_all(&DATA) {
        return None;
    }
    let mut sum: Option<u64> = None;
    for data in sheet.spec.train() {
        match data.examples() {
            Field::Given(count) => sum = Some(sum.unwrap_or_default().saturating_add(count.value)),
            Field::Missing | Field::Broken => return None,
        }
    }
    Some(sheet.computed(Quantity::plain(sum?)))
}

fn set(sheet: &Sheet, node: Node) -> DataSet {
    let labeling = node.child(&ftspec_schema::LABELING);
    DataSet {
        name: node.name().to_string(),
        role: sheet.word::<Role>(node, "role"),
        examples: sheet.number(node, "examples"),
        path: sheet.texts(node, "path"),
        quality: sheet.word::<Quality>(node, "quality"),
        labeling: labeling
            .map(|labeling| sheet.details(labeling, &["guide", "annotators", "agreement", "agreement_as"]))
            .unwrap_or_default(),
        shares: sheet.details(node, &["boundary", "adversarial", "refusal", "largest_pattern", "duplicates"]),
        covers: sheet.terms::<CoversKind>(node, "covers"),
        details: sheet.details(
            node,
            &["format", "sources", "provenance", "teacher", "split_by", "licence", "personal_data", "sha256"],
        ),
        line: sheet.line(node.place()),
    }
}

pub fn method(sheet: &Sheet) -> Option<Method> {
    let method = sheet.spec.method()?;
    let node = method.node();
    let parameters = method.parameters().map(|parameters| sheet.entries(parameters)).unwrap_or_default();
    Some(Method {
        base_model: sheet.text(node, "base_model"),
        stages: sheet.terms::<Stage>(node, "stage"),
        tuning: sheet.word::<Tuning>(node, "tuning"),
        seeds: node.says("seeds").then(|| seeds(sheet, method.seeds())),
        budget: sheet.number(node, "budget"),
        details: sheet.details(node, &["revision"]).into_iter().chain(parameters).collect(),
        line: sheet.line(method.keyword()),
    })
}

fn seeds(sheet: &Sheet, count: usize) -> Sentence {
    match count {
        1 => sheet.lang.pick("1 seed", "1 个随机种子").into(),
        count => say!(sheet.lang, "{count} seeds", "{count} 个随机种子").into(),
    }
}
