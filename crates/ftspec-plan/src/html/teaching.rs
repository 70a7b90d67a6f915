//! What teaches: where facts come from, the data, the method.

use maud::{Markup, html};

use super::Page;
use super::case::finding_list;
use super::table::Table;
use super::text::name;
use crate::plan::{DataSet, Knowledge, Method};

/// Where facts come from.
pub fn facts(page: &Page) -> Markup {
    match &page.plan.knowledge {
        Some(knowledge) => known(page, knowledge),
        None => {
            html! { p.unsaid { (page.lang.pick("The spec does not say where facts come from.", "计划没有写事实从哪里来。")) } }
        }
    }
}

fn known(page: &Page, knowledge: &Knowledge) -> Markup {
    let changes = page.or_unsaid(knowledge.changes.as_ref(), |changes| page.term(changes));
    let facts = vec![
        page.fact("Source", "来源", page.terms(&knowledge.sources)),
        page.fact("Which facts", "哪些事实", page.or_unsaid(knowledge.facts.as_ref(), |facts| page.said(facts))),
        page.fact("How often they change", "多久变一次", changes),
    ];
    html! {
        (page.facts(facts))
        @if !knowledge.retrieval.is_empty() {
            h3 { (page.lang.pick("How they are fetched", "怎么检索")) }
            (page.facts(page.rest(&knowledge.retrieval).collect()))
        }
    }
}

/// What there is to teach and to judge with: what, how much, how labelled, what is thin.
pub fn data(page: &Page) -> Markup {
    let data = &page.plan.data;
    html! {
        @if data.sets.is_empty() {
            p.unsaid { (page.lang.pick("The spec names no data.", "计划没有写数据。")) }
        } @else {
            p.lead {
                (page.lang.pick("Examples that teach, in all: ", "用于训练的样例总数："))
                (page.or_unsaid(data.train_examples.as_ref(), |examples| page.figure(examples)))
            }
            (sets(page, &data.sets))
        }
        h3 { (page.lang.pick("What is thin", "哪里薄弱")) }
        @if data.thin.is_empty() {
            p { (page.lang.pick("No finding on the data is open.", "数据方面没有未解决的问题。")) }
        } @else {
            (finding_list(page, &data.thin))
        }
    }
}

fn sets(page: &Page, sets: &[DataSet]) -> Markup {
    let lang = page.lang;
    let mut table = Table::new(lang.pick("Data", "数据"))
        .column(lang.pick("Data", "数据"), 22)
        .column(lang.pick("Examples", "样例数"), 12)
        .column(lang.pick("How labelled", "怎么标注"), 22)
        .column(lang.pick("What is in it", "里面有什么"), 22)
        .column(lang.pick("Where it comes from", "从哪里来"), 22);
    for set in sets {
        table.row(row(page, set));
    }
    table.show()
}

fn row(page: &Page, set: &DataSet) -> Vec<Markup> {
    let role = page.or_unsaid(set.role.as_ref(), |role| page.term(role));
    let mut labelled = vec![set.quality.as_ref().map(|quality| page.term(quality))];
    labelled.extend(set.labeling.iter().map(|detail| Some(page.detail(detail))));
    let mut inside: Vec<_> = set.shares.iter().map(|detail| Some(page.detail(detail))).collect();
    inside.push((!set.covers.is_empty()).then(|| {
        html! { span.quiet { (page.lang.pick("varies in ", "变化：")) } (page.terms(&set.covers)) }
    }));
    let mut from: Vec<_> = set.path.iter().map(|path| Some(page.said(path))).collect();
    from.extend(set.details.iter().map(|detail| Some(page.detail(detail))));
    vec![
        html! { (name(&set.name)) (page.line(set.line)) div.quiet { (role) } },
        page.or_unsaid(set.examples.as_ref(), |examples| page.figure(examples)),
        stacked(page, labelled),
        stacked(page, inside),
        stacked(page, from),
    ]
}

/// What there is, one under another.
fn stacked(page: &Page, all: Vec<Option<Markup>>) -> Markup {
    let said: Vec<Markup> = all.into_iter().flatten().collect();
    if said.is_empty() {
        return page.unsaid();
    }
    html! { @for one in said { div { (one) } } }
}

/// How it is trained.
pub fn training(page: &Page) -> Markup {
    match &page.plan.method {
        Some(method) => html! { (page.facts(trained(page, method))) },
        None => {
            html! { p.unsaid { (page.lang.pick("The spec does not say how it is trained.", "计划没有写怎么训练。")) } }
        }
    }
}

fn trained(page: &Page, method: &Method) -> Vec<super::text::Fact> {
    let mut facts = vec![
        page.fact("Model", "基础模型", page.or_unsaid(method.base_model.as_ref(), |model| page.said(model))),
        page.fact("Stages", "阶段", page.terms(&method.stages)),
        page.fact(
            "Weights that change",
            "调整哪些权重",
            page.or_unsaid(method.tuning.as_ref(), |tuning| page.term(tuning)),
        ),
        page.fact(
            "Seeds",
            "随机种子",
            page.or_unsaid(method.seeds.as_ref(), |seeds| html! { (page.sentence(seeds)) (page.line(method.line)) }),
        ),
        page.fact("May cost", "预算", page.or_unsaid(method.budget.as_ref(), |budget| page.figure(budget))),
    ];
    facts.extend(page.rest(&method.details));
    facts
}
