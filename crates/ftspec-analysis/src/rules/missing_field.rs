//! What a block is expected to say and does not.

use ftspec_schema::{Absence, Attribute, METRIC};
use ftspec_syntax::Edit;

use crate::diagnostic::{Applicability, Level};
use crate::lang::say;
use crate::rule::{Docs, Findings, JUDGED, Judged, Page, Rule, Softened, WhileYoung};
use crate::spec::insert::template;
use crate::spec::{Metric, Node, Spec};

/// `missing-field`
pub static RULE: Rule = Rule {
    code: "FT004",
    name: "missing-field",
    level: Level::Deny,
    route: None,
    sources: &[],
    while_young: WhileYoung::Needed,
    softened: Softened::Never,
    docs: Docs {
        en: Page {
            summary: "An attribute, a label or the header that is expected is not there.",
            why: "These are the lines without which a block answers its question only by half: who owns the plan, which \
              model is tuned, what a metric measures. Where a missing line is a decision of its own, such as the \
              source of knowledge, a rule of its own asks for it and says why.",
            instead: "Add the line; the fix puts it in its place. While the spec is a draft this is a note only.",
            accept_when: "",
        },
        zh: Page {
            summary: "缺少应有的属性、名字或标题行。",
            why: "少了这些行，一个块就只回答了一半的问题：计划由谁负责、微调的是哪个模型、指标衡量什么。有些缺失的\
                  行本身就是一项决定，例如知识来源，那会由专门的规则来问，并说明理由。",
            instead: "补上这一行，修复会把它放到该在的位置。计划还是草稿时，这只是一条提示。",
            accept_when: "",
        },
        bad: r#"
method {
  stage:  sft
  tuning: lora
  seeds:  [1, 2, 3]
}
"#,
        good: r#"
method {
  base_model: "Qwen2.5-7B-Instruct"
  stage:      sft
  tuning:     lora
  seeds:      [1, 2, 3]
}
"#,
    },
    options: &[],
    along_with: &[],
    run,
};

/// An attribute that is expected and that no other rule asks for.
fn run(spec: &Spec, found: &mut Findings) -> Judged {
    visit(spec.file(), found);
    JUDGED
}

fn visit(node: Node, found: &mut Findings) {
    let block = node.block();
    for attribute in block.attributes {
        if attribute.absence == Absence::Missing && is_missing(node, attribute) {
            report(node, attribute, found);
        }
    }
    for child in block.children {
        for node in node.children(child) {
            visit(node, found);
        }
    }
}

fn is_missing(node: Node, attribute: &Attribute) -> bool {
    if !node.list(attribute.name).is_missing() {
        return false;
    }
    if !std::ptr::eq(node.block(), &METRIC) {
        return true;
    }
    // A metric has defaults: by its method, by its `eval`, by what there is.
    let metric = Metric::of(node);
    match attribute.name {
        "measures" => metric.measures().is_missing(),
        "judge" => metric.judge().is_missing(),
        // Without any data there is nothing to name.
        "on" => metric.on().is_missing() && node.has_data_to_name(),
        _ => true,
    }
}

fn report(node: Node, attribute: &Attribute, found: &mut Findings) {
    let (lang, block, name) = (found.lang(), node.block(), attribute.name);
    let owner = match (block.name, node.name()) {
        ("", _) => lang.pick("the file", "文件").to_string(),
        (keyword, "") => format!("`{keyword}`"),
        (keyword, name) => format!("{keyword} `{name}`"),
    };
    let gap = if block.name.is_empty() { "" } else { " " };
    let doc = lang.doc(attribute);
    let example = attribute.example;
    let report = found
        .unsaid(node.place(), say!(lang, "{owner} does not say `{name}`", "{owner}{gap}没有写 `{name}`"))
        .label(say!(lang, "`{name}` is missing", "缺少 `{name}`"))
        .help(say!(lang, "{doc}\nfor example\n  {example}", "{doc}\n例如\n  {example}"));
    let edit = if block.name.is_empty() { top_level(node, attribute) } else { node.insertion(&template(attribute)) };
    report.fix(say!(lang, "add `{name}`", "补上 `{name}`"), Applicability::Template, vec![edit]);
}

/// At the top level attributes stand under the header.
fn top_level(node: Node, attribute: &Attribute) -> Edit {
    match node.header_end() {
        Some(end) => Edit::insert(end, format!("\n{}", template(attribute))),
        None => node.insertion(&template(attribute)),
    }
}
