//! Definitions, references, renaming, linked names.

use ftspec_analysis::Analysis;
use ftspec_analysis::editor::{definition, highlights, linked, prepare_rename, references, rename};

use super::{PLAN, applied, config, marked, plan};

#[test]
fn a_use_leads_to_its_block() {
    for (from, to, name) in [
        ("require tone", "require to|ne", "metric tone {"),
        ("covers:   [calm]", "covers:   [ca|lm]", "behavior calm {"),
        ("tone gains", "tone| gains", "metric tone {"),
        ("[learning_rate,", "[|learning_rate,", "learning_rate: 1e-4"),
        ("learning_rate, tickets,", "learning_rate, ticke|ts,", "data tickets {"),
        ("tone:    86%", "to|ne:    86%", "metric tone {"),
        ("guard facts >= baseline", "guard facts >= base|line", "baseline prompt_v7 {"),
    ] {
        let (text, offset) = marked(&plan(from, to));
        let found = definition(&Analysis::new(&text, &config()), offset).unwrap_or_else(|| panic!("{to}"));
        assert!(found.whole.of(&text).starts_with(name), "{to}: {}", found.whole.of(&text));
        assert!(found.whole.start <= found.name.start && found.name.end <= found.whole.end);
    }
}

#[test]
fn words_of_the_language_lead_nowhere() {
    let (text, offset) = marked(&plan("kind:   style", "kind:   st|yle"));
    assert_eq!(definition(&Analysis::new(&text, &config()), offset), None);
}

#[test]
fn references_are_complete() {
    let (text, offset) = marked(&plan("metric tone", "metric to|ne"));
    let analysis = Analysis::new(&text, &config());
    // baseline, two rounds, require, watch, one condition, one change
    assert_eq!(references(&analysis, offset, false).len(), 7);
    assert_eq!(references(&analysis, offset, true).len(), 8);
    let marks = highlights(&analysis, offset);
    assert_eq!(marks.iter().filter(|mark| mark.defines).count(), 1);
    assert_eq!(marks.len(), 8);
    assert_eq!(linked(&analysis, offset).len(), 8);
}

#[test]
fn a_line_being_written_keeps_its_names() {
    let (text, offset) = marked(&plan("when tone gains < 1% over 2 rounds", "when to|ne gains <"));
    let analysis = Analysis::new(&text, &config());
    assert!(definition(&analysis, offset).is_some());
    assert_eq!(references(&analysis, offset, true).len(), 8);
}

#[test]
fn keywords_of_lines_are_marked_together() {
    let (text, offset) = marked(&plan("when rounds", "wh|en rounds"));
    assert_eq!(highlights(&Analysis::new(&text, &config()), offset).len(), 3);
}

#[test]
fn renaming_changes_every_use_and_nothing_else() {
    let (text, offset) = marked(&plan("require tone", "require to|ne"));
    let analysis = Analysis::new(&text, &config());
    assert_eq!(prepare_rename(&analysis, offset).map(|it| it.name), Ok("tone".into()));
    let edits = rename(&analysis, offset, "house_tone").expect("a name that is free");
    let renamed = applied(&text, &edits);
    assert_eq!(edits.len(), 8);
    assert!(renamed.contains("require house_tone >= 90%") && renamed.contains("metric house_tone {"));
    // The words "tone" in prose stay.
    assert!(renamed.contains("teach multi-turn tone"));
    let before: Vec<_> = Analysis::new(PLAN, &config()).diagnostics().iter().map(|it| it.rule.name).collect();
    let after: Vec<_> = Analysis::new(&renamed, &config()).diagnostics().iter().map(|it| it.rule.name).collect();
    assert_eq!(before, after);
}

#[test]
fn renaming_refuses_with_a_reason() {
    let refuse = |from: &str, to: &str, name: &str| {
        let (text, offset) = marked(&plan(from, to));
        rename(&Analysis::new(&text, &config()), offset, name).expect_err("refused")
    };
    assert!(refuse("metric tone", "metric to|ne", "facts").contains("there is a metric `facts` already"));
    assert!(refuse("metric tone", "metric to|ne", "2nd tone").contains("`m_2nd_tone` would do"));
    assert!(refuse("metric tone", "metric to|ne", "").contains("is no name"));
    assert!(refuse("metric tone", "metric to|ne", "rounds").contains("means something else"));
    assert!(refuse("kind:   style", "kind:   st|yle", "x").contains("no name here"));
    let (text, offset) = marked("accept no-g|uard { because: \"x\" }");
    assert!(rename(&Analysis::new(&text, &config()), offset, "x").unwrap_err().contains("keeps its name"));
    let (text, offset) = marked("eval { metric m { on: now|here } }");
    assert!(prepare_rename(&Analysis::new(&text, &config()), offset).unwrap_err().contains("not defined"));
}

#[test]
fn labels_of_every_kind_can_be_renamed() {
    for (from, to, uses) in [
        ("behavior calm", "behavior ca|lm", 2),
        ("baseline prompt_v7", "baseline prompt|_v7", 1),
        ("data tickets", "data tic|kets", 2),
        ("round r1", "round r|1", 1),
        ("fallback agent", "fallback ag|ent", 1),
        ("epochs:", "ep|ochs:", 1),
        ("learning_rate:", "learn|ing_rate:", 2),
    ] {
        let (text, offset) = marked(&plan(from, to));
        let edits = rename(&Analysis::new(&text, &config()), offset, "新名字").expect(to);
        assert_eq!(edits.len(), uses, "{to}");
    }
}
