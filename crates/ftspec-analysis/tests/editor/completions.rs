//! Completions and signatures.

use ftspec_analysis::Analysis;
use ftspec_analysis::editor::{Completion, CompletionKind, Completions, complete, signature};

use super::{chinese, config, marked, plan};

fn at(text: &str) -> Completions {
    let (text, offset) = marked(text);
    complete(&Analysis::new(&text, &config()), offset)
}

fn labels(text: &str) -> Vec<String> {
    at(text).items.into_iter().map(|item| item.label).collect()
}

fn item(text: &str, label: &str) -> Completion {
    let items = at(text).items;
    let names: Vec<&str> = items.iter().map(|item| item.label.as_str()).collect();
    items.iter().find(|item| item.label == label).unwrap_or_else(|| panic!("{label} in {names:?}")).clone()
}

#[test]
fn an_empty_file_is_offered_a_header_and_blocks() {
    let labels = labels("|");
    assert_eq!(labels[0], "spec");
    assert!(labels.contains(&"goal".to_string()) && labels.contains(&"owner".to_string()), "{labels:?}");
}

#[test]
fn attributes_that_are_said_are_not_offered_again() {
    let labels = labels("spec \"x\"\ngoal {\n  kind: style\n  |\n}\n");
    assert_eq!(labels, ["cause", "today", "target"]);
}

#[test]
fn the_attribute_at_the_cursor_is_offered_itself() {
    let found = at("spec \"x\"\ngoal {\n  ki|nd: style\n}\n");
    assert_eq!(found.items[0].label, "kind");
    // The colon is there already.
    assert_eq!(found.items[0].insert.plain, "kind");
    assert_eq!((found.replace.start, found.replace.end), (18, 22));
}

#[test]
fn a_text_attribute_brings_its_quotes() {
    let today = item("goal {\n  |\n}", "today");
    assert_eq!(today.insert.plain, "today: \"\"");
    assert_eq!(today.insert.snippet.as_deref(), Some("today: \"${1:}\""));
    let kind = item("goal {\n  |\n}", "kind");
    assert_eq!((kind.insert.plain.as_str(), kind.more), ("kind: ", true));
}

#[test]
fn a_block_comes_with_what_is_expected_of_it() {
    let method = item("spec \"x\"\nmet|", "method");
    assert_eq!(method.insert.plain, "method {\n  base_model: \"…\"\n}");
    assert_eq!(method.insert.snippet.as_deref(), Some("method {\n  base_model: \"${1:…}\"\n\\}"));
    let goal = item("spec \"x\"\n|", "goal");
    assert!(goal.insert.snippet.unwrap().contains("${1|style,format,mapping"));
    let data = item("spec \"x\"\n|", "data");
    assert!(data.insert.plain.starts_with("data name {\n  role: train\n}"), "{}", data.insert.plain);
}

#[test]
fn every_block_snippet_reads_without_syntax_errors() {
    for block in ftspec_schema::all().map(|(_, block)| block).filter(|block| block.name != "accept") {
        let (home, _) = ftspec_schema::find(block.name).unwrap();
        let text = if home.name.is_empty() { "|".to_string() } else { format!("{} x {{\n  |\n}}\n", home.name) };
        let text = if home.name == "readings" { continue } else { text };
        let found = item(&text, block.name);
        let whole = text.replace('|', &found.insert.plain);
        let parsed = ftspec_syntax::parse(&whole);
        assert!(parsed.errors.is_empty(), "{whole}\n{:?}", parsed.errors);
        assert_eq!(found.kind, CompletionKind::Block);
    }
}

#[test]
fn enum_words_come_with_their_meaning() {
    let found = at("goal {\n  kind: |\n}");
    assert_eq!(found.items[0].label, "style");
    assert!(found.items[0].doc.contains("tone") && found.items[0].filter.contains("风格"));
    assert_eq!(found.items.len(), 10);
}

#[test]
fn completions_are_explained_in_chinese() {
    let in_chinese = |text: &str, label: &str| {
        let (text, offset) = marked(text);
        let analysis = Analysis::new(&text, &chinese());
        let found = complete(&analysis, offset).items.into_iter().find(|item| item.label == label);
        let found = found.unwrap_or_else(|| panic!("{label} in {text}"));
        format!("{}\n{}", found.detail, found.doc)
    };
    for (text, label, said) in [
        ("goal {\n  kind: |\n}", "style", "语气风格\n语气：同样的内容怎么说。这正是微调擅长的。"),
        ("goal {\n  |\n}", "target", "目标行为 · 引号中的文本，必填\n"),
        ("goal {\n  |\n}", "target", "一种明确的行为，能在单条输出里看出来。"),
        ("spec \"x\"\n|", "goal", "要改变的是哪一种行为\n"),
        ("eval {\n  |\n}", "watch", "每轮都读，但不凭它做决定。\n每轮都读，"),
        ("stop {\n  when rounds >= 5 then |\n}", "drop", "放弃项目\n结束项目。"),
        ("task {\n  latency: 800|\n}", "800ms", "毫秒\n毫秒：`800ms`"),
    ] {
        let told = in_chinese(text, label);
        assert!(told.contains(said), "{said} in {told}");
    }
}

#[test]
fn a_list_does_not_offer_what_is_in_it() {
    let labels = labels("data d {\n  covers: [length, |, topic]\n}");
    assert_eq!(labels, ["style", "language", "edge_case", "malformed"]);
    let broken = super::completions::labels("data d {\n  covers: [length,\n    |\n");
    assert!(broken.contains(&"style".to_string()), "{broken:?}");
}

#[test]
fn a_closed_list_above_is_no_list_here() {
    let found = labels("data d {\n  covers: [length]\n  quality: |\n}");
    assert_eq!(found, ["reviewed", "mixed", "raw"]);
}

#[test]
fn references_offer_names_that_fit_first() {
    let text = plan("covers:   [calm]\n", "covers:   [calm]\n    on: |\n");
    assert_eq!(labels(&text), ["held_out", "tickets"]);
    let text = plan("on: held_out }", "on: held_out, covers: [|] }");
    assert_eq!(labels(&text), ["order_first", "calm"]);
    let text = plan("metric tone {", "against: |\n  metric tone {");
    assert_eq!(labels(&text), ["prompt_v7"]);
}

#[test]
fn statements_offer_metrics_operators_and_operands() {
    assert_eq!(labels(&plan("watch tone", "require |")), ["facts", "promise", "tone"]);
    assert_eq!(labels(&plan("watch tone", "guard promise |"))[0], "<=");
    let operand = at(&plan("watch tone", "guard facts >= |"));
    assert_eq!((operand.items[0].label.as_str(), operand.items[0].detail.as_str()), ("baseline", "prompt_v7: 96%"));
    assert_eq!(labels(&plan("watch tone", "guard facts >= baseline(|")), ["prompt_v7"]);
}

#[test]
fn conditions_are_completed_word_by_word() {
    let stop = |line: &str| labels(&plan("when any guard fails                         then freeze", line));
    assert_eq!(stop("when |")[..2], ["any", "all"]);
    assert!(stop("when |").contains(&"facts".to_string()));
    assert_eq!(stop("when any |"), ["guard", "requirement"]);
    assert_eq!(stop("when any guard |"), ["fails"]);
    assert_eq!(stop("when any guard fails |"), ["then", "and", "or"]);
    assert_eq!(stop("when all guards |"), ["hold"]);
    assert_eq!(stop("when tone |")[..3], ["gains", "drops", "varies"]);
    assert_eq!(stop("when tone gains |"), ["<", "<="]);
    assert_eq!(stop("when tone gains < 1% |"), ["over"]);
    assert_eq!(stop("when tone gains < 1% over 2 |"), ["rounds"]);
    assert_eq!(stop("when tone gains < 1% over 2 rounds |"), ["then", "and", "or"]);
    assert_eq!(stop("when (any guard fails |"), [")", "and", "or"]);
    assert_eq!(stop("when rounds >= 5 then |")[0], "continue");
    assert_eq!(stop("when rounds >= 5 then f|").len(), 9);
    assert_eq!(stop("when tone >= 90% and facts |")[..3], ["gains", "drops", "varies"]);
}

#[test]
fn accept_offers_the_rules_that_speak_first() {
    let found = at("spec \"x\"\naccept |");
    let first = &found.items[0];
    assert!(first.detail.contains("speaks here"), "{first:?}");
    assert!(found.items.iter().all(|item| item.kind == CompletionKind::Rule && !item.label.is_empty()));
    assert!(found.items.iter().any(|item| item.label == "no-guard" && item.filter.contains("FT404")));
    assert!(!found.items.iter().any(|item| item.label == "unknown-word"));
    assert!(first.insert.plain.contains("because: \"…\""));
    // A name that is not finished.
    let (text, _) = marked("spec \"x\"\naccept no-|");
    let found = at("spec \"x\"\naccept no-|");
    assert_eq!(found.replace.of(&text), "no-");
    assert!(found.items.iter().any(|item| item.label == "no-guard"));
    // A brace is there already.
    let found = at("spec \"x\"\naccept | {\n}\n");
    assert!(!found.items[0].insert.plain.contains('{'));
}

#[test]
fn units_stand_behind_digits() {
    let found = at("task {\n  latency: 800|\n}");
    let labels: Vec<&str> = found.items.iter().map(|item| item.label.as_str()).collect();
    assert_eq!(labels, ["800ms", "800s", "800min", "800h", "800days"]);
    assert_eq!(found.items[0].insert.plain, "ms");
    assert!(found.replace.is_empty());
    assert_eq!(labels_of("task {\n  latency: 800m|\n}")[0], "800ms");
    assert_eq!(labels_of(&plan("tone:    71%", "tone:    71|")), ["71%"]);
    assert_eq!(labels_of(&plan("require tone >= 90%", "require tone >= 90|")), ["90%"]);
    assert_eq!(labels_of(&plan("spend >= 400usd", "spend >= 400|"))[0], "400usd");
    assert!(labels_of("data d {\n  examples: 12|\n}").is_empty());
}

fn labels_of(text: &str) -> Vec<String> {
    labels(text)
}

#[test]
fn readings_offer_the_metrics_that_are_not_read_yet() {
    let text = plan("    tone:    86%\n", "    |\n");
    assert_eq!(labels(&text), ["tone"]);
}

#[test]
fn paths_are_asked_of_the_caller() {
    let found = at("data d {\n  path: \"data/ti|ck.jsonl\"\n}");
    assert_eq!(found.needs_paths.as_deref(), Some("data/ti"));
    assert_eq!((found.replace.start, found.replace.end), (18, 33));
    let open = at("data d {\n  path: [\"a.jsonl\", \"data/|\n}");
    assert_eq!(open.needs_paths.as_deref(), Some("data/"));
    assert_eq!(at("goal {\n  today: \"data/|\"\n}").needs_paths, None);
}

#[test]
fn nothing_is_offered_in_comments_strings_and_unknown_blocks() {
    for text in
        ["// a |", "spec \"a |\"", "nonsense {\n  |\n}", "goal {\n  today: \"x |\"\n}", "task { calls_per_day: | }"]
    {
        assert_eq!(labels(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn an_unclosed_block_is_still_the_block() {
    assert_eq!(labels("spec \"x\"\ngoal {\n  kind: style\n  |"), ["cause", "today", "target"]);
    assert!(labels("spec \"x\"\ngoal {\n  kind: style\n\n|\nowner: \"x\"").contains(&"task".to_string()));
    let inner = labels("risk {\n  tier: high\n  fallback f {\n    |\nstop {\n}\n");
    assert!(inner.contains(&"action".to_string()), "{inner:?}");
}

#[test]
fn one_line_blocks_are_completed_too() {
    assert_eq!(
        labels("eval { metric m { measures: style, judge: |, method: rubric } }"),
        ["program", "model", "human"]
    );
    assert!(labels("eval { metric m { measures: style, | } }").contains(&"method".to_string()));
}

#[test]
fn chinese_details_follow_the_language() {
    let (text, offset) = marked("goal {\n  |\n}");
    let analysis = Analysis::new(&text, &chinese());
    let found = complete(&analysis, offset);
    assert_eq!(found.items[0].detail, "一种目标类型，必填");
}

fn shape(text: &str) -> Option<(String, usize)> {
    let (text, offset) = marked(text);
    let found = signature(&Analysis::new(&text, &config()), offset)?;
    for parameter in &found.parameters {
        let name = &found.label[parameter.range.0 as usize..parameter.range.1 as usize];
        assert!(name.chars().all(|c| c.is_ascii_uppercase()), "{name} in {}", found.label);
    }
    assert!(found.active < found.parameters.len());
    Some((found.label, found.active))
}

#[test]
fn signatures_show_the_part_at_the_cursor() {
    let stop = |line: &str| shape(&format!("stop {{\n  {line}\n}}"));
    let gains = || "METRIC gains OP AMOUNT over N rounds".to_string();
    assert_eq!(stop("when tone gains |"), Some((gains(), 1)));
    assert_eq!(stop("when tone gains < |"), Some((gains(), 2)));
    assert_eq!(stop("when tone gains < 1% |"), Some((gains(), 3)));
    assert_eq!(stop("when tone gains < 1% over 2|"), Some((gains(), 3)));
    assert_eq!(stop("when tone varies > |"), Some(("METRIC varies OP AMOUNT".into(), 2)));
    assert_eq!(stop("when rounds >= |"), Some(("rounds OP N".into(), 1)));
    assert_eq!(stop("when any guard fails and spend |"), Some(("spend OP AMOUNT".into(), 0)));
    assert_eq!(stop("when any guard |"), None);
    assert_eq!(shape("eval {\n  require |\n}"), Some(("require METRIC OP VALUE".into(), 0)));
    assert_eq!(shape("eval {\n  guard m >= |\n}"), Some(("guard METRIC OP VALUE".into(), 2)));
    assert_eq!(shape("eval {\n  guard m >= baseline(|\n}"), Some(("baseline(NAME)".into(), 0)));
    assert_eq!(shape("round r {\n  readings {\n    m: 71% +- |\n  }\n}"), Some(("VALUE +- MARGIN".into(), 1)));
    assert_eq!(shape("goal {\n  kind: |\n}"), None);
}
