//! Every answer for an editor, at every offset of texts that nobody would write: none panics, and what is given back
//! lies in the text, on whole characters, in order.

use std::fs;
use std::path::Path;

use ftspec_analysis::editor::{self, Action, Symbol};
use ftspec_analysis::{Analysis, Config, Lang, fixes};
use ftspec_syntax::{Edit, Span};
use ftspec_tests::generate::{Seeded, by_grammar, long};
use ftspec_tests::{BASE, config};

/// Pieces that lines are made of, whole and broken.
const PIECES: &[&str] = &[
    "spec \"a\"\n",
    "goal {",
    "}",
    "{",
    "kind: style",
    "kind",
    ":",
    "：",
    ",",
    "，",
    "[",
    "]",
    "(",
    ")",
    "\"",
    "\"\"\"",
    "“x”",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\t",
    "\u{3000}",
    "\u{feff}",
    "// note",
    "# note",
    "when any guard fails then freeze",
    "when ",
    "then ",
    "and ",
    "or ",
    "require m >= 90%",
    "guard m >= baseline - 2%",
    "guard m >= baseline(",
    "m gains < 1% over 2 rounds",
    "rounds >= 5",
    "spend >= 1",
    "eval {\n",
    "metric m {\n",
    "readings {\n",
    "stop {\n",
    "round r1 {\n",
    "data d { role: train, path: \"a/b\" }\n",
    "baseline b { readings { m: 71% } }\n",
    "on: d\n",
    "covers: [length, ",
    "71% +- 2%",
    "800ms",
    "-3",
    "2026-02-30",
    "语气一致",
    "覆盖: [长度、风格]",
    "\\",
    "é",
    "😀",
    "==",
    "≥",
    "accept ",
    "accept no-guard {\n",
    "accept FT404 {}\n",
    "parameters {\n",
    "risk { tier: high }\n",
    "x y z",
    "changes: [m, d]\n",
    "path: \"data/",
    "guide: \"docs/x.md\"\n",
    "behavior b { never: \"x\" }\n",
    "date > ",
    "varies > ",
    "m: [71%, 72",
];

fn random_text(random: &mut Seeded) -> String {
    let mut text = String::new();
    for _ in 0..random.below(28) {
        text.push_str(PIECES[random.below(PIECES.len())]);
        text.push_str(["", " ", "\n", "\n  "][random.below(4)]);
    }
    text
}

fn examples() -> Vec<String> {
    let mut texts = vec![BASE.to_string()];
    for folder in ["../examples", "../examples/flawed"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut paths: Vec<_> = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()).collect();
        paths.sort();
        let specs = paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "ftspec"));
        texts.extend(specs.map(|path| fs::read_to_string(path).expect("an example is text")));
    }
    texts
}

fn lies(text: &str, span: Span) {
    assert!(span.start <= span.end && text.get(span.range()).is_some(), "{span:?} lies in\n{text}");
}

fn fit(text: &str, edits: &[Edit]) {
    for edit in edits {
        lies(text, edit.span);
    }
    for pair in edits.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "{pair:?} keep apart and in order in\n{text}");
    }
}

/// What holds for the answers about a whole text.
fn whole(analysis: &Analysis) {
    let text = analysis.text();
    let tokens = editor::tokens(analysis, None);
    for token in &tokens {
        lies(text, token.span);
        let written = token.span.of(text);
        assert!(!written.is_empty() && !written.contains('\n'), "{token:?} in\n{text}");
    }
    for pair in tokens.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "{pair:?} in\n{text}");
    }
    for fold in editor::folds(analysis) {
        lies(text, fold.span);
        assert!(fold.span.of(text).contains('\n'));
    }
    fn nested(text: &str, symbols: &[Symbol]) {
        for symbol in symbols {
            lies(text, symbol.span);
            assert!(symbol.span.start <= symbol.select.start && symbol.select.end <= symbol.span.end, "{symbol:?}");
            assert!(!symbol.name.trim().is_empty(), "{symbol:?} in\n{text}");
            nested(text, &symbol.children);
        }
    }
    nested(text, &editor::symbols(analysis));
    let inlays = editor::inlays(analysis, None);
    for inlay in &inlays {
        lies(text, Span::empty(inlay.at));
        fit(text, &inlay.edits);
    }
    assert!(inlays.is_sorted_by_key(|inlay| inlay.at));
    editor::lenses(analysis).iter().for_each(|lens| lies(text, lens.span));
    editor::links(analysis).iter().for_each(|link| lies(text, link.span));
    let edits = editor::format_edits(analysis, None);
    fit(text, &edits);
    assert_eq!(fixes::apply(text, &edits), ftspec_syntax::format(text), "{text:?}");
    fit(text, &editor::fix_all(analysis));
    let all: Vec<Action> = editor::actions(analysis, Span::new(0, text.len() as u32));
    all.iter().for_each(|action| fit(text, &action.edits));
}

/// What holds for the answers at one offset.
fn at(analysis: &Analysis, offset: u32) {
    let text = analysis.text();
    let mut settled = (offset as usize).min(text.len());
    while !text.is_char_boundary(settled) {
        settled -= 1;
    }
    let settled = settled as u32;
    if let Some(hover) = editor::hover(analysis, offset) {
        lies(text, hover.span);
        assert!(hover.span.touches(settled) && !hover.plain.trim().is_empty());
    }
    let found = editor::complete(analysis, offset);
    lies(text, found.replace);
    assert!(found.replace.touches(settled), "{found:?} at {offset} in\n{text}");
    assert!(found.items.is_sorted_by(|one, other| one.sort < other.sort));
    for item in &found.items {
        assert!(!item.label.is_empty() && !item.insert.plain.is_empty(), "{item:?} at {offset} in\n{text}");
    }
    if let Some(signature) = editor::signature(analysis, offset) {
        assert!(signature.active < signature.parameters.len());
    }
    if let Some(found) = editor::definition(analysis, offset) {
        [found.from, found.name, found.whole].into_iter().for_each(|span| lies(text, span));
    }
    let uses = editor::references(analysis, offset, true);
    assert!(uses.is_sorted_by(|one, other| one.end <= other.start), "{uses:?} at {offset} in\n{text}");
    editor::highlights(analysis, offset).iter().for_each(|place| lies(text, place.span));
    let may = editor::prepare_rename(analysis, offset).is_ok();
    match editor::rename(analysis, offset, "free_name") {
        Ok(edits) => {
            assert!(may);
            fit(text, &edits);
        }
        Err(why) => assert!(!may && !why.is_empty(), "{why}"),
    }
    editor::linked(analysis, offset).into_iter().for_each(|span| lies(text, span));
    let chain = editor::selection(analysis, offset);
    assert_eq!(chain.last().copied(), Some(Span::new(0, text.len() as u32)), "at {offset} in\n{text}");
    for pair in chain.windows(2) {
        let (inner, outer) = (pair[0], pair[1]);
        assert!(outer.start <= inner.start && inner.end <= outer.end && inner != outer, "{chain:?}");
    }
    for typed in ['}', '\n'] {
        fit(text, &editor::format_on_type(analysis, offset, typed));
    }
    let span = Span::new(offset, offset.saturating_add(7));
    editor::actions(analysis, span).iter().for_each(|action| fit(text, &action.edits));
    fit(text, &editor::format_edits(analysis, Some(span)));
    editor::tokens(analysis, Some(span)).iter().for_each(|token| lies(text, token.span));
    editor::inlays(analysis, Some(span)).iter().for_each(|inlay| lies(text, Span::empty(inlay.at)));
}

fn everywhere(text: &str, config: &Config, step: usize) {
    let analysis = Analysis::new(text, config);
    whole(&analysis);
    for offset in (0..text.len() as u32 + 2).step_by(step).chain([u32::MAX]) {
        at(&analysis, offset);
    }
}

#[test]
fn random_texts_at_every_offset() {
    let mut random = Seeded::new(7);
    let (english, chinese) = (config(), Config { lang: Lang::Zh, ..config() });
    for round in 0..250 {
        let text = random_text(&mut random);
        everywhere(&text, if round % 3 == 0 { &chinese } else { &english }, 1);
    }
}

#[test]
fn examples_at_many_offsets() {
    for text in examples() {
        everywhere(&text, &config(), 41);
    }
    for seed in 0..12 {
        everywhere(&by_grammar(seed), &config(), 61);
    }
}

#[test]
fn examples_cut_off_anywhere() {
    for text in examples() {
        let mut cut = 13;
        while cut < text.len() {
            if text.is_char_boundary(cut) {
                let analysis = Analysis::new(&text[..cut], &config());
                at(&analysis, cut as u32);
                whole(&analysis);
            }
            cut += 211;
        }
    }
}

#[test]
fn completing_what_an_example_says_offers_it() {
    // Behind every colon with a word of a vocabulary, the word itself is among what is offered.
    for text in examples() {
        let analysis = Analysis::new(&text, &config());
        for node in analysis.spec().all_nodes() {
            for attribute in node.block().attributes {
                let word = matches!(attribute.ty, ftspec_schema::Type::Word(_) | ftspec_schema::Type::Ref(_));
                for element in node.list(attribute.name).given().unwrap_or_default().iter().filter(|_| word) {
                    let found = editor::complete(&analysis, element.span.end);
                    let said = element.span.of(&text);
                    assert!(
                        found.items.iter().any(|item| item.label == said),
                        "{}: {said} in {found:?}",
                        attribute.name
                    );
                    assert_eq!(found.replace, element.span);
                }
            }
        }
    }
}

#[test]
fn five_thousand_lines_are_answered_at_once() {
    let text = long(5_000);
    let analysis = Analysis::new(&text, &config());
    let middle = text.find("metric tone_adherence").expect("a metric") as u32;
    let end = text.rfind("quality:").expect("a line") as u32;
    let started = std::time::Instant::now();
    for offset in [middle, middle + 10, end, end + 10, text.len() as u32] {
        editor::hover(&analysis, offset);
        editor::complete(&analysis, offset);
        editor::signature(&analysis, offset);
        editor::definition(&analysis, offset);
        editor::references(&analysis, offset, true);
        editor::selection(&analysis, offset);
    }
    // Thirty answers; the bound is wide, for slow machines and builds that are not optimised.
    assert!(started.elapsed().as_millis() < 1_000, "{:?}", started.elapsed());
}
