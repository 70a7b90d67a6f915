//! Names that stand for nothing in the file.

use ftspec_schema::{BASELINE, BEHAVIOR, Block, DATA, METRIC, Type};
use ftspec_syntax::{Edit, Span};

use crate::diagnostic::{Applicability, Level};
use crate::hash::HashSet;
use crate::lang::{Lang, say};
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, WhileYoung};
use crate::rules;
use crate::spec::{Node, Operand, Spec, Subject};
use crate::suggest::{NearNames, nearest_name};

/// `unknown-name`
pub static RULE: Rule = Rule {
    code: "FT006",
    name: "unknown-name",
    level: Level::Deny,
    route: None,
    sources: &[],
    while_young: WhileYoung::Usual,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "A metric, data block, baseline, behaviour or rule is named that does not exist.",
            why: "A guard on a metric that nobody defines guards nothing, and a stop condition on it never holds. Both \
              look like safety on the page. So every name is resolved, and a near one is offered; where the block \
              that would define the names is missing altogether, that is what is told.",
            instead: "Take the name that is offered, or define what the name stands for.",
            accept_when: "",
        },
        zh: Page {
            summary: "引用了文件里不存在的指标、数据块、基线、行为或规则。",
            why: "给一个没有定义的指标加护栏，等于什么也没守住；拿它写停止条件，条件永远不会成立。写在纸上却都像是\
                  有了保障。所以每个名字都要能找到出处；写得相近的，会提示正确的名字。如果该定义这些名字的块整个都\
                  没有，就只说缺了那个块。",
            instead: "采用提示的名字，或者把它定义出来。",
            accept_when: "",
        },
        bad: r#"
stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
  when factz drops > 2% over 2 rounds            then fix_data
  when rounds >= 5                               then drop
}
"#,
        good: r#"
stop {
  when any guard fails                           then freeze
  when all requirements hold and all guards hold then ship
  when facts drops > 2% over 2 rounds            then fix_data
  when rounds >= 5                               then drop
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

/// Every name that refers to another must be one that exists.
fn run(spec: &Spec, found: &mut Findings) -> Judged {
    let near = NearNames::new();
    let blocks = [&DATA, &BASELINE, &BEHAVIOR].map(|block| Known::of(spec, block, &near));
    references(spec, &blocks, found);
    let known = Known::of(spec, &METRIC, &near);
    let baseline = |operand: &Operand, found: &mut Findings| {
        if let Operand::Baseline { name: Some(name), .. } = operand {
            blocks[1].check(spec, *name, found);
        }
    };
    for readings in spec.baselines().filter_map(|it| it.readings()).chain(spec.rounds().filter_map(|it| it.readings()))
    {
        for reading in readings.all() {
            known.check(spec, reading.metric.span, found);
        }
    }
    if let Some(eval) = spec.eval() {
        for statement in eval.statements() {
            known.check(spec, statement.metric().span, found);
            if let Some(comparison) = statement.comparison() {
                baseline(&comparison.operand, found);
            }
        }
    }
    if let Some(stop) = spec.stop() {
        for atom in stop.arms().iter().filter_map(|arm| arm.condition.as_ref()).flat_map(|condition| condition.atoms())
        {
            match &atom.kind {
                Subject::Compare { name, comparison } => {
                    if !matches!(name.of(spec.text()), "rounds" | "spend" | "date") {
                        known.check(spec, *name, found);
                    }
                    baseline(&comparison.operand, found);
                }
                Subject::Trend { name, .. } | Subject::Varies { name, .. } => known.check(spec, *name, found),
                Subject::AnyFails(_) | Subject::AllHold(_) => {}
            }
        }
    }
    changes(spec, &near, found);
    accepted(spec, found);
    JUDGED
}

/// So many names are listed in a message.
const MOST_SHOWN: usize = 24;

/// The names that a kind of block defines.
struct Known<'s> {
    keyword: &'static str,
    names: Vec<&'s str>,
    home: Option<Node<'s>>,
    block: &'static Block,
    near: &'s NearNames,
}

impl<'s> Known<'s> {
    fn of(spec: &'s Spec, block: &'static Block, near: &'s NearNames) -> Self {
        let home = if std::ptr::eq(block, &METRIC) { spec.eval().map(|eval| eval.node()) } else { Some(spec.file()) };
        let nodes: Vec<Node> = home.map(|home| home.children(block).collect()).unwrap_or_default();
        // A block without a readable name may be the one that is meant.
        let sure = nodes.iter().all(|node| node.label().is_some());
        let names = if sure { nodes.iter().map(|node| node.name()).collect() } else { Vec::new() };
        Self { keyword: block.name, names, home, block, near }
    }

    /// Silent where no block defines any name: that block's own rule speaks.
    fn check(&self, spec: &Spec, span: Span, found: &mut Findings) {
        let name = span.of(spec.text());
        if self.names.is_empty() || self.home.is_some_and(|home| home.child_named(self.block, name).is_some()) {
            return;
        }
        let near = self.near.nearest(name, &self.names);
        let (lang, keyword) = (found.lang(), self.keyword);
        let shown = &self.names[..self.names.len().min(MOST_SHOWN)];
        let mut known = lang.listed(shown.iter().copied());
        if let more @ 1.. = self.names.len() - shown.len() {
            known = say!(lang, "{known}, and {more} more", "{known}，另有 {more} 个");
        }
        let report = found
            .wrong(span, say!(lang, "there is no {keyword} `{name}`", "没有名叫 `{name}` 的 `{keyword}`"))
            .help(say!(lang, "the names are {known}", "已有的名字是 {known}"));
        offer(lang, report, span, near);
    }
}

fn offer(lang: Lang, report: crate::rule::Report, span: Span, near: Option<&str>) {
    match near {
        Some(near) => {
            report.label(say!(lang, "did you mean `{near}`?", "是不是想写 `{near}`？")).fix(
                say!(lang, "write `{near}`", "写成 `{near}`"),
                Applicability::Unsafe,
                vec![Edit::replace(span, near)],
            );
        }
        None => {
            report.label(lang.pick("not defined in this file", "这个文件里没有定义"));
        }
    }
}

/// Attributes whose values are names of blocks, in every block of the file.
fn references(spec: &Spec, blocks: &[Known; 3], found: &mut Findings) {
    for node in std::iter::once(spec.file()).chain(spec.all_nodes()) {
        for attribute in node.attributes() {
            let Type::Ref(keyword) = attribute.ty else { continue };
            let Some(known) = blocks.iter().find(|known| known.keyword == keyword) else { continue };
            for name in node.names(attribute.name) {
                known.check(spec, name.span, found);
            }
        }
    }
}

/// A round may change anything; only a name that nearly is a known one is taken for a slip.
fn changes(spec: &Spec, near: &NearNames, found: &mut Findings) {
    const PARTS: [&str; 6] = ["base_model", "tuning", "stage", "prompt", "retrieval", "system"];
    let mut known: Vec<&str> = PARTS.to_vec();
    known.extend(spec.data().map(|data| data.name()));
    if let Some(eval) = spec.eval() {
        known.extend(eval.metrics().map(|metric| metric.name()));
    }
    let parameters = spec.method().and_then(|method| method.parameters());
    if let Some(parameters) = parameters {
        known.extend(parameters.entries().map(|name| name.value));
    }
    let exact: HashSet<&str> = known.iter().copied().collect();
    for round in spec.rounds() {
        for name in round.node().names("changes") {
            if exact.contains(name.value) {
                continue;
            }
            if let Some(near) = near.nearest(name.value, &known) {
                let (lang, written) = (found.lang(), name.value);
                let message = say!(lang, "nothing here is called `{written}`", "这里没有叫 `{written}` 的东西");
                let report = found.wrong(name.span, message);
                offer(lang, report, name.span, Some(near));
            }
        }
    }
}

fn accepted(spec: &Spec, found: &mut Findings) {
    for accept in spec.accepts() {
        let Some(label) = accept.node().label() else { continue };
        if rules::find(label.value).is_some() {
            continue;
        }
        let near = nearest_name(label.value, rules::RULES.iter().map(|rule| rule.name));
        let (lang, written) = (found.lang(), label.value);
        let report = found
            .wrong(label.span, say!(lang, "there is no rule `{written}`", "没有名叫 `{written}` 的规则"))
            .help(lang.pick("`ftspec rules` lists them all", "`ftspec rules` 列出所有规则"));
        offer(lang, report, label.span, near);
    }
}
