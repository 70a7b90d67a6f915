//! Outline, folds, selections, links.

use ftspec_analysis::Analysis;
use ftspec_analysis::editor::{FoldKind, Symbol, SymbolKind, folds, links, selection, symbols};

use super::{PLAN, config, marked};

fn show(symbols: &[Symbol], depth: usize, shown: &mut String) {
    for symbol in symbols {
        assert!(symbol.span.start <= symbol.select.start && symbol.select.end <= symbol.span.end, "{symbol:?}");
        let detail = if symbol.detail.is_empty() { String::new() } else { format!(" ({})", symbol.detail) };
        shown.push_str(&format!("{}{}{detail}\n", "  ".repeat(depth), symbol.name));
        for child in &symbol.children {
            assert!(symbol.span.start <= child.span.start && child.span.end <= symbol.span.end, "{child:?}");
        }
        show(&symbol.children, depth + 1, shown);
    }
}

#[test]
fn the_outline_has_everything_in_its_place() {
    let found = symbols(&Analysis::new(PLAN, &config()));
    assert_eq!((found.len(), found[0].kind), (1, SymbolKind::Spec));
    let mut shown = String::new();
    show(&found, 0, &mut shown);
    let expected = "\
Refund replies in the house tone (proposed)
  goal (style, behavior)
  behavior order_first (open with the order state)
  behavior calm (stay in the second person)
  baseline prompt_v7 (few_shot, 7 attempts)
    readings
  data tickets (train, 8_200 examples)
    labeling
  data held_out (test, 600 examples)
  method (\"Qwen2.5-7B-Instruct\")
    parameters
  eval
    metric tone (rubric, judged by human, on held_out, higher is better)
    metric facts (exact_match, judged by program, on held_out, higher is better)
    metric promise (violation_rate, judged by human, on held_out, lower is better)
    require tone >= 90%
    guard facts >= baseline
    guard promise <= 1%
    watch tone
  risk (high, customer_service)
    fallback agent (human, workflow)
  stop
    when any guard fails then freeze
    when tone gains < 1% over 2 rounds then fix_data
    when rounds >= 5 or spend >= 400usd then drop
  round r1 (2026-11-02, 60usd)
    readings
  round r2 (50usd)
    readings
";
    assert_eq!(shown, expected);
}

#[test]
fn a_broken_file_keeps_its_outline() {
    let text = "goal {\n  kind:\n}\nnonsense x {\n}\nstop {\n  when any\n  when rounds >= 5 then drop\n";
    let mut shown = String::new();
    show(&symbols(&Analysis::new(text, &config())), 0, &mut shown);
    assert_eq!(shown, "goal\nnonsense x\nstop\n  when rounds >= 5 then drop\n");
}

#[test]
fn blocks_lists_strings_and_comments_fold() {
    let text = "// one\n// two\nspec \"x\"\n\ndata d {\n  covers: [\n    length,\n    topic\n  ]\n  sources: \"\"\"\n    a\n  \"\"\"\n}\ngoal { kind: style }\n";
    let found = folds(&Analysis::new(text, &config()));
    let shown: Vec<(&str, FoldKind)> = found.iter().map(|fold| (fold.span.of(text), fold.kind)).collect();
    assert_eq!(shown[0], ("\n// two", FoldKind::Comment));
    assert_eq!(shown.len(), 4, "{shown:?}");
    assert!(found.iter().all(|fold| fold.span.of(text).contains('\n')));
}

#[test]
fn a_selection_grows_from_word_to_file() {
    let (text, offset) = marked("spec \"x\"\ngoal {\n  kind: style\n  today: \"a wo|rd\"\n}\n");
    let chain = selection(&Analysis::new(&text, &config()), offset);
    let shown: Vec<&str> = chain.iter().map(|span| span.of(&text)).collect();
    assert_eq!(
        shown,
        [
            "a word",
            "\"a word\"",
            "today: \"a word\"",
            "kind: style\n  today: \"a word\"",
            "\n  kind: style\n  today: \"a word\"\n",
            "goal {\n  kind: style\n  today: \"a word\"\n}",
            text.as_str(),
        ]
    );
}

#[test]
fn a_selection_grows_through_conditions_and_lists() {
    let (text, offset) = marked("stop { when (rounds >= 5 and spend >= 4|00usd) or date > 2026-11-02 then drop }");
    let chain = selection(&Analysis::new(&text, &config()), offset);
    let shown: Vec<&str> = chain.iter().map(|span| span.of(&text)).collect();
    assert_eq!(shown[..4], ["400usd", ">= 400usd", "spend >= 400usd", "rounds >= 5 and spend >= 400usd"]);
}

#[test]
fn paths_are_links() {
    let analysis = Analysis::new(PLAN, &config());
    let found = links(&analysis);
    let shown: Vec<(&str, bool)> = found.iter().map(|link| (link.path.as_str(), link.is_pattern)).collect();
    assert_eq!(
        shown,
        [
            ("data/tickets.jsonl", false),
            ("docs/labeling.md", false),
            ("data/held_out.jsonl", false),
            ("data/more/*.jsonl", true)
        ]
    );
    assert!(found.iter().all(|link| link.span.of(PLAN) == link.path));
    let text = "data d { role: train, labeling { guide: \"two people read it together\" } }";
    assert!(links(&Analysis::new(text, &config())).is_empty());
    let text = "data d { role: train, path: \"https://example.com/a.jsonl\" }";
    assert!(links(&Analysis::new(text, &config()))[0].is_address);
}
