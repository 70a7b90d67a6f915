//! The formatter: each rule of layout in one case, the two laws on mutated specs, and speed on hostile texts.

#![allow(clippy::disallowed_methods)] // a test may look at the clock and the environment

use ftspec_syntax::format::{format, same_tokens};
use ftspec_syntax::{TokenKind, lex, parse};

const REFUNDS: &str = include_str!("data/refunds.ftspec");
const FIRST_DRAFT: &str = include_str!("data/first_draft.ftspec");

/// Checks one case, and the two laws with it.
#[track_caller]
fn case(before: &str, after: &str) {
    assert_eq!(format(before), after, "\nbefore:\n{before}");
    laws(before);
}

/// Both laws: nothing that means something changes, and formatting again changes nothing.
#[track_caller]
fn laws(before: &str) {
    let after = format(before);
    assert!(same_tokens(before, &after), "\ntokens changed\nbefore:\n{before}\nafter:\n{after}\n{before:?}");
    let again = format(&after);
    assert_eq!(again, after, "\nnot stable\nbefore:\n{before}\n{before:?}");
}

#[test]
fn values_of_neighbours_are_in_line() {
    case(
        "goal{\nkind:style\n   cause :behavior\n  // why\n  today: \"x\"\n\n a:1\n}",
        "goal {\n  kind:  style\n  cause: behavior\n  // why\n  today: \"x\"\n\n  a: 1\n}\n",
    );
}

#[test]
fn a_block_or_a_statement_ends_the_run() {
    case(
        "a: 1\nbb: 2\nx {\n}\nccc: 3\nrequire m >= 1\ndddd: 4",
        "a:  1\nbb: 2\nx {\n}\nccc: 3\nrequire m >= 1\ndddd: 4\n",
    );
    case("a: 1\nx {}\nccc: 3", "a: 1\nx {}\nccc: 3\n");
}

#[test]
fn chinese_characters_take_two_columns() {
    case("语气一致: 71%\ntone: 2", "语气一致: 71%\ntone:     2\n");
}

#[test]
fn endless_names_push_nobody() {
    let name = "n".repeat(101);
    case(&format!("{name}: 1\na: 2\nbb: 3"), &format!("{name}: 1\na:  2\nbb: 3\n"));
}

#[test]
fn then_of_neighbouring_arms_is_in_line() {
    case(
        "stop {\nwhen any guard fails then freeze\n// c\nwhen ( rounds>=5 or baseline (x)<1 ) and a<2 then drop\n}",
        concat!(
            "stop {\n",
            "  when any guard fails                            then freeze\n",
            "  // c\n",
            "  when (rounds >= 5 or baseline(x) < 1) and a < 2 then drop\n",
            "}\n",
        ),
    );
}

#[test]
fn an_arm_over_lines_keeps_them() {
    case(
        "when (a > 1\n or   b > 2) then x\nwhen c > 1 then y",
        "when (a > 1\n  or   b > 2) then x\nwhen c > 1 then y\n",
    );
}

#[test]
fn lists_that_fit_are_on_one_line() {
    case("covers: [ a,b ,\n c , ]\nx: [\n]", "covers: [a, b, c]\nx:      []\n");
    case("loss: [71%+-2% ,84% ± 1%]", "loss: [71% +- 2%, 84% ± 1%]\n");
}

#[test]
fn lists_that_do_not_fit_go_one_element_a_line() {
    let long = "x".repeat(60);
    case(
        &format!("a: 1\ncovers: [{long}, {long}]\nb: 2"),
        &format!("a:      1\ncovers: [\n  {long},\n  {long},\n]\nb:      2\n"),
    );
}

#[test]
fn a_list_of_exactly_one_hundred_columns_fits() {
    let fits = format!("a: [{}, b]", "x".repeat(92));
    assert_eq!(fits.len(), 100);
    case(&fits, &format!("{fits}\n"));
    let wide = "标".repeat(46);
    case(&format!("a: [{wide}, b]"), &format!("a: [{wide}, b]\n"));
    case(&format!("a: [{wide}, bb]"), &format!("a: [\n  {wide},\n  bb,\n]\n"));
    // Being in line with neighbours counts.
    case(&format!("{fits}\nbb: 1"), &format!("a:  [\n  {},\n  b,\n]\nbb: 1\n", "x".repeat(92)));
}

#[test]
fn comments_in_lists_stay() {
    case(
        "never: [ // first\n  \"a\" // why\n  , \"b\", // and\n\n\n  // own\n \"c\"]",
        "never: [  // first\n  \"a\",  // why\n  \"b\",  // and\n\n  // own\n  \"c\",\n]\n",
    );
}

#[test]
fn a_block_on_one_line_stays_on_it() {
    case(
        "metric   f1{measures:quality,method: f1 ,on:held_out,}",
        "metric f1 { measures: quality, method: f1, on: held_out }\n",
    );
    case("b x { must: 1, example { input: 2, output: 3 } }", "b x { must: 1, example { input: 2, output: 3 } }\n");
    case("eval { require m>=1, guard n <= baseline(p)- 2% }", "eval { require m >= 1, guard n <= baseline(p) - 2% }\n");
}

#[test]
fn a_block_that_does_not_fit_is_expanded() {
    let long = "x".repeat(80);
    case(
        &format!("behavior b {{ must: \"{long}\", example {{ input: \"…\", output: \"…\" }}, when: 1 }}"),
        &format!("behavior b {{\n  must: \"{long}\"\n  example {{ input: \"…\", output: \"…\" }}\n  when: 1\n}}\n"),
    );
    let wide = format!("a {{ b: \"{}\" }}", "x".repeat(89));
    assert_eq!(wide.len(), 100);
    case(&wide, &format!("{wide}\n"));
    case(&format!("o {{\n{wide}\n}}"), &format!("o {{\n  a {{\n    b: \"{}\"\n  }}\n}}\n", "x".repeat(89)));
}

#[test]
fn empty_blocks_stay_as_they_are() {
    case("goal{ }", "goal {}\n");
    case("goal {\n\n}", "goal {\n}\n");
}

#[test]
fn items_between_commas_get_lines_of_their_own() {
    case(
        "owner: \"x\", status: draft\nt {\n a: 1, b: 2,\n,\nc { d: 4 }, e: 5 }",
        "owner:  \"x\"\nstatus: draft\nt {\n  a: 1\n  b: 2\n  c { d: 4 }\n  e: 5\n}\n",
    );
}

#[test]
fn blank_lines() {
    case("\n\n\na: 1\n\n\n\nb: 2\n\n\nx {\n\n\na: 1\n\n}\n\n\n", "a: 1\n\nb: 2\n\nx {\n  a: 1\n}\n");
    case("", "");
    case("\n  \n", "");
    case("x { // why\n\n a: 1\n}", "x {  // why\n  a: 1\n}\n");
}

#[test]
fn comments_stay_where_they_stand() {
    case(
        "// top  \nx{//in\n// own\t\na:1//behind\n    // last\n}// end\n// very end",
        "// top\nx {  //in\n  // own\n  a: 1  //behind\n  // last\n}  // end\n// very end\n",
    );
    case("a: 1, // c\n# hash \nb: 2 # d", "a: 1  // c\n# hash\nb: 2  # d\n");
}

#[test]
fn strings_are_never_touched() {
    case("x {\ntoday: \"a  b // { \"\n}", "x {\n  today: \"a  b // { \"\n}\n");
    case(
        "x {\n      today: \"\"\"\n      one\n        two  \n\n\n      \"\"\"\nlonger: 1\n}",
        "x {\n  today:  \"\"\"\n      one\n        two  \n\n\n      \"\"\"\n  longer: 1\n}\n",
    );
}

#[test]
fn line_ends_and_byte_order_mark() {
    case("\u{feff}a: 1\r\n\r\n\r\n// c\r\nx {\r\n  b: [c,\r\n d]\r\n}\r\n", "a: 1\n\n// c\nx {\n  b: [c, d]\n}\n");
    laws("\u{feff}\u{feff}a: 1");
    laws("a: \"x\r\nb: 1");
}

#[test]
fn operators_have_blanks_around_them() {
    case(
        "require a>=90%\nguard b  <=baseline\nguard c>=baseline(x)-2%\nguard d>baseline*1.05\nwatch   e\nr: 71%+-2%",
        "require a >= 90%\nguard b <= baseline\nguard c >= baseline(x) -2%\nguard d > baseline * 1.05\nwatch e\nr: 71% +- 2%\n",
    );
}

#[test]
fn broken_lines_keep_their_own_blanks() {
    case(
        "task {\n      latency :  800   ms  // slow\n    input: \"x\"\n a  §  b,  c\n}",
        "task {\n  latency :  800   ms  // slow\n  input:   \"x\"\n  a  §  b,  c\n}\n",
    );
    case("kind：style，  a:  1", "kind：style，  a:  1\n");
    case("goal  { kind: a   cause: b }", "goal  { kind: a   cause: b }\n");
    case("goal ｛\nkind: a\n｝", "goal ｛\n  kind: a\n｝\n");
    case("today: \"no end  \nkind: a", "today: \"no end  \nkind:  a\n");
}

#[test]
fn broken_lists_keep_their_lines() {
    case(
        "x {\ncovers: [\nlength,\n      style  topic,\n  // c\nedge\n]\na:1\n}",
        "x {\n  covers: [\n    length,\n    style  topic,\n    // c\n    edge\n  ]\n  a:      1\n}\n",
    );
    case("x {\ncovers: [a,\nb\nkind: [c]\n}", "x {\n  covers: [a,\n    b\n  kind:   [c]\n}\n");
}

#[test]
fn stray_braces_and_open_ends() {
    case("}\n}\na: 1", "}\n}\na: 1\n");
    case("x {\na: 1", "x {\n  a: 1\n");
    case("a: \"\"\"x\n  y ", "a: \"\"\"x\n  y ");
    case("a: [", "a: [\n");
}

#[test]
fn a_missing_brace_does_not_move_the_rest() {
    let lacking =
        "goal {\n  kind: a\n\ntask {\n  type: b\n}\n\neval {\n  metric m {\n    on: c\n}\n\nrisk {\n  tier: low\n}\n";
    case(lacking, lacking);
    let unopened = "goal\n  kind:  a\n  cause: b\n}\n\nbehavior x\n  must: c\n}\ntask {\n  type: b\n}\n";
    case(unopened, unopened);
    // A brace that stands deeper than the word before it opens nothing.
    case("x {\ngoal\n    }\n}\n}", "x {\n  goal\n}\n}\n}\n");
    // Below the depth at which lines stop moving to the right, indentation tells nothing.
    laws(&("x {\n".repeat(70) + "\na: 1\nb: 2\n" + &"}\n".repeat(10)));
}

#[test]
fn whole_specs() {
    let arms = [
        "  when any guard fails                           then freeze",
        "  when all requirements hold and all guards hold then ship",
        "  when tone_adherence gains < 1% over 2 rounds   then fix_data",
        "  when tone_adherence varies > 3%                then fix_eval",
        "  when rounds >= 5 or spend >= 400usd            then drop",
    ];
    let mut arms = arms.into_iter();
    let expected: Vec<&str> = REFUNDS
        .lines()
        .map(|line| if line.starts_with("  when ") { arms.next().expect("five arms") } else { line })
        .collect();
    case(REFUNDS, &(expected.join("\n") + "\n"));
    case(&REFUNDS.replace('\n', "\r\n"), &(expected.join("\n") + "\n"));

    let formatted = format(FIRST_DRAFT);
    laws(FIRST_DRAFT);
    assert!(formatted.contains("\neval { metric house_style { measures: style, method: rubric, judge: human"));
    assert!(
        formatted
            .contains("\nbehavior imperative_sentence {\n  must: \"one sentence in the imperative mood\"\n  example {")
    );
}

#[test]
fn the_guard_sees_changes() {
    assert!(same_tokens("a: [1, 2]", "a: [\n1,\n 2,\n]"));
    assert!(same_tokens("a: 1, b: 2", "a: 1\nb: 2\n"));
    assert!(same_tokens("a: [1 // c  \n, 2]", "a: [1, // c\n2]"));
    assert!(!same_tokens("a: [1, 2]", "a: [1 2]"));
    assert!(!same_tokens("a: 1", "a: 1 b"));
    assert!(!same_tokens("a: 1 b", "a: 1"));
    assert!(!same_tokens("a: 1 // c", "a: 1"));
    assert!(!same_tokens("// c\na: 1", "a: // c\n1"));
    assert!(!same_tokens("a: \"x \"", "a: \"x\""));
    assert!(!same_tokens("a：1", "a:1"));
    assert!(!same_tokens("a: 1， b: 2", "a: 1\nb: 2"));
}

/// Small and the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}

const BITS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "\"",
    "\"\"\"",
    "//",
    "// c\n",
    "\n",
    "\r\n",
    "\n\n\n",
    "\r",
    ":",
    ",",
    ", ",
    "§",
    "标",
    "：",
    "，",
    "“",
    "”",
    "'",
    "｛",
    "｝",
    "【",
    "；",
    "a",
    "5",
    "-",
    "+",
    "+-",
    "±",
    ">",
    ">=",
    "=>",
    "=",
    "*",
    "%",
    "\t",
    " ",
    "  ",
    "when ",
    " then ",
    " and ",
    "#",
    "\\",
    "\u{feff}",
    "\u{3000}",
    "\u{a0}",
    "\u{b}",
    "baseline",
    "baseline(",
    "spec ",
    "x {\n",
    "x { a: 1 }",
    "a: 1, b: 2",
    "x: [1, 2]",
    "x: [\n",
    "goal\n",
    "/",
    ".",
    ";",
    "2026-11-02",
    "\n      ",
    "\n}",
];

#[test]
fn both_laws_on_mutated_specs() {
    let source: String = [REFUNDS, FIRST_DRAFT].concat();
    let chars: Vec<char> = source.chars().collect();
    let rounds = std::env::var("FTSPEC_MUTATIONS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(20_000);
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for _ in 0..rounds {
        let start = dice.roll(chars.len() - 400);
        let length = dice.roll(380);
        let mut text: Vec<char> = chars[start..start + length].to_vec();
        for _ in 0..dice.roll(9) {
            let at = dice.roll(text.len() + 1);
            if dice.roll(3) == 0 {
                let to = (at + 1 + dice.roll(12)).min(text.len());
                text.drain(at.min(to)..to);
            } else {
                text.splice(at..at, BITS[dice.roll(BITS.len())].chars());
            }
        }
        // At times so deep that lines no longer move to the right.
        let depth = if dice.roll(30) == 0 { 58 + dice.roll(10) } else { 0 };
        laws(&("x {\n".repeat(depth) + &text.into_iter().collect::<String>()));
        let soup: String = (0..dice.roll(24)).map(|_| BITS[dice.roll(BITS.len())]).collect();
        laws(&soup);
    }
}

/// The tree without places: what was understood.
fn understood(text: &str) -> Option<String> {
    let parsed = parse(text);
    let shape = format!("{:?}", parsed.tree).replace(|c: char| c.is_ascii_digit(), "");
    parsed.errors.is_empty().then_some(shape)
}

#[test]
fn what_was_right_is_understood_the_same() {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let noise = ["  ", "\n", ", ", ",\n", " // c\n", "\n\n\n", "\t", "\n// c\n", "\r\n", "\n, "];
    let mut right = 0;
    for round in 0..3_000 {
        let source = if round % 2 == 0 { REFUNDS } else { FIRST_DRAFT };
        let tokens = lex(source);
        let mut text = String::new();
        let often = 4 + dice.roll(400);
        for token in &tokens {
            let written = token.span.of(source);
            match (token.kind, dice.roll(often)) {
                (TokenKind::Blank, 0) => {}
                (TokenKind::Newline, 0) => text.push_str(", "),
                (_, 1) => {
                    text.push_str(written);
                    text.push_str(noise[dice.roll(noise.len())]);
                }
                _ => text.push_str(written),
            }
        }
        laws(&text);
        if let Some(shape) = understood(&text) {
            right += 1;
            assert_eq!(understood(&format(&text)), Some(shape), "\n{text}\n{}", format(&text));
        }
    }
    assert!(right > 100, "only {right} of the texts were right");
}

#[test]
fn hostile_texts_take_no_time() {
    let million = 1 << 20;
    let open_and_closed = "a{".repeat(million / 4) + &"}".repeat(million / 4);
    let mut texts: Vec<String> =
        vec![open_and_closed, format!("{}: 1\n{}", "n".repeat(million / 2), "a: 1\n".repeat(100_000))];
    let pieces = [
        "{",
        "}",
        "[",
        "(",
        "\"",
        "\"\"\"",
        "a:",
        "a: [",
        "a: [\n",
        "a: [1,\n",
        "a {",
        "a {\n",
        "{\n",
        "}\n",
        "a\n",
        "a\n ",
        "§",
        ",",
        "//\n",
        "\n",
        "when ",
        "when (",
        "when a then b\n",
        "a: 1\n",
        "a: 1,",
        "a { a: 1 }",
        "x { a: 1 }, ",
        "“",
        "'",
        "#",
        "a: [1, 2,\n// c\n",
        "]",
        ")",
        ": ",
        "-",
        "5",
        "标",
        "标: 1\n",
        "\r",
        "\u{feff}",
        "a {}",
        "a: \"\",",
    ];
    texts.extend(pieces.iter().map(|piece| piece.repeat(million / piece.len())));
    // A block without end, with as much of it.
    texts.extend(pieces.iter().map(|piece| "a{".repeat(80) + &piece.repeat(million / piece.len())));
    for text in &texts {
        let start = std::time::Instant::now();
        let after = format(text);
        let took = start.elapsed();
        let head: String = text.chars().take(20).collect();
        assert!(took.as_millis() < 3_000, "{head:?} took {took:?}");
        if std::env::var_os("FTSPEC_TIMES").is_some() {
            println!("{head:?}: {took:?}, {} to {} bytes", text.len(), after.len());
        }
        assert!(same_tokens(text, &after), "{head:?}");
        assert!(format(&after) == after, "{head:?}");
    }
}
