//! What a block is expected to say and does not.

use ftspec_schema::{Absence, Attribute, METRIC};
use ftspec_syntax::Edit;

use crate::diagnostic::{Applicability, Level};
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
        zh: Page { summary: "", why: "", instead: "", accept_when: "" },
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
    let block = node.block();
    let owner = match (block.name, node.name()) {
        ("", _) => "the file".to_string(),
        (keyword, "") => format!("`{keyword}`"),
        (keyword, name) => format!("{keyword} `{name}`"),
    };
    let report = found
        .unsaid(node.place(), format!("{owner} does not say `{}`", attribute.name))
        .label(format!("`{}` is missing", attribute.name))
        .help(format!("{}\nfor example\n  {}", attribute.doc, attribute.example));
    let edit = if block.name.is_empty() { top_level(node, attribute) } else { node.insertion(&template(attribute)) };
    report.fix(format!("add `{}`", attribute.name), Applicability::Template, vec![edit]);
}

/// At the top level attributes stand under the header.
fn top_level(node: Node, attribute: &Attribute) -> Edit {
    match node.header_end() {
        Some(end) => Edit::insert(end, format!("\n{}", template(attribute))),
        None => node.insertion(&template(attribute)),
    }
}
