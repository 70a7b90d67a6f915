//! Hover and semantic tokens.

use ftspec_analysis::Analysis;
use ftspec_analysis::editor::{Hover, SemanticKind, hover, tokens};

use super::{PLAN, chinese, config, marked, plan};

fn at(text: &str) -> Option<Hover> {
    let (text, offset) = marked(text);
    hover(&Analysis::new(&text, &config()), offset)
}

fn told(text: &str) -> String {
    let found = at(text).unwrap_or_else(|| panic!("something to say in {text}"));
    assert!(!found.plain.contains("**") && !found.plain.contains("```"), "{}", found.plain);
    found.markdown
}

#[test]
fn words_of_the_language_are_explained() {
    assert!(told("go|al {\n}").contains("one thing that this training is for"));
    assert!(told("goal {\n  ki|nd: style\n}").starts_with("**`goal.kind`** · a kind of goal, expected"));
    assert!(told("goal {\n  kind: st|yle\n}").contains("Tuning is good at this"));
    assert!(told("task {\n  latency: 800m|s\n}").contains("milliseconds"));
    assert!(told("eval {\n  requ|ire m >= 90%\n}").contains("What must be reached"));
    assert!(told("stop {\n  when m ga|ins < 1% over 2 rounds then drop\n}").contains("best of the last rounds"));
    assert!(told("stop {\n  when rounds >= 5 then dr|op\n}").contains("End the project"));
    assert!(told("sp|ec \"x\"").contains("One file is the plan"));
}

#[test]
fn broken_lines_are_explained_as_far_as_they_go() {
    assert!(told("goal {\n  ki|nd\n}").contains("**`goal.kind`**"));
    assert!(told("stop {\n  when m gains| <\n}").contains("best of the last"));
    assert!(told("eval {\n  guard|\n}").contains("must hold in every round"));
    assert!(told("stop {\n  when any gu|ard\n}").contains("after the last round"));
    assert!(told("stop {\n  wh|en m\n}").contains("Begins an arm"));
}

#[test]
fn a_metric_shows_its_figures() {
    let text = told(&plan("require tone", "require to|ne"));
    assert!(text.starts_with("**`metric tone`** · rubric, judged by human, on held_out, higher is better"), "{text}");
    for part in [
        "baseline `prompt_v7`: 71%",
        "`require tone >= 90%`: 71% → 90% +19 pts · r2: 86%",
        "last read in `r2`: 86%",
        "covers `calm`",
        "Used 7 times.",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let guard = told(&plan("guard facts", "guard fa|cts"));
    assert!(guard.contains("`guard facts >= baseline`: = 96% · fails in r2"), "{guard}");
}

#[test]
fn names_say_what_they_name() {
    assert!(told(&plan("covers: [order_first]", "covers: [order|_first]")).contains("must: open with the order state"));
    assert!(told(&plan("data tickets", "data tick|ets")).contains("train, 8_200 examples"));
    assert!(told(&plan("baseline prompt_v7", "baseline prompt|_v7")).contains("few_shot, 7 attempts"));
    assert!(told(&plan("[learning_rate,", "[learning|_rate,")).contains("learning_rate: 1e-4"));
    assert!(told("accept no-g|uard {\n}").contains("FT404"));
}

#[test]
fn a_quoted_text_cannot_become_markup() {
    let text = plan("must: \"stay in the second person\"", "must: \"[x](y) <b> *z*\"");
    let text = text.replacen("covers:   [calm]", "covers:   [ca|lm]", 1);
    assert!(told(&text).contains(r"\[x\](y) \<b\> \*z\*"), "{}", told(&text));
}

#[test]
fn silence_where_nothing_is_known() {
    for text in
        ["|", "// no|te", "goal {\n  today: \"te|xt\"\n}", "goal {\n  colour: b|lue\n}", "a | b", "goal| nonsense x"]
    {
        assert_eq!(at(text), None, "{text}");
    }
}

/// What is said in Chinese at the mark.
fn told_in_chinese(text: &str) -> String {
    let (text, offset) = marked(text);
    hover(&Analysis::new(&text, &chinese()), offset).unwrap_or_else(|| panic!("something to say in {text}")).markdown
}

#[test]
fn words_of_the_language_are_explained_in_chinese() {
    for (text, said) in [
        ("go|al {\n}", "**`goal`** · 块\n\n这次训练只为这一件事。"),
        ("goal {\n  ki|nd: style\n}", "**`goal.kind`** · 目标类型 · 一种目标类型，必填"),
        ("goal {\n  ki|nd: style\n}", "- `style` 语气风格 · 语气：同样的内容怎么说。\n"),
        ("goal {\n  kind: st|yle\n}", "**`style`** · 语气风格 · 目标类型，用于 `goal.kind`\n\n语气：同样的内容"),
        ("task {\n  latency: 800m|s\n}", "毫秒：`800ms`"),
        ("eval {\n  requ|ire m >= 90%\n}", "必须达到什么，项目才算成功。"),
        ("eval {\n  guard|\n}", "每一轮都必须守住的。"),
        ("stop {\n  when rounds >= 5 then dr|op\n}", "**`drop`** · 放弃项目 · 停止动作，用于 `stop`\n\n结束项目。"),
        ("sp|ec \"x\"", "一个文件就是一个微调项目的计划。"),
    ] {
        let told = told_in_chinese(text);
        assert!(told.contains(said), "{said} in {told}");
    }
    // Every attribute and every word of the table, where it stands.
    for (parent, block) in ftspec_schema::all().filter(|(_, block)| block.name != "readings") {
        for attribute in block.attributes {
            let label = if block.name == "accept" { "no-guard" } else { "x" };
            let mut place = format!("{} {label} {{\n  |{}\n}}", block.name, attribute.example);
            if !parent.name.is_empty() {
                place = format!("{} y {{\n{place}\n}}", parent.name);
            }
            let told = told_in_chinese(&place);
            assert!(told.contains(attribute.doc_zh), "{place}\n{told}");
            assert!(!told.contains(attribute.doc), "{told}");
        }
    }
}

#[test]
fn chinese_words_frame_the_facts() {
    let (text, offset) = marked(&plan("require tone", "require to|ne"));
    let found = hover(&Analysis::new(&text, &chinese()), offset).expect("a metric");
    assert!(found.markdown.contains("越高越好") && found.markdown.contains("+19 个百分点"), "{}", found.markdown);
}

fn kinds(text: &str) -> Vec<(String, SemanticKind)> {
    let analysis = Analysis::new(text, &config());
    let found = tokens(&analysis, None);
    for pair in found.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start);
    }
    found.into_iter().map(|token| (token.span.of(text).to_string(), token.kind)).collect()
}

#[test]
fn every_word_has_its_kind() {
    use SemanticKind::*;
    let of = |text: &str| kinds(text).into_iter().map(|(_, kind)| kind).collect::<Vec<_>>();
    assert_eq!(of("spec \"x\" // y"), [Keyword, String, Comment]);
    assert_eq!(of("goal { kind: style, today: 3 }"), [Keyword, Property, EnumMember, Property, Number]);
    assert_eq!(
        of("eval { metric m { on: d }, require m >= baseline(b) + 5% }"),
        [Keyword, Keyword, Metric, Property, Label, Keyword, Metric, Operator, Keyword, Label, Operator, Number]
    );
    assert_eq!(
        of("stop { when m gains < 1% over 2 rounds or rounds >= 5 then drop }"),
        [
            Keyword, Keyword, Metric, Keyword, Operator, Number, Keyword, Number, Keyword, Keyword, Keyword, Operator,
            Number, Keyword, EnumMember
        ]
    );
    assert_eq!(of("accept no-guard { by: \"x\" }"), [Keyword, Rule, Property, String]);
    assert_eq!(of("stop {\n  when any guard\n}"), [Keyword, Keyword, Keyword, Keyword]);
}

#[test]
fn long_strings_are_cut_at_line_ends() {
    let found = kinds("goal {\n  today: \"\"\"\n    one\n    two\n  \"\"\"\n}");
    let texts: Vec<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
    assert_eq!(texts, ["goal", "today", "\"\"\"", "one", "two", "\"\"\""]);
}

#[test]
fn names_know_whether_they_are_defined() {
    let text = "eval { metric m { on: nowhere }, require m >= 1 }";
    let analysis = Analysis::new(text, &config());
    let found = tokens(&analysis, None);
    let of = |name: &str| -> Vec<_> {
        found.iter().filter(|token| token.span.of(text) == name).map(|token| token.modifiers).collect()
    };
    assert!(of("m")[0].declaration && !of("m")[1].declaration && !of("m")[1].unresolved);
    assert!(of("nowhere")[0].unresolved);
}

#[test]
fn a_range_gives_the_same_tokens_as_the_whole() {
    let analysis = Analysis::new(PLAN, &config());
    let all = tokens(&analysis, None);
    let range = ftspec_syntax::Span::new(400, 900);
    let part: Vec<_> = all.iter().copied().filter(|it| 400 <= it.span.start && it.span.start < 900).collect();
    assert_eq!(tokens(&analysis, Some(range)), part);
}
