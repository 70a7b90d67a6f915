//! Formatting of a text, of a range, and while typing.

use ftspec_analysis::Analysis;
use ftspec_analysis::editor::{format_edits, format_on_type};

use super::{applied, between, config, marked};

#[test]
fn edits_lead_to_the_formatted_text() {
    for text in [
        "",
        "spec   \"x\"\n\n\n\ngoal{kind:style}\n",
        "goal {\nkind: style\ntoday:   \"x\" // note   \n\n}",
        "data d { covers: [length, style, topic, language, edge_case, malformed], sources: [\"one long source of tickets\", \"two\"] }\n",
        "goal {\r\n  kind: style\r\n}\r\n",
        "data d {\n  covers: [length,\n style,\n ]\n}\n",
        "goal { kind: , }\n} x y\n",
        "\u{feff}spec \"x\"  ",
    ] {
        let edits = format_edits(&Analysis::new(text, &config()), None);
        assert_eq!(applied(text, &edits), ftspec_syntax::format(text), "{text:?}");
    }
}

#[test]
fn edits_are_small() {
    let text = "spec \"x\"\n\ngoal {\n  kind:  style\n  cause: behavior\n  today: \"a\"\n   target: \"b\"\n}\n";
    let edits = format_edits(&Analysis::new(text, &config()), None);
    assert!(edits.iter().all(|edit| edit.span.end - edit.span.start <= 2 && edit.text.len() <= 2), "{edits:?}");
}

#[test]
fn a_range_leaves_the_rest_alone() {
    let (text, range) = between("spec   \"x\"\ngoal {\n⟨    kind: style⟩\n      cause: behavior\n}\n");
    let after = applied(&text, &format_edits(&Analysis::new(&text, &config()), Some(range)));
    assert_eq!(after, "spec   \"x\"\ngoal {\n  kind:  style\n      cause: behavior\n}\n");
}

#[test]
fn a_closing_brace_formats_its_block() {
    let (text, offset) = marked("spec   \"x\"\n\ngoal {\nkind: style\n      cause: behavior\n}|\n\ntask   {\n}\n");
    let after = applied(&text, &format_on_type(&Analysis::new(&text, &config()), offset, '}'));
    assert_eq!(after, "spec   \"x\"\n\ngoal {\n  kind:  style\n  cause: behavior\n}\n\ntask   {\n}\n");
}

#[test]
fn a_line_break_formats_the_line_before_and_indents_the_next() {
    let (text, offset) = marked("spec   \"x\"\n\ngoal {\n  kind:style\n|\n}\n");
    let after = applied(&text, &format_on_type(&Analysis::new(&text, &config()), offset, '\n'));
    assert_eq!(after, "spec   \"x\"\n\ngoal {\n  kind: style\n  \n}\n");
    let (text, offset) = marked("goal {\n|");
    let after = applied(&text, &format_on_type(&Analysis::new(&text, &config()), offset, '\n'));
    assert_eq!(after, "goal {\n  ");
    let (text, offset) = marked("goal {\n  today: \"\"\"\n|\n  \"\"\"\n}\n");
    assert!(format_on_type(&Analysis::new(&text, &config()), offset, '\n').is_empty());
}

#[test]
fn nothing_happens_where_nothing_is_closed() {
    let (text, offset) = marked("goal {\nkind: style }|\n");
    let _ = format_on_type(&Analysis::new(&text, &config()), offset, '}');
    let (text, offset) = marked("goal   {|\n");
    assert!(format_on_type(&Analysis::new(&text, &config()), offset, '}').is_empty());
}
