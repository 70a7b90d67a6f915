//! What a plan says of a spec: the stop table in words, what decides, the charts' figures, the way through the questions,
//! the change log, the margins.

use ftspec_analysis::{Analysis, Config, Lang};
use ftspec_plan::plan::{Arm, ChangeLog, Holds, Turn};
use ftspec_plan::{About, Older, Plan};
use ftspec_tests::plans::examples;
use ftspec_tests::{config, over_base};

fn analysis(text: &str, lang: Lang) -> Analysis<'_> {
    Analysis::new(text, &Config { lang, ..config() })
}

/// The plan of a fragment over the base.
fn plan(fragment: &str, lang: Lang) -> Plan {
    let text = over_base(fragment);
    let found = analysis(&text, lang).diagnostics().iter().map(|it| it.message.clone()).collect::<Vec<_>>();
    Plan::new(&analysis(&text, lang), &About { path: "x.ftspec", since: None })
        .unwrap_or_else(|_| panic!("{found:?} in {text}"))
}

fn arms(fragment: &str, lang: Lang) -> Vec<Arm> {
    plan(fragment, lang).stop.expect("a stop table").arms
}

const CONDITIONS: [(&str, &str, &str); 18] = [
    ("any guard fails", "a guard fails", "有护栏失守"),
    ("any requirement fails", "a requirement is not met", "有要求没有达到"),
    ("all guards hold", "every guard holds", "护栏全部守住"),
    ("all requirements hold", "every requirement is met", "要求全部达到"),
    ("house_style >= 95%", "`house_style` is at least 95%", "`house_style` 不少于 95%"),
    ("house_style < baseline", "`house_style` is less than what the baseline reads", "`house_style` 小于基线的读数"),
    (
        "house_style < baseline(prompt_v4) + 3%",
        "`house_style` is less than what `prompt_v4` reads plus 3 points",
        "`house_style` 小于 `prompt_v4` 的读数加 3 个百分点",
    ),
    ("rounds >= 5", "at least 5 rounds were run", "训练轮数不少于 5 轮"),
    ("rounds > 1", "more than 1 round was run", "训练轮数超过 1 轮"),
    ("spend >= 400usd", "the spend is at least 400\u{a0}USD", "累计花费不少于 400\u{a0}美元"),
    ("date > 2027-01-31", "it is later than 2027-01-31", "过了 2027-01-31"),
    ("date >= 2027-01-31", "it is 2027-01-31 or later", "到了 2027-01-31 或更晚"),
    (
        "house_style gains < 1% over 2 rounds",
        "`house_style` gained less than 1 point over the last 2 rounds",
        "`house_style` 最近 2 轮的提升小于 1 个百分点",
    ),
    (
        "house_style drops > 2% over 1 rounds",
        "`house_style` got worse by more than 2 points in the last round",
        "`house_style` 最近一轮的退步超过 2 个百分点",
    ),
    (
        "house_style varies > 3%",
        "`house_style` differs by more than 3 points from seed to seed",
        "`house_style` 在不同随机种子之间的差距超过 3 个百分点",
    ),
    (
        "all requirements hold and all guards hold",
        "every requirement is met and every guard holds",
        "要求全部达到，并且护栏全部守住",
    ),
    (
        "rounds >= 5 or spend >= 400usd",
        "at least 5 rounds were run or the spend is at least 400\u{a0}USD",
        "训练轮数不少于 5 轮，或者累计花费不少于 400\u{a0}美元",
    ),
    (
        "rounds >= 5 and house_style < 80%",
        "at least 5 rounds were run and `house_style` is less than 80%",
        "训练轮数不少于 5 轮，并且 `house_style` 小于 80%",
    ),
];

#[test]
fn every_kind_of_condition_reads_as_a_sentence() {
    for (written, en, zh) in CONDITIONS {
        let fragment = format!("stop {{\n  when {written} then drop\n}}\n");
        for (lang, words) in [(Lang::En, en), (Lang::Zh, zh)] {
            let arm = arms(&fragment, lang).remove(0);
            assert_eq!((arm.words.0.as_str(), arm.written.as_str()), (words, written));
        }
    }
}

const STOP: &str = "
stop {
  when any guard fails then freeze
  when spend >= 400usd then drop
  when house_style varies > 3% then fix_eval
  when house_style gains < 5% over 2 rounds then fix_data
  when rounds >= 2 then drop
}
";

#[test]
fn the_first_arm_that_surely_holds_decides() {
    let none = plan(STOP, Lang::En).stop.expect("a table");
    assert!(none.arms.iter().all(|arm| !arm.decides && arm.holds == Holds::Unknown && arm.missing.is_empty()));
    assert_eq!(none.says.0, "No round was run yet, so that no condition decides.");

    let one = format!("{STOP}round r1 {{ purpose: \"titles: teach one change\"\n readings {{ house_style: 80% }} }}");
    let one = plan(&one, Lang::En).stop.expect("a table");
    let held: Vec<Holds> = one.arms.iter().map(|arm| arm.holds).collect();
    assert_eq!(held[0], Holds::Unknown);
    assert_eq!(held[4], Holds::No);
    assert!(one.arms.iter().all(|arm| !arm.decides), "{one:?}");
    let missing: Vec<&str> = one.arms.iter().flat_map(|arm| &arm.missing).map(|it| it.0.as_str()).collect();
    assert_eq!(
        missing,
        [
            "`facts` was not read in `r1`",
            "not every round says what it cost",
            "`house_style` has one reading only",
            "`house_style` needs 2 rounds to be looked at",
        ]
    );

    let two = format!(
        "{STOP}round r1 {{ purpose: \"a\"\n spend: 300usd\n readings {{ house_style: 80%, facts: 98% }} }}
         round r2 {{ purpose: \"b\"\n spend: 150usd\n readings {{ house_style: [81%, 82%], facts: 98% }} }}"
    );
    let two = plan(&two, Lang::En).stop.expect("a table");
    let decides: Vec<bool> = two.arms.iter().map(|arm| arm.decides).collect();
    assert_eq!(decides, [false, true, false, false, false], "the second one holds first, though the last one does too");
    assert_eq!(two.arms[4].holds, Holds::Yes);
    assert_eq!(two.spent[0].shown, "450\u{a0}USD");
    assert!(two.says.0.starts_with("After `r2` the condition in line "), "{}", two.says.0);
    let zh = plan(&format!("{STOP}round r1 {{ purpose: \"a\"\n readings {{ house_style: 80% }} }}"), Lang::Zh);
    let zh = zh.stop.expect("a table");
    assert_eq!(zh.arms[0].missing[0].0, "`r1` 没有 `facts` 的读数");
}

#[test]
fn charts_carry_the_figures_of_the_spec() {
    let rounds = "
        round r1 { purpose: \"a\"\n readings { house_style: [80%, 84%, 82%], facts: 98% } }
        round r2 { purpose: \"b\"\n readings { facts: 98.5% } }
        round r3 { purpose: \"c\"\n readings { house_style: 91%, facts: 96% } }";
    let plan = plan(rounds, Lang::En);
    let [style, facts] = &plan.charts[..] else { panic!("two charts") };
    assert_eq!((style.metric.as_str(), style.unit.as_str(), style.higher_is_better), ("house_style", "%", true));
    let means: Vec<(&str, Option<f64>)> = style.points.iter().map(|it| (it.name.as_str(), it.mean)).collect();
    assert_eq!(means, [("prompt_v4", Some(62.0)), ("r1", Some(82.0)), ("r2", None), ("r3", Some(91.0))]);
    assert_eq!(style.points[1].values, [80.0, 84.0, 82.0]);
    assert!(style.points[0].is_baseline && !style.points[1].is_baseline);
    assert_eq!((style.bands[0].at, style.bands[0].good_above), (90.0, true));
    assert_eq!(style.bands[0].label, "required >= 90%");
    assert_eq!((facts.bands[0].at, facts.bands[0].label.as_str()), (97.0, "guard >= 97%"));
    for chart in [style, facts] {
        let shown = chart.points.iter().filter_map(|it| it.mean).chain(chart.bands.iter().map(|it| it.at));
        assert!(shown.clone().all(|it| it > chart.low && it < chart.high), "{chart:?}");
        assert!(chart.low >= 0.0 && chart.high <= 100.0);
    }
}

#[test]
fn margins_come_from_the_size_of_the_test() {
    let plan = plan("//", Lang::En);
    let metrics = plan.evaluation.expect("an eval").metrics;
    let margin = metrics[0].margin.as_ref().expect("800 items are judged");
    // 1.96 · √(0.62 · 0.38 / 800)
    assert_eq!((margin.shown.as_str(), margin.items), ("±3.4 points", Some(800)));
    assert!((margin.value - 0.0336).abs() < 0.001, "{margin:?}");
    assert_eq!(margin.because.0, "800 items judged");
}

/// Which way each question sends, as a word of five letters.
fn turns(plan: &Plan) -> String {
    let turn = |turn| match turn {
        Turn::On => '+',
        Turn::Off => 'x',
        Turn::Open => '?',
        Turn::NotAsked => '-',
    };
    plan.decision.steps.iter().map(|step| turn(step.turn)).collect()
}

#[test]
fn flawed_examples_leave_the_way_where_they_are_flawed() {
    let ways: Vec<String> =
        examples().iter().map(|example| format!("{} {}", example.name, turns(&example.plan(Lang::En)))).collect();
    assert_eq!(
        ways,
        [
            "call_classification +++++",
            "clinical_extraction +++++",
            "first_draft ++++x",
            "knowledge_in_weights ?x---",
            "knowledge_in_weights_mended +++++",
            "medical_qa_two_aims ??x--",
            "persona_bleu ??x--",
            "persona_bleu_mended +++++",
            "resume_fifteen_examples ??x--",
            "listening_first +++++",
            "refund_replies +++++",
            "smallest_clean +++++",
            "text_to_sql +++++",
        ]
    );
}

fn changes(before: &str, after: &str) -> ChangeLog {
    let (before, after) = (over_base(before), over_base(after));
    let older = analysis(&before, Lang::En);
    let about = About { path: "x.ftspec", since: Some(Older { name: "v1", analysis: Some(&older) }) };
    let plan = Plan::new(&analysis(&after, Lang::En), &about).expect("it can be read");
    plan.change_log.expect("an older version was given")
}

/// Each change as one line: what, before, after.
fn told(log: &ChangeLog) -> Vec<String> {
    let one = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".into());
    log.changes.iter().map(|it| format!("{}: {} → {}", it.what.0, one(&it.before), one(&it.after))).collect()
}

const EVAL: &str = "
eval {
  coverage: full
  metric house_style { measures: style, method: rubric, judge: human, on: held_out, covers: [one_sentence] }
  metric facts { measures: judgement, method: exact_match, on: held_out, covers: [one_sentence] }
  require house_style >= 90%
  guard facts >= baseline
  review { by: \"editors\", samples: 50, question: \"Would you publish this note?\" }
}
";

#[test]
fn changes_are_told_statement_by_statement() {
    let log = changes(EVAL, &EVAL.replace(">= 90%", ">= 95%"));
    assert_eq!(told(&log), ["requirement on `house_style`: require house_style >= 90% → require house_style >= 95%"]);
    assert_eq!((log.since.as_str(), log.verdict), ("v1", None));
    let log = changes(EVAL, &EVAL.replace("guard facts >= baseline\n", "guard facts >= baseline\n  watch facts\n"));
    assert_eq!(told(&log), ["watch on `facts`: – → watch facts"]);
    let log = changes(EVAL, &EVAL.replace("  guard facts >= baseline\n", ""));
    assert_eq!(told(&log), ["guard on `facts`: guard facts >= baseline → –"]);
    assert!(log.verdict.is_some(), "without a guard it is not ready");
    let log = changes("//", "round r1 { purpose: \"titles: teach one change\"\n readings { facts: 98% } }");
    assert_eq!(log.changes.len(), 1, "a block that is new is told once: {:?}", told(&log));
    assert!(told(&log)[0].starts_with("`round r1`: – → round r1"), "{:?}", told(&log));
}

#[test]
fn layout_and_order_change_nothing() {
    let spaced = EVAL.replace("  require", "\n  // a remark\n      require").replace(">= 90%", ">=    90%");
    assert_eq!(told(&changes(EVAL, &spaced)), Vec::<String>::new());
    let turned = EVAL.replace("  coverage: full\n", "").replace(
        "  require house_style >= 90%\n  guard facts >= baseline\n",
        "  guard facts >= baseline\n  require house_style >= 90%\n  coverage: full\n",
    );
    assert_eq!(told(&changes(EVAL, &turned)), Vec::<String>::new());
    let written = "round r1 { purpose: \"titles: one change\", changes: [epochs, seeds], loss: [1.9, 0.8] }\n\
                   stop { when (rounds >= 4 or any guard fails) then drop }";
    let broken = "round r1 { purpose: \"titles: one change\", changes: [\n epochs, // a remark\n seeds,\n], loss: [1.9,0.8] }\n\
                  stop {\n when ( rounds >= 4 // and then\n or any guard fails ) then drop\n}";
    assert_eq!(told(&changes(written, broken)), Vec::<String>::new());
}

#[test]
fn a_change_at_the_end_of_a_long_text_is_told() {
    let purpose = |end: &str| format!("round r1 {{ purpose: \"titles: {} {end}\" }}", "one change more ".repeat(30));
    let told = told(&changes(&purpose("here"), &purpose("there")));
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains(" here → titles: ") && told[0].ends_with(" there"), "{told:?}");
}
