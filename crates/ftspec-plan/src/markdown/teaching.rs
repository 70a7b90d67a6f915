//! What teaches: where facts come from, the data, the method.

use super::escape;
use super::text::{Page, table};
use crate::plan::{DataSet, Detail};

/// Where facts come from.
pub fn facts(page: &Page) -> String {
    let Some(knowledge) = &page.plan.knowledge else {
        return page.calm("The plan does not say where facts come from.", "计划没有写事实从哪里来。");
    };
    let changes = page.or_unsaid(knowledge.changes.as_ref(), |changes| page.term(changes));
    let mut facts = vec![
        page.fact("Source", "来源", page.terms(&knowledge.sources)),
        page.fact("Which facts", "哪些事实", page.or_unsaid(knowledge.facts.as_ref(), |facts| page.said(facts))),
        page.fact("How often they change", "多久变一次", changes),
    ];
    if !knowledge.retrieval.is_empty() {
        facts.push(format!("\n### {}\n\n", page.pick("How they are looked up", "怎么检索")));
        facts.extend(page.rest(&knowledge.retrieval));
    }
    facts.concat()
}

/// What there is to teach and to judge with: what, how much, how labelled, what is thin.
pub fn data(page: &Page) -> String {
    let data = &page.plan.data;
    let mut out = match data.sets.as_slice() {
        [] => page.calm("The plan names no data.", "计划没有写数据。"),
        sets => {
            let columns = [
                page.pick("Data", "数据"),
                page.pick("For", "用途"),
                page.pick("Examples", "样例数"),
                page.pick("Looked at", "检查程度"),
                page.pick("How labelled", "标注方式"),
                page.pick("Make-up", "构成"),
            ];
            let all = page.or_unsaid(data.train_examples.as_ref(), |examples| page.figure(examples));
            let all = page.with(page.pick("Examples that teach, in all", "用于训练的样例总数"), &all);
            let rest: String = sets.iter().map(|set| rest(page, set)).collect();
            let rest = if rest.is_empty() { rest } else { format!("\n{rest}") };
            format!("{}\n{all}\n{rest}", table(columns, sets.iter().map(|set| self::set(page, set))))
        }
    };
    out.push_str(&format!("\n### {}\n\n", page.pick("What is thin", "哪里薄弱")));
    match data.thin.as_slice() {
        [] => out.push_str(page.pick("No finding on the data is open.\n", "数据方面没有未解决的问题。\n")),
        thin => out.push_str(&page.findings(thin, "")),
    }
    out
}

fn set(page: &Page, set: &DataSet) -> [String; 6] {
    let covers =
        (!set.covers.is_empty()).then(|| page.with(page.pick("varies in", "覆盖的变化"), &page.terms(&set.covers)));
    [
        escape::code(&set.name) + &page.line(set.line),
        page.or_unsaid(set.role.as_ref(), |role| page.term(role)),
        page.or_unsaid(set.examples.as_ref(), |examples| page.figure(examples)),
        page.or_unsaid(set.quality.as_ref(), |quality| page.term(quality)),
        page.together(set.labeling.iter().map(|it| Some(detail(page, it)))),
        page.together(set.shares.iter().map(|it| Some(detail(page, it))).chain([covers])),
    ]
}

/// Where a block of data lies, and the rest that is said of it.
fn rest(page: &Page, set: &DataSet) -> String {
    let path = (!set.path.is_empty()).then(|| page.all_said(&set.path));
    let said = page.together([path].into_iter().chain(set.details.iter().map(|it| Some(detail(page, it)))));
    if said.is_empty() { said } else { format!("- {}\n", page.with(&escape::code(&set.name), &said)) }
}

fn detail(page: &Page, detail: &Detail) -> String {
    page.with(&escape::text(&detail.shown), &page.said(&detail.value))
}

/// How it is trained.
pub fn training(page: &Page) -> String {
    let Some(method) = &page.plan.method else {
        return page.calm("The plan does not say how it is trained.", "计划没有写怎么训练。");
    };
    let tuning = page.or_unsaid(method.tuning.as_ref(), |tuning| page.term(tuning));
    let mut facts = vec![
        page.fact("Model", "基础模型", page.or_unsaid(method.base_model.as_ref(), |model| page.said(model))),
        page.fact("Stages", "阶段", page.terms(&method.stages)),
        page.fact("Weights that change", "调整哪些权重", tuning),
        page.fact("Seeds", "随机种子", page.or_unsaid(method.seeds.as_ref(), |seeds| page.sentence(seeds))),
        page.fact("Budget", "预算", page.or_unsaid(method.budget.as_ref(), |budget| page.figure(budget))),
    ];
    facts.extend(method.details.iter().map(|it| parameter(page, it)));
    facts.concat()
}

/// A parameter under the name that the team gave it.
fn parameter(page: &Page, parameter: &Detail) -> String {
    match parameter.shown == parameter.name {
        true => format!("- {}\n", page.with(&escape::code(&parameter.name), &page.said(&parameter.value))),
        false => page.rest(std::slice::from_ref(parameter)).concat(),
    }
}
