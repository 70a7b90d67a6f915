//! What there is to say about a name: the metric with its figures, the data block with its size, the rule.

use ftspec_schema::{BASELINE, BEHAVIOR, Better, DATA, Enumerated, METRIC, ROUND, Word, find};

use super::facts;
use super::names::{NameKind, occurrences};
use super::page::{Page, shortened};
use super::vocabulary::PARTS;
use crate::lang::{Lang, say};
use crate::spec::{Metric, Node, Reading, Spec, StatementKind};
use crate::{Analysis, rules};

/// A block that is known by its name.
pub(super) fn block(analysis: &Analysis, keyword: &'static str, name: &str, page: &mut Page) {
    let spec = analysis.spec();
    if keyword == METRIC.name {
        if let Some(metric) = spec.eval().and_then(|eval| eval.metric(name)) {
            self::metric(analysis, metric, page);
        }
        return;
    }
    let Some((_, block)) = find(keyword) else { return };
    let home = if spec.file().block().child(keyword).is_some() { Some(spec.file()) } else { home(spec, keyword) };
    let Some(node) = home.and_then(|home| home.child_named(block, name)) else { return };
    page.title(&format!("{keyword} {name}"), &summary(analysis, node));
    for said in ["when", "must", "never", "purpose", "shortfall", "rule"] {
        if node.block().attribute(said).is_some() {
            for text in node.texts(said).iter().take(3) {
                page.quote(&format!("{said}: {}", shortened(&text.value, 160)));
            }
        }
    }
    if let Some(readings) = node.child(&ftspec_schema::READINGS) {
        let readings: Vec<String> = crate::spec::Readings(readings)
            .all()
            .take(12)
            .map(|it| format!("`{}`: {}", it.metric.value, shown(&it)))
            .collect();
        page.list(readings);
    }
    used(analysis, NameKind::Block(block.name), name, page);
}

/// The node that holds blocks which do not stand at the top level.
fn home<'s>(spec: &'s Spec<'s>, keyword: &str) -> Option<Node<'s>> {
    let (parent, _) = find(keyword)?;
    spec.file().child(parent)
}

/// A few words about a block: what it says first.
pub(super) fn summary(analysis: &Analysis, node: Node) -> String {
    let lang = analysis.config().lang;
    let text = analysis.text();
    let mut parts: Vec<String> = Vec::new();
    let mut word = |name: &str| {
        if node.block().attribute(name).is_some()
            && let Some(span) = node.value_span(name)
            && node.says(name)
        {
            parts.push(shortened(span.of(text), 60));
        }
    };
    match node.block().name {
        name if name == DATA.name => {
            word("role");
            if let Some(count) = node.count("examples").given() {
                let count = grouped(count.value);
                parts.push(say!(lang, "{count} examples", "{count} 条样例"));
            }
            if let Some(quality) = node.value_span("quality").filter(|_| node.says("quality")) {
                parts.push(quality.of(text).to_string());
            }
        }
        name if name == BASELINE.name => {
            word("method");
            if let Some(attempts) = node.count("attempts").given() {
                let attempts = attempts.value;
                parts.push(if attempts == 1 {
                    lang.pick("1 attempt", "试了 1 次").to_string()
                } else {
                    say!(lang, "{attempts} attempts", "试了 {attempts} 次")
                });
            }
        }
        name if name == ROUND.name => ["date", "spend", "outcome"].into_iter().for_each(word),
        name if name == METRIC.name => return metric_summary(Metric::of(node), lang),
        name if name == BEHAVIOR.name => {
            let texts = node.texts("must");
            parts.extend(texts.first().map(|text| shortened(&text.value, 60)));
        }
        "goal" => ["kind", "cause"].into_iter().for_each(word),
        "task" => ["type", "deployment"].into_iter().for_each(word),
        "knowledge" => ["source", "changes"].into_iter().for_each(word),
        "method" => ["stage", "tuning", "base_model"].into_iter().for_each(word),
        "risk" => ["tier", "domain", "exposure"].into_iter().for_each(word),
        "fallback" | "constraint" => ["action", "enforced_by"].into_iter().for_each(|name| {
            if node.block().attribute(name).is_some() {
                word(name);
            }
        }),
        "retrieval" => ["chunking", "top_k"].into_iter().for_each(word),
        "accept" => {
            word("until");
        }
        _ => {}
    }
    parts.join(", ")
}

fn metric_summary(metric: Metric, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(method) = metric.method().given() {
        parts.push(method.value.word().name.to_string());
    }
    if let Some(judge) = metric.judge().given() {
        let Word { name, zh, .. } = judge.word();
        parts.push(say!(lang, "judged by {name}", "{zh}"));
    }
    if let Some(on) = metric.on().given() {
        let on = on.value;
        parts.push(say!(lang, "on {on}", "数据 {on}"));
    }
    if metric.method().given().is_some() {
        let lower = metric.better() == Better::Lower;
        parts.push(
            if lower {
                lang.pick("lower is better", "越低越好")
            } else {
                lang.pick("higher is better", "越高越好")
            }
            .to_string(),
        );
    }
    parts.join(", ")
}

fn metric(analysis: &Analysis, metric: Metric, page: &mut Page) {
    let (spec, lang) = (analysis.spec(), analysis.config().lang);
    let name = metric.name();
    page.title(&format!("metric {name}"), &metric_summary(metric, lang));
    let mut lines = Vec::new();
    if let Some((baseline, reading)) = facts::baseline(spec, name) {
        let reading = shown(&reading);
        lines.push(say!(lang, "baseline `{baseline}`: {reading}", "基线 `{baseline}`：{reading}"));
    }
    for statement in spec.eval().into_iter().flat_map(|eval| eval.statements()) {
        if statement.metric().value != name {
            continue;
        }
        let mut line = format!("`{}`", statement.text());
        if statement.kind() != StatementKind::Watch {
            let standing = facts::standing(analysis, statement);
            if !standing.is_empty() {
                line.push_str(lang.pick(": ", "："));
                line.push_str(&standing.join(" · "));
            }
        }
        lines.push(line);
    }
    if let Some((round, reading)) = facts::last(spec, name) {
        let reading = shown(&reading);
        lines.push(say!(lang, "last read in `{round}`: {reading}", "最近读数（`{round}`）：{reading}"));
    }
    let covers = metric.covers();
    if !covers.is_empty() {
        let names = ticked(&covers);
        lines.push(say!(lang, "covers {names}", "覆盖 {names}"));
    }
    page.list(lines);
    used(analysis, super::names::METRICS, name, page);
}

/// A reading with its seeds: `84% (84%, 85%, 83%)`.
fn shown(reading: &Reading) -> String {
    let mean = reading.mean();
    if reading.values.len() < 2 {
        return match reading.margin {
            Some(margin) => format!("{mean} ± {margin}"),
            None => mean.to_string(),
        };
    }
    let seeds: Vec<String> = reading.values.iter().take(8).map(ToString::to_string).collect();
    format!("{mean} ({})", seeds.join(", "))
}

fn ticked(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().take(8).map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// How often a name is used.
fn used(analysis: &Analysis, kind: NameKind, name: &str, page: &mut Page) {
    let (text, lang) = (analysis.text(), analysis.config().lang);
    let mut uses = 0;
    occurrences(analysis, &mut |other| {
        uses += usize::from(other.kind == kind && other.defines.is_none() && other.span.of(text) == name);
    });
    page.prose(&match uses {
        0 => lang.pick("Not used anywhere else.", "别处没有用到。").to_string(),
        1 => lang.pick("Used once.", "用到 1 处。").to_string(),
        uses => say!(lang, "Used {uses} times.", "用到 {uses} 处。"),
    });
}

/// A rule.
pub(super) fn rule(analysis: &Analysis, name: &str, page: &mut Page) {
    let Some(rule) = rules::find(name) else { return };
    let lang = analysis.config().lang;
    let mut docs = rule.docs.page(lang);
    if docs.summary.is_empty() {
        docs = &rule.docs.en;
    }
    page.title(rule.name, &format!("{}, {}", rule.code, rule.level));
    page.prose(docs.summary).prose(docs.why).prose(docs.instead);
    if !docs.accept_when.is_empty() {
        let when = docs.accept_when;
        page.prose(&say!(lang, "When to accept it: {when}", "什么时候可以接受：{when}"));
    }
}

/// A setting of the training.
pub(super) fn parameter(analysis: &Analysis, name: &str, page: &mut Page) {
    let (text, lang) = (analysis.text(), analysis.config().lang);
    let parameters = analysis.spec().method().and_then(|method| method.parameters());
    let Some(data) = parameters.and_then(|node| node.attribute_data().iter().find(|data| data.name.of(text) == name))
    else {
        return;
    };
    page.title(name, lang.pick("a training setting", "训练参数"));
    page.code(&format!("{name}: {}", shortened(data.value.of(text), 80)));
    let rounds: Vec<&str> = analysis
        .spec()
        .rounds()
        .filter(|round| round.node().names("changes").iter().any(|changed| changed.value == name))
        .map(|round| round.name())
        .collect();
    if !rounds.is_empty() {
        let rounds = facts::named(&rounds, lang);
        page.prose(&say!(lang, "Changed in {rounds}.", "改动于 {rounds}。"));
    }
}

/// A part of the plan that a round changed.
pub(super) fn part(analysis: &Analysis, name: &str, page: &mut Page) {
    if PARTS.contains(&name) {
        let lang = analysis.config().lang;
        page.title(name, lang.pick("a part of the plan that a round can change", "一轮可以改动的部分"));
    }
}

/// A number with its thousands apart, as specs write it.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    grouped
}
